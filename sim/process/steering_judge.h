/* How the municipality judges a trial of steering.
 *
 * A score is the sum over outcomes of weight x change for the better: less waiting,
 * less spending against budget, less drift, more needs ended, more growth of
 * self-reliance and of ties. The weights are those of the agreed picture. With pilots
 * the change in them less that in the rest is judged (difference in differences,
 * weighted by cases); without, what came after against what was before.
 *
 * What is seen of a year is off by an error common to the municipality and one of
 * each neighbourhood. The municipality knows how large they are: `variance` is that of
 * the change, the larger of what neighbourhoods differ and of what the number of cases
 * lets chance do. */
#ifndef PROCESS_STEERING_JUDGE_H
#define PROCESS_STEERING_JUDGE_H

#include "process/steering_seen.h"

struct steering_evidence {
    double change, variance;
};

/* The score of a change from `before` (means of a month) to `since` (likewise);
 * `weight` adds up to 1. */
double steering_judge_change(const double weight[JUDGEMENTS], const struct steering_view *before,
                             const struct steering_view *since);

/* Of a trial that has run its months. */
struct steering_evidence steering_judge(const struct steering_turn *turn, size_t m, size_t domain);

/* What is left of an error by feedback and by monitoring that teaches. */
double steering_judge_error_left(const struct steering_params *params, double feedback,
                                 double learning);

#endif

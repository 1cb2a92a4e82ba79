/* What the municipality gets to see of a month, in every neighbourhood, domain and
 * half: known cases, who waits, what ended, what was spent, what drifted, and how
 * self-reliance and ties grew. One pass over the needs; the rest is on the books.
 *
 * A running mean over about a year is kept (`seen`); while a trial is judged its
 * months add up (`seen_since`). The error of what is seen comes in when it is
 * judged: see steering_judge.h. */
#ifndef PROCESS_STEERING_SEEN_H
#define PROCESS_STEERING_SEEN_H

#include "process/steering_turn.h"

/* Sums of what was seen, over any neighbourhoods and halves. */
struct steering_view {
    double look[LOOKS];
};

void steering_seen(const struct steering_turn *turn);

/* Adds what `column` (seen, seen_before, seen_since) has of one half of a
 * neighbourhood to the view. */
void steering_view_add(struct steering_view *view, const float *column, size_t n, size_t domain,
                       size_t half);
/* The running mean over a whole municipality. */
struct steering_view steering_view_of(const struct world *world, size_t m, size_t domain);
/* One figure through another, 0 where there is nothing. */
double steering_view_share(const struct steering_view *view, enum look part, enum look whole);

#endif

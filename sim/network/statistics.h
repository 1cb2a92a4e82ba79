/* What a network is like at the end of a period, in numbers: ties, degrees,
 * triads, distances, covariates, behaviours, and the statistics of the model's
 * own effects. Names and definitions are those of the reference's moments, so
 * that columns can be compared by name. Measuring changes nothing. */
#ifndef NETWORK_STATISTICS_H
#define NETWORK_STATISTICS_H

#include "network/evolution.h"

enum {
    STATISTICS_NAME = 64,        /* characters, with the end */
    STATISTICS_PATHS_MOST = 5000 /* actors: in larger networks distances are not measured */
};

/* Mini-steps by what came of them. */
struct statistics_steps {
    size_t ministeps, made, dropped, unchanged; /* of the network */
    size_t distinct;                            /* ties toggled at least once */
    size_t *behaviour;                          /* [3 * behaviour + difference + 1] */
    size_t behaviours;
    uint64_t *toggled; /* open addressing: ego << 32 | alter, all bits for empty */
    size_t toggled_room;
};

/* Counts from zero. Cleared also after a failure. */
bool statistics_steps_init(struct statistics_steps *steps, size_t behaviours,
                           struct spel_error *error);
void statistics_steps_clear(struct statistics_steps *steps);
/* Counts a mini-step that evolution_next has just taken, so that `now` has the change. */
bool statistics_steps_add(struct statistics_steps *steps, const struct network *now,
                          const struct mini_step *step, struct spel_error *error);

struct statistics_context {
    const struct network *now, *start; /* the same actors, covariates and dyadics */
    const struct evolution_model *model;
    const struct statistics_steps *steps; /* NULL when they were not counted */
};

/* The names of the statistics of such a network, in the order of statistics_measure; `names` may be
 * NULL. Gives how many: the same for every network of the model, whatever its ties.
 *
 * The reference has one covariate. Here the names without a covariate's name are those of the first
 * one, and of later ones `_NAME` follows (simX_centered, simX_centered_smoke); same_group2 is
 * same_cov of the second. First comes who is first among the effects, then the order of the
 * network.
 * Dyadic covariates and behaviours likewise. */
size_t statistics_list(const struct statistics_context *context, char (*names)[STATISTICS_NAME]);
/* Their values; false with a sentence when there is no memory. */
bool statistics_measure(const struct statistics_context *context, double *values,
                        struct spel_error *error);

#endif

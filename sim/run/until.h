/* A sweep that ends when it knows enough: a claim (params/claim.h) that is judged after each
 * whole round, one replicate of every point, over the replicates of each point so far. It holds
 * when it holds at every point. Runs of later rounds that were made meanwhile do not count, so
 * that the end is the same however many runs go on side by side. Private to the sweep. */
#ifndef RUN_UNTIL_H
#define RUN_UNTIL_H

#include "output/sweep_file.h"
#include "params/claim.h"

struct until {
    const char *text; /* NULL: none */
    const struct sweep_plan *plan;
    struct claim_test test;
    double *values;       /* of each run: [point][replicate] */
    unsigned char *state; /* enum ledger_status of each run */
    size_t *left;         /* runs that each round lacks */
    uint32_t rounds;      /* that were judged */
    uint32_t held;        /* rounds after which it held; 0: not yet */
};

/* Reads and checks the claim; NULL for none. Cleared also after a failure. */
bool until_init(struct until *until, const char *text, const struct sweep_plan *plan,
                struct spel_error *error);
void until_clear(struct until *until);

/* What the claim is about, in one run with these series. NaN where it is no number. May be
 * called by several threads. */
bool until_value(const struct until *until, const float *series, double *value,
                 struct spel_error *error);
/* Notes how a run went, and judges the rounds that are whole by now. */
void until_note(struct until *until, uint32_t point, uint32_t replicate, uint32_t status,
                double value);
/* Notes all that a log holds. */
bool until_read(struct until *until, struct sweep_log *log, struct spel_error *error);

#endif

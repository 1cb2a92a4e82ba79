/* Why a knob works: its effect on one outcome with all mechanisms on, without each
 * of them, and with each alone.
 *
 * An arm is a choice of processes that are off, run twice: with the knob low and with
 * the knob high. What is off is off in both, so that the difference is what the knob
 * does in that world; every run of an arm is the scenario with `processes` and the
 * knob set, which anyone can run. Seeds are the same in all.
 *
 * The table of processes says what is the stage (params/levers.h): needs and
 * demography stay on throughout. A mechanism carries the effect when taking it out
 * changes the effect, in any replicate, by any bit; what does not carry stays on in
 * all other arms. "Alone" is then: of all that carry, only this one is on. A part of
 * a process is alone when its whole is on without its other parts.
 *
 * Being needed and being enough are two things. Where mechanisms work in a chain, each
 * is needed and none is enough; where each would do, none is needed. So neither what
 * is lost without each nor what each does alone adds up to the whole: the interaction
 * is what is left over, and is told. */
#ifndef RUN_EXPLANATION_H
#define RUN_EXPLANATION_H

#include <omp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "output/paired.h"
#include "params/levers.h"
#include "params/period.h"
#include "run/run.h"

struct explanation_question {
    const struct scenario *scenario; /* borrowed */
    bool lever;                      /* else a knob */
    int index;                       /* of the knob or lever */
    double low, high;
    size_t variable;
    const char *position; /* "care", "GM0796, care"; NULL where there is one only */
    struct period period; /* over which the outcome is a mean */
};

/* The outcome with the knob low and high, a number a replicate, and how they differ. */
struct effect {
    double *low, *high;
    struct paired paired;
};

struct explained {
    enum process process;
    int whole;                    /* index of the mechanism that it is a part of; -1 for a whole */
    bool carries;                 /* taking it out changes the effect */
    struct effect without, alone; /* alone: of what carries */
    struct paired lost;           /* the effect less the effect without it */
};

struct explanation {
    size_t replicates;
    struct effect all, none; /* none: of all that carry */
    size_t count;
    struct explained mechanisms[PROCESSES];
    /* Over the wholes that carry: what is left without any and what each adds alone, together; the
     * effect less that; and what is lost without each, together. */
    struct paired sum_alone, interaction, sum_lost;
    double *numbers; /* of all effects */
};

/* Of the options threads, stop and progress count. Stopped: false with code SPEL_FINE. Cleared
 * also after a failure. */
bool explanation_make(struct explanation *explanation, const struct explanation_question *question,
                      const struct run_options *options, struct spel_error *error);
void explanation_clear(struct explanation *explanation);
/* Runs that it takes at most. */
size_t explanation_runs(const struct scenario *scenario);

/* A row for each arm, and for what the parts add up to. */
void explanation_table(FILE *file, const struct explanation *explanation,
                       const struct explanation_question *question);
/* "knobs.informal". */
enum { EXPLANATION_NAME = 64 };
void explanation_name(const struct explanation_question *question, char text[EXPLANATION_NAME]);

/* The runs of one arm: explanation_arm.c. Small runs go on side by side, as those of a sweep;
 * the first run of all says whether they are small. */
struct explanation_work {
    const struct explanation_question *question;
    const struct run_options *options;
    struct run_progress progress;
    double begun;
    struct spel_error *error;
    size_t workers;      /* 0: not known yet */
    bool ended;          /* by a failure or on request */
    omp_lock_t changing; /* held by the thread that changes any of these */
};
bool explanation_arm(struct explanation_work *work, const bool off[PROCESSES],
                     struct effect *effect);

#endif

/* What a sweep is made of before its first run: scenario, design, and what is kept. Private
 * to sweep.c and merge.c. */
#ifndef RUN_SWEEP_PLAN_H
#define RUN_SWEEP_PLAN_H

#include "output/sweep_file.h"
#include "run/sweep.h"

struct sweep_made {
    struct scenario scenario; /* without any value of the design */
    struct design design;
    struct frame frame;
    size_t *outcomes;
    char *identity;
    struct sweep_plan plan; /* borrows all these */
    size_t residents;       /* of the scenario, on the first day */
    uint64_t state;         /* bytes of one world */
    bool framed;
};

/* Reads, designs, and draws the first day of one run to see what it holds. Cleared also after a
 * failure. */
bool sweep_make(struct sweep_made *made, const struct sweep_options *options,
                struct spel_error *error);
void sweep_made_clear(struct sweep_made *made);

/* The axes of all runs, from the first day of one, which need not be burnt in. */
bool sweep_frame(struct frame *frame, const struct spel_model *model, struct spel_error *error);

/* How many runs go on at a time: one a thread where they are small, fewer where there is no
 * memory for so many, and one over all threads where they are large. `beside`: processes that do
 * the same on this machine. What threads are left over work inside the runs. */
size_t sweep_workers(const struct sweep_made *made, int threads, int beside);
/* The same with so many bytes of free memory for this process. */
size_t sweep_workers_within(size_t residents, uint64_t state, int threads, double memory);

#endif

/* A sweep as its file has it: all that is needed to run any of its runs again, or to put the
 * parts of an array together. */
#ifndef OUTPUT_SWEEP_KEPT_H
#define OUTPUT_SWEEP_KEPT_H

#include "output/sweep_file.h"

struct sweep_kept {
    struct scenario scenario; /* without any value of the design */
    struct sweep sweep;
    char *identity;
    char *design;
    size_t n, points, policies;
    double *values;   /* [point][factor] */
    size_t *outcomes; /* variables */
    size_t outcome_count;
    struct sweep_plan plan; /* borrows all these; without a frame and the values of a run */
};

/* From an open file of this program's version; a single run is refused. Cleared also after a
 * failure; must stay where it is. */
bool sweep_kept_read(struct hdf *hdf, struct sweep_kept *kept);
void sweep_kept_clear(struct sweep_kept *kept);

/* The scenario at a point of the design, with `path=value` texts over it. */
bool sweep_kept_at(struct hdf *hdf, const struct sweep_kept *kept, size_t point,
                   const char *const *overrides, size_t override_count, struct scenario *scenario);

#endif

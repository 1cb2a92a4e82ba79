/* /fit: what was published of each neighbourhood, and what was settled. */
#ifndef OUTPUT_FITTED_H
#define OUTPUT_FITTED_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "observe/fit.h"
#include "output/frame.h"
#include "output/journal.h"

enum { JOURNAL_FIT = 2 };

/* Measures the first day of a run and adds it to the journal. */
bool fitted_take(struct journal *journal, const struct spel_model *model, uint32_t run,
                 struct spel_error *error);
/* Writes the fits of all runs. */
void fitted_write(struct hdf *hdf, const struct frame *frame, const struct frame_scales *scales,
                  const struct journal *journal, const struct journal_entry *entries, size_t count);

/* How far apart they are in a file: mean over runs and neighbourhoods, these
 * weighted by their residents, of the absolute difference of each part. */
struct fit_distance {
    double mean[FIT_FIGURES];
    bool known; /* the file has a fit */
};
void fitted_read(struct hdf *hdf, struct fit_distance *distance);

#endif

/* /summary of a sweep: mean and standard deviation over the replicates of each point.
 * Private to sweep_file. */
#ifndef OUTPUT_SWEEP_SUMMARY_H
#define OUTPUT_SWEEP_SUMMARY_H

#include "output/sweep_file.h"

/* `series`: the datasets of the outcomes, which are read back. */
void sweep_summary_write(struct hdf *hdf, const struct sweep_plan *plan,
                         const struct frame_scales *scales, const hid_t *series);

#endif

/* /summary: what the replicates have in common, and how far they lie apart. */
#ifndef OUTPUT_SUMMARY_H
#define OUTPUT_SUMMARY_H

#include "output/frame.h"
#include "output/hdf.h"
#include "output/trajectory.h"

void summary_write(struct hdf *hdf, const struct frame *frame, const struct frame_scales *scales,
                   const struct trajectory *trajectory);

#endif

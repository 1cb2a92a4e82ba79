/* /parameters: every number that can be set, with its value in the first scenario of
 * the file and, as value_by_scenario, in each. */
#ifndef OUTPUT_SETTINGS_H
#define OUTPUT_SETTINGS_H

#include "output/frame.h"
#include "output/hdf.h"

void settings_write(struct hdf *hdf, const struct frame *frame, const struct frame_scales *scales);

#endif

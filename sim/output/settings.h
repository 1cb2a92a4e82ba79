/* /parameters: every number that can be set, with its value in this run. */
#ifndef OUTPUT_SETTINGS_H
#define OUTPUT_SETTINGS_H

#include "output/hdf.h"
#include "params/scenario.h"

void settings_write(struct hdf *hdf, const struct scenario *scenario);

#endif

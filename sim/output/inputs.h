/* /inputs: every row of the place tables that a run read, with source and
 * licence, so that the file alone is enough to run it again. */
#ifndef OUTPUT_INPUTS_H
#define OUTPUT_INPUTS_H

#include <stdbool.h>

#include "output/hdf.h"
#include "params/places.h"

void inputs_write(struct hdf *hdf, const struct places *places);
/* The tables as the run had them; cleared with places_clear. */
bool inputs_read(struct hdf *hdf, struct places *places);

#endif

/* What a file says about itself at its root, and what a run leaves out. */
#ifndef OUTPUT_HEADING_H
#define OUTPUT_HEADING_H

#include <stdbool.h>

#include "output/hdf.h"
#include "params/scenario.h"

/* The newest layout of the file that this program reads and writes. */
enum { HEADING_FORMAT = 1 };

/* What the results do not include, in one or two sentences. */
extern const char *const heading_limits_en;
extern const char *const heading_limits_nl;

/* Program, version and revision in one text. */
extern const char *const heading_program;

void heading_write(struct hdf *hdf, const struct scenario *scenario, bool finished);

#endif

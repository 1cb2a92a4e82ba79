/* The design as a table of one's own. Private to run/design. */
#ifndef RUN_DESIGN_TABLE_H
#define RUN_DESIGN_TABLE_H

#include "run/design.h"

/* Fills in the points, and the factors that its columns are. */
bool design_read(struct design *design, const char *path, struct spel_error *error);

#endif

/* What the fields of a snapshot are called in Dutch. */
#ifndef OUTPUT_FIELDS_DUTCH_H
#define OUTPUT_FIELDS_DUTCH_H

#include "output/fields.h"

/* Of a column of the table, or a field that is made for it; NULL when it has no name. */
const char *fields_dutch(enum fields_table table, const char *column);

#endif

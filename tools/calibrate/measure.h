/* What a month of a model adds to the moments. */
#ifndef CALIBRATE_MEASURE_H
#define CALIBRATE_MEASURE_H

#include "model/model.h"
#include "moments.h"

/* People, needs, help and households. */
void measure_people(const struct spel_model *model, struct moments *moments);
/* Ties: degree, kinds, closure. */
void measure_ties(const struct spel_model *model, struct moments *moments);
/* Money, hours and what the municipality remembers. */
void measure_accounts(const struct spel_model *model, struct moments *moments);

#endif

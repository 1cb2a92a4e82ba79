/* The monthly onset hazards by domain and age band, in a file of their own that
 * the calibration program writes anew. */
#ifndef PARAMS_ONSET_H
#define PARAMS_ONSET_H

#include "params/domain.h"

extern const double onset_defaults[DOMAINS][AGE_BANDS];

#endif

/* How people come to and leave a municipality in the long run, by its own ages and positions:
 * what is done to ties before the first month, while those who live there stay the same. */
#ifndef WORLD_TURNOVER_H
#define WORLD_TURNOVER_H

#include "params/places.h"

struct turnover {
    double coming[AGES]; /* chance a month that the household of somebody of the age, who is not a
                            child at home, has just come from elsewhere */
    double heads[AGES];  /* share of the age that is no child at home */
    double staying;      /* children who leave home and stay in the area, for each who comes */
};

#endif

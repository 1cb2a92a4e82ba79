/* Circles: how many ties of each kind a person of some age has, and with whom
 * they are likely. Used on the first day; how ages differ, also by those who
 * make ties later. */
#ifndef WORLD_CIRCLES_H
#define WORLD_CIRCLES_H

#include "params/params.h"
#include "world/world.h"

/* How many more or fewer ties of one kind there are at an age in years, 1 in the middle of life. */
double circles_by_age(enum tie_kind kind, double years);
/* Mean ties of one kind at an age in years. */
double circles_mean(const struct settlement_params *params, enum tie_kind kind, double years);

/* The starting strength of a tie of one kind, with a draw in (0, 1). */
uint8_t circles_strength(enum tie_kind kind, double u);

/* How well two ages fit a tie of this kind, in [0, 1]: friends are of an age,
 * kin are of an age or a generation apart. */
double circles_fit(enum tie_kind kind, double years, double other_years);

#endif

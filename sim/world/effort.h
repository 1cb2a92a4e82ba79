/* Network effort: which level an organisation chooses, once a year, by reinforcement from its
 * own pay-off. It looks at what the year brought beyond what it is used to, learns that of the
 * level it was at, and goes on there or a step beside it: a logit of
 *
 *   sharpness (attraction + habit [as it is])
 *
 * with attraction a mean of such years, older ones fading (base/attraction.h). */
#ifndef WORLD_EFFORT_H
#define WORLD_EFFORT_H

#include "params/params.h"
#include "world/organisations.h"

/* A year of an organisation. */
struct effort_year {
    double effort; /* that it made */
    double payoff;
    double unit; /* of pay-off, that counts as one */
    double lot;  /* uniform, for the choice */
};

/* The level that is nearest to an effort. */
size_t effort_level(double effort);
/* Whether another year since organisation `i` was founded ends in `month`. */
bool effort_due(const struct organisations *organisations, size_t i, uint32_t month);
/* Learns from the year, and returns the effort chosen. Writes attraction, experience and
 * aspiration. */
double effort_choose(const struct institutions_params *params, struct organisations *organisations,
                     size_t i, const struct effort_year *year);

#endif

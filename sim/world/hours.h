/* Hours, counted once: what a need requires, what own strength does of it, and
 * how complex a resident's situation is. Model section 5. */
#ifndef WORLD_HOURS_H
#define WORLD_HOURS_H

#include "params/params.h"
#include "world/households.h"
#include "world/world.h"

/* How many domains are set in a mask of them. */
extern const uint8_t hours_domains[1 << DOMAINS];

/* Household complexity c in [0, 1]: own active domains plus a part of those of
 * the rest of the household, less one, over the number of domains less one. By how many domains
 * are active of one's own and of the others'. */
struct complexities {
    double of[DOMAINS + 1][DOMAINS + 1];
};
struct complexities hours_complexities(double household_weight);

static inline double hours_complexity(const struct complexities *complexities,
                                      const struct residents *residents, uint32_t i)
{
    const unsigned others = households_others(residents, i, residents->needs);
    return complexities->of[hours_domains[residents->needs[i]]][hours_domains[others]];
}

/* How much of a helper's capacity comes with an age in years. */
float hours_age_factor(int years);
/* The share of a helper's capacity that a resident has left for others: willingness, less by
 * strain, own need and age, nothing in burnout. */
double hours_time(const struct residents *residents, uint32_t i, uint32_t month);

/* Required hours R a month of a need. */
static inline double hours_required(const struct hours_params *params, int domain, double severity)
{
    return params->required[domain] * severity;
}

/* Hours that a place for work or taking part gave: P. */
static inline double hours_of_place(const struct needs *needs, uint32_t row)
{
    return needs->place_hours[row] / (double)PLACE_UNITS;
}

/* Hours that nobody pays for by the hour: of people near, of residents' initiatives and of
 * a place, I + V + P. */
static inline double hours_of_people(float by_near, float by_initiatives, double by_place)
{
    return by_near + (double)by_initiatives + by_place;
}

static inline double hours_from_people(const struct needs *needs, uint32_t row)
{
    return hours_of_people(needs->informal[row], needs->initiative[row],
                           hours_of_place(needs, row));
}

/* Hours by what they do: those of people and, each case with its own effectiveness, formal ones. */
static inline double hours_worth(double informal_effect, double people, double effectiveness,
                                 double formal)
{
    return informal_effect * people + effectiveness * formal;
}

/* So many hours as a share of the net hours (R - O). */
static inline double hours_share(double hours, double net)
{
    return net > 0 ? hours / net : 0;
}

/* Share of the net hours that is filled, and the weighted quality. */
static inline double hours_met(const struct needs *needs, uint32_t row)
{
    return hours_share(hours_from_people(needs, row) + (double)needs->formal[row], needs->net[row]);
}

static inline double hours_quality(const struct hours_params *params, const struct needs *needs,
                                   uint32_t row)
{
    return hours_share(hours_worth(params->informal_effect, hours_from_people(needs, row),
                                   needs->effectiveness[row], needs->formal[row]),
                       needs->net[row]);
}

#endif

/* Effects of what actors are, and of attributes of pairs. */
#include "base/elementary.h"
#include "base/wide.h"
#include "network/effects_rows.h"

static double value_of(const struct term *term, const struct network *network, uint32_t actor)
{
    return network_attribute(network, actor, term->covariate->column);
}

static double apart(double one, double other)
{
    return elementary_absolute(one - other);
}

void effect_ego(const struct term *term, const struct network *network, const struct choice *choice,
                size_t from, size_t end, double *restrict contribution)
{
    const double value = value_of(term, network, choice->ego) - term->covariate->mean;
    for (size_t k = from; k < end; k++)
        contribution[k] = value;
}

double effect_ego_bound(const struct term *term, const struct network *network, uint32_t actor)
{
    return term->value * (value_of(term, network, actor) - term->covariate->mean);
}

void effect_alter(const struct term *term, const struct network *network,
                  const struct choice *choice, size_t from, size_t end,
                  double *restrict contribution)
{
    (void)network;
    const double *alter = choice_known(choice, term->covariate->column);
    const double mean = term->covariate->mean;
    for (size_t k = from; k < end; k++)
        contribution[k] = alter[k] - mean;
}

double effect_alter_bound(const struct term *term, const struct network *network, uint32_t actor)
{
    return term->value * (value_of(term, network, actor) - term->covariate->mean);
}

void effect_same(const struct term *term, const struct network *network,
                 const struct choice *choice, size_t from, size_t end,
                 double *restrict contribution)
{
    wide_equal(choice_known(choice, term->covariate->column) + from,
               value_of(term, network, choice->ego), contribution + from, end - from);
}

double effect_same_bound(const struct term *term, const struct network *network, uint32_t actor)
{
    (void)network, (void)actor;
    return term->value > 0 ? term->value : 0;
}

void effect_similarity(const struct term *term, const struct network *network,
                       const struct choice *choice, size_t from, size_t end,
                       double *restrict contribution)
{
    const struct covariate *covariate = term->covariate;
    wide_apart(choice_known(choice, covariate->column) + from, value_of(term, network, choice->ego),
               1 - covariate->similarity_mean, 1 / covariate->range, contribution + from,
               end - from);
}

/* Nobody is more alike than equal; the least alike is at one of the ends. */
double effect_similarity_bound(const struct term *term, const struct network *network,
                               uint32_t actor)
{
    const struct covariate *covariate = term->covariate;
    const double alike = 1 - covariate->similarity_mean;
    const double value = value_of(term, network, actor);
    const double down = apart(value, covariate->least), up = apart(value, covariate->most);
    return term->value *
           (term->value > 0 ? alike : alike - (down > up ? down : up) / covariate->range);
}

static void plane_contribution(const struct dyadic *dyadic, const struct network *network,
                               const struct choice *choice, size_t from, size_t end,
                               double *restrict contribution)
{
    const size_t east = dyadic->column[0], north = dyadic->column[1];
    const struct wide_place ego = {.x = network_attribute(network, choice->ego, east),
                                   .y = network_attribute(network, choice->ego, north),
                                   .scale = dyadic->scale,
                                   .less = dyadic->mean};
    wide_distance(choice_known(choice, east) + from, choice_known(choice, north) + from, ego,
                  contribution + from, end - from);
}

void effect_pair(const struct term *term, const struct network *network,
                 const struct choice *choice, size_t from, size_t end,
                 double *restrict contribution)
{
    if (term->dyadic->kind == DYADIC_PLANE) {
        plane_contribution(term->dyadic, network, choice, from, end, contribution);
        return;
    }
    for (size_t k = from; k < end; k++)
        contribution[k] =
            network_pair(network, term->dyadic, choice->ego, choice->alter[k]) - term->dyadic->mean;
}

/* In a plane from 0 to the largest distance; a pair that is not listed has 0, and one
 * that is belongs to the local set. */
double effect_pair_bound(const struct term *term, const struct network *network, uint32_t actor)
{
    (void)network, (void)actor;
    const struct dyadic *dyadic = term->dyadic;
    const double furthest = dyadic->kind == DYADIC_PLANE && term->value > 0 ? dyadic->most : 0;
    return term->value * (furthest - dyadic->mean);
}

/* Effects of who has more of an attribute, of both together, and of alikeness with a tie back. */
#include "network/effects_rows.h"

static double value_of(const struct term *term, const struct network *network, uint32_t actor)
{
    return network_attribute(network, actor, term->covariate->column);
}

static double apart(double one, double other)
{
    return one < other ? other - one : one - other;
}

void effect_difference(const struct term *term, const struct network *network,
                       const struct choice *choice, size_t from, size_t end,
                       double *restrict contribution)
{
    const double *alter = choice_known(choice, term->covariate->column);
    const double value = value_of(term, network, choice->ego);
    for (size_t k = from; k < end; k++)
        contribution[k] = alter[k] - value;
}

double effect_difference_bound(const struct term *term, const struct network *network,
                               uint32_t actor)
{
    const struct covariate *covariate = term->covariate;
    const double furthest = term->value > 0 ? covariate->most : covariate->least;
    return term->value * (furthest - value_of(term, network, actor));
}

void effect_distance(const struct term *term, const struct network *network,
                     const struct choice *choice, size_t from, size_t end,
                     double *restrict contribution)
{
    const double *alter = choice_known(choice, term->covariate->column);
    const double value = value_of(term, network, choice->ego);
    for (size_t k = from; k < end; k++)
        contribution[k] = apart(alter[k], value);
}

double effect_distance_bound(const struct term *term, const struct network *network, uint32_t actor)
{
    const double value = value_of(term, network, actor);
    const double down = apart(value, term->covariate->least);
    const double up = apart(value, term->covariate->most);
    return term->value > 0 ? term->value * (down > up ? down : up) : 0;
}

void effect_higher(const struct term *term, const struct network *network,
                   const struct choice *choice, size_t from, size_t end,
                   double *restrict contribution)
{
    const double *alter = choice_known(choice, term->covariate->column);
    const double value = value_of(term, network, choice->ego);
    for (size_t k = from; k < end; k++) {
        contribution[k] = (value > alter[k]) + 0.5 * (value == alter[k]);
    }
}

double effect_higher_bound(const struct term *term, const struct network *network, uint32_t actor)
{
    (void)network, (void)actor;
    return term->value > 0 ? term->value : 0;
}

void effect_product(const struct term *term, const struct network *network,
                    const struct choice *choice, size_t from, size_t end,
                    double *restrict contribution)
{
    const double *alter = choice_known(choice, term->covariate->column);
    const double mean = term->covariate->mean;
    const double value = value_of(term, network, choice->ego) - mean;
    for (size_t k = from; k < end; k++)
        contribution[k] = value * (alter[k] - mean);
}

/* The largest product is with somebody at one of the ends. */
double effect_product_bound(const struct term *term, const struct network *network, uint32_t actor)
{
    const struct covariate *covariate = term->covariate;
    const double slope = term->value * (value_of(term, network, actor) - covariate->mean);
    return slope * ((slope > 0 ? covariate->most : covariate->least) - covariate->mean);
}

static void keep_mutual(const struct choice *choice, size_t from, size_t end,
                        double *restrict contribution)
{
    for (size_t k = from; k < end; k++)
        contribution[k] = choice->back[k] ? contribution[k] : 0;
}

void effect_same_recip(const struct term *term, const struct network *network,
                       const struct choice *choice, size_t from, size_t end,
                       double *restrict contribution)
{
    effect_same(term, network, choice, from, end, contribution);
    keep_mutual(choice, from, end, contribution);
}

void effect_similarity_recip(const struct term *term, const struct network *network,
                             const struct choice *choice, size_t from, size_t end,
                             double *restrict contribution)
{
    effect_similarity(term, network, choice, from, end, contribution);
    keep_mutual(choice, from, end, contribution);
}

/* Effects of degrees: popularity (of the alter) and activity (of ego). */
#include "base/elementary.h"
#include "network/effects_rows.h"

/* The indegree that the alter has with the tie. */
static double in_degree_with(const struct network *network, const struct choice *choice, size_t k)
{
    return (int32_t)(lists_degree(&network->in, choice->alter[k]) + 1u - choice->tied[k]);
}

static double out_degree(const struct network *network, uint32_t actor)
{
    return (int32_t)lists_degree(&network->out, actor);
}

static double in_degree(const struct network *network, uint32_t actor)
{
    return (int32_t)lists_degree(&network->in, actor);
}

void in_popularity(const struct term *term, const struct network *network,
                   const struct choice *choice, size_t from, size_t end, double *contribution)
{
    (void)term;
    for (size_t k = from; k < end; k++)
        contribution[k] = in_degree_with(network, choice, k);
}

double in_popularity_bound(const struct term *term, const struct network *network, uint32_t actor)
{
    return term->value * (in_degree(network, actor) + 1);
}

void in_popularity_sqrt(const struct term *term, const struct network *network,
                        const struct choice *choice, size_t from, size_t end, double *contribution)
{
    (void)term;
    for (size_t k = from; k < end; k++)
        contribution[k] = elementary_sqrt(in_degree_with(network, choice, k));
}

double in_popularity_sqrt_bound(const struct term *term, const struct network *network,
                                uint32_t actor)
{
    return term->value * elementary_sqrt(in_degree(network, actor) + 1);
}

void out_popularity(const struct term *term, const struct network *network,
                    const struct choice *choice, size_t from, size_t end, double *contribution)
{
    (void)term;
    for (size_t k = from; k < end; k++)
        contribution[k] = out_degree(network, choice->alter[k]);
}

double out_popularity_bound(const struct term *term, const struct network *network, uint32_t actor)
{
    return term->value * out_degree(network, actor);
}

void out_popularity_sqrt(const struct term *term, const struct network *network,
                         const struct choice *choice, size_t from, size_t end, double *contribution)
{
    (void)term;
    for (size_t k = from; k < end; k++)
        contribution[k] = elementary_sqrt(out_degree(network, choice->alter[k]));
}

double out_popularity_sqrt_bound(const struct term *term, const struct network *network,
                                 uint32_t actor)
{
    return term->value * elementary_sqrt(out_degree(network, actor));
}

void in_activity(const struct term *term, const struct network *network,
                 const struct choice *choice, size_t from, size_t end, double *contribution)
{
    (void)term;
    const double degree = in_degree(network, choice->ego);
    for (size_t k = from; k < end; k++)
        contribution[k] = degree;
}

double in_activity_bound(const struct term *term, const struct network *network, uint32_t actor)
{
    return term->value * in_degree(network, actor);
}

void in_activity_sqrt(const struct term *term, const struct network *network,
                      const struct choice *choice, size_t from, size_t end, double *contribution)
{
    (void)term;
    const double root = elementary_sqrt(in_degree(network, choice->ego));
    for (size_t k = from; k < end; k++)
        contribution[k] = root;
}

double in_activity_sqrt_bound(const struct term *term, const struct network *network,
                              uint32_t actor)
{
    return term->value * elementary_sqrt(in_degree(network, actor));
}

void out_activity(const struct term *term, const struct network *network,
                  const struct choice *choice, size_t from, size_t end, double *contribution)
{
    (void)term;
    const double degree = out_degree(network, choice->ego);
    for (size_t k = from; k < end; k++)
        contribution[k] = 2 * degree + 1 - 2 * choice->tied[k];
}

double out_activity_bound(const struct term *term, const struct network *network, uint32_t actor)
{
    return term->value * (2 * out_degree(network, actor) + 1);
}

static double three_halves(double degree)
{
    return degree * elementary_sqrt(degree);
}

void out_activity_sqrt(const struct term *term, const struct network *network,
                       const struct choice *choice, size_t from, size_t end, double *contribution)
{
    (void)term;
    const double degree = out_degree(network, choice->ego);
    const double made = three_halves(degree + 1) - three_halves(degree);
    const double dropped = degree > 0 ? three_halves(degree) - three_halves(degree - 1) : 0;
    for (size_t k = from; k < end; k++)
        contribution[k] = choice->tied[k] ? dropped : made;
}

double out_activity_sqrt_bound(const struct term *term, const struct network *network,
                               uint32_t actor)
{
    const double degree = out_degree(network, actor);
    return term->value * (three_halves(degree + 1) - three_halves(degree));
}

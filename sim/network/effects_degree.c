/* Effects of the alter's degrees: popularity. */
#include "base/elementary.h"
#include "base/wide.h"
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

void effect_in_popularity(const struct term *term, const struct network *network,
                          const struct choice *choice, size_t from, size_t end,
                          double *restrict contribution)
{
    (void)term;
    for (size_t k = from; k < end; k++)
        contribution[k] = in_degree_with(network, choice, k);
}

double effect_in_popularity_bound(const struct term *term, const struct network *network,
                                  uint32_t actor)
{
    return term->value * (in_degree(network, actor) + 1);
}

void effect_in_popularity_sqrt(const struct term *term, const struct network *network,
                               const struct choice *choice, size_t from, size_t end,
                               double *restrict contribution)
{
    (void)term;
    for (size_t k = from; k < end; k++)
        contribution[k] = in_degree_with(network, choice, k);
    wide_sqrt(contribution + from, end - from);
}

double effect_in_popularity_sqrt_bound(const struct term *term, const struct network *network,
                                       uint32_t actor)
{
    return term->value * elementary_sqrt(in_degree(network, actor) + 1);
}

void effect_out_popularity(const struct term *term, const struct network *network,
                           const struct choice *choice, size_t from, size_t end,
                           double *restrict contribution)
{
    (void)term;
    for (size_t k = from; k < end; k++)
        contribution[k] = out_degree(network, choice->alter[k]);
}

double effect_out_popularity_bound(const struct term *term, const struct network *network,
                                   uint32_t actor)
{
    return term->value * out_degree(network, actor);
}

void effect_out_popularity_sqrt(const struct term *term, const struct network *network,
                                const struct choice *choice, size_t from, size_t end,
                                double *restrict contribution)
{
    (void)term;
    for (size_t k = from; k < end; k++)
        contribution[k] = out_degree(network, choice->alter[k]);
    wide_sqrt(contribution + from, end - from);
}

double effect_out_popularity_sqrt_bound(const struct term *term, const struct network *network,
                                        uint32_t actor)
{
    return term->value * elementary_sqrt(out_degree(network, actor));
}

uint32_t effect_mutual_degree(const struct network *network, uint32_t actor)
{
    const uint32_t *row = lists_row(&network->out, actor);
    const uint32_t degree = lists_degree(&network->out, actor);
    uint32_t mutual = 0;
    for (uint32_t k = 0; k < degree; k++)
        mutual += lists_has(&network->in, actor, lists_actor(row[k]));
    return mutual;
}

/* As the reference has it, a tie back counts once more, whether or not ego's tie is there. */
void effect_mutual_popularity(const struct term *term, const struct network *network,
                              const struct choice *choice, size_t from, size_t end,
                              double *restrict contribution)
{
    (void)term;
    for (size_t k = from; k < end; k++)
        contribution[k] =
            (int32_t)(effect_mutual_degree(network, choice->alter[k]) + choice->back[k]);
}

void effect_mutual_popularity_tie(const struct term *term, const struct network *network,
                                  const struct choice *choice, size_t from, size_t end,
                                  double *restrict contribution)
{
    (void)term;
    for (size_t k = from; k < end; k++)
        contribution[k] = (int32_t)effect_mutual_degree(network, choice->alter[k]);
}

double effect_mutual_popularity_bound(const struct term *term, const struct network *network,
                                      uint32_t actor)
{
    return term->value * effect_mutual_degree(network, actor);
}

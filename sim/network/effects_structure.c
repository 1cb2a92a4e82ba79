/* Effects of how ego and alter stand in the network. */
#include "network/effects_rows.h"

void effect_density(const struct term *term, const struct network *network,
                    const struct choice *choice, size_t from, size_t end,
                    double *restrict contribution)
{
    (void)term, (void)network, (void)choice;
    for (size_t k = from; k < end; k++)
        contribution[k] = 1;
}

double effect_density_bound(const struct term *term, const struct network *network, uint32_t actor)
{
    (void)network, (void)actor;
    return term->value;
}

void effect_recip(const struct term *term, const struct network *network,
                  const struct choice *choice, size_t from, size_t end,
                  double *restrict contribution)
{
    (void)term, (void)network;
    for (size_t k = from; k < end; k++)
        contribution[k] = choice->back[k];
}

void effect_triplet(const struct term *term, const struct network *network,
                    const struct choice *choice, size_t from, size_t end,
                    double *restrict contribution)
{
    (void)term, (void)network;
    for (size_t k = from; k < end; k++)
        contribution[k] = (int32_t)(choice->two_path[k] + choice->shared[k]);
}

void effect_two_path(const struct term *term, const struct network *network,
                     const struct choice *choice, size_t from, size_t end,
                     double *restrict contribution)
{
    (void)term, (void)network;
    for (size_t k = from; k < end; k++)
        contribution[k] = (int32_t)choice->two_path[k];
}

void effect_shared(const struct term *term, const struct network *network,
                   const struct choice *choice, size_t from, size_t end,
                   double *restrict contribution)
{
    (void)term, (void)network;
    for (size_t k = from; k < end; k++)
        contribution[k] = (int32_t)choice->shared[k];
}

void effect_mediated(const struct term *term, const struct network *network,
                     const struct choice *choice, size_t from, size_t end,
                     double *restrict contribution)
{
    (void)term, (void)network;
    for (size_t k = from; k < end; k++)
        contribution[k] = (int32_t)choice->common[k];
}

void effect_cycle(const struct term *term, const struct network *network,
                  const struct choice *choice, size_t from, size_t end,
                  double *restrict contribution)
{
    (void)term, (void)network;
    for (size_t k = from; k < end; k++)
        contribution[k] = (int32_t)choice->cycle[k];
}

/* Each of its three ties counts the cycle. */
void effect_cycle_tie(const struct term *term, const struct network *network,
                      const struct choice *choice, size_t from, size_t end,
                      double *restrict contribution)
{
    (void)term, (void)network;
    for (size_t k = from; k < end; k++)
        contribution[k] = (int32_t)choice->cycle[k] / 3.0;
}

void effect_reciprocated(const struct term *term, const struct network *network,
                         const struct choice *choice, size_t from, size_t end,
                         double *restrict contribution)
{
    (void)term, (void)network;
    for (size_t k = from; k < end; k++)
        contribution[k] = (int32_t)(choice->back[k] * choice->two_path[k] + choice->mutual[k]);
}

void effect_reciprocated_tie(const struct term *term, const struct network *network,
                             const struct choice *choice, size_t from, size_t end,
                             double *restrict contribution)
{
    (void)term, (void)network;
    for (size_t k = from; k < end; k++)
        contribution[k] = (int32_t)(choice->back[k] * choice->two_path[k]);
}

/* With the tie j is no longer at distance two, and those whom only j names are. */
void effect_distance_two(const struct term *term, const struct network *network,
                         const struct choice *choice, size_t from, size_t end,
                         double *restrict contribution)
{
    (void)term;
    for (size_t k = from; k < end; k++) {
        const uint32_t *row = lists_row(&network->out, choice->alter[k]);
        const uint32_t degree = lists_degree(&network->out, choice->alter[k]);
        uint32_t only_by_j = 0;
        for (uint32_t l = 0; l < degree; l++) {
            const uint32_t h = lists_actor(row[l]);
            const uint32_t option = h == choice->ego ? CHOICE_NONE : choice_find(choice, h);
            const bool tied = option != CHOICE_NONE && choice->tied[option];
            const uint32_t ways = option == CHOICE_NONE ? 0 : choice->two_path[option];
            only_by_j += h != choice->ego && !tied && ways == choice->tied[k];
        }
        contribution[k] = (double)only_by_j - (choice->two_path[k] >= 1);
    }
}

double effect_distance_two_bound(const struct term *term, const struct network *network,
                                 uint32_t actor)
{
    return term->value > 0 ? term->value * lists_degree(&network->out, actor) : 0;
}

double effect_distance_two_statistic(const struct term *term, const struct network *network,
                                     const struct choice *choice)
{
    (void)term, (void)network;
    double at_two = 0;
    for (size_t k = 0; k < choice->count; k++)
        at_two += !choice->tied[k] && choice->two_path[k] > 0;
    return at_two;
}

/* Those who name ego and not the alter: ego stands between. */
void effect_between(const struct term *term, const struct network *network,
                    const struct choice *choice, size_t from, size_t end,
                    double *restrict contribution)
{
    (void)term;
    const uint32_t named = lists_degree(&network->in, choice->ego);
    for (size_t k = from; k < end; k++)
        contribution[k] = (int32_t)(named - choice->back[k] - choice->common[k]);
}

double effect_between_bound(const struct term *term, const struct network *network, uint32_t actor)
{
    return term->value * lists_degree(&network->in, actor);
}

/* Of those named by either, the part named by both. */
void effect_out_jaccard(const struct term *term, const struct network *network,
                        const struct choice *choice, size_t from, size_t end,
                        double *restrict contribution)
{
    (void)term;
    const uint32_t degree = lists_degree(&network->out, choice->ego);
    for (size_t k = from; k < end; k++) {
        const uint32_t both = choice->shared[k];
        const uint32_t either = degree + lists_degree(&network->out, choice->alter[k]) - both;
        contribution[k] = both == 0 ? 0 : (double)both / either;
    }
}

void effect_in_jaccard(const struct term *term, const struct network *network,
                       const struct choice *choice, size_t from, size_t end,
                       double *restrict contribution)
{
    (void)term;
    const uint32_t degree = lists_degree(&network->in, choice->ego);
    for (size_t k = from; k < end; k++) {
        const uint32_t both = choice->common[k];
        const uint32_t either = degree + lists_degree(&network->in, choice->alter[k]) - both;
        contribution[k] = both == 0 ? 0 : (double)both / either;
    }
}

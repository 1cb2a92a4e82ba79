/* Effects of how ego and alter stand in the network. */
#include "base/elementary.h"
#include "network/effects_rows.h"

void density_contribution(const struct term *term, const struct network *network,
                          const struct choice *choice, size_t from, size_t end,
                          double *contribution)
{
    (void)term, (void)network, (void)choice;
    for (size_t k = from; k < end; k++)
        contribution[k] = 1;
}

double density_bound(const struct term *term, const struct network *network, uint32_t actor)
{
    (void)network, (void)actor;
    return term->value;
}

void recip_contribution(const struct term *term, const struct network *network,
                        const struct choice *choice, size_t from, size_t end, double *contribution)
{
    (void)term, (void)network;
    for (size_t k = from; k < end; k++)
        contribution[k] = choice->back[k];
}

void triplet_contribution(const struct term *term, const struct network *network,
                          const struct choice *choice, size_t from, size_t end,
                          double *contribution)
{
    (void)term, (void)network;
    for (size_t k = from; k < end; k++)
        contribution[k] = (int32_t)(choice->two_path[k] + choice->shared[k]);
}

void two_path_contribution(const struct term *term, const struct network *network,
                           const struct choice *choice, size_t from, size_t end,
                           double *contribution)
{
    (void)term, (void)network;
    for (size_t k = from; k < end; k++)
        contribution[k] = (int32_t)choice->two_path[k];
}

void shared_contribution(const struct term *term, const struct network *network,
                         const struct choice *choice, size_t from, size_t end, double *contribution)
{
    (void)term, (void)network;
    for (size_t k = from; k < end; k++)
        contribution[k] = (int32_t)choice->shared[k];
}

void cycle_contribution(const struct term *term, const struct network *network,
                        const struct choice *choice, size_t from, size_t end, double *contribution)
{
    (void)term, (void)network;
    for (size_t k = from; k < end; k++)
        contribution[k] = (int32_t)choice->cycle[k];
}

void reciprocated_contribution(const struct term *term, const struct network *network,
                               const struct choice *choice, size_t from, size_t end,
                               double *contribution)
{
    (void)term, (void)network;
    for (size_t k = from; k < end; k++)
        contribution[k] = (int32_t)(choice->back[k] * choice->two_path[k] + choice->mutual[k]);
}

/* Most alters have no two-path, and few have many: the power is a product. */
void gwesp_contribution(const struct term *term, const struct network *network,
                        const struct choice *choice, size_t from, size_t end, double *contribution)
{
    (void)network;
    const double scale = elementary_exp(term->parameter / 100), base = 1 - 1 / scale;
    for (size_t k = from; k < end; k++) {
        double power = 1;
        for (uint32_t h = 0; h < choice->two_path[k]; h++)
            power *= base;
        contribution[k] = scale * (1 - power);
    }
}

/* With the tie j is no longer at distance two, and those whom only j names are. */
void distance_two_contribution(const struct term *term, const struct network *network,
                               const struct choice *choice, size_t from, size_t end,
                               double *contribution)
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

double distance_two_bound(const struct term *term, const struct network *network, uint32_t actor)
{
    return term->value > 0 ? term->value * lists_degree(&network->out, actor) : 0;
}

/* Effects of closure that look further than one count, and of shared partners. */
#include "base/elementary.h"
#include "network/effects_rows.h"

/* e^a (1 - (1 - e^-a)^count). Most alters have no partner in common with ego, and few
 * have many: the power is a product. */
static double geometric(double scale, uint32_t count)
{
    const double base = 1 - 1 / scale;
    double power = 1;
    for (uint32_t h = 0; h < count; h++)
        power *= base;
    return scale * (1 - power);
}

static void geometric_of(const struct term *term, const uint32_t *count, size_t from, size_t end,
                         double *restrict contribution)
{
    const double scale = elementary_exp(term->parameter / 100);
    for (size_t k = from; k < end; k++)
        contribution[k] = geometric(scale, count[k]);
}

void effect_gwesp(const struct term *term, const struct network *network,
                  const struct choice *choice, size_t from, size_t end,
                  double *restrict contribution)
{
    (void)network;
    geometric_of(term, choice->two_path, from, end, contribution);
}

void effect_gwesp_shared(const struct term *term, const struct network *network,
                         const struct choice *choice, size_t from, size_t end,
                         double *restrict contribution)
{
    (void)network;
    geometric_of(term, choice->shared, from, end, contribution);
}

void effect_gwesp_common(const struct term *term, const struct network *network,
                         const struct choice *choice, size_t from, size_t end,
                         double *restrict contribution)
{
    (void)network;
    geometric_of(term, choice->common, from, end, contribution);
}

void effect_gwesp_cycle(const struct term *term, const struct network *network,
                        const struct choice *choice, size_t from, size_t end,
                        double *restrict contribution)
{
    (void)network;
    geometric_of(term, choice->cycle, from, end, contribution);
}

/* Those with whom both ego and the alter have ties both ways. */
static uint32_t mutual_partners(const struct network *network, const struct choice *choice,
                                uint32_t alter)
{
    const uint32_t *row = lists_row(&network->out, alter);
    const uint32_t degree = lists_degree(&network->out, alter);
    uint32_t partners = 0;
    for (uint32_t l = 0; l < degree; l++) {
        const uint32_t h = lists_actor(row[l]);
        const uint32_t option = h == choice->ego ? CHOICE_NONE : choice_find(choice, h);
        if (option != CHOICE_NONE && choice->tied[option] && choice->back[option])
            partners += network_has(network, h, alter);
    }
    return partners;
}

void effect_gwesp_mutual(const struct term *term, const struct network *network,
                         const struct choice *choice, size_t from, size_t end,
                         double *restrict contribution)
{
    const double scale = elementary_exp(term->parameter / 100);
    for (size_t k = from; k < end; k++) {
        const bool any = choice->mutual[k] > 0;
        contribution[k] =
            any ? geometric(scale, mutual_partners(network, choice, choice->alter[k])) : 0;
    }
}

/* Ego's ties that are closed by the tie to j and by no other. */
static uint32_t closed_by(const struct network *network, const struct choice *choice, size_t k)
{
    if (choice->shared[k] == 0)
        return 0;
    const uint32_t *row = lists_row(&network->out, choice->alter[k]);
    const uint32_t degree = lists_degree(&network->out, choice->alter[k]);
    uint32_t closed = 0;
    for (uint32_t l = 0; l < degree; l++) {
        const uint32_t h = lists_actor(row[l]);
        const uint32_t option = h == choice->ego ? CHOICE_NONE : choice_find(choice, h);
        closed += option != CHOICE_NONE && choice->tied[option] &&
                  choice->two_path[option] == choice->tied[k];
    }
    return closed;
}

void effect_closed(const struct term *term, const struct network *network,
                   const struct choice *choice, size_t from, size_t end,
                   double *restrict contribution)
{
    (void)term;
    for (size_t k = from; k < end; k++)
        contribution[k] = (int32_t)((choice->two_path[k] > 0) + closed_by(network, choice, k));
}

void effect_closed_tie(const struct term *term, const struct network *network,
                       const struct choice *choice, size_t from, size_t end,
                       double *restrict contribution)
{
    (void)term, (void)network;
    for (size_t k = from; k < end; k++)
        contribution[k] = choice->two_path[k] > 0;
}

static bool alike(const struct term *term, const struct network *network, uint32_t one,
                  uint32_t other)
{
    return network_attribute(network, one, term->covariate->column) ==
           network_attribute(network, other, term->covariate->column);
}

void effect_same_triplet_tie(const struct term *term, const struct network *network,
                             const struct choice *choice, size_t from, size_t end,
                             double *restrict contribution)
{
    for (size_t k = from; k < end; k++)
        contribution[k] =
            alike(term, network, choice->ego, choice->alter[k]) ? (int32_t)choice->two_path[k] : 0;
}

/* A triplet's ends are alike: those that the tie closes, and those that it is half of. */
void effect_same_triplet(const struct term *term, const struct network *network,
                         const struct choice *choice, size_t from, size_t end,
                         double *restrict contribution)
{
    effect_same_triplet_tie(term, network, choice, from, end, contribution);
    for (size_t k = from; k < end; k++) {
        const uint32_t *row = lists_row(&network->out, choice->alter[k]);
        const uint32_t degree =
            choice->shared[k] > 0 ? lists_degree(&network->out, choice->alter[k]) : 0;
        for (uint32_t l = 0; l < degree; l++) {
            const uint32_t h = lists_actor(row[l]);
            const uint32_t option = h == choice->ego ? CHOICE_NONE : choice_find(choice, h);
            if (option != CHOICE_NONE && choice->tied[option] &&
                alike(term, network, choice->ego, h))
                contribution[k] += 1;
        }
    }
}

#include "network/rates.h"

#include "base/elementary.h"
#include "base/memory.h"

static double logarithm_of(const struct rates *rates, uint32_t actor)
{
    double sum = 0;
    for (size_t t = 0; t < rates->term_count; t++) {
        const struct rate_term *term = &rates->terms[t];
        if (term->by == RATE_BY_COVARIATE)
            sum +=
                term->value * (network_attribute(rates->network, actor, term->covariate->column) -
                               term->covariate->mean);
        else if (term->by == RATE_BY_OUT_DEGREE)
            sum += term->value * lists_degree(&rates->network->out, actor);
        else
            sum += term->value * lists_degree(&rates->network->in, actor);
    }
    return sum;
}

bool rates_init(struct rates *rates, const struct network *network, double rate,
                const struct rate_term *terms, size_t term_count, struct spel_error *error)
{
    *rates = (struct rates){.network = network,
                            .rate = rate,
                            .terms = terms,
                            .term_count = term_count,
                            .weighted = term_count > 0,
                            .total = rate * network->actors};
    if (!rates->weighted)
        return true;
    double *logarithm = memory_take(network->actors, sizeof *logarithm, error);
    if (!logarithm)
        return false;
    for (uint32_t i = 0; i < network->actors; i++)
        logarithm[i] = logarithm_of(rates, i);
    const bool fine = buckets_init(&rates->buckets, logarithm, network->actors, error);
    memory_release(logarithm);
    rates->total = rate * buckets_total(&rates->buckets, -1);
    return fine;
}

void rates_clear(struct rates *rates)
{
    buckets_clear(&rates->buckets);
}

bool rates_update(struct rates *rates, uint32_t actor, struct spel_error *error)
{
    if (!rates->weighted)
        return true;
    const double logarithm = logarithm_of(rates, actor);
    const bool fine = buckets_set(&rates->buckets, actor, logarithm, error);
    rates->total = rates->rate * buckets_total(&rates->buckets, -1);
    if (fine && rates->rate * elementary_exp(logarithm) > RATES_HIGHEST)
        return error_set(error, SPEL_ERROR_INPUT,
                         "what raises a rate has brought actor %u to more than %g opportunities",
                         actor + 1, RATES_HIGHEST);
    return fine;
}

double rates_of(const struct rates *rates, uint32_t actor)
{
    return rates->rate * elementary_exp(logarithm_of(rates, actor));
}

bool rates_draw(const struct rates *rates, struct stream *draw, uint32_t *actor)
{
    if (!rates->weighted) {
        *actor = stream_below(draw, rates->network->actors);
        return true;
    }
    const double total = buckets_total(&rates->buckets, -1);
    const struct bucket *row = buckets_at(&rates->buckets, -1, stream_uniform(draw) * total);
    *actor = row->member[stream_below(draw, row->count)];
    return stream_uniform(draw) < elementary_exp(logarithm_of(rates, *actor) - row->upper);
}

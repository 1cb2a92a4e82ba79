/* The statistics that belong to the model's own terms, as estimation uses them:
 * of ties by the attributes at the start, of behaviours by the ties at the start
 * (Snijders, Steglich and Schweinberger 2007). Named as in the reference, with
 * `network` for the network: network.recip.eval, network.simX.eval.alcohol,
 * alcohol.avSim.eval. */
#include <stdio.h>

#include "network/statistics_rows.h"

/* Over the whole network. */
static bool measure_evaluation(const struct term *term, const struct network *network,
                               struct choice *choice, double *value)
{
    for (uint32_t i = 0; i < network->actors; i++) {
        if (!choice_gather(choice, network, i, effect_counts(term, 1)))
            return false;
        *value += effect_statistic_of(term, network, choice);
    }
    return true;
}

/* Over ties that `network` has and `other` has not. */
static bool measure_change(const struct term *term, const struct network *network,
                           const struct network *other, struct choice *choice, double *value)
{
    for (uint32_t i = 0; i < network->actors; i++) {
        if (!choice_gather(choice, network, i, effect_counts(term, 1)))
            return false;
        choice_learn(choice, network, 0, choice->count);
        term->effect->tie(term, network, choice, 0, choice->count, choice->contribution);
        for (size_t k = 0; k < choice->count; k++)
            if (choice->tied[k] && !network_has(other, i, choice->alter[k]))
                *value += choice->contribution[k];
    }
    return true;
}

/* Endowment is what was lost, taken as negative, in the network at the start. */
static bool measure_term(const struct statistics_context *context, const struct term *term,
                         struct choice *choice, double *value)
{
    const struct network lagged = statistics_lagged(context);
    if (term->role == ROLE_EVALUATION)
        return measure_evaluation(term, &lagged, choice, value);
    if (term->role == ROLE_CREATION)
        return measure_change(term, &lagged, context->start, choice, value);
    const bool fine = measure_change(term, context->start, context->now, choice, value);
    *value = -*value;
    return fine;
}

static const char *about(const struct term *term)
{
    return term->covariate ? term->covariate->name : term->dyadic ? term->dyadic->name : NULL;
}

static bool put_terms(struct statistics_out *out, struct choice *choice)
{
    static const char *const roles[] = {"eval", "creation", "endow"};
    for (size_t t = 0; t < out->context->model->term_count; t++) {
        const struct term *term = &out->context->model->terms[t];
        if (term->role != ROLE_EVALUATION && !term->effect->tie)
            continue; /* no sum over ties, so that no part of it is of ties lost or made */
        double value = 0;
        if (out->values && !measure_term(out->context, term, choice, &value))
            return false;
        char name[2 * STATISTICS_NAME];
        snprintf(name, sizeof name, "network.%s.%s%s%s", term->effect->name, roles[term->role],
                 about(term) ? "." : "", about(term) ? about(term) : "");
        statistics_put(out, name, NULL, value);
    }
    return true;
}

static void put_behaviours(struct statistics_out *out)
{
    const struct statistics_context *context = out->context;
    struct network lagnet = *context->start;
    lagnet.record = context->now->record;
    for (size_t b = 0; b < context->model->behaviour_count; b++) {
        const struct behaviour *behaviour = &context->model->behaviours[b];
        for (size_t t = 0; t < behaviour->term_count; t++) {
            const struct behaviour_effect *effect = behaviour->terms[t].effect;
            double value = 0;
            for (uint32_t i = 0; i < lagnet.actors && out->values; i++)
                value += effect->statistic(&lagnet, behaviour->covariate, i);
            char name[2 * STATISTICS_NAME];
            snprintf(name, sizeof name, "%s.%s.eval", behaviour->covariate->name, effect->name);
            statistics_put(out, name, NULL, value);
        }
    }
}

bool statistics_effects(struct statistics_out *out, struct spel_error *error)
{
    struct choice choice = {0};
    bool fine = !out->values || choice_init(&choice, 64, error);
    if (fine)
        fine = put_terms(out, &choice) ||
               error_set(error, SPEL_ERROR_MEMORY, "no memory for the statistics of effects");
    choice_clear(&choice);
    if (fine)
        put_behaviours(out);
    return fine;
}

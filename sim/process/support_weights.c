#include "process/support_weights.h"

#include "world/circles.h"

/* As good as never: below the weight of one in the whole country. */
static const double NEVER = -40;

void support_terms_init(struct support_terms *terms, const struct support_network_params *params)
{
    static const struct {
        const char *name;
        enum term_role role;
        size_t value; /* of the parameter */
    } rows[] = {
        {"density", ROLE_EVALUATION, offsetof(struct support_network_params, density)},
        {"density", ROLE_CREATION, offsetof(struct support_network_params, making)},
        {"outAct", ROLE_EVALUATION, offsetof(struct support_network_params, crowding)},
        {"recip", ROLE_EVALUATION, offsetof(struct support_network_params, reciprocity)},
        {"gwespFF", ROLE_EVALUATION, offsetof(struct support_network_params, closure)},
        {"inPopSqrt", ROLE_EVALUATION, offsetof(struct support_network_params, popularity)},
        {"household", ROLE_EVALUATION, offsetof(struct support_network_params, household)},
        {"kin", ROLE_EVALUATION, offsetof(struct support_network_params, kin)},
        {"burden", ROLE_EVALUATION, offsetof(struct support_network_params, burden)},
        {"sociability", ROLE_EVALUATION, offsetof(struct support_network_params, sociability)},
        {"strength", ROLE_ENDOWMENT, offsetof(struct support_network_params, strength)},
        {"peers", ROLE_CREATION, offsetof(struct support_network_params, peers)},
        {"street", ROLE_CREATION, offsetof(struct support_network_params, street)},
        {"neighbourhood", ROLE_CREATION, offsetof(struct support_network_params, neighbourhood)},
        {"focus", ROLE_CREATION, offsetof(struct support_network_params, focus)},
    };
    terms->count = 0;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        const struct effect *effect = people_effect_find(rows[r].name);
        effect = effect ? effect : effect_find(rows[r].name);
        terms->term[terms->count++] = (struct term){
            .effect = effect,
            .role = rows[r].role,
            .value = *(const double *)(const void *)((const char *)params + rows[r].value),
            .parameter = effect->parameter,
        };
    }
    terms->term[terms->count++] =
        (struct term){.effect = people_effect_find("meeting"), .role = ROLE_CREATION, .value = 1};
}

double support_meeting(enum tie_kind kind, int years)
{
    const double met = circles_by_age(kind, years + 0.5);
    return met > 0 ? elementary_log(met) : NEVER;
}

/* Options that differ in one respect from the first, in a network in which actor d has d ties out
 * and in. */
struct sample {
    const struct support_terms *terms;
    struct network network;
    uint8_t degrees[TIE_SLOTS + 1];
    struct people_options options;
};

/* All options alike: no tie to somebody on whom nobody counts, or a tie to one on whom one does. */
static void begin(struct sample *sample, size_t count, bool tied)
{
    people_options_init(&sample->options);
    sample->options.choice.ego = tied;
    sample->options.choice.count = count;
    sample->options.choice.tied_count = tied ? count : 0;
    for (size_t k = 0; k < count; k++) {
        sample->options.alter[k] = tied;
        sample->options.tied[k] = tied;
    }
}

/* Their weights as multiples of that of the first. */
static void finish(struct sample *sample, double *factor)
{
    struct choice *choice = &sample->options.choice;
    effect_utilities(sample->terms->term, sample->terms->count, &sample->network, choice, 0,
                     choice->count);
    for (size_t k = 0; k < choice->count; k++)
        factor[k] = elementary_exp(choice->utility[k] - choice->utility[0]);
}

static void find_ego(struct sample *sample, bool tied, double *ego)
{
    for (uint32_t degree = 0; degree <= TIE_SLOTS; degree++) {
        begin(sample, 1, tied);
        sample->options.choice.ego = degree;
        effect_utilities(sample->terms->term, sample->terms->count, &sample->network,
                         &sample->options.choice, 0, 1);
        ego[degree] = elementary_exp(sample->options.utility[0]);
    }
}

static void find_relations(struct sample *sample, bool tied, double *relation)
{
    begin(sample, SUPPORT_RELATIONS, tied);
    for (size_t k = 0; k < SUPPORT_RELATIONS; k++) {
        sample->options.relation[k] = (uint8_t)(k % SUPPORT_BACK);
        sample->options.back[k] = k >= SUPPORT_BACK;
    }
    finish(sample, relation);
}

static void find_counts(struct sample *sample, bool tied, struct support_weights *weights)
{
    begin(sample, TIE_SLOTS + 1, tied);
    for (uint32_t k = 0; k <= TIE_SLOTS; k++)
        sample->options.two_path[k] = k;
    finish(sample, weights->common[tied]);
    begin(sample, TIE_SLOTS + 1, tied);
    for (uint32_t k = tied; k <= TIE_SLOTS; k++)
        sample->options.alter[k] = k;
    finish(sample, weights->named[tied]);
    begin(sample, SUPPORT_LEVELS, tied);
    for (size_t k = 0; k < SUPPORT_LEVELS; k++)
        sample->options.burden[k] = (float)k / (SUPPORT_LEVELS - 1);
    finish(sample, weights->burden[tied]);
}

static void find_people(struct sample *sample, struct support_weights *weights)
{
    begin(sample, SUPPORT_LEVELS, true);
    for (size_t k = 0; k < SUPPORT_LEVELS; k++)
        sample->options.strength[k] = (float)k / (SUPPORT_LEVELS - 1);
    finish(sample, weights->strength);
    begin(sample, SUPPORT_MONTHS, false);
    for (size_t k = 0; k < SUPPORT_MONTHS; k++)
        sample->options.apart[k] = (float)k / 12;
    finish(sample, weights->apart);
    for (int years = 0; years < SUPPORT_YEARS; years++) {
        weights->friends[years] = elementary_exp(support_meeting(TIE_FRIEND, years));
        weights->neighbours[years] = elementary_exp(support_meeting(TIE_STREET, years));
    }
}

static double largest(const double *factor, size_t count)
{
    double most = factor[0];
    for (size_t k = 1; k < count; k++)
        most = factor[k] > most ? factor[k] : most;
    return most;
}

void support_weights_init(struct support_weights *weights, const struct support_terms *terms,
                          const struct support_network_params *params)
{
    struct sample sample = {.terms = terms};
    for (uint8_t d = 0; d <= TIE_SLOTS; d++)
        sample.degrees[d] = d;
    sample.network.actors = TIE_SLOTS + 1;
    sample.network.out.degrees = sample.network.in.degrees = sample.degrees;
    for (int tied = 0; tied < 2; tied++) {
        find_ego(&sample, tied, weights->ego[tied]);
        find_relations(&sample, tied, weights->relation[tied]);
        find_counts(&sample, tied, weights);
    }
    find_people(&sample, weights);
    /* Nobody can be chosen on whom sixteen count. */
    weights->most = largest(weights->named[0], TIE_SLOTS) *
                    largest(weights->burden[0], SUPPORT_LEVELS) *
                    largest(weights->apart, SUPPORT_MONTHS);
    weights->unfocused = weights->relation[0][0] / weights->relation[0][RELATION_FOCUS];
    weights->strangers = elementary_exp(params->strangers);
}

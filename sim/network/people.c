#include "network/people.h"

#include <string.h>

void people_options_init(struct people_options *options)
{
    memset(options, 0, sizeof *options);
    options->choice = (struct choice){
        .room = PEOPLE_ROOM - 1, /* the last one stands for ego */
        .alter = options->alter,
        .tied = options->tied,
        .back = options->back,
        .relation = options->relation,
        .two_path = options->two_path,
        .utility = options->utility,
        .contribution = options->contribution,
        .weight = options->weight,
        .where = options->where,
        .serial = 1,
        .where_mask = PEOPLE_WHERE - 1,
    };
}

static const struct people_options *people(const struct choice *choice)
{
    return (const struct people_options *)(const void *)choice;
}

/* The parameter of a relation is its bit. */
static void relation_contribution(const struct term *term, const struct network *network,
                                  const struct choice *choice, size_t from, size_t end,
                                  double *contribution)
{
    (void)network;
    const uint8_t bit = (uint8_t)term->parameter;
    for (size_t k = from; k < end; k++)
        contribution[k] = (choice->relation[k] & bit) != 0;
}

static double relation_bound(const struct term *term, const struct network *network, uint32_t actor)
{
    (void)network, (void)actor;
    return term->value > 0 ? term->value : 0;
}

/* Kin are of any age; others of one's own. */
static void peers_contribution(const struct term *term, const struct network *network,
                               const struct choice *choice, size_t from, size_t end,
                               double *contribution)
{
    (void)network;
    const float most = (float)term->parameter;
    const float *apart = people(choice)->apart;
    for (size_t k = from; k < end; k++) {
        const float years = apart[k] < most ? apart[k] : most;
        const bool related = choice->relation[k] & (RELATION_HOUSEHOLD | RELATION_KIN);
        contribution[k] = related ? 0 : -0.1 * (double)years;
    }
}

static void burden_contribution(const struct term *term, const struct network *network,
                                const struct choice *choice, size_t from, size_t end,
                                double *contribution)
{
    (void)term, (void)network;
    for (size_t k = from; k < end; k++)
        contribution[k] = -(double)people(choice)->burden[k];
}

/* What weighs against a tie weighs nothing at best; a weight below zero is none that a scenario
 * may set. */
static double nothing_bound(const struct term *term, const struct network *network, uint32_t actor)
{
    (void)term, (void)network, (void)actor;
    return 0;
}

static void strength_contribution(const struct term *term, const struct network *network,
                                  const struct choice *choice, size_t from, size_t end,
                                  double *contribution)
{
    (void)term, (void)network;
    for (size_t k = from; k < end; k++)
        contribution[k] = (double)people(choice)->strength[k];
}

static void sociability_contribution(const struct term *term, const struct network *network,
                                     const struct choice *choice, size_t from, size_t end,
                                     double *contribution)
{
    (void)term, (void)network;
    const double sociability = people(choice)->sociability;
    for (size_t k = from; k < end; k++)
        contribution[k] = sociability;
}

static void meeting_contribution(const struct term *term, const struct network *network,
                                 const struct choice *choice, size_t from, size_t end,
                                 double *contribution)
{
    (void)term, (void)network;
    memcpy(contribution + from, people(choice)->offset + from, (end - from) * sizeof *contribution);
}

#define FELD "Feld 1981, American Journal of Sociology 86"

/* clang-format off */
const struct effect people_effects[] = {
    {"household", "1 if i and j live together", "sum x_ij [same household]", "Assumption", OF_NOTHING,
     REACH_LOCAL, 0, RELATION_HOUSEHOLD, relation_contribution, NULL, relation_contribution, NULL},
    {"kin", "1 if i and j are kin", "sum x_ij [kin]", "Mollenhorst, Volker and Flap 2014, Social Networks 37",
     OF_NOTHING, REACH_LOCAL, 0, RELATION_KIN, relation_contribution, NULL, relation_contribution, NULL},
    {"street", "1 if j lives some addresses away", "sum x_ij [same street]", FELD, OF_NOTHING,
     REACH_PAIR, 0, RELATION_STREET, relation_contribution, relation_bound, relation_contribution, NULL},
    {"neighbourhood", "1 if j lives in i's neighbourhood, further away", "sum x_ij [same neighbourhood]", FELD,
     OF_NOTHING, REACH_PAIR, 0, RELATION_NEIGHBOURHOOD,
     relation_contribution, relation_bound, relation_contribution, NULL},
    {"focus", "1 if i and j go to the same meeting place", "sum x_ij [same focus]", FELD, OF_NOTHING,
     REACH_PAIR, 0, RELATION_FOCUS, relation_contribution, relation_bound, relation_contribution, NULL},
    {"peers", "-min(|age_i - age_j|, parameter) / 10 years, 0 for kin", "sum x_ij of the contribution",
     "McPherson, Smith-Lovin and Cook 2001, Annual Review of Sociology 27", OF_NOTHING, REACH_PAIR, 0, 40,
     peers_contribution, nothing_bound, peers_contribution, NULL},
    {"burden", "-burden_j", "sum x_ij of the contribution", "Assumption", OF_NOTHING, REACH_ALTER, 0, 0,
     burden_contribution, nothing_bound, burden_contribution, NULL},
    {"strength", "strength of the tie", "sum x_ij of the contribution", "Burt 2000, Social Networks 22",
     OF_NOTHING, REACH_LOCAL, 0, 0, strength_contribution, NULL, strength_contribution, NULL},
    {"sociability", "sociability_i", "sum x_ij sociability_i", "Assumption", OF_NOTHING, REACH_EGO, 0, 0,
     sociability_contribution, NULL, sociability_contribution, NULL},
    {"meeting", "logarithm of how often i meets j", "none: it weighs on making alone",
     "McFadden 1978; Assumption", OF_NOTHING, REACH_PAIR, 0, 0, meeting_contribution, NULL, NULL, NULL},
};
/* clang-format on */

const size_t people_effect_count = sizeof people_effects / sizeof *people_effects;

const struct effect *people_effect_find(const char *name)
{
    for (size_t i = 0; i < people_effect_count; i++)
        if (strcmp(people_effects[i].name, name) == 0)
            return &people_effects[i];
    return NULL;
}

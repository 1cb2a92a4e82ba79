#include "network/effects.h"

#include <string.h>

#include "network/effects_rows.h"

const char *const term_role_names[] = {"evaluation", "creation", "endowment"};

#define SNIJDERS "Snijders 2001, Sociological Methodology 31"
#define MANUAL   "Ripley et al., Manual for RSiena"
#define TRIPLETS (COUNT_TWO_PATH | COUNT_SHARED)

/* clang-format off */
const struct effect effects[] = {
    {"density", "1", "sum x_ij", SNIJDERS, OF_NOTHING, REACH_EGO, 0, 0,
     density_contribution, density_bound, NULL},
    {"recip", "x_ji", "sum x_ij x_ji", SNIJDERS, OF_NOTHING, REACH_LOCAL, COUNT_BACK, 0,
     recip_contribution, NULL, NULL},
    {"transTrip", "TP + IS", "sum x_ij x_ih x_hj", SNIJDERS, OF_NOTHING, REACH_LOCAL, TRIPLETS, 0,
     triplet_contribution, NULL, NULL},
    {"transTrip1", "TP", "sum x_ij x_ih x_hj", MANUAL, OF_NOTHING, REACH_LOCAL, COUNT_TWO_PATH, 0,
     two_path_contribution, NULL, NULL},
    {"transTrip2", "IS", "sum x_ij x_ih x_hj", MANUAL, OF_NOTHING, REACH_LOCAL, COUNT_SHARED, 0,
     shared_contribution, NULL, NULL},
    {"cycle3", "RV", "sum x_ij x_jh x_hi / 3", SNIJDERS, OF_NOTHING, REACH_LOCAL, COUNT_CYCLE, 0,
     cycle_contribution, NULL, NULL},
    {"transRecTrip", "x_ji TP + RB", "sum x_ij x_ji x_ih x_hj", MANUAL, OF_NOTHING, REACH_LOCAL,
     COUNT_BACK | COUNT_TWO_PATH | COUNT_MUTUAL, 0, reciprocated_contribution, NULL, NULL},
    {"gwespFF", "e^a (1 - (1 - e^-a)^TP), a = parameter / 100", "sum x_ij of the contribution", MANUAL,
     OF_NOTHING, REACH_LOCAL, COUNT_TWO_PATH, 69, gwesp_contribution, NULL, NULL},
    {"nbrDist2", "-[TP >= 1] + #{h: x_jh, h != i, x_ih = 0, TP(i,h) = x_ij}", "pairs at distance 2",
     SNIJDERS, OF_NOTHING, REACH_ALTER, COUNT_TWO_PATH, 0,
     distance_two_contribution, distance_two_bound, NULL},
    {"inPop", "indegree of j with the tie", "sum_j id_j^2", MANUAL, OF_NOTHING, REACH_ALTER, 0, 0,
     in_popularity, in_popularity_bound, NULL},
    {"inPopSqrt", "square root of the indegree of j with the tie", "sum_j id_j^1.5", MANUAL,
     OF_NOTHING, REACH_ALTER, 0, 0, in_popularity_sqrt, in_popularity_sqrt_bound, NULL},
    {"outPop", "outdegree of j", "sum x_ij od_j", MANUAL, OF_NOTHING, REACH_ALTER, 0, 0,
     out_popularity, out_popularity_bound, NULL},
    {"outPopSqrt", "square root of the outdegree of j", "sum x_ij sqrt(od_j)", MANUAL, OF_NOTHING,
     REACH_ALTER, 0, 0, out_popularity_sqrt, out_popularity_sqrt_bound, NULL},
    {"inAct", "indegree of i", "sum_i od_i id_i", MANUAL, OF_NOTHING, REACH_EGO, 0, 0,
     in_activity, in_activity_bound, NULL},
    {"inActSqrt", "square root of the indegree of i", "sum_i od_i sqrt(id_i)", MANUAL, OF_NOTHING,
     REACH_EGO, 0, 0, in_activity_sqrt, in_activity_sqrt_bound, NULL},
    {"outAct", "od_i^2 with the tie less without it", "sum_i od_i^2", MANUAL, OF_NOTHING, REACH_EGO,
     0, 0, out_activity, out_activity_bound, NULL},
    {"outActSqrt", "od_i^1.5 with the tie less without it", "sum_i od_i^1.5", MANUAL, OF_NOTHING,
     REACH_EGO, 0, 0, out_activity_sqrt, out_activity_sqrt_bound, NULL},
    {"egoX", "v_i - mean", "sum x_ij (v_i - mean)", MANUAL, OF_COVARIATE, REACH_EGO, 0, 0,
     ego_contribution, ego_bound, NULL},
    {"altX", "v_j - mean", "sum x_ij (v_j - mean)", MANUAL, OF_COVARIATE, REACH_ALTER, 0, 0,
     alter_contribution, alter_bound, NULL},
    {"sameX", "1 if v_i = v_j", "sum x_ij [v_i = v_j]", MANUAL, OF_COVARIATE, REACH_PAIR, 0, 0,
     same_contribution, same_bound, NULL},
    {"simX", "1 - |v_i - v_j| / range - mean similarity", "sum x_ij of the contribution", SNIJDERS,
     OF_COVARIATE, REACH_PAIR, 0, 0, similarity_contribution, similarity_bound, NULL},
    {"X", "w_ij - mean", "sum x_ij (w_ij - mean)", SNIJDERS, OF_DYADIC, REACH_PAIR, 0, 0,
     pair_contribution, pair_bound, NULL},
};
/* clang-format on */

const size_t effect_count = sizeof effects / sizeof *effects;

const struct effect *effect_find(const char *name)
{
    for (size_t i = 0; i < effect_count; i++)
        if (strcmp(effects[i].name, name) == 0)
            return &effects[i];
    return NULL;
}

unsigned effect_counts(const struct term *terms, size_t count)
{
    unsigned counts = 0;
    for (size_t i = 0; i < count; i++)
        counts |= terms[i].effect->counts;
    return counts & COUNT_MUTUAL ? counts | COUNT_BACK : counts;
}

/* A tie that is dropped counts minus its contribution; what a role does not weigh on is 0. */
static void weigh(const struct term *term, struct choice *choice, size_t from, size_t end)
{
    const double by_tied[2] = {term->role == ROLE_ENDOWMENT ? 0 : term->value,
                               term->role == ROLE_CREATION ? 0 : -term->value};
    for (size_t k = from; k < end; k++)
        choice->utility[k] += by_tied[choice->tied[k]] * choice->contribution[k];
}

void effect_utilities(const struct term *terms, size_t term_count, const struct network *network,
                      struct choice *choice, size_t from, size_t end)
{
    for (size_t k = from; k < end; k++)
        choice->utility[k] = 0;
    for (size_t t = 0; t < term_count; t++) {
        terms[t].effect->contribution(&terms[t], network, choice, from, end, choice->contribution);
        weigh(&terms[t], choice, from, end);
    }
}

#include "network/effects.h"

#include <string.h>

#include "base/elementary.h"
#include "network/effects_rows.h"

const char *const term_role_names[] = {"evaluation", "creation", "endowment"};

#define SNIJDERS "Snijders 2001, Sociological Methodology 31"
#define MANUAL   "Ripley et al., Manual for RSiena"
#define TRIPLETS (COUNT_TWO_PATH | COUNT_SHARED)

/* clang-format off */
const struct effect effects[] = {
    {"density", "1", "sum x_ij", SNIJDERS, OF_NOTHING, REACH_EGO, 0, 0,
     density_contribution, density_bound, density_contribution, NULL},
    {"recip", "x_ji", "sum x_ij x_ji", SNIJDERS, OF_NOTHING, REACH_LOCAL, COUNT_BACK, 0,
     recip_contribution, NULL, recip_contribution, NULL},
    {"transTrip", "TP + IS", "sum x_ij x_ih x_hj", SNIJDERS, OF_NOTHING, REACH_LOCAL, TRIPLETS, 0,
     triplet_contribution, NULL, two_path_contribution, NULL},
    {"transTrip1", "TP", "sum x_ij x_ih x_hj", MANUAL, OF_NOTHING, REACH_LOCAL, COUNT_TWO_PATH, 0,
     two_path_contribution, NULL, two_path_contribution, NULL},
    {"transTrip2", "IS", "sum x_ij x_ih x_hj", MANUAL, OF_NOTHING, REACH_LOCAL, COUNT_SHARED, 0,
     shared_contribution, NULL, shared_contribution, NULL},
    {"transMedTrip", "#{h: x_hi x_hj}", "sum x_ij x_hi x_hj", MANUAL, OF_NOTHING, REACH_LOCAL, COUNT_COMMON, 0,
     mediated_contribution, NULL, mediated_contribution, NULL},
    {"cycle3", "RV", "sum x_ij x_jh x_hi / 3", SNIJDERS, OF_NOTHING, REACH_LOCAL, COUNT_CYCLE, 0,
     cycle_contribution, NULL, cycle_tie, NULL},
    {"transRecTrip", "x_ji TP + RB", "sum x_ij x_ji x_ih x_hj", MANUAL, OF_NOTHING, REACH_LOCAL,
     COUNT_BACK | COUNT_TWO_PATH | COUNT_MUTUAL, 0, reciprocated_contribution, NULL, reciprocated_tie, NULL},
    {"transTies", "[TP >= 1] + #{h: x_ih x_jh, TP(i,h) = x_ij}", "sum x_ij [TP >= 1]", MANUAL, OF_NOTHING,
     REACH_LOCAL, TRIPLETS, 0, closed_contribution, NULL, closed_tie, NULL},
    {"gwespFF", "e^a (1 - (1 - e^-a)^TP), a = parameter / 100", "sum x_ij of the contribution", MANUAL,
     OF_NOTHING, REACH_LOCAL, COUNT_TWO_PATH, 69, gwesp_contribution, NULL, gwesp_contribution, NULL},
    {"gwespFB", "e^a (1 - (1 - e^-a)^IS), a = parameter / 100", "sum x_ij of the contribution", MANUAL,
     OF_NOTHING, REACH_LOCAL, COUNT_SHARED, 69, gwesp_shared, NULL, gwesp_shared, NULL},
    {"gwespBF", "e^a (1 - (1 - e^-a)^#{h: x_hi x_hj}), a = parameter / 100", "sum x_ij of the contribution",
     MANUAL, OF_NOTHING, REACH_LOCAL, COUNT_COMMON, 69, gwesp_common, NULL, gwesp_common, NULL},
    {"gwespBB", "e^a (1 - (1 - e^-a)^RV), a = parameter / 100", "sum x_ij of the contribution", MANUAL,
     OF_NOTHING, REACH_LOCAL, COUNT_CYCLE, 69, gwesp_cycle, NULL, gwesp_cycle, NULL},
    {"gwespRR", "e^a (1 - (1 - e^-a)^#{h: x_ih x_hi x_hj x_jh}), a = parameter / 100",
     "sum x_ij of the contribution", MANUAL, OF_NOTHING, REACH_LOCAL, COUNT_BACK | COUNT_MUTUAL, 69,
     gwesp_mutual, NULL, gwesp_mutual, NULL},
    {"nbrDist2", "-[TP >= 1] + #{h: x_jh, h != i, x_ih = 0, TP(i,h) = x_ij}", "pairs at distance 2",
     SNIJDERS, OF_NOTHING, REACH_AROUND, COUNT_TWO_PATH, 0,
     distance_two_contribution, distance_two_bound, NULL, distance_two_statistic},
    {"between", "#{h: x_hi (1 - x_hj)}", "sum x_hi x_ij (1 - x_hj)", MANUAL, OF_NOTHING, REACH_EGO,
     COUNT_BACK | COUNT_COMMON, 0, between_contribution, between_bound, between_contribution, NULL},
    {"Jout", "IS / #{h: x_ih or x_jh}", "sum x_ij of the contribution", MANUAL, OF_NOTHING, REACH_LOCAL,
     COUNT_SHARED, 0, out_jaccard_contribution, NULL, out_jaccard_contribution, NULL},
    {"Jin", "#{h: x_hi x_hj} / #{h: x_hi or x_hj}", "sum x_ij of the contribution", MANUAL, OF_NOTHING,
     REACH_LOCAL, COUNT_COMMON, 0, in_jaccard_contribution, NULL, in_jaccard_contribution, NULL},
    {"inPop", "indegree of j with the tie", "sum_j id_j^2", MANUAL, OF_NOTHING, REACH_ALTER, 0, 0,
     in_popularity, in_popularity_bound, in_popularity, NULL},
    {"inPopSqrt", "square root of the indegree of j with the tie", "sum_j id_j^1.5", MANUAL,
     OF_NOTHING, REACH_ALTER, 0, 0, in_popularity_sqrt, in_popularity_sqrt_bound, in_popularity_sqrt, NULL},
    {"outPop", "outdegree of j", "sum x_ij od_j", MANUAL, OF_NOTHING, REACH_ALTER, 0, 0,
     out_popularity, out_popularity_bound, out_popularity, NULL},
    {"outPopSqrt", "square root of the outdegree of j", "sum x_ij sqrt(od_j)", MANUAL, OF_NOTHING,
     REACH_ALTER, 0, 0, out_popularity_sqrt, out_popularity_sqrt_bound, out_popularity_sqrt, NULL},
    {"reciPop", "reciprocated degree of j, and x_ji", "sum x_ij rd_j", MANUAL, OF_NOTHING, REACH_ALTER,
     COUNT_BACK, 0, mutual_popularity, mutual_popularity_bound, mutual_popularity_tie, NULL},
    {"inAct", "indegree of i", "sum_i od_i id_i", MANUAL, OF_NOTHING, REACH_EGO, 0, 0,
     in_activity, in_activity_bound, in_activity, NULL},
    {"inActSqrt", "square root of the indegree of i", "sum_i od_i sqrt(id_i)", MANUAL, OF_NOTHING,
     REACH_EGO, 0, 0, in_activity_sqrt, in_activity_sqrt_bound, in_activity_sqrt, NULL},
    {"outAct", "od_i^2 with the tie less without it", "sum_i od_i^2", MANUAL, OF_NOTHING, REACH_EGO,
     0, 0, out_activity, out_activity_bound, out_activity_tie, NULL},
    {"outActSqrt", "od_i^1.5 with the tie less without it", "sum_i od_i^1.5", MANUAL, OF_NOTHING,
     REACH_EGO, 0, 0, out_activity_sqrt, out_activity_sqrt_bound, out_activity_sqrt_tie, NULL},
    {"reciAct", "od_i rd_i^(1/parameter) with the tie less without it", "sum_i od_i rd_i^(1/parameter)", MANUAL,
     OF_NOTHING, REACH_EGO, COUNT_BACK, 1, mutual_activity, mutual_activity_bound, mutual_activity_tie, NULL},
    {"outIso", "-1 for the only tie of i", "actors without ties to others", MANUAL, OF_NOTHING, REACH_EGO, 0, 0,
     out_isolate, out_isolate_bound, NULL, out_isolate_statistic},
    {"isolateNet", "-1 for the only tie of i, if nobody names i", "actors without ties to or from others", MANUAL,
     OF_NOTHING, REACH_EGO, 0, 0, isolate, isolate_bound, NULL, isolate_statistic},
    {"egoX", "v_i - mean", "sum x_ij (v_i - mean)", MANUAL, OF_COVARIATE, REACH_EGO, 0, 0,
     ego_contribution, ego_bound, ego_contribution, NULL},
    {"altX", "v_j - mean", "sum x_ij (v_j - mean)", MANUAL, OF_COVARIATE, REACH_ALTER, 0, 0,
     alter_contribution, alter_bound, alter_contribution, NULL},
    {"egoXaltX", "(v_i - mean) (v_j - mean)", "sum x_ij of the contribution", MANUAL, OF_COVARIATE, REACH_PAIR,
     0, 0, product_contribution, product_bound, product_contribution, NULL},
    {"sameX", "1 if v_i = v_j", "sum x_ij [v_i = v_j]", MANUAL, OF_COVARIATE, REACH_PAIR, 0, 0,
     same_contribution, same_bound, same_contribution, NULL},
    {"simX", "1 - |v_i - v_j| / range - mean similarity", "sum x_ij of the contribution", SNIJDERS,
     OF_COVARIATE, REACH_PAIR, 0, 0, similarity_contribution, similarity_bound, similarity_contribution, NULL},
    {"diffX", "v_j - v_i", "sum x_ij (v_j - v_i)", MANUAL, OF_COVARIATE, REACH_PAIR, 0, 0,
     difference_contribution, difference_bound, difference_contribution, NULL},
    {"absDiffX", "|v_j - v_i|", "sum x_ij |v_j - v_i|", MANUAL, OF_COVARIATE, REACH_PAIR, 0, 0,
     distance_contribution, distance_bound, distance_contribution, NULL},
    {"higher", "1 if v_i > v_j, 1/2 if they are equal", "sum x_ij of the contribution", MANUAL, OF_COVARIATE,
     REACH_PAIR, 0, 0, higher_contribution, higher_bound, higher_contribution, NULL},
    {"sameXRecip", "x_ji [v_i = v_j]", "sum x_ij x_ji [v_i = v_j]", MANUAL, OF_COVARIATE, REACH_LOCAL,
     COUNT_BACK, 0, same_recip_contribution, NULL, same_recip_contribution, NULL},
    {"simRecipX", "x_ji of simX", "sum x_ij x_ji of simX", MANUAL, OF_COVARIATE, REACH_LOCAL, COUNT_BACK, 0,
     similarity_recip_contribution, NULL, similarity_recip_contribution, NULL},
    {"sameXTransTrip", "[v_i = v_j] TP + #{h: x_ih x_jh [v_i = v_h]}", "sum x_ij x_ih x_hj [v_i = v_j]", MANUAL,
     OF_COVARIATE, REACH_LOCAL, TRIPLETS, 0, same_triplet_contribution, NULL, same_triplet_tie, NULL},
    {"X", "w_ij - mean", "sum x_ij (w_ij - mean)", SNIJDERS, OF_DYADIC, REACH_PAIR, 0, 0,
     pair_contribution, pair_bound, pair_contribution, NULL},
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

/* A tie that is dropped counts minus its contribution; what a role does not weigh on is left
 * out. */
static void weigh(const struct term *term, struct choice *choice, size_t from, size_t end)
{
    const size_t tied = choice->tied_count < from  ? from
                        : choice->tied_count < end ? choice->tied_count
                                                   : end;
    if (term->role != ROLE_CREATION && from < tied)
        elementary_add_many(choice->utility + from, -term->value, choice->contribution + from,
                            tied - from);
    if (term->role != ROLE_ENDOWMENT && tied < end)
        elementary_add_many(choice->utility + tied, term->value, choice->contribution + tied,
                            end - tied);
}

void effect_utilities(const struct term *terms, size_t term_count, const struct network *network,
                      struct choice *choice, size_t from, size_t end)
{
    memset(choice->utility + from, 0, (end - from) * sizeof *choice->utility);
    for (size_t t = 0; t < term_count; t++) {
        terms[t].effect->contribution(&terms[t], network, choice, from, end, choice->contribution);
        weigh(&terms[t], choice, from, end);
    }
}

double effect_statistic_of(const struct term *term, const struct network *network,
                           struct choice *choice)
{
    if (!term->effect->tie)
        return term->effect->statistic(term, network, choice);
    double sum = 0;
    term->effect->tie(term, network, choice, 0, choice->count, choice->contribution);
    for (size_t k = 0; k < choice->count; k++)
        sum += choice->tied[k] ? choice->contribution[k] : 0;
    return sum;
}

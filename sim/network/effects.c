#include "network/effects.h"

#include <stdbool.h>
#include <string.h>

#include "base/wide.h"
#include "network/effects_rows.h"

const char *const term_role_names[] = {"evaluation", "creation", "endowment"};

#define SNIJDERS "Snijders 2001, Sociological Methodology 31"
#define MANUAL   "Ripley et al., Manual for RSiena"
#define TRIPLETS (COUNT_TWO_PATH | COUNT_SHARED)

/* clang-format off */
const struct effect effects[] = {
    {"density", "1", "sum x_ij", SNIJDERS, OF_NOTHING, REACH_EGO, 0, 0,
     effect_density, effect_density_bound, effect_density, NULL},
    {"recip", "x_ji", "sum x_ij x_ji", SNIJDERS, OF_NOTHING, REACH_LOCAL, COUNT_BACK, 0,
     effect_recip, NULL, effect_recip, NULL},
    {"transTrip", "TP + IS", "sum x_ij x_ih x_hj", SNIJDERS, OF_NOTHING, REACH_LOCAL, TRIPLETS, 0,
     effect_triplet, NULL, effect_two_path, NULL},
    {"transTrip1", "TP", "sum x_ij x_ih x_hj", MANUAL, OF_NOTHING, REACH_LOCAL, COUNT_TWO_PATH, 0,
     effect_two_path, NULL, effect_two_path, NULL},
    {"transTrip2", "IS", "sum x_ij x_ih x_hj", MANUAL, OF_NOTHING, REACH_LOCAL, COUNT_SHARED, 0,
     effect_shared, NULL, effect_shared, NULL},
    {"transMedTrip", "#{h: x_hi x_hj}", "sum x_ij x_hi x_hj", MANUAL, OF_NOTHING, REACH_LOCAL, COUNT_COMMON, 0,
     effect_mediated, NULL, effect_mediated, NULL},
    {"cycle3", "RV", "sum x_ij x_jh x_hi / 3", SNIJDERS, OF_NOTHING, REACH_LOCAL, COUNT_CYCLE, 0,
     effect_cycle, NULL, effect_cycle_tie, NULL},
    {"transRecTrip", "x_ji TP + RB", "sum x_ij x_ji x_ih x_hj", MANUAL, OF_NOTHING, REACH_LOCAL,
     COUNT_BACK | COUNT_TWO_PATH | COUNT_MUTUAL, 0, effect_reciprocated, NULL, effect_reciprocated_tie, NULL},
    {"transTies", "[TP >= 1] + #{h: x_ih x_jh, TP(i,h) = x_ij}", "sum x_ij [TP >= 1]", MANUAL, OF_NOTHING,
     REACH_LOCAL, TRIPLETS, 0, effect_closed, NULL, effect_closed_tie, NULL},
    {"gwespFF", "e^a (1 - (1 - e^-a)^TP), a = parameter / 100", "sum x_ij of the contribution", MANUAL,
     OF_NOTHING, REACH_LOCAL, COUNT_TWO_PATH, 69, effect_gwesp, NULL, effect_gwesp, NULL},
    {"gwespFB", "e^a (1 - (1 - e^-a)^IS), a = parameter / 100", "sum x_ij of the contribution", MANUAL,
     OF_NOTHING, REACH_LOCAL, COUNT_SHARED, 69, effect_gwesp_shared, NULL, effect_gwesp_shared, NULL},
    {"gwespBF", "e^a (1 - (1 - e^-a)^#{h: x_hi x_hj}), a = parameter / 100", "sum x_ij of the contribution",
     MANUAL, OF_NOTHING, REACH_LOCAL, COUNT_COMMON, 69, effect_gwesp_common, NULL, effect_gwesp_common, NULL},
    {"gwespBB", "e^a (1 - (1 - e^-a)^RV), a = parameter / 100", "sum x_ij of the contribution", MANUAL,
     OF_NOTHING, REACH_LOCAL, COUNT_CYCLE, 69, effect_gwesp_cycle, NULL, effect_gwesp_cycle, NULL},
    {"gwespRR", "e^a (1 - (1 - e^-a)^#{h: x_ih x_hi x_hj x_jh}), a = parameter / 100",
     "sum x_ij of the contribution", MANUAL, OF_NOTHING, REACH_LOCAL, COUNT_BACK | COUNT_MUTUAL, 69,
     effect_gwesp_mutual, NULL, effect_gwesp_mutual, NULL},
    {"nbrDist2", "-[TP >= 1] + #{h: x_jh, h != i, x_ih = 0, TP(i,h) = x_ij}", "pairs at distance 2",
     SNIJDERS, OF_NOTHING, REACH_AROUND, COUNT_TWO_PATH, 0,
     effect_distance_two, effect_distance_two_bound, NULL, effect_distance_two_statistic},
    {"between", "#{h: x_hi (1 - x_hj)}", "sum x_hi x_ij (1 - x_hj)", MANUAL, OF_NOTHING, REACH_EGO,
     COUNT_BACK | COUNT_COMMON, 0, effect_between, effect_between_bound, effect_between, NULL},
    {"Jout", "IS / #{h: x_ih or x_jh}", "sum x_ij of the contribution", MANUAL, OF_NOTHING, REACH_LOCAL,
     COUNT_SHARED, 0, effect_out_jaccard, NULL, effect_out_jaccard, NULL},
    {"Jin", "#{h: x_hi x_hj} / #{h: x_hi or x_hj}", "sum x_ij of the contribution", MANUAL, OF_NOTHING,
     REACH_LOCAL, COUNT_COMMON, 0, effect_in_jaccard, NULL, effect_in_jaccard, NULL},
    {"inPop", "indegree of j with the tie", "sum_j id_j^2", MANUAL, OF_NOTHING, REACH_ALTER, 0, 0,
     effect_in_popularity, effect_in_popularity_bound, effect_in_popularity, NULL},
    {"inPopSqrt", "square root of the indegree of j with the tie", "sum_j id_j^1.5", MANUAL,
     OF_NOTHING, REACH_ALTER, 0, 0, effect_in_popularity_sqrt, effect_in_popularity_sqrt_bound, effect_in_popularity_sqrt, NULL},
    {"outPop", "outdegree of j", "sum x_ij od_j", MANUAL, OF_NOTHING, REACH_ALTER, 0, 0,
     effect_out_popularity, effect_out_popularity_bound, effect_out_popularity, NULL},
    {"outPopSqrt", "square root of the outdegree of j", "sum x_ij sqrt(od_j)", MANUAL, OF_NOTHING,
     REACH_ALTER, 0, 0, effect_out_popularity_sqrt, effect_out_popularity_sqrt_bound, effect_out_popularity_sqrt, NULL},
    {"reciPop", "reciprocated degree of j, and x_ji", "sum x_ij rd_j", MANUAL, OF_NOTHING, REACH_ALTER,
     COUNT_BACK, 0, effect_mutual_popularity, effect_mutual_popularity_bound, effect_mutual_popularity_tie, NULL},
    {"inAct", "indegree of i", "sum_i od_i id_i", MANUAL, OF_NOTHING, REACH_EGO, 0, 0,
     effect_in_activity, effect_in_activity_bound, effect_in_activity, NULL},
    {"inActSqrt", "square root of the indegree of i", "sum_i od_i sqrt(id_i)", MANUAL, OF_NOTHING,
     REACH_EGO, 0, 0, effect_in_activity_sqrt, effect_in_activity_sqrt_bound, effect_in_activity_sqrt, NULL},
    {"outAct", "od_i^2 with the tie less without it", "sum_i od_i^2", MANUAL, OF_NOTHING, REACH_EGO,
     0, 0, effect_out_activity, effect_out_activity_bound, effect_out_activity_tie, NULL},
    {"outActSqrt", "od_i^1.5 with the tie less without it", "sum_i od_i^1.5", MANUAL, OF_NOTHING,
     REACH_EGO, 0, 0, effect_out_activity_sqrt, effect_out_activity_sqrt_bound, effect_out_activity_sqrt_tie, NULL},
    {"reciAct", "od_i rd_i^(1/parameter) with the tie less without it", "sum_i od_i rd_i^(1/parameter)", MANUAL,
     OF_NOTHING, REACH_EGO, COUNT_BACK, 1, effect_mutual_activity, effect_mutual_activity_bound, effect_mutual_activity_tie, NULL},
    {"outIso", "-1 for the only tie of i", "actors without ties to others", MANUAL, OF_NOTHING, REACH_EGO, 0, 0,
     effect_out_isolate, effect_out_isolate_bound, NULL, effect_out_isolate_statistic},
    {"isolateNet", "-1 for the only tie of i, if nobody names i", "actors without ties to or from others", MANUAL,
     OF_NOTHING, REACH_EGO, 0, 0, effect_isolate, effect_isolate_bound, NULL, effect_isolate_statistic},
    {"egoX", "v_i - mean", "sum x_ij (v_i - mean)", MANUAL, OF_COVARIATE, REACH_EGO, 0, 0,
     effect_ego, effect_ego_bound, effect_ego, NULL},
    {"altX", "v_j - mean", "sum x_ij (v_j - mean)", MANUAL, OF_COVARIATE, REACH_ALTER, 0, 0,
     effect_alter, effect_alter_bound, effect_alter, NULL},
    {"egoXaltX", "(v_i - mean) (v_j - mean)", "sum x_ij of the contribution", MANUAL, OF_COVARIATE, REACH_PAIR,
     0, 0, effect_product, effect_product_bound, effect_product, NULL},
    {"sameX", "1 if v_i = v_j", "sum x_ij [v_i = v_j]", MANUAL, OF_COVARIATE, REACH_PAIR, 0, 0,
     effect_same, effect_same_bound, effect_same, NULL},
    {"simX", "1 - |v_i - v_j| / range - mean similarity", "sum x_ij of the contribution", SNIJDERS,
     OF_COVARIATE, REACH_PAIR, 0, 0, effect_similarity, effect_similarity_bound, effect_similarity, NULL},
    {"diffX", "v_j - v_i", "sum x_ij (v_j - v_i)", MANUAL, OF_COVARIATE, REACH_PAIR, 0, 0,
     effect_difference, effect_difference_bound, effect_difference, NULL},
    {"absDiffX", "|v_j - v_i|", "sum x_ij |v_j - v_i|", MANUAL, OF_COVARIATE, REACH_PAIR, 0, 0,
     effect_distance, effect_distance_bound, effect_distance, NULL},
    {"higher", "1 if v_i > v_j, 1/2 if they are equal", "sum x_ij of the contribution", MANUAL, OF_COVARIATE,
     REACH_PAIR, 0, 0, effect_higher, effect_higher_bound, effect_higher, NULL},
    {"sameXRecip", "x_ji [v_i = v_j]", "sum x_ij x_ji [v_i = v_j]", MANUAL, OF_COVARIATE, REACH_LOCAL,
     COUNT_BACK, 0, effect_same_recip, NULL, effect_same_recip, NULL},
    {"simRecipX", "x_ji of simX", "sum x_ij x_ji of simX", MANUAL, OF_COVARIATE, REACH_LOCAL, COUNT_BACK, 0,
     effect_similarity_recip, NULL, effect_similarity_recip, NULL},
    {"sameXTransTrip", "[v_i = v_j] TP + #{h: x_ih x_jh [v_i = v_h]}", "sum x_ij x_ih x_hj [v_i = v_j]", MANUAL,
     OF_COVARIATE, REACH_LOCAL, TRIPLETS, 0, effect_same_triplet, NULL, effect_same_triplet_tie, NULL},
    {"X", "w_ij - mean", "sum x_ij (w_ij - mean)", SNIJDERS, OF_DYADIC, REACH_PAIR, 0, 0,
     effect_pair, effect_pair_bound, effect_pair, NULL},
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

/* Up to e^10 the geometric sums keep eleven digits, and by then they are as good as a count; a root
 * is the first, second, and so on. */
void effect_parameter_ends(const struct effect *effect, double *least, double *most)
{
    const bool root = effect->contribution == effect_mutual_activity;
    *least = root ? 1 : 0;
    *most = root ? 10 : 1000;
}

/* How many attributes of alters the term may read: what is the same for all reads none. */
static unsigned columns_of(const struct term *term)
{
    size_t columns = 0;
    if (term->effect->reach == REACH_EGO)
        return 0;
    if (term->covariate)
        columns = term->covariate->column + 1;
    for (int axis = 0; axis < 2 && term->dyadic && term->dyadic->kind == DYADIC_PLANE; axis++)
        if (term->dyadic->column[axis] >= columns)
            columns = term->dyadic->column[axis] + 1;
    return (unsigned)columns;
}

unsigned effect_counts(const struct term *terms, size_t count)
{
    unsigned counts = 0, columns = 0;
    for (size_t i = 0; i < count; i++) {
        counts |= terms[i].effect->counts;
        columns = columns_of(&terms[i]) > columns ? columns_of(&terms[i]) : columns;
    }
    return (counts & COUNT_MUTUAL ? counts | COUNT_BACK : counts) + columns * COUNT_KNOWN;
}

/* Ego's options from `from` up to `end`: those to drop a tie end where those to make one begin. */
struct stretch {
    size_t from, tied, end;
};

static struct stretch stretch_of(const struct choice *choice, size_t from, size_t end)
{
    const size_t tied = choice->tied_count < end ? choice->tied_count : end;
    return (struct stretch){from, tied > from ? tied : from, end};
}

/* What weighs on dropping a tie, which counts minus its contribution, and on making one. */
static double drop_value(const struct term *term)
{
    return term->role == ROLE_CREATION ? 0 : term->value;
}

static double make_value(const struct term *term)
{
    return term->role == ROLE_ENDOWMENT ? 0 : term->value;
}

/* Whether the contribution is the same for all ties that would be dropped, and for all made. */
static bool is_flat(const struct term *term)
{
    return term->effect->reach == REACH_EGO && term->effect->counts == 0;
}

/* The flat terms are worked out for one option of each kind. */
static void begin_flat(const struct term *terms, size_t term_count, const struct network *network,
                       struct choice *choice, struct stretch part)
{
    double drop = 0, make = 0;
    double *one = choice->contribution;
    for (size_t t = 0; t < term_count; t++) {
        if (!is_flat(&terms[t]))
            continue;
        effect_contribution *contribution = terms[t].effect->contribution;
        if (part.from < part.tied) {
            contribution(&terms[t], network, choice, part.from, part.from + 1, one);
            drop += drop_value(&terms[t]) * one[part.from];
        }
        if (part.tied < part.end) {
            contribution(&terms[t], network, choice, part.tied, part.tied + 1, one);
            make += make_value(&terms[t]) * one[part.tied];
        }
    }
    const size_t end = part.from + choice_in_fours(choice, part.from, part.end);
    for (size_t k = part.from; k < part.tied; k++)
        choice->utility[k] = drop;
    for (size_t k = part.tied; k < end; k++)
        choice->utility[k] = make;
}

/* Dropping is worth minus what the tie contributes: the sign is turned at the end. */
void effect_utilities(const struct term *terms, size_t term_count, const struct network *network,
                      struct choice *choice, size_t from, size_t end)
{
    const struct stretch part = stretch_of(choice, from, end);
    double *utility = choice->utility, *contribution = choice->contribution;
    const size_t count = choice_in_fours(choice, from, end);
    choice_learn(choice, network, from, end);
    begin_flat(terms, term_count, network, choice, part);
    for (size_t t = 0; t < term_count; t++) {
        const struct term *term = &terms[t];
        if (is_flat(term))
            continue;
        term->effect->contribution(term, network, choice, from, from + count, contribution);
        if (term->role == ROLE_EVALUATION)
            wide_add(utility + from, term->value, contribution + from, count);
        else if (term->role == ROLE_ENDOWMENT)
            wide_add(utility + from, term->value, contribution + from, part.tied - from);
        else
            wide_add(utility + part.tied, term->value, contribution + part.tied, end - part.tied);
    }
    const size_t tied = choice_in_fours(choice, from, part.tied);
    for (size_t k = from; k < from + tied; k++)
        utility[k] = choice->tied[k] ? -utility[k] : utility[k];
}

double effect_statistic_of(const struct term *term, const struct network *network,
                           struct choice *choice)
{
    if (!term->effect->tie)
        return term->effect->statistic(term, network, choice);
    double sum = 0;
    choice_learn(choice, network, 0, choice->count);
    term->effect->tie(term, network, choice, 0, choice->count, choice->contribution);
    for (size_t k = 0; k < choice->count; k++)
        sum += choice->tied[k] ? choice->contribution[k] : 0;
    return sum;
}

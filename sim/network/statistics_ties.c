/* Ties, closure, degrees, and what changed since the start. */
#include "base/elementary.h"
#include "base/memory.h"
#include "network/statistics_rows.h"

enum { TIES, RECIPROCATED, DYADS, TRIPLETS, CYCLES, CLOSED, RATIO, TIE_STATISTICS };

static void count_closure(const struct choice *choice, double *value, double *two_paths)
{
    for (size_t k = 0; k < choice->count; k++) {
        *two_paths += choice->two_path[k];
        if (!choice->tied[k])
            continue;
        value[TIES] += 1;
        value[RECIPROCATED] += choice->back[k];
        value[TRIPLETS] += choice->two_path[k];
        value[CYCLES] += choice->cycle[k];
        value[CLOSED] += choice->two_path[k] > 0;
    }
}

/* Closure is what part of the two-paths has a tie from end to end. */
static bool measure_ties(const struct statistics_context *context, double *value,
                         struct spel_error *error)
{
    struct choice choice;
    bool fine = choice_init(&choice, 64, error);
    double two_paths = 0;
    for (uint32_t i = 0; i < context->now->actors && fine; i++) {
        fine = choice_gather(&choice, context->now, i, COUNT_BACK | COUNT_TWO_PATH | COUNT_CYCLE) ||
               error_set(error, SPEL_ERROR_MEMORY, "no memory for an actor's two-paths");
        if (fine)
            count_closure(&choice, value, &two_paths);
    }
    choice_clear(&choice);
    value[DYADS] = value[RECIPROCATED] / 2;
    value[CYCLES] /= 3;
    value[RATIO] = two_paths == 0 ? 0 : value[TRIPLETS] / two_paths;
    return fine;
}

bool statistics_ties(struct statistics_out *out, struct spel_error *error)
{
    static const char *const names[] = {"ties",   "recip",     "mutual_dyads",      "transTrip",
                                        "cycle3", "transTies", "transitivity_ratio"};
    double value[TIE_STATISTICS] = {0};
    if (out->values && !measure_ties(out->context, value, error))
        return false;
    statistics_put_all(out, names, TIE_STATISTICS, NULL, value);
    return true;
}

enum { CREATED, DISSOLVED, APART, LOST_MUTUAL, CHANGE_STATISTICS };

static void count_change(const struct statistics_context *context, uint32_t *mark, uint32_t ego,
                         double *value)
{
    const struct lists *now = &context->now->out, *start = &context->start->out;
    for (uint32_t k = 0; k < lists_degree(now, ego); k++)
        mark[lists_actor(lists_row(now, ego)[k])] = ego + 1;
    uint32_t kept = 0;
    for (uint32_t k = 0; k < lists_degree(start, ego); k++) {
        const uint32_t alter = lists_actor(lists_row(start, ego)[k]);
        const bool still = mark[alter] == ego + 1;
        kept += still;
        value[LOST_MUTUAL] += !still && network_has(context->start, alter, ego);
    }
    value[CREATED] += lists_degree(now, ego) - kept;
    value[DISSOLVED] += lists_degree(start, ego) - kept;
}

bool statistics_change(struct statistics_out *out, struct spel_error *error)
{
    static const char *const names[] = {"created_net", "dissolved_net", "hamming",
                                        "recip_endow_stat"};
    double value[CHANGE_STATISTICS] = {0};
    if (out->values) {
        const uint32_t actors = out->context->now->actors;
        uint32_t *mark = memory_take(actors, sizeof *mark, error);
        if (!mark)
            return false;
        for (uint32_t i = 0; i < actors; i++)
            count_change(out->context, mark, i, value);
        memory_release(mark);
        value[APART] = value[CREATED] + value[DISSOLVED];
    }
    statistics_put_all(out, names, CHANGE_STATISTICS, NULL, value);
    return true;
}

enum { HIGHEST_DEGREE = 9 };

struct degrees {
    double with[HIGHEST_DEGREE + 1]; /* actors by degree, the last with so many or more */
    double power, square, sd;
};

static struct degrees measure_degrees(const struct lists *lists)
{
    struct degrees degrees = {.sd = 0};
    double sum = 0;
    for (uint32_t i = 0; i < lists->actors; i++) {
        const double degree = lists_degree(lists, i);
        degrees.with[degree < HIGHEST_DEGREE ? (size_t)degree : HIGHEST_DEGREE] += 1;
        degrees.power += degree * elementary_sqrt(degree);
        degrees.square += degree * degree;
        sum += degree;
    }
    const double n = (double)lists->actors, squares = degrees.square - sum * sum / n;
    degrees.sd = n < 2 || squares <= 0 ? 0 : elementary_sqrt(squares / (n - 1));
    return degrees;
}

static double count_isolates(const struct network *network)
{
    double isolates = 0;
    for (uint32_t i = 0; i < network->actors; i++)
        isolates += lists_degree(&network->out, i) == 0 && lists_degree(&network->in, i) == 0;
    return isolates;
}

bool statistics_degrees(struct statistics_out *out, struct spel_error *error)
{
    static const char *const of_actors[] = {
        "outdeg_0", "outdeg_1", "outdeg_2",     "outdeg_3", "outdeg_4", "outdeg_5",   "outdeg_6",
        "outdeg_7", "outdeg_8", "outdeg_9plus", "indeg_0",  "indeg_1",  "indeg_2",    "indeg_3",
        "indeg_4",  "indeg_5",  "indeg_6",      "indeg_7",  "indeg_8",  "indeg_9plus"};
    (void)error;
    const struct network *now = out->context->now;
    struct degrees named = {.sd = 0}, by = {.sd = 0};
    if (out->values) {
        named = measure_degrees(&now->out);
        by = measure_degrees(&now->in);
    }
    statistics_put(out, "isolates", NULL, out->values ? count_isolates(now) : 0);
    statistics_put(out, "sum_outdeg_1.5", NULL, named.power);
    statistics_put(out, "sum_outdeg_2", NULL, named.square);
    statistics_put(out, "sum_indeg_1.5", NULL, by.power);
    statistics_put(out, "sum_indeg_2", NULL, by.square);
    statistics_put(out, "outdeg_sd", NULL, named.sd);
    statistics_put(out, "indeg_sd", NULL, by.sd);
    statistics_put_all(out, of_actors, HIGHEST_DEGREE + 1, NULL, named.with);
    statistics_put_all(out, of_actors + HIGHEST_DEGREE + 1, HIGHEST_DEGREE + 1, NULL, by.with);
    return true;
}

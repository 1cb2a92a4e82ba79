/* Ties between the alike and the near, and behaviours. */
#include <stdio.h>

#include "base/elementary.h"
#include "base/memory.h"
#include "network/statistics_rows.h"

static double apart(double one, double other)
{
    return one < other ? other - one : one - other;
}

/* Sums over ties, by the attributes of a network. */
struct alikeness {
    double ties, same, similarity; /* the last centred */
};

static struct alikeness measure_alikeness(const struct network *network,
                                          const struct covariate *covariate)
{
    struct alikeness sum = {0, 0, 0};
    for (uint32_t i = 0; i < network->actors; i++) {
        const double value = network_attribute(network, i, covariate->column);
        const uint32_t *row = lists_row(&network->out, i);
        for (uint32_t k = 0; k < lists_degree(&network->out, i); k++) {
            const double other = network_attribute(network, lists_actor(row[k]), covariate->column);
            sum.same += value == other;
            sum.similarity += apart(value, other);
        }
        sum.ties += lists_degree(&network->out, i);
    }
    const double distance = covariate->range > 0 ? sum.similarity / covariate->range : 0;
    sum.similarity = sum.ties * (1 - covariate->similarity_mean) - distance;
    return sum;
}

static double measure_pairs(const struct network *network, const struct dyadic *dyadic)
{
    double sum = 0;
    for (uint32_t i = 0; i < network->actors; i++) {
        const uint32_t *row = lists_row(&network->out, i);
        for (uint32_t k = 0; k < lists_degree(&network->out, i); k++)
            sum += network_pair(network, dyadic, i, lists_actor(row[k])) - dyadic->mean;
    }
    return sum;
}

bool statistics_attributes(struct statistics_out *out, struct spel_error *error)
{
    (void)error;
    const struct statistics_context *context = out->context;
    const struct network lagged = statistics_lagged(context);
    const struct covariate *covariate;
    for (size_t place = 0; (covariate = statistics_covariate(context, place)); place++) {
        struct alikeness sum = {0, 0, 0};
        if (out->values)
            sum = measure_alikeness(&lagged, covariate);
        const char *of = place == 0 ? NULL : covariate->name;
        statistics_put(out, "simX_centered", of, sum.similarity);
        statistics_put(out, "same_cov", of, sum.same);
        if (place == 1)
            statistics_put(out, "same_group2", NULL, sum.same);
    }
    const struct dyadic *dyadic;
    for (size_t place = 0; (dyadic = statistics_dyadic(context, place)); place++)
        statistics_put(out, "dyadX_centered", place == 0 ? NULL : dyadic->name,
                       out->values ? measure_pairs(&lagged, dyadic) : 0);
    return true;
}

enum { UP, DOWN, SAME, STEPS, MEAN, SPREAD, MOVE_STATISTICS };

/* What actors do now, and how they came to it. */
static void measure_moves(const struct statistics_context *context,
                          const struct covariate *covariate, double value[MOVE_STATISTICS])
{
    const uint32_t n = context->now->actors;
    double sum = 0, squares = 0;
    for (uint32_t i = 0; i < n; i++) {
        const double now = network_attribute(context->now, i, covariate->column);
        const double before = network_attribute(context->start, i, covariate->column);
        value[UP] += now > before;
        value[DOWN] += now < before;
        value[SAME] += now == before;
        value[STEPS] += apart(now, before);
        sum += now;
    }
    value[MEAN] = sum / n;
    for (uint32_t i = 0; i < n; i++) {
        const double off = network_attribute(context->now, i, covariate->column) - value[MEAN];
        squares += off * off;
    }
    value[SPREAD] = n < 2 ? 0 : elementary_sqrt(squares / (n - 1));
}

/* Moran's index of who is tied: 1 when the tied do the same, near 0 at random. */
static double measure_moran(const struct network *now, const struct covariate *covariate,
                            const double move[MOVE_STATISTICS])
{
    double products = 0, ties = 0;
    for (uint32_t i = 0; i < now->actors; i++) {
        const double own = network_attribute(now, i, covariate->column) - move[MEAN];
        const uint32_t *row = lists_row(&now->out, i);
        for (uint32_t k = 0; k < lists_degree(&now->out, i); k++)
            products +=
                own * (network_attribute(now, lists_actor(row[k]), covariate->column) - move[MEAN]);
        ties += lists_degree(&now->out, i);
    }
    const double variance = move[SPREAD] * move[SPREAD] * (now->actors - 1) / now->actors;
    return ties == 0 || variance == 0 ? 0 : products / ties / variance;
}

static double sum_of(const struct network *network, const struct covariate *covariate,
                     behaviour_statistic *statistic)
{
    double sum = 0;
    for (uint32_t i = 0; i < network->actors; i++)
        sum += statistic(network, covariate, i);
    return sum;
}

static void put_effects(struct statistics_out *out, const struct covariate *covariate,
                        const char *of)
{
    static const struct {
        const char *effect, *name, *lagged;
    } rows[] = {{"linear", "beh_linear_stat", NULL},
                {"quad", "beh_quad_stat", NULL},
                {"avSim", "avSim_end", "avSim_lagnet"},
                {"avAlt", "avAlt_end", "avAlt_lagnet"},
                {"indeg", "indegbeh_end", "indegbeh_lagnet"}};
    const struct statistics_context *context = out->context;
    struct network lagnet = *context->start;
    lagnet.record = context->now->record;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        behaviour_statistic *statistic = behaviour_effect_find(rows[r].effect)->statistic;
        statistics_put(out, rows[r].name, of,
                       out->values ? sum_of(context->now, covariate, statistic) : 0);
        if (rows[r].lagged)
            statistics_put(out, rows[r].lagged, of,
                           out->values ? sum_of(&lagnet, covariate, statistic) : 0);
    }
}

static void put_counts(struct statistics_out *out, const struct behaviour *behaviour,
                       const char *of)
{
    const struct network *now = out->context->now;
    for (int value = behaviour->least; value <= behaviour->most; value++) {
        char name[STATISTICS_NAME];
        snprintf(name, sizeof name, "beh_count_%d", value);
        double count = 0;
        for (uint32_t i = 0; i < now->actors && out->values; i++)
            count += network_attribute(now, i, behaviour->covariate->column) == value;
        statistics_put(out, name, of, count);
    }
}

bool statistics_behaviours(struct statistics_out *out, struct spel_error *error)
{
    static const char *const names[] = {"beh_up",         "beh_down", "beh_same",
                                        "beh_abs_change", "beh_mean", "beh_sd"};
    (void)error;
    const struct statistics_context *context = out->context;
    for (size_t b = 0; b < context->model->behaviour_count; b++) {
        const struct behaviour *behaviour = &context->model->behaviours[b];
        const struct covariate *covariate = behaviour->covariate;
        const char *of = b == 0 ? NULL : covariate->name;
        double move[MOVE_STATISTICS] = {0}, moran = 0;
        struct alikeness end = {0, 0, 0};
        if (out->values) {
            measure_moves(context, covariate, move);
            moran = measure_moran(context->now, covariate, move);
            end = measure_alikeness(context->now, covariate);
        }
        statistics_put_all(out, names, MOVE_STATISTICS, of, move);
        put_counts(out, behaviour, of);
        put_effects(out, covariate, of);
        statistics_put(out, "simX_end", of, end.similarity);
        statistics_put(out, "same_beh_ties_end", of, end.same);
        statistics_put(out, "mean_sim_ties_uncentered", of,
                       end.ties == 0 ? 0 : end.similarity / end.ties + covariate->similarity_mean);
        statistics_put(out, "moranI_end", of, moran);
    }
    return true;
}

#include "output/comparison.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"

/* The headline that a variable parts by one axis: trust_mean of trust_mean_by_income. */
static bool parts(size_t v, size_t *headline, enum axis *group)
{
    const struct variable *row = &variables[v];
    *group = row->axes[row->axis_count - 1];
    if (*group == AXIS_MUNICIPALITY || *group == AXIS_ORGANISATION || *group == AXIS_LEVER)
        return false;
    for (size_t h = 0; h < variable_count; h++) {
        char name[96];
        snprintf(name, sizeof name, "%s_by_%s", variables[h].name, axis_names[*group]);
        if (variables[h].headline && strcmp(name, row->name) == 0) {
            *headline = h;
            return true;
        }
    }
    return false;
}

/* The variables that both files have; the headlines first. */
static bool choose_variables(struct comparison *c, struct spel_error *error)
{
    c->variables = memory_take(2 * variable_count, sizeof *c->variables, error);
    for (int round = 0; c->variables && round < 2; round++)
        for (size_t v = 0; v < variable_count; v++) {
            struct comparison_variable chosen = {v, v, AXES, series_file_length(c->base, v)};
            const bool wanted =
                round == 0 ? variables[v].headline : parts(v, &chosen.headline, &chosen.group);
            if (wanted && series_file_has(c->base, v) && series_file_has(c->other, v))
                c->variables[c->variable_count++] = chosen;
        }
    return c->variables != NULL;
}

static bool choose_scenarios(struct comparison *c, struct spel_error *error)
{
    c->scenarios = memory_take(c->other->scenarios.count, sizeof *c->scenarios, error);
    for (size_t s = 0; c->scenarios && s < c->other->scenarios.count; s++)
        if (c->other != c->base || s != c->baseline)
            c->scenarios[c->scenario_count++] = s;
    return c->scenarios != NULL;
}

static bool choose_periods(struct comparison *c, const char *const *texts, size_t count,
                           struct spel_error *error)
{
    struct calendar_span span = c->base->span;
    span.months = c->months;
    char why[WHY_TEXT];
    if (count == 0)
        c->period_count = period_usual(c->months, c->periods);
    if (count > COMPARISON_PERIODS)
        return error_set(error, SPEL_ERROR_INPUT, "--at: at most %d periods", COMPARISON_PERIODS);
    for (size_t p = 0; p < count; p++)
        if (!period_read(texts[p], span, &c->periods[c->period_count++], why))
            return error_set(error, SPEL_ERROR_INPUT, "--at %s: %s", texts[p], why);
    return true;
}

/* The mean of a replicate over a period; NaN when any month has no number. */
static double mean_of(const struct series_file *file, const float *values, size_t scenario,
                      size_t replicate, const struct comparison_variable *variable, size_t position,
                      const struct period *period)
{
    const float *run = values + (scenario * file->replicates + replicate) * file->span.months *
                                    variable->positions;
    double sum = 0;
    for (uint32_t m = period->first; m < period->first + period->count; m++)
        sum += (double)run[m * variable->positions + position];
    return sum / period->count;
}

/* Room for one number a replicate of each. */
struct samples {
    double *baseline, *other, *room;
};

static void measure(struct comparison *c, size_t scenario, size_t variable, const float *base,
                    const float *other, const struct samples *samples)
{
    const struct comparison_variable *chosen = &c->variables[variable];
    for (size_t position = 0; position < chosen->positions; position++)
        for (size_t p = 0; p < c->period_count; p++) {
            for (size_t r = 0; r < c->pairs; r++) {
                samples->baseline[r] =
                    mean_of(c->base, base, c->baseline, r, chosen, position, &c->periods[p]);
                samples->other[r] = mean_of(c->other, other, c->scenarios[scenario], r, chosen,
                                            position, &c->periods[p]);
            }
            struct comparison_row *row = &c->rows[c->row_count++];
            *row = (struct comparison_row){
                scenario, variable, position, p,
                paired_measure(samples->baseline, samples->other, c->pairs, samples->room)};
        }
}

/* One variable in memory at a time. */
static bool measure_all(struct comparison *c, const struct samples *samples)
{
    for (size_t s = 0; s < c->scenario_count; s++)
        for (size_t v = 0; v < c->variable_count; v++) {
            float *base = series_file_read(c->base, c->variables[v].variable);
            float *other = base && c->other != c->base
                               ? series_file_read(c->other, c->variables[v].variable)
                               : base;
            if (other)
                measure(c, s, v, base, other, samples);
            if (other != base)
                memory_release(other);
            memory_release(base);
            if (!other)
                return false;
        }
    return true;
}

static bool make_rows(struct comparison *c, struct spel_error *error)
{
    size_t positions = 0;
    for (size_t v = 0; v < c->variable_count; v++)
        positions += c->variables[v].positions;
    c->rows = memory_take(c->scenario_count * positions * c->period_count, sizeof *c->rows, error);
    const struct samples samples = {memory_take(c->pairs, sizeof(double), error),
                                    memory_take(c->pairs, sizeof(double), error),
                                    memory_take(c->pairs, sizeof(double), error)};
    const bool fine =
        c->rows && samples.baseline && samples.other && samples.room && measure_all(c, &samples);
    memory_release(samples.baseline);
    memory_release(samples.other);
    memory_release(samples.room);
    return fine;
}

bool comparison_make(struct comparison *comparison, struct series_file *base, size_t baseline,
                     struct series_file *other, const char *const *periods, size_t period_count,
                     struct spel_error *error)
{
    *comparison = (struct comparison){
        .base = base,
        .other = other,
        .baseline = baseline,
        .pairs = base->replicates < other->replicates ? base->replicates : other->replicates,
        .months = base->span.months < other->span.months ? base->span.months : other->span.months,
    };
    return choose_scenarios(comparison, error) && choose_variables(comparison, error) &&
           comparison_check(comparison, error) &&
           choose_periods(comparison, periods, period_count, error) && make_rows(comparison, error);
}

void comparison_clear(struct comparison *comparison)
{
    memory_release(comparison->scenarios);
    memory_release(comparison->variables);
    memory_release(comparison->rows);
    *comparison = (struct comparison){.base = NULL};
}

/* A file without folders and its ending. */
static void stem(const char *path, char text[COMPARISON_TEXT])
{
    const char *slash = strrchr(path, '/');
    snprintf(text, COMPARISON_TEXT, "%s", slash ? slash + 1 : path);
    char *dot = strrchr(text, '.');
    if (dot && dot > text)
        *dot = '\0';
}

void comparison_name(const struct comparison *comparison, size_t scenario,
                     char text[COMPARISON_TEXT])
{
    const char *name = comparison->other->scenarios.names[comparison->scenarios[scenario]];
    if (strcmp(name, comparison->base->scenarios.names[comparison->baseline]) == 0)
        stem(comparison->other->hdf.path, text);
    else
        snprintf(text, COMPARISON_TEXT, "%s", name);
}

void comparison_baseline_name(const struct comparison *comparison, char text[COMPARISON_TEXT])
{
    const char *name = comparison->base->scenarios.names[comparison->baseline];
    snprintf(text, COMPARISON_TEXT, "%s", name);
    for (size_t s = 0; s < comparison->scenario_count; s++)
        if (strcmp(name, comparison->other->scenarios.names[comparison->scenarios[s]]) == 0)
            stem(comparison->base->hdf.path, text);
}

int comparison_gain(const struct comparison *comparison, const struct comparison_row *row)
{
    const size_t headline = comparison->variables[row->variable].headline;
    return variables[headline].better * paired_sign(&row->paired);
}

const struct comparison_row *comparison_row(const struct comparison *comparison, size_t scenario,
                                            size_t variable, size_t position, size_t period)
{
    size_t all = 0, before = 0;
    for (size_t v = 0; v < comparison->variable_count; v++) {
        before += v < variable ? comparison->variables[v].positions : 0;
        all += comparison->variables[v].positions;
    }
    return &comparison
                ->rows[(scenario * all + before + position) * comparison->period_count + period];
}

#include "network/statistics.h"

#include <stdio.h>
#include <string.h>

#include "network/statistics_rows.h"

void statistics_put(struct statistics_out *out, const char *name, const char *of, double value)
{
    if (out->names)
        snprintf(out->names[out->count], STATISTICS_NAME, "%s%s%s", name, of ? "_" : "",
                 of ? of : "");
    if (out->values)
        out->values[out->count] = value;
    out->count++;
}

void statistics_put_all(struct statistics_out *out, const char *const *names, size_t count,
                        const char *of, const double *values)
{
    for (size_t k = 0; k < count; k++)
        statistics_put(out, names[k], of, values[k]);
}

/* Whether an earlier term is about the same. */
static bool seen_before(const struct evolution_model *model, size_t term)
{
    for (size_t t = 0; t < term; t++)
        if (model->terms[t].covariate == model->terms[term].covariate &&
            model->terms[t].dyadic == model->terms[term].dyadic)
            return true;
    return false;
}

const struct covariate *statistics_covariate(const struct statistics_context *context, size_t place)
{
    const struct evolution_model *model = context->model;
    for (size_t t = 0; t < model->term_count; t++)
        if (model->terms[t].covariate && !seen_before(model, t) && place-- == 0)
            return model->terms[t].covariate;
    for (size_t c = 0; c < context->now->covariate_count; c++) {
        bool named = false;
        for (size_t t = 0; t < model->term_count; t++)
            named |= model->terms[t].covariate == &context->now->covariates[c];
        if (!named && place-- == 0)
            return &context->now->covariates[c];
    }
    return NULL;
}

const struct dyadic *statistics_dyadic(const struct statistics_context *context, size_t place)
{
    const struct evolution_model *model = context->model;
    for (size_t t = 0; t < model->term_count; t++)
        if (model->terms[t].dyadic && !seen_before(model, t) && place-- == 0)
            return model->terms[t].dyadic;
    for (size_t d = 0; d < context->now->dyadic_count; d++) {
        bool named = false;
        for (size_t t = 0; t < model->term_count; t++)
            named |= model->terms[t].dyadic == &context->now->dyadics[d];
        if (!named && place-- == 0)
            return &context->now->dyadics[d];
    }
    return NULL;
}

struct network statistics_lagged(const struct statistics_context *context)
{
    struct network lagged = *context->now;
    lagged.record = context->start->record;
    return lagged;
}

static statistics_group *const groups[] = {
    statistics_ties,       statistics_change,  statistics_degrees,    statistics_distances,
    statistics_components, statistics_census,  statistics_attributes, statistics_behaviours,
    statistics_counts,     statistics_effects,
};

static bool go_through(struct statistics_out *out, struct spel_error *error)
{
    for (size_t g = 0; g < sizeof groups / sizeof *groups; g++)
        if (!groups[g](out, error))
            return false;
    return true;
}

size_t statistics_list(const struct statistics_context *context, char (*names)[STATISTICS_NAME])
{
    struct statistics_out out = {.context = context, .names = names};
    go_through(&out, NULL);
    return out.count;
}

bool statistics_measure(const struct statistics_context *context, double *values,
                        struct spel_error *error)
{
    struct statistics_out out = {.context = context, .values = values};
    return go_through(&out, error);
}

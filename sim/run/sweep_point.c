#include "run/sweep_point.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "model/model.h"
#include "output/ledger.h"
#include "params/numbers.h"

enum { SETTING_TEXT = 160 };

bool sweep_point_read(struct scenario *scenario, const struct sweep_options *options,
                      const struct sweep *sweep, const double *values, struct spel_error *error)
{
    const size_t given = options->override_count, varied = values ? sweep->count : 0;
    const char **all = memory_take(given + varied + 1, sizeof *all, error);
    char(*texts)[SETTING_TEXT] = memory_take(varied + 1, sizeof *texts, error);
    bool fine = all && texts;
    for (size_t i = 0; fine && i < given; i++)
        all[i] = options->overrides[i];
    for (size_t f = 0; fine && f < varied; f++) {
        char number[NUMBER_TEXT];
        number_write(values[f], number);
        snprintf(texts[f], SETTING_TEXT, "%s=%s", sweep->factors[f].path, number);
        all[given + f] = texts[f];
    }
    if (fine)
        fine = scenario_read(scenario, options->scenario, all, given + varied, options->folders,
                             error);
    memory_release(texts);
    memory_release(all);
    return fine;
}

/* The months of one run, into the series of the outcomes. */
struct under_way {
    const struct sweep_plan *plan;
    struct spel_model *model;
    struct observation observation;
    struct sweep_run *run;
    float *values;
};

static bool fits(const struct under_way *way, struct spel_error *error)
{
    const struct sweep_plan *plan = way->plan;
    for (size_t o = 0; o < plan->outcome_count; o++) {
        const size_t v = plan->outcomes[o];
        if (way->observation.length[v] != plan->frame->length[v])
            return error_set(error, SPEL_ERROR_INPUT,
                             "%s has %zu values a month here, and %zu in the scenario as it stands",
                             variables[v].name, way->observation.length[v], plan->frame->length[v]);
    }
    return true;
}

static void keep(struct under_way *way, uint32_t month)
{
    const struct sweep_plan *plan = way->plan;
    for (size_t o = 0; o < plan->outcome_count; o++) {
        const size_t v = plan->outcomes[o], length = plan->frame->length[v];
        memcpy(way->values + sweep_plan_offset(plan, o) + month * length,
               way->observation.values + way->observation.offset[v], length * sizeof(float));
    }
}

static bool run_months(struct under_way *way, const struct scenario *scenario,
                       const struct sweep_options *options)
{
    for (uint32_t month = 0; month < scenario->months; month++) {
        if (options->stop && options->stop(options->context))
            return false;
        spel_model_step(way->model);
        observation_measure(&way->observation, way->model);
        keep(way, month);
        if (ledger_due(scenario, month))
            way->run->chain = digest_chain(way->run->chain, spel_model_digest(way->model));
        way->run->months = month + 1;
    }
    return true;
}

/* Only the first line: it is a row of a table. */
static void fail(struct sweep_run *run, const struct spel_error *error)
{
    run->status = LEDGER_FAILED;
    snprintf(run->message, sizeof run->message, "%.*s", (int)strcspn(error->text, "\n"),
             error->text);
}

bool sweep_point_run(const struct sweep_plan *plan, const struct sweep_options *options,
                     struct sweep_run *run, float *values)
{
    struct spel_error error = {.code = SPEL_FINE};
    struct scenario scenario;
    struct under_way way = {.plan = plan, .run = run, .values = values};
    bool goes_on = true;
    for (size_t i = 0; i < plan->run_values; i++)
        values[i] = NAN;
    run->status = LEDGER_FAILED;
    if (!sweep_point_read(&scenario, options, plan->sweep,
                          plan->values + run->point * plan->sweep->count, &error)) {
        fail(run, &error);
        return true;
    }
    way.model = spel_model_create(&scenario, run->replicate, &error);
    if (way.model && observation_init(&way.observation, way.model, &error)) {
        if (fits(&way, &error)) {
            goes_on = run_months(&way, &scenario, options);
            run->status = LEDGER_FINISHED;
        }
        observation_clear(&way.observation);
    }
    if (run->status == LEDGER_FAILED)
        fail(run, &error);
    spel_model_free(way.model);
    scenario_clear(&scenario);
    return goes_on;
}

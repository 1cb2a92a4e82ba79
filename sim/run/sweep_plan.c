#include "run/sweep_plan.h"

#include <string.h>

#include "base/memory.h"
#include "model/model.h"
#include "output/sweep_identity.h"
#include "output/system.h"
#include "run/run.h"
#include "run/sweep_point.h"
#include "run/trial.h"

/* Above so many residents a month is long enough to be shared by threads; below, runs that
 * go on side by side do not wait for each other. */
enum { LARGE_RUN = 300000, NAME_TEXT_LONGEST = 80 };

/* Part of the free memory that worlds may take, and what a run takes of it beside the state of its
 * world, as a multiple of that. */
static const double MEMORY_SHARE = 0.6, RUN_STATES = 2;

size_t sweep_workers_within(size_t residents, uint64_t state, int threads, double memory)
{
    const double most = MEMORY_SHARE * memory / (RUN_STATES * (double)(state > 0 ? state : 1));
    if (residents >= LARGE_RUN || most < 1)
        return 1;
    return most < threads ? (size_t)most : (size_t)threads;
}

size_t sweep_workers(const struct sweep_made *made, int threads, int beside)
{
    return sweep_workers_within(made->residents, made->state, threads,
                                system_memory_free() / beside);
}

static bool unknown_outcome(const char *name, int length, struct spel_error *error)
{
    return error_set(error, SPEL_ERROR_INPUT,
                     "--outcomes %.*s: no such variable in this scenario; samenspel variables "
                     "shows those there are",
                     length, name);
}

/* The variables of a list of names, or the headlines. */
static bool choose_outcomes(struct sweep_made *made, const char *names, struct spel_error *error)
{
    size_t count = 0;
    made->outcomes = memory_take(variable_count, sizeof *made->outcomes, error);
    if (!made->outcomes)
        return false;
    for (size_t v = 0; !names && v < variable_count; v++)
        if (variables[v].headline && made->frame.length[v] > 0)
            made->outcomes[count++] = v;
    for (const char *name = names; name && *name; name += strspn(name, ",")) {
        const size_t length = strcspn(name, ",");
        size_t v = 0;
        while (v < variable_count && (strlen(variables[v].name) != length ||
                                      strncmp(variables[v].name, name, length) != 0))
            v++;
        if (v == variable_count || made->frame.length[v] == 0 || count == variable_count)
            return unknown_outcome(name, (int)length, error);
        made->outcomes[count++] = v;
        name += length;
    }
    made->plan.outcomes = made->outcomes;
    made->plan.outcome_count = count;
    return count > 0 || unknown_outcome("", 0, error);
}

bool sweep_frame(struct frame *frame, const struct spel_model *model, struct spel_error *error)
{
    struct observation observation;
    const struct panel nobody = {.count = 0};
    if (!observation_init(&observation, model, error))
        return false;
    const bool fine = frame_init(frame, model->scenario, 1, model, &observation, &nobody, error);
    observation_clear(&observation);
    return fine;
}

/* The first day as it is drawn says which values a month has, and how large a world is: the
 * months before it add nothing to that. */
static bool look(struct sweep_made *made, struct spel_error *error)
{
    struct spel_model *model = model_settle(&made->scenario, 0, error);
    if (!model)
        return false;
    made->state = trial_state(&model->world);
    made->residents = trial_residents(&model->world);
    made->framed = sweep_frame(&made->frame, model, error);
    spel_model_free(model);
    return made->framed;
}

static bool fill_plan(struct sweep_made *made, const struct sweep_options *options,
                      struct spel_error *error)
{
    struct sweep_plan *plan = &made->plan;
    plan->scenario = &made->scenario;
    plan->sweep = made->design.kind == DESIGN_FILE ? &made->design.table : &made->scenario.sweep;
    plan->design = design_names[made->design.kind];
    plan->n = made->design.n;
    plan->points = made->design.points;
    plan->policies = made->design.policies;
    plan->values = made->design.values;
    plan->replicates = made->scenario.replicates;
    plan->frame = &made->frame;
    if (!choose_outcomes(made, options->outcomes, error))
        return false;
    plan->run_values = sweep_plan_offset(plan, plan->outcome_count);
    made->identity =
        sweep_identity(plan, design_grows(made->design.kind), made->scenario.seed, error);
    plan->identity = made->identity;
    return made->identity != NULL;
}

/* A mistake in the design is told before anything runs, as far as the first point shows it. */
static bool try_first_point(const struct sweep_made *made, const struct sweep_options *options,
                            struct spel_error *error)
{
    struct scenario scenario;
    if (!sweep_point_read(&scenario, options, made->plan.sweep, made->plan.values, error))
        return false;
    scenario_clear(&scenario);
    return true;
}

bool sweep_make(struct sweep_made *made, const struct sweep_options *options,
                struct spel_error *error)
{
    *made = (struct sweep_made){.framed = false};
    if (!sweep_point_read(&made->scenario, options, NULL, NULL, error))
        return false;
    if (options->design != DESIGN_FILE && made->scenario.sweep.count == 0)
        return error_set(error, SPEL_ERROR_INPUT,
                         "%s: nothing is varied: the key sweep: is missing, as in sweep: {levers: "
                         "{knobs.informal: [0, 0.5, 1]}}",
                         options->scenario);
    return design_make(&made->design, &made->scenario.sweep, options->design, options->n,
                       made->scenario.seed, options->table, error) &&
           look(made, error) && fill_plan(made, options, error) &&
           try_first_point(made, options, error);
}

void sweep_made_clear(struct sweep_made *made)
{
    if (made->framed)
        frame_clear(&made->frame);
    design_clear(&made->design);
    scenario_clear(&made->scenario);
    memory_release(made->outcomes);
    memory_release(made->identity);
    *made = (struct sweep_made){.framed = false};
}

/* Runs that go on side by side have one thread each. */
static bool forecast_made(struct sweep_forecast *forecast, const struct sweep_made *made,
                          const struct sweep_options *options, struct spel_error *error)
{
    const struct sweep_plan *plan = &made->plan;
    const uint64_t run = sizeof(struct sweep_run) + plan->run_values * sizeof(float);
    struct trial trial;
    *forecast = (struct sweep_forecast){
        .points = plan->points,
        .policies = plan->policies,
        .worlds = plan->points / plan->policies,
        .replicates = plan->replicates,
        .runs = plan->points * plan->replicates,
    };
    const struct ranks *ranks = options->ranks;
    const int threads = ranks ? ranks_threads(ranks, options->threads) : options->threads;
    const size_t own = sweep_workers(made, run_threads(threads), ranks ? ranks->beside : 1);
    forecast->workers = own * (size_t)(ranks ? ranks->count : 1);
    if (!trial_run(&trial, &made->scenario, 1, own > 1 ? 1 : threads, error))
        return false;
    forecast->run_seconds = trial.settling + trial.burning_in + trial.months * trial.month;
    forecast->seconds = forecast->run_seconds * (double)forecast->runs / (double)forecast->workers;
    forecast->memory = (trial.memory + (uint64_t)(RUN_STATES * (double)made->state) * (own - 1)) *
                       (uint64_t)(ranks ? ranks->beside : 1);
    forecast->disk = 2 * run * forecast->runs;
    return true;
}

bool sweep_forecast(struct sweep_forecast *forecast, const struct sweep_options *options,
                    struct spel_error *error)
{
    struct sweep_made made;
    const bool fine =
        sweep_make(&made, options, error) && forecast_made(forecast, &made, options, error);
    sweep_made_clear(&made);
    return fine;
}

#include "run/supply_trial.h"

#include "model/model.h"
#include "output/system.h"

enum { LAST_MONTHS = 12 };

/* Persons with each need, and needs in all, per resident. */
static void add_shares(const struct spel_model *model, double share[DOMAINS + 1], double weight)
{
    const struct residents *residents = &model->world.residents;
    size_t people = 0, needy[DOMAINS] = {0};
    for (size_t i = 0; i < residents->count; i++) {
        if (!residents_present(residents, i))
            continue;
        people++;
        for (size_t d = 0; d < DOMAINS; d++)
            needy[d] += residents->needs[i] >> d & 1;
    }
    for (size_t d = 0; d < DOMAINS && people > 0; d++) {
        const double here = weight * (double)needy[d] / (double)people;
        share[d] += here;
        share[DOMAINS] += here;
    }
}

/* What all runs of the trial have in common. */
struct supply {
    const struct run_options *options;
    struct run_progress progress;
    double begun;
    uint32_t months; /* that are averaged */
    bool *stopped;
};

static bool tell(struct supply *supply, uint32_t month)
{
    supply->progress.month = month + 1;
    supply->progress.done++;
    supply->progress.seconds = system_seconds() - supply->begun;
    if (supply->options->progress)
        supply->options->progress(supply->options->context, &supply->progress);
    *supply->stopped = supply->options->stop && supply->options->stop(supply->options->context);
    return !*supply->stopped;
}

static bool run_with(struct supply *supply, const struct scenario *scenario, double factor,
                     double share[DOMAINS + 1], struct spel_error *error)
{
    struct scenario changed = *scenario; /* borrows all but the factor */
    changed.params.formal_support.supply *= factor;
    struct spel_model *model = spel_model_create(&changed, 0, error);
    if (!model)
        return false;
    bool fine = true;
    for (uint32_t month = 0; fine && month < changed.months; month++) {
        spel_model_step(model);
        if (month + supply->months >= changed.months)
            add_shares(model, share, 1.0 / supply->months);
        fine = tell(supply, month);
    }
    spel_model_free(model);
    supply->progress.run++;
    return fine;
}

bool supply_trial(struct elasticity *elasticity, const struct scenario *scenario,
                  const struct run_options *options, struct run_progress progress, double begun,
                  bool *stopped, struct spel_error *error)
{
    const uint32_t months = scenario->months < LAST_MONTHS ? scenario->months : LAST_MONTHS;
    struct supply supply = {options, progress, begun, months, stopped};
    *elasticity = (struct elasticity){.months = months};
    elasticity->known = run_with(&supply, scenario, 0.9, elasticity->less, error) &&
                        run_with(&supply, scenario, 1.1, elasticity->more, error);
    return elasticity->known;
}

#include "run/replicate.h"

#include "output/happenings.h"
#include "output/snapshot.h"
#include "output/system.h"

static bool settle(struct replicate *replicate, const struct scenario *scenario, uint32_t number,
                   struct spel_error *error)
{
    const double begun = system_seconds();
    replicate->model = model_settle(scenario, number, error);
    const double settled = system_seconds();
    if (!replicate->model)
        return false;
    model_burn_in(replicate->model);
    replicate->settling = settled - begun;
    replicate->burning_in = system_seconds() - settled;
    return true;
}

bool replicate_settle(struct replicate *replicate, const struct scenario *scenario, uint32_t number,
                      uint32_t run, struct spel_error *error)
{
    *replicate = (struct replicate){.run = run};
    if (settle(replicate, scenario, number, error) &&
        observation_init(&replicate->observation, replicate->model, error) &&
        panel_init(&replicate->panel, replicate->model, scenario->panel, error))
        return true;
    replicate_clear(replicate);
    return false;
}

bool replicate_tell(struct replicate *replicate, uint32_t month, struct trajectory *trajectory,
                    struct ledger *ledger, struct spel_error *error)
{
    const struct spel_model *model = replicate->model;
    const uint32_t run = replicate->run;
    struct journal *journal = &trajectory->journal;
    observation_measure(&replicate->observation, model);
    panel_measure(&replicate->panel, model);
    if (ledger_due(model->scenario, month))
        ledger_add(ledger, run, month, spel_model_digest(model));
    return (month > 0 || trajectory_add_persons(trajectory, run, replicate->panel.person, error)) &&
           trajectory_add(trajectory, run, month, replicate->observation.values,
                          replicate->panel.values, error) &&
           happenings_take(journal, &model->world.events, run, month, error) &&
           (!snapshot_due(model->scenario, month) ||
            snapshot_take(journal, model, run, month, error));
}

void replicate_clear(struct replicate *replicate)
{
    if (!replicate->model)
        return;
    panel_clear(&replicate->panel);
    observation_clear(&replicate->observation);
    spel_model_free(replicate->model);
    replicate->model = NULL;
}

#include "trial.h"

#include "base/memory.h"
#include "lives.h"
#include "measure.h"

bool trial_init(struct trial *trial, struct spel_error *error)
{
    return moments_init(&trial->first, error) && moments_init(&trial->window, error) &&
           moments_init(&trial->whole, error);
}

void trial_clear(struct trial *trial)
{
    moments_clear(&trial->first);
    moments_clear(&trial->window);
    moments_clear(&trial->whole);
}

bool trial_settle(struct trial *trial, struct scenario *scenario, struct spel_error *error)
{
    const double burn_in = scenario->params.settlement.burn_in;
    scenario->params.settlement.burn_in = 0;
    struct spel_model *model = spel_model_create(scenario, 0, error);
    scenario->params.settlement.burn_in = burn_in;
    if (!model)
        return false;
    moments_forget(&trial->first);
    measure_people(model, &trial->first);
    spel_model_free(model);
    return true;
}

static void measure(const struct spel_model *model, int month, bool quick, struct moments *moments)
{
    if (month % (quick ? 12 : 6) == 0) {
        measure_people(model, moments);
        measure_accounts(model, moments);
    }
    if (month % 12 == 0 && !quick)
        measure_ties(model, moments);
}

bool trial_run(struct trial *trial, const struct scenario *scenario, int months, bool quick,
               struct spel_error *error)
{
    struct lives lives;
    struct spel_model *model = spel_model_create(scenario, 0, error);
    if (!model)
        return false;
    if (!lives_init(&lives, model->world.residents.count, WINDOW_FROM, WINDOW_TO, error)) {
        spel_model_free(model);
        return false;
    }
    moments_forget(&trial->window);
    moments_forget(&trial->whole);
    for (int month = 1; month <= months; month++) {
        spel_model_step(model);
        lives_read(&lives, model, &trial->window);
        if (month >= WINDOW_FROM && month <= WINDOW_TO)
            measure(model, month, quick, &trial->window);
    }
    lives_close(&lives, &trial->whole, YEARS);
    lives_clear(&lives);
    spel_model_free(model);
    return true;
}

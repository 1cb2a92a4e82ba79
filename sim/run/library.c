#include "samenspel.h"

#include <string.h>

#include "base/memory.h"
#include "base/version.h"
#include "model/model.h"
#include "observe/variables.h"
#include "params/scenario.h"

struct spel_run {
    struct scenario scenario;
    struct spel_model *model;
    struct observation observation;
};

_Static_assert((int)SPEL_DIGEST_TEXT == (int)DIGEST_TEXT, "the public digest is the digest");

static const char *const installed[] = {SPEL_SCENARIOS_INSTALLED, NULL};

const char *spel_version(void)
{
    return SPEL_VERSION;
}

const char *spel_revision(void)
{
    return SPEL_REVISION;
}

struct spel_run *spel_run_create(const char *scenario, const char *const *settings, size_t count,
                                 uint32_t replicate, struct spel_error *error)
{
    struct spel_error unheard;
    if (!error)
        error = &unheard;
    error_clear(error);
    struct spel_run *run = memory_take(1, sizeof *run, error);
    if (!run)
        return NULL;
    if (!scenario_read(&run->scenario, scenario, settings, count, installed, error) ||
        !(run->model = spel_model_create(&run->scenario, replicate, error)) ||
        !observation_init(&run->observation, run->model, error)) {
        spel_run_free(run);
        return NULL;
    }
    return run;
}

void spel_run_free(struct spel_run *run)
{
    if (!run)
        return;
    observation_clear(&run->observation);
    spel_model_free(run->model);
    scenario_clear(&run->scenario);
    memory_release(run);
}

void spel_run_step(struct spel_run *run)
{
    spel_model_step(run->model);
    observation_measure(&run->observation, run->model);
}

uint32_t spel_run_month(const struct spel_run *run)
{
    return run->model->done;
}

uint32_t spel_run_months(const struct spel_run *run)
{
    return run->scenario.months;
}

const float *spel_run_values(const struct spel_run *run, const char *variable, size_t *count)
{
    *count = 0;
    for (size_t v = 0; v < variable_count; v++) {
        if (strcmp(variables[v].name, variable) == 0 && run->observation.length[v] > 0) {
            *count = run->observation.length[v];
            return run->observation.values + run->observation.offset[v];
        }
    }
    return NULL;
}

void spel_run_digest(const struct spel_run *run, char text[SPEL_DIGEST_TEXT])
{
    digest_text(spel_model_digest(run->model), text);
}

#include "model/model.h"

#include "base/memory.h"
#include "model/month.h"
#include "world/settlement.h"

/* Months before the first have keys of their own, so that they share no draw
 * with the months of the run. */
static struct moment before(struct moment now, uint32_t turn)
{
    const uint64_t key = (uint64_t)now.key.word[0] << 32 | now.key.word[1];
    now.key = stream_key(key, 0x80000000u + turn);
    now.month = 0;
    return now;
}

struct spel_model *spel_model_create(const struct scenario *scenario, uint32_t replicate,
                                     struct spel_error *error)
{
    struct spel_model *model = memory_take(1, sizeof *model, error);
    if (!model)
        return NULL;
    model->scenario = scenario;
    model->now = (struct moment){stream_key(scenario->seed, replicate), 0};
    if (!settlement_settle(&model->world, scenario, model->now, error)) {
        memory_release(model);
        return NULL;
    }
    const uint32_t months = (uint32_t)scenario->params.settlement.burn_in;
    for (uint32_t turn = 0; turn < months; turn++)
        month_settle(scenario, before(model->now, turn), turn, &model->world);
    return model;
}

void spel_model_free(struct spel_model *model)
{
    if (!model)
        return;
    world_clear(&model->world);
    memory_release(model);
}

void spel_model_step(struct spel_model *model)
{
    model->now.month = ++model->done;
    month_run(model->scenario, model->now, &model->world, NULL);
}

struct digest spel_model_digest(const struct spel_model *model)
{
    return world_digest(&model->world);
}

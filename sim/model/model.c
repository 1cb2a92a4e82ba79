#include "model/model.h"

#include "base/memory.h"
#include "model/month.h"
#include "process/support_renewal.h"
#include "world/settlement.h"

/* Months before the first: people are as much younger, and the keys are others,
 * so that they share no draw with the months of the run. */
static struct moment before(struct moment now, uint32_t turn, uint32_t months)
{
    const uint64_t key = (uint64_t)now.key.word[0] << 32 | now.key.word[1];
    now.key = stream_key(key, 0x80000000u + turn);
    now.month = turn - months; /* below zero, modulo 2^32: ages are read as signed */
    return now;
}

/* The months before the first leave experiences that nobody judged: cases whose
 * term is over count as judged, at some time in the past half year. */
static void forget_experiences(struct world *world, double term)
{
    struct needs *needs = &world->needs;
    for (size_t b = 0; b < world->blocks.count; b++)
        for (uint32_t row = world->blocks.first_row[b];
             row < world->blocks.first_row[b] + world->blocks.row_count[b]; row++) {
            if (needs->flags[row] & NEED_TERM_JUDGED ||
                !(needs->flags[row] & NEED_HELPED || needs->waiting[row] > term))
                continue;
            needs->flags[row] |= NEED_TERM_JUDGED;
            needs->since[row] =
                (uint8_t)(digest_mix(world->residents.id[needs->resident[row]]) % 6);
        }
}

struct spel_model *model_settle(const struct scenario *scenario, uint32_t replicate,
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
    return model;
}

/* What people are like by nature follows from the key, which therefore stays; months below zero
 * share no draw with those of the run. */
static void burn_in_ties(struct spel_model *model)
{
    const uint32_t months = (uint32_t)model->scenario->params.support_network.burn_in;
    struct moment now = model->now;
    now.month = 0u - months;
    if (months > 0 && !model->scenario->process_off[PROCESS_SUPPORT_NETWORK])
        support_renew_unborn(now, &model->world);
    for (; now.month != 0; now.month++)
        month_settle_ties(model->scenario, now, &model->world);
}

/* Organisations come to rest in all they do among themselves, and parties in their views. Months
 * below zero share no draw with those of the run. */
static void burn_in_organisations(struct spel_model *model)
{
    struct moment now = model->now;
    month_settle_stock(model->scenario, now, &model->world);
    now.month = 0u - (uint32_t)model->scenario->params.settlement.burn_in_organisations;
    for (; now.month != 0; now.month++) {
        month_settle_organisations(model->scenario, now, &model->world);
        if (!model->scenario->process_off[PROCESS_SHARED_VISION])
            month_settle_visions(model->scenario, now, &model->world);
    }
    month_settle_views(model->scenario, &model->world);
}

void model_burn_in(struct spel_model *model)
{
    const struct params *params = &model->scenario->params;
    burn_in_ties(model);
    month_settle_initiatives(model->scenario, model->now, &model->world);
    burn_in_organisations(model);
    const uint32_t months = (uint32_t)params->settlement.burn_in;
    for (uint32_t turn = 0; turn < months; turn++)
        month_settle(model->scenario, before(model->now, turn, months), turn, &model->world);
    if (months > 0)
        forget_experiences(&model->world, params->trust.term);
    /* What happened before the first month is not told. */
    model->world.events.count = model->world.events.lost = 0;
}

struct spel_model *spel_model_create(const struct scenario *scenario, uint32_t replicate,
                                     struct spel_error *error)
{
    struct spel_model *model = model_settle(scenario, replicate, error);
    if (model)
        model_burn_in(model);
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

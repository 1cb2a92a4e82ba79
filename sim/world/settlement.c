#include "world/settlement.h"

#include "base/memory.h"
#include "world/draw.h"

static void drafts_clear(struct drafts *drafts)
{
    memory_release(drafts->items);
    memory_release(drafts->spare);
    memory_release(drafts->age);
    memory_release(drafts->position);
    memory_release(drafts->household);
    memory_release(drafts->place);
    memory_release(drafts->residents);
}

static bool drafts_init(struct drafts *drafts, size_t places, size_t neighbourhoods,
                        struct spel_error *error)
{
    drafts->items = memory_take(places, sizeof *drafts->items, error);
    drafts->spare = memory_take(places, sizeof *drafts->spare, error);
    drafts->age = memory_take(places, sizeof *drafts->age, error);
    drafts->position = memory_take(places, sizeof *drafts->position, error);
    drafts->household = memory_take(places, sizeof *drafts->household, error);
    drafts->place = memory_take(places, sizeof *drafts->place, error);
    drafts->residents = memory_take(neighbourhoods, sizeof *drafts->residents, error);
    if (drafts->items && drafts->spare && drafts->age && drafts->position && drafts->household &&
        drafts->place && drafts->residents)
        return true;
    drafts_clear(drafts);
    return false;
}

static float vision_value(struct stream *draw)
{
    return (float)elementary_clamp(0.45 * stream_normal(draw), -1, 1);
}

static void settle_municipalities(struct world *world, const struct scenario *scenario,
                                  struct moment now)
{
    struct municipalities *m = &world->municipalities;
    for (size_t i = 0; i < m->count; i++) {
        struct stream draw = stream_open(now, DRAW_SETTLE_ORGANISATION, UINT32_MAX - (uint32_t)i);
        for (size_t d = 0; d < DOMAINS; d++)
            m->chosen[i * DOMAINS + d] = m->enacted[i * DOMAINS + d] = (float)scenario->steering[d];
        m->history[i] = (float)scenario->history;
        m->vision[2 * i] = vision_value(&draw);
        m->vision[2 * i + 1] = vision_value(&draw);
        uint32_t residents = 0;
        for (uint32_t n = 0; n < m->neighbourhoods[i]; n++)
            residents += world->neighbourhoods.residents[m->first[i] + n];
        const struct params *p = &scenario->params;
        m->staff[i] =
            (float)(residents * p->calendar.staff_per_1000 / 1000 * p->calendar.staff_hours);
        for (size_t d = 0; d < DOMAINS; d++)
            m->budget[i * DOMAINS + d] =
                (int64_t)(residents * p->formal_support.budget[d] * 100 + 0.5);
    }
}

static void settle_neighbourhoods(struct world *world, const struct scenario *scenario)
{
    struct neighbourhoods *n = &world->neighbourhoods;
    for (size_t i = 0; i < n->count; i++) {
        n->knowledge[i] = 0.5f;
        for (size_t l = 0; l < LEVERS; l++)
            n->lever_wanted[i * LEVERS + l] = n->lever[i * LEVERS + l] = (float)scenario->levers[l];
        for (size_t d = 0; d < DOMAINS; d++)
            n->onset_now[i * DOMAINS + d] = 1;
    }
}

bool settlement_settle(struct world *world, const struct scenario *scenario, struct moment now,
                       struct spel_error *error)
{
    struct drafts drafts = {0};
    if (!settle_layout(world, scenario, error) ||
        !drafts_init(&drafts, world->residents.count, world->neighbourhoods.count, error)) {
        world_clear(world);
        return false;
    }
    settle_neighbourhoods(world, scenario);
#pragma omp parallel for schedule(dynamic)
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        settle_households(world, &drafts, scenario, now, n);
    settle_municipalities(world, scenario, now);
    settle_ties(world, &drafts, scenario, now);
#pragma omp parallel for schedule(dynamic)
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        settle_needs(world, &drafts, scenario, now, n);
    drafts_clear(&drafts);
    if (!settle_organisations(world, scenario, now, error)) {
        world_clear(world);
        return false;
    }
    return true;
}

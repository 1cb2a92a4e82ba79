#include "process/institutions_turnover.h"
#include "world/draw.h"
#include "world/founding.h"
#include "world/visions.h"

/* Who begins is hardly set in its ways. */
static const float ROUTINE_NEW = 0.05f;

static bool stops(const struct institutions_params *params, struct moment now,
                  const struct organisations *o, uint32_t i)
{
    if (o->idle[i] > params->patience)
        return true;
    struct stream draw = stream_open(now, DRAW_INSTITUTION_EXIT, organisations_key(o, i));
    const bool spent = (double)o->reserve[i] < -params->credit * (double)o->capacity[i];
    return spent && stream_uniform(&draw) < params->exit;
}

void institutions_exit(const struct institutions_params *params, struct moment now,
                       struct world *world)
{
    struct organisations *o = &world->organisations;
    for (size_t m = 0; m < world->municipalities.count; m++)
        world->municipalities.institutions_ended[m] = 0;
    for (uint32_t i = 0; i < o->count; i++) {
        if (o->kind[i] != ORGANISATION_INSTITUTION || !stops(params, now, o, i))
            continue;
        const uint32_t m = o->municipality[i];
        world->municipalities.institutions_ended[m]++;
        events_add(&world->events, EVENT_INSTITUTION_ENDS, (int32_t)m, (int32_t)i, o->reserve[i]);
        founding_end(world, i);
    }
}

/* Client hours wanted in a municipality per institution that serves the domain, and one more. */
static void find_room(const struct world *world, size_t m, double room[DOMAINS])
{
    const struct municipalities *all = &world->municipalities;
    const struct organisations *o = &world->organisations;
    const size_t first = all->first_organisation[m];
    for (size_t d = 0; d < DOMAINS; d++) {
        double wanted = 0, serving = 1;
        for (size_t n = all->first[m]; n < (size_t)all->first[m] + all->neighbourhoods[m]; n++)
            wanted += world->neighbourhoods.wanted[n * DOMAINS + d];
        for (size_t i = first; i < first + all->organisations[m]; i++)
            serving += o->kind[i] == ORGANISATION_INSTITUTION && o->domains[i] >> d & 1;
        room[d] = wanted / serving;
    }
}

static size_t by_lot(const double room[DOMAINS], double lot)
{
    double total = 0;
    for (size_t d = 0; d < DOMAINS; d++)
        total += room[d];
    double left = lot * total;
    for (size_t d = 0; d + 1 < DOMAINS; d++) {
        left -= room[d];
        if (left < 0)
            return d;
    }
    return DOMAINS - 1;
}

static void begin(struct world *world, size_t m, struct stream *draw, struct moment now)
{
    struct organisations *o = &world->organisations;
    double room[DOMAINS];
    const uint32_t i = founding_begin(world, m, ORGANISATION_INSTITUTION, now.month);
    if (i == COLUMN_NONE)
        return;
    find_room(world, m, room);
    o->domains[i] = (uint8_t)(1u << by_lot(room, stream_uniform(draw)));
    o->self_interest[i] = founding_trait(draw, 0.4, 0.15);
    o->openness[i] = founding_trait(draw, 0.4, 0.15);
    o->trust[i] = founding_trait(draw, 0.59, 0.2);
    visions_renew_organisation(world, i, now);
    o->network_effort[i] = (float)organisations_effort(stream_below(draw, EFFORT_LEVELS));
    o->routine[i] = ROUTINE_NEW;
    world->municipalities.institutions_begun[m]++;
    events_add(&world->events, EVENT_INSTITUTION_BEGINS, (int32_t)m, (int32_t)i, 0);
}

void institutions_enter(const struct scenario *scenario, struct moment now, struct world *world)
{
    for (size_t m = 0; m < world->municipalities.count; m++) {
        const double chance =
            scenario->params.institutions.entry / 12 * 2 * world_lever(world, m, ENTRANT_OPENNESS);
        const uint32_t wanted =
            founding_institutions(world, m, scenario->params.settlement.institutions_per_1000);
        world->municipalities.institutions_begun[m] = 0;
        for (uint32_t k = 0; k < wanted; k++) {
            struct stream draw = stream_open(now, DRAW_INSTITUTION_ENTRY, (uint32_t)m << 16 | k);
            if (stream_uniform(&draw) < chance)
                begin(world, m, &draw, now);
        }
    }
}

void institutions_stock(const struct institutions_params *params, struct moment now,
                        struct world *world)
{
    struct organisations *o = &world->organisations;
    for (uint32_t i = 0; i < o->count; i++) {
        if (o->kind[i] != ORGANISATION_INSTITUTION)
            continue;
        struct stream draw = stream_open(now, DRAW_INSTITUTION_ENTRY, 0x80000000u | i);
        o->capacity[i] = o->cost[i];
        o->reserve[i] =
            (float)((0.5 + stream_uniform(&draw)) * params->reserve * (double)o->cost[i]);
    }
}

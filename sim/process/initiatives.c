#include "process/initiatives.h"

#include "process/initiatives_parts.h"
#include "world/hours.h"

void initiatives_pledge(const struct params *params, struct moment now, struct world *world)
{
    struct initiatives *s = &world->initiatives;
    const double capacity = params->informal_support.capacity_total;
    for (uint32_t row = 0; row < s->count; row++) {
        if (!membership_of(world, row))
            continue;
        const double wanted = params->initiatives.pledge * (double)s->energy[row];
        uint32_t units = 0;
        for (size_t k = 0; k < s->members[row]; k++) {
            const size_t at = (size_t)row * INITIATIVE_MEMBERS + k;
            const double time = capacity * hours_time(&world->residents, s->member[at], now.month);
            s->pledge[at] = (uint16_t)(PLEDGE_UNITS * (wanted < time ? wanted : time));
            units += s->pledge[at];
        }
        s->offered[row] = (float)units / PLEDGE_UNITS;
    }
}

static void begin_month(struct world *world)
{
    struct municipalities *m = &world->municipalities;
    for (size_t i = 0; i < m->count; i++) {
        m->initiatives_born[i] = m->initiatives_lost[i] = m->initiatives_hardened[i] = 0;
        m->challenges_won[i] = m->challenges_refused[i] = m->challenges_failed[i] = 0;
    }
    for (size_t row = 0; row < world->initiatives.count; row++) {
        world->initiatives.joined[row] = 0;
        world->initiatives.hours[row] = 0;
    }
}

/* Of needs that ended the last hours stay: they say who helped. */
static void begin_block(struct world *world, size_t b)
{
    struct needs *needs = &world->needs;
    const uint32_t first = world->blocks.first_row[b];
    for (uint32_t row = first; row < first + world->blocks.row_count[b]; row++)
        needs->initiative[row] = needs->flags[row] & NEED_ENDED ? needs->initiative[row] : 0;
}

/* Areas do not touch each other: who works on which is of no matter. */
static void support(const struct initiating *initiating)
{
    struct world *world = initiating->world;
    const struct neighbourhoods *n = &world->neighbourhoods;
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < world->blocks.count; b++)
        begin_block(world, b);
#pragma omp parallel for schedule(dynamic)
    for (size_t k = 0; k < n->count; k++)
        if (n->area[k] == k)
            support_area(initiating, n->municipality[k], (uint32_t)k);
}

void initiatives_step(const struct params *params, bool challenges, struct moment now,
                      struct world *world)
{
    const struct initiating initiating = {params, now, world};
    begin_month(world);
    support(&initiating);
    for (uint32_t row = 0; row < world->initiatives.count; row++) {
        if (!membership_of(world, row))
            continue;
        recruit_month(&initiating, row);
        fare_month(&initiating, row);
        challenge_month(&initiating, challenges, row);
        fare_end(&initiating, row);
    }
    birth_month(&initiating);
}

void initiatives_settle(const struct params *params, struct moment now, struct world *world)
{
    const struct initiating initiating = {params, now, world};
    birth_stock(&initiating);
}

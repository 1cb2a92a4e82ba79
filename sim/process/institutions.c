#include "process/institutions.h"

#include "process/institutions_conduct.h"
#include "process/institutions_contracts.h"
#include "process/institutions_turnover.h"
#include "world/effort.h"

/* Months without a contract; one that is held ends them. */
static void count_idle(struct world *world)
{
    struct organisations *o = &world->organisations;
    const struct neighbourhoods *n = &world->neighbourhoods;
    for (size_t i = 0; i < o->count; i++)
        if (o->kind[i] == ORGANISATION_INSTITUTION && o->idle[i] < UINT8_MAX)
            o->idle[i]++;
    for (size_t c = 0; c < n->count * DOMAINS * CONTRACT_SLOTS; c++)
        if (n->provider[c] != COLUMN_NONE)
            o->idle[n->provider[c]] = 0;
}

static void conduct(const struct scenario *scenario, const struct climate *climate, bool learns,
                    struct moment now, struct world *world, uint32_t i)
{
    const struct institutions_params *params = &scenario->params.institutions;
    institutions_settle_down(params, climate, &world->organisations, i);
    if (!effort_due(&world->organisations, i, now.month))
        return;
    institutions_renew(params, now, &world->organisations, i);
    if (learns)
        institutions_choose_effort(params, now, &world->organisations, i);
}

static void month_of(const struct scenario *scenario, bool learns, struct moment now,
                     struct world *world)
{
    const struct municipalities *all = &world->municipalities;
    institutions_contracts(&scenario->params, now, world);
    count_idle(world);
    for (size_t m = 0; m < all->count; m++) {
        const struct climate climate = institutions_climate(scenario, world, m);
        const uint32_t first = all->first_organisation[m];
        for (uint32_t i = first; i < first + all->organisations[m]; i++) {
            if (organisations_present(&world->organisations, i))
                institutions_open_up(&scenario->params.institutions, &climate, world, i);
            if (world->organisations.kind[i] == ORGANISATION_INSTITUTION)
                conduct(scenario, &climate, learns, now, world, i);
        }
    }
    if (!scenario->process_off[PROCESS_ENTRY])
        institutions_enter(scenario, now, world);
}

void institutions_leave(const struct scenario *scenario, struct moment now, struct world *world)
{
    if (!scenario->process_off[PROCESS_ENTRY])
        institutions_exit(&scenario->params.institutions, now, world);
}

void institutions_step(const struct scenario *scenario, struct moment now, struct world *world)
{
    month_of(scenario, !scenario->process_off[PROCESS_REINFORCEMENT], now, world);
}

void institutions_run_in(const struct scenario *scenario, struct moment now, struct world *world)
{
    month_of(scenario, false, now, world);
}

#include "world/settlement.h"

#include "base/memory.h"
#include "world/draw.h"
#include "world/positions.h"
#include "world/visions.h"

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

static void settle_municipalities(struct world *world, const struct scenario *scenario,
                                  struct moment now)
{
    struct municipalities *m = &world->municipalities;
    for (size_t i = 0; i < m->count; i++) {
        struct stream draw = stream_open(now, DRAW_SETTLE_ORGANISATION, UINT32_MAX - (uint32_t)i);
        for (size_t d = 0; d < DOMAINS; d++)
            m->chosen[i * DOMAINS + d] = m->enacted[i * DOMAINS + d] = (float)scenario->steering[d];
        for (size_t d = 0; d < DOMAINS; d++)
            m->judged_at[i * DOMAINS + d] = -1;
        m->history[i] = (float)scenario->history;
        for (size_t k = 2 * i; k < 2 * i + 2; k++)
            m->vision[k] = m->anchor[k] = (float)visions_draw(&draw);
        for (size_t o = 0; o < JUDGEMENTS; o++)
            m->agreed[i * JUDGEMENTS + o] = 1.0f / JUDGEMENTS;
        const uint32_t residents = world_residents(world, i);
        const struct params *p = &scenario->params;
        m->staff[i] =
            (float)(residents * p->calendar.staff_per_1000 / 1000 * p->calendar.staff_hours);
    }
}

/* Persons per inhabitant who have a need of the domain, in the country. */
static double national(const struct places *places, size_t domain)
{
    double needy = 0, persons = 0;
    for (size_t a = 0; a < AGES; a++) {
        needy += places->rates[a].persons_weight * places->rates[a].prevalence[domain];
        persons += places->rates[a].persons_weight;
    }
    return persons > 0 ? needy / persons : 0;
}

/* Budgets, as the national fund divides them: euro per inhabitant where need is
 * as in the country, and in proportion to need elsewhere. */
static void settle_budgets(struct world *world, const struct scenario *scenario)
{
    struct municipalities *m = &world->municipalities;
    const struct blocks *blocks = &world->blocks;
    for (size_t b = 0; b < blocks->count; b++)
        for (uint32_t row = blocks->first_row[b]; row < blocks->first_row[b] + blocks->row_count[b];
             row++)
            m->budget[world->neighbourhoods.municipality[blocks->neighbourhood[b]] * DOMAINS +
                      world->needs.domain[row]]++;
    for (size_t i = 0; i < m->count; i++)
        for (size_t d = 0; d < DOMAINS; d++) {
            int64_t *budget = &m->budget[i * DOMAINS + d];
            const double per_need =
                scenario->params.formal_support.budget[d] / (national(&scenario->places, d) + 1e-9);
            *budget = (int64_t)((double)*budget * per_need * 100 + 0.5);
        }
}

static void settle_neighbourhoods(struct world *world, const struct scenario *scenario)
{
    /* What is known is where gain and loss are even. */
    const struct intake_params *intake = &scenario->params.intake;
    const double gain =
        intake->knowledge_gain * scenario->levers[OUTREACH] + intake->knowledge_ties;
    struct neighbourhoods *n = &world->neighbourhoods;
    for (size_t i = 0; i < n->count; i++) {
        n->knowledge[i] = (float)(gain / (gain + intake->knowledge_loss + 1e-9));
        for (size_t l = 0; l < LEVERS; l++)
            n->lever_wanted[i * LEVERS + l] = n->lever[i * LEVERS + l] = (float)scenario->levers[l];
        for (size_t d = 0; d < DOMAINS; d++) {
            n->onset_now[i * DOMAINS + d] = 1;
            n->enacted[i * DOMAINS + d] = (float)scenario->steering[d];
        }
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
    positions_count(world, now.month, world->municipalities.settled);
    positions_count(world, now.month, world->municipalities.counted);
    settle_ties(world, &drafts, scenario, now);
#pragma omp parallel for schedule(dynamic)
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        settle_needs(world, &drafts, scenario, now, n);
    settle_budgets(world, scenario);
    drafts_clear(&drafts);
    if (!settle_organisations(world, scenario, now, error)) {
        world_clear(world);
        return false;
    }
    return true;
}

#include "process/entrepreneurs.h"

#include "process/entrepreneurs_choice.h"
#include "world/draw.h"
#include "world/effort.h"
#include "world/founding.h"
#include "world/visions.h"

/* Who might found one: so many for each entrepreneur of the first day. */
enum { FOUNDERS = 2 };

struct enterprise {
    const struct scenario *scenario;
    const struct entrepreneurs_params *params;
    struct moment now;
    struct world *world;
    size_t municipality;
    double monitored; /* control for a unit of monitoring */
};

double entrepreneurs_result(const struct entrepreneurs_params *params, double engagement,
                            double position, double filled, double control)
{
    const double size = params->capital / params->place_capital;
    const double guidance = params->guidance * (1 + params->burden * control) * (1 + filled / size);
    return params->custom * params->capital * engagement * position +
           filled * (params->product - guidance);
}

/* A month's money, and what it is worth to the entrepreneur. */
static void earn(const struct enterprise *enterprise, uint32_t i, struct stream *draw)
{
    const struct entrepreneurs_params *p = enterprise->params;
    struct organisations *o = &enterprise->world->organisations;
    const double control = (1 - (double)o->steering[i]) * enterprise->monitored;
    const double capital = o->capital[i];
    const double result =
        entrepreneurs_result(p, o->engagement[i], o->network_position[i], o->filled[i], control);
    const double worth = entrepreneurs_payoff(p, result, o->self_interest[i], o->filled[i]);
    o->capital[i] = (float)(capital + p->settling * (p->capital - capital) + result +
                            p->luck * p->capital * stream_normal(draw));
    o->payoff[i] += (float)((worth - (double)o->payoff[i]) / 12);
}

/* As many words are drawn in every month. */
static void month_of(const struct enterprise *enterprise, uint32_t i)
{
    struct organisations *o = &enterprise->world->organisations;
    struct stream draw = founding_stream(enterprise->world, i, enterprise->now, DRAW_ENTREPRENEUR);
    earn(enterprise, i, &draw);
    const double lot = stream_uniform(&draw);
    if (!enterprise->scenario->process_off[PROCESS_REINFORCEMENT] &&
        effort_due(o, i, enterprise->now.month))
        entrepreneurs_choose(enterprise->params, &enterprise->scenario->params.institutions, lot, o,
                             i);
    o->offered[i] = places_offered(enterprise->params, o->engagement[i], o->capital[i]);
}

static void end(const struct enterprise *enterprise, uint32_t i)
{
    struct world *world = enterprise->world;
    const size_t m = enterprise->municipality;
    events_add(&world->events, EVENT_ENTREPRENEUR_ENDS, (int32_t)m, (int32_t)i,
               (float)((int)enterprise->now.month - world->organisations.founded[i]));
    founding_end(world, i);
    world->municipalities.entrepreneurs_ended[m]++;
}

/* A newcomer is like those of the first day, but has less capital and no partners yet. */
static void begin(const struct enterprise *enterprise, struct stream *draw)
{
    struct world *world = enterprise->world;
    struct organisations *o = &world->organisations;
    const size_t m = enterprise->municipality;
    const uint32_t i = founding_begin(world, m, ORGANISATION_ENTREPRENEUR, enterprise->now.month);
    if (i == COLUMN_NONE)
        return;
    o->domains[i] = 1u << WORK | 1u << SOCIAL;
    o->self_interest[i] = founding_trait(draw, 0.4, 0.15);
    o->openness[i] = founding_trait(draw, 0.4, 0.15);
    o->engagement[i] = o->network_effort[i] =
        (float)organisations_effort(stream_below(draw, EFFORT_LEVELS));
    visions_renew_organisation(world, i, enterprise->now);
    o->trust[i] = founding_trait(draw, 0.59, 0.2);
    o->steering[i] = 0.4f;
    o->capital[i] = (float)(enterprise->params->capital * (0.5 + 0.5 * stream_uniform(draw)));
    o->offered[i] = places_offered(enterprise->params, o->engagement[i], o->capital[i]);
    world->municipalities.entrepreneurs_begun[m]++;
    events_add(&world->events, EVENT_ENTREPRENEUR_BEGINS, (int32_t)m, (int32_t)i, o->capital[i]);
}

/* Entrepreneurs of the first day, as a number that no month changes. */
static double usual_number(const struct world *world, size_t m, double per_1000)
{
    const uint32_t *settled = world->municipalities.settled + m * AGE_FIVES * POSITION_KINDS;
    double residents = 0;
    for (size_t k = 0; k < AGE_FIVES * POSITION_KINDS; k++)
        residents += settled[k];
    return residents * per_1000 / 1000;
}

/* Each who might found one has a lot of its own. */
static void found(const struct enterprise *enterprise)
{
    const struct world *world = enterprise->world;
    const size_t m = enterprise->municipality;
    const double usual =
        usual_number(world, m, enterprise->scenario->params.settlement.entrepreneurs_per_1000);
    const uint32_t founders = (uint32_t)(FOUNDERS * usual + 0.5);
    const double room = 2 * world_lever(world, m, ENTRANT_OPENNESS);
    const double chance = room * enterprise->params->founding / FOUNDERS / 12;
    for (uint32_t k = 0; k < founders; k++) {
        struct stream draw = stream_open(enterprise->now, DRAW_ENTREPRENEUR_BEGIN, (uint32_t)m);
        draw.counter.word[3] = k << 8;
        if (stream_uniform(&draw) < chance)
            begin(enterprise, &draw);
    }
}

static void end_ruined(const struct enterprise *enterprise, uint32_t first, uint32_t last)
{
    const struct organisations *o = &enterprise->world->organisations;
    const double least = enterprise->params->ruin * enterprise->params->capital;
    for (uint32_t i = first; i < last; i++)
        if (o->kind[i] == ORGANISATION_ENTREPRENEUR && o->capital[i] < least)
            end(enterprise, i);
}

static void enterprise_month(const struct enterprise *enterprise, size_t count)
{
    struct world *world = enterprise->world;
    struct municipalities *m = &world->municipalities;
    const size_t k = enterprise->municipality;
    const uint32_t first = m->first_organisation[k], last = first + m->organisations[k];
    m->entrepreneurs_begun[k] = m->entrepreneurs_ended[k] = 0;
    for (uint32_t i = first; i < last; i++)
        if (world->organisations.kind[i] == ORGANISATION_ENTREPRENEUR)
            month_of(enterprise, i);
    if (enterprise->scenario->process_off[PROCESS_ENTRY])
        return;
    end_ruined(enterprise, first, last);
    places_close(world, count);
    found(enterprise);
}

void entrepreneurs_step(const struct scenario *scenario, struct moment now, struct world *world)
{
    const struct entrepreneurs_params *params = &scenario->params.entrepreneurs;
    const double to_learning = scenario->params.formal_support.feedback_to_learning;
    const struct placing placing = {params, 1, now, world};
    places_scan(&placing);
    for (size_t m = 0; m < world->municipalities.count; m++) {
        const double learned = to_learning * world_lever(world, m, FEEDBACK_QUALITY);
        const struct enterprise enterprise = {scenario, params, now, world, m, 1 - learned};
        const size_t count = places_gather(&placing, m);
        places_meet(&placing, m, count);
        enterprise_month(&enterprise, count);
        places_fill(&placing, count);
    }
}

void entrepreneurs_run_in(const struct scenario *scenario, struct moment now, struct world *world)
{
    const struct entrepreneurs_params *params = &scenario->params.entrepreneurs;
    const double to_learning = scenario->params.formal_support.feedback_to_learning;
    for (size_t m = 0; m < world->municipalities.count; m++) {
        const double learned = to_learning * world_lever(world, m, FEEDBACK_QUALITY);
        const struct enterprise enterprise = {scenario, params, now, world, m, 1 - learned};
        const uint32_t first = world->municipalities.first_organisation[m];
        const uint32_t last = first + world->municipalities.organisations[m];
        for (uint32_t i = first; i < last; i++) {
            struct stream draw = founding_stream(world, i, now, DRAW_ENTREPRENEUR);
            if (world->organisations.kind[i] == ORGANISATION_ENTREPRENEUR)
                earn(&enterprise, i, &draw);
        }
        if (scenario->process_off[PROCESS_ENTRY])
            continue;
        end_ruined(&enterprise, first, last);
        found(&enterprise);
    }
}

void entrepreneurs_settle(const struct entrepreneurs_params *params, struct moment now,
                          uint32_t turn, struct world *world)
{
    const double haste = turn == 0 ? params->stay : 1;
    const struct placing placing = {params, haste, now, world};
    struct organisations *o = &world->organisations;
    places_scan(&placing);
    for (size_t i = 0; i < o->count; i++)
        o->offered[i] = o->kind[i] == ORGANISATION_ENTREPRENEUR
                            ? places_offered(params, o->engagement[i], o->capital[i])
                            : 0;
    for (size_t m = 0; m < world->municipalities.count; m++) {
        const size_t count = places_gather(&placing, m);
        places_meet(&placing, m, count);
        places_fill(&placing, count);
    }
}

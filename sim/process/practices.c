#include "process/practices.h"

#include "world/costs.h"
#include "world/draw.h"
#include "world/founding.h"

/* Beta(2,5) has this mean. */
static const double PIONEERS_MEAN = 2.0 / 7;

/* A municipality's month. */
struct trying {
    const struct practices_params *params;
    struct moment now;
    struct world *world;
    size_t municipality;
    double chance, error; /* the chance but for steering and pioneers */
};

double practices_chance(const struct practices_params *params, double experimentation,
                        double steering, double error_tolerance)
{
    const double floor = params->tolerance_floor;
    return params->trial * experimentation * steering * (floor + (1 - floor) * error_tolerance);
}

double practices_ease(const struct practices_params *params, double routine)
{
    return (1 - params->routine * routine) / (1 - params->routine * ROUTINE_USUAL);
}

double practices_error(const struct practices_params *params, double feedback_quality)
{
    return params->error * (1 - params->error_relief * feedback_quality);
}

/* Of entrepreneurs there is no saying how set in their ways they are. */
static double ease(const struct practices_params *params, const struct organisations *o, size_t i)
{
    return o->kind[i] == ORGANISATION_INSTITUTION ? practices_ease(params, o->routine[i]) : 1;
}

double practices_pioneers(const struct practices_params *params, const struct world *world,
                          uint32_t organisation, struct moment now)
{
    now.month = 0; /* the same in every month */
    struct stream draw = founding_stream(world, organisation, now, DRAW_PIONEERS);
    const bool entrepreneur = world->organisations.kind[organisation] == ORGANISATION_ENTREPRENEUR;
    return stream_beta25(&draw) / PIONEERS_MEAN *
           (entrepreneur ? params->pioneers_entrepreneurs : 1);
}

/* The end of a trial: kept where it is seen to be better. */
static void judge(const struct trying *trying, uint32_t i, size_t at, double lot)
{
    struct organisations *o = &trying->world->organisations;
    const double better = (double)o->practice[at] - (double)o->proven[at];
    if (better + trying->error * elementary_normal_quantile(lot) <= 0) {
        o->practice[at] = o->proven[at];
        return;
    }
    trying->world->municipalities.practices_kept[trying->municipality]++;
    events_add(&trying->world->events, EVENT_PRACTICE_KEPT, (int32_t)trying->municipality,
               (int32_t)i, (float)better);
}

static void begin(const struct trying *trying, size_t at, double lot)
{
    const struct practices_params *p = trying->params;
    struct organisations *o = &trying->world->organisations;
    const double step = p->step_mean + p->step_sd * elementary_normal_quantile(lot);
    o->practice[at] = (float)elementary_clamp((double)o->practice[at] + step, -1, 1);
    o->trial[at] = (uint8_t)(p->months + 0.5);
    trying->world->municipalities.practices_tried[trying->municipality]++;
}

/* What the partner who can teach most adds in a month: what was proven, last month. */
static double taught(const struct trying *trying, uint32_t i, size_t domain)
{
    const struct organisations *o = &trying->world->organisations;
    const struct collaborations *ties = &trying->world->collaborations;
    const double own = o->proven[i * DOMAINS + domain];
    const size_t row = (size_t)i * COLLABORATION_SLOTS;
    double most = 0;
    for (size_t k = 0; k < COLLABORATION_SLOTS && collaborations_used(ties, row + k); k++) {
        const uint32_t partner = ties->to[row + k];
        const double ahead = (double)o->proven[partner * DOMAINS + domain] - own;
        const double adds = ties->strength[row + k] * ahead;
        if (o->domains[partner] >> domain & 1 && adds > most)
            most = adds;
    }
    return trying->params->spread * most;
}

/* As many words are drawn whatever happens, so that nothing shifts another's chances. */
static void month_of(const struct trying *trying, uint32_t i)
{
    struct organisations *o = &trying->world->organisations;
    const struct practices_params *p = trying->params;
    const double chance = trying->chance * o->steering[i] * ease(p, o, i) *
                          practices_pioneers(p, trying->world, i, trying->now);
    struct stream draw = founding_stream(trying->world, i, trying->now, DRAW_PRACTICE);
    for (size_t d = 0; d < DOMAINS; d++) {
        const double begins = stream_uniform(&draw), step = stream_uniform(&draw);
        const double seen = stream_uniform(&draw);
        const size_t at = (size_t)i * DOMAINS + d;
        if (!(o->domains[i] >> d & 1))
            continue;
        if (o->trial[at] > 0) {
            if (--o->trial[at] == 0)
                judge(trying, i, at, seen);
            continue;
        }
        o->practice[at] = (float)((1 - p->wear) * (double)o->practice[at] + taught(trying, i, d));
        if (begins < chance)
            begin(trying, at, step);
    }
}

/* Only then does what was learned become what others can learn. */
static void prove(struct organisations *o, uint32_t first, uint32_t end)
{
    for (size_t at = (size_t)first * DOMAINS; at < (size_t)end * DOMAINS; at++)
        if (o->trial[at] == 0)
            o->proven[at] = o->practice[at];
}

void practices_step(const struct practices_params *params, struct moment now, struct world *world)
{
    const struct municipalities *m = &world->municipalities;
    for (size_t i = 0; i < m->count; i++) {
        const struct trying trying = {
            params,
            now,
            world,
            i,
            practices_chance(params, world_lever(world, i, EXPERIMENTATION), 1,
                             world_lever(world, i, ERROR_TOLERANCE)),
            practices_error(params, world_lever(world, i, FEEDBACK_QUALITY))};
        const uint32_t first = m->first_organisation[i], end = first + m->organisations[i];
        m->practices_tried[i] = m->practices_kept[i] = 0;
        for (uint32_t k = first; k < end; k++)
            if (organisations_present(&world->organisations, k))
                month_of(&trying, k);
        prove(&world->organisations, first, end);
    }
}

#include "process/steering_incident.h"

#include "process/steering_seen.h"
#include "world/draw.h"
#include "world/history.h"

double steering_incident_chance(const struct steering_params *params, double residents,
                                double severity)
{
    if (residents <= 0)
        return 0;
    const double size = elementary_power(residents / 100000, params->incident_size);
    const double held = severity < params->incident_most ? severity : params->incident_most;
    const double chance = params->incident_rate * size * held / 12 / DOMAINS;
    return chance < 1 ? chance : 1;
}

double steering_incident_push(const struct steering_params *params, double leadership,
                              double error_tolerance)
{
    const double damped = params->incident_damping * (leadership + error_tolerance) / 2;
    return -params->incident_push * (1 - elementary_clamp(damped, 0, 1));
}

/* A figure against what it is in the reference run, 1 where that has none. */
static double against(double figure, double reference)
{
    return reference > 0 ? figure / reference : 1;
}

/* `force`: 1 as hard as any that happens by itself. */
static void strike(const struct steering_turn *turn, size_t m, size_t domain, double force)
{
    struct world *world = turn->world;
    struct municipalities *all = &world->municipalities;
    const size_t at = m * DOMAINS + domain;
    const double push =
        force * steering_incident_push(turn->params, world_lever(world, m, LEADERSHIP),
                                       world_lever(world, m, ERROR_TOLERANCE));
    all->push[at] = (float)elementary_clamp((double)all->push[at] + push, -1, 0);
    all->incidents[at] = 1;
    all->quiet[at] = (uint8_t)turn->params->incident_quiet;
    history_bad_news_all(world, m);
    if (push < 0)
        history_broken(world, m, HISTORY_TIGHTENING, 1);
    events_add(&world->events, EVENT_INCIDENT, (int32_t)m, (int32_t)domain, (float)push);
}

static void may_strike(const struct steering_turn *turn, size_t m, size_t domain)
{
    const struct steering_params *p = turn->params;
    const struct steering_view view = steering_view_of(turn->world, m, domain);
    const double unmet = steering_view_share(&view, LOOK_UNMET, LOOK_PEOPLE);
    const double drift = steering_view_share(&view, LOOK_DRIFTED, LOOK_HOURS);
    const double severity =
        (against(unmet, p->reference_unmet[domain]) + against(drift, p->reference_drift[domain])) /
        2;
    struct stream draw = stream_open(turn->now, DRAW_INCIDENT, (uint32_t)(m * DOMAINS + domain));
    if (stream_uniform(&draw) < steering_incident_chance(p, view.look[LOOK_PEOPLE], severity))
        strike(turn, m, domain, 1);
}

static void month_of(const struct steering_turn *turn, size_t m, size_t domain, bool happen)
{
    struct municipalities *all = &turn->world->municipalities;
    const struct steering_params *p = turn->params;
    const size_t at = m * DOMAINS + domain;
    all->push[at] = (float)(all->push[at] * (1 - p->incident_release));
    all->incidents[at] = 0;
    const bool quiet = all->quiet[at] > 0;
    all->quiet[at] -= quiet;
    if (happen && all->shock[at] > 0)
        strike(turn, m, domain, (double)all->shock[at]);
    else if (happen && !quiet)
        may_strike(turn, m, domain);
}

void steering_incidents(const struct steering_turn *turn, bool happen)
{
    for (size_t m = 0; m < turn->world->municipalities.count; m++)
        for (size_t d = 0; d < DOMAINS; d++)
            month_of(turn, m, d, happen);
}

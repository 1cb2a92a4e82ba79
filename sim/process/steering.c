#include "process/steering.h"

#include "process/steering_election.h"
#include "process/steering_incident.h"
#include "process/steering_seen.h"
#include "process/steering_trial.h"
#include "world/arms.h"
#include "world/draw.h"

/* How what was chosen comes into force in one neighbourhood. */
struct enactment {
    double pace, spread;
};

static struct enactment enactment_of(const struct params *params, const struct world *world,
                                     size_t n)
{
    const float *lever = world->neighbourhoods.lever + n * LEVERS;
    const double pull = ((double)lever[LEADERSHIP] + (double)lever[FLEXIBILITY]) / 2;
    const double lean = lever[LEAN_POLICY];
    const double pace = params->calendar.enactment_base + params->calendar.enactment_gain * pull +
                        params->steering.lean_pace * lean;
    const struct enactment enactment = {pace < 1 ? pace : 1, params->steering.lean_spread * lean};
    return enactment;
}

static float moved(double from, double aim, struct enactment enactment, double luck)
{
    const double to = from + enactment.pace * (elementary_clamp(aim, 0, 1) - from);
    return (float)elementary_clamp(to + enactment.spread * luck, 0, 1);
}

static void enact(const struct params *params, struct moment now, struct world *world, size_t m,
                  size_t n)
{
    const struct municipalities *all = &world->municipalities;
    struct neighbourhoods *here = &world->neighbourhoods;
    const struct enactment enactment = enactment_of(params, world, n);
    struct stream draw = stream_open(now, DRAW_ENACTMENT, (uint32_t)n);
    for (size_t d = 0; d < DOMAINS; d++) {
        const size_t at = n * DOMAINS + d;
        const double aim = (double)all->chosen[m * DOMAINS + d] + all->push[m * DOMAINS + d];
        const double tried = aim + (double)all->trial[m * DOMAINS + d];
        const double luck = enactment.spread > 0 ? stream_normal(&draw) : 0;
        here->enacted[at] =
            moved(here->enacted[at], here->pilot[at] == PILOT_WHOLE ? tried : aim, enactment, luck);
        if (here->pilot[at] == PILOT_HALF)
            here->enacted_half[at] = moved(here->enacted_half[at], tried, enactment, luck);
    }
}

/* What is in force over the municipality: the mean over its residents. */
static void add_up(struct world *world, size_t m)
{
    const struct neighbourhoods *n = &world->neighbourhoods;
    const size_t first = world->municipalities.first[m];
    const size_t end = first + world->municipalities.neighbourhoods[m];
    for (size_t d = 0; d < DOMAINS; d++) {
        double residents = 0, sum = 0;
        for (size_t i = first; i < end; i++) {
            residents += n->residents[i];
            sum += n->residents[i] * arms_steering_mean(world, i, d);
        }
        if (residents > 0)
            world->municipalities.enacted[m * DOMAINS + d] = (float)(sum / residents);
    }
}

void steering_step(const struct params *params, const bool off[PROCESSES], bool election,
                   struct moment now, struct world *world)
{
    const struct steering_turn turn = {&params->steering,
                                       params->formal_support.feedback_to_learning, now, world};
    steering_seen(&turn);
    steering_incidents(&turn, !off[PROCESS_INCIDENTS]);
    if (election && !off[PROCESS_ELECTIONS])
        steering_elections(&turn);
    if (!off[PROCESS_LEARNING])
        steering_trials(&turn, !off[PROCESS_PEER_LEARNING]);
    const struct municipalities *m = &world->municipalities;
    for (size_t i = 0; i < m->count; i++) {
        for (uint32_t k = 0; k < m->neighbourhoods[i]; k++)
            enact(params, now, world, i, m->first[i] + k);
        add_up(world, i);
    }
}

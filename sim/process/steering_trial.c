#include "process/steering_trial.h"

#include "base/attraction.h"
#include "process/steering_judge.h"
#include "process/steering_peers.h"
#include "process/steering_pilots.h"
#include "world/arms.h"
#include "world/draw.h"
#include "world/history.h"

/* A step that the end of the scale leaves less of than this share is none. */
static const double LEAST_STEP = 0.25;

static struct attraction_rule rule_of(const struct steering_params *params)
{
    const struct attraction_rule rule = {params->memory, params->forgone, params->sharpness};
    return rule;
}

enum steering_direction steering_trial_direction(const struct steering_params *params,
                                                 const float attraction[STEERING_DIRECTIONS],
                                                 double leaning, double lot)
{
    const struct attraction_rule rule = rule_of(params);
    const double pull[STEERING_DIRECTIONS] = {[STEERING_UP] = leaning};
    return (enum steering_direction)attraction_choose(&rule, attraction, pull, STEERING_DIRECTIONS,
                                                      lot);
}

double steering_trial_step(const struct steering_params *params, double chosen,
                           enum steering_direction direction)
{
    const double wanted = direction == STEERING_UP ? params->step : -params->step;
    const double step = elementary_clamp(chosen + wanted, 0, 1) - chosen;
    return elementary_absolute(step) < LEAST_STEP * params->step ? 0 : step;
}

double steering_trial_shrunk(const struct steering_params *params, double change, double variance)
{
    const double prior = params->prior_spread * params->prior_spread;
    return prior + variance > 0 ? change * prior / (prior + variance) : 0;
}

bool steering_trial_kept(const struct steering_params *params, double shrunk, double step,
                         double preference)
{
    const double towards = step > 0 ? preference : -preference;
    return shrunk + params->preference_weight * towards > 0;
}

void steering_trial_learn(const struct steering_params *params, float *attraction,
                          float *experience, double step, double shrunk, double weight)
{
    const struct attraction_rule rule = rule_of(params);
    const double brought = params->prior_spread > 0 ? shrunk / params->prior_spread : 0;
    const enum steering_direction done = step > 0 ? STEERING_UP : STEERING_DOWN;
    double payoff[STEERING_DIRECTIONS] = {-brought, -brought};
    payoff[done] = brought;
    attraction_learn(&rule, attraction, experience, STEERING_DIRECTIONS, done, payoff, weight);
}

double steering_trial_months(const struct steering_params *params, double vision_horizon)
{
    return params->wait + params->judged_least +
           (params->judged_most - params->judged_least) * vision_horizon;
}

double steering_trial_chance(const struct steering_params *params, double experimentation)
{
    return params->trial_rate * experimentation;
}

/* What one domain brought tells of the others as far as they are seen as one. */
static void learn(const struct steering_turn *turn, size_t m, size_t domain, double step,
                  double shrunk)
{
    struct municipalities *all = &turn->world->municipalities;
    const double integrality = world_lever(turn->world, m, INTEGRALITY);
    for (size_t d = 0; d < DOMAINS; d++)
        steering_trial_learn(
            turn->params, all->attraction + (m * DOMAINS + d) * STEERING_DIRECTIONS,
            &all->experience[m * DOMAINS + d], step, shrunk, d == domain ? 1 : integrality);
}

/* People were asked to get used to something that is now taken away. */
static void withdraw(const struct steering_turn *turn, size_t m, size_t domain, bool pilots)
{
    struct world *world = turn->world;
    const struct municipalities *all = &world->municipalities;
    if (!pilots) {
        float *chosen = &all->chosen[m * DOMAINS + domain];
        const double back = (double)*chosen - (double)all->trial[m * DOMAINS + domain];
        *chosen = (float)elementary_clamp(back, 0, 1);
        history_bad_news_all(world, m);
        return;
    }
    for (size_t n = all->first[m]; n < all->first[m] + all->neighbourhoods[m]; n++)
        if (world->neighbourhoods.pilot[n * DOMAINS + domain] != PILOT_NONE)
            history_bad_news(world, n);
    history_broken(world, m, HISTORY_PILOTS, 1);
}

static void keep(const struct steering_turn *turn, size_t m, size_t domain, bool pilots)
{
    const struct municipalities *all = &turn->world->municipalities;
    float *chosen = &all->chosen[m * DOMAINS + domain];
    if (!pilots)
        return;
    *chosen =
        (float)elementary_clamp((double)*chosen + (double)all->trial[m * DOMAINS + domain], 0, 1);
    history_kept(turn->world, m, HISTORY_PILOTS, 1);
}

static void judge(const struct steering_turn *turn, size_t m, size_t domain)
{
    struct municipalities *all = &turn->world->municipalities;
    const size_t at = m * DOMAINS + domain;
    const double step = all->trial[at];
    const bool pilots = arms_pilots(turn->world, m, domain) > 0;
    const struct steering_evidence seen = steering_judge(turn, m, domain);
    const double shrunk = steering_trial_shrunk(turn->params, seen.change, seen.variance);
    const bool kept = steering_trial_kept(turn->params, shrunk, step, all->preference[m]);
    learn(turn, m, domain, step, shrunk);
    if (kept)
        keep(turn, m, domain, pilots);
    else
        withdraw(turn, m, domain, pilots);
    all->judged[at] = (float)shrunk;
    all->judged_at[at] = kept ? all->chosen[at] : -1;
    arms_let_go(turn->world, m, domain);
    events_add(&turn->world->events, kept ? EVENT_TRIAL_KEPT : EVENT_TRIAL_WITHDRAWN, (int32_t)m,
               (int32_t)domain, (float)shrunk);
}

/* After an incident, and where money runs out, people look for control. */
static double leaning_of(const struct steering_turn *turn, size_t m, size_t domain)
{
    const struct municipalities *all = &turn->world->municipalities;
    const struct steering_params *p = turn->params;
    const struct steering_view view = steering_view_of(turn->world, m, domain);
    const double over = steering_view_share(&view, LOOK_SPENT, LOOK_BUDGET) - 1;
    const double shaken =
        p->incident_push > 0 ? -(double)all->push[m * DOMAINS + domain] / p->incident_push : 0;
    return (double)all->preference[m] -
           p->pressure * (elementary_clamp(over, 0, 1) + elementary_clamp(shaken, 0, 1));
}

static void start(const struct steering_turn *turn, size_t m, size_t domain, double step,
                  double lot)
{
    struct world *world = turn->world;
    struct municipalities *all = &world->municipalities;
    struct neighbourhoods *n = &world->neighbourhoods;
    const size_t at = m * DOMAINS + domain, row = HALVES * LOOKS;
    const double months =
        steering_trial_months(turn->params, world_lever(world, m, VISION_HORIZON));
    all->trial[at] = (float)step;
    all->trial_begun[at] = (int32_t)turn->now.month;
    all->trial_months[at] = (uint8_t)elementary_clamp(months, 1, UINT8_MAX);
    for (size_t i = all->first[m]; i < all->first[m] + all->neighbourhoods[m]; i++)
        for (size_t k = i * SIGHTS + domain * row; k < i * SIGHTS + (domain + 1) * row; k++) {
            n->seen_before[k] = n->seen[k];
            n->seen_since[k] = 0;
        }
    events_add(&world->events, EVENT_TRIAL_BEGINS, (int32_t)m, (int32_t)domain, (float)step);
    if (!steering_pilots_begin(turn, m, domain, lot))
        all->chosen[at] += (float)step;
}

/* What did well elsewhere is tried here, or, without starting small, taken over as it
 * is. */
static bool copy(const struct steering_turn *turn, size_t m, size_t domain, double lot)
{
    const double step = steering_peers_step(turn, m, domain);
    if (step == 0)
        return false;
    events_add(&turn->world->events, EVENT_COPIED, (int32_t)m, (int32_t)domain, (float)step);
    if (world_lever(turn->world, m, START_SMALL) > 0)
        start(turn, m, domain, step, lot);
    else
        turn->world->municipalities.chosen[m * DOMAINS + domain] += (float)step;
    return true;
}

static void begin(const struct steering_turn *turn, size_t m, size_t domain, bool peers)
{
    const struct municipalities *all = &turn->world->municipalities;
    const size_t at = m * DOMAINS + domain;
    struct stream draw = stream_open(turn->now, DRAW_TRIAL, (uint32_t)at);
    const double lots[] = {stream_uniform(&draw), stream_uniform(&draw), stream_uniform(&draw),
                           stream_uniform(&draw)};
    if (lots[0] >=
        steering_trial_chance(turn->params, world_lever(turn->world, m, EXPERIMENTATION)))
        return;
    if (peers && lots[1] < world_lever(turn->world, m, PEER_LEARNING) &&
        copy(turn, m, domain, lots[3]))
        return;
    const enum steering_direction direction =
        steering_trial_direction(turn->params, all->attraction + at * STEERING_DIRECTIONS,
                                 leaning_of(turn, m, domain), lots[2]);
    const double step = steering_trial_step(turn->params, all->chosen[at], direction);
    if (step != 0)
        start(turn, m, domain, step, lots[3]);
}

void steering_trials(const struct steering_turn *turn, bool peers)
{
    const struct municipalities *all = &turn->world->municipalities;
    for (size_t at = 0; at < all->count * DOMAINS; at++)
        if (all->trial[at] != 0 &&
            (int64_t)turn->now.month - all->trial_begun[at] >= all->trial_months[at])
            judge(turn, at / DOMAINS, at % DOMAINS);
    /* Before a year is seen there is nothing to compare with. */
    for (size_t at = 0; at < all->count * DOMAINS && turn->now.month > 12; at++)
        if (all->trial[at] == 0)
            begin(turn, at / DOMAINS, at % DOMAINS, peers);
}

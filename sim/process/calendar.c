#include "process/calendar.h"

#include <string.h>

#include "world/arms.h"

uint32_t calendar_month(struct moment now)
{
    return now.month > 0 ? now.month - 1 : 0;
}

int calendar_month_of_year(const struct scenario *scenario, struct moment now)
{
    return (scenario->start_month - 1 + (int)calendar_month(now)) % 12 + 1;
}

/* What holds in one neighbourhood this month. */
struct plan {
    double knobs[KNOBS], levers[LEVERS], onset[DOMAINS];
    bool own[LEVERS]; /* set by itself */
};

static bool admits(const struct schedule_entry *entry, const struct scenario *scenario,
                   const struct world *world, size_t n)
{
    if (entry->urbanity && !(entry->urbanity >> world->neighbourhoods.urbanity[n] & 1))
        return false;
    if (!entry->neighbourhoods)
        return true;
    for (size_t k = 0; k < entry->neighbourhood_count; k++)
        if (strcmp(entry->neighbourhoods[k], scenario->places.rows[n].code) == 0)
            return true;
    return false;
}

static bool active(const struct schedule_entry *entry, uint32_t month)
{
    return month >= entry->from && month < entry->to;
}

static void apply(struct plan *plan, const struct setting *setting)
{
    switch (setting->kind) {
    case SETTING_KNOB:
        plan->knobs[setting->index] = setting->value;
        break;
    case SETTING_LEVER:
        plan->levers[setting->index] = setting->value;
        plan->own[setting->index] = true;
        break;
    case SETTING_ONSET_FACTOR:
        for (int d = 0; d < DOMAINS; d++)
            if (setting->index < 0 || setting->index == d)
                plan->onset[d] = setting->value;
        break;
    case SETTING_STEERING:
    case SETTING_INCIDENT:
        break;
    }
}

static void plan_neighbourhood(const struct scenario *scenario, uint32_t month, struct world *world,
                               size_t n)
{
    struct plan plan;
    memcpy(plan.knobs, scenario->knobs, sizeof plan.knobs);
    memcpy(plan.levers, scenario->levers, sizeof plan.levers);
    memcpy(plan.own, scenario->lever_own, sizeof plan.own);
    memcpy(plan.onset, scenario->params.needs.onset_factor, sizeof plan.onset);
    for (size_t e = 0; e < scenario->schedule_count; e++) {
        const struct schedule_entry *entry = &scenario->schedule[e];
        if (active(entry, month) && admits(entry, scenario, world, n))
            for (size_t s = 0; s < entry->setting_count; s++)
                apply(&plan, &entry->settings[s]);
    }
    for (int l = 0; l < LEVERS; l++)
        world->neighbourhoods.lever_wanted[n * LEVERS + (size_t)l] =
            (float)(plan.own[l] ? plan.levers[l] : lever_from_knob((enum lever)l, plan.knobs));
    for (int d = 0; d < DOMAINS; d++)
        world->neighbourhoods.onset_now[n * DOMAINS + (size_t)d] = (float)plan.onset[d];
}

static void planned_steering(const struct scenario *scenario, uint32_t month,
                             double planned[DOMAINS])
{
    for (int d = 0; d < DOMAINS; d++)
        planned[d] = scenario->steering[d];
    for (size_t e = 0; e < scenario->schedule_count; e++) {
        const struct schedule_entry *entry = &scenario->schedule[e];
        for (size_t s = 0; active(entry, month) && s < entry->setting_count; s++)
            for (int d = 0; d < DOMAINS; d++)
                if (entry->settings[s].kind == SETTING_STEERING &&
                    (entry->settings[s].index < 0 || entry->settings[s].index == d))
                    planned[d] = entry->settings[s].value;
    }
}

static void plan_steering(const struct scenario *scenario, uint32_t month, struct world *world,
                          size_t m)
{
    double before[DOMAINS], now[DOMAINS];
    memcpy(before, scenario->steering, sizeof before);
    if (month > 0)
        planned_steering(scenario, month - 1, before);
    planned_steering(scenario, month, now);
    for (size_t d = 0; d < DOMAINS; d++)
        if (now[d] != before[d]) {
            world->municipalities.chosen[m * DOMAINS + d] = (float)now[d];
            arms_let_go(world, m, d);
        }
}

/* What goes wrong because the schedule says so, in the month in which its line begins. */
static void plan_incidents(const struct scenario *scenario, uint32_t month, struct world *world,
                           size_t m)
{
    float *shock = &world->municipalities.shock[m * DOMAINS];
    for (int d = 0; d < DOMAINS; d++)
        shock[d] = 0;
    for (size_t e = 0; e < scenario->schedule_count; e++) {
        const struct schedule_entry *entry = &scenario->schedule[e];
        for (size_t s = 0; entry->from == month && s < entry->setting_count; s++)
            for (int d = 0; d < DOMAINS; d++)
                if (entry->settings[s].kind == SETTING_INCIDENT &&
                    (entry->settings[s].index < 0 || entry->settings[s].index == d))
                    shock[d] = (float)entry->settings[s].value;
    }
}

/* Staff hours asked, as a share of those there are: every lever its cost, by
 * residents; control by monitoring; policy writing as far as it is not lean. */
static double staff_asked(const struct calendar_params *p, const struct world *world, size_t m)
{
    const struct municipalities *municipalities = &world->municipalities;
    const struct neighbourhoods *n = &world->neighbourhoods;
    double residents = 0, levers = 0, lean = 0, control = 0;
    for (uint32_t k = 0; k < municipalities->neighbourhoods[m]; k++) {
        const size_t i = municipalities->first[m] + k;
        double sum = 0;
        for (size_t l = 0; l < LEVERS; l++)
            if (l != LEAN_POLICY)
                sum += n->lever_wanted[i * LEVERS + l];
        residents += n->residents[i];
        levers += n->residents[i] * sum;
        lean += n->residents[i] * (double)n->lever_wanted[i * LEVERS + LEAN_POLICY];
    }
    for (size_t d = 0; d < DOMAINS; d++)
        control += (1 - municipalities->enacted[m * DOMAINS + d]) / DOMAINS;
    if (residents <= 0)
        return 0;
    return p->lever_cost * levers / residents + p->control_cost * control +
           p->policy_cost * (1 - lean / residents);
}

static void carry_levers(const struct calendar_params *p, struct world *world, size_t m)
{
    struct municipalities *municipalities = &world->municipalities;
    struct neighbourhoods *n = &world->neighbourhoods;
    const double asked = staff_asked(p, world, m);
    const double factor = asked > 1 ? 1 / asked : 1;
    if (factor < 1 && municipalities->staff_asked[m] <= 1)
        events_add(&world->events, EVENT_LEVERS_SHRUNK, (int32_t)m, -1, (float)factor);
    municipalities->staff_asked[m] = (float)asked;
    for (uint32_t k = 0; k < municipalities->neighbourhoods[m]; k++)
        for (size_t l = 0; l < LEVERS; l++) {
            const size_t at = (municipalities->first[m] + k) * LEVERS + l;
            n->lever[at] = (float)(n->lever_wanted[at] * factor);
        }
}

bool calendar_election(const struct scenario *scenario, struct moment now)
{
    const int since = (scenario->start_year - ELECTION_YEAR) * 12 + scenario->start_month -
                      ELECTION_MONTH + (int)calendar_month(now);
    return since >= 0 && since % ELECTION_TERM == 0;
}

static void tell(const struct scenario *scenario, struct moment now, struct world *world)
{
    const uint32_t month = calendar_month(now);
    for (size_t e = 0; e < scenario->schedule_count; e++) {
        if (scenario->schedule[e].from == month)
            events_add(&world->events, EVENT_SCHEDULE_BEGINS, -1, (int32_t)e, 0);
        if (scenario->schedule[e].to == month)
            events_add(&world->events, EVENT_SCHEDULE_ENDS, -1, (int32_t)e, 0);
    }
    if (calendar_election(scenario, now))
        events_add(&world->events, EVENT_ELECTION, -1, -1, 0);
}

void calendar_step(const struct calendar_params *params, const struct scenario *scenario,
                   struct moment now, struct world *world)
{
    tell(scenario, now, world);
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        plan_neighbourhood(scenario, calendar_month(now), world, n);
    for (size_t m = 0; m < world->municipalities.count; m++) {
        plan_steering(scenario, calendar_month(now), world, m);
        plan_incidents(scenario, calendar_month(now), world, m);
        carry_levers(params, world, m);
    }
}

#include "process/steering_judge.h"

#include "world/arms.h"
#include "world/draw.h"

/* How an outcome is read from a view, and what a change of it is worth: relative to
 * what it was, or against `scale`. */
struct outcome {
    enum look part, whole;
    double sign, months, scale;
    bool relative;
};

/* clang-format off */
static const struct outcome outcomes[JUDGEMENTS] = {
    [JUDGED_WAITING]       = {LOOK_WAITING, LOOK_KNOWN,  -1, 1,  1,   false},
    [JUDGED_OVERSPENDING]      = {LOOK_SPENT,   LOOK_BUDGET, -1, 1,  1,   true},
    [JUDGED_DRIFT]         = {LOOK_DRIFTED, LOOK_HOURS,  -1, 1,  1,   false},
    [JUDGED_ENDED]         = {LOOK_ENDED,   LOOK_KNOWN,   1, 1,  1,   true},
    [JUDGED_SELF_RELIANCE] = {LOOK_GAINED,  LOOK_PEOPLE,  1, 12, 0.6, false},
    [JUDGED_NETWORKS]      = {LOOK_TIED,    LOOK_PEOPLE,  1, 12, 5,   false},
};
/* clang-format on */

double steering_judge_change(const double weight[JUDGEMENTS], const struct steering_view *before,
                             const struct steering_view *since)
{
    double score = 0;
    for (size_t o = 0; o < JUDGEMENTS; o++) {
        const struct outcome *row = &outcomes[o];
        const double was = steering_view_share(before, row->part, row->whole);
        const double is = steering_view_share(since, row->part, row->whole);
        const double scale = row->relative ? was : row->scale;
        if (scale > 0)
            score += JUDGEMENTS * weight[o] * row->sign *
                     elementary_clamp(row->months * (is - was) / scale, -1, 1);
    }
    return score;
}

/* What chance does to the score, by the number of cases: stocks change by who comes
 * and goes, waiting is a share of cases, endings are rare. `months` of `since`. */
static double chance_variance(const double weight[JUDGEMENTS], const struct steering_view *before,
                              const struct steering_view *since, double months)
{
    const double known = (before->look[LOOK_KNOWN] + since->look[LOOK_KNOWN]) / 2 + 1;
    const double ended_before = 12 * before->look[LOOK_ENDED] + 1;
    const double ended_since = months * since->look[LOOK_ENDED] + 1;
    const double waiting = elementary_clamp(
        (before->look[LOOK_WAITING] + since->look[LOOK_WAITING]) / 2 / known, 0, 1);
    const double turnover = 2 * ended_since / (known * known);
    const double variance[JUDGEMENTS] = {
        [JUDGED_WAITING] = 2 * waiting * (1 - waiting) / known,
        [JUDGED_OVERSPENDING] = turnover,
        [JUDGED_ENDED] = 1 / ended_before + 1 / ended_since,
    };
    double sum = 0;
    for (size_t o = 0; o < JUDGEMENTS; o++)
        sum += JUDGEMENTS * weight[o] * JUDGEMENTS * weight[o] * variance[o];
    return sum;
}

double steering_judge_error_left(const struct steering_params *params, double feedback,
                                 double learning)
{
    return (1 - params->error_feedback * feedback) * (1 - params->error_learning * learning);
}

/* The mean error of the years since the trial was to be judged, less that of the year
 * before it, in standard deviations. The years of a trial count from its beginning. */
static double error_in(const struct steering_turn *turn, enum draw purpose, uint32_t who,
                       uint32_t begun, double months)
{
    struct moment year = {turn->now.key, begun};
    struct stream draw = stream_open(year, purpose, who);
    const double before = stream_normal(&draw);
    double since = 0;
    for (double left = months; left > 0; left -= 12)
        since += (left < 12 ? left : 12) * stream_normal(&draw);
    return since / months - before;
}

/* A comparison under way. */
struct comparison {
    const struct steering_turn *turn;
    size_t m, domain;
    bool halves, pilots;
    double months, left; /* judged; what is left of errors */
    double weight[JUDGEMENTS];
};

struct arm {
    struct steering_view before, since;
    double units, weight, squares, changes, errors, spread;
};

/* One neighbourhood, or one half of one. */
struct unit {
    struct steering_view before, since;
    double weight, error, change;
    size_t arm; /* 1: where it is tried */
};

static struct unit unit_of(const struct comparison *c, size_t n, size_t half)
{
    const struct world *world = c->turn->world;
    const struct neighbourhoods *all = &world->neighbourhoods;
    const size_t trial = c->m * DOMAINS + c->domain;
    const uint32_t begun = (uint32_t)world->municipalities.trial_begun[trial];
    struct unit unit = {.arm = 1};
    if (c->pilots)
        unit.arm = c->halves ? half : all->pilot[n * DOMAINS + c->domain] != PILOT_NONE;
    steering_view_add(&unit.before, all->seen_before, n, c->domain, half);
    steering_view_add(&unit.since, all->seen_since, n, c->domain, half);
    for (size_t k = 0; k < LOOKS; k++)
        unit.since.look[k] /= c->months;
    unit.weight = unit.before.look[LOOK_KNOWN] + unit.since.look[LOOK_KNOWN];
    const uint32_t who = (uint32_t)((n * DOMAINS + c->domain) * HALVES + half);
    unit.error = c->left * c->turn->params->neighbourhood_error *
                 error_in(c->turn, DRAW_SEEN_NEIGHBOURHOOD, who, begun, c->months);
    unit.change = steering_judge_change(c->weight, &unit.before, &unit.since) + unit.error;
    return unit;
}

static void take(struct arm *arm, const struct unit *unit)
{
    for (size_t k = 0; k < LOOKS; k++) {
        arm->before.look[k] += unit->before.look[k];
        arm->since.look[k] += unit->since.look[k];
    }
    arm->units += 1;
    arm->weight += unit->weight;
    arm->squares += unit->weight * unit->weight;
    arm->changes += unit->weight * unit->change;
    arm->errors += unit->weight * unit->error;
}

/* How far it is from the mean of its arm, which is there when all were taken. */
static void compare(struct arm *arm, const struct unit *unit)
{
    const double apart = unit->change - arm->changes / arm->weight;
    arm->spread += unit->weight * apart * apart;
}

static void each_unit(const struct comparison *c, struct arm arms[2],
                      void (*visit)(struct arm *, const struct unit *))
{
    const struct municipalities *m = &c->turn->world->municipalities;
    for (size_t n = m->first[c->m]; n < m->first[c->m] + m->neighbourhoods[c->m]; n++)
        for (size_t half = 0; half < (c->halves ? 2 : 1); half++) {
            const struct unit unit = unit_of(c, n, half);
            if (unit.weight > 0)
                visit(&arms[unit.arm], &unit);
        }
}

/* The variance that neighbourhoods show among each other, or that cases and known
 * errors must have, whichever is larger. */
static double variance_of(const struct comparison *c, const struct arm arms[2])
{
    double units = 0, spread = 0, weight = 0, used = 0, share = 0, chance = 0;
    for (size_t a = 0; a < 2; a++) {
        if (arms[a].weight <= 0)
            continue;
        units += arms[a].units;
        spread += arms[a].spread;
        weight += arms[a].weight;
        used += 1;
        share += arms[a].squares / (arms[a].weight * arms[a].weight);
        chance += chance_variance(c->weight, &arms[a].before, &arms[a].since, c->months);
    }
    const double years = 1 + 12 / c->months;
    const double error = c->left * c->turn->params->neighbourhood_error;
    const double between = units > used ? spread / weight * units / (units - used) * share : 0;
    const double least = chance + error * error * years * share;
    return between > least ? between : least;
}

static double score_of(const struct comparison *c, const struct arm *arm)
{
    if (arm->weight <= 0)
        return 0;
    return steering_judge_change(c->weight, &arm->before, &arm->since) + arm->errors / arm->weight;
}

static struct comparison comparison_of(const struct steering_turn *turn, size_t m, size_t domain)
{
    const struct world *world = turn->world;
    const size_t trial = m * DOMAINS + domain;
    const double feedback = world_lever(world, m, FEEDBACK_QUALITY);
    const double tight = 1 - world->municipalities.enacted[trial];
    struct comparison c = {.turn = turn, .m = m, .domain = domain};
    c.halves = arms_halve(world, m);
    c.pilots = arms_pilots(world, m, domain) > 0;
    c.months = world->municipalities.trial_months[trial] - turn->params->wait;
    c.left =
        steering_judge_error_left(turn->params, feedback, tight * turn->learning_share * feedback);
    double sum = 0;
    for (size_t o = 0; o < JUDGEMENTS; o++)
        sum += c.weight[o] = world->municipalities.agreed[m * JUDGEMENTS + o];
    for (size_t o = 0; o < JUDGEMENTS; o++)
        c.weight[o] = sum > 0 ? c.weight[o] / sum : 1.0 / JUDGEMENTS;
    return c;
}

struct steering_evidence steering_judge(const struct steering_turn *turn, size_t m, size_t domain)
{
    const struct comparison c = comparison_of(turn, m, domain);
    const size_t trial = m * DOMAINS + domain;
    struct arm arms[2] = {{.units = 0}, {.units = 0}};
    each_unit(&c, arms, take);
    each_unit(&c, arms, compare);
    struct steering_evidence evidence = {score_of(&c, &arms[1]), variance_of(&c, arms)};
    if (c.pilots) {
        evidence.change -= score_of(&c, &arms[0]);
        return evidence;
    }
    /* Nothing to compare with: the error of the whole place stays in. */
    const uint32_t begun = (uint32_t)turn->world->municipalities.trial_begun[trial];
    const double error = c.left * turn->params->municipal_error;
    evidence.change +=
        error * error_in(turn, DRAW_SEEN_MUNICIPALITY, (uint32_t)trial, begun, c.months);
    evidence.variance += error * error * (1 + 12 / c.months);
    return evidence;
}

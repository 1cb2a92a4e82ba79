#include "world/draw.h"
#include "world/settlement.h"

/* The first ages in years at which a domain is counted. */
static const int FIRST_AGE[DOMAINS] = {[WORK] = 18, [EDUCATION] = 4, [DEBT] = 16};

/* Shares of the net hours that alters usually give, and providers give to those
 * who are known; how well formal hours work. As the calibrated model has them in
 * the long run: only the first day is drawn with them. */
static const double USUAL_INFORMAL[DOMAINS] = {0.50, 0.26, 0.18, 0.18, 0.15, 0.58};
static const double USUAL_FORMAL[DOMAINS] = {0.45, 0.62, 0.70, 0.70, 0.70, 0.35};
static const double USUAL_EFFECT = 0.67, USUAL_KNOWLEDGE = 0.7;

/* Of those who are known and not severe: shares who wait for long, and how many
 * months; of all who are known, shares who had a kitchen-table conversation, and
 * who were given the existing offer. */
static const double USUAL_WAITING[DOMAINS] = {0.1, 0.11, 0.08, 0.08, 0.6, 0.22};
static const double USUAL_WAIT[DOMAINS] = {12, 12, 16, 16, 200, 55};
static const double USUAL_TALK[DOMAINS] = {0.16, 0.19, 0.13, 0.2, 0.09, 0.05};
static const double USUAL_OFFER[DOMAINS] = {0.12, 0.15, 0.1, 0.17, 0.06, 0.04};

/* Chance a month that a need becomes known in a conversation about another. */
static const double USUAL_TOLD[DOMAINS] = {0.002, 0.01, 0.005, 0.005, 0.008, 0.0025};

enum { STEP = 3 /* months */, LONGEST = 600, NEVER = 1000, TRIES = 40, WAIT = 2, LONG_WAIT = 240 };

/* One need up to the first day. */
struct past {
    double severity, pace;
    double months; /* since onset */
    double known;  /* months since it became known, negative: it has not */
    bool chronic;
};

void settle_course(struct course *course, const struct scenario *scenario, enum domain domain)
{
    const struct intake_params *p = &scenario->params.intake;
    const double seeking = elementary_clamp(p->seeking[domain], 1e-6, 0.999);
    const double logit = elementary_log(seeking / (1 - seeking));
    const double passes = 1 - p->gate * (1 - scenario->steering[domain]);
    const double found =
        p->outreach_find * scenario->levers[OUTREACH] * USUAL_KNOWLEDGE + USUAL_TOLD[domain];
    course->scenario = scenario;
    course->domain = domain;
    for (int k = 0; k < COURSE_POINTS; k++) {
        const double severity = (double)k / (COURSE_POINTS - 2);
        const double seeks =
            elementary_logistic(logit + p->seeking_severity * (severity - 0.3)) * passes;
        course->seen[k] = STEP * (seeks + found);
    }
}

/* Chance to become known in one step, on a line between the tabled points. */
static double chance_of_being_seen(const struct course *course, double severity)
{
    const double at = severity * (COURSE_POINTS - 2);
    const int below = (int)at;
    return course->seen[below] + (at - below) * (course->seen[below + 1] - course->seen[below]);
}

/* How severity n moves in each of the three months of a step, with usual help and as in the process
 * `needs`: by n (growth (1 - n) - decline), but never by more than 0.8 n down. */
struct motion {
    double growth, decline;
};

static struct motion motion_of(const struct course *course, double self_reliance, double pace,
                               bool known)
{
    const struct needs_params *p = &course->scenario->params.needs;
    const int domain = course->domain;
    const double formal = known ? USUAL_FORMAL[domain] : 0;
    const double met = USUAL_INFORMAL[domain] + formal;
    const double quality = course->scenario->params.hours.informal_effect * USUAL_INFORMAL[domain] +
                           USUAL_EFFECT * formal;
    return (struct motion){
        pace * p->growth[domain] * (met < 1 ? 1 - met : 0),
        pace * (p->recovery[domain] * quality + p->own_recovery[domain] * self_reliance)};
}

static double moved(struct motion motion, double n)
{
    const double rate = motion.growth * (1 - n) - motion.decline;
    const double month = 1 + (rate > -0.8 ? rate : -0.8), next = n * month * month * month;
    return next < 1 ? next : 1;
}

/* Lives a need from onset over `months`; false when it ended before. */
static bool live(const struct course *course, double self_reliance, double months,
                 struct stream *draw, struct past *past)
{
    const struct needs_params *p = &course->scenario->params.needs;
    const struct demography_params *demography = &course->scenario->params.demography;
    const double onset = stream_beta25(draw), floor = past->chronic ? p->chronic_floor : 0;
    double severity = onset > p->end_below ? onset : p->end_below + 0.001;
    past->pace = elementary_exp(p->pace_spread * stream_normal(draw));
    past->months = months;
    past->known = -1;
    struct motion motion = motion_of(course, self_reliance, past->pace, false);
    double unseen = -elementary_log(stream_uniform(draw));
    double calm = p->crisis > 0 ? -elementary_log(stream_uniform(draw)) / p->crisis : NEVER;
    double home = -elementary_log(stream_uniform(draw)) * 12 / (demography->long_term_care + 1e-6);
    for (double at = 0; at < months; at += STEP) {
        if (past->known < 0 && (unseen -= chance_of_being_seen(course, severity)) < 0) {
            past->known = months - at;
            motion = motion_of(course, self_reliance, past->pace, true);
        }
        severity = moved(motion, severity);
        severity = severity > floor ? severity : floor;
        if ((calm -= STEP) < 0) {
            severity = severity + p->crisis_jump < 1 ? severity + p->crisis_jump : 1;
            calm = -elementary_log(stream_uniform(draw)) / p->crisis;
        }
        /* Who has heavy care may have left for long-term care. */
        if (course->domain == CARE && past->known >= 0 &&
            severity > demography->long_term_care_severity)
            home -= STEP;
        if (severity < p->end_below || home < 0)
            return false;
    }
    past->severity = severity;
    return true;
}

/* Lives are tried until one lasts to the first day, so that the slow ones are as
 * frequent as they are in a stock, and what is known of them is what by then
 * would be. */
static void find_past(const struct course *course, double self_reliance, int age,
                      struct stream *draw, struct past *past)
{
    const struct needs_params *p = &course->scenario->params.needs;
    double most = age - 12 * FIRST_AGE[course->domain];
    most = most > LONGEST ? LONGEST : most < STEP ? STEP : most;
    for (int k = 0; k < TRIES; k++) {
        const double months = most * stream_uniform(draw);
        past->chronic =
            course->domain == CARE && age - months >= 75 * 12 && stream_uniform(draw) < p->chronic;
        if (live(course, self_reliance, months, draw, past))
            return;
    }
    past->severity = p->end_below + 0.005; /* as good as over */
}

/* What the municipality has done about a need that it knows: most have help, some
 * wait. */
static void settle_known(struct needs *needs, uint32_t row, const struct past *past,
                         struct stream *draw)
{
    const int domain = needs->domain[row];
    const double lot = stream_uniform(draw);
    if (lot < USUAL_TALK[domain])
        needs->flags[row] |= NEED_CONVERSATION;
    else if (lot < USUAL_TALK[domain] + USUAL_OFFER[domain])
        needs->flags[row] |= NEED_EXISTING_OFFER;
    const bool waits = stream_uniform(draw) < USUAL_WAITING[domain] && past->severity < 0.3;
    if (past->known < WAIT || waits) {
        const double wait = -elementary_log(stream_uniform(draw)) * USUAL_WAIT[domain];
        const double waited = wait < past->known ? wait : past->known;
        needs->waiting[row] = (uint8_t)(waited < LONG_WAIT ? waited : LONG_WAIT);
        needs->flags[row] |= past->known < WAIT ? 0 : NEED_TERM_JUDGED;
        return;
    }
    needs->since[row] = (uint8_t)stream_below(draw, 6);
    needs->flags[row] |= NEED_TERM_JUDGED | NEED_HELPED;
}

/* A need of the stock: one that began at some time before and has not ended. */
void settle_need(struct world *world, const struct course *course, uint32_t row,
                 struct stream *draw, uint32_t month)
{
    struct needs *needs = &world->needs;
    const uint32_t i = needs->resident[row];
    const int age = residents_age_months(&world->residents, i, month);
    struct past past;
    find_past(course, world->residents.self_reliance[i], age, draw, &past);
    needs->pace[row] = (float)past.pace;
    needs->severity[row] = (float)past.severity;
    needs->spell[row] = (uint16_t)past.months;
    if (past.chronic)
        needs->flags[row] |= NEED_CHRONIC;
    if (past.known < 0)
        return;
    world->residents.known[i] |= (uint8_t)(1u << course->domain);
    settle_known(needs, row, &past, draw);
}

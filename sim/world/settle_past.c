#include "world/draw.h"
#include "world/settlement.h"

/* The first ages in years at which a domain is counted. */
static const int FIRST_AGE[DOMAINS] = {[WORK] = 18, [EDUCATION] = 4, [DEBT] = 16};

/* Shares of the net hours that alters usually give, and providers to those whom they help, by
 * band of severity; how well formal hours work, but for an offer that did not fit. As the
 * calibrated model has them in the long run: only the first day is drawn with them. */
enum { BANDS = 3 };
static const double USUAL_INFORMAL[DOMAINS] = {0.27, 0.27, 0.18, 0.19, 0.08, 0.60};
static const double USUAL_FORMAL[DOMAINS][BANDS] = {{0.45, 0.67, 0.76}, {0.46, 0.56, 0.64},
                                                    {0.45, 0.62, 0.73}, {0.46, 0.57, 0.65},
                                                    {0.42, 0.55, 0.69}, {0.17, 0.26, 0.34}};
static const double USUAL_EFFECT[DOMAINS] = {0.71, 0.66, 0.68, 0.63, 0.68, 0.69};
static const double USUAL_KNOWLEDGE = 0.7;

/* Of hours asked of people near, shares that do not come. */
static const double USUAL_REFUSED[DOMAINS] = {0.38, 0.07, 0.15, 0.13, 0.65, 0.09};

/* Who comes in with a light need may wait: with such chances, and for so many months. */
static const double USUAL_WAITING[DOMAINS] = {0.5, 0.5, 0.5, 0.5, 1, 1};
static const double USUAL_WAIT[DOMAINS] = {6, 6, 9, 9, 1000, 200};

/* Chance a month that a need becomes known in a conversation about another. */
static const double USUAL_TOLD[DOMAINS] = {0.0016, 0.01, 0.004, 0.004, 0.008, 0.0025};

enum { STEP = 3 /* months */, LONGEST = 600, NEVER = 1000, TRIES = 40, WAIT = 2, LONG_WAIT = 240 };

/* One need up to the first day. */
struct past {
    double severity, pace;
    double months;   /* since onset */
    double known;    /* months since it became known, negative: it has not */
    double strength; /* self-reliance */
    bool chronic, helped, talked, offered;
};

void settle_course(struct course *course, const struct scenario *scenario, enum domain domain)
{
    const struct intake_params *p = &scenario->params.intake;
    const double seeking = elementary_clamp(p->seeking[domain], 1e-6, 0.999);
    const double logit = elementary_log(seeking / (1 - seeking));
    const double steering = scenario->steering[domain], passes = 1 - p->gate * (1 - steering);
    const double found =
        p->outreach_find * scenario->levers[OUTREACH] * USUAL_KNOWLEDGE + USUAL_TOLD[domain];
    course->scenario = scenario;
    course->domain = domain;
    course->talk = scenario->levers[INTEGRALITY] *
                   (p->conversation_base + (1 - p->conversation_base) * steering);
    course->offer = p->existing_offer * (1 - steering);
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

/* How severity n and self-reliance s move in each of the three months of a step, with usual help
 * and as in the processes `needs` and `self_reliance`: n by n (growth (1 - n) - decline - own s),
 * but never by more than 0.8 n down; s by what help or its lack does, and back to its base. */
struct motion {
    double growth, decline, own, gain;
};

static double gain_of(const struct course *course, double met, double formal, double quality)
{
    const struct scenario *scenario = course->scenario;
    const struct self_reliance_params *p = &scenario->params.self_reliance;
    const double link = scenario->levers[FORMAL_INFORMAL_LINK];
    const double unmet = met < 1 ? 1 - met : 0;
    return p->link_gain * link * formal * quality +
           p->empowerment_gain * scenario->levers[EMPOWERMENT] * (1 - unmet) -
           p->replaced_loss * formal * (1 - scenario->params.formal_support.relief_share * link) -
           p->refused_loss * unmet * USUAL_REFUSED[course->domain];
}

static struct motion motion_of(const struct course *course, double pace, double formal,
                               double effect)
{
    const struct needs_params *p = &course->scenario->params.needs;
    const int domain = course->domain;
    const double met = USUAL_INFORMAL[domain] + formal;
    const double quality =
        course->scenario->params.hours.informal_effect * USUAL_INFORMAL[domain] + effect * formal;
    return (struct motion){pace * p->growth[domain] * (met < 1 ? 1 - met : 0),
                           pace * p->recovery[domain] * quality, pace * p->own_recovery[domain],
                           gain_of(course, met, formal, quality)};
}

static int band_of(double severity)
{
    return severity > 0.6 ? 2 : severity > 0.3;
}

static double moved(const struct motion *motion, double n, double s)
{
    const double rate = motion->growth * (1 - n) - motion->decline - motion->own * s;
    const double month = 1 + (rate > -0.8 ? rate : -0.8), next = n * month * month * month;
    return next < 1 ? next : 1;
}

/* A need that comes in by itself may lead to a conversation, or be given an existing offer that
 * does not fit. Says how many months it waits if it stays light. */
static double come_in(const struct course *course, double chance, struct stream *draw,
                      struct past *past)
{
    const int domain = course->domain;
    const bool told = stream_uniform(draw) * chance < STEP * USUAL_TOLD[domain];
    const double lot = stream_uniform(draw);
    past->talked = !told && lot < course->talk;
    past->offered =
        !told && !past->talked && lot - course->talk < (1 - course->talk) * course->offer;
    if (stream_uniform(draw) >= USUAL_WAITING[domain])
        return 0;
    return -elementary_log(stream_uniform(draw)) * USUAL_WAIT[domain];
}

/* What help there is at each severity, once there is any. */
static void find_motions(const struct course *course, const struct past *past,
                         struct motion helped[BANDS])
{
    const int domain = course->domain;
    const double match =
        past->offered ? course->scenario->params.formal_support.existing_offer_match : 1;
    for (int band = 0; band < BANDS; band++)
        helped[band] =
            motion_of(course, past->pace, USUAL_FORMAL[domain][band], USUAL_EFFECT[domain] * match);
}

/* What of a life is yet to come. */
struct ahead {
    double unseen; /* until it becomes known */
    double calm;   /* months until a crisis */
    double home;   /* months of heavy known care until long-term care */
    double wait;   /* months of waiting left */
};

static void begin(const struct course *course, struct stream *draw, struct past *past,
                  struct ahead *ahead)
{
    const struct needs_params *p = &course->scenario->params.needs;
    const double leaving = course->scenario->params.demography.long_term_care + 1e-6;
    const double onset = stream_beta25(draw);
    past->severity = onset > p->end_below ? onset : p->end_below + 0.001;
    past->pace = elementary_exp(p->pace_spread * stream_normal(draw));
    past->known = -1;
    past->helped = past->talked = past->offered = false;
    ahead->unseen = -elementary_log(stream_uniform(draw));
    ahead->calm = p->crisis > 0 ? -elementary_log(stream_uniform(draw)) / p->crisis : NEVER;
    ahead->home = -elementary_log(stream_uniform(draw)) * 12 / leaving;
}

/* Who is known waits while the need is light and the wait is not over. */
static bool help_comes(double severity, struct ahead *ahead)
{
    const bool comes = ahead->wait <= 0 || severity > 0.3;
    ahead->wait -= STEP;
    return comes;
}

/* Lives a need from onset over `months`; false when it ended before. */
static bool live(const struct course *course, double self_reliance, double months,
                 struct stream *draw, struct past *past)
{
    const struct needs_params *p = &course->scenario->params.needs;
    const double heavy = course->scenario->params.demography.long_term_care_severity;
    struct ahead ahead;
    begin(course, draw, past, &ahead);
    past->months = months;
    double severity = past->severity, strength = self_reliance;
    const double floor = past->chronic ? p->chronic_floor : 0;
    const double back = course->scenario->params.self_reliance.return_rate;
    const struct motion alone = motion_of(course, past->pace, 0, 0);
    struct motion helped[BANDS];
    for (double at = 0; at < months; at += STEP) {
        const double chance = past->known < 0 ? chance_of_being_seen(course, severity) : 0;
        if (past->known < 0 && (ahead.unseen -= chance) < 0) {
            past->known = months - at;
            ahead.wait = come_in(course, chance, draw, past);
            find_motions(course, past, helped);
        }
        const bool comes = past->known >= 0 && !past->helped && help_comes(severity, &ahead);
        past->helped = past->helped || comes;
        const struct motion *motion = past->helped ? &helped[band_of(severity)] : &alone;
        severity = moved(motion, severity, strength);
        strength += STEP * (motion->gain + back * (self_reliance - strength));
        severity = severity > floor ? severity : floor;
        if ((ahead.calm -= STEP) < 0) {
            severity = severity + p->crisis_jump < 1 ? severity + p->crisis_jump : 1;
            ahead.calm = -elementary_log(stream_uniform(draw)) / p->crisis;
        }
        /* Who has heavy care may have left for long-term care. */
        if (course->domain == CARE && past->known >= 0 && severity > heavy)
            ahead.home -= STEP;
        if (severity < p->end_below || ahead.home < 0)
            return false;
    }
    past->severity = severity;
    past->strength = elementary_clamp(strength, 0, 1);
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
    past->strength = self_reliance;
}

/* What the municipality has done about a need that it knows: most have help, some wait. */
static void settle_known(struct needs *needs, uint32_t row, const struct past *past,
                         struct stream *draw)
{
    if (past->talked)
        needs->flags[row] |= NEED_CONVERSATION;
    else if (past->offered)
        needs->flags[row] |= NEED_EXISTING_OFFER;
    if (past->known < WAIT || !past->helped) {
        needs->waiting[row] = (uint8_t)(past->known < LONG_WAIT ? past->known : LONG_WAIT);
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
    world->residents.self_reliance[i] = (float)past.strength;
    if (past.chronic)
        needs->flags[row] |= NEED_CHRONIC;
    if (past.known < 0)
        return;
    world->residents.known[i] |= (uint8_t)(1u << course->domain);
    settle_known(needs, row, &past, draw);
}

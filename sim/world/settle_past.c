#include "world/draw.h"
#include "world/settlement.h"

/* The first ages in years at which a domain is counted. */
static const int FIRST_AGE[DOMAINS] = {[WORK] = 18, [EDUCATION] = 5, [DEBT] = 16};

/* Shares of the net hours that alters usually give, and providers give to those
 * who are known; how well formal hours work. As the calibrated model has them in
 * the long run: only the first day is drawn with them. */
static const double USUAL_INFORMAL[DOMAINS] = {0.50, 0.26, 0.18, 0.18, 0.15, 0.58};
static const double USUAL_FORMAL[DOMAINS] = {0.45, 0.62, 0.70, 0.70, 0.70, 0.35};
static const double USUAL_EFFECT = 0.55, USUAL_KNOWLEDGE = 0.7;

/* Of those who are known: shares who wait for long, who had a kitchen-table
 * conversation, and who were given the existing offer. */
static const double USUAL_WAITING[DOMAINS] = {0, 0, 0, 0.03, 0.6, 0.15};
static const double USUAL_TALK[DOMAINS] = {0.16, 0.19, 0.13, 0.2, 0.09, 0.05};
static const double USUAL_OFFER[DOMAINS] = {0.12, 0.15, 0.1, 0.17, 0.06, 0.04};

/* Chance a month that a need becomes known in a conversation about another. */
static const double USUAL_TOLD[DOMAINS] = {0.002, 0.01, 0.005, 0.005, 0.008, 0.0025};

enum { STEP = 3 /* months */, LONGEST = 300, TRIES = 40, WAIT = 2, LONG_WAIT = 120 };

/* The course of one need up to the first day. */
struct past {
    double severity, pace;
    double months; /* since onset */
    double known;  /* months since it became known, negative: it has not */
    bool chronic;
};

static double chance_of_seeking(const struct scenario *scenario, int domain, double severity)
{
    const struct intake_params *p = &scenario->params.intake;
    const double seeking = elementary_clamp(p->seeking[domain], 1e-6, 0.999);
    const double logit = elementary_log(seeking / (1 - seeking));
    const double passes = 1 - p->gate * (1 - scenario->steering[domain]);
    return passes * elementary_logistic(logit + p->seeking_severity * (severity - 0.3)) +
           p->outreach_find * scenario->levers[OUTREACH] * USUAL_KNOWLEDGE + USUAL_TOLD[domain];
}

/* One step of the course, with usual help: as in the process `needs`. */
static void pass(const struct needs_params *p, int domain, double self_reliance, struct past *past)
{
    const double formal = past->known >= 0 ? USUAL_FORMAL[domain] : 0;
    const double n = past->severity, met = USUAL_INFORMAL[domain] + formal;
    const double quality = 0.6 * USUAL_INFORMAL[domain] + USUAL_EFFECT * formal;
    const double change = p->growth[domain] * n * (1 - n) * (met < 1 ? 1 - met : 0) -
                          p->recovery[domain] * quality * n -
                          p->own_recovery[domain] * self_reliance * n;
    const double step = STEP * change * past->pace;
    past->severity = n + (step < -0.8 * n ? -0.8 * n : step);
    if (past->chronic && past->severity < p->chronic_floor)
        past->severity = p->chronic_floor;
    past->severity = past->severity < 1 ? past->severity : 1;
}

/* Lives a need from onset over `months`; false when it ended before. */
static bool live(const struct scenario *scenario, int domain, double self_reliance, double months,
                 struct stream *draw, struct past *past)
{
    const struct needs_params *p = &scenario->params.needs;
    const double onset = stream_beta25(draw);
    past->severity = onset > p->end_below ? onset : p->end_below + 0.001;
    past->pace = elementary_exp(p->pace_spread * stream_normal(draw));
    past->months = months;
    past->known = -1;
    double unseen = -elementary_log(stream_uniform(draw));
    double calm = p->crisis > 0 ? -elementary_log(stream_uniform(draw)) / p->crisis : months;
    double home = -elementary_log(stream_uniform(draw)) * 12 /
                  (scenario->params.demography.long_term_care + 1e-6);
    for (double at = 0; at < months; at += STEP) {
        if (past->known < 0 &&
            (unseen -= STEP * chance_of_seeking(scenario, domain, past->severity)) < 0)
            past->known = months - at;
        pass(p, domain, self_reliance, past);
        if ((calm -= STEP) < 0) {
            past->severity += p->crisis_jump;
            past->severity = past->severity < 1 ? past->severity : 1;
            calm = -elementary_log(stream_uniform(draw)) / p->crisis;
        }
        /* Who has heavy care may have left for long-term care. */
        if (domain == CARE && past->known >= 0 &&
            past->severity > scenario->params.demography.long_term_care_severity)
            home -= STEP;
        if (past->severity < p->end_below || home < 0)
            return false;
    }
    return true;
}

/* Lives are tried until one lasts to the first day, so that the slow ones are as
 * frequent as they are in a stock, and what is known of them is what by then
 * would be. */
static void find_past(const struct scenario *scenario, int domain, double self_reliance, int age,
                      struct stream *draw, struct past *past)
{
    const struct needs_params *p = &scenario->params.needs;
    double most = age - 12 * FIRST_AGE[domain];
    most = most > LONGEST ? LONGEST : most < STEP ? STEP : most;
    for (int k = 0; k < TRIES; k++) {
        const double months = most * stream_uniform(draw);
        past->chronic =
            domain == CARE && age - months >= 75 * 12 && stream_uniform(draw) < p->chronic;
        if (live(scenario, domain, self_reliance, months, draw, past))
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
    const double waited = past->known < LONG_WAIT ? past->known : LONG_WAIT;
    if (past->known < WAIT || waits) {
        needs->waiting[row] = (uint8_t)(waits ? waited * stream_uniform(draw) : past->known);
        needs->flags[row] |= past->known < WAIT ? 0 : NEED_TERM_JUDGED;
        return;
    }
    needs->since[row] = (uint8_t)stream_below(draw, 6);
    needs->flags[row] |= NEED_TERM_JUDGED | NEED_HELPED;
}

/* A need of the stock: one that began at some time before and has not ended. */
void settle_need(struct world *world, const struct scenario *scenario, uint32_t row,
                 struct stream *draw, uint32_t month)
{
    struct needs *needs = &world->needs;
    const uint32_t i = needs->resident[row];
    const int domain = needs->domain[row];
    const int age = residents_age_months(&world->residents, i, month);
    struct past past;
    find_past(scenario, domain, world->residents.self_reliance[i], age, draw, &past);
    needs->pace[row] = (float)past.pace;
    needs->severity[row] = (float)past.severity;
    needs->spell[row] = (uint16_t)past.months;
    if (past.chronic)
        needs->flags[row] |= NEED_CHRONIC;
    if (past.known < 0)
        return;
    world->residents.known[i] |= (uint8_t)(1u << domain);
    settle_known(needs, row, &past, draw);
}

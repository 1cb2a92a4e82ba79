/* Who seeks help or is found. Of hidden needs few come in: who cannot is told by the lot and the
 * severity alone, and of the others all that the chance hangs on is read. */
#include "base/found.h"
#include "process/intake_batch.h"
#include "world/arms.h"
#include "world/draw.h"

/* Severity at which `seeking` is the chance. */
static const double SEVERITY_MIDDLE = 0.3;

/* By how much severity and trust may lie beyond their bounds by rounding. */
static const double BEYOND = 1e-3;

/* The larger of what a slope makes of the ends of a range. */
static double most_of(double slope, double from, double to)
{
    return slope * (slope > 0 ? to : from);
}

void intake_find_chances(struct intake *intake)
{
    const struct intake_params *p = intake->params;
    for (int d = 0; d < DOMAINS; d++) {
        const double base = elementary_log(p->seeking[d] / (1 - p->seeking[d] + 1e-9) + 1e-12);
        intake->base[d] = base;
        for (int s = 0; s <= SEVERITIES; s++) {
            const double from = s / (double)SEVERITIES, to = from + 1.0 / SEVERITIES;
            const double most =
                most_of(p->seeking_severity, from - SEVERITY_MIDDLE - BEYOND,
                        to - SEVERITY_MIDDLE + BEYOND) +
                most_of(p->seeking_trust, -TRUST_MIDDLE - BEYOND, 1 - TRUST_MIDDLE + BEYOND) +
                most_of(p->seeking_waiting, 0, 1);
            intake->seeks_most[d][s] = word_below(elementary_logistic(base + most));
        }
    }
}

/* The longest that the resident waits for help with another need, in years up to
 * one: who has nothing known waits for nothing. */
static double earlier_waiting(const struct world *world, uint32_t i)
{
    uint8_t months = 0;
    if (world->residents.known[i] == 0)
        return 0;
    for (uint32_t row = world->residents.first_need[i]; row != COLUMN_NONE;
         row = world->needs.next[row])
        if (world->needs.waiting[row] > months)
            months = world->needs.waiting[row];
    return months < 12 ? months / 12.0 : 1;
}

/* The chance to seek help. */
static double seeking(const struct intake *intake, uint32_t row)
{
    const struct intake_params *p = intake->params;
    const struct world *world = intake->world;
    const uint32_t i = world->needs.resident[row];
    const double before = earlier_waiting(world, i);
    return elementary_logistic(intake->base[world->needs.domain[row]] +
                               p->seeking_severity *
                                   (world->needs.severity[row] - SEVERITY_MIDDLE) +
                               p->seeking_trust * (world->residents.trust[i] - TRUST_MIDDLE) +
                               p->seeking_waiting * before);
}

/* Lists who may come in, by their words. */
static size_t list_likely(const struct intake *intake, const struct meeting *meeting,
                          uint32_t domain, const struct batch *batch, uint32_t words[4][BATCH],
                          uint16_t listed[BATCH])
{
    const float *severity = intake->world->needs.severity;
    const uint32_t *seeks_most = intake->seeks_most[domain], find_most = word_below(meeting->find);
    uint8_t likely[BATCH] = {0};
    for (uint32_t k = 0; k < batch->count; k++) {
        const uint32_t part = (uint32_t)(severity[batch->row[k]] * SEVERITIES);
        likely[k] = (words[0][k] <= seeks_most[part]) | (words[1][k] <= find_most);
    }
    return found_list(likely, BATCH, listed);
}

/* Says of one who may come in whether he does, and would talk; `lots` are the four words of the
 * case's own draw. */
static bool present(const struct intake *intake, const struct meeting *meeting, uint32_t row,
                    const uint32_t lots[4])
{
    struct needs *needs = &intake->world->needs;
    const double sigma = arms_steering(intake->world, meeting->neighbourhood, needs->domain[row],
                                       needs->resident[row]);
    const bool seeks = uniform_of(lots[0]) < seeking(intake, row);
    const bool found = uniform_of(lots[1]) < meeting->find;
    const bool passes = uniform_of(lots[2]) >= intake->params->gate * (1 - sigma);
    const bool comes_in = (seeks & passes) | found;
    const double talk = meeting->integrality * (intake->params->conversation_base +
                                                (1 - intake->params->conversation_base) * sigma);
    const bool talks = comes_in & (uniform_of(lots[3]) < talk);
    needs->flags[row] |= (uint8_t)((comes_in ? NEED_COMES_IN : 0) | (talks ? NEED_WANTS_TALK : 0));
    return talks;
}

uint32_t intake_present(const struct intake *intake, const struct meeting *meeting, uint32_t domain,
                        struct batch *batch)
{
    uint32_t words[4][BATCH], talks = 0;
    uint16_t listed[BATCH];
    intake_draw(intake, batch, DRAW_INTAKE + domain, words);
    const size_t count = list_likely(intake, meeting, domain, batch, words, listed);
    for (size_t l = 0; l < count; l++) {
        const uint32_t k = listed[l];
        const uint32_t lots[4] = {words[0][k], words[1][k], words[2][k], words[3][k]};
        talks += present(intake, meeting, batch->row[k], lots);
    }
    batch->count = 0;
    return talks;
}

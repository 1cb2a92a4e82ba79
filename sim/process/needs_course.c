#include "process/needs_course.h"

#include "base/avx2.h"
#include "base/found.h"
#include "world/blocks_next.h"
#include "world/draw.h"
#include "world/hours.h"

/* At 18 most youth care ends; as many go on as the spending by age says: about one in six. */
enum { YOUTH_ENDS = 18 * 12 };
static const double GOES_ON = 0.17;

/* Rows that move on together, and what of them is looked up by domain and by resident. */
enum { TOGETHER = 128 };
struct group {
    uint32_t first, count;
    double growth[TOGETHER], recovery[TOGETHER], own_recovery[TOGETHER];
    double floor[TOGETHER], of_place[TOGETHER]; /* severity at the least, hours of its place */
    uint8_t of_age[TOGETHER];                   /* may be too old for the need */
    double severity[TOGETHER];                  /* in a month */
    uint8_t over[TOGETHER];                     /* the need ends by itself */
};

static bool outgrown(const struct rates *rates, const struct world *world, uint32_t i, int domain)
{
    const int months = residents_age_months(&world->residents, i, rates->now.month);
    if (domain != YOUTH || months != YOUTH_ENDS)
        return months >= needs_last_age[domain];
    struct stream draw = stream_open(rates->now, DRAW_OUTGROW, world->residents.id[i]);
    return stream_uniform(&draw) >= GOES_ON;
}

static void look_up(const struct rates *rates, const struct world *world, struct group *group)
{
    const struct needs_params *p = rates->params;
    const struct residents *residents = &world->residents;
    for (uint32_t k = 0; k < group->count; k++) {
        const uint32_t row = group->first + k, i = world->needs.resident[row];
        const int d = world->needs.domain[row];
        const int months = residents_age_months(residents, i, rates->now.month);
        group->growth[k] = p->growth[d];
        group->recovery[k] = p->recovery[d];
        group->own_recovery[k] = p->own_recovery[d] * residents->self_reliance[i];
        group->of_age[k] = (months >= needs_last_age[d]) | ((d == YOUTH) & (months == YOUTH_ENDS));
    }
}

/* What is kept in one or two bytes has loops of its own: of the long ones as many together as there
 * are of it in a register would not fit in all registers. */
static AVX2_EITHER void widen_loop(const struct rates *rates, const struct needs *needs,
                                   struct group *restrict group)
{
    const uint8_t *flags = needs->flags + group->first, *hours = needs->place_hours + group->first;
    const double chronic_floor = rates->params->chronic_floor;
    for (uint32_t k = 0; k < group->count; k++)
        group->of_place[k] = hours[k] / (double)PLACE_UNITS;
    for (uint32_t k = 0; k < group->count; k++)
        group->floor[k] = flags[k] & NEED_CHRONIC ? chronic_floor : 0;
}

/* One month of course, without a branch. */
static AVX2_EITHER void course_loop(const struct rates *rates, const struct needs *needs,
                                    struct group *restrict group)
{
    const float *before = needs->severity + group->first;
    const float *pace = needs->pace + group->first;
    const float *net = needs->net + group->first, *informal = needs->informal + group->first;
    const float *initiative = needs->initiative + group->first;
    const float *formal = needs->formal + group->first;
    const float *effect = needs->effectiveness + group->first;
    const double informal_effect = rates->hours->informal_effect;
    for (uint32_t k = 0; k < group->count; k++) {
        const double n = before[k];
        const double people = hours_of_people(informal[k], initiative[k], group->of_place[k]);
        const double m = hours_share(people + (double)formal[k], net[k]);
        const double q =
            hours_share(hours_worth(informal_effect, people, effect[k], formal[k]), net[k]);
        const double change = group->growth[k] * n * (1 - n) * (1 - (m < 1 ? m : 1)) -
                              group->recovery[k] * q * n - group->own_recovery[k] * n;
        /* A pace far above one could overshoot in a month's step: hold it to half. */
        const double step = change * pace[k], least = -0.5 * n;
        const double next = n + (step < least ? least : step);
        group->severity[k] = next < group->floor[k] ? group->floor[k] : next;
    }
}

/* Writes what became of the needs, and marks those that end by themselves. */
static AVX2_EITHER void write_loop(const struct rates *rates, struct needs *needs,
                                   struct group *restrict group)
{
    const double end_below = rates->params->end_below;
    const uint16_t *place = needs->place + group->first;
    float *severity = needs->severity + group->first;
    uint16_t *spell = needs->spell + group->first;
    for (uint32_t k = 0; k < group->count; k++)
        severity[k] = (float)(group->severity[k] < 1 ? group->severity[k] : 1);
    for (uint32_t k = 0; k < group->count; k++)
        group->over[k] = (group->severity[k] < end_below) | (place[k] == PLACE_JOB);
    for (uint32_t k = 0; k < group->count; k++)
        spell[k] = (uint16_t)(spell[k] + (spell[k] < UINT16_MAX));
}

static AVX2_EITHER void move_loop(const struct rates *rates, struct needs *needs,
                                  struct group *restrict group)
{
    widen_loop(rates, needs, group);
    course_loop(rates, needs, group);
    write_loop(rates, needs, group);
}

AVX2_ALSO(move, (const struct rates *rates, struct needs *needs, struct group *restrict group),
          (rates, needs, group))

/* Needs that end, few of all: by themselves, after which they may come back, or by age. */
static void end_some(const struct rates *rates, struct world *world, const struct group *group)
{
    uint16_t rows[TOGETHER];
    struct needs *needs = &world->needs;
    const size_t over = found_list(group->over, group->count, rows);
    for (size_t k = 0; k < over; k++) {
        const uint32_t row = group->first + rows[k];
        needs->flags[row] |= NEED_ENDED;
        world->residents.ended[needs->resident[row]] |= (uint8_t)(1u << needs->domain[row]);
    }
    const size_t of_age = found_list(group->of_age, group->count, rows);
    for (size_t k = 0; k < of_age; k++) {
        const uint32_t row = group->first + rows[k];
        if (outgrown(rates, world, needs->resident[row], needs->domain[row]))
            needs->flags[row] |= NEED_ENDED;
    }
}

/* What the course of the next block will read of as many rows, and its month of about their
 * residents. */
static void ask_ahead(const struct world *world, size_t block, size_t end_block, uint32_t done)
{
    const struct residents *residents = &world->residents;
    const struct needs *needs = &world->needs;
    const struct blocks_next next = blocks_next(&world->blocks, block, end_block, done, TOGETHER);
    AHEAD_ASK(needs->resident, next.rows);
    AHEAD_ASK(needs->domain, next.rows);
    AHEAD_ASK(needs->flags, next.rows);
    AHEAD_ASK(needs->place, next.rows);
    AHEAD_ASK(needs->place_hours, next.rows);
    AHEAD_ASK(needs->spell, next.rows);
    AHEAD_ASK(needs->severity, next.rows);
    AHEAD_ASK(needs->pace, next.rows);
    AHEAD_ASK(needs->net, next.rows);
    AHEAD_ASK(needs->informal, next.rows);
    AHEAD_ASK(needs->initiative, next.rows);
    AHEAD_ASK(needs->formal, next.rows);
    AHEAD_ASK(needs->effectiveness, next.rows);
    AHEAD_ASK(residents->birth, next.places);
    AHEAD_ASK(residents->self_reliance, next.places);
    AHEAD_ASK(residents->needs, next.places);
    AHEAD_ASK(residents->ended, next.places);
}

void needs_course(const struct rates *rates, struct world *world, size_t block, size_t end_block,
                  bool wide)
{
    struct needs *needs = &world->needs;
    const uint32_t first = world->blocks.first_row[block];
    const uint32_t end = first + world->blocks.row_count[block];
    struct group group;
    for (uint32_t row = first; row < end; row += TOGETHER) {
        group.first = row;
        group.count = end - row < TOGETHER ? end - row : TOGETHER;
        ask_ahead(world, block, end_block, row - first);
        look_up(rates, world, &group);
        if (wide)
            move_avx2(rates, needs, &group);
        else
            move_loop(rates, needs, &group);
        end_some(rates, world, &group);
    }
}

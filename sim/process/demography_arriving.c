#include "process/demography_moving.h"

#include <string.h>

#include "world/households.h"
#include "world/settlement.h"

static int years_of(const struct world *world, uint32_t i, uint32_t month)
{
    return residents_age_months(&world->residents, i, month) / 12;
}

/* Heads of households that arrive in one municipality: up to which age and with
 * which position with which weight. */
enum { HEADS = 4, FIRST = 18, CELLS = (AGES - FIRST) * HEADS };
static const enum position heads[HEADS] = {POSITION_ALONE, POSITION_PARTNER, POSITION_SINGLE_PARENT,
                                           POSITION_OTHER};

struct arrivals {
    struct keeping keeping;
    double up_to[CELLS], total;
    struct course courses[DOMAINS]; /* of needs that newcomers bring, once somebody did */
    bool found[DOMAINS];
};

/* Households a person in each position stands for, and how often those who arrive
 * have it: as the table says, and sooner where it has become rare. */
static double find_heads(const struct keeping *keeping, int age, double weight[HEADS])
{
    const struct position_row *row = keeping->positions[age];
    if (!row)
        return 0;
    const double share[HEADS] = {row->share[SHARE_ALONE],
                                 row->share[SHARE_PARTNER_CHILDREN] +
                                     row->share[SHARE_PARTNER_NO_CHILDREN],
                                 row->share[SHARE_SINGLE_PARENT], row->share[SHARE_OTHER]};
    double persons = 0;
    for (int h = 0; h < HEADS; h++) {
        weight[h] = share[h] * keeping_factor(1 / keeping_lean(keeping, age, heads[h]));
        persons += weight[h];
        weight[h] *= heads[h] == POSITION_PARTNER ? 0.5 : 1;
    }
    return persons;
}

/* As many of each age as leave the municipality, and as many more as its table has
 * more than a few years younger; these have mostly come alone. */
static void find_arrivals(struct arrivals *arrivals, const struct demography_params *params,
                          const struct places *places)
{
    const struct keeping *keeping = &arrivals->keeping;
    const double leaving = params->moving_out * (1 - params->moving_local);
    arrivals->total = 0;
    for (int age = FIRST; age < AGES; age++) {
        double weight[HEADS] = {0};
        const double persons = find_heads(keeping, age, weight);
        const double come = keeping->density[age] *
                            keeping_coming(keeping, leaving * places->rates[age].moving, age);
        for (int h = 0; h < HEADS; h++) {
            arrivals->total += persons > 0 ? come * weight[h] / persons : 0;
            arrivals->up_to[(age - FIRST) * HEADS + h] = arrivals->total;
        }
    }
}

/* A cell of ages and positions for the head of a household that arrives. */
static int draw_cell(const struct arrivals *arrivals, struct stream *draw)
{
    const double lot = stream_uniform(draw) * arrivals->total;
    int low = 0, high = CELLS - 1;
    while (low < high) {
        const int middle = (low + high) / 2;
        if (arrivals->up_to[middle] > lot)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

struct arrival {
    struct arrivals *arrivals;
    struct world *world;
    const struct scenario *scenario;
    struct moment now;
    size_t neighbourhood;
    bool poor;
};

/* The same for all of a domain, from the scenario. */
static const struct course *course_of(const struct arrival *arrival, enum domain domain)
{
    struct course *course = &arrival->arrivals->courses[domain];
    if (!arrival->arrivals->found[domain])
        settle_course(course, arrival->scenario, domain);
    arrival->arrivals->found[domain] = true;
    return course;
}

/* Needs that newcomers bring: as many as others of their age here have. */
static void bring_needs(const struct arrival *arrival, uint32_t i)
{
    struct world *world = arrival->world;
    const int years = years_of(world, i, arrival->now.month);
    const struct rates_row *rates =
        &arrival->scenario->places.rates[years < AGES ? years : AGES - 1];
    const double poverty =
        arrival->poor ? elementary_exp(arrival->scenario->params.needs.low_income) : 1;
    for (int d = 0; d < DOMAINS; d++) {
        const double chance =
            rates->prevalence[d] * poverty *
            world->neighbourhoods.onset_local[arrival->neighbourhood * DOMAINS + d];
        if (chance <= 0)
            continue; /* nobody of the age has it */
        struct stream draw =
            stream_open(arrival->now, DRAW_ARRIVAL_NEED + (uint32_t)d, world->residents.id[i]);
        uint32_t row;
        if (stream_uniform(&draw) >= chance ||
            !world_add_need(world, blocks_find(&world->blocks, i), i, (enum domain)d, &row))
            continue;
        settle_need(world, course_of(arrival, (enum domain)d), row, &draw, arrival->now.month);
    }
}

static uint32_t arrive_one(const struct arrival *arrival, int age_months, enum position position)
{
    struct world *world = arrival->world;
    const uint32_t place = vacancies_take(world, arrival->neighbourhood);
    if (place == COLUMN_NONE) {
        world->neighbourhoods.refused_births[arrival->neighbourhood]++;
        return place;
    }
    vacancies_fill(world, arrival->neighbourhood, place, age_months, arrival->now.month);
    world->residents.position[place] = (uint8_t)position;
    if (arrival->poor)
        world->residents.traits[place] |= TRAIT_LOW_INCOME;
    settle_person(&world->residents, place, arrival->scenario, arrival->now);
    bring_needs(arrival, place);
    world->neighbourhoods.arrived[arrival->neighbourhood]++;
    return place;
}

/* As many children as families have (CBS 71486NED, households by size). */
static uint32_t children_of(struct stream *draw)
{
    const double u = stream_uniform(draw);
    return u < 0.45 ? 1 : u < 0.87 ? 2 : u < 0.97 ? 3 : 4;
}

/* Children of a household that arrives: born when the head was 22 to 38, and not
 * yet 24. */
static void arrive_children(const struct arrival *arrival, uint32_t head, int head_months,
                            struct stream *draw)
{
    struct world *world = arrival->world;
    const int oldest = head_months - 22 * 12 < 24 * 12 ? head_months - 22 * 12 : 24 * 12;
    const int youngest = head_months > 38 * 12 ? head_months - 38 * 12 : 0;
    const uint32_t count = children_of(draw);
    for (uint32_t came = 0; came < count; came++) {
        const int years = oldest > youngest ? oldest - youngest : 12;
        const int months = (oldest > youngest ? youngest : 0) + (int)stream_below(draw, years);
        const uint32_t child = arrive_one(arrival, months, POSITION_CHILD);
        if (child == COLUMN_NONE)
            return;
        households_join(world, head, child);
        if (world->residents.position[head] == POSITION_ALONE)
            world->residents.position[head] = POSITION_SINGLE_PARENT;
    }
}

/* A partner within three years of age; false where no place was left. */
static bool arrive_partner(const struct arrival *arrival, uint32_t head, int head_months,
                           struct stream *draw)
{
    const int months = head_months + (int)stream_below(draw, 72) - 36;
    const uint32_t partner = arrive_one(arrival, months < 216 ? 216 : months, POSITION_PARTNER);
    if (partner == COLUMN_NONE) {
        arrival->world->residents.position[head] = POSITION_ALONE;
        return false;
    }
    households_join(arrival->world, head, partner);
    return true;
}

/* Whether there are children too, at the age and in the position of the head. */
static bool with_children(const struct position_row *row, enum position position,
                          struct stream *draw)
{
    const double family = row->share[SHARE_PARTNER_CHILDREN];
    const double couple = row->share[SHARE_PARTNER_NO_CHILDREN];
    const double lot = stream_uniform(draw) * (family + couple);
    return position == POSITION_SINGLE_PARENT || (position == POSITION_PARTNER && lot < family);
}

/* One household, composed as at the age of its head. */
static void arrive_household(struct arrival *arrival, struct stream *draw)
{
    const int cell = draw_cell(arrival->arrivals, draw), age = FIRST + cell / HEADS;
    const struct position_row *row = arrival->arrivals->keeping.positions[age];
    enum position position = heads[cell % HEADS];
    const bool children = row && with_children(row, position, draw);
    if (position == POSITION_SINGLE_PARENT)
        position = POSITION_ALONE; /* until the children are there */
    const struct place_row *place = &arrival->scenario->places.rows[arrival->neighbourhood];
    arrival->poor = stream_uniform(draw) < place->low_income;
    const int months = 12 * age + (int)stream_below(draw, 12);
    const uint32_t head = arrive_one(arrival, months, position);
    if (head == COLUMN_NONE)
        return;
    const bool two = position == POSITION_PARTNER;
    if (two && !arrive_partner(arrival, head, months, draw))
        return;
    if (children)
        arrive_children(arrival, head, months, draw);
}

static void fill_up(const struct demography_params *params, const struct scenario *scenario,
                    struct moment now, struct world *world, struct arrivals *arrivals,
                    size_t neighbourhood)
{
    const struct neighbourhoods *n = &world->neighbourhoods;
    const double start = n->target[2 * neighbourhood], later = n->target[2 * neighbourhood + 1];
    const double through = now.month < 24 ? now.month / 24.0 : 1;
    const uint32_t wanted = (uint32_t)(start + (later - start) * through + 0.5);
    if (n->residents[neighbourhood] >= wanted)
        return;
    if (keeping_follow(&arrivals->keeping, params, &scenario->places, world,
                       n->municipality[neighbourhood]))
        find_arrivals(arrivals, params, &scenario->places);
    struct arrival arrival = {arrivals, world, scenario, now, neighbourhood, false};
    struct stream draw = stream_open(now, DRAW_ARRIVAL, (uint32_t)neighbourhood);
    while (n->residents[neighbourhood] < wanted) {
        const uint32_t before = n->residents[neighbourhood];
        arrive_household(&arrival, &draw); /* the last comes whole as well */
        if (n->residents[neighbourhood] == before)
            break; /* no vacant place */
    }
}

void demography_arrive(const struct demography_params *params, const struct scenario *scenario,
                       struct moment now, struct world *world)
{
#pragma omp parallel
    {
        struct arrivals arrivals; /* of the municipality at which the thread is */
        keeping_open(&arrivals.keeping);
        memset(arrivals.found, 0, sizeof arrivals.found);
#pragma omp for schedule(dynamic)
        for (size_t n = 0; n < world->neighbourhoods.count; n++)
            fill_up(params, scenario, now, world, &arrivals, n);
    }
}

#include "process/demography_moving.h"

#include <string.h>

#include "world/draw.h"
#include "world/households.h"

static int years_of(const struct world *world, uint32_t i, uint32_t month)
{
    return residents_age_months(&world->residents, i, month) / 12;
}

/* Who arrives in one municipality: up to which age with which weight, and the
 * positions at each age. */
struct arrivals {
    double up_to[AGES], total;
    const struct position_row *positions[AGES]; /* NULL where there is none */
};

/* Persons per year of age in a band of the table, 0 outside it. */
static double density(const struct arrivals *arrivals, int age)
{
    const struct position_row *row = age >= 0 && age < AGES ? arrivals->positions[age] : NULL;
    return row ? row->persons / (row->age_to - row->age_from) : 0;
}

/* The rows of the municipality, or of the country where it has none. */
static void find_positions(struct arrivals *arrivals, const struct places *places, const char *code)
{
    for (int attempt = 0; attempt < 2 && !arrivals->positions[18]; attempt++)
        for (size_t r = 0; r < places->position_count; r++) {
            const struct position_row *row = &places->positions[r];
            if (strcmp(row->municipality_code, attempt ? "NL" : code) == 0)
                for (int age = row->age_from; age < row->age_to && age < AGES; age++)
                    arrivals->positions[age] = row;
        }
}

/* As many of each age as leave the municipality, and as many more as would make
 * its ages what they are: those who are more at the next age than at this one
 * cannot all have grown up there. */
static void find_arrivals(struct arrivals *arrivals, const struct demography_params *params,
                          const struct places *places, const char *code)
{
    const double leaving = params->moving_factor * params->moving_out * (1 - params->moving_local);
    find_positions(arrivals, places, code);
    for (int age = 0; age < AGES; age++) {
        const double here = density(arrivals, age);
        const double rise = (density(arrivals, age + 5) - density(arrivals, age - 5)) / 10 +
                            places->rates[age].death * here;
        const double weight =
            leaving * places->rates[age].moving * here + (rise > 0 && age < 60 ? rise : 0);
        arrivals->total += age < 18 ? 0 : weight;
        arrivals->up_to[age] = arrivals->total;
    }
}

/* An age in years of the head of a household that arrives. */
static int arrival_age(const struct arrivals *arrivals, struct stream *draw)
{
    const double lot = stream_uniform(draw) * arrivals->total;
    int low = 18, high = AGES - 1;
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
    const struct arrivals *arrivals;
    struct world *world;
    const struct scenario *scenario;
    struct moment now;
    size_t neighbourhood;
    bool poor;
};

/* Needs that newcomers bring: as many as others of their age here have. */
static void bring_needs(const struct arrival *arrival, uint32_t i)
{
    struct world *world = arrival->world;
    const int years = years_of(world, i, arrival->now.month);
    const struct rates_row *rates =
        &arrival->scenario->places.rates[years < AGES ? years : AGES - 1];
    for (int d = 0; d < DOMAINS; d++) {
        struct stream draw =
            stream_open(arrival->now, DRAW_ARRIVAL_NEED + (uint32_t)d, world->residents.id[i]);
        const double poverty =
            arrival->poor ? elementary_exp(arrival->scenario->params.needs.low_income) : 1;
        const double chance =
            rates->prevalence[d] * poverty *
            world->neighbourhoods.onset_local[arrival->neighbourhood * DOMAINS + d];
        uint32_t row;
        if (stream_uniform(&draw) >= chance ||
            !world_add_need(world, blocks_find(&world->blocks, i), i, (enum domain)d, &row))
            continue;
        struct course course;
        settle_course(&course, arrival->scenario, (enum domain)d);
        settle_need(world, &course, row, &draw, arrival->now.month);
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

/* Children of a household that arrives: born when the head was 22 to 38. */
static uint32_t arrive_children(const struct arrival *arrival, uint32_t head, int head_months,
                                uint32_t room, struct stream *draw)
{
    struct world *world = arrival->world;
    uint32_t came = 0;
    for (; came < 2 && came < room; came++) {
        const int gap = 12 * 22 + (int)stream_below(draw, 12 * 16);
        const int months = head_months > gap ? head_months - gap : (int)stream_below(draw, 36);
        if (months > 24 * 12)
            break;
        const uint32_t child = arrive_one(arrival, months, POSITION_CHILD);
        if (child == COLUMN_NONE)
            break;
        households_join(world, head, child, arrival->now.month);
        if (world->residents.position[head] == POSITION_ALONE)
            world->residents.position[head] = POSITION_SINGLE_PARENT;
    }
    return came;
}

/* One household of at most `room` persons, composed as at the age of its head. */
static void arrive_household(struct arrival *arrival, uint32_t room, struct stream *draw)
{
    const int age = arrival_age(arrival->arrivals, draw);
    const struct position_row *row = arrival->arrivals->positions[age];
    const double family = row ? row->share[SHARE_PARTNER_CHILDREN] : 0;
    const double parent = row ? row->share[SHARE_SINGLE_PARENT] : 0;
    const double couple = row ? row->share[SHARE_PARTNER_NO_CHILDREN] : 0;
    const double lot = stream_uniform(draw);
    const bool children = lot < family + parent;
    const bool two = room >= 2 && (lot < family || (!children && lot < family + parent + couple));
    const struct place_row *place = &arrival->scenario->places.rows[arrival->neighbourhood];
    arrival->poor = stream_uniform(draw) < place->low_income;
    const int months = 12 * age + (int)stream_below(draw, 12);
    const uint32_t head = arrive_one(arrival, months, two ? POSITION_PARTNER : POSITION_ALONE);
    if (head == COLUMN_NONE)
        return;
    if (two) {
        const int other = months + (int)stream_below(draw, 72) - 36;
        const uint32_t partner = arrive_one(arrival, other < 216 ? 216 : other, POSITION_PARTNER);
        if (partner == COLUMN_NONE) {
            arrival->world->residents.position[head] = POSITION_ALONE;
            return;
        }
        households_join(arrival->world, head, partner, arrival->now.month);
    }
    if (children)
        arrive_children(arrival, head, months, room - (two ? 2 : 1), draw);
}

void demography_arrive(const struct demography_params *params, const struct scenario *scenario,
                       struct moment now, struct world *world, size_t neighbourhood)
{
    const struct neighbourhoods *n = &world->neighbourhoods;
    const double start = n->target[2 * neighbourhood], later = n->target[2 * neighbourhood + 1];
    const double through = now.month < 24 ? now.month / 24.0 : 1;
    const uint32_t wanted = (uint32_t)(start + (later - start) * through + 0.5);
    if (n->residents[neighbourhood] >= wanted)
        return;
    struct arrivals arrivals = {.total = 0};
    find_arrivals(&arrivals, params, &scenario->places,
                  scenario->places.rows[neighbourhood].municipality_code);
    struct arrival arrival = {&arrivals, world, scenario, now, neighbourhood, false};
    struct stream draw = stream_open(now, DRAW_ARRIVAL, (uint32_t)neighbourhood);
    while (n->residents[neighbourhood] < wanted) {
        const uint32_t room = wanted - n->residents[neighbourhood];
        const uint32_t before = n->residents[neighbourhood];
        arrive_household(&arrival, room, &draw);
        if (n->residents[neighbourhood] == before)
            break; /* no vacant place */
    }
}

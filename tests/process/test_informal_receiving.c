/* Who asked somebody who was asked for too much gets a share, wherever both are. */
#include "process/one_need.h"

enum { TIMES = 6, MONTHS_BETWEEN = 6, SOME = 20 };

/* People who were asked for more than they gave, and those who asked one of them. */
struct shortage {
    size_t helpers, askers;
};

static struct shortage shortage_of(const struct world *world)
{
    struct shortage found = {0, 0};
    for (size_t i = 0; i < world->residents.count; i++)
        found.helpers += (world->residents.traits[i] & TRAIT_OVERASKED) != 0;
    for (uint32_t r = 0; r < world->needs.capacity; r++) {
        const uint32_t *alter = world->ties.alter + (size_t)world->needs.resident[r] * TIE_SLOTS;
        bool any = false;
        for (size_t k = 0; k < TIE_SLOTS; k++)
            any |= (world->needs.asked_of[r] >> k & 1) &&
                   (world->residents.traits[tie_place(alter[k])] & TRAIT_OVERASKED);
        found.askers += any && !(world->needs.flags[r] & NEED_ENDED);
    }
    return found;
}

static double received(const struct world *world)
{
    const struct blocks *blocks = &world->blocks;
    double units = 0;
    for (size_t b = 0; b < blocks->count; b++)
        for (uint32_t r = blocks->first_row[b]; r < blocks->first_row[b] + blocks->row_count[b];
             r++)
            if (!(world->needs.flags[r] & NEED_ENDED))
                units += UNITS * ((double)world->needs.presence[r] + world->needs.informal[r]);
    return units;
}

static double handed_out(const struct world *world)
{
    double units = 0;
    for (size_t i = 0; i < world->residents.count; i++)
        if (residents_present(&world->residents, i))
            units += world->residents.given[i];
    return units;
}

/* Ties and rows of needs are those that births, deaths, moves and the network have left. */
static void what_is_received_is_what_is_given_while_people_come_and_go(void **state)
{
    (void)state;
    village_settle(&village, "parameters: {settlement: {burn_in: 0}}\n");
    village.scenario.params.informal_support.capacity_total = 20;
    const struct world *world = world_now();
    for (int time = 0; time < TIMES; time++) {
        village_run(&village, MONTHS_BETWEEN);
        support();
        const struct shortage found = shortage_of(world);
        assert_true(found.helpers > SOME && found.askers > SOME);
        assert_true(received(world) > 0 && received(world) == handed_out(world));
    }
    village_clear(&village);
}

/* As many bad needs as the blocks have room for: more requests than places, which are not kept. */
static void fill_with_needs(struct world *world)
{
    for (size_t b = 0; b < world->blocks.count; b++)
        for (int d = 0; d < DOMAINS; d++)
            for (uint32_t i = world->blocks.first[b];
                 i < world->blocks.first[b] + world->blocks.length[b]; i++) {
                uint32_t r;
                if (!residents_present(&world->residents, i) ||
                    world->residents.needs[i] >> d & 1 ||
                    !world_add_need(world, b, i, (enum domain)d, &r))
                    continue;
                world->needs.severity[r] = 1;
                world->needs.net[r] = 100;
            }
}

static void
what_is_received_is_what_is_given_where_more_is_asked_than_there_are_places(void **state)
{
    (void)state;
    village_settle(&village, "parameters: {settlement: {burn_in: 0}}\n");
    struct world *world = world_now();
    fill_with_needs(world);
    support();
    size_t lost = 0;
    for (size_t b = 0; b < world->blocks.count; b++)
        lost += world->scratch.requests[b] == REQUESTS_LOST;
    assert_int_equal(lost, world->blocks.count);
    const struct shortage found = shortage_of(world);
    assert_true(found.helpers > SOME && found.askers > SOME);
    assert_true(received(world) > 0 && received(world) == handed_out(world));
    village_clear(&village);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_received_is_what_is_given_while_people_come_and_go),
        cmocka_unit_test(
            what_is_received_is_what_is_given_where_more_is_asked_than_there_are_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Whom an initiative helps, with how many hours, and out of whose time. */
#include "process/initiative.h"

#include <stdlib.h>

#include <omp.h>

#include "process/informal_support.h"
#include "world/hours.h"

/* Calls `act` for every need that is there. */
static void over_needs(void (*act)(uint32_t row, double *sums), double *sums)
{
    const struct blocks *blocks = &world_now()->blocks;
    for (size_t b = 0; b < blocks->count; b++)
        for (uint32_t k = 0; k < blocks->row_count[b]; k++)
            if (!(world_now()->needs.flags[blocks->first_row[b] + k] & NEED_ENDED))
                act(blocks->first_row[b] + k, sums);
}

enum { GIVEN, ELSEWHERE, BEYOND, KNOWN, KNOWN_SHORT, OTHERS, SUMS };

static double room_of(uint32_t row)
{
    const struct needs *needs = &world_now()->needs;
    return village.scenario.params.hours.replaceable[needs->domain[row]] * needs->net[row] -
           needs->informal[row];
}

/* Whether a member is the one, or has a tie either way. */
static bool known_to_members(uint32_t place)
{
    const struct ties *ties = &world_now()->ties;
    for (size_t k = 0; k < all()->members[initiative]; k++) {
        const uint32_t i = all()->member[(size_t)initiative * INITIATIVE_MEMBERS + k];
        if (i == place || ties_has(ties, i, place) || ties_has(ties, place, i))
            return true;
    }
    return false;
}

static void look(uint32_t row, double *sums)
{
    const struct needs *needs = &world_now()->needs;
    const double given = needs->initiative[row];
    sums[GIVEN] += given;
    if (needs->domain[row] != SOCIAL) {
        sums[ELSEWHERE] += given;
        return;
    }
    const double short_of = room_of(row) - given;
    sums[BEYOND] += short_of < -1e-4;
    if (known_to_members(needs->resident[row])) {
        sums[KNOWN] += 1;
        sums[KNOWN_SHORT] += short_of > 1.0 / PLEDGE_UNITS + 1e-4;
    } else {
        sums[OTHERS] += given > 0;
    }
}

static void helped_with(double hours, double sums[SUMS])
{
    const struct initiating initiating = initiating_now();
    memset(sums, 0, SUMS * sizeof *sums);
    memset(world_now()->needs.initiative, 0, world_now()->needs.capacity * sizeof(float));
    all()->offered[initiative] = (float)hours;
    support_area(&initiating, 0, 0);
    over_needs(look, sums);
}

static void those_whom_members_know_come_first(void **state)
{
    (void)state;
    double sums[SUMS];
    memset(world_now()->needs.informal, 0, world_now()->needs.capacity * sizeof(float));
    helped_with(1, sums);
    assert_true(sums[KNOWN] > 0);
    assert_true(sums[KNOWN_SHORT] > 0);
    assert_true(sums[OTHERS] == 0);
    assert_true(sums[GIVEN] > 0.5 && sums[GIVEN] <= 1);
    helped_with(60, sums);
    assert_true(sums[KNOWN_SHORT] == 0);
    assert_true(sums[OTHERS] > 5);
    assert_true(sums[GIVEN] <= 60);
}

static void hours_go_to_its_domain_as_far_as_people_near_leave_room(void **state)
{
    (void)state;
    double sums[SUMS];
    helped_with(1e5, sums);
    assert_true(sums[GIVEN] > 40);
    assert_true(sums[ELSEWHERE] == 0);
    assert_true(sums[BEYOND] == 0);
    assert_float_equal(all()->hours[initiative], sums[GIVEN], 1e-3);
}

static void a_second_one_gives_what_the_first_leaves(void **state)
{
    (void)state;
    double sums[SUMS], first;
    const uint32_t second = membership_begin(world_now(), adult_from(900), SOCIAL, 0);
    helped_with(40, sums);
    first = sums[GIVEN];
    all()->offered[second] = 1e5f;
    helped_with(40, sums);
    assert_true(sums[GIVEN] > first + 20);
    assert_true(sums[BEYOND] == 0);
    assert_float_equal((double)all()->hours[initiative] + (double)all()->hours[second], sums[GIVEN],
                       1e-2);
}

/* Others are helped in an order by lot that lasts. */
static void the_same_people_are_helped_in_the_next_month(void **state)
{
    (void)state;
    double sums[SUMS];
    const size_t count = world_now()->needs.capacity;
    float *before = calloc(count, sizeof *before);
    assert_non_null(before);
    helped_with(120, sums);
    memcpy(before, world_now()->needs.initiative, count * sizeof *before);
    village.model->now.month++;
    helped_with(120, sums);
    assert_memory_equal(before, world_now()->needs.initiative, count * sizeof *before);
    free(before);
}

static void members_pledge_by_energy_out_of_their_time_for_helping(void **state)
{
    (void)state;
    struct residents *residents = &world_now()->residents;
    const uint16_t *pledge = all()->pledge + (size_t)initiative * INITIATIVE_MEMBERS;
    const uint32_t *member = all()->member + (size_t)initiative * INITIATIVE_MEMBERS;
    village.scenario.params.initiatives.pledge = 8;
    village.scenario.params.informal_support.capacity_total = 200;
    for (size_t k = 0; k < 2; k++) {
        residents->birth[member[k]] = -660;
        residents->willingness[member[k]] = 255;
        residents->strain[member[k]] = k == 0 ? 0 : 0.99f;
        residents->worst[member[k]] = residents->burnout[member[k]] = 0;
    }
    residents->burnout[member[2]] = 3;
    initiatives_pledge(&village.scenario.params, village.model->now, world_now());
    assert_int_equal(pledge[0], 4 * PLEDGE_UNITS); /* 8 hours at an energy of one half */
    assert_in_range(pledge[1], 2 * PLEDGE_UNITS - 1, 2 * PLEDGE_UNITS); /* 1% of 200 hours */
    assert_int_equal(pledge[2], 0);
}

/* Hours of an initiative are hours less for those who ask its members. */
static void what_members_give_to_it_they_do_not_give_to_who_asks_them(void **state)
{
    (void)state;
    const struct params *p = &village.scenario.params;
    double available[2] = {0, 0};
    for (int with = 0; with < 2; with++) {
        all()->energy[initiative] = (float)with;
        for (size_t k = 0; k < all()->members[initiative]; k++)
            world_now()
                ->residents.strain[all()->member[(size_t)initiative * INITIATIVE_MEMBERS + k]] = 0;
        initiatives_pledge(p, village.model->now, world_now());
        informal_support_step(&p->informal_support, &p->hours, &p->needs,
                              p->formal_support.relief_share, village.model->now, world_now());
        for (size_t k = 0; k < all()->members[initiative]; k++)
            available[with] +=
                world_now()
                    ->residents
                    .available[all()->member[(size_t)initiative * INITIATIVE_MEMBERS + k]];
    }
    const double hours = (available[0] - available[1]) / 65535 * p->informal_support.capacity_total;
    assert_true(all()->offered[initiative] > 5);
    assert_float_equal(hours, all()->offered[initiative], 1);
}

/* Of needs that ended the last hours stay, as a need ended by help tells; of the others
 * every month begins with none. */
static void a_need_that_ended_with_its_help_is_seen_as_a_result(void **state)
{
    (void)state;
    hold_still();
    month();
    const double before = all()->record[initiative];
    uint32_t helped = 0;
    struct needs *needs = &world_now()->needs;
    while (needs->initiative[helped] <= 0)
        helped++;
    needs->flags[helped] |= NEED_ENDED;
    const float last = needs->initiative[helped];
    month();
    assert_true(needs->initiative[helped] == last);
    assert_true(all()->record[initiative] > before + 0.05);
}

static void the_same_on_any_number_of_threads(void **state)
{
    (void)state;
    struct village other;
    const int threads = omp_get_max_threads();
    static const char often[] = "parameters: {initiatives: {births: 0.03, births_level: 0.1}}\n";
    struct village one;
    omp_set_num_threads(1);
    village_settle(&one, often);
    village_run(&one, 9);
    omp_set_num_threads(5);
    village_settle(&other, often);
    village_run(&other, 9);
    omp_set_num_threads(threads);
    size_t alive = 0;
    for (size_t i = 0; i < one.model->world.organisations.count; i++)
        alive += membership_of(&one.model->world, i);
    assert_in_range(alive, 2, 100);
    assert_true(village_same(&one, &other));
    village_clear(&one);
    village_clear(&other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_ONE(those_whom_members_know_come_first),
        WITH_ONE(hours_go_to_its_domain_as_far_as_people_near_leave_room),
        WITH_ONE(a_second_one_gives_what_the_first_leaves),
        WITH_ONE(the_same_people_are_helped_in_the_next_month),
        WITH_ONE(members_pledge_by_energy_out_of_their_time_for_helping),
        WITH_ONE(what_members_give_to_it_they_do_not_give_to_who_asks_them),
        WITH_ONE(a_need_that_ended_with_its_help_is_seen_as_a_result),
        cmocka_unit_test(the_same_on_any_number_of_threads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

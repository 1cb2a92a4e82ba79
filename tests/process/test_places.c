/* Places for work and taking part: who gets them, and what they give. */
#include "process/needs.h"
#include "process/places_village.h"
#include "world/hours.h"

static void places_are_a_share_of_capital(void **state)
{
    (void)state;
    const struct entrepreneurs_params p = {.place_capital = 10000};
    assert_int_equal(places_offered(&p, 0.4, 100000), 4);
    assert_int_equal(places_offered(&p, 0, 100000), 0);
    assert_int_equal(places_offered(&p, 1, -5), 0);
    assert_int_equal(places_offered(&p, 1, 1e9), 1000);
}

static void whom_partners_serve_and_who_is_less_troubled_is_put_forward_sooner(void **state)
{
    (void)state;
    const struct entrepreneurs_params p = {.introduction = 0.05};
    assert_float_equal(places_introduction(&p, 0.4, 0.25), 0.05 * 0.4 * 0.75, 1e-12);
    assert_true(places_introduction(&p, 0, 0.25) == 0);
}

static uint32_t entrepreneur_of(uint32_t row)
{
    return world_now()->municipalities.first_organisation[0] + world_now()->needs.place[row] - 1u;
}

static void look_at_holder(uint32_t row, double *sums)
{
    const struct world *world = world_now();
    if (!held(row))
        return;
    const uint32_t i = world->needs.resident[row];
    const int d = world->needs.domain[row];
    assert_true(d == WORK || d == SOCIAL);
    assert_true(world->residents.known[i] >> d & 1);
    assert_true(residents_age_months(&world->residents, i, village.model->now.month) >= 18 * 12);
    assert_int_equal(world->organisations.kind[entrepreneur_of(row)], ORGANISATION_ENTREPRENEUR);
    uint32_t others = 0;
    for (uint32_t r = world->residents.first_need[i]; r != COLUMN_NONE; r = world->needs.next[r])
        others += r != row && held(r);
    assert_int_equal(others, 0);
    sums[0] += 1;
    sums[1] += d == WORK;
}

static void known_adults_without_work_or_company_have_places_one_each(void **state)
{
    (void)state;
    double sums[2] = {0};
    each_need(look_at_holder, sums);
    print_message("%.0f places, %.0f of them work\n", sums[0], sums[1]);
    assert_true(sums[0] >= 4 && sums[1] >= 1 && sums[0] > sums[1]);
    double filled = 0;
    for (size_t i = 0; i < world_now()->organisations.count; i++)
        filled += world_now()->organisations.filled[i];
    assert_float_equal(filled, sums[0], 1e-9);
}

static void empty(uint32_t row, double *sums)
{
    (void)sums;
    world_now()->needs.place[row] = NO_PLACE;
}

static void cut_ties(void)
{
    struct collaborations *ties = &world_now()->collaborations;
    for (uint32_t i = 0; i < world_now()->organisations.count; i++)
        while (collaborations_used(ties, (size_t)i * COLLABORATION_SLOTS))
            collaborations_drop(ties, i, ties->to[(size_t)i * COLLABORATION_SLOTS]);
}

static void without_ties_between_organisations_nobody_gets_a_place(void **state)
{
    (void)state;
    each_need(empty, NULL);
    params()->introduction = 1;
    cut_ties();
    month(false);
    assert_true(places_held() == 0);
}

static void no_more_are_filled_than_are_offered(void **state)
{
    (void)state;
    each_need(empty, NULL);
    params()->introduction = 1;
    params()->stay = 1e9;
    /* As many are offered in every month. */
    params()->luck = params()->settling = params()->custom = 0;
    params()->product = params()->guidance = 0;
    village.scenario.process_off[PROCESS_REINFORCEMENT] = true;
    for (int k = 0; k < 12; k++)
        month(false);
    const struct organisations *o = &world_now()->organisations;
    uint32_t full = 0;
    for (size_t i = 0; i < o->count; i++) {
        assert_true(o->filled[i] <= o->offered[i]);
        full += o->offered[i] > 0 && o->filled[i] == o->offered[i];
    }
    assert_true(full >= 2);
}

static void a_place_gives_its_hours_as_far_as_alters_leave_some(void **state)
{
    (void)state;
    struct needs *needs = &world_now()->needs;
    const uint32_t row = world_now()->blocks.first_row[0];
    needs->flags[row] = 0;
    needs->net[row] = 50;
    needs->informal[row] = 4;
    needs->initiative[row] = 2;
    needs->place[row] = 1;
    params()->hours = 16;
    entrepreneurs_help(params(), world_now());
    assert_float_equal(hours_of_place(needs, row), 16, 1e-9);
    needs->net[row] = 9;
    entrepreneurs_help(params(), world_now());
    assert_float_equal(hours_of_place(needs, row), 3, 1e-9);
    assert_float_equal(hours_from_people(needs, row), 9, 1e-6);
    needs->net[row] = 5;
    entrepreneurs_help(params(), world_now());
    assert_float_equal(hours_of_place(needs, row), 0, 1e-9);
    needs->place[row] = NO_PLACE;
    needs->net[row] = 50;
    entrepreneurs_help(params(), world_now());
    assert_float_equal(hours_of_place(needs, row), 0, 1e-9);
}

static void people_leave_places_and_find_jobs_as_often_as_said(void **state)
{
    (void)state;
    double sums[2] = {0};
    each_need(hold_place, sums);
    params()->introduction = 0;
    params()->stay = 4;
    params()->job = 0.4;
    month(false);
    const double jobs = world_now()->municipalities.jobs_found[0];
    const double expected_jobs = 0.75 * 0.4 * sums[1];
    assert_true(expected_jobs > 5);
    assert_float_equal(jobs, expected_jobs, 4 * sqrt(expected_jobs));
    assert_float_equal(places_held(), 0.75 * sums[0] - jobs, 4 * sqrt(0.19 * sums[0]));
}

static uint32_t work_need(void)
{
    for (uint32_t i = 0; i < world_now()->residents.count; i++)
        if (residents_present(&world_now()->residents, i) &&
            village_need(world_now(), i, WORK) != COLUMN_NONE)
            return village_need(world_now(), i, WORK);
    fail_msg("nobody is without work");
    return 0;
}

static void a_job_ends_the_need(void **state)
{
    (void)state;
    world_compact_needs(world_now());
    const uint32_t row = work_need(), i = world_now()->needs.resident[row];
    world_now()->needs.severity[row] = 0.6f;
    world_now()->needs.place[row] = PLACE_JOB;
    world_now()->residents.birth[i] = -40 * 12;
    needs_step(&village.scenario.params.needs, &village.scenario.params.hours, village.model->now,
               world_now());
    assert_true(world_now()->needs.flags[row] & NEED_ENDED);
    assert_true(world_now()->residents.ended[i] >> WORK & 1); /* and it may come back */
}

static void those_in_places_come_to_know_each_other(void **state)
{
    (void)state;
    double sums[2] = {0};
    each_need(hold_place, sums);
    params()->introduction = params()->job = 0;
    params()->stay = 1e9;
    params()->fellows = 1;
    uint32_t before = 0, after = 0;
    for (size_t i = 0; i < world_now()->residents.count; i++)
        before += world_now()->ties.degree[i];
    month(false);
    for (size_t i = 0; i < world_now()->residents.count; i++)
        after += world_now()->ties.degree[i];
    assert_true(sums[0] > 50);
    /* Pairs of two, each of whom counts on the other; some had no room. */
    assert_true(after - before > 0.8 * sums[0] && after - before <= sums[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_are_a_share_of_capital),
        cmocka_unit_test(whom_partners_serve_and_who_is_less_troubled_is_put_forward_sooner),
        WITH_PLACES(known_adults_without_work_or_company_have_places_one_each),
        WITH_PLACES(without_ties_between_organisations_nobody_gets_a_place),
        WITH_PLACES(no_more_are_filled_than_are_offered),
        WITH_PLACES(a_place_gives_its_hours_as_far_as_alters_leave_some),
        WITH_PLACES(people_leave_places_and_find_jobs_as_often_as_said),
        WITH_PLACES(a_job_ends_the_need),
        WITH_PLACES(those_in_places_come_to_know_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

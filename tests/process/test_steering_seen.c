/* What the municipality gets to see, against counts made here. */
#include "process/deciding.h"

#include "process/steering_seen.h"
#include "world/hours.h"

static struct steering_view seen_of(size_t n, size_t domain)
{
    struct steering_view view = {{0}};
    for (size_t half = 0; half < HALVES; half++)
        steering_view_add(&view, world_now()->neighbourhoods.seen, n, domain, half);
    return view;
}

static void see(uint32_t month)
{
    village.model->now.month = month;
    const struct steering_turn turn = turn_now();
    steering_seen(&turn);
}

static void known_cases_waiting_and_severe_unmet_need_are_counted(void **state)
{
    (void)state;
    struct world *world = world_now();
    const struct needs *needs = &world->needs;
    see(1);
    double all = 0;
    for (size_t n = 0; n < world->neighbourhoods.count; n++) {
        double known[DOMAINS] = {0}, waiting[DOMAINS] = {0}, unmet[DOMAINS] = {0};
        for (size_t b = 0; b < world->blocks.count; b++)
            for (uint32_t k = 0; k < world->blocks.row_count[b]; k++) {
                const uint32_t row = world->blocks.first_row[b] + k;
                const uint32_t i = needs->resident[row];
                if (world->blocks.neighbourhood[b] != n || needs->flags[row] & NEED_ENDED)
                    continue;
                const bool seen = world->residents.known[i] >> needs->domain[row] & 1;
                known[needs->domain[row]] += seen;
                waiting[needs->domain[row]] += seen && needs->formal[row] <= 0;
                unmet[needs->domain[row]] +=
                    needs->severity[row] > 0.6f && hours_met(needs, row) < 0.5;
            }
        for (size_t d = 0; d < DOMAINS; d++) {
            const struct steering_view view = seen_of(n, d);
            assert_float_equal(view.look[LOOK_KNOWN], known[d], 1e-6);
            assert_float_equal(view.look[LOOK_WAITING], waiting[d], 1e-6);
            assert_float_equal(view.look[LOOK_UNMET], unmet[d], 1e-6);
            assert_float_equal(view.look[LOOK_PEOPLE], world->neighbourhoods.residents[n], 1e-6);
            all += known[d];
        }
    }
    assert_true(all > 100);
}

/* A need that ended counts in the month in which it did, if it was known. */
static void what_ended_is_seen_where_it_was_known(void **state)
{
    (void)state;
    struct world *world = world_now();
    const uint32_t row = world->blocks.first_row[0];
    const size_t d = world->needs.domain[row], n = world->blocks.neighbourhood[0];
    const uint32_t i = world->needs.resident[row];
    for (uint32_t k = 0; k < world->blocks.row_count[0]; k++)
        world->needs.flags[row + k] &= (uint8_t)~NEED_ENDED;
    world->needs.flags[row] |= NEED_ENDED;
    world->residents.known[i] |= (uint8_t)(1u << d);
    see(1);
    assert_float_equal(seen_of(n, d).look[LOOK_ENDED], 1, 1e-6);
    world->residents.known[i] &= (uint8_t) ~(1u << d);
    see(1);
    assert_float_equal(seen_of(n, d).look[LOOK_ENDED], 0, 1e-6);
}

/* The first month stands for itself, later ones go in by a twelfth. */
static void what_is_seen_is_a_running_mean_of_a_year(void **state)
{
    (void)state;
    struct world *world = world_now();
    see(1);
    const double before = seen_of(0, CARE).look[LOOK_PEOPLE];
    world->neighbourhoods.residents[0] += 120;
    see(40);
    assert_float_equal(seen_of(0, CARE).look[LOOK_PEOPLE], before + 10, 1e-3);
}

/* All that the municipality spent is seen somewhere, and its whole budget. */
static void spending_and_budget_are_shared_out_in_full(void **state)
{
    (void)state;
    struct world *world = world_now();
    village_run(&village, 2);
    memset(world->neighbourhoods.seen, 0,
           world->neighbourhoods.count * SIGHTS * sizeof *world->neighbourhoods.seen);
    see(1);
    for (size_t d = 0; d < DOMAINS; d++) {
        const struct steering_view view = steering_view_of(world, 0, d);
        const double spent = (double)world->municipalities.spent_month[d];
        assert_float_equal(view.look[LOOK_SPENT] / (spent + 1), 1, 1e-3);
        assert_float_equal(view.look[LOOK_BUDGET] * 12 / (double)world->municipalities.budget[d], 1,
                           1e-4);
    }
}

/* Months count for the judgement once the wait is over, and not before. */
static void a_trial_adds_up_the_months_after_its_wait(void **state)
{
    (void)state;
    struct world *world = world_now();
    world->municipalities.trial[CARE] = 0.2f;
    world->municipalities.trial_begun[CARE] = 10;
    const float *since = world->neighbourhoods.seen_since;
    see(22);
    assert_true(since[LOOK_PEOPLE] == 0);
    see(23);
    see(24);
    assert_float_equal(since[LOOK_PEOPLE], 2.0 * world->neighbourhoods.residents[0], 1e-3);
    assert_true(since[(size_t)YOUTH * HALVES * LOOKS + LOOK_PEOPLE] == 0); /* no trial there */
}

/* Where halves are compared each case is in the half of its household. */
static void halves_add_up_to_the_whole(void **state)
{
    (void)state;
    struct world *world = world_now();
    see(1);
    const double whole = seen_of(0, SOCIAL).look[LOOK_KNOWN];
    world->municipalities.neighbourhoods[0] = 3;
    memset(world->neighbourhoods.seen, 0, SIGHTS * sizeof *world->neighbourhoods.seen);
    see(1);
    assert_float_equal(seen_of(0, SOCIAL).look[LOOK_KNOWN], whole, 1e-6);
    assert_float_equal(seen_of(0, SOCIAL).look[LOOK_PEOPLE], world->neighbourhoods.residents[0],
                       1e-3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DECIDING(known_cases_waiting_and_severe_unmet_need_are_counted),
        DECIDING(what_ended_is_seen_where_it_was_known),
        DECIDING(what_is_seen_is_a_running_mean_of_a_year),
        DECIDING(spending_and_budget_are_shared_out_in_full),
        DECIDING(a_trial_adds_up_the_months_after_its_wait),
        DECIDING(halves_add_up_to_the_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

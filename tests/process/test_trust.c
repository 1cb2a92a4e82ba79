/* What experience does to trust. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "process/trust.h"
#include "support/village.h"
#include "world/history.h"

/* Round numbers: an experience weighs 0.1 x (0.5 + 0.5), bad ones twice that. */
static const char usual[] =
    "parameters: {settlement: {burn_in: 1}, trust: {gain: 0.1, loss_gain_ratio: 2, "
    "engagement_base: 0.5, term: 2, repeat: 6, good_above: 0.5, hearsay: 0.1, drift: 0}}\n";

static struct village village;
static uint32_t row; /* of a known need of resident `who` */
static uint32_t who;

/* One known case, and no other: all others are hidden. */
static int one_case(void **state)
{
    (void)state;
    village_settle(&village, usual);
    struct world *world = &village.model->world;
    memset(world->residents.known, 0, world->residents.count);
    memset(world->residents.heard, 0, world->residents.count);
    memset(world->residents.news, 0, world->residents.count);
    row = world->blocks.first_row[0];
    while (world->needs.flags[row] & NEED_ENDED)
        row++;
    who = world->needs.resident[row];
    world->residents.known[who] = (uint8_t)(1u << world->needs.domain[row]);
    world->residents.trust[who] = 0.5f;
    world->needs.flags[row] = 0;
    world->needs.waiting[row] = 0;
    return 0;
}

static int leave(void **state)
{
    (void)state;
    village_clear(&village);
    return 0;
}

static void trust(void)
{
    trust_step(&village.scenario.params.trust, 0.5, village.model->now, &village.model->world);
}

static float trust_now(void)
{
    return village.model->world.residents.trust[who];
}

/* 0.5 + 0.1 (1 - 0.5), and one term that was kept. */
static void help_within_the_term_is_a_good_experience(void **state)
{
    (void)state;
    struct world *world = &village.model->world;
    world->needs.flags[row] = NEED_HELPED;
    world->needs.waiting[row] = 2;
    trust();
    assert_float_equal(trust_now(), 0.55, 1e-6);
    assert_int_equal(world->residents.news[who], NEWS_GOOD);
    assert_int_equal(world->needs.flags[row] & NEED_TERM_JUDGED, NEED_TERM_JUDGED);
    assert_int_equal(world->municipalities.kept[HISTORY_TERMS], 1);
    assert_int_equal(world->municipalities.broken[HISTORY_TERMS], 0);
}

/* 0.5 - 2 x 0.1 x 0.5, and one term that was broken. */
static void a_term_that_passes_without_help_is_a_bad_one(void **state)
{
    (void)state;
    struct world *world = &village.model->world;
    world->needs.waiting[row] = 3;
    trust();
    assert_float_equal(trust_now(), 0.4, 1e-6);
    assert_int_equal(world->residents.news[who], NEWS_BAD);
    assert_int_equal(world->municipalities.kept[HISTORY_TERMS], 0);
    assert_int_equal(world->municipalities.broken[HISTORY_TERMS], 1);
}

static void nothing_is_judged_before_the_term_has_passed(void **state)
{
    (void)state;
    village.model->world.needs.waiting[row] = 2;
    trust();
    assert_float_equal(trust_now(), 0.5, 1e-6);
    assert_int_equal(village.model->world.residents.news[who], 0);
}

/* Later experiences: good if at least half came, one each six months. */
static void half_of_the_hours_over_six_months_is_good_and_less_is_bad(void **state)
{
    (void)state;
    struct needs *needs = &village.model->world.needs;
    needs->flags[row] = NEED_HELPED | NEED_TERM_JUDGED;
    needs->since[row] = 0;
    needs->net[row] = 10;
    needs->informal[row] = 2;
    needs->formal[row] = 3;
    for (int month = 0; month < 5; month++)
        trust();
    assert_float_equal(trust_now(), 0.5, 1e-6);
    trust();
    assert_float_equal(trust_now(), 0.55, 1e-6);
    needs->formal[row] = 2.9f;
    for (int month = 0; month < 6; month++)
        trust();
    assert_float_equal(trust_now(), 0.55 - 0.2 * 0.55, 1e-6);
}

static void hidden_and_ended_needs_are_not_judged(void **state)
{
    (void)state;
    struct world *world = &village.model->world;
    world->needs.waiting[row] = 9;
    world->needs.flags[row] = NEED_ENDED;
    trust();
    world->needs.flags[row] = 0;
    world->residents.known[who] = 0;
    trust();
    assert_float_equal(trust_now(), 0.5, 1e-6);
}

/* Two good and one bad of alters, a tenth each: by 0.01 up, up, and 0.02 down. */
static void what_alters_lived_through_counts_a_tenth(void **state)
{
    (void)state;
    village.model->world.residents.heard[who] = 2 | 1 << 4;
    trust();
    const double up = 0.5 + 0.01 * 0.5, twice = up + 0.01 * (1 - up);
    assert_float_equal(trust_now(), twice - 0.02 * twice, 1e-6);
}

static void engagement_weighs_experiences(void **state)
{
    (void)state;
    struct world *world = &village.model->world;
    const size_t n = world->blocks.neighbourhood[blocks_find(&world->blocks, who)];
    world->neighbourhoods.lever[n * LEVERS + ENGAGEMENT] = 1;
    world->needs.flags[row] = NEED_HELPED;
    trust();
    assert_float_equal(trust_now(), 0.5 + 0.15 * 0.5, 1e-6);
}

/* To 0.59 + 0.15 x 0.4 + 0.05 (0.9 - 0.5) = 0.67, a hundredth of the way. */
static void trust_drifts_to_what_history_and_engagement_make_of_it(void **state)
{
    (void)state;
    struct world *world = &village.model->world;
    const size_t n = world->blocks.neighbourhood[blocks_find(&world->blocks, who)];
    struct trust_params p = village.scenario.params.trust;
    p.drift = 0.01;
    p.target = 0.59;
    p.target_history = 0.15;
    p.target_engagement = 0.05;
    world->municipalities.history[0] = 0.4f;
    world->neighbourhoods.lever[n * LEVERS + ENGAGEMENT] = 0.9f;
    trust_step(&p, 0.5, village.model->now, world);
    assert_float_equal(trust_now(), 0.5 + 0.01 * (0.67 - 0.5), 1e-6);
}

/* Two bad tidings of a tenth: 0.5 x (1 - 0.02)^2. */
static void who_lives_where_bad_news_goes_round_trusts_less(void **state)
{
    (void)state;
    struct world *world = &village.model->world;
    const size_t n = world->blocks.neighbourhood[blocks_find(&world->blocks, who)];
    struct trust_params p = village.scenario.params.trust;
    p.tidings = 0.1;
    history_bad_news(world, n);
    history_bad_news(world, n);
    trust_step(&p, 0.5, village.model->now, world);
    assert_float_equal(trust_now(), 0.5 * 0.98 * 0.98, 1e-6);
    history_close(world, 1);
    trust_step(&p, 0.5, village.model->now, world);
    assert_float_equal(trust_now(), 0.5 * 0.98 * 0.98, 1e-6);
}

/* 0.59 + 0.15 x 0.4 + 0.2 (0.25 - 0.75) + 0.1 (0.7 - 0.5) - 0.2 x 0.1 - 0.2 (0.35 - 0.45), a
 * fiftieth of the way; control is (1 - 0.6)(1 - 0.5 x 0.25). */
static void organisations_trust_by_terms_agreement_money_and_control(void **state)
{
    (void)state;
    struct world *world = &village.model->world;
    struct trust_params p = village.scenario.params.trust;
    struct organisations *o = &world->organisations;
    p.target = 0.59;
    p.target_history = 0.15;
    p.organisation_drift = 0.02;
    p.organisation_terms = p.organisation_money = p.organisation_control = 0.2;
    p.organisation_alignment = 0.1;
    world->municipalities.history[0] = 0.4f;
    world->residents.known[who] = 0;
    history_kept(world, 0, HISTORY_TERMS, 10);
    history_broken(world, 0, HISTORY_TERMS, 30);
    history_close(world, 0);
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        world->neighbourhoods.lever[n * LEVERS + FEEDBACK_QUALITY] = 0.25f;
    o->trust[0] = 0.5f;
    o->alignment[0] = 0.7f;
    o->uncovered[0] = 0.1f;
    o->steering[0] = 0.6f;
    trust_step(&p, 0.5, village.model->now, world);
    const double target = 0.59 + 0.06 - 0.1 + 0.02 - 0.02 + 0.02;
    assert_float_equal(o->trust[0], 0.5 + 0.02 * (target - 0.5), 1e-6);
}

#define WITH_ONE_CASE(test) cmocka_unit_test_setup_teardown(test, one_case, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_ONE_CASE(help_within_the_term_is_a_good_experience),
        WITH_ONE_CASE(a_term_that_passes_without_help_is_a_bad_one),
        WITH_ONE_CASE(nothing_is_judged_before_the_term_has_passed),
        WITH_ONE_CASE(half_of_the_hours_over_six_months_is_good_and_less_is_bad),
        WITH_ONE_CASE(hidden_and_ended_needs_are_not_judged),
        WITH_ONE_CASE(what_alters_lived_through_counts_a_tenth),
        WITH_ONE_CASE(engagement_weighs_experiences),
        WITH_ONE_CASE(trust_drifts_to_what_history_and_engagement_make_of_it),
        WITH_ONE_CASE(organisations_trust_by_terms_agreement_money_and_control),
        WITH_ONE_CASE(who_lives_where_bad_news_goes_round_trusts_less),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

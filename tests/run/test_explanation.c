/* Why a knob works: each arm is a scenario of its own, and what the arms add up to. */
#include "run/asked.h"

#include <math.h>
#include <stdio.h>

#include "base/memory.h"
#include "model/model.h"

enum { MONTHS = 6, MOST_SETTINGS = 8 };

/* A village for a moment. */
static const char *const small[] = {"place.scale=0.008", "time.months=6", "record.snapshots=[]",
                                    NULL};

static void ask(struct asked *asked, enum lever lever, const char *outcome)
{
    ask_of(asked, small, lever, outcome);
}

/* Two that several tests look at: what empowerment does to unmet need, and carer support to
 * strain. */
static struct asked power, care;

static int ask_both(void **state)
{
    (void)state;
    ask(&power, EMPOWERMENT, "unmet_share");
    answer(&power, 2);
    ask(&care, CARER_SUPPORT, "strain_mean");
    answer(&care, 1);
    return 0;
}

static int clear_both(void **state)
{
    (void)state;
    clear(&power);
    clear(&care);
    return 0;
}

/* The same outcome from the scenario as people would write it. */
static double by_hand(uint32_t replicate, const char *outcome, const char *lever, const char *off)
{
    const char *settings[MOST_SETTINGS] = {small[0], small[1], small[2], lever, off, NULL};
    struct scenario scenario;
    struct spel_error error;
    struct observation observation;
    double sum = 0;
    if (!little_scenario(&scenario, settings, &error))
        fail_msg("%s", error.text);
    struct spel_model *model = spel_model_create(&scenario, replicate, &error);
    assert_non_null(model);
    assert_true(observation_init(&observation, model, &error));
    for (size_t month = 0; month < MONTHS; month++) {
        spel_model_step(model);
        observation_measure(&observation, model);
        if (month >= 2)
            sum += (double)observation.values[observation.offset[variable_of(outcome)]];
    }
    observation_clear(&observation);
    spel_model_free(model);
    scenario_clear(&scenario);
    return sum / 4;
}

static void every_arm_is_a_scenario_that_anyone_can_run(void **state)
{
    (void)state;
    const struct explained *formal = mechanism(&power, PROCESS_FORMAL_SUPPORT);
    for (uint32_t r = 0; r < 2; r++) {
        assert_true(power.explanation.all.low[r] ==
                    by_hand(r, "unmet_share", "levers.empowerment=0", NULL));
        assert_true(power.explanation.all.high[r] ==
                    by_hand(r, "unmet_share", "levers.empowerment=1", NULL));
        assert_true(formal->without.high[r] == by_hand(r, "unmet_share", "levers.empowerment=1",
                                                       "processes.formal_support=off"));
    }
    assert_true(power.explanation.all.paired.mean < 0);
}

/* Strain grows by helping, and by nothing else. */
static void an_effect_vanishes_without_its_only_mechanism_and_is_there_with_it_alone(void **state)
{
    (void)state;
    const struct explanation *e = &care.explanation;
    const struct explained *informal = mechanism(&care, PROCESS_INFORMAL_SUPPORT);
    assert_true(e->all.paired.mean < -0.001);
    assert_true(informal->carries);
    assert_true(informal->without.paired.mean == 0 && informal->without.paired.half == 0);
    assert_true(informal->lost.mean == e->all.paired.mean);
    assert_true(e->none.paired.mean == 0);
    assert_true(informal->alone.paired.mean < 0.5 * e->all.paired.mean);
}

static void what_changes_nothing_carries_nothing_and_stays_on(void **state)
{
    (void)state;
    size_t carry = 0, idle = 0;
    for (size_t m = 0; m < care.explanation.count; m++) {
        const struct explained *each = &care.explanation.mechanisms[m];
        carry += each->carries;
        idle += !each->carries;
        assert_null(process_rows[each->process].stage);
        for (size_t r = 0; !each->carries && r < 2; r++)
            assert_true(each->without.high[r] - each->without.low[r] ==
                        care.explanation.all.high[r] - care.explanation.all.low[r]);
    }
    assert_in_range(carry, 1, PROCESSES);
    assert_in_range(idle, 1, PROCESSES);
}

static void parts_and_interaction_add_up_to_the_whole(void **state)
{
    (void)state;
    adds_up(&power.explanation);
}

static void threads_change_nothing(void **state)
{
    (void)state;
    struct asked other;
    ask(&other, EMPOWERMENT, "unmet_share");
    answer(&other, 3);
    assert_int_equal(other.explanation.count, power.explanation.count);
    for (size_t m = 0; m < other.explanation.count; m++) {
        const struct explained *a = &power.explanation.mechanisms[m];
        const struct explained *b = &other.explanation.mechanisms[m];
        assert_int_equal(a->carries, b->carries);
        assert_memory_equal(a->without.high, b->without.high, 2 * sizeof(double));
        assert_memory_equal(a->alone.high, b->alone.high, 2 * sizeof(double));
    }
    clear(&other);
}

static void what_the_scenario_has_off_is_no_mechanism(void **state)
{
    (void)state;
    struct asked asked;
    ask(&asked, OUTREACH, "known_share");
    const size_t runs = explanation_runs(&asked.scenario);
    asked.scenario.process_off[PROCESS_TRUST] = true;
    assert_int_equal(explanation_runs(&asked.scenario), runs - 2 * 2 * 2);
    clear(&asked);
}

static void one_value_is_found_by_its_labels(void **state)
{
    (void)state;
    struct asked asked;
    const struct run_options options = {.threads = 1};
    ask(&asked, OUTREACH, "known_share_by_domain");
    assert_false(explanation_make(&asked.explanation, &asked.question, &options, &asked.error));
    assert_int_equal(asked.error.code, SPEL_ERROR_INPUT);
    assert_non_null(strstr(asked.error.text, "known_share_by_domain: one of these is expected in "
                                             "[ ]: care; youth; work"));
    explanation_clear(&asked.explanation);
    asked.question.position = "debt";
    answer(&asked, 1);
    assert_true(asked.explanation.all.paired.mean > 0);
    clear(&asked);
    ask(&asked, OUTREACH, "known_share");
    asked.question.position = "debt";
    assert_false(explanation_make(&asked.explanation, &asked.question, &options, &asked.error));
    assert_non_null(strstr(asked.error.text, "known_share[debt]: it has one value here"));
    clear(&asked);
}

static void a_part_comes_after_the_whole_that_it_is_a_part_of(void **state)
{
    (void)state;
    const struct explanation *e = &power.explanation;
    size_t parts = 0;
    for (size_t m = 0; m < e->count; m++) {
        const char *whole = process_rows[e->mechanisms[m].process].part_of;
        assert_int_equal(e->mechanisms[m].whole >= 0, whole != NULL);
        if (!whole)
            continue;
        parts++;
        assert_true((size_t)e->mechanisms[m].whole < m);
        assert_string_equal(process_names[e->mechanisms[e->mechanisms[m].whole].process], whole);
    }
    assert_true(parts > 0);
}

static bool stop(void *context)
{
    size_t *months = context;
    return ++*months == 9;
}

static void it_stops_when_asked_and_leaves_nothing(void **state)
{
    (void)state;
    struct asked asked;
    size_t months = 0;
    const struct run_options options = {.threads = 1, .stop = stop, .context = &months};
    ask(&asked, OUTREACH, "known_share");
    assert_false(explanation_make(&asked.explanation, &asked.question, &options, &asked.error));
    assert_int_equal(asked.error.code, SPEL_FINE);
    assert_int_equal(months, 9);
    clear(&asked);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_arm_is_a_scenario_that_anyone_can_run),
        cmocka_unit_test(an_effect_vanishes_without_its_only_mechanism_and_is_there_with_it_alone),
        cmocka_unit_test(what_changes_nothing_carries_nothing_and_stays_on),
        cmocka_unit_test(parts_and_interaction_add_up_to_the_whole),
        cmocka_unit_test(threads_change_nothing),
        cmocka_unit_test(what_the_scenario_has_off_is_no_mechanism),
        cmocka_unit_test(one_value_is_found_by_its_labels),
        cmocka_unit_test(a_part_comes_after_the_whole_that_it_is_a_part_of),
        cmocka_unit_test(it_stops_when_asked_and_leaves_nothing),
    };
    return cmocka_run_group_tests(tests, ask_both, clear_both);
}

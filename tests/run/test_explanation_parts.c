/* A mechanism that is part of another is told beside it, and counted once. */
#include "run/asked.h"

/* Leaders change what is tried: learning is part of steering, and carries the effect with it. */
static void a_part_that_carries_is_not_counted_beside_its_whole(void **state)
{
    (void)state;
    static const char *const town[] = {"place.scale=0.004",
                                       "time.months=24",
                                       "record.snapshots=[]",
                                       "steering.trial_rate=0.2",
                                       "processes.intake=off",
                                       "processes.self_reliance=off",
                                       "processes.trust=off",
                                       "processes.history=off",
                                       "processes.informal_support=off",
                                       "processes.finance=off",
                                       "processes.initiatives=off",
                                       "processes.shared_vision=off",
                                       "processes.institutions=off",
                                       "processes.entrepreneurs=off",
                                       "processes.support_network=off",
                                       "processes.collaboration_network=off",
                                       NULL};
    struct asked led;
    ask_of(&led, town, LEADERSHIP, "steering_enacted");
    led.question.position = "care";
    led.question.period = (struct period){23, 1, "test"};
    answer(&led, 1);
    const struct explained *learning = mechanism(&led, PROCESS_LEARNING);
    assert_true(learning->whole >= 0 && learning->carries);
    assert_true(learning->alone.paired.mean != 0 && learning->lost.mean != 0);
    adds_up(&led.explanation);
    clear(&led);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_part_that_carries_is_not_counted_beside_its_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "support/place.h"

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "output/system.h"

static void assert_refused(struct place *place, const struct run_options *options,
                           const char *sentence)
{
    assert_int_equal(run_scenario(&place->scenario, options, &place->error), RUN_REFUSED);
    if (!strstr(place->error.text, sentence))
        fail_msg("'%s' is not in '%s'", sentence, place->error.text);
}

static void another_scenario_does_not_go_on_with_a_checkpoint(void **state)
{
    struct place *place = *state;
    static const char *const settings[] = {"trust.loss_gain_ratio=3.5", NULL};
    place_stop(place, 4);
    scenario_clear(&place->scenario);
    assert_true(little_scenario(&place->scenario, settings, &place->error));
    struct run_options options = place_options(place, place->out);
    options.resume = true;
    assert_refused(place, &options, "loss_gain_ratio: 3.5");
    assert_true(system_exists(place->checkpoint));
}

static void a_damaged_checkpoint_is_refused(void **state)
{
    struct place *place = *state;
    place_stop(place, 4);
    assert_int_equal(truncate(place->checkpoint, 5000), 0);
    struct run_options options = place_options(place, place->out);
    options.resume = true;
    assert_refused(place, &options, "damaged");
}

static void an_existing_file_is_not_overwritten(void **state)
{
    struct place *place = *state;
    FILE *file = fopen(place->out, "w");
    fputs("dear", file);
    fclose(file);
    struct run_options options = place_options(place, place->out);
    assert_refused(place, &options, "exists; --force overwrites it");
    options.resume = true;
    assert_refused(place, &options, "exists, and is another run's");
    assert_false(system_exists(place->part));
    options.resume = false;
    options.force = true;
    assert_int_equal(run_scenario(&place->scenario, &options, &place->error), RUN_DONE);
}

static void an_unfinished_run_is_not_begun_anew_unasked(void **state)
{
    struct place *place = *state;
    place_stop(place, 4);
    struct run_options options = place_options(place, place->out);
    assert_refused(place, &options, "there is an unfinished run");
    options.force = true;
    assert_int_equal(run_scenario(&place->scenario, &options, &place->error), RUN_DONE);
}

static void going_on_with_what_is_finished_does_nothing(void **state)
{
    struct place *place = *state;
    place_run(place, place->out, 2);
    struct run_options options = place_options(place, place->out);
    options.resume = true;
    assert_int_equal(run_scenario(&place->scenario, &options, &place->error), RUN_WAS_DONE);
}

static void a_folder_that_is_not_there_is_refused(void **state)
{
    struct place *place = *state;
    little_path(place->folder, "nowhere/out.h5", place->other);
    struct run_options options = place_options(place, place->other);
    assert_refused(place, &options, "No such file or directory");
}

/* A run in another process, which tells when its first month is done and then
 * waits to be told. */
struct elsewhere {
    int tells, waits;
};

static bool wait_once(void *context)
{
    struct elsewhere *elsewhere = context;
    char letter = 'x';
    if (elsewhere->tells >= 0) {
        const bool told = write(elsewhere->tells, &letter, 1) == 1;
        elsewhere->tells = told && read(elsewhere->waits, &letter, 1) == 1 ? -1 : -2;
    }
    return false;
}

static pid_t run_elsewhere(struct place *place, bool resume, int tells, int waits)
{
    const pid_t process = fork();
    if (process != 0)
        return process;
    struct elsewhere elsewhere = {tells, waits};
    struct run_options options = place_options(place, place->out);
    options.resume = resume;
    options.threads = 1;
    options.stop = wait_once;
    options.context = &elsewhere;
    _exit(run_scenario(&place->scenario, &options, &place->error) == RUN_DONE ? 0 : 1);
}

/* While it runs nobody else may, not even with --force; after it all is as ever. */
static void two_processes_do_not_run_into_one_output(void **state)
{
    struct place *place = *state;
    int told[2], go[2], status = -1;
    char letter = 0;
    place_stop(place, 4);
    assert_int_equal(pipe(told), 0);
    assert_int_equal(pipe(go), 0);
    const pid_t process = run_elsewhere(place, true, told[1], go[0]);
    assert_true(process > 0);
    close(told[1]); /* so that reading ends when the other does */
    assert_int_equal(read(told[0], &letter, 1), 1);
    struct run_options options = place_options(place, place->out);
    options.resume = true;
    assert_refused(place, &options, "is running into it");
    options.resume = false;
    options.force = true;
    assert_refused(place, &options, "is running into it");
    assert_true(system_exists(place->checkpoint));
    assert_int_equal(write(go[1], &letter, 1), 1);
    assert_int_equal(waitpid(process, &status, 0), process);
    assert_int_equal(status, 0);
    assert_true(system_exists(place->out));
    options.force = false;
    options.resume = true;
    assert_int_equal(run_scenario(&place->scenario, &options, &place->error), RUN_WAS_DONE);
    close(told[0]);
    close(go[0]);
    close(go[1]);
}

/* A process that was killed leaves its lock file, and no lock. */
static void a_lock_that_was_left_behind_holds_nobody_back(void **state)
{
    struct place *place = *state;
    little_path(place->folder, "out.h5.lock", place->other);
    fclose(fopen(place->other, "w"));
    place_run(place, place->out, 2);
    assert_false(system_exists(place->other));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACE_TEST(another_scenario_does_not_go_on_with_a_checkpoint),
        PLACE_TEST(a_damaged_checkpoint_is_refused),
        PLACE_TEST(an_existing_file_is_not_overwritten),
        PLACE_TEST(an_unfinished_run_is_not_begun_anew_unasked),
        PLACE_TEST(going_on_with_what_is_finished_does_nothing),
        PLACE_TEST(two_processes_do_not_run_into_one_output),
        PLACE_TEST(a_lock_that_was_left_behind_holds_nobody_back),
        PLACE_TEST(a_folder_that_is_not_there_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

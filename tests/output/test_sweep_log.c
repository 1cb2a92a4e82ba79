/* The log of a sweep holds whole records, whatever a kill, a disk or a hand leaves of it. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "output/sweep_log.h"
#include "support/little.h"

enum { VALUES = 5, RUNS = 4 };

static const char *const identity = "program 1\ndesign: sobol, seed 1\nkept: residents\n";

struct kept {
    char folder[LITTLE_PATH], path[LITTLE_PATH];
    struct sweep_log log;
    struct spel_error error;
};

static int begin(void **state)
{
    struct kept *kept = calloc(1, sizeof *kept);
    assert_true(little_folder(kept->folder));
    little_path(kept->folder, "log", kept->path);
    kept->log.file = -1;
    *state = kept;
    return 0;
}

static int end(void **state)
{
    struct kept *kept = *state;
    sweep_log_close(&kept->log);
    little_remove(kept->folder);
    free(kept);
    return 0;
}

static struct sweep_run run_of(uint32_t number)
{
    struct sweep_run run = {.point = number,
                            .replicate = 7 - number,
                            .status = number == 2 ? LEDGER_FAILED : LEDGER_FINISHED,
                            .months = 12 + number,
                            .chain = {.low = 3 + number, .high = 5}};
    snprintf(run.message, sizeof run.message, number == 2 ? "it failed" : "");
    return run;
}

static float value_of(uint32_t number, size_t i)
{
    return (float)number + (float)i / 8;
}

static void open_log(struct kept *kept)
{
    if (!sweep_log_open(&kept->log, kept->path, identity, VALUES, &kept->error))
        fail_msg("%s", kept->error.text);
}

static void add(struct kept *kept, uint32_t number)
{
    const struct sweep_run run = run_of(number);
    float values[VALUES];
    for (size_t i = 0; i < VALUES; i++)
        values[i] = value_of(number, i);
    assert_true(sweep_log_add(&kept->log, &run, values, &kept->error));
}

static void fill(struct kept *kept, uint32_t runs)
{
    open_log(kept);
    for (uint32_t r = 0; r < runs; r++)
        add(kept, r);
}

/* The first runs and nothing behind them. */
static void holds(struct kept *kept, uint32_t runs)
{
    off_t place = kept->log.first;
    struct sweep_run run;
    float values[VALUES];
    bool more;
    for (uint32_t r = 0; r < runs; r++) {
        const struct sweep_run wanted = run_of(r);
        assert_true(sweep_log_next(&kept->log, &place, &run, values, &more, &kept->error));
        assert_true(more);
        assert_memory_equal(&run, &wanted, sizeof run);
        for (size_t i = 0; i < VALUES; i++)
            assert_float_equal(values[i], value_of(r, i), 0);
    }
    assert_true(sweep_log_next(&kept->log, &place, &run, values, &more, &kept->error));
    assert_false(more);
}

static off_t size_of(const char *path)
{
    struct stat about;
    assert_int_equal(stat(path, &about), 0);
    return about.st_size;
}

static void what_was_added_is_there_when_it_is_opened_again(void **state)
{
    struct kept *kept = *state;
    fill(kept, RUNS);
    holds(kept, RUNS);
    sweep_log_close(&kept->log);
    open_log(kept);
    holds(kept, RUNS);
}

/* Cut at every byte, the log keeps the records before, and goes on behind them. */
static void a_torn_record_is_forgotten_wherever_it_was_torn(void **state)
{
    struct kept *kept = *state;
    fill(kept, 2);
    const off_t two = kept->log.end;
    add(kept, 2);
    const off_t three = kept->log.end;
    for (off_t size = three - 1; size >= two; size--) {
        sweep_log_close(&kept->log);
        assert_int_equal(truncate(kept->path, size), 0);
        open_log(kept);
        assert_int_equal(kept->log.end, two);
        assert_int_equal(size_of(kept->path), two);
        holds(kept, 2);
        add(kept, 2);
        holds(kept, 3);
    }
}

/* A kill while the log is made leaves less than its identity: there was no run yet. */
static void a_log_torn_before_its_first_run_begins_anew(void **state)
{
    struct kept *kept = *state;
    fill(kept, 0);
    const off_t made = kept->log.end;
    for (off_t size = made - 1; size >= 0; size--) {
        sweep_log_close(&kept->log);
        assert_int_equal(truncate(kept->path, size), 0);
        open_log(kept);
        assert_int_equal(kept->log.end, made);
        holds(kept, 0);
    }
}

static void flip(const char *path, off_t place)
{
    unsigned char byte;
    const int file = open(path, O_RDWR);
    assert_int_equal(pread(file, &byte, 1, place), 1);
    byte ^= 0x10;
    assert_int_equal(pwrite(file, &byte, 1, place), 1);
    close(file);
}

/* Whatever byte of a record was changed, it does not count, nor what follows it. */
static void a_damaged_record_ends_the_log(void **state)
{
    struct kept *kept = *state;
    fill(kept, 1);
    const off_t one = kept->log.end;
    add(kept, 1);
    const off_t two = kept->log.end;
    for (off_t place = one; place < two; place++) {
        sweep_log_close(&kept->log);
        flip(kept->path, place);
        open_log(kept);
        holds(kept, 1);
        add(kept, 1);
        holds(kept, 2);
    }
    off_t at = one;
    struct sweep_run run;
    bool more;
    flip(kept->path, two - 1);
    assert_false(sweep_log_next(&kept->log, &at, &run, NULL, &more, &kept->error));
    assert_non_null(strstr(kept->error.text, "log: damaged behind byte"));
}

static void another_sweep_is_refused_with_the_line_that_differs(void **state)
{
    struct kept *kept = *state;
    fill(kept, 2);
    sweep_log_close(&kept->log);
    const off_t before = size_of(kept->path);
    assert_false(sweep_log_open(&kept->log, kept->path,
                                "program 1\ndesign: sobol, seed 2\nkept: residents\n", VALUES,
                                &kept->error));
    assert_int_equal(kept->error.code, SPEL_ERROR_MISMATCH);
    assert_non_null(strstr(kept->error.text,
                           "log: of another sweep: \"design: sobol, seed 1\" there, \"design: "
                           "sobol, seed 2\" here; --force begins anew"));
    assert_int_equal(size_of(kept->path), before);
    open_log(kept);
    holds(kept, 2);
}

static void what_is_no_log_is_refused_and_left_alone(void **state)
{
    struct kept *kept = *state;
    FILE *file = fopen(kept->path, "wb");
    for (int i = 0; i < 40; i++)
        fputs("notes of my own\n", file);
    fclose(file);
    const off_t before = size_of(kept->path);
    assert_false(sweep_log_open(&kept->log, kept->path, identity, VALUES, &kept->error));
    assert_non_null(strstr(kept->error.text, "log: not the log of a sweep"));
    assert_int_equal(size_of(kept->path), before);
}

#define KEPT_TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        KEPT_TEST(what_was_added_is_there_when_it_is_opened_again),
        KEPT_TEST(a_torn_record_is_forgotten_wherever_it_was_torn),
        KEPT_TEST(a_log_torn_before_its_first_run_begins_anew),
        KEPT_TEST(a_damaged_record_ends_the_log),
        KEPT_TEST(another_sweep_is_refused_with_the_line_that_differs),
        KEPT_TEST(what_is_no_log_is_refused_and_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

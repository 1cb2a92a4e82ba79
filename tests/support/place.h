/* A folder of its own for each test of a run, with the little scenario. */
#ifndef TESTS_PLACE_H
#define TESTS_PLACE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "run/run.h"
#include "support/little.h"

struct place {
    char folder[LITTLE_PATH], out[LITTLE_PATH], part[LITTLE_PATH], checkpoint[LITTLE_PATH];
    char other[LITTLE_PATH];
    const char *whole; /* the file of the group, which tests only read; NULL where there is none */
    struct scenario scenario;
    struct spel_error error;
    uint32_t stop_after; /* months; 0: never */
    uint32_t asked;
};

/* Setup and teardown of a test; its state is the place. As setup of a group that makes the file
 * place->out for all its tests. */
int place_begin(void **state);
int place_end(void **state);
/* Setup of a group: the little scenario has run, on one thread. */
int place_begin_run(void **state);

/* For a run into `output` on two threads, which stops after place->stop_after months. */
struct run_options place_options(struct place *place, const char *output);
void place_run(struct place *place, const char *output, int threads);
/* Copies the file of the group to place->out, to be changed. */
void place_copy(struct place *place);
/* Runs into place->out and stops, as by Ctrl-C. */
void place_stop(struct place *place, uint32_t months);
void place_assert_same(const char *a, const char *b);

#define PLACE_TEST(name) cmocka_unit_test_setup_teardown(name, place_begin, place_end)

#endif

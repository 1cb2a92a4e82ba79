/* For tests of sweeps: a village in a folder of its own, run at some points in a moment. */
#ifndef TESTS_RUN_SWEPT_H
#define TESTS_RUN_SWEPT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/memory.h"
#include "output/heading.h"
#include "output/system.h"
#include "run/sweep.h"
#include "support/little.h"
#include "support/same_contents.h"

struct swept {
    char folder[LITTLE_PATH];
    const char *folders[2];
    struct spel_error error;
    unsigned asked, stop_at; /* 0: never */
};

static inline void swept_file(const char *name, const char *text)
{
    FILE *file = fopen(name, "wb");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static inline int swept_begin(void **state)
{
    struct swept *swept = calloc(1, sizeof *swept);
    assert_true(little_folder(swept->folder));
    assert_int_equal(chdir(swept->folder), 0);
    swept->folders[0] = getenv("SAMENSPEL_SCENARIOS");
    swept_file("s.yaml", "samenspel: 1\nbased_on: aa-en-hunze\nplace: {scale: 0.02}\n"
                         "time: {months: 4}\nruns: {replicates: 2}\nrecord: {panel: 0}\n"
                         "parameters: {settlement: {burn_in: 0}, support_network: {burn_in: 0}}\n"
                         "sweep:\n  levers: {knobs.informal: [0, 1]}\n"
                         "  uncertainties: {trust.loss_gain_ratio: {uniform: [1, 5]}}\n");
    *state = swept;
    return 0;
}

static inline int swept_end(void **state)
{
    struct swept *swept = *state;
    assert_int_equal(chdir("/"), 0);
    little_remove(swept->folder);
    free(swept);
    return 0;
}

static inline bool swept_stop(void *context)
{
    struct swept *swept = context;
    unsigned asked;
#pragma omp atomic capture
    asked = ++swept->asked;
    return swept->stop_at > 0 && asked >= swept->stop_at;
}

/* Two policies at two worlds, on one thread. */
static inline struct sweep_options swept_options(struct swept *swept, const char *output)
{
    swept->asked = swept->stop_at = 0;
    return (struct sweep_options){.scenario = "s.yaml",
                                  .folders = swept->folders,
                                  .output = output,
                                  .command = "test",
                                  .design = DESIGN_SOBOL,
                                  .n = 2,
                                  .threads = 1,
                                  .stop = swept_stop,
                                  .context = swept};
}

static inline void swept_ends(struct swept *swept, const struct sweep_options *options,
                              enum sweep_outcome outcome)
{
    const enum sweep_outcome found = sweep_run(options, &swept->error);
    if (found != outcome)
        fail_msg("outcome %d, not %d: %s", found, outcome, swept->error.text);
}

static inline void swept_same(const char *a, const char *b)
{
    char sentence[1200];
    size_t compared;
    if (!same_contents(a, b, &compared, sentence, sizeof sentence))
        fail_msg("%s", sentence);
    assert_true(compared > 100);
}

#define SWEPT_TEST(name) cmocka_unit_test_setup_teardown(name, swept_begin, swept_end)

#endif

/* What a sweep costs beside its runs: CPU time of a sweep of a village on one thread, against the
 * same runs called one after another through the library in the same process, with nothing written.
 *
 *   bench_sweep FOLDER [runs, default 40] [months, default 120] [rounds, default 5]
 *
 * FOLDER holds the scenarios. The village is Aa en Hunze scaled to 2,000 residents, as its
 * scenario has it, with the run-in. The two alternate, round after round; each round has as its
 * figure the ratio sweep / library, and the last line the median of these. It is to be at most
 * 1.05. What a sweep does once (reading the design, drawing a first day to see what a run holds,
 * writing the file) is in it, so that few runs make it look worse than many. */
#include <omp.h>
#include <samenspel.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench/clock.h"
#include "params/numbers.h"
#include "run/sweep_plan.h"

enum { ROUNDS_MOST = 99, SETTINGS = 5, LINE = 160, PATH = 1024 };

static const double residents = 2000, all_residents = 25390; /* of Aa en Hunze in 2022 */

struct village {
    char scenario[PATH], output[PATH];
    char lines[SETTINGS][LINE];
    const char *settings[SETTINGS];
    const char *folders[2];
    struct sweep_options options;
};

static void prepare(struct village *village, const char *folder, long runs, long months)
{
    snprintf(village->scenario, sizeof village->scenario, "%s/aa-en-hunze.yaml", folder);
    snprintf(village->output, sizeof village->output, "bench_sweep_%ld.h5", (long)getpid());
    snprintf(village->lines[0], LINE, "place.scale=%.4f", residents / all_residents);
    snprintf(village->lines[1], LINE, "time.months=%ld", months);
    snprintf(village->lines[2], LINE, "runs.replicates=1");
    snprintf(village->lines[3], LINE,
             "sweep={uncertainties: {trust.loss_gain_ratio: {uniform: [1, 5]}}}");
    for (size_t i = 0; i < SETTINGS; i++)
        village->settings[i] = village->lines[i];
    village->folders[0] = folder;
    village->options = (struct sweep_options){.scenario = village->scenario,
                                              .overrides = village->settings,
                                              .override_count = SETTINGS - 1,
                                              .folders = village->folders,
                                              .output = village->output,
                                              .command = "bench_sweep",
                                              .design = DESIGN_SOBOL,
                                              .n = (size_t)runs,
                                              .force = true,
                                              .threads = 1};
}

/* CPU seconds of the sweep; negative when it fails. */
static double sweep(const struct village *village, struct spel_error *error)
{
    const double begun = clock_seconds(CLOCK_PROCESS_CPUTIME_ID);
    const enum sweep_outcome outcome = sweep_run(&village->options, error);
    const double spent = clock_seconds(CLOCK_PROCESS_CPUTIME_ID) - begun;
    remove(village->output);
    return outcome == SWEEP_DONE ? spent : -1;
}

static double one_by_one(struct village *village, const double *values, struct spel_error *error)
{
    const double begun = clock_seconds(CLOCK_PROCESS_CPUTIME_ID);
    for (size_t point = 0; point < village->options.n; point++) {
        char number[NUMBER_TEXT];
        number_write(values[point], number);
        snprintf(village->lines[SETTINGS - 1], LINE, "trust.loss_gain_ratio=%s", number);
        struct spel_run *run =
            spel_run_create(village->scenario, village->settings, SETTINGS, 0, error);
        if (!run)
            return -1;
        while (spel_run_month(run) < spel_run_months(run))
            spel_run_step(run);
        spel_run_free(run);
    }
    return clock_seconds(CLOCK_PROCESS_CPUTIME_ID) - begun;
}

static int smaller(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int count, char **arguments)
{
    if (count < 2) {
        fprintf(stderr, "bench_sweep FOLDER [runs] [months] [rounds]\n");
        return 2;
    }
    const long runs = count > 2 ? strtol(arguments[2], NULL, 10) : 40;
    const long months = count > 3 ? strtol(arguments[3], NULL, 10) : 120;
    const long wanted = count > 4 ? strtol(arguments[4], NULL, 10) : 5;
    const long rounds = wanted < 1 ? 1 : wanted < ROUNDS_MOST ? wanted : ROUNDS_MOST;
    struct spel_error error = {.code = SPEL_FINE};
    struct village village;
    struct sweep_made made;
    double ratios[ROUNDS_MOST];
    prepare(&village, arguments[1], runs, months);
    omp_set_num_threads(1);
    bool fine = sweep_make(&made, &village.options, &error);
    for (long r = 0; fine && r < rounds; r++) {
        const double alone = one_by_one(&village, made.plan.values, &error);
        const double swept = alone > 0 ? sweep(&village, &error) : -1;
        fine = alone > 0 && swept > 0;
        ratios[r] = swept / alone;
        if (fine)
            printf("round %ld: library %.3f s, sweep %.3f s, %.4f\n", r + 1, alone, swept,
                   ratios[r]);
        fflush(stdout);
    }
    if (!fine)
        fprintf(stderr, "%s\n", error.text);
    sweep_made_clear(&made);
    if (!fine)
        return 1;
    qsort(ratios, (size_t)rounds, sizeof *ratios, smaller);
    printf("median %.4f over %ld rounds of %ld runs of %ld months\n", ratios[rounds / 2], rounds,
           runs, months);
    return 0;
}

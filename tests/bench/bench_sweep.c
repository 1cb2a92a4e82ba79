/* What a sweep costs beside its runs: CPU time of a sweep of a village on one thread, against the
 * same runs called one after another through the library in the same process, with nothing written.
 *
 *   bench_sweep FOLDER [runs, default 40] [months, default 120]
 *
 * FOLDER holds the scenarios. The village is Aa en Hunze scaled to 2,000 residents, as its
 * scenario has it, with the run-in. The ratio sweep / library is to be at most 1.05.
 *
 * There is one sweep, and between two of its runs, where it asks whether to stop, the library has
 * its turn: library, sweep, sweep, library and so on, so that each four are over in a second and
 * whatever else the machine does weighs on both. Each four give a ratio; the median of these has
 * an interval by order statistics, which holds the true median in at least 95 of 100 cases
 * whatever the noise looks like. What a sweep does once (reading the design, drawing a first day to
 * see what a run holds, writing the file) is added whole, so that few runs make it look worse than
 * many. Where the processor counts instructions, the same is told of them. */
#include <omp.h>
#include <samenspel.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench/clock.h"
#include "bench/instructions.h"
#include "params/numbers.h"
#include "run/sweep_plan.h"

enum { SETTINGS = 5, LINE = 160, PATH = 1024 };

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

/* What is counted: CPU seconds of the process, and its instructions. */
enum { SECONDS, INSTRUCTIONS, COUNTS };
struct counts {
    double of[COUNTS];
};

struct bench {
    struct village village;
    const double *values; /* of the parameter that is varied, by run */
    size_t runs, months;
    int counter;            /* of instructions; negative where there is none */
    size_t asked;           /* how often the sweep asked whether to stop */
    struct counts resumed;  /* when the sweep had its last turn */
    struct counts *swept;   /* by run */
    struct counts *library; /* by run */
    bool failed;
    struct spel_error error;
};

static struct counts counts_now(const struct bench *bench)
{
    return (struct counts){
        {clock_seconds(CLOCK_PROCESS_CPUTIME_ID), instructions_read(bench->counter)}};
}

static struct counts counts_since(const struct bench *bench, struct counts before)
{
    struct counts now = counts_now(bench);
    for (size_t k = 0; k < COUNTS; k++)
        now.of[k] -= before.of[k];
    return now;
}

static void run_by_library(struct bench *bench, size_t point)
{
    struct village *village = &bench->village;
    char number[NUMBER_TEXT];
    const struct counts begun = counts_now(bench);
    number_write(bench->values[point], number);
    snprintf(village->lines[SETTINGS - 1], LINE, "trust.loss_gain_ratio=%s", number);
    struct spel_run *run =
        spel_run_create(village->scenario, village->settings, SETTINGS, 0, &bench->error);
    bench->failed |= !run;
    while (run && spel_run_month(run) < spel_run_months(run))
        spel_run_step(run);
    spel_run_free(run);
    bench->library[point] = counts_since(bench, begun);
}

/* The sweep asks before each run, at its end, and within a run before each month. */
static bool have_turns(void *context)
{
    struct bench *bench = context;
    const size_t asked = bench->asked++, ended = asked / (bench->months + 1);
    if (asked % (bench->months + 1) != 0 || ended > bench->runs)
        return false;
    if (ended > 0)
        bench->swept[ended - 1] = counts_since(bench, bench->resumed);
    if (ended > 0 && ended % 2 == 0)
        run_by_library(bench, ended - 1);
    if (ended < bench->runs && ended % 2 == 0)
        run_by_library(bench, ended);
    bench->resumed = counts_now(bench);
    return bench->failed;
}

/* The counts of the whole, both have had their turns. */
static struct counts run_all(struct bench *bench)
{
    const struct counts begun = counts_now(bench);
    bench->village.options.stop = have_turns;
    bench->village.options.context = bench;
    bench->failed |= sweep_run(&bench->village.options, &bench->error) != SWEEP_DONE;
    const struct counts whole = counts_since(bench, begun);
    remove(bench->village.output);
    if (!bench->failed && bench->asked != bench->runs * (bench->months + 1) + 1)
        bench->failed =
            !error_set(&bench->error, SPEL_ERROR_FILE, "the sweep asked %zu times", bench->asked);
    return whole;
}

static int smaller(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* How many values of a sample lie below the interval, and above it: below the median there are
 * fewer than that in at most 2.5 of 100 samples. */
static size_t beyond_interval(size_t count)
{
    size_t beyond = 0;
    double chance = 1, below = 0;
    for (size_t i = 0; i < count; i++)
        chance /= 2;
    for (; beyond < count; beyond++) {
        below += chance;
        if (below > 0.025)
            return beyond;
        chance *= (double)(count - beyond) / (double)(beyond + 1);
    }
    return beyond;
}

/* `whole`: of all that was run, the library's turns included. */
static void tell(const struct bench *bench, size_t k, const char *name, double whole,
                 double *ratios)
{
    const size_t fours = bench->runs / 2;
    double swept = 0, library = 0;
    for (size_t i = 0; i < bench->runs; i++) {
        swept += bench->swept[i].of[k];
        library += bench->library[i].of[k];
    }
    for (size_t i = 0; i < fours; i++)
        ratios[i] = (bench->swept[2 * i].of[k] + bench->swept[2 * i + 1].of[k]) /
                    (bench->library[2 * i].of[k] + bench->library[2 * i + 1].of[k]);
    qsort(ratios, fours, sizeof *ratios, smaller);
    const size_t beyond = beyond_interval(fours);
    const double median = (ratios[(fours - 1) / 2] + ratios[fours / 2]) / 2;
    const double once = (whole - swept - library) / library;
    printf("%s: library %.4g, sweep %.4g\n", name, library, whole - library);
    printf("  a run: median %.4f of %zu ratios, the middle half %.4f to %.4f\n", median, fours,
           ratios[fours / 4], ratios[fours - 1 - fours / 4]);
    printf("  with what is done once, %.4f for %zu runs: %.4f", once, bench->runs, median + once);
    if (beyond > 0)
        printf(", 95%% interval %.4f to %.4f", ratios[beyond - 1] + once,
               ratios[fours - beyond] + once);
    printf("\n");
}

static bool take_room(struct bench *bench, double **ratios)
{
    bench->swept = calloc(bench->runs, sizeof *bench->swept);
    bench->library = calloc(bench->runs, sizeof *bench->library);
    *ratios = calloc(bench->runs, sizeof **ratios);
    return (bench->swept && bench->library && *ratios) ||
           error_set(&bench->error, SPEL_ERROR_MEMORY, "no memory");
}

int main(int count, char **arguments)
{
    const long runs = count > 2 ? strtol(arguments[2], NULL, 10) : 40;
    const long months = count > 3 ? strtol(arguments[3], NULL, 10) : 120;
    if (count < 2 || runs < 2 || months < 1) {
        fprintf(stderr, "bench_sweep FOLDER [runs, at least 2] [months]\n");
        return 2;
    }
    struct bench bench = {.runs = (size_t)runs / 2 * 2, .months = (size_t)months};
    struct sweep_made made;
    double *ratios = NULL;
    prepare(&bench.village, arguments[1], (long)bench.runs, months);
    omp_set_num_threads(1);
    bench.counter = instructions_open();
    bench.failed =
        !take_room(&bench, &ratios) || !sweep_make(&made, &bench.village.options, &bench.error);
    if (!bench.failed) {
        bench.values = made.plan.values;
        const struct counts whole = run_all(&bench);
        if (!bench.failed)
            tell(&bench, SECONDS, "CPU seconds", whole.of[SECONDS], ratios);
        if (!bench.failed && bench.counter >= 0)
            tell(&bench, INSTRUCTIONS, "instructions", whole.of[INSTRUCTIONS], ratios);
        sweep_made_clear(&made);
    }
    if (bench.failed)
        fprintf(stderr, "%s\n", bench.error.text);
    free(bench.swept);
    free(bench.library);
    free(ratios);
    return bench.failed;
}

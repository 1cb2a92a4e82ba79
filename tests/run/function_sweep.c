/* A sweep of a function whose Sobol' indices are known, in the place of the model.
 *
 *     function_sweep SCENARIO.yaml DESIGN N OUT.h5
 *
 * Makes the design of the scenario as samenspel sweep does, takes at each point the function of
 * Ishigami and Homma (1990), sin x + 7 sin² y + 0.1 z⁴ sin x, of its first three factors moved to
 * [-pi, pi], and writes the log and the file of a sweep whose one outcome, in its one month, it is.
 * What analyses the file is held against the indices (analysis/tests/test_sweep_known.py). */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "output/sweep_log.h"
#include "output/system.h"
#include "run/sweep_plan.h"

enum { ARGUMENTS = 5, FACTORS = 3 };

static const double pi = 3.14159265358979323846;

/* Where a value lies between the ends of its factor, from -pi to pi. */
static double angle(const struct factor *factor, double value)
{
    return pi * (2 * (value - factor->values[0]) / (factor->values[1] - factor->values[0]) - 1);
}

static double ishigami(const struct sweep_plan *plan, size_t point)
{
    double x[FACTORS];
    for (size_t f = 0; f < FACTORS; f++)
        x[f] = angle(&plan->sweep->factors[f], plan->values[point * plan->sweep->count + f]);
    return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * pow(x[2], 4) * sin(x[0]);
}

static bool write_sweep(const struct sweep_plan *plan, const char *output, const char *part,
                        struct spel_error *error)
{
    struct sweep_log log;
    struct provenance provenance = {.command = "function_sweep"};
    system_time(provenance.started);
    if (!sweep_log_open(&log, part, plan->identity, plan->run_values, error))
        return false;
    bool fine = plan->run_values == 1 && plan->sweep->count >= FACTORS;
    if (!fine)
        error_set(error, SPEL_ERROR_INPUT, "one outcome, one month and three factors are needed");
    for (size_t point = 0; fine && point < plan->points; point++) {
        const struct sweep_run run = {
            .point = (uint32_t)point, .status = LEDGER_FINISHED, .months = 1};
        const float value = (float)ishigami(plan, point);
        fine = sweep_log_add(&log, &run, &value, error);
    }
    fine = fine && sweep_file_write(output, plan, &log, &provenance, error);
    sweep_log_close(&log);
    system_remove(part, NULL);
    return fine;
}

int main(int count, char **arguments)
{
    static const char *const one_run[] = {"time.months=1", "runs.replicates=1"};
    const char *const folders[] = {getenv("SAMENSPEL_SCENARIOS"), NULL};
    struct spel_error error;
    struct sweep_made made;
    char part[1024];
    size_t design = 0;
    error_clear(&error);
    while (count == ARGUMENTS && design < DESIGN_FILE &&
           strcmp(design_names[design], arguments[2]) != 0)
        design++;
    if (count != ARGUMENTS || design == DESIGN_FILE) {
        fprintf(stderr, "usage: function_sweep SCENARIO.yaml DESIGN N OUT.h5\n");
        return 2;
    }
    const struct sweep_options options = {.scenario = arguments[1],
                                          .overrides = one_run,
                                          .override_count = 2,
                                          .folders = folders,
                                          .output = arguments[4],
                                          .command = "function_sweep",
                                          .design = (enum design_kind)design,
                                          .n = strtoul(arguments[3], NULL, 10),
                                          .outcomes = "trust_mean"};
    snprintf(part, sizeof part, "%s.part", arguments[4]);
    const bool fine =
        sweep_make(&made, &options, &error) && write_sweep(&made.plan, arguments[4], part, &error);
    sweep_made_clear(&made);
    if (!fine)
        fprintf(stderr, "%s\n", error.text);
    return !fine;
}

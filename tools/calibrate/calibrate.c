/* The calibration program.
 *
 *   samenspel-calibrate [--fit ROUNDS] SCENARIO TARGETS [PATH=VALUE]...
 *
 * Runs the scenario and prints its moments against the table of targets; says how
 * many are held. With --fit it first fits the onset of needs and the handles of
 * fit.c, prints the values it found and writes onset.c in the current folder; the
 * values then go into the tables of parameters by hand. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "fit.h"
#include "targets.h"
#include "trial.h"

enum { MONTHS = 84, ROUNDS_MOST = 100 };

static bool fit(struct trial *trial, struct scenario *scenario, long rounds,
                struct spel_error *error)
{
    if (!trial_settle(trial, scenario, error))
        return false;
    for (long round = 1; round <= rounds; round++) {
        if (!trial_run(trial, scenario, WINDOW_TO, true, error))
            return false;
        const double worst = fit_step(&scenario->params, &trial->window, &trial->first);
        printf("round %ld: the largest miss is %.1f%%\n", round, 100 * worst);
        fflush(stdout);
    }
    for (size_t h = 0; h < handle_count && rounds > 0; h++)
        printf("%s = %.4g\n", handles[h].parameter,
               *fit_number(&scenario->params, handles[h].parameter));
    return rounds == 0 || fit_write_onset(&scenario->params, "onset.c", error);
}

/* Constants of the reference run, as it would set them. */
static void print_constants(const struct moments *window)
{
    for (size_t d = 0; d < DOMAINS; d++) {
        char name[MOMENT_TEXT];
        snprintf(name, sizeof name, "result_hours.%s", domain_names[d]);
        printf("formal_support.%s = %.3g\n", name, moments_value(window, name));
    }
}

static bool compare(struct trial *trial, const struct scenario *scenario,
                    const struct targets *targets, struct spel_error *error)
{
    size_t rows = 0;
    if (!trial_run(trial, scenario, MONTHS, false, error))
        return false;
    const size_t held = targets_print(targets, &trial->window, &trial->whole);
    for (size_t t = 0; t < targets->count; t++)
        rows += !targets->rows[t].validate;
    printf("\n%zu of %zu targets are held\n\n", held, rows);
    print_constants(&trial->window);
    return true;
}

static bool calibrate(char **arguments, int count, long rounds, struct spel_error *error)
{
    static const char *const folders[] = {"scenarios", NULL};
    struct scenario scenario;
    struct targets *targets = calloc(1, sizeof *targets);
    struct trial trial = {0};
    if (!targets)
        return error_set(error, SPEL_ERROR_MEMORY, "no memory for the targets");
    bool fine = scenario_read(&scenario, arguments[0], (const char *const *)arguments + 2,
                              (size_t)count - 2, folders, error);
    if (fine) {
        fine = targets_read(targets, arguments[1], error) && trial_init(&trial, error) &&
               fit(&trial, &scenario, rounds, error) && compare(&trial, &scenario, targets, error);
        trial_clear(&trial);
        scenario_clear(&scenario);
    }
    free(targets);
    return fine;
}

int main(int count, char **arguments)
{
    struct spel_error error;
    long rounds = 0;
    int first = 1;
    error_clear(&error);
    if (count > 2 && strcmp(arguments[1], "--fit") == 0) {
        rounds = strtol(arguments[2], NULL, 10);
        first = 3;
    }
    if (count - first < 2 || rounds < 0 || rounds > ROUNDS_MOST) {
        fprintf(stderr,
                "usage: samenspel-calibrate [--fit ROUNDS] SCENARIO TARGETS [PATH=VALUE]...\n");
        return 2;
    }
    if (calibrate(arguments + first, count - first, rounds, &error))
        return 0;
    fprintf(stderr, "%s\n", error.text);
    return 2;
}

#include "fit.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/elementary.h"
#include "params/table.h"

/* clang-format off */
const struct handle handles[] = {
    /* Who is known: 68 Wmo clients per 1,000 (fact 54), of whom 45 for help at home
     * and 12 for guidance and the like (fact 55), youth care and social assistance
     * and debts as registered shares of prevalence. */
    {"intake.seeking.care",      "clients.care",     0.045, 0.7},
    {"intake.seeking.social",    "clients.social",   0.023, 0.7},
    {"intake.seeking.youth",     "known.youth",      0.80,  2.0},
    {"intake.seeking.work",      "known.work",       0.90,  3.0},
    {"intake.seeking.education", "known.education",  0.70,  1.5},
    {"intake.seeking.debt",      "known.debt",       0.66,  1.5},
    /* Hours: spending near the budget. */
    {"hours.required.care", "wanted_of_budget.care", 1.0, 0.9},
    {"hours.required.youth", "wanted_of_budget.youth", 1.0, 0.9},
    {"hours.required.work", "wanted_of_budget.work", 1.0, 0.9},
    {"hours.required.education", "wanted_of_budget.education", 1.0, 0.9},
    {"hours.required.debt", "wanted_of_budget.debt", 1.0, 0.9},
    {"hours.required.social", "wanted_of_budget.social", 1.0, 0.9},
    /* Waiting: 11 weeks for household help (fact 85). */
    {"formal_support.shortfall", "wait_weeks.care",           10.4, 0.5},
};
/* clang-format on */
const size_t handle_count = sizeof handles / sizeof *handles;

double *fit_number(struct params *params, const char *path)
{
    for (size_t i = 0; i < parameter_count(); i++) {
        const struct parameter_number number = parameter_at(i);
        char name[PATH_TEXT];
        parameter_path(number.row, number.index, name);
        if (strcmp(name, path) == 0)
            return parameter_values(params, number.row) + number.index;
    }
    return NULL;
}

static void bound(const char *path, double *value)
{
    for (size_t i = 0; i < parameter_count(); i++) {
        const struct parameter_number number = parameter_at(i);
        char name[PATH_TEXT];
        parameter_path(number.row, number.index, name);
        if (strcmp(name, path) == 0)
            *value = elementary_clamp(*value, number.row->min, number.row->max);
    }
}

static double miss(double value, double target)
{
    return fabs(value / target - 1);
}

static double fit_onset(struct params *params, const struct moments *run,
                        const struct moments *settled)
{
    double worst = 0;
    for (int d = 0; d < DOMAINS; d++)
        for (int band = 0; band < AGE_BANDS; band++) {
            char name[MOMENT_TEXT];
            snprintf(name, sizeof name, "prevalence.%s.%s", domain_names[d], age_band_names[band]);
            const double now = moments_value(run, name), then = moments_value(settled, name);
            double *onset = &params->needs.onset[d][band];
            if (isnan(now) || isnan(then) || then <= 0 || *onset <= 0)
                continue;
            const double factor = elementary_clamp(then / (now > 0 ? now : then / 4), 0.4, 2);
            *onset = elementary_clamp(*onset * factor, 1e-6, 0.05);
            if (miss(now, then) > worst)
                worst = miss(now, then);
        }
    return worst;
}

double fit_step(struct params *params, const struct moments *run, const struct moments *settled)
{
    double worst = fit_onset(params, run, settled);
    for (size_t h = 0; h < handle_count; h++) {
        double *value = fit_number(params, handles[h].parameter);
        const double now = moments_value(run, handles[h].moment);
        if (!value || isnan(now) || now <= 0)
            continue;
        const double factor = pow(handles[h].target / now, handles[h].power);
        *value *= elementary_clamp(factor, 0.6, 1.6);
        bound(handles[h].parameter, value);
        if (miss(now, handles[h].target) > worst)
            worst = miss(now, handles[h].target);
    }
    return worst;
}

bool fit_write_onset(const struct params *params, const char *path, struct spel_error *error)
{
    FILE *file = fopen(path, "w");
    if (!file)
        return error_set(error, SPEL_ERROR_FILE, "%s: cannot be written", path);
    fprintf(file,
            "/* Monthly onset hazards at mean circumstances. Written by the calibration\n"
            " * program (tools/calibrate): prevalence by age band in months 13-60 of the six\n"
            " * municipalities together is what it was on the first day. */\n"
            "#include \"params/onset.h\"\n\n"
            "/* clang-format off */\n"
            "const double onset_defaults[DOMAINS][AGE_BANDS] = {\n");
    for (int d = 0; d < DOMAINS; d++) {
        fprintf(file, "    {");
        for (int band = 0; band < AGE_BANDS; band++)
            fprintf(file, "%s%.3g", band ? ", " : "", params->needs.onset[d][band]);
        fprintf(file, "}, /* %s */\n", domain_names[d]);
    }
    fprintf(file, "};\n/* clang-format on */\n");
    return fclose(file) == 0 ? true
                             : error_set(error, SPEL_ERROR_FILE, "%s: cannot be written", path);
}

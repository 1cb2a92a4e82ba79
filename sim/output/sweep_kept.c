#include "output/sweep_kept.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "output/heading.h"
#include "output/inputs.h"
#include "output/sweep_identity.h"
#include "params/numbers.h"

enum { PATH = 160, SETTING = PATH + NUMBER_TEXT + 2 };

static bool damaged(struct hdf *hdf, const char *what)
{
    if (!hdf->failed)
        error_set(hdf->error, SPEL_ERROR_FILE, "%s: /design is damaged: %s", hdf->path, what);
    hdf->failed = true;
    return false;
}

/* How many lines of the identity begin so. */
static size_t lines_of(const char *identity, const char *begin)
{
    size_t count = 0;
    for (const char *line = identity; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        count += strncmp(line, begin, strlen(begin)) == 0;
    }
    return count;
}

static enum factor_kind kind_of(struct hdf *hdf, const char *path)
{
    char name[SWEEP_NAME], object[SWEEP_NAME + 8];
    sweep_factor_name(path, name);
    snprintf(object, sizeof object, "/design/%s", name);
    char *kind = hdf_read_attribute_of(hdf, object, "kind");
    const bool lever = kind && strcmp(kind, "lever") == 0;
    memory_release(kind);
    return lever ? FACTOR_LEVER : FACTOR_UNCERTAINTY;
}

/* "knobs.informal as values 0 0.5 1", the end of a line of the identity. */
static bool read_factor(struct hdf *hdf, const char *line, struct factor *factor)
{
    char path[PATH], shape[16];
    int used = 0;
    size_t room = strcspn(line, "\n") / 2;
    *factor = (struct factor){.path = memory_take(PATH, 1, hdf->error),
                              .values = memory_take(room + 1, sizeof(double), hdf->error),
                              .shape = SHAPES};
    if (!factor->path || !factor->values)
        return !(hdf->failed = true);
    if (sscanf(line, "%159s as %15s%n", path, shape, &used) != 2)
        return damaged(hdf, "what was varied");
    for (int s = 0; s < SHAPES; s++)
        if (strcmp(shape, shape_names[s]) == 0)
            factor->shape = (enum factor_shape)s;
    strcpy(factor->path, path);
    factor->kind = kind_of(hdf, path);
    for (line += used; *line == ' ' && factor->value_count < room;) {
        char *end;
        factor->values[factor->value_count++] = strtod(line, &end);
        line = end;
    }
    return factor->shape < SHAPES || damaged(hdf, "the shape of what was varied");
}

static bool read_factors(struct hdf *hdf, struct sweep_kept *kept)
{
    const size_t count = lines_of(kept->identity, "varied: ");
    struct sweep *sweep = &kept->sweep;
    sweep->factors = memory_take(count + 1, sizeof *sweep->factors, hdf->error);
    if (!sweep->factors)
        return !(hdf->failed = true);
    const char *line = kept->identity;
    while ((line = strstr(line, "\nvaried: ")) != NULL && sweep->count < count) {
        line += strlen("\nvaried: ");
        if (!read_factor(hdf, line, &sweep->factors[sweep->count++]))
            return false;
        sweep->levers += sweep->factors[sweep->count - 1].kind == FACTOR_LEVER;
    }
    return true;
}

static bool read_outcomes(struct hdf *hdf, struct sweep_kept *kept)
{
    kept->outcomes = memory_take(variable_count, sizeof *kept->outcomes, hdf->error);
    if (!kept->outcomes)
        return !(hdf->failed = true);
    const char *line = kept->identity;
    while ((line = strstr(line, "\nkept: ")) != NULL && kept->outcome_count < variable_count) {
        line += strlen("\nkept: ");
        const size_t length = strcspn(line, "\n");
        size_t v = 0;
        while (v < variable_count && (strlen(variables[v].name) != length ||
                                      strncmp(variables[v].name, line, length) != 0))
            v++;
        if (v == variable_count)
            return damaged(hdf, "what was kept");
        kept->outcomes[kept->outcome_count++] = v;
    }
    return kept->outcome_count > 0 || damaged(hdf, "what was kept");
}

static bool read_values(struct hdf *hdf, struct sweep_kept *kept)
{
    char name[SWEEP_NAME], path[SWEEP_NAME + 8];
    size_t count;
    int32_t *policy = hdf_read_numbers(hdf, "/design/policy", H5T_NATIVE_INT32, 4, &count);
    kept->points = count;
    for (size_t p = 0; policy && p < count; p++)
        if ((size_t)policy[p] + 1 > kept->policies)
            kept->policies = (size_t)policy[p] + 1;
    memory_release(policy);
    kept->values = memory_take(kept->points * kept->sweep.count + 1, sizeof(double), hdf->error);
    hdf->failed |= !kept->values;
    for (size_t f = 0; f < kept->sweep.count && !hdf->failed; f++) {
        sweep_factor_name(kept->sweep.factors[f].path, name);
        snprintf(path, sizeof path, "/design/%s", name);
        double *column = hdf_read_numbers(hdf, path, H5T_NATIVE_DOUBLE, sizeof *column, &count);
        for (size_t p = 0; column && p < count && p < kept->points; p++)
            kept->values[p * kept->sweep.count + f] = column[p];
        memory_release(column);
    }
    return !hdf->failed;
}

/* With the settings that a point adds; as it was written it is what the file has, not what it
 * was resolved to. */
static bool read_scenario(struct hdf *hdf, struct scenario *scenario, const char *const *settings,
                          size_t count)
{
    struct places places = {.rows = NULL};
    char *name = hdf_read_text(hdf, "/provenance/name");
    char *text = hdf_read_text(hdf, "/provenance/scenario");
    char *resolved = hdf_read_text(hdf, "/provenance/resolved");
    bool fine = !hdf->failed && inputs_read(hdf, &places) &&
                scenario_parse_set(scenario, name, resolved, strlen(resolved), settings, count,
                                   &places, hdf->error);
    if (fine) {
        memory_release(scenario->text);
        scenario->text = text;
        text = NULL;
    }
    places_clear(&places);
    memory_release(name);
    memory_release(text);
    memory_release(resolved);
    hdf->failed |= !fine;
    return fine;
}

static void fill_plan(struct sweep_kept *kept)
{
    kept->plan = (struct sweep_plan){.scenario = &kept->scenario,
                                     .sweep = &kept->sweep,
                                     .design = kept->design,
                                     .n = kept->n,
                                     .points = kept->points,
                                     .policies = kept->policies,
                                     .values = kept->values,
                                     .replicates = kept->scenario.replicates,
                                     .outcomes = kept->outcomes,
                                     .outcome_count = kept->outcome_count,
                                     .identity = kept->identity};
}

bool sweep_kept_read(struct hdf *hdf, struct sweep_kept *kept)
{
    *kept = (struct sweep_kept){.points = 0};
    if (!hdf_has(hdf, "/design/identity"))
        return !(hdf->failed = !error_set(hdf->error, SPEL_ERROR_INPUT,
                                          "%s: a single run, not a sweep", hdf->path));
    kept->identity = hdf_read_text(hdf, "/design/identity");
    kept->design = hdf_read_attribute_of(hdf, "/design", "design");
    kept->n = hdf_read_count_of(hdf, "/design", "n");
    if (hdf->failed || !kept->identity || !kept->design)
        return damaged(hdf, "which design it is");
    if (!read_factors(hdf, kept) || !read_outcomes(hdf, kept) || !read_values(hdf, kept) ||
        !read_scenario(hdf, &kept->scenario, NULL, 0))
        return false;
    fill_plan(kept);
    return true;
}

void sweep_kept_clear(struct sweep_kept *kept)
{
    scenario_clear(&kept->scenario);
    sweep_clear(&kept->sweep);
    memory_release(kept->identity);
    memory_release(kept->design);
    memory_release(kept->values);
    memory_release(kept->outcomes);
    *kept = (struct sweep_kept){.points = 0};
}

bool sweep_kept_at(struct hdf *hdf, const struct sweep_kept *kept, size_t point,
                   const char *const *overrides, size_t override_count, struct scenario *scenario)
{
    const size_t count = kept->sweep.count;
    const char **settings = memory_take(count + override_count + 1, sizeof *settings, hdf->error);
    char(*texts)[SETTING] = memory_take(count + 1, sizeof *texts, hdf->error);
    bool fine = settings && texts;
    for (size_t f = 0; fine && f < count; f++) {
        char number[NUMBER_TEXT];
        number_write(kept->values[point * count + f], number);
        snprintf(texts[f], SETTING, "%s=%s", kept->sweep.factors[f].path, number);
        settings[f] = texts[f];
    }
    for (size_t i = 0; fine && i < override_count; i++)
        settings[count + i] = overrides[i];
    fine = fine && read_scenario(hdf, scenario, settings, count + override_count);
    memory_release(settings);
    memory_release(texts);
    return fine;
}

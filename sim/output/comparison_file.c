#include "output/comparison_file.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "output/system.h"
#include "params/numbers.h"

static bool ends_with(const char *path, const char *ending)
{
    const size_t length = strlen(path), wanted = strlen(ending);
    return length > wanted && strcmp(path + length - wanted, ending) == 0;
}

bool comparison_file_may(const char *path, bool force, struct spel_error *error)
{
    if (!ends_with(path, ".csv") && !ends_with(path, ".h5"))
        return error_set(error, SPEL_ERROR_INPUT, "%s: a name that ends in .csv or .h5 is expected",
                         path);
    if (!force && system_exists(path))
        return error_set(error, SPEL_ERROR_INPUT, "%s: exists; --force overwrites it", path);
    return true;
}

void comparison_put_number(FILE *file, double value, const char *after)
{
    char text[NUMBER_TEXT] = "";
    if (isfinite(value))
        number_write(value, text);
    fprintf(file, "%s%s", text, after);
}

/* In quotes, which are doubled inside. */
static void put_text(FILE *file, const char *text)
{
    fputc('"', file);
    for (; *text; text++)
        fprintf(file, "%s%c", *text == '"' ? "\"" : "", *text);
    fputs("\",", file);
}

static void put_row(FILE *file, const struct comparison *c, const struct comparison_row *row)
{
    const struct comparison_variable *chosen = &c->variables[row->variable];
    const struct period *period = &c->periods[row->period];
    const struct paired *paired = &row->paired;
    static const char *const verdicts[] = {"loses", "", "gains"};
    char name[COMPARISON_TEXT], label[SERIES_PLACE], title[SERIES_PLACE];
    comparison_name(c, row->scenario, name);
    series_file_position(c->base, chosen->variable, row->position, SERIES_LABEL, label);
    series_file_position(c->base, chosen->variable, row->position, SERIES_TITLE, title);
    put_text(file, name);
    fprintf(file, "%s,%s,", variables[chosen->variable].name,
            chosen->group == AXES ? "" : axis_names[chosen->group]);
    put_text(file, label);
    put_text(file, title);
    fprintf(file, "%s,%s,%u,%u,%zu,", variables[chosen->variable].unit, period->text,
            period->first + 1, period->first + period->count, paired->count);
    comparison_put_number(file, paired->baseline, ",");
    comparison_put_number(file, paired->other, ",");
    comparison_put_number(file, paired->mean, ",");
    comparison_put_number(file, paired->mean - paired->half, ",");
    comparison_put_number(file, paired->mean + paired->half, ",");
    for (size_t q = 0; q < PAIRED_QUANTILES; q++)
        comparison_put_number(file, paired->quantile[q], ",");
    comparison_put_number(file, paired->above, ",");
    fprintf(file, "%s\n", verdicts[1 + comparison_gain(c, row)]);
}

static void put_table(FILE *file, const struct comparison *c)
{
    fputs("scenario,variable,by,position,name,unit,at,first_month,last_month,pairs,baseline,"
          "value,difference,low,high",
          file);
    for (size_t q = 0; q < PAIRED_QUANTILES; q++)
        fprintf(file, ",%s", paired_quantile_names[q]);
    fputs(",above_zero,verdict\n", file);
    for (size_t i = 0; i < c->row_count; i++)
        put_row(file, c, &c->rows[i]);
}

static bool write_table(const char *path, const struct comparison *c, struct spel_error *error)
{
    FILE *file = fopen(path, "w");
    if (!file)
        return system_failed(path, "be made", errno, error);
    put_table(file, c);
    const bool fine = !ferror(file);
    return (fclose(file) == 0 && fine) || system_failed(path, "be written", errno, error);
}

static void head(struct hdf *hdf, const struct comparison *c, const char *command)
{
    const int format = HEADING_FORMAT;
    const int pairs = (int)c->pairs;
    char seed[24], baseline[COMPARISON_TEXT];
    comparison_baseline_name(c, baseline);
    snprintf(seed, sizeof seed, "0x%016llx", (unsigned long long)c->base->seed);
    hdf_attribute_text(hdf, hdf->file, "Conventions", "CF-1.8");
    hdf_attribute_text(hdf, hdf->file, "title", "Differences between paired runs");
    hdf_attribute_text(hdf, hdf->file, "source", heading_program);
    hdf_attribute_number(hdf, hdf->file, "samenspel_format", H5T_NATIVE_INT, &format);
    hdf_attribute_number(hdf, hdf->file, heading_difference_format, H5T_NATIVE_INT, &format);
    hdf_attribute_text(hdf, hdf->file, "history", command);
    hdf_attribute_text(hdf, hdf->file, "runs_from", c->base->heading.program);
    hdf_attribute_text(hdf, hdf->file, "baseline", baseline);
    hdf_attribute_number(hdf, hdf->file, "pairs", H5T_NATIVE_INT, &pairs);
    hdf_attribute_text(hdf, hdf->file, "seed_hex", seed);
    hdf_attribute_text(hdf, hdf->file, "NX_class", "NXroot");
    hdf_attribute_text(hdf, hdf->file, "default", "difference");
}

static bool write_differences(const char *path, const struct comparison *c, const char *command,
                              struct spel_error *error)
{
    struct hdf hdf;
    if (!hdf_create(&hdf, path, error))
        return false;
    head(&hdf, c, command);
    difference_write(&hdf, c);
    return hdf_close(&hdf);
}

bool comparison_file_write(const char *path, const struct comparison *comparison,
                           const char *command, struct spel_error *error)
{
    char *temporary = system_path(path, ".tmp", error);
    if (!temporary)
        return false;
    const bool fine =
        (ends_with(path, ".csv") ? write_table(temporary, comparison, error)
                                 : write_differences(temporary, comparison, command, error)) &&
        system_replace(temporary, path, error);
    if (!fine)
        system_remove(temporary, NULL);
    memory_release(temporary);
    return fine;
}

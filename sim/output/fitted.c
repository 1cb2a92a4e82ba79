#include "output/fitted.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"

bool fitted_take(struct journal *journal, const struct spel_model *model, uint32_t run,
                 struct spel_error *error)
{
    struct fit fit;
    if (!fit_init(&fit, model, error))
        return false;
    fit_measure(&fit, model);
    const size_t bytes = fit.total * sizeof(float);
    const struct journal_piece pieces[] = {{fit.wanted, bytes}, {fit.settled, bytes}};
    const bool fine = journal_add(journal, JOURNAL_FIT, run, 0, 1, pieces, 2, error);
    fit_clear(&fit);
    return fine;
}

/* The axes of the group: those of the series where they are there. */
struct fit_scales {
    struct hdf_axis neighbourhood, axes[FIT_AXES];
    bool own;
};

static void make_scales(struct hdf *hdf, const struct frame *frame,
                        const struct frame_scales *scales, hid_t group, struct fit_scales *made)
{
    *made = (struct fit_scales){.own = !frame_uses(frame, AXIS_NEIGHBOURHOOD)};
    hdf_axis_link(hdf, &scales->scenario, group);
    hdf_axis_link(hdf, &scales->replicate, group);
    if (made->own) {
        made->neighbourhood = hdf_axis_texts(
            hdf, group, "neighbourhood", (const char *const *)frame->labels[AXIS_NEIGHBOURHOOD],
            frame->axis_length[AXIS_NEIGHBOURHOOD],
            (struct hdf_words){NULL, "neighbourhood", "Code of the wijk (CBS)."});
    } else {
        made->neighbourhood = scales->axes[AXIS_NEIGHBOURHOOD];
        hdf_axis_link(hdf, &made->neighbourhood, group);
    }
    made->axes[FIT_AGES] =
        hdf_axis_texts(hdf, group, fit_axis_names[FIT_AGES], fit_age_names, WIDE_AGE_BANDS,
                       (struct hdf_words){NULL, "age", "Completed years."});
    made->axes[FIT_HOUSEHOLDS] = hdf_axis_texts(
        hdf, group, fit_axis_names[FIT_HOUSEHOLDS], fit_household_names, FIT_TYPES,
        (struct hdf_words){NULL, "household type", "One person, a couple, or with children."});
    made->axes[FIT_DOMAINS] = scales->axes[AXIS_DOMAIN];
    hdf_axis_link(hdf, &made->axes[FIT_DOMAINS], group);
}

static void release_scales(struct hdf *hdf, struct fit_scales *made)
{
    if (made->own)
        hdf_release(hdf, made->neighbourhood.scale);
    hdf_release(hdf, made->axes[FIT_AGES].scale);
    hdf_release(hdf, made->axes[FIT_HOUSEHOLDS].scale);
}

/* One figure, wanted or settled, of all runs. */
static void write_figure(struct hdf *hdf, hid_t group, const struct frame_scales *runs,
                         const struct fit_scales *scales, enum fit_figure figure, bool settled,
                         const float *values)
{
    const struct fit_row *row = &fit_rows[figure];
    const struct hdf_axis *axes[] = {&runs->scenario, &runs->replicate, &scales->neighbourhood,
                                     &scales->axes[row->axis]};
    const size_t rank = row->axis == FIT_PLAIN ? 3 : 4;
    const size_t replicates = runs->replicate.length;
    size_t offset[FIT_FIGURES], count[4] = {1, 1, scales->neighbourhood.length, 0};
    const size_t total = fit_offsets(count[2], offset);
    char name[64];
    snprintf(name, sizeof name, "%s_%s", row->name, settled ? "settled" : "wanted");
    count[3] = fit_axis_length(row->axis);
    const hid_t dataset =
        hdf_dataset(hdf, group, name, H5T_NATIVE_FLOAT, axes, rank, NULL,
                    (struct hdf_words){row->unit, settled ? row->settled : row->wanted,
                                       settled ? "What the first day has."
                                               : "What the first day should have."});
    for (size_t r = 0; r < runs->scenario.length * replicates; r++) {
        const size_t at[4] = {r / replicates, r % replicates, 0, 0};
        const float *from = values + (2 * r + settled) * total + offset[figure];
        hdf_write(hdf, dataset, H5T_NATIVE_FLOAT, at, count, rank, from);
    }
    hdf_release(hdf, dataset);
}

/* The fits of all runs, one behind another; NaN for those that failed. */
static float *read_entries(struct hdf *hdf, const struct frame *frame,
                           const struct journal *journal, const struct journal_entry *entries,
                           size_t count)
{
    size_t offset[FIT_FIGURES];
    const size_t total = 2 * fit_offsets(frame->axis_length[AXIS_NEIGHBOURHOOD], offset);
    float *values = memory_take(frame_runs(frame) * total, sizeof *values, hdf->error);
    for (size_t i = 0; values && i < frame_runs(frame) * total; i++)
        values[i] = NAN;
    for (size_t e = 0; values && e < count; e++) {
        if (entries[e].kind != JOURNAL_FIT || entries[e].bytes != total * sizeof *values)
            continue;
        float *found = journal_values(journal, &entries[e], hdf->error);
        if (found)
            memcpy(values + entries[e].run * total, found, total * sizeof *values);
        hdf->failed |= !found;
        memory_release(found);
    }
    hdf->failed |= !values;
    return values;
}

void fitted_write(struct hdf *hdf, const struct frame *frame, const struct frame_scales *scales,
                  const struct journal *journal, const struct journal_entry *entries, size_t count)
{
    struct fit_scales made;
    float *values = read_entries(hdf, frame, journal, entries, count);
    const hid_t group = hdf_group(hdf, hdf->file, "fit");
    make_scales(hdf, frame, scales, group, &made);
    for (enum fit_figure f = 0; f < FIT_FIGURES && !hdf->failed; f++) {
        write_figure(hdf, group, scales, &made, f, false, values);
        write_figure(hdf, group, scales, &made, f, true, values);
    }
    hdf_attribute_text(hdf, group, "description",
                       "The fit of the first day to what is published of each neighbourhood.");
    release_scales(hdf, &made);
    hdf_release(hdf, group);
    memory_release(values);
}

/* Mean absolute difference of the parts of one figure. */
static double distance_of(const float *wanted, const float *settled, const float *residents,
                          size_t neighbourhoods, size_t length)
{
    double sum = 0, whole = 0;
    for (size_t n = 0; n < neighbourhoods; n++)
        for (size_t k = 0; k < length; k++) {
            const double apart =
                fabs((double)settled[n * length + k] - (double)wanted[n * length + k]);
            if (isnan(apart))
                continue;
            sum += apart * (double)residents[n];
            whole += (double)residents[n];
        }
    return whole > 0 ? sum / whole : NAN;
}

void fitted_read(struct hdf *hdf, struct fit_distance *distance)
{
    size_t rows, counts[2];
    *distance = (struct fit_distance){.known = hdf_has(hdf, "/fit")};
    if (!distance->known)
        return;
    float *residents =
        hdf_read_numbers(hdf, "/fit/residents_settled", H5T_NATIVE_FLOAT, sizeof *residents, &rows);
    for (size_t f = 0; f < FIT_FIGURES && !hdf->failed; f++) {
        const size_t length = fit_axis_length(fit_rows[f].axis);
        float *values[2];
        for (int settled = 0; settled < 2; settled++) {
            char path[80];
            snprintf(path, sizeof path, "/fit/%s_%s", fit_rows[f].name,
                     settled ? "settled" : "wanted");
            values[settled] =
                hdf_read_numbers(hdf, path, H5T_NATIVE_FLOAT, sizeof(float), &counts[settled]);
            distance->known &= counts[settled] == rows * length;
        }
        if (!hdf->failed && distance->known)
            distance->mean[f] = distance_of(values[0], values[1], residents, rows, length);
        memory_release(values[0]);
        memory_release(values[1]);
    }
    memory_release(residents);
}

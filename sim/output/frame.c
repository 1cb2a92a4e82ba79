#include "output/frame.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"

static char *copied(const char *text, struct spel_error *error)
{
    char *copy = memory_take(strlen(text) + 1, 1, error);
    if (copy)
        memcpy(copy, text, strlen(text) + 1);
    return copy;
}

static void release_texts(char **texts, size_t count)
{
    for (size_t i = 0; texts && i < count; i++)
        memory_release(texts[i]);
    memory_release(texts);
}

static bool copy_axis(struct frame *frame, const struct spel_model *model, enum axis axis,
                      struct spel_error *error)
{
    const size_t length = frame->axis_length[axis] = axis_length(model, axis);
    frame->labels[axis] = memory_take(length, sizeof(char *), error);
    frame->titles[axis] = memory_take(length, sizeof(char *), error);
    if (!frame->labels[axis] || !frame->titles[axis])
        return false;
    char text[AXIS_TEXT];
    for (size_t i = 0; i < length; i++) {
        frame->labels[axis][i] = copied(axis_label(model, axis, i, text), error);
        frame->titles[axis][i] = copied(axis_title(model, axis, i, text), error);
        if (!frame->labels[axis][i] || !frame->titles[axis][i])
            return false;
    }
    return true;
}

static const char *area_of(const struct places *places, const char *neighbourhood)
{
    for (size_t i = 0; i < places->count; i++)
        if (strcmp(places->rows[i].code, neighbourhood) == 0)
            return places->rows[i].municipality_code;
    return "";
}

static bool copy_areas(struct frame *frame, struct spel_error *error)
{
    const size_t length = frame->axis_length[AXIS_NEIGHBOURHOOD];
    frame->areas = memory_take(length, sizeof(char *), error);
    for (size_t i = 0; frame->areas && i < length; i++) {
        const char *code = frame->labels[AXIS_NEIGHBOURHOOD][i];
        frame->areas[i] = copied(area_of(&frame->scenario->places, code), error);
        if (!frame->areas[i])
            return false;
    }
    return frame->areas != NULL;
}

static bool copy_lengths(struct frame *frame, const struct observation *observation,
                         struct spel_error *error)
{
    const size_t bytes = variable_count * sizeof *frame->offset;
    frame->total = observation->total;
    frame->offset = memory_take(variable_count, sizeof *frame->offset, error);
    frame->length = memory_take(variable_count, sizeof *frame->length, error);
    if (!frame->offset || !frame->length)
        return false;
    memcpy(frame->offset, observation->offset, bytes);
    memcpy(frame->length, observation->length, bytes);
    return true;
}

bool frame_init(struct frame *frame, const struct scenario *scenarios, size_t scenario_count,
                const struct spel_model *model, const struct observation *observation,
                const struct panel *panel, struct spel_error *error)
{
    *frame = (struct frame){.scenarios = scenarios,
                            .scenario_count = scenario_count,
                            .scenario = scenarios,
                            .persons = panel->count};
    bool fine = copy_lengths(frame, observation, error);
    for (enum axis axis = 0; fine && axis < AXES; axis++)
        fine = copy_axis(frame, model, axis, error);
    if (fine && copy_areas(frame, error))
        return true;
    frame_clear(frame);
    return false;
}

void frame_clear(struct frame *frame)
{
    release_texts(frame->areas, frame->axis_length[AXIS_NEIGHBOURHOOD]);
    for (enum axis axis = 0; axis < AXES; axis++) {
        release_texts(frame->labels[axis], frame->axis_length[axis]);
        release_texts(frame->titles[axis], frame->axis_length[axis]);
    }
    memory_release(frame->offset);
    memory_release(frame->length);
    *frame = (struct frame){.scenario = NULL};
}

size_t frame_runs(const struct frame *frame)
{
    return frame->scenario_count * frame->scenario->replicates;
}

size_t frame_scenario_of(const struct frame *frame, size_t run)
{
    return run / frame->scenario->replicates;
}

size_t frame_replicate_of(const struct frame *frame, size_t run)
{
    return run % frame->scenario->replicates;
}

/* The axis on which the model has others than the frame; AXES when there is none. */
static enum axis axis_apart(const struct frame *frame, const struct spel_model *model)
{
    char text[AXIS_TEXT];
    for (enum axis axis = 0; axis < AXES; axis++) {
        if (axis_length(model, axis) != frame->axis_length[axis])
            return axis;
        for (size_t i = 0; i < frame->axis_length[axis]; i++)
            if (strcmp(axis_label(model, axis, i, text), frame->labels[axis][i]) != 0)
                return axis;
    }
    return AXES;
}

bool frame_fits(const struct frame *frame, const struct spel_model *model,
                const struct observation *observation, const struct panel *panel,
                struct spel_error *error)
{
    const size_t bytes = variable_count * sizeof *frame->length;
    const enum axis apart = axis_apart(frame, model);
    if (apart != AXES)
        return error_set(error, SPEL_ERROR_INPUT,
                         "the axis %s is not that of the first run: they do not fit in one file",
                         axis_names[apart]);
    if (observation->total == frame->total && panel->count == frame->persons &&
        memcmp(observation->length, frame->length, bytes) == 0)
        return true;
    return error_set(error, SPEL_ERROR_INTERNAL,
                     "a run has %zu values a month and %zu persons in the panel, the first "
                     "has %zu and %zu",
                     observation->total, panel->count, frame->total, frame->persons);
}

bool frame_uses(const struct frame *frame, enum axis axis)
{
    for (size_t v = 0; v < variable_count; v++)
        for (size_t a = 0; frame->length[v] > 0 && a < variables[v].axis_count; a++)
            if (variables[v].axes[a] == axis)
                return true;
    return false;
}

static struct hdf_axis month_axis(const struct frame *frame, struct hdf *hdf, hid_t group)
{
    const struct scenario *scenario = frame->scenario;
    const struct hdf_words words = {"month", "month", "Months since the start of the run."};
    char start[32];
    snprintf(start, sizeof start, "%04d-%02d", scenario->start_year, scenario->start_month);
    const struct hdf_axis axis = hdf_axis_count(hdf, group, "month", scenario->months, words);
    hdf_attribute_text(hdf, axis.scale, "calendar_start", start);
    return axis;
}

/* Copied into the file at once, so that the texts may be anywhere. */
static struct hdf_axis scenario_axis(const struct frame *frame, struct hdf *hdf, hid_t group)
{
    struct hdf_axis axis = {.scale = H5I_INVALID_HID};
    const char **names = memory_take(frame->scenario_count, sizeof *names, hdf->error);
    for (size_t s = 0; names && s < frame->scenario_count; s++)
        names[s] = frame->scenarios[s].name;
    hdf->failed |= !names;
    if (names)
        axis = hdf_axis_texts(hdf, group, "scenario", names, frame->scenario_count,
                              (struct hdf_words){NULL, "scenario", "Name of the scenario."});
    memory_release(names);
    return axis;
}

void frame_axes_make(const struct frame *frame, struct hdf *hdf, hid_t group,
                     struct frame_scales *scales)
{
    static const struct hdf_words words[AXES] = {
        [AXIS_MUNICIPALITY] = {NULL, "municipality", "Code of Statistics Netherlands (CBS)."},
        [AXIS_NEIGHBOURHOOD] = {NULL, "neighbourhood", "Code of the wijk (CBS)."},
        [AXIS_DOMAIN] = {NULL, "problem domain", "What needs and help are about."},
        [AXIS_ORGANISATION] = {NULL, "organisation", "Institutions and entrepreneurs."},
        [AXIS_LEVER] = {NULL, "lever", "What a municipality can do more or less of."},
        [AXIS_INCOME] = {NULL, "income", "The lowest 40% of incomes in the country, and others."},
        [AXIS_DEGREE] = {NULL, "support ties", "How many people a resident counts on."},
        [AXIS_AGE] = {NULL, "age", "Completed years."},
    };
    scales->month = month_axis(frame, hdf, group);
    for (enum axis axis = 0; axis < AXES; axis++)
        if (frame_uses(frame, axis))
            scales->axes[axis] = hdf_axis_texts(hdf, group, axis_names[axis],
                                                (const char *const *)frame->labels[axis],
                                                frame->axis_length[axis], words[axis]);
}

struct hdf_axis frame_replicate_axis(const struct frame *frame, struct hdf *hdf, hid_t group)
{
    return hdf_axis_count(
        hdf, group, "replicate", frame->scenario->replicates,
        (struct hdf_words){"1", "replicate", "Runs that differ by chance alone, from 0."});
}

void frame_scales_make(const struct frame *frame, struct hdf *hdf, hid_t group,
                       struct frame_scales *scales)
{
    *scales = (struct frame_scales){.scenario = scenario_axis(frame, hdf, group)};
    scales->replicate = frame_replicate_axis(frame, hdf, group);
    frame_axes_make(frame, hdf, group, scales);
}

void frame_scales_release(struct hdf *hdf, struct frame_scales *scales)
{
    hdf_release(hdf, scales->scenario.scale);
    hdf_release(hdf, scales->replicate.scale);
    hdf_release(hdf, scales->month.scale);
    for (enum axis axis = 0; axis < AXES; axis++)
        hdf_release(hdf, scales->axes[axis].scale);
}

void frame_names(const struct frame *frame, struct hdf *hdf, hid_t group,
                 const struct frame_scales *scales)
{
    for (enum axis axis = 0; axis < AXES; axis++) {
        if (!frame_uses(frame, axis))
            continue;
        char name[64], title[64];
        snprintf(name, sizeof name, "%s_name", axis_names[axis]);
        snprintf(title, sizeof title, "name of the %s", axis_names[axis]);
        hdf_column_texts(hdf, group, name, &scales->axes[axis],
                         (const char *const *)frame->titles[axis],
                         (struct hdf_words){NULL, title, "For people; may be in Dutch."});
    }
    if (frame_uses(frame, AXIS_NEIGHBOURHOOD))
        hdf_column_texts(hdf, group, "neighbourhood_municipality",
                         &scales->axes[AXIS_NEIGHBOURHOOD], (const char *const *)frame->areas,
                         (struct hdf_words){NULL, "municipality of the neighbourhood",
                                            "Code of Statistics Netherlands (CBS)."});
}

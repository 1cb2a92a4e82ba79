#include "output/settings.h"

#include <stdint.h>

#include "base/memory.h"
#include "params/table.h"

/* One column for each thing that a row of the table says. */
enum text {
    TEXT_UNIT,
    TEXT_SOURCE,
    TEXT_DOC,
    TEXT_NAME_EN,
    TEXT_NAME_NL,
    TEXT_PLAIN_EN,
    TEXT_PLAIN_NL,
    TEXTS
};
enum number { NUMBER_VALUE, NUMBER_DEFAULT, NUMBER_MIN, NUMBER_MAX, NUMBERS };

static const char *const text_names[TEXTS] = {"unit",    "source",   "doc",     "name_en",
                                              "name_nl", "plain_en", "plain_nl"};
static const char *const text_docs[TEXTS] = {"Unit of value, default, minimum and maximum.",
                                             "Where the default comes from.",
                                             "What the parameter means.",
                                             "Short name in English.",
                                             "Short name in Dutch.",
                                             "A sentence in plain words.",
                                             "The same in Dutch."};
static const char *const number_names[NUMBERS] = {"value", "default", "minimum", "maximum"};
static const char *const number_docs[NUMBERS] = {
    "Value in the first scenario.", "Value where the scenario does not say otherwise.",
    "Smallest value that is allowed.", "Largest value that is allowed."};

static const char *text_of(const struct parameter *row, enum text text)
{
    switch (text) {
    case TEXT_UNIT:
        return row->unit;
    case TEXT_SOURCE:
        return row->source;
    case TEXT_DOC:
        return row->doc;
    case TEXT_NAME_EN:
        return row->name_en;
    case TEXT_NAME_NL:
        return row->name_nl;
    case TEXT_PLAIN_EN:
        return row->layman_en;
    case TEXT_PLAIN_NL:
    case TEXTS:
        break;
    }
    return row->layman_nl;
}

static double number_of(const struct params *params, struct parameter_number at, enum number number)
{
    switch (number) {
    case NUMBER_VALUE:
        return parameter_values_const(params, at.row)[at.index];
    case NUMBER_DEFAULT:
        return parameter_default(at.row, at.index);
    case NUMBER_MIN:
        return at.row->min;
    case NUMBER_MAX:
    case NUMBERS:
        break;
    }
    return at.row->max;
}

/* Room for one column of any kind. */
struct room {
    char (*paths)[PATH_TEXT];
    const char **texts;
    double *numbers;
    int8_t *grades;
    size_t count;
};

static bool take(struct room *room, struct spel_error *error)
{
    room->count = parameter_count();
    room->paths = memory_take(room->count, sizeof *room->paths, error);
    room->texts = memory_take(room->count, sizeof *room->texts, error);
    room->numbers = memory_take(room->count, sizeof *room->numbers, error);
    room->grades = memory_take(room->count, sizeof *room->grades, error);
    return room->paths && room->texts && room->numbers && room->grades;
}

static void write_grades(struct hdf *hdf, hid_t group, const struct hdf_axis *axis,
                         struct room *room)
{
    for (size_t p = 0; p < room->count; p++)
        room->grades[p] = (int8_t)parameter_at(p).row->grade;
    const size_t start = 0;
    const hid_t dataset =
        hdf_dataset(hdf, group, "grade", H5T_STD_I8LE, &axis, 1, NULL,
                    (struct hdf_words){"1", "grade", "How well the default is known."});
    hdf_flags(hdf, dataset, grade_names, GRADE_ASSUMED + 1);
    hdf_write(hdf, dataset, H5T_NATIVE_INT8, &start, &room->count, 1, room->grades);
    hdf_release(hdf, dataset);
}

static void write_by_scenario(struct hdf *hdf, hid_t group, const struct frame *frame,
                              const struct hdf_axis *scenario, const struct hdf_axis *name,
                              struct room *room)
{
    const struct hdf_axis *axes[] = {scenario, name};
    const hid_t dataset =
        hdf_dataset(hdf, group, "value_by_scenario", H5T_IEEE_F64LE, axes, 2, NULL,
                    (struct hdf_words){"see unit", "value", "Value in each scenario."});
    for (size_t s = 0; s < frame->scenario_count; s++) {
        const size_t start[] = {s, 0}, count[] = {1, room->count};
        for (size_t p = 0; p < room->count; p++)
            room->numbers[p] =
                number_of(&frame->scenarios[s].params, parameter_at(p), NUMBER_VALUE);
        hdf_write(hdf, dataset, H5T_NATIVE_DOUBLE, start, count, 2, room->numbers);
    }
    hdf_release(hdf, dataset);
}

static void write_columns(struct hdf *hdf, hid_t group, const struct frame *frame,
                          const struct hdf_axis *scenario, struct room *room)
{
    for (size_t p = 0; p < room->count; p++) {
        parameter_path(parameter_at(p).row, parameter_at(p).index, room->paths[p]);
        room->texts[p] = room->paths[p];
    }
    struct hdf_axis axis =
        hdf_axis_texts(hdf, group, "name", room->texts, room->count,
                       (struct hdf_words){NULL, "name", "Name of the parameter, as in scenarios."});
    for (enum number number = 0; number < NUMBERS; number++) {
        for (size_t p = 0; p < room->count; p++)
            room->numbers[p] = number_of(&frame->scenario->params, parameter_at(p), number);
        hdf_column(hdf, group, number_names[number], H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, &axis,
                   room->numbers,
                   (struct hdf_words){"see unit", number_names[number], number_docs[number]});
    }
    for (enum text text = 0; text < TEXTS; text++) {
        for (size_t p = 0; p < room->count; p++)
            room->texts[p] = text_of(parameter_at(p).row, text);
        hdf_column_texts(hdf, group, text_names[text], &axis, room->texts,
                         (struct hdf_words){NULL, text_names[text], text_docs[text]});
    }
    write_grades(hdf, group, &axis, room);
    write_by_scenario(hdf, group, frame, scenario, &axis, room);
    hdf_release(hdf, axis.scale);
}

void settings_write(struct hdf *hdf, const struct frame *frame, const struct frame_scales *scales)
{
    struct room room = {.count = 0};
    if (hdf->failed)
        return;
    if (take(&room, hdf->error)) {
        const hid_t group = hdf_group(hdf, hdf->file, "parameters");
        hdf_axis_link(hdf, &scales->scenario, group);
        write_columns(hdf, group, frame, &scales->scenario, &room);
        hdf_release(hdf, group);
    } else {
        hdf->failed = true;
    }
    memory_release(room.paths);
    memory_release(room.texts);
    memory_release(room.numbers);
    memory_release(room.grades);
}

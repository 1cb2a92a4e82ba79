#include "output/findings.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/memory.h"

const char *const verdict_names[VERDICTS] = {"held", "broken", "undecided"};
static const char *const kind_names[] = {"claim", "control"};

/* The columns of text, and those of numbers. */
struct text_column {
    const char *name, *title, *doc;
    size_t offset, room;
};

#define TEXT(member, name, title, doc)                                                             \
    {                                                                                              \
        name, title, doc, offsetof(struct finding, member), sizeof((struct finding *)0)->member    \
    }
static const struct text_column texts[] = {
    TEXT(claim, "text", "claim", "What is expected, in English."),
    TEXT(claim_nl, "text_nl", "claim in Dutch", "The same in Dutch."),
    TEXT(test, "test", "test", "What must be true, in the grammar of claims."),
    TEXT(world, "world", "world", "What was set, or switched off, in all scenarios of the test."),
    TEXT(reason, "reason", "reason",
         "Why the claim is undecided, beside the width of its interval."),
};
#undef TEXT

struct number_column {
    const char *name, *title, *doc;
    size_t offset;
};

static const struct number_column numbers[] = {
    {"estimate", "estimate", "Mean over replicates of what stands before the comparison.",
     offsetof(struct finding, estimate)},
    {"low", "lower end", "Of the 95% interval over paired replicates; NaN when there is none.",
     offsetof(struct finding, low)},
    {"high", "upper end", "Of the 95% interval over paired replicates; NaN when there is none.",
     offsetof(struct finding, high)},
    {"threshold", "threshold", "The number that the test compares with.",
     offsetof(struct finding, threshold)},
};

enum {
    TEXT_COLUMNS = sizeof texts / sizeof *texts,
    NUMBER_COLUMNS = sizeof numbers / sizeof *numbers
};

void findings_clear(struct findings *findings)
{
    memory_release(findings->rows);
    *findings = (struct findings){.count = 0};
}

size_t findings_of(const struct findings *findings, enum verdict verdict)
{
    size_t count = 0;
    for (size_t f = 0; f < findings->count; f++)
        count += findings->rows[f].verdict == verdict;
    return count;
}

/* Whole numbers that say which claim it is. */
enum { PATTERN, REPLICATES, KIND, VERDICT, TYPE, WHOLES };

static int whole_of(const struct finding *row, int column)
{
    switch (column) {
    case PATTERN:
        return row->pattern;
    case REPLICATES:
        return row->replicates;
    case KIND:
        return row->control;
    case VERDICT:
        return (int)row->verdict;
    default:
        return row->type == 'V' ? 1 : row->type == 'E' ? 2 : 0;
    }
}

static void write_category(struct hdf *hdf, hid_t group, const struct hdf_axis *axis,
                           const char *name, const char *doc, const char *const *meanings,
                           size_t count, const int *values)
{
    const struct hdf_axis *const axes[] = {axis};
    const size_t start = 0;
    const hid_t dataset = hdf_dataset(hdf, group, name, H5T_STD_I8LE, axes, 1, NULL,
                                      (struct hdf_words){"1", name, doc});
    hdf_flags(hdf, dataset, meanings, count);
    hdf_write(hdf, dataset, H5T_NATIVE_INT, &start, &axis->length, 1, values);
    hdf_release(hdf, dataset);
}

static void write_wholes(struct hdf *hdf, hid_t group, const struct hdf_axis *axis,
                         const struct findings *findings, int *values)
{
    static const char *const types[] = {"unsaid", "V", "E"};
    for (int column = 0; column < WHOLES; column++) {
        for (size_t f = 0; f < findings->count; f++)
            values[f] = whole_of(&findings->rows[f], column);
        if (column == PATTERN)
            hdf_column(hdf, group, "pattern", H5T_STD_I32LE, H5T_NATIVE_INT, axis, values,
                       (struct hdf_words){"1", "pattern", "Number of the pattern; 0 for none."});
        else if (column == REPLICATES)
            hdf_column(hdf, group, "replicates", H5T_STD_I32LE, H5T_NATIVE_INT, axis, values,
                       (struct hdf_words){"1", "replicates", "Paired replicates that count."});
        else if (column == KIND)
            write_category(hdf, group, axis, "kind",
                           "A claim, or its control, in which the test must not hold.", kind_names,
                           2, values);
        else if (column == VERDICT)
            write_category(
                hdf, group, axis, "verdict",
                "Held: the interval lies wholly where it should; broken: wholly outside.",
                verdict_names, VERDICTS, values);
        else
            write_category(hdf, group, axis, "type",
                           "V follows from one assumption, E emerges from several.", types, 3,
                           values);
    }
}

static void write_columns(struct hdf *hdf, const struct findings *findings, double *values,
                          int *wholes, const char **words)
{
    const hid_t group = hdf_group(hdf, hdf->file, "claims");
    const struct hdf_axis axis =
        hdf_axis_count(hdf, group, "claim", findings->count,
                       (struct hdf_words){"1", "claim", "Row of the table, from 0."});
    for (size_t c = 0; c < TEXT_COLUMNS; c++) {
        for (size_t f = 0; f < findings->count; f++)
            words[f] = (const char *)&findings->rows[f] + texts[c].offset;
        hdf_column_texts(hdf, group, texts[c].name, &axis, words,
                         (struct hdf_words){NULL, texts[c].title, texts[c].doc});
    }
    for (size_t c = 0; c < NUMBER_COLUMNS; c++) {
        for (size_t f = 0; f < findings->count; f++)
            values[f] = *(const double *)(const void *)((const char *)&findings->rows[f] +
                                                        numbers[c].offset);
        hdf_column(hdf, group, numbers[c].name, H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, &axis, values,
                   (struct hdf_words){"see test", numbers[c].title, numbers[c].doc});
    }
    write_wholes(hdf, group, &axis, findings, wholes);
    hdf_attribute_text(hdf, group, "description",
                       "What the scenario expects, with the 95% interval over paired replicates.");
    hdf_release(hdf, axis.scale);
    hdf_release(hdf, group);
}

void findings_write(struct hdf *hdf, const struct findings *findings)
{
    if (findings->count == 0 || hdf->failed)
        return;
    double *values = memory_take(findings->count, sizeof *values, hdf->error);
    int *wholes = memory_take(findings->count, sizeof *wholes, hdf->error);
    const char **words = memory_take(findings->count, sizeof *words, hdf->error);
    hdf->failed = !values || !wholes || !words;
    if (!hdf->failed)
        write_columns(hdf, findings, values, wholes, words);
    memory_release(values);
    memory_release(wholes);
    memory_release(words);
}

static bool is_whole(struct hdf *hdf, const struct findings *findings, size_t count)
{
    if (!hdf->failed && count != findings->count)
        hdf->failed = !error_set(hdf->error, SPEL_ERROR_FILE, "%s: /claims is damaged", hdf->path);
    return !hdf->failed;
}

static void read_text(struct hdf *hdf, struct findings *findings, const struct text_column *column)
{
    char path[64];
    size_t count;
    snprintf(path, sizeof path, "/claims/%s", column->name);
    char **words = hdf_read_texts(hdf, path, &count);
    for (size_t f = 0; is_whole(hdf, findings, count) && f < count; f++)
        snprintf((char *)&findings->rows[f] + column->offset, column->room, "%s", words[f]);
    hdf_release_texts(words, count);
}

static void read_number(struct hdf *hdf, struct findings *findings,
                        const struct number_column *column)
{
    char path[64];
    size_t count;
    snprintf(path, sizeof path, "/claims/%s", column->name);
    double *values = hdf_read_numbers(hdf, path, H5T_NATIVE_DOUBLE, sizeof *values, &count);
    for (size_t f = 0; is_whole(hdf, findings, count) && f < count; f++)
        *(double *)(void *)((char *)&findings->rows[f] + column->offset) = values[f];
    memory_release(values);
}

static void put_whole(struct finding *row, int column, int value)
{
    switch (column) {
    case PATTERN:
        row->pattern = value;
        return;
    case REPLICATES:
        row->replicates = value;
        return;
    case KIND:
        row->control = value != 0;
        return;
    case VERDICT:
        row->verdict = value >= 0 && value < VERDICTS ? (enum verdict)value : VERDICT_UNDECIDED;
        return;
    default:
        row->type = (char)(value == 1 ? 'V' : value == 2 ? 'E' : 0);
    }
}

bool findings_read(struct hdf *hdf, struct findings *findings)
{
    static const char *const paths[WHOLES] = {
        [PATTERN] = "/claims/pattern", [REPLICATES] = "/claims/replicates",
        [KIND] = "/claims/kind",       [VERDICT] = "/claims/verdict",
        [TYPE] = "/claims/type",
    };
    *findings = (struct findings){.count = 0};
    if (hdf->failed || !hdf_has(hdf, "/claims"))
        return !hdf->failed;
    for (int column = 0; column < WHOLES && !hdf->failed; column++) {
        size_t count;
        int *values = hdf_read_numbers(hdf, paths[column], H5T_NATIVE_INT, sizeof *values, &count);
        if (values && column == 0) {
            findings->rows = memory_take(count, sizeof *findings->rows, hdf->error);
            findings->count = findings->rows ? count : 0;
            hdf->failed |= !findings->rows;
        }
        for (size_t f = 0; is_whole(hdf, findings, count) && f < count; f++)
            put_whole(&findings->rows[f], column, values[f]);
        memory_release(values);
    }
    for (size_t c = 0; c < TEXT_COLUMNS && !hdf->failed; c++)
        read_text(hdf, findings, &texts[c]);
    for (size_t c = 0; c < NUMBER_COLUMNS && !hdf->failed; c++)
        read_number(hdf, findings, &numbers[c]);
    if (hdf->failed)
        findings_clear(findings);
    return !hdf->failed;
}

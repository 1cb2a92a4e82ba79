#include "output/happenings.h"

#include <string.h>

#include "base/memory.h"
#include "output/snapshot.h"

bool happenings_take(struct journal *journal, const struct events *events, uint32_t run,
                     uint32_t month, struct spel_error *error)
{
    const size_t count = events->count;
    const struct journal_piece pieces[] = {
        {events->municipality, count * sizeof *events->municipality},
        {events->subject, count * sizeof *events->subject},
        {events->value, count * sizeof *events->value},
        {events->kind, count * sizeof *events->kind},
    };
    return count == 0 || journal_add(journal, JOURNAL_EVENTS, run, month, count, pieces,
                                     sizeof pieces / sizeof *pieces, error);
}

/* The columns of the table. */
struct table {
    size_t rows;
    int32_t *replicate, *month, *municipality, *subject;
    float *value;
    int8_t *kind;
    const char **code, **scenario; /* of the municipality; its name */
};

static void release_table(struct table *table)
{
    memory_release(table->replicate);
    memory_release(table->month);
    memory_release(table->municipality);
    memory_release(table->subject);
    memory_release(table->value);
    memory_release(table->kind);
    memory_release(table->code);
    memory_release(table->scenario);
}

static bool take_table(struct table *table, size_t rows, struct spel_error *error)
{
    *table = (struct table){.rows = rows};
    table->replicate = memory_take(rows, sizeof *table->replicate, error);
    table->month = memory_take(rows, sizeof *table->month, error);
    table->municipality = memory_take(rows, sizeof *table->municipality, error);
    table->subject = memory_take(rows, sizeof *table->subject, error);
    table->value = memory_take(rows, sizeof *table->value, error);
    table->kind = memory_take(rows, sizeof *table->kind, error);
    table->code = memory_take(rows, sizeof *table->code, error);
    table->scenario = memory_take(rows, sizeof *table->scenario, error);
    return table->replicate && table->month && table->municipality && table->subject &&
           table->value && table->kind && table->code && table->scenario;
}

static bool copy_entry(struct table *table, size_t row, const struct frame *frame,
                       const struct journal *journal, const struct journal_entry *entry,
                       struct spel_error *error)
{
    const size_t rows = entry->rows;
    char *bytes = journal_values(journal, entry, error);
    if (!bytes)
        return false;
    memcpy(table->municipality + row, bytes, rows * sizeof(int32_t));
    memcpy(table->subject + row, bytes + rows * sizeof(int32_t), rows * sizeof(int32_t));
    memcpy(table->value + row, bytes + 2 * rows * sizeof(int32_t), rows * sizeof(float));
    memcpy(table->kind + row, bytes + rows * (2 * sizeof(int32_t) + sizeof(float)), rows);
    for (size_t i = 0; i < rows; i++) {
        table->scenario[row + i] = frame->scenarios[frame_scenario_of(frame, entry->run)].name;
        table->replicate[row + i] = (int32_t)frame_replicate_of(frame, entry->run);
        table->month[row + i] = (int32_t)entry->month;
    }
    memory_release(bytes);
    return true;
}

static bool fill(struct table *table, const struct frame *frame, const struct journal *journal,
                 const struct journal_entry *entries, size_t count, struct spel_error *error)
{
    size_t rows = 0;
    for (size_t e = 0; e < count; e++)
        rows += entries[e].kind == JOURNAL_EVENTS ? entries[e].rows : 0;
    if (!take_table(table, rows, error))
        return false;
    rows = 0;
    for (size_t e = 0; e < count; e++) {
        if (entries[e].kind != JOURNAL_EVENTS)
            continue;
        if (!copy_entry(table, rows, frame, journal, &entries[e], error))
            return false;
        rows += entries[e].rows;
    }
    for (size_t i = 0; i < rows; i++) {
        const size_t m = (size_t)table->municipality[i];
        const bool known = m < frame->axis_length[AXIS_MUNICIPALITY];
        table->code[i] = known ? frame->labels[AXIS_MUNICIPALITY][m] : "";
    }
    return true;
}

static void write_table(struct hdf *hdf, const struct table *table)
{
    const hid_t group = hdf_group(hdf, hdf->file, "events");
    struct hdf_axis axis =
        hdf_axis_count(hdf, group, "event", table->rows,
                       (struct hdf_words){"1", "event", "Row of the table, from 0."});
    hdf_column_texts(hdf, group, "scenario", &axis, table->scenario,
                     (struct hdf_words){NULL, "scenario", "Scenario in which it happened."});
    hdf_column(hdf, group, "replicate", H5T_STD_I32LE, H5T_NATIVE_INT32, &axis, table->replicate,
               (struct hdf_words){"1", "replicate", "Replicate in which it happened."});
    hdf_column(hdf, group, "month", H5T_STD_I32LE, H5T_NATIVE_INT32, &axis, table->month,
               (struct hdf_words){"month", "month", "Months since the start of the run."});
    const struct hdf_axis *axes[] = {&axis};
    const hid_t kind = hdf_dataset(hdf, group, "kind", H5T_STD_I8LE, axes, 1, NULL,
                                   (struct hdf_words){"1", "kind", "What happened."});
    hdf_flags(hdf, kind, event_names, EVENT_KINDS);
    const size_t start = 0;
    if (table->rows > 0)
        hdf_write(hdf, kind, H5T_NATIVE_INT8, &start, &table->rows, 1, table->kind);
    hdf_release(hdf, kind);
    hdf_column_texts(hdf, group, "municipality", &axis, table->code,
                     (struct hdf_words){NULL, "municipality", "Its code; empty for all."});
    hdf_column(hdf, group, "subject", H5T_STD_I32LE, H5T_NATIVE_INT32, &axis, table->subject,
               (struct hdf_words){"1", "subject",
                                  "Line of the schedule, or another number; see "
                                  "kind."});
    hdf_column(hdf, group, "value", H5T_IEEE_F32LE, H5T_NATIVE_FLOAT, &axis, table->value,
               (struct hdf_words){"1", "value",
                                  "Of levers_shrunk the factor that is left, of "
                                  "budget_year euro beyond the budget."});
    hdf_release(hdf, axis.scale);
    hdf_release(hdf, group);
}

void happenings_write(struct hdf *hdf, const struct frame *frame, const struct journal *journal,
                      const struct journal_entry *entries, size_t count)
{
    struct table table = {.rows = 0};
    if (hdf->failed)
        return;
    if (fill(&table, frame, journal, entries, count, hdf->error))
        write_table(hdf, &table);
    else
        hdf->failed = true;
    release_table(&table);
}

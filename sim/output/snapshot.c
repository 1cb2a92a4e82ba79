#include "output/snapshot.h"

#include <stdio.h>

#include "base/memory.h"
#include "model/model.h"
#include "output/fields.h"

static uint32_t entry_kind(enum fields_table table, size_t field)
{
    return (uint32_t)(JOURNAL_SNAPSHOT + (size_t)table * MOST_FIELDS + field);
}

bool snapshot_due(const struct scenario *scenario, uint32_t month)
{
    for (size_t s = 0; s < scenario->snapshot_count; s++)
        if (scenario->snapshots[s] == month)
            return true;
    return false;
}

static bool take_table(struct journal *journal, const struct world *world, enum fields_table table,
                       uint32_t run, uint32_t month, struct spel_error *error)
{
    size_t count;
    uint32_t *rows = fields_rows(world, table, &count, error);
    struct field fields[MOST_FIELDS];
    const size_t field_count = fields_of(table, fields);
    bool fine = rows != NULL;
    for (size_t f = 0; fine && f < field_count; f++) {
        void *values = fields_values(world, table, &fields[f], rows, count, error);
        const struct journal_piece piece = {values, count * field_size(fields[f].type)};
        fine = values &&
               journal_add(journal, entry_kind(table, f), run, month, count, &piece, 1, error);
        memory_release(values);
    }
    memory_release(rows);
    return fine;
}

bool snapshot_take(struct journal *journal, const struct spel_model *model, uint32_t run,
                   uint32_t month, struct spel_error *error)
{
    for (enum fields_table table = 0; table < TABLES; table++)
        if (!take_table(journal, &model->world, table, run, month, error))
            return false;
    return true;
}

/* The entries of one snapshot month. */
struct found {
    const struct frame *frame;
    const struct journal *journal;
    const struct journal_entry *entries;
    size_t count;
    uint32_t month;
};

static size_t rows_of(const struct found *found, uint32_t kind)
{
    size_t rows = 0;
    for (size_t e = 0; e < found->count; e++)
        if (found->entries[e].kind == kind && found->entries[e].month == found->month)
            rows += found->entries[e].rows;
    return rows;
}

static void write_same(struct hdf *hdf, hid_t dataset, size_t row, size_t rows, size_t value)
{
    int32_t *values = memory_take(rows, sizeof *values, hdf->error);
    for (size_t i = 0; values && i < rows; i++)
        values[i] = (int32_t)value;
    if (values)
        hdf_write(hdf, dataset, H5T_NATIVE_INT32, &row, &rows, 1, values);
    hdf->failed |= !values;
    memory_release(values);
}

/* One field from all its entries, or the scenarios or replicates they are from. */
static void copy_field(struct hdf *hdf, const struct found *found, uint32_t kind,
                       const struct field *field, bool by_scenario, hid_t dataset)
{
    size_t row = 0;
    for (size_t e = 0; e < found->count && !hdf->failed; e++) {
        const struct journal_entry *entry = &found->entries[e];
        if (entry->kind != kind || entry->month != found->month || entry->rows == 0)
            continue;
        const size_t rows = entry->rows;
        if (field) {
            void *values = journal_values(found->journal, entry, hdf->error);
            if (values)
                hdf_write(hdf, dataset, field_memory_type(field->type), &row, &rows, 1, values);
            hdf->failed |= !values;
            memory_release(values);
        } else {
            write_same(hdf, dataset, row, rows,
                       by_scenario ? frame_scenario_of(found->frame, entry->run)
                                   : frame_replicate_of(found->frame, entry->run));
        }
        row += rows;
    }
}

static void write_table(struct hdf *hdf, hid_t parent, const struct found *found,
                        enum fields_table table)
{
    struct field fields[MOST_FIELDS];
    const size_t field_count = fields_of(table, fields);
    const hid_t group = hdf_group(hdf, parent, fields_table_names[table]);
    const struct hdf_axis axis =
        hdf_axis_count(hdf, group, "row", rows_of(found, entry_kind(table, 0)),
                       (struct hdf_words){"1", "row", "Row of the table, from 0."});
    const struct hdf_axis *axes[] = {&axis};
    hdf_attribute_text(hdf, axis.scale, "long_name_nl", "rij");
    hid_t dataset =
        hdf_dataset(hdf, group, "scenario", H5T_NATIVE_INT32, axes, 1, NULL,
                    (struct hdf_words){"1", "scenario", "Position on the axis scenario, from 0."});
    hdf_attribute_text(hdf, dataset, "long_name_nl", "scenario");
    copy_field(hdf, found, entry_kind(table, 0), NULL, true, dataset);
    hdf_release(hdf, dataset);
    dataset = hdf_dataset(hdf, group, "replicate", H5T_NATIVE_INT32, axes, 1, NULL,
                          (struct hdf_words){"1", "replicate", "Replicate that the row is from."});
    hdf_attribute_text(hdf, dataset, "long_name_nl", "herhaling");
    copy_field(hdf, found, entry_kind(table, 0), NULL, false, dataset);
    hdf_release(hdf, dataset);
    for (size_t f = 0; f < field_count; f++) {
        const struct field *field = &fields[f];
        dataset = hdf_dataset(hdf, group, field->name, field_memory_type(field->type), axes, 1,
                              NULL, (struct hdf_words){field->unit, field->name, field->doc});
        hdf_attribute_text(hdf, dataset, "long_name_nl", field->name_nl);
        if (field->meanings)
            hdf_flags(hdf, dataset, field->meanings, field->meaning_count);
        copy_field(hdf, found, entry_kind(table, f), field, false, dataset);
        hdf_release(hdf, dataset);
    }
    hdf_release(hdf, axis.scale);
    hdf_release(hdf, group);
}

void snapshot_write(struct hdf *hdf, const struct frame *frame, const struct journal *journal,
                    const struct journal_entry *entries, size_t count)
{
    const struct scenario *scenario = frame->scenario;
    if (scenario->snapshot_count == 0)
        return;
    const hid_t snapshots = hdf_group(hdf, hdf->file, "snapshots");
    for (uint32_t month = 0; month < scenario->months; month++) {
        if (!snapshot_due(scenario, month))
            continue;
        const uint32_t calendar = (uint32_t)scenario->start_month - 1 + month;
        char name[32];
        snprintf(name, sizeof name, "%04u_%02u", (uint32_t)scenario->start_year + calendar / 12,
                 calendar % 12 + 1);
        const hid_t group = hdf_group(hdf, snapshots, name);
        const struct found found = {frame, journal, entries, count, month};
        for (enum fields_table table = 0; table < TABLES; table++)
            write_table(hdf, group, &found, table);
        hdf_release(hdf, group);
    }
    hdf_release(hdf, snapshots);
}

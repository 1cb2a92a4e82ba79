#include "output/checkpoint.h"

#include <stdio.h>
#include <string.h>

#include "base/column.h"
#include "base/memory.h"
#include "model/model.h"
#include "observe/panel.h"
#include "output/heading.h"
#include "output/system.h"

static const uint64_t magic = 0x314b434c45505300u; /* and the order of bytes */

/* What stands for a table of columns: its names, types and widths. */
static uint64_t shape_of(const struct population *population)
{
    uint64_t shape = digest_mix(population->rows);
    for (size_t c = 0; c < population->columns.count; c++) {
        const struct column *column = &population->columns.rows[c];
        for (const char *letter = column->name; *letter; letter++)
            shape = digest_mix(shape ^ (unsigned char)*letter);
        shape = digest_mix(shape ^ ((uint64_t)column->type << 32) ^ column->width);
    }
    return shape;
}

static void put_head(struct record *record, const struct scenario *scenarios, size_t scenario_count,
                     const struct standing *standing, const struct ledger *ledger)
{
    record_put_number(record, magic);
    record_put_text(record, heading_program);
    record_put_number(record, scenario_count);
    for (size_t s = 0; s < scenario_count; s++) {
        record_put_text(record, scenarios[s].name);
        record_put_text(record, scenarios[s].resolved);
    }
    const struct scenario *scenario = scenarios;
    for (size_t t = 0; t < sizeof scenario->places.sha256 / sizeof *scenario->places.sha256; t++)
        record_put_text(record, scenario->places.sha256[t]);
    record_put(record, standing, sizeof *standing);
    record_put_number(record, ledger->digest_count);
    record_put(record, ledger->runs, ledger->run_count * sizeof *ledger->runs);
    record_put(record, ledger->digests, ledger->digest_count * sizeof *ledger->digests);
}

static void put_state(struct record *record, const struct spel_model *model,
                      const struct panel *panel)
{
    struct population list[POPULATIONS];
    world_populations(&model->world, list);
    for (size_t p = 0; p < POPULATIONS; p++) {
        record_put_number(record, shape_of(&list[p]));
        for (size_t c = 0; c < list[p].columns.count; c++) {
            const struct column *column = &list[p].columns.rows[c];
            record_put(record, column_array(list[p].data, column),
                       list[p].rows * column->width * column_size(column->type));
        }
    }
    record_put_number(record, model->done);
    record_put(record, &model->now, sizeof model->now);
    record_put_number(record, model->world.events.lost);
    record_put_number(record, panel->count);
    record_put(record, panel->person, panel->count * sizeof *panel->person);
    record_put(record, panel->place, panel->count * sizeof *panel->place);
}

bool checkpoint_write(const char *path, const struct scenario *scenarios, size_t scenario_count,
                      const struct standing *standing, const struct ledger *ledger,
                      const struct spel_model *model, const struct panel *panel,
                      struct spel_error *error)
{
    char *temporary = system_path(path, ".tmp", error);
    struct record record;
    bool fine = temporary && record_create(&record, temporary, error);
    if (fine) {
        put_head(&record, scenarios, scenario_count, standing, ledger);
        if (standing->months > 0)
            put_state(&record, model, panel);
        fine = record_finish(&record) && system_replace(temporary, path, error);
    }
    if (!fine && temporary)
        system_remove(temporary, NULL);
    memory_release(temporary);
    return fine;
}

static bool refuse(struct record *record, const char *what, const char *was, const char *is)
{
    record->failed = true;
    return error_set(record->error, SPEL_ERROR_MISMATCH, "%s: %s was '%s', is '%s'", record->path,
                     what, was, is);
}

/* The first line in which two texts differ. */
static void line_apart(const char *a, const char *b, char line_a[64], char line_b[64])
{
    const char *start_a = a, *start_b = b;
    while (*a && *a == *b) {
        if (*a == '\n') {
            start_a = a + 1;
            start_b = b + 1;
        }
        a++;
        b++;
    }
    start_a += strspn(start_a, " ");
    start_b += strspn(start_b, " ");
    snprintf(line_a, 64, "%.*s", (int)strcspn(start_a, "\n"), start_a);
    snprintf(line_b, 64, "%.*s", (int)strcspn(start_b, "\n"), start_b);
}

static void compare_scenario(struct record *record, const struct scenario *scenario)
{
    char was[64], is[64];
    char *name = record_take_text(record);
    if (name && strcmp(name, scenario->name) != 0)
        refuse(record, "the name of the scenario", name, scenario->name);
    char *resolved = record_take_text(record);
    if (resolved && strcmp(resolved, scenario->resolved) != 0) {
        line_apart(resolved, scenario->resolved, was, is);
        refuse(record, "the scenario", was, is);
    }
    memory_release(name);
    memory_release(resolved);
}

static void compare(struct record *record, const struct scenario *scenarios, size_t count)
{
    const struct scenario *scenario = scenarios;
    char was[32], is[32];
    char *program = record_take_text(record);
    if (program && strcmp(program, heading_program) != 0)
        refuse(record, "the program", program, heading_program);
    memory_release(program);
    const uint64_t scenario_count = record_take_number(record);
    snprintf(was, sizeof was, "%llu", (unsigned long long)scenario_count);
    snprintf(is, sizeof is, "%zu", count);
    if (!record->failed && scenario_count != count)
        refuse(record, "the number of scenarios", was, is);
    for (size_t s = 0; s < count && !record->failed; s++)
        compare_scenario(record, &scenarios[s]);
    for (size_t t = 0; t < sizeof scenario->places.sha256 / sizeof *scenario->places.sha256; t++) {
        char *sha256 = record_take_text(record);
        if (sha256 && strcmp(sha256, scenario->places.sha256[t]) != 0)
            refuse(record, "SHA-256 of a place table", sha256, scenario->places.sha256[t]);
        memory_release(sha256);
    }
}

static void take_ledger(struct checkpoint *checkpoint, struct ledger *ledger)
{
    struct record *record = &checkpoint->record;
    record_take(record, &checkpoint->standing, sizeof checkpoint->standing);
    const uint64_t digests = record_take_number(record);
    if (digests > ledger->digest_capacity || checkpoint->standing.run > ledger->run_count)
        record_damaged(record);
    record_take(record, ledger->runs, ledger->run_count * sizeof *ledger->runs);
    ledger->digest_count = record->failed ? 0 : digests;
    record_take(record, ledger->digests, ledger->digest_count * sizeof *ledger->digests);
}

bool checkpoint_open(struct checkpoint *checkpoint, const char *path,
                     const struct scenario *scenarios, size_t scenario_count, struct ledger *ledger,
                     struct spel_error *error)
{
    *checkpoint = (struct checkpoint){.standing = {.months = 0}};
    struct record *record = &checkpoint->record;
    if (!record_open(record, path, error))
        return false;
    if (record_take_number(record) != magic)
        record_damaged(record);
    compare(record, scenarios, scenario_count);
    take_ledger(checkpoint, ledger);
    if (record->failed)
        checkpoint_close(checkpoint);
    return !record->failed;
}

bool checkpoint_restore(struct checkpoint *checkpoint, struct spel_model *model,
                        struct panel *panel, struct spel_error *error)
{
    struct record *record = &checkpoint->record;
    struct population list[POPULATIONS];
    record->error = error;
    world_populations(&model->world, list);
    for (size_t p = 0; p < POPULATIONS && !record->failed; p++) {
        if (record_take_number(record) != shape_of(&list[p]))
            record_damaged(record);
        for (size_t c = 0; c < list[p].columns.count; c++) {
            const struct column *column = &list[p].columns.rows[c];
            record_take(record, column_array(list[p].data, column),
                        list[p].rows * column->width * column_size(column->type));
        }
    }
    model->done = (uint32_t)record_take_number(record);
    record_take(record, &model->now, sizeof model->now);
    model->world.events.lost = (uint32_t)record_take_number(record);
    if (record_take_number(record) != panel->count)
        record_damaged(record);
    record_take(record, panel->person, panel->count * sizeof *panel->person);
    record_take(record, panel->place, panel->count * sizeof *panel->place);
    return !record->failed;
}

void checkpoint_close(struct checkpoint *checkpoint)
{
    record_close(&checkpoint->record);
}

#include "params/keys.h"

#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "base/memory.h"
#include "params/levers.h"
#include "params/apply.h"

static const char only_scheduled[] =
    "an incident belongs in the schedule, as {from: 2019-01, set: {incidents.youth: 1}}";

/* clang-format off */
static const struct key plain_keys[] = {
    {.path = "samenspel", .apply = apply_format},
    {.path = "title.nl", .apply = apply_wording, .index = WORDING_TITLE_NL},
    {.path = "title.en", .apply = apply_wording, .index = WORDING_TITLE_EN},
    {.path = "question.nl", .apply = apply_wording, .index = WORDING_QUESTION_NL},
    {.path = "question.en", .apply = apply_wording, .index = WORDING_QUESTION_EN},
    {.path = "based_on", .apply = apply_based_on},
    {.path = "place.municipality", .apply = apply_place, .index = PLACE_MUNICIPALITY},
    {.path = "place.scale", .apply = apply_place, .index = PLACE_SCALE},
    {.path = "time.start", .apply = apply_time, .index = TIME_START},
    {.path = "time.months", .apply = apply_time, .index = TIME_MONTHS},
    {.path = "history", .apply = apply_history},
    {.path = "schedule", .apply = apply_schedule},
    {.path = "processes.calendar", .apply = apply_refused,
     .refusal = "the calendar cannot be switched off: it moves time"},
    {.path = "processes.observe", .apply = apply_refused,
     .refusal = "measuring cannot be switched off: it changes nothing"},
    {.path = "runs.replicates", .apply = apply_runs, .index = RUNS_REPLICATES},
    {.path = "runs.seed", .apply = apply_runs, .index = RUNS_SEED},
    {.path = "record.series", .apply = apply_record, .index = RECORD_SERIES},
    {.path = "record.neighbourhoods", .apply = apply_record, .index = RECORD_NEIGHBOURHOODS},
    {.path = "record.organisations", .apply = apply_record, .index = RECORD_ORGANISATIONS},
    {.path = "record.panel", .apply = apply_record, .index = RECORD_PANEL},
    {.path = "record.snapshots", .apply = apply_record, .index = RECORD_SNAPSHOTS},
    {.path = "record.digest", .apply = apply_record, .index = RECORD_DIGEST},
    {.path = "sweep", .apply = apply_sweep},
    {.path = "expect", .apply = apply_expect},
};
/* clang-format on */

/* Fills rows when there are any, and counts them. */
struct key_list {
    struct key *rows;
    size_t count;
};

static struct key *list_add(struct key_list *list, struct key key, const char *first,
                            const char *second)
{
    struct key *row = list->rows ? &list->rows[list->count] : NULL;
    list->count++;
    if (!row)
        return NULL;
    *row = key;
    row->span = key.span > 0 ? key.span : 1;
    if (second)
        snprintf(row->path, sizeof row->path, "%s.%s", first, second);
    return row;
}

/* What is set for all domains at once or for each by itself. */
static void list_domains(struct key_list *list, const char *name, struct key key)
{
    key.index = -1;
    key.span = DOMAINS;
    list_add(list, key, name, "all");
    key.span = 1;
    for (key.index = 0; key.index < DOMAINS; key.index++)
        list_add(list, key, name, domain_names[key.index]);
}

static void list_table(struct key_list *list)
{
    for (size_t i = 0; i < sizeof plain_keys / sizeof *plain_keys; i++) {
        struct key key = plain_keys[i];
        key.setting = -1;
        list_add(list, key, NULL, NULL);
    }
    for (int i = 0; i < KNOBS; i++)
        list_add(list, (struct key){.apply = apply_knob, .index = i, .setting = SETTING_KNOB},
                 "knobs", knob_rows[i].name);
    for (int i = 0; i < LEVERS; i++)
        list_add(list, (struct key){.apply = apply_lever, .index = i, .setting = SETTING_LEVER},
                 "levers", lever_rows[i].name);
    for (int i = 0; i < PROCESSES; i++)
        list_add(list, (struct key){.apply = apply_process, .index = i, .setting = -1}, "processes",
                 process_names[i]);
    list_domains(list, "steering",
                 (struct key){.apply = apply_steering, .setting = SETTING_STEERING});
    list_domains(list, "incidents",
                 (struct key){.apply = apply_refused,
                              .setting = SETTING_INCIDENT,
                              .refusal = only_scheduled});
}

static void list_numbers(struct key_list *list, const struct parameter *row, size_t first,
                         size_t span, const char *path)
{
    const bool is_factor = row->offset == offsetof(struct params, needs.onset_factor);
    const struct key key = {.apply = apply_parameter,
                            .row = row,
                            .first = first,
                            .span = span,
                            .index = span > 1 ? -1 : (int)first,
                            .setting = is_factor ? SETTING_ONSET_FACTOR : -1};
    list_add(list, key, "parameters", path);
}

/* A row with several numbers can be set as a whole, by domain, or one by one. */
static void list_row(struct key_list *list, const struct parameter *row)
{
    const size_t size = parameter_size(row);
    char path[PATH_TEXT];
    list_numbers(list, row, 0, size, row->path);
    for (size_t i = 0; i < size && size > DOMAINS; i += AGE_BANDS) {
        snprintf(path, sizeof path, "%s.%s", row->path, domain_names[i / AGE_BANDS]);
        list_numbers(list, row, i, AGE_BANDS, path);
    }
    for (size_t i = 0; i < size && size > 1; i++) {
        parameter_path(row, i, path);
        list_numbers(list, row, i, 1, path);
    }
}

static void list_all(struct key_list *list)
{
    list->count = 0;
    list_table(list);
    for (size_t g = 0; g < parameter_group_count; g++)
        for (size_t r = 0; r < parameter_groups[g]->count; r++)
            list_row(list, &parameter_groups[g]->rows[r]);
}

bool keys_make(struct keys *keys, struct spel_error *error)
{
    struct key_list list = {NULL, 0};
    list_all(&list);
    list.rows = memory_take(list.count, sizeof *list.rows, error);
    if (!list.rows)
        return false;
    list_all(&list);
    *keys = (struct keys){list.rows, list.count};
    return true;
}

void keys_clear(struct keys *keys)
{
    memory_release(keys->rows);
    *keys = (struct keys){NULL, 0};
}

const struct key *key_find(const struct keys *keys, const char *path)
{
    for (size_t i = 0; i < keys->count; i++)
        if (strcmp(keys->rows[i].path, path) == 0)
            return &keys->rows[i];
    return NULL;
}

bool key_begins(const struct keys *keys, const char *path)
{
    const size_t length = strlen(path);
    for (size_t i = 0; i < keys->count; i++)
        if (strncmp(keys->rows[i].path, path, length) == 0 && keys->rows[i].path[length] == '.')
            return true;
    return false;
}

/* The schedule and the snapshots: what depends on the calendar. */
#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "base/memory.h"
#include "params/nearest.h"
#include "params/apply.h"

enum { MOST_LINES = 1000, MOST_NEIGHBOURHOODS = 20000, MOST_SNAPSHOTS = 600 };
enum { LINE_FROM, LINE_TO, LINE_SET, LINE_ONLY, LINE_KEYS };
enum { ONLY_URBANITY, ONLY_NEIGHBOURHOODS, ONLY_KEYS };

/* Months since the start of the scenario; before it is a fault. */
static bool month_since_start(const struct value *value, uint32_t *since)
{
    const struct scenario *scenario = value->reader->scenario;
    int year, month;
    if (!value_month(value, &year, &month))
        return false;
    const int months = 12 * (year - scenario->start_year) + month - scenario->start_month;
    if (months < 0)
        return fault(value, "before the start, which is %04d-%02d", scenario->start_year,
                     scenario->start_month);
    *since = (uint32_t)months;
    return true;
}

void snapshots_resolve(struct reader *reader)
{
    struct scenario *scenario = reader->scenario;
    if (!reader->snapshots.node || !reader_goes_on(reader))
        return;
    const size_t count = value_count(&reader->snapshots);
    if (count > MOST_SNAPSHOTS) {
        fault_of_key(&reader->snapshots, "more than %d months", MOST_SNAPSHOTS);
        return;
    }
    scenario->snapshots = memory_take(count, sizeof *scenario->snapshots, reader->error);
    reader->broken = !scenario->snapshots;
    for (size_t i = 0; i < count && reader_goes_on(reader); i++) {
        const struct value month = value_at(&reader->snapshots, i);
        uint32_t since = 0;
        if (!month_since_start(&month, &since))
            continue;
        const size_t before = scenario->snapshot_count;
        if (since >= scenario->months)
            fault(&month, "after the last of the %u months", (unsigned)scenario->months);
        else if (before > 0 && since <= scenario->snapshots[before - 1])
            fault(&month, "months are expected in order, each once");
        else
            scenario->snapshots[scenario->snapshot_count++] = since;
    }
}

/* The value of one setting, by the limits of what it sets. */
static bool setting_read(const struct item *item, struct setting *setting)
{
    const struct key *key = item->key;
    const double min = key->row ? key->row->min : 0, max = key->row ? key->row->max : 1;
    if (key->setting < 0)
        return fault_of_key(&item->value, "the schedule cannot set this; it sets knobs, levers, "
                                          "steering, incidents and needs.onset_factor");
    setting->kind = (enum setting_kind)key->setting;
    setting->index = key->index;
    return value_number(&item->value, min, max, "1", &setting->value);
}

static void settings_read(const struct value *set, struct schedule_entry *entry)
{
    struct reader *reader = set->reader;
    struct layer found = *set->layer;
    found.items = NULL;
    found.item_count = found.item_room = 0;
    if (set->node->type != YAML_MAPPING_NODE) {
        fault(set, "settings are expected, as {knobs.learning: 0.8}");
        return;
    }
    layer_walk(reader, &found, set->node, "", set->path, true);
    if (reader->broken)
        return;
    if (value_pairs(set) == 0)
        fault_of_key(set, "there is nothing to set");
    entry->settings = memory_take(found.item_count, sizeof *entry->settings, reader->error);
    reader->broken = !entry->settings;
    /* What sets all domains comes before what sets one. */
    for (size_t span = DOMAINS; span > 0 && !reader->broken; span = span > 1 ? 1 : 0)
        for (size_t i = 0; i < found.item_count; i++) {
            struct item item = found.items[i];
            item.value.layer = set->layer;
            if ((item.key->span > 1) == (span > 1) &&
                setting_read(&item, &entry->settings[entry->setting_count]))
                entry->setting_count++;
        }
}

static void urbanity_read(const struct value *list, struct schedule_entry *entry)
{
    for (size_t i = 0; i < value_count(list) && reader_goes_on(list->reader); i++) {
        const struct value one = value_at(list, i);
        uint64_t urbanity;
        if (value_whole(&one, 1, 5, &urbanity))
            entry->urbanity |= 1u << urbanity;
    }
    if (value_count(list) == 0)
        fault_of_key(list, "there is no urbanity from 1 to 5 in it");
}

static void neighbourhoods_read(const struct value *list, struct schedule_entry *entry)
{
    struct reader *reader = list->reader;
    const size_t count = value_count(list);
    if (count == 0 || count > MOST_NEIGHBOURHOODS) {
        fault_of_key(list, "from one to %d codes of neighbourhoods are expected",
                     MOST_NEIGHBOURHOODS);
        return;
    }
    entry->neighbourhoods = memory_take(count, sizeof *entry->neighbourhoods, reader->error);
    reader->broken = !entry->neighbourhoods;
    for (size_t i = 0; i < count && reader_goes_on(reader); i++) {
        const struct value one = value_at(list, i);
        const char *code = value_text(&one, NAME_TEXT);
        char *own = code ? text_own(reader, code) : NULL;
        if (own)
            entry->neighbourhoods[entry->neighbourhood_count++] = own;
    }
}

static void only_read(const struct value *only, struct schedule_entry *entry)
{
    static const char *const names[ONLY_KEYS] = {"urbanity", "neighbourhoods"};
    struct value found[ONLY_KEYS];
    if (!value_mapping(only, names, ONLY_KEYS, found))
        return;
    if (found[ONLY_URBANITY].node)
        urbanity_read(&found[ONLY_URBANITY], entry);
    if (found[ONLY_NEIGHBOURHOODS].node)
        neighbourhoods_read(&found[ONLY_NEIGHBOURHOODS], entry);
    for (size_t i = 0; i < entry->setting_count; i++) {
        const enum setting_kind kind = entry->settings[i].kind;
        if (kind == SETTING_STEERING || kind == SETTING_INCIDENT) {
            fault_of_key(only,
                         "%s to a whole municipality: it cannot be limited to some neighbourhoods",
                         kind == SETTING_STEERING ? "steering belongs" : "an incident belongs");
            return;
        }
    }
}

static void line_read(const struct value *line, struct schedule_entry *entry)
{
    static const char *const names[LINE_KEYS] = {"from", "to", "set", "only"};
    struct value found[LINE_KEYS];
    if (!value_mapping(line, names, LINE_KEYS, found))
        return;
    entry->to = UINT32_MAX;
    if (!found[LINE_FROM].node || !found[LINE_SET].node) {
        fault_of_key(line, "\"%s\" is missing, as in {from: 2019-01, set: {knobs.learning: 0.8}}",
                     found[LINE_FROM].node ? "set" : "from");
        return;
    }
    const bool has_from = month_since_start(&found[LINE_FROM], &entry->from);
    if (found[LINE_TO].node && month_since_start(&found[LINE_TO], &entry->to) && has_from &&
        entry->to <= entry->from)
        fault(&found[LINE_TO], "not after the month it begins; it is the first month in which the "
                               "settings no longer hold");
    settings_read(&found[LINE_SET], entry);
    if (found[LINE_ONLY].node && !line->reader->broken)
        only_read(&found[LINE_ONLY], entry);
}

static struct value line_at(const struct value *schedule, size_t i)
{
    char name[32];
    struct value line = value_at(schedule, i);
    const int length = snprintf(name, sizeof name, "schedule[%zu]", i + 1);
    line.path = reader_text(schedule->reader, name, (size_t)length);
    return line;
}

void schedule_resolve(struct reader *reader)
{
    struct scenario *scenario = reader->scenario;
    const struct value *schedule = &reader->schedule;
    if (!schedule->node || !reader_goes_on(reader))
        return;
    if (schedule->node->type == YAML_SCALAR_NODE && schedule->node->data.scalar.length == 0)
        return;
    if (schedule->node->type != YAML_SEQUENCE_NODE || value_count(schedule) > MOST_LINES) {
        fault(schedule, "a list of at most %d lines is expected, as [{from: 2019-01, set: {…}}]",
              MOST_LINES);
        return;
    }
    const size_t count = value_count(schedule);
    scenario->schedule = memory_take(count, sizeof *scenario->schedule, reader->error);
    reader->broken = !scenario->schedule;
    for (size_t i = 0; i < count && reader_goes_on(reader); i++) {
        const struct value line = line_at(schedule, i);
        scenario->schedule_count++;
        if (line.path)
            line_read(&line, &scenario->schedule[i]);
    }
}

static bool is_there(const struct places *places, const char *code)
{
    for (size_t i = 0; i < places->count; i++)
        if (strcmp(places->rows[i].code, code) == 0)
            return true;
    return false;
}

static void code_check(struct reader *reader, size_t line, const char *code)
{
    const struct places *places = &reader->scenario->places;
    char where[64];
    if (is_there(places, code))
        return;
    struct nearest nearest = nearest_begin(code);
    for (size_t i = 0; i < places->count; i++) {
        nearest_offer(&nearest, places->rows[i].code);
        if (strcmp(places->rows[i].name, code) == 0) {
            nearest.best = places->rows[i].code;
            break;
        }
    }
    snprintf(where, sizeof where, "schedule[%zu].only.neighbourhoods", line + 1);
    const struct value value = {reader, reader->schedule.layer, reader->schedule.node, where};
    const char *near = nearest.best;
    const char *format = "no neighbourhood \"%s\" in the places of this scenario%s%s%s";
    if (reader->schedule.node)
        fault_of_key(&value, format, code, near ? " (did you mean " : "", near ? near : "",
                     near ? "?)" : "");
    else
        fault_of(reader, where, format, code, near ? " (did you mean " : "", near ? near : "",
                 near ? "?)" : "");
}

void schedule_check_places(struct reader *reader)
{
    const struct scenario *scenario = reader->scenario;
    for (size_t i = 0; i < scenario->schedule_count; i++)
        for (size_t j = 0; j < scenario->schedule[i].neighbourhood_count; j++)
            code_check(reader, i, scenario->schedule[i].neighbourhoods[j]);
}

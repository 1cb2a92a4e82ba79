#include "params/resolved.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "params/levers.h"
#include "params/numbers.h"
#include "params/table.h"

struct writer {
    char *text; /* NULL once there was no memory */
    size_t length, room;
    struct spel_error *error;
};

static bool writer_grow(struct writer *writer, size_t by)
{
    if (writer->length + by < writer->room)
        return true;
    const size_t room = 2 * (writer->room + by);
    char *larger = memory_take(room, 1, writer->error);
    if (larger)
        memcpy(larger, writer->text, writer->length + 1);
    memory_release(writer->text);
    writer->text = larger;
    writer->room = room;
    return larger != NULL;
}

static void put_part(struct writer *writer, const char *text, size_t length)
{
    if (!writer->text || !writer_grow(writer, length + 1))
        return;
    memcpy(writer->text + writer->length, text, length);
    writer->length += length;
    writer->text[writer->length] = '\0';
}

static void put(struct writer *writer, const char *text)
{
    put_part(writer, text, strlen(text));
}

static void put_whole(struct writer *writer, unsigned long long number)
{
    char text[NUMBER_TEXT];
    snprintf(text, sizeof text, "%llu", number);
    put(writer, text);
}

static void put_number(struct writer *writer, double number)
{
    char text[NUMBER_TEXT];
    number_write(number, text);
    put(writer, text);
}

/* In double quotes, so that nothing in it can be taken for YAML. */
static void put_text(struct writer *writer, const char *text)
{
    char piece[8];
    put(writer, "\"");
    for (; text && *text; text++) {
        const unsigned char byte = (unsigned char)*text;
        if (byte < ' ' || byte == 127)
            snprintf(piece, sizeof piece, "\\x%02x", byte);
        else
            snprintf(piece, sizeof piece, "%s%c", byte == '"' || byte == '\\' ? "\\" : "", byte);
        put(writer, piece);
    }
    put(writer, "\"");
}

static void put_month(struct writer *writer, const struct scenario *scenario, uint32_t since)
{
    char text[NUMBER_TEXT];
    const uint32_t month =
        (uint32_t)(12 * scenario->start_year + scenario->start_month - 1) + since;
    snprintf(text, sizeof text, "%04u-%02u", (unsigned)(month / 12), (unsigned)(month % 12 + 1));
    put(writer, text);
}

/* What stands before a value. */
static void put_path(struct writer *writer, const char *parent, const char *name)
{
    put(writer, parent);
    put(writer, name);
    put(writer, ": ");
}

static void put_wording(struct writer *writer, const char *name, const struct wording *wording)
{
    put_path(writer, name, ".nl");
    put_text(writer, wording->nl);
    put(writer, "\n");
    put_path(writer, name, ".en");
    put_text(writer, wording->en);
    put(writer, "\n");
}

static void put_entry(struct writer *writer, const char *parent, const char *name, double value)
{
    put_path(writer, parent, name);
    put_number(writer, value);
    put(writer, "\n");
}

static void put_count(struct writer *writer, const char *path, unsigned long long count)
{
    put_path(writer, path, "");
    put_whole(writer, count);
    put(writer, "\n");
}

static void put_word(struct writer *writer, const char *parent, const char *name, const char *word)
{
    put_path(writer, parent, name);
    put(writer, word);
    put(writer, "\n");
}

static void put_texts(struct writer *writer, char *const *texts, size_t count)
{
    put(writer, "[");
    for (size_t i = 0; i < count; i++) {
        put(writer, i > 0 ? ", " : "");
        put_text(writer, texts[i]);
    }
    put(writer, "]");
}

static void put_turned(struct writer *writer, const struct scenario *scenario)
{
    for (int i = 0; i < KNOBS; i++)
        put_entry(writer, "knobs.", knob_rows[i].name, scenario->knobs[i]);
    for (int i = 0; i < LEVERS; i++)
        if (scenario->lever_own[i])
            put_entry(writer, "levers.", lever_rows[i].name, scenario->levers[i]);
    for (int i = 0; i < DOMAINS; i++)
        put_entry(writer, "steering.", domain_names[i], scenario->steering[i]);
    put_entry(writer, "history", "", scenario->history);
}

static void put_setting(struct writer *writer, const struct setting *setting)
{
    static const char *const parents[] = {"knobs.", "levers.", "steering.", "incidents.",
                                          "needs.onset_factor."};
    static const char *const alls[] = {NULL, NULL, "steering.all", "incidents.all",
                                       "needs.onset_factor"};
    const char *name = setting->kind == SETTING_KNOB    ? knob_rows[setting->index].name
                       : setting->kind == SETTING_LEVER ? lever_rows[setting->index].name
                       : setting->index >= 0            ? domain_names[setting->index]
                                                        : NULL;
    put(writer, name ? parents[setting->kind] : alls[setting->kind]);
    put(writer, name ? name : "");
    put(writer, ": ");
    put_number(writer, setting->value);
}

static void put_only(struct writer *writer, const struct schedule_entry *entry)
{
    if (entry->urbanity == 0 && entry->neighbourhood_count == 0)
        return;
    put(writer, ", only: {");
    const char *before = "urbanity: [";
    for (unsigned urbanity = 1; urbanity <= 5; urbanity++)
        if (entry->urbanity & 1u << urbanity) {
            put(writer, before);
            put_whole(writer, urbanity);
            before = ", ";
        }
    put(writer, entry->urbanity ? "]" : "");
    if (entry->neighbourhood_count > 0) {
        put(writer, entry->urbanity ? ", neighbourhoods: " : "neighbourhoods: ");
        put_texts(writer, entry->neighbourhoods, entry->neighbourhood_count);
    }
    put(writer, "}");
}

static void put_schedule(struct writer *writer, const struct scenario *scenario)
{
    put(writer, scenario->schedule_count > 0 ? "schedule:\n" : "schedule: []\n");
    for (size_t i = 0; i < scenario->schedule_count; i++) {
        const struct schedule_entry *entry = &scenario->schedule[i];
        put(writer, "  - {from: ");
        put_month(writer, scenario, entry->from);
        if (entry->to != UINT32_MAX) {
            put(writer, ", to: ");
            put_month(writer, scenario, entry->to);
        }
        put(writer, ", set: {");
        for (size_t j = 0; j < entry->setting_count; j++) {
            put(writer, j > 0 ? ", " : "");
            put_setting(writer, &entry->settings[j]);
        }
        put(writer, "}");
        put_only(writer, entry);
        put(writer, "}\n");
    }
}

static void put_parameters(struct writer *writer, const struct scenario *scenario)
{
    char path[PATH_TEXT];
    const size_t count = parameter_count();
    for (size_t i = 0; i < count; i++) {
        const struct parameter_number number = parameter_at(i);
        const double *values = parameter_values_const(&scenario->params, number.row);
        parameter_path(number.row, number.index, path);
        put_entry(writer, "parameters.", path, values[number.index]);
    }
}

/* Wordings and what follows them in one line a claim. */
static void put_expectation(struct writer *writer, const struct expectation *expectation)
{
    put(writer, "  - {claim: {nl: ");
    put_text(writer, expectation->claim.nl);
    put(writer, ", en: ");
    put_text(writer, expectation->claim.en);
    put(writer, "}, test: ");
    put_text(writer, expectation->text);
    if (expectation->type)
        put(writer, expectation->type == 'V' ? ", type: V" : ", type: E");
    if (expectation->pattern > 0) {
        put(writer, ", pattern: ");
        put_whole(writer, expectation->pattern);
    }
    for (size_t i = 0; i < expectation->with_count; i++) {
        const char *setting = expectation->with[i];
        const char *equals = strchr(setting, '=');
        put(writer, i > 0 ? ", " : ", with: {");
        put_part(writer, setting, (size_t)(equals - setting));
        put_path(writer, "", "");
        put(writer, equals + 1);
    }
    put(writer, expectation->with_count > 0 ? "}" : "");
    for (size_t i = 0; i < expectation->without_count; i++) {
        put(writer, i > 0 ? ", " : ", without: [");
        put(writer, expectation->without[i]);
    }
    put(writer, expectation->without_count > 0 ? "]}\n" : "}\n");
}

static void put_expectations(struct writer *writer, const struct scenario *scenario)
{
    put(writer, scenario->expectation_count > 0 ? "expect:\n" : "expect: []\n");
    for (size_t i = 0; i < scenario->expectation_count; i++)
        put_expectation(writer, &scenario->expectations[i]);
}

static void put_record(struct writer *writer, const struct scenario *scenario)
{
    put_count(writer, "runs.replicates", scenario->replicates);
    put_count(writer, "runs.seed", scenario->seed);
    put_word(writer, "record.", "series", "all");
    put_word(writer, "record.", "neighbourhoods", scenario->record_neighbourhoods ? "yes" : "no");
    put_word(writer, "record.", "organisations", scenario->record_organisations ? "yes" : "no");
    put_count(writer, "record.panel", scenario->panel);
    put(writer, "record.snapshots: [");
    for (size_t i = 0; i < scenario->snapshot_count; i++) {
        put(writer, i > 0 ? ", " : "");
        put_month(writer, scenario, scenario->snapshots[i]);
    }
    put(writer, "]\n");
    put_word(writer, "record.", "digest", scenario->digest_monthly ? "monthly" : "yearly");
}

char *resolved_text(const struct scenario *scenario, struct spel_error *error)
{
    struct writer writer = {.room = 16384, .error = error};
    writer.text = memory_take(writer.room, 1, error);
    put(&writer, "samenspel: 1\n");
    put_wording(&writer, "title", &scenario->title);
    put_wording(&writer, "question", &scenario->question);
    put(&writer, "place.municipality: ");
    put_texts(&writer, scenario->municipalities, scenario->municipality_count);
    put(&writer, "\n");
    put_entry(&writer, "place.scale", "", scenario->scale);
    put(&writer, "time.start: ");
    put_month(&writer, scenario, 0);
    put(&writer, "\n");
    put_count(&writer, "time.months", scenario->months);
    put_turned(&writer, scenario);
    put_schedule(&writer, scenario);
    for (int i = 0; i < PROCESSES; i++)
        put_word(&writer, "processes.", process_names[i], scenario->process_off[i] ? "off" : "on");
    put_parameters(&writer, scenario);
    put_record(&writer, scenario);
    put_expectations(&writer, scenario);
    return writer.text;
}

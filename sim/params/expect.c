/* What a scenario expects: its claims, read strictly. */
#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "base/memory.h"
#include "params/apply.h"
#include "params/nearest.h"
#include "params/period.h"

enum { MOST_CLAIMS = 100, MOST_PATTERN = 1000, LONGEST_CLAIM = 500, LONGEST_TEST = 500 };
enum { CLAIM_SAYS, CLAIM_TEST, CLAIM_TYPE, CLAIM_PATTERN, CLAIM_WITH, CLAIM_WITHOUT, CLAIM_KEYS };

/* Claims are about the scenario in whose file they stand: those of a base are left. */
void apply_expect(const struct item *item)
{
    struct reader *reader = item->value.reader;
    if (item->value.layer == reader->own || item->value.layer->set)
        reader->expect = item->value;
}

static void wording_read(const struct value *value, struct wording *wording)
{
    static const char *const names[] = {"nl", "en"};
    struct value found[2] = {{0}};
    const bool both = value->node->type == YAML_MAPPING_NODE;
    if (both && !value_mapping(value, names, 2, found))
        return;
    for (size_t i = 0; i < 2; i++) {
        const struct value *one = both ? &found[i] : value;
        const char *text = !one->node ? "" : value_text(one, LONGEST_CLAIM);
        char *own = text ? text_own(value->reader, text) : NULL;
        *(i == 0 ? &wording->nl : &wording->en) = own;
    }
}

/* The place of a letter of a text that stands on one line of a file. */
static size_t column_of(const yaml_node_t *node, size_t letter)
{
    const bool quoted = node->data.scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE ||
                        node->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    const bool one_line = node->start_mark.line == node->end_mark.line;
    return node->start_mark.column + (one_line ? quoted + letter : 0);
}

static void test_read(const struct value *value, struct expectation *expectation)
{
    struct reader *reader = value->reader;
    const struct scenario *scenario = reader->scenario;
    const struct calendar_span calendar = {scenario->start_year, scenario->start_month,
                                           scenario->months};
    struct claim_fault wrong;
    const char *text = value_text(value, LONGEST_TEST);
    if (!text)
        return;
    expectation->text = text_own(reader, text);
    expectation->file = text_own(reader, value->layer->file);
    expectation->line = value->layer->set ? 0 : value->node->start_mark.line + 1;
    expectation->column = column_of(value->node, 0) + 1;
    if (reader->broken || claim_parse(&expectation->test, text, &calendar, &wrong))
        return;
    yaml_node_t letter = *value->node;
    letter.start_mark.column = column_of(value->node, wrong.at);
    struct value there = *value;
    there.node = &letter;
    fault(&there, "%s", wrong.sentence);
}

static void type_read(const struct value *value, struct expectation *expectation)
{
    const char *text = value_text(value, LONGEST_CLAIM);
    if (text && (strcmp(text, "V") == 0 || strcmp(text, "E") == 0))
        expectation->type = text[0];
    else if (text)
        fault(value, "V (follows from one assumption) or E (emerges from several) is expected");
}

/* Whether a setting is of the world or of the policy, not of the run as a whole. */
static bool may_differ(const char *path)
{
    static const char *const starts[] = {"parameters.", "processes.", "levers.",
                                         "knobs.",      "steering.",  "history"};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (strncmp(path, starts[i], strlen(starts[i])) == 0)
            return true;
    return false;
}

static char *setting_read(const struct item *item)
{
    char setting[PATH_TEXT + 96];
    const char *text = value_text(&item->value, 64);
    if (!text)
        return NULL;
    if (!may_differ(item->key->path)) {
        fault_of_key(&item->value, "a claim can set parameters, processes, levers, knobs, steering "
                                   "and history");
        return NULL;
    }
    if (text[0] == '\0' || text[strcspn(text, " ,:{}[]#\"'&*!|>%@`=")]) {
        fault(&item->value, "a number or a word is expected");
        return NULL;
    }
    snprintf(setting, sizeof setting, "%s=%s", item->key->path, text);
    return text_own(item->value.reader, setting);
}

static void with_read(const struct value *value, struct expectation *expectation)
{
    struct reader *reader = value->reader;
    struct layer found = *value->layer;
    found.items = NULL;
    found.item_count = found.item_room = 0;
    if (value->node->type != YAML_MAPPING_NODE) {
        fault(value, "settings are expected, as {trust.gain: 0.1}");
        return;
    }
    layer_walk(reader, &found, value->node, "", value->path, true);
    if (reader->broken)
        return;
    if (value_pairs(value) == 0)
        fault_of_key(value, "there is nothing to set");
    expectation->with = memory_take(found.item_count, sizeof(char *), reader->error);
    reader->broken = !expectation->with;
    for (size_t i = 0; i < found.item_count && !reader->broken; i++) {
        struct item item = found.items[i];
        item.value.layer = value->layer;
        expectation->with[expectation->with_count] = setting_read(&item);
        expectation->with_count += expectation->with[expectation->with_count] != NULL;
    }
}

static bool process_is(const struct value *value, const char *name)
{
    struct nearest nearest = nearest_begin(name);
    for (int p = 0; p < PROCESSES; p++) {
        nearest_offer(&nearest, process_names[p]);
        if (strcmp(process_names[p], name) == 0)
            return true;
    }
    return fault(value, "no process of that name%s%s%s", nearest.best ? " (did you mean " : "",
                 nearest.best ? nearest.best : "", nearest.best ? "?)" : "");
}

static void without_read(const struct value *value, struct expectation *expectation)
{
    struct reader *reader = value->reader;
    const size_t count = value_count(value);
    if (count == 0)
        fault_of_key(value, "the name of a process is expected");
    expectation->without = memory_take(count, sizeof(char *), reader->error);
    reader->broken = !expectation->without;
    for (size_t i = 0; i < count && i < PROCESSES && reader_goes_on(reader); i++) {
        const struct value one = value_at(value, i);
        const char *name = value_text(&one, LONGEST_CLAIM);
        if (!name || !process_is(&one, name))
            continue;
        char *own = text_own(reader, name);
        if (own)
            expectation->without[expectation->without_count++] = own;
    }
}

static void claim_read(const struct value *line, struct expectation *expectation)
{
    static const char *const names[CLAIM_KEYS] = {
        [CLAIM_SAYS] = "claim",      [CLAIM_TEST] = "test", [CLAIM_TYPE] = "type",
        [CLAIM_PATTERN] = "pattern", [CLAIM_WITH] = "with", [CLAIM_WITHOUT] = "without"};
    struct value found[CLAIM_KEYS] = {{0}};
    uint64_t pattern;
    if (line->node->type != YAML_MAPPING_NODE) {
        fault(line, "a claim is expected, as {claim: …, test: …}");
        return;
    }
    if (!value_mapping(line, names, CLAIM_KEYS, found))
        return;
    for (size_t k = CLAIM_SAYS; k <= CLAIM_TEST; k++)
        if (!found[k].node)
            fault_of_key(line, "%s is missing", names[k]);
    if (found[CLAIM_SAYS].node)
        wording_read(&found[CLAIM_SAYS], &expectation->claim);
    if (found[CLAIM_TEST].node)
        test_read(&found[CLAIM_TEST], expectation);
    if (found[CLAIM_TYPE].node)
        type_read(&found[CLAIM_TYPE], expectation);
    if (found[CLAIM_PATTERN].node && value_whole(&found[CLAIM_PATTERN], 1, MOST_PATTERN, &pattern))
        expectation->pattern = (unsigned)pattern;
    if (found[CLAIM_WITH].node)
        with_read(&found[CLAIM_WITH], expectation);
    if (found[CLAIM_WITHOUT].node)
        without_read(&found[CLAIM_WITHOUT], expectation);
}

void expect_resolve(struct reader *reader)
{
    struct scenario *scenario = reader->scenario;
    if (!reader->expect.node || !reader_goes_on(reader))
        return;
    if (reader->expect.node->type != YAML_SEQUENCE_NODE) {
        fault(&reader->expect, "a list of claims is expected");
        return;
    }
    const size_t count = value_count(&reader->expect);
    if (count > MOST_CLAIMS) {
        fault_of_key(&reader->expect, "more than %d claims", MOST_CLAIMS);
        return;
    }
    scenario->expectations = memory_take(count, sizeof *scenario->expectations, reader->error);
    reader->broken = !scenario->expectations;
    for (size_t i = 0; i < count && reader_goes_on(reader); i++) {
        char path[32];
        struct value line = value_at(&reader->expect, i);
        snprintf(path, sizeof path, "expect[%zu]", i + 1);
        line.path = reader_text(reader, path, strlen(path));
        scenario->expectation_count++;
        if (line.path)
            claim_read(&line, &scenario->expectations[i]);
    }
}

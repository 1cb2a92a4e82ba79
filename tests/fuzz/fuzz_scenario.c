/* Whatever stands in a scenario: it is refused with a sentence, or what was read is
 * within its ranges and reads back to the same. */
#include "fuzz_scenario.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "params/scenario.h"
#include "params/table.h"

static void must(bool holds)
{
    if (!holds)
        abort();
}

/* Two neighbourhoods of one municipality. */
static struct places some_places(void)
{
    struct places places = {.count = 2};
    places.rows = memory_take(places.count, sizeof *places.rows, NULL);
    must(places.rows != NULL);
    for (size_t i = 0; i < places.count; i++) {
        strcpy(places.rows[i].code, i == 0 ? "WK000100" : "WK000101");
        strcpy(places.rows[i].name, i == 0 ? "West" : "Oost");
        strcpy(places.rows[i].municipality, "Zwolle");
        strcpy(places.rows[i].municipality_code, "GM0001");
    }
    return places;
}

static void must_be_in_range(const struct scenario *scenario)
{
    for (size_t i = 0; i < parameter_count(); i++) {
        const struct parameter_number at = parameter_at(i);
        const double value = parameter_values_const(&scenario->params, at.row)[at.index];
        must(value >= at.row->min && value <= at.row->max);
    }
    for (size_t i = 0; i < LEVERS; i++)
        must(scenario->levers[i] >= 0 && scenario->levers[i] <= 1);
    for (size_t i = 0; i < scenario->schedule_count; i++) {
        must(scenario->schedule[i].from < scenario->schedule[i].to);
        must(scenario->schedule[i].setting_count > 0);
    }
    for (size_t i = 0; i < scenario->snapshot_count; i++)
        must(scenario->snapshots[i] < scenario->months);
    must(scenario->municipality_count == 1 && scenario->places.count == 2);
}

static void must_read_back(struct scenario *scenario)
{
    struct scenario again;
    struct spel_error error = {0};
    must(scenario_parse(&again, "again", scenario->resolved, strlen(scenario->resolved),
                        &scenario->places, &error));
    must(strcmp(again.resolved, scenario->resolved) == 0);
    must(memcmp(&again.params, &scenario->params, sizeof again.params) == 0);
    must(memcmp(again.levers, scenario->levers, sizeof again.levers) == 0);
    scenario_clear(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct scenario scenario;
    struct spel_error error = {0};
    struct places places = some_places();
    if (scenario_parse(&scenario, "input", (const char *)bytes, length, &places, &error)) {
        must(error.count == 0);
        must_be_in_range(&scenario);
        must_read_back(&scenario);
        scenario_clear(&scenario);
    } else {
        must(error.code != SPEL_FINE && error.count > 0 && error.text[0]);
    }
    places_clear(&places);
    return 0;
}

#include "support/village.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { TEXT = 4096, PATH = 512 };

void village_towns(struct scenario *scenario, const char *const *municipalities, size_t count,
                   double scale, const char *more)
{
    const char *scenarios = getenv("SAMENSPEL_SCENARIOS");
    char folder[PATH], text[TEXT] = "samenspel: 1\nplace: {municipality: [";
    struct spel_error error = {0};
    struct places places;
    assert_non_null(scenarios);
    snprintf(folder, sizeof folder, "%s/places", scenarios);
    if (!places_read(&places, folder, municipalities, count, &error))
        fail_msg("%s", error.text);
    size_t length = strlen(text);
    for (size_t m = 0; m < count; m++)
        length += (size_t)snprintf(text + length, sizeof text - length, "%s\"%s\"", m ? ", " : "",
                                   municipalities[m]);
    length += (size_t)snprintf(text + length, sizeof text - length, "], scale: %g}\n%s", scale,
                               more ? more : "");
    assert_in_range(length, 1, sizeof text - 1);
    if (!scenario_parse(scenario, "village", text, length, &places, &error))
        fail_msg("%s", error.text);
}

void village_of(struct scenario *scenario, const char *municipality, double scale, const char *more)
{
    village_towns(scenario, &municipality, 1, scale, more);
}

void village_scaled(struct scenario *scenario, double scale, const char *more)
{
    village_of(scenario, "Aa en Hunze", scale, more);
}

void village_scenario(struct scenario *scenario, const char *more)
{
    village_scaled(scenario, 0.1, more);
}

static void first_day(struct village *village)
{
    struct spel_error error = {0};
    village->model = spel_model_create(&village->scenario, 0, &error);
    if (!village->model)
        fail_msg("%s", error.text);
}

void village_settle(struct village *village, const char *more)
{
    village_scenario(&village->scenario, more);
    first_day(village);
}

void village_whole(struct village *village)
{
    village_scaled(&village->scenario, 1,
                   "parameters: {settlement: {burn_in: 0}, support_network: {burn_in: 0}}\n");
    first_day(village);
}

void village_clear(struct village *village)
{
    spel_model_free(village->model);
    scenario_clear(&village->scenario);
}

void village_run(struct village *village, uint32_t months)
{
    for (uint32_t month = 0; month < months; month++)
        spel_model_step(village->model);
}

void village_pair(struct village_pair *pair, const char *more, uint32_t months)
{
    village_settle(&pair->before, more);
    village_settle(&pair->after, more);
    village_run(&pair->after, months);
}

void village_pair_clear(struct village_pair *pair)
{
    village_clear(&pair->before);
    village_clear(&pair->after);
}

void village_lever(struct world *world, enum lever lever, double value)
{
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        world->neighbourhoods.lever[n * LEVERS + (size_t)lever] = (float)value;
}

void village_steer(struct world *world, double steering)
{
    for (size_t i = 0; i < world->neighbourhoods.count * DOMAINS; i++)
        world->neighbourhoods.enacted[i] = (float)steering;
    for (size_t i = 0; i < world->municipalities.count * DOMAINS; i++)
        world->municipalities.enacted[i] = (float)steering;
}

bool village_same(const struct village *one, const struct village *other)
{
    const struct digest a = spel_model_digest(one->model), b = spel_model_digest(other->model);
    return a.low == b.low && a.high == b.high;
}

uint32_t village_need(const struct world *world, uint32_t resident, enum domain domain)
{
    uint32_t row = world->residents.first_need[resident];
    while (row != COLUMN_NONE && world->needs.domain[row] != domain)
        row = world->needs.next[row];
    return row;
}

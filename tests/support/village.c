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

void village_of(struct scenario *scenario, const char *municipality, double scale, const char *more)
{
    const char *const names[] = {municipality};
    const char *scenarios = getenv("SAMENSPEL_SCENARIOS");
    char folder[PATH], text[TEXT];
    struct spel_error error;
    struct places places;
    assert_non_null(scenarios);
    snprintf(folder, sizeof folder, "%s/places", scenarios);
    if (!places_read(&places, folder, names, 1, &error))
        fail_msg("%s", error.text);
    const int length =
        snprintf(text, sizeof text, "samenspel: 1\nplace: {municipality: \"%s\", scale: %g}\n%s",
                 municipality, scale, more ? more : "");
    assert_in_range(length, 1, sizeof text - 1);
    if (!scenario_parse(scenario, "village", text, (size_t)length, &places, &error))
        fail_msg("%s", error.text);
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
    struct spel_error error;
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

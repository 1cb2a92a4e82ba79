#include "params/scenario.h"

#include <string.h>

#include "base/memory.h"
#include "params/table.h"

static char *own_text(const char *text, struct spel_error *error)
{
    char *copy = memory_take(strlen(text) + 1, 1, error);
    if (copy)
        strcpy(copy, text);
    return copy;
}

bool scenario_default(struct scenario *scenario, const char *name, struct spel_error *error)
{
    *scenario = (struct scenario){
        .scale = 1,
        .start_year = 2015,
        .start_month = 1,
        .months = 180,
        .replicates = 1,
        .seed = 20150101,
        .record_neighbourhoods = true,
        .record_organisations = true,
        .panel = 200,
    };
    for (int i = 0; i < KNOBS; i++)
        scenario->knobs[i] = 0.5;
    for (int i = 0; i < LEVERS; i++)
        scenario->levers[i] = lever_from_knob((enum lever)i, scenario->knobs);
    for (int i = 0; i < DOMAINS; i++)
        scenario->steering[i] = 0.4;
    params_default(&scenario->params);
    scenario->name = own_text(name, error);
    char **const wordings[] = {&scenario->title.nl, &scenario->title.en, &scenario->question.nl,
                               &scenario->question.en};
    bool fine = scenario->name != NULL;
    for (size_t i = 0; i < 4 && fine; i++)
        fine = (*wordings[i] = own_text("", error)) != NULL;
    if (!fine)
        scenario_clear(scenario);
    return fine;
}

static void texts_clear(char **texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        memory_release(texts[i]);
    memory_release(texts);
}

static void expectation_clear(struct expectation *expectation)
{
    memory_release(expectation->claim.nl);
    memory_release(expectation->claim.en);
    memory_release(expectation->text);
    memory_release(expectation->file);
    texts_clear(expectation->with, expectation->with_count);
    texts_clear(expectation->without, expectation->without_count);
}

void scenario_clear(struct scenario *scenario)
{
    char *const own[] = {scenario->name,        scenario->title.nl,    scenario->title.en,
                         scenario->question.nl, scenario->question.en, scenario->text,
                         scenario->resolved};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        memory_release(own[i]);
    texts_clear(scenario->municipalities, scenario->municipality_count);
    for (size_t i = 0; i < scenario->schedule_count; i++) {
        memory_release(scenario->schedule[i].settings);
        texts_clear(scenario->schedule[i].neighbourhoods,
                    scenario->schedule[i].neighbourhood_count);
    }
    memory_release(scenario->schedule);
    for (size_t i = 0; i < scenario->expectation_count; i++)
        expectation_clear(&scenario->expectations[i]);
    memory_release(scenario->expectations);
    memory_release(scenario->snapshots);
    sweep_clear(&scenario->sweep);
    places_clear(&scenario->places);
    *scenario = (struct scenario){0};
}

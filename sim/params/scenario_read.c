#include "params/scenario.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "base/memory.h"
#include "params/folders.h"
#include "params/apply.h"
#include "params/layers.h"
#include "params/levers.h"
#include "params/resolved.h"

/* What sets many numbers at once goes before what sets one of them. */
static void apply_layer(struct reader *reader, const struct layer *layer)
{
    static const size_t spans[] = {DOMAINS * AGE_BANDS, AGE_BANDS, DOMAINS, 1};
    for (size_t s = 0; s < sizeof spans / sizeof *spans; s++)
        for (size_t i = 0; i < layer->item_count && reader_goes_on(reader); i++)
            if (layer->items[i].key->span == spans[s])
                layer->items[i].key->apply(&layer->items[i]);
}

static void apply_layers(struct reader *reader, struct layers *layers)
{
    struct scenario *scenario = reader->scenario;
    reader->own = &layers->files[0];
    for (size_t i = layers->file_count; i > 0; i--)
        apply_layer(reader, &layers->files[i - 1]);
    for (size_t i = 0; i < layers->set_count; i++)
        apply_layer(reader, &layers->sets[i]);
    for (int i = 0; i < LEVERS; i++)
        if (!scenario->lever_own[i])
            scenario->levers[i] = lever_from_knob((enum lever)i, scenario->knobs);
    schedule_resolve(reader);
    snapshots_resolve(reader);
    sweep_resolve(reader);
    expect_resolve(reader);
    ceilings_check(reader);
    const struct settlement_params *settlement = &scenario->params.settlement;
    const double spread = settlement->trust_sd * settlement->trust_sd;
    if (spread >= settlement->trust_mean * (1 - settlement->trust_mean))
        fault_of(reader, scenario->name,
                 "settlement.trust_sd: too wide for settlement.trust_mean: its square is below "
                 "mean × (1 - mean)");
}

/* A fresh reader with the defaults filled in. */
static bool begin(struct reader *reader, struct scenario *scenario, const char *path,
                  struct spel_error *error)
{
    char name[PATH_TEXT];
    *reader = (struct reader){.scenario = scenario, .error = error};
    const char *file = file_name(path);
    const char *ending = strrchr(file, '.');
    const size_t length = ending && ending > file ? (size_t)(ending - file) : strlen(file);
    snprintf(name, sizeof name, "%.*s", (int)(length < PATH_TEXT ? length : PATH_TEXT - 1), file);
    reader->broken = !scenario_default(scenario, name, error) || !keys_make(&reader->keys, error);
    return !reader->broken;
}

/* Writes the two texts; on failure nothing of the scenario is left. */
static bool end(struct reader *reader, struct layers *layers)
{
    struct scenario *scenario = reader->scenario;
    if (reader->faults == 0 && !reader->broken) {
        scenario->text = layers_text(layers, reader->error);
        scenario->resolved = scenario->text ? resolved_text(scenario, reader->error) : NULL;
        reader->broken = !scenario->resolved;
    }
    layers_clear(layers);
    keys_clear(&reader->keys);
    pool_clear(&reader->pool);
    if (reader->faults == 0 && !reader->broken)
        return true;
    scenario_clear(scenario);
    return false;
}

/* Numbers are read and written with a point whatever the locale of the caller. */
static locale_t locale_enter(void)
{
    const locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    return plain ? uselocale(plain) : (locale_t)0;
}

static void locale_leave(locale_t before)
{
    if (before)
        freelocale(uselocale(before));
}

static void read_found(struct reader *reader, struct layers *layers, const char *path,
                       const char *tables_beside, const char *const *overrides,
                       size_t override_count, const char *const *folders)
{
    layers_load_files(reader, layers, path, folders);
    if (!layers->files[0].has_document || !reader_goes_on(reader))
        return;
    layers_load_sets(reader, layers, overrides, override_count);
    apply_layers(reader, layers);
    if (reader_goes_on(reader) && places_find(reader, tables_beside, folders))
        places_resolve(reader);
}

bool scenario_read_beside(struct scenario *scenario, const char *path, const char *tables_beside,
                          const char *const *overrides, size_t override_count,
                          const char *const *folders, struct spel_error *error)
{
    const locale_t before = locale_enter();
    struct reader reader;
    struct layers layers = {0};
    *scenario = (struct scenario){0};
    if (error)
        error_clear(error);
    if (begin(&reader, scenario, path, error))
        read_found(&reader, &layers, path, tables_beside, overrides, override_count, folders);
    const bool fine = end(&reader, &layers);
    locale_leave(before);
    return fine;
}

bool scenario_read(struct scenario *scenario, const char *name, const char *const *overrides,
                   size_t override_count, const char *const *folders, struct spel_error *error)
{
    *scenario = (struct scenario){0};
    if (error)
        error_clear(error);
    char *path = folders_scenario(name, folders, error);
    const bool fine = path && scenario_read_beside(scenario, path, path, overrides, override_count,
                                                   folders, error);
    memory_release(path);
    return fine;
}

bool scenario_parse_set(struct scenario *scenario, const char *name, const char *text,
                        size_t length, const char *const *overrides, size_t override_count,
                        struct places *places, struct spel_error *error)
{
    const locale_t before = locale_enter();
    struct reader reader;
    struct layers layers = {0};
    if (error)
        error_clear(error);
    if (begin(&reader, scenario, name, error)) {
        layers_load_text(&reader, &layers, name, text, length);
        layers_load_sets(&reader, &layers, overrides, override_count);
        if (reader_goes_on(&reader)) {
            apply_layers(&reader, &layers);
            scenario->places = *places;
            *places = (struct places){0};
            places_resolve(&reader);
        }
    }
    const bool fine = end(&reader, &layers);
    locale_leave(before);
    return fine;
}

bool scenario_parse(struct scenario *scenario, const char *name, const char *text, size_t length,
                    struct places *places, struct spel_error *error)
{
    return scenario_parse_set(scenario, name, text, length, NULL, 0, places, error);
}

/* The places of a scenario: their names, and the rows of the tables. */
#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "base/memory.h"
#include "params/folders.h"
#include "params/apply.h"

enum { MOST_MUNICIPALITIES = 1000 };
static const char whole_country[] = "all";

static bool names_take(struct reader *reader, size_t count)
{
    struct scenario *scenario = reader->scenario;
    scenario->municipalities = memory_take(count, sizeof *scenario->municipalities, reader->error);
    reader->broken = !scenario->municipalities;
    return !reader->broken;
}

static void name_add(struct reader *reader, const char *name)
{
    struct scenario *scenario = reader->scenario;
    char *own = text_own(reader, name);
    if (own)
        scenario->municipalities[scenario->municipality_count++] = own;
}

/* Every municipality of the tables; their rows stand together. */
static void names_of_all(struct reader *reader)
{
    const struct places *places = &reader->scenario->places;
    if (!names_take(reader, places->count))
        return;
    for (size_t i = 0; i < places->count && !reader->broken; i++)
        if (i == 0 || strcmp(places->rows[i].municipality, places->rows[i - 1].municipality) != 0)
            name_add(reader, places->rows[i].municipality);
}

static void name_check(const struct value *value, const char *written)
{
    struct reader *reader = value->reader;
    const struct scenario *scenario = reader->scenario;
    const char *name = places_municipality(&scenario->places, written);
    if (!name) {
        const char *near = places_nearest(&scenario->places, written);
        fault(value, "no such municipality in the place tables%s%s%s",
              near ? " (did you mean " : ": samenspel places lists them", near ? near : "",
              near ? "?)" : "");
        return;
    }
    for (size_t i = 0; i < scenario->municipality_count; i++)
        if (strcmp(scenario->municipalities[i], name) == 0) {
            fault(value, "this municipality stands there twice");
            return;
        }
    name_add(reader, name);
}

static void names_check(struct reader *reader)
{
    const struct value *list = &reader->municipality;
    const size_t count = value_count(list);
    if (count == 0 || count > MOST_MUNICIPALITIES) {
        fault_of_key(list, "from one to %d municipalities are expected", MOST_MUNICIPALITIES);
        return;
    }
    const bool is_single = list->node->type == YAML_SCALAR_NODE;
    if (is_single && strcmp((const char *)list->node->data.scalar.value, whole_country) == 0) {
        names_of_all(reader);
        return;
    }
    if (!names_take(reader, count))
        return;
    for (size_t i = 0; i < count && reader_goes_on(reader); i++) {
        const struct value one = value_at(list, i);
        const char *name = value_text(&one, NAME_TEXT);
        if (name)
            name_check(&one, name);
    }
}

void places_resolve(struct reader *reader)
{
    struct scenario *scenario = reader->scenario;
    if (!reader_goes_on(reader))
        return;
    if (!reader->municipality.node) {
        if (!reader->base_lost)
            fault_of(reader, scenario->name,
                     "place.municipality is missing: name one, as place: {municipality: Utrecht}");
        return;
    }
    names_check(reader);
    if (reader->faults > 0 || reader->broken)
        return;
    places_keep(&scenario->places, (const char *const *)scenario->municipalities,
                scenario->municipality_count);
    schedule_check_places(reader);
}

bool places_find(struct reader *reader, const char *path, const char *const *folders)
{
    static const char table[] = "places/neighbourhoods.csv";
    char *found = folders_find(path, folders, table, "", reader->error);
    if (!found) {
        return fault_of(reader, table,
                        "the place tables are neither beside the scenario nor installed; "
                        "SAMENSPEL_SCENARIOS can name the folder that holds places/");
    }
    found[strlen(found) - strlen("/neighbourhoods.csv")] = '\0';
    const bool fine = places_load(&reader->scenario->places, found, reader->error);
    memory_release(found);
    if (!fine)
        reader->faults++;
    return fine;
}

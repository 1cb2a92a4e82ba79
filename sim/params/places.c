#include "params/places.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "params/nearest.h"
#include "params/places_read.h"

static const char country[] = "NL";

static int by_code(const void *one, const void *other)
{
    const struct place_row *a = one, *b = other;
    const int order = strcmp(a->municipality_code, b->municipality_code);
    return order ? order : strcmp(a->code, b->code);
}

static int by_code_and_age(const void *one, const void *other)
{
    const struct position_row *a = one, *b = other;
    const int order = strcmp(a->municipality_code, b->municipality_code);
    return order ? order : a->age_from - b->age_from;
}

/* Ages 0 to 104, each once, in any order. */
static bool rates_fill(struct places *places, const struct place_lines *lines,
                       struct spel_error *error)
{
    const struct age_row *rows = lines->rows;
    bool seen[AGES] = {false};
    size_t count = 0;
    for (size_t i = 0; i < lines->count; i++) {
        if (seen[rows[i].age])
            return error_add(error, SPEL_ERROR_INPUT,
                             "%s:%zu:1: age = %d: this age stands there twice", lines->path,
                             lines->lines[i], rows[i].age);
        seen[rows[i].age] = true;
        places->rates[rows[i].age] = rows[i].rates;
        count++;
    }
    for (int age = 0; age < AGES; age++)
        if (!seen[age])
            return error_add(error, SPEL_ERROR_INPUT,
                             "%s:%zu:1: age %d is missing: ages 0 to %d are needed", lines->path,
                             lines->lines[lines->count - 1], age, AGES - 1);
    return true;
}

/* The bands of each municipality follow each other from 0 to the last age. */
static bool bands_are_whole(const struct places *places, const char *path, struct spel_error *error)
{
    for (size_t i = 0; i < places->position_count; i++) {
        const struct position_row *row = &places->positions[i];
        const bool first = i == 0 || strcmp(row[-1].municipality_code, row->municipality_code) != 0;
        const bool last = i + 1 == places->position_count ||
                          strcmp(row[1].municipality_code, row->municipality_code) != 0;
        if (row->age_from != (first ? 0 : row[-1].age_to) || row->age_to <= row->age_from ||
            (last && row->age_to != AGES))
            return error_add(error, SPEL_ERROR_INPUT,
                             "%s: %s, ages %d to %d: the bands of a municipality follow each other "
                             "from 0 to %d without gap or overlap",
                             path, row->municipality_code, row->age_from, row->age_to, AGES);
    }
    return true;
}

static bool has_country(const struct places *places)
{
    for (size_t i = 0; i < places->position_count; i++)
        if (strcmp(places->positions[i].municipality_code, country) == 0)
            return true;
    return false;
}

static bool rows_fill(struct places *places, struct place_lines *lines, struct spel_error *error)
{
    places->rows = lines->rows;
    places->count = lines->count;
    lines->rows = NULL;
    qsort(places->rows, places->count, sizeof *places->rows, by_code);
    for (size_t i = 1; i < places->count; i++)
        if (by_code(&places->rows[i - 1], &places->rows[i]) == 0)
            return error_add(error, SPEL_ERROR_INPUT, "%s: neighbourhood %s stands there twice",
                             lines->path, places->rows[i].code);
    return true;
}

static bool positions_fill(struct places *places, struct place_lines *lines,
                           struct spel_error *error)
{
    places->positions = lines->rows;
    places->position_count = lines->count;
    lines->rows = NULL;
    qsort(places->positions, places->position_count, sizeof *places->positions, by_code_and_age);
    if (!bands_are_whole(places, lines->path, error))
        return false;
    return has_country(places) ||
           error_add(error, SPEL_ERROR_INPUT, "%s: the rows of the whole country, %s, are missing",
                     lines->path, country);
}

static bool sources_fill(struct places *places, const struct place_lines lines[PLACE_TABLES],
                         struct spel_error *error)
{
    size_t room = 1;
    for (size_t i = 0; i < PLACE_TABLES; i++)
        room += strlen(lines[i].sources) + strlen(place_tables[i].file) + 4;
    places->sources = memory_take(room, 1, error);
    for (size_t i = 0, at = 0; i < PLACE_TABLES && places->sources; i++) {
        memcpy(places->sha256[i], lines[i].sha256, sizeof places->sha256[i]);
        at += (size_t)snprintf(places->sources + at, room - at, "# %s\n%s", place_tables[i].file,
                               lines[i].sources);
    }
    return places->sources != NULL;
}

static bool has_no_memory(const struct spel_error *error)
{
    return error && error->code == SPEL_ERROR_MEMORY;
}

bool places_load(struct places *places, const char *folder, struct spel_error *error)
{
    struct place_lines lines[PLACE_TABLES] = {{0}};
    *places = (struct places){0};
    bool fine = true;
    for (size_t i = 0; i < PLACE_TABLES && !has_no_memory(error); i++)
        fine = place_lines_read(&lines[i], folder, &place_tables[i], error) && fine;
    fine = fine && sources_fill(places, lines, error);
    if (fine) {
        const bool rows = rows_fill(places, &lines[TABLE_NEIGHBOURHOODS], error);
        const bool positions = positions_fill(places, &lines[TABLE_POSITIONS], error);
        fine = rates_fill(places, &lines[TABLE_RATES], error) && rows && positions;
    }
    for (size_t i = 0; i < PLACE_TABLES; i++)
        place_lines_clear(&lines[i]);
    if (!fine)
        places_clear(places);
    return fine;
}

static bool is_of(const struct place_row *row, const char *municipality)
{
    return strcmp(row->municipality, municipality) == 0 ||
           strcmp(row->municipality_code, municipality) == 0;
}

const char *places_municipality(const struct places *places, const char *municipality)
{
    for (size_t i = 0; i < places->count; i++)
        if (is_of(&places->rows[i], municipality))
            return places->rows[i].municipality;
    return NULL;
}

/* What people call municipalities that are officially called something far from it. */
static const struct {
    const char *common, *official;
} common_names[] = {
    {"Den Bosch", "'s-Hertogenbosch"},
    {"Den Haag", "'s-Gravenhage"},
    {"The Hague", "'s-Gravenhage"},
    {"Friese Meren", "De Fryske Marren"},
    {"Noordoost-Friesland", "Noardeast-Fryslân"},
    {"Zuidwest-Friesland", "Súdwest-Fryslân"},
};

const char *places_nearest(const struct places *places, const char *municipality)
{
    enum { COMMON = sizeof common_names / sizeof *common_names };
    struct nearest nearest = nearest_begin(municipality);
    for (size_t i = 0; i < places->count; i++)
        nearest_offer(&nearest, places->rows[i].municipality);
    for (size_t c = 0; c < COMMON; c++)
        if (places_municipality(places, common_names[c].official))
            nearest_offer(&nearest, common_names[c].common);
    for (size_t c = 0; c < COMMON; c++)
        if (nearest.best == common_names[c].common)
            return common_names[c].official;
    return nearest.best;
}

void places_keep(struct places *places, const char *const *municipalities, size_t count)
{
    size_t kept = 0, positions = 0;
    for (size_t i = 0; i < places->count && count > 0; i++)
        for (size_t j = 0; j < count; j++)
            if (is_of(&places->rows[i], municipalities[j])) {
                places->rows[kept++] = places->rows[i];
                break;
            }
    if (count > 0)
        places->count = kept;
    for (size_t i = 0; i < places->position_count; i++) {
        const char *code = places->positions[i].municipality_code;
        if (strcmp(code, country) == 0 || places_municipality(places, code))
            places->positions[positions++] = places->positions[i];
    }
    places->position_count = positions;
}

bool places_read(struct places *places, const char *folder, const char *const *municipalities,
                 size_t municipality_count, struct spel_error *error)
{
    if (!places_load(places, folder, error))
        return false;
    bool fine = true;
    for (size_t i = 0; i < municipality_count; i++) {
        if (places_municipality(places, municipalities[i]))
            continue;
        const char *near = places_nearest(places, municipalities[i]);
        fine = error_add(error, SPEL_ERROR_INPUT, "%s/%s: no municipality \"%.60s\"%s%s%s", folder,
                         place_tables[TABLE_NEIGHBOURHOODS].file, municipalities[i],
                         near ? " (did you mean " : "", near ? near : "", near ? "?)" : "");
    }
    if (fine)
        places_keep(places, municipalities, municipality_count);
    else
        places_clear(places);
    return fine;
}

void places_clear(struct places *places)
{
    memory_release(places->rows);
    memory_release(places->positions);
    memory_release(places->sources);
    *places = (struct places){0};
}

/* The tables that a network spec names, read into it. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <yaml.h>

#include "base/memory.h"
#include "params/folders.h"
#include "params/network_spec_parts.h"
#include "params/network_table.h"

enum { MOST_TABLES = 64, SENTENCE = 300 };
static const double largest = 1e12;

/* Each file is read once, however many columns are asked of it. */
struct tables {
    struct network_spec *spec;
    struct spel_error *error;
    struct network_table rows[MOST_TABLES];
    size_t count;
    bool failed;
};

/* Beside the spec, or where an absolute path says. */
static char *path_of(struct tables *tables, const char *file)
{
    const char *spec = tables->spec->file;
    const int folder = file[0] == '/' ? 0 : (int)(file_name(spec) - spec);
    const size_t room = (size_t)folder + strlen(file) + 1;
    char *path = pool_take(&tables->spec->pool, room, 1, tables->error);
    if (path)
        snprintf(path, room, "%.*s%s", folder, spec, file);
    return path;
}

static void fault_of_opening(struct tables *tables, const char *file, const struct spec_mark *mark)
{
    char why[128];
    if (strerror_r(errno, why, sizeof why) != 0)
        snprintf(why, sizeof why, "no access");
    network_spec_fault(tables->spec, mark, tables->error, "%s: cannot be opened: %s", file, why);
}

/* The table of a file; NULL after a fault, which is told once. */
static struct network_table *table_of(struct tables *tables, const char *file,
                                      const struct spec_mark *mark)
{
    const char *path = path_of(tables, file);
    for (size_t i = 0; path && i < tables->count; i++)
        if (strcmp(tables->rows[i].path, path) == 0)
            return tables->rows[i].faults > 0 ? NULL : &tables->rows[i];
    if (path && tables->count == MOST_TABLES)
        network_spec_fault(tables->spec, mark, tables->error, "more than %d tables", MOST_TABLES);
    if (!path || tables->count == MOST_TABLES) {
        tables->failed = true;
        return NULL;
    }
    struct network_table *table = &tables->rows[tables->count++];
    *table = (struct network_table){.path = path, .faults = 1};
    const bool fine = access(path, R_OK) == 0 && network_table_read(table, path, tables->error);
    if (!table->error)
        fault_of_opening(tables, file, mark);
    tables->failed |= !fine;
    table->faults += !fine;
    return fine ? table : NULL;
}

/* The same of a table with a row an actor; a wrong number of rows is told once too. */
static struct network_table *actors_table_of(struct tables *tables, const char *file,
                                             const struct spec_mark *mark)
{
    const uint32_t actors = tables->spec->actors;
    struct network_table *table = table_of(tables, file, mark);
    if (!table || table->rows == actors)
        return table;
    const size_t line = table->rows > actors ? table->lines[actors]
                        : table->rows > 0    ? table->lines[table->rows - 1]
                                             : table->name_line;
    table->faults++;
    tables->failed = true;
    error_add(tables->error, SPEL_ERROR_INPUT,
              "%s:%zu:1: %zu rows where there are %u actors: one row an actor is expected",
              table->path, line, table->rows, actors);
    return NULL;
}

/* Which actor each row is of: by the column `actor` where there is one, else in their order. */
static bool actor_of(struct network_table *table, size_t row, size_t column, uint32_t actors,
                     uint8_t *seen, uint32_t *actor)
{
    *actor = (uint32_t)row;
    if (column == TABLE_NO_COLUMN)
        return true;
    if (!network_table_actor(table, row, column, actors, actor))
        return false;
    if (seen[*actor]++)
        return network_table_fault(table, row, column, "this actor stands there twice");
    return true;
}

static bool value_read(struct network_table *table, size_t row, size_t column, double *value)
{
    if (!network_table_number(table, row, column, value))
        return false;
    return (*value >= -largest && *value <= largest) ||
           network_table_fault(table, row, column, "outside [-1e12, 1e12]");
}

/* A column of one value an actor. */
static bool values_read(struct tables *tables, struct network_table *table, const char *name,
                        double *values)
{
    const uint32_t actors = tables->spec->actors;
    const size_t before = table->faults;
    size_t column;
    if (!network_table_find(table, name, &column))
        return false;
    const size_t numbers = network_table_column(table, "actor");
    uint8_t *seen = memory_take(actors, 1, tables->error);
    if (!seen)
        return false;
    for (size_t row = 0; row < table->rows && table->faults < TABLE_MOST_FAULTS; row++) {
        uint32_t actor;
        double value;
        if (actor_of(table, row, numbers, actors, seen, &actor) &&
            value_read(table, row, column, &value))
            values[actor] = value;
    }
    memory_release(seen);
    return table->faults == before;
}

static void attribute_read(struct tables *tables, struct spec_attribute *attribute)
{
    const size_t actors = tables->spec->actors;
    struct network_table *table = actors_table_of(tables, attribute->file, &attribute->file_mark);
    attribute->values = pool_take(&tables->spec->pool, actors * attribute->wave_count,
                                  sizeof *attribute->values, tables->error);
    tables->failed |= !table || !attribute->values;
    for (size_t w = 0; table && attribute->values && w < attribute->wave_count; w++)
        tables->failed |=
            !values_read(tables, table, attribute->column[w], attribute->values + w * actors);
}

static void plane_read(struct tables *tables, struct spec_dyadic *dyadic)
{
    const size_t actors = tables->spec->actors;
    struct network_table *table = actors_table_of(tables, dyadic->file, &dyadic->file_mark);
    for (size_t c = 0; table && c < 2; c++) {
        dyadic->coordinate[c] =
            pool_take(&tables->spec->pool, actors, sizeof(double), tables->error);
        tables->failed |= !dyadic->coordinate[c] ||
                          !values_read(tables, table, dyadic->column[c], dyadic->coordinate[c]);
    }
}

/* Ordered pairs of a table with their rows, sorted to find those that stand there twice. */
struct pair {
    uint32_t ego, alter, row;
};

static int pair_compare(const void *one, const void *other)
{
    const struct pair *a = one, *b = other;
    if (a->ego != b->ego)
        return a->ego < b->ego ? -1 : 1;
    if (a->alter != b->alter)
        return a->alter < b->alter ? -1 : 1;
    return a->row < b->row ? -1 : 1;
}

static void pair_fault_twice(struct network_table *table, size_t column, const struct pair *pair,
                             uint32_t before)
{
    char sentence[SENTENCE];
    snprintf(sentence, sizeof sentence, "the pair %u, %u stands in line %u already", pair->ego + 1,
             pair->alter + 1, table->lines[before]);
    network_table_fault(table, pair->row, column, sentence);
}

/* The pairs of actors of a table, in their order; NULL after a fault. */
static struct pair *pairs_read(struct tables *tables, struct network_table *table)
{
    const uint32_t actors = tables->spec->actors;
    size_t ego, alter;
    if (!network_table_find(table, "ego", &ego) || !network_table_find(table, "alter", &alter))
        return NULL;
    struct pair *pairs = memory_take(table->rows, sizeof *pairs, tables->error);
    for (size_t row = 0; pairs && row < table->rows && table->faults < TABLE_MOST_FAULTS; row++) {
        struct pair *pair = &pairs[row];
        pair->row = (uint32_t)row;
        if (network_table_actor(table, row, ego, actors, &pair->ego) &&
            network_table_actor(table, row, alter, actors, &pair->alter) &&
            pair->ego == pair->alter)
            network_table_fault(table, row, alter, "an actor has no tie to itself");
    }
    if (!pairs || table->faults > 0) {
        memory_release(pairs);
        return NULL;
    }
    qsort(pairs, table->rows, sizeof *pairs, pair_compare);
    for (size_t k = 1; k < table->rows && table->faults < TABLE_MOST_FAULTS; k++)
        if (pairs[k].ego == pairs[k - 1].ego && pairs[k].alter == pairs[k - 1].alter)
            pair_fault_twice(table, alter, &pairs[k], pairs[k - 1].row);
    if (table->faults == 0)
        return pairs;
    memory_release(pairs);
    return NULL;
}

/* The two columns of pairs, into memory of the spec. */
static bool pairs_keep(struct tables *tables, const struct pair *pairs, size_t count,
                       uint32_t **ego, uint32_t **alter)
{
    struct pool *pool = &tables->spec->pool;
    *ego = pool_take(pool, count + 1, sizeof **ego, tables->error);
    *alter = *ego ? pool_take(pool, count + 1, sizeof **alter, tables->error) : NULL;
    for (size_t k = 0; *alter && k < count; k++) {
        (*ego)[k] = pairs[k].ego;
        (*alter)[k] = pairs[k].alter;
    }
    return *alter != NULL;
}

/* Tables of ties may have a column of values, in which each is a tie. */
static bool ties_are_there(struct network_table *table)
{
    const size_t column = network_table_column(table, "value");
    double value;
    for (size_t row = 0; column != TABLE_NO_COLUMN && row < table->rows; row++)
        if (network_table_number(table, row, column, &value) && value != 1)
            network_table_fault(table, row, column,
                                "1 is expected: only ties that are there have a row");
    return table->faults == 0;
}

static void edges_read(struct tables *tables)
{
    struct network_spec *spec = tables->spec;
    struct network_table *table = table_of(tables, spec->edges, &spec->edges_mark);
    struct pair *pairs = table && ties_are_there(table) ? pairs_read(tables, table) : NULL;
    tables->failed |= !pairs || !pairs_keep(tables, pairs, table->rows, &spec->ego, &spec->alter);
    spec->tie_count = pairs ? table->rows : 0;
    memory_release(pairs);
    /* The largest table is asked for nothing else. */
    if (pairs)
        network_table_clear(&tables->rows[--tables->count]);
}

static void listed_read(struct tables *tables, struct spec_dyadic *dyadic)
{
    struct network_table *table = table_of(tables, dyadic->file, &dyadic->file_mark);
    struct pair *pairs = table ? pairs_read(tables, table) : NULL;
    size_t column;
    bool fine = pairs && network_table_find(table, "value", &column) &&
                pairs_keep(tables, pairs, table->rows, &dyadic->ego, &dyadic->alter);
    if (fine)
        dyadic->value =
            pool_take(&tables->spec->pool, table->rows + 1, sizeof(double), tables->error);
    fine = fine && dyadic->value;
    for (size_t k = 0; fine && k < table->rows; k++)
        fine = value_read(table, pairs[k].row, column, &dyadic->value[k]);
    dyadic->pair_count = fine ? table->rows : 0;
    tables->failed |= !fine;
    memory_release(pairs);
}

/* What failed for lack of memory has said so, and is not to be followed by faults that are none. */
static bool has_memory(const struct tables *tables)
{
    return !(tables->error && tables->error->code == SPEL_ERROR_MEMORY);
}

bool spec_read_tables(struct network_spec *spec, struct spel_error *error)
{
    struct tables *tables = memory_take(1, sizeof *tables, error);
    if (!tables)
        return false;
    tables->spec = spec;
    tables->error = error;
    if (spec->edges)
        edges_read(tables);
    for (size_t i = 0; i < spec->covariate_count && has_memory(tables); i++)
        attribute_read(tables, &spec->covariates[i]);
    for (size_t i = 0; i < spec->behaviour_count && has_memory(tables); i++)
        attribute_read(tables, &spec->behaviours[i]);
    for (size_t i = 0; i < spec->dyadic_count && has_memory(tables); i++)
        if (spec->dyadics[i].in_plane)
            plane_read(tables, &spec->dyadics[i]);
        else
            listed_read(tables, &spec->dyadics[i]);
    const bool fine = !tables->failed;
    for (size_t i = 0; i < tables->count; i++)
        network_table_clear(&tables->rows[i]);
    memory_release(tables);
    return fine;
}

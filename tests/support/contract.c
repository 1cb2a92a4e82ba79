#include "support/contract.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { NAME = 64 };

static uint64_t digest_bytes(const void *bytes, size_t count)
{
    uint64_t sum = count;
    for (size_t i = 0; i < count; i++)
        sum = (sum ^ ((const unsigned char *)bytes)[i]) * 0x100000001B3u;
    return digest_mix(sum);
}

static uint64_t digest_events(const struct events *events)
{
    return digest_mix(events->count) ^ digest_mix(events->lost) ^
           digest_bytes(events->kind, events->count * sizeof *events->kind) ^
           digest_bytes(events->value, events->count * sizeof *events->value);
}

/* The digests of all columns, in the order of their tables; the last is that of
 * the events. Returns their number. */
static size_t digest_all(const struct world *world, uint64_t digests[CONTRACT_COLUMNS])
{
    struct population list[POPULATIONS];
    world_populations(world, list);
    size_t count = 0;
    for (size_t p = 0; p < POPULATIONS; p++)
        for (size_t c = 0; c < list[p].columns.count; c++) {
            const struct column *column = &list[p].columns.rows[c];
            assert_in_range(count, 0, CONTRACT_COLUMNS - 2);
            digests[count++] =
                digest_bytes(column_array(list[p].data, column),
                             column_size(column->type) * column->width * list[p].rows);
        }
    digests[count++] = digest_events(&world->events);
    return count;
}

void contract_open(struct contract *contract, const struct world *world)
{
    digest_all(world, contract->before);
}

void contract_close(struct contract *contract, const struct world *world)
{
    uint64_t after[CONTRACT_COLUMNS];
    const size_t count = digest_all(world, after);
    for (size_t c = 0; c < count; c++)
        contract->changed[c] |= after[c] != contract->before[c];
}

static bool listed(const char *const *written, const char *population, const char *column)
{
    char name[NAME], all[NAME];
    snprintf(name, sizeof name, "%s.%s", population, column);
    snprintf(all, sizeof all, "%s.*", population);
    for (; *written; written++)
        if (strcmp(*written, name) == 0 || strcmp(*written, all) == 0)
            return true;
    return false;
}

/* Whether every name of the list is the name of a column. */
static void assert_names_exist(const struct world *world, const char *const *written)
{
    struct population list[POPULATIONS];
    world_populations(world, list);
    for (; *written; written++) {
        const char *const one[] = {*written, NULL};
        bool found = strcmp(*written, "world.events") == 0;
        for (size_t p = 0; p < POPULATIONS; p++)
            for (size_t c = 0; c < list[p].columns.count; c++)
                found |= listed(one, list[p].name, list[p].columns.rows[c].name);
        if (!found)
            fail_msg("%s: no such column", *written);
    }
}

static void assert_as_listed(bool changed, const char *name, const char *const *written,
                             const char *population, const char *column)
{
    char all[NAME];
    snprintf(all, sizeof all, "%s.*", population);
    const bool promised = listed(written, population, column);
    if (changed && !promised)
        fail_msg("%s writes %s.%s, which its contract does not name", name, population, column);
    bool as_a_whole = false;
    for (const char *const *one = written; *one; one++)
        as_a_whole |= strcmp(*one, all) == 0;
    if (!changed && promised && !as_a_whole)
        fail_msg("%s never writes %s.%s, which its contract names", name, population, column);
}

void assert_only_written(const struct contract *contract, const struct world *world,
                         const char *name, const char *const *written)
{
    struct population list[POPULATIONS];
    world_populations(world, list);
    assert_names_exist(world, written);
    size_t at = 0;
    for (size_t p = 0; p < POPULATIONS; p++)
        for (size_t c = 0; c < list[p].columns.count; c++)
            assert_as_listed(contract->changed[at++], name, written, list[p].name,
                             list[p].columns.rows[c].name);
    assert_as_listed(contract->changed[at], name, written, "world", "events");
}

#include "world/history.h"

#include <string.h>

void history_kept(struct world *world, size_t municipality, enum history_kind kind, uint32_t count)
{
    world->municipalities.kept[municipality * HISTORY_KINDS + kind] += count;
}

void history_broken(struct world *world, size_t municipality, enum history_kind kind,
                    uint32_t count)
{
    world->municipalities.broken[municipality * HISTORY_KINDS + kind] += count;
}

static uint32_t *year_of(uint32_t *column, size_t municipality, size_t kind)
{
    return column + (municipality * HISTORY_KINDS + kind) * YEAR_MONTHS;
}

static uint32_t sum_of_year(uint32_t *column, size_t municipality, enum history_kind kind)
{
    const uint32_t *year = year_of(column, municipality, kind);
    uint32_t sum = 0;
    for (size_t month = 0; month < YEAR_MONTHS; month++)
        sum += year[month];
    return sum;
}

uint32_t history_year_kept(const struct world *world, size_t municipality, enum history_kind kind)
{
    return sum_of_year(world->municipalities.kept_year, municipality, kind);
}

uint32_t history_year_broken(const struct world *world, size_t municipality, enum history_kind kind)
{
    return sum_of_year(world->municipalities.broken_year, municipality, kind);
}

void history_close(struct world *world, uint32_t month)
{
    struct municipalities *m = &world->municipalities;
    for (size_t i = 0; i < m->count; i++)
        for (size_t kind = 0; kind < HISTORY_KINDS; kind++) {
            const size_t at = i * HISTORY_KINDS + kind;
            year_of(m->kept_year, i, kind)[month % YEAR_MONTHS] = m->kept[at];
            year_of(m->broken_year, i, kind)[month % YEAR_MONTHS] = m->broken[at];
            m->kept[at] = m->broken[at] = 0;
        }
    memset(world->neighbourhoods.bad_news, 0, world->neighbourhoods.count);
}

void history_bad_news(struct world *world, size_t neighbourhood)
{
    uint8_t *news = &world->neighbourhoods.bad_news[neighbourhood];
    *news = (uint8_t)(*news + (*news < UINT8_MAX));
}

void history_bad_news_all(struct world *world, size_t municipality)
{
    const size_t first = world->municipalities.first[municipality];
    for (size_t n = first; n < first + world->municipalities.neighbourhoods[municipality]; n++)
        history_bad_news(world, n);
}

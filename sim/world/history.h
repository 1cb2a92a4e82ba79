/* History: what parties promised each other and whether it was kept. Events are
 * counted where they happen, and remembered for twelve months; process/history.c
 * lets `history` follow them.
 *
 * Residents live through bad news too: what goes round in a neighbourhood is left
 * here for trust, which counts it as a bad experience of everybody there. */
#ifndef WORLD_HISTORY_H
#define WORLD_HISTORY_H

#include "world/world.h"

/* So many events of the kind this month. */
void history_kept(struct world *world, size_t municipality, enum history_kind kind, uint32_t count);
void history_broken(struct world *world, size_t municipality, enum history_kind kind,
                    uint32_t count);

/* Over the twelve months that were closed last. */
uint32_t history_year_kept(const struct world *world, size_t municipality, enum history_kind kind);
uint32_t history_year_broken(const struct world *world, size_t municipality,
                             enum history_kind kind);

/* Puts what was counted among the twelve months, in the place of the oldest, and lets
 * bad news be old news. */
void history_close(struct world *world, uint32_t month);

/* An incident, or a pilot that was withdrawn: who lives there hears of it. */
void history_bad_news(struct world *world, size_t neighbourhood);
void history_bad_news_all(struct world *world, size_t municipality);

#endif

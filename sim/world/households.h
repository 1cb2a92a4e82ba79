/* Households are rings of places through `next`. These functions change who
 * lives with whom; positions and household ties follow. */
#ifndef WORLD_HOUSEHOLDS_H
#define WORLD_HOUSEHOLDS_H

#include "world/world.h"

/* Takes i out of its household, into one of its own; ties with those left behind
 * become ties of kin, and former partners lose theirs. */
void households_part(struct world *world, uint32_t i, uint32_t month);
/* Like it, but i leaves the world: no ties to mend. */
void households_remove(struct world *world, uint32_t i, uint32_t month);
/* Joins the households of a and b, with household ties between all members. */
void households_join(struct world *world, uint32_t a, uint32_t b);
/* Ties between two who live together, both ways, unless they exist. */
void households_tie(struct ties *ties, uint32_t a, uint32_t b);
/* The partner of i in its household, or i. */
uint32_t households_partner(const struct residents *residents, uint32_t i);
/* How many live together with i, i included. */
uint32_t households_size(const struct residents *residents, uint32_t i);

/* The bits that any of the rest of the household of `i` has in `column`. Its size cannot be
 * foreseen, so that of most is read without a branch: back at `i`, the walk stays there and adds
 * nothing. */
static inline unsigned households_others(const struct residents *residents, uint32_t i,
                                         const uint8_t *column)
{
    enum { USUAL = 4 };
    uint32_t j = residents->next[i];
    unsigned others = 0;
    for (int k = 0; k < USUAL; k++) {
        const uint32_t away = -(uint32_t)(j != i); /* all bits or none */
        others |= column[j] & away;
        j ^= (j ^ residents->next[j]) & away;
    }
    for (; j != i; j = residents->next[j])
        others |= column[j];
    return others;
}

/* A vacant place in the neighbourhood that was vacant last month too, or
 * COLUMN_NONE. Moves the cursor. */
uint32_t vacancies_take(struct world *world, size_t neighbourhood);
/* Fills a vacant place with a new person of an age in months: a new id, fresh
 * draws, a household of its own. The rest is zero. */
void vacancies_fill(struct world *world, size_t neighbourhood, uint32_t place, int age_months,
                    uint32_t month);
/* Empties the place, and `news` says why. Its rows of ties stay until ties are cut
 * this month, because those at the other ends are told through them. */
void vacancies_leave(struct world *world, size_t neighbourhood, uint32_t place, uint8_t news);

#endif

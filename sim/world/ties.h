/* Support ties: whom a resident counts on, and by whom he is counted on. Each of
 * the two is a row of sixteen slots, one cache line of 32-bit words: 25 bits of
 * place, 3 of kind; an empty slot is 0, and the used slots come first. A tie is
 * directed: it stands in the row of the one who counts on (ego) and, with the
 * same kind, in the reverse row of the other (alter). Rows have the form of
 * network/lists.h. */
#ifndef WORLD_TIES_H
#define WORLD_TIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/column.h"

enum { TIE_SLOTS = 16, TIE_PLACE_BITS = 25 };

enum tie_kind { TIE_NONE, TIE_HOUSEHOLD, TIE_KIN, TIE_STREET, TIE_FRIEND, TIE_KINDS };

struct ties {
    size_t count;       /* residents */
    uint32_t *alter;    /* [place * TIE_SLOTS + slot] */
    uint8_t *strength;  /* the same, in 1/255 */
    uint32_t *ego;      /* [place * TIE_SLOTS + slot]: who counts on this place */
    uint8_t *degree;    /* slots used of `alter` */
    uint8_t *in_degree; /* slots used of `ego` */
};

extern const struct columns ties_columns;
extern const char *const tie_kind_names[TIE_KINDS];

bool ties_init(struct ties *ties, size_t places, struct spel_error *error);
void ties_clear(struct ties *ties);

static inline uint32_t tie_pack(uint32_t place, enum tie_kind kind)
{
    return place | (uint32_t)kind << TIE_PLACE_BITS;
}

static inline uint32_t tie_place(uint32_t tie)
{
    return tie & ((1u << TIE_PLACE_BITS) - 1);
}

static inline enum tie_kind tie_kind(uint32_t tie)
{
    return (enum tie_kind)(tie >> TIE_PLACE_BITS);
}

/* How many ties ego has; of one kind. */
static inline size_t ties_degree(const struct ties *ties, size_t ego)
{
    return ties->degree[ego];
}
size_t ties_degree_of(const struct ties *ties, size_t ego, enum tie_kind kind);
bool ties_has(const struct ties *ties, size_t ego, uint32_t alter);
/* Makes a tie, in both rows, unless it exists or one of them is full; says whether it did. */
bool ties_make(struct ties *ties, uint32_t ego, uint32_t alter, enum tie_kind kind,
               uint8_t strength);
/* Drops the tie to `alter`, if there is one; the last slot of a row moves into its. */
void ties_drop(struct ties *ties, uint32_t ego, uint32_t alter);
/* Gives the tie to `alter` another kind, if there is one. */
void ties_rename(struct ties *ties, uint32_t ego, uint32_t alter, enum tie_kind kind);

/* The halves of the above, for who works through one side at a time: a tie is
 * only whole when both are done. Each says whether it changed the row. */
bool ties_name(struct ties *ties, uint32_t ego, uint32_t alter, enum tie_kind kind,
               uint8_t strength);
bool ties_forget(struct ties *ties, uint32_t ego, uint32_t alter);
bool ties_name_back(struct ties *ties, uint32_t alter, uint32_t ego, enum tie_kind kind);
bool ties_forget_back(struct ties *ties, uint32_t alter, uint32_t ego);
/* Once a year, in a month of the person's own, ties fade towards a floor. */
static inline bool ties_fade_now(uint32_t born_at, uint32_t month)
{
    return (born_at + month) % 12 == 0;
}
static inline uint8_t ties_faded(uint8_t strength, double fading, double floor)
{
    const double least = 255 * floor;
    return strength > least ? (uint8_t)(strength - fading * (strength - least) + 0.5) : strength;
}

/* Fills the reverse rows from the others; a tie that finds no room there goes. */
void ties_mirror(struct ties *ties);

#endif

/* Support ties: whom a resident counts on. Sixteen slots a resident, one cache
 * line of 32-bit words: 25 bits of place, 3 of kind; an empty slot is 0, and
 * the used slots come first. Directed: the row is the one who counts on. */
#ifndef WORLD_TIES_H
#define WORLD_TIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/column.h"

enum { TIE_SLOTS = 16, TIE_PLACE_BITS = 25 };

enum tie_kind { TIE_NONE, TIE_HOUSEHOLD, TIE_KIN, TIE_STREET, TIE_FRIEND, TIE_KINDS };

struct ties {
    size_t count;      /* residents */
    uint32_t *alter;   /* [place * TIE_SLOTS + slot] */
    uint8_t *strength; /* the same, in 1/255 */
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
size_t ties_degree(const struct ties *ties, size_t ego);
size_t ties_degree_of(const struct ties *ties, size_t ego, enum tie_kind kind);
bool ties_has(const struct ties *ties, size_t ego, uint32_t alter);
/* Makes a tie unless it exists or there is no room; says whether it did. */
bool ties_make(struct ties *ties, size_t ego, uint32_t alter, enum tie_kind kind, uint8_t strength);
/* Drops the tie to `alter`, if there is one; the last slot moves into its. */
void ties_drop(struct ties *ties, size_t ego, uint32_t alter);
/* Gives the tie to `alter` another kind, if there is one. */
void ties_rename(struct ties *ties, size_t ego, uint32_t alter, enum tie_kind kind);

#endif

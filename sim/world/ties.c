#include "world/ties.h"

const char *const tie_kind_names[TIE_KINDS] = {"none", "household", "kin", "street", "friend"};

/* clang-format off */
static const struct column rows[] = {
    {"alter",    COLUMN_U32, COLUMN_TIE,   TIE_SLOTS, offsetof(struct ties, alter),    "1",
     "whom the resident counts on: place and kind, 0 for an empty slot"},
    {"strength", COLUMN_U8,  COLUMN_VALUE, TIE_SLOTS, offsetof(struct ties, strength), "1/255",
     "strength of each tie"},
};
/* clang-format on */

const struct columns ties_columns = {rows, sizeof rows / sizeof *rows};

bool ties_init(struct ties *ties, size_t places, struct spel_error *error)
{
    ties->count = places;
    return columns_allocate(ties_columns, ties, places, error);
}

void ties_clear(struct ties *ties)
{
    columns_release(ties_columns, ties);
    ties->count = 0;
}

size_t ties_degree(const struct ties *ties, size_t ego)
{
    const uint32_t *alter = ties->alter + ego * TIE_SLOTS;
    size_t degree = 0;
    while (degree < TIE_SLOTS && alter[degree] != 0)
        degree++;
    return degree;
}

size_t ties_degree_of(const struct ties *ties, size_t ego, enum tie_kind kind)
{
    const uint32_t *alter = ties->alter + ego * TIE_SLOTS;
    size_t degree = 0;
    for (size_t k = 0; k < TIE_SLOTS && alter[k] != 0; k++)
        degree += tie_kind(alter[k]) == kind;
    return degree;
}

/* The slot of the tie to `alter`, or TIE_SLOTS. */
static size_t slot_of(const struct ties *ties, size_t ego, uint32_t alter)
{
    const uint32_t *slots = ties->alter + ego * TIE_SLOTS;
    for (size_t k = 0; k < TIE_SLOTS && slots[k] != 0; k++)
        if (tie_place(slots[k]) == alter)
            return k;
    return TIE_SLOTS;
}

/* All slots at once: no branch, for where it stands cannot be foreseen. */
bool ties_has(const struct ties *ties, size_t ego, uint32_t alter)
{
    const uint32_t *slots = ties->alter + ego * TIE_SLOTS;
    uint32_t found = 0;
    for (size_t k = 0; k < TIE_SLOTS; k++)
        found |= (uint32_t)(tie_place(slots[k]) == alter) & (uint32_t)(slots[k] != 0);
    return found != 0;
}

bool ties_make(struct ties *ties, size_t ego, uint32_t alter, enum tie_kind kind, uint8_t strength)
{
    uint32_t *slots = ties->alter + ego * TIE_SLOTS;
    size_t degree = 0;
    for (; degree < TIE_SLOTS && slots[degree] != 0; degree++)
        if (tie_place(slots[degree]) == alter)
            return false;
    if (degree == TIE_SLOTS || alter == ego)
        return false;
    slots[degree] = tie_pack(alter, kind);
    ties->strength[ego * TIE_SLOTS + degree] = strength;
    return true;
}

void ties_drop(struct ties *ties, size_t ego, uint32_t alter)
{
    const size_t hole = slot_of(ties, ego, alter);
    if (hole == TIE_SLOTS)
        return;
    const size_t first = ego * TIE_SLOTS, last = ties_degree(ties, ego) - 1;
    ties->alter[first + hole] = ties->alter[first + last];
    ties->strength[first + hole] = ties->strength[first + last];
    ties->alter[first + last] = 0;
    ties->strength[first + last] = 0;
}

void ties_rename(struct ties *ties, size_t ego, uint32_t alter, enum tie_kind kind)
{
    const size_t slot = slot_of(ties, ego, alter);
    if (slot < TIE_SLOTS)
        ties->alter[ego * TIE_SLOTS + slot] = tie_pack(alter, kind);
}

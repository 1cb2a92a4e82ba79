#include "world/ties.h"

#include <string.h>

#include "base/prefetch.h"

const char *const tie_kind_names[TIE_KINDS] = {"none", "household", "kin", "street", "friend"};

/* The order of slots is where things are stored: the digest takes ties as a set, and the reverse
 * rows and counts follow from them. */
/* clang-format off */
static const struct column rows[] = {
    {"alter",     COLUMN_U32, COLUMN_TIE,   TIE_SLOTS, offsetof(struct ties, alter),     "1",
     "whom the resident counts on: place and kind, 0 for an empty slot"},
    {"strength",  COLUMN_U8,  COLUMN_VALUE, TIE_SLOTS, offsetof(struct ties, strength),  "1/255",
     "strength of each tie"},
    {"ego",       COLUMN_U32, COLUMN_TIE,   TIE_SLOTS, offsetof(struct ties, ego),       "1",
     "who counts on the resident: place and kind, 0 for an empty slot"},
    {"degree",    COLUMN_U8,  COLUMN_VALUE, 1,         offsetof(struct ties, degree),    "1",
     "how many the resident counts on"},
    {"in_degree", COLUMN_U8,  COLUMN_VALUE, 1,         offsetof(struct ties, in_degree), "1",
     "how many count on the resident"},
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

size_t ties_degree_of(const struct ties *ties, size_t ego, enum tie_kind kind)
{
    const uint32_t *alter = ties->alter + ego * TIE_SLOTS;
    size_t degree = 0;
    for (size_t k = 0; k < ties->degree[ego]; k++)
        degree += tie_kind(alter[k]) == kind;
    return degree;
}

/* The slot of `place` in a row, or TIE_SLOTS. */
static size_t slot_of(const uint32_t *slots, size_t degree, uint32_t place)
{
    for (size_t k = 0; k < degree; k++)
        if (tie_place(slots[k]) == place)
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

bool ties_name(struct ties *ties, uint32_t ego, uint32_t alter, enum tie_kind kind,
               uint8_t strength)
{
    const size_t degree = ties->degree[ego];
    if (degree == TIE_SLOTS || alter == ego || ties_has(ties, ego, alter))
        return false;
    ties->alter[(size_t)ego * TIE_SLOTS + degree] = tie_pack(alter, kind);
    ties->strength[(size_t)ego * TIE_SLOTS + degree] = strength;
    ties->degree[ego]++;
    return true;
}

bool ties_forget(struct ties *ties, uint32_t ego, uint32_t alter)
{
    uint32_t *slots = ties->alter + (size_t)ego * TIE_SLOTS;
    uint8_t *strength = ties->strength + (size_t)ego * TIE_SLOTS;
    const size_t hole = slot_of(slots, ties->degree[ego], alter);
    if (hole == TIE_SLOTS)
        return false;
    const size_t last = --ties->degree[ego];
    slots[hole] = slots[last];
    strength[hole] = strength[last];
    slots[last] = 0;
    strength[last] = 0;
    return true;
}

bool ties_name_back(struct ties *ties, uint32_t alter, uint32_t ego, enum tie_kind kind)
{
    const size_t degree = ties->in_degree[alter];
    if (degree == TIE_SLOTS)
        return false;
    ties->ego[(size_t)alter * TIE_SLOTS + degree] = tie_pack(ego, kind);
    ties->in_degree[alter]++;
    return true;
}

bool ties_forget_back(struct ties *ties, uint32_t alter, uint32_t ego)
{
    uint32_t *slots = ties->ego + (size_t)alter * TIE_SLOTS;
    const size_t hole = slot_of(slots, ties->in_degree[alter], ego);
    if (hole == TIE_SLOTS)
        return false;
    const size_t last = --ties->in_degree[alter];
    slots[hole] = slots[last];
    slots[last] = 0;
    return true;
}

bool ties_make(struct ties *ties, uint32_t ego, uint32_t alter, enum tie_kind kind,
               uint8_t strength)
{
    return ties->in_degree[alter] < TIE_SLOTS && ties_name(ties, ego, alter, kind, strength) &&
           ties_name_back(ties, alter, ego, kind);
}

void ties_drop(struct ties *ties, uint32_t ego, uint32_t alter)
{
    if (ties_forget(ties, ego, alter))
        ties_forget_back(ties, alter, ego);
}

void ties_rename(struct ties *ties, uint32_t ego, uint32_t alter, enum tie_kind kind)
{
    uint32_t *out = ties->alter + (size_t)ego * TIE_SLOTS;
    uint32_t *in = ties->ego + (size_t)alter * TIE_SLOTS;
    const size_t slot = slot_of(out, ties->degree[ego], alter);
    if (slot == TIE_SLOTS)
        return;
    out[slot] = tie_pack(alter, kind);
    in[slot_of(in, ties->in_degree[alter], ego)] = tie_pack(ego, kind);
}

/* In the order of egos, whatever the number of threads; reverse rows lie anywhere. */
void ties_mirror(struct ties *ties)
{
    memset(ties->ego, 0, ties->count * TIE_SLOTS * sizeof *ties->ego);
    memset(ties->in_degree, 0, ties->count);
    for (uint32_t i = 0; i < ties->count; i++) {
        const size_t ahead = i + PREFETCH_AHEAD < ties->count ? i + PREFETCH_AHEAD : i;
        for (size_t k = 0; k < ties->degree[ahead]; k++)
            prefetch(ties->ego + (size_t)tie_place(ties->alter[ahead * TIE_SLOTS + k]) * TIE_SLOTS);
        for (size_t k = 0; k < ties->degree[i];) {
            const uint32_t tie = ties->alter[(size_t)i * TIE_SLOTS + k];
            if (ties_name_back(ties, tie_place(tie), i, tie_kind(tie)))
                k++;
            else
                ties_forget(ties, i, tie_place(tie)); /* the last one comes here */
        }
    }
}

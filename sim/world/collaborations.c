#include "world/collaborations.h"

#include <string.h>

#define COLUMN(member, type, unit, text)                                                           \
    {                                                                                              \
#member, COLUMN_##type, COLUMN_VALUE, 1, offsetof(struct collaborations, member), unit,    \
            text                                                                                   \
    }
/* Working space is taken by tables too; it is no population, and nobody else reads them. */
#define ROOM(member, type, width)                                                                  \
    {                                                                                              \
#member, COLUMN_##type, COLUMN_VALUE, width, offsetof(struct collaboration_room, member),  \
            "1", "working space"                                                                   \
    }

/* clang-format off */
static const struct column rows[] = {
    COLUMN(from, U32, "1", "organisation that names the other"),
    COLUMN(to, U32, "1", "organisation that is named; the largest number for an empty slot"),
    COLUMN(strength, F32, "1", "strength of the collaboration"),
};

static const struct column actor_rows[] = {
    ROOM(out, U32, COLLABORATION_SLOTS),
    ROOM(in, U32, COLLABORATION_NAMED),
    ROOM(out_degree, U8, 1),
    ROOM(in_degree, U8, 1),
    ROOM(member, U32, 1),
    ROOM(actor, U32, 1),
    ROOM(known, F64, COLLABORATION_KNOWN),
};

static const struct column option_rows[] = {
    ROOM(alter, U32, 1),
    ROOM(two_path, U32, 1),
    ROOM(tied, U8, 1),
    ROOM(back, U8, 1),
    ROOM(relation, U8, 1),
    ROOM(utility, F64, 1),
    ROOM(contribution, F64, 1),
    ROOM(weight, F64, 1),
    ROOM(attribute, F64, COLLABORATION_KNOWN),
};

static const struct column place_rows[] = {
    ROOM(where, U32, 1),
};
/* clang-format on */

#define COUNT_OF(table) (sizeof(table) / sizeof *(table))
const struct columns collaborations_columns = {rows, COUNT_OF(rows)};
static const struct columns actor_columns = {actor_rows, COUNT_OF(actor_rows)};
static const struct columns option_columns = {option_rows, COUNT_OF(option_rows)};
static const struct columns place_columns = {place_rows, COUNT_OF(place_rows)};

/* Options are found again in a table at most a quarter full. */
static size_t places_for(size_t actors)
{
    size_t places = 64;
    while (places < 4 * actors)
        places *= 2;
    return places;
}

static bool room_init(struct collaboration_room *room, size_t largest, struct spel_error *error)
{
    const size_t beyond = COLLABORATION_SLOTS * (COLLABORATION_SLOTS + COLLABORATION_NAMED);
    room->actors = largest;
    room->options = largest + beyond;
    room->places = places_for(largest);
    return columns_allocate(actor_columns, room, COLLABORATION_WORKERS * room->actors, error) &&
           columns_allocate(option_columns, room, COLLABORATION_WORKERS * room->options, error) &&
           columns_allocate(place_columns, room, COLLABORATION_WORKERS * room->places, error);
}

bool collaborations_init(struct collaborations *collaborations, size_t organisations,
                         size_t largest, struct spel_error *error)
{
    *collaborations = (struct collaborations){.count = organisations * COLLABORATION_SLOTS};
    if (!columns_allocate(collaborations_columns, collaborations, collaborations->count, error) ||
        !room_init(&collaborations->room, largest, error)) {
        collaborations_clear(collaborations);
        return false;
    }
    for (size_t row = 0; row < collaborations->count; row++) {
        collaborations->from[row] = (uint32_t)(row / COLLABORATION_SLOTS);
        collaborations->to[row] = COLUMN_NONE;
    }
    return true;
}

void collaborations_clear(struct collaborations *collaborations)
{
    columns_release(collaborations_columns, collaborations);
    columns_release(actor_columns, &collaborations->room);
    columns_release(option_columns, &collaborations->room);
    columns_release(place_columns, &collaborations->room);
    collaborations->count = 0;
}

/* The first slot of `from` that names `to` or a later one, or its end: so many name an earlier
 * one, for they are sorted. How many cannot be foreseen: so all are looked at, without a branch. */
static size_t slot_of(const struct collaborations *ties, uint32_t from, uint32_t to)
{
    const uint32_t *named = ties->to + (size_t)from * COLLABORATION_SLOTS;
    uint32_t before = 0;
    for (size_t slot = 0; slot < COLLABORATION_SLOTS; slot++)
        before += named[slot] < to;
    return before;
}

size_t collaborations_degree(const struct collaborations *collaborations, uint32_t organisation)
{
    return slot_of(collaborations, organisation, COLUMN_NONE);
}

static float directed(const struct collaborations *ties, uint32_t from, uint32_t to)
{
    const size_t slot = slot_of(ties, from, to);
    const size_t row = (size_t)from * COLLABORATION_SLOTS + slot;
    return slot < COLLABORATION_SLOTS && ties->to[row] == to ? ties->strength[row] : -1;
}

bool collaborations_has(const struct collaborations *collaborations, uint32_t from, uint32_t to)
{
    return directed(collaborations, from, to) >= 0;
}

bool collaborations_make(struct collaborations *collaborations, uint32_t from, uint32_t to,
                         float strength)
{
    uint32_t *named = collaborations->to + (size_t)from * COLLABORATION_SLOTS;
    float *strengths = collaborations->strength + (size_t)from * COLLABORATION_SLOTS;
    if (from == to || named[COLLABORATION_SLOTS - 1] != COLUMN_NONE ||
        collaborations_has(collaborations, from, to))
        return false;
    const size_t slot = slot_of(collaborations, from, to);
    const size_t after = COLLABORATION_SLOTS - 1 - slot;
    memmove(named + slot + 1, named + slot, after * sizeof *named);
    memmove(strengths + slot + 1, strengths + slot, after * sizeof *strengths);
    named[slot] = to;
    strengths[slot] = strength;
    return true;
}

bool collaborations_drop(struct collaborations *collaborations, uint32_t from, uint32_t to)
{
    uint32_t *named = collaborations->to + (size_t)from * COLLABORATION_SLOTS;
    float *strengths = collaborations->strength + (size_t)from * COLLABORATION_SLOTS;
    if (!collaborations_has(collaborations, from, to))
        return false;
    const size_t slot = slot_of(collaborations, from, to);
    const size_t after = COLLABORATION_SLOTS - 1 - slot;
    memmove(named + slot, named + slot + 1, after * sizeof *named);
    memmove(strengths + slot, strengths + slot + 1, after * sizeof *strengths);
    named[COLLABORATION_SLOTS - 1] = COLUMN_NONE;
    strengths[COLLABORATION_SLOTS - 1] = 0;
    return true;
}

bool collaborations_weaken(struct collaborations *collaborations, uint32_t from, uint32_t to,
                           float loss, float least)
{
    if (loss <= 0 || !collaborations_has(collaborations, from, to))
        return false;
    float *strength = collaborations->strength + (size_t)from * COLLABORATION_SLOTS +
                      slot_of(collaborations, from, to);
    if (*strength - loss < least)
        return collaborations_drop(collaborations, from, to);
    *strength -= loss;
    return false;
}

float collaborations_link(const struct collaborations *collaborations, uint32_t a, uint32_t b)
{
    const float out = directed(collaborations, a, b), in = directed(collaborations, b, a);
    const float strongest = out > in ? out : in;
    return strongest > 0 ? strongest : 0;
}

/* Collaboration ties: with which others of its municipality an organisation
 * works. Directed, and with a fixed number of slots an organisation: slot k of
 * organisation i is row i * COLLABORATION_SLOTS + k. Used slots come first, in
 * the order of whom they name, so that the table is a function of the set of
 * ties and not of how it came about. */
#ifndef WORLD_COLLABORATIONS_H
#define WORLD_COLLABORATIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/column.h"

/* An organisation names at most so many, and is named by at most so many. */
enum { COLLABORATION_SLOTS = 16, COLLABORATION_NAMED = 64 };

/* Municipalities are shared out over so many workers, each with a room of its own
 * in which the network of one municipality at a time evolves. What is known of an
 * actor takes so many numbers. */
enum { COLLABORATION_WORKERS = 4, COLLABORATION_KNOWN = 12 };

/* Working space: nothing in it outlives a month. Options are those of one actor:
 * all others, and room to look at whom its partners know. */
struct collaboration_room {
    size_t actors, options, places; /* of a worker; places is a power of two */
    /* [worker × actors] */
    uint32_t *out, *in; /* [COLLABORATION_SLOTS], [COLLABORATION_NAMED] */
    uint8_t *out_degree, *in_degree;
    uint32_t *member; /* organisation of each actor */
    uint32_t *actor;  /* of each row of the municipality */
    double *known;    /* [COLLABORATION_KNOWN] */
    /* [worker × options] */
    uint32_t *alter, *two_path;
    uint8_t *tied, *back, *relation;
    double *utility, *contribution, *weight;
    double *attribute; /* [COLLABORATION_KNOWN] */
    /* [worker × places] */
    uint32_t *where;
};

struct collaborations {
    size_t count; /* rows: slots of all organisations */
    uint32_t *from, *to;
    float *strength;
    struct collaboration_room room;
};

extern const struct columns collaborations_columns;

/* Slots for so many organisations, and rooms for municipalities with at most `largest`. */
bool collaborations_init(struct collaborations *collaborations, size_t organisations,
                         size_t largest, struct spel_error *error);
void collaborations_clear(struct collaborations *collaborations);

static inline bool collaborations_used(const struct collaborations *collaborations, size_t row)
{
    return collaborations->to[row] != COLUMN_NONE;
}

/* How many others the organisation names. */
size_t collaborations_degree(const struct collaborations *collaborations, uint32_t organisation);
bool collaborations_has(const struct collaborations *collaborations, uint32_t from, uint32_t to);
/* Makes the tie unless it is there or `from` has no slot left; says whether it did. */
bool collaborations_make(struct collaborations *collaborations, uint32_t from, uint32_t to,
                         float strength);
/* Drops the tie; says whether it was there. */
bool collaborations_drop(struct collaborations *collaborations, uint32_t from, uint32_t to);
/* Takes `loss` from the strength of the tie where it is; ends it where less than `least` would
 * be left, and says whether it did. */
bool collaborations_weaken(struct collaborations *collaborations, uint32_t from, uint32_t to,
                           float loss, float least);
/* Strength of the tie, the stronger of both directions; 0 without one. */
float collaborations_link(const struct collaborations *collaborations, uint32_t a, uint32_t b);

#endif

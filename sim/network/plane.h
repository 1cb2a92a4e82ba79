/* Actors in a plane, in square cells: an actor is proposed with a chance that
 * falls (or rises) with its distance from ego, bounded from above by the cell in
 * which it lies. The chance of a cell depends only on its offset from ego's
 * cell, so that one table of offsets serves every ego; a cell counts as if it
 * were as full as the fullest, and an empty place in it is no proposal. */
#ifndef NETWORK_PLANE_H
#define NETWORK_PLANE_H

#include "base/stream.h"
#include "network/network.h"

struct plane {
    const struct network *network;
    size_t column[2];
    double corner[2], per_unit; /* cells a unit of the coordinates */
    unsigned level;             /* 1 << level cells a side */
    uint32_t *first;            /* [cell], one more at the end */
    uint32_t *member;           /* actors by cell; NULL when they lie in that order */
    uint32_t fullest;
    long reach;           /* offsets run from -reach to reach in both directions */
    uint32_t per_row;     /* of offsets: (offset * per_row) >> 32 is the row of one */
    double *weight;       /* [offset] logarithm of the bound on a pair */
    double *keep;         /* [offset] table of aliases (Walker 1977; Vose 1991) */
    uint32_t *alias;      /* [offset] */
    double near_total;    /* weight of all proposals within reach */
    double beyond_weight; /* logarithm of the bound on a pair beyond it */
    double beyond_total;
};

/* Puts the actors in order[] so that they lie by cell, whatever the size of cells; `spare` has room
 * for twice as many. Coordinates are columns `column` of their records. */
void plane_order(const struct network *network, const size_t column[2], uint32_t *order,
                 uint64_t *spare);

/* For the effect value x (distance - mean). Cleared also after a failure. */
bool plane_init(struct plane *plane, const struct network *network, const struct dyadic *dyadic,
                double value, struct spel_error *error);
void plane_clear(struct plane *plane);

/* Every other bit. */
static inline uint32_t plane_spread(uint32_t bits)
{
    bits = (bits | bits << 8) & 0x00ff00ffu;
    bits = (bits | bits << 4) & 0x0f0f0f0fu;
    bits = (bits | bits << 2) & 0x33333333u;
    return (bits | bits << 1) & 0x55555555u;
}

/* The number of a cell, by the order of Morton. */
static inline uint32_t plane_cell(uint32_t column, uint32_t row)
{
    return plane_spread(column) | plane_spread(row) << 1;
}

/* The column (0) or row (1) of cells in which the actor lies. */
static inline uint32_t plane_along(const struct plane *plane, uint32_t actor, int axis)
{
    const double value = network_attribute(plane->network, actor, plane->column[axis]);
    const uint32_t at = (uint32_t)((value - plane->corner[axis]) * plane->per_unit);
    return at >> plane->level == 0 ? at : (1u << plane->level) - 1;
}

static inline double plane_total(const struct plane *plane)
{
    return plane->near_total + plane->beyond_total;
}

/* Where proposals within reach will look: a cell, and a place in it that is empty when it is behind
 * the last actor, as PLANE_NOWHERE always is. */
enum { PLANE_BATCH = 8, PLANE_NOWHERE = INT32_MAX };

struct plane_aims {
    uint32_t cell[PLANE_BATCH], place[PLANE_BATCH];
    double bound[PLANE_BATCH]; /* logarithms of the weights */
};

static inline bool plane_is_within(const struct plane *plane, double share)
{
    return share * plane_total(plane) < plane->near_total;
}

/* Aims a batch of proposals within reach, of three words each, and asks for the memory of their
 * cells; then finds who is there: ego itself for nobody. */
void plane_aim(const struct plane *plane, uint32_t ego, uint32_t *const words[3],
               struct plane_aims *aims);
uint32_t plane_find(const struct plane *plane, uint32_t ego, uint32_t cell, uint32_t place);

/* Proposes somebody, or ego itself for nobody; *bound is the logarithm of its weight. `share` in
 * [0, 1) is a draw that says whether within reach or beyond. */
uint32_t plane_propose(const struct plane *plane, uint32_t ego, double share, struct stream *draw,
                       double *bound);

#endif

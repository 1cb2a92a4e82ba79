/* The world: all populations of one run, and nothing else. Plain arrays, each
 * with its row in a column table; processes read and write them. */
#ifndef WORLD_WORLD_H
#define WORLD_WORLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/digest.h"
#include "base/stream.h"
#include "world/blocks.h"
#include "world/collaborations.h"
#include "world/events.h"
#include "world/initiatives.h"
#include "world/municipalities.h"
#include "world/needs.h"
#include "world/neighbourhoods.h"
#include "world/organisations.h"
#include "world/residents.h"
#include "world/scratch.h"
#include "world/ties.h"

struct world {
    struct municipalities municipalities;
    struct neighbourhoods neighbourhoods;
    struct blocks blocks;
    struct residents residents;
    struct needs needs;
    struct ties ties;
    struct organisations organisations;
    struct initiatives initiatives;
    struct collaborations collaborations;
    struct events events;   /* of this month */
    struct scratch scratch; /* working space of processes: no state */
};

/* How rows of a population are known outside. */
enum identity {
    IDENTITY_INDEX,
    IDENTITY_RESIDENT,
    IDENTITY_NEED,
    IDENTITY_ORGANISATION,
    IDENTITY_INITIATIVE,
    IDENTITY_COLLABORATION
};

/* One population as its table says it; `data` is the struct of arrays. */
struct population {
    const char *name;
    struct columns columns;
    void *data;
    size_t rows; /* capacity: vacant places, unused pool rows and empty slots included */
    enum identity identity;
};

enum { POPULATIONS = 9 };
void world_populations(const struct world *world, struct population list[POPULATIONS]);

/* Whether a row is in use: a place with a resident, a used row of the pool, a slot with a tie. */
bool world_row_used(const struct world *world, const struct population *population, size_t row);
/* The id that stands for place `place` outside: 0 when vacant or COLUMN_NONE. */
static inline uint32_t world_external_id(const struct world *world, uint32_t place)
{
    return place < world->residents.count ? world->residents.id[place] : 0;
}

/* How many live in the municipality. */
uint32_t world_residents(const struct world *world, size_t municipality);
/* A lever as it works in a whole municipality: the mean over its residents. */
double world_lever(const struct world *world, size_t municipality, enum lever lever);

void world_clear(struct world *world);

/* Drops the rows of ended needs and of residents who left; the last row of the
 * block fills each hole. Chains and masks of residents follow. */
void world_compact_needs(struct world *world);
/* Puts the rows of each block in the order of their residents; right after they
 * were compacted. */
void world_order_needs(struct world *world);
/* Adds a need to the pool; false when the block's stretch is full. */
bool world_add_need(struct world *world, size_t block, uint32_t place, enum domain domain,
                    uint32_t *row);

/* Order-independent digest of every column of every population. */
struct digest world_digest(const struct world *world);

#endif

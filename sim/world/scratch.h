/* Working space of the processes, taken when a world is made, so that a step
 * never allocates. Nothing in it outlives a month. */
#ifndef WORLD_SCRATCH_H
#define WORLD_SCRATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "params/domain.h"
#include "world/neighbourhoods.h"

/* Cases are ranked by severity band, then by months waited. */
enum { SEVERITY_BANDS = 3, WAITING_BUCKETS = 16, RANKS = SEVERITY_BANDS * WAITING_BUCKETS };

/* Someone who changes neighbourhood this month. */
struct mover {
    uint32_t from, to_neighbourhood;
};

struct scratch {
    size_t blocks, neighbourhoods, places, rows, mover_capacity, letter_capacity;
    struct mover *movers;             /* stretch per neighbourhood */
    uint32_t *mover_first;            /* [neighbourhood] */
    uint32_t *mover_count;            /* [neighbourhood] */
    uint32_t *mover_room;             /* [neighbourhood] */
    uint64_t *letters, *letter_spare; /* of the support network: what is told of ties */
    size_t *letter_first;             /* [block, and one more] */
    uint32_t *intent;                 /* [place] the tie that its resident wants to change */
    uint32_t *known;                  /* [place] what others know of its resident; before it, whom
                                       * needs of the block ask, request by request */
    uint32_t *request_units;          /* [place] how much, presence in the upper half */
    uint16_t *request_row;            /* [place] the need of that request, as a row of the block */
    uint32_t *requests;               /* [block] how many, or REQUESTS_LOST */
    uint8_t *turns;                   /* [place] bit per round: has an opportunity */
    uint32_t *wanted;                 /* [block × DOMAINS × CONTRACT_SLOTS × RANKS] in 1/16 h */
    uint32_t *cases;                  /* [row of the pool] a case of formal support */
    double *granted; /* [neighbourhood × DOMAINS × CONTRACT_SLOTS × RANKS] share */
    double *share;   /* [municipality, at most one a neighbourhood] */
    double *tally;   /* [block × TALLIES] sums of a process */
};

enum { TALLIES = 96 };
#define REQUESTS_LOST UINT32_MAX /* more than the block has places */

bool scratch_init(struct scratch *scratch, size_t blocks, size_t neighbourhoods,
                  const uint32_t *places, size_t rows, struct spel_error *error);
void scratch_clear(struct scratch *scratch);

#endif

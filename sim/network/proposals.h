/* Far alters proposed in batches: the words of a batch are drawn together, before it
 * is known how many proposals will be wanted, and the memory that they lead to is
 * asked for while the local set is looked at. Each is wanted in its turn or not at
 * all, so that it is as good as one that is drawn when it is wanted. */
#ifndef NETWORK_PROPOSALS_H
#define NETWORK_PROPOSALS_H

#include "network/choice.h"
#include "network/envelope.h"

enum { PROPOSALS_TESTED = 4 }; /* at a time */

/* Of a batch; behind its last one is one that is nobody. */
struct proposals {
    size_t next;            /* that will be tried */
    size_t tested;          /* of those listed */
    struct plane_aims aims; /* where to look, and the logarithms of their bounds */
    uint32_t listed[PLANE_BATCH + PROPOSALS_TESTED]; /* which are somebody, then the last one */
    uint32_t alter[PLANE_BATCH + 1];                 /* ego itself for nobody */
    double chance[PLANE_BATCH + 1]; /* that it is accepted when it is tried; of nobody 0 */
    double point[PLANE_BATCH];      /* the draw that says so */
};

/* Aims a batch of proposals of the many for ego. */
void proposals_aim(struct proposals *proposals, const struct envelope *envelope, uint32_t ego,
                   struct stream *draw);
/* Finds who is meant by them, and asks for what is known of these. */
void proposals_find(struct proposals *proposals, const struct envelope *envelope, uint32_t ego);
/* Tries the next: the alter, or ego itself when it is refused. */
uint32_t proposals_try(struct proposals *proposals, const struct envelope *envelope,
                       struct envelope_ego bounds, struct choice *choice, struct stream *draw);

#endif

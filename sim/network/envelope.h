/* The envelope of far alters: a weight for every actor that is never below its
 * true weight as an option of ego, whose total is known without visiting anyone,
 * and from which one can be drawn. Two parts: the many are proposed by distance,
 * or all alike; the few whose own score is high (popular ones) by their score. */
#ifndef NETWORK_ENVELOPE_H
#define NETWORK_ENVELOPE_H

#include "network/buckets.h"
#include "network/effects.h"
#include "network/plane.h"

struct envelope {
    const struct network *network;
    const struct term *terms;
    size_t term_count;
    const struct term *by_distance; /* the term that the plane answers for, NULL when none */
    struct plane plane;
    bool by_score; /* some effect depends on what the alter is */
    struct buckets scores;
    int split;          /* buckets up to it belong to the many */
    double many, few;   /* total weight of both, before what depends on ego */
    double many_weight; /* logarithm of the bound on a score of the many */
    double closest;     /* logarithm of the bound on a pair at any distance */
};

/* Cleared also after a failure. */
bool envelope_init(struct envelope *envelope, const struct network *network,
                   const struct term *terms, size_t term_count, struct spel_error *error);
void envelope_clear(struct envelope *envelope);
/* The degrees or attributes of the actor have changed. */
bool envelope_update(struct envelope *envelope, uint32_t actor, struct spel_error *error);

/* The logarithm of the bound on what depends on ego alone. */
double envelope_ego(const struct envelope *envelope, uint32_t ego);
/* The total for an ego for whom that bound is 0. */
static inline double envelope_total(const struct envelope *envelope)
{
    return envelope->many + envelope->few;
}
/* Proposes an alter, or ego itself for nobody; *bound is the logarithm of its weight, for an ego for
 * whom envelope_ego is 0. */
uint32_t envelope_propose(const struct envelope *envelope, uint32_t ego, struct stream *draw,
                          double *bound);

#endif

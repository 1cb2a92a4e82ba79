/* Actors by weight, in classes a fourth root of two wide: one is drawn in proportion
 * to its weight by a class, a member and an acceptance, at a cost that does not
 * grow with the number of actors. Weights are given as logarithms. */
#ifndef NETWORK_BUCKETS_H
#define NETWORK_BUCKETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

enum { BUCKETS = 1024 };

struct bucket {
    uint32_t *member;
    uint32_t count, room;
    double upper;  /* no logarithm in it is higher */
    double weight; /* exp(upper) */
};

struct buckets {
    size_t actors;
    uint16_t *bucket; /* of an actor */
    uint32_t *place;  /* of an actor in its bucket */
    struct bucket row[BUCKETS];
    int lowest, highest; /* of those that were ever used */
};

/* logarithm[actor] of each. Cleared also after a failure. */
bool buckets_init(struct buckets *buckets, const double *logarithm, size_t actors,
                  struct spel_error *error);
void buckets_clear(struct buckets *buckets);
/* The actor's weight has changed; false with a sentence when there is no memory. */
bool buckets_set(struct buckets *buckets, uint32_t actor, double logarithm,
                 struct spel_error *error);
/* The bucket of a weight. */
int buckets_of(double logarithm);
/* The sum of count x weight over the buckets above `split`; -1 for all. */
double buckets_total(const struct buckets *buckets, int split);
/* The bucket in which a point on the line of buckets_total lies. */
const struct bucket *buckets_at(const struct buckets *buckets, int split, double point);

#endif

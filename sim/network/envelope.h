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
    struct term *terms;             /* those that weigh on making a tie to a far alter, by reach */
    size_t first[REACHES + 1];      /* the terms of each reach */
    const struct term *by_distance; /* the term that the plane answers for, NULL when none */
    struct plane plane;
    bool by_score; /* some effect depends on what the alter is */
    struct buckets scores;
    int split;          /* buckets up to it belong to the many */
    double many, few;   /* total weight of both, before what depends on ego */
    double many_weight; /* logarithm of the bound on a score of the many */
    double closest;     /* logarithm of the bound on a pair at any distance */
};

/* What an envelope knows of an ego: its part of any utility, and the bound on what pairs add. */
struct envelope_ego {
    double own, pair;
};

/* A far alter, or ego itself for nobody; logarithms. */
struct proposal {
    uint32_t alter;
    double bound; /* of its weight, beside the two parts of ego */
    double score; /* what is known of its utility; the open terms add the rest */
};

/* Cleared also after a failure. */
bool envelope_init(struct envelope *envelope, const struct network *network,
                   const struct term *terms, size_t term_count, struct spel_error *error);
void envelope_clear(struct envelope *envelope);
/* The degrees or attributes of the actor have changed. */
bool envelope_update(struct envelope *envelope, uint32_t actor, struct spel_error *error);

struct envelope_ego envelope_ego(const struct envelope *envelope, uint32_t ego);
/* The total for an ego of whom both parts are 0. */
static inline double envelope_total(const struct envelope *envelope)
{
    return envelope->many + envelope->few;
}
/* `share` in [0, 1) is a draw that says which part of the envelope proposes: the many, within the
 * reach of the plane where there is one, or another. */
bool envelope_is_usual(const struct envelope *envelope, double share);
/* Whether the actor is one of the many; its score is what the terms by alter add. */
bool envelope_of_many(const struct envelope *envelope, uint32_t actor, double *score);
struct proposal envelope_propose(const struct envelope *envelope, uint32_t ego, double share,
                                 struct stream *draw);
/* The terms of which the envelope knows only a bound. */
static inline const struct term *envelope_open(const struct envelope *envelope, size_t *count)
{
    *count = envelope->first[REACHES] - envelope->first[REACH_AROUND];
    return envelope->terms + envelope->first[REACH_AROUND];
}

#endif

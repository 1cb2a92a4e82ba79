/* How often actors have the opportunity to change something: a rate for all, and
 * what raises or lowers it for some. */
#ifndef NETWORK_RATES_H
#define NETWORK_RATES_H

#include "base/stream.h"
#include "network/buckets.h"
#include "network/network.h"

/* Opportunities of one actor in a period: more is never done with. */
#define RATES_HIGHEST 1e9

enum rate_by { RATE_BY_COVARIATE, RATE_BY_OUT_DEGREE, RATE_BY_IN_DEGREE };

/* The rate is multiplied by exp(value x (attribute - mean)), or by exp(value x degree). */
struct rate_term {
    enum rate_by by;
    double value;
    const struct covariate *covariate;
};

struct rates {
    const struct network *network;
    double rate; /* a period */
    const struct rate_term *terms;
    size_t term_count;
    bool weighted; /* the rates differ: actors lie in buckets by their rate */
    struct buckets buckets;
    double total; /* a rate for all together that is not below the true one */
};

/* Cleared also after a failure. */
bool rates_init(struct rates *rates, const struct network *network, double rate,
                const struct rate_term *terms, size_t term_count, struct spel_error *error);
void rates_clear(struct rates *rates);
/* The degrees or attributes of the actor have changed. */
bool rates_update(struct rates *rates, uint32_t actor, struct spel_error *error);

/* The rate of an actor. */
double rates_of(const struct rates *rates, uint32_t actor);
/* Draws who has an opportunity that came at the rate `total`; false when it is nobody's,
 * because that rate is too high. */
bool rates_draw(const struct rates *rates, struct stream *draw, uint32_t *actor);

#endif

/* How an actor changes one of its ties: by multinomial logit over making or
 * dropping a tie to each other actor, and changing nothing. Two samplers give the
 * same distribution: `dense` looks at everybody, `sparse` at the local set and,
 * by rejection from an envelope, at single far alters (MODEL.md tells why that is
 * exact). */
#ifndef NETWORK_SAMPLER_H
#define NETWORK_SAMPLER_H

#include "network/proposals.h"

enum sampler_kind { SAMPLER_DENSE, SAMPLER_SPARSE };
extern const char *const sampler_names[];

struct sampler {
    enum sampler_kind kind;
    const struct network *network;
    const struct term *terms;
    size_t term_count;
    uint32_t max_degree; /* 0 for none: with so many ties no tie can be made */
    unsigned counts;
    bool lists; /* some term has a list of pairs */
    struct choice choice;
    struct envelope envelope; /* sparse */
    bool ahead; /* proposals are drawn in batches, before it is known how many are wanted */
    struct proposals batch;
    uint64_t proposals; /* of far alters, so far */
};

/* The network, its covariates and the terms stay where they are. Cleared also after a failure. */
bool sampler_init(struct sampler *sampler, enum sampler_kind kind, const struct network *network,
                  const struct term *terms, size_t term_count, uint32_t max_degree,
                  struct spel_error *error);
void sampler_clear(struct sampler *sampler);

/* Ego's choice: the alter whose tie is toggled, or ego itself when nothing changes. */
bool sampler_choose(struct sampler *sampler, uint32_t ego, struct stream *draw, uint32_t *alter,
                    struct spel_error *error);
/* What the sampler must know of a tie that was toggled. */
bool sampler_toggled(struct sampler *sampler, uint32_t ego, uint32_t alter,
                     struct spel_error *error);

/* The logarithm of the probability that ego toggles its tie to `alter`, or changes nothing when
 * that is ego; by looking at everybody, whatever the sampler. Minus infinity is -HUGE. */
bool sampler_log_probability(struct sampler *sampler, uint32_t ego, uint32_t alter,
                             double *log_probability, struct spel_error *error);

#endif

/* Behaviours that evolve with the network: an attribute in whole steps between
 * a least and a most, and the effects on its changes, one row each
 * (Steglich, Snijders and Pearson 2010, Sociological Methodology 40). */
#ifndef NETWORK_BEHAVIOUR_H
#define NETWORK_BEHAVIOUR_H

#include "base/stream.h"
#include "network/network.h"

/* What a change of the actor's behaviour by `difference` adds to its evaluation. */
typedef double behaviour_change(const struct network *network, const struct covariate *behaviour,
                                uint32_t actor, int difference);

/* The actor's part of the statistic over all. */
typedef double behaviour_statistic(const struct network *network, const struct covariate *behaviour,
                                   uint32_t actor);

struct behaviour_effect {
    const char *name;
    const char *formula;
    const char *source;
    behaviour_change *change;
    behaviour_statistic *statistic;
};

struct behaviour_term {
    const struct behaviour_effect *effect;
    double value;
};

struct behaviour {
    const struct covariate *covariate; /* centred and scaled as it says */
    int least, most;
    struct behaviour_term *terms;
    size_t term_count;
};

extern const struct behaviour_effect behaviour_effects[];
extern const size_t behaviour_effect_count;
const struct behaviour_effect *behaviour_effect_find(const char *name);

/* The probabilities of a step of -1, 0 and 1. */
void behaviour_probabilities(const struct behaviour *behaviour, const struct network *network,
                             uint32_t actor, double probability[3]);
/* The step that the actor takes: -1, 0 or 1. */
int behaviour_choose(const struct behaviour *behaviour, const struct network *network,
                     uint32_t actor, struct stream *draw);

#endif

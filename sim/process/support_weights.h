/* The weights of changes, exp(utility), as products of factors from tables: a part
 * of support_network. An effect depends on a number that is small and whole (the
 * relation, common alters, how many count on the other, months between the ages …),
 * so each factor is worked out once a month, by the effects themselves. */
#ifndef PROCESS_SUPPORT_WEIGHTS_H
#define PROCESS_SUPPORT_WEIGHTS_H

#include "network/people.h"
#include "params/params.h"
#include "world/ties.h"

enum {
    SUPPORT_TERMS = 16,
    SUPPORT_RELATIONS = 128, /* bits of network/people.h, and the one below */
    SUPPORT_BACK = 64,       /* the other counts on ego */
    SUPPORT_MONTHS = 481,    /* between the ages: none to forty years, and more */
    SUPPORT_YEARS = 128,
    SUPPORT_LEVELS = 256 /* of strength and of burden */
};

struct support_terms {
    struct term term[SUPPORT_TERMS];
    size_t count;
};

/* For making a tie [0] and for dropping one [1]. */
struct support_weights {
    double ego[2][TIE_SLOTS + 1]; /* by number of ties */
    double relation[2][SUPPORT_RELATIONS];
    double common[2][TIE_SLOTS + 1];
    double named[2][TIE_SLOTS + 1]; /* by how many count on the other now */
    double burden[2][SUPPORT_LEVELS];
    double strength[SUPPORT_LEVELS]; /* of dropping */
    double apart[SUPPORT_MONTHS];    /* of making a tie to who is not related */
    double friends[SUPPORT_YEARS];   /* by age: how often ego meets such; the same in the street */
    double neighbours[SUPPORT_YEARS];
    double most;      /* of making: named x burden x apart of the most likely stranger */
    double unfocused; /* of who does not go to the meeting place, over who does */
    double strangers; /* of all strangers of a ring, over one */
};

/* The effects of the model with the weights of the scenario. */
void support_terms_init(struct support_terms *terms, const struct support_network_params *params);
void support_weights_init(struct support_weights *weights, const struct support_terms *terms,
                          const struct support_network_params *params);
/* How often somebody of an age in years meets others of the kind: a logarithm. */
double support_meeting(enum tie_kind kind, int years);

#endif

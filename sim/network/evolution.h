/* The process: a network, and behaviours with it, over one period of length 1.
 * Opportunities come at rates, one after the other; at each, one actor changes
 * one tie, or one behaviour by a step, or nothing (Snijders 2001). */
#ifndef NETWORK_EVOLUTION_H
#define NETWORK_EVOLUTION_H

#include "network/behaviour.h"
#include "network/rates.h"
#include "network/sampler.h"

enum { VARIABLE_NETWORK, VARIABLE_BEHAVIOUR }; /* behaviour b is VARIABLE_BEHAVIOUR + b */

/* How often a variable may change. */
struct pace {
    double rate;
    struct rate_term *terms;
    size_t term_count;
};

/* What a specification says; nothing in it changes. */
struct evolution_model {
    struct term *terms;
    size_t term_count;
    struct pace network_pace;
    uint32_t max_degree; /* 0 for none */
    struct behaviour *behaviours;
    struct pace *behaviour_paces;
    size_t behaviour_count;
};

struct mini_step {
    size_t variable;
    uint32_t ego;
    uint32_t alter; /* of a tie; ego itself when nothing changes */
    int difference; /* of a behaviour: -1, 0 or 1 */
};

enum { EVOLUTION_AHEAD = 16 };

struct opportunity {
    double time;
    size_t variable;
    uint32_t ego;
};

struct evolution {
    const struct evolution_model *model;
    struct network *network; /* changes */
    struct sampler sampler;
    struct rates *rates; /* [variable] */
    struct stream clock, choices;
    double time;
    bool constant_rates; /* so that opportunities can be drawn ahead, and their memory asked for */
    struct opportunity ahead[EVOLUTION_AHEAD];
    size_t next;
};

/* Starts a period at the state of the network. Cleared also after a failure. */
bool evolution_init(struct evolution *evolution, const struct evolution_model *model,
                    struct network *network, enum sampler_kind sampler, struct philox_key key,
                    struct spel_error *error);
void evolution_clear(struct evolution *evolution);

/* Takes the next mini-step and applies it; *over when the period has ended before it. */
bool evolution_next(struct evolution *evolution, struct mini_step *step, bool *over,
                    struct spel_error *error);
/* Applies a mini-step, as a chain tells it. */
bool evolution_apply(struct evolution *evolution, const struct mini_step *step,
                     struct spel_error *error);
/* The logarithms of the probabilities that the next opportunity is this variable's and actor's, and
 * that the actor chooses so. */
bool evolution_log_probability(struct evolution *evolution, const struct mini_step *step,
                               double *log_option, double *log_choice, struct spel_error *error);

#endif

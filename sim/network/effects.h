/* The effects of an actor-oriented model: one row each. An effect is a function
 * of ego's options that gives the contribution of a tie, with it less without it
 * (Snijders 2001, 2017); names are RSiena's short names. To add one: a function
 * and a row. */
#ifndef NETWORK_EFFECTS_H
#define NETWORK_EFFECTS_H

#include "network/choice.h"

/* On which change a term weighs: both, making a tie, dropping one. */
enum term_role { ROLE_EVALUATION, ROLE_CREATION, ROLE_ENDOWMENT };
extern const char *const term_role_names[];

/* What an effect is about. */
enum effect_of { OF_NOTHING, OF_COVARIATE, OF_DYADIC };

/* For whom it is not zero, when ego makes a tie to an alter to whom all counts are zero: what the
 * sparse sampler must know. */
enum effect_reach {
    REACH_LOCAL,  /* for nobody */
    REACH_EGO,    /* the same for all: the bound is what it adds */
    REACH_ALTER,  /* by what the alter is: the bound is what it adds */
    REACH_AROUND, /* by whom the alter knows: the bound is of the alter */
    REACH_PAIR,   /* by the pair: the bound is of ego */
    REACHES
};

struct term;

/* Gives contribution[k] of the tie to option k, from `from` up to `end`. */
typedef void effect_contribution(const struct term *term, const struct network *network,
                                 const struct choice *choice, size_t from, size_t end,
                                 double *restrict contribution);
/* No less than value x contribution of a tie that ego makes to any far alter (reach ego, pair:
 * `actor` is ego), or that any ego makes to `actor` (reach alter, around). */
typedef double effect_bound(const struct term *term, const struct network *network, uint32_t actor);
/* Ego's part of the statistic over the network, for those that are no sum over ties; the options
 * hold ego's local set. */
typedef double effect_statistic(const struct term *term, const struct network *network,
                                const struct choice *choice);

struct effect {
    const char *name;
    const char *formula; /* of the contribution */
    const char *sum;     /* of the statistic over the network */
    const char *source;
    enum effect_of of;
    enum effect_reach reach;
    unsigned counts;  /* bits of enum count */
    double parameter; /* its internal parameter, NAN-free: 0 for none */
    effect_contribution *contribution;
    effect_bound *bound;      /* NULL where the reach is local */
    effect_contribution *tie; /* what each tie of ego adds to the statistic, NULL for no such sum */
    effect_statistic *statistic;
};

/* An effect with its weight in a model. */
struct term {
    const struct effect *effect;
    enum term_role role;
    double value, parameter;
    const struct covariate *covariate;
    const struct dyadic *dyadic;
};

extern const struct effect effects[];
extern const size_t effect_count;

/* The row of a name, NULL when there is none. */
const struct effect *effect_find(const char *name);
/* Between what ends the internal parameter of an effect that has one may lie. */
void effect_parameter_ends(const struct effect *effect, double *least, double *most);
/* The bits of enum count that the terms need, with how many attributes. */
unsigned effect_counts(const struct term *terms, size_t count);
/* Ego's part of the statistic; the options hold ego's local set with the counts of the term. */
double effect_statistic_of(const struct term *term, const struct network *network,
                           struct choice *choice);

/* Utilities of the options from `from` up to `end`: what toggling the tie is worth to ego, with 0
 * for changing nothing. */
void effect_utilities(const struct term *terms, size_t term_count, const struct network *network,
                      struct choice *choice, size_t from, size_t end);

#endif

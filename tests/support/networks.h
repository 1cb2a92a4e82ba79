/* Networks for tests: made by hand, made at random, copied, compared. */
#ifndef TESTS_NETWORKS_H
#define TESTS_NETWORKS_H

#include "network/evolution.h"

enum { NETWORKS_COVARIATES = 4, NETWORKS_DYADICS = 2, NETWORKS_TERMS = 16 };

/* A network with a model of it, and its first state. Stays where it is until it is cleared. */
struct network_case {
    struct network now, start;
    size_t columns; /* of attributes */
    struct covariate covariates[NETWORKS_COVARIATES];
    struct dyadic dyadics[NETWORKS_DYADICS];
    struct term terms[NETWORKS_TERMS];
    struct rate_term rate_terms[NETWORKS_TERMS];
    struct behaviour behaviour;
    struct behaviour_term behaviour_terms[NETWORKS_TERMS];
    struct pace behaviour_pace;
    struct evolution_model model;
};

/* Actors without ties, with so many columns of zeros each. */
void networks_make(struct network_case *it, uint32_t actors, size_t columns);
void networks_clear(struct network_case *it);
/* The state now becomes the first one. */
void networks_begin(struct network_case *it);
/* Back to the first state. */
void networks_rewind(struct network_case *it);

void networks_tie(struct network_case *it, uint32_t ego, uint32_t alter);
/* Names a column, with the constants that its values give. */
struct covariate *networks_covariate(struct network_case *it, const char *name, size_t column);
/* The distance by two columns, with the mean over ordered pairs. */
struct dyadic *networks_plane(struct network_case *it, const char *name, size_t first_column,
                              double scale);
/* Pairs with values, `each` for every ego, drawn; a mean that is given. */
struct dyadic *networks_pairs(struct network_case *it, const char *name, uint32_t each,
                              double mean);
/* Adds a term to the model, with the parameter of its row. */
struct term *networks_term(struct network_case *it, const char *effect, enum term_role role,
                           double value, const char *of);

/* Adds ties at random: about `degree` an actor, some of them returned, most of them short. */
void networks_scatter(struct network_case *it, double degree, uint32_t seed);
/* Whether both have the same ties and the same first attributes. */
bool networks_same(const struct network *one, const struct network *other, size_t columns);
/* Whether each tie stands in both its rows, once, and nobody is tied to itself. */
bool networks_sound(const struct network *network);
size_t networks_ties(const struct network *network);

#endif

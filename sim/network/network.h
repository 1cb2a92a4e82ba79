/* A network of actors: who is tied to whom, and what is known of them. The one
 * description that effects, samplers and statistics read, whether the actors
 * are pupils of a class or the residents of the country. */
#ifndef NETWORK_NETWORK_H
#define NETWORK_NETWORK_H

#include "network/lists.h"

/* One attribute of actors, with the constants by which effects centre it
 * (Ripley et al., RSiena manual, section on covariates). A behaviour is an
 * attribute that changes. */
struct covariate {
    const char *name;
    size_t column;          /* in the record of an actor */
    double mean, range;     /* of the values: range is the largest less the smallest */
    double similarity_mean; /* mean of 1 - |v_i - v_j| / range over pairs */
    double least, most;     /* of what values may be, for bounds */
};

enum dyadic_kind { DYADIC_PLANE, DYADIC_PAIRS };

/* An attribute of ordered pairs: the distance in a plane, or pairs in a list, all others 0. */
struct dyadic {
    const char *name;
    enum dyadic_kind kind;
    double mean;
    size_t column[2]; /* plane: the columns of the two coordinates */
    double scale;     /* plane: the distance is multiplied by it */
    double most;      /* plane: no pair is further apart, after scaling */
    size_t *first;    /* pairs: [ego], one more than there are actors */
    uint32_t *alter;  /* pairs, rising within an ego */
    double *value;
};

struct network {
    uint32_t actors;
    struct lists out, in; /* whom an actor names, and by whom it is named */
    double *record;       /* [actor * record_size + column]: what is known of an actor */
    size_t record_size;   /* in doubles */
    void *lines;          /* records and heads of rows, an actor in as few cache lines as can be */
    uint32_t *homes;      /* of the rows, both of an actor in one line */
    struct covariate *covariates;
    size_t covariate_count;
    struct dyadic *dyadics;
    size_t dyadic_count;
};

/* A network without ties whose actors have so many attributes, all 0; `ties` is the room that is
 * taken for them, which grows. Covariates and dyadics are the caller's. Cleared also after a
 * failure. */
bool network_init(struct network *network, uint32_t actors, size_t attributes, size_t ties,
                  struct spel_error *error);
void network_clear(struct network *network);

static inline double network_attribute(const struct network *network, uint32_t actor, size_t column)
{
    return network->record[actor * network->record_size + column];
}

static inline bool network_has(const struct network *network, uint32_t ego, uint32_t alter)
{
    return lists_has(&network->out, ego, alter);
}

/* Makes or drops the tie; false with a sentence when there is no memory. Only for rows in a
 * pool. */
bool network_make(struct network *network, uint32_t ego, uint32_t alter, struct spel_error *error);
void network_drop(struct network *network, uint32_t ego, uint32_t alter);

/* The value for the pair, not centred. */
double network_pair(const struct network *network, const struct dyadic *dyadic, uint32_t ego,
                    uint32_t alter);

#endif

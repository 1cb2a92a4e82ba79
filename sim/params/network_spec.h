/* What SPEC.yaml says of a network study: who there are, what is known of them,
 * at which rates and by which effects their ties and behaviours change. Names of
 * effects are kept as written: the floor that knows the effects judges them, and
 * says where they stand with network_spec_fault. */
#ifndef PARAMS_NETWORK_SPEC_H
#define PARAMS_NETWORK_SPEC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "params/pool.h"

enum { SPEC_NAME = 32, SPEC_WAVES = 16, SPEC_MOST_ACTORS = 33554430 };

/* Where something stands in the spec. */
struct spec_mark {
    size_t line, column;
    const char *path; /* "effects[2].name" */
};

/* A number that may be given; otherwise it follows from the data. */
struct spec_number {
    bool given;
    double value;
    struct spec_mark mark;
};

/* A covariate, or a behaviour, whose values in later waves count for its centre. */
struct spec_attribute {
    const char *name;
    struct spec_mark mark;
    const char *file;
    struct spec_mark file_mark;
    const char *column[SPEC_WAVES];
    struct spec_mark column_mark[SPEC_WAVES];
    size_t wave_count;
    struct spec_number centre, similarity_mean, range; /* range: most less least, for behaviours */
    double least, most;                                /* when a range of a behaviour is given */
    double *values;                                    /* [wave * actors + actor] */
};

/* Distances in a plane, or listed pairs. */
struct spec_dyadic {
    const char *name;
    struct spec_mark mark;
    const char *file;
    struct spec_mark file_mark;
    bool in_plane;
    const char *column[2];
    struct spec_mark column_mark[2];
    double scale;
    struct spec_number centre;
    double *coordinate[2]; /* plane: [actor] */
    uint32_t *ego, *alter; /* pairs, by ego and then alter, from 0 */
    double *value;
    size_t pair_count;
};

/* A factor exp(value x what `name` stands for) on a rate. */
struct spec_rate_term {
    const char *name;
    struct spec_mark mark;
    double value;
};

struct spec_rate {
    double value;
    struct spec_rate_term *terms;
    size_t term_count;
};

struct spec_effect {
    const char *name, *type, *of, *on; /* of, on: NULL where they are not given */
    struct spec_mark mark, type_mark, of_mark, on_mark;
    double value;
    struct spec_number parameter;
};

struct network_spec {
    struct pool pool; /* holds all that is pointed to */
    const char *file; /* as shown in sentences */
    const char *name; /* of the file, without folder and ending */
    const char *text; /* as read */
    uint32_t actors;
    const char *edges; /* NULL: no ties */
    struct spec_mark edges_mark;
    uint32_t *ego, *alter; /* ties of the start, from 0, by ego and then alter */
    size_t tie_count;
    struct spec_attribute *covariates, *behaviours;
    size_t covariate_count, behaviour_count;
    struct spec_dyadic *dyadics;
    size_t dyadic_count;
    struct spec_rate network_rate, *behaviour_rates; /* [behaviour] */
    uint32_t max_degree;                             /* 0: none */
    struct spec_effect *effects;
    size_t effect_count;
    uint32_t runs;
    uint64_t seed;
    bool dense;
};

/* Reads the spec and the tables that it names; paths are relative to it. On failure the error has
 * one line a fault, and nothing is left to clear. */
bool network_spec_read(struct network_spec *spec, const char *path, struct spel_error *error);
/* The spec alone, without its tables. */
bool network_spec_parse(struct network_spec *spec, const char *path, const char *text,
                        size_t length, struct spel_error *error);
void network_spec_clear(struct network_spec *spec);

#if defined(__GNUC__)
__attribute__((format(printf, 4, 5)))
#endif
/* Adds `file:line:column: path: sentence`; false. */
bool network_spec_fault(const struct network_spec *spec, const struct spec_mark *mark,
                        struct spel_error *error, const char *format, ...);

#endif

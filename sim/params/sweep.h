/* What a sweep varies: levers, which can be chosen, and uncertainties, which are not
 * known. They stay apart and are crossed: every uncertain world meets every policy. */
#ifndef PARAMS_SWEEP_H
#define PARAMS_SWEEP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

enum factor_kind { FACTOR_LEVER, FACTOR_UNCERTAINTY, FACTOR_KINDS };

enum factor_shape {
    SHAPE_VALUES,     /* one of a list, each as likely */
    SHAPE_UNIFORM,    /* [low, high] */
    SHAPE_LOGUNIFORM, /* [low, high], the logarithm uniform */
    SHAPE_TRIANGULAR, /* [low, mode, high] */
    SHAPE_WHOLE,      /* whole numbers from low to high */
    SHAPES
};
extern const char *const shape_names[SHAPES];

struct factor {
    char *path; /* as --set takes it: "knobs.informal" */
    enum factor_kind kind;
    enum factor_shape shape;
    double *values; /* of a list: all; else the two or three numbers of the shape */
    size_t value_count;
};

/* Zeroed is empty. */
struct sweep {
    struct factor *factors; /* levers first, each kind in the order of the file */
    size_t count, levers;
};

void sweep_clear(struct sweep *sweep);

/* Whether the factor takes each of a few values, and not any between two. */
bool factor_is_list(const struct factor *factor);

#endif

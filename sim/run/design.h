/* The design of a sweep: at which points the factors are tried. Levers that are lists
 * make the policies, crossed with each other; everything else makes the worlds, one a
 * sample of the design; every policy meets every world.
 *
 * References: Sobol' (1967) sequences by GSL, scrambled as Owen (1995) has it; Saltelli et al.
 * (2010) Comput. Phys. Commun. 181:259, for Sobol' indices; Morris (1991) Technometrics
 * 33:161, for elementary effects; McKay et al. (1979) Technometrics 21:239, Latin hypercube. */
#ifndef RUN_DESIGN_H
#define RUN_DESIGN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "params/sweep.h"

enum design_kind {
    DESIGN_GRID,     /* lists as they are, of a distribution n values in the middle of n shares */
    DESIGN_LHS,      /* n worlds */
    DESIGN_SOBOL,    /* n worlds */
    DESIGN_SALTELLI, /* n × (k + 2) worlds: A, k times A with one column of B, B */
    DESIGN_MORRIS,   /* n paths of k + 1 worlds, each a step of one factor from the one before */
    DESIGN_FILE,     /* a table of one's own */
    DESIGN_KINDS
};
extern const char *const design_names[DESIGN_KINDS];

/* Values [point][factor], the factors in the order of the sweep. */
struct design {
    enum design_kind kind;
    size_t n, factors, points;
    size_t policies, worlds; /* point = world * policies + policy; 1 policy for a table */
    double *values;
    struct sweep table; /* of DESIGN_FILE: a factor a column; else empty */
};

/* The first `n` samples of a design do not depend on how many follow, but for grids,
 * hypercubes and tables. */
bool design_grows(enum design_kind kind);

/* `n`: 0 for what is usual (grid 5, lhs and sobol 128, saltelli 64, morris 16). The seed is
 * that of the sampling. `path`: the table of DESIGN_FILE, a line of paths as --set takes them,
 * then a line a point; it stands in the place of `sweep`. Cleared also after a failure. */
bool design_make(struct design *design, const struct sweep *sweep, enum design_kind kind, size_t n,
                 uint64_t seed, const char *path, struct spel_error *error);
/* The value at `share` in [0, 1) of a factor's distribution. */
double design_value(const struct factor *factor, double share);

void design_clear(struct design *design);

#endif

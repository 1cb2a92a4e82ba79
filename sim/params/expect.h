/* What a scenario expects: its claims, as they stand in it. */
#ifndef PARAMS_EXPECT_H
#define PARAMS_EXPECT_H

#include <stddef.h>

#include "params/claim.h"

struct wording {
    char *nl, *en;
};

/* One line of `expect`: what people say, the test of it, and the worlds it is tested in. */
struct expectation {
    struct wording claim;
    char *text; /* of the test */
    struct claim_test test;
    char type;              /* 'V': follows from one assumption; 'E': emerges; 0: not said */
    unsigned pattern;       /* number of the pattern it belongs to; 0: none */
    char **with, **without; /* "path=value" and processes, see scenarios.h */
    size_t with_count, without_count;
    char *file;          /* where the test stands, for sentences */
    size_t line, column; /* of its first letter, from 1; 0 when it was given by --set */
};

#endif

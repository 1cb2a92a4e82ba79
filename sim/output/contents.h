/* What is in a file of samenspel, finished or still growing. */
#ifndef OUTPUT_CONTENTS_H
#define OUTPUT_CONTENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "output/fitted.h"

enum { CONTENTS_GROUPS = 256, CONTENTS_START = 16 };

struct contents {
    char *program, *title;
    size_t scenario_count;
    char **scenarios;           /* names */
    char start[CONTENTS_START]; /* "2015-01" */
    char groups[CONTENTS_GROUPS];
    bool finished;
    size_t replicates, months;
    size_t months_done; /* of all runs, by the series */
    size_t runs_finished;
    uint64_t seed;
    struct fit_distance fit;
    size_t digest_count, message_count;
    char **digests, **messages; /* by run */
};

bool contents_read(const char *path, struct contents *contents, struct spel_error *error);
void contents_clear(struct contents *contents);

#endif

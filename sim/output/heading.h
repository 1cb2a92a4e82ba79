/* What a file says about itself at its root, and what a run leaves out. */
#ifndef OUTPUT_HEADING_H
#define OUTPUT_HEADING_H

#include <stdbool.h>

#include "output/hdf.h"
#include "params/scenario.h"

/* The newest layout of the file that this program reads and writes. */
enum { HEADING_FORMAT = 1 };

/* What the results do not include, in one or two sentences. */
extern const char *const heading_limits_en;
extern const char *const heading_limits_nl;

/* The attribute of the root that marks a file of simulated networks, which is no run. */
extern const char *const heading_network_format;
/* The same of a file of differences between runs. */
extern const char *const heading_difference_format;

/* Program, version and revision in one text. */
extern const char *const heading_program;

void heading_write(struct hdf *hdf, const struct scenario *scenario, bool finished);

struct heading {
    char *program; /* that wrote the file */
    char *title;   /* in English */
    bool finished;
};

/* Opens a file of samenspel for reading. A sentence says what else the path
 * holds: no file, another program's, a newer format. */
bool heading_open(struct hdf *hdf, const char *path, struct heading *heading,
                  struct spel_error *error);
void heading_clear(struct heading *heading);

#endif

/* The series of a finished run, to be read again: its scenarios, replicates,
 * months and places, and one variable at a time. */
#ifndef OUTPUT_SERIES_FILE_H
#define OUTPUT_SERIES_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "observe/variables.h"
#include "output/heading.h"
#include "output/hdf.h"
#include "output/resolutions.h"
#include "params/period.h"

struct series_file {
    struct hdf hdf; /* open */
    struct heading heading;
    size_t replicates;
    struct resolutions scenarios; /* names and texts */
    struct calendar_span span;    /* months of the run */
    uint64_t seed;
    size_t axis_length[AXES];
    char **labels[AXES], **titles[AXES]; /* NULL for an axis that the file does not have */
};

/* Opens a finished run. Anything else is told in a sentence. The path stays where it is. */
bool series_file_open(struct series_file *file, const char *path, struct spel_error *error);
/* Safe on a zeroed struct, and after a failure. */
void series_file_close(struct series_file *file);

/* The position of a scenario by name; scenarios.count when there is none. */
size_t series_file_scenario(const struct series_file *file, const char *name);
/* Whether the file has the variable with its axes as they are here. */
bool series_file_has(struct series_file *file, size_t variable);
/* Values a month of a variable. */
size_t series_file_length(const struct series_file *file, size_t variable);
/* All values of a variable: scenario, replicate, month, position, the last fastest. Released with
 * memory_release; NULL with a sentence. */
float *series_file_read(struct series_file *file, size_t variable);
/* The name of one position of a variable, of the axes that have more than one: by label (GM0796),
 * by title, which may be Dutch, or in English: places by title, all else by label. */
enum series_name { SERIES_LABEL, SERIES_TITLE, SERIES_ENGLISH };
enum { SERIES_PLACE = 96 };
void series_file_position(const struct series_file *file, size_t variable, size_t position,
                          enum series_name name, char text[SERIES_PLACE]);

#endif

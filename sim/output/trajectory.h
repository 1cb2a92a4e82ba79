/* The file that grows: OUT.h5.part. All its datasets have their final size and
 * lie in one piece from the start, filled with NaN, so that the months to come
 * are numbers put in known places, and never a change of HDF5's own structure:
 * it opens in any reader at any moment, also after the program was killed.
 * Behind the part that HDF5 knows lies the journal. */
#ifndef OUTPUT_TRAJECTORY_H
#define OUTPUT_TRAJECTORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "output/frame.h"
#include "output/journal.h"

/* A dataset of the file: a variable, or a field of the panel. */
struct lane {
    off_t place;   /* of its first value */
    size_t length; /* values a month */
    size_t offset; /* within the values of a month */
};

struct trajectory {
    const struct frame *frame; /* borrowed */
    char *path;
    int file;
    struct lane *lanes; /* the variables, then the fields of the panel */
    size_t lane_count, total;
    off_t persons; /* place of the ids of those in the panel */
    float *buffer; /* months that are not in the file yet, a lane after another */
    size_t slots, held;
    uint32_t run, first; /* of the months held */
    double flushed;      /* when */
    struct journal journal;
};

/* Makes the file and opens it for the first month. A half-made one is removed. */
bool trajectory_create(struct trajectory *trajectory, const char *path, const struct frame *frame,
                       struct spel_error *error);
/* Goes on with a file whose journal lay from `start` to `end`; what came behind
 * is forgotten. */
bool trajectory_open(struct trajectory *trajectory, const char *path, const struct frame *frame,
                     off_t start, off_t end, struct spel_error *error);
/* Takes a month of a run (see frame.h); reaches the file by the year, or each second
 * or so. */
bool trajectory_add(struct trajectory *trajectory, uint32_t run, uint32_t month,
                    const float *values, const float *panel, struct spel_error *error);
/* External ids of those in the panel of a run. */
bool trajectory_add_persons(struct trajectory *trajectory, uint32_t run, const uint32_t *ids,
                            struct spel_error *error);
bool trajectory_flush(struct trajectory *trajectory, struct spel_error *error);
/* Flushes, and waits until the disk has it. */
bool trajectory_sync(struct trajectory *trajectory, struct spel_error *error);
/* All months of one lane of a run, a month after another. */
bool trajectory_read(const struct trajectory *trajectory, size_t lane, uint32_t run, float *values,
                     struct spel_error *error);
bool trajectory_read_persons(const struct trajectory *trajectory, uint32_t run, int64_t *ids,
                             struct spel_error *error);
/* Closes without flushing; safe when it was never opened (file -1 or zeroed). */
void trajectory_close(struct trajectory *trajectory);

#endif

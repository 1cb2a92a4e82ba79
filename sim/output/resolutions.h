/* /scenarios: the scenarios of a file, each with every default filled in, which
 * is all that is needed to run it again. */
#ifndef OUTPUT_RESOLUTIONS_H
#define OUTPUT_RESOLUTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "output/frame.h"
#include "output/hdf.h"

void resolutions_write(struct hdf *hdf, const struct frame *frame,
                       const struct frame_scales *scales);

/* What a file has, in the order of its axis scenario. */
struct resolutions {
    size_t count;
    char **names, **texts;
};

/* Cleared also after a failure. */
bool resolutions_read(struct hdf *hdf, struct resolutions *resolutions);
void resolutions_clear(struct resolutions *resolutions);

#endif

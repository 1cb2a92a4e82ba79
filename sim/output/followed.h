/* The panel in a file: /panel, residents who are followed month by month. */
#ifndef OUTPUT_FOLLOWED_H
#define OUTPUT_FOLLOWED_H

#include <stdbool.h>

#include "output/frame.h"
#include "output/hdf.h"

struct trajectory;

/* Makes the group; nothing when nobody is followed. */
void followed_make(struct hdf *hdf, const struct frame *frame, const struct frame_scales *scales,
                   bool fixed);
/* Makes it and fills it from the file that grew. */
void followed_write(struct hdf *hdf, const struct frame *frame, const struct frame_scales *scales,
                    const struct trajectory *trajectory);

#endif

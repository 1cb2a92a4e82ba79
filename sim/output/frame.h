/* The frame of a file: its scenarios, which variables it holds, how long each
 * axis is and what its positions are called. Taken from the first model, it
 * serves the file that grows and the finished one.
 *
 * Scenarios of one file have place, months, seed, replicates and what is
 * recorded in common: they are paired, replicate by replicate. Run number
 * scenario × replicates + replicate is a row of /runs; a series is
 * (scenario, replicate, month, …), so that the months of a run lie together. */
#ifndef OUTPUT_FRAME_H
#define OUTPUT_FRAME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "observe/panel.h"
#include "observe/variables.h"
#include "output/hdf.h"
#include "params/scenario.h"

struct frame {
    const struct scenario *scenarios; /* borrowed */
    size_t scenario_count;
    const struct scenario *scenario; /* the first: what they have in common */
    size_t axis_length[AXES];
    char **labels[AXES], **titles[AXES];
    char **areas;            /* municipality of each neighbourhood, by label */
    size_t total;            /* values a month */
    size_t *offset, *length; /* of each variable within a month; length 0: not recorded */
    size_t persons;          /* in the panel */
};

struct frame_scales {
    struct hdf_axis scenario, replicate, month, axes[AXES];
};

bool frame_init(struct frame *frame, const struct scenario *scenarios, size_t scenario_count,
                const struct spel_model *model, const struct observation *observation,
                const struct panel *panel, struct spel_error *error);
void frame_clear(struct frame *frame);
/* Replicates of all scenarios; the scenario and the replicate of a run. */
size_t frame_runs(const struct frame *frame);
size_t frame_scenario_of(const struct frame *frame, size_t run);
size_t frame_replicate_of(const struct frame *frame, size_t run);
/* False with a sentence when a later run has other axes, or others on them. */
bool frame_fits(const struct frame *frame, const struct spel_model *model,
                const struct observation *observation, const struct panel *panel,
                struct spel_error *error);

/* Whether any variable of the file runs over this axis. */
bool frame_uses(const struct frame *frame, enum axis axis);
/* Makes the coordinates in `group`; released with frame_scales_release. */
void frame_scales_make(const struct frame *frame, struct hdf *hdf, hid_t group,
                       struct frame_scales *scales);
/* The parts of it: replicates; months and the axes of variables. */
struct hdf_axis frame_replicate_axis(const struct frame *frame, struct hdf *hdf, hid_t group);
void frame_axes_make(const struct frame *frame, struct hdf *hdf, hid_t group,
                     struct frame_scales *scales);
void frame_scales_release(struct hdf *hdf, struct frame_scales *scales);
/* The names that belong to the positions of the axes. */
void frame_names(const struct frame *frame, struct hdf *hdf, hid_t group,
                 const struct frame_scales *scales);
/* The dataset of a variable on (scenario, replicate, month, its own axes). */
hid_t frame_variable(const struct frame *frame, struct hdf *hdf, hid_t group,
                     const struct frame_scales *scales, size_t variable, bool fixed);
/* What a variable says about itself. */
struct hdf_words frame_words(size_t variable);
/* What can be drawn, for programs that look for it: the first variable. */
void frame_drawable(const struct frame *frame, struct hdf *hdf, hid_t group);

#endif

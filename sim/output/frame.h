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
    struct hdf_axis scenario; /* of a sweep: its points */
    struct hdf_axis replicate, month, axes[AXES];
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
/* The rest is frame_datasets.c.
 *
 * The dataset of a variable on (scenario, replicate, month, its own axes). */
hid_t frame_variable(const struct frame *frame, struct hdf *hdf, hid_t group,
                     const struct frame_scales *scales, size_t variable, bool fixed);
/* The same on three axes before its own; of the chunk of `layout`, which may be NULL, the own
 * axes are filled in. */
enum { FRAME_BEFORE = 3 };
hid_t frame_dataset(struct hdf *hdf, hid_t group, size_t variable,
                    const struct hdf_axis *const before[FRAME_BEFORE],
                    const struct hdf_axis own[AXES], const struct hdf_layout *layout);
/* The part of such a dataset at one position of its first axis: `second` of the second, all
 * months, and the own axes. Its rank. */
size_t frame_part(const struct frame *frame, size_t variable, size_t second,
                  size_t count[HDF_RANK]);
/* What can be drawn, for programs that look for it; `first`: name of the first axis. */
void frame_drawable(struct hdf *hdf, hid_t group, const char *first, size_t variable);
/* The first headline that the file has. */
size_t frame_headline(const struct frame *frame);

#endif

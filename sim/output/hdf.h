/* HDF5 with sentences. A file that is being written remembers its first
 * failure: every call after it does nothing, and closing tells. So a writer
 * says what the file holds, one line under another, and asks once at the end.
 *
 * What readers in Python, R and Julia need is done here: every dataset has a
 * scale on each axis, text is UTF-8 of variable length, times of making are
 * left out so that the same contents are the same bytes. */
#ifndef OUTPUT_HDF_H
#define OUTPUT_HDF_H

#include <hdf5.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

enum { HDF_RANK = 6 };

struct hdf {
    const char *path; /* borrowed; for sentences */
    hid_t file;
    hid_t text; /* the type of text */
    bool failed;
    struct spel_error *error;
    struct hdf_use *uses; /* of scales, by datasets */
    size_t use_count, use_room;
};

/* An axis: its scale is a dataset that is linked into each group that uses it. */
struct hdf_axis {
    const char *name;
    hid_t scale;
    size_t length;
};

/* What a dataset says about itself: NULL leaves out, but a unit is then "1", so that
 * every dataset has one. */
struct hdf_words {
    const char *unit, *title, *doc;
};

/* How values lie in the file: in one piece whose place is known from the
 * start, filled with `fill`, or in compressed chunks of `chunk` values. Chunks
 * that are given go to the disk as they are written, each whole and once: kept in
 * memory they would be up to a megabyte of each open dataset. */
struct hdf_layout {
    bool fixed;
    const void *fill;
    size_t chunk[HDF_RANK];
};

bool hdf_create(struct hdf *hdf, const char *path, struct spel_error *error);
/* For reading. A sentence says what the path holds if that is not HDF5. */
bool hdf_open(struct hdf *hdf, const char *path, struct spel_error *error);
/* False when anything has failed since the file was opened. */
bool hdf_close(struct hdf *hdf);
/* Closes a group, dataset or scale; nothing for what was never opened. */
void hdf_release(struct hdf *hdf, hid_t object);
/* Records a failed call of HDF5 with its cause. Always false. */
bool hdf_fail(struct hdf *hdf, const char *what);

hid_t hdf_group(struct hdf *hdf, hid_t parent, const char *name);

void hdf_attribute_text(struct hdf *hdf, hid_t object, const char *name, const char *text);
void hdf_attribute_texts(struct hdf *hdf, hid_t object, const char *name, const char *const *texts,
                         size_t count);
void hdf_attribute_number(struct hdf *hdf, hid_t object, const char *name, hid_t type,
                          const void *value);
void hdf_describe(struct hdf *hdf, hid_t object, struct hdf_words words);
/* Categories 0, 1, …: int8 values with their meanings, one word each. */
void hdf_flags(struct hdf *hdf, hid_t object, const char *const *meanings, size_t count);

/* A scale of numbers 0 … length - 1, or of texts. */
struct hdf_axis hdf_axis_count(struct hdf *hdf, hid_t group, const char *name, size_t length,
                               struct hdf_words words);
struct hdf_axis hdf_axis_numbers(struct hdf *hdf, hid_t group, const char *name, hid_t type,
                                 hid_t memory, const void *values, size_t length,
                                 struct hdf_words words);
struct hdf_axis hdf_axis_texts(struct hdf *hdf, hid_t group, const char *name,
                               const char *const *texts, size_t length, struct hdf_words words);
/* Puts the scale into another group too. */
void hdf_axis_link(struct hdf *hdf, const struct hdf_axis *axis, hid_t group);

/* An empty dataset on these axes; the caller writes and releases it. */
hid_t hdf_dataset(struct hdf *hdf, hid_t group, const char *name, hid_t type,
                  const struct hdf_axis *const *axes, size_t rank, const struct hdf_layout *layout,
                  struct hdf_words words);
/* Writes the part of a dataset that begins at `start` and spans `count`. */
void hdf_write(struct hdf *hdf, hid_t dataset, hid_t type, const size_t *start, const size_t *count,
               size_t rank, const void *values);

/* Whole columns and scalars in one call. */
void hdf_column(struct hdf *hdf, hid_t group, const char *name, hid_t type, hid_t memory,
                const struct hdf_axis *axis, const void *values, struct hdf_words words);
void hdf_column_texts(struct hdf *hdf, hid_t group, const char *name, const struct hdf_axis *axis,
                      const char *const *texts, struct hdf_words words);
void hdf_scalar_text(struct hdf *hdf, hid_t group, const char *name, const char *text,
                     struct hdf_words words);
void hdf_scalar_number(struct hdf *hdf, hid_t group, const char *name, double value,
                       struct hdf_words words);

/* Reads the part of an open dataset that begins at `start` and spans `count`. */
void hdf_read_part(struct hdf *hdf, hid_t dataset, hid_t type, const size_t *start,
                   const size_t *count, size_t rank, void *values);

/* Reading: whole datasets by path, released with memory_release. NULL with the
 * failure recorded when there is none or it is of another kind. */
void *hdf_read_numbers(struct hdf *hdf, const char *path, hid_t memory, size_t size, size_t *count);
char **hdf_read_texts(struct hdf *hdf, const char *path, size_t *count);
void hdf_release_texts(char **texts, size_t count);
char *hdf_read_text(struct hdf *hdf, const char *path);
/* A text attribute of the root; NULL, without a failure, when there is none. */
char *hdf_read_attribute(struct hdf *hdf, const char *name);
/* The same of a group or dataset; and a whole number, 0 when there is none. */
char *hdf_read_attribute_of(struct hdf *hdf, const char *object, const char *name);
size_t hdf_read_count_of(struct hdf *hdf, const char *object, const char *name);
bool hdf_has(struct hdf *hdf, const char *path);

#endif

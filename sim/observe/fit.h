/* The fit of settlement: what is published of each neighbourhood beside what was
 * settled there, on the first day of a replicate. */
#ifndef OBSERVE_FIT_H
#define OBSERVE_FIT_H

#include <stddef.h>

#include "base/error.h"
#include "model/model.h"

/* The second axis of a figure, beside the neighbourhood. */
enum fit_axis { FIT_PLAIN, FIT_AGES, FIT_HOUSEHOLDS, FIT_DOMAINS, FIT_AXES };
size_t fit_axis_length(enum fit_axis axis);
extern const char *const fit_axis_names[FIT_AXES]; /* "" for the first */
extern const char *const fit_age_names[WIDE_AGE_BANDS];
enum { FIT_TYPES = 3 };
extern const char *const fit_household_names[FIT_TYPES];

/* Each comes twice: as wanted and as settled. */
enum fit_figure {
    FIT_RESIDENTS,
    FIT_AGE_SHARE,
    FIT_HOUSEHOLD_SHARE,
    FIT_LOW_INCOME_SHARE,
    FIT_NEED_SHARE,
    FIT_FIGURES
};
struct fit_row {
    const char *name, *unit;
    enum fit_axis axis;
    const char *wanted, *settled; /* what they mean */
};
extern const struct fit_row fit_rows[FIT_FIGURES];

/* Figure f of neighbourhood n begins at wanted[offset[f] + n * length of its axis],
 * and the same of `settled`. */
struct fit {
    size_t neighbourhoods, offset[FIT_FIGURES], total;
    float *wanted, *settled;
};

bool fit_init(struct fit *fit, const struct spel_model *model, struct spel_error *error);
void fit_clear(struct fit *fit);
/* Measures a model on its first day. */
void fit_measure(struct fit *fit, const struct spel_model *model);

/* Places of the parts for `neighbourhoods`; returns the total. */
size_t fit_offsets(size_t neighbourhoods, size_t offset[FIT_FIGURES]);

#endif

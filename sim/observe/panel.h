/* The panel: residents who are followed month by month, so that one life can
 * be read. Chosen by a hash of the external id; one who leaves is NaN. */
#ifndef OBSERVE_PANEL_H
#define OBSERVE_PANEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

struct spel_model;

struct panel_field {
    const char *name, *unit, *doc, *name_nl;
};

extern const struct panel_field panel_fields[];
extern const size_t panel_field_count;

struct panel {
    size_t count;
    uint32_t *person; /* external ids */
    uint32_t *place;  /* where each is now, COLUMN_NONE when gone */
    float *values;    /* field-major: values[f * count + p] */
};

bool panel_init(struct panel *panel, const struct spel_model *model, uint32_t wanted,
                struct spel_error *error);
void panel_clear(struct panel *panel);
void panel_measure(struct panel *panel, const struct spel_model *model);

#endif

/* Residents' initiatives. Each is an organisation of its municipality, and has the same
 * row: what organisations are is there (vision, trust, ties, quadrant, month founded), what
 * only initiatives have is here. Rows of other organisations are all zero. */
#ifndef WORLD_INITIATIVES_H
#define WORLD_INITIATIVES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/column.h"

/* Members at most; and units of an hour that they pledge. */
enum { INITIATIVE_MEMBERS = 64, PLEDGE_UNITS = 16 };

struct initiatives {
    size_t count;            /* rows: those of organisations */
    uint32_t *neighbourhood; /* where it began */
    uint8_t *domain;
    uint32_t *founder; /* place, COLUMN_NONE when gone */
    uint16_t *members;
    uint32_t *member; /* [INITIATIVE_MEMBERS] places, in the order of joining */
    uint16_t *pledge; /* [INITIATIVE_MEMBERS] hours of this month, in 1/PLEDGE_UNITS */
    uint16_t *joined; /* this month */
    float *energy;
    float *dependence; /* on the founder */
    float *formality;
    float *funding; /* share of its cost that the municipality pays */
    float *record;  /* needs that ended with its help for each 100 hours, running mean */
    float *offered; /* hours this month */
    float *hours;   /* given this month, as volunteers */
    int64_t *grant; /* cents this month */
    uint8_t *rest;  /* months until it may challenge again */
};

extern const struct columns initiatives_columns;

bool initiatives_init(struct initiatives *initiatives, size_t count, struct spel_error *error);
void initiatives_clear(struct initiatives *initiatives);

#endif

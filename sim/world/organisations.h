/* Organisations: subsidised institutions, socially engaged entrepreneurs and
 * residents' initiatives. A municipality has a stretch of rows, of which some are
 * vacant: organisations begin and end. */
#ifndef WORLD_ORGANISATIONS_H
#define WORLD_ORGANISATIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/column.h"
#include "params/domain.h"

enum organisation_kind {
    ORGANISATION_NONE, /* a vacant row */
    ORGANISATION_INSTITUTION,
    ORGANISATION_ENTREPRENEUR,
    ORGANISATION_INITIATIVE,
    ORGANISATION_KINDS
};
extern const char *const organisation_kind_names[ORGANISATION_KINDS];

enum quadrant {
    COMMISSIONED_SUPPLIER,
    DIRECTED_CHAIN,
    SUPPORTED_LONER,
    CO_PRODUCER,
    BETWEEN_QUADRANTS,
    QUADRANTS
};
extern const char *const quadrant_names[QUADRANTS];

struct organisations {
    size_t count; /* rows, vacant ones included */
    uint8_t *kind;
    uint32_t *municipality;
    uint8_t *domains; /* bit per domain served */
    int16_t *founded; /* month relative to the start */
    float *self_interest;
    float *openness; /* about friction */
    float *network_effort;
    float *friction;         /* unvoiced, piled up */
    float *vision;           /* [2] cause and end picture, -1 … 1 */
    float *anchor;           /* [2] where it would stand if nobody talked to it */
    float *trust;            /* in the municipality */
    float *alignment;        /* with the municipality, 0 … 1 */
    float *drift;            /* share of what its hours could do that own interest takes */
    float *hours;            /* client hours given this month */
    float *paid;             /* paid hours this month */
    int64_t *hours_pay;      /* [DOMAINS] cents this month for hours */
    int64_t *results_pay;    /* [DOMAINS] cents this month for needs that ended */
    float *income;           /* euro this month: both */
    float *cost;             /* euro: this month's paid hours at their price */
    float *uncovered;        /* share of cost that income left open, running mean */
    float *reserve;          /* euro */
    float *network_position; /* 0 stand-alone … 1 networked */
    float *steering;         /* hour-weighted enacted steering it works under */
    uint8_t *quadrant;
    float *practice;   /* [DOMAINS] w, that of a running trial included */
    float *proven;     /* [DOMAINS] what it falls back on */
    uint8_t *trial;    /* [DOMAINS] months left of a trial */
    float *engagement; /* of an entrepreneur: share of its capital in places */
    float *capital;    /* euro, of an entrepreneur */
    uint16_t *offered; /* places */
    uint16_t *filled;
};

extern const struct columns organisations_columns;

bool organisations_init(struct organisations *organisations, size_t count,
                        struct spel_error *error);
void organisations_clear(struct organisations *organisations);

static inline bool organisations_present(const struct organisations *organisations, size_t i)
{
    return organisations->kind[i] != ORGANISATION_NONE;
}

#endif

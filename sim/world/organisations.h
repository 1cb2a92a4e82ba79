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

/* Network effort goes by steps, around the usual one. */
enum { EFFORT_LEVELS = 5, EFFORT_USUAL = 2 };
static inline double organisations_effort(size_t level)
{
    return 0.4 + 0.15 * ((double)level - EFFORT_USUAL);
}

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
    float *charged;          /* euro: the same at the prices of its contracts */
    float *expenses;         /* euro: what this month's work and idle staff cost it */
    float *capacity;         /* euro a month: hours that its staff could give, at their price */
    float *margin;           /* income less expenses as a share of that, running mean */
    float *effect;           /* client hours this month, each by its effectiveness */
    float *outcome;          /* effectiveness of an hour, running mean */
    float *voiced;           /* share of hours that voiced friction takes */
    float *routine;          /* 0 none … 1 wholly set in its ways */
    float *attraction;       /* [EFFORT_LEVELS] of levels of network effort */
    float *experience;       /* behind these */
    float *aspiration;       /* pay-off that it is used to */
    uint8_t *idle;           /* months without a contract, to 255 */
    float *reserve;          /* euro */
    float *network_position; /* 0 stand-alone … 1 networked */
    float *steering;         /* hour-weighted enacted steering it works under */
    uint8_t *quadrant;
    float *practice;   /* [DOMAINS] w, that of a running trial included */
    float *proven;     /* [DOMAINS] what it falls back on */
    uint8_t *trial;    /* [DOMAINS] months left of a trial */
    float *engagement; /* of an entrepreneur: share of its capital in places */
    float *capital;    /* euro, of an entrepreneur */
    float *payoff;     /* of an entrepreneur, running mean over a year */
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

/* Who it is, for the address of a draw: a row that is taken again is somebody else. */
static inline uint32_t organisations_key(const struct organisations *organisations, size_t i)
{
    return (uint32_t)i ^ (uint32_t)(uint16_t)organisations->founded[i] << 16;
}

#endif

/* Needs: a pool of (resident, domain) rows, so that only the needy pay for
 * need. Each block of residents owns a stretch of the pool; rows of residents
 * of the block lie there in any order, chained per resident. */
#ifndef WORLD_NEEDS_H
#define WORLD_NEEDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/column.h"
#include "params/domain.h"

/* Bits of `flags`. */
enum {
    NEED_CHRONIC = 1,
    NEED_EXISTING_OFFER = 2, /* was given the existing offer instead of the need */
    NEED_HELPED = 4,         /* formal help has begun */
    NEED_CONVERSATION = 8,   /* seen in a kitchen-table conversation */
    NEED_ENDED = 16,         /* ended this month: the row goes at compaction */
    NEED_TERM_JUDGED = 32,   /* the first experience has been had */
    NEED_COMES_IN = 64,      /* becomes known this month */
    NEED_WANTS_TALK = 128    /* and would have a kitchen-table conversation */
};

enum { NO_PROVIDER = 255 };

/* Of `place`: none; and that it has become a job, so that the need ends. Hours that a
 * place gives are counted in eighths. */
enum { NO_PLACE = 0, PLACE_JOB = UINT16_MAX, PLACE_UNITS = 8 };

struct needs {
    size_t capacity;
    uint32_t *resident;
    uint32_t *next; /* the resident's next need, COLUMN_NONE at the end */
    uint8_t *domain;
    uint8_t *flags;
    uint8_t *provider;    /* slot of the contract of (neighbourhood, domain), or NO_PROVIDER */
    uint8_t *terms;       /* share of its pay that follows the result, in 1/255 */
    int8_t *scaling;      /* steps up or down that the resident chose */
    uint8_t *waiting;     /* months known without formal help, to 255 */
    uint8_t *alone;       /* months known above 0.4 without any helper, to 255 */
    uint8_t *complexity;  /* of the household, c in 1/255, this month */
    uint8_t *since;       /* months since the last experience, to 255 */
    uint16_t *spell;      /* months since onset */
    uint16_t *asked_of;   /* bit per slot of the resident's ties: asked this month */
    uint16_t *place;      /* one more than the row, in its municipality, of who gives it a place */
    uint8_t *place_hours; /* of that place this month, in 1/8 h */
    float *severity;
    float *pace;
    float *net;           /* hours that own strength leaves: R - O */
    float *asked;         /* hours asked of alters */
    float *informal;      /* replaceable hours that alters gave */
    float *initiative;    /* replaceable hours that initiatives gave */
    float *presence;      /* presence hours that alters gave */
    float *formal;        /* formal hours given */
    float *effectiveness; /* e of formal support */
};

extern const struct columns needs_columns;

bool needs_init(struct needs *needs, size_t capacity, struct spel_error *error);
void needs_clear(struct needs *needs);
/* The row of a need of somebody, as when nothing has been done about it yet. */
void needs_begin(struct needs *needs, uint32_t row);

#endif

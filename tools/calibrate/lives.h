/* The help of each person over the years, as registers see it: since when known,
 * since when helped, which years of use. Kept by external id, because people
 * move between places. */
#ifndef CALIBRATE_LIVES_H
#define CALIBRATE_LIVES_H

#include <stdint.h>

#include "base/error.h"
#include "model/model.h"
#include "moments.h"

struct life {
    uint32_t id;             /* 0: an empty slot of the table */
    uint16_t since[DOMAINS]; /* month in which the need became known, 0: it is not */
    uint8_t helped[DOMAINS]; /* formal help has begun */
    uint16_t used[DOMAINS];  /* first month of the present spell of use, 0: none */
    uint16_t left[DOMAINS];  /* month in which use last ended, 0: never */
    uint8_t years[DOMAINS];  /* bit per year of use */
};

struct lives {
    struct life *rows;
    uint32_t size;     /* a power of two */
    uint32_t *here;    /* by place: the id of who is followed there */
    uint16_t from, to; /* months that count for the moments */
};

bool lives_init(struct lives *lives, size_t places, uint16_t from, uint16_t to,
                struct spel_error *error);
void lives_clear(struct lives *lives);
/* Reads a month; adds waits, ended spells and returns to the moments. */
void lives_read(struct lives *lives, const struct spel_model *model, struct moments *moments);
/* Adds what can only be said at the end: who used in every year. */
void lives_close(const struct lives *lives, struct moments *moments, unsigned years);

#endif

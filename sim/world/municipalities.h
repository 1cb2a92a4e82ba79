/* Municipalities: steering, staff and money. Money is kept in whole cents, so
 * that accounts close exactly. */
#ifndef WORLD_MUNICIPALITIES_H
#define WORLD_MUNICIPALITIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/column.h"
#include "params/domain.h"
#include "world/residents.h"

/* Bands of five years of age, the last open. */
enum { AGE_FIVES = 20 };

struct municipalities {
    size_t count;
    uint32_t *first; /* neighbourhood */
    uint32_t *neighbourhoods;
    uint32_t *first_organisation;
    uint32_t *organisations;
    uint32_t *settled; /* [AGE_FIVES × POSITION_KINDS] on the first day */
    uint32_t *counted; /* the same, at the last count */
    float *chosen;     /* [DOMAINS] steering, 0 tight … 1 facilitating */
    float *enacted;    /* [DOMAINS] */
    float *history;    /* of collaboration, -1 … 1 */
    float *terms_kept; /* running means over about a year: cases helped within the term */
    float *terms;      /* and all cases judged */
    uint32_t *collaborations_made; /* this month */
    uint32_t *collaborations_lost;
    uint32_t *initiatives_born; /* this month, and so on */
    uint32_t *initiatives_lost;
    uint32_t *initiatives_hardened;
    uint32_t *initiatives_refused; /* births without a vacant row, since the start */
    uint32_t *challenges_won;
    uint32_t *challenges_refused;
    uint32_t *challenges_failed;
    float *vision;      /* [2] cause and end picture, -1 … 1 */
    float *staff;       /* hours a month */
    float *staff_asked; /* share of them that levers, control and policy writing asked this month */
    float *staff_talked; /* share of them that conversations took this month */
    float *surcharge;    /* [DOMAINS] paid above the price of hours, as a share; running mean */
    int64_t *budget;     /* [DOMAINS] cents a year at the start, before carry-over */
    int64_t *available;  /* [DOMAINS] cents received or carried so far this year */
    int64_t *spent;      /* [DOMAINS] cents so far this year */
    int64_t
        *moved; /* [DOMAINS] cents moved in from (+) or out to (-) other domains so far this year */
    int64_t
        *refused; /* [DOMAINS] cents of shortage that no other domain covered so far this year */
    int64_t *spent_month; /* [DOMAINS] cents this month */
    int64_t *carried;     /* [DOMAINS] cents carried into this year, either sign */
    int64_t *outside; /* [DOMAINS] cents that the last close took from (+) or gave to (-) outside */
};

extern const struct columns municipalities_columns;

bool municipalities_init(struct municipalities *municipalities, size_t count,
                         struct spel_error *error);
void municipalities_clear(struct municipalities *municipalities);

#endif

/* Residents: one row a place. A place is a slot in a neighbourhood that one
 * person at a time occupies; vacant places wait for births and arrivals.
 *
 * Places are stored by municipality, neighbourhood and address, so that
 * neighbours in life are neighbours in memory. Nothing depends on that order:
 * draws and digests use the external id, which a person keeps when moving. */
#ifndef WORLD_RESIDENTS_H
#define WORLD_RESIDENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/column.h"

/* The external id: place of birth or arrival and the how-manieth occupant of
 * it, so that a newcomer has fresh draws. 0 is a vacant place. */
enum { ID_PLACE_BITS = 25, ID_OCCUPANT_BITS = 7 };

enum position {
    POSITION_CHILD,
    POSITION_ALONE,
    POSITION_PARTNER,
    POSITION_SINGLE_PARENT,
    POSITION_OTHER,
    POSITION_KINDS
};

/* Bits of `traits`. */
enum { TRAIT_LOW_INCOME = 1, TRAIT_OVERASKED = 2 /* this month */ };

/* Bits of `news`: what those with a tie to this place are told. Who died, or went to
 * long-term care, has left as well. */
enum { NEWS_LEFT = 1, NEWS_MOVED = 2, NEWS_GOOD = 4, NEWS_BAD = 8, NEWS_CAME = 16, NEWS_DIED = 32 };

struct residents {
    size_t count; /* places, vacant ones included */
    uint32_t *id;
    int16_t *birth; /* month of birth relative to the start */
    uint32_t *next; /* next member of the household: a ring; of a moved-out place, the new place */
    uint8_t *position;
    uint8_t *traits;
    uint8_t *needs;       /* bit per domain: has the need */
    uint8_t *known;       /* bit per domain: the municipality knows it */
    uint8_t *ended;       /* bit per domain: ended within the past year, a relapse may follow */
    uint8_t *worst;       /* severity of the worst need, in 1/255 */
    uint32_t *first_need; /* row in the pool, COLUMN_NONE without */
    float *self_reliance;
    float *trust;
    float *strain;
    uint8_t *burnout;      /* months left */
    uint8_t *care_months;  /* months in a row of giving at least 1 h/week, to 255 */
    uint8_t *willingness;  /* in 1/255 */
    uint16_t *available;   /* willing × (1 - strain) × (1 - worst) × age factor, in 1/65535 */
    uint32_t *demand;      /* hours asked of this helper this month, in 1/16 h */
    uint16_t *given;       /* hours given this month, in 1/16 h */
    uint16_t *membership;  /* row of the initiative + 1, 0 for none */
    int8_t *vision_cause;  /* person … circumstances, in 1/127 */
    int8_t *vision_result; /* output … quality of life, in 1/127 */
    uint8_t *news;
    uint8_t
        *heard; /* experiences of alters heard last month: good (low four bits), bad (high four) */
    uint8_t *occupants; /* how many persons this place has had */
};

extern const struct columns residents_columns;

bool residents_init(struct residents *residents, size_t places, struct spel_error *error);
void residents_clear(struct residents *residents);

static inline bool residents_present(const struct residents *residents, size_t i)
{
    return residents->id[i] != 0;
}

static inline int residents_age_months(const struct residents *residents, size_t i, uint32_t month)
{
    return (int)month - residents->birth[i];
}

#endif

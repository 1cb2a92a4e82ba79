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

/* What is promised: help within the term, that a pilot goes on, that a challenge is
 * honoured, that a request is answered; and what can only be broken: by an organisation
 * that served its own interest, and by a municipality that tightened. */
enum history_kind {
    HISTORY_TERMS,
    HISTORY_PILOTS,
    HISTORY_CHALLENGES,
    HISTORY_REQUESTS,
    HISTORY_DRIFT,
    HISTORY_TIGHTENING,
    HISTORY_KINDS
};
enum { YEAR_MONTHS = 12 };

/* Who agrees with whom. */
enum agreement {
    AGREEMENT_ORGANISATIONS, /* the municipality and its organisations */
    AGREEMENT_RESIDENTS,     /* the municipality and residents */
    AGREEMENT_BETWEEN,       /* organisations and residents */
    AGREEMENTS
};

struct municipalities {
    size_t count;
    uint32_t *first; /* neighbourhood */
    uint32_t *neighbourhoods;
    uint32_t *first_organisation;
    uint32_t *organisations;
    uint32_t *settled;     /* [AGE_FIVES × POSITION_KINDS] on the first day */
    uint32_t *counted;     /* the same, at the last count */
    float *chosen;         /* [DOMAINS] steering, 0 tight … 1 facilitating */
    float *enacted;        /* [DOMAINS] mean of its neighbourhoods, by residents */
    float *push;           /* [DOMAINS] reflex to control after incidents, at most 0 */
    float *preference;     /* political: -1 control … 1 room */
    float *attraction;     /* [DOMAINS × 2] of tightening and of making room */
    float *experience;     /* [DOMAINS] that these rest on */
    float *trial;          /* [DOMAINS] step of the trial that runs, 0 for none */
    int32_t *trial_begun;  /* [DOMAINS] month */
    uint8_t *trial_months; /* [DOMAINS] until it is judged */
    float *judged;         /* [DOMAINS] change that the last trial was seen to bring */
    float *judged_at;      /* [DOMAINS] steering that did well then, -1 where it did not */
    uint8_t *quiet;        /* [DOMAINS] months in which no incident follows */
    float *shock;          /* [DOMAINS] incident that the schedule brings, 1 as hard as any */
    uint8_t *incidents;    /* [DOMAINS] this month */
    float *history;        /* of collaboration, -1 … 1 */
    uint32_t *kept;        /* [HISTORY_KINDS] promises kept since months were last closed */
    uint32_t *broken;      /* [HISTORY_KINDS] */
    uint32_t *kept_year;   /* [HISTORY_KINDS × YEAR_MONTHS] of the last twelve months */
    uint32_t *broken_year;
    uint32_t *collaborations_made; /* this month */
    uint32_t *collaborations_lost;
    uint32_t *initiatives_born; /* this month, and so on */
    uint32_t *initiatives_lost;
    uint32_t *initiatives_hardened;
    uint32_t *initiatives_refused; /* births without a vacant row, since the start */
    uint32_t *challenges_won;
    uint32_t *challenges_refused;
    uint32_t *challenges_failed;
    uint32_t *contracts_placed; /* this month */
    uint32_t *contracts_changed;
    uint32_t *institutions_begun;
    uint32_t *institutions_ended;
    uint32_t *rivals_parted; /* collaboration ties that tenders ended this month */
    uint32_t *jobs_found;    /* this month, and so on */
    uint32_t *entrepreneurs_begun;
    uint32_t *entrepreneurs_ended;
    uint32_t *practices_tried;
    uint32_t *practices_kept;
    float *vision;      /* [2] cause and end picture, -1 … 1 */
    float *anchor;      /* [2] where it would stand if nobody talked to it */
    float *alignment;   /* [AGREEMENTS] mean of pairs, 0 … 1 */
    float *agreed;      /* [JUDGEMENTS] weights by which outcomes are judged: they add up to 1 */
    float *staff;       /* hours a month */
    float *staff_asked; /* share of them that levers, control and policy writing asked this month */
    float *staff_talked; /* share of them that conversations took this month */
    float *surcharge;    /* [DOMAINS] paid above the price of hours, as a share; running mean */
    float *result_hours; /* [DOMAINS] paid hours that a result is paid as */
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

/* Neighbourhoods: a stretch of places, what the municipality knows and does
 * there, and the contracts that serve it. */
#ifndef WORLD_NEIGHBOURHOODS_H
#define WORLD_NEIGHBOURHOODS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/column.h"
#include "params/domain.h"

enum { CONTRACT_SLOTS = 3 };

/* The terms of self-reliance, each kept by neighbourhood and income. */
enum gain {
    GAIN_ENDED,
    GAIN_LINK,
    GAIN_EMPOWERMENT,
    GAIN_PLACE,
    GAIN_REPLACED,
    GAIN_REFUSED,
    GAIN_RETURN,
    GAINS
};
enum income { INCOME_LOW, INCOME_OTHER, INCOMES };

/* Where a trial of steering runs. */
enum pilot { PILOT_NONE, PILOT_WHOLE, PILOT_HALF };

/* What the municipality sees of a neighbourhood in a month, by domain and half of the
 * households (all of them are in half 0 where halves are not compared). */
enum look {
    LOOK_PEOPLE,
    LOOK_KNOWN,
    LOOK_WAITING,
    LOOK_ENDED,
    LOOK_UNMET, /* severe, with less than half of the hours needed */
    LOOK_SPENT, /* cents, and so the budget */
    LOOK_BUDGET,
    LOOK_HOURS, /* paid */
    LOOK_DRIFTED,
    LOOK_GAINED, /* self-reliance */
    LOOK_TIED,   /* ties made less those lost */
    LOOKS
};
enum { HALVES = 2, SIGHTS = DOMAINS * HALVES * LOOKS };

struct neighbourhoods {
    size_t count;
    uint32_t *first; /* place */
    uint32_t *places;
    uint32_t *first_block;
    uint32_t *block_count;
    uint32_t *municipality;
    uint32_t *area;    /* first of the neighbourhoods with which it shares initiatives */
    uint8_t *urbanity; /* 1 extremely urban … 5 not */
    uint32_t *cursor;  /* where the next vacant place is looked for, from `first` */
    uint32_t *residents;
    float *target;         /* [2] residents wanted in month 0 and from month 24 */
    float *knowledge;      /* K */
    float *lever_wanted;   /* [LEVERS] */
    float *lever;          /* [LEVERS] effective */
    float *enacted;        /* [DOMAINS] steering as it is in force here */
    float *enacted_half;   /* [DOMAINS] for the half of households in a pilot */
    uint8_t *pilot;        /* [DOMAINS] */
    float *seen;           /* [SIGHTS] mean of a month, running over a year */
    float *seen_before;    /* [SIGHTS] the same when the trial of the domain began */
    float *seen_since;     /* [SIGHTS] sum of the months for which it is judged */
    float *onset_now;      /* [DOMAINS] scheduled factor of onset */
    float *onset_local;    /* [DOMAINS] factor of onset of this neighbourhood, from the first day */
    uint32_t *provider;    /* [DOMAINS × CONTRACT_SLOTS] organisation, COLUMN_NONE for none */
    float *provider_share; /* [DOMAINS × CONTRACT_SLOTS] of the contracted hours */
    uint8_t *contract_left; /* [DOMAINS × CONTRACT_SLOTS] months until it is placed anew */
    float *contract_price;  /* [DOMAINS × CONTRACT_SLOTS] its price over that of the domain */
    float *settling_in;  /* [DOMAINS × CONTRACT_SLOTS] effectiveness lost since it changed hands */
    float *hours_seen;   /* [DOMAINS × CONTRACT_SLOTS] paid hours, a sum that fades */
    float *results_seen; /* [DOMAINS × CONTRACT_SLOTS] needs that ended after help, likewise */
    float *contracted;   /* [DOMAINS] paid hours a month */
    float *supply;       /* [DOMAINS] client hours that the contracts gave this month */
    float *wanted;       /* [DOMAINS] client hours that known cases wanted this month */
    float *paid;         /* [DOMAINS] paid hours used this month */
    float *conversations; /* kitchen-table conversations held this month */
    uint8_t *bad_news;    /* that goes round: incidents, pilots withdrawn */
    float *gain;   /* [GAINS × INCOMES] self-reliance gained this month, summed over residents */
    int32_t *born; /* this month, and so on */
    int32_t *died;
    int32_t *arrived;
    int32_t *departed;
    int32_t *care_exits; /* to long-term care this month */
    int32_t *
        refused_births; /* births, arrivals and moves that found no vacant place, since the start */
    int32_t *ties_made; /* this month, and so on */
    int32_t *ties_lost_by_choice;
    int32_t *ties_lost_by_death; /* or long-term care */
    int32_t *ties_lost_by_moving;
    int32_t *tie_chances;        /* opportunities to change a tie */
    int32_t *tie_chances_unused; /* that changed none */
};

extern const struct columns neighbourhoods_columns;

bool neighbourhoods_init(struct neighbourhoods *neighbourhoods, size_t count,
                         struct spel_error *error);
void neighbourhoods_clear(struct neighbourhoods *neighbourhoods);

#endif

/* Events: the rare things of a month that are told one by one in the file. */
#ifndef WORLD_EVENTS_H
#define WORLD_EVENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/column.h"

enum event_kind {
    EVENT_SCHEDULE_BEGINS, /* subject: line of the schedule */
    EVENT_SCHEDULE_ENDS,
    EVENT_ELECTION,
    EVENT_LEVERS_SHRUNK, /* value: the factor by which staff held the levers back */
    EVENT_BUDGET_YEAR,   /* value: euro of the closed year beyond the budget */
    EVENT_DRIFT_FOUND,
    EVENT_ENTREPRENEUR_BEGINS, /* subject: row; value: its capital in euro */
    EVENT_ENTREPRENEUR_ENDS,   /* value: months that it was there */
    EVENT_PRACTICE_KEPT,       /* subject: row of who tried; value: by how much w rose */
    EVENT_INSTITUTION_BEGINS,  /* subject: row of the organisation */
    EVENT_INSTITUTION_ENDS,    /* value: what its reserve was */
    EVENT_CONTRACT_LOST,       /* value: row of the organisation that holds it now */
    EVENT_TRIAL_BEGINS,        /* subject: domain; value: step */
    EVENT_PILOTS,           /* likewise; value: neighbourhoods, one half for halves of households */
    EVENT_TRIAL_KEPT,       /* likewise; value: change that was seen, b* */
    EVENT_TRIAL_WITHDRAWN,  /* likewise */
    EVENT_COPIED,           /* likewise; value: step towards what did well elsewhere */
    EVENT_INCIDENT,         /* likewise; value: push */
    EVENT_SWING,            /* value: shift of political preference */
    EVENT_INITIATIVE_BORN,  /* subject: row of the organisation, here and below; value: domain */
    EVENT_INITIATIVE_ENDED, /* value: months that it lived */
    EVENT_INITIATIVE_HARDENED,
    EVENT_CHALLENGE_WON, /* value: domain */
    EVENT_CHALLENGE_REFUSED,
    EVENT_CHALLENGE_FAILED,
    EVENT_KINDS
};
extern const char *const event_names[EVENT_KINDS];

struct events {
    size_t capacity, count; /* of this month; emptied at its start */
    uint32_t lost;          /* events that found no room, since the start */
    uint8_t *kind;
    int32_t *municipality; /* index, -1 for none */
    int32_t *subject;
    float *value;
};

bool events_init(struct events *events, size_t capacity, struct spel_error *error);
void events_clear(struct events *events);
void events_add(struct events *events, enum event_kind kind, int32_t municipality, int32_t subject,
                float value);

#endif

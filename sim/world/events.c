#include "world/events.h"

#include "base/memory.h"

const char *const event_names[EVENT_KINDS] = {
    "schedule_begins",
    "schedule_ends",
    "election",
    "levers_shrunk",
    "budget_year",
    "drift_found",
    "entrepreneur_begins",
    "entrepreneur_ends",
    "practice_kept",
    "institution_begins",
    "institution_ends",
    "contract_lost",
    "trial_begins",
    "pilots",
    "trial_kept",
    "trial_withdrawn",
    "copied",
    "incident",
    "preference_shifts",
    "initiative_born",
    "initiative_ended",
    "initiative_hardened",
    "challenge_won",
    "challenge_refused",
    "challenge_failed",
};

bool events_init(struct events *events, size_t capacity, struct spel_error *error)
{
    events->capacity = capacity;
    events->kind = memory_take(capacity, sizeof *events->kind, error);
    events->municipality = memory_take(capacity, sizeof *events->municipality, error);
    events->subject = memory_take(capacity, sizeof *events->subject, error);
    events->value = memory_take(capacity, sizeof *events->value, error);
    if (events->kind && events->municipality && events->subject && events->value)
        return true;
    events_clear(events);
    return false;
}

void events_clear(struct events *events)
{
    memory_release(events->kind);
    memory_release(events->municipality);
    memory_release(events->subject);
    memory_release(events->value);
    *events = (struct events){0};
}

void events_add(struct events *events, enum event_kind kind, int32_t municipality, int32_t subject,
                float value)
{
    if (events->count == events->capacity) {
        events->lost++;
        return;
    }
    const size_t e = events->count++;
    events->kind[e] = (uint8_t)kind;
    events->municipality[e] = municipality;
    events->subject[e] = subject;
    events->value[e] = value;
}

/* The part of informal support that asks: whom one resident asks, and how many
 * hours of each. The hot loop of the month, hence float. */
#ifndef PROCESS_INFORMAL_ASKING_H
#define PROCESS_INFORMAL_ASKING_H

#include "params/params.h"
#include "world/world.h"

enum {
    HELP_UNITS = 16,  /* in an hour */
    HELP_WEEKS = 433, /* in 100 months */
    STRONGEST = 3,
    AGE_MONTHS = 128 * 12
};

/* What does not change in a month, worked out once. */
struct helping {
    const struct informal_support_params *params;
    const struct hours_params *hours;
    const struct needs_params *needs;
    struct moment now;
    struct world *world;
    float presence[DOMAINS], replaceable[DOMAINS];
    float capacity[TIE_KINDS]; /* hours per 1/65535 of `available` */
    float nearness[TIE_KINDS]; /* puts household before kin as primary carer */
    float primary_share;
    float limit; /* units of a helper in all, per 1/65535 of `available` */
    float relief_share;
    uint32_t strain_units;          /* a month, above which strain grows */
    float by_age[AGE_MONTHS];       /* willingness to what is available, by age in months */
    uint8_t grown[256], faded[256]; /* what each strength is after help, after fading */
};

/* What does not change in a block. */
struct asking {
    const struct helping *helping;
    float willing;  /* share of replaceable hours that is asked for */
    float relief;   /* presence hours that a formal hour relieves */
    float ordinary; /* hours together that are no care */
};

/* The ties of one resident, slot by slot, and how much each could give: nothing
 * where not asked. */
struct helpers {
    uint32_t count;
    uint32_t primary;   /* TIE_SLOTS without a primary carer */
    uint32_t strongest; /* who would give most, of whatever kind */
    uint32_t place[TIE_SLOTS];
    float most[TIE_SLOTS], weight[TIE_SLOTS];
    float total;
};

/* What one need asks of the slots from `from` to before `end`, in units. */
struct requests {
    uint32_t from, end;
    uint32_t presence[TIE_SLOTS], replaceable[TIE_SLOTS];
};

struct asking asking_of(const struct helping *helping, size_t block);
/* Whom a need asks for so many hours in all, and how much of each. */
void asking_requests(const struct asking *asking, uint32_t row, float presence, float replaceable,
                     struct helpers *helpers, struct requests *requests);

/* Hours of presence that a need asks for. */
static inline float asking_presence(const struct asking *asking, uint32_t row)
{
    const struct needs *needs = &asking->helping->world->needs;
    const float n = needs->severity[row];
    const float full = asking->helping->presence[needs->domain[row]];
    const float presence = full * n * n - asking->ordinary - asking->relief * needs->formal[row];
    return presence > 0 ? presence : 0;
}

/* Replaceable hours that it asks for. */
static inline float asking_replaceable(const struct asking *asking, uint32_t row)
{
    const struct needs *needs = &asking->helping->world->needs;
    return asking->helping->replaceable[needs->domain[row]] * needs->net[row] * asking->willing;
}

/* What a helper can give in all, in units. */
static inline uint32_t asking_limit(const struct helping *helping, uint16_t available)
{
    return (uint32_t)(int32_t)(helping->limit * (float)available);
}

#endif

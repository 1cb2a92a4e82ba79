/* The part of informal support that asks: whom one resident asks, and how many
 * hours of each. The hot loop of the month, hence float. */
#ifndef PROCESS_INFORMAL_ASKING_H
#define PROCESS_INFORMAL_ASKING_H

#include "base/prefetch.h"
#include "params/params.h"
#include "process/informal_requests.h"
#include "world/world.h"

enum {
    HELP_UNITS = 16,  /* in an hour */
    HELP_WEEKS = 433, /* in 100 months */
    STRONGEST = 3,
    AGE_MONTHS = 128 * 12,
    KINDS_WIDE = 8
};
_Static_assert((int)TIE_KINDS <= (int)KINDS_WIDE, "a kind of tie is a place in a register");

/* Hours a month below which one person is asked. */
#define ASK_ONE 1.0f

/* What does not change in a month, worked out once. */
struct helping {
    const struct informal_support_params *params;
    const struct hours_params *hours;
    const struct needs_params *needs;
    struct moment now;
    struct world *world;
    float presence[DOMAINS], replaceable[DOMAINS];
    /* By kind of tie, and with room for a register of eight. */
    float capacity[KINDS_WIDE]; /* hours per 1/65535 of `available` */
    float nearness[KINDS_WIDE]; /* puts household before kin as primary carer */
    float primary_share;
    bool wide;              /* ties are looked at by informal_wide.h */
    uint8_t packed[256][8]; /* for it: the slots of every set of eight */
    float limit;            /* units of a helper in all, per 1/65535 of `available` */
    float relief_share;
    uint32_t strain_units;          /* a month, above which strain grows */
    float by_age[AGE_MONTHS];       /* willingness to what is available, by age in months */
    int growth;                     /* in 1/256 of what is left to grow */
    uint8_t grown[256], faded[256]; /* what each strength is after help, after fading */
};

/* What does not change in a block. */
struct asking {
    const struct helping *helping;
    float willing;  /* share of replaceable hours that is asked for */
    float relief;   /* presence hours that a formal hour relieves */
    float ordinary; /* hours together that are no care */
};

struct asking asking_of(const struct helping *helping, size_t block);
/* Writes down what each need of the block asks, nothing of it having come yet, and lists those
 * that ask for a unit or more: first who ask one person, then who ask all, for what differs
 * between them cannot be foreseen. `presence` is by row of the block. */
size_t asking_list(const struct asking *asking, size_t block, float presence[BLOCK_ROWS],
                   uint16_t rows[BLOCK_ROWS]);
/* What is available of those whom the resident of a need counts on; of an empty slot, anything.
 * Apart from what follows, as these lie anywhere: many can be waited for at once. */
void asking_available(const struct asking *asking, size_t row, uint16_t available[TIE_SLOTS]);
/* Whom a need asks for so many hours in all, and how much of each: written from the first place of
 * the arrays on. */
void asking_requests(const struct asking *asking, uint32_t row, const uint16_t available[TIE_SLOTS],
                     float presence, float replaceable, struct requests *requests);
/* Where what a block asked was not kept: the needs that asked, and the same for one of them. */
size_t asking_asked(const struct world *world, size_t block, uint16_t rows[BLOCK_ROWS]);
void asking_again(const struct asking *asking, uint32_t row, struct requests *requests);

/* The place of the lowest bit that is set. */
static inline unsigned lowest_bit(unsigned bits)
{
#if defined(__GNUC__)
    return (unsigned)__builtin_ctz(bits);
#else
    unsigned place = 0;
    while (!(bits >> place & 1))
        place++;
    return place;
#endif
}

/* The ties of the resident of a need. */
static inline const uint32_t *asking_alters(const struct asking *asking, size_t row)
{
    const struct world *world = asking->helping->world;
    return world->ties.alter + (size_t)world->needs.resident[row] * TIE_SLOTS;
}

/* Rows of needs are in order of onset, their residents anywhere in the block: the ties of those
 * to come are asked for early. */
static inline void asking_look_ahead(const struct world *world, size_t row)
{
    const size_t i = world->needs.resident[row];
    prefetch(world->ties.alter + i * TIE_SLOTS);
    prefetch(world->ties.strength + i * TIE_SLOTS);
}

/* Hours of presence that a need asks for, of which `full` are asked at the worst. */
static inline float asking_hours_near(const struct asking *asking, float full, float severity,
                                      float formal)
{
    const float presence = full * severity * severity - asking->ordinary - asking->relief * formal;
    return presence > 0 ? presence : 0;
}

static inline float asking_presence(const struct asking *asking, uint32_t row)
{
    const struct needs *needs = &asking->helping->world->needs;
    return asking_hours_near(asking, asking->helping->presence[needs->domain[row]],
                             needs->severity[row], needs->formal[row]);
}

/* What a helper can give in all, in units. */
static inline uint32_t asking_limit(const struct helping *helping, uint16_t available)
{
    return (uint32_t)(int32_t)(helping->limit * (float)available);
}

#endif

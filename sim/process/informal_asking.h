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
    ASKED_MOST = TIE_SLOTS
};

/* What does not change in a month, worked out once. */
struct helping {
    const struct informal_support_params *params;
    const struct hours_params *hours;
    const struct needs_params *needs;
    struct moment now;
    struct world *world;
    float capacity[TIE_KINDS]; /* hours per 1/65535 of `available` */
    float nearness[TIE_KINDS]; /* puts household before kin as primary carer */
    float limit;               /* units of a helper in all, per 1/65535 of `available` */
    float relief_share;
    uint16_t growth;       /* of ties that helped, in 1/256 of the way to 1 */
    uint32_t strain_units; /* a month, above which strain grows */
};

/* What does not change in a block. */
struct asking {
    const struct helping *helping;
    float willing;  /* share of replaceable hours that is asked for */
    float relief;   /* presence hours that a formal hour relieves */
    float ordinary; /* hours together that are no care */
};

/* Those whom one resident asks, and how much each could give. */
struct helpers {
    uint32_t count, primary; /* `count` without a primary carer */
    uint32_t strongest;      /* who would give most, of whatever kind */
    uint8_t slot[ASKED_MOST];
    uint32_t place[ASKED_MOST];
    float most[ASKED_MOST], weight[ASKED_MOST];
    float total;
};

/* What one need asks of each helper, in units. */
struct requests {
    uint32_t presence[ASKED_MOST], replaceable[ASKED_MOST];
};

struct asking asking_of(const struct helping *helping, size_t block);
/* Hours of presence that a need asks for, and replaceable hours. */
float asking_presence(const struct asking *asking, uint32_t row);
float asking_replaceable(const struct asking *asking, uint32_t row);
void asking_helpers(const struct helping *helping, uint32_t i, struct helpers *helpers);
/* What a helper can give in all, in units. */
uint32_t asking_limit(const struct helping *helping, uint32_t helper);
void asking_requests(const struct asking *asking, const struct helpers *helpers, float presence,
                     float replaceable, struct requests *requests);

#endif

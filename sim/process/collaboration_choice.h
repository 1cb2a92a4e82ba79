/* The network of the organisations of one municipality, and the choice of one of
 * them, by the engine of network/. What the effects weigh is written into the
 * records of actors: what an organisation is itself, once a month, and what each
 * other one is to the one that chooses, when it chooses. So a term of the table of
 * effects stands for every effect here: density, outAct, recip, gwespFF, egoX, altX. */
#ifndef PROCESS_COLLABORATION_CHOICE_H
#define PROCESS_COLLABORATION_CHOICE_H

#include "network/sampler.h"
#include "params/params.h"
#include "world/world.h"

/* The columns of a record. */
enum {
    KNOWN_EFFORT,
    KNOWN_TRUST,
    KNOWN_HISTORY,
    KNOWN_BROKERAGE,
    KNOWN_FAR, /* from here on: to the one that chooses; of a stranger, that it is one */
    KNOWN_COMPLEMENT,
    KNOWN_ALIGNMENT,
    KNOWN_RIVALRY,
    KNOWN_STRENGTH,
    KNOWN_COLUMNS
};

enum { COLLABORATION_EFFECTS = 14 };

/* What the parameters make of the choice, for all municipalities. */
struct collaboration_model {
    double vision_distance, strangers;
    struct covariate covariates[KNOWN_COLUMNS];
    struct term terms[COLLABORATION_EFFECTS];
};

void collaboration_model_init(struct collaboration_model *model,
                              const struct collaboration_network_params *params,
                              double vision_distance);

/* One municipality at a time, in the room of one worker. */
struct collaboration_choice {
    const struct collaboration_model *model;
    const struct world *world;
    size_t municipality;
    uint32_t first;   /* row of its first organisation */
    uint32_t *member; /* [actor] organisation; vacant rows are no actors */
    uint32_t *actor;  /* [row from `first`] */
    double rivalry;   /* of those who serve the same domains, by the terms of contracts */
    double far;       /* what making a tie to a stranger weighs less */
    struct network network;
    struct sampler sampler;
};

/* Must stay where it is from here on. */
void collaboration_choice_open(struct collaboration_choice *choice,
                               const struct collaboration_model *model, const struct world *world,
                               size_t worker);
/* The ties and organisations of the municipality as they are. */
void collaboration_choice_enter(struct collaboration_choice *choice, size_t municipality);
/* The organisation whose tie `ego` toggles, or `ego` itself when nothing changes. */
uint32_t collaboration_choice_make(struct collaboration_choice *choice, uint32_t ego,
                                   struct stream *draw);
/* The tie has been toggled in the world. */
void collaboration_choice_toggled(struct collaboration_choice *choice, uint32_t ego,
                                  uint32_t alter);

static inline uint32_t collaboration_actor(const struct collaboration_choice *choice,
                                           uint32_t organisation)
{
    return choice->actor[organisation - choice->first];
}

#endif

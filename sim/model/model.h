/* One world and its clock. */
#ifndef MODEL_MODEL_H
#define MODEL_MODEL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/digest.h"
#include "base/error.h"
#include "params/scenario.h"
#include "world/world.h"

struct spel_model {
    const struct scenario *scenario; /* borrowed */
    struct world world;
    struct moment now; /* of the month last run; key of seed and replicate */
    uint32_t done;     /* months run */
};

/* Settles the world: the first day of replicate `replicate` (seed of the
 * scenario), burnt in. The scenario must outlive the model. NULL on failure. */
struct spel_model *spel_model_create(const struct scenario *scenario, uint32_t replicate,
                                     struct spel_error *error);
/* Its two parts, for who takes their time: the first day as it is drawn, and the
 * months of needs and help before the first. */
struct spel_model *model_settle(const struct scenario *scenario, uint32_t replicate,
                                struct spel_error *error);
void model_burn_in(struct spel_model *model);
void spel_model_free(struct spel_model *model);
/* Runs one month. Cannot fail. */
void spel_model_step(struct spel_model *model);
/* The digest of the state as it is now: the same for any storage order,
 * padding and number of threads. */
struct digest spel_model_digest(const struct spel_model *model);

#endif

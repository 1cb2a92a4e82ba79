/* One replicate under way: its world, and what is measured on it. */
#ifndef RUN_REPLICATE_H
#define RUN_REPLICATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "model/model.h"
#include "observe/panel.h"
#include "observe/variables.h"
#include "output/ledger.h"
#include "output/trajectory.h"
#include "params/scenario.h"

struct replicate {
    uint32_t run;             /* row of /runs */
    struct spel_model *model; /* NULL when none is under way */
    struct observation observation;
    struct panel panel;
    double settling, burning_in; /* seconds that the first day and the run-in took */
};

/* The first day of replicate `number`, and the memory that measuring needs. */
bool replicate_settle(struct replicate *replicate, const struct scenario *scenario, uint32_t number,
                      uint32_t run, struct spel_error *error);
/* Measures the month that has been run, and tells it to the file and the
 * ledger. */
bool replicate_tell(struct replicate *replicate, uint32_t month, struct trajectory *trajectory,
                    struct ledger *ledger, struct spel_error *error);
/* Safe on a zeroed struct. */
void replicate_clear(struct replicate *replicate);

#endif

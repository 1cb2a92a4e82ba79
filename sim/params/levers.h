/* The tables of knobs, levers and processes: what can be turned, and what can be
 * switched off. To add one: an entry in its enum (domain.h, scenario.h) and a
 * row in levers.c. */
#ifndef PARAMS_LEVERS_H
#define PARAMS_LEVERS_H

#include <stdbool.h>

#include "params/domain.h"
#include "params/scenario.h"

struct knob_row {
    const char *name; /* as in scenarios */
    const char *name_nl, *name_en;
    const char *layman_nl, *layman_en; /* one sentence each */
};
extern const struct knob_row knob_rows[KNOBS];

/* A lever is held to [min, max]; its knob sets it to a + b × knob. */
struct lever_row {
    const char *name;
    enum knob knob;
    double a, b, min, max;
    double cost;          /* share of staff hours at 1; negative: calendar.lever_cost */
    const char *practice; /* what it stands for among the practices of model section 4 */
    const char *name_nl, *name_en;
    const char *layman_nl, *layman_en;
};
extern const struct lever_row lever_rows[LEVERS];

/* Their names in scenarios are process_names.
 *
 * To find out why a knob works, processes are taken out and left alone (run/explanation.h).
 * Those that say why they are the stage stay on throughout; all others are mechanisms. A part
 * of a process has a knock-out of its own but does nothing without the whole, which it names. */
struct process_row {
    const char *name_nl, *name_en;
    const char *layman_nl, *layman_en; /* what is lost without it */
    const char *stage;                 /* why it is no mechanism; NULL for a mechanism */
    const char *part_of;               /* name of the process; NULL for a whole */
};
extern const struct process_row process_rows[PROCESSES];

#endif

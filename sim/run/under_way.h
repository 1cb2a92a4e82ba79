/* Scenarios that are being run: what is held in memory, and the run under way. A part
 * of run.c, for nobody else. */
#ifndef RUN_UNDER_WAY_H
#define RUN_UNDER_WAY_H

#include "output/checkpoint.h"
#include "output/elasticity.h"
#include "output/findings.h"
#include "output/provenance.h"
#include "output/trajectory.h"
#include "run/destination.h"
#include "run/replicate.h"
#include "run/run.h"

struct run {
    const struct scenario *scenarios, *scenario; /* all; the first, for what they share */
    size_t scenario_count;
    const struct run_options *options;
    struct spel_error *error;
    struct destination destination;
    struct ledger ledger;
    struct standing standing;
    struct checkpoint checkpoint; /* that the run goes on from */
    bool restoring;
    bool framed; /* frame and trajectory are there */
    struct frame frame;
    struct trajectory trajectory;
    struct replicate replicate; /* the one under way */
    struct elasticity elasticity;
    struct findings findings;
    struct provenance provenance;
    double begun, saved, seconds_before;
    uint64_t done_before;
};

uint32_t under_way_runs(const struct run *run);
double under_way_seconds(const struct run *run);
struct run_progress under_way_progress(const struct run *run);
void under_way_tell(const struct run *run, bool writing);

/* Settles a run that fits the file, where there is one. */
bool under_way_settle(struct run *run, uint32_t number, struct spel_error *error);
/* Makes the file that grows from the run that was settled, or goes on with it. */
bool under_way_frame(struct run *run);
/* Runs one run to its end; `stopped` when asked to end early. */
bool under_way_go_on(struct run *run, bool *stopped);

#endif

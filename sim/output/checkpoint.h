/* The checkpoint: OUT.h5.checkpoint, the whole state of a run after a month, so
 * that it can go on there after whatever happened. A new one takes the place of
 * the old one when it is whole and on the disk, never before.
 *
 * Only the program that wrote it reads it, for the same scenarios: another
 * version or scenario is refused with what differs. */
#ifndef OUTPUT_CHECKPOINT_H
#define OUTPUT_CHECKPOINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/error.h"
#include "output/ledger.h"
#include "output/record.h"
#include "params/scenario.h"

struct spel_model;
struct panel;

/* Where a run stands, beside the state of its world. */
struct standing {
    uint32_t run;    /* the one under way; all are done when it is their number */
    uint32_t months; /* of it that are done; 0: it has not begun */
    off_t journal_start, journal_end;
    double seconds; /* of running so far */
};

/* `model` and `panel` may be NULL when months is 0. */
bool checkpoint_write(const char *path, const struct scenario *scenarios, size_t scenario_count,
                      const struct standing *standing, const struct ledger *ledger,
                      const struct spel_model *model, const struct panel *panel,
                      struct spel_error *error);

/* A checkpoint that is being read. */
struct checkpoint {
    struct record record; /* stands at the state */
    struct standing standing;
};

/* Checks that the file is whole and of this program and scenario; reads the
 * standing and the ledger (which ledger_init made). `path` must outlive it. */
bool checkpoint_open(struct checkpoint *checkpoint, const char *path,
                     const struct scenario *scenarios, size_t scenario_count, struct ledger *ledger,
                     struct spel_error *error);
/* Puts the state into a model of the same run that was just made. */
bool checkpoint_restore(struct checkpoint *checkpoint, struct spel_model *model,
                        struct panel *panel, struct spel_error *error);
void checkpoint_close(struct checkpoint *checkpoint);

#endif

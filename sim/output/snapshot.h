/* Snapshots: residents, their needs and ties, and organisations as they were
 * after chosen months, one table each. They are told to the journal column by
 * column, and put into the finished file from there. */
#ifndef OUTPUT_SNAPSHOT_H
#define OUTPUT_SNAPSHOT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "output/frame.h"
#include "output/hdf.h"
#include "output/journal.h"
#include "params/scenario.h"

struct spel_model;

/* Entries of the journal from this kind on are columns of snapshots. */
enum { JOURNAL_EVENTS = 1, JOURNAL_SNAPSHOT = 256 };

bool snapshot_due(const struct scenario *scenario, uint32_t month);
bool snapshot_take(struct journal *journal, const struct spel_model *model, uint32_t run,
                   uint32_t month, struct spel_error *error);
/* Writes /snapshots; nothing when the scenario wants none. `entries`: of the
 * whole journal. */
void snapshot_write(struct hdf *hdf, const struct frame *frame, const struct journal *journal,
                    const struct journal_entry *entries, size_t count);

#endif

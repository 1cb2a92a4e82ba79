/* /events: what happened and when, a row an event. Told to the journal by the
 * month, and put into the finished file from there. */
#ifndef OUTPUT_HAPPENINGS_H
#define OUTPUT_HAPPENINGS_H

#include <stdbool.h>
#include <stdint.h>

#include "output/frame.h"
#include "output/hdf.h"
#include "output/journal.h"
#include "world/events.h"

/* Nothing when there were none this month. */
bool happenings_take(struct journal *journal, const struct events *events, uint32_t run,
                     uint32_t month, struct spel_error *error);
void happenings_write(struct hdf *hdf, const struct frame *frame, const struct journal *journal,
                      const struct journal_entry *entries, size_t count);

#endif

#include "output/journal.h"

#include "base/memory.h"
#include "output/system.h"

static const uint32_t magic = 0x31304a53; /* SJ01 */

bool journal_add(struct journal *journal, uint32_t kind, uint32_t run, uint32_t month,
                 uint64_t rows, const struct journal_piece *pieces, size_t count,
                 struct spel_error *error)
{
    struct journal_entry entry = {magic, kind, run, month, rows, 0, 0};
    off_t place = journal->end + (off_t)sizeof entry;
    entry.place = (uint64_t)place;
    for (size_t p = 0; p < count; p++) {
        if (!system_write(journal->file, pieces[p].bytes, pieces[p].count, place, journal->path,
                          error))
            return false;
        place += (off_t)pieces[p].count;
        entry.bytes += pieces[p].count;
    }
    if (!system_write(journal->file, &entry, sizeof entry, journal->end, journal->path, error))
        return false;
    journal->end = place;
    return true;
}

bool journal_next(const struct journal *journal, off_t *place, struct journal_entry *entry,
                  bool *more, struct spel_error *error)
{
    *more = *place < journal->end;
    if (!*more)
        return true;
    if (!system_read(journal->file, entry, sizeof *entry, *place, journal->path, error))
        return false;
    const uint64_t left = (uint64_t)(journal->end - *place) - sizeof *entry;
    if (entry->magic != magic || entry->bytes > left)
        return error_set(error, SPEL_ERROR_FILE, "%s: damaged behind byte %lld", journal->path,
                         (long long)*place);
    *place += (off_t)(sizeof *entry + entry->bytes);
    return true;
}

void *journal_values(const struct journal *journal, const struct journal_entry *entry,
                     struct spel_error *error)
{
    void *values = memory_take(entry->bytes, 1, error);
    if (values && !system_read(journal->file, values, entry->bytes, (off_t)entry->place,
                               journal->path, error)) {
        memory_release(values);
        return NULL;
    }
    return values;
}

bool journal_index(const struct journal *journal, struct journal_entry **entries, size_t *count,
                   struct spel_error *error)
{
    struct journal_entry entry;
    for (int pass = 0; pass < 2; pass++) {
        off_t place = journal->start;
        size_t found = 0;
        for (bool more = true; more;) {
            if (!journal_next(journal, &place, &entry, &more, error)) {
                if (pass > 0)
                    memory_release(*entries);
                return false;
            }
            if (more && pass > 0)
                (*entries)[found] = entry;
            found += more;
        }
        if (pass == 0) {
            *count = found;
            *entries = memory_take(found, sizeof **entries, error);
            if (!*entries)
                return false;
        }
    }
    return true;
}

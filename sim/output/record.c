#include "output/record.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/memory.h"
#include "output/system.h"

enum { BLOCK = 1 << 20 };
static const uint64_t longest_text = 64u << 20;

/* Eight bytes at a time; the last ones are filled up with zeros. */
static uint64_t sum_of(uint64_t sum, const char *bytes, size_t count)
{
    for (size_t i = 0; i < count; i += sizeof sum) {
        uint64_t word = 0;
        memcpy(&word, bytes + i, count - i < sizeof word ? count - i : sizeof word);
        sum = digest_mix(sum ^ word);
    }
    return sum;
}

bool record_create(struct record *record, const char *path, struct spel_error *error)
{
    *record = (struct record){.path = path, .file = -1, .error = error};
    record->block = memory_take(BLOCK, 1, error);
    record->failed = !record->block;
    if (!record->failed)
        record->file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0666);
    if (!record->failed && record->file < 0)
        record->failed = !system_failed(path, "be made", errno, error);
    if (record->failed)
        record_close(record);
    return !record->failed;
}

static void flush(struct record *record)
{
    if (!record->failed)
        record->failed = !system_write(record->file, record->block, record->held, record->place,
                                       record->path, record->error);
    record->sum = sum_of(record->sum, record->block, record->held);
    record->place += (off_t)record->held;
    record->held = 0;
}

void record_put(struct record *record, const void *bytes, size_t count)
{
    const char *from = bytes;
    while (count > 0 && !record->failed) {
        const size_t room = BLOCK - record->held;
        const size_t part = count < room ? count : room;
        memcpy(record->block + record->held, from, part);
        record->held += part;
        from += part;
        count -= part;
        if (record->held == BLOCK)
            flush(record);
    }
}

void record_put_number(struct record *record, uint64_t number)
{
    record_put(record, &number, sizeof number);
}

void record_put_text(struct record *record, const char *text)
{
    const size_t length = text ? strlen(text) : 0;
    record_put_number(record, length);
    record_put(record, text, length);
}

bool record_finish(struct record *record)
{
    flush(record);
    const uint64_t sum = record->sum;
    record_put(record, &sum, sizeof sum);
    flush(record);
    if (record->file >= 0 && close(record->file) != 0 && !record->failed)
        record->failed = !system_failed(record->path, "be written", errno, record->error);
    record->file = -1;
    record_close(record);
    return !record->failed;
}

bool record_damaged(struct record *record)
{
    if (!record->failed)
        error_set(record->error, SPEL_ERROR_MISMATCH,
                  "%s: damaged, or not a checkpoint: the run cannot go on from it", record->path);
    record->failed = true;
    return false;
}

/* Reads all there is and compares the sums. */
static void check_sum(struct record *record, uint64_t size)
{
    uint64_t sum = 0, expected = 0;
    record->block = memory_take(BLOCK, 1, record->error);
    record->failed = !record->block;
    if (size < sizeof sum)
        record_damaged(record);
    for (uint64_t left = size - sizeof sum; left > 0 && !record->failed;) {
        const size_t part = left < BLOCK ? left : BLOCK;
        record_take(record, record->block, part);
        sum = sum_of(sum, record->block, part);
        left -= part;
    }
    record_take(record, &expected, sizeof expected);
    if (sum != expected)
        record_damaged(record);
    record->place = 0;
}

bool record_open(struct record *record, const char *path, struct spel_error *error)
{
    struct stat status;
    *record = (struct record){.path = path, .error = error};
    record->file = open(path, O_RDONLY);
    if (record->file < 0 || fstat(record->file, &status) != 0)
        record->failed = !system_failed(path, "be opened", errno, error);
    else
        check_sum(record, (uint64_t)status.st_size);
    if (record->failed)
        record_close(record);
    return !record->failed;
}

void record_take(struct record *record, void *bytes, size_t count)
{
    if (!record->failed)
        record->failed =
            !system_read(record->file, bytes, count, record->place, record->path, record->error);
    record->place += (off_t)count;
}

uint64_t record_take_number(struct record *record)
{
    uint64_t number = 0;
    record_take(record, &number, sizeof number);
    return record->failed ? 0 : number;
}

char *record_take_text(struct record *record)
{
    const uint64_t length = record_take_number(record);
    if (length > longest_text)
        record_damaged(record);
    char *text = record->failed ? NULL : memory_take(length + 1, 1, record->error);
    if (!text)
        record->failed = true;
    else
        record_take(record, text, length);
    if (!record->failed)
        return text;
    memory_release(text);
    return NULL;
}

void record_close(struct record *record)
{
    if (record->file >= 0)
        close(record->file);
    memory_release(record->block);
    record->file = -1;
    record->block = NULL;
}

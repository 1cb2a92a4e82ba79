#include "output/sweep_log.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "output/sweep_identity.h"
#include "output/system.h"

static const uint64_t MAGIC = 0x3230474f4c535053u; /* SPSLOG02 */
static const double SYNC_SECONDS = 5;

enum { MOST_IDENTITY = 64 << 20 };

/* Before every record, and before the identity. */
struct head {
    uint64_t magic, bytes; /* of what follows */
    struct digest sum;     /* of it */
};

static struct digest sum_of(const unsigned char *bytes, size_t count)
{
    struct digest sum = {0, 0};
    for (size_t at = 0; at < count; at += 8) {
        uint64_t word = 0;
        memcpy(&word, bytes + at, count - at < 8 ? count - at : 8);
        digest_add(&sum, digest_of(at, count, word));
    }
    return sum;
}

static size_t record_bytes(const struct sweep_log *log)
{
    return sizeof(struct sweep_run) + log->values * sizeof(float);
}

/* The head in front of the content of a buffer. */
static void put_head(unsigned char *buffer, size_t bytes)
{
    struct head head = {.magic = MAGIC, .bytes = bytes};
    head.sum = sum_of(buffer + sizeof head, bytes);
    memcpy(buffer, &head, sizeof head);
}

/* A head and what follows it go out in one write, so that a kill leaves most often all of a
 * record or nothing. */
static bool put(struct sweep_log *log, unsigned char *buffer, size_t bytes,
                struct spel_error *error)
{
    put_head(buffer, bytes);
    if (!system_write(log->file, buffer, sizeof(struct head) + bytes, log->end, log->path, error))
        return false;
    log->end += (off_t)(sizeof(struct head) + bytes);
    return true;
}

/* Reads what stands at `place` into the buffer's part behind the head; false, without a
 * sentence, when it is not whole. */
static bool whole_at(const struct sweep_log *log, off_t place, size_t bytes)
{
    struct head head;
    unsigned char *content = log->buffer + sizeof head;
    if (!system_read(log->file, &head, sizeof head, place, log->path, NULL) ||
        head.magic != MAGIC || head.bytes != bytes ||
        !system_read(log->file, content, bytes, place + (off_t)sizeof head, log->path, NULL))
        return false;
    const struct digest sum = sum_of(content, bytes);
    return sum.low == head.sum.low && sum.high == head.sum.high;
}

static void find_end(struct sweep_log *log)
{
    const size_t bytes = record_bytes(log);
    log->end = log->first;
    while (whole_at(log, log->end, bytes))
        log->end += (off_t)(sizeof(struct head) + bytes);
}

/* Writes the identity, unless more than the part of it that a kill or a full disk may have
 * left is in the file: `size` bytes. `*begun` says so. */
static bool make(struct sweep_log *log, const char *identity, off_t size, bool *begun,
                 struct spel_error *error)
{
    const size_t bytes = strlen(identity), all = sizeof(struct head) + bytes;
    unsigned char *buffer = memory_take(2 * all, 1, error);
    if (!buffer)
        return false;
    memcpy(buffer + sizeof(struct head), identity, bytes);
    put_head(buffer, bytes);
    *begun = (size_t)size >= all ||
             !system_read(log->file, buffer + all, (size_t)size, 0, log->path, NULL) ||
             memcmp(buffer, buffer + all, (size_t)size) != 0;
    const bool fine =
        *begun || (put(log, buffer, bytes, error) && system_sync(log->file, log->path, error));
    memory_release(buffer);
    log->begun = (off_t)all;
    return fine;
}

static bool same_identity(struct sweep_log *log, const char *identity, struct spel_error *error)
{
    struct head head;
    if (!system_read(log->file, &head, sizeof head, 0, log->path, NULL) || head.magic != MAGIC ||
        head.bytes > MOST_IDENTITY)
        return error_set(error, SPEL_ERROR_MISMATCH, "%s: not the log of a sweep", log->path);
    char *found = memory_take(head.bytes + 1, 1, error);
    if (!found || !system_read(log->file, found, head.bytes, sizeof head, log->path, error)) {
        memory_release(found);
        return false;
    }
    log->begun = (off_t)(sizeof head + head.bytes);
    const bool same = sweep_identity_same(log->path, found, identity, error);
    memory_release(found);
    return same;
}

bool sweep_log_open(struct sweep_log *log, const char *path, const char *identity, size_t values,
                    struct spel_error *error)
{
    *log = (struct sweep_log){.file = -1, .values = values, .synced = system_seconds()};
    log->path = system_path(path, "", error);
    log->buffer = memory_take(sizeof(struct head) + record_bytes(log), 1, error);
    if (!log->path || !log->buffer) {
        sweep_log_close(log);
        return false;
    }
    struct stat about;
    log->file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    bool fine = log->file >= 0 && fstat(log->file, &about) == 0;
    if (!fine)
        system_failed(path, "be opened", errno, error);
    bool begun = false;
    fine = fine && make(log, identity, about.st_size, &begun, error) &&
           (!begun || same_identity(log, identity, error));
    log->first = log->begun + (off_t)(SWEEP_LOG_WORKERS * sizeof(uint64_t));
    if (fine)
        find_end(log);
    if (fine && ftruncate(log->file, log->end) != 0)
        fine = system_failed(path, "be cut to its whole records", errno, error);
    if (!fine)
        sweep_log_close(log);
    return fine;
}

bool sweep_log_is(const char *path)
{
    uint64_t magic = 0;
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    const bool read = file >= 0 && system_read(file, &magic, sizeof magic, 0, path, NULL);
    if (file >= 0)
        close(file);
    return read && magic == MAGIC;
}

bool sweep_log_add(struct sweep_log *log, const struct sweep_run *run, const float *values,
                   struct spel_error *error)
{
    unsigned char *content = log->buffer + sizeof(struct head);
    memset(content, 0, record_bytes(log));
    memcpy(content, run, sizeof *run);
    if (values)
        memcpy(content + sizeof *run, values, log->values * sizeof *values);
    if (!put(log, log->buffer, record_bytes(log), error))
        return false;
    if (system_seconds() - log->synced < SYNC_SECONDS)
        return true;
    log->synced = system_seconds();
    return system_sync(log->file, log->path, error);
}

bool sweep_log_next(struct sweep_log *log, off_t *place, struct sweep_run *run, float *values,
                    bool *more, struct spel_error *error)
{
    const size_t bytes = record_bytes(log);
    const unsigned char *content = log->buffer + sizeof(struct head);
    *more = *place < log->end;
    if (!*more)
        return true;
    if (!whole_at(log, *place, bytes))
        return error_set(error, SPEL_ERROR_FILE, "%s: damaged behind byte %lld", log->path,
                         (long long)*place);
    memcpy(run, content, sizeof *run);
    if (values)
        memcpy(values, content + sizeof *run, log->values * sizeof *values);
    *place += (off_t)(sizeof(struct head) + bytes);
    return true;
}

static off_t place_of(const struct sweep_log *log, size_t worker)
{
    return log->begun + (off_t)(worker % SWEEP_LOG_WORKERS * sizeof(uint64_t));
}

/* Replicate and point in one word, and one more: 0 is what a new file has. */
bool sweep_log_begin(struct sweep_log *log, size_t worker, const struct sweep_run *run,
                     struct spel_error *error)
{
    const uint64_t word = ((uint64_t)run->replicate << 32 | run->point) + 1;
    return system_write(log->file, &word, sizeof word, place_of(log, worker), log->path, error);
}

bool sweep_log_begun(const struct sweep_log *log, size_t worker, struct sweep_run *run)
{
    uint64_t word = 0;
    const bool read =
        system_read(log->file, &word, sizeof word, place_of(log, worker), log->path, NULL);
    run->point = (uint32_t)(word - 1);
    run->replicate = (uint32_t)((word - 1) >> 32);
    return read && word > 0;
}

void sweep_log_rest(struct sweep_log *log)
{
    static const uint64_t none[SWEEP_LOG_WORKERS] = {0};
    system_write(log->file, none, sizeof none, log->begun, log->path, NULL);
}

void sweep_log_close(struct sweep_log *log)
{
    if (log->file >= 0)
        close(log->file);
    memory_release(log->path);
    memory_release(log->buffer);
    *log = (struct sweep_log){.file = -1};
}

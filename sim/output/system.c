#include "output/system.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/memory.h"

bool system_failed(const char *path, const char *what, int number, struct spel_error *error)
{
    char reason[128] = "unknown error";
    strerror_r(number, reason, sizeof reason);
    const bool full = number == ENOSPC || number == EDQUOT || number == EFBIG;
    return error_set(error, full ? SPEL_ERROR_DISK : SPEL_ERROR_FILE, "%s: cannot %s: %s", path,
                     what, reason);
}

bool system_exists(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0;
}

bool system_same_file(const char *one, const char *other)
{
    struct stat a, b;
    return stat(one, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev &&
           a.st_ino == b.st_ino;
}

bool system_write(int file, const void *bytes, size_t count, off_t place, const char *path,
                  struct spel_error *error)
{
    const char *from = bytes;
    while (count > 0) {
        const ssize_t done = pwrite(file, from, count, place);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return system_failed(path, "be written", done == 0 ? ENOSPC : errno, error);
        from += done;
        place += done;
        count -= (size_t)done;
    }
    return true;
}

bool system_read(int file, void *bytes, size_t count, off_t place, const char *path,
                 struct spel_error *error)
{
    char *to = bytes;
    while (count > 0) {
        const ssize_t done = pread(file, to, count, place);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return system_failed(path, "be read", errno, error);
        if (done == 0)
            return error_set(error, SPEL_ERROR_FILE, "%s: ends too early: it is damaged", path);
        to += done;
        place += done;
        count -= (size_t)done;
    }
    return true;
}

bool system_sync(int file, const char *path, struct spel_error *error)
{
    return fsync(file) == 0 || system_failed(path, "be written to the disk", errno, error);
}

static bool sync_path(const char *path, int flags, struct spel_error *error)
{
    const int file = open(path, flags);
    if (file < 0)
        return system_failed(path, "be opened", errno, error);
    const bool fine = system_sync(file, path, error);
    close(file);
    return fine;
}

/* Some file systems refuse to sync a folder; the rename itself has worked. */
static void sync_folder(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder = slash ? system_path(path, "", NULL) : NULL;
    if (folder)
        folder[slash == path ? 1 : slash - path] = '\0';
    sync_path(folder ? folder : ".", O_RDONLY, NULL);
    memory_release(folder);
}

bool system_replace(const char *temporary, const char *path, struct spel_error *error)
{
    if (!sync_path(temporary, O_RDWR, error))
        return false;
    if (rename(temporary, path) != 0)
        return system_failed(path, "be put in its place", errno, error);
    sync_folder(path);
    return true;
}

/* Whether the path still names the file that is open: another process may have
 * removed it before letting go. */
static bool still_there(const char *path, int file)
{
    struct stat open_file, named;
    return fstat(file, &open_file) == 0 && stat(path, &named) == 0 &&
           open_file.st_ino == named.st_ino && open_file.st_dev == named.st_dev;
}

int system_lock(const char *path, const char *output, struct spel_error *error)
{
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    for (;;) {
        const int file = open(path, O_RDWR | O_CREAT, 0666);
        if (file < 0) {
            system_failed(output, "be written in that folder", errno, error);
            return -1;
        }
        const bool taken = fcntl(file, F_SETLK, &lock) != 0 && (errno == EACCES || errno == EAGAIN);
        if (!taken && still_there(path, file))
            return file;
        const bool held =
            taken && fcntl(file, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK && lock.l_pid > 0;
        close(file);
        if (held) {
            error_set(error, SPEL_ERROR_INPUT,
                      "%s: process %ld is running into it; wait until it ends", output,
                      (long)lock.l_pid);
            return -1;
        }
        lock.l_type = F_WRLCK; /* it has just been let go: once more */
    }
}

void system_unlock(const char *path, int file)
{
    if (file < 0)
        return;
    system_remove(path, NULL);
    close(file);
}

bool system_remove(const char *path, struct spel_error *error)
{
    if (unlink(path) != 0 && errno != ENOENT)
        return system_failed(path, "be removed", errno, error);
    return true;
}

char *system_path(const char *path, const char *ending, struct spel_error *error)
{
    const size_t length = strlen(path), more = strlen(ending);
    char *whole = memory_take(length + more + 1, 1, error);
    if (whole) {
        memcpy(whole, path, length);
        memcpy(whole + length, ending, more);
    }
    return whole;
}

/* What files are kept in counts as free where the system says so. */
double system_memory_free(void)
{
    FILE *file = fopen("/proc/meminfo", "r");
    char line[128];
    double kilobytes = -1;
    while (file && kilobytes < 0 && fgets(line, sizeof line, file))
        if (sscanf(line, "MemAvailable: %lf", &kilobytes) != 1)
            kilobytes = -1;
    if (file)
        fclose(file);
    return kilobytes >= 0 ? kilobytes * 1024
                          : (double)sysconf(_SC_AVPHYS_PAGES) * (double)sysconf(_SC_PAGESIZE);
}

double system_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

void system_time(char text[SYSTEM_TIME_TEXT])
{
    const time_t now = time(NULL);
    struct tm parts;
    gmtime_r(&now, &parts);
    strftime(text, SYSTEM_TIME_TEXT, "%Y-%m-%dT%H:%M:%SZ", &parts);
}

void system_host(char *text, size_t size)
{
    char model[128] = "unknown processor";
    FILE *file = fopen("/proc/cpuinfo", "r");
    char line[256];
    while (file && fgets(line, sizeof line, file)) {
        const char *colon = strchr(line, ':');
        if (strncmp(line, "model name", 10) == 0 && colon) {
            snprintf(model, sizeof model, "%.*s", (int)strcspn(colon + 2, "\n"), colon + 2);
            break;
        }
    }
    if (file)
        fclose(file);
    snprintf(text, size, "%s, %ld cores", model, sysconf(_SC_NPROCESSORS_ONLN));
}

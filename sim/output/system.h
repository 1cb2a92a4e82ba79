/* Files of the system: whole writes, and sentences for what it refuses. */
#ifndef OUTPUT_SYSTEM_H
#define OUTPUT_SYSTEM_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/error.h"

/* "PATH: cannot WHAT: reason"; a full disk has its own code. Always false. */
bool system_failed(const char *path, const char *what, int number, struct spel_error *error);

bool system_exists(const char *path);
/* Whether both names are of one file that is there. */
bool system_same_file(const char *one, const char *other);
/* All bytes at a place of the file, however many calls that takes. */
bool system_write(int file, const void *bytes, size_t count, off_t place, const char *path,
                  struct spel_error *error);
/* False, too, when the file ends before. */
bool system_read(int file, void *bytes, size_t count, off_t place, const char *path,
                 struct spel_error *error);
/* Puts `temporary` in the place of `path` so that after a power failure one or
 * the other is there: both file and folder reach the disk. */
bool system_replace(const char *temporary, const char *path, struct spel_error *error);
bool system_sync(int file, const char *path, struct spel_error *error);
/* Takes the lock `path` of `output`, which ends with the process, whatever ends it: the
 * open file, or -1 with a sentence, also where another process has it. On a file system
 * without locks the file is open and that is all. */
int system_lock(const char *path, const char *output, struct spel_error *error);
/* Removes the file and lets go. Nothing for -1. */
void system_unlock(const char *path, int file);
/* Removing what is not there is fine. */
bool system_remove(const char *path, struct spel_error *error);
/* `path` with `ending` behind it; released by memory_release. */
char *system_path(const char *path, const char *ending, struct spel_error *error);

/* Bytes of memory that can be had without any being swapped out. */
double system_memory_free(void);
/* Seconds of a clock that never goes back. */
double system_seconds(void);
/* "2024-05-01T12:00:00Z". */
enum { SYSTEM_TIME_TEXT = 24 };
void system_time(char text[SYSTEM_TIME_TEXT]);
/* Processor model and cores: all that a file says about the machine. */
void system_host(char *text, size_t size);

#endif

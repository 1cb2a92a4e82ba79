/* A plain binary file, one value behind another, with a sum over all bytes at
 * its end. The first failure is remembered; what comes after it does nothing. */
#ifndef OUTPUT_RECORD_H
#define OUTPUT_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/error.h"

struct record {
    const char *path; /* borrowed; for sentences */
    int file;
    off_t place; /* of the next value when reading, of the next block when writing */
    uint64_t sum;
    char *block; /* what waits to be written */
    size_t held;
    bool failed;
    struct spel_error *error;
};

bool record_create(struct record *record, const char *path, struct spel_error *error);
void record_put(struct record *record, const void *bytes, size_t count);
void record_put_number(struct record *record, uint64_t number);
void record_put_text(struct record *record, const char *text);
/* Writes the sum and closes; false when anything has failed. */
bool record_finish(struct record *record);

/* Opens for reading, once the sum has been found right. */
bool record_open(struct record *record, const char *path, struct spel_error *error);
void record_take(struct record *record, void *bytes, size_t count);
uint64_t record_take_number(struct record *record);
/* Released by memory_release; NULL on failure. */
char *record_take_text(struct record *record);
/* Records that what was read cannot be. */
bool record_damaged(struct record *record);
void record_close(struct record *record);

#endif

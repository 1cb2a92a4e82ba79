/* SHA-256 (FIPS 180-4): says whether a table is the one that a run has read. */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include <stddef.h>

enum { SHA256_TEXT = 65 };

/* The digest of `length` bytes as 64 hexadecimal digits and a zero. */
void sha256_text(const void *bytes, size_t length, char text[SHA256_TEXT]);

#endif

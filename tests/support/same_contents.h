/* Two files have the same contents when every group, dataset and attribute is
 * equal to the bit, except in /provenance: what the clock and the machine say. */
#ifndef TESTS_SAME_CONTENTS_H
#define TESTS_SAME_CONTENTS_H

#include <stdbool.h>
#include <stddef.h>

/* Otherwise the sentence names the first difference. `compared`, unless NULL,
 * counts datasets and attributes. */
bool same_contents(const char *a, const char *b, size_t *compared, char *sentence, size_t size);

#endif

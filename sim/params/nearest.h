/* "Did you mean …?": how far two words are apart. */
#ifndef PARAMS_NEAREST_H
#define PARAMS_NEAREST_H

#include <stddef.h>

/* Letters to insert, leave out, replace or swap with their neighbour to come
 * from one word to the other, capitals and punctuation between words counted
 * as equal. Words longer than 95 bytes are far from everything. */
size_t word_distance(const char *one, const char *other);

/* A search for the nearest of several words, offered one by one. */
struct nearest {
    const char *wanted;
    const char *best; /* NULL while nothing is near enough */
    size_t distance;
};
struct nearest nearest_begin(const char *wanted);
void nearest_offer(struct nearest *nearest, const char *word);

#endif

/* What the head of a place table says of its columns. */
#ifndef OUTPUT_INPUTS_WORDS_H
#define OUTPUT_INPUTS_WORDS_H

#include "params/places_columns.h"

enum { COLUMN_WORDS_TEXT = 512 };

/* The sentence of the column, from the lines "# one, other: sentence" or "# first to last:
 * sentence" below the name of its file in `sources`; "" where there is none. */
void inputs_words(const char *sources, const struct place_columns *table, size_t column,
                  char text[COLUMN_WORDS_TEXT]);

#endif

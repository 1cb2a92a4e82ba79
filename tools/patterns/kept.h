/* The table of patterns as it was kept in a text. */
#ifndef PATTERNS_KEPT_H
#define PATTERNS_KEPT_H

#include <stdbool.h>

#include "output/findings.h"

/* Whether the file has a row with this cell whose verdict, `cells` further, does not say
 * the opposite: what is undecided here or there is no opposite. Says on stderr what is
 * otherwise. */
bool kept_agrees(const char *path, const char *cell, int cells, enum verdict verdict);

#endif

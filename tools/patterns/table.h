/* The table of claims, and that of patterns after it. */
#ifndef PATTERNS_TABLE_H
#define PATTERNS_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "output/findings.h"

/* `kept`: a text that holds the table, or NULL. Each says how many rows of it tell the
 * opposite. */
void table_head(void);
int table_rows(const struct findings *found, const struct findings *null, const char *kept);

void table_wholes_head(void);
int table_whole(const char *name, const struct findings *found, const struct findings *null,
                const char *kept);

#endif

/* Where scenarios and place tables are looked for: beside a file, then in a list
 * of folders. Private to params/ and the command. */
#ifndef PARAMS_FOLDERS_H
#define PARAMS_FOLDERS_H

#include "base/error.h"

/* What follows the last slash. */
const char *file_name(const char *path);

/* The path of `name` + `ending` beside the file `beside` (NULL for none) or in the first
 * of `folders` (NULL-terminated, NULL for none) that holds it, in memory from
 * memory_take; NULL when there is none, with a sentence only for lack of memory. */
char *folders_find(const char *beside, const char *const *folders, const char *name,
                   const char *ending, struct spel_error *error);
/* The name nearest to `name` among the files with that ending in the same places. */
char *folders_nearest(const char *beside, const char *const *folders, const char *name,
                      const char *ending, struct spel_error *error);
/* A scenario as given to the command: a file that is there, else the name of one in the
 * current folder or in `folders`, without ending. In memory from memory_take; NULL with
 * a sentence. */
char *folders_scenario(const char *argument, const char *const *folders, struct spel_error *error);

#endif

#include "again.h"

#include <string.h>

#include "base/memory.h"
#include "whole.h"

/* A resolved scenario ends with its claims, one a line, in the order of the findings. */
static const char list[] = "\nexpect:\n", controls[] = ", without: [";
enum { MARK = sizeof "  - " - 1 }; /* before a claim */

/* Where the last one in a line begins; its end when there is none. */
static size_t controls_at(const char *line, size_t length)
{
    const size_t word = sizeof controls - 1;
    for (size_t at = length; at-- > 0;)
        if (length - at >= word && strncmp(line + at, controls, word) == 0)
            return at;
    return length;
}

static char *put(char *end, const char *text, size_t length)
{
    memcpy(end, text, length);
    return end + length;
}

char *again_setting(const char *resolved, const struct findings *found, struct spel_error *error)
{
    char *setting = memory_take(strlen(resolved) + sizeof "expect=[]", 1, error);
    if (!setting)
        return NULL;
    char *end = put(setting, "expect=[", 8);
    const char *line = strstr(resolved, list), *between = "";
    line += line ? sizeof list - 1 : 0;
    for (size_t f = 0; line && f < found->count; f++) {
        const struct finding *row = &found->rows[f];
        if (row->control)
            continue;
        const size_t length = strcspn(line, "\n");
        const bool controlled = f + 1 < found->count && row[1].control;
        if (whole_undecided(row) && length > MARK) {
            end = put(end, between, strlen(between));
            between = ", ";
            if (controlled && !whole_undecided(row + 1)) {
                end = put(end, line + MARK, controls_at(line, length) - MARK);
                end = put(end, "}", 1);
            } else {
                end = put(end, line + MARK, length - MARK);
            }
        }
        line += length + (line[length] == '\n');
    }
    put(end, "]", 2);
    return setting;
}

#include "kept.h"

#include <stdio.h>
#include <string.h>

enum { LINE = 8192 };

static bool says(const char *line, const char *cell, int cells, enum verdict verdict)
{
    const char *at = strstr(line, cell) + strlen(cell);
    for (int i = 0; at && i < cells; i++)
        at = strchr(at + 1, '|');
    const char *name = verdict_names[verdict];
    return at && strncmp(at + 2, name, strlen(name)) == 0;
}

bool kept_agrees(const char *path, const char *cell, int cells, enum verdict verdict)
{
    char line[LINE], wanted[LINE];
    FILE *file = fopen(path, "r");
    bool found = false, agrees = true;
    snprintf(wanted, sizeof wanted, "| %s |", cell);
    while (file && !found && fgets(line, sizeof line, file)) {
        found = strstr(line, wanted) != NULL;
        if (found && verdict != VERDICT_UNDECIDED)
            agrees =
                !says(line, cell, cells, verdict == VERDICT_HELD ? VERDICT_BROKEN : VERDICT_HELD);
    }
    if (file)
        fclose(file);
    if (!found)
        fprintf(stderr, "%s: no row with %s\n", path, cell);
    else if (!agrees)
        fprintf(stderr, "%s: says the opposite of %s: %s\n", path, verdict_names[verdict], cell);
    return found && agrees;
}

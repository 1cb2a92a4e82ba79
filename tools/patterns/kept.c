#include "kept.h"

#include <stdio.h>
#include <string.h>

enum { LINE = 8192, CELLS_TO_VERDICT = 3 };

/* The verdict stands three cells after the test. */
static bool says(const char *line, const char *test, enum verdict verdict)
{
    const char *cell = strstr(line, test) + strlen(test);
    for (int i = 0; cell && i < CELLS_TO_VERDICT; i++)
        cell = strchr(cell + 1, '|');
    const char *name = verdict_names[verdict];
    return cell && strncmp(cell + 2, name, strlen(name)) == 0;
}

bool kept_agrees(const char *path, const char *test, enum verdict verdict)
{
    char line[LINE], wanted[LINE];
    FILE *file = fopen(path, "r");
    bool found = false, agrees = true;
    snprintf(wanted, sizeof wanted, "| %s |", test);
    while (file && !found && fgets(line, sizeof line, file)) {
        found = strstr(line, wanted) != NULL;
        if (found && verdict != VERDICT_UNDECIDED)
            agrees = !says(line, test, verdict == VERDICT_HELD ? VERDICT_BROKEN : VERDICT_HELD);
    }
    if (file)
        fclose(file);
    if (!found)
        fprintf(stderr, "%s: no row with the test %s\n", path, test);
    else if (!agrees)
        fprintf(stderr, "%s: says the opposite of %s: %s\n", path, verdict_names[verdict], test);
    return found && agrees;
}

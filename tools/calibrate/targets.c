#include "targets.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE = 1024, FIELDS = 10 };

/* Cuts a line at its commas; the table has no quotes. Returns the fields found. */
static size_t cut(char *line, char *fields[FIELDS])
{
    size_t count = 0;
    line[strcspn(line, "\r\n")] = '\0';
    for (char *field = line; field && count < FIELDS; count++) {
        fields[count] = field;
        field = strchr(field, ',');
        if (field)
            *field++ = '\0';
    }
    return count;
}

static bool read_row(struct target *target, char *fields[FIELDS])
{
    char *end;
    snprintf(target->variable, sizeof target->variable, "%.*s", MOMENT_TEXT - 1, fields[0]);
    target->from = (int)strtol(fields[1], &end, 10);
    target->to = *end == '-' ? (int)strtol(end + 1, NULL, 10) : 0;
    target->value = strtod(fields[2], NULL);
    target->low = strtod(fields[3], NULL);
    target->high = strtod(fields[4], NULL);
    snprintf(target->unit, sizeof target->unit, "%.*s", UNIT_TEXT - 1, fields[6]);
    target->fact = (int)strtol(fields[7], NULL, 10);
    snprintf(target->source, sizeof target->source, "%.*s", TARGET_TEXT - 1, fields[8]);
    target->validate = strcmp(fields[9], "validate") == 0;
    return target->from > 0 && target->to >= target->from && target->low <= target->value &&
           target->value <= target->high;
}

bool targets_read(struct targets *targets, const char *path, struct spel_error *error)
{
    char line[LINE];
    FILE *file = fopen(path, "r");
    size_t number = 0;
    bool fine = true, heading = true;
    targets->count = 0;
    if (!file)
        return error_set(error, SPEL_ERROR_FILE, "%s: cannot be read", path);
    while (fine && fgets(line, sizeof line, file)) {
        char *fields[FIELDS];
        number++;
        if (line[0] == '#' || heading) {
            heading = line[0] == '#' && heading;
            continue;
        }
        if (targets->count == TARGETS_MOST || cut(line, fields) != FIELDS ||
            !read_row(&targets->rows[targets->count++], fields))
            fine =
                error_set(error, SPEL_ERROR_INPUT, "%s:%zu: not a row of the table", path, number);
    }
    fclose(file);
    return fine;
}

static void print_row(const struct target *target, double value, bool held)
{
    printf("%-34s %9.4g %9.4g %9.4g %9.4g  %-6s %4d  %s\n", target->variable, target->value,
           target->low, target->high, value, held ? "held" : "MISSED", target->fact,
           target->source);
}

static size_t print_use(const struct targets *targets, const struct moments *window,
                        const struct moments *whole, bool validate)
{
    size_t held = 0;
    printf("%-34s %9s %9s %9s %9s  %-6s %4s  %s\n", "variable", "target", "low", "high", "model",
           "", "fact", "source");
    for (size_t t = 0; t < targets->count; t++) {
        const struct target *target = &targets->rows[t];
        if (target->validate != validate)
            continue;
        const double value = moments_value(target->from == 1 ? whole : window, target->variable);
        const bool holds = value >= target->low && value <= target->high; /* not when NaN */
        print_row(target, value, holds);
        held += holds;
    }
    return held;
}

size_t targets_print(const struct targets *targets, const struct moments *window,
                     const struct moments *whole)
{
    const size_t held = print_use(targets, window, whole, false);
    printf("\nFor validation, never tuned on:\n");
    print_use(targets, window, whole, true);
    return held;
}

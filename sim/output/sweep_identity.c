#include "output/sweep_identity.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "output/heading.h"
#include "params/places_columns.h"

enum { LINE = 512 };

/* The place tables as they were read. */
static size_t add_tables(char *text, size_t at, const struct places *places)
{
    for (int t = 0; t < PLACE_TABLES; t++)
        at += (size_t)snprintf(text + at, LINE, "table: %s, SHA-256 %s\n", place_tables[t].file,
                               places->sha256[t]);
    return at;
}

/* Replicates may be added. */
static bool told(const char *line)
{
    return strncmp(line, "runs.replicates:", 16) != 0;
}

static size_t add_scenario(char *text, size_t at, const char *resolved)
{
    for (const char *line = resolved; *line;) {
        const size_t length = strcspn(line, "\n") + (strchr(line, '\n') != NULL);
        if (told(line)) {
            memcpy(text + at, line, length);
            at += length;
        }
        line += length;
    }
    return at;
}

static size_t add_factor(char *text, size_t at, const struct factor *factor)
{
    at += (size_t)snprintf(text + at, LINE, "varied: %s as %s", factor->path,
                           shape_names[factor->shape]);
    for (size_t i = 0; i < factor->value_count; i++)
        at += (size_t)snprintf(text + at, LINE, " %.17g", factor->values[i]);
    at += (size_t)snprintf(text + at, LINE, "\n");
    return at;
}

/* The points themselves, where they are not made from the factors by rule. */
static uint64_t sum_of_points(const struct sweep_plan *plan)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < plan->points * plan->sweep->count; i++) {
        uint64_t bits;
        memcpy(&bits, &plan->values[i], sizeof bits);
        sum = digest_mix(sum ^ bits);
    }
    return sum;
}

char *sweep_identity(const struct sweep_plan *plan, bool grows, uint64_t seed,
                     struct spel_error *error)
{
    const struct sweep *sweep = plan->sweep;
    size_t room =
        strlen(plan->scenario->resolved) + (4 + PLACE_TABLES) * LINE + plan->outcome_count * LINE;
    for (size_t f = 0; f < sweep->count; f++)
        room += LINE + sweep->factors[f].value_count * 32;
    char *text = memory_take(room, 1, error);
    if (!text)
        return NULL;
    size_t at = (size_t)snprintf(text, LINE, "%s\ndesign: %s, seed %" PRIu64 "\n", heading_program,
                                 plan->design, seed);
    if (!grows)
        at += (size_t)snprintf(text + at, LINE, "points: %zu, %016" PRIx64 "\n", plan->points,
                               sum_of_points(plan));
    for (size_t f = 0; f < sweep->count; f++)
        at = add_factor(text, at, &sweep->factors[f]);
    for (size_t o = 0; o < plan->outcome_count; o++)
        at += (size_t)snprintf(text + at, LINE, "kept: %s\n", variables[plan->outcomes[o]].name);
    at = add_tables(text, at, &plan->scenario->places);
    at = add_scenario(text, at, plan->scenario->resolved);
    text[at] = '\0';
    return text;
}

/* The line of each text in which they differ first, by its length. */
static void first_difference(const char **one, const char **other, int lengths[2])
{
    const char *a = *one, *b = *other;
    for (size_t i = 0; (*one)[i] && (*one)[i] == (*other)[i]; i++)
        if ((*one)[i] == '\n') {
            a = *one + i + 1;
            b = *other + i + 1;
        }
    lengths[0] = (int)strcspn(a, "\n");
    lengths[1] = (int)strcspn(b, "\n");
    *one = a;
    *other = b;
}

bool sweep_identity_same(const char *path, const char *found, const char *wanted,
                         struct spel_error *error)
{
    if (strcmp(found, wanted) == 0)
        return true;
    int lengths[2];
    first_difference(&found, &wanted, lengths);
    return error_set(error, SPEL_ERROR_MISMATCH,
                     "%s: of another sweep: \"%.*s\" there, \"%.*s\" here; --force begins anew",
                     path, lengths[0], found, lengths[1], wanted);
}

#include "output/inputs_words.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static bool is_word(const char *text, size_t length, const char *word)
{
    return strlen(word) == length && strncmp(text, word, length) == 0;
}

static size_t column_at(const struct place_columns *table, const char *text, size_t length)
{
    size_t column = 0;
    while (column < table->count && !is_word(text, length, table->rows[column].name))
        column++;
    return column;
}

/* A name, or "first to last" in the order of the table. */
static bool part_names(const struct place_columns *table, size_t column, const char *part,
                       size_t length)
{
    static const char to[] = " to ";
    const char *space = memchr(part, ' ', length);
    const size_t before = space ? (size_t)(space - part) : length;
    const size_t skipped = before + sizeof to - 1;
    if (!space)
        return column_at(table, part, length) == column;
    if (skipped >= length || strncmp(space, to, sizeof to - 1) != 0)
        return false;
    const size_t last = column_at(table, part + skipped, length - skipped);
    return last < table->count && column_at(table, part, before) <= column && column <= last;
}

/* Whether what stands before the colon names the column: parts with commas between. */
static bool line_names(const struct place_columns *table, size_t column, const char *line,
                       size_t length)
{
    while (length > 0) {
        const char *comma = memchr(line, ',', length);
        const size_t part = comma ? (size_t)(comma - line) : length;
        if (part_names(table, column, line, part))
            return true;
        const size_t used = comma ? part + 1 + (part + 1 < length && line[part + 1] == ' ') : part;
        line += used;
        length -= used;
    }
    return false;
}

void inputs_words(const char *sources, const struct place_columns *table, size_t column,
                  char text[COLUMN_WORDS_TEXT])
{
    static const char ending[] = ".csv";
    bool inside = false;
    text[0] = '\0';
    for (const char *line = sources; *line; line += strcspn(line, "\n"), line += *line == '\n') {
        const size_t length = strcspn(line, "\n");
        if (length < 2)
            continue;
        const char *rest = line + 2, *colon = memchr(rest, ':', length - 2);
        if (length > sizeof ending &&
            strncmp(line + length - sizeof ending + 1, ending, sizeof ending - 1) == 0) {
            inside = is_word(rest, length - 2, table->file);
        } else if (colon && inside && line_names(table, column, rest, (size_t)(colon - rest))) {
            const size_t skipped = (size_t)(colon - line) + 2;
            snprintf(text, COLUMN_WORDS_TEXT, "%.*s",
                     skipped < length ? (int)(length - skipped) : 0, line + skipped);
            return;
        }
    }
}

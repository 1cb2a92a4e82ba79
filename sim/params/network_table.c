#include "params/network_table.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "params/file_text.h"
#include "params/nearest.h"
#include "params/numbers.h"

enum { SENTENCE = 300, SHOWN = 40, LISTED = 200 };
static const size_t largest = (size_t)2 << 30;

static bool say(struct network_table *table, size_t line, size_t column, const char *what,
                const char *sentence)
{
    if (table->faults++ < TABLE_MOST_FAULTS)
        error_add(table->error, SPEL_ERROR_INPUT, "%s:%zu:%zu: %s%s%s", table->path, line, column,
                  what, what[0] ? ": " : "", sentence);
    return false;
}

/* Copies the inside of "…" to *to, where "" is one quote; what follows the closing quote, NULL when
 * there is none. */
static char *quoted_copy(char *from, char **to)
{
    for (; *from; from++) {
        if (*from == '"' && *++from != '"')
            return from;
        *(*to)++ = *from;
    }
    return NULL;
}

static char *trimmed(char *cell, char *end)
{
    while (end > cell && (end[-1] == ' ' || end[-1] == '\t'))
        end--;
    *end = '\0';
    return cell;
}

/* Cuts a line into at most `most` cells in place; how many there are, 0 after a fault. */
static size_t line_cut(struct network_table *table, size_t number, char *line, char separator,
                       char **cells, size_t most)
{
    char *from = line;
    for (size_t count = 0;;) {
        while (*from == ' ')
            from++;
        char *cell = from, *to = from;
        if (*from == '"') {
            from = quoted_copy(from + 1, &to);
            if (!from)
                return say(table, number, (size_t)(cell - line) + 1, "",
                           "a quote is not closed on its line");
        }
        while (*from && *from != separator)
            *to++ = *from++;
        const bool more = *from++ == separator;
        if (count < most)
            cells[count] = trimmed(cell, to);
        count++;
        if (!more)
            return count;
    }
}

/* What parts the cells: the first separator outside quotes in the line of names. */
static char separator_of(const char *line)
{
    bool quoted = false;
    for (; *line; line++) {
        quoted ^= *line == '"';
        if (!quoted && (*line == ',' || *line == ';' || *line == '\t'))
            return *line;
    }
    return ',';
}

static bool names_cut(struct network_table *table, size_t number, char *line, char separator)
{
    char sentence[SENTENCE];
    table->name_line = (uint32_t)number;
    table->columns = line_cut(table, number, line, separator, table->names, TABLE_MOST_COLUMNS);
    if (table->columns == 0)
        return false;
    if (table->columns > TABLE_MOST_COLUMNS) {
        table->columns = 0;
        snprintf(sentence, sizeof sentence, "more than %d columns", TABLE_MOST_COLUMNS);
        return say(table, number, 1, "", sentence);
    }
    for (size_t i = 0; i < table->columns; i++)
        for (size_t k = 0; k < i && table->names[i][0]; k++)
            if (strcmp(table->names[i], table->names[k]) == 0) {
                snprintf(sentence, sizeof sentence, "the column \"%.*s\" stands there twice", SHOWN,
                         table->names[i]);
                return say(table, number, (size_t)(table->names[i] - table->names[0]) + 1, "",
                           sentence);
            }
    return true;
}

static bool row_cut(struct network_table *table, size_t number, char *line, char separator)
{
    char sentence[SENTENCE];
    char **cells = &table->cells[table->rows * table->columns];
    const size_t count = line_cut(table, number, line, separator, cells, table->columns);
    if (count == 0)
        return false;
    if (count != table->columns) {
        snprintf(sentence, sizeof sentence, "%zu cells where the line of names has %zu%s", count,
                 table->columns,
                 count == table->columns + 1 ? " (row names? write the table without them)" : "");
        return say(table, number, 1, "", sentence);
    }
    table->lines[table->rows++] = (uint32_t)number;
    return true;
}

/* Ends the line in place and gives the one after it. */
static char *line_end(char *line)
{
    char *end = line + strcspn(line, "\n"), *next = *end ? end + 1 : end;
    if (end > line && end[-1] == '\r')
        end--;
    *end = '\0';
    return next;
}

static bool room_take(struct network_table *table, const char *text)
{
    size_t lines = 1;
    for (const char *at = text; (at = strchr(at, '\n')); at++)
        lines++;
    if (lines >= UINT32_MAX)
        return say(table, 1, 1, "", "too many lines");
    table->cells = memory_take(lines * table->columns, sizeof *table->cells, table->error);
    table->lines = memory_take(lines, sizeof *table->lines, table->error);
    return table->cells && table->lines;
}

static bool is_left_out(const char *line)
{
    return line[strspn(line, " \t")] == '\0' || *line == '#';
}

bool network_table_parse(struct network_table *table, const char *path, char *text,
                         struct spel_error *error)
{
    *table = (struct network_table){.path = path, .text = text, .error = error};
    char separator = ',';
    char *line = text + (strncmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0);
    for (size_t number = 1; *line && table->faults < TABLE_MOST_FAULTS; number++) {
        char *next = line_end(line);
        if (!is_left_out(line) && table->columns > 0) {
            row_cut(table, number, line, separator);
        } else if (!is_left_out(line)) {
            separator = separator_of(line);
            if (!names_cut(table, number, line, separator) || !room_take(table, next))
                return false;
        }
        line = next;
    }
    return table->columns > 0 ? table->faults == 0
                              : say(table, 1, 1, "", "a line with the names of columns is missing");
}

bool network_table_read(struct network_table *table, const char *path, struct spel_error *error)
{
    size_t length;
    *table = (struct network_table){.path = path, .error = error};
    char *text = file_text_read(path, largest, &length, error);
    table->faults = !text;
    return text && network_table_parse(table, path, text, error);
}

void network_table_clear(struct network_table *table)
{
    memory_release(table->text);
    memory_release(table->cells);
    memory_release(table->lines);
    *table = (struct network_table){0};
}

size_t network_table_column(const struct network_table *table, const char *name)
{
    for (size_t i = 0; i < table->columns; i++)
        if (strcmp(table->names[i], name) == 0)
            return i;
    return TABLE_NO_COLUMN;
}

bool network_table_find(struct network_table *table, const char *name, size_t *column)
{
    *column = network_table_column(table, name);
    if (*column != TABLE_NO_COLUMN)
        return true;
    char sentence[SENTENCE], listed[LISTED] = "", what[SHOWN + 8];
    struct nearest nearest = nearest_begin(name);
    size_t at = 0;
    for (size_t i = 0; i < table->columns; i++) {
        nearest_offer(&nearest, table->names[i]);
        if (table->names[i][0] && at + strlen(table->names[i]) + 3 < LISTED)
            at += (size_t)sprintf(listed + at, "%s%s", at ? ", " : "", table->names[i]);
    }
    snprintf(sentence, sizeof sentence, "no such column among %s%s%.*s%s", listed,
             nearest.best ? " (did you mean " : "", SHOWN, nearest.best ? nearest.best : "",
             nearest.best ? "?)" : "");
    snprintf(what, sizeof what, "%.*s", SHOWN, name);
    return say(table, table->name_line, 1, what, sentence);
}

bool network_table_fault(struct network_table *table, size_t row, size_t column,
                         const char *sentence)
{
    char what[2 * SHOWN + 8];
    char **cells = &table->cells[row * table->columns];
    snprintf(what, sizeof what, "%.*s = \"%.*s\"", SHOWN, table->names[column], SHOWN,
             cells[column]);
    return say(table, table->lines[row], (size_t)(cells[column] - cells[0]) + 1, what, sentence);
}

bool network_table_number(struct network_table *table, size_t row, size_t column, double *number)
{
    char why[WHY_TEXT];
    const char *cell = table->cells[row * table->columns + column];
    if (strcmp(cell, "NA") == 0 || strcmp(cell, "") == 0)
        return network_table_fault(table, row, column, "missing values are not allowed");
    return number_read(cell, number, why) || network_table_fault(table, row, column, why);
}

bool network_table_whole(struct network_table *table, size_t row, size_t column, long least,
                         long most, long *whole)
{
    char sentence[SENTENCE];
    double number;
    if (!network_table_number(table, row, column, &number))
        return false;
    if (!(number >= (double)least && number <= (double)most)) {
        snprintf(sentence, sizeof sentence, "outside [%ld, %ld]", least, most);
        return network_table_fault(table, row, column, sentence);
    }
    *whole = (long)number;
    return (double)*whole == number ||
           network_table_fault(table, row, column, "not a whole number");
}

bool network_table_actor(struct network_table *table, size_t row, size_t column, uint32_t actors,
                         uint32_t *actor)
{
    long whole = 0;
    char sentence[SENTENCE];
    double number;
    if (!network_table_number(table, row, column, &number))
        return false;
    if (!(number >= 1 && number <= actors)) {
        snprintf(sentence, sizeof sentence, "no such actor: they are numbered from 1 to %u",
                 actors);
        return network_table_fault(table, row, column, sentence);
    }
    if (!network_table_whole(table, row, column, 1, actors, &whole))
        return false;
    *actor = (uint32_t)(whole - 1);
    return true;
}

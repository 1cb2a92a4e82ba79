#include "params/places_read.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/sha256.h"
#include "params/file_text.h"
#include "params/nearest.h"
#include "params/numbers.h"

enum { LARGEST = 64 * 1024 * 1024, CELLS = 128, FAULTS = 40 };

struct table_reader {
    const struct place_columns *table;
    struct place_lines *out;
    struct spel_error *error;
    size_t faults;
    size_t line;
    bool has_header, is_usable; /* is_usable: and without fault */
    size_t column_of[CELLS];    /* cell of a line → column of the table, CELLS for none */
    size_t cell_count;          /* of the header */
    size_t sources_length;
};

struct cell {
    char *text;
    size_t column; /* where it begins in the line, from 1 */
};

static void fault(struct table_reader *reader, size_t column, const char *what, const char *value,
                  const char *why)
{
    if (reader->faults++ < FAULTS)
        error_add(reader->error, SPEL_ERROR_INPUT, "%s:%zu:%zu: %s%s%.60s%s: %s", reader->out->path,
                  reader->line, column, what, value ? " = \"" : "", value ? value : "",
                  value ? "\"" : "", why);
}

/* Copies the inside of "…" to *to, where "" is one quote; returns what follows
 * the closing quote, NULL when there is none. */
static char *quoted_copy(char *from, char **to)
{
    for (; *from; from++) {
        if (*from == '"' && *++from != '"')
            return from;
        *(*to)++ = *from;
    }
    return NULL;
}

/* Cuts a line into cells in place; a quoted cell may hold commas. False when a
 * quote stays open or there are too many cells. */
static bool line_split(struct table_reader *reader, char *line, struct cell cells[CELLS],
                       size_t *count)
{
    char *from = line;
    *count = 0;
    for (;;) {
        if (*count == CELLS) {
            fault(reader, (size_t)(from - line) + 1, "line", NULL, "more than 128 columns");
            return false;
        }
        struct cell *cell = &cells[(*count)++];
        *cell = (struct cell){from, (size_t)(from - line) + 1};
        char *to = from;
        if (*from == '"') {
            from = quoted_copy(from + 1, &to);
            if (!from) {
                fault(reader, cell->column, "cell", NULL, "a quote is not closed on its line");
                return false;
            }
        }
        while (*from && *from != ',')
            *to++ = *from++;
        const bool more = *from == ',';
        *to = '\0';
        if (!more)
            return true;
        from++;
    }
}

/* A column of the table that no cell of the header names: perhaps misspelt. */
static void column_missing(struct table_reader *reader, const char *name, const struct cell *cells)
{
    struct nearest nearest = nearest_begin(name);
    for (size_t i = 0; i < reader->cell_count; i++)
        if (reader->column_of[i] == CELLS)
            nearest_offer(&nearest, cells[i].text);
    char why[WHY_TEXT];
    snprintf(why, sizeof why, "this column is missing%s%.60s%s", nearest.best ? " (is \"" : "",
             nearest.best ? nearest.best : "", nearest.best ? "\" meant for it?)" : "");
    fault(reader, 1, name, NULL, why);
}

static void header_read(struct table_reader *reader, char *line)
{
    struct cell cells[CELLS];
    bool seen[CELLS] = {false};
    reader->has_header = true;
    if (!line_split(reader, line, cells, &reader->cell_count))
        return;
    if (reader->cell_count == 1 && strchr(cells[0].text, ';')) {
        fault(reader, 1, "header", NULL, "semicolons between the cells: commas are expected");
        return;
    }
    for (size_t i = 0; i < reader->cell_count; i++) {
        const size_t column = place_column_named(reader->table, cells[i].text);
        reader->column_of[i] = column < reader->table->count ? column : CELLS;
        if (column == reader->table->count)
            continue;
        if (seen[column])
            fault(reader, cells[i].column, cells[i].text, NULL, "this column stands there twice");
        seen[column] = true;
    }
    for (size_t column = 0; column < reader->table->count; column++)
        if (!seen[column])
            column_missing(reader, reader->table->rows[column].name, cells);
    reader->is_usable = reader->faults == 0;
}

static void text_put(struct table_reader *reader, const struct place_column *column,
                     struct cell cell, char *to)
{
    const size_t room = column->cell == CELL_CODE ? CODE_TEXT : NAME_TEXT;
    if (!cell.text[0])
        fault(reader, cell.column, column->name, NULL, "the cell is empty");
    else if (strlen(cell.text) >= room)
        fault(reader, cell.column, column->name, cell.text, "the text is too long");
    else
        strcpy(to, cell.text);
}

static void cell_put(struct table_reader *reader, const struct place_column *column,
                     struct cell cell, char *row)
{
    char why[WHY_TEXT], low[NUMBER_TEXT], high[NUMBER_TEXT];
    char *to = row + column->offset;
    if (column->cell == CELL_CODE || column->cell == CELL_NAME) {
        text_put(reader, column, cell, to);
        return;
    }
    uint64_t whole = 0;
    double number = 0;
    const bool is_whole = column->cell == CELL_WHOLE;
    if (!cell.text[0]) {
        fault(reader, cell.column, column->name, NULL, "the cell is empty");
    } else if (is_whole ? !whole_read(cell.text, &whole, why)
                        : !number_read(cell.text, &number, why)) {
        fault(reader, cell.column, column->name, cell.text, why);
    } else {
        if (is_whole)
            number = (double)whole;
        if (number < column->min || number > column->max) {
            number_write(column->min, low);
            number_write(column->max, high);
            snprintf(why, sizeof why, "outside [%s, %s]", low, high);
            fault(reader, cell.column, column->name, cell.text, why);
        } else if (is_whole) {
            *(int *)(void *)to = (int)whole;
        } else {
            *(double *)(void *)to = number;
        }
    }
}

/* Where a column stands in the lines, from 0. */
static size_t cell_of(const struct table_reader *reader, size_t column)
{
    size_t i = 0;
    while (reader->column_of[i] != column)
        i++;
    return i;
}

static void wholes_check(struct table_reader *reader, const struct cell *cells, const char *row)
{
    const struct place_columns *table = reader->table;
    for (size_t w = 0; w < table->whole_count; w++) {
        const struct place_whole *whole = &table->wholes[w];
        const double sum = place_whole_sum(table, whole, row);
        if (sum >= 0.95 && sum <= 1.05)
            continue;
        char what[WHY_TEXT], why[WHY_TEXT];
        snprintf(what, sizeof what, "%s to %s", whole->first, whole->last);
        snprintf(why, sizeof why,
                 "these shares sum to %.4g, where 1 is expected (0.95 to 1.05, for rounding)", sum);
        const size_t first = cell_of(reader, place_column_named(table, whole->first));
        fault(reader, cells[first].column, what, NULL, why);
    }
}

static void row_read(struct table_reader *reader, char *line)
{
    struct cell cells[CELLS];
    size_t count;
    const size_t faults = reader->faults;
    if (!line_split(reader, line, cells, &count))
        return;
    if (count != reader->cell_count) {
        char why[WHY_TEXT];
        snprintf(why, sizeof why, "%zu cells where the header has %zu", count, reader->cell_count);
        fault(reader, 1, "line", NULL, why);
        return;
    }
    struct place_lines *out = reader->out;
    char *row = (char *)out->rows + out->count * reader->table->row_size;
    for (size_t i = 0; i < count; i++)
        if (reader->column_of[i] < CELLS)
            cell_put(reader, &reader->table->rows[reader->column_of[i]], cells[i], row);
    if (reader->faults == faults)
        wholes_check(reader, cells, row);
    out->lines[out->count++] = reader->line;
}

static void sources_add(struct table_reader *reader, const char *line)
{
    const size_t length = strlen(line);
    memcpy(reader->out->sources + reader->sources_length, line, length);
    reader->sources_length += length;
    reader->out->sources[reader->sources_length++] = '\n';
}

static void lines_read(struct table_reader *reader, char *text)
{
    if (strncmp(text, "\xef\xbb\xbf", 3) == 0)
        text += 3;
    while (*text && reader->faults < FAULTS) {
        char *end = text + strcspn(text, "\n");
        char *next = *end ? end + 1 : end;
        if (end > text && end[-1] == '\r')
            end--;
        *end = '\0';
        reader->line++;
        if (*text == '#')
            sources_add(reader, text);
        else if (!reader->has_header)
            header_read(reader, text);
        else if (*text && reader->is_usable)
            row_read(reader, text);
        text = next;
    }
}

static bool room_take(struct place_lines *out, const struct place_columns *table, const char *text,
                      size_t length, struct spel_error *error)
{
    size_t lines = 1;
    for (const char *at = text; (at = strchr(at, '\n')); at++)
        lines++;
    out->rows = memory_take(lines, table->row_size, error);
    out->lines = out->rows ? memory_take(lines, sizeof *out->lines, error) : NULL;
    out->sources = out->lines ? memory_take(length + 2, 1, error) : NULL;
    return out->sources != NULL;
}

bool place_lines_read(struct place_lines *out, const char *folder,
                      const struct place_columns *table, struct spel_error *error)
{
    struct table_reader reader = {.table = table, .out = out, .error = error};
    *out = (struct place_lines){0};
    const size_t room = strlen(folder) + strlen(table->file) + 2;
    out->path = memory_take(room, 1, error);
    if (!out->path)
        return false;
    snprintf(out->path, room, "%s/%s", folder, table->file);
    size_t length;
    char *text = file_text_read(out->path, LARGEST, &length, error);
    bool fine = text && room_take(out, table, text, length, error);
    if (fine) {
        sha256_text(text, length, out->sha256);
        lines_read(&reader, text);
        if (reader.faults == 0 && out->count == 0) {
            reader.line++;
            fault(&reader, 1, "table", NULL, "there are no rows");
        }
        fine = reader.faults == 0;
    }
    memory_release(text);
    if (!fine)
        place_lines_clear(out);
    return fine;
}

void place_lines_clear(struct place_lines *lines)
{
    memory_release(lines->path);
    memory_release(lines->rows);
    memory_release(lines->lines);
    memory_release(lines->sources);
    *lines = (struct place_lines){0};
}

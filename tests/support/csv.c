#include "support/csv.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static char *whole_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        fail_msg("%s cannot be read", path);
    size_t room = 1 << 16, used = 0;
    char *text = malloc(room);
    assert_non_null(text);
    for (size_t got; (got = fread(text + used, 1, room - used - 1, file)) > 0;) {
        used += got;
        if (room - used > 1)
            continue;
        room *= 2;
        text = realloc(text, room);
        assert_non_null(text);
    }
    fclose(file);
    text[used] = 0;
    *size = used;
    return text;
}

static size_t count_of(const char *text, size_t size, char what)
{
    size_t count = 0;
    for (size_t i = 0; i < size; i++)
        count += text[i] == what;
    return count;
}

/* Quotes are left out; none of the tables has a comma or a quote within a cell that is read. */
static size_t split_line(char *line, char **cells, size_t most)
{
    size_t count = 0;
    char *cell = line;
    for (char *at = line;; at++) {
        if (*at != ',' && *at != 0)
            continue;
        const bool last = *at == 0;
        *at = 0;
        assert_true(count < most);
        const size_t length = strlen(cell);
        if (length >= 2 && cell[0] == '"' && cell[length - 1] == '"') {
            cell[length - 1] = 0;
            cell++;
        }
        cells[count++] = cell;
        cell = at + 1;
        if (last)
            return count;
    }
}

void csv_read(struct csv *csv, const char *path)
{
    size_t size;
    *csv = (struct csv){.text = whole_file(path, &size)};
    const size_t lines = count_of(csv->text, size, '\n') + 1;
    const size_t most = count_of(csv->text, size, ',') + lines;
    csv->cells = malloc(most * sizeof *csv->cells);
    assert_non_null(csv->cells);
    size_t used = 0;
    char *line = csv->text;
    while (*line != 0) {
        char *end = strchr(line, '\n');
        char *next = end ? end + 1 : line + strlen(line);
        if (end)
            *end = 0;
        const size_t count = split_line(line, csv->cells + used, most - used);
        if (csv->columns == 0)
            csv->columns = count;
        if (count != csv->columns)
            fail_msg("%s: a row of %zu cells under %zu names", path, count, csv->columns);
        used += count;
        line = next;
    }
    assert_true(csv->columns > 0);
    csv->rows = used / csv->columns - 1;
}

void csv_clear(struct csv *csv)
{
    free(csv->cells);
    free(csv->text);
    *csv = (struct csv){0};
}

bool csv_has(const struct csv *csv, const char *name)
{
    for (size_t c = 0; c < csv->columns; c++)
        if (strcmp(csv->cells[c], name) == 0)
            return true;
    return false;
}

size_t csv_column(const struct csv *csv, const char *name)
{
    for (size_t c = 0; c < csv->columns; c++)
        if (strcmp(csv->cells[c], name) == 0)
            return c;
    fail_msg("no column %s", name);
    return 0;
}

const char *csv_text(const struct csv *csv, size_t row, const char *name)
{
    return csv->cells[(row + 1) * csv->columns + csv_column(csv, name)];
}

double csv_number(const struct csv *csv, size_t row, const char *name)
{
    const char *text = csv_text(csv, row, name);
    char *end;
    const double number = strtod(text, &end);
    if (end == text || *end != 0)
        fail_msg("row %zu, %s: '%s' is not a number", row, name, text);
    return number;
}

#include "run/design_table.h"

#include <string.h>

#include "base/memory.h"
#include "params/network_table.h"

static bool take_factor(struct sweep *sweep, const char *name, struct spel_error *error)
{
    struct factor *factor = &sweep->factors[sweep->count];
    factor->kind = FACTOR_UNCERTAINTY;
    factor->path = memory_take(strlen(name) + 1, 1, error);
    if (!factor->path)
        return false;
    strcpy(factor->path, name);
    sweep->count++;
    return true;
}

static bool fill(struct design *design, struct network_table *table, struct spel_error *error)
{
    design->table.factors = memory_take(table->columns, sizeof *design->table.factors, error);
    design->values = memory_take(table->rows * table->columns, sizeof *design->values, error);
    if (!design->table.factors || !design->values)
        return false;
    for (size_t c = 0; c < table->columns; c++)
        if (!take_factor(&design->table, table->names[c], error))
            return false;
    for (size_t row = 0; row < table->rows; row++)
        for (size_t c = 0; c < table->columns; c++)
            network_table_number(table, row, c, &design->values[row * table->columns + c]);
    return table->faults == 0;
}

bool design_read(struct design *design, const char *path, struct spel_error *error)
{
    struct network_table table = {0};
    bool fine = network_table_read(&table, path, error);
    if (fine && table.rows == 0)
        fine = error_set(error, SPEL_ERROR_INPUT, "%s: no points below the names of what is varied",
                         path);
    if (fine)
        fine = fill(design, &table, error);
    design->factors = table.columns;
    design->points = design->worlds = design->n = table.rows;
    design->policies = 1;
    network_table_clear(&table);
    return fine;
}

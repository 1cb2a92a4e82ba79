/* The fields of a snapshot's tables: made from the column tables of the
 * populations, in numbers that every reader knows. Shares and hours that are
 * stored as whole numbers become themselves again, places become the numbers
 * of persons, and what only says where something is stored is left out. */
#ifndef OUTPUT_FIELDS_H
#define OUTPUT_FIELDS_H

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "output/hdf.h"

struct world;

enum fields_table {
    TABLE_RESIDENTS,
    TABLE_NEEDS,
    TABLE_SUPPORT_TIES,
    TABLE_ORGANISATIONS,
    TABLE_COLLABORATION_TIES,
    TABLE_INITIATIVES,
    TABLES
};
extern const char *const fields_table_names[TABLES];

enum { MOST_FIELDS = 64 };

/* How the value of a field is found. */
enum field_source {
    FIELD_COLUMN,
    FIELD_PLACE,
    FIELD_NEIGHBOURHOOD,
    FIELD_EGO,
    FIELD_ALTER,
    FIELD_TIE_KIND
};
enum field_type { FIELD_I8, FIELD_I16, FIELD_I32, FIELD_I64, FIELD_F32, FIELD_F64 };

struct field {
    char name[64], unit[16];
    const char *doc;
    enum field_type type;
    enum field_source source;
    size_t column, slot; /* of the population's table */
    double divisor;
    const char *const *meanings;
    size_t meaning_count;
    char name_nl[128]; /* empty when it has none */
};

/* The fields of a table; returns how many. */
size_t fields_of(enum fields_table table, struct field fields[MOST_FIELDS]);
/* The rows of a table that are in use: rows of the population, or for support
 * ties the place times the slots plus the slot. Released by memory_release. */
uint32_t *fields_rows(const struct world *world, enum fields_table table, size_t *count,
                      struct spel_error *error);
/* The values of a field in these rows, as the field's type. */
void *fields_values(const struct world *world, enum fields_table table, const struct field *field,
                    const uint32_t *rows, size_t count, struct spel_error *error);

size_t field_size(enum field_type type);
hid_t field_memory_type(enum field_type type);

#endif

/* Whatever stands in a network spec or in one of its tables: it is refused with a sentence,
 * or what was read is within its ranges. Every input is tried as both. */
#include "fuzz_network.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "params/file_text.h"
#include "params/network_spec.h"
#include "params/network_table.h"

enum { LARGEST = 1024 * 1024, ACTORS = 50 };

static void must(bool holds)
{
    if (!holds)
        abort();
}

static void must_be_whole(const struct network_spec *spec)
{
    must(spec->actors >= 2 && spec->actors <= SPEC_MOST_ACTORS);
    must(spec->runs >= 1 && spec->network_rate.value >= 0);
    for (size_t i = 0; i < spec->covariate_count; i++)
        must(spec->covariates[i].file && spec->covariates[i].wave_count == 1);
    for (size_t i = 0; i < spec->behaviour_count; i++) {
        const struct spec_attribute *behaviour = &spec->behaviours[i];
        must(behaviour->file && behaviour->wave_count >= 1 && behaviour->column[0]);
        must(!behaviour->range.given || behaviour->least < behaviour->most);
        must(spec->behaviour_rates[i].value >= 0);
    }
    for (size_t i = 0; i < spec->dyadic_count; i++) {
        must(spec->dyadics[i].file != NULL);
        must(!spec->dyadics[i].in_plane ||
             (spec->dyadics[i].column[1] && spec->dyadics[i].scale > 0));
    }
    for (size_t i = 0; i < spec->effect_count; i++)
        must(spec->effects[i].name && spec->effects[i].type && spec->effects[i].mark.line > 0);
}

static void try_spec(const char *text, size_t length)
{
    struct network_spec spec;
    struct spel_error error = {0};
    if (network_spec_parse(&spec, "input", text, length, &error)) {
        must(error.count == 0);
        must_be_whole(&spec);
        network_spec_clear(&spec);
    } else {
        must(error.code != SPEL_FINE && error.count > 0 && error.text[0]);
    }
}

static void must_read_cells(struct network_table *table)
{
    uint32_t actor;
    double number;
    size_t column;
    network_table_find(table, "ego", &column);
    for (size_t row = 0; row < table->rows; row++)
        for (column = 0; column < table->columns; column++) {
            must(table->lines[row] > 0);
            must(!network_table_number(table, row, column, &number) || number == number);
            must(!network_table_actor(table, row, column, ACTORS, &actor) || actor < ACTORS);
        }
}

static void try_table(const char *text, size_t length)
{
    struct network_table table;
    struct spel_error error = {0};
    if (!text_is_readable("input", text, length, LARGEST, &error))
        return;
    char *copy = memory_take(length + 1, 1, NULL);
    must(copy != NULL);
    memcpy(copy, text, length);
    if (network_table_parse(&table, "input", copy, &error)) {
        must(error.count == 0 && table.columns > 0);
        must_read_cells(&table);
    } else {
        must(error.count > 0 && error.text[0]);
    }
    network_table_clear(&table);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    try_spec((const char *)bytes, length);
    try_table((const char *)bytes, length);
    return 0;
}

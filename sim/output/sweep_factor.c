#include "output/sweep_factor.h"

#include <stdbool.h>
#include <string.h>

#include "params/levers.h"
#include "params/table.h"

static const char parameters[] = "parameters.", knobs[] = "knobs.", levers[] = "levers.";

static bool begins(const char *path, const char *group)
{
    return strncmp(path, group, strlen(group)) == 0;
}

const char *sweep_factor_plain(const char *path)
{
    return begins(path, parameters) ? path + strlen(parameters) : path;
}

/* The row of a parameter, of which it may be one number of several: "needs.growth.care". */
static const struct parameter *row_of(const char *plain)
{
    for (size_t position = 0; position < parameter_count(); position++) {
        const struct parameter *row = parameter_at(position).row;
        const size_t length = strlen(row->path);
        if (strncmp(plain, row->path, length) == 0 && (!plain[length] || plain[length] == '.'))
            return row;
    }
    return NULL;
}

struct sweep_factor_words sweep_factor_words(const char *path)
{
    struct sweep_factor_words words = {.unit = "1"};
    for (size_t k = 0; begins(path, knobs) && k < KNOBS; k++)
        if (strcmp(knob_rows[k].name, path + strlen(knobs)) == 0)
            return (struct sweep_factor_words){"1", knob_rows[k].name_nl, knob_rows[k].name_en};
    for (size_t l = 0; begins(path, levers) && l < LEVERS; l++)
        if (strcmp(lever_rows[l].name, path + strlen(levers)) == 0)
            return (struct sweep_factor_words){"1", lever_rows[l].name_nl, lever_rows[l].name_en};
    const struct parameter *row = row_of(sweep_factor_plain(path));
    if (row)
        words = (struct sweep_factor_words){row->unit, row->name_nl, row->name_en};
    return words;
}

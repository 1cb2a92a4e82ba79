#include <math.h>
#include <stdio.h>

#include "base/memory.h"
#include "observe/measures.h"
#include "observe/sums.h"
#include "observe/variables.h"

const char *const axis_names[AXES] = {"municipality", "neighbourhood", "domain", "organisation",
                                      "lever",        "income",        "degree", "age"};

/* Sums of every block, neighbourhood and municipality; the columns that variables name. */
struct workspace {
    const struct column **columns; /* [variable] NULL where it names none */
    struct sums *blocks, *neighbourhoods, *municipalities;
};

size_t axis_length(const struct spel_model *model, enum axis axis)
{
    switch (axis) {
    case AXIS_MUNICIPALITY:
        return model->world.municipalities.count;
    case AXIS_NEIGHBOURHOOD:
        return model->world.neighbourhoods.count;
    case AXIS_DOMAIN:
        return DOMAINS;
    case AXIS_ORGANISATION:
        return model->world.organisations.count;
    case AXIS_INCOME:
        return INCOMES;
    case AXIS_DEGREE:
        return TIE_SLOTS + 1;
    case AXIS_AGE:
        return LIVES;
    default:
        return LEVERS;
    }
}

static bool recorded(const struct spel_model *model, const struct variable *variable)
{
    for (size_t a = 0; a < variable->axis_count; a++) {
        if (variable->axes[a] == AXIS_NEIGHBOURHOOD && !model->scenario->record_neighbourhoods)
            return false;
        if (variable->axes[a] == AXIS_ORGANISATION && !model->scenario->record_organisations)
            return false;
    }
    return true;
}

/* NULL without memory. */
static const struct column **find_columns(struct spel_error *error)
{
    const struct column **columns = memory_take(variable_count, sizeof(struct column *), error);
    for (size_t v = 0; columns && v < variable_count; v++) {
        const struct variable *row = &variables[v];
        if (row->summed)
            columns[v] = columns_find(neighbourhoods_columns, row->summed);
        else if (row->column)
            columns[v] = columns_find(row->axes[0] == AXIS_ORGANISATION ? organisations_columns
                                                                        : municipalities_columns,
                                      row->column);
    }
    return columns;
}

bool observation_init(struct observation *observation, const struct spel_model *model,
                      struct spel_error *error)
{
    const struct world *world = &model->world;
    struct workspace *workspace = memory_take(1, sizeof *workspace, error);
    *observation = (struct observation){.workspace = workspace};
    if (!workspace)
        return false;
    observation->offset = memory_take(variable_count, sizeof *observation->offset, error);
    observation->length = memory_take(variable_count, sizeof *observation->length, error);
    workspace->columns = find_columns(error);
    workspace->blocks = memory_take(world->blocks.count, sizeof *workspace->blocks, error);
    workspace->neighbourhoods =
        memory_take(world->neighbourhoods.count, sizeof *workspace->neighbourhoods, error);
    workspace->municipalities =
        memory_take(world->municipalities.count, sizeof *workspace->municipalities, error);
    if (observation->offset && observation->length)
        for (size_t v = 0; v < variable_count; v++) {
            size_t length = recorded(model, &variables[v]) ? 1 : 0;
            for (size_t a = 0; a < variables[v].axis_count; a++)
                length *= axis_length(model, variables[v].axes[a]);
            observation->offset[v] = observation->total;
            observation->length[v] = length;
            observation->total += length;
        }
    observation->values = memory_take(observation->total, sizeof *observation->values, error);
    if (observation->offset && observation->length && workspace->columns && workspace->blocks &&
        workspace->neighbourhoods && workspace->municipalities && observation->values)
        return true;
    observation_clear(observation);
    return false;
}

void observation_clear(struct observation *observation)
{
    struct workspace *workspace = observation->workspace;
    if (workspace) {
        memory_release(workspace->columns);
        memory_release(workspace->blocks);
        memory_release(workspace->neighbourhoods);
        memory_release(workspace->municipalities);
    }
    memory_release(workspace);
    memory_release(observation->offset);
    memory_release(observation->length);
    memory_release(observation->values);
    *observation = (struct observation){0};
}

/* Blocks in parallel, then added up in their order, so that sums do not depend
 * on threads. */
static void gather(struct workspace *workspace, const struct spel_model *model)
{
    const struct world *world = &model->world;
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < world->blocks.count; b++)
        sums_measure(&workspace->blocks[b], model, b);
    for (size_t m = 0; m < world->municipalities.count; m++) {
        workspace->municipalities[m] =
            (struct sums){.model = model, .neighbourhood = SIZE_MAX, .municipality = m};
        measure_collaboration_sums(&workspace->municipalities[m]);
    }
    for (size_t n = 0; n < world->neighbourhoods.count; n++) {
        struct sums *sums = &workspace->neighbourhoods[n];
        *sums = (struct sums){.model = model,
                              .neighbourhood = n,
                              .municipality = world->neighbourhoods.municipality[n]};
        for (uint32_t b = 0; b < world->neighbourhoods.block_count[n]; b++)
            sums_add(sums, &workspace->blocks[world->neighbourhoods.first_block[n] + b]);
        sums_add(&workspace->municipalities[sums->municipality], sums);
    }
}

/* A column as it stands: of a row of its population, the part that the second axis says, or the
 * variable. */
static double stands(const struct world *world, const struct variable *variable,
                     const struct column *column, size_t row, size_t index)
{
    const void *population = variable->axes[0] == AXIS_ORGANISATION
                                 ? (const void *)&world->organisations
                                 : (const void *)&world->municipalities;
    const size_t part = index < column->width ? index : variable->part;
    return column_number(column_array(population, column), column->type,
                         row * column->width + part);
}

/* From the sums of one municipality or neighbourhood. */
static double of_sums(const struct sums *sums, const struct variable *variable,
                      const struct column *column, size_t index)
{
    if (variable->summed)
        return measure_summed(sums, column->type,
                              column_array(&sums->model->world.neighbourhoods, column),
                              column->width, index);
    return variable->of_part ? variable->of_part(sums, variable->part)
                             : variable->of_sums(sums, index);
}

/* Where the sums of an axis begin. */
static size_t first_group(enum axis axis)
{
    return axis == AXIS_INCOME ? SUMS_INCOME : axis == AXIS_AGE ? SUMS_AGE : 0;
}

static double value_of(const struct workspace *workspace, const struct spel_model *model, size_t v,
                       size_t at)
{
    const struct variable *variable = &variables[v];
    const struct column *column = workspace->columns[v];
    const bool one_axis = variable->axis_count == 1;
    const size_t length = one_axis ? 1 : axis_length(model, variable->axes[1]);
    const size_t first = one_axis ? 0 : first_group(variable->axes[1]);
    const size_t row = at / length, index = one_axis ? DOMAINS : first + at % length;
    if (variable->axes[0] == AXIS_ORGANISATION &&
        !organisations_present(&model->world.organisations, row))
        return (double)NAN;
    if (variable->of_organisation)
        return variable->of_organisation(model, row);
    if (variable->column)
        return stands(&model->world, variable, column, row, index);
    return of_sums(variable->axes[0] == AXIS_NEIGHBOURHOOD ? &workspace->neighbourhoods[row]
                                                           : &workspace->municipalities[row],
                   variable, column, index);
}

void observation_measure(struct observation *observation, const struct spel_model *model)
{
    const struct workspace *workspace = observation->workspace;
    gather(observation->workspace, model);
    for (size_t v = 0; v < variable_count; v++)
        for (size_t at = 0; at < observation->length[v]; at++)
            observation->values[observation->offset[v] + at] =
                (float)value_of(workspace, model, v, at);
}

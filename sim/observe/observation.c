#include <math.h>
#include <stdio.h>

#include "base/memory.h"
#include "observe/measures.h"
#include "observe/sums.h"
#include "observe/variables.h"

const char *const axis_names[AXES] = {"municipality", "neighbourhood", "domain", "organisation",
                                      "lever",        "income",        "degree"};

/* Sums of every block, neighbourhood and municipality. */
struct workspace {
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
    if (observation->offset && observation->length && workspace->blocks &&
        workspace->neighbourhoods && workspace->municipalities && observation->values)
        return true;
    observation_clear(observation);
    return false;
}

void observation_clear(struct observation *observation)
{
    struct workspace *workspace = observation->workspace;
    if (workspace) {
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

static double value_of(const struct workspace *workspace, const struct spel_model *model,
                       const struct variable *variable, size_t at)
{
    if (variable->of_organisation)
        return organisations_present(&model->world.organisations, at)
                   ? variable->of_organisation(model, at)
                   : (double)NAN;
    if (variable->axes[0] == AXIS_NEIGHBOURHOOD)
        return variable->of_sums(&workspace->neighbourhoods[at], DOMAINS);
    if (variable->axis_count == 1)
        return variable->of_sums(&workspace->municipalities[at], DOMAINS);
    const size_t length = axis_length(model, variable->axes[1]);
    const size_t first = variable->axes[1] == AXIS_INCOME ? SUMS_INCOME : 0;
    return variable->of_sums(&workspace->municipalities[at / length], first + at % length);
}

void observation_measure(struct observation *observation, const struct spel_model *model)
{
    const struct workspace *workspace = observation->workspace;
    gather(observation->workspace, model);
    for (size_t v = 0; v < variable_count; v++)
        for (size_t at = 0; at < observation->length[v]; at++)
            observation->values[observation->offset[v] + at] =
                (float)value_of(workspace, model, &variables[v], at);
}

/* Measures of the collaboration network of a municipality. */
#include "observe/measures.h"

/* Partners of the one who is named, others than the one who names it. */
static void count_paths(const struct collaborations *ties, uint32_t from, uint32_t by,
                        double *counts)
{
    const size_t row = (size_t)by * COLLABORATION_SLOTS;
    for (size_t k = 0; k < COLLABORATION_SLOTS && collaborations_used(ties, row + k); k++) {
        if (ties->to[row + k] == from)
            continue;
        counts[COLLABORATION_PATHS] += 1;
        counts[COLLABORATION_CLOSED] += collaborations_has(ties, from, ties->to[row + k]);
    }
}

void measure_collaboration_sums(struct sums *sums)
{
    const struct world *world = &sums->model->world;
    const struct collaborations *ties = &world->collaborations;
    const size_t first = world->municipalities.first_organisation[sums->municipality];
    const size_t count = world->municipalities.organisations[sums->municipality];
    double *counts = sums->collaboration;
    for (size_t i = first; i < first + count; i++)
        counts[COLLABORATION_ORGANISATIONS] += organisations_present(&world->organisations, i);
    for (size_t row = first * COLLABORATION_SLOTS; row < (first + count) * COLLABORATION_SLOTS;
         row++) {
        if (!collaborations_used(ties, row))
            continue;
        counts[COLLABORATION_TIES] += 1;
        counts[COLLABORATION_STRENGTH] += ties->strength[row];
        counts[COLLABORATION_ANSWERED] += collaborations_has(ties, ties->to[row], ties->from[row]);
        count_paths(ties, ties->from[row], ties->to[row], counts);
    }
}

static double ratio_of(const struct sums *sums, enum collaboration_sum part,
                       enum collaboration_sum whole)
{
    return measure_ratio(sums->collaboration[part], sums->collaboration[whole]);
}

double measure_partners_mean(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio_of(sums, COLLABORATION_TIES, COLLABORATION_ORGANISATIONS);
}

double measure_collaboration_strength(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio_of(sums, COLLABORATION_STRENGTH, COLLABORATION_TIES);
}

double measure_collaboration_reciprocity(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio_of(sums, COLLABORATION_ANSWERED, COLLABORATION_TIES);
}

double measure_collaboration_transitivity(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio_of(sums, COLLABORATION_CLOSED, COLLABORATION_PATHS);
}

double measure_organisation_partners(const struct spel_model *model, size_t i)
{
    return (double)collaborations_degree(&model->world.collaborations, (uint32_t)i);
}

/* Measures of the collaboration network of a municipality. */
#include "observe/measures.h"

/* What is counted over the ties of a municipality. */
struct network_counts {
    double organisations, ties, answered, paths, closed, strength;
};

/* Partners of the one who is named, others than the one who names it. */
static void count_paths(const struct collaborations *ties, uint32_t from, uint32_t by,
                        struct network_counts *counts)
{
    const size_t row = (size_t)by * COLLABORATION_SLOTS;
    for (size_t k = 0; k < COLLABORATION_SLOTS && collaborations_used(ties, row + k); k++) {
        if (ties->to[row + k] == from)
            continue;
        counts->paths += 1;
        counts->closed += collaborations_has(ties, from, ties->to[row + k]);
    }
}

static struct network_counts count_network(const struct sums *sums)
{
    const struct world *world = &sums->model->world;
    const struct collaborations *ties = &world->collaborations;
    const size_t first = world->municipalities.first_organisation[sums->municipality];
    const size_t count = world->municipalities.organisations[sums->municipality];
    struct network_counts counts = {.organisations = (double)count};
    for (size_t row = first * COLLABORATION_SLOTS; row < (first + count) * COLLABORATION_SLOTS;
         row++) {
        if (!collaborations_used(ties, row))
            continue;
        counts.ties += 1;
        counts.strength += ties->strength[row];
        counts.answered += collaborations_has(ties, ties->to[row], ties->from[row]);
        count_paths(ties, ties->from[row], ties->to[row], &counts);
    }
    return counts;
}

double measure_partners_mean(const struct sums *sums, size_t index)
{
    (void)index;
    const struct network_counts counts = count_network(sums);
    return measure_ratio(counts.ties, counts.organisations);
}

double measure_collaboration_strength(const struct sums *sums, size_t index)
{
    (void)index;
    const struct network_counts counts = count_network(sums);
    return measure_ratio(counts.strength, counts.ties);
}

double measure_collaborations_made(const struct sums *sums, size_t index)
{
    (void)index;
    return sums->model->world.municipalities.collaborations_made[sums->municipality];
}

double measure_collaborations_lost(const struct sums *sums, size_t index)
{
    (void)index;
    return sums->model->world.municipalities.collaborations_lost[sums->municipality];
}

double measure_collaboration_reciprocity(const struct sums *sums, size_t index)
{
    (void)index;
    const struct network_counts counts = count_network(sums);
    return measure_ratio(counts.answered, counts.ties);
}

double measure_collaboration_transitivity(const struct sums *sums, size_t index)
{
    (void)index;
    const struct network_counts counts = count_network(sums);
    return measure_ratio(counts.closed, counts.paths);
}

double measure_organisation_partners(const struct spel_model *model, size_t i)
{
    return (double)collaborations_degree(&model->world.collaborations, (uint32_t)i);
}

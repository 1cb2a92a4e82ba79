/* Measures of organisations. */
#include "observe/measures.h"

/* The organisations of the municipality, from `*first` to below the result. */
static size_t organisations_of(const struct sums *sums, size_t *first)
{
    *first = sums->model->world.municipalities.first_organisation[sums->municipality];
    return *first + sums->model->world.municipalities.organisations[sums->municipality];
}

double measure_alignment_mean(const struct sums *sums, size_t index)
{
    (void)index;
    const struct organisations *o = &sums->model->world.organisations;
    double sum = 0, hours = 0;
    size_t i;
    for (const size_t end = organisations_of(sums, &i); i < end; i++) {
        sum += (double)o->alignment[i] * o->hours[i];
        hours += o->hours[i];
    }
    return measure_ratio(sum, hours);
}

double measure_network_position_mean(const struct sums *sums, size_t index)
{
    (void)index;
    const struct organisations *o = &sums->model->world.organisations;
    double sum = 0, count = 0;
    size_t i;
    for (const size_t end = organisations_of(sums, &i); i < end; i++) {
        sum += o->network_position[i];
        count += organisations_present(o, i);
    }
    return measure_ratio(sum, count);
}

double measure_quadrant_share(const struct sums *sums, size_t part)
{
    const struct organisations *o = &sums->model->world.organisations;
    double sum = 0, count = 0;
    size_t i;
    for (const size_t end = organisations_of(sums, &i); i < end; i++) {
        sum += organisations_present(o, i) && o->quadrant[i] == part;
        count += organisations_present(o, i);
    }
    return measure_ratio(sum, count);
}

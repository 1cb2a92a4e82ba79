/* Measures of organisations. */
#include "observe/measures.h"

/* The organisations of the municipality, from `*first` to below the result. */
static size_t organisations_of(const struct sums *sums, size_t *first)
{
    *first = sums->model->world.municipalities.first_organisation[sums->municipality];
    return *first + sums->model->world.municipalities.organisations[sums->municipality];
}

static double alignment_of(const struct sums *sums)
{
    const struct organisations *o = &sums->model->world.organisations;
    double sum = 0, hours = 0;
    size_t i;
    for (const size_t end = organisations_of(sums, &i); i < end; i++) {
        sum += (double)o->alignment[i] * o->hours[i];
        hours += o->hours[i];
    }
    return measure_ratio(sum, hours);
}

static double position_of(const struct sums *sums)
{
    const struct organisations *o = &sums->model->world.organisations;
    double sum = 0, count = 0;
    size_t i;
    for (const size_t end = organisations_of(sums, &i); i < end; i++) {
        sum += o->network_position[i];
        count += organisations_present(o, i);
    }
    return measure_ratio(sum, count);
}

static double in_quadrant(const struct sums *sums, enum quadrant quadrant)
{
    const struct organisations *o = &sums->model->world.organisations;
    double sum = 0, count = 0;
    size_t i;
    for (const size_t end = organisations_of(sums, &i); i < end; i++) {
        sum += organisations_present(o, i) && o->quadrant[i] == quadrant;
        count += organisations_present(o, i);
    }
    return measure_ratio(sum, count);
}

double measure_alignment_mean(const struct sums *sums, size_t index)
{
    (void)index;
    return alignment_of(sums);
}

double measure_network_position_mean(const struct sums *sums, size_t index)
{
    (void)index;
    return position_of(sums);
}

double measure_share_commissioned_supplier(const struct sums *sums, size_t index)
{
    (void)index;
    return in_quadrant(sums, COMMISSIONED_SUPPLIER);
}

double measure_share_directed_chain(const struct sums *sums, size_t index)
{
    (void)index;
    return in_quadrant(sums, DIRECTED_CHAIN);
}

double measure_share_supported_loner(const struct sums *sums, size_t index)
{
    (void)index;
    return in_quadrant(sums, SUPPORTED_LONER);
}

double measure_share_co_producer(const struct sums *sums, size_t index)
{
    (void)index;
    return in_quadrant(sums, CO_PRODUCER);
}

double measure_share_between_quadrants(const struct sums *sums, size_t index)
{
    (void)index;
    return in_quadrant(sums, BETWEEN_QUADRANTS);
}

double measure_organisation_kind(const struct spel_model *model, size_t i)
{
    return model->world.organisations.kind[i];
}

double measure_organisation_position(const struct spel_model *model, size_t i)
{
    return model->world.organisations.network_position[i];
}

double measure_organisation_steering(const struct spel_model *model, size_t i)
{
    return model->world.organisations.steering[i];
}

double measure_organisation_quadrant(const struct spel_model *model, size_t i)
{
    return model->world.organisations.quadrant[i];
}

double measure_organisation_trust(const struct spel_model *model, size_t i)
{
    return model->world.organisations.trust[i];
}

double measure_organisation_alignment(const struct spel_model *model, size_t i)
{
    return model->world.organisations.alignment[i];
}

double measure_organisation_hours(const struct spel_model *model, size_t i)
{
    return model->world.organisations.hours[i];
}

double measure_organisation_income(const struct spel_model *model, size_t i)
{
    return model->world.organisations.income[i];
}

double measure_organisation_uncovered(const struct spel_model *model, size_t i)
{
    return model->world.organisations.uncovered[i];
}

double measure_organisation_reserve(const struct spel_model *model, size_t i)
{
    return model->world.organisations.reserve[i];
}

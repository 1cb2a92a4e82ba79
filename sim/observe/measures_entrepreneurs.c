/* Measures of entrepreneurs, places and practices. */
#include "observe/measures.h"

double measure_places_filled(const struct sums *sums, size_t index)
{
    return sums->needs[index][NEED_PLACED];
}

double measure_place_hours(const struct sums *sums, size_t index)
{
    return sums->needs[index][NEED_PLACE];
}

static const struct municipalities *municipalities_of(const struct sums *sums)
{
    return &sums->model->world.municipalities;
}

/* A column of organisations, added up over the entrepreneurs of the municipality; a NULL
 * column counts them. */
static double of_entrepreneurs(const struct sums *sums, const float *column)
{
    const struct organisations *o = &sums->model->world.organisations;
    const struct municipalities *m = municipalities_of(sums);
    const size_t first = m->first_organisation[sums->municipality];
    double sum = 0;
    for (size_t i = first; i < first + m->organisations[sums->municipality]; i++)
        if (o->kind[i] == ORGANISATION_ENTREPRENEUR)
            sum += column ? (double)column[i] : 1;
    return sum;
}

double measure_places_offered(const struct sums *sums, size_t index)
{
    (void)index;
    const struct organisations *o = &sums->model->world.organisations;
    const struct municipalities *m = municipalities_of(sums);
    const size_t first = m->first_organisation[sums->municipality];
    double sum = 0;
    for (size_t i = first; i < first + m->organisations[sums->municipality]; i++)
        sum += o->offered[i];
    return sum;
}

double measure_entrepreneurs(const struct sums *sums, size_t index)
{
    (void)index;
    return of_entrepreneurs(sums, NULL);
}

double measure_entrepreneur_engagement(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(of_entrepreneurs(sums, sums->model->world.organisations.engagement),
                         of_entrepreneurs(sums, NULL));
}

double measure_entrepreneur_capital(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(of_entrepreneurs(sums, sums->model->world.organisations.capital),
                         of_entrepreneurs(sums, NULL));
}

/* Practices of one organisation: added up, and how many; `index` DOMAINS stands for all. */
static double add_practices(const struct organisations *o, size_t i, size_t index, double *count)
{
    double sum = 0;
    for (size_t d = 0; d < DOMAINS; d++)
        if (o->domains[i] >> d & 1 && (index == d || index == DOMAINS)) {
            sum += o->practice[i * DOMAINS + d];
            *count += 1;
        }
    return sum;
}

double measure_practice_mean(const struct sums *sums, size_t index)
{
    const struct organisations *o = &sums->model->world.organisations;
    const struct municipalities *m = municipalities_of(sums);
    const size_t first = m->first_organisation[sums->municipality];
    double sum = 0, count = 0;
    for (size_t i = first; i < first + m->organisations[sums->municipality]; i++)
        if (organisations_present(o, i))
            sum += add_practices(o, i, index, &count);
    return count > 0 ? sum / count : 0;
}

double measure_organisation_practice(const struct spel_model *model, size_t i)
{
    double count = 0;
    const double sum = add_practices(&model->world.organisations, i, DOMAINS, &count);
    return count > 0 ? sum / count : 0;
}

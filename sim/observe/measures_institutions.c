/* Measures of institutions and of the contracts that they hold. */
#include "observe/measures.h"

static const struct organisations *organisations_in(const struct sums *sums)
{
    return &sums->model->world.organisations;
}

/* The institutions of the municipality: `*i` is the next one after it, false when there is none. */
static bool next_institution(const struct sums *sums, size_t *i, bool first)
{
    const struct municipalities *m = &sums->model->world.municipalities;
    const size_t from = m->first_organisation[sums->municipality];
    for (*i = first ? from : *i + 1; *i < from + m->organisations[sums->municipality]; ++*i)
        if (organisations_in(sums)->kind[*i] == ORGANISATION_INSTITUTION)
            return true;
    return false;
}

static double mean_of(const struct sums *sums, const float *column)
{
    double sum = 0, count = 0;
    size_t i;
    for (bool more = next_institution(sums, &i, true); more;
         more = next_institution(sums, &i, false)) {
        sum += (double)column[i];
        count += 1;
    }
    return measure_ratio(sum, count);
}

double measure_institutions(const struct sums *sums, size_t index)
{
    (void)index;
    double count = 0;
    size_t i;
    for (bool more = next_institution(sums, &i, true); more;
         more = next_institution(sums, &i, false))
        count += 1;
    return count;
}

/* The contracts of the municipality, from `*first` to below the result. */
static size_t contracts_of(const struct sums *sums, size_t *first)
{
    const struct municipalities *m = &sums->model->world.municipalities;
    *first = (size_t)m->first[sums->municipality] * DOMAINS * CONTRACT_SLOTS;
    return *first + (size_t)m->neighbourhoods[sums->municipality] * DOMAINS * CONTRACT_SLOTS;
}

double measure_contracts_vacant(const struct sums *sums, size_t index)
{
    (void)index;
    const struct neighbourhoods *n = &sums->model->world.neighbourhoods;
    double vacant = 0, all = 0;
    size_t c;
    for (const size_t end = contracts_of(sums, &c); c < end; c++) {
        all += n->provider_share[c] > 0;
        vacant += n->provider_share[c] > 0 && n->provider[c] == COLUMN_NONE;
    }
    return measure_ratio(vacant, all);
}

double measure_contract_price(const struct sums *sums, size_t index)
{
    (void)index;
    const struct neighbourhoods *n = &sums->model->world.neighbourhoods;
    double asked = 0, hours = 0;
    size_t c;
    for (const size_t end = contracts_of(sums, &c); c < end; c++) {
        const double part =
            (double)n->contracted[c / CONTRACT_SLOTS] * (double)n->provider_share[c];
        asked += part * (double)n->contract_price[c];
        hours += part;
    }
    return measure_ratio(asked, hours);
}

double measure_routine_mean(const struct sums *sums, size_t index)
{
    (void)index;
    return mean_of(sums, organisations_in(sums)->routine);
}

double measure_openness_mean(const struct sums *sums, size_t index)
{
    (void)index;
    return mean_of(sums, organisations_in(sums)->openness);
}

double measure_effort_mean(const struct sums *sums, size_t index)
{
    (void)index;
    return mean_of(sums, organisations_in(sums)->network_effort);
}

double measure_margin_mean(const struct sums *sums, size_t index)
{
    (void)index;
    const struct organisations *o = organisations_in(sums);
    double sum = 0, count = 0;
    size_t i;
    for (bool more = next_institution(sums, &i, true); more;
         more = next_institution(sums, &i, false)) {
        sum += o->capacity[i] > 0 ? (double)o->margin[i] : 0;
        count += o->capacity[i] > 0;
    }
    return measure_ratio(sum, count);
}

/* Of the hours that could be given, `voiced` was talked out and the rest given. */
double measure_friction_voiced(const struct sums *sums, size_t index)
{
    (void)index;
    const struct organisations *o = organisations_in(sums);
    double hours = 0;
    size_t i;
    for (bool more = next_institution(sums, &i, true); more;
         more = next_institution(sums, &i, false))
        hours += (double)o->hours[i] * (double)o->voiced[i] / (1 - (double)o->voiced[i]);
    return hours;
}

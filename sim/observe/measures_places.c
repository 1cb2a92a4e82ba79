/* Measures that read columns of neighbourhoods and municipalities. */
#include "observe/measures.h"

/* The neighbourhoods that the sums stand for: one, or those of a municipality. */
size_t measure_first(const struct sums *sums)
{
    return sums->neighbourhood != SIZE_MAX
               ? sums->neighbourhood
               : sums->model->world.municipalities.first[sums->municipality];
}

size_t measure_end(const struct sums *sums)
{
    return sums->neighbourhood != SIZE_MAX
               ? sums->neighbourhood + 1
               : measure_first(sums) +
                     sums->model->world.municipalities.neighbourhoods[sums->municipality];
}

double measure_summed(const struct sums *sums, enum column_type type, const void *array,
                      size_t width, size_t index)
{
    double sum = 0;
    for (size_t n = measure_first(sums); n < measure_end(sums); n++)
        for (size_t k = 0; k < width; k++)
            if (index == k || index >= width)
                sum += column_number(array, type, n * width + k);
    return sum;
}

static double counted(const struct sums *sums, const int32_t *column)
{
    return measure_summed(sums, COLUMN_I32, column, 1, 0);
}

/* A mean weighted by residents. */
static double weighted(const struct sums *sums, const float *column, size_t width, size_t index)
{
    double sum = 0, residents = 0;
    for (size_t n = measure_first(sums); n < measure_end(sums); n++) {
        const double here = sums->model->world.neighbourhoods.residents[n];
        sum += here * (double)column[n * width + index];
        residents += here;
    }
    return measure_ratio(sum, residents);
}

/* Cents to euro, of one domain or of all. */
static double money(const int64_t *column, size_t municipality, size_t domain)
{
    int64_t cents = 0;
    for (size_t d = 0; d < DOMAINS; d++)
        if (domain == d || domain == DOMAINS)
            cents += column[municipality * DOMAINS + d];
    return (double)cents / 100;
}

static double lost(const struct sums *sums)
{
    double count = 0;
    const struct blocks *blocks = &sums->model->world.blocks;
    for (size_t b = 0; b < blocks->count; b++)
        if (sums->model->world.neighbourhoods.municipality[blocks->neighbourhood[b]] ==
            sums->municipality)
            count += blocks->lost_onsets[b];
    return count;
}

double measure_knowledge(const struct sums *sums, size_t index)
{
    (void)index;
    return weighted(sums, sums->model->world.neighbourhoods.knowledge, 1, 0);
}

double measure_ties_lost(const struct sums *sums, size_t index)
{
    (void)index;
    const struct neighbourhoods *n = &sums->model->world.neighbourhoods;
    return counted(sums, n->ties_lost_by_choice) + counted(sums, n->ties_lost_by_death) +
           counted(sums, n->ties_lost_by_moving);
}

double measure_tie_chances(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(counted(sums, sums->model->world.neighbourhoods.tie_chances),
                         sums->people[PEOPLE]);
}

double measure_tie_chances_unused(const struct sums *sums, size_t index)
{
    (void)index;
    const struct neighbourhoods *n = &sums->model->world.neighbourhoods;
    return measure_ratio(counted(sums, n->tie_chances_unused), counted(sums, n->tie_chances));
}

double measure_administration_share(const struct sums *sums, size_t index)
{
    return 1 -
           measure_ratio(sums->needs[index][NEED_FORMAL],
                         measure_summed(sums, COLUMN_F32, sums->model->world.neighbourhoods.paid,
                                        DOMAINS, index));
}

double measure_spending(const struct sums *sums, size_t index)
{
    return money(sums->model->world.municipalities.spent_month, sums->municipality, index);
}

/* What the organisations of the municipality were paid, cents to euro. */
static double pay(const struct sums *sums, const int64_t *column, size_t domain)
{
    const struct municipalities *m = &sums->model->world.municipalities;
    const size_t first = m->first_organisation[sums->municipality];
    int64_t cents = 0;
    for (size_t i = first; i < first + m->organisations[sums->municipality]; i++)
        for (size_t d = 0; d < DOMAINS; d++)
            if (domain == d || domain == DOMAINS)
                cents += column[i * DOMAINS + d];
    return (double)cents / 100;
}

double measure_paid_for_hours(const struct sums *sums, size_t index)
{
    return pay(sums, sums->model->world.organisations.hours_pay, index);
}

double measure_paid_for_results(const struct sums *sums, size_t index)
{
    return pay(sums, sums->model->world.organisations.results_pay, index);
}

double measure_budget_left(const struct sums *sums, size_t index)
{
    return money(sums->model->world.municipalities.available, sums->municipality, index) +
           money(sums->model->world.municipalities.moved, sums->municipality, index) -
           money(sums->model->world.municipalities.spent, sums->municipality, index);
}

double measure_budget_moved(const struct sums *sums, size_t index)
{
    return money(sums->model->world.municipalities.moved, sums->municipality, index);
}

double measure_budget_refused(const struct sums *sums, size_t index)
{
    return money(sums->model->world.municipalities.refused, sums->municipality, index);
}

double measure_budget_outside(const struct sums *sums, size_t index)
{
    return money(sums->model->world.municipalities.outside, sums->municipality, index);
}

double measure_lost_onsets(const struct sums *sums, size_t index)
{
    (void)index;
    return lost(sums);
}

double measure_lost_events(const struct sums *sums, size_t index)
{
    (void)index;
    return (double)sums->model->world.events.lost;
}

double measure_lever_effective(const struct sums *sums, size_t index)
{
    return weighted(sums, sums->model->world.neighbourhoods.lever, LEVERS, index);
}

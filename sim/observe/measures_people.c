/* Measures of residents, their strength, trust, care and ties. */
#include "observe/measures.h"

static double spread(double sum, double squares, double count)
{
    const double mean = measure_ratio(sum, count),
                 variance = measure_ratio(squares, count) - mean * mean;
    return variance > 0 ? elementary_sqrt(variance) : 0;
}

double measure_residents(const struct sums *sums, size_t index)
{
    (void)index;
    return sums->people[PEOPLE];
}

double measure_age_mean(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(sums->people[PEOPLE_AGE], sums->people[PEOPLE]);
}

double measure_share_80_plus(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(sums->people[PEOPLE_80], sums->people[PEOPLE]);
}

double measure_share_low_income(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(sums->people[PEOPLE_LOW_INCOME], sums->people[PEOPLE]);
}

double measure_needy_share(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(sums->people[PEOPLE_NEEDY], sums->people[PEOPLE]);
}

double measure_hidden_share(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(sums->people[PEOPLE_HIDDEN], sums->people[PEOPLE_NEEDY]);
}

double measure_complexity_mean(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(sums->people[PEOPLE_COMPLEXITY], sums->people[PEOPLE_NEEDY]);
}

double measure_self_reliance_mean(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(sums->people[PEOPLE_SELF_RELIANCE], sums->people[PEOPLE]);
}

double measure_self_reliance_sd(const struct sums *sums, size_t index)
{
    (void)index;
    return spread(sums->people[PEOPLE_SELF_RELIANCE], sums->people[PEOPLE_SELF_RELIANCE_SQUARED],
                  sums->people[PEOPLE]);
}

/* A mean over those with a low income, or over the others. */
static double mean_of_income(const struct sums *sums, enum people_sum all, enum people_sum low,
                             size_t index)
{
    const double poor = sums->people[PEOPLE_LOW_INCOME];
    if (index == SUMS_INCOME + INCOME_LOW)
        return measure_ratio(sums->people[low], poor);
    return measure_ratio(sums->people[all] - sums->people[low], sums->people[PEOPLE] - poor);
}

double measure_self_reliance_of_income(const struct sums *sums, size_t index)
{
    return mean_of_income(sums, PEOPLE_SELF_RELIANCE, PEOPLE_SELF_RELIANCE_LOW, index);
}

double measure_trust_of_income(const struct sums *sums, size_t index)
{
    return mean_of_income(sums, PEOPLE_TRUST, PEOPLE_TRUST_LOW, index);
}

double measure_self_reliance_gap(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_self_reliance_of_income(sums, SUMS_INCOME + INCOME_OTHER) -
           measure_self_reliance_of_income(sums, SUMS_INCOME + INCOME_LOW);
}

double measure_trust_mean(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(sums->people[PEOPLE_TRUST], sums->people[PEOPLE]);
}

double measure_carers_share(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(sums->people[PEOPLE_CARERS], sums->people[PEOPLE_20]);
}

double measure_carers_heavy_share(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(sums->people[PEOPLE_CARERS_HEAVY], sums->people[PEOPLE_CARERS]);
}

double measure_care_hours_mean(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(sums->people[PEOPLE_CARE_HOURS], sums->people[PEOPLE_CARERS]);
}

double measure_hours_given(const struct sums *sums, size_t index)
{
    (void)index;
    return sums->people[PEOPLE_HOURS_GIVEN];
}

double measure_strain_mean(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(sums->people[PEOPLE_STRAIN], sums->people[PEOPLE_CARERS]);
}

double measure_strained_share(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(sums->people[PEOPLE_STRAINED], sums->people[PEOPLE_CARERS]);
}

double measure_burnout_share(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(sums->people[PEOPLE_BURNOUT], sums->people[PEOPLE_20]);
}

double measure_degree_mean(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(sums->people[PEOPLE_TIES], sums->people[SAMPLE_PEOPLE]);
}

double measure_degree_share(const struct sums *sums, size_t degree)
{
    return measure_ratio(sums->people[PEOPLE_DEGREE + degree], sums->people[SAMPLE_PEOPLE]);
}

double measure_degree_sd(const struct sums *sums, size_t index)
{
    (void)index;
    return spread(sums->people[PEOPLE_TIES], sums->people[PEOPLE_TIES_SQUARED],
                  sums->people[SAMPLE_PEOPLE]);
}

double measure_isolated_share(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(sums->people[PEOPLE_ISOLATED], sums->people[SAMPLE_PEOPLE]);
}

double measure_kin_share(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(sums->people[PEOPLE_KIN],
                         sums->people[PEOPLE_LOCAL] + sums->people[PEOPLE_ABROAD]);
}

double measure_local_share(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(sums->people[PEOPLE_LOCAL],
                         sums->people[PEOPLE_LOCAL] + sums->people[PEOPLE_ABROAD]);
}

double measure_reciprocity(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(sums->people[SAMPLE_MUTUAL], sums->people[SAMPLE_TIES]);
}

double measure_transitivity(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(sums->people[SAMPLE_CLOSED], sums->people[SAMPLE_PATHS]);
}

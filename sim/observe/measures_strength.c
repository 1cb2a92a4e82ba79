/* Measures of what moved self-reliance this month, by cause and income. */
#include "observe/measures.h"

double measure_gain_ended_low_income(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(measure_summed(sums, sums->model->world.neighbourhoods.gain,
                                        GAINS * INCOMES, GAIN_ENDED * INCOMES + INCOME_LOW),
                         sums->people[PEOPLE_LOW_INCOME]);
}

double measure_gain_ended_other_income(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(measure_summed(sums, sums->model->world.neighbourhoods.gain,
                                        GAINS * INCOMES, GAIN_ENDED * INCOMES + INCOME_OTHER),
                         (sums->people[PEOPLE] - sums->people[PEOPLE_LOW_INCOME]));
}

double measure_gain_link_low_income(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(measure_summed(sums, sums->model->world.neighbourhoods.gain,
                                        GAINS * INCOMES, GAIN_LINK * INCOMES + INCOME_LOW),
                         sums->people[PEOPLE_LOW_INCOME]);
}

double measure_gain_link_other_income(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(measure_summed(sums, sums->model->world.neighbourhoods.gain,
                                        GAINS * INCOMES, GAIN_LINK * INCOMES + INCOME_OTHER),
                         (sums->people[PEOPLE] - sums->people[PEOPLE_LOW_INCOME]));
}

double measure_gain_empowerment_low_income(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(measure_summed(sums, sums->model->world.neighbourhoods.gain,
                                        GAINS * INCOMES, GAIN_EMPOWERMENT * INCOMES + INCOME_LOW),
                         sums->people[PEOPLE_LOW_INCOME]);
}

double measure_gain_empowerment_other_income(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(measure_summed(sums, sums->model->world.neighbourhoods.gain,
                                        GAINS * INCOMES, GAIN_EMPOWERMENT * INCOMES + INCOME_OTHER),
                         (sums->people[PEOPLE] - sums->people[PEOPLE_LOW_INCOME]));
}

double measure_gain_place_low_income(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(measure_summed(sums, sums->model->world.neighbourhoods.gain,
                                        GAINS * INCOMES, GAIN_PLACE * INCOMES + INCOME_LOW),
                         sums->people[PEOPLE_LOW_INCOME]);
}

double measure_gain_place_other_income(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(measure_summed(sums, sums->model->world.neighbourhoods.gain,
                                        GAINS * INCOMES, GAIN_PLACE * INCOMES + INCOME_OTHER),
                         (sums->people[PEOPLE] - sums->people[PEOPLE_LOW_INCOME]));
}

double measure_gain_replaced_low_income(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(measure_summed(sums, sums->model->world.neighbourhoods.gain,
                                        GAINS * INCOMES, GAIN_REPLACED * INCOMES + INCOME_LOW),
                         sums->people[PEOPLE_LOW_INCOME]);
}

double measure_gain_replaced_other_income(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(measure_summed(sums, sums->model->world.neighbourhoods.gain,
                                        GAINS * INCOMES, GAIN_REPLACED * INCOMES + INCOME_OTHER),
                         (sums->people[PEOPLE] - sums->people[PEOPLE_LOW_INCOME]));
}

double measure_gain_refused_low_income(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(measure_summed(sums, sums->model->world.neighbourhoods.gain,
                                        GAINS * INCOMES, GAIN_REFUSED * INCOMES + INCOME_LOW),
                         sums->people[PEOPLE_LOW_INCOME]);
}

double measure_gain_refused_other_income(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(measure_summed(sums, sums->model->world.neighbourhoods.gain,
                                        GAINS * INCOMES, GAIN_REFUSED * INCOMES + INCOME_OTHER),
                         (sums->people[PEOPLE] - sums->people[PEOPLE_LOW_INCOME]));
}

double measure_gain_return_low_income(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(measure_summed(sums, sums->model->world.neighbourhoods.gain,
                                        GAINS * INCOMES, GAIN_RETURN * INCOMES + INCOME_LOW),
                         sums->people[PEOPLE_LOW_INCOME]);
}

double measure_gain_return_other_income(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(measure_summed(sums, sums->model->world.neighbourhoods.gain,
                                        GAINS * INCOMES, GAIN_RETURN * INCOMES + INCOME_OTHER),
                         (sums->people[PEOPLE] - sums->people[PEOPLE_LOW_INCOME]));
}

/* What moved self-reliance this month. */
#include "observe/measures.h"

/* Per person of the incomes that the part is of: a cause × INCOMES + an income. */
double measure_gain(const struct sums *sums, size_t part)
{
    const double low = sums->people[PEOPLE_LOW_INCOME];
    const double people = part % INCOMES == INCOME_LOW ? low : sums->people[PEOPLE] - low;
    return measure_ratio(measure_summed(sums, COLUMN_F32, sums->model->world.neighbourhoods.gain,
                                        (size_t)GAINS * INCOMES, part),
                         people);
}

#include "observe/sums.h"

#include <string.h>

#include "base/avx2.h"
#include "base/found.h"

enum { CARE_UNITS = 69 /* one hour a week, in 1/16 h a month */ };

static const double WEEKS = 52.0 / 12;

/* Who gives at least an hour a week, has lately, or is out of it. */
static void measure_carer(double *people, const struct residents *residents, size_t i, int years)
{
    const double week = residents->given[i] / 16.0 / WEEKS;
    people[PEOPLE_BURNOUT] += residents->burnout[i] > 0;
    if (years < 20 || (residents->care_months[i] < 3 && week < 8))
        return;
    people[PEOPLE_CARERS] += 1;
    people[PEOPLE_CARERS_HEAVY] += week >= 8;
    people[PEOPLE_CARE_HOURS] += week;
    people[PEOPLE_STRAIN] += residents->strain[i];
    people[PEOPLE_STRAINED] += residents->strain[i] > 0.6f;
}

/* Those whom measure_carer counts: some of the few who give that much, or are out of it. */
static void measure_carers(double *people, const struct spel_model *model, size_t b)
{
    const struct residents *residents = &model->world.residents;
    const size_t first = model->world.blocks.first[b], length = model->world.blocks.length[b];
    const uint32_t *id = residents->id + first;
    const uint16_t *given = residents->given + first;
    const uint8_t *burnout = residents->burnout + first;
    uint8_t marked[BLOCK_PLACES];
    uint16_t places[BLOCK_PLACES];
    for (size_t i = 0; i < length; i++)
        marked[i] = ((given[i] >= CARE_UNITS) | (burnout[i] > 0)) & (id[i] != 0);
    const size_t count = found_list(marked, length, places);
    for (size_t k = 0; k < count; k++) {
        const size_t i = first + places[k];
        measure_carer(people, residents, i, ((int)model->now.month - residents->birth[i]) / 12);
    }
}

void sums_measure(struct sums *sums, const struct spel_model *model, size_t b)
{
    memset(sums->people, 0, sizeof sums->people);
    memset(sums->needs, 0, sizeof sums->needs);
    sums_measure_everyone(sums->people, model, b, avx2_can());
    measure_carers(sums->people, model, b);
    sums_measure_ties(sums->people, &model->world, b);
    sums_measure_needs(sums, model, b);
}

void sums_add(struct sums *sums, const struct sums *part)
{
    for (size_t p = 0; p < PEOPLE_SUMS; p++)
        sums->people[p] += part->people[p];
    for (size_t d = 0; d < SUMS_GROUPS; d++)
        for (size_t q = 0; q < NEED_SUMS; q++)
            sums->needs[d][q] += part->needs[d][q];
}

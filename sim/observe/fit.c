#include "observe/fit.h"

#include "base/memory.h"
#include "world/settlement.h"

const char *const fit_axis_names[FIT_AXES] = {"", "age_band", "household_type", "domain"};
const char *const fit_age_names[WIDE_AGE_BANDS] = {"0_14", "15_24", "25_44", "45_64", "65_up"};
const char *const fit_household_names[FIT_TYPES] = {"one_person", "couple", "with_children"};

/* clang-format off */
const struct fit_row fit_rows[FIT_FIGURES] = {
    [FIT_RESIDENTS] = {"residents", "1", FIT_PLAIN,
        "residents by the place table, of the share of the place that is run", "residents settled"},
    [FIT_AGE_SHARE] = {"age_share", "1", FIT_AGES,
        "share of residents by age, as published", "share of residents by age, as settled"},
    [FIT_HOUSEHOLD_SHARE] = {"household_share", "1", FIT_HOUSEHOLDS,
        "share of households by type, as published", "share of households by type, as settled"},
    [FIT_LOW_INCOME_SHARE] = {"low_income_share", "1", FIT_PLAIN,
        "share of residents with a low income, as published",
        "share of residents with a low income, as settled"},
    [FIT_NEED_SHARE] = {"need_share", "1", FIT_DOMAINS,
        "share of residents with a need: as published, else the national share of each age",
        "share of residents with a need on the first day, after the run-in"},
};
/* clang-format on */

size_t fit_axis_length(enum fit_axis axis)
{
    static const size_t lengths[FIT_AXES] = {1, WIDE_AGE_BANDS, FIT_TYPES, DOMAINS};
    return lengths[axis];
}

size_t fit_offsets(size_t neighbourhoods, size_t offset[FIT_FIGURES])
{
    size_t total = 0;
    for (size_t f = 0; f < FIT_FIGURES; f++) {
        offset[f] = total;
        total += neighbourhoods * fit_axis_length(fit_rows[f].axis);
    }
    return total;
}

bool fit_init(struct fit *fit, const struct spel_model *model, struct spel_error *error)
{
    *fit = (struct fit){.neighbourhoods = model->world.neighbourhoods.count};
    fit->total = fit_offsets(fit->neighbourhoods, fit->offset);
    fit->wanted = memory_take(fit->total, sizeof *fit->wanted, error);
    fit->settled = memory_take(fit->total, sizeof *fit->settled, error);
    if (fit->wanted && fit->settled)
        return true;
    fit_clear(fit);
    return false;
}

void fit_clear(struct fit *fit)
{
    memory_release(fit->wanted);
    memory_release(fit->settled);
    *fit = (struct fit){0};
}

/* What is counted in one neighbourhood. */
struct counts {
    double residents, low_income;
    double ages[WIDE_AGE_BANDS], households[FIT_TYPES], needs[DOMAINS];
};

static bool has_child(const struct residents *residents, uint32_t i)
{
    for (uint32_t j = residents->next[i]; j != i; j = residents->next[j])
        if (residents->position[j] == POSITION_CHILD)
            return true;
    return false;
}

/* A household is counted by those who head it: half by each of two partners. */
static void count_head(struct counts *counts, const struct residents *residents, uint32_t i)
{
    switch (residents->position[i]) {
    case POSITION_ALONE:
    case POSITION_OTHER:
        counts->households[0] += 1;
        break;
    case POSITION_PARTNER:
        counts->households[has_child(residents, i) ? 2 : 1] += 0.5;
        break;
    case POSITION_SINGLE_PARENT:
        counts->households[2] += 1;
        break;
    default:
        break;
    }
}

static void count_one(struct counts *counts, const struct residents *residents, uint32_t i)
{
    const int years = residents_age_months(residents, i, 0) / 12;
    const int band = years < 15 ? 0 : years < 25 ? 1 : years < 45 ? 2 : years < 65 ? 3 : 4;
    counts->residents += 1;
    counts->ages[band] += 1;
    counts->low_income += (residents->traits[i] & TRAIT_LOW_INCOME) != 0;
    for (int d = 0; d < DOMAINS; d++)
        counts->needs[d] += residents->needs[i] >> d & 1;
    count_head(counts, residents, i);
}

static void put(const struct fit *fit, float *values, enum fit_figure figure, size_t n,
                const double *parts, double whole)
{
    const size_t length = fit_axis_length(fit_rows[figure].axis);
    for (size_t k = 0; k < length; k++)
        values[fit->offset[figure] + n * length + k] = whole > 0 ? (float)(parts[k] / whole) : 0;
}

static void measure_settled(struct fit *fit, const struct counts *counts, size_t n)
{
    double households = 0;
    for (size_t t = 0; t < FIT_TYPES; t++)
        households += counts->households[t];
    put(fit, fit->settled, FIT_RESIDENTS, n, &counts->residents, 1);
    put(fit, fit->settled, FIT_AGE_SHARE, n, counts->ages, counts->residents);
    put(fit, fit->settled, FIT_HOUSEHOLD_SHARE, n, counts->households, households);
    put(fit, fit->settled, FIT_LOW_INCOME_SHARE, n, &counts->low_income, counts->residents);
    put(fit, fit->settled, FIT_NEED_SHARE, n, counts->needs, counts->residents);
}

static void measure_wanted(struct fit *fit, const struct spel_model *model, size_t n,
                           double settled)
{
    const struct place_row *row = &model->scenario->places.rows[n];
    const double residents = row->residents_2022 * model->scenario->scale;
    const double households[FIT_TYPES] = {row->households_single, row->households_couple,
                                          row->households_children};
    double needs[DOMAINS];
    for (int d = 0; d < DOMAINS; d++)
        needs[d] = settle_needs_wanted(&model->world, model->scenario, n, (enum domain)d);
    put(fit, fit->wanted, FIT_RESIDENTS, n, &residents, 1);
    put(fit, fit->wanted, FIT_AGE_SHARE, n, row->age_2022, 1);
    put(fit, fit->wanted, FIT_HOUSEHOLD_SHARE, n, households, 1);
    put(fit, fit->wanted, FIT_LOW_INCOME_SHARE, n, &row->low_income, 1);
    put(fit, fit->wanted, FIT_NEED_SHARE, n, needs, settled);
}

void fit_measure(struct fit *fit, const struct spel_model *model)
{
    const struct neighbourhoods *neighbourhoods = &model->world.neighbourhoods;
    const struct residents *residents = &model->world.residents;
#pragma omp parallel for schedule(dynamic)
    for (size_t n = 0; n < fit->neighbourhoods; n++) {
        struct counts counts = {0};
        const uint32_t first = neighbourhoods->first[n];
        for (uint32_t i = first; i < first + neighbourhoods->places[n]; i++)
            if (residents_present(residents, i))
                count_one(&counts, residents, i);
        measure_settled(fit, &counts, n);
        measure_wanted(fit, model, n, counts.residents);
    }
}

/* Measures of needs and of the hours that fill them. */
#include "observe/measures.h"

static double people_of_life(const struct sums *sums, enum life life)
{
    /* How many have reached each stage; nobody is beyond the last. */
    const double reached[LIVES + 1] = {sums->people[PEOPLE], sums->people[PEOPLE_18],
                                       sums->people[PEOPLE_65], sums->people[PEOPLE_80], 0};
    return reached[life] - reached[life + 1];
}

/* The people whose needs stand at this index. */
static double people_of(const struct sums *sums, size_t index)
{
    const double low = sums->people[PEOPLE_LOW_INCOME];
    if (index >= SUMS_AGE)
        return people_of_life(sums, (enum life)(index - SUMS_AGE));
    return index < SUMS_INCOME                 ? sums->people[PEOPLE]
           : index == SUMS_INCOME + INCOME_LOW ? low
                                               : sums->people[PEOPLE] - low;
}

double measure_need_cases(const struct sums *sums, size_t index)
{
    return sums->needs[index][NEED_CASES];
}

double measure_need_share(const struct sums *sums, size_t index)
{
    return measure_ratio(sums->needs[index][NEED_CASES], people_of(sums, index));
}

double measure_known_share(const struct sums *sums, size_t index)
{
    return measure_ratio(sums->needs[index][NEED_KNOWN], sums->needs[index][NEED_CASES]);
}

double measure_clients_per_1000(const struct sums *sums, size_t index)
{
    return 1000 * measure_ratio(sums->needs[index][NEED_SERVED], people_of(sums, index));
}

double measure_severity_mean(const struct sums *sums, size_t index)
{
    return measure_ratio(sums->needs[index][NEED_SEVERITY], sums->needs[index][NEED_CASES]);
}

double measure_spell_mean(const struct sums *sums, size_t index)
{
    return measure_ratio(sums->needs[index][NEED_SPELL], sums->needs[index][NEED_CASES]);
}

double measure_needs_ended(const struct sums *sums, size_t index)
{
    return sums->needs[index][NEED_ENDS];
}

double measure_needs_ended_by_help(const struct sums *sums, size_t index)
{
    return sums->needs[index][NEED_ENDS_BY_HELP];
}

double measure_required_hours(const struct sums *sums, size_t index)
{
    return sums->needs[index][NEED_REQUIRED];
}

double measure_own_hours(const struct sums *sums, size_t index)
{
    return sums->needs[index][NEED_OWN];
}

double measure_asked_hours(const struct sums *sums, size_t index)
{
    return sums->needs[index][NEED_ASKED];
}

double measure_informal_hours(const struct sums *sums, size_t index)
{
    return sums->needs[index][NEED_INFORMAL];
}

double measure_formal_hours(const struct sums *sums, size_t index)
{
    return sums->needs[index][NEED_FORMAL];
}

double measure_unmet_hours(const struct sums *sums, size_t index)
{
    return sums->needs[index][NEED_UNMET];
}

double measure_presence_hours(const struct sums *sums, size_t index)
{
    return sums->needs[index][NEED_PRESENCE];
}

double measure_own_share(const struct sums *sums, size_t index)
{
    return measure_ratio(sums->needs[index][NEED_OWN], sums->needs[index][NEED_REQUIRED]);
}

double measure_informal_share(const struct sums *sums, size_t index)
{
    return measure_ratio(sums->needs[index][NEED_INFORMAL], sums->needs[index][NEED_REQUIRED]);
}

double measure_formal_share(const struct sums *sums, size_t index)
{
    return measure_ratio(sums->needs[index][NEED_FORMAL], sums->needs[index][NEED_REQUIRED]);
}

double measure_unmet_share(const struct sums *sums, size_t index)
{
    return measure_ratio(sums->needs[index][NEED_UNMET], sums->needs[index][NEED_REQUIRED]);
}

double measure_waiting_share(const struct sums *sums, size_t index)
{
    return measure_ratio(sums->needs[index][NEED_WAITING], sums->needs[index][NEED_KNOWN]);
}

double measure_waiting_months(const struct sums *sums, size_t index)
{
    return measure_ratio(sums->needs[index][NEED_WAITING_MONTHS], sums->needs[index][NEED_WAITING]);
}

double measure_effectiveness(const struct sums *sums, size_t index)
{
    return measure_ratio(sums->needs[index][NEED_EFFECTIVE], sums->needs[index][NEED_FORMAL]);
}

double measure_fallen_between(const struct sums *sums, size_t index)
{
    return sums->needs[index][NEED_BETWEEN];
}

double measure_talked_share(const struct sums *sums, size_t index)
{
    return measure_ratio(sums->needs[index][NEED_TALKED], sums->needs[index][NEED_KNOWN]);
}

double measure_existing_offer_share(const struct sums *sums, size_t index)
{
    return measure_ratio(sums->needs[index][NEED_OFFERED], sums->needs[index][NEED_KNOWN]);
}

/* The table of variables. Every measure is a quotient or sum of what observe/sums
 * gathered, or a column of the world; the function that measures stands first,
 * the rows below. A variable of the municipality may come again by neighbourhood
 * or by domain: the same function, other sums. */
#include "observe/variables.h"

#include "observe/sums.h"

static double ratio(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

static double spread(double sum, double squares, double count)
{
    const double mean = ratio(sum, count), variance = ratio(squares, count) - mean * mean;
    return variance > 0 ? elementary_sqrt(variance) : 0;
}

/* The neighbourhoods that the sums stand for: one, or those of a municipality. */
static size_t first_of(const struct sums *sums)
{
    return sums->neighbourhood != SIZE_MAX
               ? sums->neighbourhood
               : sums->model->world.municipalities.first[sums->municipality];
}

static size_t end_of(const struct sums *sums)
{
    return sums->neighbourhood != SIZE_MAX
               ? sums->neighbourhood + 1
               : first_of(sums) +
                     sums->model->world.municipalities.neighbourhoods[sums->municipality];
}

/* A column of neighbourhoods of `width` values, added up; index `width` adds all. */
static double summed(const struct sums *sums, const float *column, size_t width, size_t index)
{
    double sum = 0;
    for (size_t n = first_of(sums); n < end_of(sums); n++)
        for (size_t k = 0; k < width; k++)
            if (index == k || index == width)
                sum += column[n * width + k];
    return sum;
}

static double counted(const struct sums *sums, const int32_t *column)
{
    double sum = 0;
    for (size_t n = first_of(sums); n < end_of(sums); n++)
        sum += column[n];
    return sum;
}

/* The same, as a mean weighted by residents. */
static double weighted(const struct sums *sums, const float *column, size_t width, size_t index)
{
    double sum = 0, residents = 0;
    for (size_t n = first_of(sums); n < end_of(sums); n++) {
        const double here = sums->model->world.neighbourhoods.residents[n];
        sum += here * (double)column[n * width + index];
        residents += here;
    }
    return ratio(sum, residents);
}

static double of_domains(const float *column, size_t municipality, size_t domain)
{
    return column[municipality * DOMAINS + domain];
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
    return ratio(sum, hours);
}

static double position_of(const struct sums *sums)
{
    size_t i, end = organisations_of(sums, &i);
    double sum = 0;
    const double count = (double)(end - i);
    for (; i < end; i++)
        sum += sums->model->world.organisations.network_position[i];
    return ratio(sum, count);
}

static double in_quadrant(const struct sums *sums, enum quadrant quadrant)
{
    size_t i, end = organisations_of(sums, &i);
    double sum = 0;
    const double count = (double)(end - i);
    for (; i < end; i++)
        sum += sums->model->world.organisations.quadrant[i] == quadrant;
    return ratio(sum, count);
}

static double residents(const struct sums *sums, size_t index)
{
    (void)index;
    return sums->people[PEOPLE];
}

static double age_mean(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(sums->people[PEOPLE_AGE], sums->people[PEOPLE]);
}

static double share_80_plus(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(sums->people[PEOPLE_80], sums->people[PEOPLE]);
}

static double share_low_income(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(sums->people[PEOPLE_LOW_INCOME], sums->people[PEOPLE]);
}

static double needy_share(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(sums->people[PEOPLE_NEEDY], sums->people[PEOPLE]);
}

static double hidden_share(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(sums->people[PEOPLE_HIDDEN], sums->people[PEOPLE_NEEDY]);
}

static double complexity_mean(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(sums->people[PEOPLE_COMPLEXITY], sums->people[PEOPLE_NEEDY]);
}

static double self_reliance_mean(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(sums->people[PEOPLE_SELF_RELIANCE], sums->people[PEOPLE]);
}

static double self_reliance_sd(const struct sums *sums, size_t index)
{
    (void)index;
    return spread(sums->people[PEOPLE_SELF_RELIANCE], sums->people[PEOPLE_SELF_RELIANCE_SQUARED],
                  sums->people[PEOPLE]);
}

static double self_reliance_gap(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(sums->people[PEOPLE_SELF_RELIANCE] - sums->people[PEOPLE_SELF_RELIANCE_LOW],
                 sums->people[PEOPLE] - sums->people[PEOPLE_LOW_INCOME]) -
           ratio(sums->people[PEOPLE_SELF_RELIANCE_LOW], sums->people[PEOPLE_LOW_INCOME]);
}

static double trust_mean(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(sums->people[PEOPLE_TRUST], sums->people[PEOPLE]);
}

static double carers_share(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(sums->people[PEOPLE_CARERS], sums->people[PEOPLE_20]);
}

static double carers_heavy_share(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(sums->people[PEOPLE_CARERS_HEAVY], sums->people[PEOPLE_CARERS]);
}

static double care_hours_mean(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(sums->people[PEOPLE_CARE_HOURS], sums->people[PEOPLE_CARERS]);
}

static double hours_given(const struct sums *sums, size_t index)
{
    (void)index;
    return sums->people[PEOPLE_HOURS_GIVEN];
}

static double strain_mean(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(sums->people[PEOPLE_STRAIN], sums->people[PEOPLE_CARERS]);
}

static double strained_share(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(sums->people[PEOPLE_STRAINED], sums->people[PEOPLE_CARERS]);
}

static double burnout_share(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(sums->people[PEOPLE_BURNOUT], sums->people[PEOPLE_20]);
}

static double degree_mean(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(sums->people[PEOPLE_TIES], sums->people[SAMPLE_PEOPLE]);
}

static double isolated_share(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(sums->people[PEOPLE_ISOLATED], sums->people[SAMPLE_PEOPLE]);
}

static double kin_share(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(sums->people[PEOPLE_KIN],
                 sums->people[PEOPLE_LOCAL] + sums->people[PEOPLE_ABROAD]);
}

static double local_share(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(sums->people[PEOPLE_LOCAL],
                 sums->people[PEOPLE_LOCAL] + sums->people[PEOPLE_ABROAD]);
}

static double reciprocity(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(sums->people[SAMPLE_MUTUAL], sums->people[SAMPLE_TIES]);
}

static double transitivity(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(sums->people[SAMPLE_CLOSED], sums->people[SAMPLE_PATHS]);
}

static double need_cases(const struct sums *sums, size_t index)
{
    return sums->needs[index][NEED_CASES];
}

static double need_share(const struct sums *sums, size_t index)
{
    return ratio(sums->needs[index][NEED_CASES], sums->people[PEOPLE]);
}

static double known_share(const struct sums *sums, size_t index)
{
    return ratio(sums->needs[index][NEED_KNOWN], sums->needs[index][NEED_CASES]);
}

static double clients_per_1000(const struct sums *sums, size_t index)
{
    return 1000 * ratio(sums->needs[index][NEED_SERVED], sums->people[PEOPLE]);
}

static double severity_mean(const struct sums *sums, size_t index)
{
    return ratio(sums->needs[index][NEED_SEVERITY], sums->needs[index][NEED_CASES]);
}

static double spell_mean(const struct sums *sums, size_t index)
{
    return ratio(sums->needs[index][NEED_SPELL], sums->needs[index][NEED_CASES]);
}

static double needs_ended(const struct sums *sums, size_t index)
{
    return sums->needs[index][NEED_ENDS];
}

static double required_hours(const struct sums *sums, size_t index)
{
    return sums->needs[index][NEED_REQUIRED];
}

static double own_hours(const struct sums *sums, size_t index)
{
    return sums->needs[index][NEED_OWN];
}

static double asked_hours(const struct sums *sums, size_t index)
{
    return sums->needs[index][NEED_ASKED];
}

static double informal_hours(const struct sums *sums, size_t index)
{
    return sums->needs[index][NEED_INFORMAL];
}

static double formal_hours(const struct sums *sums, size_t index)
{
    return sums->needs[index][NEED_FORMAL];
}

static double unmet_hours(const struct sums *sums, size_t index)
{
    return sums->needs[index][NEED_UNMET];
}

static double presence_hours(const struct sums *sums, size_t index)
{
    return sums->needs[index][NEED_PRESENCE];
}

static double own_share(const struct sums *sums, size_t index)
{
    return ratio(sums->needs[index][NEED_OWN], sums->needs[index][NEED_REQUIRED]);
}

static double informal_share(const struct sums *sums, size_t index)
{
    return ratio(sums->needs[index][NEED_INFORMAL], sums->needs[index][NEED_REQUIRED]);
}

static double formal_share(const struct sums *sums, size_t index)
{
    return ratio(sums->needs[index][NEED_FORMAL], sums->needs[index][NEED_REQUIRED]);
}

static double unmet_share(const struct sums *sums, size_t index)
{
    return ratio(sums->needs[index][NEED_UNMET], sums->needs[index][NEED_REQUIRED]);
}

static double waiting_share(const struct sums *sums, size_t index)
{
    return ratio(sums->needs[index][NEED_WAITING], sums->needs[index][NEED_KNOWN]);
}

static double waiting_months(const struct sums *sums, size_t index)
{
    return ratio(sums->needs[index][NEED_WAITING_MONTHS], sums->needs[index][NEED_WAITING]);
}

static double effectiveness(const struct sums *sums, size_t index)
{
    return ratio(sums->needs[index][NEED_EFFECTIVE], sums->needs[index][NEED_FORMAL]);
}

static double fallen_between(const struct sums *sums, size_t index)
{
    return sums->needs[index][NEED_BETWEEN];
}

static double talked_share(const struct sums *sums, size_t index)
{
    return ratio(sums->needs[index][NEED_TALKED], sums->needs[index][NEED_KNOWN]);
}

static double existing_offer_share(const struct sums *sums, size_t index)
{
    return ratio(sums->needs[index][NEED_OFFERED], sums->needs[index][NEED_KNOWN]);
}

static double knowledge(const struct sums *sums, size_t index)
{
    (void)index;
    return weighted(sums, sums->model->world.neighbourhoods.knowledge, 1, 0);
}

static double conversations(const struct sums *sums, size_t index)
{
    (void)index;
    return summed(sums, sums->model->world.neighbourhoods.conversations, 1, 0);
}

static double births(const struct sums *sums, size_t index)
{
    (void)index;
    return counted(sums, sums->model->world.neighbourhoods.born);
}

static double deaths(const struct sums *sums, size_t index)
{
    (void)index;
    return counted(sums, sums->model->world.neighbourhoods.died);
}

static double arrivals(const struct sums *sums, size_t index)
{
    (void)index;
    return counted(sums, sums->model->world.neighbourhoods.arrived);
}

static double departures(const struct sums *sums, size_t index)
{
    (void)index;
    return counted(sums, sums->model->world.neighbourhoods.departed);
}

static double long_term_care_exits(const struct sums *sums, size_t index)
{
    (void)index;
    return counted(sums, sums->model->world.neighbourhoods.care_exits);
}

static double ties_lost(const struct sums *sums, size_t index)
{
    (void)index;
    return counted(sums, sums->model->world.neighbourhoods.ties_lost);
}

static double ties_made(const struct sums *sums, size_t index)
{
    (void)index;
    return counted(sums, sums->model->world.neighbourhoods.ties_made);
}

static double refused_births(const struct sums *sums, size_t index)
{
    (void)index;
    return counted(sums, sums->model->world.neighbourhoods.refused_births);
}

static double gain_ended_low_income(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(summed(sums, sums->model->world.neighbourhoods.gain, GAINS * INCOMES,
                        GAIN_ENDED * INCOMES + INCOME_LOW),
                 sums->people[PEOPLE_LOW_INCOME]);
}

static double gain_ended_other_income(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(summed(sums, sums->model->world.neighbourhoods.gain, GAINS * INCOMES,
                        GAIN_ENDED * INCOMES + INCOME_OTHER),
                 (sums->people[PEOPLE] - sums->people[PEOPLE_LOW_INCOME]));
}

static double gain_link_low_income(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(summed(sums, sums->model->world.neighbourhoods.gain, GAINS * INCOMES,
                        GAIN_LINK * INCOMES + INCOME_LOW),
                 sums->people[PEOPLE_LOW_INCOME]);
}

static double gain_link_other_income(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(summed(sums, sums->model->world.neighbourhoods.gain, GAINS * INCOMES,
                        GAIN_LINK * INCOMES + INCOME_OTHER),
                 (sums->people[PEOPLE] - sums->people[PEOPLE_LOW_INCOME]));
}

static double gain_empowerment_low_income(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(summed(sums, sums->model->world.neighbourhoods.gain, GAINS * INCOMES,
                        GAIN_EMPOWERMENT * INCOMES + INCOME_LOW),
                 sums->people[PEOPLE_LOW_INCOME]);
}

static double gain_empowerment_other_income(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(summed(sums, sums->model->world.neighbourhoods.gain, GAINS * INCOMES,
                        GAIN_EMPOWERMENT * INCOMES + INCOME_OTHER),
                 (sums->people[PEOPLE] - sums->people[PEOPLE_LOW_INCOME]));
}

static double gain_replaced_low_income(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(summed(sums, sums->model->world.neighbourhoods.gain, GAINS * INCOMES,
                        GAIN_REPLACED * INCOMES + INCOME_LOW),
                 sums->people[PEOPLE_LOW_INCOME]);
}

static double gain_replaced_other_income(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(summed(sums, sums->model->world.neighbourhoods.gain, GAINS * INCOMES,
                        GAIN_REPLACED * INCOMES + INCOME_OTHER),
                 (sums->people[PEOPLE] - sums->people[PEOPLE_LOW_INCOME]));
}

static double gain_refused_low_income(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(summed(sums, sums->model->world.neighbourhoods.gain, GAINS * INCOMES,
                        GAIN_REFUSED * INCOMES + INCOME_LOW),
                 sums->people[PEOPLE_LOW_INCOME]);
}

static double gain_refused_other_income(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(summed(sums, sums->model->world.neighbourhoods.gain, GAINS * INCOMES,
                        GAIN_REFUSED * INCOMES + INCOME_OTHER),
                 (sums->people[PEOPLE] - sums->people[PEOPLE_LOW_INCOME]));
}

static double gain_return_low_income(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(summed(sums, sums->model->world.neighbourhoods.gain, GAINS * INCOMES,
                        GAIN_RETURN * INCOMES + INCOME_LOW),
                 sums->people[PEOPLE_LOW_INCOME]);
}

static double gain_return_other_income(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(summed(sums, sums->model->world.neighbourhoods.gain, GAINS * INCOMES,
                        GAIN_RETURN * INCOMES + INCOME_OTHER),
                 (sums->people[PEOPLE] - sums->people[PEOPLE_LOW_INCOME]));
}

static double contracted_hours(const struct sums *sums, size_t index)
{
    return summed(sums, sums->model->world.neighbourhoods.contracted, DOMAINS, index);
}

static double paid_hours(const struct sums *sums, size_t index)
{
    return summed(sums, sums->model->world.neighbourhoods.paid, DOMAINS, index);
}

static double administration_share(const struct sums *sums, size_t index)
{
    return 1 - ratio(sums->needs[index][NEED_FORMAL],
                     summed(sums, sums->model->world.neighbourhoods.paid, DOMAINS, index));
}

static double steering_chosen(const struct sums *sums, size_t index)
{
    return of_domains(sums->model->world.municipalities.chosen, sums->municipality, index);
}

static double steering_enacted(const struct sums *sums, size_t index)
{
    return of_domains(sums->model->world.municipalities.enacted, sums->municipality, index);
}

static double spending(const struct sums *sums, size_t index)
{
    return money(sums->model->world.municipalities.spent_month, sums->municipality, index);
}

static double budget_left(const struct sums *sums, size_t index)
{
    return money(sums->model->world.municipalities.available, sums->municipality, index) +
           money(sums->model->world.municipalities.moved, sums->municipality, index) -
           money(sums->model->world.municipalities.spent, sums->municipality, index);
}

static double budget_moved(const struct sums *sums, size_t index)
{
    return money(sums->model->world.municipalities.moved, sums->municipality, index);
}

static double budget_refused(const struct sums *sums, size_t index)
{
    return money(sums->model->world.municipalities.refused, sums->municipality, index);
}

static double budget_outside(const struct sums *sums, size_t index)
{
    return money(sums->model->world.municipalities.outside, sums->municipality, index);
}

static double staff_asked(const struct sums *sums, size_t index)
{
    (void)index;
    return sums->model->world.municipalities.staff_asked[sums->municipality];
}

static double staff_talked(const struct sums *sums, size_t index)
{
    (void)index;
    return sums->model->world.municipalities.staff_talked[sums->municipality];
}

static double history(const struct sums *sums, size_t index)
{
    (void)index;
    return sums->model->world.municipalities.history[sums->municipality];
}

static double terms_kept_share(const struct sums *sums, size_t index)
{
    (void)index;
    return ratio(sums->model->world.municipalities.terms_kept[sums->municipality],
                 sums->model->world.municipalities.terms[sums->municipality]);
}

static double alignment_mean(const struct sums *sums, size_t index)
{
    (void)index;
    return alignment_of(sums);
}

static double network_position_mean(const struct sums *sums, size_t index)
{
    (void)index;
    return position_of(sums);
}

static double share_commissioned_supplier(const struct sums *sums, size_t index)
{
    (void)index;
    return in_quadrant(sums, COMMISSIONED_SUPPLIER);
}

static double share_directed_chain(const struct sums *sums, size_t index)
{
    (void)index;
    return in_quadrant(sums, DIRECTED_CHAIN);
}

static double share_supported_loner(const struct sums *sums, size_t index)
{
    (void)index;
    return in_quadrant(sums, SUPPORTED_LONER);
}

static double share_co_producer(const struct sums *sums, size_t index)
{
    (void)index;
    return in_quadrant(sums, CO_PRODUCER);
}

static double share_between_quadrants(const struct sums *sums, size_t index)
{
    (void)index;
    return in_quadrant(sums, BETWEEN_QUADRANTS);
}

static double lost_onsets(const struct sums *sums, size_t index)
{
    (void)index;
    return lost(sums);
}

static double lost_events(const struct sums *sums, size_t index)
{
    (void)index;
    return (double)sums->model->world.events.lost;
}

static double lever_effective(const struct sums *sums, size_t index)
{
    return weighted(sums, sums->model->world.neighbourhoods.lever, LEVERS, index);
}

static double organisation_position(const struct spel_model *model, size_t i)
{
    return model->world.organisations.network_position[i];
}

static double organisation_steering(const struct spel_model *model, size_t i)
{
    return model->world.organisations.steering[i];
}

static double organisation_quadrant(const struct spel_model *model, size_t i)
{
    return model->world.organisations.quadrant[i];
}

static double organisation_trust(const struct spel_model *model, size_t i)
{
    return model->world.organisations.trust[i];
}

static double organisation_alignment(const struct spel_model *model, size_t i)
{
    return model->world.organisations.alignment[i];
}

static double organisation_hours(const struct spel_model *model, size_t i)
{
    return model->world.organisations.hours[i];
}

static double organisation_reserve(const struct spel_model *model, size_t i)
{
    return model->world.organisations.reserve[i];
}

/* clang-format off */
const struct variable variables[] = {
    {.name = "residents", .unit = "1",
     .doc = "residents present",
     .name_nl = "inwoners", .name_en = "residents",
     .layman_nl = "Hoeveel mensen er wonen.",
     .layman_en = "How many people live there.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY}, .headline = true,
     .of_sums = residents},
    {.name = "residents_by_neighbourhood", .unit = "1",
     .doc = "residents present, by neighbourhood",
     .name_nl = "inwoners, per wijk", .name_en = "residents, by neighbourhood",
     .layman_nl = "Hoeveel mensen er wonen.",
     .layman_en = "How many people live there.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = residents},
    {.name = "age_mean", .unit = "year",
     .doc = "mean age in completed years",
     .name_nl = "gemiddelde leeftijd", .name_en = "mean age",
     .layman_nl = "De gemiddelde leeftijd van inwoners.",
     .layman_en = "The mean age of residents.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = age_mean},
    {.name = "age_mean_by_neighbourhood", .unit = "year",
     .doc = "mean age in completed years, by neighbourhood",
     .name_nl = "gemiddelde leeftijd, per wijk", .name_en = "mean age, by neighbourhood",
     .layman_nl = "De gemiddelde leeftijd van inwoners.",
     .layman_en = "The mean age of residents.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = age_mean},
    {.name = "share_80_plus", .unit = "1",
     .doc = "share of residents of 80 and over",
     .name_nl = "aandeel 80-plus", .name_en = "share of 80 and over",
     .layman_nl = "Hoe groot deel van de inwoners 80 jaar of ouder is.",
     .layman_en = "The part of residents who are 80 or older.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = share_80_plus},
    {.name = "share_80_plus_by_neighbourhood", .unit = "1",
     .doc = "share of residents of 80 and over, by neighbourhood",
     .name_nl = "aandeel 80-plus, per wijk", .name_en = "share of 80 and over, by neighbourhood",
     .layman_nl = "Hoe groot deel van de inwoners 80 jaar of ouder is.",
     .layman_en = "The part of residents who are 80 or older.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = share_80_plus},
    {.name = "share_low_income", .unit = "1",
     .doc = "share of residents in the lowest 40% of incomes",
     .name_nl = "aandeel laag inkomen", .name_en = "share with a low income",
     .layman_nl = "Hoe groot deel van de inwoners een laag inkomen heeft.",
     .layman_en = "The part of residents with a low income.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = share_low_income},
    {.name = "share_low_income_by_neighbourhood", .unit = "1",
     .doc = "share of residents in the lowest 40% of incomes, by neighbourhood",
     .name_nl = "aandeel laag inkomen, per wijk", .name_en = "share with a low income, by neighbourhood",
     .layman_nl = "Hoe groot deel van de inwoners een laag inkomen heeft.",
     .layman_en = "The part of residents with a low income.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = share_low_income},
    {.name = "needy_share", .unit = "1",
     .doc = "share of residents with at least one need",
     .name_nl = "inwoners met een hulpvraag", .name_en = "residents with a need",
     .layman_nl = "Hoe groot deel van de inwoners ergens hulp bij nodig heeft.",
     .layman_en = "The part of residents who need help with something.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY}, .headline = true,
     .of_sums = needy_share},
    {.name = "needy_share_by_neighbourhood", .unit = "1",
     .doc = "share of residents with at least one need, by neighbourhood",
     .name_nl = "inwoners met een hulpvraag, per wijk", .name_en = "residents with a need, by neighbourhood",
     .layman_nl = "Hoe groot deel van de inwoners ergens hulp bij nodig heeft.",
     .layman_en = "The part of residents who need help with something.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = needy_share},
    {.name = "hidden_share", .unit = "1",
     .doc = "share of residents with a need of whom at least one need is not known to the municipality",
     .name_nl = "verborgen hulpvragen", .name_en = "hidden needs",
     .layman_nl = "Van de mensen met een hulpvraag: bij hoeveel de gemeente (een deel) niet kent.",
     .layman_en = "Of people with a need: those with a need that the municipality does not know.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = hidden_share},
    {.name = "hidden_share_by_neighbourhood", .unit = "1",
     .doc = "share of residents with a need of whom at least one need is not known to the municipality, by neighbourhood",
     .name_nl = "verborgen hulpvragen, per wijk", .name_en = "hidden needs, by neighbourhood",
     .layman_nl = "Van de mensen met een hulpvraag: bij hoeveel de gemeente (een deel) niet kent.",
     .layman_en = "Of people with a need: those with a need that the municipality does not know.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = hidden_share},
    {.name = "complexity_mean", .unit = "1",
     .doc = "mean household complexity c of residents with a need, 0 single to 1 all domains",
     .name_nl = "stapeling in het huishouden", .name_en = "household complexity",
     .layman_nl = "Hoe vaak problemen in een huishouden samen komen.",
     .layman_en = "How far problems come together in one household.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = complexity_mean},
    {.name = "complexity_mean_by_neighbourhood", .unit = "1",
     .doc = "mean household complexity c of residents with a need, 0 single to 1 all domains, by neighbourhood",
     .name_nl = "stapeling in het huishouden, per wijk", .name_en = "household complexity, by neighbourhood",
     .layman_nl = "Hoe vaak problemen in een huishouden samen komen.",
     .layman_en = "How far problems come together in one household.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = complexity_mean},
    {.name = "self_reliance_mean", .unit = "1",
     .doc = "mean self-reliance s",
     .name_nl = "eigen kracht", .name_en = "self-reliance",
     .layman_nl = "Hoe goed mensen zich gemiddeld zelf redden (0 tot 1).",
     .layman_en = "How well people manage by themselves on average (0 to 1).",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY}, .headline = true,
     .of_sums = self_reliance_mean},
    {.name = "self_reliance_mean_by_neighbourhood", .unit = "1",
     .doc = "mean self-reliance s, by neighbourhood",
     .name_nl = "eigen kracht, per wijk", .name_en = "self-reliance, by neighbourhood",
     .layman_nl = "Hoe goed mensen zich gemiddeld zelf redden (0 tot 1).",
     .layman_en = "How well people manage by themselves on average (0 to 1).",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = self_reliance_mean},
    {.name = "self_reliance_sd", .unit = "1",
     .doc = "standard deviation of self-reliance over residents",
     .name_nl = "spreiding van eigen kracht", .name_en = "spread of self-reliance",
     .layman_nl = "Hoe ver mensen in eigen kracht uiteen lopen.",
     .layman_en = "How far people differ in self-reliance.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = self_reliance_sd},
    {.name = "self_reliance_sd_by_neighbourhood", .unit = "1",
     .doc = "standard deviation of self-reliance over residents, by neighbourhood",
     .name_nl = "spreiding van eigen kracht, per wijk", .name_en = "spread of self-reliance, by neighbourhood",
     .layman_nl = "Hoe ver mensen in eigen kracht uiteen lopen.",
     .layman_en = "How far people differ in self-reliance.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = self_reliance_sd},
    {.name = "self_reliance_gap", .unit = "1",
     .doc = "mean self-reliance of other incomes less that of low incomes: who is left behind",
     .name_nl = "kloof in eigen kracht", .name_en = "gap in self-reliance",
     .layman_nl = "Het verschil in eigen kracht tussen hogere en lage inkomens: wie blijft achter.",
     .layman_en = "The difference in self-reliance between higher and low incomes: who is left behind.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY}, .headline = true,
     .of_sums = self_reliance_gap},
    {.name = "self_reliance_gap_by_neighbourhood", .unit = "1",
     .doc = "mean self-reliance of other incomes less that of low incomes: who is left behind, by neighbourhood",
     .name_nl = "kloof in eigen kracht, per wijk", .name_en = "gap in self-reliance, by neighbourhood",
     .layman_nl = "Het verschil in eigen kracht tussen hogere en lage inkomens: wie blijft achter.",
     .layman_en = "The difference in self-reliance between higher and low incomes: who is left behind.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = self_reliance_gap},
    {.name = "trust_mean", .unit = "1",
     .doc = "mean trust of residents in the municipality",
     .name_nl = "vertrouwen in de gemeente", .name_en = "trust in the municipality",
     .layman_nl = "Hoeveel vertrouwen inwoners in de gemeente hebben (0 tot 1).",
     .layman_en = "How much residents trust the municipality (0 to 1).",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY}, .headline = true,
     .of_sums = trust_mean},
    {.name = "trust_mean_by_neighbourhood", .unit = "1",
     .doc = "mean trust of residents in the municipality, by neighbourhood",
     .name_nl = "vertrouwen in de gemeente, per wijk", .name_en = "trust in the municipality, by neighbourhood",
     .layman_nl = "Hoeveel vertrouwen inwoners in de gemeente hebben (0 tot 1).",
     .layman_en = "How much residents trust the municipality (0 to 1).",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = trust_mean},
    {.name = "carers_share", .unit = "1",
     .doc = "share of residents of 20 and over who give informal care: at least 1 h/week for 3 months, or 8 h/week",
     .name_nl = "mantelzorgers", .name_en = "informal carers",
     .layman_nl = "Hoe groot deel van de volwassenen mantelzorg geeft.",
     .layman_en = "The part of adults who give informal care.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY}, .headline = true,
     .of_sums = carers_share},
    {.name = "carers_share_by_neighbourhood", .unit = "1",
     .doc = "share of residents of 20 and over who give informal care: at least 1 h/week for 3 months, or 8 h/week, by neighbourhood",
     .name_nl = "mantelzorgers, per wijk", .name_en = "informal carers, by neighbourhood",
     .layman_nl = "Hoe groot deel van de volwassenen mantelzorg geeft.",
     .layman_en = "The part of adults who give informal care.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = carers_share},
    {.name = "carers_heavy_share", .unit = "1",
     .doc = "share of carers who give at least 8 h/week",
     .name_nl = "intensieve mantelzorgers", .name_en = "intensive carers",
     .layman_nl = "Hoe groot deel van de mantelzorgers 8 uur of meer per week geeft.",
     .layman_en = "The part of carers who give 8 hours a week or more.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = carers_heavy_share},
    {.name = "carers_heavy_share_by_neighbourhood", .unit = "1",
     .doc = "share of carers who give at least 8 h/week, by neighbourhood",
     .name_nl = "intensieve mantelzorgers, per wijk", .name_en = "intensive carers, by neighbourhood",
     .layman_nl = "Hoe groot deel van de mantelzorgers 8 uur of meer per week geeft.",
     .layman_en = "The part of carers who give 8 hours a week or more.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = carers_heavy_share},
    {.name = "care_hours_mean", .unit = "hour/week",
     .doc = "mean hours a week of a carer",
     .name_nl = "uren per mantelzorger", .name_en = "hours per carer",
     .layman_nl = "Hoeveel uur per week een mantelzorger gemiddeld geeft.",
     .layman_en = "How many hours a week a carer gives on average.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = care_hours_mean},
    {.name = "care_hours_mean_by_neighbourhood", .unit = "hour/week",
     .doc = "mean hours a week of a carer, by neighbourhood",
     .name_nl = "uren per mantelzorger, per wijk", .name_en = "hours per carer, by neighbourhood",
     .layman_nl = "Hoeveel uur per week een mantelzorger gemiddeld geeft.",
     .layman_en = "How many hours a week a carer gives on average.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = care_hours_mean},
    {.name = "hours_given", .unit = "hour/month",
     .doc = "hours that residents gave to others this month, presence included",
     .name_nl = "gegeven uren", .name_en = "hours given",
     .layman_nl = "Alle uren die inwoners elkaar deze maand gaven.",
     .layman_en = "All hours that residents gave each other this month.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = hours_given},
    {.name = "hours_given_by_neighbourhood", .unit = "hour/month",
     .doc = "hours that residents gave to others this month, presence included, by neighbourhood",
     .name_nl = "gegeven uren, per wijk", .name_en = "hours given, by neighbourhood",
     .layman_nl = "Alle uren die inwoners elkaar deze maand gaven.",
     .layman_en = "All hours that residents gave each other this month.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = hours_given},
    {.name = "strain_mean", .unit = "1",
     .doc = "mean strain of carers",
     .name_nl = "belasting van mantelzorgers", .name_en = "strain of carers",
     .layman_nl = "Hoe zwaar mantelzorgers het hebben (0 tot 1).",
     .layman_en = "How hard carers have it (0 to 1).",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY}, .headline = true,
     .of_sums = strain_mean},
    {.name = "strain_mean_by_neighbourhood", .unit = "1",
     .doc = "mean strain of carers, by neighbourhood",
     .name_nl = "belasting van mantelzorgers, per wijk", .name_en = "strain of carers, by neighbourhood",
     .layman_nl = "Hoe zwaar mantelzorgers het hebben (0 tot 1).",
     .layman_en = "How hard carers have it (0 to 1).",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = strain_mean},
    {.name = "strained_share", .unit = "1",
     .doc = "share of carers above strain 0.6",
     .name_nl = "overbelaste mantelzorgers", .name_en = "overburdened carers",
     .layman_nl = "Hoe groot deel van de mantelzorgers overbelast is.",
     .layman_en = "The part of carers who are overburdened.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = strained_share},
    {.name = "strained_share_by_neighbourhood", .unit = "1",
     .doc = "share of carers above strain 0.6, by neighbourhood",
     .name_nl = "overbelaste mantelzorgers, per wijk", .name_en = "overburdened carers, by neighbourhood",
     .layman_nl = "Hoe groot deel van de mantelzorgers overbelast is.",
     .layman_en = "The part of carers who are overburdened.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = strained_share},
    {.name = "burnout_share", .unit = "1",
     .doc = "share of residents of 20 and over in burnout from caring",
     .name_nl = "uitgevallen mantelzorgers", .name_en = "burnout from caring",
     .layman_nl = "Hoe groot deel van de volwassenen is uitgevallen door zorg voor anderen.",
     .layman_en = "The part of adults who dropped out from caring.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = burnout_share},
    {.name = "burnout_share_by_neighbourhood", .unit = "1",
     .doc = "share of residents of 20 and over in burnout from caring, by neighbourhood",
     .name_nl = "uitgevallen mantelzorgers, per wijk", .name_en = "burnout from caring, by neighbourhood",
     .layman_nl = "Hoe groot deel van de volwassenen is uitgevallen door zorg voor anderen.",
     .layman_en = "The part of adults who dropped out from caring.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = burnout_share},
    {.name = "degree_mean", .unit = "1",
     .doc = "mean support ties a resident counts on, household included; of a fixed sample of 1 in 8 residents",
     .name_nl = "mensen om op te rekenen", .name_en = "people to count on",
     .layman_nl = "Op hoeveel mensen een inwoner gemiddeld kan rekenen.",
     .layman_en = "How many people a resident can count on.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = degree_mean},
    {.name = "degree_mean_by_neighbourhood", .unit = "1",
     .doc = "mean support ties a resident counts on, household included; of a fixed sample of 1 in 8 residents, by neighbourhood",
     .name_nl = "mensen om op te rekenen, per wijk", .name_en = "people to count on, by neighbourhood",
     .layman_nl = "Op hoeveel mensen een inwoner gemiddeld kan rekenen.",
     .layman_en = "How many people a resident can count on.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = degree_mean},
    {.name = "isolated_share", .unit = "1",
     .doc = "share of residents with at most one support tie; of a fixed sample of 1 in 8 residents",
     .name_nl = "mensen vrijwel zonder netwerk", .name_en = "people with hardly a network",
     .layman_nl = "Hoe groot deel van de inwoners op hoogstens één ander kan rekenen.",
     .layman_en = "The part of residents who can count on one other at most.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = isolated_share},
    {.name = "isolated_share_by_neighbourhood", .unit = "1",
     .doc = "share of residents with at most one support tie; of a fixed sample of 1 in 8 residents, by neighbourhood",
     .name_nl = "mensen vrijwel zonder netwerk, per wijk", .name_en = "people with hardly a network, by neighbourhood",
     .layman_nl = "Hoe groot deel van de inwoners op hoogstens één ander kan rekenen.",
     .layman_en = "The part of residents who can count on one other at most.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = isolated_share},
    {.name = "kin_share", .unit = "1",
     .doc = "share of ties outside the household that are kin; of a fixed sample of 1 in 8 residents",
     .name_nl = "aandeel familie", .name_en = "share of kin",
     .layman_nl = "Hoe groot deel van het netwerk buitenshuis familie is.",
     .layman_en = "The part of ties outside the home that are family.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = kin_share},
    {.name = "kin_share_by_neighbourhood", .unit = "1",
     .doc = "share of ties outside the household that are kin; of a fixed sample of 1 in 8 residents, by neighbourhood",
     .name_nl = "aandeel familie, per wijk", .name_en = "share of kin, by neighbourhood",
     .layman_nl = "Hoe groot deel van het netwerk buitenshuis familie is.",
     .layman_en = "The part of ties outside the home that are family.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = kin_share},
    {.name = "local_share", .unit = "1",
     .doc = "share of ties outside the household that stay within the neighbourhood; of a fixed sample of 1 in 8 residents",
     .name_nl = "netwerk in de wijk", .name_en = "ties within the neighbourhood",
     .layman_nl = "Hoe groot deel van het netwerk in de eigen wijk woont.",
     .layman_en = "The part of ties that live in the same neighbourhood.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = local_share},
    {.name = "local_share_by_neighbourhood", .unit = "1",
     .doc = "share of ties outside the household that stay within the neighbourhood; of a fixed sample of 1 in 8 residents, by neighbourhood",
     .name_nl = "netwerk in de wijk, per wijk", .name_en = "ties within the neighbourhood, by neighbourhood",
     .layman_nl = "Hoe groot deel van het netwerk in de eigen wijk woont.",
     .layman_en = "The part of ties that live in the same neighbourhood.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = local_share},
    {.name = "reciprocity", .unit = "1",
     .doc = "share of ties outside the household that are answered; of a fixed sample of 1 in 32 residents",
     .name_nl = "wederkerigheid", .name_en = "reciprocity",
     .layman_nl = "Hoe vaak wie op iemand rekent, ook door die ander wordt genoemd.",
     .layman_en = "How often one who counts on another is counted on in turn.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = reciprocity},
    {.name = "reciprocity_by_neighbourhood", .unit = "1",
     .doc = "share of ties outside the household that are answered; of a fixed sample of 1 in 32 residents, by neighbourhood",
     .name_nl = "wederkerigheid, per wijk", .name_en = "reciprocity, by neighbourhood",
     .layman_nl = "Hoe vaak wie op iemand rekent, ook door die ander wordt genoemd.",
     .layman_en = "How often one who counts on another is counted on in turn.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = reciprocity},
    {.name = "transitivity", .unit = "1",
     .doc = "share of two-paths from ego that a tie of ego closes; of a fixed sample of 1 in 32 residents",
     .name_nl = "hechtheid van netwerken", .name_en = "transitivity",
     .layman_nl = "Hoe vaak vrienden van vrienden ook vrienden zijn.",
     .layman_en = "How often friends of friends are friends.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = transitivity},
    {.name = "transitivity_by_neighbourhood", .unit = "1",
     .doc = "share of two-paths from ego that a tie of ego closes; of a fixed sample of 1 in 32 residents, by neighbourhood",
     .name_nl = "hechtheid van netwerken, per wijk", .name_en = "transitivity, by neighbourhood",
     .layman_nl = "Hoe vaak vrienden van vrienden ook vrienden zijn.",
     .layman_en = "How often friends of friends are friends.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = transitivity},
    {.name = "need_cases", .unit = "1",
     .doc = "needs that are there, of all residents",
     .name_nl = "hulpvragen", .name_en = "needs",
     .layman_nl = "Hoeveel hulpvragen er zijn.",
     .layman_en = "How many needs there are.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = need_cases},
    {.name = "need_cases_by_neighbourhood", .unit = "1",
     .doc = "needs that are there, of all residents, by neighbourhood",
     .name_nl = "hulpvragen, per wijk", .name_en = "needs, by neighbourhood",
     .layman_nl = "Hoeveel hulpvragen er zijn.",
     .layman_en = "How many needs there are.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = need_cases},
    {.name = "need_cases_by_domain", .unit = "1",
     .doc = "needs that are there, of all residents, by domain",
     .name_nl = "hulpvragen, per domein", .name_en = "needs, by domain",
     .layman_nl = "Hoeveel hulpvragen er zijn.",
     .layman_en = "How many needs there are.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = need_cases},
    {.name = "need_share", .unit = "1",
     .doc = "needs per resident",
     .name_nl = "hulpvragen per inwoner", .name_en = "needs per resident",
     .layman_nl = "Hoeveel hulpvragen er per inwoner zijn.",
     .layman_en = "How many needs there are per resident.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY}, .headline = true,
     .of_sums = need_share},
    {.name = "need_share_by_neighbourhood", .unit = "1",
     .doc = "needs per resident, by neighbourhood",
     .name_nl = "hulpvragen per inwoner, per wijk", .name_en = "needs per resident, by neighbourhood",
     .layman_nl = "Hoeveel hulpvragen er per inwoner zijn.",
     .layman_en = "How many needs there are per resident.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = need_share},
    {.name = "need_share_by_domain", .unit = "1",
     .doc = "needs per resident, by domain",
     .name_nl = "hulpvragen per inwoner, per domein", .name_en = "needs per resident, by domain",
     .layman_nl = "Hoeveel hulpvragen er per inwoner zijn.",
     .layman_en = "How many needs there are per resident.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = need_share},
    {.name = "known_share", .unit = "1",
     .doc = "share of needs that the municipality knows",
     .name_nl = "bekende hulpvragen", .name_en = "known needs",
     .layman_nl = "Welk deel van de hulpvragen de gemeente kent.",
     .layman_en = "The part of needs that the municipality knows.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY}, .headline = true,
     .of_sums = known_share},
    {.name = "known_share_by_neighbourhood", .unit = "1",
     .doc = "share of needs that the municipality knows, by neighbourhood",
     .name_nl = "bekende hulpvragen, per wijk", .name_en = "known needs, by neighbourhood",
     .layman_nl = "Welk deel van de hulpvragen de gemeente kent.",
     .layman_en = "The part of needs that the municipality knows.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = known_share},
    {.name = "known_share_by_domain", .unit = "1",
     .doc = "share of needs that the municipality knows, by domain",
     .name_nl = "bekende hulpvragen, per domein", .name_en = "known needs, by domain",
     .layman_nl = "Welk deel van de hulpvragen de gemeente kent.",
     .layman_en = "The part of needs that the municipality knows.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = known_share},
    {.name = "clients_per_1000", .unit = "1/1000",
     .doc = "needs with formal help this month, per 1,000 residents",
     .name_nl = "cliënten per 1000 inwoners", .name_en = "clients per 1,000 residents",
     .layman_nl = "Hoeveel hulpvragen per 1000 inwoners deze maand hulp van een organisatie kregen.",
     .layman_en = "How many needs per 1,000 residents had help from an organisation this month.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY}, .headline = true,
     .of_sums = clients_per_1000},
    {.name = "clients_per_1000_by_neighbourhood", .unit = "1/1000",
     .doc = "needs with formal help this month, per 1,000 residents, by neighbourhood",
     .name_nl = "cliënten per 1000 inwoners, per wijk", .name_en = "clients per 1,000 residents, by neighbourhood",
     .layman_nl = "Hoeveel hulpvragen per 1000 inwoners deze maand hulp van een organisatie kregen.",
     .layman_en = "How many needs per 1,000 residents had help from an organisation this month.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = clients_per_1000},
    {.name = "clients_per_1000_by_domain", .unit = "1/1000",
     .doc = "needs with formal help this month, per 1,000 residents, by domain",
     .name_nl = "cliënten per 1000 inwoners, per domein", .name_en = "clients per 1,000 residents, by domain",
     .layman_nl = "Hoeveel hulpvragen per 1000 inwoners deze maand hulp van een organisatie kregen.",
     .layman_en = "How many needs per 1,000 residents had help from an organisation this month.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = clients_per_1000},
    {.name = "severity_mean", .unit = "1",
     .doc = "mean severity of needs",
     .name_nl = "ernst", .name_en = "severity",
     .layman_nl = "Hoe ernstig hulpvragen gemiddeld zijn (0 tot 1).",
     .layman_en = "How severe needs are on average (0 to 1).",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = severity_mean},
    {.name = "severity_mean_by_neighbourhood", .unit = "1",
     .doc = "mean severity of needs, by neighbourhood",
     .name_nl = "ernst, per wijk", .name_en = "severity, by neighbourhood",
     .layman_nl = "Hoe ernstig hulpvragen gemiddeld zijn (0 tot 1).",
     .layman_en = "How severe needs are on average (0 to 1).",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = severity_mean},
    {.name = "severity_mean_by_domain", .unit = "1",
     .doc = "mean severity of needs, by domain",
     .name_nl = "ernst, per domein", .name_en = "severity, by domain",
     .layman_nl = "Hoe ernstig hulpvragen gemiddeld zijn (0 tot 1).",
     .layman_en = "How severe needs are on average (0 to 1).",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = severity_mean},
    {.name = "spell_mean", .unit = "month",
     .doc = "mean months since onset of the needs that are there",
     .name_nl = "duur tot nu toe", .name_en = "spell so far",
     .layman_nl = "Hoe lang hulpvragen al bestaan.",
     .layman_en = "How long needs have been there.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = spell_mean},
    {.name = "spell_mean_by_neighbourhood", .unit = "month",
     .doc = "mean months since onset of the needs that are there, by neighbourhood",
     .name_nl = "duur tot nu toe, per wijk", .name_en = "spell so far, by neighbourhood",
     .layman_nl = "Hoe lang hulpvragen al bestaan.",
     .layman_en = "How long needs have been there.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = spell_mean},
    {.name = "spell_mean_by_domain", .unit = "month",
     .doc = "mean months since onset of the needs that are there, by domain",
     .name_nl = "duur tot nu toe, per domein", .name_en = "spell so far, by domain",
     .layman_nl = "Hoe lang hulpvragen al bestaan.",
     .layman_en = "How long needs have been there.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = spell_mean},
    {.name = "needs_ended", .unit = "1",
     .doc = "needs that ended this month",
     .name_nl = "beëindigde hulpvragen", .name_en = "needs ended",
     .layman_nl = "Hoeveel hulpvragen deze maand ophielden.",
     .layman_en = "How many needs ended this month.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = needs_ended},
    {.name = "needs_ended_by_neighbourhood", .unit = "1",
     .doc = "needs that ended this month, by neighbourhood",
     .name_nl = "beëindigde hulpvragen, per wijk", .name_en = "needs ended, by neighbourhood",
     .layman_nl = "Hoeveel hulpvragen deze maand ophielden.",
     .layman_en = "How many needs ended this month.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = needs_ended},
    {.name = "needs_ended_by_domain", .unit = "1",
     .doc = "needs that ended this month, by domain",
     .name_nl = "beëindigde hulpvragen, per domein", .name_en = "needs ended, by domain",
     .layman_nl = "Hoeveel hulpvragen deze maand ophielden.",
     .layman_en = "How many needs ended this month.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = needs_ended},
    {.name = "required_hours", .unit = "hour/month",
     .doc = "hours that needs require, R = eta n",
     .name_nl = "nodige uren", .name_en = "hours required",
     .layman_nl = "Hoeveel uur hulp er nodig is.",
     .layman_en = "How many hours of help are needed.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = required_hours},
    {.name = "required_hours_by_neighbourhood", .unit = "hour/month",
     .doc = "hours that needs require, R = eta n, by neighbourhood",
     .name_nl = "nodige uren, per wijk", .name_en = "hours required, by neighbourhood",
     .layman_nl = "Hoeveel uur hulp er nodig is.",
     .layman_en = "How many hours of help are needed.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = required_hours},
    {.name = "required_hours_by_domain", .unit = "hour/month",
     .doc = "hours that needs require, R = eta n, by domain",
     .name_nl = "nodige uren, per domein", .name_en = "hours required, by domain",
     .layman_nl = "Hoeveel uur hulp er nodig is.",
     .layman_en = "How many hours of help are needed.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = required_hours},
    {.name = "own_hours", .unit = "hour/month",
     .doc = "hours that own strength does, O",
     .name_nl = "eigen kracht, uren", .name_en = "hours by own strength",
     .layman_nl = "Hoeveel uur mensen zelf oplossen.",
     .layman_en = "How many hours people solve by themselves.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = own_hours},
    {.name = "own_hours_by_neighbourhood", .unit = "hour/month",
     .doc = "hours that own strength does, O, by neighbourhood",
     .name_nl = "eigen kracht, uren, per wijk", .name_en = "hours by own strength, by neighbourhood",
     .layman_nl = "Hoeveel uur mensen zelf oplossen.",
     .layman_en = "How many hours people solve by themselves.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = own_hours},
    {.name = "own_hours_by_domain", .unit = "hour/month",
     .doc = "hours that own strength does, O, by domain",
     .name_nl = "eigen kracht, uren, per domein", .name_en = "hours by own strength, by domain",
     .layman_nl = "Hoeveel uur mensen zelf oplossen.",
     .layman_en = "How many hours people solve by themselves.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = own_hours},
    {.name = "asked_hours", .unit = "hour/month",
     .doc = "replaceable hours asked of alters",
     .name_nl = "gevraagde uren", .name_en = "hours asked",
     .layman_nl = "Hoeveel uur mensen aan hun netwerk vragen.",
     .layman_en = "How many hours people ask of their network.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = asked_hours},
    {.name = "asked_hours_by_neighbourhood", .unit = "hour/month",
     .doc = "replaceable hours asked of alters, by neighbourhood",
     .name_nl = "gevraagde uren, per wijk", .name_en = "hours asked, by neighbourhood",
     .layman_nl = "Hoeveel uur mensen aan hun netwerk vragen.",
     .layman_en = "How many hours people ask of their network.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = asked_hours},
    {.name = "asked_hours_by_domain", .unit = "hour/month",
     .doc = "replaceable hours asked of alters, by domain",
     .name_nl = "gevraagde uren, per domein", .name_en = "hours asked, by domain",
     .layman_nl = "Hoeveel uur mensen aan hun netwerk vragen.",
     .layman_en = "How many hours people ask of their network.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = asked_hours},
    {.name = "informal_hours", .unit = "hour/month",
     .doc = "replaceable hours that alters gave, I",
     .name_nl = "informele uren", .name_en = "informal hours",
     .layman_nl = "Hoeveel uur naasten gaven.",
     .layman_en = "How many hours people near gave.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY}, .headline = true,
     .of_sums = informal_hours},
    {.name = "informal_hours_by_neighbourhood", .unit = "hour/month",
     .doc = "replaceable hours that alters gave, I, by neighbourhood",
     .name_nl = "informele uren, per wijk", .name_en = "informal hours, by neighbourhood",
     .layman_nl = "Hoeveel uur naasten gaven.",
     .layman_en = "How many hours people near gave.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = informal_hours},
    {.name = "informal_hours_by_domain", .unit = "hour/month",
     .doc = "replaceable hours that alters gave, I, by domain",
     .name_nl = "informele uren, per domein", .name_en = "informal hours, by domain",
     .layman_nl = "Hoeveel uur naasten gaven.",
     .layman_en = "How many hours people near gave.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = informal_hours},
    {.name = "formal_hours", .unit = "hour/month",
     .doc = "client hours of formal support, F",
     .name_nl = "formele uren", .name_en = "formal hours",
     .layman_nl = "Hoeveel uur organisaties gaven.",
     .layman_en = "How many hours organisations gave.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY}, .headline = true,
     .of_sums = formal_hours},
    {.name = "formal_hours_by_neighbourhood", .unit = "hour/month",
     .doc = "client hours of formal support, F, by neighbourhood",
     .name_nl = "formele uren, per wijk", .name_en = "formal hours, by neighbourhood",
     .layman_nl = "Hoeveel uur organisaties gaven.",
     .layman_en = "How many hours organisations gave.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = formal_hours},
    {.name = "formal_hours_by_domain", .unit = "hour/month",
     .doc = "client hours of formal support, F, by domain",
     .name_nl = "formele uren, per domein", .name_en = "formal hours, by domain",
     .layman_nl = "Hoeveel uur organisaties gaven.",
     .layman_en = "How many hours organisations gave.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = formal_hours},
    {.name = "unmet_hours", .unit = "hour/month",
     .doc = "hours required that nobody filled",
     .name_nl = "onvervulde uren", .name_en = "unmet hours",
     .layman_nl = "Hoeveel uur hulp er ontbreekt.",
     .layman_en = "How many hours of help are missing.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY}, .headline = true,
     .of_sums = unmet_hours},
    {.name = "unmet_hours_by_neighbourhood", .unit = "hour/month",
     .doc = "hours required that nobody filled, by neighbourhood",
     .name_nl = "onvervulde uren, per wijk", .name_en = "unmet hours, by neighbourhood",
     .layman_nl = "Hoeveel uur hulp er ontbreekt.",
     .layman_en = "How many hours of help are missing.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = unmet_hours},
    {.name = "unmet_hours_by_domain", .unit = "hour/month",
     .doc = "hours required that nobody filled, by domain",
     .name_nl = "onvervulde uren, per domein", .name_en = "unmet hours, by domain",
     .layman_nl = "Hoeveel uur hulp er ontbreekt.",
     .layman_en = "How many hours of help are missing.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = unmet_hours},
    {.name = "presence_hours", .unit = "hour/month",
     .doc = "presence hours that alters gave, beside the hours required",
     .name_nl = "uren aanwezigheid", .name_en = "presence hours",
     .layman_nl = "Hoeveel uur naasten er gewoon voor iemand waren.",
     .layman_en = "How many hours people near were simply there.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = presence_hours},
    {.name = "presence_hours_by_neighbourhood", .unit = "hour/month",
     .doc = "presence hours that alters gave, beside the hours required, by neighbourhood",
     .name_nl = "uren aanwezigheid, per wijk", .name_en = "presence hours, by neighbourhood",
     .layman_nl = "Hoeveel uur naasten er gewoon voor iemand waren.",
     .layman_en = "How many hours people near were simply there.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = presence_hours},
    {.name = "presence_hours_by_domain", .unit = "hour/month",
     .doc = "presence hours that alters gave, beside the hours required, by domain",
     .name_nl = "uren aanwezigheid, per domein", .name_en = "presence hours, by domain",
     .layman_nl = "Hoeveel uur naasten er gewoon voor iemand waren.",
     .layman_en = "How many hours people near were simply there.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = presence_hours},
    {.name = "own_share", .unit = "1",
     .doc = "share of required hours by own strength",
     .name_nl = "aandeel eigen kracht", .name_en = "share by own strength",
     .layman_nl = "Welk deel mensen zelf dragen.",
     .layman_en = "The part people carry themselves.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = own_share},
    {.name = "own_share_by_neighbourhood", .unit = "1",
     .doc = "share of required hours by own strength, by neighbourhood",
     .name_nl = "aandeel eigen kracht, per wijk", .name_en = "share by own strength, by neighbourhood",
     .layman_nl = "Welk deel mensen zelf dragen.",
     .layman_en = "The part people carry themselves.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = own_share},
    {.name = "own_share_by_domain", .unit = "1",
     .doc = "share of required hours by own strength, by domain",
     .name_nl = "aandeel eigen kracht, per domein", .name_en = "share by own strength, by domain",
     .layman_nl = "Welk deel mensen zelf dragen.",
     .layman_en = "The part people carry themselves.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = own_share},
    {.name = "informal_share", .unit = "1",
     .doc = "share of required hours by alters",
     .name_nl = "aandeel netwerk", .name_en = "share by networks",
     .layman_nl = "Welk deel het netwerk draagt.",
     .layman_en = "The part the network carries.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY}, .headline = true,
     .of_sums = informal_share},
    {.name = "informal_share_by_neighbourhood", .unit = "1",
     .doc = "share of required hours by alters, by neighbourhood",
     .name_nl = "aandeel netwerk, per wijk", .name_en = "share by networks, by neighbourhood",
     .layman_nl = "Welk deel het netwerk draagt.",
     .layman_en = "The part the network carries.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = informal_share},
    {.name = "informal_share_by_domain", .unit = "1",
     .doc = "share of required hours by alters, by domain",
     .name_nl = "aandeel netwerk, per domein", .name_en = "share by networks, by domain",
     .layman_nl = "Welk deel het netwerk draagt.",
     .layman_en = "The part the network carries.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = informal_share},
    {.name = "formal_share", .unit = "1",
     .doc = "share of required hours by formal support",
     .name_nl = "aandeel organisaties", .name_en = "share by organisations",
     .layman_nl = "Welk deel organisaties dragen.",
     .layman_en = "The part organisations carry.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY}, .headline = true,
     .of_sums = formal_share},
    {.name = "formal_share_by_neighbourhood", .unit = "1",
     .doc = "share of required hours by formal support, by neighbourhood",
     .name_nl = "aandeel organisaties, per wijk", .name_en = "share by organisations, by neighbourhood",
     .layman_nl = "Welk deel organisaties dragen.",
     .layman_en = "The part organisations carry.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = formal_share},
    {.name = "formal_share_by_domain", .unit = "1",
     .doc = "share of required hours by formal support, by domain",
     .name_nl = "aandeel organisaties, per domein", .name_en = "share by organisations, by domain",
     .layman_nl = "Welk deel organisaties dragen.",
     .layman_en = "The part organisations carry.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = formal_share},
    {.name = "unmet_share", .unit = "1",
     .doc = "share of required hours that nobody fills",
     .name_nl = "aandeel onvervuld", .name_en = "share unmet",
     .layman_nl = "Welk deel niemand draagt.",
     .layman_en = "The part nobody carries.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY}, .headline = true,
     .of_sums = unmet_share},
    {.name = "unmet_share_by_neighbourhood", .unit = "1",
     .doc = "share of required hours that nobody fills, by neighbourhood",
     .name_nl = "aandeel onvervuld, per wijk", .name_en = "share unmet, by neighbourhood",
     .layman_nl = "Welk deel niemand draagt.",
     .layman_en = "The part nobody carries.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = unmet_share},
    {.name = "unmet_share_by_domain", .unit = "1",
     .doc = "share of required hours that nobody fills, by domain",
     .name_nl = "aandeel onvervuld, per domein", .name_en = "share unmet, by domain",
     .layman_nl = "Welk deel niemand draagt.",
     .layman_en = "The part nobody carries.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = unmet_share},
    {.name = "waiting_share", .unit = "1",
     .doc = "share of known needs without formal hours this month",
     .name_nl = "wachtenden", .name_en = "share waiting",
     .layman_nl = "Welk deel van de bekende hulpvragen nu niets van een organisatie krijgt.",
     .layman_en = "The part of known needs that get nothing from an organisation now.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY}, .headline = true,
     .of_sums = waiting_share},
    {.name = "waiting_share_by_neighbourhood", .unit = "1",
     .doc = "share of known needs without formal hours this month, by neighbourhood",
     .name_nl = "wachtenden, per wijk", .name_en = "share waiting, by neighbourhood",
     .layman_nl = "Welk deel van de bekende hulpvragen nu niets van een organisatie krijgt.",
     .layman_en = "The part of known needs that get nothing from an organisation now.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = waiting_share},
    {.name = "waiting_share_by_domain", .unit = "1",
     .doc = "share of known needs without formal hours this month, by domain",
     .name_nl = "wachtenden, per domein", .name_en = "share waiting, by domain",
     .layman_nl = "Welk deel van de bekende hulpvragen nu niets van een organisatie krijgt.",
     .layman_en = "The part of known needs that get nothing from an organisation now.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = waiting_share},
    {.name = "waiting_months", .unit = "month",
     .doc = "mean months waited of those who wait",
     .name_nl = "wachttijd", .name_en = "months waited",
     .layman_nl = "Hoe lang wie wacht al wacht.",
     .layman_en = "How long those who wait have waited.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = waiting_months},
    {.name = "waiting_months_by_neighbourhood", .unit = "month",
     .doc = "mean months waited of those who wait, by neighbourhood",
     .name_nl = "wachttijd, per wijk", .name_en = "months waited, by neighbourhood",
     .layman_nl = "Hoe lang wie wacht al wacht.",
     .layman_en = "How long those who wait have waited.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = waiting_months},
    {.name = "waiting_months_by_domain", .unit = "month",
     .doc = "mean months waited of those who wait, by domain",
     .name_nl = "wachttijd, per domein", .name_en = "months waited, by domain",
     .layman_nl = "Hoe lang wie wacht al wacht.",
     .layman_en = "How long those who wait have waited.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = waiting_months},
    {.name = "effectiveness", .unit = "1",
     .doc = "effectiveness of formal hours, weighted by hours",
     .name_nl = "werkzaamheid van hulp", .name_en = "effectiveness of help",
     .layman_nl = "Hoe goed een uur hulp van een organisatie werkt (0 tot 1).",
     .layman_en = "How well an hour of formal help works (0 to 1).",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY}, .headline = true,
     .of_sums = effectiveness},
    {.name = "effectiveness_by_neighbourhood", .unit = "1",
     .doc = "effectiveness of formal hours, weighted by hours, by neighbourhood",
     .name_nl = "werkzaamheid van hulp, per wijk", .name_en = "effectiveness of help, by neighbourhood",
     .layman_nl = "Hoe goed een uur hulp van een organisatie werkt (0 tot 1).",
     .layman_en = "How well an hour of formal help works (0 to 1).",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = effectiveness},
    {.name = "effectiveness_by_domain", .unit = "1",
     .doc = "effectiveness of formal hours, weighted by hours, by domain",
     .name_nl = "werkzaamheid van hulp, per domein", .name_en = "effectiveness of help, by domain",
     .layman_nl = "Hoe goed een uur hulp van een organisatie werkt (0 tot 1).",
     .layman_en = "How well an hour of formal help works (0 to 1).",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = effectiveness},
    {.name = "fallen_between", .unit = "1",
     .doc = "known needs above severity 0.4 without any helper for six months",
     .name_nl = "tussen wal en schip", .name_en = "fallen between",
     .layman_nl = "Hoeveel ernstige bekende hulpvragen al een half jaar niemand helpt.",
     .layman_en = "How many severe known needs nobody has helped for half a year.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = fallen_between},
    {.name = "fallen_between_by_neighbourhood", .unit = "1",
     .doc = "known needs above severity 0.4 without any helper for six months, by neighbourhood",
     .name_nl = "tussen wal en schip, per wijk", .name_en = "fallen between, by neighbourhood",
     .layman_nl = "Hoeveel ernstige bekende hulpvragen al een half jaar niemand helpt.",
     .layman_en = "How many severe known needs nobody has helped for half a year.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = fallen_between},
    {.name = "fallen_between_by_domain", .unit = "1",
     .doc = "known needs above severity 0.4 without any helper for six months, by domain",
     .name_nl = "tussen wal en schip, per domein", .name_en = "fallen between, by domain",
     .layman_nl = "Hoeveel ernstige bekende hulpvragen al een half jaar niemand helpt.",
     .layman_en = "How many severe known needs nobody has helped for half a year.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = fallen_between},
    {.name = "talked_share", .unit = "1",
     .doc = "share of known needs that came in by a kitchen-table conversation",
     .name_nl = "via keukentafelgesprek", .name_en = "by kitchen-table conversation",
     .layman_nl = "Welk deel via een keukentafelgesprek bekend werd.",
     .layman_en = "The part that became known by a kitchen-table conversation.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = talked_share},
    {.name = "talked_share_by_neighbourhood", .unit = "1",
     .doc = "share of known needs that came in by a kitchen-table conversation, by neighbourhood",
     .name_nl = "via keukentafelgesprek, per wijk", .name_en = "by kitchen-table conversation, by neighbourhood",
     .layman_nl = "Welk deel via een keukentafelgesprek bekend werd.",
     .layman_en = "The part that became known by a kitchen-table conversation.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = talked_share},
    {.name = "talked_share_by_domain", .unit = "1",
     .doc = "share of known needs that came in by a kitchen-table conversation, by domain",
     .name_nl = "via keukentafelgesprek, per domein", .name_en = "by kitchen-table conversation, by domain",
     .layman_nl = "Welk deel via een keukentafelgesprek bekend werd.",
     .layman_en = "The part that became known by a kitchen-table conversation.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = talked_share},
    {.name = "existing_offer_share", .unit = "1",
     .doc = "share of known needs that were given the existing offer instead of the need",
     .name_nl = "bestaand aanbod", .name_en = "existing offer",
     .layman_nl = "Hoe vaak iemand het bestaande aanbod kreeg in plaats van wat nodig was.",
     .layman_en = "How often somebody got the existing offer instead of what was needed.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = existing_offer_share},
    {.name = "existing_offer_share_by_neighbourhood", .unit = "1",
     .doc = "share of known needs that were given the existing offer instead of the need, by neighbourhood",
     .name_nl = "bestaand aanbod, per wijk", .name_en = "existing offer, by neighbourhood",
     .layman_nl = "Hoe vaak iemand het bestaande aanbod kreeg in plaats van wat nodig was.",
     .layman_en = "How often somebody got the existing offer instead of what was needed.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = existing_offer_share},
    {.name = "existing_offer_share_by_domain", .unit = "1",
     .doc = "share of known needs that were given the existing offer instead of the need, by domain",
     .name_nl = "bestaand aanbod, per domein", .name_en = "existing offer, by domain",
     .layman_nl = "Hoe vaak iemand het bestaande aanbod kreeg in plaats van wat nodig was.",
     .layman_en = "How often somebody got the existing offer instead of what was needed.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = existing_offer_share},
    {.name = "knowledge", .unit = "1",
     .doc = "what the municipality knows of the neighbourhood, K, weighted by residents",
     .name_nl = "kennis van de wijk", .name_en = "knowledge of the neighbourhood",
     .layman_nl = "Hoe goed de gemeente de wijk kent (0 tot 1).",
     .layman_en = "How well the municipality knows the neighbourhood (0 to 1).",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = knowledge},
    {.name = "knowledge_by_neighbourhood", .unit = "1",
     .doc = "what the municipality knows of the neighbourhood, K, weighted by residents, by neighbourhood",
     .name_nl = "kennis van de wijk, per wijk", .name_en = "knowledge of the neighbourhood, by neighbourhood",
     .layman_nl = "Hoe goed de gemeente de wijk kent (0 tot 1).",
     .layman_en = "How well the municipality knows the neighbourhood (0 to 1).",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = knowledge},
    {.name = "conversations", .unit = "1/month",
     .doc = "kitchen-table conversations this month",
     .name_nl = "keukentafelgesprekken", .name_en = "kitchen-table conversations",
     .layman_nl = "Hoeveel keukentafelgesprekken er waren.",
     .layman_en = "How many kitchen-table conversations there were.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = conversations},
    {.name = "conversations_by_neighbourhood", .unit = "1/month",
     .doc = "kitchen-table conversations this month, by neighbourhood",
     .name_nl = "keukentafelgesprekken, per wijk", .name_en = "kitchen-table conversations, by neighbourhood",
     .layman_nl = "Hoeveel keukentafelgesprekken er waren.",
     .layman_en = "How many kitchen-table conversations there were.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = conversations},
    {.name = "births", .unit = "1/month",
     .doc = "births this month",
     .name_nl = "geboorten", .name_en = "births",
     .layman_nl = "Hoeveel kinderen geboren werden.",
     .layman_en = "How many children were born.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = births},
    {.name = "births_by_neighbourhood", .unit = "1/month",
     .doc = "births this month, by neighbourhood",
     .name_nl = "geboorten, per wijk", .name_en = "births, by neighbourhood",
     .layman_nl = "Hoeveel kinderen geboren werden.",
     .layman_en = "How many children were born.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = births},
    {.name = "deaths", .unit = "1/month",
     .doc = "deaths this month",
     .name_nl = "sterfte", .name_en = "deaths",
     .layman_nl = "Hoeveel inwoners overleden.",
     .layman_en = "How many residents died.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = deaths},
    {.name = "deaths_by_neighbourhood", .unit = "1/month",
     .doc = "deaths this month, by neighbourhood",
     .name_nl = "sterfte, per wijk", .name_en = "deaths, by neighbourhood",
     .layman_nl = "Hoeveel inwoners overleden.",
     .layman_en = "How many residents died.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = deaths},
    {.name = "arrivals", .unit = "1/month",
     .doc = "arrivals from outside this month",
     .name_nl = "vestiging", .name_en = "arrivals",
     .layman_nl = "Hoeveel mensen van buiten kwamen.",
     .layman_en = "How many people came from outside.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = arrivals},
    {.name = "arrivals_by_neighbourhood", .unit = "1/month",
     .doc = "arrivals from outside this month, by neighbourhood",
     .name_nl = "vestiging, per wijk", .name_en = "arrivals, by neighbourhood",
     .layman_nl = "Hoeveel mensen van buiten kwamen.",
     .layman_en = "How many people came from outside.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = arrivals},
    {.name = "departures", .unit = "1/month",
     .doc = "departures out of the area this month",
     .name_nl = "vertrek", .name_en = "departures",
     .layman_nl = "Hoeveel mensen weggingen.",
     .layman_en = "How many people left.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = departures},
    {.name = "departures_by_neighbourhood", .unit = "1/month",
     .doc = "departures out of the area this month, by neighbourhood",
     .name_nl = "vertrek, per wijk", .name_en = "departures, by neighbourhood",
     .layman_nl = "Hoeveel mensen weggingen.",
     .layman_en = "How many people left.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = departures},
    {.name = "long_term_care_exits", .unit = "1/month",
     .doc = "residents who left for long-term care this month",
     .name_nl = "naar langdurige zorg", .name_en = "to long-term care",
     .layman_nl = "Hoeveel mensen naar langdurige zorg gingen.",
     .layman_en = "How many people went to long-term care.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = long_term_care_exits},
    {.name = "long_term_care_exits_by_neighbourhood", .unit = "1/month",
     .doc = "residents who left for long-term care this month, by neighbourhood",
     .name_nl = "naar langdurige zorg, per wijk", .name_en = "to long-term care, by neighbourhood",
     .layman_nl = "Hoeveel mensen naar langdurige zorg gingen.",
     .layman_en = "How many people went to long-term care.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = long_term_care_exits},
    {.name = "ties_lost", .unit = "1/month",
     .doc = "ties cut this month by death and leaving",
     .name_nl = "verloren banden", .name_en = "ties lost",
     .layman_nl = "Hoeveel banden deze maand wegvielen.",
     .layman_en = "How many ties were lost this month.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = ties_lost},
    {.name = "ties_lost_by_neighbourhood", .unit = "1/month",
     .doc = "ties cut this month by death and leaving, by neighbourhood",
     .name_nl = "verloren banden, per wijk", .name_en = "ties lost, by neighbourhood",
     .layman_nl = "Hoeveel banden deze maand wegvielen.",
     .layman_en = "How many ties were lost this month.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = ties_lost},
    {.name = "ties_made", .unit = "1/month",
     .doc = "ties made this month",
     .name_nl = "nieuwe banden", .name_en = "ties made",
     .layman_nl = "Hoeveel banden er bij kwamen.",
     .layman_en = "How many ties were made.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = ties_made},
    {.name = "ties_made_by_neighbourhood", .unit = "1/month",
     .doc = "ties made this month, by neighbourhood",
     .name_nl = "nieuwe banden, per wijk", .name_en = "ties made, by neighbourhood",
     .layman_nl = "Hoeveel banden er bij kwamen.",
     .layman_en = "How many ties were made.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = ties_made},
    {.name = "refused_births", .unit = "1",
     .doc = "births, arrivals and moves that found no vacant place since the start; 0 in a sound run",
     .name_nl = "geweigerde plaatsing", .name_en = "refused for want of a place",
     .layman_nl = "Technisch: mensen voor wie geen plek was in het model.",
     .layman_en = "Technical: people for whom the model had no place.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = refused_births},
    {.name = "refused_births_by_neighbourhood", .unit = "1",
     .doc = "births, arrivals and moves that found no vacant place since the start; 0 in a sound run, by neighbourhood",
     .name_nl = "geweigerde plaatsing, per wijk", .name_en = "refused for want of a place, by neighbourhood",
     .layman_nl = "Technisch: mensen voor wie geen plek was in het model.",
     .layman_en = "Technical: people for whom the model had no place.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = refused_births},
    {.name = "gain_ended_low_income", .unit = "1/month",
     .doc = "change of mean self-reliance this month by needs that own or informal help ended, of low incomes",
     .name_nl = "eigen kracht: zelf opgelost, laag inkomen", .name_en = "self-reliance: solved without organisations, low income",
     .layman_nl = "Wat deze oorzaak deze maand met de eigen kracht deed.",
     .layman_en = "What this cause did to self-reliance this month.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = gain_ended_low_income},
    {.name = "gain_ended_low_income_by_neighbourhood", .unit = "1/month",
     .doc = "change of mean self-reliance this month by needs that own or informal help ended, of low incomes, by neighbourhood",
     .name_nl = "eigen kracht: zelf opgelost, laag inkomen, per wijk", .name_en = "self-reliance: solved without organisations, low income, by neighbourhood",
     .layman_nl = "Wat deze oorzaak deze maand met de eigen kracht deed.",
     .layman_en = "What this cause did to self-reliance this month.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = gain_ended_low_income},
    {.name = "gain_ended_other_income", .unit = "1/month",
     .doc = "change of mean self-reliance this month by needs that own or informal help ended, of other incomes",
     .name_nl = "eigen kracht: zelf opgelost, overig inkomen", .name_en = "self-reliance: solved without organisations, other income",
     .layman_nl = "Wat deze oorzaak deze maand met de eigen kracht deed.",
     .layman_en = "What this cause did to self-reliance this month.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = gain_ended_other_income},
    {.name = "gain_ended_other_income_by_neighbourhood", .unit = "1/month",
     .doc = "change of mean self-reliance this month by needs that own or informal help ended, of other incomes, by neighbourhood",
     .name_nl = "eigen kracht: zelf opgelost, overig inkomen, per wijk", .name_en = "self-reliance: solved without organisations, other income, by neighbourhood",
     .layman_nl = "Wat deze oorzaak deze maand met de eigen kracht deed.",
     .layman_en = "What this cause did to self-reliance this month.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = gain_ended_other_income},
    {.name = "gain_link_low_income", .unit = "1/month",
     .doc = "change of mean self-reliance this month by formal help tied to the network, of low incomes",
     .name_nl = "eigen kracht: hulp met het netwerk, laag inkomen", .name_en = "self-reliance: help with the network, low income",
     .layman_nl = "Wat deze oorzaak deze maand met de eigen kracht deed.",
     .layman_en = "What this cause did to self-reliance this month.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = gain_link_low_income},
    {.name = "gain_link_low_income_by_neighbourhood", .unit = "1/month",
     .doc = "change of mean self-reliance this month by formal help tied to the network, of low incomes, by neighbourhood",
     .name_nl = "eigen kracht: hulp met het netwerk, laag inkomen, per wijk", .name_en = "self-reliance: help with the network, low income, by neighbourhood",
     .layman_nl = "Wat deze oorzaak deze maand met de eigen kracht deed.",
     .layman_en = "What this cause did to self-reliance this month.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = gain_link_low_income},
    {.name = "gain_link_other_income", .unit = "1/month",
     .doc = "change of mean self-reliance this month by formal help tied to the network, of other incomes",
     .name_nl = "eigen kracht: hulp met het netwerk, overig inkomen", .name_en = "self-reliance: help with the network, other income",
     .layman_nl = "Wat deze oorzaak deze maand met de eigen kracht deed.",
     .layman_en = "What this cause did to self-reliance this month.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = gain_link_other_income},
    {.name = "gain_link_other_income_by_neighbourhood", .unit = "1/month",
     .doc = "change of mean self-reliance this month by formal help tied to the network, of other incomes, by neighbourhood",
     .name_nl = "eigen kracht: hulp met het netwerk, overig inkomen, per wijk", .name_en = "self-reliance: help with the network, other income, by neighbourhood",
     .layman_nl = "Wat deze oorzaak deze maand met de eigen kracht deed.",
     .layman_en = "What this cause did to self-reliance this month.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = gain_link_other_income},
    {.name = "gain_empowerment_low_income", .unit = "1/month",
     .doc = "change of mean self-reliance this month by empowerment without overload, of low incomes",
     .name_nl = "eigen kracht: aangesproken, laag inkomen", .name_en = "self-reliance: empowered, low income",
     .layman_nl = "Wat deze oorzaak deze maand met de eigen kracht deed.",
     .layman_en = "What this cause did to self-reliance this month.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = gain_empowerment_low_income},
    {.name = "gain_empowerment_low_income_by_neighbourhood", .unit = "1/month",
     .doc = "change of mean self-reliance this month by empowerment without overload, of low incomes, by neighbourhood",
     .name_nl = "eigen kracht: aangesproken, laag inkomen, per wijk", .name_en = "self-reliance: empowered, low income, by neighbourhood",
     .layman_nl = "Wat deze oorzaak deze maand met de eigen kracht deed.",
     .layman_en = "What this cause did to self-reliance this month.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = gain_empowerment_low_income},
    {.name = "gain_empowerment_other_income", .unit = "1/month",
     .doc = "change of mean self-reliance this month by empowerment without overload, of other incomes",
     .name_nl = "eigen kracht: aangesproken, overig inkomen", .name_en = "self-reliance: empowered, other income",
     .layman_nl = "Wat deze oorzaak deze maand met de eigen kracht deed.",
     .layman_en = "What this cause did to self-reliance this month.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = gain_empowerment_other_income},
    {.name = "gain_empowerment_other_income_by_neighbourhood", .unit = "1/month",
     .doc = "change of mean self-reliance this month by empowerment without overload, of other incomes, by neighbourhood",
     .name_nl = "eigen kracht: aangesproken, overig inkomen, per wijk", .name_en = "self-reliance: empowered, other income, by neighbourhood",
     .layman_nl = "Wat deze oorzaak deze maand met de eigen kracht deed.",
     .layman_en = "What this cause did to self-reliance this month.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = gain_empowerment_other_income},
    {.name = "gain_replaced_low_income", .unit = "1/month",
     .doc = "change of mean self-reliance this month by formal hours that replaced what was there, of low incomes",
     .name_nl = "eigen kracht: overgenomen, laag inkomen", .name_en = "self-reliance: taken over, low income",
     .layman_nl = "Wat deze oorzaak deze maand met de eigen kracht deed.",
     .layman_en = "What this cause did to self-reliance this month.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = gain_replaced_low_income},
    {.name = "gain_replaced_low_income_by_neighbourhood", .unit = "1/month",
     .doc = "change of mean self-reliance this month by formal hours that replaced what was there, of low incomes, by neighbourhood",
     .name_nl = "eigen kracht: overgenomen, laag inkomen, per wijk", .name_en = "self-reliance: taken over, low income, by neighbourhood",
     .layman_nl = "Wat deze oorzaak deze maand met de eigen kracht deed.",
     .layman_en = "What this cause did to self-reliance this month.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = gain_replaced_low_income},
    {.name = "gain_replaced_other_income", .unit = "1/month",
     .doc = "change of mean self-reliance this month by formal hours that replaced what was there, of other incomes",
     .name_nl = "eigen kracht: overgenomen, overig inkomen", .name_en = "self-reliance: taken over, other income",
     .layman_nl = "Wat deze oorzaak deze maand met de eigen kracht deed.",
     .layman_en = "What this cause did to self-reliance this month.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = gain_replaced_other_income},
    {.name = "gain_replaced_other_income_by_neighbourhood", .unit = "1/month",
     .doc = "change of mean self-reliance this month by formal hours that replaced what was there, of other incomes, by neighbourhood",
     .name_nl = "eigen kracht: overgenomen, overig inkomen, per wijk", .name_en = "self-reliance: taken over, other income, by neighbourhood",
     .layman_nl = "Wat deze oorzaak deze maand met de eigen kracht deed.",
     .layman_en = "What this cause did to self-reliance this month.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = gain_replaced_other_income},
    {.name = "gain_refused_low_income", .unit = "1/month",
     .doc = "change of mean self-reliance this month by asking and not being helped, of low incomes",
     .name_nl = "eigen kracht: niet geholpen, laag inkomen", .name_en = "self-reliance: not helped, low income",
     .layman_nl = "Wat deze oorzaak deze maand met de eigen kracht deed.",
     .layman_en = "What this cause did to self-reliance this month.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = gain_refused_low_income},
    {.name = "gain_refused_low_income_by_neighbourhood", .unit = "1/month",
     .doc = "change of mean self-reliance this month by asking and not being helped, of low incomes, by neighbourhood",
     .name_nl = "eigen kracht: niet geholpen, laag inkomen, per wijk", .name_en = "self-reliance: not helped, low income, by neighbourhood",
     .layman_nl = "Wat deze oorzaak deze maand met de eigen kracht deed.",
     .layman_en = "What this cause did to self-reliance this month.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = gain_refused_low_income},
    {.name = "gain_refused_other_income", .unit = "1/month",
     .doc = "change of mean self-reliance this month by asking and not being helped, of other incomes",
     .name_nl = "eigen kracht: niet geholpen, overig inkomen", .name_en = "self-reliance: not helped, other income",
     .layman_nl = "Wat deze oorzaak deze maand met de eigen kracht deed.",
     .layman_en = "What this cause did to self-reliance this month.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = gain_refused_other_income},
    {.name = "gain_refused_other_income_by_neighbourhood", .unit = "1/month",
     .doc = "change of mean self-reliance this month by asking and not being helped, of other incomes, by neighbourhood",
     .name_nl = "eigen kracht: niet geholpen, overig inkomen, per wijk", .name_en = "self-reliance: not helped, other income, by neighbourhood",
     .layman_nl = "Wat deze oorzaak deze maand met de eigen kracht deed.",
     .layman_en = "What this cause did to self-reliance this month.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = gain_refused_other_income},
    {.name = "gain_return_low_income", .unit = "1/month",
     .doc = "change of mean self-reliance this month by the slow return to the base, of low incomes",
     .name_nl = "eigen kracht: terugkeer, laag inkomen", .name_en = "self-reliance: return, low income",
     .layman_nl = "Wat deze oorzaak deze maand met de eigen kracht deed.",
     .layman_en = "What this cause did to self-reliance this month.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = gain_return_low_income},
    {.name = "gain_return_low_income_by_neighbourhood", .unit = "1/month",
     .doc = "change of mean self-reliance this month by the slow return to the base, of low incomes, by neighbourhood",
     .name_nl = "eigen kracht: terugkeer, laag inkomen, per wijk", .name_en = "self-reliance: return, low income, by neighbourhood",
     .layman_nl = "Wat deze oorzaak deze maand met de eigen kracht deed.",
     .layman_en = "What this cause did to self-reliance this month.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = gain_return_low_income},
    {.name = "gain_return_other_income", .unit = "1/month",
     .doc = "change of mean self-reliance this month by the slow return to the base, of other incomes",
     .name_nl = "eigen kracht: terugkeer, overig inkomen", .name_en = "self-reliance: return, other income",
     .layman_nl = "Wat deze oorzaak deze maand met de eigen kracht deed.",
     .layman_en = "What this cause did to self-reliance this month.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = gain_return_other_income},
    {.name = "gain_return_other_income_by_neighbourhood", .unit = "1/month",
     .doc = "change of mean self-reliance this month by the slow return to the base, of other incomes, by neighbourhood",
     .name_nl = "eigen kracht: terugkeer, overig inkomen, per wijk", .name_en = "self-reliance: return, other income, by neighbourhood",
     .layman_nl = "Wat deze oorzaak deze maand met de eigen kracht deed.",
     .layman_en = "What this cause did to self-reliance this month.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = gain_return_other_income},
    {.name = "contracted_hours", .unit = "hour/month",
     .doc = "paid hours contracted a month",
     .name_nl = "ingekochte uren", .name_en = "hours contracted",
     .layman_nl = "Hoeveel betaalde uren zijn ingekocht.",
     .layman_en = "How many paid hours are contracted.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = contracted_hours},
    {.name = "contracted_hours_by_neighbourhood", .unit = "hour/month",
     .doc = "paid hours contracted a month, by neighbourhood",
     .name_nl = "ingekochte uren, per wijk", .name_en = "hours contracted, by neighbourhood",
     .layman_nl = "Hoeveel betaalde uren zijn ingekocht.",
     .layman_en = "How many paid hours are contracted.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = contracted_hours},
    {.name = "contracted_hours_by_domain", .unit = "hour/month",
     .doc = "paid hours contracted a month, by domain",
     .name_nl = "ingekochte uren, per domein", .name_en = "hours contracted, by domain",
     .layman_nl = "Hoeveel betaalde uren zijn ingekocht.",
     .layman_en = "How many paid hours are contracted.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = contracted_hours},
    {.name = "paid_hours", .unit = "hour/month",
     .doc = "paid hours used this month, administration included",
     .name_nl = "betaalde uren", .name_en = "paid hours",
     .layman_nl = "Hoeveel betaalde uren zijn gebruikt, met papierwerk.",
     .layman_en = "How many paid hours were used, with paperwork.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = paid_hours},
    {.name = "paid_hours_by_neighbourhood", .unit = "hour/month",
     .doc = "paid hours used this month, administration included, by neighbourhood",
     .name_nl = "betaalde uren, per wijk", .name_en = "paid hours, by neighbourhood",
     .layman_nl = "Hoeveel betaalde uren zijn gebruikt, met papierwerk.",
     .layman_en = "How many paid hours were used, with paperwork.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = paid_hours},
    {.name = "paid_hours_by_domain", .unit = "hour/month",
     .doc = "paid hours used this month, administration included, by domain",
     .name_nl = "betaalde uren, per domein", .name_en = "paid hours, by domain",
     .layman_nl = "Hoeveel betaalde uren zijn gebruikt, met papierwerk.",
     .layman_en = "How many paid hours were used, with paperwork.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = paid_hours},
    {.name = "administration_share", .unit = "1",
     .doc = "share of paid hours that is administration or teamwork",
     .name_nl = "administratie", .name_en = "administration",
     .layman_nl = "Welk deel van de betaalde tijd naar papierwerk en overleg gaat.",
     .layman_en = "The part of paid time that goes to paperwork and meetings.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = administration_share},
    {.name = "administration_share_by_neighbourhood", .unit = "1",
     .doc = "share of paid hours that is administration or teamwork, by neighbourhood",
     .name_nl = "administratie, per wijk", .name_en = "administration, by neighbourhood",
     .layman_nl = "Welk deel van de betaalde tijd naar papierwerk en overleg gaat.",
     .layman_en = "The part of paid time that goes to paperwork and meetings.",
     .axis_count = 1, .axes = {AXIS_NEIGHBOURHOOD},
     .of_sums = administration_share},
    {.name = "administration_share_by_domain", .unit = "1",
     .doc = "share of paid hours that is administration or teamwork, by domain",
     .name_nl = "administratie, per domein", .name_en = "administration, by domain",
     .layman_nl = "Welk deel van de betaalde tijd naar papierwerk en overleg gaat.",
     .layman_en = "The part of paid time that goes to paperwork and meetings.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = administration_share},
    {.name = "steering_chosen", .unit = "1",
     .doc = "chosen steering, 0 tight to 1 facilitating, by domain",
     .name_nl = "gekozen sturing, per domein", .name_en = "steering chosen, by domain",
     .layman_nl = "Hoe de gemeente wil sturen: 0 strak, 1 ruimte gevend.",
     .layman_en = "How the municipality wants to steer: 0 tight, 1 making room.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = steering_chosen},
    {.name = "steering_enacted", .unit = "1",
     .doc = "enacted steering, 0 tight to 1 facilitating, by domain",
     .name_nl = "feitelijke sturing, per domein", .name_en = "steering enacted, by domain",
     .layman_nl = "Hoe de gemeente in feite stuurt: 0 strak, 1 ruimte gevend.",
     .layman_en = "How the municipality steers in fact: 0 tight, 1 making room.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = steering_enacted},
    {.name = "spending", .unit = "euro/month",
     .doc = "euro spent this month",
     .name_nl = "uitgaven", .name_en = "spending",
     .layman_nl = "Hoeveel euro deze maand is uitgegeven.",
     .layman_en = "How many euro were spent this month.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY}, .headline = true,
     .of_sums = spending},
    {.name = "spending_by_domain", .unit = "euro/month",
     .doc = "euro spent this month, by domain",
     .name_nl = "uitgaven, per domein", .name_en = "spending, by domain",
     .layman_nl = "Hoeveel euro deze maand is uitgegeven.",
     .layman_en = "How many euro were spent this month.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = spending},
    {.name = "budget_left", .unit = "euro",
     .doc = "received, carried and moved in, less spent, so far this year",
     .name_nl = "saldo", .name_en = "budget left",
     .layman_nl = "Wat er dit jaar tot nu toe over of tekort is.",
     .layman_en = "What is left or short this year so far.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = budget_left},
    {.name = "budget_left_by_domain", .unit = "euro",
     .doc = "received, carried and moved in, less spent, so far this year, by domain",
     .name_nl = "saldo, per domein", .name_en = "budget left, by domain",
     .layman_nl = "Wat er dit jaar tot nu toe over of tekort is.",
     .layman_en = "What is left or short this year so far.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = budget_left},
    {.name = "budget_moved", .unit = "euro",
     .doc = "euro moved in from (+) or out to (-) other domains so far this year, by domain",
     .name_nl = "verschoven geld, per domein", .name_en = "money moved, by domain",
     .layman_nl = "Hoeveel geld tussen domeinen verschoof.",
     .layman_en = "How much money moved between domains.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = budget_moved},
    {.name = "budget_refused", .unit = "euro",
     .doc = "shortage that no other domain covered so far this year, summed over months, by domain",
     .name_nl = "niet gedekt tekort, per domein", .name_en = "shortage not covered, by domain",
     .layman_nl = "Hoeveel tekort niemand dekte.",
     .layman_en = "How much shortage nobody covered.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = budget_refused},
    {.name = "budget_outside", .unit = "euro",
     .doc = "taken from (+) or given to (-) the rest of the budget at the last close of the year, by domain",
     .name_nl = "van buiten het sociaal domein, per domein", .name_en = "from outside, by domain",
     .layman_nl = "Wat bij het jaareinde van elders kwam of terugging.",
     .layman_en = "What came from elsewhere or went back at the close of the year.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_DOMAIN},
     .of_sums = budget_outside},
    {.name = "staff_asked", .unit = "1",
     .doc = "share of staff hours that levers, control and policy writing ask; above 1 all levers shrink",
     .name_nl = "gevraagde ambtelijke uren", .name_en = "staff hours asked",
     .layman_nl = "Welk deel van de ambtelijke uren de knoppen vragen.",
     .layman_en = "The part of staff hours that the levers ask.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = staff_asked},
    {.name = "staff_talked", .unit = "1",
     .doc = "share of staff hours that conversations took",
     .name_nl = "uren voor gesprekken", .name_en = "staff hours in conversations",
     .layman_nl = "Welk deel van de ambtelijke uren naar gesprekken ging.",
     .layman_en = "The part of staff hours that went to conversations.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = staff_talked},
    {.name = "history", .unit = "1",
     .doc = "history of collaboration, -1 trench warfare to 1 open dealing",
     .name_nl = "geschiedenis van samenwerken", .name_en = "history of collaboration",
     .layman_nl = "Van loopgravenoorlog (-1) tot open omgang (1).",
     .layman_en = "From trench warfare (-1) to open dealing (1).",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY}, .headline = true,
     .of_sums = history},
    {.name = "terms_kept_share", .unit = "1",
     .doc = "share of cases helped within the term of eight weeks, about a year back",
     .name_nl = "termijn gehaald", .name_en = "terms kept",
     .layman_nl = "Hoe vaak hulp binnen acht weken begon.",
     .layman_en = "How often help began within eight weeks.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = terms_kept_share},
    {.name = "alignment_mean", .unit = "1",
     .doc = "mean alignment of institutions with the municipality, weighted by hours",
     .name_nl = "eensgezindheid", .name_en = "alignment",
     .layman_nl = "Hoe ver organisaties en gemeente hetzelfde voor ogen hebben.",
     .layman_en = "How far organisations and municipality share a picture.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY}, .headline = true,
     .of_sums = alignment_mean},
    {.name = "network_position_mean", .unit = "1",
     .doc = "mean network position of organisations",
     .name_nl = "netwerkpositie", .name_en = "network position",
     .layman_nl = "Hoe sterk organisaties met elkaar verbonden zijn.",
     .layman_en = "How strongly organisations are connected.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = network_position_mean},
    {.name = "share_commissioned_supplier", .unit = "1",
     .doc = "share of organisations in the quadrant: commissioned suppliers",
     .name_nl = "aandeel opdrachtnemers", .name_en = "share of commissioned suppliers",
     .layman_nl = "Welk deel van de organisaties in het kwadrant opdrachtnemers staat.",
     .layman_en = "The part of organisations in the quadrant of commissioned suppliers.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = share_commissioned_supplier},
    {.name = "share_directed_chain", .unit = "1",
     .doc = "share of organisations in the quadrant: directed chains",
     .name_nl = "aandeel gestuurde ketens", .name_en = "share of directed chains",
     .layman_nl = "Welk deel van de organisaties in het kwadrant gestuurde ketens staat.",
     .layman_en = "The part of organisations in the quadrant of directed chains.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = share_directed_chain},
    {.name = "share_supported_loner", .unit = "1",
     .doc = "share of organisations in the quadrant: supported loners",
     .name_nl = "aandeel gesteunde solisten", .name_en = "share of supported loners",
     .layman_nl = "Welk deel van de organisaties in het kwadrant gesteunde solisten staat.",
     .layman_en = "The part of organisations in the quadrant of supported loners.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = share_supported_loner},
    {.name = "share_co_producer", .unit = "1",
     .doc = "share of organisations in the quadrant: co-producers",
     .name_nl = "aandeel coproducenten", .name_en = "share of co-producers",
     .layman_nl = "Welk deel van de organisaties in het kwadrant coproducenten staat.",
     .layman_en = "The part of organisations in the quadrant of co-producers.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = share_co_producer},
    {.name = "share_between_quadrants", .unit = "1",
     .doc = "share of organisations in the quadrant: between quadrants",
     .name_nl = "aandeel tussen de kwadranten", .name_en = "share of between quadrants",
     .layman_nl = "Welk deel van de organisaties in het kwadrant tussen de kwadranten staat.",
     .layman_en = "The part of organisations in the quadrant of between quadrants.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = share_between_quadrants},
    {.name = "lost_onsets", .unit = "1",
     .doc = "needs that found no room in the pool since the start; 0 in a sound run",
     .name_nl = "verloren hulpvragen (technisch)", .name_en = "lost onsets (technical)",
     .layman_nl = "Technisch: hulpvragen waarvoor het model geen ruimte had.",
     .layman_en = "Technical: needs for which the model had no room.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = lost_onsets},
    {.name = "lost_events", .unit = "1",
     .doc = "events that found no room since the start; 0 in a sound run",
     .name_nl = "verloren gebeurtenissen (technisch)", .name_en = "lost events (technical)",
     .layman_nl = "Technisch: gebeurtenissen waarvoor het model geen ruimte had.",
     .layman_en = "Technical: events for which the model had no room.",
     .axis_count = 1, .axes = {AXIS_MUNICIPALITY},
     .of_sums = lost_events},
    {.name = "lever_effective", .unit = "1",
     .doc = "levers as the staff can carry them, weighted by residents",
     .name_nl = "werkende hefbomen", .name_en = "effective levers",
     .layman_nl = "Hoe ver elke hefboom werkelijk open staat.",
     .layman_en = "How far each lever is really open.",
     .axis_count = 2, .axes = {AXIS_MUNICIPALITY, AXIS_LEVER},
     .of_sums = lever_effective},
    {.name = "organisation_position", .unit = "1",
     .doc = "network position, 0 stand-alone to 1 networked",
     .name_nl = "netwerkpositie per organisatie", .name_en = "network position by organisation",
     .layman_nl = "Hoe sterk deze organisatie met andere verbonden is.",
     .layman_en = "How strongly this organisation is connected.",
     .axis_count = 1, .axes = {AXIS_ORGANISATION},
     .of_organisation = organisation_position},
    {.name = "organisation_steering", .unit = "1",
     .doc = "hour-weighted enacted steering it works under",
     .name_nl = "sturing per organisatie", .name_en = "steering by organisation",
     .layman_nl = "Onder welke sturing deze organisatie werkt.",
     .layman_en = "Under which steering this organisation works.",
     .axis_count = 1, .axes = {AXIS_ORGANISATION},
     .of_organisation = organisation_steering},
    {.name = "organisation_quadrant", .unit = "1",
     .doc = "quadrant: 0 commissioned supplier, 1 directed chain, 2 supported loner, 3 co-producer, 4 between",
     .name_nl = "kwadrant per organisatie", .name_en = "quadrant by organisation",
     .layman_nl = "In welk kwadrant deze organisatie staat.",
     .layman_en = "In which quadrant this organisation is.",
     .axis_count = 1, .axes = {AXIS_ORGANISATION},
     .of_organisation = organisation_quadrant},
    {.name = "organisation_trust", .unit = "1",
     .doc = "trust in the municipality",
     .name_nl = "vertrouwen per organisatie", .name_en = "trust by organisation",
     .layman_nl = "Hoeveel vertrouwen deze organisatie in de gemeente heeft.",
     .layman_en = "How much this organisation trusts the municipality.",
     .axis_count = 1, .axes = {AXIS_ORGANISATION},
     .of_organisation = organisation_trust},
    {.name = "organisation_alignment", .unit = "1",
     .doc = "alignment with the municipality",
     .name_nl = "eensgezindheid per organisatie", .name_en = "alignment by organisation",
     .layman_nl = "Hoe ver deze organisatie en de gemeente hetzelfde voor ogen hebben.",
     .layman_en = "How far this organisation and the municipality share a picture.",
     .axis_count = 1, .axes = {AXIS_ORGANISATION},
     .of_organisation = organisation_alignment},
    {.name = "organisation_hours", .unit = "hour/month",
     .doc = "client hours given this month",
     .name_nl = "uren per organisatie", .name_en = "hours by organisation",
     .layman_nl = "Hoeveel uur deze organisatie gaf.",
     .layman_en = "How many hours this organisation gave.",
     .axis_count = 1, .axes = {AXIS_ORGANISATION},
     .of_organisation = organisation_hours},
    {.name = "organisation_reserve", .unit = "euro",
     .doc = "reserve",
     .name_nl = "reserve per organisatie", .name_en = "reserve by organisation",
     .layman_nl = "Hoeveel reserve deze organisatie heeft.",
     .layman_en = "How much reserve this organisation has.",
     .axis_count = 1, .axes = {AXIS_ORGANISATION},
     .of_organisation = organisation_reserve},
};
/* clang-format on */

const size_t variable_count = sizeof variables / sizeof *variables;

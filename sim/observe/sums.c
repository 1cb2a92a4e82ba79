#include "observe/sums.h"

#include <string.h>

#include "base/prefetch.h"

/* Networks change slowly: they are measured on a fixed sample of residents, one
 * in eight for counts of ties, one in 64 for what also reads the alters' ties. */
enum { SAMPLE = 8, SAMPLE_WIDE = 64, CARE_UNITS = 69 /* one hour a week, in 1/16 h a month */ };

static const double WEEKS = 52.0 / 12;

/* Around one resident: ties outside the household that are mutual, and two-paths over all ties that
 * are closed. */
static void sample_ties(double *people, const struct world *world, size_t ego)
{
    const struct ties *ties = &world->ties;
    const uint32_t *alter = ties->alter + ego * TIE_SLOTS;
    for (size_t k = 0; k < TIE_SLOTS && alter[k] != 0; k++) {
        const size_t via = tie_place(alter[k]);
        if (tie_kind(alter[k]) != TIE_HOUSEHOLD) {
            people[SAMPLE_TIES] += 1;
            people[SAMPLE_MUTUAL] += ties_has(ties, via, (uint32_t)ego);
        }
        const uint32_t *further = ties->alter + via * TIE_SLOTS;
        for (size_t l = 0; l < TIE_SLOTS && further[l] != 0; l++) {
            const uint32_t end = tie_place(further[l]);
            if (end == ego)
                continue;
            people[SAMPLE_PATHS] += 1;
            people[SAMPLE_CLOSED] += ties_has(ties, ego, end);
        }
    }
}

static void measure_ties(double *people, const struct world *world, size_t i, uint32_t first,
                         uint32_t end)
{
    const uint32_t *alter = world->ties.alter + i * TIE_SLOTS;
    size_t degree = 0;
    for (; degree < TIE_SLOTS && alter[degree] != 0; degree++) {
        const enum tie_kind kind = tie_kind(alter[degree]);
        const uint32_t place = tie_place(alter[degree]);
        people[PEOPLE_KIN] += kind == TIE_KIN;
        if (kind != TIE_HOUSEHOLD)
            people[place >= first && place < end ? PEOPLE_LOCAL : PEOPLE_ABROAD] += 1;
    }
    people[SAMPLE_PEOPLE] += 1;
    people[PEOPLE_TIES] += (double)degree;
    people[PEOPLE_TIES_SQUARED] += (double)(degree * degree);
    people[PEOPLE_ISOLATED] += degree <= 1;
    people[PEOPLE_DEGREE + degree] += 1;
}

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

/* What every resident of a block adds. The parts of a real are added apart, four at
 * a time, in an order that no thread changes. */
enum { PARTS = 4 };
struct everyone {
    double s[PARTS], squares[PARTS], s_low[PARTS], trust[PARTS], trust_low[PARTS];
    uint32_t count, low, grown, adults, older, elderly, years, given, needy, hidden;
};

static void count_people(struct everyone *all, const struct residents *residents, size_t first,
                         size_t length, int month)
{
    const uint32_t *restrict id = residents->id + first;
    const int16_t *restrict birth = residents->birth + first;
    const uint16_t *restrict given = residents->given + first;
    const uint8_t *restrict traits = residents->traits + first;
    const uint8_t *restrict needs = residents->needs + first;
    const uint8_t *restrict known = residents->known + first;
    uint32_t count = 0, low = 0, grown = 0, adults = 0, older = 0, elderly = 0, years = 0,
             hours = 0, needy = 0, hidden = 0;
    for (size_t i = 0; i < length; i++) {
        const uint32_t here = id[i] != 0, age = (uint16_t)(month - birth[i]) / 12 * here;
        count += here;
        low += here & ((traits[i] & TRAIT_LOW_INCOME) != 0);
        grown += age >= ADULT_FROM;
        adults += age >= 20;
        older += age >= OLDER_FROM;
        elderly += age >= OLD_FROM;
        years += age;
        hours += here * given[i];
        needy += here & (needs[i] != 0);
        hidden += here & ((needs[i] & ~known[i]) != 0);
    }
    *all = (struct everyone){.count = count,
                             .low = low,
                             .grown = grown,
                             .adults = adults,
                             .older = older,
                             .elderly = elderly,
                             .years = years,
                             .given = hours,
                             .needy = needy,
                             .hidden = hidden};
}

/* Sums of reals: the last places of the block that fill no four are added one by one. */
static void add_reals(struct everyone *all, const struct residents *residents, size_t first,
                      size_t length)
{
    const uint32_t *restrict id = residents->id + first;
    const uint8_t *restrict traits = residents->traits + first;
    const float *restrict self_reliance = residents->self_reliance + first;
    const float *restrict trust = residents->trust + first;
    for (size_t i = 0; i < length; i += PARTS)
        for (size_t k = 0; k < PARTS && i + k < length; k++) {
            const double here = id[i + k] != 0;
            const double low = (traits[i + k] & TRAIT_LOW_INCOME) != 0;
            const double s = here * (double)self_reliance[i + k];
            all->s[k] += s;
            all->squares[k] += s * s;
            all->s_low[k] += low * s;
            const double t = here * (double)trust[i + k];
            all->trust[k] += t;
            all->trust_low[k] += low * t;
        }
}

static double added(const double *parts)
{
    return (parts[0] + parts[1]) + (parts[2] + parts[3]);
}

static void add_everyone(double *people, const struct everyone *all)
{
    people[PEOPLE] += all->count;
    people[PEOPLE_LOW_INCOME] += all->low;
    people[PEOPLE_18] += all->grown;
    people[PEOPLE_20] += all->adults;
    people[PEOPLE_65] += all->older;
    people[PEOPLE_80] += all->elderly;
    people[PEOPLE_AGE] += all->years;
    people[PEOPLE_HOURS_GIVEN] += all->given / 16.0;
    people[PEOPLE_NEEDY] += all->needy;
    people[PEOPLE_HIDDEN] += all->hidden;
    people[PEOPLE_SELF_RELIANCE] += added(all->s);
    people[PEOPLE_SELF_RELIANCE_SQUARED] += added(all->squares);
    people[PEOPLE_SELF_RELIANCE_LOW] += added(all->s_low);
    people[PEOPLE_TRUST] += added(all->trust);
    people[PEOPLE_TRUST_LOW] += added(all->trust_low);
}

/* The residents of the samples, the same in every month: their number. */
static size_t list_sample(const uint32_t *id, size_t first, size_t length, uint32_t *sample)
{
    size_t count = 0;
    for (size_t i = first; i < first + length; i++) {
        sample[count] = (uint32_t)i; /* written over unless it is one */
        count += (digest_mix(id[i]) % SAMPLE == 0) & (id[i] != 0);
    }
    return count;
}

static bool wide(const struct residents *residents, uint32_t i)
{
    return digest_mix(residents->id[i]) % SAMPLE_WIDE == 0;
}

/* Asks early for the ties of those to come, and then for those of their alters. */
static void look_ahead(const struct world *world, const uint32_t *sample, size_t left)
{
    enum { SOON = 4, LATER = 12 };
    if (left <= LATER)
        return;
    prefetch(world->ties.alter + (size_t)sample[LATER] * TIE_SLOTS);
    const uint32_t *alter = world->ties.alter + (size_t)sample[SOON] * TIE_SLOTS;
    for (size_t k = 0; k < TIE_SLOTS && alter[k] != 0 && wide(&world->residents, sample[SOON]); k++)
        prefetch(world->ties.alter + (size_t)tie_place(alter[k]) * TIE_SLOTS);
}

static void measure_samples(double *people, const struct world *world, size_t b)
{
    uint32_t sample[BLOCK_PLACES + 1];
    const size_t n = world->blocks.neighbourhood[b];
    const uint32_t start = world->neighbourhoods.first[n];
    const uint32_t end = start + world->neighbourhoods.places[n];
    const size_t count =
        list_sample(world->residents.id, world->blocks.first[b], world->blocks.length[b], sample);
    for (size_t k = 0; k < count; k++) {
        look_ahead(world, sample + k, count - k);
        measure_ties(people, world, sample[k], start, end);
        if (wide(&world->residents, sample[k]))
            sample_ties(people, world, sample[k]);
    }
}

static void measure_people(double *people, const struct spel_model *model, size_t b)
{
    const struct world *world = &model->world;
    const struct residents *residents = &world->residents;
    const size_t first = world->blocks.first[b], length = world->blocks.length[b];
    const int month = (int)model->now.month;
    struct everyone all;
    count_people(&all, residents, first, length, month);
    add_reals(&all, residents, first, length);
    add_everyone(people, &all);
    for (size_t i = first; i < first + length; i++)
        if (((residents->given[i] >= CARE_UNITS) | (residents->burnout[i] > 0)) &&
            residents->id[i] != 0)
            measure_carer(people, residents, i, (month - residents->birth[i]) / 12);
    measure_samples(people, world, b);
}

void sums_measure(struct sums *sums, const struct spel_model *model, size_t b)
{
    memset(sums->people, 0, sizeof sums->people);
    memset(sums->needs, 0, sizeof sums->needs);
    measure_people(sums->people, model, b);
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

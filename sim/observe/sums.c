#include "observe/sums.h"

#include <string.h>

#include "process/formal_pay.h"
#include "world/hours.h"

/* Networks change slowly: they are measured on a fixed sample of residents, one
 * in eight for counts of ties, one in 64 for what also reads the alters' ties. */
enum { SAMPLE = 8, SAMPLE_WIDE = 64, CARE_UNITS = 69 /* one hour a week, in 1/16 h a month */ };

static const double WEEKS = 52.0 / 12;

/* Mutual ties and closed two-paths around one resident. */
static void sample_ties(double *people, const struct world *world, size_t ego)
{
    const struct ties *ties = &world->ties;
    const uint32_t *alter = ties->alter + ego * TIE_SLOTS;
    for (size_t k = 0; k < TIE_SLOTS && alter[k] != 0; k++) {
        if (tie_kind(alter[k]) == TIE_HOUSEHOLD)
            continue;
        const size_t via = tie_place(alter[k]);
        people[SAMPLE_TIES] += 1;
        people[SAMPLE_MUTUAL] += ties_has(ties, via, (uint32_t)ego);
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
    people[PEOPLE_ISOLATED] += degree <= 1;
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

static void measure_needy(double *people, const struct world *world, size_t i)
{
    const struct residents *residents = &world->residents;
    people[PEOPLE_NEEDY] += 1;
    people[PEOPLE_HIDDEN] += (residents->needs[i] & ~residents->known[i]) != 0;
    people[PEOPLE_COMPLEXITY] += world->needs.complexity[residents->first_need[i]] / 255.0;
}

/* What every resident adds, apart, so that it stays in registers. */
struct everyone {
    double s, squares, s_low, trust;
    long count, low, adults, elderly, years, given;
};

static inline void count_one(struct everyone *all, const struct residents *residents, size_t i,
                             int month)
{
    const double s = residents->self_reliance[i];
    const int low = residents->traits[i] & TRAIT_LOW_INCOME;
    const int years = (month - residents->birth[i]) / 12;
    all->count++;
    all->low += low;
    all->adults += years >= 20;
    all->elderly += years >= 80;
    all->years += years;
    all->given += residents->given[i];
    all->s += s;
    all->squares += s * s;
    all->s_low += low ? s : 0;
    all->trust += residents->trust[i];
}

static void add_everyone(double *people, const struct everyone *all)
{
    people[PEOPLE] += (double)all->count;
    people[PEOPLE_LOW_INCOME] += (double)all->low;
    people[PEOPLE_20] += (double)all->adults;
    people[PEOPLE_80] += (double)all->elderly;
    people[PEOPLE_AGE] += (double)all->years;
    people[PEOPLE_HOURS_GIVEN] += (double)all->given / 16;
    people[PEOPLE_SELF_RELIANCE] += all->s;
    people[PEOPLE_SELF_RELIANCE_SQUARED] += all->squares;
    people[PEOPLE_SELF_RELIANCE_LOW] += all->s_low;
    people[PEOPLE_TRUST] += all->trust;
}

static void measure_people(double *people, const struct spel_model *model, size_t b)
{
    const struct world *world = &model->world;
    const struct residents *residents = &world->residents;
    const size_t n = world->blocks.neighbourhood[b];
    const uint32_t start = world->neighbourhoods.first[n];
    const uint32_t end = start + world->neighbourhoods.places[n];
    const uint32_t first = world->blocks.first[b];
    const int month = (int)model->now.month;
    struct everyone all = {0};
    for (size_t i = first; i < first + world->blocks.length[b]; i++) {
        if (residents->id[i] == 0)
            continue;
        count_one(&all, residents, i, month);
        if (residents->needs[i])
            measure_needy(people, world, i);
        if (residents->given[i] >= CARE_UNITS || residents->burnout[i] > 0)
            measure_carer(people, residents, i, (month - residents->birth[i]) / 12);
        const uint64_t lot = digest_mix(residents->id[i]);
        if (lot % SAMPLE == 0)
            measure_ties(people, world, i, start, end);
        if (lot % SAMPLE_WIDE == 0)
            sample_ties(people, world, i);
    }
    add_everyone(people, &all);
}

static void measure_need(double *sums, const struct spel_model *model, uint32_t row)
{
    const struct needs *needs = &model->world.needs;
    const struct residents *residents = &model->world.residents;
    const int d = needs->domain[row];
    if (needs->flags[row] & NEED_ENDED) {
        sums[NEED_ENDS] += 1;
        sums[NEED_ENDS_BY_HELP] += formal_pay_ended(&model->world, row);
        return;
    }
    const bool known = residents->known[needs->resident[row]] >> d & 1;
    const double required = hours_required(&model->scenario->params.hours, d, needs->severity[row]);
    const double net = needs->net[row] < required ? needs->net[row] : required;
    sums[NEED_CASES] += 1;
    sums[NEED_SEVERITY] += needs->severity[row];
    sums[NEED_SPELL] += needs->spell[row];
    sums[NEED_REQUIRED] += required;
    sums[NEED_OWN] += required - net;
    sums[NEED_ASKED] += needs->asked[row];
    sums[NEED_INFORMAL] += needs->informal[row];
    sums[NEED_FORMAL] += needs->formal[row];
    sums[NEED_UNMET] += net - needs->informal[row] - needs->formal[row];
    sums[NEED_PRESENCE] += needs->presence[row];
    if (!known)
        return;
    sums[NEED_KNOWN] += 1;
    sums[NEED_TALKED] += (needs->flags[row] & NEED_CONVERSATION) != 0;
    sums[NEED_OFFERED] += (needs->flags[row] & NEED_EXISTING_OFFER) != 0;
    sums[NEED_BETWEEN] += needs->alone[row] >= 6;
    if (needs->formal[row] > 0) {
        sums[NEED_SERVED] += 1;
        sums[NEED_EFFECTIVE] += (double)needs->formal[row] * needs->effectiveness[row];
    } else {
        sums[NEED_WAITING] += 1;
        sums[NEED_WAITING_MONTHS] += needs->waiting[row];
    }
}

void sums_measure(struct sums *sums, const struct spel_model *model, size_t b)
{
    const struct world *world = &model->world;
    memset(sums->people, 0, sizeof sums->people);
    memset(sums->needs, 0, sizeof sums->needs);
    measure_people(sums->people, model, b);
    const uint32_t first = world->blocks.first_row[b];
    for (uint32_t row = first; row < first + world->blocks.row_count[b]; row++)
        measure_need(sums->needs[world->needs.domain[row]], model, row);
    for (size_t d = 0; d < DOMAINS; d++)
        for (size_t q = 0; q < NEED_SUMS; q++)
            sums->needs[DOMAINS][q] += sums->needs[d][q];
}

void sums_add(struct sums *sums, const struct sums *part)
{
    for (size_t p = 0; p < PEOPLE_SUMS; p++)
        sums->people[p] += part->people[p];
    for (size_t d = 0; d <= DOMAINS; d++)
        for (size_t q = 0; q < NEED_SUMS; q++)
            sums->needs[d][q] += part->needs[d][q];
}

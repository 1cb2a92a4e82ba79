#include "observe/sums.h"
#include "process/formal_pay.h"
#include "world/hours.h"

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
    sums[NEED_INITIATIVE] += needs->initiative[row];
    sums[NEED_PLACED] += needs->place[row] != NO_PLACE && needs->place[row] != PLACE_JOB;
    sums[NEED_PLACE] += hours_of_place(needs, row);
    sums[NEED_UNMET] += net - hours_from_people(needs, row) - needs->formal[row];
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

/* Needs are added for each age, income and domain apart. */
struct cells {
    double sums[LIVES][INCOMES][DOMAINS][NEED_SUMS];
};

static enum life life_of(const struct residents *residents, uint32_t i, int month)
{
    const int years = (month - residents->birth[i]) / 12;
    return (enum life)((years >= ADULT_FROM) + (years >= OLDER_FROM) + (years >= OLD_FROM));
}

/* By domain, by income and by age from what was added for all at once. */
static void add_groups(double needs[SUMS_GROUPS][NEED_SUMS], const struct cells *cells)
{
    for (size_t a = 0; a < LIVES; a++)
        for (size_t k = 0; k < INCOMES; k++)
            for (size_t d = 0; d < DOMAINS; d++)
                for (size_t q = 0; q < NEED_SUMS; q++) {
                    const double sum = cells->sums[a][k][d][q];
                    needs[d][q] += sum;
                    needs[SUMS_INCOME + k][q] += sum;
                    needs[SUMS_AGE + a][q] += sum;
                }
    for (size_t d = 0; d < DOMAINS; d++)
        for (size_t q = 0; q < NEED_SUMS; q++)
            needs[DOMAINS][q] += needs[d][q];
}

void sums_measure_needs(struct sums *sums, const struct spel_model *model, size_t b)
{
    const struct world *world = &model->world;
    const struct needs *needs = &world->needs;
    const struct residents *residents = &world->residents;
    struct cells cells = {{{{{0}}}}};
    const uint32_t first = world->blocks.first_row[b];
    for (uint32_t row = first; row < first + world->blocks.row_count[b]; row++) {
        const uint32_t i = needs->resident[row];
        const enum life life = life_of(residents, i, (int)model->now.month);
        const enum income income =
            residents->traits[i] & TRAIT_LOW_INCOME ? INCOME_LOW : INCOME_OTHER;
        measure_need(cells.sums[life][income][needs->domain[row]], model, row);
        if (needs->next[row] == COLUMN_NONE) /* once for each resident */
            sums->people[PEOPLE_COMPLEXITY] += needs->complexity[row] / 255.0;
    }
    add_groups(sums->needs, &cells);
}

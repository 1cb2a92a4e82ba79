#include "observe/sums.h"

#include <string.h>

#include "process/formal_pay.h"
#include "world/hours.h"

/* Sums of one age, income and domain: numbers of needs are counted and what is not whole is
 * added, each under its own sum, and the other is 0 there. */
struct cell {
    double added[NEED_SUMS];
    uint32_t counted[NEED_SUMS];
};

static void measure_ended(struct cell *cell, const struct world *world, uint32_t row)
{
    cell->counted[NEED_ENDS] += 1;
    cell->counted[NEED_ENDS_BY_HELP] += formal_pay_ended(world, row);
}

/* What the municipality sees of a need, without a branch: whether it knows it cannot be
 * foreseen. */
static void measure_known(struct cell *cell, const struct needs *needs, uint32_t row,
                          uint32_t known)
{
    const uint32_t served = known & (needs->formal[row] > 0), waits = known ^ served;
    cell->counted[NEED_KNOWN] += known;
    cell->counted[NEED_TALKED] += known & ((needs->flags[row] & NEED_CONVERSATION) != 0);
    cell->counted[NEED_OFFERED] += known & ((needs->flags[row] & NEED_EXISTING_OFFER) != 0);
    cell->counted[NEED_BETWEEN] += known & (needs->alone[row] >= 6);
    cell->counted[NEED_SERVED] += served;
    cell->counted[NEED_WAITING] += waits;
    cell->counted[NEED_WAITING_MONTHS] += waits * needs->waiting[row];
    cell->added[NEED_EFFECTIVE] +=
        served * ((double)needs->formal[row] * needs->effectiveness[row]);
}

static void measure_need(struct cell *cell, const struct spel_model *model, uint32_t row)
{
    const struct needs *needs = &model->world.needs;
    const int d = needs->domain[row];
    const uint32_t known = model->world.residents.known[needs->resident[row]] >> d & 1;
    const double required = hours_required(&model->scenario->params.hours, d, needs->severity[row]);
    const double net = needs->net[row] < required ? needs->net[row] : required;
    cell->counted[NEED_CASES] += 1;
    cell->counted[NEED_SPELL] += needs->spell[row];
    cell->counted[NEED_PLACED] +=
        (needs->place[row] != NO_PLACE) & (needs->place[row] != PLACE_JOB);
    cell->added[NEED_SEVERITY] += needs->severity[row];
    cell->added[NEED_REQUIRED] += required;
    cell->added[NEED_OWN] += required - net;
    cell->added[NEED_ASKED] += needs->asked[row];
    cell->added[NEED_INFORMAL] += needs->informal[row];
    cell->added[NEED_FORMAL] += needs->formal[row];
    cell->added[NEED_INITIATIVE] += needs->initiative[row];
    cell->added[NEED_PLACE] += hours_of_place(needs, row);
    cell->added[NEED_UNMET] += net - hours_from_people(needs, row) - needs->formal[row];
    cell->added[NEED_PRESENCE] += needs->presence[row];
    measure_known(cell, needs, row, known);
}

/* Needs are added for each age, income and domain apart. */
struct cells {
    struct cell of[LIVES][INCOMES][DOMAINS];
};

static enum life life_of(const struct residents *residents, uint32_t i, int month)
{
    const int months = month - residents->birth[i];
    return (enum life)((months >= 12 * ADULT_FROM) + (months >= 12 * OLDER_FROM) +
                       (months >= 12 * OLD_FROM));
}

/* By domain, by income and by age from what was added for all at once. */
static void add_groups(double needs[SUMS_GROUPS][NEED_SUMS], const struct cells *cells)
{
    for (size_t a = 0; a < LIVES; a++)
        for (size_t k = 0; k < INCOMES; k++)
            for (size_t d = 0; d < DOMAINS; d++)
                for (size_t q = 0; q < NEED_SUMS; q++) {
                    const struct cell *cell = &cells->of[a][k][d];
                    const double sum = cell->added[q] + cell->counted[q];
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
    struct cells cells;
    double complexity = 0;
    memset(&cells, 0, sizeof cells);
    const uint32_t first = world->blocks.first_row[b];
    for (uint32_t row = first; row < first + world->blocks.row_count[b]; row++) {
        const uint32_t i = needs->resident[row];
        const enum life life = life_of(residents, i, (int)model->now.month);
        const enum income income =
            residents->traits[i] & TRAIT_LOW_INCOME ? INCOME_LOW : INCOME_OTHER;
        struct cell *cell = &cells.of[life][income][needs->domain[row]];
        const int last = needs->next[row] == COLUMN_NONE; /* once for each resident */
        complexity += last * needs->complexity[row] / 255.0;
        if (needs->flags[row] & NEED_ENDED)
            measure_ended(cell, world, row);
        else
            measure_need(cell, model, row);
    }
    sums->people[PEOPLE_COMPLEXITY] += complexity;
    add_groups(sums->needs, &cells);
}

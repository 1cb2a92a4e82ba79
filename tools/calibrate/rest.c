#include "rest.h"

#include <stdio.h>
#include <stdlib.h>

#include "wave.h"

enum { YEAR = 12, BANDS = 7, HOUSEHOLDS = 6, CELLS = BANDS * HOUSEHOLDS };

/* Residents of one age and place in a household, with their ties to others than the household. */
struct cell {
    double people, outside, kin;
};

/* What ties are like on one day. */
struct day {
    struct cell cells[CELLS];
    double people, ties, outside, kin, local, answered, paths, closed;
};

/* A tie outside the household that was there, or begun, by kin and others, a year. */
enum end { PARTED, MADE, DROPPED, ALTER_GONE, EGO_GONE, ENDS };

/* Who was there on one day, and their ties. */
struct census {
    struct wave wave;
    uint32_t *ids; /* of everybody, rising */
    size_t people;
};

static size_t age_of(int years)
{
    static const int first[BANDS] = {0, 15, 25, 35, 50, 65, 80};
    size_t age = 0;
    while (age + 1 < BANDS && years >= first[age + 1])
        age++;
    return age;
}

/* Child, alone, a couple by itself, partner with others, single parent, other. */
static size_t household_of(const struct residents *residents, uint32_t i)
{
    switch (residents->position[i]) {
    case POSITION_CHILD:
        return 0;
    case POSITION_ALONE:
        return 1;
    case POSITION_PARTNER:
        return residents->next[residents->next[i]] == i ? 2 : 3;
    case POSITION_SINGLE_PARENT:
        return 4;
    default:
        return 5;
    }
}

static void look_at(const struct world *world, uint32_t ego, size_t n, struct cell *cell,
                    struct day *day)
{
    const struct ties *ties = &world->ties;
    const uint32_t *row = ties->alter + (size_t)ego * TIE_SLOTS;
    const uint32_t first = world->neighbourhoods.first[n];
    cell->people++;
    day->people++;
    for (size_t k = 0; k < ties->degree[ego]; k++) {
        const uint32_t via = tie_place(row[k]);
        day->ties++;
        for (size_t l = 0; l < ties->degree[via]; l++) {
            const uint32_t end = tie_place(ties->alter[(size_t)via * TIE_SLOTS + l]);
            day->paths += end != ego;
            day->closed += end != ego && ties_has(ties, ego, end);
        }
        if (tie_kind(row[k]) == TIE_HOUSEHOLD)
            continue;
        cell->outside++;
        cell->kin += tie_kind(row[k]) == TIE_KIN;
        day->outside++;
        day->kin += tie_kind(row[k]) == TIE_KIN;
        day->local += via - first < world->neighbourhoods.places[n];
        day->answered += ties_has(ties, via, ego);
    }
}

static void take_day(const struct spel_model *model, struct day *day)
{
    const struct world *world = &model->world;
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        for (uint32_t k = 0; k < world->neighbourhoods.places[n]; k++) {
            const uint32_t i = world->neighbourhoods.first[n] + k;
            if (!residents_present(&world->residents, i))
                continue;
            const int months = residents_age_months(&world->residents, i, model->now.month);
            const size_t cell =
                age_of(months / 12) * HOUSEHOLDS + household_of(&world->residents, i);
            look_at(world, i, n, &day->cells[cell], day);
        }
}

/* The share of kin that there would be with as many people in each cell as on one day, and each
 * with the ties of another. */
static double share_of(const struct day *people, const struct day *ties)
{
    double kin = 0, outside = 0;
    for (size_t c = 0; c < CELLS; c++) {
        const struct cell *like = &ties->cells[c];
        if (like->people > 0) {
            kin += people->cells[c].people * like->kin / like->people;
            outside += people->cells[c].people * like->outside / like->people;
        }
    }
    return kin / outside;
}

static int by_id(const void *a, const void *b)
{
    const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static bool take_census(const struct spel_model *model, struct census *census)
{
    const struct residents *residents = &model->world.residents;
    *census = (struct census){.wave = wave_take(model, true, 0),
                              .ids = malloc(residents->count * sizeof *census->ids + 1)};
    if (!census->wave.ties || !census->ids)
        return false;
    for (size_t i = 0; i < residents->count; i++)
        if (residents_present(residents, i))
            census->ids[census->people++] = residents->id[i];
    qsort(census->ids, census->people, sizeof *census->ids, by_id);
    return true;
}

static void clear_census(struct census *census)
{
    wave_clear(&census->wave);
    free(census->ids);
    *census = (struct census){.ids = NULL};
}

static enum tie_kind kind_in(const struct census *census, uint64_t who)
{
    const struct wave_tie *found = wave_find(&census->wave, who);
    return found ? found->kind : TIE_NONE;
}

static bool is_there(const struct census *census, uint32_t id)
{
    return bsearch(&id, census->ids, census->people, sizeof *census->ids, by_id) != NULL;
}

/* What came and went between two days, by kin (1) and others (0). */
static void compare(const struct census *then, const struct census *now, double sum[2][ENDS])
{
    for (size_t k = 0; k < now->wave.count; k++) {
        const enum tie_kind before = kind_in(then, now->wave.ties[k].who),
                            kind = now->wave.ties[k].kind;
        if (kind != TIE_HOUSEHOLD && (before == TIE_NONE || before == TIE_HOUSEHOLD))
            sum[kind == TIE_KIN][before == TIE_HOUSEHOLD ? PARTED : MADE]++;
    }
    for (size_t k = 0; k < then->wave.count; k++) {
        const uint64_t who = then->wave.ties[k].who;
        if (then->wave.ties[k].kind == TIE_HOUSEHOLD)
            continue;
        double *ends = sum[then->wave.ties[k].kind == TIE_KIN];
        if (!is_there(now, (uint32_t)(who >> 32)))
            ends[EGO_GONE]++;
        else if (!is_there(now, (uint32_t)who))
            ends[ALTER_GONE]++;
        else
            ends[DROPPED] += kind_in(now, who) == TIE_NONE;
    }
}

static void print_day(long month, const struct day *first, const struct day *day)
{
    printf("%5ld %7.0f %6.3f %6.3f  %6.4f %6.4f %6.4f  %6.3f %6.3f %6.3f", month, day->people,
           day->ties / day->people, day->outside / day->people, day->kin / day->outside,
           share_of(first, day), share_of(day, first), day->answered / day->outside,
           day->closed / day->paths, day->local / day->outside);
}

static void print_ends(double sum[2][ENDS], double people)
{
    for (int kin = 1; kin >= 0; kin--) {
        printf(" |");
        for (int end = PARTED; end < ENDS; end++)
            printf(" %5.3f", sum[kin][end] / people);
    }
}

static void print_heading(void)
{
    printf("ties and those outside the household, a resident; of the latter the share of kin, what "
           "it would be\nwith the people of the first day (A) and with their ties (B), of those "
           "answered, of two-paths closed,\nof those within the neighbourhood; then, a "
           "resident-year, ties outside the household that were of\nthe household, were made, were "
           "dropped, lost the other, lost their owner: kin | others\n");
    printf("month  people   ties outside   kin     A      B  answered closed  near\n");
}

bool rest_follow(struct spel_model *model, long months)
{
    static struct day first, day;
    struct census then, now;
    bool fine = take_census(model, &then);
    print_heading();
    for (long month = 0; month <= months && fine; month++) {
        if (month > 0)
            spel_model_step(model);
        if (month % YEAR != 0)
            continue;
        day = (struct day){.people = 0};
        take_day(model, &day);
        if (month == 0)
            first = day;
        print_day(month, &first, &day);
        if (month > 0) {
            double sum[2][ENDS] = {{0}};
            fine = take_census(model, &now);
            if (fine)
                compare(&then, &now, sum);
            print_ends(sum, day.people);
            clear_census(&then);
            then = now;
        }
        printf("\n");
        fflush(stdout);
    }
    clear_census(&then);
    return fine;
}

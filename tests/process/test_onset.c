/* Onset, relapse and crises of needs come at the rates of the specification. */
#include "process/still.h"

/* At the ceiling of 0.02 a month, over two years; jumps are of 0.3, held at 1. */
static void crises_are_jumps_at_their_rate(void **state)
{
    (void)state;
    struct needs_params p = frozen();
    struct world *world = world_now();
    p.crisis = 0.015;
    p.crisis_jump = 0.3;
    double jumps = 0, needs = 0;
    for (int k = 0; k < 24; k++) {
        for (size_t b = 0; b < world->blocks.count; b++)
            for (uint32_t r = 0; r < world->blocks.row_count[b]; r++, needs++)
                world->needs.severity[world->blocks.first_row[b] + r] = 0.5f;
        month(&p);
        for (size_t b = 0; b < world->blocks.count; b++)
            for (uint32_t r = 0; r < world->blocks.row_count[b]; r++) {
                const double severity =
                    (double)world->needs.severity[world->blocks.first_row[b] + r];
                assert_true(severity == 0.5 || fabs(severity - 0.8) < 1e-6);
                jumps += severity > 0.5;
            }
    }
    assert_true(jumps > 100);
    assert_true(fabs(jumps - 0.015 * needs) < 4 * sqrt(0.015 * needs));
}

static double worst_at_home(const struct residents *residents, uint32_t i)
{
    double worst = 0;
    for (uint32_t j = residents->next[i]; j != i; j = residents->next[j])
        worst = fmax(worst, residents->worst[j] / 255.0);
    return worst;
}

/* The hazard of the specification, written anew. */
static double hazard(const struct needs_params *p, uint32_t i, int d)
{
    const struct world *world = world_now();
    const size_t n = world->blocks.neighbourhood[blocks_find(&world->blocks, i)];
    const int years = residents_age_months(&world->residents, i, village.model->now.month + 1) / 12;
    double own = 0;
    for (uint32_t row = world->residents.first_need[i]; row != COLUMN_NONE;
         row = world->needs.next[row])
        own += (double)world->needs.severity[row];
    return p->onset[d][age_band(years)] *
           (double)world->neighbourhoods.onset_local[n * DOMAINS + (size_t)d] *
           exp(p->low_income * ((world->residents.traits[i] & TRAIT_LOW_INCOME) != 0) +
               p->isolation * (ties_degree(&world->ties, i) <= 1) + p->other_needs * fmin(own, 2) +
               p->household * worst_at_home(&world->residents, i) -
               p->self_reliance *
                   ((double)world->residents.self_reliance[i] - p->self_reliance_centre));
}

/* Expected and found over two years and all domains, for those who `count`. */
static void onsets_are(bool (*count)(uint32_t i))
{
    struct needs_params p = frozen();
    struct world *world = world_now();
    memcpy(p.onset, village.scenario.params.needs.onset, sizeof p.onset);
    memset(world->residents.ended, 0, world->residents.count);
    double expected = 0, found = 0;
    for (int k = 0; k < 24; k++) {
        static uint8_t before[8192];
        static bool chosen[8192];
        assert_in_range(world->residents.count, 1, sizeof before);
        memcpy(before, world->residents.needs, world->residents.count);
        for (uint32_t i = 0; i < world->residents.count; i++)
            chosen[i] = residents_present(&world->residents, i) && count(i);
        for (uint32_t i = 0; i < world->residents.count; i++)
            for (int d = 0; d < DOMAINS && chosen[i]; d++)
                expected += before[i] >> d & 1 ? 0 : hazard(&p, i, d);
        month(&p);
        for (uint32_t i = 0; i < world->residents.count; i++)
            if (chosen[i])
                found += hours_domains[world->residents.needs[i] & ~(unsigned)before[i]];
    }
    assert_true(expected > 25);
    assert_true(fabs(found - expected) < 4 * sqrt(expected));
}

static bool anyone(uint32_t i)
{
    (void)i;
    return true;
}

static bool poor(uint32_t i)
{
    return world_now()->residents.traits[i] & TRAIT_LOW_INCOME;
}

static bool needy(uint32_t i)
{
    return world_now()->residents.needs[i] != 0;
}

static void onsets_come_at_the_hazard_of_everyone_together(void **state)
{
    (void)state;
    onsets_are(anyone);
}

static void onsets_come_at_the_hazard_of_those_with_a_low_income(void **state)
{
    (void)state;
    onsets_are(poor);
}

static void onsets_come_at_the_hazard_of_those_with_other_needs(void **state)
{
    (void)state;
    onsets_are(needy);
}

/* With no other onset: half within a year, of those who have all been through a
 * need, so that the bit lives 6.5 months on average. */
static void a_need_that_ended_comes_back_at_the_rate_of_relapse(void **state)
{
    (void)state;
    struct needs_params p = still();
    struct world *world = world_now();
    double expected = 0, found = 0;
    p.relapse[DEBT] = 0.1;
    const double monthly = -log(0.9) / 6.5;
    for (uint32_t i = 0; i < world->residents.count; i++)
        world->residents.ended[i] = world->residents.needs[i] >> DEBT & 1 ? 0 : 1u << DEBT;
    for (int k = 0; k < 11; k++) {
        size_t before = 0, after = 0;
        for (uint32_t i = 0; i < world->residents.count; i++) {
            const int age =
                residents_age_months(&world->residents, i, village.model->now.month + 1);
            const bool at_risk = residents_present(&world->residents, i) && age % 12 != 0 &&
                                 world->residents.ended[i] >> DEBT & 1;
            before += world->residents.needs[i] >> DEBT & 1;
            expected += at_risk ? monthly : 0;
        }
        month(&p);
        for (uint32_t i = 0; i < world->residents.count; i++)
            after += world->residents.needs[i] >> DEBT & 1;
        found += (double)(after - before);
    }
    assert_true(expected > 50);
    assert_true(fabs(found - expected) < 4 * sqrt(expected));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_VILLAGE(crises_are_jumps_at_their_rate),
        IN_VILLAGE(onsets_come_at_the_hazard_of_everyone_together),
        IN_VILLAGE(onsets_come_at_the_hazard_of_those_with_a_low_income),
        IN_VILLAGE(onsets_come_at_the_hazard_of_those_with_other_needs),
        IN_VILLAGE(a_need_that_ended_comes_back_at_the_rate_of_relapse),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

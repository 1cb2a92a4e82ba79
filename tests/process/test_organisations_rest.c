/* Organisations near rest: as many, as old, as set in their ways and with as many partners after
 * fifteen years as on the first day, where nobody changes anything. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support/village.h"

enum { YEAR = 12, YEARS = 15 };

/* Nothing is learned or decided by the municipality, and residents keep their ties: what is left
 * is what nobody changes. */
#define UNTOUCHED                                                                                  \
    "processes: {learning: off, incidents: off, elections: off, peer_learning: off, "              \
    "support_network: off}\n"

/* What organisations are like. */
enum { PARTNERS, ANSWERS, POSITION, ROUTINE, OPENNESS, EFFORT, INSTITUTIONS, TRAITS, TIMES = 8 };
static const char *const traits[TRAITS] = {"partners", "answered", "position",    "routine",
                                           "openness", "effort",   "institutions"};

struct crowd {
    double all, institutions, ties, answered, position, routine, openness, effort;
};

static bool is_answered(const struct collaborations *ties, size_t row)
{
    for (size_t k = 0; k < COLLABORATION_SLOTS; k++) {
        const size_t back = (size_t)ties->to[row] * COLLABORATION_SLOTS + k;
        if (collaborations_used(ties, back) && ties->to[back] == row / COLLABORATION_SLOTS)
            return true;
    }
    return false;
}

static void count_organisation(const struct world *world, size_t i, struct crowd *crowd)
{
    const struct organisations *o = &world->organisations;
    const struct collaborations *ties = &world->collaborations;
    crowd->all++;
    crowd->position += (double)o->network_position[i];
    for (size_t row = i * COLLABORATION_SLOTS; row < (i + 1) * COLLABORATION_SLOTS; row++)
        if (collaborations_used(ties, row)) {
            crowd->ties++;
            crowd->answered += is_answered(ties, row);
        }
    if (o->kind[i] != ORGANISATION_INSTITUTION)
        return;
    crowd->institutions++;
    crowd->routine += (double)o->routine[i];
    crowd->openness += (double)o->openness[i];
    crowd->effort += (double)o->network_effort[i];
}

/* Means over so many months. */
static void months_of(struct spel_model *model, int months, double value[TRAITS])
{
    struct crowd crowd = {0};
    for (int month = 0; month < months; month++) {
        spel_model_step(model);
        for (size_t i = 0; i < model->world.organisations.count; i++)
            if (organisations_present(&model->world.organisations, i))
                count_organisation(&model->world, i, &crowd);
    }
    value[PARTNERS] = crowd.ties / crowd.all;
    value[ANSWERS] = crowd.answered / crowd.ties;
    value[POSITION] = crowd.position / crowd.all;
    value[ROUTINE] = crowd.routine / crowd.institutions;
    value[OPENNESS] = crowd.openness / crowd.institutions;
    value[EFFORT] = crowd.effort / crowd.institutions;
    value[INSTITUTIONS] = crowd.institutions / months;
}

/* Within an eighth, of which the mean difference is known to a sixteenth by how the replicates
 * differ among themselves. It is not rest to the last digit: MODEL.md, 7.15, says what moves. */
static void stays(const double first[TIMES], const double last[TIMES], const char *what)
{
    double mean = 0, change = 0, squares = 0;
    for (int r = 0; r < TIMES; r++) {
        mean += first[r] / TIMES;
        change += (last[r] - first[r]) / TIMES;
    }
    for (int r = 0; r < TIMES; r++)
        squares += pow(last[r] - first[r] - change, 2);
    const double error = sqrt(squares / (TIMES - 1) / TIMES);
    print_message("%s: %.3f, after %d years %+.3f, standard error %.3f\n", what, mean, YEARS,
                  change, error);
    assert_true(error < mean / 16);
    assert_true(fabs(change) < mean / 8);
}

static void organisations_stay_what_they_are(void **state)
{
    (void)state;
    double first[TRAITS][TIMES], last[TRAITS][TIMES];
    struct scenario scenario;
    struct spel_error error;
    village_of(&scenario, "'s-Hertogenbosch", 0.2, UNTOUCHED);
    for (uint32_t r = 0; r < TIMES; r++) {
        double begin[TRAITS], end[TRAITS];
        struct spel_model *model = spel_model_create(&scenario, r, &error);
        assert_non_null(model);
        months_of(model, YEAR, begin);
        while (model->done < (YEARS - 3) * YEAR)
            spel_model_step(model);
        months_of(model, 3 * YEAR, end);
        for (int v = 0; v < TRAITS; v++) {
            first[v][r] = begin[v];
            last[v][r] = end[v];
        }
        spel_model_free(model);
    }
    for (int v = 0; v < TRAITS; v++)
        stays(first[v], last[v], traits[v]);
    scenario_clear(&scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(organisations_stay_what_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

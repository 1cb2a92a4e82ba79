/* The collaboration network over months: what its set of ties does, and that neither
 * threads nor a knock-out make a difference that they should not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include <omp.h>

#include "process/collaboration_network.h"
#include "process/formal_contracts.h"
#include "support/village.h"
#include "world/founding.h"

static const char still[] = "parameters: {settlement: {burn_in: 0, burn_in_organisations: 0}, "
                            "support_network: {burn_in: 0}}\n";

static struct world *world_of(const struct village *village)
{
    return &village->model->world;
}

static void month(struct village *village, uint32_t month)
{
    const struct params *p = &village->scenario.params;
    struct moment now = village->model->now;
    now.month = month;
    collaboration_network_step(&p->collaboration_network, p->formal_support.vision_distance, now,
                               world_of(village));
}

static size_t ties_in(const struct world *world)
{
    size_t count = 0;
    for (size_t row = 0; row < world->collaborations.count; row++)
        count += collaborations_used(&world->collaborations, row);
    return count;
}

static void what_is_made_less_what_is_lost_is_what_there_is_more(void **state)
{
    (void)state;
    struct village village;
    village_settle(&village, still);
    const struct municipalities *m = &world_of(&village)->municipalities;
    size_t changes = 0;
    for (uint32_t k = 1; k <= 60; k++) {
        const size_t before = ties_in(world_of(&village));
        month(&village, k);
        assert_int_equal(ties_in(world_of(&village)) + m->collaborations_lost[0],
                         before + m->collaborations_made[0]);
        changes += m->collaborations_made[0] + m->collaborations_lost[0];
    }
    assert_in_range(changes, 10, 500);
    village_clear(&village);
}

static void a_new_tie_starts_weak_and_others_keep_their_strength(void **state)
{
    (void)state;
    struct village village;
    village_settle(&village, still);
    struct collaborations *ties = &world_of(&village)->collaborations;
    for (size_t row = 0; row < ties->count; row++)
        if (collaborations_used(ties, row))
            ties->strength[row] = 0.75f;
    size_t made = 0;
    for (uint32_t k = 1; k <= 24; k++)
        month(&village, k);
    for (size_t row = 0; row < ties->count; row++) {
        if (!collaborations_used(ties, row))
            continue;
        const bool fresh = ties->strength[row] < 0.5f;
        assert_float_equal(ties->strength[row], fresh ? 0.2 : 0.75, 1e-6);
        made += fresh;
    }
    assert_in_range(made, 1, 200);
    village_clear(&village);
}

static void nobody_names_more_than_sixteen_however_much_it_is_worth(void **state)
{
    (void)state;
    struct village village;
    village_of(&village.scenario, "Heerlen", 0.3, still);
    struct spel_error error;
    village.model = spel_model_create(&village.scenario, 0, &error);
    assert_non_null(village.model);
    struct collaboration_network_params *p = &village.scenario.params.collaboration_network;
    p->density = 20;
    p->making = p->crowding = 0;
    p->rate = 5;
    for (uint32_t k = 1; k <= 24; k++)
        month(&village, k);
    const uint32_t count = founding_count(world_of(&village), 0);
    assert_in_range(count, COLLABORATION_SLOTS + 2, 60);
    for (uint32_t i = 0; i < count; i++)
        assert_int_equal(collaborations_degree(&world_of(&village)->collaborations, i),
                         COLLABORATION_SLOTS);
    p->density = -20;
    for (uint32_t k = 25; k <= 48; k++)
        month(&village, k);
    assert_int_equal(ties_in(world_of(&village)), 0);
    village_clear(&village);
}

static void one_organisation_alone_has_nobody_to_choose(void **state)
{
    (void)state;
    struct village village;
    village_settle(&village, still);
    struct world *world = world_of(&village);
    village.scenario.params.collaboration_network.rate = 1;
    for (uint32_t i = 1; i < world->organisations.count; i++)
        if (organisations_present(&world->organisations, i))
            founding_end(world, i);
    assert_int_equal(ties_in(world), 0);
    month(&village, 1);
    assert_int_equal(ties_in(world), 0);
    assert_int_equal(world->municipalities.collaborations_made[0], 0);
    village_clear(&village);
}

/* Six municipalities, more than there are workers. */
static void settle_many(struct village *village)
{
    static const char *const names[] = {"Aa en Hunze", "Heerlen", "Zwolle",
                                        "Eindhoven",   "Utrecht", "'s-Hertogenbosch"};
    enum { COUNT = sizeof names / sizeof *names };
    char folder[512], text[1024];
    struct spel_error error;
    struct places places;
    snprintf(folder, sizeof folder, "%s/places", getenv("SAMENSPEL_SCENARIOS"));
    if (!places_read(&places, folder, names, COUNT, &error))
        fail_msg("%s", error.text);
    const int length = snprintf(
        text, sizeof text,
        "samenspel: 1\nplace: {municipality: [Aa en Hunze, Heerlen, Zwolle, Eindhoven, Utrecht, "
        "\"'s-Hertogenbosch\"], scale: 0.04}\n%s",
        still);
    if (!scenario_parse(&village->scenario, "many", text, (size_t)length, &places, &error))
        fail_msg("%s", error.text);
    village->model = spel_model_create(&village->scenario, 0, &error);
    if (!village->model)
        fail_msg("%s", error.text);
}

static void municipalities_evolve_alike_on_1_to_8_threads(void **state)
{
    (void)state;
    struct village one, more;
    const int before = omp_get_max_threads();
    settle_many(&one);
    settle_many(&more);
    for (uint32_t k = 1; k <= 28; k++) {
        omp_set_num_threads(1);
        month(&one, k);
        omp_set_num_threads(2 + (int)(k % 7));
        month(&more, k);
        assert_true(village_same(&one, &more));
    }
    omp_set_num_threads(before);
    village_clear(&one);
    village_clear(&more);
}

static void no_tie_leaves_its_municipality(void **state)
{
    (void)state;
    struct village village;
    settle_many(&village);
    const struct world *world = world_of(&village);
    for (uint32_t k = 1; k <= 24; k++)
        month(&village, k);
    for (size_t row = 0; row < world->collaborations.count; row++)
        if (collaborations_used(&world->collaborations, row))
            assert_int_equal(world->organisations.municipality[world->collaborations.from[row]],
                             world->organisations.municipality[world->collaborations.to[row]]);
    village_clear(&village);
}

/* Ten years in which nothing but organisations moves. */
static void coordinate(struct village *village, double lever, double *partners, double *position,
                       double *networked)
{
    village_of(&village->scenario, "Utrecht", 0.2, still);
    struct spel_error error;
    village->model = spel_model_create(&village->scenario, 0, &error);
    assert_non_null(village->model);
    struct world *world = world_of(village);
    const struct organisations *o = &world->organisations;
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        world->neighbourhoods.lever[n * LEVERS + COORDINATION] = (float)lever;
    for (uint32_t k = 1; k <= 120; k++) {
        contracts_settle(&village->scenario.params.formal_support, world);
        month(village, k);
    }
    *partners = (double)ties_in(world) / (double)founding_count(world, 0);
    *position = *networked = 0;
    for (size_t i = 0; i < o->count; i++) {
        *position += o->network_position[i] / (double)founding_count(world, 0);
        *networked += organisations_present(o, i) *
                      (o->quadrant[i] == DIRECTED_CHAIN || o->quadrant[i] == CO_PRODUCER) /
                      (double)founding_count(world, 0);
    }
    village_clear(village);
}

static void coordination_brings_partners_and_networked_positions(void **state)
{
    (void)state;
    struct village village;
    double partners[3], position[3], networked[3];
    for (int k = 0; k < 3; k++)
        coordinate(&village, k * 0.5, &partners[k], &position[k], &networked[k]);
    for (int k = 0; k < 2; k++) {
        assert_true(partners[k + 1] > partners[k] + 0.2);
        assert_true(position[k + 1] > position[k] + 0.03);
        assert_true(networked[k + 1] >= networked[k]);
    }
    assert_true(networked[2] > networked[0] + 0.1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_made_less_what_is_lost_is_what_there_is_more),
        cmocka_unit_test(a_new_tie_starts_weak_and_others_keep_their_strength),
        cmocka_unit_test(nobody_names_more_than_sixteen_however_much_it_is_worth),
        cmocka_unit_test(one_organisation_alone_has_nobody_to_choose),
        cmocka_unit_test(municipalities_evolve_alike_on_1_to_8_threads),
        cmocka_unit_test(no_tie_leaves_its_municipality),
        cmocka_unit_test(coordination_brings_partners_and_networked_positions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* The pool of needs in blocks, the digest of a world, and events that find no room. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/village.h"
#include "world/hours.h"

static int settle(void **state)
{
    static struct village village;
    village_settle(&village, "parameters: {settlement: {burn_in: 2}}\n");
    *state = &village;
    return 0;
}

static int leave(void **state)
{
    village_clear(*state);
    return 0;
}

static struct world *world_of(void **state)
{
    return &((struct village *)*state)->model->world;
}

/* Some resident of block `b`, the `k`-th. */
static uint32_t resident_of(const struct world *world, size_t b, uint32_t k)
{
    for (uint32_t i = world->blocks.first[b];; i++)
        if (world->residents.id[i] != 0 && k-- == 0)
            return i;
}

static void every_place_lies_in_its_block_and_blocks_in_their_neighbourhood(void **state)
{
    const struct world *world = world_of(state);
    uint32_t place = 0;
    for (size_t b = 0; b < world->blocks.count; b++) {
        assert_int_equal(world->blocks.first[b], place);
        assert_in_range(world->blocks.length[b], 1, BLOCK_PLACES);
        const size_t n = world->blocks.neighbourhood[b];
        assert_in_range(place, world->neighbourhoods.first[n],
                        world->neighbourhoods.first[n] + world->neighbourhoods.places[n] - 1);
        for (uint32_t i = 0; i < world->blocks.length[b]; i++)
            assert_int_equal(blocks_find(&world->blocks, place++), b);
    }
    assert_int_equal(place, world->residents.count);
}

static void every_row_of_a_block_is_of_a_resident_of_it_and_linked(void **state)
{
    struct village *village = *state;
    const struct world *world = &village->model->world;
    village_run(village, 13);
    size_t rows = 0, linked = 0;
    for (size_t b = 0; b < world->blocks.count; b++)
        for (uint32_t row = world->blocks.first_row[b];
             row < world->blocks.first_row[b] + world->blocks.row_count[b]; row++, rows++)
            assert_int_equal(blocks_find(&world->blocks, world->needs.resident[row]), b);
    for (uint32_t i = 0; i < world->residents.count; i++) {
        unsigned mask = 0;
        if (world->residents.id[i] == 0)
            continue;
        for (uint32_t row = world->residents.first_need[i]; row != COLUMN_NONE;
             row = world->needs.next[row], linked++) {
            assert_int_equal(world->needs.resident[row], i);
            assert_int_equal(mask >> world->needs.domain[row] & 1, 0); /* a domain once */
            mask |= 1u << world->needs.domain[row];
        }
        assert_int_equal(mask, world->residents.needs[i]);
    }
    assert_int_equal(rows, linked);
    assert_in_range(rows, 500, 5000);
}

static int by_resident_and_domain(const void *a, const void *b)
{
    const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static uint64_t what_row(const struct needs *needs, uint32_t row)
{
    return (uint64_t)needs->resident[row] << 8 | needs->domain[row];
}

static void compaction_drops_ended_needs_and_keeps_all_others(void **state)
{
    struct world *world = world_of(state);
    struct needs *needs = &world->needs;
    world_compact_needs(world); /* what the last month left */
    const uint32_t first = world->blocks.first_row[0], count = world->blocks.row_count[0];
    uint64_t kept[4096], found[4096];
    uint32_t stay = 0;
    assert_in_range(count, 20, 4096);
    for (uint32_t k = 0; k < count; k++) {
        if (k % 3 == 1 || k == count - 1) /* the last too, which could fill a hole */
            needs->flags[first + k] |= NEED_ENDED;
        else
            kept[stay++] = what_row(needs, first + k);
    }
    const uint32_t ended = needs->resident[first + 1], domain = needs->domain[first + 1];
    world->residents.known[ended] |= (uint8_t)(1u << domain);
    world_compact_needs(world);
    assert_int_equal(world->blocks.row_count[0], stay);
    for (uint32_t k = 0; k < stay; k++)
        found[k] = what_row(needs, first + k);
    qsort(kept, stay, sizeof *kept, by_resident_and_domain);
    qsort(found, stay, sizeof *found, by_resident_and_domain);
    assert_memory_equal(kept, found, stay * sizeof *kept);
    assert_int_equal(world->residents.known[ended] >> domain & 1, 0);
    assert_int_equal(world->residents.needs[ended] >> domain & 1, 0);
    assert_int_equal(village_need(world, ended, (enum domain)domain), COLUMN_NONE);
}

static void needs_of_who_left_are_dropped(void **state)
{
    struct world *world = world_of(state);
    world_compact_needs(world); /* what the last month left */
    const uint32_t i = world->needs.resident[world->blocks.first_row[0]];
    const uint32_t before = world->blocks.row_count[0];
    const int own = hours_domains[world->residents.needs[i]];
    world->residents.id[i] = 0;
    world_compact_needs(world);
    assert_int_equal(world->blocks.row_count[0], before - (uint32_t)own);
    assert_int_equal(world->residents.needs[i], 0);
}

static void a_need_that_finds_no_row_is_refused_and_counted(void **state)
{
    struct world *world = world_of(state);
    uint32_t row, added = 0;
    const uint32_t room = world->blocks.row_capacity[0] - world->blocks.row_count[0];
    const uint32_t i = resident_of(world, 0, 0), next = world->blocks.first_row[1];
    const uint32_t neighbour = world->needs.resident[next];
    while (world_add_need(world, 0, i, CARE, &row))
        added++;
    assert_int_equal(added, room);
    assert_int_equal(world->blocks.lost_onsets[0], 1);
    assert_int_equal(world->needs.resident[next], neighbour); /* the next block is untouched */
}

static struct digest digest_after(struct world *world, uint32_t i, float change)
{
    world->residents.trust[i] += change;
    const struct digest digest = world_digest(world);
    world->residents.trust[i] -= change;
    return digest;
}

static void the_digest_sees_one_value_of_one_resident_and_nothing_of_vacant_places(void **state)
{
    struct world *world = world_of(state);
    uint32_t vacant = 0;
    while (world->residents.id[vacant] != 0)
        vacant++;
    world->residents.trust[vacant] = 0;
    const uint32_t i = resident_of(world, 1, 2);
    world->residents.trust[i] = 0.5f; /* adds and subtracts without rounding */
    const struct digest before = world_digest(world);
    const struct digest seen = digest_after(world, i, 0.25f);
    const struct digest unseen = digest_after(world, vacant, 0.25f);
    const struct digest again = world_digest(world);
    assert_memory_not_equal(&before, &seen, sizeof before);
    assert_memory_equal(&before, &unseen, sizeof before);
    assert_memory_equal(&before, &again, sizeof before);
}

/* The digest with one value of a row changed: to another place, or in its lowest bit. */
static struct digest digest_with(struct world *world, const struct population *population,
                                 const struct column *column, size_t at)
{
    const size_t size = column_size(column->type);
    unsigned char *value = column_array(population->data, column), kept[8];
    const uint32_t here = resident_of(world, 0, 0), there = resident_of(world, 0, 1);
    value += at * size;
    memcpy(kept, value, size);
    if (column->role != COLUMN_PLACE)
        *value ^= 1;
    else
        memcpy(value, memcmp(value, &here, size) == 0 ? &there : &here, size);
    const struct digest digest = world_digest(world);
    memcpy(value, kept, size);
    return digest;
}

/* The first and the last value of each; ties have a test of their own, and what blocks say is
 * where needs are stored. */
static void the_digest_sees_every_column_and_nothing_of_where_rows_are_stored(void **state)
{
    struct world *world = world_of(state);
    struct population list[POPULATIONS];
    const struct digest before = world_digest(world);
    size_t seen = 0;
    world_populations(world, list);
    for (size_t p = 0; p < POPULATIONS; p++) {
        size_t row = 0;
        while (row < list[p].rows && !world_row_used(world, &list[p], row))
            row++;
        for (size_t c = 0; row < list[p].rows && c < list[p].columns.count; c++) {
            const struct column *column = &list[p].columns.rows[c];
            const bool stored = column->role == COLUMN_INDEX;
            if (list[p].data == &world->ties || list[p].data == &world->blocks)
                continue;
            for (size_t k = 0; k<column->width; k += column->width> 1 ? column->width - 1 : 1) {
                const struct digest after =
                    digest_with(world, &list[p], column, row * column->width + k);
                if ((memcmp(&before, &after, sizeof before) == 0) != stored)
                    fail_msg("%s.%s, value %zu", list[p].name, column->name, k);
                seen++;
            }
        }
    }
    assert_in_range(seen, 200, 2000);
}

static void the_digest_does_not_know_in_which_slot_a_tie_stands(void **state)
{
    struct world *world = world_of(state);
    uint32_t i = 0;
    while (ties_degree(&world->ties, i) < 2)
        i++;
    uint32_t *alter = world->ties.alter + (size_t)i * TIE_SLOTS;
    uint8_t *strength = world->ties.strength + (size_t)i * TIE_SLOTS;
    strength[0] = strength[1] = 77;
    const struct digest before = world_digest(world);
    const uint32_t first = alter[0];
    alter[0] = alter[1];
    alter[1] = first;
    const struct digest swapped = world_digest(world);
    strength[0] = 78;
    const struct digest stronger = world_digest(world);
    assert_memory_equal(&before, &swapped, sizeof before);
    assert_memory_not_equal(&before, &stronger, sizeof before);
}

static void complexity_counts_own_domains_whole_and_those_of_the_household_half(void **state)
{
    struct residents *residents = &world_of(state)->residents;
    const struct complexities half = hours_complexities(0.5);
    const uint32_t a = resident_of(world_of(state), 0, 0), b = resident_of(world_of(state), 0, 1);
    residents->next[a] = b;
    residents->next[b] = a;
    residents->needs[a] = 1u << CARE | 1u << DEBT;
    residents->needs[b] = 1u << CARE | 1u << WORK | 1u << YOUTH;
    /* (2 + 0.5 * 3 - 1) / 5 */
    assert_float_equal(hours_complexity(&half, residents, a), 0.5, 1e-12);
    residents->next[a] = a;
    residents->needs[a] = 1u << CARE;
    assert_float_equal(hours_complexity(&half, residents, a), 0, 1e-12);
    residents->needs[a] = (1u << DOMAINS) - 1;
    assert_float_equal(hours_complexity(&half, residents, a), 1, 1e-12);
}

static void an_event_that_finds_no_room_is_lost_and_counted(void **state)
{
    (void)state;
    struct events events = {0};
    struct spel_error error;
    assert_true(events_init(&events, 2, &error));
    for (int k = 0; k < 3; k++)
        events_add(&events, EVENT_ELECTION, -1, k, (float)k);
    assert_int_equal(events.count, 2);
    assert_int_equal(events.lost, 1);
    assert_int_equal(events.subject[1], 1);
    events_clear(&events);
}

#define IN_VILLAGE(test) cmocka_unit_test_setup_teardown(test, settle, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_VILLAGE(every_place_lies_in_its_block_and_blocks_in_their_neighbourhood),
        IN_VILLAGE(every_row_of_a_block_is_of_a_resident_of_it_and_linked),
        IN_VILLAGE(compaction_drops_ended_needs_and_keeps_all_others),
        IN_VILLAGE(needs_of_who_left_are_dropped),
        IN_VILLAGE(a_need_that_finds_no_row_is_refused_and_counted),
        IN_VILLAGE(the_digest_sees_one_value_of_one_resident_and_nothing_of_vacant_places),
        IN_VILLAGE(the_digest_sees_every_column_and_nothing_of_where_rows_are_stored),
        IN_VILLAGE(the_digest_does_not_know_in_which_slot_a_tie_stands),
        IN_VILLAGE(complexity_counts_own_domains_whole_and_those_of_the_household_half),
        cmocka_unit_test(an_event_that_finds_no_room_is_lost_and_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* An actor's options and their counts, against a matrix that tells the same slowly. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "support/networks.h"

enum { ACTORS = 40, COLUMNS = 6, ALL = 2 * COUNT_MUTUAL - 1 };

static int settle(void **state)
{
    static struct network_case it;
    networks_make(&it, ACTORS, COLUMNS);
    networks_scatter(&it, 4, 21);
    *state = &it;
    return 0;
}

static int leave(void **state)
{
    networks_clear(*state);
    return 0;
}

/* What README and header say, word by word. */
static uint32_t count_of(const struct network *network, unsigned count, uint32_t i, uint32_t j)
{
    uint32_t sum = 0;
    for (uint32_t h = 0; h < ACTORS; h++) {
        if (h == i || h == j)
            continue;
        const bool ih = network_has(network, i, h), hi = network_has(network, h, i);
        const bool jh = network_has(network, j, h), hj = network_has(network, h, j);
        sum += (count == COUNT_TWO_PATH && ih && hj) || (count == COUNT_SHARED && ih && jh) ||
               (count == COUNT_CYCLE && jh && hi) || (count == COUNT_COMMON && hi && hj) ||
               (count == COUNT_MUTUAL && ih && hi && jh);
    }
    return count == COUNT_BACK ? network_has(network, j, i) : sum;
}

static uint32_t kept(const struct choice *choice, unsigned count, uint32_t option)
{
    return count == COUNT_BACK       ? choice->back[option]
           : count == COUNT_TWO_PATH ? choice->two_path[option]
           : count == COUNT_SHARED   ? choice->shared[option]
           : count == COUNT_CYCLE    ? choice->cycle[option]
           : count == COUNT_COMMON   ? choice->common[option]
                                     : choice->mutual[option];
}

/* Those asked for; an alter with none of them, to whom there is no tie, is no option. */
static void check(const struct network *network, const struct choice *choice, uint32_t i,
                  unsigned counts)
{
    for (uint32_t j = 0; j < ACTORS; j++) {
        const uint32_t option = choice_find(choice, j);
        if (j == i) {
            assert_true(option == CHOICE_NONE);
            continue;
        }
        uint32_t any = network_has(network, i, j);
        for (unsigned count = 1; count <= COUNT_MUTUAL; count *= 2) {
            const uint32_t expected = counts & count ? count_of(network, count, i, j) : 0;
            any += expected;
            if (option != CHOICE_NONE && counts & count)
                assert_int_equal(kept(choice, count, option), expected);
        }
        assert_true(any == 0 || option != CHOICE_NONE);
        if (option != CHOICE_NONE) {
            assert_int_equal(choice->alter[option], j);
            assert_int_equal(choice->tied[option], network_has(network, i, j));
            assert_int_equal(option < choice->tied_count, choice->tied[option]);
        }
    }
}

static void counts_are_what_their_letters_say(void **state)
{
    const struct network_case *it = *state;
    struct choice choice;
    assert_true(choice_init(&choice, 4, NULL));
    for (unsigned counts = 0; counts <= ALL; counts++) {
        if (counts & COUNT_MUTUAL && !(counts & COUNT_BACK))
            continue; /* that one is counted with the other, see effect_counts */
        for (uint32_t i = 0; i < ACTORS; i++) {
            assert_true(choice_gather(&choice, &it->now, i, counts));
            check(&it->now, &choice, i, counts);
        }
    }
    choice_clear(&choice);
    choice_clear(&choice); /* once more is safe */
}

static void everybody_but_ego_can_be_added(void **state)
{
    const struct network_case *it = *state;
    struct choice choice;
    assert_true(choice_init(&choice, 4, NULL));
    for (uint32_t i = 0; i < ACTORS; i++) {
        assert_true(choice_gather(&choice, &it->now, i, ALL));
        assert_true(choice_add_all(&choice, &it->now));
        assert_int_equal(choice.count, ACTORS - 1);
        check(&it->now, &choice, i, ALL);
    }
    choice_clear(&choice);
}

static void an_option_that_was_put_can_be_dropped(void **state)
{
    const struct network_case *it = *state;
    struct choice choice;
    assert_true(choice_init(&choice, 4, NULL));
    for (uint32_t i = 0; i < ACTORS; i++) {
        assert_true(choice_gather(&choice, &it->now, i, COUNT_TWO_PATH));
        const size_t count = choice.count;
        for (uint32_t j = 0; j < ACTORS; j++) {
            if (j == i || choice_find(&choice, j) != CHOICE_NONE)
                continue;
            const uint32_t option = choice_put(&choice, j);
            assert_int_equal(option, count);
            assert_int_equal(choice_put(&choice, j), option); /* nobody twice */
            assert_int_equal(choice.tied[option] + choice.two_path[option], 0);
            choice_drop_last(&choice);
            assert_true(choice_find(&choice, j) == CHOICE_NONE);
        }
        assert_int_equal(choice.count, count);
        check(&it->now, &choice, i, COUNT_TWO_PATH);
    }
    choice_clear(&choice);
}

/* The first so many of them, whether others come behind or not. */
static void attributes_of_the_alters_are_looked_up(void **state)
{
    const struct network_case *it = *state;
    struct choice choice;
    assert_true(choice_init(&choice, 4, NULL));
    for (uint32_t i = 0; i < ACTORS; i++)
        for (size_t c = 0; c < COLUMNS; c++)
            it->now.record[i * it->now.record_size + c] = i + 100.0 * c;
    for (unsigned columns = 1; columns <= COLUMNS; columns++)
        for (uint32_t i = 0; i < ACTORS; i++) {
            const unsigned counts = COUNT_TWO_PATH + columns * COUNT_KNOWN;
            assert_true(choice_gather(&choice, &it->now, i, counts));
            assert_true(choice_add_all(&choice, &it->now));
            choice_learn(&choice, &it->now, i % 3, choice.count);
            for (size_t k = i % 3; k < choice.count; k++)
                for (size_t c = 0; c < columns; c++)
                    assert_true(choice_known(&choice, c)[k] ==
                                network_attribute(&it->now, choice.alter[k], c));
        }
    choice_clear(&choice);
}

/* An effect that needs a count asks for all that the count needs. */
static void effects_ask_for_the_counts_they_read(void **state)
{
    (void)state;
    struct network_case it;
    networks_make(&it, 4, 1);
    networks_term(&it, "gwespRR", ROLE_EVALUATION, 1, NULL);
    assert_int_equal(effect_counts(it.terms, 1), COUNT_BACK | COUNT_MUTUAL);
    networks_term(&it, "transTrip", ROLE_EVALUATION, 1, NULL);
    assert_int_equal(effect_counts(it.terms, 2),
                     COUNT_BACK | COUNT_MUTUAL | COUNT_TWO_PATH | COUNT_SHARED);
    networks_clear(&it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_are_what_their_letters_say),
        cmocka_unit_test(everybody_but_ego_can_be_added),
        cmocka_unit_test(an_option_that_was_put_can_be_dropped),
        cmocka_unit_test(attributes_of_the_alters_are_looked_up),
        cmocka_unit_test(effects_ask_for_the_counts_they_read),
    };
    return cmocka_run_group_tests(tests, settle, leave);
}

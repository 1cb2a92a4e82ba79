/* Lists of the few among many hold all who are marked and nobody else, in order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/found.h"
#include "base/stream.h"

enum { LONGEST = 300, TRIES = 2000 };

/* Marks with so many in 16 set, of a length that is no whole number of stretches. */
static void assert_listed(struct stream *draw, size_t count, uint32_t often)
{
    uint8_t marked[LONGEST] = {0};
    uint16_t places[LONGEST];
    size_t expected = 0;
    for (size_t i = 0; i < count; i++)
        expected += (marked[i] = stream_below(draw, 16) < often);
    assert_int_equal(found_list(marked, count, places), expected);
    size_t next = 0;
    for (size_t i = 0; i < count; i++)
        if (marked[i])
            assert_int_equal(places[next++], i);
}

static void everyone_who_is_marked_is_listed_in_order(void **state)
{
    (void)state;
    struct stream draw = stream_open((struct moment){stream_key(1, 0), 0}, 0, 0);
    for (int t = 0; t < TRIES; t++)
        assert_listed(&draw, stream_below(&draw, LONGEST + 1), stream_below(&draw, 17));
}

static void all_and_nobody_are_listed(void **state)
{
    (void)state;
    uint8_t marked[LONGEST];
    uint16_t places[LONGEST];
    memset(marked, 0, sizeof marked);
    assert_int_equal(found_list(marked, LONGEST, places), 0);
    assert_int_equal(found_list(marked, 0, places), 0);
    memset(marked, 1, sizeof marked);
    assert_int_equal(found_list(marked, LONGEST, places), LONGEST);
    assert_int_equal(places[LONGEST - 1], LONGEST - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everyone_who_is_marked_is_listed_in_order),
        cmocka_unit_test(all_and_nobody_are_listed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

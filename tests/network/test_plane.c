/* Proposals by distance: in proportion to a bound that is never below the weight of the pair. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "network/plane.h"
#include "support/chi_square.h"
#include "support/networks.h"

enum { ACTORS = 500, PROPOSALS = 200000 };

/* How actors lie: spread evenly, in villages, on a line, all in one place. */
enum layout { EVENLY, IN_VILLAGES, ON_A_LINE, IN_ONE_PLACE, LAYOUTS };

static void settle(struct network_case *it, enum layout layout)
{
    networks_make(it, ACTORS, 2);
    struct stream draw = stream_open((struct moment){stream_key(1, layout), 0}, 6, 0);
    for (uint32_t i = 0; i < ACTORS; i++) {
        double *record = it->now.record + i * it->now.record_size;
        record[0] = 100 + stream_uniform(&draw) * 9000;
        record[1] = -300 + stream_uniform(&draw) * 4000;
        if (layout == IN_VILLAGES) {
            record[0] = stream_below(&draw, 4) * 3000.0 + stream_below(&draw, 100);
            record[1] = stream_below(&draw, 3) * 3000.0 + stream_below(&draw, 100);
        } else if (layout == ON_A_LINE) {
            record[1] = 7;
        } else if (layout == IN_ONE_PLACE) {
            record[0] = record[1] = 42;
        }
    }
    networks_plane(it, "distance", 0, 0.001);
}

static void check(struct network_case *it, double value, uint32_t ego)
{
    struct plane plane;
    assert_true(plane_init(&plane, &it->now, &it->dyadics[0], value, NULL));
    struct stream draw = stream_open((struct moment){stream_key(1, 0), 0}, 7, ego);
    static size_t seen[ACTORS + 1];
    static double expected[ACTORS + 1];
    for (uint32_t j = 0; j <= ACTORS; j++)
        seen[j] = 0, expected[j] = 0;
    double sum = 0;
    for (size_t p = 0; p < PROPOSALS; p++) {
        double bound;
        const double share = stream_uniform(&draw);
        const uint32_t j = plane_propose(&plane, ego, share, &draw, &bound);
        if (j == ego) {
            seen[ACTORS]++;
            continue;
        }
        const double weight =
            value * (network_pair(&it->now, &it->dyadics[0], ego, j) - it->dyadics[0].mean);
        assert_true(weight <= bound + 1e-9);
        if (seen[j]++ == 0)
            sum += expected[j] = exp(bound) / plane_total(&plane) * PROPOSALS;
    }
    expected[ACTORS] = PROPOSALS - sum;
    assert_true(expected[ACTORS] > 0);
    const double z = chi_square(seen, expected, ACTORS + 1);
    if (!(fabs(z) < 4.5))
        fail_msg("value %.2f, ego %u: z = %.2f", value, ego, z);
    plane_clear(&plane);
}

static void actors_are_proposed_in_proportion_to_their_bound(void **state)
{
    (void)state;
    static const double values[] = {-6, -1, -0.1, 0.1, 0.8};
    for (int layout = 0; layout < LAYOUTS; layout++) {
        struct network_case it;
        settle(&it, (enum layout)layout);
        for (size_t v = 0; v < sizeof values / sizeof *values; v++)
            for (uint32_t ego = 0; ego < ACTORS; ego += 240)
                check(&it, values[v], ego);
        networks_clear(&it);
    }
}

/* Everybody who weighs something is proposed: nobody is out of reach. */
static void nobody_is_out_of_reach(void **state)
{
    (void)state;
    for (int layout = 0; layout < LAYOUTS; layout++) {
        struct network_case it;
        struct plane plane;
        static bool met[ACTORS];
        settle(&it, (enum layout)layout);
        assert_true(plane_init(&plane, &it.now, &it.dyadics[0], -0.3, NULL));
        struct stream draw = stream_open((struct moment){stream_key(1, 0), 0}, 8, 0);
        for (uint32_t j = 0; j < ACTORS; j++)
            met[j] = j == 17;
        for (size_t p = 0; p < PROPOSALS; p++) {
            double bound;
            const double share = stream_uniform(&draw);
            met[plane_propose(&plane, 17, share, &draw, &bound)] = true;
        }
        for (uint32_t j = 0; j < ACTORS; j++)
            assert_true(met[j]);
        plane_clear(&plane);
        networks_clear(&it);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(actors_are_proposed_in_proportion_to_their_bound),
        cmocka_unit_test(nobody_is_out_of_reach),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

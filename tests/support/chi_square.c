#include "support/chi_square.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

double chi_square(const size_t *seen, const double *expected, size_t count)
{
    double sum = 0, few_seen = 0, few_expected = 0, all_seen = 0, all_expected = 0;
    size_t cells = 0;
    for (size_t k = 0; k < count; k++) {
        const double off = (double)seen[k] - expected[k];
        all_seen += (double)seen[k];
        all_expected += expected[k];
        if (expected[k] < 5) {
            few_seen += (double)seen[k];
            few_expected += expected[k];
            continue;
        }
        sum += off * off / expected[k];
        cells++;
    }
    assert_float_equal(all_seen / all_expected, 1, 1e-6);
    if (few_expected >= 1) {
        sum += (few_seen - few_expected) * (few_seen - few_expected) / few_expected;
        cells++;
    } else if (few_seen > 12) { /* far more than the less than one expected */
        return INFINITY;
    }
    if (cells < 2)
        return 0;
    const double freedom = (double)cells - 1, spread = 2 / (9 * freedom);
    return (cbrt(sum / freedom) - (1 - spread)) / sqrt(spread);
}

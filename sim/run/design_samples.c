#include "run/design_samples.h"

#include <gsl/gsl_qrng.h>
#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/stream.h"

/* What draws of a design are for. */
enum { DRAW_PERMUTATION, DRAW_WITHIN, DRAW_SCRAMBLE, DRAW_PATH };

/* GSL gives Sobol's numbers as so many bits. */
enum { SOBOL_BITS = 30 };

static struct moment designed(uint64_t seed)
{
    return (struct moment){stream_key(seed, UINT32_MAX), 0};
}

/* Fisher and Yates. */
static void shuffle(uint32_t *order, size_t n, struct stream *draw)
{
    for (size_t i = 0; i < n; i++)
        order[i] = (uint32_t)i;
    for (size_t i = n; i > 1; i--) {
        const size_t other = stream_below(draw, (uint32_t)i);
        const uint32_t held = order[i - 1];
        order[i - 1] = order[other];
        order[other] = held;
    }
}

bool samples_lhs(double *rows, size_t n, size_t dimensions, uint64_t seed, struct spel_error *error)
{
    uint32_t *order = memory_take(n, sizeof *order, error);
    if (!order)
        return false;
    for (size_t d = 0; d < dimensions; d++) {
        struct stream draw = stream_open(designed(seed), DRAW_PERMUTATION, (uint32_t)d);
        struct stream within = stream_open(designed(seed), DRAW_WITHIN, (uint32_t)d);
        shuffle(order, n, &draw);
        for (size_t i = 0; i < n; i++)
            rows[i * dimensions + d] = (order[i] + stream_uniform(&within)) / (double)n;
    }
    memory_release(order);
    return true;
}

/* Owen's nested scrambling: whether a bit flips depends on all bits before it. What comes
 * below the last bit is random, so that no sample lies on a corner. */
static double scramble(double plain, uint32_t dimension, uint64_t seed)
{
    const uint32_t bits = (uint32_t)(plain * (double)(1u << SOBOL_BITS) + 0.5);
    uint32_t scrambled = 0;
    for (int b = SOBOL_BITS - 1; b >= 0; b--) {
        struct stream lot = stream_open(designed(seed), DRAW_SCRAMBLE, dimension);
        lot.counter.word[1] = (uint32_t)b;
        lot.counter.word[3] = b + 1 < SOBOL_BITS ? bits >> (b + 1) : 0;
        const uint32_t flip = stream_word(&lot) & 1;
        scrambled |= ((bits >> b & 1) ^ flip) << b;
    }
    struct stream rest = stream_open(designed(seed), DRAW_WITHIN, dimension);
    rest.counter.word[3] = bits;
    return (scrambled + stream_uniform(&rest)) / (double)(1u << SOBOL_BITS);
}

bool samples_sobol(double *rows, size_t n, size_t dimensions, uint64_t seed,
                   struct spel_error *error)
{
    gsl_qrng *sequence = gsl_qrng_alloc(gsl_qrng_sobol, (unsigned)dimensions);
    if (!sequence)
        return error_set(error, SPEL_ERROR_MEMORY, "no memory for a design");
    /* GSL leaves out the first point of the sequence, the origin; a net needs it. */
    memset(rows, 0, dimensions * sizeof *rows);
    for (size_t i = 1; i < n; i++)
        gsl_qrng_get(sequence, rows + i * dimensions);
    gsl_qrng_free(sequence);
    for (size_t i = 0; i < n; i++)
        for (size_t d = 0; d < dimensions; d++)
            rows[i * dimensions + d] = scramble(rows[i * dimensions + d], (uint32_t)d, seed);
    return true;
}

bool samples_saltelli(double *rows, size_t n, size_t dimensions, uint64_t seed,
                      struct spel_error *error)
{
    const size_t k = dimensions;
    double *both = memory_take(n * 2 * k, sizeof *both, error);
    if (!both || !samples_sobol(both, n, 2 * k, seed, error)) {
        memory_release(both);
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        const double *a = both + i * 2 * k, *b = a + k;
        double *row = rows + i * (k + 2) * k;
        for (size_t r = 0; r < k + 2; r++)
            memcpy(row + r * k, r <= k ? a : b, k * sizeof *row);
        for (size_t d = 0; d < k; d++)
            row[(d + 1) * k + d] = b[d];
    }
    memory_release(both);
    return true;
}

/* Morris' levels 0, 1/3, 2/3 and 1; the last is the largest number below 1, so that a share
 * of a list is in the list. */
static double level(uint32_t which)
{
    return which == MORRIS_LEVELS - 1 ? 1 - 0x1p-53 : which / (MORRIS_LEVELS - 1.0);
}

/* One path: from a level anywhere, each factor in turn, in an order of its own, steps up or
 * down by half the number of levels. */
static void path(double *rows, const uint32_t *order, size_t k, struct stream *draw)
{
    const uint32_t half = MORRIS_LEVELS / 2;
    for (size_t d = 0; d < k; d++)
        rows[d] = level(stream_below(draw, MORRIS_LEVELS));
    for (size_t step = 0; step < k; step++) {
        double *row = rows + (step + 1) * k;
        memcpy(row, row - k, k * sizeof *row);
        double *moved = row + order[step];
        const uint32_t from = (uint32_t)(*moved * (MORRIS_LEVELS - 1) + 0.5);
        *moved = level(from < half ? from + half : from - half);
    }
}

bool samples_morris(double *rows, size_t n, size_t dimensions, uint64_t seed,
                    struct spel_error *error)
{
    uint32_t *order = memory_take(dimensions, sizeof *order, error);
    if (!order)
        return false;
    for (size_t i = 0; i < n; i++) {
        struct stream draw = stream_open(designed(seed), DRAW_PATH, (uint32_t)i);
        shuffle(order, dimensions, &draw);
        path(rows + i * (dimensions + 1) * dimensions, order, dimensions, &draw);
    }
    memory_release(order);
    return true;
}

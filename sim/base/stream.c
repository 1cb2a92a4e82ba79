#include "base/stream.h"

#include "base/digest.h"

/* Seed and replicate are mixed, so that replicate 1 of seed 7 and replicate 0
 * of seed 8 share nothing. */
struct philox_key stream_key(uint64_t seed, uint32_t replicate)
{
    const uint64_t mixed = digest_mix(digest_mix(seed) + replicate);
    const struct philox_key key = {{(uint32_t)mixed, (uint32_t)(mixed >> 32)}};
    return key;
}

double stream_beta25(struct stream *stream)
{
    uint32_t smallest = UINT32_MAX, second = UINT32_MAX;
    for (int i = 0; i < 6; i++) {
        const uint32_t word = stream_word(stream), larger = word < smallest ? smallest : word;
        smallest = word < smallest ? word : smallest;
        second = larger < second ? larger : second;
    }
    return uniform_of(second);
}

/* Gamma with unit scale: the squeeze of Marsaglia and Tsang (2000); below shape 1
 * that of shape + 1 times a power of a uniform. */
static double gamma_draw(struct stream *stream, double shape)
{
    const double boost =
        shape < 1 ? elementary_exp(elementary_log(stream_uniform(stream)) / shape) : 1;
    const double d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3, c = 1 / elementary_sqrt(9 * d);
    for (;;) {
        const double x = stream_normal(stream), u = stream_uniform(stream);
        const double root = 1 + c * x, v = root * root * root, square = x * x;
        if (root <= 0)
            continue;
        if (u < 1 - 0.0331 * square * square ||
            elementary_log(u) < square / 2 + d * (1 - v + elementary_log(v)))
            return boost * d * v;
    }
}

double stream_beta(struct stream *stream, double mean, double sd)
{
    const double size = mean * (1 - mean) / (sd * sd) - 1;
    const double one = gamma_draw(stream, mean * size);
    return one / (one + gamma_draw(stream, (1 - mean) * size));
}

double stream_gap_scale(double chance)
{
    return -1 / elementary_log(1 - chance);
}

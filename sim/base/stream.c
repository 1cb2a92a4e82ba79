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
    double smallest = 1, second = 1;
    for (int i = 0; i < 6; i++) {
        const double u = stream_uniform(stream);
        if (u < smallest) {
            second = smallest;
            smallest = u;
        } else if (u < second) {
            second = u;
        }
    }
    return second;
}

double stream_gap_scale(double chance)
{
    return -1 / elementary_log(1 - chance);
}

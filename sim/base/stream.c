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

double stream_gap_scale(double chance)
{
    return -1 / elementary_log(1 - chance);
}

/* Addressed draws: a stream is opened on the stack for one entity, one month
 * and one purpose, and gives the same numbers whoever asks, in whatever order.
 *
 * Key: seed and replicate. Counter: entity, month, purpose, draw. */
#ifndef BASE_STREAM_H
#define BASE_STREAM_H

#include <stdint.h>

#include "base/elementary.h"
#include "base/philox.h"

/* The moment: when it is, and in which of the possible worlds. */
struct moment {
    struct philox_key key;
    uint32_t month; /* since the start of the run; settlement is month 0 */
};

struct stream {
    struct philox_key key;
    struct philox_block counter;
    struct philox_block block;
    uint32_t used;
};

struct philox_key stream_key(uint64_t seed, uint32_t replicate);

static inline struct stream stream_open(struct moment now, uint32_t purpose, uint32_t entity)
{
    const struct stream stream = {
        .key = now.key, .counter = {{entity, now.month, purpose, 0}}, .used = 4};
    return stream;
}

static inline uint32_t stream_word(struct stream *stream)
{
    if (stream->used == 4) {
        stream->block = philox(stream->key, stream->counter);
        stream->counter.word[3]++;
        stream->used = 0;
    }
    return stream->block.word[stream->used++];
}

/* In (0, 1), never 0 and never 1, from one word. */
static inline double uniform_of(uint32_t word)
{
    return ((double)word + 0.5) * 0x1p-32;
}

/* No word above this one gives a uniform below `chance`, nor below what rounding makes of it. */
static inline uint32_t word_below(double chance)
{
    const double most = chance * (0x1p32 * (1 + 1e-9));
    return most < UINT32_MAX ? (uint32_t)(most > 0 ? most : 0) : UINT32_MAX;
}

/* A whole number below `bound` (at least 1), from one word. */
static inline uint32_t below_of(uint32_t word, uint32_t bound)
{
    return (uint32_t)((uint64_t)word * bound >> 32);
}

static inline double stream_uniform(struct stream *stream)
{
    return uniform_of(stream_word(stream));
}

static inline uint32_t stream_below(struct stream *stream, uint32_t bound)
{
    return below_of(stream_word(stream), bound);
}

static inline double stream_normal(struct stream *stream)
{
    return elementary_normal_quantile(stream_uniform(stream));
}

/* Beta(2,5): the second smallest of six uniforms. */
double stream_beta25(struct stream *stream);
/* Beta with this mean in (0, 1) and standard deviation below that of a coin of
 * the mean. Takes as many words as it needs: the last draw of a stream. */
double stream_beta(struct stream *stream, double mean, double sd);

/* How many places to skip before the next candidate, when each is one with
 * the chance whose `scale` is -1/log(1 - chance): see stream_gap_scale. */
static inline uint32_t stream_gap(struct stream *stream, double scale)
{
    const double gap = -elementary_log(stream_uniform(stream)) * scale;
    return gap < 4e9 ? (uint32_t)gap : 4000000000u;
}

double stream_gap_scale(double chance);

#endif

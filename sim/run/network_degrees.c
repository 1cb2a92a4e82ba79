#include "run/network_degrees.h"

#include <string.h>

#include "base/memory.h"

static bool degrees_room(struct network_degrees *degrees, size_t count, struct spel_error *error)
{
    if (count <= degrees->count)
        return true;
    uint64_t *sum = memory_take(count, sizeof *sum, error);
    uint64_t *square = memory_take(count, sizeof *square, error);
    if (!sum || !square) {
        memory_release(sum);
        memory_release(square);
        return false;
    }
    if (degrees->count > 0) {
        memcpy(sum, degrees->sum, degrees->count * sizeof *sum);
        memcpy(square, degrees->square, degrees->count * sizeof *square);
    }
    memory_release(degrees->sum);
    memory_release(degrees->square);
    *degrees = (struct network_degrees){count, sum, square};
    return true;
}

bool network_degrees_add(struct network_degrees *degrees, const struct lists *lists,
                         struct spel_error *error)
{
    uint32_t most = 0;
    for (uint32_t i = 0; i < lists->actors; i++)
        most = lists_degree(lists, i) > most ? lists_degree(lists, i) : most;
    uint64_t *number = memory_take((size_t)most + 1, sizeof *number, error);
    if (!number || !degrees_room(degrees, (size_t)most + 1, error)) {
        memory_release(number);
        return false;
    }
    for (uint32_t i = 0; i < lists->actors; i++)
        number[lists_degree(lists, i)]++;
    for (size_t d = 0; d <= most; d++) {
        degrees->sum[d] += number[d];
        degrees->square[d] += number[d] * number[d];
    }
    memory_release(number);
    return true;
}

bool network_degrees_merge(struct network_degrees *all, const struct network_degrees *one,
                           struct spel_error *error)
{
    size_t count = one->count;
    while (count > 0 && one->sum[count - 1] == 0)
        count--;
    if (!degrees_room(all, count, error))
        return false;
    for (size_t d = 0; d < count; d++) {
        all->sum[d] += one->sum[d];
        all->square[d] += one->square[d];
    }
    return true;
}

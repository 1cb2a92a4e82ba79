/* How far actors are from each other, and which of them hang together. */
#include "base/memory.h"
#include "network/statistics_rows.h"

enum { FURTHEST = 7, UNREACHED = FURTHEST, PATH_STATISTICS, TOGETHER = 64 };

static unsigned ones(uint64_t word)
{
    word -= word >> 1 & 0x5555555555555555u;
    word = (word & 0x3333333333333333u) + (word >> 2 & 0x3333333333333333u);
    word = (word + (word >> 4)) & 0x0f0f0f0f0f0f0f0fu;
    return (unsigned)(word * 0x0101010101010101u >> 56);
}

/* One step further from all of them: who is met for the first time, in how many pairs. */
static size_t step_further(const struct network *network, uint64_t *seen, uint64_t *front,
                           uint64_t *next)
{
    size_t met = 0;
    for (uint32_t i = 0; i < network->actors; i++) {
        const uint32_t *row = lists_row(&network->out, i);
        const uint32_t degree = front[i] == 0 ? 0 : lists_degree(&network->out, i);
        for (uint32_t k = 0; k < degree; k++)
            next[lists_actor(row[k])] |= front[i];
    }
    for (uint32_t i = 0; i < network->actors; i++) {
        front[i] = next[i] & ~seen[i];
        seen[i] |= front[i];
        next[i] = 0;
        met += ones(front[i]);
    }
    return met;
}

/* Whom the 64 actors from `first` on reach, a bit of a word each, step by step (Then and others
 * 2014, Proceedings of the VLDB Endowment 8). `memory` has three words for every actor, the last
 * of them 0. */
static void count_reached(const struct network *network, uint32_t first, uint64_t *memory,
                          double *value)
{
    const uint32_t n = network->actors, many = n - first < TOGETHER ? n - first : TOGETHER;
    uint64_t *seen = memory, *front = memory + n, *next = memory + 2 * (size_t)n;
    for (uint32_t i = 0; i < n; i++)
        seen[i] = front[i] = i - first < many ? (uint64_t)1 << (i - first) : 0;
    size_t unmet = (size_t)many * (n - 1), met;
    for (size_t steps = 1; (met = step_further(network, seen, front, next)) > 0; steps++) {
        value[(steps < FURTHEST ? steps : FURTHEST) - 1] += (double)met;
        unmet -= met;
    }
    value[UNREACHED] += (double)unmet;
}

bool statistics_distances(struct statistics_out *out, struct spel_error *error)
{
    static const char *const names[] = {"geo_1", "geo_2", "geo_3",     "geo_4",
                                        "geo_5", "geo_6", "geo_7plus", "geo_inf"};
    const struct network *now = out->context->now;
    double value[PATH_STATISTICS] = {0};
    if (now->actors > STATISTICS_PATHS_MOST)
        return true;
    if (out->values) {
        uint64_t *memory = memory_take(3 * (size_t)now->actors, sizeof *memory, error);
        if (!memory)
            return false;
        for (uint32_t first = 0; first < now->actors; first += TOGETHER)
            count_reached(now, first, memory, value);
        memory_release(memory);
    }
    statistics_put_all(out, names, PATH_STATISTICS, NULL, value);
    return true;
}

/* The one that stands for the actor's component; the way there is shortened. */
static uint32_t root_of(uint32_t *parent, uint32_t actor)
{
    while (parent[actor] != actor) {
        parent[actor] = parent[parent[actor]];
        actor = parent[actor];
    }
    return actor;
}

static void join_all(const struct network *network, uint32_t *parent, uint32_t *size)
{
    for (uint32_t i = 0; i < network->actors; i++) {
        parent[i] = i;
        size[i] = 1;
    }
    for (uint32_t i = 0; i < network->actors; i++)
        for (uint32_t k = 0; k < lists_degree(&network->out, i); k++) {
            uint32_t one = root_of(parent, i);
            uint32_t other = root_of(parent, lists_actor(lists_row(&network->out, i)[k]));
            if (one == other)
                continue;
            if (size[one] < size[other]) {
                const uint32_t swap = one;
                one = other;
                other = swap;
            }
            parent[other] = one;
            size[one] += size[other];
        }
}

bool statistics_components(struct statistics_out *out, struct spel_error *error)
{
    const struct network *now = out->context->now;
    double components = 0, largest = 0;
    if (out->values) {
        uint32_t *parent = memory_take(2 * (size_t)now->actors, sizeof *parent, error);
        if (!parent)
            return false;
        uint32_t *size = parent + now->actors;
        join_all(now, parent, size);
        for (uint32_t i = 0; i < now->actors; i++) {
            const bool stands = parent[i] == i;
            components += stands;
            largest = stands && size[i] > largest ? size[i] : largest;
        }
        memory_release(parent);
    }
    statistics_put(out, "weak_components", NULL, components);
    statistics_put(out, "largest_weak_component", NULL, largest);
    return true;
}

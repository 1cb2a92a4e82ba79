/* How far actors are from each other, and which of them hang together. */
#include "base/memory.h"
#include "network/statistics_rows.h"

enum { FURTHEST = 7, UNREACHED = FURTHEST, PATH_STATISTICS };

/* Whom ego reaches, step by step; `queue` and `mark` have a place for every actor. */
static void count_reached(const struct network *network, uint32_t ego, uint32_t *queue,
                          uint32_t *mark, double *value)
{
    size_t head = 0, end = 1, level_end = 1, steps = 1;
    queue[0] = ego;
    mark[ego] = ego + 1;
    while (head < end) {
        const uint32_t *row = lists_row(&network->out, queue[head]);
        const uint32_t degree = lists_degree(&network->out, queue[head]);
        for (uint32_t k = 0; k < degree; k++) {
            const uint32_t next = lists_actor(row[k]);
            if (mark[next] == ego + 1)
                continue;
            mark[next] = ego + 1;
            queue[end++] = next;
        }
        if (++head == level_end) {
            value[(steps < FURTHEST ? steps : FURTHEST) - 1] += (double)(end - level_end);
            level_end = end;
            steps++;
        }
    }
    value[UNREACHED] += (double)(network->actors - end);
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
        uint32_t *queue = memory_take(2 * (size_t)now->actors, sizeof *queue, error);
        if (!queue)
            return false;
        for (uint32_t i = 0; i < now->actors; i++)
            count_reached(now, i, queue, queue + now->actors, value);
        memory_release(queue);
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

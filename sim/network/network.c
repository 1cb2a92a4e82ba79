#include "network/network.h"

#include "base/elementary.h"
#include "base/memory.h"

enum { LINE = 64, HEADS = 2 * sizeof(struct list), HOMES = 2 * LISTS_HOME };

/* Half a line, or whole ones: no actor lies across more than it needs. */
bool network_init(struct network *network, uint32_t actors, size_t attributes, size_t ties,
                  struct spel_error *error)
{
    const size_t needed = HEADS + attributes * sizeof(double);
    const size_t step = needed <= LINE / 2 ? LINE / 2 : (needed + LINE - 1) / LINE * LINE;
    *network = (struct network){.actors = actors, .record_size = step / sizeof(double)};
    if (actors > LISTS_ACTOR)
        return error_set(error, SPEL_ERROR_INPUT, "a network has at most %d actors", LISTS_ACTOR);
    network->lines = memory_take(actors, step, error);
    network->homes = memory_take(actors, HOMES * sizeof *network->homes, error);
    if (!network->lines || !network->homes)
        return false;
    struct list *heads = network->lines;
    network->record = (double *)(void *)(heads + 2);
    network->out = (struct lists){
        .actors = actors, .list = heads, .step = step, .home = network->homes, .stride = HOMES};
    network->in = network->out;
    network->in.list++;
    network->in.home += LISTS_HOME;
    return lists_init(&network->out, ties, error) && lists_init(&network->in, ties, error);
}

void network_clear(struct network *network)
{
    lists_clear(&network->out);
    lists_clear(&network->in);
    memory_release(network->lines);
    memory_release(network->homes);
    *network = (struct network){0};
}

bool network_make(struct network *network, uint32_t ego, uint32_t alter, struct spel_error *error)
{
    if (!lists_add(&network->out, ego, alter, error))
        return false;
    if (!lists_add(&network->in, alter, ego, error)) {
        lists_remove(&network->out, ego, alter);
        return false;
    }
    return true;
}

void network_drop(struct network *network, uint32_t ego, uint32_t alter)
{
    lists_remove(&network->out, ego, alter);
    lists_remove(&network->in, alter, ego);
}

static double listed_pair(const struct dyadic *dyadic, uint32_t ego, uint32_t alter)
{
    size_t low = dyadic->first[ego], high = dyadic->first[ego + 1];
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (dyadic->alter[middle] == alter)
            return dyadic->value[middle];
        if (dyadic->alter[middle] < alter)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

double network_pair(const struct network *network, const struct dyadic *dyadic, uint32_t ego,
                    uint32_t alter)
{
    if (dyadic->kind == DYADIC_PAIRS)
        return listed_pair(dyadic, ego, alter);
    const double east = network_attribute(network, ego, dyadic->column[0]) -
                        network_attribute(network, alter, dyadic->column[0]);
    const double north = network_attribute(network, ego, dyadic->column[1]) -
                         network_attribute(network, alter, dyadic->column[1]);
    return elementary_sqrt(east * east + north * north) * dyadic->scale;
}

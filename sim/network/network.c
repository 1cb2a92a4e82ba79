#include "network/network.h"

#include "base/elementary.h"

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

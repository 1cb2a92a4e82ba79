#include "network/plane.h"

#include "base/elementary.h"
#include "base/memory.h"
#include "base/sort.h"

enum { FINEST = 15, MOST_LEVEL = 12, LONGEST_REACH = 127, LEAST_A_CELL = 1, MOST_A_CELL = 64 };

/* The corner of the actors and the length of the square around them. */
static double find_square(const struct network *network, const size_t column[2], double corner[2])
{
    double length = 0;
    for (int axis = 0; axis < 2; axis++) {
        double low = network_attribute(network, 0, column[axis]), high = low;
        for (uint32_t i = 1; i < network->actors; i++) {
            const double value = network_attribute(network, i, column[axis]);
            low = value < low ? value : low;
            high = value > high ? value : high;
        }
        corner[axis] = low;
        length = high - low > length ? high - low : length;
    }
    return length > 0 ? length : 1;
}

static uint32_t cell_of(const struct plane *plane, uint32_t actor)
{
    return plane_cell(plane_along(plane, actor, 0), plane_along(plane, actor, 1));
}

static void lay_out(struct plane *plane, double length, unsigned level)
{
    const double cells = (double)(1u << level);
    plane->level = level;
    plane->per_unit = cells / length;
    plane->reach = (1l << level) - 1 < LONGEST_REACH ? (1l << level) - 1 : LONGEST_REACH;
}

void plane_order(const struct network *network, const size_t column[2], uint32_t *order,
                 uint64_t *spare)
{
    struct plane plane = {.network = network, .column = {column[0], column[1]}};
    lay_out(&plane, find_square(network, column, plane.corner), FINEST);
    for (uint32_t i = 0; i < network->actors; i++)
        spare[i] = sort_item(cell_of(&plane, i), i);
    sort_items(spare, spare + network->actors, network->actors);
    for (uint32_t i = 0; i < network->actors; i++)
        order[i] = sort_value(spare[i]);
}

static void count_cells(struct plane *plane)
{
    const size_t cells = (size_t)1 << 2 * plane->level;
    for (size_t c = 0; c <= cells; c++)
        plane->first[c] = 0;
    for (uint32_t i = 0; i < plane->network->actors; i++)
        plane->first[cell_of(plane, i) + 1]++;
    plane->fullest = 0;
    for (size_t c = 0; c < cells; c++) {
        plane->fullest =
            plane->first[c + 1] > plane->fullest ? plane->first[c + 1] : plane->fullest;
        plane->first[c + 1] += plane->first[c];
    }
}

/* Lists the actors by cell, unless that is how they lie. */
static bool list_members(struct plane *plane, struct spel_error *error)
{
    const uint32_t actors = plane->network->actors;
    bool in_order = true;
    for (uint32_t i = 1; i < actors && in_order; i++)
        in_order = cell_of(plane, i - 1) <= cell_of(plane, i);
    if (in_order)
        return true;
    plane->member = memory_take(actors, sizeof *plane->member, error);
    if (!plane->member)
        return false;
    for (uint32_t i = 0; i < actors; i++)
        plane->member[plane->first[cell_of(plane, i)]++] = i;
    for (size_t c = (size_t)1 << 2 * plane->level; c > 0; c--)
        plane->first[c] = plane->first[c - 1];
    plane->first[0] = 0;
    return true;
}

/* The shortest and longest distance between two cells, `across` and `up` cells apart. */
static double cell_distance(const struct plane *plane, long across, long up, bool longest)
{
    const double a = (double)(across < 0 ? -across : across), b = (double)(up < 0 ? -up : up);
    const double x = longest ? a + 1 : a > 1 ? a - 1 : 0, y = longest ? b + 1 : b > 1 ? b - 1 : 0;
    return elementary_sqrt(x * x + y * y) / plane->per_unit;
}

/* The table of offsets: a weight each, then aliases. `spare` has room for as many indices. */
static void make_aliases(struct plane *plane, size_t offsets, uint32_t *spare)
{
    double total = 0;
    for (size_t o = 0; o < offsets; o++)
        total += plane->keep[o];
    size_t small = 0, large = offsets;
    for (size_t o = 0; o < offsets; o++) {
        plane->keep[o] *= (double)offsets / total;
        plane->alias[o] = (uint32_t)o;
        if (plane->keep[o] < 1)
            spare[small++] = (uint32_t)o;
        else
            spare[--large] = (uint32_t)o;
    }
    while (small > 0 && large < offsets) {
        const uint32_t poor = spare[--small], rich = spare[large];
        plane->alias[poor] = rich;
        plane->keep[rich] -= 1 - plane->keep[poor];
        if (plane->keep[rich] < 1) {
            large++;
            spare[small++] = rich;
        }
    }
    while (small > 0)
        plane->keep[spare[--small]] = 1;
    plane->near_total = total;
}

static size_t offsets_of(const struct plane *plane)
{
    return (size_t)(2 * plane->reach + 1) * (size_t)(2 * plane->reach + 1);
}

static double weigh_offsets(struct plane *plane, const struct dyadic *dyadic, double value)
{
    const long reach = plane->reach;
    double total = 0;
    for (long up = -reach; up <= reach; up++)
        for (long across = -reach; across <= reach; across++) {
            const size_t o = (size_t)((up + reach) * (2 * reach + 1) + across + reach);
            const double distance = cell_distance(plane, across, up, value > 0) * dyadic->scale;
            plane->weight[o] = value * (distance - dyadic->mean);
            plane->keep[o] = plane->fullest * elementary_exp(plane->weight[o]);
            total += plane->keep[o];
        }
    return total;
}

/* Beyond the reach everybody may be proposed, at the weight of its edge. */
static void weigh_beyond(struct plane *plane, const struct network *network,
                         const struct dyadic *dyadic, double value)
{
    const bool whole = plane->reach + 1 >= 1l << plane->level;
    const double edge =
        value > 0 ? dyadic->most : cell_distance(plane, plane->reach + 1, 0, false) * dyadic->scale;
    plane->beyond_weight = value * (edge - dyadic->mean);
    plane->beyond_total = whole ? 0 : network->actors * elementary_exp(plane->beyond_weight);
}

/* The smallest cells that hold an actor each in the mean. */
static unsigned finest_level(uint32_t actors)
{
    unsigned level = 0;
    while (level < MOST_LEVEL && actors >> 2 * (level + 1) >= LEAST_A_CELL)
        level++;
    return level;
}

/* The size of cells that asks for the fewest proposals for one acceptance. */
static void choose_level(struct plane *plane, const struct dyadic *dyadic, double value,
                         double length)
{
    unsigned best = 0;
    double least = -1;
    for (unsigned level = 0; level <= finest_level(plane->network->actors); level++) {
        if (level > 0 && plane->network->actors >> 2 * level > MOST_A_CELL)
            continue;
        lay_out(plane, length, level);
        count_cells(plane);
        const double near = weigh_offsets(plane, dyadic, value);
        weigh_beyond(plane, plane->network, dyadic, value);
        if (least < 0 || near + plane->beyond_total < least) {
            least = near + plane->beyond_total;
            best = level;
        }
    }
    lay_out(plane, length, best);
    count_cells(plane);
}

/* Offsets that together weigh nothing go to the proposals beyond. */
static void shorten_reach(struct plane *plane, const struct network *network,
                          const struct dyadic *dyadic, double value)
{
    if (value >= 0)
        return;
    const double total = weigh_offsets(plane, dyadic, value);
    while (plane->reach > 1) {
        plane->reach--;
        weigh_beyond(plane, network, dyadic, value);
        if (plane->beyond_total > total / 1000) {
            plane->reach++;
            return;
        }
    }
}

bool plane_init(struct plane *plane, const struct network *network, const struct dyadic *dyadic,
                double value, struct spel_error *error)
{
    *plane = (struct plane){.network = network, .column = {dyadic->column[0], dyadic->column[1]}};
    lay_out(plane, 1, finest_level(network->actors));
    const size_t offsets = offsets_of(plane);
    const size_t most_cells = network->actors / LEAST_A_CELL + 1;
    plane->first = memory_take(most_cells + 1, sizeof *plane->first, error);
    plane->weight = memory_take(offsets, sizeof *plane->weight, error);
    plane->keep = memory_take(offsets, sizeof *plane->keep, error);
    plane->alias = memory_take(offsets, sizeof *plane->alias, error);
    uint32_t *spare = memory_take(offsets, sizeof *spare, error);
    const bool fine = plane->first && plane->weight && plane->keep && plane->alias && spare;
    if (fine) {
        choose_level(plane, dyadic, value, find_square(network, dyadic->column, plane->corner));
        shorten_reach(plane, network, dyadic, value);
        weigh_offsets(plane, dyadic, value);
        weigh_beyond(plane, network, dyadic, value);
        make_aliases(plane, offsets_of(plane), spare);
        plane->per_row = (uint32_t)(UINT32_MAX / (uint64_t)(2 * plane->reach + 1) + 1);
    }
    memory_release(spare);
    return fine && list_members(plane, error);
}

void plane_clear(struct plane *plane)
{
    void *all[] = {plane->first, plane->member, plane->weight, plane->keep, plane->alias};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        memory_release(all[i]);
    *plane = (struct plane){0};
}

#include "network/plane.h"

#include "base/elementary.h"
#include "base/memory.h"

enum { MOST_CELLS_A_SIDE = 4096, LONGEST_REACH = 127, SIZES = 6 };

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
    return length;
}

static uint32_t cell_of(const struct plane *plane, const struct network *network,
                        const size_t column[2], uint32_t actor)
{
    size_t at[2];
    for (int axis = 0; axis < 2; axis++) {
        const double value = network_attribute(network, actor, column[axis]);
        const size_t most = axis == 0 ? plane->columns : plane->rows;
        at[axis] = (size_t)((value - plane->origin[axis]) / plane->side);
        at[axis] = at[axis] < most ? at[axis] : most - 1;
    }
    return (uint32_t)(at[1] * plane->columns + at[0]);
}

static void fill_cells(struct plane *plane, const struct network *network, const size_t column[2])
{
    const size_t cells = plane->columns * plane->rows;
    for (size_t c = 0; c <= cells; c++)
        plane->first[c] = 0;
    for (uint32_t i = 0; i < network->actors; i++) {
        plane->cell[i] = cell_of(plane, network, column, i);
        plane->first[plane->cell[i] + 1]++;
    }
    plane->fullest = 0;
    for (size_t c = 0; c < cells; c++) {
        plane->fullest =
            plane->first[c + 1] > plane->fullest ? plane->first[c + 1] : plane->fullest;
        plane->first[c + 1] += plane->first[c];
    }
    for (uint32_t i = 0; i < network->actors; i++)
        plane->member[plane->first[plane->cell[i]]++] = i;
    for (size_t c = cells; c > 0; c--)
        plane->first[c] = plane->first[c - 1];
    plane->first[0] = 0;
}

/* The shortest and longest distance between two cells, `across` and `up` cells apart. */
static double cell_distance(const struct plane *plane, long across, long up, bool longest)
{
    const double a = (double)(across < 0 ? -across : across), b = (double)(up < 0 ? -up : up);
    const double x = longest ? a + 1 : a > 1 ? a - 1 : 0, y = longest ? b + 1 : b > 1 ? b - 1 : 0;
    return elementary_sqrt(x * x + y * y) * plane->side;
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
    const bool whole =
        plane->reach + 1 >= (long)plane->columns && plane->reach + 1 >= (long)plane->rows;
    const double edge =
        value > 0 ? dyadic->most : cell_distance(plane, plane->reach + 1, 0, false) * dyadic->scale;
    plane->beyond_weight = value * (edge - dyadic->mean);
    plane->beyond_total = whole ? 0 : network->actors * elementary_exp(plane->beyond_weight);
}

static void lay_out(struct plane *plane, const struct network *network, const size_t column[2],
                    double length, size_t cells_a_side)
{
    plane->columns = plane->rows = cells_a_side;
    plane->side = length > 0 ? length / (double)cells_a_side : 1;
    plane->reach = (long)cells_a_side - 1 < LONGEST_REACH ? (long)cells_a_side - 1 : LONGEST_REACH;
    fill_cells(plane, network, column);
}

/* The fewest proposals for one acceptance: among a few sizes of cells. */
static size_t best_cells(struct plane *plane, const struct network *network,
                         const struct dyadic *dyadic, double value, double length)
{
    size_t best = 1;
    double least = 0;
    for (int size = 0; size < SIZES; size++) {
        const double actors_a_cell = 2 << size;
        size_t cells = (size_t)elementary_sqrt(network->actors / actors_a_cell);
        cells = cells < 1 ? 1 : cells > MOST_CELLS_A_SIDE ? MOST_CELLS_A_SIDE : cells;
        lay_out(plane, network, dyadic->column, length, cells);
        const double near = weigh_offsets(plane, dyadic, value);
        weigh_beyond(plane, network, dyadic, value);
        const double total = near + plane->beyond_total;
        if (size == 0 || total < least) {
            least = total;
            best = cells;
        }
    }
    return best;
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
    *plane = (struct plane){0};
    const size_t most_offsets = (2 * LONGEST_REACH + 1) * (2 * LONGEST_REACH + 1);
    const size_t most_cells = network->actors + 1 < (size_t)MOST_CELLS_A_SIDE * MOST_CELLS_A_SIDE
                                  ? network->actors + 1
                                  : (size_t)MOST_CELLS_A_SIDE * MOST_CELLS_A_SIDE;
    plane->cell = memory_take(network->actors, sizeof *plane->cell, error);
    plane->first = memory_take(most_cells + 1, sizeof *plane->first, error);
    plane->member = memory_take(network->actors, sizeof *plane->member, error);
    plane->weight = memory_take(most_offsets, sizeof *plane->weight, error);
    plane->keep = memory_take(most_offsets, sizeof *plane->keep, error);
    plane->alias = memory_take(most_offsets, sizeof *plane->alias, error);
    uint32_t *spare = memory_take(most_offsets, sizeof *spare, error);
    const bool fine = plane->cell && plane->first && plane->member && plane->weight &&
                      plane->keep && plane->alias && spare;
    if (fine) {
        const double length = find_square(network, dyadic->column, plane->origin);
        const size_t cells = best_cells(plane, network, dyadic, value, length);
        lay_out(plane, network, dyadic->column, length, cells);
        shorten_reach(plane, network, dyadic, value);
        weigh_offsets(plane, dyadic, value);
        weigh_beyond(plane, network, dyadic, value);
        make_aliases(plane, offsets_of(plane), spare);
    }
    memory_release(spare);
    return fine;
}

void plane_clear(struct plane *plane)
{
    void *all[] = {plane->cell,   plane->first, plane->member,
                   plane->weight, plane->keep,  plane->alias};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        memory_release(all[i]);
    *plane = (struct plane){0};
}

static long column_of(const struct plane *plane, uint32_t cell)
{
    return (long)(cell % plane->columns);
}

static long row_of(const struct plane *plane, uint32_t cell)
{
    return (long)(cell / plane->columns);
}

static uint32_t propose_beyond(const struct plane *plane, uint32_t ego, struct stream *draw)
{
    const uint32_t alter = stream_below(draw, plane->first[plane->columns * plane->rows]);
    const long across = column_of(plane, plane->cell[alter]) - column_of(plane, plane->cell[ego]);
    const long up = row_of(plane, plane->cell[alter]) - row_of(plane, plane->cell[ego]);
    const bool within = across <= plane->reach && across >= -plane->reach && up <= plane->reach &&
                        up >= -plane->reach;
    return within ? ego : alter;
}

uint32_t plane_propose(const struct plane *plane, uint32_t ego, struct stream *draw, double *bound)
{
    if (plane->beyond_total > 0 && stream_uniform(draw) * plane_total(plane) >= plane->near_total) {
        *bound = plane->beyond_weight;
        return propose_beyond(plane, ego, draw);
    }
    const size_t side = (size_t)(2 * plane->reach + 1);
    size_t offset = stream_below(draw, (uint32_t)(side * side));
    if (stream_uniform(draw) >= plane->keep[offset])
        offset = plane->alias[offset];
    *bound = plane->weight[offset];
    const uint32_t home = plane->cell[ego];
    const long column = column_of(plane, home) + (long)(offset % side) - plane->reach;
    const long row = row_of(plane, home) + (long)(offset / side) - plane->reach;
    if (column < 0 || row < 0 || column >= (long)plane->columns || row >= (long)plane->rows)
        return ego;
    const size_t cell = (size_t)row * plane->columns + (size_t)column;
    const uint32_t place = plane->first[cell] + stream_below(draw, plane->fullest);
    return place < plane->first[cell + 1] ? plane->member[place] : ego;
}

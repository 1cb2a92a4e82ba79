/* Proposals by distance. */
#include "base/prefetch.h"
#include "network/plane.h"

static bool is_within(long across, long up, long reach)
{
    return across <= reach && across >= -reach && up <= reach && up >= -reach;
}

static uint32_t propose_beyond(const struct plane *plane, uint32_t ego, struct stream *draw)
{
    const uint32_t alter = stream_below(draw, plane->network->actors);
    const long across = (long)plane_along(plane, alter, 0) - (long)plane_along(plane, ego, 0);
    const long up = (long)plane_along(plane, alter, 1) - (long)plane_along(plane, ego, 1);
    return is_within(across, up, plane->reach) ? ego : alter;
}

void plane_aim(const struct plane *plane, uint32_t ego, uint32_t *const words[3],
               struct plane_aims *aims)
{
    const uint32_t side = (uint32_t)(2 * plane->reach + 1), offsets = side * side;
    const uint32_t left = plane_along(plane, ego, 0) - (uint32_t)plane->reach;
    const uint32_t low = plane_along(plane, ego, 1) - (uint32_t)plane->reach;
    const uint32_t cells = (1u << 2 * plane->level) - 1;
    for (size_t k = 0; k < PLANE_BATCH; k++) {
        const uint32_t drawn = below_of(words[0][k], offsets), other = plane->alias[drawn];
        const uint32_t kept = 0 - (uint32_t)(uniform_of(words[1][k]) < plane->keep[drawn]);
        const uint32_t offset = (drawn & kept) | (other & ~kept); /* no branch: a guess */
        const uint32_t up = below_of(offset, plane->per_row), across = offset - up * side;
        const uint32_t column = left + across, row = low + up;
        const bool outside = (column | row) >> plane->level != 0; /* on whichever side */
        aims->bound[k] = plane->weight[offset];
        aims->cell[k] = plane_cell(column, row) | (0 - (uint32_t)outside);
        aims->place[k] = below_of(words[2][k], plane->fullest);
        prefetch(&plane->first[plane_cell(column, row) & cells]);
    }
}

uint32_t plane_find(const struct plane *plane, uint32_t ego, uint32_t cell, uint32_t place)
{
    if (cell == PLANE_NOWHERE)
        return ego;
    const uint32_t at = plane->first[cell] + place;
    if (at >= plane->first[cell + 1])
        return ego;
    return plane->member ? plane->member[at] : at;
}

uint32_t plane_propose(const struct plane *plane, uint32_t ego, double share, struct stream *draw,
                       double *bound)
{
    if (!plane_is_within(plane, share)) {
        *bound = plane->beyond_weight;
        return propose_beyond(plane, ego, draw);
    }
    const uint32_t side = (uint32_t)(2 * plane->reach + 1);
    uint32_t offset = stream_below(draw, side * side);
    if (stream_uniform(draw) >= plane->keep[offset])
        offset = plane->alias[offset];
    *bound = plane->weight[offset];
    const uint32_t column = plane_along(plane, ego, 0) + offset % side - (uint32_t)plane->reach;
    const uint32_t row = plane_along(plane, ego, 1) + offset / side - (uint32_t)plane->reach;
    if (column >> plane->level != 0 || row >> plane->level != 0)
        return ego; /* outside the square, on whichever side */
    return plane_find(plane, ego, plane_cell(column, row), stream_below(draw, plane->fullest));
}

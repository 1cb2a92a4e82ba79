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

/* Offsets by the table of aliases. */
static void draw_offsets(const struct plane *plane, uint32_t *const words[3], uint32_t offsets,
                         uint32_t *restrict offset, double *restrict bound)
{
    for (size_t k = 0; k < PLANE_BATCH; k++) {
        const uint32_t drawn = below_of(words[0][k], offsets), other = plane->alias[drawn];
        const uint32_t kept = 0 - (uint32_t)(uniform_of(words[1][k]) < plane->keep[drawn]);
        offset[k] = (drawn & kept) | (other & ~kept); /* no branch: a guess */
        bound[k] = plane->weight[offset[k]];
    }
}

void plane_aim(const struct plane *plane, uint32_t ego, uint32_t *const words[3],
               struct plane_aims *aims)
{
    const uint32_t side = (uint32_t)(2 * plane->reach + 1);
    const uint32_t left = plane_along(plane, ego, 0) - (uint32_t)plane->reach;
    const uint32_t low = plane_along(plane, ego, 1) - (uint32_t)plane->reach;
    const uint32_t along = (1u << plane->level) - 1, per_row = plane->per_row;
    uint32_t offset[PLANE_BATCH], *restrict cell = aims->cell, *restrict place = aims->place;
    draw_offsets(plane, words, side * side, offset, aims->bound);
    for (size_t k = 0; k < PLANE_BATCH; k++) {
        const uint32_t up = below_of(offset[k], per_row), across = offset[k] - up * side;
        const uint32_t column = left + across, row = low + up;
        const bool outside = ((column | row) & ~along) != 0; /* on whichever side */
        cell[k] = plane_cell(column & along, row & along);
        place[k] = below_of(words[2][k], plane->fullest) | (outside ? PLANE_NOWHERE : 0);
    }
    for (size_t k = 0; k < PLANE_BATCH; k++)
        prefetch(&plane->first[cell[k]]);
}

/* Without a branch: half of the places are empty. */
uint32_t plane_find(const struct plane *plane, uint32_t ego, uint32_t cell, uint32_t place)
{
    const uint32_t at = plane->first[cell] + place;
    const uint32_t there = 0 - (uint32_t)(at < plane->first[cell + 1]);
    const uint32_t somebody = plane->member ? plane->member[at & there] : at;
    return (somebody & there) | (ego & ~there);
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

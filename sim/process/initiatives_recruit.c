#include "process/initiatives_parts.h"
#include "world/hours.h"

/* Who could be asked in a month at the most, which no scenario moves; near is so many places
 * either way; nobody younger is asked. */
enum { ASKS_CEILING = 8, STREET = 7, YOUNGEST = 16 * 12 };

/* Somebody who lives near: a place of the member's neighbourhood, a few addresses on. */
static uint32_t neighbour_of(const struct world *world, uint32_t member, struct stream *draw)
{
    const size_t n = world->blocks.neighbourhood[blocks_find(&world->blocks, member)];
    const uint32_t first = world->neighbourhoods.first[n];
    const uint32_t end = first + world->neighbourhoods.places[n];
    const uint32_t step = stream_below(draw, 2 * STREET) + 1;
    const uint32_t place = member + step - STREET - (step <= STREET);
    return place >= first && place < end ? place : member;
}

/* Somebody who has a tie with the member, either way. */
static uint32_t acquaintance_of(const struct world *world, uint32_t member, struct stream *draw)
{
    const struct ties *ties = &world->ties;
    const uint32_t out = ties->degree[member], in = ties->in_degree[member];
    const size_t row = (size_t)member * TIE_SLOTS;
    if (out + in == 0)
        return member;
    const uint32_t k = stream_below(draw, out + in);
    return tie_place(k < out ? ties->alter[row + k] : ties->ego[row + k - out]);
}

/* Asks one person, who may say yes. */
static void ask(const struct initiating *initiating, uint32_t row, struct stream *draw)
{
    struct world *world = initiating->world;
    const struct initiatives_params *p = &initiating->params->initiatives;
    const struct initiatives *s = &world->initiatives;
    const bool near = stream_uniform(draw) < p->asks_near;
    const uint32_t member =
        s->member[row * INITIATIVE_MEMBERS + stream_below(draw, s->members[row])];
    const uint32_t asked =
        near ? neighbour_of(world, member, draw) : acquaintance_of(world, member, draw);
    const int months = residents_age_months(&world->residents, asked, initiating->now.month);
    if (world->residents.id[asked] == 0 || months < YOUNGEST ||
        !membership_reaches(world, row, asked))
        return;
    const double time = hours_time(&world->residents, asked, initiating->now.month);
    if (stream_uniform(draw) < p->accept * time / p->usual_time)
        membership_join(world, row, asked);
}

/* Members stop, the sooner the less energy there is, and at once when burnt out. */
static void lose_members(const struct initiating *initiating, uint32_t row)
{
    struct world *world = initiating->world;
    const struct initiatives_params *p = &initiating->params->initiatives;
    const double energy = world->initiatives.energy[row];
    for (size_t k = world->initiatives.members[row]; k > 0; k--) {
        const uint32_t i = world->initiatives.member[row * INITIATIVE_MEMBERS + k - 1];
        struct stream draw =
            stream_open(initiating->now, DRAW_INITIATIVE_LEAVE, world->residents.id[i]);
        if (stream_uniform(&draw) < p->leave / 12 * 2 * (1 - energy) ||
            world->residents.burnout[i] > 0)
            membership_leave(world, row, k - 1, p->founder_loss);
    }
}

void recruit_month(const struct initiating *initiating, uint32_t row)
{
    const struct initiatives *s = &initiating->world->initiatives;
    lose_members(initiating, row);
    const double asks = initiating->params->initiatives.asks * (double)s->energy[row];
    for (uint32_t k = 0; k < ASKS_CEILING && s->members[row] > 0; k++) {
        struct stream draw = stream_open(initiating->now, DRAW_INITIATIVE_ASK,
                                         organisations_key(&initiating->world->organisations, row));
        draw.counter.word[3] = k << 16;
        if (stream_uniform(&draw) * ASKS_CEILING < asks)
            ask(initiating, row, &draw);
    }
}

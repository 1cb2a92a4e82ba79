#include "world/scratch.h"

#include "base/memory.h"

/* Movers of a month: at most one in forty places, and some for small ones. */
static uint32_t mover_room(uint32_t places)
{
    return places / 40 + 32;
}

/* Letters about ties: a month brings about one to six places, and all of a block
 * must fit: three rows of sixteen a place. */
static uint32_t letter_room(uint32_t places)
{
    return places / 4;
}
enum { LETTERS_OF_A_BLOCK = 3 * 16 * 4096 };

static size_t sum_of_rooms(uint32_t (*room)(uint32_t), const uint32_t *places, size_t count)
{
    size_t sum = 0;
    for (size_t n = 0; n < count; n++)
        sum += room(places[n]);
    return sum;
}

/* Takes everything; what could not be taken is NULL. */
static void take(struct scratch *scratch, struct spel_error *error)
{
    const size_t n = scratch->neighbourhoods, b = scratch->blocks;
    const size_t cells = DOMAINS * CONTRACT_SLOTS * RANKS;
    scratch->movers = memory_take(scratch->mover_capacity, sizeof *scratch->movers, error);
    scratch->mover_first = memory_take(n, sizeof *scratch->mover_first, error);
    scratch->mover_count = memory_take(n, sizeof *scratch->mover_count, error);
    scratch->mover_room = memory_take(n, sizeof *scratch->mover_room, error);
    scratch->letters = memory_take(scratch->letter_capacity, sizeof *scratch->letters, error);
    scratch->letter_spare =
        memory_take(scratch->letter_capacity, sizeof *scratch->letter_spare, error);
    scratch->letter_first = memory_take(b + 1, sizeof *scratch->letter_first, error);
    scratch->intent = memory_take(scratch->places, sizeof *scratch->intent, error);
    scratch->known = memory_take(scratch->places, sizeof *scratch->known, error);
    scratch->request_units = memory_take(scratch->places, sizeof *scratch->request_units, error);
    scratch->request_row = memory_take(scratch->places, sizeof *scratch->request_row, error);
    scratch->requests = memory_take(b, sizeof *scratch->requests, error);
    scratch->turns = memory_take(scratch->places, sizeof *scratch->turns, error);
    scratch->wanted = memory_take(b * cells, sizeof *scratch->wanted, error);
    scratch->cases = memory_take(scratch->rows, sizeof *scratch->cases, error);
    scratch->granted = memory_take(n * cells, sizeof *scratch->granted, error);
    scratch->share = memory_take(n, sizeof *scratch->share, error);
    scratch->tally = memory_take(b * TALLIES, sizeof *scratch->tally, error);
}

static bool complete(const struct scratch *s)
{
    return s->movers && s->mover_first && s->mover_count && s->mover_room && s->letters &&
           s->letter_spare && s->letter_first && s->intent && s->known && s->request_units &&
           s->request_row && s->requests && s->turns && s->wanted && s->cases && s->granted &&
           s->share && s->tally;
}

bool scratch_init(struct scratch *scratch, size_t blocks, size_t neighbourhoods,
                  const uint32_t *places, size_t rows, struct spel_error *error)
{
    scratch->blocks = blocks;
    scratch->rows = rows;
    scratch->neighbourhoods = neighbourhoods;
    scratch->mover_capacity = sum_of_rooms(mover_room, places, neighbourhoods);
    scratch->places = 0;
    for (size_t n = 0; n < neighbourhoods; n++)
        scratch->places += places[n];
    scratch->letter_capacity =
        sum_of_rooms(letter_room, places, neighbourhoods) + LETTERS_OF_A_BLOCK;
    take(scratch, error);
    if (!complete(scratch)) {
        scratch_clear(scratch);
        return false;
    }
    uint32_t first = 0;
    for (size_t n = 0; n < neighbourhoods; n++) {
        scratch->mover_first[n] = first;
        scratch->mover_room[n] = mover_room(places[n]);
        first += scratch->mover_room[n];
    }
    return true;
}

void scratch_clear(struct scratch *scratch)
{
    memory_release(scratch->movers);
    memory_release(scratch->mover_first);
    memory_release(scratch->mover_count);
    memory_release(scratch->mover_room);
    memory_release(scratch->letters);
    memory_release(scratch->letter_spare);
    memory_release(scratch->letter_first);
    memory_release(scratch->intent);
    memory_release(scratch->known);
    memory_release(scratch->request_units);
    memory_release(scratch->request_row);
    memory_release(scratch->requests);
    memory_release(scratch->turns);
    memory_release(scratch->wanted);
    memory_release(scratch->cases);
    memory_release(scratch->granted);
    memory_release(scratch->share);
    memory_release(scratch->tally);
    *scratch = (struct scratch){0};
}

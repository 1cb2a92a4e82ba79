#include "process/support_turns.h"

#include "world/draw.h"

/* Words of a block of the generator, and places that are looked at together. */
enum { WORDS = 4, STRETCH = 512, LANES = 8 };

/* By number of ties, as thresholds for a word: the chance of an opportunity in one round, and of
 * any in the month. */
struct chances {
    unsigned rounds;
    uint64_t one[TIE_SLOTS + 1];
    uint32_t any[TIE_SLOTS + 1];
};

/* Those of a stretch who have an opportunity in some round, while it is not known in which. */
struct waiting {
    uint32_t count;
    uint32_t place[STRETCH], id[STRETCH];
    uint64_t below[STRETCH]; /* so many words give an opportunity in a round */
    uint32_t word[WORDS][STRETCH];
};

/* So many words w have uniform_of(w) < chance. */
static uint64_t words_below(double chance)
{
    const double words = chance * 0x1p32 - 0.5;
    const uint64_t whole = words > 0 ? (uint64_t)words : 0;
    return whole + ((double)whole < words);
}

static void find_chances(struct chances *chances, const struct support_network_params *params,
                         unsigned rounds)
{
    chances->rounds = rounds;
    for (int ties = 0; ties <= TIE_SLOTS; ties++) {
        const double rate =
            params->rate * elementary_exp(params->rate_alone / (ties + 1.0)) / rounds;
        const double one = rate < 1 ? rate : 1;
        double none = 1;
        for (unsigned r = 0; r < rounds; r++)
            none *= 1 - one;
        const double any = (1 - none) * 0x1p32;
        chances->one[ties] = words_below(one);
        chances->any[ties] = any < 0x1p32 - 1 ? (uint32_t)any : UINT32_MAX;
    }
}

/* Whoever has an opportunity in the month; four places share a block of four words. */
static void find_waiting(const struct chances *chances, struct moment now, struct world *world,
                         uint32_t first, uint32_t end, struct waiting *waiting)
{
    uint32_t quad[STRETCH / WORDS], drawn[WORDS][STRETCH / WORDS];
    uint32_t *words[WORDS] = {drawn[0], drawn[1], drawn[2], drawn[3]};
    const uint32_t from = first / WORDS, quads = (end - 1) / WORDS - from + 1;
    const uint32_t *id = world->residents.id;
    uint32_t count = 0;
    for (uint32_t q = 0; q < quads; q++)
        quad[q] = from + q;
    philox_many(now.key, (struct philox_block){{0, now.month, DRAW_TURN, 0}}, quad, quads, words);
    for (uint32_t i = first; i < end; i++) {
        const uint8_t degree = world->ties.degree[i];
        const bool lives =
            (id[i] != 0) & (residents_age_months(&world->residents, i, now.month) >= 0);
        world->scratch.turns[i] = 0;
        waiting->place[count] = i;
        waiting->id[count] = id[i];
        waiting->below[count] = chances->one[degree];
        count += lives & (drawn[i % WORDS][i / WORDS - from] < chances->any[degree]);
    }
    waiting->count = count;
}

/* Keeps those without a round; they try all rounds again. */
static void let_go(struct waiting *waiting, const uint8_t *turns)
{
    uint32_t kept = 0;
    for (uint32_t k = 0; k < waiting->count; k++) {
        waiting->place[kept] = waiting->place[k];
        waiting->id[kept] = waiting->id[k];
        waiting->below[kept] = waiting->below[k];
        for (size_t w = 0; w < WORDS; w++)
            waiting->word[w][kept] = waiting->word[w][k];
        kept += turns[waiting->place[k]] == 0;
    }
    waiting->count = kept;
}

/* In which rounds, given that there is at least one: each reads a stream of its own, all of them
 * side by side. */
static void find_rounds(const struct chances *chances, struct moment now, struct waiting *waiting,
                        uint8_t *turns)
{
    struct philox_block address = {{0, now.month, DRAW_TURN_ROUND, 0}};
    uint32_t *words[WORDS] = {waiting->word[0], waiting->word[1], waiting->word[2],
                              waiting->word[3]};
    for (unsigned drawn = 0; waiting->count > 0; drawn++) {
        const unsigned round = drawn % chances->rounds;
        const uint32_t *word = words[drawn % WORDS];
        if (drawn % WORDS == 0) { /* also for nobody, since eight cost what one does */
            philox_many(now.key, address, waiting->id, (waiting->count + LANES - 1) / LANES * LANES,
                        words);
            address.word[3]++;
        }
        for (uint32_t k = 0; k < waiting->count; k++)
            turns[waiting->place[k]] |= (uint8_t)((word[k] < waiting->below[k]) << round);
        if (round + 1 == chances->rounds)
            let_go(waiting, turns);
    }
}

static void find_turns(const struct chances *chances, struct moment now, struct world *world,
                       size_t block, struct waiting *waiting)
{
    const uint32_t end = world->blocks.first[block] + world->blocks.length[block];
    for (uint32_t first = world->blocks.first[block], next; first < end; first = next) {
        next = first / WORDS * WORDS + STRETCH;
        next = next < end ? next : end;
        find_waiting(chances, now, world, first, next, waiting);
        find_rounds(chances, now, waiting, world->scratch.turns);
    }
}

void support_turns(const struct support_network_params *params, struct moment now, unsigned rounds,
                   struct world *world)
{
    struct chances chances;
    find_chances(&chances, params, rounds);
#pragma omp parallel
    {
        struct waiting waiting = {0};
#pragma omp for schedule(static)
        for (size_t b = 0; b < world->blocks.count; b++)
            find_turns(&chances, now, world, b, &waiting);
    }
}

uint32_t support_turn_time(struct moment now, uint32_t id, unsigned round)
{
    struct stream draw = stream_open(now, DRAW_TURN_TIME, id);
    for (unsigned r = 0; r < round; r++)
        stream_word(&draw);
    return stream_word(&draw);
}

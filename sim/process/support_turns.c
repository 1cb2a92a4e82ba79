#include "process/support_turns.h"

#include "world/draw.h"

enum { WORDS = 4 };

/* By number of ties: the chance of an opportunity in one round, and of any in the month as a
 * threshold for a word. */
struct chances {
    unsigned rounds;
    double one[TIE_SLOTS + 1];
    uint32_t any[TIE_SLOTS + 1];
};

static void find_chances(struct chances *chances, const struct support_network_params *params,
                         unsigned rounds)
{
    chances->rounds = rounds;
    for (int ties = 0; ties <= TIE_SLOTS; ties++) {
        const double rate =
            params->rate * elementary_exp(params->rate_alone / (ties + 1.0)) / rounds;
        double none = 1;
        chances->one[ties] = rate < 1 ? rate : 1;
        for (unsigned r = 0; r < rounds; r++)
            none *= 1 - chances->one[ties];
        const double any = (1 - none) * 0x1p32;
        chances->any[ties] = any < 0x1p32 - 1 ? (uint32_t)any : UINT32_MAX;
    }
}

/* In which rounds, given that there is at least one. */
static uint8_t find_rounds(const struct chances *chances, double chance, struct moment now,
                           uint32_t id)
{
    struct stream draw = stream_open(now, DRAW_TURN_ROUND, id);
    uint8_t turns = 0;
    while (turns == 0)
        for (unsigned r = 0; r < chances->rounds; r++)
            turns |= (uint8_t)((stream_uniform(&draw) < chance) << r);
    return turns;
}

/* Four places share a block of four words. */
static void find_turns(const struct chances *chances, struct moment now, struct world *world,
                       uint32_t first, uint32_t end)
{
    const struct ties *ties = &world->ties;
    const uint32_t *id = world->residents.id;
    uint8_t *turns = world->scratch.turns;
    for (uint32_t quad = first / WORDS; quad * WORDS < end; quad++) {
        struct philox_block address = {{quad, now.month, DRAW_TURN, 0}};
        const struct philox_block words = philox(now.key, address);
        for (uint32_t w = 0; w < WORDS; w++) {
            const uint32_t i = quad * WORDS + w;
            if (i < first || i >= end)
                continue;
            turns[i] = 0;
            if (words.word[w] < chances->any[ties->degree[i]] && id[i] != 0 &&
                residents_age_months(&world->residents, i, now.month) >= 0)
                turns[i] = find_rounds(chances, chances->one[ties->degree[i]], now, id[i]);
        }
    }
}

void support_turns(const struct support_network_params *params, struct moment now, unsigned rounds,
                   struct world *world)
{
    struct chances chances;
    find_chances(&chances, params, rounds);
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < world->blocks.count; b++)
        find_turns(&chances, now, world, world->blocks.first[b],
                   world->blocks.first[b] + world->blocks.length[b]);
}

uint32_t support_turn_time(struct moment now, uint32_t id, unsigned round)
{
    struct stream draw = stream_open(now, DRAW_TURN_TIME, id);
    for (unsigned r = 0; r < round; r++)
        stream_word(&draw);
    return stream_word(&draw);
}

#include "process/support_network.h"

#include "base/prefetch.h"
#include "base/sort.h"
#include "process/support_choice.h"
#include "process/support_mail.h"
#include "process/support_turns.h"
#include "world/circles.h"
#include "world/draw.h"

/* Parts of a round when choices are carried out one by one; how many egos ahead their rows are
 * asked for, and those of whom they count on. */
enum { PARTS = 16, OWN_AHEAD = 12, FURTHER_AHEAD = 5 };

/* Who chooses in a block, in the order of places. */
struct egos {
    uint32_t count;
    uint32_t place[BLOCK_PLACES];
};

static void find_egos(const struct world *world, size_t block, unsigned round, struct egos *egos)
{
    const uint32_t first = world->blocks.first[block];
    uint32_t count = 0;
    for (uint32_t i = first; i < first + world->blocks.length[block]; i++) {
        egos->place[count] = i;
        count += world->scratch.turns[i] >> round & 1;
    }
    egos->count = count;
}

/* What an ego counts on, if there is one so far down the list. */
static void ask_for_own(const struct ties *ties, const struct egos *egos, uint32_t k)
{
    if (k >= egos->count)
        return;
    const size_t i = egos->place[k];
    prefetch(ties->alter + i * TIE_SLOTS);
    prefetch(ties->strength + i * TIE_SLOTS);
}

/* First the rows of ego, then those of whom it counts on. */
static void ask_for(const struct ties *ties, const struct egos *egos, uint32_t k)
{
    ask_for_own(ties, egos, k + OWN_AHEAD);
    if (k + OWN_AHEAD < egos->count)
        prefetch(ties->ego + (size_t)egos->place[k + OWN_AHEAD] * TIE_SLOTS);
    if (k + FURTHER_AHEAD < egos->count) {
        const size_t i = egos->place[k + FURTHER_AHEAD];
        for (size_t s = 0; s < ties->degree[i]; s++)
            prefetch(ties->alter + (size_t)tie_place(ties->alter[i * TIE_SLOTS + s]) * TIE_SLOTS);
    }
}

static struct stream open_choice(struct moment now, uint32_t id, unsigned round)
{
    struct stream draw = stream_open(now, DRAW_TIE, id);
    draw.counter.word[3] = round << 16;
    return draw;
}

static void count_chances(struct world *world, size_t neighbourhood,
                          const struct support_counts *counts)
{
    struct neighbourhoods *n = &world->neighbourhoods;
#pragma omp atomic
    n->tie_chances[neighbourhood] += (int32_t)counts->chances;
#pragma omp atomic
    n->tie_chances_unused[neighbourhood] += (int32_t)counts->unchanged;
}

/* Every ego of the block chooses on the ties as they are; nothing but intents is written. */
static void choose_block(const struct support_setting *setting, struct world *world, size_t block,
                         unsigned round, struct egos *egos, struct support_ego *ego)
{
    const size_t neighbourhood = world->blocks.neighbourhood[block];
    struct support_counts counts = {0};
    find_egos(world, block, round, egos);
    for (uint32_t k = 0; k < egos->count; k++) {
        const uint32_t i = egos->place[k];
        ask_for(&world->ties, egos, k);
        struct stream draw = open_choice(setting->now, world->residents.id[i], round);
        world->scratch.intent[i] = support_choose(setting, ego, i, neighbourhood, &draw, &counts);
    }
    count_chances(world, neighbourhood, &counts);
}

static void choose(const struct support_setting *setting, struct world *world, unsigned round)
{
#pragma omp parallel
    {
        struct egos egos;
        struct support_ego ego;
        support_ego_init(&ego);
#pragma omp for schedule(dynamic)
        for (size_t b = 0; b < world->blocks.count; b++)
            choose_block(setting, world, b, round, &egos, &ego);
    }
}

static size_t count_intents(const struct world *world, size_t block)
{
    const uint32_t *intent = world->scratch.intent + world->blocks.first[block];
    const uint32_t length = world->blocks.length[block];
    uint32_t count = 0;
    for (uint32_t k = 0; k < length; k++)
        count += intent[k] != 0;
    return count;
}

static size_t write_intents(const struct world *world, size_t block, uint64_t *letter)
{
    if (!letter)
        return count_intents(world, block);
    const uint32_t first = world->blocks.first[block];
    size_t count = 0;
    for (uint32_t i = first; i < first + world->blocks.length[block]; i++) {
        const uint32_t intent = world->scratch.intent[i];
        if (intent == 0)
            continue;
        const bool drop = intent >> TIE_PLACE_BITS == SUPPORT_DROP;
        letter[count++] =
            support_letter(tie_place(intent), drop ? SUPPORT_NOT_NAMED : SUPPORT_NAMED, i,
                           drop ? TIE_NONE : tie_kind(intent));
    }
    return count;
}

/* Whom sixteen count on is full: who comes later lets go of the intent. */
static void read_intent(struct world *world, uint32_t to, enum support_news news, uint32_t tie)
{
    if (news == SUPPORT_NOT_NAMED)
        ties_forget_back(&world->ties, to, tie_place(tie));
    else if (!ties_name_back(&world->ties, to, tie_place(tie), tie_kind(tie)))
        world->scratch.intent[tie_place(tie)] = 0;
    support_named(world, to);
}

static uint8_t new_strength(struct moment now, uint32_t id, unsigned round, enum tie_kind kind)
{
    struct stream draw = stream_open(now, DRAW_TIE_MADE, id);
    draw.counter.word[3] = round;
    return circles_strength(kind, stream_uniform(&draw));
}

/* Ego's own row; the other end has been told. Says whether a tie was made. */
static bool carry_out(struct world *world, struct moment now, uint32_t i, unsigned round)
{
    const uint32_t intent = world->scratch.intent[i];
    world->scratch.intent[i] = 0;
    if (intent >> TIE_PLACE_BITS == SUPPORT_DROP) {
        ties_forget(&world->ties, i, tie_place(intent));
        return false;
    }
    const enum tie_kind kind = tie_kind(intent);
    ties_name(&world->ties, i, tie_place(intent), kind,
              new_strength(now, world->residents.id[i], round, kind));
    return true;
}

/* Who has an intent in a block, in the order of places. */
static void find_intents(const struct world *world, size_t block, struct egos *egos)
{
    const uint32_t first = world->blocks.first[block];
    uint32_t count = 0;
    for (uint32_t i = first; i < first + world->blocks.length[block]; i++) {
        egos->place[count] = i;
        count += world->scratch.intent[i] != 0;
    }
    egos->count = count;
}

static void carry_out_block(struct world *world, struct moment now, size_t block, unsigned round,
                            struct egos *egos)
{
    int32_t made = 0;
    find_intents(world, block, egos);
    for (uint32_t k = 0; k < egos->count; k++) {
        ask_for_own(&world->ties, egos, k + OWN_AHEAD);
        made += carry_out(world, now, egos->place[k], round);
    }
    struct neighbourhoods *n = &world->neighbourhoods;
    const size_t neighbourhood = world->blocks.neighbourhood[block];
#pragma omp atomic
    n->ties_made[neighbourhood] += made;
#pragma omp atomic
    n->ties_lost_by_choice[neighbourhood] += (int32_t)egos->count - made;
}

static void carry_out_all(struct world *world, struct moment now, unsigned round)
{
#pragma omp parallel
    {
        struct egos egos;
#pragma omp for schedule(static)
        for (size_t b = 0; b < world->blocks.count; b++)
            carry_out_block(world, now, b, round, &egos);
    }
}

static void play_round(const struct support_setting *setting, struct world *world, unsigned round)
{
    choose(setting, world, round);
    support_mail(world, write_intents, read_intent);
    carry_out_all(world, setting->now, round);
}

/* Who chooses in a part of a round, in the order of time. */
static size_t find_queue(const struct world *world, struct moment now, unsigned round,
                         uint32_t part)
{
    uint64_t *queue = world->scratch.letters;
    size_t count = 0;
    for (uint32_t i = 0; i < world->residents.count; i++) {
        if (!(world->scratch.turns[i] >> round & 1))
            continue;
        const uint32_t time = support_turn_time(now, world->residents.id[i], round);
        if (time / (UINT32_MAX / PARTS + 1) == part)
            queue[count++] = sort_item(time, i);
    }
    sort_items(queue, world->scratch.letter_spare, count);
    return count;
}

static void choose_alone(const struct support_setting *setting, struct world *world, uint32_t i,
                         unsigned round, struct support_ego *ego)
{
    const size_t n = world->blocks.neighbourhood[blocks_find(&world->blocks, i)];
    struct stream draw = open_choice(setting->now, world->residents.id[i], round);
    struct support_counts counts = {0};
    const uint32_t intent = support_choose(setting, ego, i, n, &draw, &counts);
    world->scratch.intent[i] = intent;
    count_chances(world, n, &counts);
    if (intent == 0)
        return;
    if (intent >> TIE_PLACE_BITS == SUPPORT_DROP)
        ties_forget_back(&world->ties, tie_place(intent), i);
    else
        ties_name_back(&world->ties, tie_place(intent), i, tie_kind(intent));
    support_named(world, tie_place(intent));
    if (carry_out(world, setting->now, i, round))
        world->neighbourhoods.ties_made[n]++;
    else
        world->neighbourhoods.ties_lost_by_choice[n]++;
}

/* One choice after the other: what rounds are held against. */
static void play_in_order(const struct support_setting *setting, struct world *world,
                          unsigned round)
{
    struct support_ego ego;
    support_ego_init(&ego);
    for (uint32_t part = 0; part < PARTS; part++) {
        const size_t count = find_queue(world, setting->now, round, part);
        for (size_t k = 0; k < count; k++)
            choose_alone(setting, world, sort_value(world->scratch.letters[k]), round, &ego);
    }
}

void support_network_step(const struct support_network_params *params, const double *more_kin,
                          struct moment now, struct world *world)
{
    struct neighbourhoods *n = &world->neighbourhoods;
    struct support_setting setting;
    const unsigned rounds = params->rounds > 0 ? (unsigned)params->rounds : SUPPORT_ROUNDS_USUAL;
    for (size_t k = 0; k < n->count; k++)
        n->ties_made[k] = n->ties_lost_by_choice[k] = n->tie_chances[k] = n->tie_chances_unused[k] =
            0;
    support_setting_init(&setting, params, now, world);
    setting.more_kin = more_kin;
    support_turns(params, now, rounds, world);
    support_know(params, now, world);
    for (unsigned round = 0; round < rounds; round++)
        if (params->rounds > 0)
            play_round(&setting, world, round);
        else
            play_in_order(&setting, world, round);
}

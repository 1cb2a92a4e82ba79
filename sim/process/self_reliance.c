#include "process/self_reliance.h"

#include <string.h>

#include "base/avx2.h"
#include "base/found.h"
#include "world/blocks_next.h"
#include "world/hours.h"

struct strength {
    const struct self_reliance_params *params;
    const struct hours_params *hours;
    double relief_share;
    struct moment now;
    struct world *world;
};

enum { OLD_MONTHS = 80 * 12, ADULT_MONTHS = 18 * 12 };

/* Sums of a block: of each term, in a row for each income. */
struct gains {
    double of[INCOMES][GAIN_RETURN];
};

/* Rows whose month is found together. */
enum { TOGETHER = 128 };

/* Every term of each, the sum of all, and what is looked up, as numbers of one width: 0 or 1, and
 * the hours of a place. */
struct felt {
    double term[GAIN_RETURN][TOGETHER], wanted[TOGETHER];
    float ended[TOGETHER], lasts[TOGETHER], placed[TOGETHER], of_place[TOGETHER];
    uint8_t poor[TOGETHER], other[TOGETHER];
};

static AVX2_EITHER void look_up(const struct needs *needs, uint32_t first, uint32_t count,
                                struct felt *restrict felt)
{
    const uint8_t *flags = needs->flags + first, *hours = needs->place_hours + first;
    const uint16_t *place = needs->place + first;
    const float *net = needs->net + first;
    for (uint32_t k = 0; k < count; k++) {
        const int ended = (flags[k] & NEED_ENDED) != 0;
        felt->ended[k] = (float)ended;
        felt->lasts[k] = (float)((ended ^ 1) & (net[k] > 0));
        felt->placed[k] = (float)(place[k] != NO_PLACE);
        felt->of_place[k] = (float)hours[k] / PLACE_UNITS;
    }
}

/* What a month of each need does to its resident, without a branch, for whether there was formal
 * help, and too little of the other, cannot be foreseen: where there is none, terms are 0. */
static AVX2_EITHER void find_terms_loop(const struct strength *strength, const float *lever,
                                        uint32_t first, uint32_t count, struct felt *restrict felt)
{
    const struct self_reliance_params *p = strength->params;
    const struct needs *needs = &strength->world->needs;
    const float *net = needs->net + first, *informal = needs->informal + first;
    const float *initiative = needs->initiative + first, *asked = needs->asked + first;
    const float *paid = needs->formal + first, *effect = needs->effectiveness + first;
    const double informal_effect = strength->hours->informal_effect;
    const double link = lever[FORMAL_INFORMAL_LINK], linked = p->link_gain * link;
    const double replaced = 1 - strength->relief_share * link, loss = -p->replaced_loss;
    const double empowered = p->empowerment_gain * lever[EMPOWERMENT];
    const double refused_loss = -p->refused_loss, place_gain = p->place_gain;
    const double ended_event = p->ended_event;
    look_up(needs, first, count, felt);
    for (uint32_t k = 0; k < count; k++) {
        const double ended = felt->ended[k], lasts = felt->lasts[k], placed = felt->placed[k];
        const double hours_net = net[k], n = hours_net > 0 ? hours_net : 1;
        const double people = hours_of_people(informal[k], initiative[k], felt->of_place[k]);
        const double met = (people + (double)paid[k]) / n, formal = paid[k] / n;
        const double quality = hours_worth(informal_effect, people, effect[k], paid[k]) / n;
        const double unmet = met < 1 ? 1 - met : 0;
        const double sought = asked[k], got = informal[k];
        const double refused = got < sought ? sought - got : 0;
        const double by_ended = (paid[k] <= people ? ended_event : 0) * ended;
        const double by_link = linked * formal * quality * lasts;
        const double by_replaced = loss * formal * replaced * lasts;
        const double by_place = place_gain * placed * lasts;
        const double by_empowerment = empowered * (1 - unmet) * lasts;
        const double by_refused =
            refused_loss * unmet * refused / (sought > 0 ? sought : 1) * lasts;
        felt->term[GAIN_ENDED][k] = by_ended;
        felt->term[GAIN_LINK][k] = by_link;
        felt->term[GAIN_EMPOWERMENT][k] = by_empowerment;
        felt->term[GAIN_PLACE][k] = by_place;
        felt->term[GAIN_REPLACED][k] = by_replaced;
        felt->term[GAIN_REFUSED][k] = by_refused;
        felt->wanted[k] = by_ended + by_link + by_empowerment + by_place + by_replaced + by_refused;
    }
}

AVX2_WHERE_IT_CAN(find_terms,
                  (const struct strength *strength, const float *lever, uint32_t first,
                   uint32_t count, struct felt *restrict felt),
                  (strength, lever, first, count, felt))

/* Every need's terms at once, in the order of rows, held to [0, 1]; where the bound cuts, the last
 * term takes the cut. */
static void feel(struct residents *residents, const uint32_t *resident, uint32_t count,
                 struct felt *restrict felt)
{
    for (uint32_t k = 0; k < count; k++) {
        const uint32_t i = resident[k];
        const double before = residents->self_reliance[i], wanted = felt->wanted[k];
        const double up = before + wanted < 0 ? 0 : before + wanted;
        const double after = up > 1 ? 1 : up;
        residents->self_reliance[i] = (float)after;
        felt->term[GAIN_REFUSED][k] += after - before - wanted;
        felt->poor[k] = (residents->traits[i] & TRAIT_LOW_INCOME) != 0;
        felt->other[k] = felt->poor[k] ^ 1;
    }
}

/* Adds up each term over the rows of an income, in order: six sums side by side. */
static void add_up(const struct felt *felt, const uint8_t *who, uint32_t count,
                   double *restrict gains)
{
    uint16_t rows[TOGETHER];
    const size_t found = found_list(who, count, rows);
    double sum[GAIN_RETURN];
    memcpy(sum, gains, sizeof sum);
    for (size_t k = 0; k < found; k++)
        for (int g = 0; g < GAIN_RETURN; g++)
            sum[g] += felt->term[g][rows[k]];
    memcpy(gains, sum, sizeof sum);
}

/* What the next block will read of as many rows, and of about their residents. */
static void ask_ahead(const struct world *world, size_t b, uint32_t done)
{
    const struct residents *residents = &world->residents;
    const struct needs *needs = &world->needs;
    const struct blocks_next next =
        blocks_next(&world->blocks, b, world->blocks.count, done, TOGETHER);
    AHEAD_ASK(needs->resident, next.rows);
    AHEAD_ASK(needs->flags, next.rows);
    AHEAD_ASK(needs->place, next.rows);
    AHEAD_ASK(needs->place_hours, next.rows);
    AHEAD_ASK(needs->net, next.rows);
    AHEAD_ASK(needs->asked, next.rows);
    AHEAD_ASK(needs->informal, next.rows);
    AHEAD_ASK(needs->initiative, next.rows);
    AHEAD_ASK(needs->formal, next.rows);
    AHEAD_ASK(needs->effectiveness, next.rows);
    AHEAD_ASK(residents->self_reliance, next.places);
    AHEAD_ASK(residents->id, next.places);
    AHEAD_ASK(residents->birth, next.places);
    AHEAD_ASK(residents->traits, next.places);
}

static void feel_block(const struct strength *strength, size_t b, struct gains *gains)
{
    struct world *world = strength->world;
    const float *lever = world->neighbourhoods.lever + world->blocks.neighbourhood[b] * LEVERS;
    const uint32_t first = world->blocks.first_row[b], end = first + world->blocks.row_count[b];
    struct felt felt;
    for (uint32_t row = first; row < end; row += TOGETHER) {
        const uint32_t count = end - row < TOGETHER ? end - row : TOGETHER;
        ask_ahead(world, b, row - first);
        find_terms(strength, lever, row, count, &felt);
        feel(&world->residents, world->needs.resident + row, count, &felt);
        add_up(&felt, felt.poor, count, gains->of[INCOME_LOW]);
        add_up(&felt, felt.other, count, gains->of[INCOME_OTHER]);
    }
}

/* Slow return to the base, for everyone: flat, and in float. */
static void settle_back(const struct strength *strength, size_t block, double *gain)
{
    const struct residents *residents = &strength->world->residents;
    const struct self_reliance_params *p = strength->params;
    const size_t first = strength->world->blocks.first[block];
    const size_t length = strength->world->blocks.length[block];
    const uint32_t *restrict id = residents->id + first;
    const uint8_t *restrict traits = residents->traits + first;
    const int16_t *restrict birth = residents->birth + first;
    float *restrict self_reliance = residents->self_reliance + first;
    const float rate = (float)p->return_rate, base = (float)p->base;
    const float if_poor = (float)p->base_low_income, if_old = (float)p->base_old;
    const int born_before = (int)strength->now.month - OLD_MONTHS;
    int32_t low = 0, all = 0; /* in 2^-20: whole numbers add up in any order */
    for (size_t i = 0; i < length; i++) {
        const int32_t poor = (traits[i] & TRAIT_LOW_INCOME) != 0, old = birth[i] <= born_before;
        const float goal = base + (float)poor * if_poor + (float)old * if_old;
        const float step = rate * (goal - self_reliance[i]);
        const int32_t counted = -(int32_t)(id[i] != 0) & (int32_t)(step * 0x1p20f);
        self_reliance[i] += step;
        all += counted;
        low += -poor & counted;
    }
    gain[GAIN_RETURN * INCOMES + INCOME_LOW] += low * 0x1p-20;
    gain[GAIN_RETURN * INCOMES + INCOME_OTHER] += (all - low) * 0x1p-20;
}

/* A child has the household's highest; read after everyone's month is done. */
static void lend_to_children(struct residents *residents, const struct blocks *blocks, size_t block,
                             uint32_t month)
{
    const uint32_t first = blocks->first[block];
    const size_t length = blocks->length[block];
    const uint8_t *restrict position = residents->position + first;
    const uint32_t *restrict id = residents->id + first;
    const int16_t *restrict birth = residents->birth + first;
    const int born_after = (int)month - ADULT_MONTHS;
    uint8_t child[BLOCK_PLACES];
    uint16_t places[BLOCK_PLACES];
    for (size_t i = 0; i < length; i++)
        child[i] = (position[i] == POSITION_CHILD) & (id[i] != 0) & (birth[i] > born_after);
    const size_t count = found_list(child, length, places);
    for (size_t c = 0; c < count; c++) {
        const uint32_t i = first + places[c];
        float highest = 0;
        for (uint32_t j = residents->next[i]; j != i; j = residents->next[j])
            if (residents->position[j] != POSITION_CHILD && residents->self_reliance[j] > highest)
                highest = residents->self_reliance[j];
        if (highest > 0)
            residents->self_reliance[i] = highest;
    }
}

void self_reliance_step(const struct self_reliance_params *params, const struct hours_params *hours,
                        double relief_share, struct moment now, struct world *world)
{
    const struct strength strength = {params, hours, relief_share, now, world};
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < world->blocks.count; b++) {
        double *gain = world->scratch.tally + b * TALLIES;
        struct gains gains = {{{0}}};
        memset(gain, 0, TALLIES * sizeof *gain);
        feel_block(&strength, b, &gains);
        for (int g = 0; g < GAIN_RETURN * INCOMES; g++)
            gain[g] = gains.of[g % INCOMES][g / INCOMES];
        settle_back(&strength, b, gain);
    }
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < world->blocks.count; b++)
        lend_to_children(&world->residents, &world->blocks, b, now.month);
    struct neighbourhoods *n = &world->neighbourhoods;
    for (size_t i = 0; i < n->count; i++)
        for (size_t g = 0; g < GAINS * INCOMES; g++) {
            double sum = 0;
            for (uint32_t b = 0; b < n->block_count[i]; b++)
                sum += world->scratch.tally[(n->first_block[i] + b) * TALLIES + g];
            n->gain[i * GAINS * INCOMES + g] = (float)sum;
        }
}

/* How residents weigh more or less help. */
#include "base/found.h"
#include "base/wide.h"
#include "process/intake_batch.h"
#include "world/draw.h"

/* Lists who weigh it at all. */
static size_t list_weighing(const uint32_t lots[BATCH], uint32_t count, double chance,
                            uint16_t listed[BATCH])
{
    uint8_t weighs[BATCH] = {0};
    for (uint32_t k = 0; k < count; k++)
        weighs[k] = uniform_of(lots[k]) < chance;
    return found_list(weighs, BATCH, listed);
}

/* Minus the logit of the chance that more is asked for and not less: more when the need is bad and
 * own strength is small, less when trust in coping grows. */
static double leaning_down(const struct world *world, uint32_t row)
{
    const uint32_t i = world->needs.resident[row];
    return -(4 * (world->needs.severity[row] - 0.3) -
             3 * (world->residents.self_reliance[i] - 0.6) +
             (world->residents.trust[i] - TRUST_MIDDLE));
}

void intake_scale(const struct intake *intake, uint32_t domain, double chance, struct batch *batch)
{
    struct world *world = intake->world;
    uint32_t words[4][BATCH];
    uint16_t listed[BATCH];
    double down[BATCH], odds[BATCH];
    intake_draw(intake, batch, DRAW_SCALING + domain, words);
    const size_t count = list_weighing(words[0], batch->count, chance, listed);
    for (size_t l = 0; l < count; l++)
        down[l] = leaning_down(world, batch->row[listed[l]]);
    wide_exp(down, 0, odds, count);
    for (size_t l = 0; l < count; l++) {
        int8_t *scaling = &world->needs.scaling[batch->row[listed[l]]];
        const bool up = uniform_of(words[1][listed[l]]) < 1 / (1 + odds[l]);
        const int more = *scaling + (*scaling < 1), less = *scaling - (*scaling > -1);
        *scaling = (int8_t)(up ? more : less);
    }
    batch->count = 0;
}

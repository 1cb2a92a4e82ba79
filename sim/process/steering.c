#include "process/steering.h"

/* What was chosen comes into force in one neighbourhood, at its own pace. */
static void enact(const struct calendar_params *params, struct world *world, size_t m, size_t n)
{
    const float *lever = world->neighbourhoods.lever + n * LEVERS;
    const double pull = ((double)lever[LEADERSHIP] + (double)lever[FLEXIBILITY]) / 2;
    const double pace = params->enactment_base + params->enactment_gain * pull;
    for (size_t d = 0; d < DOMAINS; d++) {
        float *enacted = &world->neighbourhoods.enacted[n * DOMAINS + d];
        const double aim = world->municipalities.chosen[m * DOMAINS + d];
        *enacted = (float)(*enacted + (pace < 1 ? pace : 1) * (aim - *enacted));
    }
}

/* What is in force over the municipality: the mean over its residents. */
static void add_up(struct world *world, size_t m)
{
    const struct neighbourhoods *n = &world->neighbourhoods;
    const size_t first = world->municipalities.first[m];
    const size_t end = first + world->municipalities.neighbourhoods[m];
    for (size_t d = 0; d < DOMAINS; d++) {
        double residents = 0, sum = 0;
        for (size_t i = first; i < end; i++) {
            residents += n->residents[i];
            sum += n->residents[i] * (double)n->enacted[i * DOMAINS + d];
        }
        if (residents > 0)
            world->municipalities.enacted[m * DOMAINS + d] = (float)(sum / residents);
    }
}

void steering_step(const struct calendar_params *params, struct moment now, struct world *world)
{
    (void)now;
    const struct municipalities *m = &world->municipalities;
    for (size_t i = 0; i < m->count; i++) {
        for (uint32_t k = 0; k < m->neighbourhoods[i]; k++)
            enact(params, world, i, m->first[i] + k);
        add_up(world, i);
    }
}

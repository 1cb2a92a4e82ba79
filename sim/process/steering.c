#include "process/steering.h"

void steering_step(const struct calendar_params *params, struct moment now, struct world *world)
{
    (void)now;
    struct municipalities *m = &world->municipalities;
    for (size_t i = 0; i < m->count; i++) {
        const double push =
            (world_lever(world, i, LEADERSHIP) + world_lever(world, i, FLEXIBILITY)) / 2;
        const double rho = params->enactment_base + params->enactment_gain * push;
        for (size_t d = 0; d < DOMAINS; d++) {
            float *enacted = &m->enacted[i * DOMAINS + d];
            *enacted =
                (float)(*enacted + (rho < 1 ? rho : 1) * (m->chosen[i * DOMAINS + d] - *enacted));
        }
    }
}

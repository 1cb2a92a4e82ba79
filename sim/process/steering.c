#include "process/steering.h"

void steering_step(const struct calendar_params *params, struct moment now, struct world *world)
{
    (void)now;
    struct municipalities *m = &world->municipalities;
    for (size_t i = 0; i < m->count; i++) {
        double residents = 0, push = 0;
        for (uint32_t k = 0; k < m->neighbourhoods[i]; k++) {
            const size_t n = m->first[i] + k;
            const float *lever = world->neighbourhoods.lever + n * LEVERS;
            residents += world->neighbourhoods.residents[n];
            push += world->neighbourhoods.residents[n] *
                    (double)(lever[LEADERSHIP] + lever[FLEXIBILITY]) / 2;
        }
        const double rho = params->enactment_base +
                           params->enactment_gain * (residents > 0 ? push / residents : 0);
        for (size_t d = 0; d < DOMAINS; d++) {
            float *enacted = &m->enacted[i * DOMAINS + d];
            *enacted =
                (float)(*enacted + (rho < 1 ? rho : 1) * (m->chosen[i * DOMAINS + d] - *enacted));
        }
    }
}

#include "process/collaboration_network.h"

#include "base/elementary.h"
#include "process/collaboration_choice.h"
#include "world/draw.h"

/* Makes or drops the tie, for whoever has an opportunity at a moment of the month. */
static void toggle(const struct collaboration_network_params *params, struct world *world, size_t m,
                   uint32_t from, uint32_t to)
{
    if (collaborations_drop(&world->collaborations, from, to))
        world->municipalities.collaborations_lost[m]++;
    else if (collaborations_make(&world->collaborations, from, to, (float)params->start))
        world->municipalities.collaborations_made[m]++;
}

static void evolve(const struct collaboration_network_params *params,
                   struct collaboration_choice *choice, struct moment now, struct world *world,
                   size_t m)
{
    struct stream times = stream_open(now, DRAW_COLLABORATION_TIME, (uint32_t)m);
    struct stream draw = stream_open(now, DRAW_COLLABORATION, (uint32_t)m);
    world->municipalities.collaborations_made[m] = world->municipalities.collaborations_lost[m] = 0;
    collaboration_choice_enter(choice, m);
    const uint32_t count = choice->network.actors;
    if (count < 2 || params->rate <= 0)
        return;
    double time = 0;
    for (;;) {
        time -= elementary_log(stream_uniform(&times)) / (count * params->rate);
        if (time >= 1)
            return;
        const uint32_t ego = choice->member[stream_below(&times, count)];
        const uint32_t alter = collaboration_choice_make(choice, ego, &draw);
        if (alter == ego)
            continue;
        toggle(params, world, m, ego, alter);
        collaboration_choice_toggled(choice, ego, alter);
    }
}

/* Municipalities do not touch each other: who works on which is of no matter. */
void collaboration_network_step(const struct collaboration_network_params *params,
                                double vision_distance, struct moment now, struct world *world)
{
    struct collaboration_model model;
    collaboration_model_init(&model, params, vision_distance);
#pragma omp parallel for schedule(dynamic)
    for (size_t worker = 0; worker < COLLABORATION_WORKERS; worker++) {
        struct collaboration_choice choice;
        collaboration_choice_open(&choice, &model, world, worker);
        for (size_t m = worker; m < world->municipalities.count; m += COLLABORATION_WORKERS)
            evolve(params, &choice, now, world, m);
    }
}

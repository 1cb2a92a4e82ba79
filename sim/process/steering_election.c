#include "process/steering_election.h"

#include "world/draw.h"

double steering_election_spread(const struct steering_params *params, double alignment)
{
    return params->election_swing * (1 - params->election_damping * alignment);
}

void steering_elections(const struct steering_turn *turn)
{
    struct municipalities *all = &turn->world->municipalities;
    for (size_t m = 0; m < all->count; m++) {
        struct stream draw = stream_open(turn->now, DRAW_ELECTION, (uint32_t)m);
        const double shared = all->alignment[m * AGREEMENTS + AGREEMENT_ORGANISATIONS];
        const double swing = steering_election_spread(turn->params, shared) * stream_normal(&draw);
        all->preference[m] = (float)elementary_clamp((double)all->preference[m] + swing, -1, 1);
        events_add(&turn->world->events, EVENT_SWING, (int32_t)m, -1, (float)swing);
    }
}

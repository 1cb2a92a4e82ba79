#include "process/steering_peers.h"

#include "process/steering_seen.h"

/* What a municipality is like. */
struct likeness {
    double size, urbanity, mix[DOMAINS];
};

static struct likeness likeness_of(const struct world *world, size_t m)
{
    const struct neighbourhoods *n = &world->neighbourhoods;
    const size_t first = world->municipalities.first[m];
    struct likeness like = {0, 0, {0}};
    const double residents = world_residents(world, m);
    double known = 0;
    for (size_t i = first; i < first + world->municipalities.neighbourhoods[m]; i++)
        like.urbanity += (double)n->residents[i] * n->urbanity[i];
    for (size_t d = 0; d < DOMAINS; d++) {
        like.mix[d] = steering_view_of(world, m, d).look[LOOK_KNOWN];
        known += like.mix[d];
    }
    for (size_t d = 0; d < DOMAINS; d++)
        like.mix[d] = known > 0 ? like.mix[d] / known : 0;
    like.urbanity = residents > 0 ? like.urbanity / residents : 0;
    like.size = elementary_log(residents + 1);
    return like;
}

static double nearness(const struct steering_turn *turn, const struct likeness *one, size_t other)
{
    const struct likeness a = *one, b = likeness_of(turn->world, other);
    /* Twice as large, one class of urbanity, or a tenth of the needs in another domain
     * count about alike. */
    const double size = (a.size - b.size) / 0.7, urbanity = a.urbanity - b.urbanity;
    double square = size * size + urbanity * urbanity;
    for (size_t d = 0; d < DOMAINS; d++) {
        const double apart = (a.mix[d] - b.mix[d]) / 0.1;
        square += apart * apart;
    }
    return elementary_exp(-elementary_sqrt(square) / turn->params->peer_distance);
}

double steering_peers_likeness(const struct steering_turn *turn, size_t m, size_t other)
{
    const struct likeness own = likeness_of(turn->world, m);
    return nearness(turn, &own, other);
}

double steering_peers_step(const struct steering_turn *turn, size_t m, size_t domain)
{
    const struct municipalities *all = &turn->world->municipalities;
    const struct likeness own = likeness_of(turn->world, m);
    double best = 0, at = -1;
    for (size_t other = 0; other < all->count; other++) {
        const size_t row = other * DOMAINS + domain;
        if (other == m || all->judged_at[row] < 0 || all->judged[row] <= 0)
            continue;
        const double worth = all->judged[row] * nearness(turn, &own, other);
        if (worth > best) {
            best = worth;
            at = all->judged_at[row];
        }
    }
    if (best <= 0)
        return 0;
    const double step = elementary_clamp(at - all->chosen[m * DOMAINS + domain],
                                         -2 * turn->params->step, 2 * turn->params->step);
    return elementary_absolute(step) < turn->params->step / 4 ? 0 : step;
}

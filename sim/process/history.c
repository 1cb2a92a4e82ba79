#include "process/history.h"

#include "world/draw.h"
#include "world/history.h"

static double balance(const struct history_params *params, enum history_kind kind, double kept,
                      double broken)
{
    if (kind != HISTORY_TERMS)
        return (kept - broken) / (kept + broken + 1);
    const double share = kept / (kept + broken);
    return elementary_clamp((share - params->terms_expected) / (1 - params->terms_expected), -1, 1);
}

static void follow(const struct history_params *params, struct world *world, size_t m)
{
    double sum = 0, kinds = 0;
    for (enum history_kind kind = 0; kind < HISTORY_KINDS; kind++) {
        const double kept = history_year_kept(world, m, kind);
        const double broken = history_year_broken(world, m, kind);
        if (kept + broken <= 0)
            continue;
        sum += balance(params, kind, kept, broken);
        kinds += 1;
    }
    float *history = &world->municipalities.history[m];
    if (kinds > 0)
        *history = (float)(*history + params->pace * (sum / kinds - *history));
}

/* How much of what hours could do goes to the interest of who gives them, where it is
 * looked at: by monitoring. */
static double drift_in_sight(const struct world *world, size_t m)
{
    const struct organisations *o = &world->organisations;
    const size_t first = world->municipalities.first_organisation[m];
    double hours = 0, seen = 0;
    for (size_t i = first; i < first + world->municipalities.organisations[m]; i++) {
        hours += o->hours[i];
        seen += (double)o->hours[i] * o->drift[i] * (1 - o->steering[i]);
    }
    return hours > 0 ? seen / hours : 0;
}

static void come_upon_drift(const struct history_params *params, struct moment now,
                            struct world *world, size_t m)
{
    struct stream draw = stream_open(now, DRAW_DRIFT, (uint32_t)m);
    if (stream_uniform(&draw) < params->drift_found * drift_in_sight(world, m)) {
        history_broken(world, m, HISTORY_DRIFT, 1);
        events_add(&world->events, EVENT_DRIFT_FOUND, (int32_t)m, -1, 0);
    }
}

void history_step(const struct history_params *params, struct moment now, struct world *world)
{
    for (size_t m = 0; m < world->municipalities.count; m++) {
        follow(params, world, m);
        come_upon_drift(params, now, world, m);
    }
}

/* Mini-steps by what came of them. */
#include <string.h>

#include "base/digest.h"
#include "base/memory.h"
#include "network/statistics_rows.h"

static const uint64_t EMPTY = ~(uint64_t)0;
enum { FIRST_ROOM = 1024 };

bool statistics_steps_init(struct statistics_steps *steps, size_t behaviours,
                           struct spel_error *error)
{
    *steps = (struct statistics_steps){.behaviours = behaviours, .toggled_room = FIRST_ROOM};
    steps->behaviour = memory_take(3 * behaviours, sizeof *steps->behaviour, error);
    steps->toggled = memory_take(FIRST_ROOM, sizeof *steps->toggled, error);
    if (!steps->behaviour || !steps->toggled)
        return false;
    memset(steps->toggled, 0xff, FIRST_ROOM * sizeof *steps->toggled);
    return true;
}

void statistics_steps_clear(struct statistics_steps *steps)
{
    memory_release(steps->behaviour);
    memory_release(steps->toggled);
    *steps = (struct statistics_steps){0};
}

/* Enters a tie; true when it was not there. */
static bool enter(uint64_t *table, size_t room, uint64_t tie)
{
    size_t at = digest_mix(tie) & (room - 1);
    while (table[at] != EMPTY && table[at] != tie)
        at = (at + 1) & (room - 1);
    const bool fresh = table[at] == EMPTY;
    table[at] = tie;
    return fresh;
}

static bool widen(struct statistics_steps *steps, struct spel_error *error)
{
    const size_t room = 2 * steps->toggled_room;
    uint64_t *table = memory_take(room, sizeof *table, error);
    if (!table)
        return false;
    memset(table, 0xff, room * sizeof *table);
    for (size_t k = 0; k < steps->toggled_room; k++)
        if (steps->toggled[k] != EMPTY)
            enter(table, room, steps->toggled[k]);
    memory_release(steps->toggled);
    steps->toggled = table;
    steps->toggled_room = room;
    return true;
}

bool statistics_steps_add(struct statistics_steps *steps, const struct network *now,
                          const struct mini_step *step, struct spel_error *error)
{
    if (step->variable != VARIABLE_NETWORK) {
        steps->behaviour[3 * (step->variable - VARIABLE_BEHAVIOUR) +
                         (size_t)(step->difference + 1)]++;
        return true;
    }
    steps->ministeps++;
    if (step->alter == step->ego) {
        steps->unchanged++;
        return true;
    }
    const bool made = network_has(now, step->ego, step->alter);
    steps->made += made;
    steps->dropped += !made;
    if (2 * steps->distinct >= steps->toggled_room && !widen(steps, error))
        return false;
    steps->distinct +=
        enter(steps->toggled, steps->toggled_room, (uint64_t)step->ego << 32 | step->alter);
    return true;
}

bool statistics_counts(struct statistics_out *out, struct spel_error *error)
{
    static const char *const names[] = {"beh_step_down", "beh_step_stay", "beh_step_up"};
    (void)error;
    const struct statistics_steps *steps = out->context->steps;
    if (!steps)
        return true;
    statistics_put(out, "net_ministeps", NULL, (double)steps->ministeps);
    statistics_put(out, "net_nochange", NULL, (double)steps->unchanged);
    statistics_put(out, "net_create_steps", NULL, (double)steps->made);
    statistics_put(out, "net_dissolve_steps", NULL, (double)steps->dropped);
    statistics_put(out, "net_distinct_dyads_toggled", NULL, (double)steps->distinct);
    for (size_t b = 0; b < steps->behaviours; b++) {
        const char *of = b == 0 ? NULL : out->context->model->behaviours[b].covariate->name;
        double all = 0;
        for (int d = 0; d < 3; d++)
            all += (double)steps->behaviour[3 * b + (size_t)d];
        statistics_put(out, "beh_ministeps", of, all);
        for (int d = 0; d < 3; d++)
            statistics_put(out, names[d], of, (double)steps->behaviour[3 * b + (size_t)d]);
    }
    return true;
}

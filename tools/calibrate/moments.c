#include "moments.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"

bool moments_init(struct moments *moments, struct spel_error *error)
{
    *moments = (struct moments){.count = 0};
    moments->rows = memory_take(MOMENTS_MOST, sizeof *moments->rows, error);
    return moments->rows != NULL;
}

void moments_clear(struct moments *moments)
{
    memory_release(moments->rows);
    moments->rows = NULL;
}

void moments_forget(struct moments *moments)
{
    moments->count = 0;
    memset(moments->slots, 0, sizeof moments->slots);
}

static uint32_t slot_of(const char *name)
{
    uint32_t hash = 2166136261u; /* Fowler, Noll and Vo 1a */
    for (; *name; name++)
        hash = (hash ^ (unsigned char)*name) * 16777619u;
    return hash % MOMENT_SLOTS;
}

/* Where the name stands or would stand. */
static uint32_t find(const struct moments *moments, const char *name)
{
    uint32_t slot = slot_of(name);
    while (moments->slots[slot] != 0 &&
           strcmp(moments->rows[moments->slots[slot] - 1].name, name) != 0)
        slot = (slot + 1) % MOMENT_SLOTS;
    return slot;
}

void moments_add(struct moments *moments, const char *name, double part, double whole)
{
    const uint32_t slot = find(moments, name);
    if (moments->slots[slot] == 0) {
        if (moments->count == MOMENTS_MOST)
            return;
        struct moment_sum *made = &moments->rows[moments->count++];
        *made = (struct moment_sum){.part = 0};
        snprintf(made->name, sizeof made->name, "%s", name);
        moments->slots[slot] = (uint16_t)moments->count;
    }
    struct moment_sum *row = &moments->rows[moments->slots[slot] - 1];
    row->part += part;
    row->whole += whole;
}

double moments_value(const struct moments *moments, const char *name)
{
    const uint32_t slot = find(moments, name);
    if (moments->slots[slot] == 0)
        return NAN;
    const struct moment_sum *row = &moments->rows[moments->slots[slot] - 1];
    return row->whole != 0 ? row->part / row->whole : NAN;
}

#include "network/buckets.h"

#include <string.h>

#include "base/elementary.h"
#include "base/memory.h"

enum { MIDDLE = 512 };
static const double WIDTH = 0x1.62e42fefa39efp-3; /* log(2) / 4 */

int buckets_of(double logarithm)
{
    const double class = logarithm / WIDTH + MIDDLE;
    return class < 1 ? 0 : class >= BUCKETS - 1 ? BUCKETS - 1 : (int)class;
}

/* The last one has no natural end: it ends at the highest that came. */
static void note(struct buckets *buckets, int b, double logarithm)
{
    struct bucket *row = &buckets->row[b];
    if (b == BUCKETS - 1 && (row->count == 0 || logarithm > row->upper)) {
        row->upper = logarithm;
        row->weight = elementary_exp(logarithm);
    }
    buckets->lowest = b < buckets->lowest ? b : buckets->lowest;
    buckets->highest = b > buckets->highest ? b : buckets->highest;
}

static bool enter(struct buckets *buckets, uint32_t actor, int b, struct spel_error *error)
{
    struct bucket *row = &buckets->row[b];
    if (row->count == row->room) {
        const uint32_t room = row->room < 8 ? 16 : row->room + row->room / 2;
        uint32_t *member = memory_take(room, sizeof *member, error);
        if (!member)
            return false;
        if (row->count > 0)
            memcpy(member, row->member, row->count * sizeof *member);
        memory_release(row->member);
        row->member = member;
        row->room = room;
    }
    buckets->bucket[actor] = (uint16_t)b;
    buckets->place[actor] = row->count;
    row->member[row->count++] = actor;
    return true;
}

bool buckets_init(struct buckets *buckets, const double *logarithm, size_t actors,
                  struct spel_error *error)
{
    *buckets = (struct buckets){.actors = actors, .lowest = BUCKETS, .highest = -1};
    buckets->bucket = memory_take(actors, sizeof *buckets->bucket, error);
    buckets->place = memory_take(actors, sizeof *buckets->place, error);
    if (!buckets->bucket || !buckets->place)
        return false;
    for (int b = 0; b < BUCKETS; b++) {
        buckets->row[b].upper = (b + 1 - MIDDLE) * WIDTH;
        buckets->row[b].weight = elementary_exp(buckets->row[b].upper);
    }
    for (size_t i = 0; i < actors; i++) {
        note(buckets, buckets_of(logarithm[i]), logarithm[i]);
        if (!enter(buckets, (uint32_t)i, buckets_of(logarithm[i]), error))
            return false;
    }
    return true;
}

void buckets_clear(struct buckets *buckets)
{
    for (int b = 0; b < BUCKETS; b++)
        memory_release(buckets->row[b].member);
    memory_release(buckets->bucket);
    memory_release(buckets->place);
    *buckets = (struct buckets){0};
}

bool buckets_set(struct buckets *buckets, uint32_t actor, double logarithm,
                 struct spel_error *error)
{
    const int b = buckets_of(logarithm);
    note(buckets, b, logarithm);
    if (b == buckets->bucket[actor])
        return true;
    struct bucket *old = &buckets->row[buckets->bucket[actor]];
    const uint32_t place = buckets->place[actor];
    if (!enter(buckets, actor, b, error))
        return false;
    const uint32_t last = old->member[--old->count];
    old->member[place] = last;
    if (last != actor)
        buckets->place[last] = place;
    return true;
}

double buckets_total(const struct buckets *buckets, int split)
{
    double total = 0;
    for (int b = split + 1 > buckets->lowest ? split + 1 : buckets->lowest; b <= buckets->highest;
         b++)
        total += buckets->row[b].count * buckets->row[b].weight;
    return total;
}

const struct bucket *buckets_at(const struct buckets *buckets, int split, double point)
{
    const struct bucket *last = NULL;
    for (int b = split + 1 > buckets->lowest ? split + 1 : buckets->lowest; b <= buckets->highest;
         b++) {
        const struct bucket *row = &buckets->row[b];
        if (row->count == 0)
            continue;
        last = row;
        point -= row->count * row->weight;
        if (point < 0)
            break;
    }
    return last;
}

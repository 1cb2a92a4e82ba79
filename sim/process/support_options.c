#include "process/support_options.h"

#include <string.h>

void support_setting_init(struct support_setting *setting,
                          const struct support_network_params *params, struct moment now,
                          const struct world *world)
{
    setting->params = params;
    setting->world = world;
    setting->now = now;
    support_terms_init(&setting->terms, params);
    support_weights_init(&setting->weights, &setting->terms, params);
}

void support_ego_init(struct support_ego *ego)
{
    memset(ego->where, 0, sizeof ego->where);
    ego->serial = 1;
    ego->count = 0;
}

/* The stretches around ego: its street as far as the neighbourhood goes. */
static void look_around(const struct support_setting *setting, struct support_ego *ego,
                        uint32_t place, size_t neighbourhood)
{
    const struct neighbourhoods *n = &setting->world->neighbourhoods;
    const struct municipalities *m = &setting->world->municipalities;
    const uint32_t reach = (uint32_t)setting->params->street_reach;
    const uint32_t first = n->first[neighbourhood], end = first + n->places[neighbourhood];
    const size_t town = n->municipality[neighbourhood];
    const size_t last = m->first[town] + m->neighbourhoods[town] - 1;
    ego->around[0] = (struct support_stretch){place, place + 1};
    ego->around[1] = (struct support_stretch){place - first > reach ? place - reach : first,
                                              end - place > reach ? place + reach + 1 : end};
    ego->around[2] = (struct support_stretch){first, end};
    ego->around[3] =
        (struct support_stretch){n->first[m->first[town]], n->first[last] + n->places[last]};
    if (ego->around[1].end > end)
        ego->around[1].end = end;
}

/* Where somebody stands in the table, or would. */
static inline size_t where_of(const struct support_ego *ego, uint32_t place)
{
    size_t at = place % SUPPORT_WHERE;
    while (ego->where[at] >= ego->serial &&
           ego->option[ego->where[at] - ego->serial].place != place)
        at = (at + 1) % SUPPORT_WHERE;
    return at;
}

bool support_options_local(const struct support_ego *ego, uint32_t place)
{
    return ego->where[where_of(ego, place)] >= ego->serial;
}

/* The option of somebody, which is added when there is none. */
static inline struct support_option *option_of(struct support_ego *ego, uint32_t place)
{
    const size_t at = where_of(ego, place);
    if (ego->where[at] < ego->serial) {
        ego->where[at] = ego->serial + ego->count;
        ego->option[ego->count++] = (struct support_option){.place = place};
    }
    return &ego->option[ego->where[at] - ego->serial];
}

static void forget(struct support_ego *ego)
{
    ego->serial += ego->count;
    ego->count = 0;
    if (ego->serial > UINT32_MAX / 2)
        support_ego_init(ego);
}

static uint8_t relation_of(enum tie_kind kind)
{
    return kind == TIE_HOUSEHOLD ? RELATION_HOUSEHOLD : kind == TIE_KIN ? RELATION_KIN : 0;
}

static void take_own(const struct support_setting *setting, struct support_ego *ego)
{
    const struct ties *ties = &setting->world->ties;
    const struct residents *residents = &setting->world->residents;
    const uint32_t i = ego->place;
    const size_t at = (size_t)i * TIE_SLOTS;
    ego->degree = ties->degree[i];
    for (size_t s = 0; s < ego->degree; s++) {
        struct support_option *option = option_of(ego, tie_place(ties->alter[at + s]));
        option->tied = 1;
        option->strength = ties->strength[at + s];
        option->relation = relation_of(tie_kind(ties->alter[at + s]));
    }
    for (size_t s = 0; s < ties->in_degree[i]; s++)
        option_of(ego, tie_place(ties->ego[at + s]))->relation |=
            SUPPORT_BACK | relation_of(tie_kind(ties->ego[at + s]));
    uint32_t members = 0; /* of a home with many, the next sixteen */
    for (uint32_t j = residents->next[i]; j != i && members < TIE_SLOTS; j = residents->next[j]) {
        option_of(ego, j)->relation |= RELATION_HOUSEHOLD;
        members++;
    }
}

/* Kin of those one lives with, and those who live with one's kin, are kin. */
static uint8_t relation_through(enum tie_kind first, enum tie_kind second)
{
    const bool kin = (first == TIE_HOUSEHOLD && (second == TIE_KIN || second == TIE_HOUSEHOLD)) ||
                     (first == TIE_KIN && second == TIE_HOUSEHOLD);
    return kin ? RELATION_KIN : 0;
}

static void take_friends_of_friends(const struct support_setting *setting, struct support_ego *ego)
{
    const struct ties *ties = &setting->world->ties;
    for (size_t s = 0; s < ego->degree; s++) {
        const uint32_t tie = ties->alter[(size_t)ego->place * TIE_SLOTS + s];
        const size_t h = tie_place(tie), degree = ties->degree[h];
        const uint32_t *row = ties->alter + h * TIE_SLOTS;
        for (size_t l = 0; l < degree; l++) {
            if (tie_place(row[l]) == ego->place)
                continue;
            struct support_option *option = option_of(ego, tie_place(row[l]));
            option->common++;
            option->relation |= relation_through(tie_kind(tie), tie_kind(row[l]));
        }
    }
}

/* Who is a member of the same initiative is met there. */
static void take_members(const struct support_setting *setting, struct support_ego *ego)
{
    const struct world *world = setting->world;
    const uint16_t membership = world->residents.membership[ego->place];
    if (membership == 0)
        return;
    const size_t row = membership - 1u;
    const uint32_t *member = world->initiatives.member + row * INITIATIVE_MEMBERS;
    for (size_t k = 0; k < world->initiatives.members[row]; k++)
        if (member[k] != ego->place)
            option_of(ego, member[k])->relation |= RELATION_FOCUS;
}

void support_options_gather(const struct support_setting *setting, struct support_ego *ego,
                            uint32_t place, size_t neighbourhood)
{
    const struct world *world = setting->world;
    forget(ego);
    ego->place = place;
    ego->age_months = known_age(world->scratch.known[place]);
    ego->meets = world->scratch.known[place] & KNOWN_MEETS;
    ego->sociability =
        2 * uniform_of((uint32_t)(support_nature(setting->now, world->residents.id[place]) >> 32)) -
        1;
    look_around(setting, ego, place, neighbourhood);
    take_own(setting, ego);
    take_friends_of_friends(setting, ego);
    take_members(setting, ego);
    for (uint32_t k = 0; k < ego->count; k++) {
        struct support_option *option = &ego->option[k];
        const enum support_ring ring = support_ring_of(ego, option->place);
        option->relation |= support_ring_relation(ring);
        if (support_ring_met(ego, ring) && world->scratch.known[option->place] & KNOWN_MEETS)
            option->relation |= RELATION_FOCUS;
    }
}

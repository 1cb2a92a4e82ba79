#include "process/support_options.h"

#include <string.h>

#include "base/prefetch.h"

void support_setting_init(struct support_setting *setting,
                          const struct support_network_params *params, struct moment now,
                          const struct world *world)
{
    setting->params = params;
    setting->more_kin = NULL;
    setting->world = world;
    setting->now = now;
    support_terms_init(&setting->terms, params);
    support_weights_init(&setting->weights, &setting->terms, params);
}

void support_ego_init(struct support_ego *ego)
{
    memset(ego->where, 0, sizeof ego->where);
    memset(ego->option, 0, sizeof ego->option);
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

/* Options as they are found: what changes with each of them stays in registers. */
struct finding {
    uint64_t *where;
    struct support_option *option;
    uint32_t serial, count;
};

/* All ones when that many options after option 0 one is of this ego, else 0; as arithmetic, so that
 * compilers make no branch of it: it would be a guess. */
static inline uint32_t live_mask(uint32_t after)
{
    return (uint32_t)(((uint64_t)after - (SUPPORT_SELF + 1)) >> 32);
}

/* Where somebody stands in the table, or would: seldom beyond the first place. */
static inline size_t where_of(const uint64_t *where, uint32_t serial, uint32_t place)
{
    size_t at = place % SUPPORT_WHERE;
    while (((uint32_t)(where[at] >> 32) ^ place) & live_mask((uint32_t)where[at] - serial))
        at = (at + 1) % SUPPORT_WHERE;
    return at;
}

bool support_options_local(const struct support_ego *ego, uint32_t place)
{
    const size_t at = where_of(ego->where, ego->serial, place);
    return (uint32_t)ego->where[at] - ego->serial < SUPPORT_SELF;
}

/* The option of somebody, which is added when there is none; the same is done either way. */
static inline struct support_option *option_of(struct finding *found, uint32_t place)
{
    const size_t at = where_of(found->where, found->serial, place);
    const uint32_t after = (uint32_t)found->where[at] - found->serial, live = live_mask(after);
    const uint32_t k = ((after ^ found->count) & live) ^ found->count;
    found->where[at] = (uint64_t)place << 32 | (found->serial + k);
    found->option[k].place = place;
    found->count += 1 + live;
    return &found->option[k];
}

/* Ego stands in the table too, for an option that is none: alters who count on ego need not be
 * told from others. */
static struct finding begin(struct support_ego *ego, uint32_t place)
{
    memset(ego->option, 0, ego->count * sizeof *ego->option);
    ego->serial += SUPPORT_SELF + 1;
    if (ego->serial > UINT32_MAX / 2)
        support_ego_init(ego);
    ego->place = place;
    ego->where[place % SUPPORT_WHERE] = (uint64_t)place << 32 | (ego->serial + SUPPORT_SELF);
    return (struct finding){ego->where, ego->option, ego->serial, 0};
}

static uint8_t relation_of(enum tie_kind kind)
{
    return kind == TIE_HOUSEHOLD ? RELATION_HOUSEHOLD : kind == TIE_KIN ? RELATION_KIN : 0;
}

static void take_own(const struct support_setting *setting, struct support_ego *ego,
                     struct finding *found)
{
    const struct ties *ties = &setting->world->ties;
    const struct residents *residents = &setting->world->residents;
    const uint32_t i = ego->place;
    const size_t at = (size_t)i * TIE_SLOTS;
    struct finding now = *found;
    ego->degree = ties->degree[i];
    for (size_t s = 0; s < ego->degree; s++) {
        struct support_option *option = option_of(&now, tie_place(ties->alter[at + s]));
        option->tied = 1;
        option->strength = ties->strength[at + s];
        option->relation = relation_of(tie_kind(ties->alter[at + s]));
    }
    for (size_t s = 0; s < ties->in_degree[i]; s++)
        option_of(&now, tie_place(ties->ego[at + s]))->relation |=
            SUPPORT_BACK | relation_of(tie_kind(ties->ego[at + s]));
    uint32_t members = 0; /* of a home with many, the next sixteen */
    for (uint32_t j = residents->next[i]; j != i && members < TIE_SLOTS; j = residents->next[j]) {
        option_of(&now, j)->relation |= RELATION_HOUSEHOLD;
        members++;
    }
    *found = now;
}

/* Kin of those one lives with, and those who live with one's kin, are kin: the tie of the kind
 * `first` leads to kin along ties below this one, since households come before kin. */
static int32_t end_of_kin(enum tie_kind first)
{
    return first == TIE_HOUSEHOLD ? (int32_t)tie_pack(0, TIE_KIN + 1)
           : first == TIE_KIN     ? (int32_t)tie_pack(0, TIE_HOUSEHOLD + 1)
                                  : 0;
}

/* The rows of the alters are laid end to end, so that it is one loop instead of many short ones of
 * unforeseen length. Above the kind of a tie is room for a bit. */
enum { HALF_ROW = TIE_SLOTS / 2, LEADS_TO_KIN = TIE_PLACE_BITS + 3 };

static size_t lay_rows(const struct ties *ties, const struct support_ego *ego, uint32_t *to)
{
    size_t slots = 0;
    for (size_t s = 0; s < ego->degree; s++) {
        const uint32_t tie = ties->alter[(size_t)ego->place * TIE_SLOTS + s];
        const uint32_t *row = ties->alter + (size_t)tie_place(tie) * TIE_SLOTS;
        const size_t degree = ties->degree[tie_place(tie)];
        const int32_t end = end_of_kin(tie_kind(tie));
        for (size_t half = 0; half < degree; half += HALF_ROW)
            for (size_t l = half; l < half + HALF_ROW; l++)
                to[slots + l] = row[l] | (uint32_t)((int32_t)row[l] < end) << LEADS_TO_KIN;
        slots += degree;
    }
    return slots;
}

static void take_friends_of_friends(const struct support_setting *setting,
                                    const struct support_ego *ego, struct finding *found)
{
    uint32_t slot[TIE_SLOTS * TIE_SLOTS];
    const size_t slots = lay_rows(&setting->world->ties, ego, slot);
    for (size_t k = 0; k < slots; k++)
        prefetch(setting->world->scratch.known + tie_place(slot[k]));
    struct finding now = *found;
    for (size_t k = 0; k < slots; k++) {
        struct support_option *option = option_of(&now, tie_place(slot[k]));
        option->common++;
        option->relation |= (uint8_t)((slot[k] >> LEADS_TO_KIN) * RELATION_KIN);
    }
    *found = now;
}

/* Who is a member of the same initiative is met there. */
static void take_members(const struct support_setting *setting, const struct support_ego *ego,
                         struct finding *found)
{
    const struct world *world = setting->world;
    const uint16_t membership = world->residents.membership[ego->place];
    if (membership == 0)
        return;
    const size_t row = membership - 1u;
    const uint32_t *member = world->initiatives.member + row * INITIATIVE_MEMBERS;
    for (size_t k = 0; k < world->initiatives.members[row]; k++)
        option_of(found, member[k])->relation |= RELATION_FOCUS;
}

/* In which ring each option lives, and whether it is met there: the rings lie within each other. */
static void place_options(const struct support_setting *setting, struct support_ego *ego)
{
    const uint32_t *known = setting->world->scratch.known;
    const struct support_stretch street = ego->around[RING_STREET + 1];
    const struct support_stretch home = ego->around[RING_NEIGHBOURHOOD + 1];
    for (uint32_t k = 0; k < ego->count; k++) {
        struct support_option *option = &ego->option[k];
        const uint32_t place = option->place;
        const uint32_t beyond = place - street.first >= street.end - street.first;
        const uint32_t away = place - home.first >= home.end - home.first;
        const uint32_t met = ego->meets & ((known[place] & KNOWN_MEETS) != 0) & ~away;
        option->relation |= (uint8_t)(RELATION_STREET << (beyond + away) | met * RELATION_FOCUS);
    }
}

void support_options_gather(const struct support_setting *setting, struct support_ego *ego,
                            uint32_t place, size_t neighbourhood)
{
    const struct world *world = setting->world;
    struct finding found = begin(ego, place);
    ego->age_months = known_age(world->scratch.known[place]);
    ego->meets = world->scratch.known[place] & KNOWN_MEETS;
    ego->sociability =
        2 * uniform_of((uint32_t)(support_nature(setting->now, world->residents.id[place]) >> 32)) -
        1;
    look_around(setting, ego, place, neighbourhood);
    take_own(setting, ego, &found);
    take_friends_of_friends(setting, ego, &found);
    take_members(setting, ego, &found);
    ego->count = found.count;
    place_options(setting, ego);
}

#include "process/support_choice.h"

#include "network/choice.h"
#include "world/circles.h"

/* Among so many proposals one is taken, unless all who could be are gone. */
enum { TRIES = 10000 };

/* What all options of an ego have in common. */
struct common {
    double make, drop;
    double met[2]; /* others, and those of the street */
};

static struct common common_of(const struct support_setting *setting, const struct support_ego *ego)
{
    const struct support_weights *w = &setting->weights;
    const uint32_t years = ego->age_months / 12 % SUPPORT_YEARS;
    const double sociable = elementary_exp(setting->params->sociability * ego->sociability);
    const bool full = ego->degree == TIE_SLOTS;
    return (struct common){full ? 0 : w->ego[0][ego->degree] * sociable,
                           w->ego[1][ego->degree] / sociable,
                           {w->friends[years], w->neighbours[years]}};
}

static uint32_t apart(const struct support_ego *ego, uint32_t known)
{
    const uint32_t age = known_age(known);
    const uint32_t months = age > ego->age_months ? age - ego->age_months : ego->age_months - age;
    return months < SUPPORT_MONTHS ? months : SUPPORT_MONTHS - 1;
}

/* How likely ego is to come across somebody who is not related, by age and the street. */
static inline double meeting(const struct support_weights *w, const struct support_ego *ego,
                             const struct common *common, uint32_t known, uint8_t relation)
{
    return w->apart[apart(ego, known)] * common->met[(relation & RELATION_STREET) != 0];
}

static inline double weight_of_making(const struct support_weights *w,
                                      const struct support_ego *ego, const struct common *common,
                                      const struct support_option *option, uint32_t known)
{
    if (!known_open(known))
        return 0;
    const double weight = common->make * w->relation[0][option->relation] *
                          w->common[0][option->common] * w->named[0][known_named(known)] *
                          w->burden[0][known_burden(known)];
    const bool related = option->relation & (RELATION_HOUSEHOLD | RELATION_KIN);
    return related ? weight : weight * meeting(w, ego, common, known, option->relation);
}

static inline double weight_of_dropping(const struct support_weights *w,
                                        const struct common *common,
                                        const struct support_option *option, uint32_t known)
{
    return common->drop * w->relation[1][option->relation] * w->common[1][option->common] *
           w->named[1][known_named(known)] * w->burden[1][known_burden(known)] *
           w->strength[option->strength];
}

/* Of the most likely stranger of the ring. */
static uint8_t relation_of_stranger(const struct support_ego *ego, enum support_ring ring)
{
    return (uint8_t)(support_ring_relation(ring) |
                     (support_ring_met(ego, ring) ? RELATION_FOCUS : 0));
}

void support_weigh(const struct support_setting *setting, struct support_ego *ego,
                   struct support_balance *balance)
{
    const struct support_weights *w = &setting->weights;
    const uint32_t *known = setting->world->scratch.known;
    const struct common common = common_of(setting, ego);
    balance->near = 1;
    for (uint32_t k = 0; k < ego->degree; k++) {
        const struct support_option *option = &ego->option[k];
        ego->weight[k] = weight_of_dropping(w, &common, option, known[option->place]);
        balance->near += ego->weight[k];
    }
    for (uint32_t k = ego->degree; k < ego->count; k++) {
        const struct support_option *option = &ego->option[k];
        ego->weight[k] = weight_of_making(w, ego, &common, option, known[option->place]);
        balance->near += ego->weight[k];
    }
    for (enum support_ring ring = RING_STREET; ring < RINGS; ring++) {
        const bool empty = support_ring_size(ego, ring) == 0;
        balance->far[ring] = empty ? 0
                                   : common.make * w->strangers * w->most *
                                         w->relation[0][relation_of_stranger(ego, ring)] *
                                         common.met[ring == RING_STREET];
    }
}

/* The weight over that of the most likely stranger. */
static double likelihood(const struct support_weights *w, const struct support_ego *ego,
                         enum support_ring ring, uint32_t known)
{
    const bool elsewhere = support_ring_met(ego, ring) && !(known & KNOWN_MEETS);
    const double likely = w->named[0][known_named(known)] * w->burden[0][known_burden(known)] *
                          w->apart[apart(ego, known)] / w->most;
    return elsewhere ? likely * w->unfocused : likely;
}

double support_weigh_stranger(const struct support_setting *setting, const struct support_ego *ego,
                              uint32_t place, enum support_ring ring)
{
    const struct support_weights *w = &setting->weights;
    const struct common common = common_of(setting, ego);
    const uint32_t known = setting->world->scratch.known[place];
    return known_open(known) ? likelihood(w, ego, ring, known) * common.make * w->strangers *
                                   w->most * w->relation[0][relation_of_stranger(ego, ring)] *
                                   common.met[ring == RING_STREET]
                             : 0;
}

static enum tie_kind kind_of(const struct support_option *option)
{
    return option->relation & RELATION_HOUSEHOLD ? TIE_HOUSEHOLD
           : option->relation & RELATION_KIN     ? TIE_KIN
           : option->relation & RELATION_STREET  ? TIE_STREET
                                                 : TIE_FRIEND;
}

/* The option in which the point falls. */
static uint32_t option_at(const struct support_ego *ego, double point)
{
    const struct support_option *option = &ego->option[choice_at(ego->weight, ego->count, point)];
    return option->tied ? option->place | (uint32_t)SUPPORT_DROP << TIE_PLACE_BITS
                        : tie_pack(option->place, kind_of(option));
}

/* Anybody of the ring: a place of the outer stretch that is not in the inner one. */
static uint32_t place_in(const struct support_ego *ego, enum support_ring ring, struct stream *draw)
{
    const struct support_stretch *inner = &ego->around[ring];
    const uint32_t place =
        ego->around[ring + 1].first + stream_below(draw, support_ring_size(ego, ring));
    return place < inner->first ? place : place + (inner->end - inner->first);
}

static double kin_found_in(const struct support_setting *setting, size_t neighbourhood)
{
    const double kin_found = setting->params->kin_found;
    return setting->more_kin
               ? kin_found *
                     setting->more_kin[setting->world->neighbourhoods.municipality[neighbourhood]]
               : kin_found;
}

/* Some strangers prove to be relatives, as likely as their ages fit. */
static enum tie_kind kind_of_stranger(const struct support_setting *setting,
                                      const struct support_ego *ego, uint32_t known,
                                      enum support_ring ring, size_t neighbourhood,
                                      struct stream *draw)
{
    if (ring == RING_STREET)
        return TIE_STREET;
    const double fit = circles_fit(TIE_KIN, ego->age_months / 12.0, known_age(known) / 12.0);
    return stream_uniform(draw) < kin_found_in(setting, neighbourhood) * fit ? TIE_KIN : TIE_FRIEND;
}

/* A tie to a stranger, or 0 when the proposal is refused. */
static uint32_t try_stranger(const struct support_setting *setting, const struct support_ego *ego,
                             enum support_ring ring, size_t neighbourhood, struct stream *draw)
{
    const uint32_t place = place_in(ego, ring, draw), known = setting->world->scratch.known[place];
    if (!known_open(known) || support_options_local(ego, place) ||
        stream_uniform(draw) >= likelihood(&setting->weights, ego, ring, known))
        return 0;
    return tie_pack(place, kind_of_stranger(setting, ego, known, ring, neighbourhood, draw));
}

uint32_t support_choose(const struct support_setting *setting, struct support_ego *ego,
                        uint32_t place, size_t neighbourhood, struct stream *draw,
                        struct support_counts *counts)
{
    struct support_balance balance;
    support_options_gather(setting, ego, place, neighbourhood);
    support_weigh(setting, ego, &balance);
    const double *far = balance.far;
    const double total = balance.near + far[RING_STREET] + far[RING_NEIGHBOURHOOD] + far[RING_TOWN];
    counts->chances++;
    for (int tries = 0; tries < TRIES; tries++) {
        double point = stream_uniform(draw) * total;
        if (point < 1)
            break;
        if (point < balance.near)
            return option_at(ego, point - 1);
        point -= balance.near;
        enum support_ring ring = RING_STREET;
        while (ring < RING_TOWN && point >= far[ring])
            point -= far[ring++];
        const uint32_t tie = try_stranger(setting, ego, ring, neighbourhood, draw);
        counts->proposals++;
        if (tie != 0)
            return tie;
        counts->refused++;
    }
    counts->unchanged++;
    return 0;
}

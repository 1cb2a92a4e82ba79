/* Whom a resident can come to count on, or cease to: a part of support_network.
 *
 * The *local set* is looked at one by one: whom ego counts on, who counts on ego,
 * those on whom the former count, and the household. All others are *strangers*:
 * nothing is known of them but where they live, their age, what they bear and how
 * many count on them. */
#ifndef PROCESS_SUPPORT_OPTIONS_H
#define PROCESS_SUPPORT_OPTIONS_H

#include "process/support_known.h"
#include "process/support_weights.h"
#include "world/world.h"

/* Where strangers are met: a ring around another, each without what lies within. */
enum support_ring { RING_STREET, RING_NEIGHBOURHOOD, RING_TOWN, RINGS };

/* What holds for all choices of a month. */
struct support_setting {
    const struct support_network_params *params;
    const struct world *world;
    const double *more_kin; /* [municipality] factor of kin_found, or NULL */
    struct moment now;
    struct support_terms terms;
    struct support_weights weights;
};

/* One that ego can make a tie to or drop it. */
struct support_option {
    uint32_t place;
    uint8_t tied, relation; /* bits, SUPPORT_BACK among them */
    uint8_t common;         /* ties that lead there in two steps */
    uint8_t strength;
};

/* Behind the options is one that stands for ego itself, whatever is said of it. */
enum { SUPPORT_OPTIONS = 512, SUPPORT_SELF = SUPPORT_OPTIONS, SUPPORT_WHERE = 1024 };

/* Places from `first` to `end`. */
struct support_stretch {
    uint32_t first, end;
};

/* One ego with its options, the ties that it has first, and the stretches around its place, each
 * within the next. Lies on the stack of who chooses. */
struct support_ego {
    uint32_t place, count, degree, age_months;
    bool meets;                                        /* goes to the meeting place */
    double sociability;                                /* in (-1, 1), by nature */
    struct support_stretch around[RINGS + 1];          /* around[0] is ego's own place */
    struct support_option option[SUPPORT_OPTIONS + 1]; /* beyond `count` nothing is said of them */
    double weight[SUPPORT_OPTIONS];
    uint64_t where[SUPPORT_WHERE]; /* open addressing: place << 32 | serial number of its option */
    uint32_t serial;               /* of option 0; a lower one is of an earlier ego */
};

void support_setting_init(struct support_setting *setting,
                          const struct support_network_params *params, struct moment now,
                          const struct world *world);
/* No ego yet; must be called once before the first. */
void support_ego_init(struct support_ego *ego);

/* The local set of a resident of the neighbourhood. */
void support_options_gather(const struct support_setting *setting, struct support_ego *ego,
                            uint32_t place, size_t neighbourhood);
/* Whether somebody is in the local set. */
bool support_options_local(const struct support_ego *ego, uint32_t place);
/* The ring in which a place of the municipality lies. */
static inline enum support_ring support_ring_of(const struct support_ego *ego, uint32_t place)
{
    enum support_ring ring = RING_STREET;
    while (ring < RING_TOWN &&
           (place < ego->around[ring + 1].first || place >= ego->around[ring + 1].end))
        ring++;
    return ring;
}

/* Places in a ring. */
static inline uint32_t support_ring_size(const struct support_ego *ego, enum support_ring ring)
{
    const struct support_stretch *outer = &ego->around[ring + 1], *inner = &ego->around[ring];
    return (outer->end - outer->first) - (inner->end - inner->first);
}

static inline uint8_t support_ring_relation(enum support_ring ring)
{
    return (uint8_t)(RELATION_STREET << ring);
}

/* Whether ego would meet who lives in the ring and goes to the meeting place too. */
static inline bool support_ring_met(const struct support_ego *ego, enum support_ring ring)
{
    return ego->meets && ring != RING_TOWN;
}

#endif

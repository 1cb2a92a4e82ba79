/* Settlement: the first day. Residents in households per neighbourhood that
 * match the published marginals, organisations with contracts, ties and the
 * needs that are there. Linear in the number of residents, and parallel over
 * neighbourhoods; every draw is addressed by place, so that nothing depends on
 * threads. */
#ifndef WORLD_SETTLEMENT_H
#define WORLD_SETTLEMENT_H

#include "params/scenario.h"
#include "world/world.h"

/* Makes the whole first day; on failure the world is cleared. */
bool settlement_settle(struct world *world, const struct scenario *scenario, struct moment now,
                       struct spel_error *error);

/* Drafts: what settlement needs besides the world, released at its end. */
struct drafts {
    uint64_t *items, *spare; /* [place] for sorting */
    uint16_t *age;           /* [place] months */
    uint8_t *position;       /* [place] */
    uint32_t *household;     /* [place] number within the neighbourhood */
    uint32_t *place;         /* [place] where a drafted person ended up */
    uint32_t *residents;     /* [neighbourhood] */
};

/* Layout of municipalities, neighbourhoods, blocks and places. */
bool settle_layout(struct world *world, const struct scenario *scenario, struct spel_error *error);
/* Residents of one neighbourhood in households (settle_households.c). */
void settle_households(struct world *world, struct drafts *drafts, const struct scenario *scenario,
                       struct moment now, size_t neighbourhood);
/* What a person starts with: self-reliance, trust, willingness, vision. Also
 * used for those who arrive or are born later. */
void settle_person(struct residents *residents, size_t place, const struct scenario *scenario,
                   struct moment now);
/* Needs of one neighbourhood at published prevalence (settle_needs.c). */
void settle_needs(struct world *world, struct drafts *drafts, const struct scenario *scenario,
                  struct moment now, size_t neighbourhood);
/* What the course of all needs of a domain has in common, worked out once. */
enum { COURSE_POINTS = 34 };
struct course {
    const struct scenario *scenario;
    enum domain domain;
    double seen[COURSE_POINTS]; /* chance to become known in a step, at severity k/32 */
    double talk, offer;         /* of who comes in: a conversation; else an existing offer */
};
void settle_course(struct course *course, const struct scenario *scenario, enum domain domain);
/* Persons of one neighbourhood who have the need by what is published of it, on
 * the first day: what settle_needs aims at. */
double settle_needs_wanted(const struct world *world, const struct scenario *scenario,
                           size_t neighbourhood, enum domain domain);
/* One need of the stock: its pace, severity, spell and whether it is known. */
void settle_need(struct world *world, const struct course *course, uint32_t row,
                 struct stream *draw, uint32_t month);
/* Organisations, contracts and collaboration ties (settle_organisations.c). */
bool settle_organisations(struct world *world, const struct scenario *scenario, struct moment now,
                          struct spel_error *error);
/* Support ties by circles (settle_ties.c). */
void settle_ties(struct world *world, struct drafts *drafts, const struct scenario *scenario,
                 struct moment now);

#endif

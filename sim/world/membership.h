/* Initiatives and who is a member of them: beginning, joining, leaving.
 *
 * Members are residents of the area in which an initiative began: a neighbourhood, or
 * several small ones that share theirs. Nobody is a member of two. */
#ifndef WORLD_MEMBERSHIP_H
#define WORLD_MEMBERSHIP_H

#include "world/world.h"

/* Whether row `i` is an initiative. */
static inline bool membership_of(const struct world *world, size_t i)
{
    return world->organisations.kind[i] == ORGANISATION_INITIATIVE;
}

/* Organisation rows that a municipality keeps for initiatives. */
uint32_t membership_room(double residents);
/* Small neighbourhoods share their initiatives: written once the residents of the first day
 * are known. */
void membership_share_areas(struct world *world);
/* Whether a place lies in the area of the initiative. */
bool membership_reaches(const struct world *world, size_t i, uint32_t place);

/* Begins with its founder as the one member, in a vacant row; COLUMN_NONE when there is
 * none. */
uint32_t membership_begin(struct world *world, uint32_t founder, enum domain domain,
                          uint32_t month);
/* False where there is no room, and for who is a member already. */
bool membership_join(struct world *world, size_t i, uint32_t place);
/* Member number `k` goes; with a founder goes `loss` of the energy that hangs on it. */
void membership_leave(struct world *world, size_t i, size_t k, double loss);
/* All members go, and the row is that of no initiative; the organisation is left as it is. */
void membership_dissolve(struct world *world, size_t i);
/* After people died, left and moved, before ties are cut: who is gone or lives in another
 * area is no member any more, who moved within it is one at the new address. */
void membership_follow(struct world *world, double loss);
/* Hours pledged are no longer available to who asks; `total`: what a helper can give in all
 * to whom everything is available. */
void membership_reserve(struct world *world, double total);

#endif

/* Informal support: those in need ask the people they count on; helpers give
 * what they can, carry the strain, and may burn out.
 *
 * What alters may replace is phi (R - O), less a reluctance that empowerment
 * lowers; beside it, presence hours eta' n^2 that only people near can give, of
 * which most go to one primary carer (household, then kin). A request is at
 * most the capacity of the tie's kind times what the helper has available; a
 * helper asked for more than a total gives each the same share. Demands add up
 * as whole sixteenths of an hour, so that the order of threads does not matter,
 * and hours given are to the unit hours received.
 *
 * Strain grows convexly above 8 hours a week (Nurses' Health Study, fact 127),
 * less with carer_support, and recovers with rest; above a threshold burnout
 * can strike: months without capacity, and a need in `social`. A tie that
 * helped grows stronger, others fade.
 *
 * Reads residents, needs, ties, levers. Writes needs: asked, asked_of, informal,
 * presence (and onset in `social`); residents: traits (asked for too much),
 * available, demand, given, strain, burnout, care_months; ties: strength. */
#ifndef PROCESS_INFORMAL_SUPPORT_H
#define PROCESS_INFORMAL_SUPPORT_H

#include "params/params.h"
#include "world/world.h"

void informal_support_step(const struct informal_support_params *params,
                           const struct hours_params *hours, const struct needs_params *needs,
                           double relief_share, struct moment now, struct world *world);

#endif

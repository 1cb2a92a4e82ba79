/* Trust of residents and organisations in the municipality.
 *
 * One experience per case, when help begins or the term has passed without, and
 * one more every six months: good if help began within the term, later if at
 * least half of what was needed came. tau += a w (1 - tau), or -= L a w tau, with
 * w = 0.5 + engagement; what alters experienced counts a tenth, and so do incidents
 * and withdrawn pilots, of which the whole neighbourhood hears. Trust drifts to
 * 0.59 + 0.15 h + 0.05 (engagement - 0.5). Organisations follow h
 * likewise, terms kept over a year, their alignment, what of their cost stays
 * uncovered, and control. Terms kept and broken are counted for history.
 *
 * Reads needs, heard, bad_news, levers, history. Writes residents: trust, news; needs: since,
 * flags; organisations: trust; municipalities: kept, broken. */
#ifndef PROCESS_TRUST_H
#define PROCESS_TRUST_H

#include "params/params.h"
#include "world/world.h"

/* `feedback_to_learning`: share of control that becomes learning at feedback quality 1. */
void trust_step(const struct trust_params *params, double feedback_to_learning, struct moment now,
                struct world *world);

#endif

/* Trust of residents and organisations in the municipality, and the history of
 * collaboration.
 *
 * One experience per case, when help begins or the term has passed without, and
 * one more every six months: good if help began within the term, later if at
 * least half of what was needed came. tau += a w (1 - tau), or -= L a w tau, with
 * w = 0.5 + engagement; what alters experienced counts a tenth. Trust drifts to
 * 0.59 + 0.15 h + 0.05 (engagement - 0.5). Organisations: likewise by their
 * alignment and by whether contracted hours were used. History moves by kept
 * terms: h += 0.008 (k - h), k = (share kept - 0.75) / 0.25 held to [-1, 1].
 *
 * Reads needs, heard, levers. Writes residents: trust, news; needs: since,
 * flags; organisations: trust; municipalities: terms, terms_kept, history. */
#ifndef PROCESS_TRUST_H
#define PROCESS_TRUST_H

#include "params/params.h"
#include "world/world.h"

void trust_step(const struct trust_params *params, struct moment now, struct world *world);

#endif

/* Intake: how a hidden need becomes known.
 *
 * A resident seeks help with a chance logistic in severity, trust and earlier
 * waiting; `outreach` finds part of those who do not, the better the municipality
 * knows the neighbourhood (K, raised by going out and by ties with key persons,
 * lost with staff). Under tight steering the gate takes time. A case passes a
 * one-domain gate, or, with chance integrality (0.3 + 0.7 sigma) and as far as
 * staff hours reach, a kitchen-table conversation that makes all the household's
 * needs known. Without it the existing offer may be given instead of the need
 * (0.5 mu). With `self_scaling` residents choose more or less help themselves.
 *
 * Reads residents, levers, steering. Writes residents: known; needs: flags,
 * scaling; neighbourhoods: knowledge, conversations;
 * municipalities: staff_talked. */
#ifndef PROCESS_INTAKE_H
#define PROCESS_INTAKE_H

#include "params/params.h"
#include "world/world.h"

void intake_step(const struct intake_params *params, struct moment now, struct world *world);

#endif

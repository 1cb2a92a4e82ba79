/* Steering: what the municipality chooses, tries and enacts.
 *
 * Each month it sees what there is to see (steering_seen.h), is shaken by incidents
 * (steering_incident.h), now and then gets another council (steering_election.h),
 * judges trials that are over and begins others (steering_trial.h, steering_pilots.h,
 * steering_peers.h). What is chosen comes into force by neighbourhood:
 *
 *   aim = chosen + push (+ the step, where a trial has its pilots), held to [0, 1]
 *   sigma~ += rho (aim - sigma~) + lean_spread lean_policy z
 *   rho = enactment_base + enactment_gain (leadership + flexibility) / 2
 *         + lean_pace lean_policy
 *
 * Writing less policy lets things come into force sooner and less alike (z is normal,
 * by neighbourhood, domain and month).
 *
 * Reads needs, residents (known, next), neighbourhoods (residents, urbanity, levers,
 * contracts, paid, gain, ties), organisations (drift, alignment), municipalities
 * (spent_month, budget). Writes neighbourhoods: enacted, enacted_half, pilot, seen,
 * seen_before, seen_since, bad_news; municipalities: chosen, enacted, push, preference,
 * attraction, experience, trial, trial_begun, trial_months, judged, judged_at, quiet,
 * incidents, kept, broken; events. */
#ifndef PROCESS_STEERING_H
#define PROCESS_STEERING_H

#include "params/scenario.h"
#include "world/world.h"

/* `off`: the knock-outs; `election`: whether there is one this month. */
void steering_step(const struct params *params, const bool off[PROCESSES], bool election,
                   struct moment now, struct world *world);

#endif

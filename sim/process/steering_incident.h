/* Incidents, and the reflex to control that they set off.
 *
 * Something goes badly wrong in a domain with a hazard of
 * incident_rate (N / 100,000)^incident_size a year over all domains, times severe
 * unmet need and drift against the reference run (at most incident_most). Steering is
 * then pushed towards control by incident_push, less where leadership and error
 * tolerance damp it; the push is released by a share a month. For a year after an
 * incident none follows in the domain by itself. What the schedule brings happens in
 * its month, with the force that it says. */
#ifndef PROCESS_STEERING_INCIDENT_H
#define PROCESS_STEERING_INCIDENT_H

#include "process/steering_turn.h"

/* Chance of an incident in one domain in a month: `severity` is severe unmet need and
 * drift relative to the reference run. */
double steering_incident_chance(const struct steering_params *params, double residents,
                                double severity);
/* The push of one incident, at most 0. */
double steering_incident_push(const struct steering_params *params, double leadership,
                              double error_tolerance);

/* Releases what earlier incidents pushed; with `happen`, draws new ones. */
void steering_incidents(const struct steering_turn *turn, bool happen);

#endif

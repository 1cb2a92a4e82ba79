/* The calendar: what the scenario has planned for this month, elections, and
 * what the staff can carry.
 *
 * Settings of the schedule apply from their first month until their last, in
 * the order in which they stand; a lever set by itself overrides its knob. The
 * levers, control and policy writing ask staff hours; when they ask more than
 * there are, all levers shrink in proportion. Steering is set in the month in which
 * what is planned for it changes, and evolves from there: a trial of the domain that
 * runs is let go of. Where nobody learns, what is planned stands.
 *
 * Reads the scenario. Writes neighbourhoods: lever_wanted, lever, onset_now;
 * enacted, pilot (of a trial let go of); municipalities: chosen, trial, staff_asked;
 * events. */
#ifndef PROCESS_CALENDAR_H
#define PROCESS_CALENDAR_H

#include "params/scenario.h"
#include "world/world.h"

/* The first election is in March 2018; one follows every 48 months. */
enum { ELECTION_YEAR = 2018, ELECTION_MONTH = 3, ELECTION_TERM = 48 };

/* Months since the start, of the month that is run: 0 is the first. */
uint32_t calendar_month(struct moment now);

/* The calendar month, 1 … 12. */
int calendar_month_of_year(const struct scenario *scenario, struct moment now);

/* Whether there is an election this month. */
bool calendar_election(const struct scenario *scenario, struct moment now);

void calendar_step(const struct calendar_params *params, const struct scenario *scenario,
                   struct moment now, struct world *world);

#endif

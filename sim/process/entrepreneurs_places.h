/* Places for work and taking part: who has one, who gets one, and what it gives. */
#ifndef PROCESS_ENTREPRENEURS_PLACES_H
#define PROCESS_ENTREPRENEURS_PLACES_H

#include "params/params.h"
#include "world/world.h"

/* Right after alters and initiatives have given: the hours of places,
 * min(`hours`, R - O - I - V), each with its need. Writes needs: place_hours. */
void entrepreneurs_help(const struct entrepreneurs_params *params, struct world *world);

/* The places of a month. */
struct placing {
    const struct entrepreneurs_params *params;
    double haste; /* times as many are put forward: more than 1 in the run-in alone */
    struct moment now;
    struct world *world;
};

/* Who leaves a place, whose place becomes a job, and who might be put forward; in
 * scratch.known lie, from the first place of a block on, the rows of those who have a
 * place and of those who might get one. */
void places_scan(const struct placing *placing);
/* Puts those rows of municipality `m` in scratch.letters: first who has a place, by
 * entrepreneur, then who might get one, each by lot. Says how many there are. */
size_t places_gather(const struct placing *placing, size_t m);
/* Who has a place with someone that has ended has none any more. */
void places_close(struct world *world, size_t count);
/* Counts who has a place; those who look for company there find each other. */
void places_meet(const struct placing *placing, size_t m, size_t count);
/* Gives places to those who are put forward, in the order of their lots. */
void places_fill(const struct placing *placing, size_t count);

/* How many places an entrepreneur offers. */
uint16_t places_offered(const struct entrepreneurs_params *params, double engagement,
                        double capital);
/* The chance a month that a client is put forward, at a link and a severity. */
double places_introduction(const struct entrepreneurs_params *params, double link, double severity);

#endif

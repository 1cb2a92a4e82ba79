/* Organisations that begin and end: a vacant row is taken and given back. Everyone
 * who names an organisation (ties, contracts) lets go of one that ends. */
#ifndef WORLD_FOUNDING_H
#define WORLD_FOUNDING_H

#include "world/world.h"

/* A trait as organisations differ in it: normal, held to [0.02, 0.98]. */
float founding_trait(struct stream *draw, double mean, double sd);
/* Draws of an organisation: of its row and the month in which it was founded, so that who
 * takes the row later draws others. */
struct stream founding_stream(const struct world *world, uint32_t organisation, struct moment now,
                              uint32_t purpose);
/* As many as so many for a thousand residents are. */
uint32_t founding_usual(const struct world *world, size_t municipality, double per_1000);
/* The same of institutions: at least one for each domain, so that there is always somebody
 * to contract. */
uint32_t founding_institutions(const struct world *world, size_t municipality, double per_1000);
/* How many organisations the municipality has. */
uint32_t founding_count(const struct world *world, size_t municipality);
/* Takes the first vacant row of the municipality for an organisation that begins in
 * `month`; everything else of it is zero. COLUMN_NONE when all rows are taken. */
uint32_t founding_begin(struct world *world, size_t municipality, enum organisation_kind kind,
                        uint32_t month);
/* Ends the organisation: its ties go, its contracts have no holder, and its cases wait
 * for another. */
void founding_end(struct world *world, uint32_t organisation);
/* What an organisation of this age has not lived through: its ties go, nothing has worn it
 * yet, it stands where it stands by itself, and has tried out nothing. */
void founding_renew(struct world *world, uint32_t organisation);
/* Takes its contracts of one neighbourhood and domain, in slot `slot`, from whoever holds
 * them; cases of that slot go back to waiting. `to`: COLUMN_NONE for nobody. */
void founding_hand_over(struct world *world, size_t neighbourhood, enum domain domain, size_t slot,
                        uint32_t to);

#endif

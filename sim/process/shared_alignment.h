/* Who agrees with whom, and what the municipality judges by: parts of shared_vision.
 *
 * Alignment of two parties is max(0, 1 - distance / d0). Of a municipality it is the mean
 * over pairs: the municipality with its organisations, with its residents, and
 * organisations with residents. Residents are counted by where they stand, in cells an
 * eighth wide, and looked at from each party cell by cell.
 *
 * The weight of an outcome in the judgement is
 *
 *     (1 + judgement x A x (c cause + r result)) / sum over outcomes,
 *
 * with cause and result the vision of the municipality after its talks, A its alignment
 * with residents (by citizen_voice) and organisations (the rest), and c, r how far an
 * outcome belongs to circumstances, and to quality of life. Where nobody agrees all
 * outcomes weigh alike. */
#ifndef PROCESS_SHARED_ALIGNMENT_H
#define PROCESS_SHARED_ALIGNMENT_H

#include "world/world.h"

/* Writes municipalities.alignment of all. */
void shared_alignment(double vision_distance, struct world *world);
/* Writes municipalities.agreed. */
void shared_judgement(double judgement, struct world *world, size_t municipality);

#endif

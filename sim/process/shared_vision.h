/* Shared vision: parties talk about causes and about the end, and come closer to each
 * other, or not.
 *
 * An organisation begins a talk with a partner in a month with chance talks(dialogue),
 * one of its own in proportion to the strength of their tie. As often the municipality
 * holds a table, of whose seats a share citizen_voice is for residents drawn by lot and
 * the rest for its organisations. A talk moves both by
 *
 *     step / (1 + exp((distance - eps) / softness))
 *
 * of the way to each other, the municipality by the mean over the seats. eps grows with
 * history, trust and engagement. Each returns to its own anchor (Friedkin and Johnsen
 * 1990), and who leads is now and then replaced. What a resident at the table asks for is
 * heard with the chance of that confidence, which makes a request answered, or not.
 *
 * Alignment of all with all follows, and the weights by which the municipality judges
 * outcomes: see shared_alignment.h.
 *
 * Reads levers, history, trust, collaboration ties. Writes organisations: vision, anchor;
 * municipalities: vision, anchor, kept, broken, alignment, agreed; residents:
 * vision_cause, vision_result (of those at the table). */
#ifndef PROCESS_SHARED_VISION_H
#define PROCESS_SHARED_VISION_H

#include <stdbool.h>

#include "params/params.h"
#include "world/world.h"

/* Confidence of two parties in each other, 0 to 1, and the distance up to which it
 * reaches: `trust` and `engagement` are against the usual. */
double vision_confidence(const struct shared_vision_params *params, double distance, double reach);
double vision_reach(const struct shared_vision_params *params, double history, double trust,
                    double engagement);

/* A month of talks. */
void shared_vision_talk(const struct shared_vision_params *params, struct moment now,
                        struct world *world);
/* Talks and what follows from them; `to_choice`: also for how the municipality judges. */
void shared_vision_step(const struct shared_vision_params *params, double vision_distance,
                        bool to_choice, struct moment now, struct world *world);

#endif

/* How far simulations of a network are, and what they have given, for people. */
#ifndef CLI_NETWORK_SCREEN_H
#define CLI_NETWORK_SCREEN_H

#include "cli/progress.h"
#include "run/network_runs.h"

/* For network_options; the context is a struct progress. */
void network_screen_tell(void *context, const struct network_progress *now);
/* The statistics that every network has, and how fast it went. */
void network_screen_results(const struct network_results *results);

#endif

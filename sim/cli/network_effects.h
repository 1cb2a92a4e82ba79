/* The effects that a network spec may name, as a listing. */
#ifndef CLI_NETWORK_EFFECTS_H
#define CLI_NETWORK_EFFECTS_H

#include "cli/command.h"

/* Those whose name matches the position after the verb, or all. */
enum outcome network_effects_list(const struct arguments *arguments);

#endif

/* What the parts of steering need to know of a month. */
#ifndef PROCESS_STEERING_TURN_H
#define PROCESS_STEERING_TURN_H

#include "params/params.h"
#include "world/world.h"

struct steering_turn {
    const struct steering_params *params;
    double learning_share; /* of monitoring, at feedback_quality 1 */
    struct moment now;
    struct world *world;
};

#endif

/* What the parts of initiatives share: how one begins, who joins it, whom it helps, how it
 * fares, and how it takes over a contract. */
#ifndef PROCESS_INITIATIVES_PARTS_H
#define PROCESS_INITIATIVES_PARTS_H

#include "params/params.h"
#include "world/draw.h"
#include "world/membership.h"

struct initiating {
    const struct params *params;
    struct moment now;
    struct world *world;
};

/* The share of residents of an area with at least three near neighbours who have a need in
 * the domain, shrunk in small areas; and of all domains together. */
struct shared_needs {
    double of[DOMAINS], all;
};
void birth_shared_needs(const struct world *world, size_t neighbourhood,
                        struct shared_needs *shared);
/* The mean engagement of entrepreneurs. */
double birth_engagement(const struct world *world, size_t municipality);
/* How much sooner than usual an adult begins an initiative, shared needs apart, where
 * entrepreneurs are so engaged. */
double birth_readiness(const struct initiating *initiating, size_t neighbourhood, double engaged,
                       uint32_t i);
/* Initiatives that begin this month. */
void birth_month(const struct initiating *initiating);
/* Those that began before the first month and are still there, each with its founder. */
void birth_stock(const struct initiating *initiating);

/* One month of asking, joining and leaving. */
void recruit_month(const struct initiating *initiating, uint32_t row);

/* Gives the pledged hours of all initiatives of one area to needs. */
void support_area(const struct initiating *initiating, size_t municipality, uint32_t area);

/* Energy, dependence, formality and funding after a month. */
void fare_month(const struct initiating *initiating, uint32_t row);
/* Whether it ends or hardens this month, and what follows. */
void fare_end(const struct initiating *initiating, uint32_t row);

/* It may ask to take over a contract, or give up the one it took over. */
void challenge_month(const struct initiating *initiating, bool challenges, uint32_t row);
/* Nobody has the contract that it took over, if it did. */
void challenge_give_up(const struct initiating *initiating, uint32_t row);

static inline double initiating_lever(const struct initiating *initiating, uint32_t row,
                                      enum lever lever)
{
    const size_t n = initiating->world->initiatives.neighbourhood[row];
    return initiating->world->neighbourhoods.lever[n * LEVERS + (size_t)lever];
}

/* The steering that it works under. */
static inline double initiating_steering(const struct initiating *initiating, uint32_t row)
{
    const struct world *world = initiating->world;
    const size_t n = world->initiatives.neighbourhood[row];
    return world->neighbourhoods.enacted[n * DOMAINS + world->initiatives.domain[row]];
}

/* Control that weighs on it: monitoring that does not serve learning, where rules leave no
 * room. */
static inline double initiating_control(const struct initiating *initiating, uint32_t row)
{
    const double learning = initiating->params->formal_support.feedback_to_learning *
                            initiating_lever(initiating, row, FEEDBACK_QUALITY);
    return (1 - initiating_steering(initiating, row)) * (1 - learning);
}

#endif

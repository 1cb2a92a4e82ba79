/* What an hour costs who gives it, as a share of the price of its domain:
 *
 *   hour_cost (1 + effort_cost (effort - 0.4) - routine_saving (routine - 0.4)) / (1 - voiced)
 *       + friction_cost friction
 *
 * with 0.4 the usual level of both. Hours that voiced friction takes are not paid. */
#ifndef WORLD_COSTS_H
#define WORLD_COSTS_H

#include "params/params.h"
#include "world/organisations.h"

/* The level of routine at which nothing is lost or saved by it. */
static const double ROUTINE_USUAL = 0.4;

static inline double costs_of_hour(const struct finance_params *params,
                                   const struct organisations *o, size_t i)
{
    const double effort = (double)o->network_effort[i] - organisations_effort(EFFORT_USUAL);
    const double routine = (double)o->routine[i] - ROUTINE_USUAL;
    const double work =
        params->hour_cost * (1 + params->effort_cost * effort - params->routine_saving * routine);
    return work / (1 - (double)o->voiced[i]) + params->friction_cost * (double)o->friction[i];
}

#endif

/* What the tests of network specs share: four actors with ties, attributes and pairs. */
#ifndef TESTS_PARAMS_GIVEN_NETWORK_H
#define TESTS_PARAMS_GIVEN_NETWORK_H

#include "params/given.h"

#include "params/network_spec.h"

#define ACTORS  "network: {actors: 4, edges: edges.csv}\n"
#define RATES   "rates: {network: 5}\n"
#define EFFECTS "effects: [{name: density, value: -2}]\n"
#define MOOD    "covariates: {mood: {file: actors.csv, column: mood1}}\n"
#define LEAST   ACTORS RATES EFFECTS

/* Four actors; the spec n.yaml has this text, in front of tables that hold no fault. */
static inline void given_tables(void)
{
    given_file("edges.csv", "ego,alter\n1,2\n4,3\n2,1\n");
    given_file("actors.csv", "actor,mood1,mood2,x,y\n1,1,2,0,0\n2,2,3,1,0\n4,1,1,1,1\n3,3,3,0,1\n");
    given_file("pairs.csv", "ego,alter,value\n3,1,2.5\n1,3,-1e-3\n");
}

#endif

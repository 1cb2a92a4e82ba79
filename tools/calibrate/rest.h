/* Whether ties are at rest: what they are like year after year, and, for the share of kin, whether
 * that is since others live there or since those who live alike have other ties. */
#ifndef CALIBRATE_REST_H
#define CALIBRATE_REST_H

#include "model/model.h"

/* Runs the model for so many months and prints a table with a row a year; false without memory. */
bool rest_follow(struct spel_model *model, long months);

#endif

/* The parts of the table of parameters, one a process: see table.h. */
#ifndef PARAMS_TABLE_GROUPS_H
#define PARAMS_TABLE_GROUPS_H

#include "params/table.h"

extern const struct parameter_group settlement_group;
extern const struct parameter_group calendar_group;
extern const struct parameter_group demography_group;
extern const struct parameter_group needs_group;
extern const struct parameter_group hours_group;
extern const struct parameter_group informal_support_group;
extern const struct parameter_group initiatives_group;
extern const struct parameter_group intake_group;
extern const struct parameter_group formal_support_group;
extern const struct parameter_group support_network_group;
extern const struct parameter_group self_reliance_group;
extern const struct parameter_group trust_group;
extern const struct parameter_group collaboration_network_group;
extern const struct parameter_group institutions_group;
extern const struct parameter_group practices_group;
extern const struct parameter_group entrepreneurs_group;
extern const struct parameter_group finance_group;
extern const struct parameter_group history_group;
extern const struct parameter_group shared_vision_group;
extern const struct parameter_group steering_group;

#endif

/* All commands; each is in a file of its name. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/command.h"

extern const struct command command_scenario_run;
extern const struct command command_scenario_sweep;
extern const struct command command_merge;
extern const struct command command_check;
extern const struct command command_params;
extern const struct command command_places;
extern const struct command command_variables;
extern const struct command command_new;
extern const struct command command_info;
extern const struct command command_compare;
extern const struct command command_explain;
extern const struct command command_report;
extern const struct command command_verify;
extern const struct command command_network;
extern const struct command command_help;

#endif

#include "cli/commands.h"

#include <stdarg.h>
#include <stdio.h>

/* clang-format off */
const struct command *const commands[] = {
    &command_scenario_run,
    &command_scenario_sweep,
    &command_merge,
    &command_check,
    &command_params,
    &command_variables,
    &command_places,
    &command_info,
    &command_compare,
    &command_explain,
    &command_report,
    &command_verify,
    &command_new,
    &command_network,
    &command_help,
    NULL,
};
/* clang-format on */

const struct option_row common_options[] = {
    {"help", 'h', NULL, "Says what the command does and which options it has."},
};
const size_t common_option_count = sizeof common_options / sizeof *common_options;

enum outcome outcome_of(const struct spel_error *error)
{
    fprintf(stderr, "%s\n", error->text);
    switch (error->code) {
    case SPEL_FINE:
        return OUTCOME_FINE;
    case SPEL_ERROR_INPUT:
    case SPEL_ERROR_FILE:
    case SPEL_ERROR_MISMATCH:
        return OUTCOME_BAD_INPUT;
    case SPEL_ERROR_DISK:
        return OUTCOME_STOPPED;
    default:
        return OUTCOME_MACHINE;
    }
}

enum outcome bad_input(const char *command, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fprintf(stderr, "samenspel%s%s: ", command ? " " : "", command ? command : "");
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    return OUTCOME_BAD_INPUT;
}

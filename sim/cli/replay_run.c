#include "cli/replay_run.h"

#include <stdio.h>
#include <string.h>

bool replay_run_given(const struct arguments *arguments, struct replay_run *run)
{
    const char *given = argument_value(arguments, "run", NULL);
    unsigned point, replicate;
    char rest;
    if (!given)
        return true;
    const int read = sscanf(given, "%9u,%9u%c", &point, &replicate, &rest);
    char again[32];
    snprintf(again, sizeof again, read == 2 ? "%u,%u" : "%u", point, read == 2 ? replicate : 0);
    if ((read == 1 || read == 2) && strcmp(again, given) == 0) {
        *run = (struct replay_run){(int)point, read == 2 ? (int)replicate : -1};
        return true;
    }
    bad_input(arguments->command->name,
              "--run %s: a point of the sweep is expected, from 0, or POINT,REPLICATE as 3,0",
              given);
    return false;
}

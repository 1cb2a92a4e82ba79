/* What `samenspel info` says of the file of a sweep. */
#ifndef CLI_INFO_SWEEP_H
#define CLI_INFO_SWEEP_H

#include "cli/command.h"

enum outcome info_sweep(const char *path);

#endif

/* One run of a scenario, month by month, in the memory of the program that
 * uses the library. */
#ifndef SAMENSPEL_RUN_H
#define SAMENSPEL_RUN_H

#include <stddef.h>
#include <stdint.h>

#include "samenspel/error.h"

struct spel_run;

/* Reads the scenario in the file `scenario`, sets in it what `settings` says
 * ("path=value", `count` of them), and settles the first day of replicate
 * number `replicate`, from 0. What the scenario is based on and its place
 * tables are looked for beside it, then among the installed ones. NULL on
 * failure. The caller frees the run. */
struct spel_run *spel_run_create(const char *scenario, const char *const *settings, size_t count,
                                 uint32_t replicate, struct spel_error *error);
/* Safe on NULL. */
void spel_run_free(struct spel_run *run);

/* Runs one month and measures it. Uses as many threads as OpenMP is told to;
 * the results are the same for any number. */
void spel_run_step(struct spel_run *run);

/* Months run so far, and months that the scenario asks for. */
uint32_t spel_run_month(const struct spel_run *run);
uint32_t spel_run_months(const struct spel_run *run);

/* The values of a variable in the month last run: by municipality,
 * neighbourhood, domain or organisation as `samenspel variables` says, the last
 * of these running fastest. They stay where they are until the next step. NULL,
 * and a count of 0, where the scenario records no such variable. */
const float *spel_run_values(const struct spel_run *run, const char *variable, size_t *count);

enum { SPEL_DIGEST_TEXT = 33 };
/* The digest of the state as it is now, in 32 hexadecimal digits: equal for
 * equal scenario, seed and version, whatever the machine. */
void spel_run_digest(const struct spel_run *run, char text[SPEL_DIGEST_TEXT]);

#endif

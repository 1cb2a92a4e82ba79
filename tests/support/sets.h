/* The parameter sets by which the reference was simulated (tests/network/reference/README.md):
 * network, model and what the reference found. */
#ifndef TESTS_SETS_H
#define TESTS_SETS_H

#include "support/csv.h"
#include "support/networks.h"

extern const char sets_all[]; /* "ABCDEFG" */

enum { SETS_PATH = 1024 };

/* The path of a reference file: in tests/network/reference/ when it is carried, otherwise in the
 * folder that SAMENSPEL_REFERENCE names. The test is skipped when it is in neither. */
void sets_path(const char *name, char path[SETS_PATH]);
/* Makes set 'A' ... 'G' as it starts; skips the test when its start network is not there. */
void sets_make(struct network_case *it, char set);
/* A network of 50 with alcohol as the table of change statistics tells: its columns tie, egoX. */
void sets_make_table(struct network_case *it, const struct csv *table);
/* The reference's figure of a statistic: false when it has none. */
bool sets_moment(const struct csv *moments, char set, const char *statistic, double *runs,
                 double *mean, double *sd);

#endif

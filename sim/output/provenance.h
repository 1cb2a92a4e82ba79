/* /provenance: where a file comes from. The only part in which two runs of one
 * scenario may differ; it names no user and no folder. */
#ifndef OUTPUT_PROVENANCE_H
#define OUTPUT_PROVENANCE_H

#include "output/hdf.h"
#include "output/system.h"
#include "params/scenario.h"

struct provenance {
    const char *command; /* as given, without folders */
    int threads;
    char started[SYSTEM_TIME_TEXT];
    double seconds;              /* of running, breaks left out */
    double settling, burning_in; /* seconds, of the replicate settled last */
};

void provenance_write(struct hdf *hdf, const struct scenario *scenario,
                      const struct provenance *provenance);

#endif

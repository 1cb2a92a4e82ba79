/* Counts of needs by domain and age band, and of positions by age: kept as numbers
 * over one neighbourhood, so that moments are named once. */
#ifndef CALIBRATE_TALLY_H
#define CALIBRATE_TALLY_H

#include "model/model.h"
#include "moments.h"

enum need_count {
    CASES,
    KNOWN,
    SEVERITY,
    SEVERITY_KNOWN,
    FORMAL,
    NET_KNOWN,
    INFORMAL,
    NET,
    WAITING,
    COUNTS
};

enum { POSITIONS = 5 };

struct tally {
    double people[AGE_BANDS], needs[DOMAINS][AGE_BANDS][COUNTS];
    double positions[WIDE_AGE_BANDS][POSITIONS];
};

/* Counts one person; returns the informal hours this person receives. */
double tally_person(struct tally *tally, const struct spel_model *model, size_t i, int years);
/* Adds what was counted to the moments. */
void tally_close(const struct tally *tally, struct moments *moments);

#endif

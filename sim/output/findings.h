/* /claims: what a scenario expected, and what came of it. */
#ifndef OUTPUT_FINDINGS_H
#define OUTPUT_FINDINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "output/hdf.h"

enum verdict { VERDICT_HELD, VERDICT_BROKEN, VERDICT_UNDECIDED, VERDICTS };
extern const char *const verdict_names[VERDICTS];

enum { FINDING_TEXT = 512, FINDING_REASON = 160 };

/* One claim, or its control: the same test with processes off, which must not hold
 * there. Held, of a control, means that the effect is gone. */
struct finding {
    char claim[FINDING_TEXT], claim_nl[FINDING_TEXT], test[FINDING_TEXT];
    char world[FINDING_TEXT]; /* what was set and switched off: "without trust" */
    char type;                /* 'V', 'E' or 0 */
    int pattern;              /* 0 for none */
    bool control;
    double estimate;  /* of what stands before the comparison */
    double low, high; /* 95% interval over replicates; NaN when there is none */
    double threshold;
    int replicates; /* that count */
    enum verdict verdict;
    char reason[FINDING_REASON]; /* why it is undecided; empty where the interval says so */
};

struct findings {
    size_t count;
    struct finding *rows; /* from memory_take */
};

void findings_clear(struct findings *findings);
/* Nothing when nothing was claimed. */
void findings_write(struct hdf *hdf, const struct findings *findings);
/* Reads what a file has; none when nothing was claimed. False when it is damaged. */
bool findings_read(struct hdf *hdf, struct findings *findings);
size_t findings_of(const struct findings *findings, enum verdict verdict);

#endif

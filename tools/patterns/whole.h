/* What came of a pattern as a whole: of all its claims together. */
#ifndef PATTERNS_WHOLE_H
#define PATTERNS_WHOLE_H

#include <stdbool.h>
#include <stddef.h>

#include "output/findings.h"

/* What a claim is for: the pattern itself, the corner in which it must turn round, or
 * where it must vanish (knock-outs, and controls beside them). */
enum part { PART_MAIN, PART_CORNER, PART_GONE, PARTS };

enum part whole_part(const struct finding *row);

/* Whether it is no number in some replicates, which more of them do not mend. */
bool whole_lacks(const struct finding *row);

/* Whether one of its main claims is of type E: what follows from one assumption may hold
 * under the null model. */
bool whole_emerges(const struct findings *found);

struct whole {
    int pattern;           /* 0: nothing was claimed */
    bool follows, emerges; /* has main claims of type V, of type E */
    size_t counts[PARTS][VERDICTS];
    enum verdict verdict; /* of main claims and corners: held when all are, broken when one is */
    /* The main claims of type E under the null model: held when all are. */
    enum verdict null;
    bool nulled; /* it was run */
};

/* `null`: the same claims under the null model; none when it was not run. */
struct whole whole_of(const struct findings *found, const struct findings *null);

/* Whether more replicates may decide the claim: its interval is too wide. */
bool whole_undecided(const struct finding *row);

/* Whether they may decide the pattern: one of its claims or corners. */
bool whole_open(const struct findings *found);

#endif

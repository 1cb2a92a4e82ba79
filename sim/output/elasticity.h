/* /elasticity: how prevalence answers to the supply of formal help, asked for by
 * `run --elasticity`. */
#ifndef OUTPUT_ELASTICITY_H
#define OUTPUT_ELASTICITY_H

#include <stdbool.h>

#include "output/frame.h"
#include "output/hdf.h"

/* Share of residents with a need, by domain and last of needs in all, with nine
 * tenths and with eleven tenths of the supply, over the last months. */
struct elasticity {
    bool known;
    uint32_t months; /* that the shares are means of */
    double less[DOMAINS + 1], more[DOMAINS + 1];
};

/* Above this, either way, rationing tips: a little less help makes much more need. */
#define ELASTICITY_WARNING 3.0

/* d log share / d log supply; NaN where nobody has the need. */
double elasticity_of(const struct elasticity *elasticity, size_t domain);
/* How many of them are above the warning. */
size_t elasticity_warnings(const struct elasticity *elasticity);

void elasticity_write(struct hdf *hdf, const struct frame_scales *scales,
                      const struct elasticity *elasticity);
/* Reads what a file has; `known` is false when nobody asked for it. */
void elasticity_read(struct hdf *hdf, struct elasticity *elasticity);

#endif

#include "params/claim.h"

/* clang-format off */
const struct claim_function_row claim_functions[CLAIM_FUNCTIONS] = {
    [CLAIM_MEAN] = {"mean", CLAIM_NO_SECOND, "mean over all places and months"},
    [CLAIM_SUM] = {"sum", CLAIM_NO_SECOND, "sum over all places and months"},
    [CLAIM_SHARE] = {"share", CLAIM_MAY_NUMBER,
                     "share of places and months above zero, or above a number"},
    [CLAIM_DIFF] = {"diff", CLAIM_SECOND,
                    "what is here less the same in a scenario, or less a second expression"},
    [CLAIM_RATIO] = {"ratio", CLAIM_SECOND,
                     "what is here divided by the same in a scenario, or by a second expression"},
    [CLAIM_MAX] = {"max", CLAIM_SECOND,
                   "the larger of what is here and the same in a scenario, or a second expression"},
    [CLAIM_MIN] = {"min", CLAIM_SECOND,
                   "the smaller of what is here and the same in a scenario, or a second expression"},
    [CLAIM_SLOPE] = {"slope", CLAIM_NO_SECOND, "rise a year of the straight line through the months"},
    [CLAIM_SD] = {"sd", CLAIM_NO_SECOND,
                  "standard deviation over places, month by month; of one place, over months"},
    [CLAIM_HALF_WIDTH] = {"half_width", CLAIM_NO_SECOND,
                          "half the width of the 95% interval over replicates; only outermost"},
    [CLAIM_ABS] = {"abs", CLAIM_NO_SECOND, "size without sign"},
    [CLAIM_SETTLES] = {"settles", CLAIM_NUMBER,
                       "months until its size stays below a number; all months if it never does"},
    [CLAIM_HALF_LIFE] = {"half_life", CLAIM_NO_SECOND,
                         "months until its size stays below half of that in the first month"},
};
/* clang-format on */

bool claim_fulfilled(const struct claim_test *test, double value)
{
    switch (test->comparison) {
    case CLAIM_BELOW:
        return value < test->number;
    case CLAIM_AT_MOST:
        return value <= test->number;
    case CLAIM_ABOVE:
        return value > test->number;
    default:
        return value >= test->number;
    }
}

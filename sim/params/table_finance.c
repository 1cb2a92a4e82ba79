#include "params/table_groups.h"

/* clang-format off */
static const struct parameter rows[] = {
    {PARAMETER(finance, carry_over), .unit = "1", ONE(0.1), RANGE(0, 0.5),
     .grade = GRADE_ASSUMED, .source = "assumption",
     .doc = "largest share of a year's budget carried over, either sign",
     .name_nl = "carry_over", .name_en = "carry_over",
     .layman_nl = "largest share of a year's budget carried over, either sign",
     .layman_en = "largest share of a year's budget carried over, either sign"},
    {PARAMETER(finance, pooling_speed), .unit = "1/month", ONE(0.2), RANGE(0, 0.4),
     .grade = GRADE_ASSUMED, .source = "assumption",
     .doc = "share of a surplus that flexibility 1 moves in a month",
     .name_nl = "pooling_speed", .name_en = "pooling_speed",
     .layman_nl = "share of a surplus that flexibility 1 moves in a month",
     .layman_en = "share of a surplus that flexibility 1 moves in a month"},
};
/* clang-format on */

const struct parameter_group finance_group = {"finance", rows, sizeof rows / sizeof *rows};

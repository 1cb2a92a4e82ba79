#include "params/table_groups.h"

/* clang-format off */
static const struct parameter rows[] = {
    {PARAMETER(finance, carry_over), .unit = "1", ONE(0.1), RANGE(0, 0.5),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Largest share of a year's budget that is carried over to the next, surplus or "
            "deficit.",
     .name_nl = "meenemen naar volgend jaar", .name_en = "carrying over",
     .layman_nl = "Zoveel geld mag de gemeente hoogstens meenemen naar het volgende jaar.",
     .layman_en = "So much money the municipality may carry over to the next year at most."},
    {PARAMETER(finance, pooling_speed), .unit = "1/month", ONE(0.2), RANGE(0, 0.4),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Share of a surplus that flexibility 1 moves to other domains in a month.",
     .name_nl = "ontschotten", .name_en = "pooling",
     .layman_nl = "Zo snel gaat geld dat over is naar waar het nodig is.",
     .layman_en = "So fast money that is left goes to where it is needed."},
};
/* clang-format on */

const struct parameter_group finance_group = {"finance", rows, sizeof rows / sizeof *rows};

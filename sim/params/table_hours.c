#include "params/table_groups.h"

/* clang-format off */
static const struct parameter rows[] = {
    {PARAMETER(hours, required), .unit = "hour/month", EACH(60, 24, 16, 16, 8, 12), RANGE(0, 200),
     .grade = GRADE_ESTIMATED, .source = "assumption",
     .doc = "eta: formal-replaceable hours a month at severity 1",
     .name_nl = "required", .name_en = "required",
     .layman_nl = "eta: formal-replaceable hours a month at severity 1",
     .layman_en = "eta: formal-replaceable hours a month at severity 1"},
    {PARAMETER(hours, presence), .unit = "hour/month", EACH(450, 100, 0, 0, 0, 0), RANGE(0, 1000),
     .grade = GRADE_ESTIMATED, .source = "facts 1-3",
     .doc = "eta': hours a month at severity 1 that only people near can give",
     .name_nl = "presence", .name_en = "presence",
     .layman_nl = "eta': hours a month at severity 1 that only people near can give",
     .layman_en = "eta': hours a month at severity 1 that only people near can give"},
    {PARAMETER(hours, replaceable), .unit = "1", EACH(0.6, 0.4, 0.3, 0.3, 0.3, 0.9), RANGE(0, 1),
     .grade = GRADE_ASSUMED, .source = "assumption",
     .doc = "phi: share of what own strength leaves that informal help may replace",
     .name_nl = "replaceable", .name_en = "replaceable",
     .layman_nl = "phi: share of what own strength leaves that informal help may replace",
     .layman_en = "phi: share of what own strength leaves that informal help may replace"},
    {PARAMETER(hours, own_strength), .unit = "1", ONE(0.3), RANGE(0, 0.6),
     .grade = GRADE_ASSUMED, .source = "assumption",
     .doc = "share of required hours met by own strength at s = 1, c = 0",
     .name_nl = "own_strength", .name_en = "own_strength",
     .layman_nl = "share of required hours met by own strength at s = 1, c = 0",
     .layman_en = "share of required hours met by own strength at s = 1, c = 0"},
    {PARAMETER(hours, informal_effect), .unit = "1", ONE(0.6), RANGE(0, 1),
     .grade = GRADE_ASSUMED, .source = "assumption",
     .doc = "weight of an informal hour in recovery",
     .name_nl = "informal_effect", .name_en = "informal_effect",
     .layman_nl = "weight of an informal hour in recovery",
     .layman_en = "weight of an informal hour in recovery"},
};
/* clang-format on */

const struct parameter_group hours_group = {"hours", rows, sizeof rows / sizeof *rows};

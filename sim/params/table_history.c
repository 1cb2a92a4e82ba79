#include "params/table_groups.h"

/* clang-format off */
static const struct parameter rows[] = {
    {PARAMETER(history, pace), .unit = "1/month", ONE(0.008), RANGE(0, 0.016),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Share of the way that history goes in a month to what kept and broken promises "
            "of the last twelve months make of it.",
     .name_nl = "tempo van de geschiedenis", .name_en = "pace of history",
     .layman_nl = "Zo snel verandert wat partijen van elkaar onthouden.",
     .layman_en = "So fast changes what parties remember of each other."},
    {PARAMETER(history, terms_expected), .unit = "1", ONE(0.75), RANGE(0.4, 0.95),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Share of terms kept at which kept terms make history neither better nor worse.",
     .name_nl = "verwachte stiptheid", .name_en = "terms expected to be kept",
     .layman_nl = "Zoveel van de termijnen moet de gemeente halen om niemand teleur te stellen.",
     .layman_en = "So many of the terms the municipality has to keep to disappoint nobody."},
    {PARAMETER(history, drift_found), .unit = "1/month", ONE(2), RANGE(0, 4),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Chance in a month to come upon organisations that serve their own interest, at full "
            "drift and full monitoring.",
     .name_nl = "ontdekking van eigenbelang", .name_en = "own interest found out",
     .layman_nl = "Zo vaak ontdekt een gemeente dat een instelling vooral aan zichzelf dacht.",
     .layman_en = "So often a municipality finds that an institution thought mostly of itself."},
};
/* clang-format on */

const struct parameter_group history_group = {"history", rows, sizeof rows / sizeof *rows};

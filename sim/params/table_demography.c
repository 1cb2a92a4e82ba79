#include "params/table_groups.h"

/* clang-format off */
static const struct parameter rows[] = {
    {PARAMETER(demography, death_factor), .unit = "1", ONE(1), RANGE(0, 3),
     .grade = GRADE_ASSUMED, .source = "assumption",
     .doc = "multiplies death rates by age",
     .name_nl = "death_factor", .name_en = "death_factor",
     .layman_nl = "multiplies death rates by age",
     .layman_en = "multiplies death rates by age"},
    {PARAMETER(demography, birth_factor), .unit = "1", ONE(1), RANGE(0, 3),
     .grade = GRADE_ASSUMED, .source = "assumption",
     .doc = "multiplies birth rates by age",
     .name_nl = "birth_factor", .name_en = "birth_factor",
     .layman_nl = "multiplies birth rates by age",
     .layman_en = "multiplies birth rates by age"},
    {PARAMETER(demography, moving_factor), .unit = "1", ONE(1), RANGE(0, 3),
     .grade = GRADE_ASSUMED, .source = "assumption",
     .doc = "multiplies moving rates by age",
     .name_nl = "moving_factor", .name_en = "moving_factor",
     .layman_nl = "multiplies moving rates by age",
     .layman_en = "multiplies moving rates by age"},
    {PARAMETER(demography, moving_local), .unit = "1", ONE(0.5), RANGE(0, 1),
     .grade = GRADE_ASSUMED, .source = "assumption",
     .doc = "share of moves to another neighbourhood that stay inside the simulated area",
     .name_nl = "moving_local", .name_en = "moving_local",
     .layman_nl = "share of moves to another neighbourhood that stay inside the simulated "
                  "area",
     .layman_en = "share of moves to another neighbourhood that stay inside the simulated "
                  "area"},
    {PARAMETER(demography, moving_out), .unit = "1", ONE(0.6), RANGE(0, 1),
     .grade = GRADE_ASSUMED, .source = "assumption",
     .doc = "share of changes of address that leave the neighbourhood",
     .name_nl = "moving_out", .name_en = "moving_out",
     .layman_nl = "share of changes of address that leave the neighbourhood",
     .layman_en = "share of changes of address that leave the neighbourhood"},
    {PARAMETER(demography, leave_home), .unit = "1/year", ONE(0.12), RANGE(0, 1),
     .grade = GRADE_ASSUMED, .source = "assumed",
     .doc = "chance that a child of 18 and over leaves home",
     .name_nl = "leave_home", .name_en = "leave_home",
     .layman_nl = "chance that a child of 18 and over leaves home",
     .layman_en = "chance that a child of 18 and over leaves home"},
    {PARAMETER(demography, partnering), .unit = "1/year", ONE(0.10), RANGE(0, 1),
     .grade = GRADE_ASSUMED, .source = "assumption",
     .doc = "chance that a single adult below 45 pairs; declines with age, see process",
     .name_nl = "partnering", .name_en = "partnering",
     .layman_nl = "chance that a single adult below 45 pairs; declines with age, see "
                  "process",
     .layman_en = "chance that a single adult below 45 pairs; declines with age, see "
                  "process"},
    {PARAMETER(demography, parting), .unit = "1/year", ONE(0.02), RANGE(0, 0.5),
     .grade = GRADE_ASSUMED, .source = "assumption",
     .doc = "chance that a couple parts",
     .name_nl = "parting", .name_en = "parting",
     .layman_nl = "chance that a couple parts",
     .layman_en = "chance that a couple parts"},
    {PARAMETER(demography, long_term_care), .unit = "1/year", ONE(0.04), RANGE(0, 0.5),
     .grade = GRADE_MEASURED, .source = "fact 64",
     .doc = "chance a year that a care client above the severity leaves for long-term care",
     .name_nl = "long_term_care", .name_en = "long_term_care",
     .layman_nl = "chance a year that a care client above the severity leaves for long-term "
                  "care",
     .layman_en = "chance a year that a care client above the severity leaves for long-term "
                  "care"},
    {PARAMETER(demography, long_term_care_severity), .unit = "1", ONE(0.6), RANGE(0, 1),
     .grade = GRADE_ASSUMED, .source = "assumption",
     .doc = "long_term_care_severity",
     .name_nl = "long_term_care_severity", .name_en = "long_term_care_severity",
     .layman_nl = "",
     .layman_en = ""},
};
/* clang-format on */

const struct parameter_group demography_group = {"demography", rows, sizeof rows / sizeof *rows};

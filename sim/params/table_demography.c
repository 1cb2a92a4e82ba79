#include "params/table_groups.h"

/* clang-format off */
static const struct parameter rows[] = {
    {PARAMETER(demography, death_factor), .unit = "1", ONE(1), RANGE(0, 3),
     .grade = GRADE_ASSUMED, .source = "Assumption: 1 keeps the rates by age",
     .doc = "Multiplies the chance of dying at every age.",
     .name_nl = "sterftefactor", .name_en = "death factor",
     .layman_nl = "Maakt de kans om te sterven groter of kleiner.",
     .layman_en = "Makes the chance of dying larger or smaller."},
    {PARAMETER(demography, birth_factor), .unit = "1", ONE(1), RANGE(0, 3),
     .grade = GRADE_ASSUMED, .source = "Assumption: 1 keeps the rates by age",
     .doc = "Multiplies the births at every age of the parents.",
     .name_nl = "geboortefactor", .name_en = "birth factor",
     .layman_nl = "Maakt het aantal geboorten groter of kleiner.",
     .layman_en = "Makes the number of births larger or smaller."},
    {PARAMETER(demography, moving_factor), .unit = "1", ONE(1), RANGE(0, 3),
     .grade = GRADE_ASSUMED, .source = "Assumption: 1 keeps the rates by age",
     .doc = "Multiplies the chance of a change of address at every age.",
     .name_nl = "verhuisfactor", .name_en = "moving factor",
     .layman_nl = "Maakt de kans om te verhuizen groter of kleiner.",
     .layman_en = "Makes the chance of moving house larger or smaller."},
    {PARAMETER(demography, moving_local), .unit = "1", ONE(0.3), RANGE(0, 1),
     .grade = GRADE_ASSUMED, .source = "Assumption: about four in ten changes of address cross a "
                                       "municipal border, of those out of the neighbourhood seven in "
                                       "ten",
     .doc = "Share of the moves to another neighbourhood that stay inside the simulated "
            "area.",
     .name_nl = "verhuizen binnen het gebied", .name_en = "moving within the area",
     .layman_nl = "Zo'n deel van wie naar een andere wijk verhuist, blijft in de gemeente.",
     .layman_en = "Such a share of those who move to another neighbourhood stay in the "
                  "municipality."},
    {PARAMETER(demography, moving_out), .unit = "1", ONE(0.6), RANGE(0, 1),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Share of the changes of address that leave the neighbourhood.",
     .name_nl = "verhuizen uit de wijk", .name_en = "moving out",
     .layman_nl = "Zo'n deel van wie verhuist, verlaat de wijk.",
     .layman_en = "Such a share of those who move leave the neighbourhood."},
    {PARAMETER(demography, leave_home), .unit = "1/year", ONE(0.12), RANGE(0, 0.3),
     .grade = GRADE_ASSUMED, .source = "Assumption: about half have left at 23. By age and "
                                       "municipality as positions in the household by age: "
                                       "CBS 71488NED",
     .doc = "Chance a year that a child of 18 or over leaves the parental home: 0.12 takes "
            "the chances that the table of the municipality gives as they are.",
     .name_nl = "uit huis gaan", .name_en = "leaving home",
     .layman_nl = "Zo groot is de kans per jaar dat een volwassen kind uit huis gaat.",
     .layman_en = "Such is the chance a year that a grown-up child leaves home."},
    {PARAMETER(demography, partnering), .unit = "1/year", ONE(0.10), RANGE(0, 0.4),
     .grade = GRADE_ASSUMED, .source = "Assumption, held against position in the household "
                                       "by age: CBS 71488NED",
     .doc = "Chance a year that a single adult begins to live with a partner; a third more "
            "in the late twenties, less before 21 and from 35.",
     .name_nl = "gaan samenwonen", .name_en = "partnering",
     .layman_nl = "Zo groot is de kans per jaar dat een alleenstaande gaat samenwonen.",
     .layman_en = "Such is the chance a year that a single person begins to live with a "
                  "partner."},
    {PARAMETER(demography, parting), .unit = "1/year", ONE(0.02), RANGE(0, 0.4),
     .grade = GRADE_ASSUMED, .source = "Assumption, held against position in the household "
                                       "by age: CBS 71488NED",
     .doc = "Chance a year that a couple parts.",
     .name_nl = "uit elkaar gaan", .name_en = "parting",
     .layman_nl = "Zo groot is de kans per jaar dat een paar uit elkaar gaat.",
     .layman_en = "Such is the chance a year that a couple parts."},
    {PARAMETER(demography, keeping), .unit = "1", ONE(1), RANGE(0, 2),
     .grade = GRADE_ASSUMED, .source = "Assumption, held against position in the household "
                                       "by age: CBS 71488NED",
     .doc = "How strongly leaving home, pairing, parting, moving and arriving lean towards "
            "the positions by age of the first day; 0: not at all.",
     .name_nl = "vasthouden van huishoudens", .name_en = "keeping of households",
     .layman_nl = "Hoe sterk de huishoudens in een gemeente lijken te blijven op die van het "
                  "begin.",
     .layman_en = "How strongly the households of a municipality go on to resemble those of "
                  "the start."},
    {PARAMETER(demography, long_term_care), .unit = "1/year", ONE(0.5), RANGE(0, 0.5),
     .grade = GRADE_ESTIMATED, .source = "Calibrated: 3-5% of Wmo clients a year, CBS 85594NED "
                                         "and 85985NED, 2021-2023",
     .doc = "Chance a year that a client for care above the severity below leaves for "
            "long-term care.",
     .name_nl = "naar het verpleeghuis", .name_en = "to long-term care",
     .layman_nl = "Zo groot is de kans per jaar dat iemand met zware zorg naar een "
                  "verpleeghuis gaat.",
     .layman_en = "Such is the chance a year that someone with heavy care moves to a "
                  "nursing home."},
    {PARAMETER(demography, long_term_care_severity), .unit = "1", ONE(0.5), RANGE(0, 1),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Severity of care above which that chance holds.",
     .name_nl = "grens voor het verpleeghuis", .name_en = "limit for long-term care",
     .layman_nl = "Vanaf deze zwaarte kan iemand naar een verpleeghuis gaan.",
     .layman_en = "From this severity on someone may move to a nursing home."},
};
/* clang-format on */

const struct parameter_group demography_group = {"demography", rows, sizeof rows / sizeof *rows};

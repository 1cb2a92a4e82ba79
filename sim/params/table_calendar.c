#include "params/table_groups.h"

/* clang-format off */
static const struct parameter rows[] = {
    {PARAMETER(calendar, staff_per_1000), .unit = "1/1000 residents", ONE(2), RANGE(0.2, 20),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Municipal staff for the social domain per 1,000 residents.",
     .name_nl = "ambtenaren", .name_en = "municipal staff",
     .layman_nl = "Zoveel medewerkers heeft de gemeente voor het sociaal domein per duizend "
                  "inwoners.",
     .layman_en = "So many staff the municipality has for the social domain per thousand "
                  "residents."},
    {PARAMETER(calendar, staff_hours), .unit = "hour/month", ONE(120), RANGE(40, 170),
     .grade = GRADE_ASSUMED, .source = "Assumption: a full-time job less leave, illness and "
                                       "training",
     .doc = "Hours that one member of staff can spend in a month.",
     .name_nl = "uren per medewerker", .name_en = "hours per member of staff",
     .layman_nl = "Zoveel uren per maand kan een medewerker besteden.",
     .layman_en = "So many hours a month a member of staff can spend."},
    {PARAMETER(calendar, lever_cost), .unit = "1", ONE(0.05), RANGE(0, 0.5),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Share of all staff hours that one lever at 1 asks.",
     .name_nl = "prijs van een hefboom", .name_en = "price of a lever",
     .layman_nl = "Zoveel van de tijd van de gemeente kost het om één hefboom helemaal om "
                  "te zetten.",
     .layman_en = "So much of the municipality's time it takes to turn one lever all the "
                  "way."},
    {PARAMETER(calendar, control_cost), .unit = "1", ONE(0.15), RANGE(0, 0.5),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Share of all staff hours that control asks at full monitoring.",
     .name_nl = "prijs van controle", .name_en = "price of control",
     .layman_nl = "Zoveel van de tijd van de gemeente kost volledige controle.",
     .layman_en = "So much of the municipality's time full control takes."},
    {PARAMETER(calendar, policy_cost), .unit = "1", ONE(0.10), RANGE(0, 0.5),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Share of all staff hours that writing policy asks when lean_policy is 0.",
     .name_nl = "prijs van beleid schrijven", .name_en = "price of writing policy",
     .layman_nl = "Zoveel van de tijd van de gemeente gaat op aan beleidsnota's.",
     .layman_en = "So much of the municipality's time goes into policy papers."},
    {PARAMETER(calendar, enactment_base), .unit = "1/month", ONE(0.02), RANGE(0.002, 0.2),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Share of the gap between chosen and enacted steering that closes in a month "
            "without leadership and flexibility.",
     .name_nl = "traagheid van sturing", .name_en = "pace of enactment",
     .layman_nl = "Zo snel werkt een besluit door als niemand eraan trekt.",
     .layman_en = "So fast a decision comes into force when nobody pushes it."},
    {PARAMETER(calendar, enactment_gain), .unit = "1/month", ONE(0.08), RANGE(0, 0.5),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "What leadership and flexibility, both at 1, add to that share.",
     .name_nl = "winst door leiderschap", .name_en = "gain by leadership",
     .layman_nl = "Zoveel sneller werkt een besluit door met leiderschap en beweeglijkheid.",
     .layman_en = "So much faster a decision comes into force with leadership and "
                  "flexibility."},
};
/* clang-format on */

const struct parameter_group calendar_group = {"calendar", rows, sizeof rows / sizeof *rows};

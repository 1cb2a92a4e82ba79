#include "params/table_groups.h"

/* clang-format off */
static const struct parameter rows[] = {
    {PARAMETER(settlement, institutions_per_1000), .unit = "1/1000 residents", ONE(0.5), RANGE(0.05, 5),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Institutions per 1,000 residents on the first day; at least one in each "
            "domain.",
     .name_nl = "instellingen", .name_en = "institutions",
     .layman_nl = "Zoveel instellingen voor zorg en welzijn zijn er per duizend inwoners.",
     .layman_en = "So many care and welfare institutions there are per thousand residents."},
    {PARAMETER(settlement, entrepreneurs_per_1000), .unit = "1/1000 residents", ONE(0.3), RANGE(0, 5),
     .grade = GRADE_ESTIMATED, .source = "4,000-6,000 social enterprises in the "
                                         "Netherlands: ABN AMRO and McKinsey, 2016-2022",
     .doc = "Socially engaged entrepreneurs per 1,000 residents on the first day.",
     .name_nl = "sociaal ondernemers", .name_en = "social entrepreneurs",
     .layman_nl = "Zoveel ondernemers met een sociaal doel zijn er per duizend inwoners.",
     .layman_en = "So many entrepreneurs with a social aim there are per thousand "
                  "residents."},
    {PARAMETER(settlement, circle_local), .unit = "1", ONE(0.5), RANGE(0, 1),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Share of the circles of kin and of friends that lie within one neighbourhood.",
     .name_nl = "kringen in de wijk", .name_en = "local circles",
     .layman_nl = "Zo'n deel van de families en vriendengroepen woont in dezelfde wijk.",
     .layman_en = "Such a share of families and groups of friends live in the same "
                  "neighbourhood."},
    {PARAMETER(settlement, kin_ties), .unit = "1", ONE(1.75), RANGE(0, 5),
     .grade = GRADE_ESTIMATED, .source = "Calibrated on 83% weekly contact with family: CBS "
                                         "2022; and on 55% kin: McPherson et al. 2006",
     .doc = "Mean number of ties of an adult to kin outside the household.",
     .name_nl = "banden met familie", .name_en = "ties with kin",
     .layman_nl = "Zoveel familieleden buiten het eigen huis kan iemand om hulp vragen.",
     .layman_en = "So many relatives outside the own home a person can turn to."},
    {PARAMETER(settlement, street_ties), .unit = "1", ONE(0.9), RANGE(0, 4),
     .grade = GRADE_ESTIMATED, .source = "Calibrated on 56% weekly contact with neighbours, "
                                         "41/59/69% at 15-35/35-65/65+: CBS 2022",
     .doc = "Mean number of ties to neighbours at ages 35-65; fewer before and more after.",
     .name_nl = "banden met buren", .name_en = "ties with neighbours",
     .layman_nl = "Zoveel buren kan iemand om hulp vragen.",
     .layman_en = "So many neighbours a person can turn to."},
    {PARAMETER(settlement, friend_ties), .unit = "1", ONE(1.8), RANGE(0, 6),
     .grade = GRADE_ESTIMATED, .source = "Calibrated on over 75% weekly contact with friends: "
                                         "CBS 2022",
     .doc = "Mean number of ties to friends.",
     .name_nl = "banden met vrienden", .name_en = "ties with friends",
     .layman_nl = "Zoveel vrienden kan iemand om hulp vragen.",
     .layman_en = "So many friends a person can turn to."},
    {PARAMETER(settlement, reciprocity), .unit = "1", ONE(0.7), RANGE(0, 1),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Chance that a tie made in a circle is answered, where both have room for it.",
     .name_nl = "wederkerigheid", .name_en = "reciprocity",
     .layman_nl = "Hoe vaak iemand die op een ander rekent, ook zelf iemand is op wie die "
                  "ander rekent.",
     .layman_en = "How often those who count on someone are counted on by that person too."},
    {PARAMETER(settlement, closure), .unit = "1", ONE(0.5), RANGE(0, 1),
     .grade = GRADE_ESTIMATED, .source = "Calibrated on 20% of triads closed where chance gives "
                                         "7.6%: Estrada",
     .doc = "Share of new ties that are drawn among friends of friends.",
     .name_nl = "vrienden van vrienden", .name_en = "friends of friends",
     .layman_nl = "Zo'n deel van de nieuwe banden ontstaat via gemeenschappelijke bekenden.",
     .layman_en = "Such a share of new ties begin through common acquaintances."},
    {PARAMETER(settlement, trust_mean), .unit = "1", ONE(0.59), RANGE(0, 1),
     .grade = GRADE_MEASURED, .source = "58-60% trust their own municipality: Citisens and "
                                        "Binnenlands Bestuur, 2023-2024",
     .doc = "Mean of the starting trust in the municipality, drawn from a Beta "
            "distribution.",
     .name_nl = "vertrouwen bij het begin", .name_en = "starting trust",
     .layman_nl = "Zo groot is het vertrouwen in de gemeente gemiddeld bij het begin.",
     .layman_en = "Such is the trust in the municipality, on average, at the start."},
    {PARAMETER(settlement, trust_sd), .unit = "1", ONE(0.2), RANGE(0.01, 0.28),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Standard deviation of the starting trust; its square is below mean × (1 - "
            "mean).",
     .name_nl = "spreiding van vertrouwen", .name_en = "spread of trust",
     .layman_nl = "Zo sterk verschillen mensen bij het begin in vertrouwen.",
     .layman_en = "So much do people differ in trust at the start."},
    {PARAMETER(settlement, burn_in), .unit = "month", ONE(16), RANGE(0, 120),
     .grade = GRADE_ASSUMED, .source = "Assumption: long enough for waiting lists and strain to "
                                       "settle",
     .doc = "Months of needs and help before the first month, with demography and steering "
            "held still.",
     .name_nl = "inlooptijd", .name_en = "run-in",
     .layman_nl = "Zoveel maanden draait het model vooraf, zodat wachtlijsten en hulp op "
                  "gang zijn.",
     .layman_en = "So many months the model runs beforehand, so that waiting lists and help "
                  "are under way."},
    {PARAMETER(settlement, burn_in_organisations), .unit = "month", ONE(180), RANGE(0, 600),
     .grade = GRADE_ASSUMED, .source = "A device of computing: about two lives of a collaboration",
     .doc = "Months before the first in which organisations come and go, change ties and try out, "
            "and parties talk, so that all of them are at rest when the run begins.",
     .name_nl = "aanloop van organisaties", .name_en = "run-in of organisations",
     .layman_nl = "Technisch: zoveel maanden komen en gaan organisaties al vooraf.",
     .layman_en = "Technical: so many months organisations come and go beforehand."},
};
/* clang-format on */

const struct parameter_group settlement_group = {"settlement", rows, sizeof rows / sizeof *rows};

#include "params/table_groups.h"

/* clang-format off */
static const struct parameter rows[] = {
    {PARAMETER(intake, seeking), .unit = "1/month", EACH(0.0155, 0.165, 0.244, 0.0729, 0.00939, 6.7e-06), RANGE(0, 0.5),
     .grade = GRADE_ESTIMATED, .source = "Calibrated on 68 Wmo clients per 1,000 inhabitants "
                                         "(CBS 2019) and known shares of 0.8 youth, 0.9 work, 0.66 debt, "
                                         "0.7 education",
     .doc = "Chance a month to seek help at severity 0.3, mean trust and no waiting before.",
     .name_nl = "hulp zoeken", .name_en = "seeking help",
     .layman_nl = "Zo groot is de kans per maand dat iemand met een gewoon probleem hulp "
                  "zoekt.",
     .layman_en = "Such is the chance a month that someone with an ordinary problem seeks "
                  "help."},
    {PARAMETER(intake, seeking_severity), .unit = "1", ONE(5), RANGE(0, 10),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Slope of the logit of seeking in severity.",
     .name_nl = "zwaarte en hulp zoeken", .name_en = "severity and seeking",
     .layman_nl = "Zoveel eerder zoekt iemand hulp als het probleem zwaarder is.",
     .layman_en = "So much sooner someone seeks help when the problem is heavier."},
    {PARAMETER(intake, seeking_trust), .unit = "1", ONE(2), RANGE(0, 4),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Slope of the logit of seeking in trust.",
     .name_nl = "vertrouwen en hulp zoeken", .name_en = "trust and seeking",
     .layman_nl = "Zoveel eerder zoekt iemand hulp die de gemeente vertrouwt.",
     .layman_en = "So much sooner someone seeks help who trusts the municipality."},
    {PARAMETER(intake, seeking_waiting), .unit = "1", ONE(-1), RANGE(-2, 0),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Slope of the logit of seeking in years that help with another own need has been "
            "waited for, up to one.",
     .name_nl = "wachten en hulp zoeken", .name_en = "waiting and seeking",
     .layman_nl = "Zoveel minder zoekt iemand hulp die al lang heeft gewacht.",
     .layman_en = "So much less someone seeks help who has already waited long."},
    {PARAMETER(intake, outreach_find), .unit = "1/month", ONE(0.003), RANGE(0, 0.1),
     .grade = GRADE_ASSUMED, .source = "Assumption, as small as the number of clients asks",
     .doc = "Chance a month that full outreach finds a hidden need where the neighbourhood "
            "is known wholly.",
     .name_nl = "vinden door erop uit te gaan", .name_en = "finding by outreach",
     .layman_nl = "Zo groot is de kans per maand dat een verborgen probleem wordt gevonden.",
     .layman_en = "Such is the chance a month that a hidden problem is found."},
    {PARAMETER(intake, knowledge_gain), .unit = "1/month", ONE(0.05), RANGE(0, 0.1),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Share of what is not known of a neighbourhood that full outreach teaches in a "
            "month.",
     .name_nl = "kennis door erop uit te gaan", .name_en = "knowledge by outreach",
     .layman_nl = "Zo snel leert de gemeente een wijk kennen door er te zijn.",
     .layman_en = "So fast the municipality gets to know a neighbourhood by being there."},
    {PARAMETER(intake, knowledge_ties), .unit = "1/month", ONE(0.01), RANGE(0, 0.02),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Share of what is not known of a neighbourhood that ties with key persons teach "
            "in a month.",
     .name_nl = "kennis door sleutelpersonen", .name_en = "knowledge by key persons",
     .layman_nl = "Zo snel leert de gemeente een wijk kennen via mensen die er de weg "
                  "weten.",
     .layman_en = "So fast the municipality gets to know a neighbourhood through people who "
                  "know it."},
    {PARAMETER(intake, knowledge_loss), .unit = "1/month", ONE(0.014), RANGE(0, 0.05),
     .grade = GRADE_ESTIMATED, .source = "Inflow of municipal staff 14-20% a year: A&O "
                                         "fonds Gemeenten, 2023",
     .doc = "Share of the knowledge of a neighbourhood lost in a month as staff leave.",
     .name_nl = "verlies van kennis", .name_en = "loss of knowledge",
     .layman_nl = "Zo snel gaat kennis van de wijk verloren doordat medewerkers vertrekken.",
     .layman_en = "So fast knowledge of the neighbourhood is lost as staff leave."},
    {PARAMETER(intake, gate), .unit = "1", ONE(0.5), RANGE(0, 0.95),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Chance a month not to pass the gate under full monitoring.",
     .name_nl = "drempel van de toegang", .name_en = "gate",
     .layman_nl = "Zo vaak komt iemand bij strakke sturing een maand niet door de toegang.",
     .layman_en = "So often, under tight steering, someone does not get past the gate in a "
                  "month."},
    {PARAMETER(intake, conversation_base), .unit = "1", ONE(0.3), RANGE(0, 1),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Chance of a kitchen-table conversation at integrality 1 under the tightest "
            "steering; it rises to 1 as steering loosens.",
     .name_nl = "keukentafelgesprek", .name_en = "kitchen-table conversation",
     .layman_nl = "Zo vaak is er bij strakke sturing toch een gesprek over alles wat "
                  "speelt.",
     .layman_en = "So often, under tight steering, there is a conversation about all that "
                  "goes on."},
    {PARAMETER(intake, conversation_hours), .unit = "hour", ONE(6), RANGE(1, 40),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Staff hours that a kitchen-table conversation takes.",
     .name_nl = "uren per gesprek", .name_en = "hours a conversation",
     .layman_nl = "Zoveel uren kost een keukentafelgesprek.",
     .layman_en = "So many hours a kitchen-table conversation takes."},
    {PARAMETER(intake, existing_offer), .unit = "1", ONE(0.5), RANGE(0, 1),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Chance, times monitoring, to be given the existing offer instead of what is "
            "needed, without a conversation.",
     .name_nl = "bestaand aanbod", .name_en = "existing offer",
     .layman_nl = "Zo vaak krijgt iemand wat er al is in plaats van wat nodig is.",
     .layman_en = "So often someone gets what is there instead of what is needed."},
    {PARAMETER(intake, self_scaling), .unit = "1/month", ONE(0.3), RANGE(0, 1),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Chance a month, at lever self_scaling 1, that a client weighs scaling help up "
            "or down.",
     .name_nl = "zelf op- en afschalen", .name_en = "scaling oneself",
     .layman_nl = "Zo vaak overweegt iemand zelf om meer of minder hulp te nemen.",
     .layman_en = "So often someone considers taking more or less help."},
    {PARAMETER(intake, self_scaling_step), .unit = "1", ONE(0.25), RANGE(0, 1),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Share by which the asked hours change at one such step.",
     .name_nl = "stap bij op- en afschalen", .name_en = "step of scaling",
     .layman_nl = "Zo groot is de stap als iemand meer of minder hulp neemt.",
     .layman_en = "Such is the step when someone takes more or less help."},
};
/* clang-format on */

const struct parameter_group intake_group = {"intake", rows, sizeof rows / sizeof *rows};

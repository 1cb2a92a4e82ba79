#include "params/table_groups.h"

#include "params/onset.h"

/* clang-format off */
static const struct parameter rows[] = {
    {PARAMETER(needs, onset), .unit = "1/month", .defaults = &onset_defaults[0][0], RANGE(0, 0.05),
     .grade = GRADE_ESTIMATED, .source = "Calibrated: prevalence by age (CBS, RIVM, CPB; see "
                                         "rates_by_age.csv) stays as it was on the first day",
     .doc = "Hazard a month that a need begins, at mean circumstances, by domain and age "
            "band.",
     .name_nl = "begin van problemen", .name_en = "onset of needs",
     .layman_nl = "Zo groot is de kans per maand dat een probleem begint, per levensgebied "
                  "en leeftijd.",
     .layman_en = "Such is the chance a month that a problem begins, by domain of life and "
                  "age."},
    {PARAMETER(needs, onset_factor), .unit = "1", EACH(1, 1, 1, 1, 1, 1), RANGE(0, 3),
     .grade = GRADE_ASSUMED, .source = "1 by definition: no shock",
     .doc = "Multiplies the onset in a domain; a schedule may change it, also for some "
            "neighbourhoods only.",
     .name_nl = "schokfactor", .name_en = "onset factor",
     .layman_nl = "Maakt de kans op nieuwe problemen tijdelijk groter of kleiner, zoals in "
                  "een crisis.",
     .layman_en = "Makes the chance of new problems larger or smaller for a while, as in a "
                  "crisis."},
    {PARAMETER(needs, low_income), .unit = "1", ONE(0.5), RANGE(0, 1),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Added to the logarithm of the onset hazard for low incomes.",
     .name_nl = "laag inkomen", .name_en = "low income",
     .layman_nl = "Zoveel vaker krijgen mensen met een laag inkomen problemen.",
     .layman_en = "So much more often people with a low income get problems."},
    {PARAMETER(needs, isolation), .unit = "1", ONE(0.3), RANGE(0, 0.6),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Added to the logarithm of the onset hazard for those with at most one tie.",
     .name_nl = "er alleen voor staan", .name_en = "isolation",
     .layman_nl = "Zoveel vaker krijgen mensen bijna zonder netwerk problemen.",
     .layman_en = "So much more often people with hardly a network get problems."},
    {PARAMETER(needs, other_needs), .unit = "1", ONE(0.4), RANGE(0, 0.8),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Added to the logarithm of the onset hazard per unit of the sum of own other "
            "needs, counted up to 2.",
     .name_nl = "problemen geven problemen", .name_en = "needs bring needs",
     .layman_nl = "Zoveel vaker krijgt iemand met andere problemen er een bij.",
     .layman_en = "So much more often someone with other problems gets one more."},
    {PARAMETER(needs, household), .unit = "1", ONE(0.4), RANGE(0, 0.8),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Added to the logarithm of the onset hazard per unit of the worst need of other "
            "household members.",
     .name_nl = "problemen in het gezin", .name_en = "needs in the household",
     .layman_nl = "Zoveel vaker krijgt iemand problemen als een huisgenoot die heeft.",
     .layman_en = "So much more often someone gets problems when a household member has "
                  "them."},
    {PARAMETER(needs, self_reliance), .unit = "1", ONE(1), RANGE(0, 2),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Taken from the logarithm of the onset hazard per unit of self-reliance above "
            "its centre.",
     .name_nl = "bescherming door zelfredzaamheid", .name_en = "protection by self-reliance",
     .layman_nl = "Zoveel minder vaak krijgen zelfredzame mensen problemen.",
     .layman_en = "So much less often self-reliant people get problems."},
    {PARAMETER(needs, self_reliance_centre), .unit = "1", ONE(0.6), RANGE(0, 1),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Self-reliance at which the onset hazard is neither raised nor lowered.",
     .name_nl = "gewone zelfredzaamheid", .name_en = "ordinary self-reliance",
     .layman_nl = "Bij deze zelfredzaamheid is de kans op problemen gemiddeld.",
     .layman_en = "At this self-reliance the chance of problems is average."},
    {PARAMETER(needs, pace_spread), .unit = "1", ONE(1.4), RANGE(0, 2),
     .grade = GRADE_ESTIMATED, .source = "Spells of 22/15/17/11/7/5/22% by length: CBS "
                                         "85617NED, 2023",
     .doc = "Standard deviation of the logarithm of a need's pace, which multiplies growth "
            "and recovery.",
     .name_nl = "verschil in tempo", .name_en = "spread of pace",
     .layman_nl = "Zo sterk verschilt het hoe snel problemen komen en gaan.",
     .layman_en = "So much it differs how fast problems come and go."},
    {PARAMETER(needs, growth), .unit = "1/month", EACH(0.03, 0.03, 0.03, 0.02, 0.025, 0.03), RANGE(0, 0.04),
     .grade = GRADE_ESTIMATED, .source = "Calibrated, with recovery, on spells by length (CBS "
                                         "85617NED, 2023) and on use in every year (SCP 2012-2018)",
     .doc = "Growth of an unhelped need: dn = growth × n (1 - n).",
     .name_nl = "verergering", .name_en = "growth",
     .layman_nl = "Zo snel wordt een probleem erger zonder hulp.",
     .layman_en = "So fast a problem grows worse without help."},
    {PARAMETER(needs, recovery), .unit = "1/month", EACH(0.13, 0.15, 0.14, 0.12, 0.1, 0.13), RANGE(0, 0.16),
     .grade = GRADE_ESTIMATED, .source = "Calibrated on spells by length (CBS 85617NED, 2023) "
                                         "and on use in every year (SCP 2012-2018)",
     .doc = "Recovery of a need under full effective help.",
     .name_nl = "herstel door hulp", .name_en = "recovery by help",
     .layman_nl = "Zo snel wordt een probleem kleiner met goede hulp.",
     .layman_en = "So fast a problem shrinks with good help."},
    {PARAMETER(needs, own_recovery), .unit = "1/month", EACH(0.1, 0.11, 0.1, 0.08, 0.08, 0.1), RANGE(0, 0.12),
     .grade = GRADE_ESTIMATED, .source = "Calibrated on spells by length (CBS 85617NED, 2023) "
                                         "and on use in every year (SCP 2012-2018)",
     .doc = "Recovery of a need by own strength, times self-reliance.",
     .name_nl = "herstel op eigen kracht", .name_en = "recovery by own strength",
     .layman_nl = "Zo snel wordt een probleem kleiner doordat iemand het zelf aanpakt.",
     .layman_en = "So fast a problem shrinks because someone tackles it alone."},
    {PARAMETER(needs, crisis), .unit = "1/month", ONE(0.01), RANGE(0, 0.02),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Hazard a month that a need jumps.",
     .name_nl = "crisis", .name_en = "crisis",
     .layman_nl = "Zo groot is de kans per maand dat een probleem ineens veel erger wordt.",
     .layman_en = "Such is the chance a month that a problem suddenly becomes much worse."},
    {PARAMETER(needs, crisis_jump), .unit = "1", ONE(0.3), RANGE(0, 0.6),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "What a crisis adds to the severity.",
     .name_nl = "sprong bij een crisis", .name_en = "jump in a crisis",
     .layman_nl = "Zoveel zwaarder wordt een probleem bij een crisis.",
     .layman_en = "So much heavier a problem becomes in a crisis."},
    {PARAMETER(needs, relapse), .unit = "1", EACH(0.22, 0.3, 0.15, 0.15, 0.12, 0.2), RANGE(0, 0.3),
     .grade = GRADE_ESTIMATED, .source = "Calibrated so that of those who leave help 15% youth, "
                                         "10% Wmo and 7% participation come back in about a year: SCP "
                                         "2012-2018; the other domains assumed",
     .doc = "Chance that a need begins again within a year after it ended, ordinary onset "
            "included.",
     .name_nl = "terugval", .name_en = "relapse",
     .layman_nl = "Zo groot is de kans dat een opgelost probleem binnen een jaar terugkomt.",
     .layman_en = "Such is the chance that a solved problem comes back within a year."},
    {PARAMETER(needs, chronic), .unit = "1", ONE(0.5), RANGE(0, 1),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Chance that a care need that begins at 75 or over is chronic.",
     .name_nl = "blijvende zorg", .name_en = "chronic care",
     .layman_nl = "Zo vaak gaat een zorgvraag op hoge leeftijd niet meer helemaal over.",
     .layman_en = "So often a need for care at high age never goes away wholly."},
    {PARAMETER(needs, chronic_floor), .unit = "1", ONE(0.1), RANGE(0, 0.5),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Severity below which a chronic need never falls.",
     .name_nl = "bodem van blijvende zorg", .name_en = "floor of chronic care",
     .layman_nl = "Kleiner dan dit wordt een blijvende zorgvraag nooit.",
     .layman_en = "A chronic need for care never becomes smaller than this."},
    {PARAMETER(needs, end_below), .unit = "1", ONE(0.05), RANGE(0.01, 0.2),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Severity under which a need ends.",
     .name_nl = "einde van een probleem", .name_en = "end of a need",
     .layman_nl = "Onder deze zwaarte geldt een probleem als opgelost.",
     .layman_en = "Below this severity a problem counts as solved."},
    {PARAMETER(needs, complexity_household), .unit = "1", ONE(0.5), RANGE(0, 1),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Weight of the other domains of the household in complexity.",
     .name_nl = "gewicht van het gezin", .name_en = "weight of the household",
     .layman_nl = "Zo zwaar tellen problemen van huisgenoten mee voor hoe ingewikkeld het "
                  "is.",
     .layman_en = "So heavily problems of household members count for how complex it is."},
};
/* clang-format on */

const struct parameter_group needs_group = {"needs", rows, sizeof rows / sizeof *rows};

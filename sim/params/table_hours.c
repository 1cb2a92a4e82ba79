#include "params/table_groups.h"

/* clang-format off */
static const struct parameter rows[] = {
    {PARAMETER(hours, required), .unit = "hour/month", EACH(75.5, 31.8, 10.3, 11.4, 1.48, 7.25), RANGE(0, 200),
     .grade = GRADE_ESTIMATED, .source = "Calibrated: hours of known cases times price are the "
                                         "budget; 4,670 euro a Wmo client: CBS 84580NED, 2023",
     .doc = "Hours of formal or replacing help a month that a need of severity 1 asks.",
     .name_nl = "uren hulp nodig", .name_en = "hours required",
     .layman_nl = "Zoveel uren hulp per maand vraagt het zwaarste probleem.",
     .layman_en = "So many hours of help a month the heaviest problem asks."},
    {PARAMETER(hours, presence), .unit = "hour/month", EACH(2900, 40, 0, 0, 0, 0), RANGE(0, 3000),
     .grade = GRADE_ESTIMATED, .source = "Calibrated on 12 hours a week of 13% of those of 20 "
                                         "and over: CBS, Vader en moeder op leeftijd, 2024",
     .doc = "Hours a month at severity 1 that only people near can give; they grow with the "
            "square of severity.",
     .name_nl = "uren nabijheid", .name_en = "hours of presence",
     .layman_nl = "Zoveel uren per maand moeten naasten er zijn bij het zwaarste probleem.",
     .layman_en = "So many hours a month people near must be there for the heaviest "
                  "problem."},
    {PARAMETER(hours, replaceable), .unit = "1", EACH(0.6, 0.4, 0.3, 0.3, 0.3, 0.9), RANGE(0, 1),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Share of what own strength leaves that informal help may replace.",
     .name_nl = "vervangbaar door naasten", .name_en = "replaceable by people near",
     .layman_nl = "Zo'n deel van de hulp kan ook van familie, vrienden of buren komen.",
     .layman_en = "Such a share of the help may come from family, friends or neighbours "
                  "too."},
    {PARAMETER(hours, own_strength), .unit = "1", ONE(0.3), RANGE(0, 0.6),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Share of the required hours met by own strength at self-reliance 1 and "
            "complexity 0.",
     .name_nl = "eigen kracht", .name_en = "own strength",
     .layman_nl = "Zoveel van het nodige doet een zelfredzaam mens zelf.",
     .layman_en = "So much of what is needed a self-reliant person does alone."},
    {PARAMETER(hours, informal_effect), .unit = "1", ONE(0.6), RANGE(0, 1),
     .grade = GRADE_ASSUMED, .source = "Assumption",
     .doc = "Weight of an informal hour in recovery, where a fully effective formal hour "
            "weighs 1.",
     .name_nl = "werking van informele hulp", .name_en = "effect of informal help",
     .layman_nl = "Zo goed helpt een uur van een naaste tegen een uur van een goede "
                  "professional.",
     .layman_en = "So well an hour of someone near helps against an hour of a good "
                  "professional."},
};
/* clang-format on */

const struct parameter_group hours_group = {"hours", rows, sizeof rows / sizeof *rows};

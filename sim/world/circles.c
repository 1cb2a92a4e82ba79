#include "world/circles.h"

/* Neighbours by age so that the shares with at least one are as in weekly
 * contact: 41% at 15-35, 59% at 35-65, 69% from 65 (CBS 2022). */
static double street_by_age(double years)
{
    if (years < 18)
        return 0.5;
    return years < 35 ? 0.6 : years < 65 ? 1 : 1.3;
}

/* Children come to have friends between 4 and 18; the old have fewer. */
static double friends_by_age(double years)
{
    if (years < 4)
        return 0;
    if (years < 18)
        return (years - 4) / 14;
    return years < 65 ? 1 : years < 85 ? 1 - 0.02 * (years - 65) : 0.6;
}

/* Children come to count on kin themselves as they grow up. */
static double kin_by_age(double years)
{
    return years < 30 ? 0.1 + 0.9 * years / 30 : 1;
}

double circles_by_age(enum tie_kind kind, double years)
{
    return kind == TIE_STREET   ? street_by_age(years)
           : kind == TIE_FRIEND ? friends_by_age(years)
                                : kin_by_age(years);
}

double circles_mean(const struct settlement_params *params, enum tie_kind kind, double years)
{
    const double mean[TIE_KINDS] = {[TIE_KIN] = params->kin_ties,
                                    [TIE_STREET] = params->street_ties,
                                    [TIE_FRIEND] = params->friend_ties};
    return mean[kind] * circles_by_age(kind, years);
}

uint8_t circles_strength(enum tie_kind kind, double u)
{
    static const double middle[TIE_KINDS] = {0, 0.85, 0.55, 0.3, 0.45};
    const double strength = middle[kind] + 0.3 * (u - 0.5);
    return (uint8_t)(255 * elementary_clamp(strength, 0.05, 1));
}

double circles_fit(enum tie_kind kind, double years, double other_years)
{
    const double apart = years > other_years ? years - other_years : other_years - years;
    if (kind == TIE_FRIEND)
        return apart < 5 ? 1 : apart < 20 ? (20 - apart) / 15 : 0;
    if (kind == TIE_KIN) {
        const double generation = apart < 30 ? 30 - apart : apart < 60 ? apart - 30 : 30;
        return apart < 8 || generation < 8 ? 1 : 0.1;
    }
    return apart < 40 ? 1 : 0.3;
}

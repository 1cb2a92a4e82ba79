"""Rates for each single year of age, 0 to 104, that hold for the whole country.

What is published by age band or as one total becomes a curve over single years here: the shape
comes from a published or an assumed profile, the level from a published total. Persons of both
sexes are taken together, since a resident of the model has no sex.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import accumulate

AGES = 105
"""The number of single years of age: 0 to 104."""

Curve = list[float]
Knots = Sequence[tuple[float, float]]

# Wmo support at home per 1,000 of the age group in 2019, at the middle of the band. The mean of
# Aa en Hunze, Amsterdam and Rotterdam (85+: of the first two), from CBS 85038NED.
WMO_AT_HOME: Knots = (
    (24, 26.0),
    (37.5, 26.7),
    (52.5, 55.7),
    (67.5, 106.3),
    (80, 313.3),
    (89, 626.5),
)

# Share that gives informal care, 2022, at the middle of the band; nobody under 16 is assumed.
CARERS: Knots = (
    (15.9, 0.0),
    (16, 0.037),
    (22.5, 0.037),
    (27.5, 0.048),
    (32.5, 0.059),
    (37.5, 0.082),
    (42.5, 0.110),
    (47.5, 0.146),
    (52.5, 0.201),
    (57.5, 0.235),
    (62.5, 0.217),
    (67.5, 0.178),
    (72.5, 0.149),
    (77.5, 0.136),
    (82.5, 0.120),
    (87.5, 0.108),
    (92.5, 0.087),
    (97.5, 0.073),
)

# Shapes that are assumed; only their proportions matter, but for moving, whose level is its own.
LONELY_SHAPE: Knots = ((18, 1.1), (25, 1.1), (38, 0.9), (50, 1.0), (58, 1.05), (64, 1.0))
LONELY_SHAPE_OLD: Knots = ((65, 0.8), (72, 0.8), (80, 1.1), (88, 1.6), (95, 1.8))
WORK_SHAPE: Knots = ((18, 0.5), (23, 0.7), (30, 0.95), (45, 1.05), (60, 1.15), (66, 1.15))
DEBT_SHAPE: Knots = (
    (16, 0.05),
    (18, 0.3),
    (25, 1.3),
    (35, 1.5),
    (45, 1.5),
    (55, 1.2),
    (65, 0.65),
    (75, 0.35),
    (85, 0.2),
)
MOVING: Knots = (
    (0, 0.130),
    (4, 0.095),
    (8, 0.065),
    (14, 0.050),
    (17, 0.070),
    (19, 0.200),
    (22, 0.265),
    (24, 0.270),
    (26, 0.262),
    (30, 0.195),
    (35, 0.125),
    (40, 0.085),
    (50, 0.058),
    (60, 0.042),
    (75, 0.040),
    (80, 0.047),
    (85, 0.075),
    (92, 0.110),
)

# Totals that the curves must meet.
LIMITED = {"18+": 0.310, "65+": 0.486}
SEVERELY_LIMITED = {"18+": 0.051, "65+": 0.082}
SEVERELY_LONELY = {"18+": 0.112, "65+": 0.104}
MILDLY_LIMITED_IN_NEED = 0.25
YOUTH_CARE, YOUTH_CARE_SHARE = 0.106, 0.8
SOCIAL_ASSISTANCE, SOCIAL_ASSISTANCE_SHARE = 0.025, 0.9
PROBLEM_DEBT, PROBLEM_DEBT_SHARE = 0.059, 0.7
CHILDREN_PER_WOMAN = 1.55


def weighted_mean(values: Curve, weights: Curve, first: int, beyond: int = AGES) -> float:
    """Return the mean of `values` over the ages from `first` up to but without `beyond`."""
    total = math.fsum(weights[first:beyond])
    pairs = zip(values[first:beyond], weights[first:beyond], strict=True)
    return math.fsum(v * w for v, w in pairs) / total


def along(knots: Knots, change: Callable[[float], float] = float) -> Callable[[float], float]:
    """Return the function that is linear in `change` of the value between knots, flat outside."""

    def value(age: float) -> float:
        if age <= knots[0][0]:
            return change(knots[0][1])
        for (x0, y0), (x1, y1) in zip(knots, knots[1:], strict=False):
            if age <= x1:
                part = (age - x0) / (x1 - x0)
                return change(y0) * (1 - part) + change(y1) * part
        return change(knots[-1][1])

    return value


def curve(knots: Knots, first: int = 0, beyond: int = AGES) -> Curve:
    """Return the values between the knots for each age, 0 outside [first, beyond)."""
    value = along(knots)
    return [value(age) if first <= age < beyond else 0.0 for age in range(AGES)]


def scaled(values: Curve, weights: Curve, mean: float, first: int, beyond: int = AGES) -> Curve:
    """Return `values` times what makes their mean over [first, beyond) equal to `mean`."""
    factor = mean / weighted_mean(values, weights, first, beyond)
    return [v * factor if first <= age < beyond else v for age, v in enumerate(values)]


def spread(edges: Sequence[int], counts: Sequence[float]) -> Curve:
    """Return counts per single year from counts per band, each band keeping its count.

    The running total is interpolated by a monotone cubic (Fritsch and Butland 1984), so that no
    count is negative and the ages do not jump at the edges of bands. `edges` has one entry more
    than `counts` and ends at `AGES`.
    """
    widths = [b - a for a, b in zip(edges, edges[1:], strict=False)]
    rates = [count / width for count, width in zip(counts, widths, strict=True)]
    slopes = [rates[0]]
    for i in range(1, len(rates)):
        a, b = rates[i - 1], rates[i]
        part = (widths[i - 1] + 2 * widths[i]) / (3 * (widths[i - 1] + widths[i]))
        slopes.append(a * b / (part * b + (1 - part) * a) if a > 0 and b > 0 else 0.0)
    slopes.append(0.0)
    totals = [0.0, *accumulate(counts)]
    at: Curve = []
    band = 0
    for age in range(edges[0], edges[-1] + 1):
        while band + 1 < len(counts) and age >= edges[band + 1]:
            band += 1
        width = widths[band]
        x = (age - edges[band]) / width
        at.append(
            totals[band] * (1 + 2 * x) * (1 - x) ** 2
            + slopes[band] * width * x * (1 - x) ** 2
            + totals[band + 1] * x * x * (3 - 2 * x)
            + slopes[band + 1] * width * x * x * (x - 1)
        )
    return [max(0.0, b - a) for a, b in zip(at, at[1:], strict=False)]


def death_chance(age: int) -> float:
    """Return the chance of dying within a year, both sexes together.

    Gompertz' law with an accident term: 0.05 at 80, tripling in ten years, which gives a life
    expectancy at birth of about 81.5 years. Above 100 the chance levels off at one half.
    """
    if age == 0:
        return 0.0035
    accidents = 0.0001 if age < 15 else 0.00025
    hazard = accidents + 0.05 * math.exp(math.log(3) / 10 * (age - 80))
    return min(0.5, 1 - math.exp(-hazard))


def life_expectancy(death: Sequence[float]) -> float:
    """Return the mean number of years lived by one who is born under these chances of death."""
    alive, years = 1.0, 0.0
    for chance in death:
        years += alive * (1 - chance / 2)
        alive *= 1 - chance
    return years + alive


def births() -> Curve:
    """Return births a year per person (not per woman) of each age, 15 to 49.

    A normal curve around a mean age at birth of 31.2 with a spread of 4.8 years; half of all
    persons being women, its sum is half the number of children per woman.
    """
    shape = [
        math.exp(-(((age + 0.5 - 31.2) / 4.8) ** 2) / 2) if 15 <= age < 50 else 0.0
        for age in range(AGES)
    ]
    factor = CHILDREN_PER_WOMAN / 2 / math.fsum(shape)
    return [value * factor for value in shape]


def care_need(weights: Curve) -> Curve:
    """Return the prevalence of a care need by age.

    At 18 and over `level · use(age)^power`, use being the published share with support at home.
    Level and power follow from the two published means, 18+ and 65+; power is found by halving.
    """

    def target(group: str) -> float:
        severe = SEVERELY_LIMITED[group]
        return severe + MILDLY_LIMITED_IN_NEED * (LIMITED[group] - severe)

    use = along(WMO_AT_HOME, math.log)

    def shape(power: float) -> Curve:
        return [math.exp(power * use(age)) if age >= 18 else 0.0 for age in range(AGES)]

    low, high = 0.0, 1.0
    wanted = target("65+") / target("18+")
    for _ in range(60):
        power = (low + high) / 2
        values = shape(power)
        if weighted_mean(values, weights, 65) / weighted_mean(values, weights, 18) < wanted:
            low = power
        else:
            high = power
    values = scaled(shape((low + high) / 2), weights, target("18+"), 18)
    return [0.01 if age < 18 else value for age, value in enumerate(values)]


def loneliness(weights: Curve) -> Curve:
    """Return the share that is severely lonely by age; 3% under 18 is assumed."""
    old = math.fsum(weights[65:]) / math.fsum(weights[18:])
    grown = (SEVERELY_LONELY["18+"] - old * SEVERELY_LONELY["65+"]) / (1 - old)
    values = curve(LONELY_SHAPE, 18, 65)
    for age, value in enumerate(curve(LONELY_SHAPE_OLD)):
        if age >= 65:
            values[age] = value
    values = scaled(values, weights, grown, 18, 65)
    values = scaled(values, weights, SEVERELY_LONELY["65+"], 65)
    return [0.03 if age < 18 else value for age, value in enumerate(values)]


def rates_by_age(
    weights: Curve, wmo_euro: Curve, youth_euro: Curve
) -> list[dict[str, float | int | str]]:
    """Return the rows of the table of rates: `weights` sum to 1, the euros are per inhabitant."""
    youth_mean = YOUTH_CARE / YOUTH_CARE_SHARE
    work_mean = SOCIAL_ASSISTANCE / SOCIAL_ASSISTANCE_SHARE / math.fsum(weights[18:67])
    columns: dict[str, Curve] = {
        "persons_weight": weights,
        "death": [death_chance(age) for age in range(AGES)],
        "birth": births(),
        "moving": curve(MOVING),
        "wmo_euro": wmo_euro,
        "youth_euro": youth_euro,
        "care": care_need(weights),
        "social": loneliness(weights),
        "youth": scaled(
            [v if age < 23 else 0.0 for age, v in enumerate(youth_euro)], weights, youth_mean, 0, 23
        ),
        "work": scaled(curve(WORK_SHAPE, 18, 67), weights, work_mean, 18, 67),
        "debt": scaled(curve(DEBT_SHAPE, 16), weights, PROBLEM_DEBT / PROBLEM_DEBT_SHARE, 16),
        "education": [0.08 if 5 <= age < 18 else 0.0 for age in range(AGES)],
        "carer": curve(CARERS),
        "chronic": [0.5 if age >= 75 else 0.0 for age in range(AGES)],
    }
    return [
        {"age": age, **{name: values[age] for name, values in columns.items()}}
        for age in range(AGES)
    ]


HEADER = (
    "title: Rates by single year of age, the Netherlands, both sexes together",
    "source: CBS, CPB, RIVM/GGD/CBS health monitor 50090NED, as said for each column; "
    "curves made by samenspel-import",
    "licence: CC BY 4.0 (figures of CBS); free re-use with source (RIVM, CPB)",
    "date: 2019-2025, as said for each column",
    "age: age in completed years",
    "persons_weight: share of all persons who have this age; five-year bands CBS 71488NED 2020 "
    "within the bands of CBS regional key figures 2025, monotone cubic within a band; estimated",
    "death: chance of dying within a year; Gompertz curve with 0.0035 in the first year, 0.05 at "
    "80, 0.15 at 90, life expectancy 81.5 years as in the Netherlands of 2019-2022; assumed",
    "birth: births a year per person of this age, of either sex; normal curve, mean 31.2, spread "
    "4.8 years, 1.55 children per woman as in the Netherlands of about 2019-2021; assumed",
    "moving: chance of a change of address within a year; shape after Dutch population statistics "
    "of about 2019 (1 in 10 a year, most often at 22-26); assumed",
    "wmo_euro: euro of social support (Wmo) per inhabitant a year; CPB 2022, ages 100 and over "
    "as the mean of 95-99; measured",
    "youth_euro: euro of youth care per inhabitant a year; CPB 2022; measured",
    "care: share with a care need; level: severely limited + 0.25 x mildly limited, 18+ and 65+, "
    "RIVM 50090NED 2020; shape: power of Wmo support at home by age, CBS 85038NED 2019; under 18 "
    "assumed 0.01; estimated",
    "social: share severely lonely; level 11.2% at 18+ and 10.4% at 65+, RIVM 50090NED 2020; "
    "shape and under 18 (0.03) assumed; estimated",
    "youth: share with a youth need; level 10.6% under 23 with youth care (CBS 2023) / 0.8 in "
    "use; shape youth_euro; estimated",
    "work: share with a work need, 18-66; level 25 per 1,000 inhabitants with social assistance "
    "(CBS 2019) / 0.9 in use; shape assumed; estimated",
    "debt: share with a debt need, 16+; level 5.9% with registered problem debt (CBS 2023) / 0.7 "
    "in use; shape assumed; estimated",
    "education: share with an education need, 5-17; assumed",
    "carer: share that gives informal care (3 months or longer, or 8 h/week); CBS, Vader en "
    "moeder op leeftijd 2024, figures of 2022, linear between the middles of bands, under 20 "
    "assumed; measured",
    "chronic: chance that a care need is chronic, 75+; assumed",
)

"""Neighbourhoods (Dutch: wijken): one row each, with every gap filled and said."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from samenspel.tables import Row, Table

BANDS = ("0_14", "15_24", "25_44", "45_64", "65plus")

# Columns that become one column each: its name here, its name in the input, and what one unit of
# the input is as a fraction.
FRACTIONS = {
    "share_80plus": ("gm_p_80plus_2025", 0.01),
    "household_size": ("gm_hh_size_2025", 1.0),
    "low_income": ("p_income_lowest40", 0.01),
    "limited_18": ("a18_limited", 0.01),
    "severely_limited_18": ("a18_severely_limited", 0.01),
    "limited_65": ("a65_limited", 0.01),
    "severely_limited_65": ("a65_severely_limited", 0.01),
    "severely_lonely_18": ("a18_severely_lonely", 0.01),
    "severely_lonely_65": ("a65_severely_lonely", 0.01),
    "informal_carer_18": ("a18_informal_carer", 0.01),
    "volunteer_18": ("a18_volunteer", 0.01),
    "control_18": ("a18_control_over_life", 0.01),
    "hard_to_make_ends_meet_18": ("a18_hard_to_make_ends_meet", 0.01),
    "social_assistance": ("gm_bijstand_per1000", 0.001),
    "youth_care": ("gm_p_jeugdzorg", 0.01),
    "problem_debt_16": ("gm_p_debt_16plus_2023", 0.01),
    "household_help": ("gm_wmo_hh_help_per1000", 0.001),
}

NEEDED = (
    "wk_code",
    "wk_name",
    "gm_code",
    "gm_name",
    "province",
    "urbanity_1_5",
    "x_rd",
    "y_rd",
    "population_2022",
    "population_2024",
    *(f"p_{band}" for band in BANDS),
    *(f"n_{band}_2024" for band in BANDS),
    "est_p_hh_single",
    "est_p_hh_kids",
    "gm_p_hh_single_2025",
    "gm_p_hh_kids_2025",
    *(column for column, _ in FRACTIONS.values()),
    "gm_wmo_hh_help_suspect",
)

NEVER_EMPTY = ("wk_code", "wk_name", "gm_code", "gm_name", "population_2022", "x_rd", "y_rd")

MOST_PERSONS = 1_000_000


@dataclass
class Place:
    """A neighbourhood as it was read; None and missing keys are gaps."""

    code: str
    name: str
    municipality_code: str
    municipality: str
    province: str
    x: int
    y: int
    residents_2022: int
    residents_2024: int | None
    urbanity: float | None
    ages_2022: list[float] | None
    ages_2024: list[float] | None
    households: tuple[float, float] | None
    households_municipality: tuple[float, float] | None
    fractions: dict[str, float] = field(default_factory=dict)


def read(table: Table) -> list[Place]:
    """Read the neighbourhoods, in the order of municipality and code."""
    places: dict[str, Place] = {}
    names: dict[str, str] = {}
    for row in table.rows:
        place = _place(row)
        if place.code in places:
            row.fault(f"{place.code} stands in the table twice")
        known = names.setdefault(place.municipality_code, place.municipality)
        if known != place.municipality:
            row.fault(f"{place.municipality_code} is {place.municipality} here, {known} before")
        places[place.code] = place
    table.check()
    for name, (column, _) in FRACTIONS.items():
        if not any(name in place.fractions for place in places.values()):
            table.faults.append(f"{table.path}: {column}: no figure in any row")
    if all(place.ages_2022 is None for place in places.values()):
        table.faults.append(f"{table.path}: p_0_14 … p_65plus: no figures in any row")
    table.check()
    return sorted(places.values(), key=lambda place: (place.municipality_code, place.code))


def _place(row: Row) -> Place:
    for column in NEVER_EMPTY:
        if row.text(column) == "":
            row.fault(f"{column} is empty")
    later = row.number("population_2024", 0, MOST_PERSONS)
    place = Place(
        code=row.text("wk_code"),
        name=row.text("wk_name"),
        municipality_code=row.text("gm_code"),
        municipality=row.text("gm_name"),
        province=row.text("province"),
        x=round(row.number("x_rd", 0, 300_000) or 0),
        y=round(row.number("y_rd", 300_000, 650_000) or 0),
        residents_2022=int(row.number("population_2022", 0, MOST_PERSONS) or 0),
        residents_2024=None if later is None else int(later),
        urbanity=row.number("urbanity_1_5", 1, 5),
        ages_2022=_ages(row, [f"p_{band}" for band in BANDS], 100),
        ages_2024=_ages(row, [f"n_{band}_2024" for band in BANDS], MOST_PERSONS),
        households=_pair(row, "est_p_hh_single", "est_p_hh_kids"),
        households_municipality=_pair(row, "gm_p_hh_single_2025", "gm_p_hh_kids_2025"),
    )
    for name, (column, unit) in FRACTIONS.items():
        value = row.number(column, 0, 100 if unit == 0.01 else 1000 if unit == 0.001 else 20)
        if value is not None:
            place.fractions[name] = value * unit
    # Where the figure is partly a general provision, it is not the number of clients.
    if row.number("gm_wmo_hh_help_suspect", 0, 1) == 1:
        place.fractions.pop("household_help", None)
    return place


def _ages(row: Row, columns: list[str], most: float) -> list[float] | None:
    values = [row.number(column, 0, most) for column in columns]
    known = [value for value in values if value is not None]
    total = math.fsum(known)
    return [v / total for v in known] if len(known) == len(columns) and total > 0 else None


def _pair(row: Row, single: str, children: str) -> tuple[float, float] | None:
    one, two = row.number(single, 0, 100), row.number(children, 0, 100)
    if one is None or two is None:
        return None
    # Two estimates can add up to more than all households.
    most = max(100.0, one + two)
    return one / most, two / most


class Means:
    """Means over residents, of a municipality where it has a figure and else of all rows."""

    def __init__(self, places: Iterable[Place], value: Callable[[Place], float | None]) -> None:
        sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        for place in places:
            known = value(place)
            # A place without residents still tells the figure of its municipality.
            weight = max(place.residents_2022, 1e-6)
            if known is not None:
                for key in (place.municipality_code, ""):
                    sums[key][0] += known * weight
                    sums[key][1] += weight
        self.means = {key: total / weight for key, (total, weight) in sums.items()}

    def of(self, municipality: str) -> tuple[float, str]:
        """Return the mean and whose mean it is."""
        if municipality in self.means:
            return self.means[municipality], "municipal"
        return self.means.get("", 0.0), "national"


class Filler:
    """Fills gaps with means, and remembers what it filled where."""

    def __init__(self, places: list[Place]) -> None:
        self.places = places
        self.means: dict[str, Means] = {}
        self.filled: dict[tuple[str, str], set[str]] = defaultdict(set)

    def value(
        self, place: Place, name: str, of: Callable[[Place], float | None], said: str = ""
    ) -> float:
        """Return what `of` gives for the place, or the mean; the note calls it `said` or `name`."""
        known = of(place)
        if known is not None:
            return known
        if name not in self.means:
            self.means[name] = Means(self.places, of)
        mean, whose = self.means[name].of(place.municipality_code)
        self.note(place, said or name, f"{whose} mean")
        return mean

    def note(self, place: Place, name: str, what: str) -> None:
        """Remember that `what` stands in a gap of this place."""
        self.filled[(name, what)].add(place.code)

    def notes(self) -> list[str]:
        """Return a line for each kind of gap: how many neighbourhoods, and what stands there."""
        return [
            f"{name}: no figure in {len(codes)} neighbourhoods, which get the {what}"
            for (name, what), codes in sorted(self.filled.items())
        ]


def _age_share(band: int) -> Callable[[Place], float | None]:
    return lambda place: None if place.ages_2022 is None else place.ages_2022[band]


def _household_share(kind: int) -> Callable[[Place], float | None]:
    return lambda place: None if place.households is None else place.households[kind]


def _fraction(name: str) -> Callable[[Place], float | None]:
    return lambda place: place.fractions.get(name)


def _ages_2022(place: Place, fill: Filler) -> list[float]:
    shares = [
        fill.value(place, f"share_{band}", _age_share(i), "ages 2022")
        for i, band in enumerate(BANDS)
    ]
    total = math.fsum(shares)
    return [share / total for share in shares]


def _growth(place: Place) -> float | None:
    if place.residents_2024 is None or place.residents_2022 == 0:
        return None
    return place.residents_2024 / place.residents_2022


def _residents_2024(place: Place, fill: Filler) -> int:
    if place.residents_2024 is not None:
        return place.residents_2024
    change = fill.value(place, "residents_2024", _growth, "change of residents 2022-2024")
    return round(place.residents_2022 * change)


def _households(place: Place, fill: Filler) -> tuple[float, float]:
    if place.households is not None:
        return place.households
    if place.households_municipality is not None:
        fill.note(place, "households", "municipal figure")
        return place.households_municipality
    return (
        fill.value(place, "households_single", _household_share(0)),
        fill.value(place, "households_children", _household_share(1)),
    )


def _row(place: Place, fill: Filler) -> dict[str, float | int | str]:
    ages = _ages_2022(place, fill)
    later = place.ages_2024
    if later is None:
        later = ages
        fill.note(place, "ages 2024", "shares of 2022")
    single, children = _households(place, fill)
    row: dict[str, float | int | str] = {
        "neighbourhood_code": place.code,
        "neighbourhood": place.name,
        "municipality_code": place.municipality_code,
        "municipality": place.municipality,
        "province": place.province,
        "urbanity": round(fill.value(place, "urbanity", lambda p: p.urbanity)),
        "x_m": place.x,
        "y_m": place.y,
        "residents_2022": place.residents_2022,
        "residents_2024": _residents_2024(place, fill),
    }
    row |= {f"share_{band}": share for band, share in zip(BANDS, ages, strict=True)}
    row |= {f"share_{band}_2024": share for band, share in zip(BANDS, later, strict=True)}
    households = {
        "households_single": single,
        "households_couple": max(0.0, 1 - single - children),
        "households_children": children,
    }
    for name in FRACTIONS:
        row[name] = fill.value(place, name, _fraction(name))
        if name == "share_80plus":
            row |= households
    return row


def rows(
    places: list[Place], codes: set[str]
) -> tuple[list[dict[str, float | int | str]], list[str]]:
    """Return the rows of the municipalities in `codes`, and a note for each kind of gap."""
    fill = Filler(places)
    made = [_row(place, fill) for place in places if place.municipality_code in codes]
    return made, fill.notes()


HEADER = (
    "title: Neighbourhoods (wijken) of Dutch municipalities",
    "source: CBS Kerncijfers wijken en buurten 2022 and 2024; RIVM/GGD/CBS 50090NED (2020); CBS "
    "regional key figures 2025; as said for each column",
    "licence: CC BY 4.0 (figures of CBS); free re-use with source (RIVM, GGD)",
    "date: 2022-01-01, unless said otherwise for a column",
    "neighbourhood_code, neighbourhood, municipality_code, municipality, province: CBS 2022; "
    "measured",
    "urbanity: 1 extremely urban to 5 not urban, CBS 2022; measured",
    "x_m, y_m: centre in metres (Rijksdriehoek), CBS 2022; measured",
    "residents_2022, residents_2024: persons, CBS, 1 January; measured",
    "share_0_14 to share_65plus: share of residents by age, CBS 2022, made to sum to 1; measured",
    "share_0_14_2024 to share_65plus_2024: the same from the counts of 2024; measured",
    "share_80plus: share of the residents of the municipality, CBS 2025; measured",
    "households_single, households_couple, households_children: shares of households with one "
    "person, with more and no children, with children; estimated from CBS 2022 and 2025 (mean "
    "error 0.05, 0.05, 0.03); estimated",
    "household_size: persons per household in the municipality, CBS 2025; measured",
    "low_income: share of persons in the lowest 40% of incomes of the country, CBS 2022; measured",
    "limited_18 to hard_to_make_ends_meet_18: shares of residents of 18+ or 65+, RIVM/GGD/CBS "
    "50090NED, autumn 2020; estimated for each neighbourhood by a model of the source",
    "social_assistance: clients per resident of the municipality, CBS 2017-2019; measured",
    "youth_care: share of those under 23 in the municipality with youth care, CBS 2017-2019; "
    "measured",
    "problem_debt_16: share of those of 16+ in the municipality with registered problem debt, CBS "
    "2023; measured",
    "household_help: clients per resident of the municipality, CBS 2017-2019, national mean where "
    "part of it is a general provision; measured",
    "gaps hold the mean of the municipality, else of the country; samenspel-import says how many",
)

"""Positions in the household by age, the ages of the country, and spending by age."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from samenspel.rates import AGES, Curve, spread
from samenspel.tables import InputError, Row, Table

# What the table of samenspel calls a position, and the columns of the input that add up to it.
POSITIONS = {
    "child": ("child_at_home",),
    "alone": ("living_alone",),
    "partner_no_children": ("partner_unmarried_nokids", "partner_married_nokids"),
    "partner_with_children": ("partner_unmarried_kids", "partner_married_kids"),
    "single_parent": ("single_parent",),
}

NEEDED = (
    "age",
    "code",
    "private_hh_persons",
    *(column for columns in POSITIONS.values() for column in columns),
)

# Columns of the age table with the number of persons, and where each band begins.
AGE_BANDS = {
    "n_0_4": 0,
    "n_5_9": 5,
    "n_10_14": 10,
    "n_15_19": 15,
    "n_20_24": 20,
    "n_25_44": 25,
    "n_45_64": 45,
    "n_65_79": 65,
    "n_80plus": 80,
}
NEEDED_AGES = ("gemeente", *AGE_BANDS)
NATIONAL_ROW = "Nederland"

NEEDED_SPENDING = ("age", "wmo_eur", "jeugd_eur")

NATIONAL = "NL"


@dataclass
class Band:
    """The persons of one age band, and how many hold each position."""

    first: int
    beyond: int
    persons: float = 0.0
    held: dict[str, float] = field(default_factory=lambda: dict.fromkeys(POSITIONS, 0.0))

    def add(self, other: Band) -> None:
        """Add the persons of another band."""
        self.persons += other.persons
        for name, count in other.held.items():
            self.held[name] += count


Positions = dict[str, dict[int, Band]]
"""For each municipality code, and for the country, the bands by the age at which they begin."""


def read(table: Table) -> Positions:
    """Read the positions of each municipality, and add them up to those of the country."""
    found: Positions = defaultdict(dict)
    for row in table.rows:
        band = _band(row)
        if band is None:
            continue
        code = row.text("code")
        if band.first in found[code]:
            row.fault(f"{code} has the age band from {band.first} twice")
        found[code][band.first] = band
    table.check()
    national: dict[int, Band] = {}
    for bands in found.values():
        for first, band in bands.items():
            national.setdefault(first, Band(first, band.beyond)).add(band)
    firsts = sorted(national)
    if [national[first].beyond for first in firsts] != [*firsts[1:], AGES] or firsts[0] != 0:
        raise InputError([f"{table.path}: the age bands do not cover 0 to {AGES - 1} without gaps"])
    return {NATIONAL: {first: national[first] for first in firsts}, **found}


def _band(row: Row) -> Band | None:
    text = row.text("age")
    between = re.fullmatch(r"(\d+) *- *(\d+)(?: jaar)?", text)
    upwards = re.fullmatch(r"(\d+)(?: jaar of ouder|\+)", text)
    if between:
        band = Band(int(between[1]), int(between[2]))
    elif upwards:
        band = Band(int(upwards[1]), AGES)
    else:
        row.fault(f"age = {text!r}: neither '20 - 25 jaar' nor '95 jaar of ouder'")
        return None
    # CBS leaves a cell empty where nobody can be: partners of ten years old.
    band.persons = row.number("private_hh_persons", 0, 1e8) or 0.0
    for name, columns in POSITIONS.items():
        band.held[name] = math.fsum(row.number(column, 0, 1e8) or 0.0 for column in columns)
    held = math.fsum(band.held.values())
    if held > band.persons:
        row.fault(f"positions add up to {held:g} of {band.persons:g} persons")
    return band


def rows(
    table: Positions, wanted: dict[str, str]
) -> tuple[list[dict[str, float | int | str]], list[str]]:
    """Return the rows of the position table, and notes about municipalities that have none.

    `wanted` gives the name of each municipality code.
    """
    made: list[dict[str, float | int | str]] = []
    notes: list[str] = []
    absent = sorted(name for code, name in wanted.items() if code not in table)
    if absent:
        notes.append(f"positions by age: none for {', '.join(absent)}; the national ones hold")
    for code in [NATIONAL, *sorted(code for code in wanted if code in table)]:
        for first, national in table[NATIONAL].items():
            band = table[code].get(first, Band(first, national.beyond))
            shares = band
            if band.persons == 0:
                shares = national
                notes.append(f"positions by age: nobody of {first}+ in {wanted[code]}; national")
            fractions = {n: round(c / shares.persons, 5) for n, c in shares.held.items()}
            made.append(
                {
                    "municipality_code": code,
                    "age_from": first,
                    "age_to": band.beyond,
                    "persons": int(band.persons),
                    **fractions,
                    "other": max(0.0, round(1 - math.fsum(fractions.values()), 5)),
                }
            )
    return made, notes


def national_bands(table: Table) -> dict[int, float]:
    """Return the persons in the country by the age at which their band begins."""
    national = [row for row in table.rows if row.text("gemeente") == NATIONAL_ROW]
    if len(national) != 1:
        raise InputError([f"{table.path}: {len(national)} rows for {NATIONAL_ROW}, not one"])
    row = national[0]
    bands: dict[int, float] = {}
    for column, first in AGE_BANDS.items():
        count = row.number(column, 1, 1e8)
        if count is None:
            row.fault(f"{column}: empty, or not a number of persons")
        bands[first] = count or 0.0
    table.check()
    return bands


def weights(table: Positions, bands: dict[int, float]) -> Curve:
    """Return the share of all persons who have each age; they sum to 1.

    The bands give the totals, the five-year bands of the position table their division. Those
    aged 95 and over fall off by age as the chance of death says, which a cubic cannot know.
    """
    five = table[NATIONAL]
    edges = [*bands, AGES]
    counts: list[float] = []
    for first, beyond in zip(edges, edges[1:], strict=False):
        inside = [band.persons for start, band in five.items() if first <= start < beyond]
        total = math.fsum(inside)
        counts += [persons * bands[first] / total for persons in inside]
    persons = spread([*five, AGES], counts)
    last = list(five)[-1]
    tail = [0.68 ** (age - last) for age in range(last, AGES)]
    for age in range(last, AGES):
        persons[age] = counts[-1] * tail[age - last] / math.fsum(tail)
    everybody = math.fsum(persons)
    return [count / everybody for count in persons]


def spending(table: Table) -> tuple[Curve, Curve]:
    """Return euro per inhabitant of each age for social support and for youth care.

    Ages beyond the last of the table get the mean of its last five.
    """
    found: dict[int, tuple[float, float]] = {}
    for row in table.rows:
        age = row.number("age", 0, AGES - 1)
        wmo = row.number("wmo_eur", 0, 1e6)
        youth = row.number("jeugd_eur", 0, 1e6)
        if age is None or wmo is None or youth is None:
            row.fault("a row needs age, wmo_eur and jeugd_eur")
            continue
        if int(age) != len(found):
            row.fault(f"age = {age:g}: {len(found)} was to follow")
        found[int(age)] = (wmo, youth)
    table.check()
    if len(found) < 90:
        raise InputError([f"{table.path}: {len(found)} ages, at least 90 are needed"])
    return _extended([pair[0] for pair in found.values()]), _extended(
        [pair[1] for pair in found.values()]
    )


def _extended(values: Sequence[float]) -> Curve:
    last = math.fsum(values[-5:]) / 5
    return [*values, *[last] * (AGES - len(values))]


HEADER = (
    "title: Position in the household by age, per municipality, and for the country (NL)",
    "source: CBS 71488NED (persons in private households, 1 January 2020); NL is the sum of all "
    "municipalities",
    "licence: CC BY 4.0, CBS",
    "date: 2020-01-01",
    "municipality_code: CBS code of the municipality, or NL; measured",
    "age_from, age_to: the band holds ages from age_from up to but without age_to; measured",
    "persons: persons in private households; measured",
    "child: share that is a child living at home; measured",
    "alone: share that lives alone; measured",
    "partner_no_children: share that lives with a partner, married or not, without children; "
    "measured",
    "partner_with_children: share that lives with a partner, married or not, and children; "
    "measured",
    "single_parent: share that is a parent without a partner in the household; measured",
    "other: the rest, who live with others in another way, and what is not covered; measured",
)

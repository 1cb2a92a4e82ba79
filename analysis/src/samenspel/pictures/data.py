"""What pictures take from a run: an outcome by replicate and month, with its name and unit."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import xarray as xr

from samenspel.pairs import Array, scenario_names
from samenspel.runs import Run
from samenspel.words import LANGUAGES, number, say

_UNITS = {
    "1": "",
    "%": "picture.unit.percent",
    "points": "picture.unit.points",
    "1/month": "unit.per_month",
    "1/year": "unit.per_year",
    "1/1000": "unit.per_1000",
    "1/1000 residents": "unit.per_1000",
    "hour": "unit.hours",
    "hour/month": "unit.hours_month",
    "hour/week": "unit.hours_week",
    "euro/month": "unit.euro_month",
    "euro": "unit.euro",
    "euro/hour": "unit.euro_hour",
    "euro/year": "unit.euro_year",
    "month": "unit.month",
    "year": "unit.year",
}


@dataclass(frozen=True)
class Outcome:
    """One outcome of one scenario, in the unit in which it is drawn: shares in per cent.

    `values` is (replicate, month); `years` are the months in decimals, 2015.0 for January 2015;
    `place` says what was chosen on other axes, such as ``{"domain": "care"}``; `names` are what
    it is called, by language, with what was chosen.
    """

    variable: str
    unit: str
    scenario: str
    place: Mapping[str, str]
    names: Mapping[str, str]
    values: Array
    months: Array
    years: Array

    @property
    def runs(self) -> int:
        """How many replicates there are."""
        return int(self.values.shape[0])

    def over(self, window: int) -> Outcome:
        """Return means over so many months up to each, from the first month that has as many."""
        if not 1 <= window <= self.months.size:
            raise ValueError(f"window {window}: the run has {self.months.size} months")
        if window == 1:
            return self
        sums = np.cumsum(np.pad(self.values, ((0, 0), (1, 0))), axis=1)
        return replace(
            self,
            values=(sums[:, window:] - sums[:, :-window]) / window,
            months=self.months[window - 1 :],
            years=self.years[window - 1 :],
        )

    def name(self, lang: str) -> str:
        """Return what it is called, with what was chosen: "share waiting: care"."""
        return self.names[lang]

    def heading(self, lang: str, unit: str | None = None) -> str:
        """Return its name with its unit, as it stands above a panel."""
        words = unit_in_words(unit or self.unit, lang)
        return capital(self.name(lang)) + (f", {words}" if words else "")

    def row(self, value: float, **of: object) -> dict[str, object]:
        """Return the row of a table for a number that is drawn."""
        return {
            "variable": self.variable,
            "unit": self.unit,
            "value": float(value),
            "scenario": self.scenario,
            **self.place,
            **of,
        }

    def month_rows(self, statistic: str, values: Array) -> list[dict[str, object]]:
        """Return a row for each month."""
        return [
            self.row(value, statistic=statistic, month=int(month))
            for month, value in zip(self.months, values, strict=True)
        ]


def outcome(run: Run, variable: str, scenario: str | None = None, **place: str) -> Outcome:
    """Return an outcome of a run.

    `place` chooses on its other axes, as ``domain="care"``; an axis of length one needs no choice.
    Without `scenario` it is the first of the file. Raises `ValueError` where something is missing.
    """
    whole = known(run, variable)
    name = scenario_name(run, scenario)
    found = whole.sel(scenario=name) if "scenario" in whole.dims else whole
    found = at_one_place(found, place)
    unit = drawn_unit(whole)
    values = np.asarray(found.transpose("replicate", "month").values, dtype=float)
    return Outcome(
        variable=variable,
        unit=unit,
        scenario=name,
        place=place,
        names={lang: name_at(run.series, variable, place, lang) for lang in LANGUAGES},
        values=values * (100.0 if unit == "%" else 1.0),
        months=np.asarray(found["month"].values),
        years=years(found),
    )


def at_one_place(values: xr.DataArray, place: Mapping[str, str]) -> xr.DataArray:
    """Return values at one place of each axis but scenario, replicate, statistic and month.

    Raises `ValueError` where a place is not there, or where one must be chosen.
    """
    for axis, value in place.items():
        if axis not in values.dims:
            raise ValueError(f"{values.name} has no axis {axis}")
        if value not in values[axis].values.tolist():
            raise ValueError(f"{values.name} has no {axis} {value!r}; it has {_some(values[axis])}")
        values = values.sel({axis: value})
    for axis in values.dims:
        if axis in ("scenario", "replicate", "statistic", "month"):
            continue
        if values.sizes[axis] != 1:
            raise ValueError(
                f"{values.name} has {values.sizes[axis]} places on the axis {axis}: choose one of "
                f"{_some(values[axis])}"
            )
        values = values.squeeze(axis)
    return values


def name_at(dataset: xr.Dataset, variable: str, place: Mapping[str, str], lang: str) -> str:
    """Return the name of a variable at a place: "share waiting: care"."""
    name = name_of(dataset[variable], lang)
    if not place:
        return name
    head, _, tail = name.rpartition(", ")
    if head and tail.startswith(("by ", "per ")):
        name = head
    chosen = ", ".join(label(dataset, axis, value, lang) for axis, value in place.items())
    return f"{name}: {chosen}"


def known(run: Run, variable: str) -> xr.DataArray:
    """Return a variable of the series, or raise `ValueError` that says that it is not there."""
    if "series" not in run.groups:
        raise ValueError(f"{run.path.name}: holds no series, so no {variable}")
    if variable not in run.series.data_vars:
        raise ValueError(
            f"{run.path.name}: holds no {variable}; `samenspel variables` lists what a run can hold"
        )
    return run.series[variable]


def scenario_name(run: Run, scenario: str | None) -> str:
    """Return the named scenario, or the first; raise `ValueError` if there is none of that name."""
    names = scenario_names(run)
    if scenario is None:
        return names[0]
    if scenario not in names:
        raise ValueError(f"no scenario {scenario!r}; there are {', '.join(names)}")
    return scenario


def scenario_title(run: Run, scenario: str | None, lang: str) -> str:
    """Return the title of a scenario in a language, else its name."""
    name = scenario_name(run, scenario)
    if "scenarios" not in run.groups or name not in run.scenarios.index:
        return name
    row = run.scenarios.loc[name]
    titles = [row.get("title_nl", "") if lang == "nl" else "", row.get("title", "")]
    return next((str(title) for title in titles if title), name)


def label(dataset: xr.Dataset, axis: str, value: str, lang: str) -> str:
    """Return what people call a place on an axis: "zorg", or "care"."""
    names = f"{axis}_name"
    # The names of places are the same in every language; those of other axes are Dutch.
    if names in dataset and (lang == "nl" or axis in ("neighbourhood", "municipality")):
        return str(dataset[names].sel({axis: value}).values)
    return value.replace("_", " ")


def _some(axis: xr.DataArray) -> str:
    values = [str(value) for value in axis.values.tolist()]
    return ", ".join(values[:8]) + (", …" if len(values) > 8 else "")


def years(values: xr.DataArray | xr.Dataset) -> Array:
    """Return the months as years in decimals: 2015.0 for January 2015."""
    if "date" not in values.coords:
        raise ValueError("the months of this file have no calendar")
    dates = values["date"].dt
    return np.asarray(dates.year + (dates.month - 1) / 12, dtype=float)


def name_of(values: xr.DataArray, lang: str) -> str:
    """Return the name of a variable for people, as the file has it."""
    english = str(values.attrs.get("long_name", values.name))
    return str(values.attrs.get("long_name_nl", english)) if lang == "nl" else english


def drawn_unit(values: xr.DataArray) -> str:
    """Return the unit in which a variable is drawn: per cent for shares, else that of the file."""
    unit = str(values.attrs.get("units", "1"))
    return "%" if unit == "1" and "share" in str(values.name).split("_") else unit


def unit_in_words(unit: str, lang: str) -> str:
    """Return a unit as people write it; nothing for a plain number."""
    key = _UNITS.get(unit)
    return unit if key is None else say(key, lang) if key else ""


def quantiles(values: Array, shares: Sequence[float]) -> Array:
    """Return quantiles over replicates: (share, month), NaN where no replicate has a number."""
    there = np.isfinite(values).any(axis=0)
    found = np.full((len(shares), values.shape[1]), np.nan)
    if there.any():
        found[:, there] = np.nanquantile(values[:, there], shares, axis=0)
    return found


def digits_apart(values: Array) -> int:
    """Return how many decimals tell the values of a picture apart."""
    span = float(np.nanmax(values) - np.nanmin(values))
    return min(max(round(-math.log10(span / 20)), 0), 5) if span > 0 else 2


def in_words(
    value: float,
    unit: str,
    lang: str,
    sign: bool = False,
    digits: int | None = None,
    bare: bool = False,
) -> str:
    """Return a number with its unit, with as many digits as one reads, or as are asked for.

    It is `bare` of its unit where the next number has it: "3.1 to 3.6 hours a month".
    """
    plus = "+" if sign else ""
    most = 1 if unit in ("%", "points") else 4
    size = abs(float(value))
    if digits is None and size >= 10 and (sign or unit == "points"):
        digits = 1 if size < 100 else 0
    elif digits is None:
        digits = min(max(1 - math.floor(math.log10(size)), 0), most) if size > 0 else 0
    text = number(float(value), lang, f"{plus},.{digits}f")
    words = unit_in_words(unit, lang)
    if unit == "%":
        return f"{text}%"
    return f"{text} {words}" if words and not bare else text


def capital(text: str) -> str:
    """Return a text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def runs_in_words(count: int, lang: str) -> str:
    """Return how many runs a picture stands on."""
    return say("picture.runs", lang, count=count)


def window_in_words(window: int, lang: str) -> str:
    """Return a sentence on the months that each point is the mean of; nothing for one month."""
    return " " + say("picture.window", lang, count=window) if window > 1 else ""


def month_in_words(year: float, lang: str) -> str:
    """Return a month that is given as a year in decimals: "March 2018"."""
    whole = int(np.floor(year + 1e-6))
    month = int(round((year - whole) * 12))
    return f"{say('picture.months', lang).split()[month]} {whole}"

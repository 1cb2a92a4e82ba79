"""What a report stands on: one scenario held against another, or against its own first year.

Differences are paired: replicate r of both meets the same chances, so the difference of the two is
taken in each replicate, and then summarized over replicates.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import xarray as xr

from samenspel.pairs import Array, half_width
from samenspel.runs import Run

Read = Callable[..., Array]

YEARS = (1, 3, 10, 15)
"""The years that a report shows, as far as a run goes; its last year comes beside them."""


SMALLEST = {"percent": 0.0005, "index": 0.0005, "money": 0.5, "hours": 0.5, "rate": 0.05}
"""The least difference that counts, by kind: what rounds to something."""


class NotShownError(ValueError):
    """Something that a report cannot show; the message is a text for people."""


@dataclass(frozen=True)
class Stretch:
    """Months that are taken together: `count` of them from `first`, which counts from 0."""

    first: int
    count: int

    @property
    def last(self) -> int:
        """The last month, from 0."""
        return self.first + self.count - 1

    @property
    def year(self) -> int:
        """The year of the run that it ends in, from 1."""
        return self.last // 12 + 1

    @property
    def text(self) -> str:
        """Its months as a reader counts them, from 1: "109–120"."""
        return f"{self.first + 1}–{self.last + 1}" if self.count > 1 else f"{self.first + 1}"


@dataclass(frozen=True)
class Quantity:
    """Something that a report gives numbers of: a variable of the file, or made of several.

    `compute` takes a function that reads a variable as (replicate, month), and gives the same;
    with `divisor` the quantity is the mean of the one over months, divided by that of the other.
    `kind` says how it is written: percent, index, count, money, hours, rate, months.
    """

    key: str
    variables: tuple[str, ...]
    kind: str
    compute: Callable[[Read], Array]
    formula: str
    better: int = 0
    place: Mapping[str, str] = field(default_factory=dict)
    divisor: Callable[[Read], Array] | None = None

    def over(self, read: Read, stretch: Stretch) -> Array:
        """Return the quantity over a stretch of months, by replicate."""
        whole = _mean(self.compute(read), stretch)
        if self.divisor is None:
            return whole
        by = _mean(self.divisor(read), stretch)
        return np.divide(whole, by, out=np.full_like(whole, np.nan), where=by != 0)


@dataclass(frozen=True)
class Measured:
    """A quantity over a stretch of months, in both scenarios, and the paired difference.

    `baseline`, `value` and `difference` are means over `pairs` replicates, of which `above` have a
    difference above zero and `below` one below (-1: not known); `low` and `high` end the 95%
    interval of the mean difference (Student's t), NaN with one pair. Levels that are not known are
    NaN.
    """

    quantity: Quantity
    stretch: Stretch
    baseline: float
    value: float
    difference: float
    low: float
    high: float
    above: int
    below: int
    pairs: int

    @property
    def clear(self) -> int:
        """1 or -1 where all of the interval is above or below zero, else 0.

        A difference that is nothing in the digits that people read is not clear either.
        """
        if abs(self.difference) < SMALLEST.get(self.quantity.kind, 0.0):
            return 0
        if self.low > 0:
            return 1
        return -1 if self.high < 0 else 0

    @property
    def gain(self) -> int:
        """1 where this is clearly better for the people it is about, -1 where worse, else 0."""
        return self.clear * self.quantity.better

    @property
    def agreeing(self) -> int:
        """How many replicates have a difference in the direction of the mean."""
        return self.above if self.difference > 0 else self.below if self.difference < 0 else 0

    @property
    def has_levels(self) -> bool:
        """Whether the levels are known, not the difference alone."""
        return math.isfinite(self.value)


def paired(baseline: Array, value: Array) -> dict[str, Any]:
    """Return mean levels, mean difference with its 95% interval, and how many are above and below.

    Both are (replicate); pairs of which either is no number do not count.
    """
    known = np.isfinite(baseline) & np.isfinite(value)
    baseline, value = baseline[known], value[known]
    difference = value - baseline
    pairs = int(difference.size)
    if pairs == 0:
        raise NotShownError("no replicate has a number")
    mean = float(difference.mean())
    half = float(half_width(difference))
    return {
        "baseline": float(baseline.mean()),
        "value": float(value.mean()),
        "difference": mean,
        "low": mean - half,
        "high": mean + half,
        "above": int((difference > 0).sum()),
        "below": int((difference < 0).sum()),
        "pairs": pairs,
    }


def kind_of(values: xr.DataArray) -> str:
    """Return how a variable is written, by its unit and name."""
    unit = str(values.attrs.get("units", "1"))
    name = str(values.name)
    if unit == "1":
        if "share" in name.split("_"):
            return "percent"
        counts = ("residents", "institutions", "entrepreneurs", "initiatives", "need_cases")
        if name.startswith((*counts, "needs_ended", "places_filled", "conversations")):
            return "count"
        return "index"
    if unit.startswith("euro"):
        return "money"
    return {"hour/month": "hours", "1/1000": "rate", "month": "months"}.get(unit, "count")


@dataclass
class Evidence:
    """One scenario of a run beside its baseline.

    `baseline` is the same run where the file holds both, or another file on the same seed. With
    `own_start` the baseline is the first year of the scenario itself.
    """

    run: Run
    scenario: str
    base_run: Run
    base_scenario: str
    own_start: bool
    municipality: str
    _read: dict[tuple[bool, str], xr.DataArray] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        one, other = self.series, self.base_series
        self.months = min(one.sizes["month"], other.sizes["month"])
        self.replicates = min(one.sizes.get("replicate", 1), other.sizes.get("replicate", 1))

    @property
    def series(self) -> xr.Dataset:
        """What was measured of the scenario."""
        return self.run.series

    @property
    def base_series(self) -> xr.Dataset:
        """What was measured of the baseline."""
        return self.base_run.series

    @property
    def here(self) -> dict[str, str]:
        """The municipality, for pictures of a file that has several."""
        several = self.series.sizes["municipality"] > 1
        return {"municipality": self.municipality} if several else {}

    @property
    def start(self) -> Stretch:
        """What a scenario is held against that has no other: its first year."""
        return Stretch(0, 12 if self.months >= 24 else max(1, self.months // 2))

    @property
    def stretches(self) -> list[Stretch]:
        """The years that are shown, each of the months that end it; the last one is of the run."""
        ends = [12 * year for year in YEARS if 12 * year < self.months] + [self.months]
        return [Stretch(max(0, end - 12), min(end, 12)) for end in ends]

    @property
    def last(self) -> Stretch:
        """The last year of the run."""
        return self.stretches[-1]

    def has(self, *variables: str) -> bool:
        """Return whether both files hold these variables."""
        return all(v in self.series and v in self.base_series for v in variables)

    def places(self, variable: str) -> list[tuple[str, str]]:
        """Return the places of a variable on its own axes; neighbourhoods of this municipality."""
        usual = ("scenario", "replicate", "statistic", "month", "municipality")
        axes = [str(axis) for axis in self.series[variable].dims if axis not in usual]
        found = [(axis, str(at)) for axis in axes for at in self.series[axis].values]
        areas = self.series.get("neighbourhood_municipality")
        if not self.here or areas is None:
            return found
        own = areas["neighbourhood"].values[areas.values == self.municipality]
        return [(axis, at) for axis, at in found if axis != "neighbourhood" or at in own]

    def quantity(self, variable: str, **place: str) -> Quantity:
        """Return a variable of the file as a quantity, at a place on its other axes."""
        if not self.has(variable):
            raise NotShownError(variable)
        own = self.series[variable]
        return Quantity(
            key=variable,
            variables=(variable,),
            kind=kind_of(own),
            compute=lambda read: read(variable, **place),
            formula=variable,
            better=self.better(variable),
            place=place,
        )

    def better(self, variable: str) -> int:
        """Return 1 where more of a variable is better for people, -1 where less, 0 unknown."""
        own = self.series[variable]
        headline = variable.split("_by_")[0]
        if headline in self.series:
            own = self.series[headline]
        return int(own.attrs.get("better", _BETTER.get(headline, 0)))

    def reader(self, baseline: bool) -> Read:
        """Return a function that reads variables of one side, as (replicate, month, …)."""
        series = self.base_series if baseline else self.series
        scenario = self.base_scenario if baseline else self.scenario

        def read(variable: str, **place: str) -> Array:
            if variable not in series:
                raise NotShownError(variable)
            if (baseline, variable) not in self._read:
                found = series[variable].sel(scenario=scenario)
                if "municipality" in found.dims:
                    found = found.sel(municipality=self.municipality)
                found = found.isel(replicate=slice(0, self.replicates))
                self._read[baseline, variable] = found.isel(month=slice(0, self.months)).load()
            return np.asarray(self._read[baseline, variable].sel(**place).values, dtype=float)

        return read

    def measured(self, quantity: Quantity, stretch: Stretch) -> Measured:
        """Measure a quantity over a stretch of months."""
        if not self.has(*quantity.variables):
            raise NotShownError(next(v for v in quantity.variables if not self.has(v)))
        value = quantity.over(self.reader(False), stretch)
        before = self.start if self.own_start else stretch
        base = quantity.over(self.reader(not self.own_start), before)
        return Measured(quantity=quantity, stretch=stretch, **paired(base, value))


# Files of before a variable said so itself.
_BETTER = {
    "needy_share": -1,
    "self_reliance_mean": 1,
    "self_reliance_gap": -1,
    "trust_mean": 1,
    "strain_mean": -1,
    "need_share": -1,
    "unmet_hours": -1,
    "unmet_share": -1,
    "waiting_share": -1,
    "effectiveness": 1,
}


def _mean(values: Array, stretch: Stretch) -> Array:
    return np.asarray(values[:, stretch.first : stretch.last + 1].mean(axis=1))

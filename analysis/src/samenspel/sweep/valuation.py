"""What expressions come to: the same functions as in the program, on whole files at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import xarray as xr

from samenspel.sweep.expression import (
    SCENARIO_OR_EXPRESSION,
    Array,
    ExpressionError,
    Node,
    Test,
    parse,
)


@dataclass(frozen=True)
class _Grid:
    """Numbers by run, month and place: shape (…, months, places)."""

    values: Array

    @property
    def months(self) -> int:
        return int(self.values.shape[-2])

    @property
    def places(self) -> int:
        return int(self.values.shape[-1])


@dataclass(frozen=True)
class _Valuation:
    text: str
    sources: Mapping[str, xr.Dataset]
    runs: tuple[str, ...]

    def source(self, scenario: str) -> xr.Dataset:
        if scenario in self.sources:
            return self.sources[scenario]
        named = ", ".join(repr(name) for name in self.sources if name) or "none"
        raise ExpressionError(
            f"{self.text}: no scenario {scenario!r} here; beside the file itself there are {named}"
        )

    def variable(self, node: Node, scenario: str, time: tuple[str, str] | None) -> _Grid:
        dataset = self.source(scenario)
        if node.name not in dataset or "month" not in dataset[node.name].dims:
            found = [str(n) for n, v in dataset.data_vars.items() if "month" in v.dims]
            there = ", ".join(found) or "none"
            raise ExpressionError(f"no outcome {node.name!r} in this file; there are {there}")
        array = dataset[node.name]
        axes = [str(d) for d in array.dims if d not in self.runs and d != "month"]
        for place in node.where:
            axis = next((a for a in axes if place in array[a].values.astype(str)), None)
            if axis is None:
                labels = {a: ", ".join(array[a].values.astype(str)[:12]) for a in axes}
                raise ExpressionError(f"{node.name} has no place {place!r}; it has {labels}")
            array = array.isel({axis: [array[axis].values.astype(str).tolist().index(place)]})
        array = array.transpose(*self.runs, "month", *axes).isel(month=_span(array, time))
        values = array.values.astype(np.float64)
        shape = (*values.shape[: len(self.runs) + 1], -1)
        return _Grid(values.reshape(shape))

    def value(self, node: Node, scenario: str, time: tuple[str, str] | None) -> _Grid:
        time = node.time or time
        if node.first is None:
            return self.variable(node, scenario, time)
        named = node.scenario or scenario
        if node.name not in SCENARIO_OR_EXPRESSION:
            return self.reduce(node, self.value(node.first, named, time))
        one = self.value(node.first, scenario, time)
        other = self.value(node.second or node.first, named, time)
        return self.combine(node, one, other)

    def combine(self, node: Node, one: _Grid, other: _Grid) -> _Grid:
        if 1 < one.months != other.months > 1 or 1 < one.places != other.places > 1:
            raise ExpressionError(f"{self.text}: {node.name} of different months or places")
        a, b = one.values, other.values
        # Files that were extended differ in length: what both have is compared.
        both = tuple(slice(min(p, q)) for p, q in zip(a.shape[:-2], b.shape[:-2], strict=True))
        a, b = a[both], b[both]
        if node.name == "diff":
            return _Grid(a - b)
        if node.name != "ratio":
            return _Grid(np.maximum(a, b) if node.name == "max" else np.minimum(a, b))
        with np.errstate(divide="ignore", invalid="ignore"):
            return _Grid(np.where(b != 0, a / np.where(b != 0, b, 1), np.nan))

    def reduce(self, node: Node, grid: _Grid) -> _Grid:
        values = grid.values
        if node.name in ("mean", "sum"):
            found = values.sum(axis=(-2, -1))
            return _number(found / (grid.months * grid.places) if node.name == "mean" else found)
        if node.name == "share":
            unknown = np.isnan(values).any(axis=(-2, -1))
            return _number(np.where(unknown, np.nan, (values > node.number).mean(axis=(-2, -1))))
        if node.name == "sd":
            return _spread(grid)
        if node.name == "slope":
            return _slope(grid)
        if node.name == "abs":
            return _Grid(np.abs(values))
        if node.name == "settles":
            return _number(_settled(self.one_place(node, grid), np.float64(node.number)))
        if node.name == "half_life":
            one = self.one_place(node, grid)
            half = np.abs(one[..., :1]) / 2
            return _number(np.where(half[..., 0] > 0, _settled(one, half), np.nan))
        raise ExpressionError(f"{self.text}: {node.name} looks at all runs, here each has its own")

    def one_place(self, node: Node, grid: _Grid) -> Array:
        if grid.places > 1:
            raise ExpressionError(f"{self.text}: {node.name} is of one place: several are left")
        return grid.values[..., 0]


def _number(values: Array) -> _Grid:
    return _Grid(values[..., None, None])


def _spread(grid: _Grid) -> _Grid:
    axis = -1 if grid.places > 1 else -2
    if grid.values.shape[axis] < 2:
        return _Grid(np.full_like(grid.values.sum(axis=axis, keepdims=True), np.nan))
    return _Grid(grid.values.std(axis=axis, ddof=1, keepdims=True))


def _slope(grid: _Grid) -> _Grid:
    """Rise a year of the line of least squares."""
    months = np.arange(grid.months) - (grid.months - 1) / 2
    squares = (months**2).sum() or np.nan
    return _Grid(12 * (grid.values * months[:, None]).sum(axis=-2, keepdims=True) / squares)


def _settled(values: Array, below: Array) -> Array:
    """Months until the size is below a number for good: shape (…, months) to (…)."""
    large = ~(np.abs(values) < below)
    months = values.shape[-1]
    last = months - np.argmax(large[..., ::-1], axis=-1)
    found = np.where(large.any(axis=-1), last, 0).astype(np.float64)
    return np.where(np.isnan(values).any(axis=-1), np.nan, found)


def _months_from(start: str, moment: str, end: bool) -> int:
    year, month = (int(part) for part in (moment + ("-12" if end else "-01"))[:7].split("-"))
    return 12 * (year - int(start[:4])) + month - int(start[5:7])


def _span(array: xr.DataArray, time: tuple[str, str] | None) -> slice:
    """Return which months a time is, by position."""
    months = array.sizes["month"]
    if time is None:
        return slice(0, months)
    start = str(array["month"].attrs.get("calendar_start", ""))
    if not re.match(r"\d{4}-\d{2}", start):
        raise ExpressionError(f"{array.name}: the file does not say in which month it begins")
    first, last = _months_from(start, time[0], False), _months_from(start, time[1], True)
    if last < first or first < 0 or last >= months:
        end = np.datetime64(start[:7], "M") + (months - 1)
        raise ExpressionError(
            f"@{'..'.join(dict.fromkeys(time))}: not within the run, which is {start[:7]} to {end}"
        )
    return slice(first, last + 1)


def value(
    test: Test | str, sources: Mapping[str, xr.Dataset], runs: tuple[str, ...]
) -> xr.DataArray:
    """Value an expression in every run.

    Parameters
    ----------
    test
        The expression; a comparison after it is left out of account.
    sources
        Series by scenario: "" is the one that a variable is seen in by itself. Every variable has
        the axes `runs`, month, and at most two of places.
    runs
        The axes by which runs are told apart, such as ``("point", "replicate")``.

    Returns
    -------
    xarray.DataArray
        float64 on the axes `runs`, without a unit of its own; NaN where a run did not finish.
    """
    test = parse(test) if isinstance(test, str) else test
    valuation = _Valuation(test.text, sources, runs)
    found = valuation.value(test.root, "", None)
    if found.places > 1 or found.months > 1:
        what = "places" if found.places > 1 else "months"
        raise ExpressionError(
            f"{test.text}: several {what} are left where one number a run is expected: take the "
            "mean(…), name one [place], or a time as in @2025"
        )
    values = found.values[..., 0, 0]
    own = valuation.source("")
    coordinates = {
        r: own[r].values[:n] for r, n in zip(runs, values.shape, strict=True) if r in own.coords
    }
    return xr.DataArray(
        values, dims=runs, coords=coordinates, name="outcome", attrs={"expression": test.text}
    )

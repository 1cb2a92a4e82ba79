"""Which one or two knobs do most in which place: a sweep over knobs, of several municipalities."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from samenspel.pairs import half_width
from samenspel.sweep.file import Sweep
from samenspel.sweep.needs import Floats, SweepError


@dataclass(frozen=True)
class Best:
    """The best of some settings at one place, by the mean over replicates."""

    knobs: tuple[str, ...]
    effect: float
    """Against every knob in the middle: the mean over replicates of the ratio, less 1."""
    low: float
    high: float
    """95% interval over the paired replicates (Student's t)."""
    not_told_apart: tuple[tuple[str, ...], ...]
    """Settings whose difference from the best has an interval that holds 0."""


def best_by_place(sweep: Sweep, outcome: str, *, more_is_better: bool = True) -> pd.DataFrame:
    """Return for each municipality which one, and which two knobs do most.

    Parameters
    ----------
    sweep
        A sweep whose design is a table of knobs: one point with all in the middle, points with one
        knob turned up, and points with two.
    outcome
        An expression with ``{place}`` where the municipality goes, such as
        ``ratio(sum(needs_ended[{place}]), sum(spending[{place}]))@2017..2024``.
    more_is_better
        False where a small outcome is the best.

    Returns
    -------
    pandas.DataFrame
        A row a municipality (its name), with a `Best` in each of the columns `one`, `two` and
        `all`.
    """
    series = sweep.series
    if "municipality" not in series.coords:
        raise SweepError(f"{sweep.path.name}: no outcome by municipality")
    codes = series["municipality"].values.astype(str)
    names = (
        series["municipality_name"].values.astype(str) if "municipality_name" in series else codes
    )
    turned = _turned(sweep)
    rows = {}
    for code, name in zip(codes, names, strict=True):
        values = np.asarray(
            sweep.outcome(outcome.replace("{place}", code)).values, dtype=np.float64
        )
        whole = ~np.isnan(values).any(axis=0)
        if whole.sum() < 2:
            raise SweepError(f"{sweep.path.name}: fewer than two replicates of every point ran")
        rows[name] = {
            word: _best(values[:, whole], turned, count, more_is_better)
            for word, count in (("one", 1), ("two", 2), ("all", len(sweep.factors)))
        }
    table = pd.DataFrame.from_dict(rows, orient="index").rename_axis("place")
    table.attrs = {"replicates": int(whole.sum()), "outcome": outcome}
    return table


def _turned(sweep: Sweep) -> list[tuple[str, ...]]:
    """Return which knobs each point turns up: those above their value where none is."""
    knobs = sweep.design[list(sweep.factors.index)]
    middle = knobs.min()
    paths = sweep.factors["path"].str.removeprefix("knobs.")
    found = [tuple(paths[n] for n in knobs if row[n] > middle[n]) for _, row in knobs.iterrows()]
    if () not in found:
        raise SweepError(f"{sweep.path.name}: no point has every knob at its lowest value")
    return found


def _best(values: Floats, turned: list[tuple[str, ...]], count: int, more: bool) -> Best:
    """Return the best of the points with `count` knobs turned; `values` is (points, replicates)."""
    base = values[turned.index(())]
    effects = {knobs: values[i] / base - 1 for i, knobs in enumerate(turned) if len(knobs) == count}
    if not effects:
        raise SweepError(f"no point turns {count} knobs")
    order = sorted(effects, key=lambda knobs: float(effects[knobs].mean()), reverse=more)
    first = effects[order[0]]
    low, high = _interval(first)
    near = []
    for other in order[1:]:
        below, above = _interval(first - effects[other])
        if below <= 0 <= above:
            near.append(other)
    return Best(order[0], float(first.mean()), low, high, tuple(near))


def _interval(values: Floats) -> tuple[float, float]:
    mean, half = float(values.mean()), float(half_width(values))
    return mean - half, mean + half

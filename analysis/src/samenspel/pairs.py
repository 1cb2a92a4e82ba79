"""Runs in pairs: two scenarios on the same chances, replicate by replicate.

`compare` gives the differences themselves, `statistics` what they come to, `tidy` a table of
either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
import xarray as xr

from samenspel.runs import Run

Array = np.ndarray[Any, Any]

_QUANTILES = {"q05": 0.05, "q25": 0.25, "q50": 0.5, "q75": 0.75, "q95": 0.95}


def compare(
    run: Run,
    baseline: str | Run | None = None,
    scenario: str | None = None,
    variables: Sequence[str] | None = None,
) -> xr.Dataset:
    """Return what a scenario changes: its series less those of the baseline, pair by pair.

    `baseline` is a scenario of the same file or another run on the same seed; without it, and
    without `scenario`, the two that the file suggests. `variables` are all that both have, where
    none are named. The dataset is on (replicate, month[, municipality | domain | …]), in the units
    of the series; replicates and months are those that both have, and what one of the two does not
    have at a place (an organisation that is not there) is NaN. Organisations are left out: they are
    others in each scenario. Raises `ValueError` where there are no pairs.
    """
    if isinstance(baseline, Run):
        check_pairs(run, baseline)
        ours, theirs = (_scenario(each, name) for each, name in ((run, scenario), (baseline, None)))
        other = baseline
    else:
        ours, theirs = pair_of(run, baseline, scenario)
        other = run
    one, base = run.series.sel(scenario=ours), other.series.sel(scenario=theirs)
    names = _names(one, base, variables)
    one, base = (each[names].drop_vars("scenario") for each in (one, base))
    with xr.set_options(keep_attrs=True):
        differences = one - base
    return differences.assign_attrs(scenario=ours, baseline=theirs)


def statistics(differences: xr.Dataset) -> xr.Dataset:
    """Return what pairs come to, on (statistic, month[, …]): as ``samenspel compare`` writes it.

    `mean`; `low` and `high`, the 95% interval of the mean by Student's t, NaN with one pair;
    `above_zero`, the share of pairs above zero; and the quantiles `q05`, `q25`, `q50`, `q75` and
    `q95`. Where not every pair has a number, those that have count.
    """
    with xr.set_options(keep_attrs=True):
        count = differences.notnull().sum("replicate")
        mean = differences.mean("replicate")
        half = differences.std("replicate", ddof=1) / np.sqrt(count)
        half = half * xr.apply_ufunc(np.vectorize(student, otypes=[float]), count)
        above = (differences > 0).sum("replicate") / count.where(count > 0)
        parts = {"mean": mean, "low": mean - half, "high": mean + half, "above_zero": above}
        for name, share in _QUANTILES.items():
            parts[name] = differences.quantile(share, "replicate").drop_vars("quantile")
        return xr.concat(parts.values(), pd.Index(list(parts), name="statistic"))


def tidy(dataset: xr.Dataset) -> pd.DataFrame:
    """Return a table with a row a number: `variable`, `unit`, a column an axis, `date`, `value`.

    It takes any dataset of this package: `Run.series`, `Sweep.data`, what `compare` and
    `statistics` give. An axis that a variable does not have is empty; numbers that are missing are
    left out. ``tidy(…).to_csv("table.csv", index=False)`` writes it.
    """
    axes = [str(axis) for axis in dataset.sizes]
    tables = []
    for name, values in dataset.data_vars.items():
        table = values.rename("value").to_dataframe().reset_index()
        table["variable"], table["unit"] = name, values.attrs.get("units", "")
        tables.append(table[table["value"].notna()])
    if not tables:
        raise ValueError("the dataset has no variables")
    whole = pd.concat(tables, ignore_index=True)
    columns = ["variable", "unit", *axes, "date", "value"]
    return whole[[column for column in columns if column in whole]]


def _names(one: xr.Dataset, base: xr.Dataset, asked: Sequence[str] | None) -> list[str]:
    both = [
        str(name)
        for name in one.data_vars
        if name in base.data_vars
        and "organisation" not in one[name].dims
        and {"replicate", "month"} <= set(one[name].dims)
        and np.issubdtype(one[name].dtype, np.number)
    ]
    for name in asked or ():
        if name not in both:
            raise ValueError(f"both have no variable {name!r}, or it is by organisation")
    return both if asked is None else list(asked)


def _scenario(run: Run, scenario: str | None) -> str:
    names = scenario_names(run)
    if scenario is not None and scenario not in names:
        raise ValueError(f"no scenario {scenario!r}; there are {', '.join(names)}")
    return names[0] if scenario is None else scenario


def scenario_names(run: Run) -> list[str]:
    """Return the scenarios of a file, by the names on its axes."""
    if "series" not in run.groups:
        raise ValueError(f"{run.path.name}: holds no series")
    return [str(name) for name in run.series["scenario"].values.tolist()]


def pair_of(run: Run, baseline: str | None, scenario: str | None) -> tuple[str, str]:
    """Return the names of a scenario and of its baseline in one file."""
    names = scenario_names(run)
    if len(names) < 2:
        raise ValueError(
            f"{run.path.name}: holds one scenario, so there is nothing to compare it with; give "
            "the baseline as another run, or draw the file of `samenspel compare`"
        )
    for name in (baseline, scenario):
        if name is not None and name not in names:
            raise ValueError(f"no scenario {name!r}; there are {', '.join(names)}")
    if baseline is None:
        others = [name for name in names if name != scenario]
        baseline = "baseline" if "baseline" in others else others[min(scenario is None, 1)]
    if scenario is None:
        scenario = next(name for name in names if name != baseline)
    if scenario == baseline:
        raise ValueError(f"{scenario} would be compared with itself")
    return scenario, baseline


def check_pairs(run: Run, base: Run) -> None:
    """Refuse two files that are no pairs: of other seeds, places or first months."""
    seeds = [int(r.runs["seed"].iloc[0]) for r in (run, base)]
    if seeds[0] != seeds[1]:
        raise ValueError(
            f"{base.path}: seed {seeds[1]}, where {run.path} has {seeds[0]}: only runs of one "
            "seed are pairs"
        )
    for axis in ("municipality", "neighbourhood"):
        one, other = run.series.coords.get(axis), base.series.coords.get(axis)
        if one is not None and other is not None and one.values.tolist() != other.values.tolist():
            raise ValueError(f"{base.path}: of another {axis} than {run.path}: no pairs")
    scales = [scale(r) for r in (run, base)]
    if scales[0] != scales[1]:
        raise ValueError(
            f"{base.path}: {scales[1]:g} of the households, where {run.path} has {scales[0]:g} "
            "(place.scale): no pairs"
        )
    starts = [str(r.series["month"].attrs.get("calendar_start")) for r in (run, base)]
    if starts[0] != starts[1]:
        raise ValueError(f"{base.path}: begins in {starts[1]}, where {run.path} in {starts[0]}")


def scale(run: Run) -> float:
    """Return which share of the households of the place was run."""
    if "scenarios" not in run.groups:
        return 1.0
    found = re.search(r"^place\.scale: ([0-9.e-]+)$", str(run.scenarios["resolved"].iloc[0]), re.M)
    return float(found[1]) if found else 1.0


def half_width(values: Array, axis: int = 0) -> Array:
    """Return half the 95% interval of a mean along an axis, by Student's t; NaN of one value."""
    count = values.shape[axis]
    if count < 2:
        return np.full(np.delete(values.shape, axis), np.nan)
    return np.asarray(student(count) * values.std(axis=axis, ddof=1) / np.sqrt(count))


@lru_cache(maxsize=256)
def student(pairs: int) -> float:
    """Return the half width of a 95% interval of a mean, in standard errors, of so many values.

    It is the 0.975 quantile of Student's t with one degree of freedom less.
    """
    freedom = pairs - 1
    if freedom < 1:
        return float("nan")
    low, high = 1.0, 20.0
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if _share_within(middle, freedom) < 0.95 else (low, middle)
    return high


def _share_within(t: float, freedom: int) -> float:
    """Return the share of Student's t between -t and t (Abramowitz and Stegun 26.7.3, 26.7.4)."""
    angle = np.arctan(t / np.sqrt(freedom))
    cosine, sine = float(np.cos(angle)), float(np.sin(angle))
    odd = freedom % 2
    term = total = cosine if odd else 1.0
    for k in range(1 + odd, freedom - 2, 2):
        term *= cosine**2 * k / (k + 1)
        total += term
    if not odd:
        return sine * total
    return float(2 / np.pi * (angle + (sine * total if freedom > 1 else 0.0)))

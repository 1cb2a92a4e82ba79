"""The numbers of the tornado and of the heat map: what an outcome is at the ends of a factor."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
import xarray as xr

from samenspel.pairs import half_width
from samenspel.sweep.file import Sweep
from samenspel.sweep.needs import Floats, SweepError, worlds

LEAST_WORLDS = 20
QUARTER = 0.25


def swings(
    sweep: Sweep,
    outcome: str | xr.DataArray,
    *,
    policy: int | None = None,
    others: Mapping[str, Sweep] | None = None,
) -> pd.DataFrame:
    """Return how far an outcome swings as each factor goes from low to high.

    All others vary along: any design does that spreads worlds evenly. Low is the quarter of the
    worlds where the factor is lowest, high the quarter where it is highest (of a factor with few
    values: all worlds with the lowest, or the highest, if that is more).

    Returns
    -------
    pandas.DataFrame
        By factor, the largest swing first, in the unit of the outcome: means `low` and `high`, the
        ends of their 95% intervals over worlds (`low_from`, `low_to`, `high_from`, `high_to`), and
        `swing`, high less low. `attrs` have the mean over all worlds (`mean`), and their number.
    """
    factors, values = worlds(sweep, sweep.outcome(outcome, others), policy)
    ran = ~np.isnan(values)
    factors, values = factors[ran], values[ran]
    if len(values) < LEAST_WORLDS:
        raise SweepError(f"tornado: {len(values)} worlds ran, at least {LEAST_WORLDS} are needed")
    rows = {}
    for name, column in zip(sweep.uncertain, factors.T, strict=True):
        low = values[column <= np.quantile(column, QUARTER)]
        high = values[column >= np.quantile(column, 1 - QUARTER)]
        rows[name] = (*_mean(low), *_mean(high), high.mean() - low.mean())
    names = ["low", "low_from", "low_to", "high", "high_from", "high_to", "swing"]
    table = pd.DataFrame.from_dict(rows, orient="index", columns=names).rename_axis("factor")
    table = table.sort_values("swing", key=lambda s: -s.abs())
    table.attrs = {"mean": float(values.mean()), "worlds": len(values)}
    return table


def by_levers(
    sweep: Sweep,
    outcome: str | xr.DataArray,
    first: str,
    second: str,
    *,
    others: Mapping[str, Sweep] | None = None,
) -> pd.DataFrame:
    """Return an outcome at each pair of values of two levers.

    The mean is over all worlds, replicates and other levers in which every pair ran.

    Returns
    -------
    pandas.DataFrame
        A row a pair, indexed by (`first`, `second`): the mean `value`, `difference` from the pair
        with the lowest values, the ends of its 95% interval over worlds (`from`, `to`; NaN with one
        world), and `worlds`. In the unit of the outcome.
    """
    names = [_lever(sweep, lever) for lever in (first, second)]
    if names[0] == names[1]:
        raise SweepError(f"heat map: two levers are needed, {first} is named twice")
    values = sweep.outcome(outcome, others)
    if "replicate" in values.dims:
        values = values.mean("replicate")
    table = sweep.design[[*names, "world"]].assign(
        value=np.asarray(values.values, dtype=np.float64)
    )
    cells = table.pivot_table(
        index="world", columns=names, values="value", aggfunc="mean", dropna=False
    ).dropna()
    if cells.empty:
        raise SweepError(f"heat map: in no world all pairs of {first} and {second} ran")
    paired = cells.sub(cells.iloc[:, 0], axis=0)
    found = pd.DataFrame({"value": cells.mean(), "difference": paired.mean()})
    bounds = [_mean(paired[pair].to_numpy()) for pair in paired]
    found["from"] = [low for _, low, _ in bounds]
    found["to"] = [high for _, _, high in bounds]
    found["worlds"] = len(cells)
    return found


def _lever(sweep: Sweep, lever: str) -> str:
    """Return the column of a lever that is a list, by its name or its path."""
    levers = sweep.factors[~sweep.factors.index.isin(sweep.uncertain)]
    found = levers.index[(levers.index == lever) | (levers["path"] == lever)]
    if not len(found):
        raise SweepError(
            f"no lever {lever} that is a list of values; there are "
            f"{', '.join(levers['path']) or 'none'}"
        )
    return str(found[0])


def _mean(values: Floats) -> tuple[float, float, float]:
    """Return a mean with its 95% interval (Student's t)."""
    mean, half = float(values.mean()), float(half_width(values))
    return mean, mean - half, mean + half

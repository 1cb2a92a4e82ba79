"""Where in the worlds a condition holds: regional sensitivity, and scenario discovery by PRIM."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
import xarray as xr

from samenspel.sweep import expression
from samenspel.sweep.file import Sweep
from samenspel.sweep.needs import Bools, Floats, SweepError, library, worlds

LEAST_OF_EACH = 10
"""So many worlds must fulfil a condition, and as many not."""

LEAST_MASS = 0.1
"""A box holds at least such a share of the worlds."""


def held(
    sweep: Sweep,
    condition: str | xr.DataArray,
    *,
    policy: int | None = None,
    others: Mapping[str, Sweep] | None = None,
) -> tuple[pd.DataFrame, pd.Series]:
    """Return the factors of the worlds that ran, and whether a condition holds in each.

    The condition is a test, ``EXPRESSION > NUMBER``, of which the mean over the replicates is
    taken, or an array of 0 and 1 on the axis point. The factors are floats, a column each.
    """
    if isinstance(condition, str):
        test = expression.parse(condition)
        if not test.operator:
            raise SweepError(f"{condition}: a comparison is lacking, such as > 1.02 at the end")
        factors, values = worlds(sweep, sweep.outcome(condition, others), policy)
        holds = test.holds(values)
    else:
        factors, values = worlds(sweep, sweep.outcome(condition), policy)
        holds = values > 0
    ran = ~np.isnan(values)
    table = pd.DataFrame(factors[ran], columns=sweep.uncertain)
    return table, pd.Series(np.asarray(holds)[ran], name="holds")


def regional(
    sweep: Sweep,
    condition: str | xr.DataArray,
    *,
    factors: Iterable[str] | None = None,
    policy: int | None = None,
    others: Mapping[str, Sweep] | None = None,
) -> pd.DataFrame:
    """Regional sensitivity: how far worlds where a condition holds lie apart from the others.

    Works on any design that spreads worlds evenly: lhs, sobol, grid, or a table of one's own.
    `factors` are those that are looked at: all, without it.

    Returns
    -------
    pandas.DataFrame
        By factor: `distance`, the largest between the two distribution functions (Kolmogorov and
        Smirnov; 0 to 1), `p`, the chance of as large a one where the factor does nothing, `p_holm`,
        the same allowing for so many factors (Holm), and the medians `where_holds` and
        `where_not` in the unit of the factor. `attrs` have the numbers of worlds.
    """
    there, holds = held(sweep, condition, policy=policy, others=others)
    _enough(holds, "regional")
    stats = library("scipy.stats")
    yes = holds.to_numpy()
    rows = {}
    for name in _chosen(there, factors):
        inside, outside = there.loc[yes, name], there.loc[~yes, name]
        found = stats.ks_2samp(inside, outside)
        rows[name] = (found.statistic, found.pvalue, inside.median(), outside.median())
    columns = ["distance", "p", "where_holds", "where_not"]
    table = pd.DataFrame.from_dict(rows, orient="index", columns=columns)
    table.insert(2, "p_holm", _holm(table["p"].to_numpy()))
    table.attrs = {"worlds": len(holds), "held": int(yes.sum())}
    return table.rename_axis("factor").sort_values("distance", ascending=False)


@dataclass(frozen=True)
class Box:
    """A part of the worlds, bounded in a few factors, in which a condition mostly holds."""

    limits: pd.DataFrame
    """By bounded factor: `low` and `high` (infinite where that side is open), and `p`, the larger
    chance that such a bound comes about where the factor does nothing."""
    density: float
    """Share of the worlds within in which the condition holds."""
    coverage: float
    """Share of the worlds where it holds that lie within."""
    worlds: int
    """Number of worlds within."""
    of: int
    """Number of all worlds."""

    def __str__(self) -> str:
        bounds = [_bound(str(name), row.low, row.high) for name, row in self.limits.iterrows()]
        return (
            f"{' and '.join(bounds) or 'everywhere'}: in {self.density:.0%} of {self.worlds} of "
            f"{self.of} worlds, {self.coverage:.0%} of those where it holds"
        )


def discover(
    sweep: Sweep,
    condition: str | xr.DataArray,
    *,
    factors: Iterable[str] | None = None,
    density: float = 0.9,
    policy: int | None = None,
    others: Mapping[str, Sweep] | None = None,
) -> Box:
    """Scenario discovery: the part of the worlds where a condition mostly holds, by PRIM.

    Of the boxes on the way of peeling the one is taken that has at least `density`, and then covers
    most; where none has, the densest. `factors` are those that may be bounded: all, without it.

    References: Friedman and Fisher (1999) Statistics and Computing 9:123; Bryant and Lempert
    (2010) Technological Forecasting and Social Change 77:34. The algorithm is that of
    ema_workbench.
    """
    table, holds = held(sweep, condition, policy=policy, others=others)
    _enough(holds, "discover")
    chosen = _chosen(table, factors)
    prim = library("ema_workbench.analysis.prim")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # ema_workbench 2.5 with pandas 3
        # A threshold of its own would hand back no box at all where none is as dense.
        peeling = prim.Prim(table[chosen], holds.to_numpy(), threshold=1e-9, mass_min=LEAST_MASS)
        box = peeling.find_box()
    path = box.peeling_trajectory
    dense = path[path["density"] >= density]
    best = dense["coverage"].idxmax() if len(dense) else path["density"].idxmax()
    limits = box.box_lims[int(best)]
    ends = {n: _open_ends(limits[n].to_numpy(dtype=np.float64), table[n]) for n in chosen}
    bounded = [n for n in chosen if np.isfinite(ends[n]).any()]
    chances = _chances(box, int(best))
    return Box(
        pd.DataFrame(
            {
                "low": [ends[n][0] for n in bounded],
                "high": [ends[n][1] for n in bounded],
                "p": [chances.get(n, np.nan) for n in bounded],
            },
            index=pd.Index(bounded, name="factor"),
        ),
        float(path.loc[best, "density"]),
        float(path.loc[best, "coverage"]),
        round(float(path.loc[best, "mass"]) * len(table)),
        len(table),
    )


def to_ema(
    sweep: Sweep, outcomes: Mapping[str, str | xr.DataArray] | Iterable[str]
) -> tuple[pd.DataFrame, dict[str, Floats]]:
    """Return a sweep as ema_workbench has it: experiments, and outcomes by name.

    A row of experiments is a run that finished: its factors by path, `policy` and `scenario` (the
    world) as text, `model`, and `replicate`. An outcome is an array of as many rows: one number
    each from an expression, or with a second axis of months for the bare name of a variable at one
    place.
    """
    named = outcomes if isinstance(outcomes, Mapping) else {name: name for name in outcomes}
    finished = (sweep.runs["status"].astype(str) == "finished").to_numpy()
    index = sweep.runs.index[finished]
    points = sweep.design.loc[index.get_level_values("point")]
    paths = sweep.factors["path"].to_dict()
    experiments = points[list(paths)].rename(columns=paths).reset_index(drop=True)
    experiments["scenario"] = points["world"].astype(str).to_numpy()
    experiments["policy"] = points["policy"].astype(str).to_numpy()
    experiments["model"] = "samenspel"
    experiments["replicate"] = index.get_level_values("replicate").to_numpy()
    return experiments, {name: _of_runs(sweep, what)[finished] for name, what in named.items()}


def _of_runs(sweep: Sweep, what: str | xr.DataArray) -> Floats:
    runs = len(sweep.runs)
    if isinstance(what, str) and what in sweep.series:
        array = sweep.series[what]
        places = [d for d in array.dims if d not in ("point", "replicate", "month")]
        if any(array.sizes[d] > 1 for d in places):
            raise SweepError(
                f"{what} has several places ({', '.join(map(str, places))}): name one "
                "in an expression, such as mean(NAME[place])"
            )
        return np.asarray(array.values, dtype=np.float64).reshape(runs, -1)
    values = sweep.outcome(what)
    if "replicate" not in values.dims:
        values = values.expand_dims(replicate=sweep.series.sizes["replicate"], axis=1)
    return np.asarray(values.values, dtype=np.float64).reshape(runs)


def _chosen(table: pd.DataFrame, factors: Iterable[str] | None) -> list[str]:
    chosen = list(table) if factors is None else list(factors)
    unknown = sorted(set(chosen) - set(table))
    if unknown:
        raise SweepError(f"no factor {', '.join(unknown)}; there are {', '.join(table)}")
    return chosen


def _enough(holds: pd.Series, method: str) -> None:
    yes = int(holds.sum())
    if min(yes, len(holds) - yes) < LEAST_OF_EACH:
        raise SweepError(
            f"{method}: the condition holds in {yes} of {len(holds)} worlds; at least "
            f"{LEAST_OF_EACH} where it holds and {LEAST_OF_EACH} where it does not are needed"
        )


def _holm(p: Floats) -> Floats:
    """Chances that allow for so many looks (Holm 1979 Scandinavian Journal of Statistics 6:65)."""
    order = np.argsort(p)
    raised = np.maximum.accumulate(p[order] * np.arange(len(p), 0, -1)).clip(max=1)
    found = np.empty_like(raised)
    found[order] = raised
    return found


def _open_ends(limits: Floats, values: pd.Series) -> tuple[float, float]:
    """Return the bounds of a factor, infinite on a side where all its values are within."""
    low, high = float(limits[0]), float(limits[1])
    return low if low > values.min() else -np.inf, high if high < values.max() else np.inf


def _bound(name: str, low: float, high: float) -> str:
    if not np.isfinite(high):
        return f"{name} ≥ {low:.3g}"
    return f"{name} ≤ {high:.3g}" if not np.isfinite(low) else f"{low:.3g} ≤ {name} ≤ {high:.3g}"


def _chances(box: object, which: int) -> dict[str, float]:
    """Return for each bounded factor the larger chance of its two bounds."""
    found: dict[str, float] = {}
    for name, pair in getattr(box, "qp", [])[which].items():
        known = [float(p) for p in np.atleast_1d(pair) if p >= 0]
        if known:
            found[name] = max(known)
    return found


__all__ = ["Bools", "Box", "discover", "held", "regional", "to_ema"]

"""Indices of sensitivity, by SALib, from the designs saltelli and morris."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
import xarray as xr

from samenspel.sweep.file import Sweep
from samenspel.sweep.needs import design_is, library, whole_blocks, worlds

LEVELS = 4
"""Levels of the design morris."""

LEAST_SAMPLES = 8
"""Fewer samples give intervals that say nothing."""

RESAMPLES = 1000
SEED = 20260101
"""Of the resamples, so that an interval comes out the same every time."""


def sobol(
    sweep: Sweep,
    outcome: str | xr.DataArray,
    *,
    policy: int | None = None,
    others: Mapping[str, Sweep] | None = None,
) -> pd.DataFrame:
    """Sobol' indices: which share of an outcome's variance over worlds each factor brings.

    Needs the design ``saltelli``. The outcome of a world is the mean over its replicates; samples
    of which a run did not finish are left out.

    Parameters
    ----------
    sweep
        The sweep.
    outcome
        An expression such as ``mean(trust_mean)@2025``, or an array; see `Sweep.outcome`.
    policy
        Which policy, where there are several.
    others
        Sweeps of other scenarios that the expression names.

    Returns
    -------
    pandas.DataFrame
        By factor, shares of the variance (unit 1): `first` (by itself) and `total` (with all its
        interactions), each with the ends `_low` and `_high` of a 95% interval by resampling.
        `attrs` have the numbers of samples used and left out.
    """
    design_is(sweep, "saltelli", "sobol")
    names = sweep.uncertain
    size = len(names) + 2
    _, values = worlds(sweep, sweep.outcome(outcome, others), policy)
    whole = whole_blocks(sweep, values, size, LEAST_SAMPLES, "sobol")
    used = values.reshape(-1, size)[whole].ravel()
    found = library("SALib.analyze.sobol").analyze(
        _problem(sweep), used, calc_second_order=False, num_resamples=RESAMPLES, seed=SEED
    )
    table = pd.DataFrame(index=pd.Index(names, name="factor"))
    for word, short in (("first", "S1"), ("total", "ST")):
        table[word] = found[short]
        table[f"{word}_low"] = found[short] - found[f"{short}_conf"]
        table[f"{word}_high"] = found[short] + found[f"{short}_conf"]
    table.attrs = {"samples": int(whole.sum()), "left_out": int((~whole).sum())}
    return table.sort_values("total", ascending=False)


def morris(
    sweep: Sweep,
    outcome: str | xr.DataArray,
    *,
    policy: int | None = None,
    others: Mapping[str, Sweep] | None = None,
) -> pd.DataFrame:
    """Elementary effects: what an outcome changes by as one factor goes through its whole range.

    Needs the design ``morris``; the parameters are those of `sobol`.

    Returns
    -------
    pandas.DataFrame
        By factor, in the unit of the outcome: `mean` of the effects, `size` (mean of their sizes)
        with the ends `size_low` and `size_high` of a 95% interval by resampling, and `spread`
        (standard deviation: how far the effect hangs on the other factors). `attrs` have the
        numbers of paths used and left out.
    """
    design_is(sweep, "morris", "morris")
    names = sweep.uncertain
    size = len(names) + 1
    factors, values = worlds(sweep, sweep.outcome(outcome, others), policy)
    whole = whole_blocks(sweep, values, size, LEAST_SAMPLES, "morris")
    # Of the factors SALib takes only which one moves, and whether up or down.
    inputs = factors.reshape(-1, size, len(names))[whole].reshape(-1, len(names))
    used = values.reshape(-1, size)[whole].ravel()
    found = library("SALib.analyze.morris").analyze(
        _problem(sweep), inputs, used, num_levels=LEVELS, num_resamples=RESAMPLES, seed=SEED
    )
    table = pd.DataFrame(index=pd.Index(names, name="factor"))
    table["mean"] = np.asarray(found["mu"], dtype=np.float64)
    table["size"] = np.asarray(found["mu_star"], dtype=np.float64)
    table["size_low"] = table["size"] - np.asarray(found["mu_star_conf"], dtype=np.float64)
    table["size_high"] = table["size"] + np.asarray(found["mu_star_conf"], dtype=np.float64)
    table["spread"] = np.asarray(found["sigma"], dtype=np.float64)
    table.attrs = {"samples": int(whole.sum()), "left_out": int((~whole).sum())}
    return table.sort_values("size", ascending=False)


def _problem(sweep: Sweep) -> dict[str, object]:
    names = sweep.uncertain
    return {"num_vars": len(names), "names": names, "bounds": [[0.0, 1.0]] * len(names)}

"""What comes of a claim over many settings of what is assumed: robust, conditional, or not held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
import xarray as xr

from samenspel.sweep import expression
from samenspel.sweep.discovery import LEAST_OF_EACH, discover, regional
from samenspel.sweep.file import Sweep
from samenspel.sweep.needs import Bools, Floats, SweepError
from samenspel.sweep.smooth import MOST_WITHOUT, Expected, NotSmoothError, expected

ROBUST = 0.9
"""A claim is robust that holds in at least this share of the worlds."""

NOT_HELD = 0.1
"""A claim is not held that holds in less than this share."""

SURE = 0.05
"""An assumption decides where chance gives as large a distance more seldom, for so many of them."""


@dataclass(frozen=True)
class Decider:
    """An assumption that tells worlds where a claim holds from the others."""

    path: str
    """As ``--set`` takes it."""
    high: bool
    """Whether the claim holds where it is high, by the medians."""
    distance: float
    """Of Kolmogorov and Smirnov, 0 to 1."""
    sure: bool
    """Whether it stands out: lies further apart than chance, allowing for so many assumptions; of
    the expected effect in 95% of its draws."""

    def __str__(self) -> str:
        return f"{self.path} {'high' if self.high else 'low'}{'' if self.sure else ' (not sure)'}"


@dataclass(frozen=True)
class Verdict:
    """What came of one claim."""

    test: str
    points: int
    """Worlds in which all scenarios of the claim ran to a number."""
    no_number: int
    """Worlds that ran, but where the test is no number, such as a ratio to zero."""
    replicates: int
    """Replicates of each world, at least."""
    share: float
    """Of the worlds in which the mean over replicates fulfils the claim, chance and all."""
    low: float
    high: float
    """95% interval of that share, for worlds drawn at random (Wilson). Of chances that all worlds
    share it knows nothing: a replicate can shift them all."""
    effect: tuple[float, float, float]
    """5%, 50% and 95% quantiles over worlds of what the test compares."""
    alone: tuple[float, ...]
    """The share by each replicate alone, of several: how far it hangs on chance."""
    expected: Expected | None
    """The claim held against the expected effect; the verdict goes by it, where it is there."""
    why: str
    """Why the expected effect is not there, so that the verdict goes by single runs."""
    verdict: str
    """robust, conditional or not held; two of them where the interval leaves it open."""
    deciders: tuple[Decider, ...]
    """The two assumptions that lie furthest apart, for a conditional claim."""
    box: str
    """Where it mostly holds, within bounds on these two."""


def verdict_of(share: float) -> str:
    """Return the word for a share of worlds."""
    if share >= ROBUST:
        return "robust"
    return "conditional" if share >= NOT_HELD else "not held"


def words_of(low: float, high: float) -> str:
    """Return the words for all shares of an interval, the highest first."""
    words = ("robust", "conditional", "not held")
    first, last = (words.index(verdict_of(share)) for share in (high, low))
    return " or ".join(words[first : last + 1])


def judge(
    sweep: Sweep, test: str, others: Mapping[str, Sweep] | None = None, *, policy: int | None = None
) -> Verdict:
    """Hold a test, ``EXPRESSION > NUMBER``, against every world of a sweep.

    In each world the mean over the replicates is taken, and compared. Where every world has chances
    of its own (``runs.seed`` is varied) chance is taken off first, as far as it can be: see
    `samenspel.sweep.smooth`. The design should spread the worlds evenly (lhs or sobol). `others`
    are the sweeps of the scenarios that the test names, over the same worlds.
    """
    read = expression.parse(test)
    if not read.operator:
        raise SweepError(f"{test}: a comparison is lacking, such as > 1.02 at the end")
    values = sweep.outcome(test, others)
    means = np.asarray(sweep.of_policy(values, policy).values, dtype=np.float64)
    known = ~np.isnan(means)
    if not known.any():
        raise SweepError(f"{test}: no world ran to a number")
    holds = read.holds(means)
    ran, replicates = _ran(sweep, others, policy)
    smoothed, why = _smoothed(sweep, read, values, policy, ran)
    low, high = wilson(int(holds.sum()), int(known.sum()))
    verdict = words_of(*(smoothed.low, smoothed.high) if smoothed else (low, high))
    where = np.where(known, holds, np.nan)
    if smoothed:
        where[known] = smoothed.holds
    conditional = "conditional" in verdict
    found = _deciders(sweep, where, smoothed, policy) if conditional else ((), "")
    return Verdict(
        test,
        int(known.sum()),
        int((ran & ~known).sum()),
        replicates,
        float(holds[known].mean()),
        low,
        high,
        tuple(np.quantile(means[known], [0.05, 0.5, 0.95]).tolist()),
        _alone(read, values.isel(point=_points(sweep, policy))),
        smoothed,
        why,
        verdict,
        *found,
    )


def _smoothed(
    sweep: Sweep, test: expression.Test, values: xr.DataArray, policy: int | None, ran: Bools
) -> tuple[Expected | None, str]:
    """Return the expected effect in the worlds with a number, or why there is none."""
    if not sweep.own_chances:
        return None, "all worlds share their chances"
    points = np.asarray(_points(sweep, policy))
    runs = np.asarray(values.transpose("point", "replicate").values, dtype=np.float64)[points]
    known = ~np.isnan(runs).all(axis=1)
    if (ran & ~known).sum() > MOST_WITHOUT * ran.sum():
        return None, "no number in many worlds"
    ends = sweep.factors.loc[sweep.assumed, ["low", "high"]].to_numpy(dtype=np.float64)
    assumed = sweep.design.loc[points[known], sweep.assumed].to_numpy(dtype=np.float64)
    width = np.where(ends[:, 1] > ends[:, 0], ends[:, 1] - ends[:, 0], 1.0)
    try:
        return expected((assumed - ends[:, 0]) / width, runs[known], test), ""
    except NotSmoothError as error:
        return None, str(error)


def _points(sweep: Sweep, policy: int | None) -> list[int]:
    return np.flatnonzero(sweep.design["policy"].to_numpy() == (policy or 0)).tolist()


def _ran(sweep: Sweep, others: Mapping[str, Sweep] | None, policy: int | None) -> tuple[Bools, int]:
    """Return which worlds ran in all scenarios, and how often at least."""
    counts = []
    for one in (sweep, *(others or {}).values()):
        finished = (one.runs["status"].astype(str) == "finished").groupby(level="point").sum()
        counts.append(finished.to_numpy()[_points(one, policy)])
    least = np.min(counts, axis=0)
    return least > 0, int(least[least > 0].min()) if (least > 0).any() else 0


def _deciders(
    sweep: Sweep, where: Floats, smoothed: Expected | None, policy: int | None
) -> tuple[tuple[Decider, ...], str]:
    """Return what decides where a claim holds, and the box; neither where hardly any world differs.

    By the same distance of expected effects as of single runs, since it looks at the bound of the
    claim: an assumption that moves the effect only far from there decides nothing.
    """
    names = sweep.assumed
    of_each = min((where == 1).sum(), (where == 0).sum())
    if len(names) < 2 or of_each < LEAST_OF_EACH:
        return (), ""
    condition = xr.DataArray(np.full(len(sweep.design), np.nan), dims="point")
    condition[_points(sweep, policy)] = where
    apart = regional(sweep, condition, factors=names, policy=policy)
    found = apart.head(2)
    sure = found["p_holm"] < SURE
    if smoothed:
        points = np.asarray(_points(sweep, policy))[~np.isnan(where)]
        table = sweep.design.loc[points, names].to_numpy(dtype=np.float64)
        sure = pd.Series(stands_out(table, smoothed.draws) >= 1 - SURE, index=names)
    paths = sweep.factors["path"]
    deciders = tuple(
        Decider(
            str(paths[name]),
            bool(row["where_holds"] > row["where_not"]),
            float(row["distance"]),
            bool(sure[name]),
        )
        for name, row in found.iterrows()
    )
    box = discover(sweep, condition, factors=list(found.index), density=ROBUST, policy=policy)
    text = str(box)
    for name in found.index:
        text = text.replace(str(name), str(paths[name]))
    return deciders, text


def stands_out(factors: Floats, holds: Bools) -> Floats:
    """Return in which share of draws each factor lies further apart than chance.

    `factors` has the shape (worlds, factors), `holds` (draws, worlds). Further than chance allows
    for so many factors (the limit of Kolmogorov and Smirnov for large numbers, after Bonferroni).
    """
    yes = holds.sum(axis=1, keepdims=True)
    no = holds.shape[1] - yes
    both = np.minimum(yes, no) > 0
    steps = holds / np.maximum(yes, 1) - ~holds / np.maximum(no, 1)
    distances = np.column_stack(
        [np.abs(np.cumsum(steps[:, order], axis=1)).max(axis=1) for order in factors.argsort(0).T]
    )
    limit = np.sqrt(-np.log(SURE / 2 / factors.shape[1]) / 2)
    scale = np.sqrt(np.where(both, yes * no, 1) / holds.shape[1])
    return np.asarray((both & (distances * scale > limit)).mean(axis=0), dtype=np.float64)


def wilson(held: int, of: int) -> tuple[float, float]:
    """Return the 95% interval of a share (Wilson 1927 J. Am. Stat. Assoc. 22:209)."""
    z = 1.959964
    share = held / of
    middle = (share + z**2 / (2 * of)) / (1 + z**2 / of)
    half = z * np.sqrt(share * (1 - share) / of + z**2 / (4 * of**2)) / (1 + z**2 / of)
    return float(max(0.0, middle - half)), float(min(1.0, middle + half))


def _alone(test: expression.Test, values: xr.DataArray) -> tuple[float, ...]:
    """Return the share of worlds in which each replicate fulfils a test, of several replicates."""
    numbers = np.asarray(values.transpose("replicate", "point").values, dtype=np.float64)
    if len(numbers) < 2:
        return ()
    known = [row[~np.isnan(row)] for row in numbers]
    return tuple(float(test.holds(row).mean()) for row in known if len(row))

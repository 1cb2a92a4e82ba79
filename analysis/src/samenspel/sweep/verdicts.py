"""What comes of a claim over many settings of what is assumed: robust, conditional, or not held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import xarray as xr

from samenspel.sweep import expression
from samenspel.sweep.discovery import LEAST_OF_EACH, discover, regional
from samenspel.sweep.file import Sweep
from samenspel.sweep.needs import SweepError

ROBUST = 0.9
"""A claim is robust that holds in at least this share of the worlds."""

NOT_HELD = 0.1
"""A claim is not held that holds in less than this share."""

SURE = 0.05
"""A factor decides where chance gives as large a distance more seldom, for so many factors."""


@dataclass(frozen=True)
class Decider:
    """A factor that tells worlds where a claim holds from the others."""

    path: str
    """As ``--set`` takes it."""
    high: bool
    """Whether the claim holds where the factor is high, by the medians."""
    distance: float
    """Of Kolmogorov and Smirnov, 0 to 1."""
    sure: bool
    """Whether it stands out, allowing for so many factors."""

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
    """Of the worlds in which the mean over replicates fulfils the claim."""
    low: float
    high: float
    """95% interval of that share, for worlds drawn at random (Wilson). It knows nothing of chance:
    a replicate meets the same chances in all worlds, and can shift them all."""
    effect: tuple[float, float, float]
    """5%, 50% and 95% quantiles over worlds of what the test compares."""
    alone: tuple[float, ...]
    """The share by each replicate alone, of several: how far it hangs on chance."""
    verdict: str
    """robust, conditional or not held; two of them where the interval leaves it open."""
    deciders: tuple[Decider, ...]
    """The two factors that lie furthest apart, for a conditional claim."""
    box: str
    """Where it mostly holds, within bounds on these two."""


def verdict_of(share: float) -> str:
    """Return the word for a share of worlds."""
    if share >= ROBUST:
        return "robust"
    return "conditional" if share >= NOT_HELD else "not held"


def judge(
    sweep: Sweep, test: str, others: Mapping[str, Sweep] | None = None, *, policy: int | None = None
) -> Verdict:
    """Hold a test, ``EXPRESSION > NUMBER``, against every world of a sweep.

    In each world the mean over the replicates is taken, and compared. The design should spread the
    worlds evenly (lhs or sobol). `others` are the sweeps of the scenarios that the test names, over
    the same worlds.
    """
    read = expression.parse(test)
    if not read.operator:
        raise SweepError(f"{test}: a comparison is lacking, such as > 1.02 at the end")
    values = sweep.outcome(test, others)
    means = np.asarray(sweep.of_policy(values, policy).values, dtype=np.float64)
    known = ~np.isnan(means)
    if not known.any():
        raise SweepError(f"{test}: no world ran to a number")
    holds = read.holds(means[known])
    share = float(holds.mean())
    low, high = wilson(int(holds.sum()), int(known.sum()))
    words = list(dict.fromkeys(map(verdict_of, (high, low))))
    deciders: tuple[Decider, ...] = ()
    box = ""
    if min(holds.sum(), (~holds).sum()) >= LEAST_OF_EACH and "conditional" in words:
        deciders, box = _deciders(sweep, test, others, policy)
    ran, replicates = _ran(sweep, others, policy)
    return Verdict(
        test,
        int(known.sum()),
        int((ran & ~known).sum()),
        replicates,
        share,
        low,
        high,
        tuple(np.quantile(means[known], [0.05, 0.5, 0.95]).tolist()),
        _alone(read, values.isel(point=_points(sweep, policy))),
        " or ".join(words),
        deciders,
        box,
    )


def _points(sweep: Sweep, policy: int | None) -> list[int]:
    return np.flatnonzero(sweep.design["policy"].to_numpy() == (policy or 0)).tolist()


def _ran(
    sweep: Sweep, others: Mapping[str, Sweep] | None, policy: int | None
) -> tuple[np.ndarray[tuple[int], np.dtype[np.bool_]], int]:
    """Return which worlds ran in all scenarios, and how often at least."""
    counts = []
    for one in (sweep, *(others or {}).values()):
        finished = (one.runs["status"].astype(str) == "finished").groupby(level="point").sum()
        counts.append(finished.to_numpy()[_points(one, policy)])
    least = np.min(counts, axis=0)
    return least > 0, int(least[least > 0].min()) if (least > 0).any() else 0


def _deciders(
    sweep: Sweep, test: str, others: Mapping[str, Sweep] | None, policy: int | None
) -> tuple[tuple[Decider, ...], str]:
    if len(sweep.uncertain) < 2:
        return (), ""
    apart = regional(sweep, test, policy=policy, others=others)
    found = apart.head(2)
    deciders = tuple(
        Decider(
            str(sweep.factors.loc[name, "path"]),
            bool(row["where_holds"] > row["where_not"]),
            float(row["distance"]),
            bool(row["p_holm"] < SURE),
        )
        for name, row in found.iterrows()
    )
    box = discover(
        sweep, test, factors=list(found.index), density=ROBUST, policy=policy, others=others
    )
    text = str(box)
    for name in found.index:
        text = text.replace(str(name), str(sweep.factors.loc[name, "path"]))
    return deciders, text


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

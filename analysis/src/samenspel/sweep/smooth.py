"""What comes of a test in each world on average, with chance taken off.

Where every world has chances of its own, what a single run gives is an expected effect, which
depends on the assumptions, and chance, which does not know of other worlds. A smooth function of
the assumptions through all worlds tells the two apart.

References: Rasmussen and Williams (2006) Gaussian Processes for Machine Learning, MIT Press;
Ankenman, Nelson and Staum (2010) Operations Research 58:371. The fit is that of scikit-learn.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np

from samenspel.sweep.expression import Test, nodes
from samenspel.sweep.needs import Bools, Floats, library

LEAST_WORLDS = 50
"""Fewer do not tell chance from what depends on the assumptions."""

MOST_WITHOUT = 0.1
"""In no more than this share of the worlds may the number lack, or be cut."""

LEAST_EXPLAINED = 0.1
"""Where worlds that are left out are foretold worse than this, chance is all that is seen."""

FAR = 5
"""A number further from the median than so many robust standard deviations is cut to that."""

SHORTEST, LONGEST = 0.5, 50.0
"""Between which the length scales lie, as a share of the range of an assumption. Shorter ones would
follow chance: two hundred worlds in a dozen dimensions lie too far apart to show them."""

RESTARTS = 2
DRAWS = 1000
SEED = 20260101
"""Of restarts and draws, so that a verdict comes out the same every time."""

TIMES = ("half_life", "settles")
"""Functions that count months, and stop at the end of the run."""


class NotSmoothError(ValueError):
    """The expected effect cannot be told from chance; the message says why."""


@dataclass(frozen=True)
class Expected:
    """A claim held against the expected effect."""

    share: float
    """Of the worlds, in which the expected effect fulfils the claim."""
    low: float
    high: float
    """95% interval of that share, of all worlds that could have been drawn."""
    noise: float
    """Standard deviation of chance in one run, in the unit of the test."""
    explained: float
    """Of the variance of worlds that are left out one by one, what the others foretell (Q²)."""
    cut: int
    """Runs that were so far off that they were cut."""
    holds: Bools
    """Whether the claim holds in each world, more likely than not: shape (worlds,)."""
    draws: Bools
    """The same in each draw of what the expected effect may be: shape (draws, worlds)."""


def expected(assumed: Floats, values: Floats, test: Test) -> Expected:
    """Fit the expected effect, and hold a test against it.

    Parameters
    ----------
    assumed
        The assumptions of each world from 0 to 1 over their ranges: shape (worlds, assumptions).
    values
        What the test compares, in each run: shape (worlds, replicates); NaN where there is none.
    test
        The test.

    Raises `NotSmoothError` where chance cannot be taken off.
    """
    if any(node.name in TIMES for node in nodes(test.root)):
        raise NotSmoothError("counts months up to the end of the run")
    kept, cut = _cut(values)
    counts = (~np.isnan(kept)).sum(axis=1)
    means = np.nanmean(kept, axis=1)
    middle, unit = float(means.mean()), float(means.std())
    means = (means - middle) / unit
    signal, noise = _fit(assumed, means, _inside((kept - middle) / unit, counts))
    inverse = np.linalg.inv(signal + np.diag(noise))
    whitened = inverse @ means
    explained = 1 - float(((whitened / np.diag(inverse)) ** 2).mean())
    if explained < LEAST_EXPLAINED:
        raise NotSmoothError(f"chance is nearly all that is seen, Q² {max(0.0, explained):.2f}")
    rng = np.random.default_rng(SEED)
    root = _root(signal - signal @ inverse @ signal)
    drawn = signal @ whitened + rng.standard_normal((DRAWS, len(means))) @ root.T
    holds = test.holds(middle + unit * drawn)
    return Expected(
        float(holds.mean()),
        *_interval(holds, rng),
        float(unit * np.sqrt((noise * counts).mean())),
        explained,
        cut,
        holds.mean(axis=0) > 0.5,
        holds,
    )


def _interval(holds: Bools, rng: np.random.Generator) -> tuple[float, float]:
    """Return the 95% interval of the share of all worlds that could have been drawn.

    It knows both how far the expected effect is known in these worlds, a draw each, and how far so
    many worlds tell of all (a beta distribution, after Jeffreys).
    """
    shares = rng.beta(holds.sum(axis=1) + 0.5, (~holds).sum(axis=1) + 0.5)
    low, high = np.quantile(shares, [0.025, 0.975])
    return float(low), float(high)


def _cut(values: Floats) -> tuple[Floats, int]:
    """Return runs with those far off cut, and how many those are."""
    worlds = len(values)
    if worlds < LEAST_WORLDS:
        raise NotSmoothError(f"only {worlds} worlds")
    known = values[~np.isnan(values)]
    middle = np.median(known)
    far = FAR * 1.4826 * np.median(np.abs(known - middle))
    if far == 0:
        raise NotSmoothError("the same in most worlds")
    kept = np.clip(values, middle - far, middle + far)
    cut = int((np.abs(known - middle) > far).sum())
    if cut > MOST_WITHOUT * len(known):
        raise NotSmoothError("a few runs are far off")
    return kept, cut


def _inside(values: Floats, counts: Any) -> Floats | None:
    """Return the variance of the mean of each world by what its own runs differ; None of one run.

    Runs of all worlds are pooled: a few replicates of one world tell little of its own variance.
    """
    freedom = int((counts - 1).sum())
    if freedom < LEAST_WORLDS:
        return None
    squares = np.nansum((values - np.nanmean(values, axis=1, keepdims=True)) ** 2)
    return np.asarray(squares / freedom / counts, dtype=np.float64)


def _fit(assumed: Floats, means: Floats, known: Floats | None) -> tuple[Floats, Floats]:
    """Return the covariance of the expected effect between worlds, and the variance of chance.

    A length scale for each assumption, by maximum likelihood; the variance of chance is fitted too
    unless it is known from replicates.
    """
    process = library("sklearn.gaussian_process")
    kernels = library("sklearn.gaussian_process.kernels")
    smooth = kernels.ConstantKernel(1.0, "fixed") + kernels.ConstantKernel(1.0, (1e-3, 1e2)) * (
        kernels.RBF(np.ones(assumed.shape[1]), (SHORTEST, LONGEST))
    )
    kernel = smooth if known is not None else smooth + kernels.WhiteKernel(0.5, (1e-4, 2.0))
    fitted = process.GaussianProcessRegressor(
        kernel,
        alpha=1e-8 if known is None else np.maximum(known, 1e-8),
        n_restarts_optimizer=RESTARTS,
        random_state=SEED,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that a length scale is at its bound
        found = fitted.fit(assumed, means).kernel_
    if known is not None:
        return found(assumed), np.maximum(known, 1e-8)
    return found.k1(assumed), np.full(len(means), found.k2.noise_level)


def _root(covariance: Floats) -> Floats:
    """Return a root of a covariance, which may be short of full rank."""
    sizes, axes = np.linalg.eigh((covariance + covariance.T) / 2)
    return np.asarray(axes * np.sqrt(np.maximum(sizes, 0)), dtype=np.float64)

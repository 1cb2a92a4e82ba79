"""Libraries that only the analysis of sweeps needs, and what an analysis needs of a design."""

from __future__ import annotations

import importlib
import warnings
from typing import Any

import numpy as np
import numpy.typing as npt
import xarray as xr

from samenspel.sweep.file import Sweep

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


class SweepError(ValueError):
    """A sweep that an analysis cannot be made of; the message says what is lacking."""


def library(name: str) -> Any:
    """Import a library that is not needed to open a file, or say how it is installed."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of optional parts that are not there
            return importlib.import_module(name)
    except ModuleNotFoundError as error:
        raise SweepError(
            f"{name.split('.')[0]} is not installed: pip install 'samenspel[sweeps]' brings what "
            "the analysis of sweeps needs"
        ) from error


def design_is(sweep: Sweep, kind: str, method: str) -> None:
    """Raise `SweepError` unless a sweep has the design that a method needs."""
    if sweep.kind != kind:
        raise SweepError(
            f"{method} needs the design {kind}, {sweep.path.name} has {sweep.kind}: "
            f"samenspel sweep … --design {kind}"
        )


def worlds(sweep: Sweep, values: xr.DataArray, policy: int | None) -> tuple[Floats, Floats]:
    """Return the factors of each world, and the mean of an outcome over its replicates.

    Shapes (worlds, factors) and (worlds,); the columns are those of `Sweep.uncertain`. The outcome
    is NaN where no replicate finished.
    """
    outcome = sweep.of_policy(values, policy)
    points = sweep.design.iloc[np.flatnonzero(sweep.design["policy"] == (policy or 0))]
    factors = points[sweep.uncertain].to_numpy(dtype=np.float64)
    return factors, np.asarray(outcome.values, dtype=np.float64)


def whole_blocks(sweep: Sweep, outcome: Floats, size: int, least: int, method: str) -> Bools:
    """Return which samples are whole: shape (samples,), a block of `size` worlds each.

    Raises `SweepError` when fewer than `least` are, or when the outcome never differs.
    """
    samples = len(outcome) // size
    whole = ~np.isnan(outcome[: samples * size].reshape(samples, size)).any(axis=1)
    if whole.sum() < least:
        lacking = "" if whole.all() else f", {samples - whole.sum()} with runs that did not finish"
        raise SweepError(
            f"{method}: {whole.sum()} whole samples of {size} worlds{lacking}; at least {least} "
            "are needed: samenspel sweep … --resume, with a larger --n"
        )
    used = outcome[: samples * size].reshape(samples, size)[whole]
    if used.min() == used.max():
        raise SweepError(
            f"{method}: the outcome is {used.min():g} everywhere, so that nothing moves it"
        )
    return np.asarray(whole)

"""The file of a sweep, opened in one call."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

import h5py
import numpy as np
import pandas as pd
import xarray as xr

from samenspel import hdf5
from samenspel.hdf5 import RunFileError
from samenspel.runs import Run
from samenspel.sweep import valuation

RUNS = ("point", "replicate")
"""The axes by which the runs of a sweep are told apart."""

SEED = "runs.seed"
"""The path that gives every world chances of its own where it is varied."""


def open_sweep(path: str | Path) -> Sweep:
    """Open the file of a sweep, also one of ``merge`` or of ``--so-far``.

    The file stays open until `Sweep.close`, or the end of a ``with`` block; arrays are read from it
    when they are used.

    >>> sweep = open_sweep("mine-sweep.h5")                                # doctest: +SKIP
    >>> sweep.data["trust_mean"].sel(point=3).mean("replicate")            # doctest: +SKIP
    >>> sweep.outcome("mean(trust_mean)@2025")                             # doctest: +SKIP

    Raises `FileNotFoundError` if there is no such file, `RunFileError` if it is no sweep.
    """
    path = Path(path)
    part = path if path.name.endswith(".part") else path.with_name(path.name + ".part")
    if path.name.endswith(".part") or (part.exists() and not path.exists()):
        raise RunFileError(
            f"{part}: the log of a sweep that is not finished; samenspel sweep … --so-far writes "
            "the runs that there are"
        )
    if not path.exists():
        raise FileNotFoundError(f"{path}: no such file")
    if path.is_dir() or not h5py.is_hdf5(path):
        raise RunFileError(f"{path}: not an HDF5 file, or one that is damaged")
    return Sweep(path)


class Sweep(Run):
    """The file of a sweep, opened for reading.

    A point is a setting of all that is varied: a policy (what can be chosen) in a world (what is
    not known). Every point has the same replicates, which meet the same chances, unless the seed
    is varied: then they do within a world.
    """

    def _check(self) -> None:
        super()._check()
        if hdf5.as_text(self._file.attrs.get("kind", "")) != "sweep":
            raise RunFileError(f"{self.path}: a run, not a sweep; open_run opens it")

    def __enter__(self) -> Sweep:
        return self

    def __repr__(self) -> str:
        sizes = ", ".join(f"{self.series.sizes[axis]} {axis}s" for axis in RUNS)
        return f"<samenspel sweep {self.path.name!r}: {self.title}; {self.kind}, {sizes}>"

    @property
    def kind(self) -> str:
        """The design: grid, lhs, sobol, saltelli, morris or file."""
        return hdf5.as_text(self._group("design").attrs["design"])

    @property
    def samples(self) -> int:
        """The number N of samples that the design was made with."""
        return int(self._group("design").attrs["n"])

    @cached_property
    def factors(self) -> pd.DataFrame:
        """What was varied, by the name of its column in `design`.

        Columns: `path` (as ``--set`` takes it), `kind` (lever or uncertainty), `distribution`,
        `unit`, `name_en` and `name_nl` (empty where it has none), and `low` and `high`, between
        which the values are. In the order of the scenario.
        """
        group = self._group("design")
        rows = []
        for path, low, high in _varied(hdf5.scalar(group["identity"])):
            name = next(
                n for n, c in group.items() if hdf5.as_text(c.attrs.get("long_name", "")) == path
            )
            words = {
                key: hdf5.as_text(value)
                for key, value in group[name].attrs.items()
                if key in ("kind", "distribution", "units", "name_en", "name_nl")
            }
            rows.append(
                {
                    "factor": name,
                    "path": path.removeprefix("parameters."),
                    "kind": words["kind"],
                    "distribution": words["distribution"],
                    "unit": words.get("units", "1"),
                    "name_en": words.get("name_en", ""),
                    "name_nl": words.get("name_nl", ""),
                    "low": float(group[name][()].min()) if np.isnan(low) else low,
                    "high": float(group[name][()].max()) if np.isnan(high) else high,
                }
            )
        return pd.DataFrame(rows).set_index("factor")

    @property
    def uncertain(self) -> list[str]:
        """The factors that tell worlds apart: all but levers that are lists."""
        listed = (self.factors["kind"] == "lever") & (self.factors["distribution"] == "values")
        return self.factors.index[~listed].tolist()

    @property
    def assumed(self) -> list[str]:
        """What of `uncertain` is an assumption: all but the seed, which is chance."""
        return [name for name in self.uncertain if self.factors.loc[name, "path"] != SEED]

    @property
    def own_chances(self) -> bool:
        """Whether every world has chances of its own: the seed is among what is varied."""
        return len(self.assumed) < len(self.uncertain)

    @cached_property
    def design(self) -> pd.DataFrame:
        """The points: a row each, with policy, world, and a column a factor (`factors` has units).

        Of a design that is a table all points are of one policy.
        """
        group = self._group("design")
        columns = ["policy", "world", *self.factors.index]
        table = pd.DataFrame({name: group[name][()] for name in columns})
        return table.rename_axis("point")

    @cached_property
    def runs(self) -> pd.DataFrame:
        """The runs, by (point, replicate): status, months that were run, state digest, message.

        Status is finished, failed, or waiting: not run yet. `attrs` hold the seed (``seed_hex``)
        and how to repeat a run (``replay``).
        """
        group = self._group("runs")
        names = [n for n, d in group.items() if hdf5.is_dataset(d) and d.ndim == len(RUNS)]
        shape = group["status"].shape
        index = pd.MultiIndex.from_product([range(length) for length in shape], names=RUNS)
        table = pd.DataFrame({n: hdf5.flat_column(group[n]) for n in names}, index=index)
        table.attrs = {name: hdf5.plain(value) for name, value in group.attrs.items()}
        return table

    @cached_property
    def data(self) -> xr.Dataset:
        """All outcomes on (point, replicate, month[, municipality | domain | …]), float32.

        Values of failed and waiting runs are NaN; the variable `status` says how each run went.
        Coordinates of `point` are policy, world, and every factor with its unit and path;
        of `month`, which counts from 0, the first day as `date`.
        """
        found = self.series
        for name in ("policy", "world", *self.factors.index):
            attributes: dict[str, str] = {}
            if name in self.factors.index:
                row = self.factors.loc[name]
                attributes = {"units": row["unit"], "long_name": row["path"], "kind": row["kind"]}
            found = found.assign_coords({name: ("point", self.design[name].values, attributes)})
        status = self.runs["status"].astype(str).to_numpy().reshape([found.sizes[r] for r in RUNS])
        return found.assign(status=(RUNS, status, {"long_name": "how the run went"}))

    def outcome(
        self, what: str | xr.DataArray, others: Mapping[str, Sweep] | None = None
    ) -> xr.DataArray:
        """Return one number a run.

        Parameters
        ----------
        what
            An expression of the grammar of claims, such as ``mean(trust_mean)@2025``,
            ``sum(spending)`` or ``ratio(sum(needs_ended), sum(spending))@2017..2024``; or an array
            of one's own on the axis point, perhaps with replicate, which is handed back.
        others
            Sweeps of other scenarios over the same points, by the names that the expression
            calls them.

        Returns
        -------
        xarray.DataArray
            float64 on (point, replicate); NaN where a run did not finish.
        """
        if isinstance(what, xr.DataArray):
            if what.sizes.get("point") != len(self.design) or set(what.dims) - set(RUNS):
                raise ValueError(
                    f"an outcome has the axes point ({len(self.design)}) and perhaps replicate, "
                    f"this one has {dict(what.sizes)}"
                )
            return what
        sources = {"": self.series}
        for name, other in (others or {}).items():
            self.same_points(other)
            sources[name] = other.series
        return valuation.value(what, sources, RUNS)

    def same_points(self, other: Sweep) -> None:
        """Raise `ValueError` unless another sweep has the same points and chances."""
        ours, theirs = self.design[self.factors.index], other.design[other.factors.index]
        seeds = self.runs.attrs["seed_hex"], other.runs.attrs["seed_hex"]
        if list(ours) != list(theirs) or ours.shape != theirs.shape:
            raise ValueError(f"{other.path}: not over the points of {self.path.name}")
        if not np.array_equal(ours.to_numpy(), theirs.to_numpy()) or seeds[0] != seeds[1]:
            raise ValueError(f"{other.path}: other points or seed than {self.path.name}")

    @cached_property
    def policies(self) -> pd.DataFrame:
        """The policies: a row each, a column for each lever that is a list."""
        levers = [name for name in self.factors.index if name not in self.uncertain]
        return self.design.groupby("policy")[levers].first()

    def of_policy(self, values: xr.DataArray, policy: int | None = None) -> xr.DataArray:
        """Return the mean over replicates in each world, for one policy.

        The result is float64 on (point), in the order of the worlds. Replicates that did not
        finish are left out; NaN where none did. With several policies `policy` says which.
        """
        count = len(self.policies)
        if policy is None and count > 1:
            raise ValueError(
                f"the design has {count} policies: policy=0 to {count - 1} says which "
                "(sweep.policies lists them)"
            )
        if not 0 <= (policy or 0) < count:
            raise ValueError(f"no policy {policy}: there are 0 to {count - 1}")
        chosen = np.flatnonzero(self.design["policy"].to_numpy() == (policy or 0))
        values = values.isel(point=chosen)
        return values.mean("replicate", skipna=True) if "replicate" in values.dims else values


def _varied(identity: str) -> list[tuple[str, float, float]]:
    """Return path, lowest and highest value of each factor, in the order of the sweep."""
    found = []
    for line in identity.splitlines():
        if line.startswith("varied: "):
            path, numbers = line.removeprefix("varied: ").split(" as ", 1)
            values = [float(number) for number in numbers.split()[1:]]
            found.append((path, min(values, default=np.nan), max(values, default=np.nan)))
    return found

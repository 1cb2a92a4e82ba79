"""Opening of the file of a run: labelled arrays and tables, in one call."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any

import h5py
import pandas as pd
import xarray as xr

from samenspel import hdf5
from samenspel.hdf5 import RunFileError
from samenspel.stored import stored

FORMAT = 1
"""The newest format of the file that this package reads."""


def open_run(path: str | Path, *, unfinished: bool = False) -> Run:
    """Open the file of a run or a sweep.

    The file stays open until `Run.close`, or the end of a ``with`` block; arrays are read from it
    when they are used. With `unfinished`, the ``.part`` file of a run that is still going can be
    opened too: its series are read at once, as far as they go.

    >>> run = open_run("baseline.h5")                              # doctest: +SKIP
    >>> run.series["need_share"].sel(domain="care").mean("replicate")  # doctest: +SKIP

    Raises `FileNotFoundError` if there is no such file, `RunFileError` if it cannot be read as a
    run.
    """
    path = Path(path)
    if not path.exists():
        part = path.with_name(path.name + ".part")
        hint = f"; the run is not finished: {part.name} is there" if part.exists() else ""
        raise FileNotFoundError(f"{path}: no such file{hint}")
    if path.is_dir():
        raise RunFileError(f"{path}: a folder, not a file")
    if path.name.endswith(".part") and not unfinished:
        raise RunFileError(
            f"{path}: a run that is not finished; open_run(path, unfinished=True) reads its series "
            "so far"
        )
    if not h5py.is_hdf5(path):
        raise RunFileError(f"{path}: not an HDF5 file, or one that is damaged")
    return Run(path, path.name.endswith(".part"))


class Run:
    """The file of a run or a sweep, opened for reading.

    Arrays are `xarray.Dataset`, tables are `pandas.DataFrame`. A part that the file does not hold
    raises `RunFileError` with its name. `groups` says what there is.
    """

    def __init__(self, path: Path, unfinished: bool = False) -> None:
        self.path = path
        self._sets: list[xr.Dataset] = []
        try:
            # A file that grows is read in the mode that allows for its writer.
            self._file = h5py.File(path, "r", swmr=unfinished)
        except OSError as error:
            raise RunFileError(f"{path}: cannot be opened: {error}") from error
        self._unfinished = unfinished
        try:
            self._check()
        except BaseException:
            self._file.close()
            raise

    def _check(self) -> None:
        source = hdf5.as_text(self._file.attrs.get("source", ""))
        if not source.startswith("samenspel") or "samenspel_format" not in self._file.attrs:
            by = f" (its source: {source})" if source else ""
            raise RunFileError(f"{self.path}: HDF5, but not written by samenspel{by}")
        version = int(self._file.attrs["samenspel_format"])
        if version > FORMAT:
            raise RunFileError(
                f"{self.path}: format {version}, this package reads up to {FORMAT}: "
                "update the package samenspel"
            )

    def __enter__(self) -> Run:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<samenspel run {self.path.name!r}: {self.title}; {', '.join(self.groups)}>"

    def close(self) -> None:
        """Close the file. Arrays that were not read yet can no longer be."""
        for dataset in self._sets:
            dataset.close()
        self._sets.clear()
        self._file.close()

    @property
    def title(self) -> str:
        """The title of the scenario."""
        return hdf5.as_text(self._file.attrs.get("title", ""))

    @property
    def source(self) -> str:
        """The program that wrote the file, and its version."""
        return hdf5.as_text(self._file.attrs["source"])

    @property
    def attributes(self) -> dict[str, Any]:
        """What the file says of itself as a whole, by name: title, source, seed_hex, …."""
        return {name: hdf5.plain(value) for name, value in self._file.attrs.items()}

    @property
    def groups(self) -> list[str]:
        """The parts that the file holds, such as ``series`` and ``parameters``."""
        return [name for name, item in self._file.items() if isinstance(item, h5py.Group)]

    @cached_property
    def series(self) -> xr.Dataset:
        """What was measured each month.

        Every variable has the axes (scenario, replicate, month) and at most two of municipality,
        neighbourhood, domain, organisation, lever; float32; its unit is ``.attrs["units"]``.
        `month` counts from 0, and `date` is the first day of that month.
        """
        return self._dataset("series")

    @cached_property
    def summary(self) -> xr.Dataset:
        """Mean and quantiles over the replicates, by `statistic`: mean, q05, q25, q50, q75, q95."""
        return self._dataset("summary")

    @cached_property
    def difference(self) -> xr.Dataset:
        """Paired differences with the baseline: quantiles, and the share above zero."""
        return self._dataset("difference")

    @cached_property
    def fit(self) -> xr.Dataset:
        """The fit of the first day: per neighbourhood what was published and what was settled."""
        return self._dataset("fit")

    @cached_property
    def elasticity(self) -> xr.Dataset:
        """How prevalence answers to the supply of formal help; there after ``run --elasticity``."""
        return self._dataset("elasticity")

    @cached_property
    def panel(self) -> xr.Dataset:
        """The residents who were followed, NaN once one is gone.

        Every field has the axes (scenario, replicate, month, person).
        """
        return self._dataset("panel")

    @cached_property
    def events(self) -> pd.DataFrame:
        """What happened and when: a row an event."""
        return self._table("events")

    @cached_property
    def runs(self) -> pd.DataFrame:
        """A row for each run: status, seed, state digest, message."""
        return self._table("runs")

    @cached_property
    def design(self) -> pd.DataFrame:
        """What was varied: a row for each scenario of a sweep."""
        return self._table("design")

    @cached_property
    def parameters(self) -> pd.DataFrame:
        """The parameters by name: value, unit, default, source, grade."""
        table = self._table("parameters")
        return table.set_index("name") if "name" in table else table

    @cached_property
    def parameters_by_scenario(self) -> pd.DataFrame:
        """The values of the parameters: a row a parameter, a column a scenario of the file."""
        values = self._dataset("parameters")["value_by_scenario"]
        return values.transpose("name", "scenario").to_pandas()

    @cached_property
    def claims(self) -> pd.DataFrame:
        """What the scenario expects: a row a claim, with interval over replicates and verdict."""
        return self._table("claims")

    @cached_property
    def scenarios(self) -> pd.DataFrame:
        """The scenarios of the file, by name: title, question and resolved text."""
        table = self._table("scenarios")
        return table.set_index("scenario") if "scenario" in table else table

    @cached_property
    def names(self) -> pd.DataFrame:
        """What knobs, levers and processes are called: a row each, with `kind` and `name`."""
        return self._table("names")

    @cached_property
    def inputs(self) -> dict[str, Any]:
        """The rows that the run read from place tables, by table; with their source in `attrs`."""
        return hdf5.tree(self._group("inputs"))

    @cached_property
    def provenance(self) -> dict[str, Any]:
        """Where the file comes from: scenario text, version, command, machine, time."""
        group = self._group("provenance")
        return {name: hdf5.scalar(group[name]) for name in group if hdf5.is_dataset(group[name])}

    @cached_property
    def snapshots(self) -> Snapshots:
        """Residents and ties at chosen months: ``run.snapshots["2015-01"]["residents"]``."""
        return Snapshots(self._group("snapshots"))

    def _group(self, name: str) -> h5py.Group:
        if not self._file:
            raise RunFileError(f"{self.path}: the run was closed")
        group = self._file.get(name)
        if not isinstance(group, h5py.Group):
            raise RunFileError(
                f"{self.path}: holds no /{name}; it holds {', '.join(self.groups) or 'nothing'}"
            )
        return group

    def _table(self, name: str) -> pd.DataFrame:
        return hdf5.frame(self._group(name))

    def _dataset(self, name: str) -> xr.Dataset:
        group = self._group(name)
        if self._unfinished:
            dataset = hdf5.in_memory(group)
        else:
            dataset = stored(group)
            self._sets.append(dataset)
        return hdf5.with_dates(dataset)


class Snapshots(Mapping[str, "Snapshot"]):
    """The snapshots of a file by month, as ``"2015-01"``; ``"2015_01"`` finds the same."""

    def __init__(self, group: h5py.Group) -> None:
        self._months = {_month_key(name): group[name] for name in group}

    def __getitem__(self, month: str) -> Snapshot:
        """Return the snapshot of a month."""
        try:
            return Snapshot(self._months[_month_key(month)])
        except KeyError:
            raise KeyError(
                f"no snapshot of {month}; there are {', '.join(self._months) or 'none'}"
            ) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._months)

    def __len__(self) -> int:
        return len(self._months)


class Snapshot(Mapping[str, pd.DataFrame]):
    """One moment: tables by name (``residents``, ``support_ties``, …), read when asked for."""

    def __init__(self, group: h5py.Group) -> None:
        self._group = group

    def __getitem__(self, name: str) -> pd.DataFrame:
        """Return a table: a row a resident, or a row a tie."""
        if name not in self._group:
            raise KeyError(f"no {name} in this snapshot; there are {', '.join(self._group)}")
        return hdf5.frame(self._group[name])

    def rows(
        self, name: str, scenario: int, replicate: int, columns: Sequence[str]
    ) -> pd.DataFrame:
        """Return columns of a table for one run, which is all that is read of a large file.

        `scenario` is a position on its axis, from 0.
        """
        if name not in self._group:
            raise KeyError(f"no {name} in this snapshot; there are {', '.join(self._group)}")
        return hdf5.part(self._group[name], {"scenario": scenario, "replicate": replicate}, columns)

    def __iter__(self) -> Iterator[str]:
        return iter(name for name in self._group if isinstance(self._group[name], h5py.Group))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _month_key(name: str) -> str:
    digits = re.sub(r"\D", "", name)
    return f"{digits[:4]}-{digits[4:]}" if len(digits) == 6 else name

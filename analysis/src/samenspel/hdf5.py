"""From groups of an HDF5 file to tables and labelled arrays."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import h5py
import numpy as np
import pandas as pd
import xarray as xr


class RunFileError(ValueError):
    """A file that is not a finished run of samenspel; the message says what it is."""


def is_dataset(item: object) -> bool:
    """Return whether this is an array, not a group."""
    return isinstance(item, h5py.Dataset)


def as_text(value: object) -> str:
    """Return text that HDF5 gave as bytes or as text."""
    return value.decode("utf-8") if isinstance(value, bytes) else str(value)


def _values(dataset: h5py.Dataset, rows: Any = ()) -> np.ndarray[Any, Any]:
    values = dataset[rows]
    if h5py.check_string_dtype(dataset.dtype) is not None:
        decode: Callable[[Any], Any] = np.vectorize(as_text, otypes=[object])
        return np.asarray(decode(values) if np.size(values) else values, dtype=object)
    return np.asarray(values)


def scalar(dataset: h5py.Dataset) -> Any:
    """Return the value of a dataset without axes."""
    values = _values(dataset)
    return values.item() if values.ndim == 0 else values


def flat_column(dataset: h5py.Dataset, rows: Any = ()) -> Any:
    """Return all values one behind another, the last axis fastest.

    The words of `flag_meanings` stand in the place of numbers.
    """
    values = _values(dataset, rows).ravel()
    if "flag_values" in dataset.attrs and "flag_meanings" in dataset.attrs:
        flags = np.atleast_1d(dataset.attrs["flag_values"]).tolist()
        words = as_text(dataset.attrs["flag_meanings"]).split()
        if len(flags) == len(words):
            places = {flag: i for i, flag in enumerate(flags)}
            codes = [places.get(value, -1) for value in values.tolist()]
            return pd.Categorical.from_codes(codes, categories=words)
    return values


def frame(group: h5py.Group) -> pd.DataFrame:
    """Return the one-dimensional datasets of a group as columns of a table.

    The axis of another dataset, with more axes, is no column. `attrs` of the table hold those of
    the group, and under ``units`` the unit of each column of numbers.
    """
    columns = {n: d for n, d in group.items() if is_dataset(d) and d.ndim == 1}
    axes = {_axis(d, 0) for d in columns.values() if not d.is_scale and len(d.dims[0]) > 0}
    columns = {n: d for n, d in columns.items() if not axes or not d.is_scale or n in axes}
    lengths = {d.shape[0] for d in columns.values()}
    if len(lengths) > 1:
        raise RunFileError(f"{group.name}: columns of different lengths, {sorted(lengths)}")
    table = pd.DataFrame({name: flat_column(dataset) for name, dataset in columns.items()})
    table.attrs = {name: plain(value) for name, value in group.attrs.items()}
    table.attrs["units"] = {
        name: as_text(dataset.attrs["units"])
        for name, dataset in columns.items()
        if "units" in dataset.attrs and dataset.dtype.kind != "O"
    }
    return table


def part(group: h5py.Group, where: Mapping[str, int], columns: Sequence[str]) -> pd.DataFrame:
    """Return columns of the rows in which others have given values; only those rows are read."""
    chosen: Any = True
    for name, value in where.items():
        chosen = chosen & (group[name][()] == value)
    found = np.flatnonzero(chosen)
    first, last = (int(found[0]), int(found[-1]) + 1) if found.size else (0, 0)
    kept = found - first
    table = pd.DataFrame({name: flat_column(group[name], slice(first, last)) for name in columns})
    return table.iloc[kept].reset_index(drop=True)


def plain(value: Any) -> Any:
    """Return the value of an attribute as Python has it."""
    if isinstance(value, bytes):
        return value.decode("utf-8")
    return value.item() if isinstance(value, np.generic) else value


def tree(group: h5py.Group) -> dict[str, Any]:
    """Return the tables and values of a group by name, and those of the groups in it."""
    found: dict[str, Any] = {}
    for name, item in group.items():
        if isinstance(item, h5py.Group):
            tables = any(is_dataset(child) for child in item.values())
            found[name] = frame(item) if tables else tree(item)
        elif item.ndim == 0:
            found[name] = scalar(item)
    return found


def in_memory(group: h5py.Group) -> xr.Dataset:
    """Read a group with its axes at once, which is how a file that still grows must be read."""
    scales = {name: d for name, d in group.items() if is_dataset(d) and d.is_scale}
    lengths = {name: scale.shape[0] for name, scale in scales.items()}
    read: dict[str, tuple[list[str], Any, dict[str, Any]]] = {}
    for name, dataset in group.items():
        if not is_dataset(dataset) or name in scales:
            continue
        axes = [_axis(dataset, i) for i in range(dataset.ndim)]
        values = _values(dataset)
        for axis, length in zip(axes, values.shape, strict=True):
            lengths[axis] = min(length, lengths.get(axis, length))
        attributes = {
            key: plain(value)
            for key, value in dataset.attrs.items()
            if key not in ("DIMENSION_LIST", "REFERENCE_LIST", "CLASS", "NAME", "_Netcdf4Dimid")
        }
        read[name] = (axes, values, attributes)
    # The writer lengthens one dataset after the other: what is not there in all does not count.
    variables = {
        name: (axes, values[tuple(slice(lengths[axis]) for axis in axes)], attributes)
        for name, (axes, values, attributes) in read.items()
    }
    coordinates = {
        name: ((name,), _values(scale)[: lengths[name]], _scale_attributes(scale))
        for name, scale in scales.items()
    }
    return xr.Dataset(variables, coordinates)


def _axis(dataset: h5py.Dataset, index: int) -> str:
    dimension = dataset.dims[index]
    if len(dimension) == 0:
        raise RunFileError(f"{dataset.name}: axis {index} has no scale")
    return str(dimension[0].name).rsplit("/", 1)[-1]


def _scale_attributes(scale: h5py.Dataset) -> dict[str, Any]:
    own = ("CLASS", "NAME", "REFERENCE_LIST", "_Netcdf4Dimid")
    return {name: plain(value) for name, value in scale.attrs.items() if name not in own}


def with_dates(dataset: xr.Dataset) -> xr.Dataset:
    """Add the first day of each month as the coordinate `date`, where the calendar is known."""
    if "month" not in dataset.coords:
        return dataset
    month = dataset.coords["month"]
    start = str(month.attrs.get("calendar_start", ""))
    if not re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", start):
        return dataset
    days = np.datetime64(start[:7], "M") + month.values.astype("timedelta64[M]")
    return dataset.assign_coords(date=("month", days.astype("datetime64[ns]")))

"""Groups of an HDF5 file as labelled arrays that are read when they are used.

What `xarray.open_dataset` gives as well, but in a tenth of the time where a group holds hundreds of
variables, as ``/series`` does.
"""

from __future__ import annotations

from typing import Any

import h5py
import numpy as np
import xarray as xr
from xarray.backends import BackendArray
from xarray.core import indexing

from samenspel import hdf5

_OWN = ("CLASS", "NAME", "DIMENSION_LIST", "REFERENCE_LIST", "_Netcdf4Dimid")


class _Stored(BackendArray):
    """An array that stays in the file until a part of it is asked for."""

    def __init__(self, dataset: h5py.Dataset) -> None:
        self.dataset = dataset
        self.shape = dataset.shape
        self.dtype = np.dtype(dataset.dtype)

    def __deepcopy__(self, memo: object) -> _Stored:
        return self  # What is only read can be shared.

    def __reduce__(self) -> tuple[Any, tuple[str, str]]:
        # For another process, which opens the file for itself.
        return _again, (self.dataset.file.filename, self.dataset.name)

    def __getitem__(self, key: Any) -> Any:
        """Return a part, as xarray asks for it."""
        support = indexing.IndexingSupport.OUTER_1VECTOR
        return indexing.explicit_indexing_adapter(key, self.shape, support, self._read)

    def _read(self, key: tuple[Any, ...]) -> Any:
        if not self.dataset:
            raise hdf5.RunFileError("the run was closed before this array was read")
        return self.dataset[key]


def _again(path: str, name: str) -> _Stored:
    return _Stored(h5py.File(path, "r")[name])


def stored(group: h5py.Group) -> xr.Dataset:
    """Return the datasets of a group with their axes; texts and axes are read at once."""
    items = {name: item for name, item in group.items() if hdf5.is_dataset(item)}
    # One name for each axis of the file: that of a scale is slow to find.
    names: dict[Any, str] = {}
    variables = {name: _variable(item, names) for name, item in items.items() if not item.is_scale}
    scales = {
        name: xr.Variable((name,), _texts(item), _attributes(item))
        for name, item in items.items()
        if item.is_scale
    }
    return xr.Dataset(variables, scales, _attributes(group))


def _variable(item: h5py.Dataset, names: dict[Any, str]) -> xr.Variable:
    axes = [_axis(item, i, names) for i in range(item.ndim)]
    if h5py.check_string_dtype(item.dtype) is not None or item.ndim == 0:
        return xr.Variable(axes, _texts(item), _attributes(item))
    # What was read whole is kept, and a change stays in memory.
    array = indexing.CopyOnWriteArray(indexing.LazilyIndexedArray(_Stored(item)))
    return xr.Variable(axes, indexing.MemoryCachedArray(array), _attributes(item))


def _axis(item: h5py.Dataset, index: int, names: dict[Any, str]) -> str:
    dimension = item.dims[index]
    if len(dimension) == 0:
        raise hdf5.RunFileError(f"{item.name}: axis {index} has no scale")
    scale = dimension[0]
    place = h5py.h5o.get_info(scale.id)
    key = (place.fileno, place.addr)
    if key not in names:
        names[key] = str(scale.name).rsplit("/", 1)[-1]
    return names[key]


def _texts(item: h5py.Dataset) -> Any:
    values = item[()]
    if h5py.check_string_dtype(item.dtype) is None:
        return values
    return np.asarray([hdf5.as_text(value) for value in np.ravel(values)], dtype=np.str_).reshape(
        np.shape(values)
    )


def _attributes(item: h5py.Dataset | h5py.Group) -> dict[str, Any]:
    return {name: hdf5.plain(item.attrs[name]) for name in item.attrs if name not in _OWN}

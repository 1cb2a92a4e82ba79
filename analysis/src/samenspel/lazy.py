"""Groups of an HDF5 file as labelled arrays that are read when they are used.

xarray opens the hundreds of variables of a run one by one, which takes seconds; here a variable is
no more than its name and its place in the file until then.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import h5py
import numpy as np
import xarray as xr
from xarray.backends import BackendArray
from xarray.core import indexing

from samenspel import hdf5


class _OnDisk(BackendArray):
    """An array in the file."""

    def __init__(self, dataset: h5py.Dataset) -> None:
        self.dataset = dataset
        self.path = dataset.file.filename
        self.shape = dataset.shape
        self.dtype = dataset.dtype

    def __getitem__(self, key: Any) -> Any:
        support = indexing.IndexingSupport.OUTER_1VECTOR
        return indexing.explicit_indexing_adapter(key, self.shape, support, self._read)

    def _read(self, key: tuple[Any, ...]) -> Any:
        if not self.dataset:
            raise hdf5.RunFileError(f"{self.path}: the run was closed")
        return self.dataset[key]


def dataset_of(group: h5py.Group) -> xr.Dataset:
    """Return the arrays of a group with their axes; numbers stay in the file until they are used.

    Axes and texts are read at once. The file must stay open.
    """
    arrays = {name: item for name, item in group.items() if hdf5.is_dataset(item)}
    scales = {name: item for name, item in arrays.items() if item.is_scale}
    # By where they are in the file: HDF5 takes long to say what a scale of an array is called.
    places = {_place(scale): name for name, scale in scales.items()}
    coordinates = {name: _axis(name, scale) for name, scale in scales.items()}
    variables = {n: _variable(item, places) for n, item in arrays.items() if n not in scales}
    return xr.Dataset(variables, coordinates, hdf5.attributes_of(group))


def _axis(name: str, scale: h5py.Dataset) -> xr.Variable:
    return xr.Variable((name,), _texts(hdf5.read_values(scale)), hdf5.attributes_of(scale))


def _place(dataset: h5py.Dataset) -> int:
    return int(h5py.h5o.get_info(dataset.id).addr)


def _variable(dataset: h5py.Dataset, places: Mapping[int, str]) -> xr.Variable:
    axes = [_axis_name(dataset, i, places) for i in range(dataset.ndim)]
    if h5py.check_string_dtype(dataset.dtype) is not None or dataset.ndim == 0:
        return xr.Variable(axes, _texts(hdf5.read_values(dataset)), hdf5.attributes_of(dataset))
    data = indexing.LazilyIndexedArray(_OnDisk(dataset))
    kept = indexing.MemoryCachedArray(indexing.CopyOnWriteArray(data))
    return xr.Variable(axes, kept, hdf5.attributes_of(dataset))


def _axis_name(dataset: h5py.Dataset, index: int, places: Mapping[int, str]) -> str:
    scales = dataset.dims[index]
    name = places.get(_place(scales[0])) if len(scales) else None
    return name or hdf5.axis_name(dataset, index)


def _texts(values: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    return values.astype(str) if values.dtype == object else values

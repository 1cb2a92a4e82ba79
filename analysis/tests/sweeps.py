"""Small files of sweeps, as the simulator writes them, with outcomes of one's own."""

from __future__ import annotations

from pathlib import Path

import h5py
import numpy as np
import numpy.typing as npt

TEXT = h5py.string_dtype()
STATUS = ["waiting", "finished", "failed"]


def scale(group: h5py.Group, name: str, values: object, dtype: object = None) -> h5py.Dataset:
    made = group.create_dataset(name, data=values, dtype=dtype)
    made.make_scale(name)
    return made


def write_sweep(
    path: Path,
    factors: dict[str, npt.ArrayLike],
    outcomes: dict[str, npt.ArrayLike],
    *,
    levers: tuple[str, ...] = (),
    design: str = "sobol",
    policies: int = 1,
    status: npt.ArrayLike | None = None,
    seed: int = 1,
    places: tuple[str, ...] = ("GM0001",),
) -> Path:
    """Write a sweep.

    `factors` are values by path, a number a point; `levers` of them are lists of levers.
    `outcomes` have the shape (points, replicates, months, places); `status` (points, replicates)
    are numbers in `STATUS`.
    """
    first = np.asarray(next(iter(outcomes.values())), dtype="f4")
    points, replicates, months = first.shape[:3]
    with h5py.File(path, "w") as file:
        file.attrs.update(
            source="samenspel 0.1.0", samenspel_format=np.int32(1), title="A sweep", kind="sweep"
        )
        group = file.create_group("design")
        group.attrs.update(design=design, n=np.int64(points // policies))
        point = scale(group, "point", np.arange(points, dtype="i4"))
        identity = "samenspel 0.1.0\n"
        columns = {"policy": np.arange(points) % policies, "world": np.arange(points) // policies}
        for name, numbers in columns.items():
            group.create_dataset(name, data=numbers.astype("i4")).attrs["long_name"] = name
        for factor, values in factors.items():
            column = group.create_dataset(factor.replace(".", "_"), data=np.asarray(values, "f8"))
            shape = "values" if factor in levers else "uniform"
            chosen = factor.startswith(("knobs.", "levers."))
            plain = chosen or factor.startswith("runs.")
            path_there = factor if plain else f"parameters.{factor}"
            column.attrs.update(
                long_name=path_there,
                units="1" if plain else "month",
                kind="lever" if chosen else "uncertainty",
                distribution=shape,
            )
            ends = f"{np.min(values):.17g} {np.max(values):.17g}"
            identity += f"varied: {path_there} as {shape} {ends}\n"
        group.create_dataset("identity", data=identity, dtype=TEXT).attrs["long_name"] = "identity"
        runs = file.create_group("runs")
        replicate = scale(runs, "replicate", np.arange(replicates, dtype="i4"))
        went = np.ones((points, replicates), "i1") if status is None else np.asarray(status, "i1")
        kept = runs.create_dataset("status", data=went)
        kept.attrs.update(flag_values=np.arange(3, dtype="i1"), flag_meanings=" ".join(STATUS))
        runs.create_dataset("months", data=np.where(went == 1, months, 0).astype("i4"))
        reason = np.where(went == 2, "no room", "").astype(object)
        runs.create_dataset("message", data=reason, dtype=TEXT)
        runs.attrs.update(seed=np.uint64(seed), seed_hex=f"{seed:016x}", replay="samenspel run …")
        series = file.create_group("series")
        series["point"], series["replicate"] = point, replicate
        month = scale(series, "month", np.arange(months, dtype="i4"))
        month.attrs.update(units="month", calendar_start="2015-01")
        place = scale(series, "municipality", list(places), TEXT)
        name = series.create_dataset(
            "municipality_name", data=[f"Stad {p}" for p in places], dtype=TEXT
        )
        name.dims[0].attach_scale(place)
        for outcome, numbers in outcomes.items():
            values = np.array(numbers, dtype="f4")
            values[went != 1] = np.nan
            made = series.create_dataset(outcome, data=values)
            made.attrs.update(units="1", long_name=outcome)
            for i, axis in enumerate((point, replicate, month, place)):
                made.dims[i].attach_scale(axis)
    return path


def constant(values: npt.ArrayLike, months: int = 1, replicates: int = 1) -> np.ndarray:
    """Return one number a point as an outcome: (points, replicates, months, 1 place)."""
    found = np.asarray(values, dtype="f4")[:, None, None, None]
    return np.tile(found, (1, replicates, months, 1))

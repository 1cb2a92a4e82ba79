"""Files that the tests share: small input tables, and a small file of a run."""

from __future__ import annotations

import os
from pathlib import Path

import h5py
import numpy as np
import pytest

from samenspel import neighbourhoods, positions

TEXT = h5py.string_dtype()


@pytest.fixture
def reference() -> Path:
    folder = os.environ.get("SAMENSPEL_REFERENCE", "")
    if not folder or not (Path(folder) / "data").is_dir():
        pytest.skip("SAMENSPEL_REFERENCE names no folder with data/")
    return Path(folder) / "data"


def write_csv(path: Path, rows: list[dict[str, object]]) -> Path:
    lines = [",".join(rows[0])]
    lines += [",".join(str(value) for value in row.values()) for row in rows]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def neighbourhood(code: str, municipality: str, **changes: object) -> dict[str, object]:
    """Return an input row in which every neighbourhood is alike but for `changes`."""
    row: dict[str, object] = dict.fromkeys(neighbourhoods.NEEDED, 10)
    row |= {
        "wk_code": code,
        "wk_name": f"Wijk {code}",
        "gm_code": municipality,
        "gm_name": f"Stad {municipality}",
        "province": "Drenthe",
        "urbanity_1_5": 3,
        "x_rd": 200000,
        "y_rd": 500000,
        "population_2022": 1000,
        "population_2024": 1100,
        "gm_hh_size_2025": 2.2,
        "gm_wmo_hh_help_suspect": 0,
    }
    return row | changes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the four input tables of a country of three neighbourhoods."""
    data = tmp_path / "data"
    write_csv(
        data / "places/wijken_2022.csv",
        [
            neighbourhood("WK000201", "GM0002", p_income_lowest40=30),
            neighbourhood("WK000102", "GM0001", p_income_lowest40=""),
            neighbourhood("WK000101", "GM0001", p_income_lowest40=50, population_2022=3000),
        ],
    )
    ages = [f"{a} - {a + 5} jaar" for a in range(0, 95, 5)] + ["95 jaar of ouder"]
    write_csv(
        data / "gemeenten_2020_position_by_age.csv",
        [
            dict.fromkeys(positions.NEEDED, 20)
            | {"age": age, "code": "GM0001", "private_hh_persons": 200}
            for age in ages
        ],
    )
    write_csv(
        data / "gemeenten_2025_age_households.csv",
        [
            {"gemeente": "Nederland"}
            | dict.fromkeys(positions.AGE_BANDS, 50)
            | {"n_25_44": 200, "n_45_64": 200, "n_65_79": 150, "n_80plus": 40},
        ],
    )
    write_csv(
        data / "cpb_spending_by_age_2022.csv",
        [{"age": a, "wmo_eur": 100 + a, "jeugd_eur": 500 if a < 18 else 0} for a in range(100)],
    )
    return data


def _scale(group: h5py.Group, name: str, values: object, dtype: object = None) -> h5py.Dataset:
    made = group.create_dataset(name, data=values, dtype=dtype)
    made.make_scale(name)
    return made


def _columns(file: h5py.File, path: str, columns: dict[str, object]) -> h5py.Group:
    group = file.create_group(path)
    length = len(next(iter(columns.values())))  # type: ignore[arg-type]
    row = _scale(group, "row", np.arange(length, dtype="i4"))
    for name, values in columns.items():
        text = isinstance(values[0], str)  # type: ignore[index]
        made = group.create_dataset(name, data=values, dtype=TEXT if text else None)
        made.dims[0].attach_scale(row)
    return group


@pytest.fixture
def run_file(tmp_path: Path) -> Path:
    """Return a run of 2 scenarios, 3 replicates, 4 months and 2 domains, as the simulator's."""
    path = tmp_path / "run.h5"
    with h5py.File(path, "w") as file:
        file.attrs["source"] = "samenspel 0.1.0"
        file.attrs["samenspel_format"] = np.int32(1)
        file.attrs["title"] = "A small run"
        series = file.create_group("series")
        axes = [
            _scale(series, "scenario", ["baseline", "room"], TEXT),
            _scale(series, "replicate", np.arange(3, dtype="i4")),
            _scale(series, "month", np.arange(4, dtype="i4")),
            _scale(series, "domain", ["care", "youth"], TEXT),
        ]
        axes[2].attrs["units"] = "month"
        axes[2].attrs["calendar_start"] = "2015-11"
        values = np.arange(48, dtype="f4").reshape(2, 3, 4, 2)
        need = series.create_dataset("need_share", data=values)
        need.attrs["units"] = "1"
        need.attrs["long_name"] = "share with a need"
        for i, axis in enumerate(axes):
            need.dims[i].attach_scale(axis)
        _columns(file, "parameters", {"name": ["needs.onset", "trust.gain"], "value": [0.25, 2.0]})[
            "value"
        ].attrs["units"] = "1"
        _columns(file, "runs", {"replicate": np.arange(3), "status": ["done"] * 3})
        residents = _columns(
            file, "snapshots/m2015_11/residents", {"age": [3, 80], "sex_kind": np.int8([1, 0])}
        )
        residents["sex_kind"].attrs["flag_values"] = np.int8([0, 1])
        residents["sex_kind"].attrs["flag_meanings"] = "first second"
        _columns(file, "inputs/neighbourhoods", {"code": ["WK079601"], "residents": [4020]})
        file["inputs/neighbourhoods"].attrs["licence"] = "CC BY 4.0"
        file.create_dataset("provenance/version", data="0.1.0", dtype=TEXT)
        file.create_dataset("provenance/threads", data=np.int32(2))
    return path

"""What `open_run` gives, and how it refuses."""

from __future__ import annotations

import pickle
from pathlib import Path

import h5py
import numpy as np
import pytest
import xarray as xr

import samenspel


def test_series_have_labelled_axes_and_the_values_written(run_file: Path) -> None:
    with samenspel.open_run(run_file) as run:
        need = run.series["need_share"]
        assert need.dims == ("scenario", "replicate", "month", "domain")
        assert need.attrs["units"] == "1"
        # Scenario 1, replicate 2, month 3, domain 1 of 2 x 3 x 4 x 2 numbers counted in order.
        assert need.sel(scenario="room", replicate=2, month=3, domain="youth") == 47
        assert need.sel(scenario="baseline", replicate=1, month=0, domain="care") == 8


@pytest.mark.parametrize(
    "choice",
    [
        {"month": slice(None, None, -2)},
        {"month": [3, 0, 0], "domain": [1]},
        {"month": np.array([False, True, True, False]), "domain": [1, 0]},
        {"scenario": 1, "replicate": [2, 0]},
    ],
)
def test_parts_are_read_as_they_are_chosen(run_file: Path, choice: dict[str, object]) -> None:
    whole = np.arange(48, dtype="f4").reshape(2, 3, 4, 2)
    expected = xr.DataArray(whole, dims=("scenario", "replicate", "month", "domain"))
    with samenspel.open_run(run_file) as run:
        found = run.series["need_share"].isel(choice)
        assert np.array_equal(found.values, expected.isel(choice).values)
        assert np.array_equal(run.series["need_share"].values, whole)
        # What was read whole stays there.
        again = run.series["need_share"]
    assert np.array_equal(again.isel(choice).values, expected.isel(choice).values)


def test_what_was_not_read_cannot_be_after_the_file_was_closed(run_file: Path) -> None:
    with samenspel.open_run(run_file) as run:
        need = run.series["need_share"]
    with pytest.raises(samenspel.RunFileError, match="the run was closed"):
        _ = need.values


def test_series_can_be_copied_and_sent_to_another_process(run_file: Path) -> None:
    with samenspel.open_run(run_file) as run:
        copied = run.series.copy(deep=True)
        sent = pickle.loads(pickle.dumps(run.series))
        copied["need_share"][0, 0, 0, 0] = 99
        assert run.series["need_share"].values[0, 0, 0, 0] == 0
    assert copied["need_share"].values[0, 0, 0, 0] == 99
    assert sent["need_share"].values[1, 2, 3, 1] == 47


def test_months_carry_the_date_they_begin(run_file: Path) -> None:
    with samenspel.open_run(run_file) as run:
        dates = run.series["date"].values.astype("datetime64[D]").astype(str).tolist()
    assert dates == ["2015-11-01", "2015-12-01", "2016-01-01", "2016-02-01"]


def test_series_are_what_xarray_alone_reads(run_file: Path) -> None:
    pytest.importorskip("netCDF4")
    with samenspel.open_run(run_file) as run:
        for engine in ("h5netcdf", "netcdf4"):
            with xr.open_dataset(run_file, group="series", engine=engine) as other:
                assert np.array_equal(other["need_share"].values, run.series["need_share"].values)


def test_parameters_are_a_table_by_name_with_units(run_file: Path) -> None:
    with samenspel.open_run(run_file) as run:
        assert run.parameters.loc["trust.gain", "value"] == 2.0
        assert run.parameters.attrs["units"] == {"value": "1"}


def test_snapshots_are_found_by_month_in_either_spelling(run_file: Path) -> None:
    with samenspel.open_run(run_file) as run:
        assert list(run.snapshots) == ["2015-11"]
        assert list(run.snapshots["2015-11"]) == ["residents"]
        residents = run.snapshots["2015_11"]["residents"]
    assert residents["age"].tolist() == [3, 80]
    assert residents["sex_kind"].tolist() == ["second", "first"]


def test_a_snapshot_that_is_not_there_names_those_that_are(run_file: Path) -> None:
    with samenspel.open_run(run_file) as run:
        with pytest.raises(KeyError, match="no snapshot of 2020-01; there are 2015-11"):
            run.snapshots["2020-01"]
        with pytest.raises(KeyError, match="no ties in this snapshot; there are residents"):
            run.snapshots["2015-11"]["ties"]


def test_inputs_and_provenance_come_with_their_texts(run_file: Path) -> None:
    with samenspel.open_run(run_file) as run:
        assert run.inputs["neighbourhoods"]["code"].tolist() == ["WK079601"]
        assert run.inputs["neighbourhoods"].attrs["licence"] == "CC BY 4.0"
        assert run.provenance == {"version": "0.1.0", "threads": 2}


def test_a_run_says_what_it_is(run_file: Path) -> None:
    with samenspel.open_run(run_file) as run:
        assert (run.title, run.source) == ("A small run", "samenspel 0.1.0")
        assert "A small run" in repr(run)
        assert "series" in run.groups


def test_a_part_that_is_not_in_the_file_is_named(run_file: Path) -> None:
    with (
        samenspel.open_run(run_file) as run,
        pytest.raises(samenspel.RunFileError, match="holds no /panel; it holds inputs, parameters"),
    ):
        _ = run.panel


def test_a_closed_run_says_so(run_file: Path) -> None:
    run = samenspel.open_run(run_file)
    run.close()
    with pytest.raises(samenspel.RunFileError, match="was closed"):
        _ = run.parameters


def test_a_missing_file_is_said_and_a_part_beside_it_too(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no such file$"):
        samenspel.open_run(tmp_path / "none.h5")
    (tmp_path / "none.h5.part").touch()
    with pytest.raises(FileNotFoundError, match="not finished: none.h5.part is there"):
        samenspel.open_run(tmp_path / "none.h5")


def test_what_is_not_hdf5_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "text.h5"
    path.write_text("month,need\n")
    with pytest.raises(samenspel.RunFileError, match="not an HDF5 file"):
        samenspel.open_run(path)
    with pytest.raises(samenspel.RunFileError, match="a folder"):
        samenspel.open_run(tmp_path)


def test_a_file_cut_short_is_refused(run_file: Path) -> None:
    content = run_file.read_bytes()
    run_file.write_bytes(content[: len(content) // 2])
    with pytest.raises(samenspel.RunFileError, match="cannot be opened|damaged"):
        samenspel.open_run(run_file)


def test_a_file_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.h5"
    with h5py.File(path, "w") as file:
        file.attrs["source"] = "ocean 3"
    with pytest.raises(samenspel.RunFileError, match=r"not written by samenspel \(its source: oc"):
        samenspel.open_run(path)


def test_a_newer_format_is_refused(run_file: Path) -> None:
    with h5py.File(run_file, "a") as file:
        file.attrs["samenspel_format"] = 2
    with pytest.raises(samenspel.RunFileError, match="format 2, this package reads up to 1"):
        samenspel.open_run(run_file)


def test_an_unfinished_run_opens_only_when_asked(run_file: Path) -> None:
    part = run_file.with_name("other.h5.part")
    run_file.rename(part)
    with pytest.raises(samenspel.RunFileError, match="not finished; open_run"):
        samenspel.open_run(part)


def test_the_series_of_a_file_that_still_grows_are_read_as_far_as_they_go(tmp_path: Path) -> None:
    path = tmp_path / "run.h5.part"
    with h5py.File(path, "w", libver="latest") as file:
        file.attrs["source"] = "samenspel 0.1.0"
        file.attrs["samenspel_format"] = 1
        series = file.create_group("series")
        month = series.create_dataset("month", shape=(0,), maxshape=(None,), dtype="i4")
        month.attrs["calendar_start"] = "2015-01"
        month.make_scale("month")
        need = series.create_dataset("need", shape=(0,), maxshape=(None,), dtype="f4", chunks=(8,))
        need.dims[0].attach_scale(month)
        late = series.create_dataset("late", shape=(0,), maxshape=(None,), dtype="f4", chunks=(8,))
        late.dims[0].attach_scale(month)
        file.swmr_mode = True
        for dataset, values in ((month, [0, 1, 2]), (need, [5.0, 6.0, 7.0]), (late, [1.0, 2.0])):
            dataset.resize((len(values),))
            dataset[:] = values
            dataset.flush()
        with samenspel.open_run(path, unfinished=True) as run:
            assert run.series["need"].values.tolist() == [5.0, 6.0]
            assert run.series["late"].sel(month=1) == 2.0
            assert str(run.series["date"].values[1])[:7] == "2015-02"

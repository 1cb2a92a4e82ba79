"""The file of a sweep, opened in one call."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import xarray as xr
from sweeps import constant, write_sweep

from samenspel import RunFileError, open_sweep
from samenspel.sweep.expression import ExpressionError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return two policies in three worlds, two replicates, four months; one failed, one waits."""
    values = np.arange(6 * 2 * 4, dtype="f4").reshape(6, 2, 4, 1)
    status = np.ones((6, 2))
    status[1, 0], status[5, 1] = 2, 0
    return write_sweep(
        tmp_path / "sweep.h5",
        {
            "knobs.informal": [0, 1] * 3,
            "trust.wait": [1, 1, 2, 2, 3, 3],
            "care.wait": [3, 3, 2, 2, 1, 1],
        },
        {"trust_mean": values, "spending": 2 * values},
        levers=("knobs.informal",),
        policies=2,
        status=status,
    )


def test_one_dataset_holds_all_outcomes_on_points_replicates_and_months(path: Path) -> None:
    with open_sweep(path) as sweep:
        trust = sweep.data["trust_mean"]
        assert trust.dims == ("point", "replicate", "month", "municipality")
        assert trust.sel(point=2, replicate=1, month=3).item() == 2 * 8 + 4 + 3
        assert str(trust["date"].values[2])[:10] == "2015-03-01"


def test_factors_are_coordinates_with_path_and_unit(path: Path) -> None:
    with open_sweep(path) as sweep:
        wait = sweep.data["trust_wait"]
        assert wait.values.tolist() == [1, 1, 2, 2, 3, 3]
        assert (wait.attrs["units"], wait.attrs["long_name"]) == ("month", "trust.wait")
        assert sweep.data["policy"].values.tolist() == [0, 1] * 3


def test_runs_that_did_not_finish_are_nan_with_their_status(path: Path) -> None:
    with open_sweep(path) as sweep:
        status = sweep.data["status"]
        assert status.sel(point=1, replicate=0).item() == "failed"
        assert status.sel(point=5, replicate=1).item() == "waiting"
        gone = np.isnan(sweep.data["trust_mean"]).all(("month", "municipality"))
        assert (gone.values == (status.values != "finished")).all()
        assert sweep.runs.loc[(1, 0), "message"] == "no room"
        assert sweep.runs.attrs["seed_hex"] == f"{1:016x}"


def test_factors_stand_in_the_order_of_the_scenario(path: Path) -> None:
    with open_sweep(path) as sweep:
        assert sweep.factors["path"].tolist() == ["knobs.informal", "trust.wait", "care.wait"]
        assert sweep.uncertain == ["trust_wait", "care_wait"]
        assert sweep.factors.loc["trust_wait", ["low", "high"]].tolist() == [1, 3]
        assert sweep.policies["knobs_informal"].tolist() == [0, 1]
        assert sweep.design.loc[4].tolist() == [0, 2, 0, 3, 1]


def test_an_outcome_is_one_number_a_run(path: Path) -> None:
    with open_sweep(path) as sweep:
        ratio = sweep.outcome("ratio(sum(spending), sum(trust_mean))@2015-02..2015-03")
        assert ratio.dims == ("point", "replicate")
        assert ratio.sel(point=3, replicate=0).item() == pytest.approx(2)
        assert np.isnan(ratio.sel(point=1, replicate=0))


def test_the_mean_of_a_policy_leaves_out_what_did_not_finish(path: Path) -> None:
    with open_sweep(path) as sweep:
        values = sweep.of_policy(sweep.outcome("mean(trust_mean)"), 1)
        assert values["point"].values.tolist() == [1, 3, 5]
        assert values.values.tolist() == [8 + 4 + 1.5, 24 + 2 + 1.5, 40 + 1.5]
        with pytest.raises(ValueError, match="2 policies: policy=0 to 1"):
            sweep.of_policy(sweep.outcome("mean(trust_mean)"))
        with pytest.raises(ValueError, match="no policy 2"):
            sweep.of_policy(sweep.outcome("mean(trust_mean)"), 2)


def test_another_sweep_is_paired_by_point_and_replicate(path: Path, tmp_path: Path) -> None:
    factors = {
        "knobs.informal": [0, 1] * 3,
        "trust.wait": [1, 1, 2, 2, 3, 3],
        "care.wait": [3, 3, 2, 2, 1, 1],
    }
    ones = {"trust_mean": np.ones((6, 2, 4, 1))}
    keep = {"levers": ("knobs.informal",), "policies": 2}
    other = write_sweep(tmp_path / "b.h5", factors, ones, **keep)
    reseeded = write_sweep(tmp_path / "c.h5", factors, ones, seed=2, **keep)
    elsewhere = write_sweep(
        tmp_path / "d.h5", factors | {"care.wait": [3, 3, 2, 2, 1, 0]}, ones, **keep
    )
    with open_sweep(path) as sweep, open_sweep(other) as paired:
        found = sweep.outcome("mean(diff(trust_mean, b))", {"b": paired})
        assert found.sel(point=2, replicate=1).item() == 16 + 4 + 1.5 - 1
        for wrong in (reseeded, elsewhere):
            with open_sweep(wrong) as lone, pytest.raises(ValueError, match="other points or seed"):
                sweep.outcome("mean(diff(trust_mean, b))", {"b": lone})


def test_an_outcome_that_is_not_there_is_answered_with_what_is(path: Path) -> None:
    with open_sweep(path) as sweep:
        with pytest.raises(
            ExpressionError, match="no outcome 'trust_maen'.*there are spending, trust_mean"
        ):
            sweep.outcome("mean(trust_maen)")
        with pytest.raises(ExpressionError, match="several months are left"):
            sweep.outcome("trust_mean")
        with pytest.raises(ValueError, match="has the axes point"):
            sweep.outcome(xr.DataArray(np.zeros(3), dims="point"))


def test_what_is_no_finished_sweep_is_refused_with_a_sentence(path: Path, run_file: Path) -> None:
    with pytest.raises(RunFileError, match="a run, not a sweep; open_run opens it"):
        open_sweep(run_file)
    log = path.with_name("going.h5.part")
    log.write_bytes(b"log")
    for asked in (log, path.with_name("going.h5")):
        with pytest.raises(RunFileError, match="--so-far writes the runs that there are"):
            open_sweep(asked)
    with pytest.raises(FileNotFoundError):
        open_sweep(path.with_name("none.h5"))


def test_a_table_of_points_has_ends_of_its_own(tmp_path: Path) -> None:
    path = write_sweep(tmp_path / "t.h5", {"trust.wait": [2, 5, 3]}, {"x": constant([1, 2, 3])})
    import h5py

    with h5py.File(path, "r+") as file:
        del file["design/identity"]
        text = "varied: parameters.trust.wait as values\n"
        file["design"].create_dataset("identity", data=text).attrs["long_name"] = "identity"
    with open_sweep(path) as sweep:
        assert sweep.factors.loc["trust_wait", ["low", "high"]].tolist() == [2, 5]

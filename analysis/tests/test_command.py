"""Files that the command itself has written, read back by every reader there is."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import h5py
import numpy as np
import pytest
import xarray as xr

from samenspel import open_run

LITTLE = ["--set", "place.scale=0.02", "--set", "record.panel=5", "--quiet"]
ENGINES = ["h5netcdf", "netcdf4"]


def command() -> str:
    found = os.environ.get("SAMENSPEL_COMMAND") or shutil.which("samenspel")
    if not found:
        pytest.skip("SAMENSPEL_COMMAND names no command, and none is installed")
    return found


def surroundings() -> dict[str, str]:
    scenarios = Path(__file__).resolve().parents[2] / "scenarios"
    return {**os.environ, "SAMENSPEL_SCENARIOS": str(scenarios), "OMP_WAIT_POLICY": "passive"}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("written") / "little.h5"
    snapshots = ["--set", "record.snapshots=[2015-02]"]
    options = ["-o", str(path), "--months", "14", "--replicates", "2", *snapshots, *LITTLE]
    subprocess.run([command(), "run", "baseline", *options], env=surroundings(), check=True)
    return path


def groups_of(path: Path) -> list[str]:
    """Return every group that holds a dataset."""
    found: list[str] = []

    def visit(name: str, item: h5py.Group | h5py.Dataset) -> None:
        children = item.values() if isinstance(item, h5py.Group) else []
        if any(isinstance(child, h5py.Dataset) for child in children):
            found.append(name)

    with h5py.File(path) as file:
        file.visititems(visit)
    return found


@pytest.mark.parametrize("engine", ENGINES)
def test_xarray_reads_every_value_of_every_group(written: Path, engine: str) -> None:
    pytest.importorskip("netCDF4" if engine == "netcdf4" else engine)
    compared = 0
    with h5py.File(written) as file:
        for group in groups_of(written):
            with xr.open_dataset(written, engine=engine, group=group) as dataset:
                for name, stored in file[group].items():
                    if not isinstance(stored, h5py.Dataset):
                        continue
                    values = stored.asstr()[()] if stored.dtype == object else stored[()]
                    assert dataset[name].shape == stored.shape, f"{group}/{name}"
                    np.testing.assert_array_equal(dataset[name].values, values, f"{group}/{name}")
                    compared += 1
    assert compared > 500


@pytest.mark.parametrize("engine", ENGINES)
def test_the_axes_of_the_series_are_labelled(written: Path, engine: str) -> None:
    pytest.importorskip("netCDF4" if engine == "netcdf4" else engine)
    with xr.open_dataset(written, engine=engine, group="series") as series:
        for name, variable in series.data_vars.items():
            for axis in variable.dims:
                assert axis in series.coords, f"{name} has no labels on {axis}"
        assert series.coords["domain"].values.tolist()[:2] == ["care", "youth"]
        assert series.coords["municipality"].values.tolist() == ["GM0796"]
        assert series.coords["month"].attrs["units"] == "month"


def test_the_summary_has_the_mean_and_quantiles_of_the_replicates(written: Path) -> None:
    with (
        xr.open_dataset(written, engine="h5netcdf", group="series") as series,
        xr.open_dataset(written, engine="h5netcdf", group="summary") as summary,
    ):
        assert summary["statistic"].values.tolist() == ["mean", "q05", "q25", "q50", "q75", "q95"]
        runs = series["trust_mean"].transpose("replicate", ...).values
        said = summary["trust_mean"]
        np.testing.assert_allclose(said.sel(statistic="mean"), runs.mean(axis=0), rtol=1e-6)
        np.testing.assert_allclose(said.sel(statistic="q50"), runs.mean(axis=0), rtol=1e-6)
        np.testing.assert_allclose(
            said.sel(statistic="q05"), np.quantile(runs, 0.05, axis=0), rtol=1e-6
        )


def test_the_fit_stands_beside_what_was_published(written: Path) -> None:
    with (
        xr.open_dataset(written, engine="h5netcdf", group="fit") as fit,
        xr.open_dataset(written, engine="h5netcdf", group="inputs/neighbourhoods") as inputs,
    ):
        ages = fit["age_share_wanted"].sel(age_band="65_up").isel(scenario=0, replicate=1)
        np.testing.assert_allclose(ages, inputs["share_65plus"], atol=1e-6)
        assert fit["age_share_settled"].sum("age_band").values == pytest.approx(1, abs=1e-5)
        apart = abs(fit["low_income_share_settled"] - fit["low_income_share_wanted"])
        assert float(apart.mean()) < 0.02
        care = fit["need_share_settled"].sel(domain="care").mean()
        assert float(care) == pytest.approx(
            float(fit["need_share_wanted"].sel(domain="care").mean()), rel=0.2
        )


@pytest.fixture(scope="module")
def claimed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a run of two scenarios: as it is, and with a claim's own settings."""
    path = tmp_path_factory.mktemp("claimed") / "claimed.h5"
    claim = "{claim: so, pattern: 2, test: 'mean(trust_mean)@2015 < 0', with: {trust.gain: 0.2}}"
    options = ["-o", str(path), "--months", "13", "--replicates", "2", *LITTLE]
    arguments = [command(), "run", "baseline", "--set", f"expect=[{claim}]", *options]
    assert subprocess.run(arguments, env=surroundings(), check=False).returncode == 1
    return path


def test_scenarios_of_one_file_are_told_apart_by_name(claimed: Path) -> None:
    names = ["baseline", "baseline with trust.gain=0.2"]
    with open_run(claimed) as run:
        assert run.series["scenario"].values.tolist() == names
        trust = run.series["trust_mean"].isel(month=-1)
        assert (trust.sel(scenario=names[1]) != trust.sel(scenario=names[0])).all()
        assert run.panel["self_reliance"].dims == ("scenario", "replicate", "month", "person")
        assert run.runs["scenario"].tolist() == [names[0]] * 2 + [names[1]] * 2
        assert run.runs["replicate"].tolist() == [0, 1, 0, 1]
        assert set(run.events["scenario"]) == set(names)
        assert run.scenarios.index.tolist() == names
        assert run.parameters_by_scenario.loc["trust.gain", names[1]] == 0.2
        assert run.parameters.loc["trust.gain", "value"] != 0.2


def test_what_came_of_claims_is_a_table(claimed: Path) -> None:
    with open_run(claimed) as run:
        claim = run.claims.iloc[0]
    assert (claim["text"], claim["verdict"], claim["pattern"]) == ("so", "broken", 2)
    assert claim["world"] == "with trust.gain=0.2"
    assert 0 < claim["low"] <= claim["estimate"] <= claim["high"] < 1


@pytest.mark.parametrize("engine", ENGINES)
def test_xarray_reads_every_group_of_more_scenarios(claimed: Path, engine: str) -> None:
    test_xarray_reads_every_value_of_every_group(claimed, engine)


def test_the_elasticity_is_there_when_it_was_asked_for(written: Path, tmp_path: Path) -> None:
    path = tmp_path / "elastic.h5"
    arguments = [command(), "run", "baseline", "-o", str(path), "--months", "13", "--elasticity"]
    subprocess.run([*arguments, *LITTLE], env=surroundings(), check=True)
    with open_run(path) as run:
        less = run.elasticity["need_share_less_supply"]
        more = run.elasticity["need_share_more_supply"]
        expected = np.log(more / less) / np.log(1.1 / 0.9)
        np.testing.assert_allclose(run.elasticity["elasticity"], expected)
        assert run.elasticity["months"] == 12
        assert run.fit["need_share_settled"].sizes["neighbourhood"] == 14
    with open_run(written) as run:
        assert "elasticity" not in run.groups


def test_open_run_gives_tables_with_words(written: Path) -> None:
    with open_run(written) as run:
        assert run.runs["status"].tolist() == ["finished", "finished"]
        assert len(run.runs["digest"].iloc[0]) == 32
        assert set(run.snapshots) == {"2015-02"}
        ties = run.snapshots["2015-02"]["support_ties"]
        assert set(ties["kind"].unique()) <= {"household", "kin", "street", "friend"}
        persons = set(run.snapshots["2015-02"]["residents"]["id"])
        assert set(ties["ego"]) <= persons
        assert run.panel.sizes["person"] == 5
        assert "trust.loss_gain_ratio" in run.parameters.index
        assert run.provenance["limits"]


def test_ncdump_reads_the_whole_file(written: Path) -> None:
    ncdump = shutil.which("ncdump")
    if not ncdump:
        pytest.skip("ncdump is absent")
    said = subprocess.run([ncdump, str(written)], capture_output=True, text=True, check=True)
    assert "group: series {" in said.stdout
    assert "neighbourhood = 14" in said.stdout
    assert said.stderr == ""


def test_a_part_file_opens_while_it_grows_and_after_an_interrupt(tmp_path: Path) -> None:
    path = tmp_path / "long.h5"
    part = tmp_path / "long.h5.part"
    more = ["--set", "place.scale=0.2", "--set", "record.panel=5", "--quiet"]
    arguments = [command(), "run", "baseline", "-o", str(path), "--months", "1200", *more]
    with subprocess.Popen(arguments, env=surroundings(), stderr=subprocess.PIPE) as process:
        known = 0
        begun = time.monotonic()
        while known < 20 and time.monotonic() - begun < 60:
            time.sleep(0.1)
            if part.exists() and process.poll() is None and h5py.is_hdf5(part):
                with open_run(part, unfinished=True) as run:
                    known = int(run.series["residents"].notnull().sum())
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 4
    assert 20 <= known < 1200
    assert not path.exists()
    with xr.open_dataset(part, engine="h5netcdf", group="series") as series:
        assert int(series["residents"].notnull().sum()) >= known

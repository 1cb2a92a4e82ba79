"""Two scenarios on the same chances: differences, what they come to, and tables of them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np
import pytest
from test_command import command, surroundings

import samenspel

SCENARIO = """\
samenspel: 1
title: {nl: "een dorp", en: "a village"}
based_on: baseline
place: {scale: 0.008}
time: {months: 6}
runs: {replicates: 4}
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return two runs on one seed, one on another, and what the command makes of the two."""
    folder = tmp_path_factory.mktemp("pairs")
    (folder / "village.yaml").write_text(SCENARIO, encoding="utf-8")

    def call(*words: str) -> None:
        subprocess.run([command(), *words], cwd=folder, env=surroundings(), check=True)

    runs = {"village": (), "helped": ("knobs.informal=0.9",), "other": ("runs.seed=7",)}
    for name, settings in runs.items():
        options = [word for setting in settings for word in ("--set", setting)]
        call("run", "village.yaml", "-o", f"{name}.h5", "--quiet", *options)
    call("compare", "village.h5", "helped.h5", "-o", "both.h5", "--quiet")
    return {name: folder / f"{name}.h5" for name in (*runs, "both")}


def test_differences_are_one_run_less_the_other_pair_by_pair(files: dict[str, Path]) -> None:
    with samenspel.open_run(files["helped"]) as run, samenspel.open_run(files["village"]) as base:
        found = samenspel.compare(run, base, variables=["trust_mean", "need_share_by_domain"])
        by_hand = (
            run.series["need_share_by_domain"].values - base.series["need_share_by_domain"].values
        )
        assert found["need_share_by_domain"].dims == (
            "replicate",
            "month",
            "municipality",
            "domain",
        )
        assert np.array_equal(found["need_share_by_domain"].values, by_hand[0])
        assert found["trust_mean"].attrs["units"] == "1"
        assert bool((found["trust_mean"] != 0).any())


def test_statistics_are_those_of_the_command(files: dict[str, Path]) -> None:
    with (
        samenspel.open_run(files["helped"]) as run,
        samenspel.open_run(files["village"]) as base,
        samenspel.open_run(files["both"]) as compared,
    ):
        names = [str(name) for name in compared.difference.data_vars]
        found = samenspel.statistics(samenspel.compare(run, base))
        shared = [name for name in names if name in found]
        assert len(shared) > 50
        for name in shared:
            theirs = compared.difference[name].isel(scenario=0)
            if "statistic" not in theirs.dims:
                continue
            ours = found[name].transpose(*theirs.dims)
            scale = float(np.nanmax(np.abs(base.series[name].values))) or 1.0
            for statistic in theirs["statistic"].values:
                np.testing.assert_allclose(
                    ours.sel(statistic=statistic).values,
                    theirs.sel(statistic=statistic).values,
                    rtol=1e-3,
                    atol=2e-6 * scale,
                    err_msg=f"{name} {statistic}",
                )


def test_a_table_has_a_row_a_number_with_its_unit(files: dict[str, Path]) -> None:
    with samenspel.open_run(files["helped"]) as run, samenspel.open_run(files["village"]) as base:
        found = samenspel.compare(run, base, variables=["trust_mean", "need_share_by_domain"])
        table = samenspel.tidy(found)
    assert len(table) == 4 * 6 + 4 * 6 * 6
    assert {"variable", "unit", "replicate", "month", "domain", "date", "value"} <= set(table)
    row = table[(table["domain"] == "care") & (table["month"] == 3) & (table["replicate"] == 2)]
    assert row["value"].item() == pytest.approx(
        float(found["need_share_by_domain"].sel(domain="care", month=3, replicate=2).item())
    )
    assert table.loc[table["variable"] == "trust_mean", "domain"].isna().all()


def test_what_are_no_pairs_is_refused(files: dict[str, Path]) -> None:
    with samenspel.open_run(files["helped"]) as run, samenspel.open_run(files["other"]) as other:
        with pytest.raises(ValueError, match="only runs of one seed are pairs"):
            samenspel.compare(run, other)
        with pytest.raises(ValueError, match="holds one scenario"):
            samenspel.compare(run)
        with pytest.raises(ValueError, match="no variable 'trust_maen'"):
            samenspel.compare(run, run, variables=["trust_maen"])
        with pytest.raises(ValueError, match="no scenario 'nobody'"):
            samenspel.compare(run, run, scenario="nobody")

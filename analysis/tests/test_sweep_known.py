"""Design, file and analysis on a function whose indices are known.

The design points, the log and the file are the program's own: ``tests/run/function_sweep.c`` puts
the function of Ishigami and Homma in the place of the model. References of the values: Ishigami and
Homma (1990) ISUMA 90; Saltelli et al. (2008) Global Sensitivity Analysis, section 4.6.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import numpy as np
import pytest
from test_command import command, surroundings

from samenspel import Sweep, open_sweep
from samenspel.sweep import discover, morris, regional, sobol, to_ema

# Not in the order of the alphabet, which is that of the columns in the file.
SCENARIO = """\
samenspel: 1
based_on: aa-en-hunze
place: {scale: 0.02}
record: {panel: 0}
sweep:
  uncertainties:
    trust.gain: {uniform: [0, 0.2]}
    steering.wait: {uniform: [0, 24]}
    intake.seeking_waiting: {uniform: [-2, 0]}
"""
X, Y, Z = "trust_gain", "steering_wait", "intake_seeking_waiting"
A, B = 7.0, 0.1
OF_X = 0.5 * (1 + B * np.pi**4 / 5) ** 2
OF_Y = A**2 / 8
OF_XZ = B**2 * np.pi**8 * (1 / 18 - 1 / 50)
ALL = OF_X + OF_Y + OF_XZ
FIRST = {X: OF_X / ALL, Y: OF_Y / ALL, Z: 0.0}
TOTAL = {X: (OF_X + OF_XZ) / ALL, Y: OF_Y / ALL, Z: OF_XZ / ALL}


def function(sweep: Sweep) -> np.ndarray:
    x, y, z = (
        np.pi * (2 * (sweep.design[name] - row["low"]) / (row["high"] - row["low"]) - 1)
        for name, row in sweep.factors.loc[[X, Y, Z]].iterrows()
    )
    return (np.sin(x) + A * np.sin(y) ** 2 + B * z**4 * np.sin(x)).to_numpy()


def swept(folder: Path, design: str, n: int) -> Path:
    program = Path(os.environ.get("SAMENSPEL_COMMAND", command())).parent / "tests/function_sweep"
    if not program.exists():
        pytest.skip("function_sweep is not built beside the command")
    (folder / "known.yaml").write_text(SCENARIO)
    out = folder / f"{design}-{n}.h5"
    words = [str(program), str(folder / "known.yaml"), design, str(n), str(out)]
    subprocess.run(words, env=surroundings(), check=True)
    return out


def test_sobol_indices_of_the_design_saltelli_are_the_known_ones(tmp_path: Path) -> None:
    with open_sweep(swept(tmp_path, "saltelli", 1024)) as sweep:
        np.testing.assert_allclose(sweep.outcome("trust_mean").values[:, 0], function(sweep), 1e-5)
        found = sobol(sweep, "trust_mean")
        assert found.attrs == {"samples": 1024, "left_out": 0}
        for known, word in ((FIRST, "first"), (TOTAL, "total")):
            for factor, index in known.items():
                row = found.loc[factor]
                assert row[f"{word}_low"] <= index <= row[f"{word}_high"], (word, factor)
                assert row[word] == pytest.approx(index, abs=0.04)


def test_elementary_effects_of_the_design_morris_are_those_of_the_function(tmp_path: Path) -> None:
    with open_sweep(swept(tmp_path, "morris", 64)) as sweep:
        found = morris(sweep, "trust_mean")
        # A path is a step of one factor each, by two thirds of its range.
        values = function(sweep).reshape(64, 4)
        points = sweep.design[[X, Y, Z]].to_numpy().reshape(64, 4, 3)
        steps = np.diff(points, axis=1)
        for i, factor in enumerate((X, Y, Z)):
            path, step = np.nonzero(steps[:, :, i])
            assert path.tolist() == list(range(64))
            effects = (values[path, step + 1] - values[path, step]) * np.sign(steps[path, step, i])
            effects *= 3 / 2
            row = found.loc[factor]
            assert row["mean"] == pytest.approx(effects.mean(), abs=1e-4)
            assert row["size"] == pytest.approx(np.abs(effects).mean(), abs=1e-4)
            assert row["spread"] == pytest.approx(effects.std(ddof=1), abs=1e-4)
            assert row["size_low"] <= row["size"] <= row["size_high"]


def test_regions_and_boxes_find_where_the_function_is_high(tmp_path: Path) -> None:
    with open_sweep(swept(tmp_path, "lhs", 400)) as sweep:
        # sin² y is high in the middle of both halves of y: that shifts no median.
        apart = regional(sweep, "trust_mean > 6")
        assert apart.loc[X, "p_holm"] < 0.001
        assert apart.loc[X, "where_holds"] > apart.loc[X, "where_not"]
        box = discover(sweep, "trust_mean > 4", density=0.75)
        bound = box.limits.loc[X]
        assert bound["low"] > 0.08
        holds = (sweep.outcome("trust_mean") > 4).values[:, 0]
        inside = np.ones(400, dtype=bool)
        for factor, row in box.limits.iterrows():
            inside &= sweep.design[factor].between(row["low"], row["high"]).to_numpy()
        assert box.density == pytest.approx(holds[inside].mean(), abs=0.03)
        assert box.coverage == pytest.approx(holds[inside].sum() / holds.sum(), abs=0.03)
        assert box.density >= 0.75 > holds.mean()
        assert "trust_gain" in str(box)


def test_ema_workbench_gets_a_row_a_run(tmp_path: Path) -> None:
    with open_sweep(swept(tmp_path, "lhs", 30)) as sweep:
        experiments, outcomes = to_ema(sweep, {"it": "trust_mean", "series": "mean(trust_mean)"})
        assert list(experiments)[:3] == ["trust.gain", "steering.wait", "intake.seeking_waiting"]
        assert experiments["scenario"].tolist() == [str(i) for i in range(30)]
        assert outcomes["it"].shape == (30, 1)
        np.testing.assert_allclose(outcomes["series"], function(sweep), 1e-5)
        scoring = pytest.importorskip("ema_workbench.analysis.feature_scoring")
        scores, _ = scoring.get_ex_feature_scores(
            experiments.drop(columns=["scenario", "policy", "model", "replicate"]),
            outcomes["series"],
            mode=scoring.RuleInductionType.REGRESSION,
        )
        assert set(scores.index) == {"trust.gain", "steering.wait", "intake.seeking_waiting"}

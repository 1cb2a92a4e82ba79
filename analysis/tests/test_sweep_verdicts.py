"""Verdicts over worlds, the best knobs by place, and what analyses say when they cannot."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from sweeps import constant, write_sweep

from samenspel import open_sweep
from samenspel.sweep import SweepError, discover, judge, morris, regional, sobol
from samenspel.sweep.places import best_by_place
from samenspel.sweep.verdicts import verdict_of, wilson

N = 200
DRAWN = np.random.default_rng(5)


@pytest.fixture
def worlds() -> dict[str, np.ndarray]:
    """Return three factors at 200 points, each value once."""
    return {f"a.{name}": DRAWN.permutation(N) / N for name in ("low", "none", "high")}


def test_a_claim_that_holds_in_nine_of_ten_worlds_is_robust() -> None:
    assert [verdict_of(share) for share in (1, 0.9, 0.89, 0.1, 0.09, 0)] == [
        "robust",
        "robust",
        "conditional",
        "conditional",
        "not held",
        "not held",
    ]


def test_a_conditional_claim_names_the_two_factors_that_decide(
    tmp_path: Path, worlds: dict[str, np.ndarray]
) -> None:
    effect = np.where((worlds["a.low"] < 0.6) & (worlds["a.high"] > 0.4), 1.1, 1.0)
    here = write_sweep(tmp_path / "here.h5", worlds, {"x": constant(2 * effect, 3)}, design="lhs")
    there = write_sweep(
        tmp_path / "there.h5", worlds, {"x": constant(2 + 0 * effect, 3)}, design="lhs"
    )
    with open_sweep(here) as sweep, open_sweep(there) as other:
        found = judge(sweep, "ratio(mean(x), there) > 1.02", {"there": other})
        assert (found.verdict, found.points, found.replicates) == ("conditional", N, 1)
        assert found.share == (effect > 1.02).mean()
        assert found.low < found.share < found.high
        assert {(d.path, d.high, d.sure) for d in found.deciders} == {
            ("a.low", False, True),
            ("a.high", True, True),
        }
        assert ": in 9" in found.box or ": in 100%" in found.box
        assert "a.low ≤ 0.6" in found.box
        assert found.effect == pytest.approx((1.0, 1.0, 1.1), abs=1e-6)


def test_an_interval_over_the_bound_gives_both_words(
    tmp_path: Path, worlds: dict[str, np.ndarray]
) -> None:
    path = write_sweep(tmp_path / "s.h5", worlds, {"x": constant(worlds["a.low"])}, design="lhs")
    with open_sweep(path) as sweep:
        assert judge(sweep, "mean(x) < 0.92").verdict == "robust or conditional"
        assert judge(sweep, "mean(x) < 0.98").verdict == "robust"
        assert judge(sweep, "mean(x) < 0.02").verdict == "not held"
        assert judge(sweep, "mean(x) < 0.02").deciders == ()


def test_runs_that_failed_and_ratios_to_zero_are_told_apart(
    tmp_path: Path, worlds: dict[str, np.ndarray]
) -> None:
    status = np.ones((N, 1))
    status[:50] = 2
    zero = np.where(np.arange(N) >= 180, 0, 1)
    outcomes = {"x": constant(worlds["a.low"] + 1), "y": constant(zero)}
    path = write_sweep(tmp_path / "s.h5", worlds, outcomes, design="lhs", status=status)
    with open_sweep(path) as sweep:
        found = judge(sweep, "ratio(sum(x), sum(y)) > 1.5")
        assert (found.points, found.no_number) == (130, 20)


def test_the_interval_of_a_share_is_wilsons() -> None:
    low, high = wilson(90, 100)
    assert (round(low, 4), round(high, 4)) == (0.8256, 0.9448)
    assert wilson(0, 200)[0] == pytest.approx(0, abs=1e-12)
    assert wilson(200, 200)[1] == pytest.approx(1)


def test_a_replicate_that_shifts_all_worlds_is_seen_in_the_shares_by_each_alone(
    tmp_path: Path, worlds: dict[str, np.ndarray]
) -> None:
    x = constant(worlds["a.low"], 1, 2)
    x[:, 1] += 0.3
    path = write_sweep(tmp_path / "s.h5", worlds, {"x": x}, design="lhs")
    with open_sweep(path) as sweep:
        found = judge(sweep, "mean(x) > 0.498")
        assert found.alone == (0.5, 0.8)
        assert found.share == 0.65
        assert judge(sweep, "mean(x) > 0.498").replicates == 2


def test_the_best_knob_of_each_place_is_found(tmp_path: Path) -> None:
    knobs = {
        "knobs.a": [0.5, 1, 0.5, 0.5, 1, 1],
        "knobs.b": [0.5, 0.5, 1, 0.5, 1, 1],
        "knobs.c": [0.5, 0.5, 0.5, 1, 0.5, 1],
    }
    # In one place a is best, in the other c and not by more than chance.
    wanted = np.array([[10, 10], [12, 10], [11, 10], [9, 11], [13, 12], [12, 12]], dtype=float)
    chance = np.array([0.0, 0.1, -0.1, 0.2, -0.2])
    values = wanted[:, None, None, :] * np.ones((1, 5, 2, 1))
    values[2, :, :, 1] += 0.9 + chance[:, None] * 5
    path = write_sweep(
        tmp_path / "s.h5", knobs, {"x": values}, design="file", places=("GM1", "GM2")
    )
    with open_sweep(path) as sweep:
        found = best_by_place(sweep, "mean(x[{place}])")
        assert found.index.tolist() == ["Stad GM1", "Stad GM2"]
        first, second = found["one"]
        assert first.knobs == ("a",)
        assert first.effect == pytest.approx(0.2)
        assert first.not_told_apart == ()
        assert second.knobs == ("c",)
        assert second.not_told_apart == (("b",),)
        assert found["two"].iloc[0].knobs == ("a", "b")
        assert found["all"].iloc[0].effect == pytest.approx(0.2)
        fewer = best_by_place(sweep, "mean(x[{place}])", more_is_better=False)
        assert fewer["one"].iloc[0].knobs == ("c",)


def test_analyses_say_what_they_lack(tmp_path: Path, worlds: dict[str, np.ndarray]) -> None:
    plain = write_sweep(tmp_path / "l.h5", worlds, {"x": constant(worlds["a.low"])}, design="lhs")
    status = np.ones((40, 1))
    status[7] = 0
    factors = {name: values[:40] for name, values in worlds.items()}
    few = write_sweep(
        tmp_path / "s.h5", factors, {"x": constant(np.arange(40))}, design="saltelli", status=status
    )
    same = write_sweep(tmp_path / "m.h5", factors, {"x": constant(np.ones(40))}, design="morris")
    with open_sweep(plain) as sweep:
        with pytest.raises(SweepError, match="sobol needs the design saltelli, l.h5 has lhs"):
            sobol(sweep, "mean(x)")
        with pytest.raises(SweepError, match="morris needs the design morris"):
            morris(sweep, "mean(x)")
        with pytest.raises(SweepError, match="holds in 4 of 200 worlds; at least 10"):
            regional(sweep, "mean(x) < 0.018")
        with pytest.raises(SweepError, match="a comparison is lacking"):
            discover(sweep, "mean(x)")
        with pytest.raises(SweepError, match="no factor b_low; there are a_low, a_none, a_high"):
            discover(sweep, "mean(x) < 0.5", factors=["b_low"])
    with (
        open_sweep(few) as sweep,
        pytest.raises(
            SweepError,
            match="7 whole samples of 5 worlds, 1 with runs that did not finish; at least 8",
        ),
    ):
        sobol(sweep, "mean(x)")
    with open_sweep(same) as sweep, pytest.raises(SweepError, match="the outcome is 1 everywhere"):
        morris(sweep, "mean(x)")


def test_samples_with_a_run_that_did_not_finish_are_left_out(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    base = rng.random((64, 2, 2))  # (samples, A or B, factors)
    points = np.array([[a, (b[0], a[1]), (a[0], b[1]), b] for a, b in base]).reshape(-1, 2)
    status = np.ones((256, 1))
    status[[5, 100]] = 2
    values = {"x": constant(points[:, 0])}
    factors = {"z.first": points[:, 0], "a.second": points[:, 1]}
    path = write_sweep(tmp_path / "s.h5", factors, values, design="saltelli", status=status)
    with open_sweep(path) as sweep:
        found = sobol(sweep, "mean(x)")
        assert found.attrs == {"samples": 62, "left_out": 2}
        assert found.loc["z_first", "total"] == pytest.approx(1, abs=0.3)
        assert found.loc["a_second", "total"] == 0

"""Verdicts on the expected effect, where every world has chances of its own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from sweeps import write_sweep

from samenspel import open_sweep
from samenspel.sweep import Verdict, judge
from samenspel.sweep.verdicts import stands_out, words_of

N = 200
ASSUMPTIONS = 5
SHARE = 0.93
"""Of all worlds, in which the expected effect of `effect` is above `BOUND`."""


def effect(x: np.ndarray) -> np.ndarray:
    """Return an expected effect that three of five assumptions make, one in a bend."""
    return x[:, 0] * (1 + x[:, 1]) + 0.5 * np.sin(2 * x[:, 2])


BOUND = float(np.quantile(effect(np.random.default_rng(1).random((200_000, 5))), 1 - SHARE))


def judged(
    path: Path,
    rng: np.random.Generator,
    noise: float,
    test: str,
    *,
    size: float = 1.0,
    replicates: int = 1,
    seed: bool = True,
    last: float | None = None,
) -> Verdict:
    """Judge a test on a sweep with a known expected effect, and chance of a known size.

    With `last` the numbers of the last tenth of the worlds are multiplied by it.
    """
    x = (np.array([rng.permutation(N) for _ in range(ASSUMPTIONS)]).T + rng.random((N, 1))) / N
    factors = {f"a.number_{k}": 3 * x[:, k] - 1 for k in range(ASSUMPTIONS)}
    if seed:
        factors = {"runs.seed": rng.permutation(N) + 1.0, **factors}
    numbers = size * effect(x)[:, None] + noise * rng.standard_normal((N, replicates))
    if last is not None:
        numbers[-N // 10 :] *= last
    write_sweep(path, factors, {"x": numbers[:, :, None, None]}, design="lhs")
    with open_sweep(path) as sweep:
        return judge(sweep, test)


def test_the_share_of_the_expected_effect_is_told_where_single_runs_miss_it(
    tmp_path: Path,
) -> None:
    right = []
    for seed in range(5):
        rng = np.random.default_rng(seed)
        found = judged(tmp_path / "s.h5", rng, 0.5, f"mean(x) > {BOUND}")
        assert found.high < SHARE
        assert found.expected is not None
        assert found.expected.noise == pytest.approx(0.5, rel=0.2)
        assert 0.3 < found.expected.explained < 0.7
        right.append(found.expected.low <= SHARE <= found.expected.high)
        assert found.expected.high - found.expected.low < 0.2
    assert sum(right) >= 4


def test_deciders_are_assumptions_and_never_the_seed(tmp_path: Path) -> None:
    rng = np.random.default_rng(3)
    found = judged(tmp_path / "s.h5", rng, 0.3, "mean(x) > 0.9")
    assert found.verdict == "conditional"
    assert found.deciders[0].path == "a.number_0"
    assert found.deciders[0].sure and found.deciders[0].high
    assert found.box.startswith("a.number_0 ≥ ")
    assert "seed" not in found.box


def test_where_there_is_only_chance_the_verdict_goes_by_single_runs_and_says_so(
    tmp_path: Path,
) -> None:
    for seed in range(2):
        rng = np.random.default_rng(seed)
        found = judged(tmp_path / "s.h5", rng, 1.0, "mean(x) > 0", size=0)
        assert found.expected is None
        assert found.why.startswith("chance is nearly all that is seen, Q² 0.0")
        assert found.verdict == words_of(found.low, found.high) == "conditional"
        assert not any(decider.sure for decider in found.deciders)


def test_replicates_of_a_world_tell_what_chance_is(tmp_path: Path) -> None:
    rng = np.random.default_rng(4)
    found = judged(tmp_path / "s.h5", rng, 0.8, f"mean(x) > {BOUND}", replicates=3)
    assert found.expected is not None
    assert found.expected.noise == pytest.approx(0.8, rel=0.1)
    assert found.expected.low <= SHARE <= found.expected.high
    assert found.replicates == 3


def test_chance_that_all_worlds_share_is_not_taken_off(tmp_path: Path) -> None:
    rng = np.random.default_rng(5)
    found = judged(tmp_path / "s.h5", rng, 0.3, "mean(x) > 0.9", seed=False)
    assert (found.expected, found.why) == (None, "all worlds share their chances")


def test_numbers_that_cannot_be_smoothed_are_named(tmp_path: Path) -> None:
    def why(test: str, **more: float) -> str:
        return judged(tmp_path / "s.h5", np.random.default_rng(6), 0.1, test, **more).why

    assert why("settles(x, 0.5) < 1") == "counts months up to the end of the run"
    assert why("ratio(mean(x), mean(x)) > 1") == "the same in most worlds"
    assert why("share(x, 0) > 0.5", size=100) == "the same in most worlds"
    assert why("mean(x) > 1", last=np.nan) == ""
    found = judged(tmp_path / "s.h5", np.random.default_rng(6), 0.1, "mean(x) > 1", last=1e3)
    assert found.expected is not None
    assert found.expected.cut == N // 10


def test_a_verdict_is_the_same_when_it_is_asked_again(tmp_path: Path) -> None:
    first, again = (
        judged(tmp_path / "s.h5", np.random.default_rng(7), 0.5, "mean(x) > 0.9") for _ in range(2)
    )
    assert first.expected is not None and again.expected is not None
    assert (first.expected.low, first.expected.high) == (again.expected.low, again.expected.high)
    assert first.deciders == again.deciders


def test_a_wide_interval_gives_all_words_between() -> None:
    assert words_of(0.05, 0.95) == "robust or conditional or not held"
    assert words_of(0.2, 0.95) == "robust or conditional"
    assert words_of(0.2, 0.3) == "conditional"


def test_an_assumption_stands_out_in_draws_where_it_splits_the_worlds() -> None:
    rng = np.random.default_rng(8)
    factors = rng.random((N, 3))
    holds = np.array(
        [factors[:, 1] > 0.5, factors[:, 1] > 0.4, rng.random(N) > 0.5, np.ones(N) > 0]
    )
    assert stands_out(factors, holds).tolist() == [0, 0.5, 0]

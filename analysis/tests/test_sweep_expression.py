"""Expressions of claims: worked out by hand, and as the program has them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np
import pytest
import xarray as xr
from test_command import command, surroundings

from samenspel import open_run
from samenspel.sweep import expression
from samenspel.sweep.expression import ExpressionError, parse
from samenspel.sweep.valuation import value

# Two runs of four months at two places.
HERE = np.array([[[1, 5], [2, 6], [4, 7], [8, 8]], [[0, 0], [1, 1], [0, 2], [3, 3]]], dtype=float)
THERE = np.ones((2, 4, 2))


def series(values: np.ndarray) -> xr.Dataset:
    month = ("month", np.arange(4), {"calendar_start": "2015-11"})
    return xr.Dataset(
        {"x": (("run", "month", "domain"), values), "y": (("run", "month"), values[:, :, 0] + 1)},
        {"month": month, "domain": ["care", "youth"], "run": [0, 1]},
    )


def of(text: str) -> list[float]:
    return value(text, {"": series(HERE), "there": series(THERE)}, ("run",)).values.tolist()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("mean(x)", [41 / 8, 10 / 8]),
        ("sum(x[care])", [15, 4]),
        ("x[youth]@2016-01", [7, 2]),
        ("mean(x[care])@2015-11..2015-12", [1.5, 0.5]),
        ("mean(x[care])@2015-12..2016-01", [3, 0.5]),
        ("sum(mean(x[care])@2015-11..2015-12)", [1.5, 0.5]),
        ("share(x, 3)", [6 / 8, 0]),
        ("mean(diff(x, there))", [33 / 8, 2 / 8]),
        ("ratio(sum(x[youth]), sum(x[care]))", [26 / 15, 6 / 4]),
        ("ratio(mean(x), there)", [41 / 8, 10 / 8]),
        ("max(mean(x), there)", [41 / 8, 10 / 8]),
        ("min(mean(x), there)", [1, 1]),
        ("mean(max(y, mean(y, there)))", [4.75, 2.5]),
        ("diff(mean(y), mean(y, there))", [4.75 - 2, 2 - 2]),
        ("slope(x[youth])", [12, 12]),
        ("sd(y)", [np.std([2, 3, 5, 9], ddof=1), np.std([1, 2, 1, 4], ddof=1)]),
        ("mean(sd(x))", [np.sqrt([8, 8, 4.5, 0]).mean(), np.sqrt([0, 0, 2, 0]).mean()]),
        ("mean(abs(diff(y, there)))", [2.75, 1.0]),
        ("settles(x[care], 3)", [4, 4]),
        ("settles(x[care], 9)", [0, 0]),
        ("half_life(x[care])@2015-11..2015-12", [2, float("nan")]),
        ("half_life(diff(x[youth], mean(x[youth])))", [4, 4]),
        ("half_life(diff(x[youth]@2015-11, x[youth]))", [float("nan"), float("nan")]),
    ],
)
def test_values_are_those_worked_out_by_hand(text: str, wanted: list[float]) -> None:
    np.testing.assert_allclose(of(text), wanted)


def test_what_divides_by_zero_is_no_number() -> None:
    assert np.isnan(of("ratio(x[care]@2015-11, x[care]@2015-11)")[1])


def test_a_test_knows_its_comparison_variables_scenarios_and_end() -> None:
    test = parse("ratio(sum(x[a], p-q), sum(y, p-q)@2019-06) @ 2016..2018 >= 1.02")
    assert test.operator == ">="
    assert test.number == 1.02
    assert expression.variables(test) == ["x", "y"]
    assert expression.scenarios(test) == ["p-q"]
    assert expression.last_month(test) == "2019-06"
    assert expression.last_month(parse("diff(mean(x)@2016, mean(x))")) is None
    assert test.holds(np.array([1.02, 1.0, np.nan])).tolist() == [True, False, False]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("mena(x)", "unknown function 'mena', allowed are mean, sum"),
        ("mean(x", r"'\)' is expected"),
        ("mean(x) > much", "and a number are expected"),
        ("mean(x)@20", "no time, such as 2025"),
        ("mean(x, y, z)", "too much in mean"),
        ("diff(x)", "needs a scenario or a second expression"),
        ("settles(x)", "settles needs a number"),
        ("mean(x) ; y", "not expected: ' ; y'"),
        ("mean(x, sum(y))", "mean has no second expression"),
    ],
)
def test_what_cannot_be_read_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(ExpressionError, match=sentence):
        parse(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("x", "several places are left"),
        ("y", "several months are left"),
        ("mean(z)", "no outcome 'z' in this file; there are x, y"),
        ("mean(x[work])", "no place 'work'"),
        ("mean(x)@2017", "not within the run, which is 2015-11 to 2016-02"),
        ("mean(x, gone)", "no scenario 'gone' here; beside the file itself there are 'there'"),
        ("half_life(x)", "half_life is of one place"),
        ("half_width(mean(x))", "looks at all runs"),
        ("mean(diff(y@2015-11..2015-12, y@2015-11..2016-01))", "different months"),
    ],
)
def test_what_cannot_be_valued_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(ExpressionError, match=sentence):
        of(text)


CLAIMS = [
    "mean(diff(trust_mean, b)) > 0",
    "ratio(ratio(sum(needs_ended), sum(spending)), b)@2015-02..2015-06 > 1",
    "ratio(mean(need_share_by_domain[care]), mean(need_share_by_domain[debt], b)) > 1",
    "mean(sd(need_share_by_domain))@2015-03 > 0",
    "max(max(trust_mean, b), mean(history, b))@2015-03 > 0",
    "slope(trust_mean) > 0",
    "half_life(diff(history, b)) > 3",
    "settles(diff(unmet_share, b), 0.002) < 3",
    "share(diff(unmet_share, b)) > 0.5",
    "diff(mean(abs(diff(trust_mean, b))), mean(trust_mean)@2015-06) < 0",
]


def test_the_program_has_the_same_values(tmp_path: Path) -> None:
    common = "samenspel: 1\nplace: {scale: 0.02}\nrecord: {panel: 0}\ntime: {months: 6}\n"
    common += "runs: {replicates: 3}\n"
    (tmp_path / "b.yaml").write_text(common + "based_on: aa-en-hunze\nhistory: -0.5\n")
    tests = "".join(f'  - {{claim: "{i}", test: "{test}"}}\n' for i, test in enumerate(CLAIMS))
    scenario = tmp_path / "a.yaml"
    scenario.write_text(common + f"based_on: aa-en-hunze\nhistory: 0.5\nexpect:\n{tests}")
    out = tmp_path / "out.h5"
    ended = subprocess.run(
        [command(), "run", str(scenario), "-o", str(out), "--threads", "1", "--quiet"],
        env=surroundings(),
        check=False,
    )
    assert ended.returncode in (0, 1)  # 1: a claim is broken
    with open_run(out) as run:
        by_name = {
            str(name): run.series.sel(scenario=name, drop=True)
            for name in run.series["scenario"].values
        }
        sources = {"": by_name["a"], "b": by_name["b"]}
        estimates = run.claims["estimate"].tolist()
        for test, estimate in zip(CLAIMS, estimates, strict=True):
            found = value(test, sources, ("replicate",)).values.mean()
            np.testing.assert_allclose(found, estimate, rtol=1e-12, err_msg=test)

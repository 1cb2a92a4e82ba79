"""Tornado and heat map: their numbers, and that nothing overlaps."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from sweeps import constant, write_sweep

from samenspel import Sweep, open_sweep
from samenspel.pictures.room import crowded
from samenspel.pictures.sweeps import draw_heat_map, draw_tornado
from samenspel.sweep import SweepError, by_levers, swings

N = 120


@pytest.fixture
def sampled(tmp_path: Path) -> Sweep:
    drawn = np.random.default_rng(3)
    factors = {f"group.factor_number_{i}": drawn.permutation(N) / N for i in range(12)}
    first, second = factors["group.factor_number_3"], factors["group.factor_number_7"]
    values = constant(10 + 4 * first - 2 * second, 2)
    return open_sweep(write_sweep(tmp_path / "s.h5", factors, {"x": values}, design="lhs"))


@pytest.fixture
def crossed(tmp_path: Path) -> Sweep:
    """Return levers of 3 and 2 values, crossed, in 4 worlds."""
    first = np.tile([0, 0, 0.5, 0.5, 1, 1], 4)
    second = np.tile([0, 1], 12)
    world = np.repeat([1.0, 2, 3, 4], 6)
    factors = {"knobs.informal": first, "levers.outreach": second, "a.wait": world}
    values = constant(world + 2 * first + second * first)
    return open_sweep(
        write_sweep(
            tmp_path / "c.h5",
            factors,
            {"x": values},
            levers=("knobs.informal", "levers.outreach"),
            policies=6,
        )
    )


def test_a_swing_is_the_difference_between_the_ends_of_a_factor(sampled: Sweep) -> None:
    found = swings(sampled, "mean(x)")
    assert found.index[:2].tolist() == ["group_factor_number_3", "group_factor_number_7"]
    assert found["swing"].iloc[0] == pytest.approx(4 * 0.75, abs=0.35)
    assert found["swing"].iloc[1] == pytest.approx(-2 * 0.75, abs=0.5)
    assert (found["low_from"] < found["low"]).all()
    assert found.attrs["worlds"] == N


def test_levers_are_compared_within_worlds(crossed: Sweep) -> None:
    found = by_levers(crossed, "mean(x)", "knobs.informal", "levers.outreach")
    assert found.loc[(1.0, 1.0), "value"] == 2.5 + 3
    assert found.loc[(1.0, 1.0), ["difference", "from", "to", "worlds"]].tolist() == [3, 3, 3, 4]
    with pytest.raises(
        SweepError, match="no lever a.wait that is a list of values; there are knobs"
    ):
        by_levers(crossed, "mean(x)", "knobs.informal", "a.wait")
    with pytest.raises(SweepError, match="two levers are needed"):
        by_levers(crossed, "mean(x)", "knobs.informal", "knobs_informal")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_tornado_has_room_for_its_words_and_a_table_of_its_numbers(
    sampled: Sweep, lang: str
) -> None:
    picture = draw_tornado(sampled, "mean(x)", label="self-reliance", lang=lang)
    assert crowded(picture.figure) == []
    assert "self-reliance" in picture.title
    found = swings(sampled, "mean(x)").head(8)
    drawn = picture.table.pivot(index="factor", columns="statistic", values="value")
    for factor, row in found.iterrows():
        path = sampled.factors.loc[factor, "path"]
        assert drawn.loc[path, "swing"] == row["swing"]
    assert "group.factor_number_3" in picture.alt
    assert len(picture.png()) > 5000


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_heat_map_has_room_for_its_words_and_a_table_of_its_numbers(
    crossed: Sweep, lang: str
) -> None:
    picture = draw_heat_map(crossed, "mean(x)", "knobs.informal", "levers.outreach", lang=lang)
    assert crowded(picture.figure) == []
    values = picture.table[picture.table["statistic"] == "value"]
    assert len(values) == 6
    assert values["value"].max() == 5.5
    assert picture.svg().count("<title>knobs.informal") == 6


def test_too_few_worlds_are_refused(tmp_path: Path) -> None:
    path = write_sweep(tmp_path / "f.h5", {"a.b": np.arange(10)}, {"x": constant(np.arange(10))})
    with open_sweep(path) as sweep, pytest.raises(SweepError, match="10 worlds ran, at least 20"):
        draw_tornado(sweep, "mean(x)")

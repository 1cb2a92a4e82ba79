"""The curves by single year of age."""

from __future__ import annotations

import math

import pytest

from samenspel import rates

FLAT = [1 / rates.AGES] * rates.AGES


def test_a_band_keeps_its_count_when_spread_over_its_years() -> None:
    counts = rates.spread([0, 5, 10, 20, 40], [50.0, 80.0, 90.0, 20.0])
    sums = [sum(counts[a:b]) for a, b in ((0, 5), (5, 10), (10, 20), (20, 40))]
    assert sums == pytest.approx([50, 80, 90, 20])
    assert min(counts) >= 0


def test_a_level_count_stays_level_when_spread_but_for_the_end() -> None:
    counts = rates.spread([0, 5, 10, 20], [50.0, 50.0, 100.0])
    assert counts[:10] == pytest.approx([10.0] * 10)


def test_dying_follows_the_figures_it_was_fitted_to() -> None:
    assert rates.death_chance(0) == 0.0035
    assert rates.death_chance(80) == pytest.approx(0.05, rel=0.03)
    assert rates.death_chance(90) == pytest.approx(0.15, rel=0.1)
    chances = [rates.death_chance(age) for age in range(rates.AGES)]
    assert rates.life_expectancy(chances) == pytest.approx(81.5, abs=0.3)
    assert chances[1:] == sorted(chances[1:])


def test_life_expectancy_of_certain_death_is_half_a_year() -> None:
    assert rates.life_expectancy([1.0]) == 0.5
    assert rates.life_expectancy([0.0, 1.0]) == 1.5


def test_births_add_up_to_half_the_children_of_a_woman() -> None:
    births = rates.births()
    assert math.fsum(births) == pytest.approx(1.55 / 2)
    mean = math.fsum((age + 0.5) * b for age, b in enumerate(births)) / math.fsum(births)
    assert mean == pytest.approx(31.2, abs=0.05)
    assert births[14] == births[50] == 0


def test_need_for_care_meets_both_published_means() -> None:
    care = rates.care_need(FLAT)
    assert rates.weighted_mean(care, FLAT, 18) == pytest.approx(0.051 + 0.25 * 0.259)
    assert rates.weighted_mean(care, FLAT, 65) == pytest.approx(0.082 + 0.25 * 0.404)
    assert care[18:] == sorted(care[18:])
    assert set(care[:18]) == {0.01}


def test_loneliness_meets_both_published_means() -> None:
    lonely = rates.loneliness(FLAT)
    assert rates.weighted_mean(lonely, FLAT, 18) == pytest.approx(0.112)
    assert rates.weighted_mean(lonely, FLAT, 65) == pytest.approx(0.104)


def test_rows_meet_the_published_totals() -> None:
    youth_euro = [100.0] * 18 + [0.0] * (rates.AGES - 18)
    rows = rates.rates_by_age(FLAT, [1.0] * rates.AGES, youth_euro)
    column = {name: [float(row[name]) for row in rows] for name in rows[0]}
    assert len(rows) == 105
    assert rates.weighted_mean(column["youth"], FLAT, 0, 23) == pytest.approx(0.106 / 0.8)
    assert math.fsum(w * v for w, v in zip(FLAT, column["work"], strict=True)) == pytest.approx(
        0.025 / 0.9
    )
    assert rates.weighted_mean(column["debt"], FLAT, 16) == pytest.approx(0.059 / 0.7)
    assert [column["education"][age] for age in (4, 5, 17, 18)] == [0, 0.08, 0.08, 0]
    assert [column["work"][age] > 0 for age in (17, 18, 66, 67)] == [False, True, True, False]
    assert [column["chronic"][age] for age in (74, 75)] == [0, 0.5]
    assert column["carer"][57] == pytest.approx(0.235, abs=0.004)
    for name in ("death", "birth", "moving", "care", "social", "youth", "work", "debt", "carer"):
        assert all(0 <= value <= 1 for value in column[name]), name

"""Every picture, in both languages, from a small run that the command makes."""

from __future__ import annotations

import copy
import re
import subprocess
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from test_command import command, surroundings

import samenspel
from samenspel import pictures
from samenspel.pairs import student
from samenspel.pictures import Picture
from samenspel.pictures.data import in_words
from samenspel.pictures.difference import difference
from samenspel.pictures.flows import LAST, flows_of
from samenspel.pictures.room import crowded
from samenspel.runs import Run

SCENARIO = """\
samenspel: 1
title: {nl: "Eropaf", en: "Going out"}
based_on: baseline
place: {scale: 0.02}
time: {months: 26}
levers: {outreach: 1}
runs: {replicates: 3}
record: {panel: 12, snapshots: [2016-12]}
expect:
  - claim: {nl: "de gemeente kent meer hulpvragen, ook van wie er zelf niet om vraagt",
            en: "more is known"}
    test: "mean(diff(known_share, baseline)) > 0"
  - {claim: {nl: "het vertrouwen verdubbelt", en: "trust doubles"}, test: "mean(trust_mean) > 0.99"}
  - {claim: {nl: "wie weet", en: "who knows"}, test: "mean(diff(residents, baseline)) < 0.01"}
"""


def make(folder: Path, name: str, scenario: str, *options: str) -> Path:
    text, path = folder / f"{name}.yaml", folder / f"{name}.h5"
    text.write_text(scenario, encoding="utf-8")
    line = [command(), "run", str(text), "-o", str(path), "--quiet", *options]
    done = subprocess.run(line, env=surroundings(), capture_output=True, text=True, timeout=100)
    assert done.returncode in (0, 1), done.stderr  # 1: a claim is broken.
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pictures")


@pytest.fixture(scope="module")
def run(folder: Path) -> Iterator[Run]:
    with samenspel.open_run(make(folder, "out", SCENARIO)) as opened:
        yield opened


@pytest.fixture(scope="module")
def bare(folder: Path) -> Iterator[Run]:
    """One replicate of the same, without all that can be left out."""
    lean = "record={neighbourhoods: no, organisations: no, panel: 0, snapshots: []}"
    options = ["--set", lean, "--set", "expect=[]", "--replicates", "1", "--months", "13"]
    with samenspel.open_run(make(folder, "bare", SCENARIO, *options)) as opened:
        yield opened


@pytest.fixture(scope="module")
def compared(folder: Path, run: Run) -> Iterator[Run]:
    path = folder / "differences.h5"
    line = [command(), "compare", str(run.path), "--baseline", "baseline", "-o", str(path)]
    subprocess.run([*line, "--quiet"], env=surroundings(), check=True, timeout=100)
    with samenspel.open_run(path) as opened:
        yield opened


def explained() -> pd.DataFrame:
    """A table as `samenspel explain` writes it, of a few mechanisms."""
    same = {"knob": "knobs.informal", "outcome": "unmet_share", "pairs": 4, "unit": "1"}
    same |= {"outcome_nl": "aandeel onvervuld", "outcome_en": "share unmet"}
    same |= {"knob_nl": "informele netwerken", "knob_en": "informal networks"}
    names = {"informal_support": "informele steun", "intake": "toegang", "trust": "vertrouwen"}
    effects = {
        "informal_support": (-0.01, -0.05),
        "intake": (-0.07, 0.0),
        "trust": (-0.06, -0.0001),
    }
    rows = [{"arm": "all", "process": None, "effect": -0.06, "low": -0.08, "high": -0.04}]
    for process, (without, alone) in effects.items():
        for arm, effect in (("without", without), ("lost", -0.06 - without), ("alone", alone)):
            names_of = {"process_nl": names[process], "process_en": process.replace("_", " ")}
            ends = {"effect": effect, "low": effect - 0.01, "high": effect + 0.01}
            rows.append({"arm": arm, "process": process, **ends, **names_of})
    rows.append({"arm": "interaction", "process": None, "effect": -0.01, "low": -0.02, "high": 0})
    return pd.DataFrame([{**same, **row} for row in rows])


DRAWN: dict[str, Callable[[Run, str], Picture]] = {
    "fan": lambda run, lang: pictures.draw_fan(run, "unmet_share", lang=lang),
    "fan of a domain": lambda run, lang: pictures.draw_fan(
        run, "waiting_share_by_domain", "baseline", lang, domain="education"
    ),
    "difference": lambda run, lang: pictures.draw_difference(run, "known_share", lang=lang),
    "quadrants": lambda run, lang: pictures.draw_quadrants(run, lang=lang),
    "shares": lambda run, lang: pictures.draw_shares(run, lang=lang),
    "shares of a domain": lambda run, lang: pictures.draw_shares(
        run, lang=lang, by="domain", domain="debt"
    ),
    "flows": lambda run, lang: pictures.draw_flows(run, lang=lang),
    "flows of a domain": lambda run, lang: pictures.draw_flows(
        run, lang=lang, by="domain", domain="youth"
    ),
    "map": lambda run, lang: pictures.draw_map(run, lang=lang),
    "map of trust": lambda run, lang: pictures.draw_map(
        run, "trust_mean_by_neighbourhood", lang=lang, year=2015
    ),
    "degrees": lambda run, lang: pictures.draw_degrees(run, lang=lang),
    "network": lambda run, lang: pictures.draw_network(run, lang=lang),
    "life": lambda run, lang: pictures.draw_life(run, lang=lang),
    "claims": lambda run, lang: pictures.draw_claims(run, lang=lang),
    "mechanisms": lambda run, lang: pictures.draw_mechanisms(explained(), lang=lang),
}


def check(picture: Picture) -> None:
    """Hold a picture against what all of them promise."""
    assert crowded(picture.figure) == []
    assert re.fullmatch(r"[A-Za-z0-9_-]+", picture.name)
    for text in (picture.title, picture.caption, picture.alt):
        assert len(text) > 15 and "{" not in text and "nan" not in text and "  " not in text
    assert re.search(r"\d", picture.alt)
    assert {"variable", "unit", "value"} <= set(picture.table.columns)
    assert len(picture.table) and picture.table["value"].notna().all()
    root = ElementTree.fromstring(picture.svg())
    letters = {"".join(e.itertext()) for e in root.iter("{http://www.w3.org/2000/svg}text")}
    assert letters and not any("$" in text for text in letters)
    hovers = [
        e for g in root.iter("{http://www.w3.org/2000/svg}g") for e in g if e.tag.endswith("title")
    ]
    assert hovers


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("which", DRAWN)
def test_a_picture_has_room_words_and_numbers(run: Run, which: str, lang: str) -> None:
    check(DRAWN[which](run, lang))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_two_languages_differ_in_words_alone(run: Run, lang: str) -> None:
    other = {"nl": "en", "en": "nl"}[lang]
    for which in ("fan", "difference", "claims", "life"):
        one, two = DRAWN[which](run, lang), DRAWN[which](run, other)
        assert one.title != two.title and one.caption != two.caption and one.alt != two.alt
        assert one.name == two.name
        pd.testing.assert_frame_equal(one.table, two.table)


def test_a_fan_has_the_quantiles_of_the_file(run: Run) -> None:
    table = DRAWN["fan"](run, "en").table
    values = 100 * run.series["unmet_share"].sel(scenario="out").squeeze().values
    for name, share in (("q05", 0.05), ("q25", 0.25), ("q50", 0.5), ("q75", 0.75), ("q95", 0.95)):
        drawn = table[table["statistic"] == name].sort_values("month")["value"]
        assert np.allclose(drawn, np.quantile(values, share, axis=0), rtol=1e-6)
    assert set(table["unit"]) == {"%"}


def test_a_window_takes_the_mean_of_its_months(run: Run) -> None:
    picture = pictures.draw_fan(run, "spending", lang="nl", window=12)
    check(picture)
    assert "gemiddelde van 12 maanden" in picture.caption
    values = run.series["spending"].sel(scenario="out").squeeze().values
    middle = picture.table.query("statistic == 'q50'").set_index("month")["value"]
    assert middle.index.tolist() == list(range(11, 26))
    for month in (11, 25):
        expected = np.median(values[:, month - 11 : month + 1].mean(axis=1))
        assert middle[month] == pytest.approx(expected, rel=1e-6)
    change = difference(run, "spending", "baseline", "out", window=12)
    both = run.series["spending"].squeeze().isel(month=slice(-12, None)).mean("month")
    pairs = both.sel(scenario="out") - both.sel(scenario="baseline")
    assert change.statistics["mean"][-1] == pytest.approx(pairs.mean().item(), rel=1e-4)
    refused(
        "window 99: the run has 26 months", lambda: pictures.draw_fan(run, "residents", window=99)
    )


def test_one_run_alone_is_a_line_and_the_caption_says_so(bare: Run) -> None:
    for lang, words in (("nl", "één lijn"), ("en", "one line")):
        picture = pictures.draw_fan(bare, "trust_mean", lang=lang)
        check(picture)
        assert words in picture.caption
        values = bare.series["trust_mean"].values.ravel()
        assert np.allclose(picture.table["value"], values)


def test_a_difference_has_the_interval_of_compare(run: Run, compared: Run) -> None:
    for variable in ("known_share", "formal_hours"):
        ours = difference(run, variable, "baseline", "out")
        theirs = difference(compared, variable)
        assert ours.pairs == theirs.pairs == 3
        assert ours.unit == theirs.unit
        for name, values in theirs.statistics.items():
            near = np.allclose(ours.statistics[name], values, rtol=1e-3, atol=1e-5)
            assert near, (variable, name)
    check(pictures.draw_difference(compared, "known_share", lang="nl"))


def test_many_pairs_have_a_band_of_their_own(run: Run) -> None:
    noise = np.random.default_rng(1).normal(0, 0.01, (2, 24, 26, 1))
    once = run.series["trust_mean"].isel(replicate=[0] * 24).assign_coords(replicate=range(24))
    changed = copy.copy(run)
    changed.__dict__["series"] = once.copy(data=once.values + noise).to_dataset(name="trust_mean")
    for lang, words in (("nl", "90% van de paren"), ("en", "90% of the pairs")):
        picture = pictures.draw_difference(changed, "trust_mean", lang=lang)
        check(picture)
        assert words in picture.caption and "24" in picture.caption
        assert set(picture.table["statistic"]) == {"mean", "low", "high", "q05", "q95"}
    few = pictures.draw_difference(run, "trust_mean")
    assert "90%" not in few.caption and "95% interval" in few.caption
    assert set(few.table["statistic"]) == {"mean", "low", "high"}


def test_a_difference_of_one_pair_has_no_band(run: Run, bare: Run) -> None:
    one = pictures.draw_difference(run, "trust_mean", baseline=bare, scenario="baseline", lang="nl")
    check(one)
    assert "één paar" in one.caption
    assert "(bare)" not in one.caption  # Their titles tell them apart.
    same = pictures.draw_difference(run, "trust_mean", baseline=bare, scenario="out")
    assert "“Going out (out)”" in same.caption and "“Going out (bare)”" in same.caption
    assert set(one.table["statistic"]) == {"mean"}
    both = [
        run.series["trust_mean"].sel(scenario="baseline").isel(replicate=0).values.ravel()[:13],
        bare.series["trust_mean"].values.ravel(),
    ]
    assert np.allclose(one.table["value"], both[0] - both[1], atol=1e-6)


def test_student_is_that_of_the_tables() -> None:
    known = {2: 12.706, 3: 4.3027, 5: 2.7764, 10: 2.2622, 20: 2.0930, 121: 1.9799}
    for pairs, value in known.items():
        assert student(pairs) == pytest.approx(value, rel=1e-4)


def test_layers_of_support_add_up_and_are_those_of_the_file(run: Run) -> None:
    table = DRAWN["shares"](run, "en").table
    assert np.allclose(table.groupby("month")["value"].sum(), 100, atol=1e-3)
    last = run.series.sel(scenario="out", month=25)
    for part in ("own", "informal", "initiative", "unmet"):
        drawn = table[(table["variable"] == f"{part}_share") & (table["month"] == 25)]["value"]
        assert drawn.item() == pytest.approx(100 * last[f"{part}_share"].mean().item(), rel=1e-6)
    # Places of entrepreneurs have hours, but no share of their own.
    filled = last["formal_share"] + last["place_hours"] / last["required_hours"]
    rest = table[table["variable"].str.startswith("1 −") & (table["month"] == 25)]["value"]
    assert rest.item() == pytest.approx(100 * filled.mean().item(), rel=1e-4)


@pytest.mark.parametrize("which", ["flows", "flows of a domain"])
def test_what_flows_into_a_node_flows_out(run: Run, which: str) -> None:
    table = DRAWN[which](run, "en").table
    into, out = table.groupby("to")["value"].sum(), table.groupby("from")["value"].sum()
    for node in ("asked", "left"):
        assert into[node] == pytest.approx(out[node], rel=1e-9)
    ends = ["own", "informal", *LAST]
    assert into[ends].sum() == pytest.approx(out["required"], rel=1e-9)
    assert (table["value"] >= 0).all()
    assert table.loc[table["to"].isin(ends), "of_100"].sum() == pytest.approx(100)


def test_flows_are_those_of_the_file(run: Run) -> None:
    table = DRAWN["flows"](run, "en").table.set_index(["from", "to"])["value"]
    year = run.series.sel(scenario="out").isel(month=slice(-12, None))
    for link, variable in (
        (("required", "own"), "own_hours"),
        (("required", "asked"), "asked_hours"),
        (("asked", "informal"), "informal_hours"),
        (("left", "initiative"), "initiative_hours"),
        (("left", "unmet"), "unmet_hours"),
    ):
        assert table[link] == pytest.approx(year[variable].mean().item(), rel=1e-5)
    filled = year["formal_hours"].mean() + year["place_hours"].mean()
    assert table["left", "formal"] == pytest.approx(filled.item(), rel=1e-4)
    required = table.xs("required", level="from").sum()
    assert required == pytest.approx(year["required_hours"].mean().item(), rel=1e-5)


def test_flows_follow_from_hours_by_name() -> None:
    hours = {"required": 100.0, "own": 10.0, "asked": 50.0, "informal": 30.0}
    flows = flows_of({**hours, "initiative": 2.0, "unmet": 30.0})
    assert flows.nodes["formal"] == 28 and flows.nodes["left"] == 60
    assert flows.links["asked", "left"] == 20 and flows.links["required", "unasked"] == 40


def test_ways_are_means_of_the_organisations_in_the_file(run: Run) -> None:
    table = DRAWN["quadrants"](run, "en").table
    assert sorted(table["year"].unique()) == [2015, 2016, 2017]
    row = table[(table["variable"] == "organisation_position") & (table["year"] == 2016)].iloc[0]
    series = run.series["organisation_position"].sel(
        scenario="out", replicate=0, organisation=row["organisation"]
    )
    assert row["value"] == pytest.approx(series.isel(month=slice(12, 24)).mean().item(), rel=1e-5)
    there = run.series["organisation_position"].sel(scenario="out", replicate=0, month=25)
    assert table["organisation"].nunique() == int(there.notnull().sum())


def test_a_map_has_the_means_of_the_year(run: Run) -> None:
    table = DRAWN["map of trust"](run, "en").table
    series = run.series["trust_mean_by_neighbourhood"].sel(scenario="out").isel(month=slice(0, 12))
    expected = series.mean(["replicate", "month"])
    drawn = table[table["variable"] == "trust_mean_by_neighbourhood"].set_index("neighbourhood")
    assert np.allclose(drawn["value"], expected.sel(neighbourhood=list(drawn.index)))
    assert len(drawn) == run.series.sizes["neighbourhood"]


def test_a_place_where_hardly_anyone_lives_is_not_named(run: Run) -> None:
    people = run.series["residents_by_neighbourhood"].sel(scenario="out")
    few = str(people.mean(["replicate", "month"]).idxmin("neighbourhood").item())
    name = str(run.series["neighbourhood_name"].sel(neighbourhood=few).item())
    series = run.series[["unmet_share_by_neighbourhood", "residents_by_neighbourhood"]].load()
    series = series.merge(run.series[["neighbourhood_name", "neighbourhood_municipality"]])
    series = series.copy(deep=True)
    at = {"neighbourhood": few}
    series["unmet_share_by_neighbourhood"].loc[at] = 1.0
    changed = copy.copy(run)
    changed.__dict__["series"] = series
    assert f"{name} (100" in pictures.draw_map(changed).alt
    series["residents_by_neighbourhood"].loc[at] = 1.0
    picture = pictures.draw_map(changed)
    check(picture)
    assert name not in picture.alt
    assert "1 neighbourhood with less than 1% of the residents" in picture.caption
    assert 100.0 in picture.table["value"].round(6).tolist()


def test_degrees_add_up_to_all_residents(run: Run) -> None:
    table = DRAWN["degrees"](run, "en").table
    assert np.allclose(table.groupby("month")["value"].sum(), 100, atol=1e-3)


def test_a_network_has_every_tie_of_its_person(run: Run) -> None:
    ties = run.snapshots["2016-12"]["support_ties"]
    ties = ties[(ties["scenario"] == 0) & (ties["replicate"] == 1)]
    person = int(ties["ego"].iloc[50])
    picture = pictures.draw_network(run, person, "2016-12", replicate=1)
    check(picture)
    own = ties[ties["ego"] == person]
    drawn = picture.table[picture.table["variable"] == "support_ties/strength"]
    assert sorted(drawn["alter"]) == sorted(own["alter"])
    assert drawn["value"].sum() == pytest.approx(own["strength"].sum(), rel=1e-5)
    beyond = ties[ties["ego"].isin(own["alter"]) & (ties["alter"] != person)]
    assert len(picture.table) == len(own) + len(beyond)


def test_rows_of_a_snapshot_are_those_of_one_run(run: Run) -> None:
    snapshot = run.snapshots["2016-12"]
    whole = snapshot["residents"]
    part = snapshot.rows("residents", 1, 2, ["id", "position"])
    kept = whole[(whole["scenario"] == 1) & (whole["replicate"] == 2)]
    assert part["id"].tolist() == kept["id"].tolist()
    assert part["position"].tolist() == kept["position"].tolist()
    assert snapshot.rows("residents", 7, 0, ["id"]).empty


def test_a_life_has_the_months_of_the_panel(run: Run) -> None:
    picture = pictures.draw_life(run, person=3, replicate=2, scenario="baseline")
    check(picture)
    drawn = picture.table[picture.table["variable"] == "panel/trust"].set_index("month")["value"]
    trust = run.panel["trust"].sel(scenario="baseline", replicate=2, person=3)
    assert np.allclose(drawn, trust.sel(month=drawn.index))
    assert len(drawn) == int(trust.notnull().sum())


def test_every_life_of_the_panel_can_be_drawn(run: Run) -> None:
    for person in run.panel["person"].values[:6]:
        check(pictures.draw_life(run, person=int(person), lang="nl"))


def test_claims_are_those_of_the_file(run: Run) -> None:
    picture = DRAWN["claims"](run, "nl")
    verdicts = dict(zip(picture.table["claim"], picture.table["verdict"], strict=True))
    assert verdicts == {
        "more is known": "held",
        "trust doubles": "broken",
        "who knows": "undecided",
    }
    estimate = picture.table.query("claim == 'trust doubles' and variable == 'claims/estimate'")
    assert estimate["value"].item() == pytest.approx(
        run.series["trust_mean"].sel(scenario="out").mean().item(), rel=1e-5
    )
    assert "1 komen uit, 1 niet, 1 onbeslist" in picture.caption


def test_a_control_turns_what_is_expected(run: Run) -> None:
    claims = run.claims.iloc[[0]].assign(kind="control", world="without informal_support, history")
    changed = copy.copy(run)
    changed.__dict__["claims"] = claims.assign(low=-2.0, high=-1.0, estimate=-1.5, verdict="held")
    for lang, words in (
        ("nl", "tegenproef (zonder informele steun en geschiedenis), moet wegvallen"),
        ("en", "control (without informal support and history), must vanish"),
    ):
        picture = pictures.draw_claims(changed, lang)
        check(picture)
        assert words in picture.alt
    # What lies below the threshold of a test that must not hold lies where it should: right.
    axes = picture.figure.axes[0]
    middle = (0.25 + 2.75) / 2
    dots = [line for line in axes.lines if len(line.get_xdata()) == 1]
    assert [float(dot.get_xdata()[0]) > middle for dot in dots] == [True]


def test_mechanisms_are_ordered_by_what_they_matter() -> None:
    picture = DRAWN["mechanisms"](None, "en")  # type: ignore[arg-type]
    table = picture.table
    assert table["process"].drop_duplicates().tolist()[1:] == ["informal_support", "intake"]
    alone = table.query(
        "arm == 'alone' and process == 'informal_support' and statistic == 'effect'"
    )
    assert alone["value"].item() == pytest.approx(-5)
    assert "1 other mechanisms" in picture.caption


def refused(words: str, draw: Callable[[], Picture]) -> None:
    with pytest.raises(ValueError, match=words) as caught:
        draw()
    assert "\n" not in str(caught.value)


def test_what_a_run_does_not_hold_is_said_in_a_sentence(bare: Run) -> None:
    refused(
        "bare.h5: holds no nonsense; `samenspel variables`",
        lambda: pictures.draw_fan(bare, "nonsense"),
    )
    refused("no scenario 'x'; there are bare", lambda: pictures.draw_fan(bare, "trust_mean", "x"))
    refused("holds one scenario", lambda: pictures.draw_difference(bare, "trust_mean"))
    refused("holds no organisation_position", lambda: pictures.draw_quadrants(bare))
    refused("holds no unmet_share_by_neighbourhood", lambda: pictures.draw_map(bare))
    refused("holds no snapshot", lambda: pictures.draw_network(bare))
    refused("followed no residents", lambda: pictures.draw_life(bare))
    refused("has no claims", lambda: pictures.draw_claims(bare))


def test_what_is_asked_wrongly_is_said_in_a_sentence(run: Run, compared: Run) -> None:
    asks: list[tuple[str, Callable[[], Picture]]] = [
        (
            "6 places on the axis domain: choose one of care",
            lambda: pictures.draw_fan(run, "need_share_by_domain"),
        ),
        ("no domain 'x'", lambda: pictures.draw_fan(run, "need_share_by_domain", domain="x")),
        ("no axis domain", lambda: pictures.draw_fan(run, "trust_mean", domain="care")),
        ("compared with itself", lambda: pictures.draw_difference(run, "trust_mean", "out", "out")),
        ("holds no series", lambda: pictures.draw_fan(compared, "trust_mean")),
        ("no difference of nonsense", lambda: pictures.draw_difference(compared, "nonsense")),
        ("replicate 9: the file has 0 to 2", lambda: pictures.draw_quadrants(run, replicate=9)),
        ("no month from 2030 to 2031", lambda: pictures.draw_flows(run, years=(2030, 2031))),
        ("no variable by neighbourhood", lambda: pictures.draw_map(run, "trust_mean")),
        ("no month of 1999", lambda: pictures.draw_map(run, year=1999)),
        ("no municipality 'GM0001'", lambda: pictures.draw_map(run, municipality="GM0001")),
        (
            "no snapshot of 1999-01; there are 2016-12",
            lambda: pictures.draw_network(run, month="1999-01"),
        ),
        ("no person 5 in the snapshot", lambda: pictures.draw_network(run, person=-5 + 10)),
        ("no person 99 in the panel", lambda: pictures.draw_life(run, person=99)),
        ("it has no column knob", lambda: pictures.draw_mechanisms(pd.DataFrame({"a": [1]}))),
    ]
    for words, draw in asks:
        refused(words, draw)


@pytest.mark.parametrize(
    ("value", "unit", "sign", "text"),
    [
        (34.2, "%", False, "34%"),
        (1.2, "%", False, "1,2%"),
        (-4.64, "points", True, "−4,6 procentpunt"),
        (0.0072, "1", True, "+0,0072"),
        (12345.6, "hour/month", False, "12.346 uren per maand"),
        (0.0, "1", True, "0"),
    ],
)
def test_numbers_have_the_digits_that_one_reads(
    value: float, unit: str, sign: bool, text: str
) -> None:
    assert in_words(value, unit, "nl", sign) == text

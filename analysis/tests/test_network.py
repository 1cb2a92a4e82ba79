"""Parameter sets become specs that the command reads; moments are held against a reference."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from samenspel import network_compare, network_spec
from samenspel.network_compare import Comparison, Moments

CARRIED = Path(__file__).resolve().parents[2] / "tests/network/reference"
SET_G = [
    ("Rate", "rate", None, 8),
    ("density", "eval", None, -3.3),
    ("recip", "eval", None, 2),
    ("transTrip", "eval", None, 0.3),
    ("X", "eval", "dist", -0.5),
    ("sameX", "eval", "group", 0.6),
]


def command() -> str:
    found = os.environ.get("SAMENSPEL_COMMAND") or shutil.which("samenspel")
    if not found:
        pytest.skip("SAMENSPEL_COMMAND names no command, and none is installed")
    return found


def effect(
    name: str,
    kind: str = "eval",
    of: str | None = None,
    theta: float = 1,
    on: str = "fr",
    parameter: float = 0,
) -> dict[str, Any]:
    return {
        "dependent": on,
        "effect": name,
        "type": kind,
        "interaction1": of,
        "internal_par": parameter,
        "theta": theta,
    }


def given(*effects: dict[str, Any], **more: Any) -> dict[str, Any]:
    basics = [effect("Rate", "rate", theta=4), effect("density", theta=-1.25)]
    return {
        "n_actors": 4,
        "start_network": "data/s1_edges.csv",
        "n_sims": 20,
        "effects": [*basics, *effects],
        **more,
    }


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a folder of four actors with two attributes, of which one has waves."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "s1_edges.csv").write_text("ego,alter\n1,2\n2,1\n3,4\n")
    (folder / "actors.csv").write_text(
        "actor,x,y,mood1,mood2,sort\n1,0,0,1,2,1\n2,1,0,2,3,1\n3,0,1,3,3,2\n4,1,1,1,1,2\n"
    )
    (folder / "other.csv").write_text("unit,mood1\n1,9\n2,9\n")
    return folder


def spec_of(one: dict[str, Any], data: Path, tmp_path: Path) -> str:
    path = network_spec.write_spec({"S": one}, "S", data, tmp_path / "specs")
    assert path == tmp_path / "specs/S.yaml"
    return path.read_text()


def reads(text: str, tmp_path: Path) -> None:
    """Have the command simulate the spec."""
    line = [command(), "network", "simulate", str(tmp_path / "specs/S.yaml"), "--quiet"]
    done = subprocess.run(
        [*line, "-o", str(tmp_path / "out")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, text + done.stderr


def test_every_kind_of_effect_has_its_line(data: Path, tmp_path: Path) -> None:
    text = spec_of(
        given(
            effect("recip", "endow", theta=1.0),
            effect("transTrip", "creation", theta=0.1 + 0.2),
            effect("gwespFF", theta=1.2, parameter=69),
            effect("simX", of="mood", theta=0.7),
            effect("sameX", of="sort", theta=1e-5),
            effect("outAct", theta=-0.05, parameter=1),
            effect("X", of="dist", theta=-0.5),
            effect("outRate", "rate", theta=0.1),
            effect("RateX", "rate", of="mood", theta=-0.2),
            max_degree=3,
        ),
        data,
        tmp_path,
    )
    for line in (
        'network: {actors: 4, edges: "../data/s1_edges.csv"}',
        '  mood: {file: "../data/actors.csv", column: mood1}',
        '  sort: {file: "../data/actors.csv", column: sort}',
        '  dist: {euclidean: {file: "../data/actors.csv", columns: [x, y], scale: 1}}',
        "rates: {network: 4, network_by: {outdegree: 0.1, mood: -0.2}}",
        "max_degree: 3",
        "  - {name: density, value: -1.25}",
        "  - {name: recip, value: 1, type: endowment}",
        "  - {name: transTrip, value: 0.30000000000000004, type: creation}",
        "  - {name: gwespFF, value: 1.2, parameter: 69}",
        "  - {name: simX, of: mood, value: 0.7}",
        "  - {name: sameX, of: sort, value: 1e-05}",
        "  - {name: outAct, value: -0.05}",
        "simulate: {runs: 20, seed: 1, sampler: sparse}",
    ):
        assert line in text.splitlines()
    reads(text, tmp_path)


def test_a_behaviour_has_its_range_rate_and_effects(data: Path, tmp_path: Path) -> None:
    text = spec_of(
        given(
            effect("simX", of="mood", theta=0.5),
            effect("Rate", "rate", on="mood", theta=1.2),
            effect("linear", on="mood", theta=0.3),
            effect("avSim", of="fr", on="mood", theta=3),
            behaviour_overall_mean=1.5,
            similarity_mean=0.625,
            covariate_range=2,
        ),
        data,
        tmp_path,
    )
    behaviour = "column: mood1, centre: 1.5, similarity_mean: 0.625, range: [1, 3]}"
    assert f'  mood: {{file: "../data/actors.csv", {behaviour}' in text
    assert "rates: {network: 4, mood: 1.2}" in text
    assert "  - {name: avSim, on: mood, value: 3}" in text
    assert "covariates:\n  sort:" in text
    reads(text, tmp_path)


def test_two_behaviours_have_constants_of_their_own(data: Path, tmp_path: Path) -> None:
    effects = [
        effect("Rate", "rate", on="mood"),
        effect("linear", on="mood"),
        effect("Rate", "rate", on="sort"),
        effect("avAlt", of="fr", on="sort"),
    ]
    text = spec_of(
        given(*effects, behaviour_overall_mean={"mood": 1.5, "sort": 1.25}, covariate_range=9),
        data,
        tmp_path,
    )
    assert 'actors.csv", columns: [mood1, mood2], centre: 1.5, range: [1, 3]}' in text
    assert 'actors.csv", column: sort, centre: 1.25, range: [1, 2]}' in text
    reads(text, tmp_path)


def test_what_a_set_does_not_say_of_a_behaviour_follows_from_both_waves(
    data: Path, tmp_path: Path
) -> None:
    effects = [effect("Rate", "rate", on="mood"), effect("linear", on="mood")]
    text = spec_of(given(*effects, similarity_mean=0.5), data, tmp_path)
    behaviour = "columns: [mood1, mood2], similarity_mean: 0.5, range: [1, 3]}"
    assert f'  mood: {{file: "../data/actors.csv", {behaviour}' in text
    reads(text, tmp_path)


def test_pairs_in_a_table_are_taken_before_distances(data: Path, tmp_path: Path) -> None:
    (data / "friendship_dist.csv").write_text("ego,alter,value\n1,2,0.5\n")
    text = spec_of(given(effect("X", of="dist")), data, tmp_path)
    assert '  dist: {file: "../data/friendship_dist.csv"}' in text
    reads(text, tmp_path)


@pytest.mark.parametrize(
    ("one", "sentence"),
    [
        (given(effect("simX", of="moood")), "set S: moood is in no table of 4 rows"),
        (
            given(effect("recipRate", "rate")),
            "set S: the rate effect recipRate is not known: Rate, outRate, inRate, RateX are",
        ),
        (
            given({**effect("unspInt", of="recip"), "interaction2": "egoX"}),
            "set S: unspInt: an interaction of effects is none of the effects",
        ),
        (given(effect("recip", "gmm")), "set S: recip: the type gmm is not known"),
        (given(start_network="none.csv"), "set S: the start network none.csv is not in"),
        ({"n_actors": 4, "effects": [effect("recip")]}, "set S: start_network is missing"),
    ],
)
def test_what_is_not_known_is_refused(
    one: dict[str, Any], sentence: str, data: Path, tmp_path: Path, capsys: Any
) -> None:
    sets = tmp_path / "sets.json"
    sets.write_text(json.dumps({"sets": {"S": one}}))
    assert network_spec.main([str(sets), "S", "--data", str(data), "-o", str(tmp_path)]) == 2
    assert sentence in capsys.readouterr().err
    assert not (tmp_path / "S.yaml").exists()


def test_a_set_that_is_not_there_is_refused_with_those_that_are(
    tmp_path: Path, capsys: Any
) -> None:
    sets = tmp_path / "sets.json"
    sets.write_text(json.dumps({"sets": {"S": given()}}))
    assert network_spec.main([str(sets), "T", "--data", str(tmp_path)]) == 2
    assert capsys.readouterr().err == "no set T; there are S\n"


def moments(mean: float, sd: float = 1, count: int = 100) -> Moments:
    return Moments(count, mean, sd)


def test_means_and_spreads_that_differ_are_told() -> None:
    alike = Comparison("A", "ties", "dense", moments(10), moments(10.1), 0.01)
    apart = Comparison("A", "ties", "dense", moments(10), moments(11), 0.01)
    wide = Comparison("A", "ties", "dense", moments(10), moments(10, 1.06), 0.01)
    unsure = Comparison("A", "ties", "dense", moments(10), moments(10, 1.06), 0.02)
    assert alike.z == pytest.approx(0.1 / 0.02**0.5)
    assert [network_compare.summary([one], "A")[1] for one in (alike, apart, wide, unsure)] == [
        True,
        False,
        False,
        True,
    ]


def test_a_constant_must_be_the_same() -> None:
    same = Comparison("A", "x", "dense", moments(2, 0), moments(2, 0), 0)
    other = Comparison("A", "x", "dense", moments(2, 0), moments(3, 0), 0)
    assert (same.z, other.z) == (0, float("inf"))


def test_means_are_judged_together() -> None:
    found = [
        Comparison("A", name, "dense", moments(0, 1, 50), moments(mean, 1, 50), 0)
        for name, mean in (("one", 0.3), ("two", -0.3))
    ]
    covariance = np.array([[1.0, 0.8], [0.8, 1.0]])
    square, count, z = network_compare.joint_test(found, ["two", "none", "one"], np.eye(3))
    assert (square, count) == (pytest.approx(4.5), 2)
    square, count, worse = network_compare.joint_test(found, ["one", "two"], covariance)
    assert square == pytest.approx(0.18 / 0.2 / 0.04)
    assert worse > z


def test_what_happens_in_no_run_may_have_been_rare() -> None:
    rare, usual = moments(0.001, 0.03, 4000), moments(0.04, 0.2, 4000)
    never = moments(0, 0, 4000)
    noise = network_compare.noise_of_ratio
    assert Comparison("A", "x", "dense", rare, never, noise(never, rare, 0)).spread_fits
    assert not Comparison("A", "x", "dense", usual, never, noise(never, usual, 0)).spread_fits


def test_the_reference_names_its_statistics_after_the_dependent_variable() -> None:
    names = {
        "fr.Rate.rate": "hamming",
        "mood.Rate.rate": "beh_abs_change",
        "fr.simX.eval.mood": "network.simX.eval.mood",
        "mood.avSim.eval.fr": "mood.avSim.eval",
        "ties": "ties",
    }
    for theirs, ours in names.items():
        assert network_compare.our_name(theirs, "fr", ["mood"]) == ours


@pytest.fixture
def reference_of_g(tmp_path: Path) -> Path:
    """Return the reference of set G, in the form of a whole one."""
    folder = tmp_path / "reference_of_g"
    (folder / "reference").mkdir(parents=True)
    (folder / "data").mkdir()
    for name in ("G400_actors.csv", "G400_edges_w1.csv"):
        shutil.copy(CARRIED / name, folder / "data" / name)
    shutil.copy(CARRIED / "moments_G.csv", folder / "reference/moments.csv")
    one = {
        "n_actors": 400,
        "n_sims": 2000,
        "start_network": "data/G400_edges_w1.csv",
        "effects": [effect(name, kind, of, theta) for name, kind, of, theta in SET_G],
    }
    (folder / "reference/parameter_sets.json").write_text(json.dumps({"sets": {"G": one}}))
    return folder


def test_set_g_agrees_with_the_reference(reference_of_g: Path, capsys: Any) -> None:
    line = [str(reference_of_g), "--runs", "300", "--command", command()]
    assert network_compare.main(line) == 0
    said = capsys.readouterr().out
    compared = [int(n) for n in re.findall(r"^G \w+ +(\d+) statistics", said, re.M)]
    assert len(compared) == 2 and min(compared) > 40


def test_another_model_than_the_reference_is_noticed(reference_of_g: Path, capsys: Any) -> None:
    path = reference_of_g / "reference/parameter_sets.json"
    path.write_text(path.read_text().replace("-3.3", "-3.2"))
    line = [str(reference_of_g), "--runs", "100", "--sampler", "sparse", "--command", command()]
    assert network_compare.main(line) == 1
    assert "largest |z|" in capsys.readouterr().out


def test_set_g_replays(reference_of_g: Path, tmp_path: Path) -> None:
    sets = network_spec.read_sets(reference_of_g / "reference/parameter_sets.json")
    spec = network_spec.write_spec(sets, "G", reference_of_g / "data", tmp_path)
    line = [command(), "network", "replay", str(spec), str(CARRIED / "chain_G_1.csv")]
    done = subprocess.run(line, capture_output=True, text=True, check=True)
    with (CARRIED / "chain_G_1.csv").open() as file:
        theirs = list(csv.DictReader(file))
    ours = list(csv.DictReader(done.stdout.splitlines()))
    assert [row["step"] for row in ours] == [row["step"] for row in theirs]
    for column in ("log_p_option", "log_p_choice"):
        apart = [
            abs(float(a[column]) - float(b[column])) for a, b in zip(ours, theirs, strict=True)
        ]
        assert max(apart) < 1e-8


def test_simulations_open_in_xarray(reference_of_g: Path, tmp_path: Path) -> None:
    xr = pytest.importorskip("xarray")
    sets = network_spec.read_sets(reference_of_g / "reference/parameter_sets.json")
    spec = network_spec.write_spec(sets, "G", reference_of_g / "data", tmp_path)
    out = tmp_path / "g.h5"
    line = [command(), "network", "simulate", str(spec), "-o", str(out), "--runs", "4", "--quiet"]
    subprocess.run([*line, "--values", "--ends", "--chains"], check=True)
    for engine in ("h5netcdf", "netcdf4"):
        pytest.importorskip("netCDF4" if engine == "netcdf4" else engine)
        with xr.open_dataset(out, group="values", engine=engine) as values:
            ties = values["value"].sel(statistic="ties").values
        with xr.open_dataset(out, group="moments", engine=engine) as means:
            assert float(means["mean"].sel(statistic="ties")) == pytest.approx(ties.mean())
        with xr.open_dataset(out, group="ends", engine=engine) as ends:
            assert [int((ends["run"] == run + 1).sum()) for run in range(4)] == ties.tolist()
        with xr.open_dataset(out, group="chains", engine=engine) as chains:
            assert set(chains["run"].values.tolist()) == {1, 2, 3, 4}

"""Sweeps that the command itself has run, and the program of the ready-made ones."""

from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np
import pytest
from sweeps import constant, write_sweep
from test_command import command, surroundings

from samenspel import open_sweep
from samenspel.sweep import command as sweeps_command
from samenspel.sweep.ready import Pattern, patterns, read_pattern

SCENARIO = """\
samenspel: 1
based_on: aa-en-hunze
place: {scale: 0.02}
time: {months: 3}
runs: {replicates: 2}
record: {panel: 0}
parameters: {settlement: {burn_in: 0}, support_network: {burn_in: 0}}
sweep:
  levers: {knobs.informal: [0, 1]}
  uncertainties: {trust.loss_gain_ratio: {uniform: [1, 5]}, steering.wait: {whole: [3, 9]}}
"""


def run(*words: str | Path) -> int:
    quiet = [command(), *map(str, words)]
    return subprocess.run(quiet, env=surroundings(), check=False, capture_output=True).returncode


def sweep(folder: Path, name: str, *more: str) -> Path:
    (folder / "s.yaml").write_text(SCENARIO)
    path = folder / name
    options = ["--design", "sobol", "--n", "4", "--threads", "1", "--quiet", "-o", path]
    assert run("sweep", folder / "s.yaml", *options, *more) in (0, 4)
    return path


def test_merged_parts_open_as_the_whole(tmp_path: Path) -> None:
    whole = sweep(tmp_path, "whole.h5")
    parts = [sweep(tmp_path, f"part{i}.h5", "--array", f"{i}/2") for i in (1, 2)]
    merged = tmp_path / "merged.h5"
    assert run("merge", merged, *parts) == 0
    with open_sweep(whole) as one, open_sweep(merged) as other, open_sweep(parts[0]) as part:
        assert one.factors["unit"].tolist() == ["1", "1", "month"]
        assert one.factors.loc["steering_wait", "name_en"] == "wait of a trial"
        assert one.factors.loc["steering_wait", ["low", "high"]].tolist() == [3, 9]
        assert one.data.drop_attrs().identical(other.data.drop_attrs())
        assert (one.runs["digest"] == other.runs["digest"]).all()
        assert one.summary["trust_mean"].dims[:2] == ("point", "statistic")
        assert part.runs["status"].value_counts()["waiting"] == 8
        assert int(np.isfinite(part.outcome("mean(trust_mean)")).sum()) == 8


def test_a_sweep_that_was_stopped_opens_as_far_as_it_went(tmp_path: Path) -> None:
    path = tmp_path / "going.h5"
    path.with_name(path.name + ".stop").write_text("")
    sweep(tmp_path, "going.h5")
    assert not path.exists()
    sweep(tmp_path, "going.h5", "--resume", "--so-far")
    with open_sweep(path) as so_far:
        assert (so_far.runs["status"] == "waiting").all()
        assert np.isnan(so_far.outcome("mean(trust_mean)")).all()


@pytest.fixture
def scenarios(tmp_path: Path) -> Path:
    """Return a folder of scenarios with one pattern, its sweep, and knobs by place."""
    folder = tmp_path / "scenarios"
    (folder / "patterns").mkdir(parents=True)
    (folder / "sweeps").mkdir()
    (folder / "patterns/more.yaml").write_text("""\
samenspel: 1
expect:
  - claim: {nl: "meer", en: "there is more"}
    test: "ratio(mean(x), less)@2015 > 1.02"
    type: E
    pattern: 3
  - {claim: {nl: "weg", en: "knock-out: gone"}, test: "mean(x) < 1", type: E, pattern: 3}
  - {claim: {nl: "zo", en: "with that"}, test: "mean(x) < 9", type: V, with: {a.wait: 1}}
  - {claim: {nl: "ook", en: "and this"}, test: "mean(x) < 9", type: V, with: {b.it: 1}}
  - claim: {nl: "hoek", en: "reverse corner: not there"}
    test: "mean(x, other) > 1"
    type: V
    pattern: 3
""")
    (folder / "sweeps/assume-more.yaml").write_text("""\
based_on: more
time: {months: 12}
sweep: {uncertainties: {a.wait: {uniform: [1, 2]}, a.more: {uniform: [0, 1]}}}
""")
    return folder


def test_a_pattern_knows_its_claims_scenarios_and_outcomes(scenarios: Path) -> None:
    found = read_pattern(scenarios, "more")
    assert [claim.sentence for claim in found.claims] == [
        "there is more",
        "with that",
        "reverse corner: not there",
    ]
    assert found.scenarios == ["more", "less", "other"]
    assert (found.number, found.months, found.outcomes) == (3, 12, ["x"])
    assert found.place == {}
    file = scenarios / "sweeps/assume-more.yaml"
    file.write_text(file.read_text() + "place: {scale: 0.01}\n")
    assert read_pattern(scenarios, "more").place == {"scale": 0.01}


def test_the_table_has_a_row_a_claim_and_says_what_was_not_run(
    scenarios: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drawn = np.random.default_rng(2)
    factors = {"a.wait": 1 + drawn.permutation(200) / 200, "a.more": drawn.permutation(200) / 200}
    x = constant(1 + 0.05 * (factors["a.wait"] > 1.03), 12)
    write_sweep(tmp_path / "more.h5", factors, {"x": x}, design="lhs")
    write_sweep(tmp_path / "less.h5", factors, {"x": np.ones_like(x)}, design="lhs")
    words = ["table", str(tmp_path), "more", "--scenarios", str(scenarios)]
    assert sweeps_command.main(words) == 0
    head, _, *rows, _, title, _, summary = capsys.readouterr().out.splitlines()
    assert len(rows) == 3
    assert "| 3a E | there is more | > 1.02 | 200 | 1 | 96% [93%, 98%] |" in rows[0]
    assert "| 1.05 [1.05, 1.05] | | | *all worlds share their chances* | robust |" in rows[0]
    assert "| 3c V |" in rows[2] and "| *not run* |" in rows[2]
    assert {row.replace(r"\|", "").count("|") for row in rows} == {head.count("|")}
    assert summary == "| 3 | more | robust: a (as run) | robust: b (as run); not run: c |"
    assert summary.count("|") == title.count("|")
    twice = np.concatenate([x, np.ones_like(x)], axis=1)
    write_sweep(tmp_path / "more.h5", factors, {"x": twice}, design="lhs")
    write_sweep(tmp_path / "less.h5", factors, {"x": np.ones_like(twice)}, design="lhs")
    assert sweeps_command.main(words) == 0
    assert "| 200 | 2 (alone: 96%, 0%) |" in capsys.readouterr().out


def test_ready_made_sweeps_all_read_and_name_what_there_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = Path(surroundings()["SAMENSPEL_SCENARIOS"])
    names = patterns(folder)
    assert len(names) >= 12
    for name in names:
        assert read_pattern(folder, name).claims
    assert sweeps_command.main(["table", ".", "carer", "--scenarios", str(folder)]) == 2
    assert "no sweep carer; in" in capsys.readouterr().err


def test_run_makes_the_files_of_a_pattern_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(surroundings()["SAMENSPEL_SCENARIOS"])
    monkeypatch.setattr(sweeps_command, "POINTS", 3)

    def shorter(scenarios: Path, name: str) -> Pattern:
        found = read_pattern(scenarios, name)
        claims = tuple(c for c in found.claims if "2015" in c.test.text)[:1]
        place = {"scale": 0.02, "municipality": ["Zwolle"]}
        return Pattern(found.name, found.number, 24, found.sweep, claims, place)

    monkeypatch.setattr(sweeps_command, "read_pattern", shorter)
    words = ["run", str(tmp_path / "out"), "outreach", "--scenarios", str(folder)]
    words += ["--command", command(), "--threads", "1"]
    assert sweeps_command.main([*words, "--max-time", "0"]) == 4
    assert sweeps_command.main(words) == 0
    files = sorted(p.name for p in (tmp_path / "out").glob("*.h5"))
    assert files == ["outreach-desk.h5", "outreach.h5"]
    with open_sweep(tmp_path / "out/outreach.h5") as one:
        assert one.kind == "lhs"
        assert one.data["known_share"].sizes["month"] == 24
        assert one.data["municipality_name"].values.tolist() == ["Zwolle"]
        assert (one.runs["status"] == "finished").all()

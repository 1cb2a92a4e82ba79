"""The command gives the probabilities of a naive engine, for models and chains drawn at random."""

from __future__ import annotations

import csv
import math
import os
import random
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from naive_network import Covariate, Model, Term, centred_pairs

Pairs = dict[tuple[int, int], float]
ROLES = ("evaluation", "evaluation", "creation", "endowment")
ACTORS, STEPS, MODELS = 24, 100, 12


def command() -> str:
    found = os.environ.get("SAMENSPEL_COMMAND") or shutil.which("samenspel")
    if not found:
        pytest.skip("SAMENSPEL_COMMAND names no command, and none is installed")
    return found


def draw_terms(model: Model, draw: random.Random) -> list[Term]:
    """Return a density and some other terms; a pass through all models meets every effect."""
    structural = sorted(set(model.structural(0, 1)) - {"density"})
    some_covariate = model.covariates["amount"]
    attributed = sorted(model.attributed(0, 1, some_covariate))
    names: list[tuple[str, str | None]] = [
        (name, None) for name in structural + sorted(model.weighted(0, 1, 69))
    ]
    names += [(name, draw.choice(sorted(model.covariates))) for name in attributed]
    names += [("X", name) for name in model.dyadic]
    return [Term("density", "evaluation", -1.5)] + [
        Term(name, draw.choice(ROLES), draw.uniform(-0.4, 0.4), of, draw.choice((50, 69, 120)))
        for name, of in draw.sample(names, 16)
    ]


def draw_model(draw: random.Random) -> tuple[Model, list[tuple[int, int]], Pairs]:
    actors = range(ACTORS)
    tie = [[0] * ACTORS for _ in actors]
    for _ in range(4 * ACTORS):
        i, j = draw.sample(actors, 2)
        tie[i][j] = 1
        tie[j][i] |= draw.random() < 0.5
    places = [(draw.randrange(3000), draw.randrange(3000)) for _ in actors]
    distances = {
        (i, j): math.dist(places[i], places[j]) / 1000 for i in actors for j in actors if i != j
    }
    listed = {pair: draw.randrange(1, 30) / 10 for pair in distances if draw.random() < 0.1}
    model = Model(
        tie=tie,
        covariates={
            "amount": Covariate([draw.randrange(50) / 10 for _ in actors]),
            "group": Covariate([float(draw.randrange(3)) for _ in actors]),
            "habit": Covariate([float(draw.randrange(1, 6)) for _ in actors], range=4),
        },
        dyadic={
            "distance": centred_pairs(distances, ACTORS),
            "listed": centred_pairs(listed, ACTORS),
        },
        behaviour="habit",
        terms=[],
        behaviour_terms=[],
        rates={"outdegree": 0.1, "indegree": -0.05, "amount": 0.2, "habit": 0.1},
        rate=5,
        behaviour_rate=1.5,
        most=draw.choice((0, 6)),
    )
    model.terms = draw_terms(model, draw)
    names = draw.sample(sorted(model.steps(0, 1)), 6)
    model.behaviour_terms = [(name, draw.uniform(-0.4, 0.4)) for name in names]
    return model, places, listed


def write_rows(path: Path, rows: Sequence[Mapping[str, object]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def write_tables(model: Model, places: list[tuple[int, int]], listed: Pairs, folder: Path) -> None:
    ties = [{"ego": i + 1, "alter": j + 1} for i in model.actors for j in model.named(i)]
    write_rows(folder / "ties.csv", ties)
    write_rows(
        folder / "actors.csv",
        [
            {"actor": i + 1, "x": places[i][0], "y": places[i][1]}
            | {name: c.values[i] for name, c in model.covariates.items()}
            for i in model.actors
        ],
    )
    pairs = [{"ego": i + 1, "alter": j + 1, "value": v} for (i, j), v in listed.items()]
    write_rows(folder / "pairs.csv", pairs)


def term_line(term: Term) -> str:
    of = f", of: {term.of}" if term.of else ""
    parameter = f", parameter: {term.parameter}" if term.name.startswith("gwesp") else ""
    return f"  - {{name: {term.name}, value: {term.value!r}, type: {term.role}{of}{parameter}}}"


def write_spec(model: Model, folder: Path) -> Path:
    rates = ", ".join(f"{name}: {value}" for name, value in model.rates.items())
    lines = [
        f"network: {{actors: {ACTORS}, edges: ties.csv}}",
        "covariates:",
        "  amount: {file: actors.csv, column: amount}",
        "  group: {file: actors.csv, column: group}",
        "dyadic:",
        "  distance: {euclidean: {file: actors.csv, columns: [x, y], scale: 0.001}}",
        "  listed: {file: pairs.csv}",
        "behaviours: {habit: {file: actors.csv, column: habit, range: [1, 5]}}",
        f"rates: {{network: {model.rate}, habit: {model.behaviour_rate}, network_by: {{{rates}}}}}",
        *([f"max_degree: {model.most}"] if model.most else []),
        "effects:",
        *(term_line(term) for term in model.terms),
        *(f"  - {{name: {n}, on: habit, value: {v!r}}}" for n, v in model.behaviour_terms),
        "simulate: {runs: 1, seed: 1}",
    ]
    path = folder / "spec.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("seed", range(MODELS))
def test_the_command_replays_a_chain_of_the_naive_engine(seed: int, tmp_path: Path) -> None:
    draw = random.Random(seed)
    model, places, listed = draw_model(draw)
    write_tables(model, places, listed, tmp_path)
    spec = write_spec(model, tmp_path)
    chain = [{"step": step + 1} | model.mini_step(draw) for step in range(STEPS)]
    write_rows(tmp_path / "chain.csv", chain)
    done = subprocess.run(
        [command(), "network", "replay", str(spec), str(tmp_path / "chain.csv")],
        capture_output=True,
        text=True,
        check=True,
    )
    told = list(csv.DictReader(done.stdout.splitlines()))
    assert len(told) == STEPS
    for row, ours in zip(chain, told, strict=True):
        for column in ("log_p_option", "log_p_choice"):
            assert float(ours[column]) == pytest.approx(row[column], abs=1e-9), row


def test_the_models_meet_every_effect() -> None:
    met: set[str] = set()
    steps: set[str] = set()
    for seed in range(MODELS):
        model, _, _ = draw_model(random.Random(seed))
        met |= {term.name for term in model.terms}
        steps |= {name for name, _ in model.behaviour_terms}
        every = {*model.structural(0, 1), *model.weighted(0, 1, 69), "X"}
        every |= set(model.attributed(0, 1, model.covariates["amount"]))
        every_step = set(model.steps(0, 1))
    assert met == every
    assert steps == every_step

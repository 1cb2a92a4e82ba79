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
from naive_network import Behaviour, Covariate, Model, Pace, Term, centred_pairs

Pairs = dict[tuple[int, int], float]
ROLES = (
    ("evaluation",),
    ("creation",),
    ("endowment",),
    ("evaluation", "creation"),
    ("creation", "endowment"),
)
ACTORS, STEPS, MODELS = 24, 100, 12
SAMPLED, RUNS = 8, 300
APART = 5  # of the actors, without a tie at the start


def command() -> str:
    found = os.environ.get("SAMENSPEL_COMMAND") or shutil.which("samenspel")
    if not found:
        pytest.skip("SAMENSPEL_COMMAND names no command, and none is installed")
    return found


def parameter_of(name: str, draw: random.Random) -> float | None:
    if name.startswith("gwesp"):
        return draw.choice((0, 30, 69, 120, 250))
    return draw.choice((1, 2)) if name == "reciAct" else None


def draw_terms(model: Model, draw: random.Random) -> list[Term]:
    """Return a density and some other terms; a pass through all models meets every effect.

    Some weigh differently on making ties and on dropping them.
    """
    structural = sorted(set(model.structural(0, 1)) - {"density"})
    attributed = sorted(model.attributed(0, 1, model.covariates["amount"]))
    names: list[tuple[str, str | None]] = [
        (name, None) for name in structural + sorted(model.weighted(0, 1, 69))
    ]
    names += [(name, draw.choice(sorted(model.covariates))) for name in attributed]
    names += [("X", name) for name in model.dyadic]
    terms = [Term("density", "evaluation", -1.5)]
    for name, of in draw.sample(names, 18):
        parameter = parameter_of(name, draw)
        for role in draw.choice(ROLES):
            terms.append(Term(name, role, draw.uniform(-0.4, 0.4), of, parameter))
    return terms


def draw_ties(draw: random.Random) -> list[list[int]]:
    """Return ties among all but a few actors, of whom one names nearly everybody."""
    tie = [[0] * ACTORS for _ in range(ACTORS)]
    for _ in range(4 * ACTORS):
        i, j = draw.sample(range(APART, ACTORS), 2)
        tie[i][j] = 1
        tie[j][i] |= draw.random() < 0.5
    for j in range(APART, ACTORS - 2):
        tie[ACTORS - 1][j] = 1
    return tie


def draw_behaviour(names: list[str], least: int, most: int, draw: random.Random) -> Behaviour:
    by = {name: draw.uniform(-0.2, 0.2) for name in draw.choice(((), ("outdegree", "taste")))}
    terms = [(name, draw.uniform(-0.4, 0.4)) for name in draw.sample(names, 6)]
    return Behaviour(least, most, Pace(1.5, by), terms)


def draw_model(draw: random.Random) -> tuple[Model, list[tuple[int, int]], Pairs]:
    actors = range(ACTORS)
    places = [(draw.randrange(3000), draw.randrange(3000)) for _ in actors]
    distances = {
        (i, j): math.dist(places[i], places[j]) / 1000 for i in actors for j in actors if i != j
    }
    north = {(i, j): abs(places[i][1] - places[j][1]) / 500 for i, j in distances}
    listed = {pair: draw.randrange(-10, 30) / 10 for pair in distances if draw.random() < 0.1}
    model = Model(
        tie=draw_ties(draw),
        covariates={
            "amount": Covariate([draw.randrange(50) / 10 for _ in actors], 6, 1.5, 0.4),
            "group": Covariate([float(draw.randrange(3)) for _ in actors]),
            "habit": Covariate([float(draw.randrange(1, 6)) for _ in actors], range=4),
            "taste": Covariate([float(draw.randrange(-1, 2)) for _ in actors], range=4),
        },
        dyadic={
            "distance": centred_pairs(distances, ACTORS),
            "north": centred_pairs(north, ACTORS),
            "listed": centred_pairs(listed, ACTORS),
        },
        behaviours={},
        terms=[],
        pace=Pace(5, {"outdegree": 0.1, "indegree": -0.05, "amount": 0.2, "habit": 0.1}),
        most=draw.choice((0, 6)),
    )
    names = sorted(model.steps("habit", 0, 1))
    model.behaviours["habit"] = draw_behaviour(names, 1, 5, draw)
    model.behaviours["taste"] = draw_behaviour(names, -2, 2, draw)
    model.terms = draw_terms(model, draw)
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
            {"actor": i + 1, "x": places[i][0], "y": places[i][1], "none": 0}
            | {name: c.values[i] for name, c in model.covariates.items()}
            for i in model.actors
        ],
    )
    pairs = [{"ego": i + 1, "alter": j + 1, "value": v} for (i, j), v in listed.items()]
    write_rows(folder / "pairs.csv", pairs)


def term_line(term: Term) -> str:
    of = f", of: {term.of}" if term.of else ""
    parameter = "" if term.parameter is None else f", parameter: {term.parameter}"
    return f"  - {{name: {term.name}, value: {term.value!r}, type: {term.role}{of}{parameter}}}"


def rates_text(model: Model) -> str:
    paces = {"network": model.pace} | {name: b.pace for name, b in model.behaviours.items()}
    parts = [f"{name}: {pace.rate}" for name, pace in paces.items()]
    for name, pace in paces.items():
        by = ", ".join(f"{what}: {value!r}" for what, value in pace.by.items())
        parts += [f"{name}_by: {{{by}}}"] if by else []
    return "{" + ", ".join(parts) + "}"


def write_spec(model: Model, folder: Path) -> Path:
    lines = [
        f"network: {{actors: {ACTORS}, edges: ties.csv}}",
        "covariates:",
        "  amount: {file: actors.csv, range: 6, centre: 1.5, similarity_mean: 0.4}",
        "  group: {file: actors.csv}",
        "  habit: {file: actors.csv}",
        "dyadic:",
        "  distance: {euclidean: {file: actors.csv, columns: [x, y], scale: 0.001}}",
        "  north: {euclidean: {file: actors.csv, columns: [none, y], scale: 0.002}}",
        "  listed: {file: pairs.csv}",
        "behaviours:",
        *(
            f"  {name}: {{file: actors.csv, range: [{one.least}, {one.most}]}}"
            for name, one in model.behaviours.items()
        ),
        f"rates: {rates_text(model)}",
        *([f"max_degree: {model.most}"] if model.most else []),
        "effects:",
        *(term_line(term) for term in model.terms),
        *(
            f"  - {{name: {term}, on: {name}, value: {value!r}}}"
            for name, one in model.behaviours.items()
            for term, value in one.terms
        ),
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


def simulated(spec: Path, sampler: str, seed: int) -> dict[str, tuple[float, float]]:
    """Return mean and variance of the mean of every statistic."""
    out = spec.parent / sampler
    line = [command(), "network", "simulate", str(spec), "-o", str(out), "--quiet", "--threads=1"]
    line += [f"--sampler={sampler}", f"--seed={seed}", f"--runs={RUNS}"]
    subprocess.run(line, check=True)
    with (out / "moments.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        row["statistic"]: (float(row["mean"]), float(row["sd"]) ** 2 / int(row["n_sims"]))
        for row in rows
        if row["n_sims"] == str(RUNS)
    }


def test_both_samplers_draw_from_one_distribution(tmp_path: Path) -> None:
    """What is rare has no normal mean, and is left out."""
    z: list[float] = []
    for seed in range(SAMPLED):
        draw = random.Random(1000 + seed)
        model, places, listed = draw_model(draw)
        folder = tmp_path / str(seed)
        folder.mkdir()
        write_tables(model, places, listed, folder)
        spec = write_spec(model, folder)
        sparse, dense = simulated(spec, "sparse", 2 * seed), simulated(spec, "dense", 2 * seed + 1)
        for name in sparse.keys() & dense.keys():
            (one, noise), (other, more) = sparse[name], dense[name]
            if noise > 0 and more > 0 and abs(one) + abs(other) > 0.2:
                z.append((one - other) / math.sqrt(noise + more))
    assert len(z) > 100 * SAMPLED
    assert max(map(abs, z)) < 4.5
    assert 0.7 < math.sqrt(sum(one * one for one in z) / len(z)) < 1.3


def test_the_models_meet_every_effect() -> None:
    met: set[str] = set()
    steps: set[str] = set()
    for seed in range(MODELS):
        model, _, _ = draw_model(random.Random(seed))
        met |= {term.name for term in model.terms}
        steps |= {name for one in model.behaviours.values() for name, _ in one.terms}
        every = {*model.structural(0, 1), *model.weighted(0, 1, 69), "X"}
        every |= set(model.attributed(0, 1, model.covariates["amount"]))
        every_step = set(model.steps("habit", 0, 1))
    assert met == every
    assert steps == every_step

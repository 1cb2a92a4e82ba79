"""Turns a set of parameters of an actor-oriented model into a spec for ``samenspel network``.

A file of parameter sets is JSON as the scripts around RSiena write it: each set has a start
network, a list of effects (`dependent`, `effect`, `type`, `interaction1`, `internal_par`, `theta`)
and perhaps a maximum degree. Attributes are looked for in the tables of a data folder that have a
row an actor. Run it as ``samenspel-network-spec SETS.json SET --data FOLDER -o FOLDER``.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from samenspel.programs import outcome
from samenspel.tables import InputError, Table, as_number, read_table

ROLES = {
    "eval": "evaluation",
    "evaluation": "evaluation",
    "endow": "endowment",
    "endowment": "endowment",
    "creation": "creation",
}
RATE_TERMS = {"outRate": "outdegree", "inRate": "indegree"}
# RSiena writes these with the parameter 2 for the square root.
SQUARE_ROOTS = {"inPop", "outPop", "inAct", "outAct"}
COORDINATES = [("x_m", "y_m"), ("x", "y"), ("x_km", "y_km")]
METRES = {"x_m": 0.001}


@dataclass
class Attributes:
    """A table with a row an actor, and its columns by the name of what they are waves of."""

    table: Table
    actors: int
    families: dict[str, list[str]] = field(default_factory=dict)

    def values(self, column: str) -> list[float]:
        """Return the numbers of a column."""
        found = [as_number(row.text(column)) for row in self.table.rows]
        return [value for value in found if value is not None]

    def column(self, name: str, wave: int) -> str | None:
        """Return the column of an attribute in a wave, or its only one."""
        if name in self.table.columns:
            return name
        waves = self.families.get(name, [])
        wanted = f"{name}{wave}"
        return wanted if wanted in waves else (waves[0] if waves else None)


def attribute_tables(data: Path, actors: int) -> list[Attributes]:
    """Return the tables of the folder that have a row an actor, ties left out."""
    found = []
    for path in sorted(data.glob("*.csv")):
        try:
            table = read_table(path, [])
        except InputError:
            continue
        if len(table.rows) != actors or "ego" in table.columns:
            continue
        one = Attributes(table, actors)
        for column in table.columns:
            numbers = one.values(column)
            match = re.fullmatch(r"(.*?[A-Za-z_])(\d+)", column)
            if column == "actor" or len(numbers) != actors:
                continue
            one.families.setdefault(match[1] if match else column, []).append(column)
        found.append(one)
    return found


def wave_of(start: str) -> int:
    """Return the wave that the name of a start network tells, 1 when it tells none."""
    stem = Path(start).stem
    match = re.search(r"_w(\d+)$", stem) or re.search(r"(\d)_edges$", stem)
    return int(match[1]) if match else 1


def number_text(value: float) -> str:
    """Return a number so that it reads back to the same."""
    number = float(value)
    if not math.isfinite(number):
        raise InputError([f"{value}: not a number"])
    return str(int(number)) if number == int(number) and abs(number) < 1e15 else repr(number)


class Spec:
    """A spec in the making."""

    def __init__(self, name: str, given: Mapping[str, Any], data: Path, folder: Path) -> None:
        self.name = name
        self.given = given
        self.data = data
        self.folder = folder
        self.actors = int(given["n_actors"])
        self.start = self._find(str(given["start_network"]))
        self.wave = wave_of(self.start.name)
        self.effects: list[Mapping[str, Any]] = list(given["effects"])
        self.network = self._network_name()
        self.behaviours = self._behaviour_names()
        self.tables = attribute_tables(data, self.actors)
        self.covariates: list[str] = []
        self.dyadics: list[str] = []

    def fault(self, sentence: str) -> InputError:
        """Return a fault of this set."""
        return InputError([f"set {self.name}: {sentence}"])

    def _find(self, name: str) -> Path:
        for path in (self.data / name, self.data / Path(name).name, self.data.parent / name):
            if path.is_file():
                return path
        raise self.fault(f"the start network {name} is not in {self.data}")

    def _network_name(self) -> str:
        for effect in self.effects:
            if effect["effect"] == "density":
                return str(effect["dependent"])
        return str(self.effects[0]["dependent"])

    def _behaviour_names(self) -> list[str]:
        names = dict.fromkeys(str(effect["dependent"]) for effect in self.effects)
        return [name for name in names if name != self.network]

    def path(self, path: Path) -> str:
        """Return a path as it stands in the spec: from its folder."""
        return json.dumps(os.path.relpath(path, self.folder), ensure_ascii=False)

    def attribute(self, name: str) -> tuple[Attributes, str] | None:
        """Return the table and the column of an attribute."""
        for table in self.tables:
            column = table.column(name, self.wave)
            if column is not None:
                return table, column
        return None

    def covariate(self, name: str) -> str:
        """Note that a covariate is used; return its name."""
        if name not in self.behaviours and name not in self.covariates:
            if self.attribute(name) is None:
                raise self.fault(f"{name} is in no table of {self.actors} rows in {self.data}")
            self.covariates.append(name)
        return name

    def coordinates(self, name: str) -> tuple[Path, tuple[str, str]] | None:
        """Return the table and the columns of the coordinates that a distance is taken between."""
        for table in self.tables:
            for pair in COORDINATES:
                if set(pair) <= set(table.table.columns):
                    return table.table.path, pair
        return None

    def of(self, effect: Mapping[str, Any]) -> str | None:
        """Return what an effect of the network is of."""
        name = effect.get("interaction1") or None
        if name is None:
            return None
        if effect["effect"] == "X" or str(effect["effect"]).startswith("XW"):
            if name not in self.dyadics:
                self.dyadics.append(name)
            return str(name)
        return self.covariate(str(name))

    def effect_line(self, effect: Mapping[str, Any]) -> str:
        """Return the line of an effect."""
        name, dependent = str(effect["effect"]), str(effect["dependent"])
        parameter = float(effect.get("internal_par") or 0)
        if name in SQUARE_ROOTS and parameter == 2:
            name, parameter = name + "Sqrt", 0
        if effect.get("interaction2"):
            raise self.fault(f"{name}: an interaction of effects is none of the effects")
        role = ROLES.get(str(effect["type"]))
        if role is None:
            raise self.fault(f"{name}: the type {effect['type']} is not known")
        parts = [f"name: {name}"]
        if dependent in self.behaviours:
            parts.append(f"on: {dependent}")
            other = effect.get("interaction1") or self.network
            if other not in (self.network, dependent):
                parts.append(f"of: {self.covariate(str(other))}")
        else:
            of = self.of(effect)
            parts += [f"of: {of}"] if of else []
        parts.append(f"value: {number_text(effect['theta'])}")
        parts += [f"type: {role}"] if role != "evaluation" else []
        if name.startswith("gwesp") or parameter not in (0, 1):
            parts.append(f"parameter: {number_text(parameter)}")
        return "  - {" + ", ".join(parts) + "}"

    def rate_lines(self) -> str:
        """Return the rates, with what raises or lowers them."""
        plain: dict[str, str] = {}
        terms: dict[str, list[str]] = {}
        for effect in self.effects:
            if effect["type"] != "rate":
                continue
            name, dependent = str(effect["effect"]), str(effect["dependent"])
            variable = dependent if dependent in self.behaviours else "network"
            value = number_text(effect["theta"])
            if name == "Rate":
                plain[variable] = value
            elif name in RATE_TERMS:
                terms.setdefault(variable, []).append(f"{RATE_TERMS[name]}: {value}")
            elif name == "RateX":
                of = self.covariate(str(effect["interaction1"]))
                terms.setdefault(variable, []).append(f"{of}: {value}")
            else:
                known = ", ".join(["Rate", *RATE_TERMS, "RateX"])
                raise self.fault(f"the rate effect {name} is not known: {known} are")
        parts = [f"{name}: {value}" for name, value in plain.items()]
        parts += [f"{name}_by: {{{', '.join(them)}}}" for name, them in terms.items()]
        return "rates: {" + ", ".join(parts) + "}"

    def constant(self, key: str, behaviour: str) -> float | None:
        """Return a constant of the set: by behaviour, or the one of its only behaviour."""
        value = self.given.get(key)
        if isinstance(value, Mapping):
            value = value.get(behaviour)
        elif len(self.behaviours) > 1:
            value = None
        return None if value is None else float(value)

    def behaviour_line(self, name: str) -> str:
        """Return a behaviour, with the constants of the set where it gives them.

        Where it does not, they follow from the wave of the start and the one after it: a period
        begins with the one and was estimated on both.
        """
        found = self.attribute(name)
        if found is None:
            raise self.fault(f"the behaviour {name} is in no table of {self.actors} rows")
        table, column = found
        waves = table.families.get(name, [column])
        place = waves.index(column) if column in waves else 0
        waves = waves[place : place + 2]
        values = [value for wave in waves for value in table.values(wave)]
        least, most = min(values), max(values)
        width = self.constant("covariate_range", name)
        if width is not None:
            most = least + width
        given = {
            "centre": self.constant("behaviour_overall_mean", name),
            "similarity_mean": self.constant("similarity_mean", name),
        }
        parts = [f"file: {self.path(table.table.path)}"]
        if None in given.values() and len(waves) > 1:
            parts.append(f"columns: [{', '.join(waves)}]")
        else:
            parts.append(f"column: {column}")
        parts += [f"{key}: {number_text(v)}" for key, v in given.items() if v is not None]
        parts.append(f"range: [{number_text(least)}, {number_text(most)}]")
        return f"  {name}: {{{', '.join(parts)}}}"

    def dyadic_line(self, name: str) -> str:
        """Return a dyadic covariate: a table of pairs of its name, or distances."""
        for path in sorted(self.data.glob(f"*{name}*.csv")):
            table = read_table(path, [])
            if {"ego", "alter", "value"} <= set(table.columns):
                return f"  {name}: {{file: {self.path(path)}}}"
        found = self.coordinates(name)
        if found is None:
            raise self.fault(f"{name}: neither a table of pairs nor coordinates are in {self.data}")
        path, columns = found
        scale = METRES.get(columns[0], 1)
        return (
            f"  {name}: {{euclidean: {{file: {self.path(path)}, "
            f"columns: [{', '.join(columns)}], scale: {number_text(scale)}}}}}"
        )

    def add_unused(self) -> None:
        """Note the other attributes, for the statistics that are taken of them.

        Not where a behaviour is without an effect on ties: the first covariate would be another
        than the reference's.
        """
        if self.behaviours and not any(
            effect["dependent"] == self.network and effect.get("interaction1") in self.behaviours
            for effect in self.effects
        ):
            return
        axes = {name for pair in COORDINATES for name in pair}
        for table in self.tables:
            for name, columns in table.families.items():
                used = {*self.covariates, *self.behaviours}
                constant = len(set(table.values(columns[0]))) < 2
                if name not in used and name not in axes and not constant:
                    self.covariates.append(name)

    def text(self, runs: int | None = None, seed: int = 1, sampler: str = "sparse") -> str:
        """Return the spec as YAML."""
        effects = [self.effect_line(one) for one in self.effects if one["type"] != "rate"]
        rates = self.rate_lines()
        self.add_unused()
        runs = int(self.given.get("n_sims") or 1000) if runs is None else runs
        lines = [f"# Parameter set {self.name}."]
        lines.append(f"network: {{actors: {self.actors}, edges: {self.path(self.start)}}}")
        if self.covariates:
            lines.append("covariates:")
        for name in self.covariates:
            found = self.attribute(name)
            assert found is not None
            file = self.path(found[0].table.path)
            lines.append(f"  {name}: {{file: {file}, column: {found[1]}}}")
        if self.dyadics:
            lines += ["dyadic:", *(self.dyadic_line(name) for name in self.dyadics)]
        if self.behaviours:
            lines += ["behaviours:", *(self.behaviour_line(name) for name in self.behaviours)]
        lines.append(rates)
        most = self.given.get("max_degree")
        if isinstance(most, Mapping):
            most = most.get(self.network)
        if isinstance(most, Sequence) and not isinstance(most, str):
            most = most[0] if most else None
        if most:
            lines.append(f"max_degree: {int(most)}")
        lines += ["effects:", *effects]
        lines.append(f"simulate: {{runs: {runs}, seed: {seed}, sampler: {sampler}}}")
        return "\n".join(lines) + "\n"


def read_sets(path: Path) -> dict[str, Mapping[str, Any]]:
    """Read the sets of a file by their names."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError([f"{path}: cannot be read: {error.strerror}"]) from error
    except ValueError as error:
        raise InputError([f"{path}: not JSON: {error}"]) from error
    sets = content.get("sets", content) if isinstance(content, dict) else {}
    found: dict[str, Mapping[str, Any]] = {
        name: one for name, one in sets.items() if isinstance(one, dict) and one.get("effects")
    }
    if not found:
        raise InputError([f"{path}: holds no parameter sets with effects"])
    return found


def write_spec(
    sets: Mapping[str, Mapping[str, Any]],
    name: str,
    data: Path,
    folder: Path,
    runs: int | None = None,
    seed: int = 1,
) -> Path:
    """Write the spec of a set into a folder; return where it is."""
    if name not in sets:
        raise InputError([f"no set {name}; there are {', '.join(sets)}"])
    try:
        text = Spec(name, sets[name], data, folder).text(runs, seed)
    except KeyError as error:
        raise InputError([f"set {name}: {error.args[0]} is missing"]) from error
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def parser() -> argparse.ArgumentParser:
    """Return the options of the command."""
    made = argparse.ArgumentParser(
        prog="samenspel-network-spec", description="Turns a parameter set into a network spec."
    )
    made.add_argument("sets", type=Path, metavar="SETS.json", help="the parameter sets")
    made.add_argument("set", metavar="SET", help="the name of one of them")
    made.add_argument("--data", type=Path, required=True, help="folder of edge lists and tables")
    made.add_argument("-o", "--out", type=Path, default=Path(), help="folder to write SET.yaml to")
    made.add_argument("--runs", type=int, help="simulations; without it, those of the set")
    made.add_argument("--seed", type=int, default=1, help="seed of the spec")
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Write a spec; return 0, or 2 for bad input."""
    options = parser().parse_args(arguments)

    def work() -> int:
        sets = read_sets(options.sets)
        made = write_spec(sets, options.set, options.data, options.out, options.runs, options.seed)
        print(made)
        return 0

    return outcome(work, options.out)


if __name__ == "__main__":
    sys.exit(main())

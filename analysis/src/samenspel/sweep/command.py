"""The program ``samenspel-sweeps``: runs the ready-made sweeps, and makes their tables.

    samenspel-sweeps run FOLDER [NAME]…     runs them into files in FOLDER; goes on where it stopped
    samenspel-sweeps table FOLDER [NAME]…   prints what came of them, as Markdown

A NAME is that of a pattern (``carers``), or ``places``. What the sweeps are stands in the folder
``sweeps`` of the scenarios: ``assume-NAME.yaml`` holds what a pattern assumes, and
``knobs-by-place.yaml`` and ``.csv`` the knobs.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samenspel.hdf5 import RunFileError
from samenspel.sweep import expression
from samenspel.sweep.file import Sweep, open_sweep
from samenspel.sweep.needs import SweepError, library
from samenspel.sweep.places import Best, best_by_place
from samenspel.sweep.verdicts import Verdict, judge

POINTS = 200
PLACES = "places"
PLACES_FILE = "knobs-by-place"
PLACES_MONTHS = 120
PER_EURO = "ratio(sum(needs_ended_by_help[{place}]), sum(spending[{place}]))@2017..2024"
UNMET = "mean(unmet_share[{place}])@2017..2024"
PLACES_OUTCOMES = (
    "needs_ended_by_help",
    "needs_ended",
    "spending",
    "unmet_share",
    "self_reliance_mean",
    "trust_mean",
)
_CHECKS = ("knock-out", "control")
_STOPPED = 4  # as the program ends


@dataclass(frozen=True)
class Claim:
    """A claim of a pattern, as the scenario has it."""

    sentence: str
    test: expression.Test
    type: str


@dataclass(frozen=True)
class Pattern:
    """A pattern and what it assumes."""

    name: str
    number: int
    months: int
    sweep: dict[str, Any]
    claims: tuple[Claim, ...]

    @property
    def scenarios(self) -> list[str]:
        """The scenarios that the claims are about, the first one first."""
        named = [name for claim in self.claims for name in expression.scenarios(claim.test)]
        return list(dict.fromkeys([self.name, *named]))

    @property
    def outcomes(self) -> list[str]:
        """The variables that the claims are about."""
        named = [name for claim in self.claims for name in expression.variables(claim.test)]
        return list(dict.fromkeys(named))


def patterns(scenarios: Path) -> list[str]:
    """Return the names of the patterns that have a sweep."""
    return sorted(
        p.stem.removeprefix("assume-") for p in (scenarios / "sweeps").glob("assume-*.yaml")
    )


def read_pattern(scenarios: Path, name: str) -> Pattern:
    """Read what a pattern assumes, and its claims.

    Claims that say where the pattern must vanish are left out, and those under settings (``with``)
    that the sweep does not vary.
    """
    yaml = library("yaml")
    own = yaml.safe_load((scenarios / "sweeps" / f"assume-{name}.yaml").read_text("utf-8"))
    base = yaml.safe_load((scenarios / "patterns" / f"{own['based_on']}.yaml").read_text("utf-8"))
    varied = {factor for group in own["sweep"].values() for factor in group}
    claims = [
        Claim(row["claim"]["en"], expression.parse(row["test"]), row["type"])
        for row in base["expect"]
        if not row["claim"]["en"].startswith(_CHECKS) and set(row.get("with", {})) <= varied
    ]
    number = base["expect"][0]["pattern"]
    return Pattern(name, number, own["time"]["months"], own["sweep"], tuple(claims))


@dataclass(frozen=True)
class Running:
    """How sweeps are run."""

    command: str
    scenarios: Path
    folder: Path
    replicates: int | None
    threads: int | None
    until: float | None

    def sweep(self, name: str, options: Sequence[str]) -> int:
        """Run one sweep into NAME.h5; return how it ended. What a stop leaves is written too."""
        output = self.folder / f"{name}.h5"
        words = [self.command, "sweep", *options, "-o", str(output), "--resume", "--quiet"]
        if self.replicates:
            words += ["--replicates", str(self.replicates)]
        if self.threads:
            words += ["--threads", str(self.threads)]
        left = (
            []
            if self.until is None
            else ["--max-time", f"{max(1, round(self.until - time.time()))}s"]
        )
        place = {**os.environ, "SAMENSPEL_SCENARIOS": str(self.scenarios)}
        ended = subprocess.run([*words, *left], env=place, check=False).returncode
        if output.with_name(output.name + ".part").exists():
            subprocess.run([*words, "--so-far"], env=place, check=False)
        return ended

    def pattern(self, pattern: Pattern) -> int:
        """Run the scenarios of a pattern over the same points, one behind another."""
        worst = 0
        for scenario in pattern.scenarios:
            if self.until is not None and time.time() >= self.until:
                return max(worst, _STOPPED)
            options = [
                scenario,
                "--design",
                "lhs",
                "--n",
                str(POINTS),
                "--months",
                str(pattern.months),
                "--outcomes",
                ",".join(pattern.outcomes),
                "--set",
                "expect=[]",
                "--set",
                "sweep=" + json.dumps(pattern.sweep),
            ]
            if not self.replicates:
                options += ["--replicates", "1"]
            worst = max(worst, self.sweep(scenario, options))
        return worst

    def places(self) -> int:
        """Run the knobs in all places."""
        sweeps = self.scenarios / "sweeps"
        return self.sweep(
            PLACES_FILE,
            [
                str(sweeps / f"{PLACES_FILE}.yaml"),
                "--design",
                f"file:{sweeps / PLACES_FILE}.csv",
                "--months",
                str(PLACES_MONTHS),
                "--outcomes",
                ",".join(PLACES_OUTCOMES),
            ],
        )


def verdict_rows(folder: Path, pattern: Pattern) -> list[str]:
    """Return the rows of the table of a pattern: a claim each, also those that were not run."""
    files: dict[str, Sweep] = {}
    rows = []
    try:
        for claim in pattern.claims:
            head = f"| {pattern.number} {claim.type} | {claim.sentence} | `{claim.test.text}` |"
            named = expression.scenarios(claim.test)
            lacking = [n for n in (pattern.name, *named) if not (folder / f"{n}.h5").exists()]
            if lacking:
                rows.append(f"{head} 0 | | | | *not run* | |")
                continue
            for name in (pattern.name, *named):
                files.setdefault(name, open_sweep(folder / f"{name}.h5"))
            found = judge(files[pattern.name], claim.test.text, {n: files[n] for n in named})
            rows.append(f"{head} {_verdict_cells(found)}")
    finally:
        for file in files.values():
            file.close()
    return rows


VERDICT_HEAD = """\
| pattern | claim | test | points | replicates | holds in [95%] | effect: median [5%, 95%] \
| verdict | decided by |
|---|---|---|---|---|---|---|---|---|"""


def _verdict_cells(found: Verdict) -> str:
    low, middle, high = found.effect
    points = f"{found.points}" + (f" ({found.no_number} no number)" if found.no_number else "")
    deciders = ", ".join(map(str, found.deciders))
    return (
        f"{points} | {found.replicates} | {found.share:.0%} [{found.low:.0%}, {found.high:.0%}] | "
        f"{middle:.4g} [{low:.4g}, {high:.4g}] | {found.verdict} | {deciders} |"
    )


PLACES_HEAD = """\
| place | one knob | not told apart from it | two knobs | not told apart from them | all five |
|---|---|---|---|---|---|"""


def place_rows(sweep: Sweep, outcome: str, *, more_is_better: bool) -> list[str]:
    """Return the rows of the table of places, a place each."""
    table = best_by_place(sweep, outcome, more_is_better=more_is_better)

    def best(found: Best) -> str:
        return (
            f"{' + '.join(found.knobs)}, {found.effect:+.1%} [{found.low:+.1%}, {found.high:+.1%}]"
        )

    def others(found: Best) -> str:
        return ", ".join(" + ".join(knobs) for knobs in found.not_told_apart) or "none"

    return [
        f"| {place} | {best(row['one'])} | {others(row['one'])} | {best(row['two'])} "
        f"| {others(row['two'])} | {row['all'].effect:+.1%} [{row['all'].low:+.1%}, "
        f"{row['all'].high:+.1%}] |"
        for place, row in table.iterrows()
    ]


def print_tables(folder: Path, scenarios: Path, names: Sequence[str]) -> int:
    """Print the tables of what was run."""
    chosen = [read_pattern(scenarios, name) for name in names if name != PLACES]
    if chosen:
        print(VERDICT_HEAD)
    for pattern in sorted(chosen, key=lambda p: p.number):
        print("\n".join(verdict_rows(folder, pattern)), flush=True)
    if PLACES in names and (folder / f"{PLACES_FILE}.h5").exists():
        with open_sweep(folder / f"{PLACES_FILE}.h5") as sweep:
            for title, outcome, more in (
                ("Needs ended after help, per euro", PER_EURO, True),
                ("Share of required hours unmet (less is better)", UNMET, False),
            ):
                rows = place_rows(sweep, outcome, more_is_better=more)
                replicates = sweep.series.sizes["replicate"]
                print(f"\n{title}, {replicates} replicates:\n\n{PLACES_HEAD}", *rows, sep="\n")
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``samenspel-sweeps``; return 0, 2 for bad input, 3 when runs failed, 4 when stopped."""
    parser = argparse.ArgumentParser(
        prog="samenspel-sweeps", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("what", choices=("run", "table"))
    parser.add_argument("folder", type=Path, help="where the files of the sweeps are")
    parser.add_argument("names", nargs="*", help="patterns, or places; without any, all")
    parser.add_argument(
        "--scenarios", type=Path, default=os.environ.get("SAMENSPEL_SCENARIOS", "scenarios")
    )
    parser.add_argument("--command", default=os.environ.get("SAMENSPEL_COMMAND", "samenspel"))
    parser.add_argument("--replicates", type=int, help="of every point; 1 without it, for places 8")
    parser.add_argument("--threads", type=int)
    parser.add_argument("--max-time", type=float, metavar="MINUTES", help="stops then; run goes on")
    given = parser.parse_args(arguments)
    try:
        there = [*patterns(given.scenarios), PLACES]
        unknown = [name for name in given.names if name not in there]
        if unknown or there == [PLACES]:
            raise SweepError(
                f"no sweep {', '.join(unknown)}; in {given.scenarios} there are {', '.join(there)}"
            )
        names = given.names or there
        if given.what == "table":
            return print_tables(given.folder, given.scenarios, names)
        given.folder.mkdir(parents=True, exist_ok=True)
        until = None if given.max_time is None else time.time() + 60 * given.max_time
        running = Running(
            given.command,
            given.scenarios.resolve(),
            given.folder,
            given.replicates,
            given.threads,
            until,
        )
        ends = [
            running.places()
            if name == PLACES
            else running.pattern(read_pattern(given.scenarios, name))
            for name in names
        ]
        return max(ends)
    except (SweepError, RunFileError, expression.ExpressionError, OSError) as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())

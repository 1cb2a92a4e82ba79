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

from samenspel.hdf5 import RunFileError
from samenspel.sweep import expression
from samenspel.sweep.needs import SweepError
from samenspel.sweep.ready import (
    PLACES,
    PLACES_FILE,
    PLACES_MONTHS,
    PLACES_OUTCOMES,
    POINTS,
    Pattern,
    patterns,
    read_pattern,
)
from samenspel.sweep.tables import print_tables

_STOPPED = 4  # as the program ends


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
            for key, value in pattern.place.items():
                options += ["--set", f"place.{key}={json.dumps(value)}"]
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

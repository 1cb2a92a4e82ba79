"""The command ``samenspel-report``, which ``samenspel report`` calls."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from samenspel.report.making import KINDS, Asked, ReportError, write_report
from samenspel.words import LANGUAGES


def arguments() -> argparse.ArgumentParser:
    """Return the options of the command."""
    parser = argparse.ArgumentParser(
        prog="samenspel-report",
        description="Writes a report on a run as one HTML file that needs nothing else.",
    )
    parser.add_argument("file", type=Path, help="of samenspel run, or of samenspel compare -o")
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help="language of the report")
    parser.add_argument("--kind", choices=KINDS, default="advice", help="for whom it is")
    parser.add_argument("-o", "--output", type=Path, metavar="OUT.html", help="file to write")
    parser.add_argument("--scenario", metavar="NAME", help="what it is about; else the first")
    parser.add_argument(
        "--baseline",
        metavar="NAME|FILE.h5",
        help="what it is compared with: a scenario of the file, or another run on the same seed",
    )
    parser.add_argument("--municipality", metavar="NAME", help="of several; else the first")
    parser.add_argument(
        "--explain", type=Path, metavar="FILE.csv", help="of samenspel explain -o: mechanisms"
    )
    parser.add_argument(
        "--sweep", type=Path, metavar="FILE.h5", help="of samenspel sweep: what it hangs on"
    )
    parser.add_argument("--force", action="store_true", help="overwrites OUT.html")
    parser.add_argument("--quiet", action="store_true", help="prints nothing")
    return parser


def main(words: Sequence[str] | None = None) -> int:
    """Run the command; 2 for bad input, with one line on stderr."""
    given = arguments().parse_args(words)
    # The two kinds of report on one file stand beside each other.
    other = "" if given.kind == "advice" else f"-{given.kind}"
    name = f"{given.file.stem}{other}.{given.lang}.html"
    out: Path = given.output or given.file.with_name(name)
    asked = Asked(
        lang=given.lang,
        kind=given.kind,
        scenario=given.scenario,
        baseline=given.baseline,
        municipality=given.municipality,
        explain=given.explain,
        sweep=given.sweep,
    )
    try:
        if out.exists() and not given.force:
            raise ReportError(f"{out}: exists; --force overwrites it")
        write_report(given.file, out, asked)
    except ReportError as error:
        print(f"samenspel report: {error}", file=sys.stderr)
        return 2
    if not given.quiet:
        print(out)
    return 0

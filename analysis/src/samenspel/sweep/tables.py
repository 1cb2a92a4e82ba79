"""The tables of the ready-made sweeps, as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from string import ascii_lowercase

from samenspel.sweep import expression
from samenspel.sweep.file import Sweep, open_sweep
from samenspel.sweep.places import Best, best_by_place
from samenspel.sweep.ready import PER_EURO, PLACES, PLACES_FILE, UNMET, Pattern, read_pattern
from samenspel.sweep.verdicts import Verdict, judge

VERDICT_HEAD = """\
| pattern | claim | must be | worlds | replicates | runs as they are: holds in [95%] \
| it is: median [5%, 95%] | chance in a run: sd | Q² | expected effect: holds in [95%] | verdict \
| decided by | where it mostly holds |
|---|---|---|---|---|---|---|---|---|---|---|---|---|"""

SUMMARY_HEAD = """\
| pattern | | claims of type E | claims of type V |
|---|---|---|---|"""

NOT_RUN = "not run"


def judged(folder: Path, pattern: Pattern) -> list[Verdict | None]:
    """Return the verdict on each claim of a pattern; None where a scenario was not run."""
    files: dict[str, Sweep] = {}
    found: list[Verdict | None] = []
    try:
        for claim in pattern.claims:
            named = (pattern.name, *expression.scenarios(claim.test))
            if not all((folder / f"{name}.h5").exists() for name in named):
                found.append(None)
                continue
            for name in named:
                files.setdefault(name, open_sweep(folder / f"{name}.h5"))
            others = {name: files[name] for name in named[1:]}
            found.append(judge(files[pattern.name], claim.test.text, others))
    finally:
        for file in files.values():
            file.close()
    return found


def verdict_rows(pattern: Pattern, found: Sequence[Verdict | None]) -> list[str]:
    """Return the rows of the table of a pattern: a claim each, also those that were not run."""
    rows = []
    for letter, claim, verdict in zip(ascii_lowercase, pattern.claims, found, strict=False):
        bound = f"{claim.test.operator} {claim.test.number:g}"
        head = f"| {pattern.number}{letter} {claim.type} | {claim.sentence} | {bound} |"
        rows.append(f"{head} {_verdict_cells(verdict)}")
    return rows


def _verdict_cells(found: Verdict | None) -> str:
    if not found:
        return f"0 | | | | | | | *{NOT_RUN}* | | |"
    low, middle, high = found.effect
    worlds = f"{found.points}" + (f" ({found.no_number} no number)" if found.no_number else "")
    alone = ", ".join(f"{share:.0%}" for share in found.alone)
    smooth = found.expected
    cells = (
        *(worlds, f"{found.replicates}" + (f" (alone: {alone})" if alone and not smooth else "")),
        *(_share(found.share, found.low, found.high), f"{middle:.4g} [{low:.4g}, {high:.4g}]"),
        f"{smooth.noise:.2g}" + (f" ({smooth.cut} cut)" if smooth.cut else "") if smooth else "",
        f"{smooth.explained:.2f}" if smooth else "",
        _share(smooth.share, smooth.low, smooth.high) if smooth else f"*{found.why}*",
        *(found.verdict, ", ".join(map(str, found.deciders)), found.box),
    )
    return _cells(*cells)


def _cells(*cells: str) -> str:
    return "".join(f"{cell} | " if cell else "| " for cell in cells).rstrip()


def _share(share: float, low: float, high: float) -> str:
    return f"{share:.0%} [{low:.0%}, {high:.0%}]"


def summary_row(pattern: Pattern, found: Sequence[Verdict | None]) -> str:
    """Return one row on a whole pattern: its claims by verdict, those of type E and of type V.

    A verdict that goes by the runs as they are says so.
    """
    cells = []
    for kind in ("E", "V"):
        letters: dict[str, list[str]] = {}
        for letter, claim, verdict in zip(ascii_lowercase, pattern.claims, found, strict=False):
            if claim.type == kind:
                word = verdict.verdict if verdict else NOT_RUN
                chance = verdict is not None and verdict.expected is None
                letters.setdefault(word, []).append(letter + (" (as run)" if chance else ""))
        order = sorted(letters, key=_worst)
        cells.append("; ".join(f"{word}: {', '.join(letters[word])}" for word in order))
    return _cells(f"| {pattern.number}", pattern.name, *cells)


def _worst(words: str) -> tuple[int, int]:
    """Order verdicts from robust to not held, and what was not run last."""
    order = ("robust", "conditional", "not held", NOT_RUN)
    ends = words.split(" or ")
    return order.index(ends[0]), order.index(ends[-1])


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
    chosen.sort(key=lambda pattern: pattern.number)
    if chosen:
        print(VERDICT_HEAD)
    summary = []
    for pattern in chosen:
        found = judged(folder, pattern)
        print(*verdict_rows(pattern, found), sep="\n", flush=True)
        summary.append(summary_row(pattern, found))
    if chosen:
        print("", SUMMARY_HEAD, *summary, sep="\n")
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

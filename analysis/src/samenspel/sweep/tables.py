"""The tables of the ready-made sweeps, as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from samenspel.sweep import expression
from samenspel.sweep.file import Sweep, open_sweep
from samenspel.sweep.places import Best, best_by_place
from samenspel.sweep.ready import PER_EURO, PLACES, PLACES_FILE, UNMET, Pattern, read_pattern
from samenspel.sweep.verdicts import Verdict, judge


def verdict_rows(folder: Path, pattern: Pattern) -> list[str]:
    """Return the rows of the table of a pattern: a claim each, also those that were not run."""
    files: dict[str, Sweep] = {}
    rows = []
    try:
        for claim in pattern.claims:
            bound = f"{claim.test.operator} {claim.test.number:g}"
            head = f"| {pattern.number} {claim.type} | {claim.sentence} | {bound} |"
            named = expression.scenarios(claim.test)
            lacking = [n for n in (pattern.name, *named) if not (folder / f"{n}.h5").exists()]
            if lacking:
                rows.append(f"{head} 0 | | | | *not run* | | |")
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
| pattern | claim | must be | points | replicates | holds in [95%] | it is: median [5%, 95%] \
| verdict | decided by | where it mostly holds |
|---|---|---|---|---|---|---|---|---|---|"""


def _verdict_cells(found: Verdict) -> str:
    low, middle, high = found.effect
    points = f"{found.points}" + (f" ({found.no_number} no number)" if found.no_number else "")
    alone = ", ".join(f"{share:.0%}" for share in found.alone)
    deciders = ", ".join(map(str, found.deciders))
    share = f"{found.share:.0%} [{found.low:.0%}, {found.high:.0%}]"
    effect = f"{middle:.4g} [{low:.4g}, {high:.4g}]"
    cells = (
        *(points, f"{found.replicates}" + (f" (alone: {alone})" if alone else ""), share, effect),
        *(found.verdict, deciders, found.box),
    )
    return " | ".join(cells) + " |"


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

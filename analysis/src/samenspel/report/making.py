"""From the file of a run to the report: what is held against what, and the page as a whole."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from samenspel.hdf5 import RunFileError, as_text
from samenspel.pairs import check_pairs
from samenspel.report.evidence import Evidence
from samenspel.runs import Run, open_run
from samenspel.words import LANGUAGES

KINDS = ("advice", "validation")
"""What a report can be for: who decides, or who judges the model."""


class ReportError(ValueError):
    """A report that cannot be made; the message is one sentence that says why."""


@dataclass(frozen=True)
class Asked:
    """What a report is asked for, beside the file: all of it may be left out."""

    lang: str = "en"
    kind: str = "advice"
    scenario: str | None = None
    baseline: str | None = None
    municipality: str | None = None
    explain: Path | None = None
    sweep: Path | None = None


def write_report(path: str | Path, out: str | Path, asked: Asked | None = None) -> Path:
    """Write the report of a run, or of a file of ``samenspel compare``, as one HTML file.

    `asked` says the language, the kind, and what is held against what. Returns `out`. Raises
    `ReportError` with one sentence where there is nothing to report on.
    """
    asked = asked or Asked()
    if asked.lang not in LANGUAGES:
        raise ReportError(f"--lang {asked.lang}: one of {', '.join(LANGUAGES)} is expected")
    if asked.kind not in KINDS:
        raise ReportError(f"--kind {asked.kind}: one of {', '.join(KINDS)} is expected")
    opened: list[Run] = []
    try:
        text = _text(Path(path), asked, opened)
    finally:
        for run in opened:
            run.close()
    return _write(Path(out), text)


def _text(path: Path, asked: Asked, opened: list[Run]) -> str:
    # The pages need matplotlib; who only asks for help does not wait for it.
    from samenspel.report import advice, differences, validation

    run = _opened(path, opened)
    explained = read_explanation(asked.explain) if asked.explain else None
    if "series" not in run.groups:
        if "difference" in run.groups and asked.kind == "advice":
            return differences.page_of(run, asked, explained)
        raise ReportError(
            f"{path}: holds {', '.join(run.groups) or 'nothing'}, no series of a run: "
            "name the file of a run"
        )
    if "scenario" not in run.series.dims:
        raise ReportError(
            f"{path}: a sweep, not a run; samenspel run --from {path.name} --run POINT,REPLICATE "
            "brings back one of its runs, and --sweep takes it beside a run"
        )
    evidence = evidence_of(run, asked, opened)
    if asked.kind == "validation":
        return validation.page_of(evidence, asked)
    return advice.page_of(evidence, asked, explained)


def _opened(path: Path, opened: list[Run]) -> Run:
    try:
        run = open_run(path)
    except (RunFileError, FileNotFoundError) as error:
        raise ReportError(_in_words(path, str(error))) from error
    opened.append(run)
    state = as_text(run._file.attrs.get("state", "finished"))
    if state != "finished":
        raise ReportError(
            f"{path}: a run that is not finished; samenspel run SCENARIO --resume ends it"
        )
    return run


def _in_words(path: Path, sentence: str) -> str:
    if "not finished" in sentence:
        return f"{path}: a run that is not finished; samenspel run SCENARIO --resume ends it"
    return sentence


def evidence_of(run: Run, asked: Asked, opened: list[Run]) -> Evidence:
    """Return which scenario of a run is held against what, as asked or as the file suggests."""
    names = [str(name) for name in run.series["scenario"].values]
    scenario = asked.scenario or names[0]
    if scenario not in names:
        raise ReportError(
            f"--scenario {scenario}: {run.path} has no such scenario; it has {', '.join(names)}"
        )
    base_run, base, own_start = run, scenario, True
    if asked.baseline and asked.baseline in names:
        base, own_start = asked.baseline, False
    elif asked.baseline:
        base_run, base = _other(asked.baseline, scenario, names, opened)
        own_start = False
        try:
            check_pairs(run, base_run)
        except ValueError as error:
            raise ReportError(str(error)) from error
    elif len(names) > 1:
        base, own_start = usual_baseline(run, scenario, names), False
    if not own_start and base_run is run and base == scenario:
        raise ReportError(f"--baseline {base}: is the scenario that is reported on")
    evidence = Evidence(run, scenario, base_run, base, own_start, _place(run, asked))
    return evidence


def usual_baseline(run: Run, scenario: str, names: Sequence[str]) -> str:
    """Return the scenario that the claims hold this one against; without claims the next one."""
    others = [name for name in names if name != scenario]
    plain = [name for name in others if " with" not in name] or others
    tests = " ".join(run.claims["test"].astype(str)) if "claims" in run.groups else ""
    counts = [len(re.findall(rf"(?<![\w-]){re.escape(name)}(?![\w-])", tests)) for name in plain]
    return plain[counts.index(max(counts))]


def _other(given: str, scenario: str, names: Sequence[str], opened: list[Run]) -> tuple[Run, str]:
    path = Path(given)
    if not path.exists():
        raise ReportError(
            f"--baseline {given}: neither a file nor a scenario of the file, which has "
            f"{', '.join(names)}"
        )
    run = _opened(path, opened)
    if "series" not in run.groups:
        raise ReportError(f"--baseline {given}: holds no series of a run")
    theirs = [str(name) for name in run.series["scenario"].values]
    return run, scenario if scenario in theirs and len(theirs) > 1 else theirs[0]


def _place(run: Run, asked: Asked) -> str:
    codes = [str(code) for code in run.series["municipality"].values]
    names = [str(name) for name in run.series["municipality_name"].values]
    if asked.municipality is None:
        return codes[0]
    for code, name in zip(codes, names, strict=True):
        if asked.municipality in (code, name):
            return code
    raise ReportError(f"--municipality {asked.municipality}: one of {', '.join(names)} is expected")


_EXPLAINED = {"knob", "from", "to", "outcome", "arm", "process", "effect", "low", "high"}


def read_explanation(path: Path) -> pd.DataFrame:
    """Read the table that ``samenspel explain … -o`` wrote."""
    try:
        table = pd.read_csv(path, keep_default_na=True)
    except (OSError, ValueError) as error:
        raise ReportError(f"--explain {path}: cannot be read: {error}") from error
    missing = _EXPLAINED - set(table.columns)
    if missing:
        raise ReportError(
            f"--explain {path}: not a table of samenspel explain: no column "
            f"{', '.join(sorted(missing))}"
        )
    return table


def _write(out: Path, text: str) -> Path:
    """Write the page; a page that is there is replaced only by a whole one."""
    try:
        handle, temporary = tempfile.mkstemp(dir=out.parent or ".", prefix=f".{out.name}.")
    except OSError as error:
        raise ReportError(f"{out}: cannot be written: {error.strerror}") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(temporary, 0o644)
        os.replace(temporary, out)
    except OSError as error:
        os.unlink(temporary)
        raise ReportError(f"{out}: cannot be written: {error.strerror}") from error
    return out

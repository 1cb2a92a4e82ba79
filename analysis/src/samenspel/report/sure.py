"""How sure it is and what it rests on; what the model may be used for, and what not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import xarray as xr

from samenspel.hdf5 import RunFileError
from samenspel.pictures.data import unit_in_words
from samenspel.report import writing as parts
from samenspel.report.making import ReportError
from samenspel.report.page import Html, joined, listing, table, tag
from samenspel.report.settings import changed, deciding
from samenspel.report.writing import Report
from samenspel.words import number

GRADES = ("measured", "estimated", "assumed")


def sure(report: Report) -> Html:
    """Return the section on how sure the answer is."""
    evidence = report.evidence
    content: list[object] = []
    if evidence.replicates > 1:
        content.append(report.p("report.sure.chance", runs=evidence.replicates))
        content.append(_odds(report))
    else:
        content.append(report.p("report.sure.one"))
    content.append(report.p("report.sure.model"))
    content.append(_elasticity(report))
    content.append(_assumptions(report))
    if report.asked.sweep:
        content.append(tag("h3", report.say("report.sensitivity.title")))
        content.append(swept(report, report.asked.sweep))
    content.append(_claims(report))
    return report.section("sure", *content)


def _odds(report: Report) -> Html:
    words = ("nearly_always", "mostly", "more_often", "undecided")
    rows = [
        (report.say(f"report.odds.{word}"), report.say(f"report.sure.odds.{word}"))
        for word in words
    ]
    head = [report.say("report.sure.odds.word"), report.say("report.sure.odds.means")]
    return table(report.say("report.sure.odds.caption"), head, rows, class_="text")


def _elasticity(report: Report) -> Html:
    run = report.evidence.run
    if "elasticity" not in run.groups:
        return Html("")
    return elasticity(report)


def elasticity(report: Report) -> Html:
    """Say by how many percent needs change for one percent more of formal help."""
    found = report.evidence.run.elasticity
    name = next((str(n) for n in found.data_vars if "elasticity" in str(n)), None)
    if name is None:
        return Html("")
    value = float(found[name].mean())
    key = "report.sure.elasticity.high" if abs(value) > 3 else "report.sure.elasticity"
    shown = tag(
        "data", number(value, report.lang, "+.2f"), value=value, title=f"/elasticity/{name}"
    )
    return report.p(key, value=shown)


SWEPT = ("unmet_share", "trust_mean", "self_reliance_mean")
"""The outcomes of a sweep that are drawn."""


def swept(report: Report, path: Path) -> Html:
    """Draw how far outcomes swing as each assumption of a sweep goes from low to high."""
    # Only who has a sweep waits for what reads it.
    from samenspel.pictures.sweeps import draw_tornado
    from samenspel.sweep import open_sweep

    try:
        sweep = open_sweep(path)
    except (RunFileError, FileNotFoundError) as error:
        raise ReportError(f"--sweep {error}") from error
    with sweep:
        sizes = sweep.series.sizes
        told = report.p(
            "report.sensitivity.sweep",
            file=tag("code", path.name),
            points=sizes["point"],
            runs=sizes["replicate"],
        )
        drawn: list[Html] = []
        for outcome in _outcomes(sweep.series):
            name = report.scribe.name(outcome)
            drawn.append(
                report.drawn("tornado", draw_tornado, sweep, f"mean({outcome})", label=name)
            )
    return joined([told, *drawn])


def _outcomes(series: xr.Dataset) -> list[str]:
    """Return what is drawn of a sweep: of one number a month; the usual, else what there is."""
    axes = {"point", "replicate", "month", "municipality"}
    held = [str(name) for name, values in series.data_vars.items() if set(values.dims) <= axes]
    held = [name for name in held if "point" in series[name].dims]
    return [name for name in SWEPT if name in held] or held[: len(SWEPT)]


def _assumptions(report: Report) -> Html:
    evidence = report.evidence
    run = evidence.run
    if "parameters" not in run.groups:
        report.cannot("parameters")
        return Html("")
    settings = changed(evidence, report.lang)
    rows = deciding(evidence, settings, report.explained)
    counted = graded(report)
    heading = tag("h3", report.say("report.sure.assumptions"))
    if rows.empty:
        return joined([heading, counted, report.p("report.sure.unknown")])
    return joined(
        [heading, counted, report.p("report.sure.deciding"), assumptions_table(report, rows)]
    )


def graded(report: Report) -> Html:
    """Say how many assumptions were measured, estimated and assumed."""
    table = report.evidence.run.parameters
    found = table["grade"].astype(str).value_counts()
    grades: dict[str, Any] = {grade: int(found.get(grade, 0)) for grade in GRADES}
    return report.p("report.sure.grades", count=len(table), **grades)


def assumptions_table(report: Report, rows: pd.DataFrame) -> Html:
    """Return assumptions with value, range, how well each is known, and why it is here."""
    lang = report.lang
    written: list[list[object]] = []

    def amount(value: object, unit: str) -> str:
        text = number(float(str(value)), lang, ".4g")
        words = unit_in_words(unit, lang)
        return f"{text} {words}" if words else text

    for path, row in rows.iterrows():
        unit = str(row["unit"])
        plain = str(row.get(f"plain_{lang}", row["doc"]))
        name = joined(
            [tag("b", row[f"name_{lang}"]), tag("span", plain, class_="plain"), tag("code", path)],
            " ",
        )
        written.append(
            [
                name,
                amount(row["value"], unit),
                f"{amount(row['minimum'], '1')} – {amount(row['maximum'], '1')}",
                joined(
                    [
                        tag("b", report.say(f"report.grade.{row['grade']}")),
                        tag("span", str(row["source"]), class_="small", lang="en"),
                    ],
                    ": ",
                ),
                report.say(f"report.because.{row['because']}"),
            ]
        )
    head = [
        report.say(f"report.sure.column.{column}")
        for column in ("name", "value", "range", "grade", "because")
    ]
    return table(report.say("report.sure.caption"), head, written, class_="text")


def _claims(report: Report) -> Html:
    """Say what came of the claims of the file, if it has any."""
    run = report.evidence.run
    if "claims" not in run.groups or len(run.claims) == 0:
        return Html("")
    return joined([tag("h3", report.say("report.sure.claims")), claims(report)])


def claims(report: Report) -> Html:
    """Return the table of the claims, with their verdicts and intervals."""
    found = report.evidence.run.claims
    lang = report.lang
    text = "text_nl" if lang == "nl" and "text_nl" in found else "text"
    rows: list[list[object]] = []
    for i, row in found.iterrows():
        said = str(row[text]) or str(row["text"])
        where = f"/claims/estimate[{i}]"
        told = number(float(row["estimate"]), lang)
        estimate = tag("data", told, value=float(row["estimate"]), title=where)
        ends = f"{number(float(row['low']), lang)} – {number(float(row['high']), lang)}"
        test = tag("code", " ".join([str(row["test"]), str(row["world"])]).strip())
        rows.append(
            [
                joined([tag("span", said, class_="said"), test]),
                tag("b", report.say(f"report.verdict.{row['verdict']}")),
                estimate,
                ends,
            ]
        )
    head = [report.say(f"report.claims.{c}") for c in ("claim", "verdict", "estimate", "interval")]
    replicates = int(found["replicates"].max())
    caption = report.say("report.claims.caption", runs=replicates)
    return table(caption, head, rows, class_="text")


def use(report: Report) -> Html:
    """Return the section on what the model may and may not be used for."""
    place = parts.place_name(report.evidence)
    fit = listing(report.say(f"report.use.may.{i}") for i in (1, 2, 3))
    unfit = listing(report.say(f"report.use.not.{i}", place=place) for i in (1, 2, 3, 4))
    told = parts.limits(report.evidence.run, report.lang)
    limits = report.p("report.use.limits", limits=told) if told else Html("")
    return report.section(
        "use",
        tag("h3", report.say("report.use.may")),
        fit,
        tag("h3", report.say("report.use.not")),
        unfit,
        limits,
    )

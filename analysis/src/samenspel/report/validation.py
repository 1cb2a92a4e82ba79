"""The report for who judges the model: patterns, fit, sensitivity, and same bits."""

from __future__ import annotations

from typing import Any

import numpy as np
import xarray as xr

from samenspel.report import writing as parts
from samenspel.report.evidence import Evidence
from samenspel.report.making import Asked
from samenspel.report.page import Html, joined, table, tag
from samenspel.report.settings import changed, deciding
from samenspel.report.sure import assumptions_table, claims, elasticity, graded, swept
from samenspel.report.writing import Report
from samenspel.words import number

FITTED = ("age_share", "household_share", "low_income_share", "need_share")
"""What the first day is held against, by the names of /fit."""

LISTED = 40
"""Runs whose fingerprints are listed."""


def page_of(evidence: Evidence, asked: Asked) -> str:
    """Return the page of kind validation."""
    report = Report(evidence, asked)
    title = report.title
    sections = [
        ("claims", _claims(report)),
        ("fit", _fit(report)),
        ("sensitivity", _sensitivity(report)),
        ("assumed", _assumed(report)),
        ("bits", _bits(report)),
        ("repeat", report.repeat()),
        ("missing", report.not_shown()),
    ]
    first, last = parts.years_of(evidence)
    about = report.p(
        "report.about.own",
        class_="lead",
        place=parts.place_name(evidence),
        first=first,
        last=last,
        runs=evidence.replicates,
    )
    lead = [about, report.p("report.warning", class_="warn")]
    return report.whole(report.say("report.validation.title", scenario=title), lead, sections)


def _claims(report: Report) -> Html:
    run = report.evidence.run
    if "claims" not in run.groups or len(run.claims) == 0:
        report.cannot("claims")
        return Html("")
    verdicts = run.claims["verdict"].astype(str)
    counts: dict[str, Any] = {
        name: int((verdicts == name).sum()) for name in ("held", "broken", "undecided")
    }
    lead = report.p("report.claims.lead", count=len(verdicts), **counts)
    meaning = report.p("report.claims.meaning", class_="small")
    picture = report.picture("claims", run)
    return report.section("claims", lead, meaning, picture, claims(report))


def _fit(report: Report) -> Html:
    run = report.evidence.run
    if "fit" not in run.groups:
        report.cannot("fit")
        return Html("")
    fit = run.fit.sel(scenario=report.evidence.scenario)
    rows = [row for row in (_fit_row(report, fit, name) for name in FITTED) if row]
    head = [report.say(f"report.fit.{column}") for column in ("what", "mean", "most", "where")]
    lead = report.p(
        "report.fit.lead",
        wijken=fit.sizes["neighbourhood"],
        runs=fit.sizes["replicate"],
    )
    residents = report.p(
        "report.fit.residents",
        settled=_counted(report, fit, "residents_settled"),
        wanted=_counted(report, fit, "residents_wanted"),
    )
    shown = table(report.say("report.fit.caption"), head, rows)
    return report.section("fit", lead, shown, residents, report.p("report.fit.later"))


def _counted(report: Report, fit: xr.Dataset, name: str) -> Html:
    total = float(fit[name].mean("replicate").sum())
    return tag("data", number(total, report.lang, ",.0f"), value=total, title=f"/fit/{name}")


def _fit_row(report: Report, fit: xr.Dataset, name: str) -> list[object] | None:
    wanted, settled = f"{name}_wanted", f"{name}_settled"
    if wanted not in fit or settled not in fit:
        return None
    off = 100 * (fit[settled].mean("replicate") - fit[wanted].mean("replicate"))
    mean = float(abs(off).mean())
    at = np.unravel_index(int(np.argmax(abs(off).values)), off.shape)
    most = off.isel(dict(zip(off.dims, at, strict=True)))
    place = str(most["neighbourhood"].values)
    other = [str(most[axis].values) for axis in off.dims if axis != "neighbourhood"]
    largest = float(most)
    hover = f"/fit/{settled} − /fit/{wanted}"
    where = ", ".join([_neighbourhood(report, place), *(_label(report, o) for o in other)])
    return [
        report.say(f"report.fit.{name}"),
        tag("data", number(mean, report.lang, ".2f"), value=mean, title=hover),
        tag("data", number(largest, report.lang, "+.2f"), value=largest, title=hover),
        where,
    ]


def _neighbourhood(report: Report, code: str) -> str:
    inputs = report.evidence.run.inputs.get("neighbourhoods")
    if inputs is None:
        return code
    found = inputs.loc[inputs["neighbourhood_code"] == code, "neighbourhood"]
    return str(found.iloc[0]) if len(found) else code


def _label(report: Report, text: str) -> str:
    domain = f"axis.domain.{text}"
    fitted = f"report.fit.label.{text}"
    for key in (domain, fitted):
        if key in parts.known_texts():
            return report.say(key)
    return text.replace("_up", "+").replace("_", "–")


def _sensitivity(report: Report) -> Html:
    content: list[object] = []
    if "elasticity" in report.evidence.run.groups:
        content.append(elasticity(report))
    if report.asked.sweep:
        content.append(swept(report, report.asked.sweep))
    if not any(content):
        report.cannot("sensitivity")
        content = [report.p("report.sensitivity.none")]
    return report.section("sensitivity", *content)


def _assumed(report: Report) -> Html:
    evidence = report.evidence
    run = evidence.run
    if "parameters" not in run.groups:
        report.cannot("parameters")
        return Html("")
    content: list[object] = [graded(report)]
    rows = deciding(evidence, changed(evidence, report.lang), None)
    if rows.empty:
        content.append(report.p("report.assumed.none"))
    else:
        content.append(assumptions_table(report, rows))
    return report.section("assumed", *content)


def _bits(report: Report) -> Html:
    run = report.evidence.run
    runs = run.runs
    rows = [
        (
            number(int(row["replicate"]), report.lang),
            str(row["scenario"]),
            report.say(f"report.bits.{row['status']}"),
            tag("code", row["digest"]),
        )
        for _, row in runs.head(LISTED).iterrows()
    ]
    head = [
        report.say(f"report.bits.{column}") for column in ("run", "scenario", "status", "digest")
    ]
    content: list[object] = [report.p("report.bits.lead")]
    if "provenance" in run.groups:
        told = run.provenance
        content.append(
            report.p(
                "report.bits.made",
                program=parts.program(run),
                compiler=str(told.get("compiler", "–")),
                threads=int(np.rint(float(told.get("threads", 1)))),
            )
        )
    verify = tag("code", f"samenspel verify {run.path.name}")
    content.append(report.p("report.bits.verify", verify=verify))
    content.append(table(report.say("report.bits.caption"), head, rows, class_="text"))
    if len(runs) > LISTED:
        content.append(report.p("report.bits.more", shown=LISTED, count=len(runs)))
    return report.section("bits", joined(content))

"""The report for who decides: question, answer, who gains and loses, costs, why, how sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from samenspel.pairs import scale
from samenspel.report import writing as parts
from samenspel.report.costs import costs, spending_per_resident
from samenspel.report.evidence import Evidence, Measured
from samenspel.report.groups import who
from samenspel.report.making import Asked
from samenspel.report.page import Html, joined, listing, table, tag
from samenspel.report.sure import sure, use
from samenspel.report.why import why
from samenspel.report.writing import Report

OUTCOMES = (
    "unmet_share",
    "waiting_share",
    "known_share",
    "needy_share",
    "trust_mean",
    "self_reliance_mean",
    "self_reliance_gap",
    "strain_mean",
    "effectiveness",
    "residents_share",
)
"""What an adviser is told about, in this order where all differ as much."""

DRAWN = 2
"""How many of the outcomes are drawn."""


def page_of(evidence: Evidence, asked: Asked, explained: pd.DataFrame | None = None) -> str:
    """Return the page of kind advice."""
    report = Report(evidence, asked, explained)
    lead = _lead(report)
    outcomes = measured_outcomes(report)
    sections = [
        ("question", question(report)),
        ("answer", answer(report, outcomes)),
        ("who", who(report)),
        ("costs", costs(report)),
        ("years", years(report)),
        ("others", others(report)),
        ("why", why(report)),
        ("sure", sure(report)),
        ("use", use(report)),
        ("repeat", report.repeat()),
    ]
    # Last, when all that could not be shown is known, and every variable that was used.
    sections += [("missing", report.not_shown()), ("numbers", report.numbers())]
    title = report.title
    return report.whole(title, lead, sections)


def _lead(report: Report) -> list[Html]:
    evidence = report.evidence
    first, last = parts.years_of(evidence)
    about = report.p(
        "report.about.own" if evidence.own_start else "report.about.paired",
        place=parts.place_name(evidence),
        first=first,
        last=last,
        baseline=report.baseline_title,
        runs=evidence.replicates,
        class_="lead",
    )
    found = [about, report.p("report.warning", class_="warn")]
    if len(evidence.run.series["municipality"]) > 1:
        report.cannot("municipalities", place=parts.place_name(evidence))
    if parts.failed(evidence.run):
        report.cannot("failed", count=parts.failed(evidence.run))
    return found


def question(report: Report) -> Html:
    """Return the question that the scenario asks, and what is held against what."""
    evidence = report.evidence
    asked = parts.question_of(evidence.run, evidence.scenario, report.lang)
    first, last = parts.years_of(evidence)
    share = scale(evidence.run)
    how = report.p(
        "report.question.own" if evidence.own_start else "report.question.paired",
        scenario=tag("b", report.title),
        baseline=tag("b", report.baseline_title),
        place=parts.place_name(evidence),
        first=first,
        last=last,
        residents=_residents(report),
    )
    said = [tag("p", tag("b", asked)) if asked else report.p("report.question.none"), how]
    if share < 1:
        said.append(report.p("report.question.scale", share=share))
    return report.section("question", *said)


def _residents(report: Report) -> Html:
    m = report.try_measured("residents", report.evidence.start)
    return report.scribe.level(m) if m else Html("–")


def measured_outcomes(report: Report) -> list[Measured]:
    """Return what is measured in the last year, the largest clear differences first."""
    found = [m for m in (report.try_measured(v) for v in OUTCOMES) if m is not None]

    def size(m: Measured) -> float:
        level = abs(m.baseline) or 1.0
        return abs(m.difference) / level if m.clear else 0.0

    return sorted(found, key=lambda m: (-abs(m.gain), -abs(m.clear), -size(m)))


def answer(report: Report, outcomes: Sequence[Measured]) -> Html:
    """Return the answer: in a sentence, by outcome with odds and numbers, and drawn."""
    evidence, last = report.evidence, report.evidence.last
    if not outcomes:
        report.cannot("outcomes")
        return Html("")
    many = evidence.replicates > 1
    better = [m for m in outcomes if m.gain > 0]
    worse = [m for m in outcomes if m.gain < 0]
    other = [m for m in outcomes if m.clear and not m.gain]
    same = [m for m in outcomes if not m.clear]
    key = "paired" if not evidence.own_start else "own"
    said: list[Html] = []
    if many:
        said.append(
            report.p(
                f"report.answer.lead.{key}",
                class_="lead",
                year=last.year,
                count=len(outcomes),
                better=len(better),
                worse=len(worse),
                other=len(other),
                same=len(same),
                baseline=report.baseline_title,
            )
        )
    else:
        report.cannot("one_replicate")
        said.append(report.p("report.answer.lead.one", class_="lead", year=last.year))
    if many:
        how = [report.say(f"report.answer.how.{key}", year=last.year), report.say("report.small")]
        said.append(tag("p", " ".join(how), class_="small"))
    shown = [*better, *worse, *other] if many else outcomes
    said.append(tag("ul", *(_item(report, m) for m in shown), class_="answer"))
    if many and same:
        said.append(_same(report, same))
    said += _turned(report, shown)
    said += _pictures(report, shown if shown else outcomes)
    return report.section("answer", *said)


def _item(report: Report, m: Measured) -> Html:
    scribe = report.scribe
    word = {1: "better", -1: "worse", 0: "same"}[m.gain]
    sign = {1: "▲ ", -1: "▼ ", 0: "• "}[m.gain]
    label = {1: "report.better", -1: "report.worse", 0: "report.other"}[m.gain]
    content: list[object] = []
    if m.pairs > 1:
        content.append(tag("span", sign, report.say(label), ": ", class_="mark"))
    content += [
        tag("b", scribe.titled(m.quantity)),
        " ",
        scribe.difference(m),
        " ",
    ]
    if m.has_levels:
        levels = {"before": scribe.level(m, "baseline"), "after": scribe.level(m)}
        content += [report.text("report.answer.levels", **levels), " "]
    else:
        content.append(". ")
    if m.pairs > 1 and m.below < 0:
        content.append(report.text("report.answer.odds.above", runs=scribe.runs(m)))
    elif m.pairs > 1:
        key = "report.answer.odds.higher" if m.difference > 0 else "report.answer.odds.lower"
        content.append(report.text(key, runs=scribe.runs(m), odds=scribe.odds(m)))
    if m.pairs > 1:
        ends = report.text("report.answer.interval", ends=scribe.interval(m))
        content += [" ", tag("span", ends, class_="small")]
    plain = tag("span", scribe.plain(m.quantity.variables[0]), class_="plain")
    return tag("li", joined(content), " ", plain, class_=word)


def _same(report: Report, same: Sequence[Measured]) -> Html:
    scribe = report.scribe
    items = [
        joined(
            [scribe.titled(m.quantity), " (", scribe.difference(m, m.quantity.kind != "index"), ")"]
        )
        for m in same
    ]
    return tag("p", tag("b", report.say("report.answer.same"), ": "), joined(items, ", "), ".")


def _turned(report: Report, shown: Sequence[Measured]) -> list[Html]:
    """Say where the first year went the other way."""
    evidence = report.evidence
    if evidence.own_start or len(evidence.stretches) < 2:
        return []
    first = evidence.stretches[0]
    turned = []
    for m in shown:
        early = evidence.measured(m.quantity, first)
        if early.clear * m.clear < 0:
            item = [report.scribe.titled(m.quantity), " (", report.scribe.difference(early), ")"]
            turned.append(joined(item))
    if not turned:
        return []
    told = report.say("report.answer.turned", year=first.year)
    return [tag("div", tag("p", told), listing(turned), class_="box")]


def _pictures(report: Report, shown: Sequence[Measured]) -> list[Html]:
    evidence = report.evidence
    found = []
    for m in shown[:DRAWN]:
        variable = m.quantity.key
        if evidence.own_start:
            here = {"scenario": evidence.scenario, **evidence.here}
            found.append(report.picture("fan", evidence.run, variable, **here))
        else:
            found.append(difference_picture(report, variable))
    return found


def difference_picture(report: Report, variable: str) -> Html:
    """Return the picture of a paired difference."""
    evidence = report.evidence
    other = evidence.base_run is not evidence.run
    return report.picture(
        "difference",
        evidence.run,
        variable,
        scenario=evidence.scenario,
        baseline=evidence.base_run if other else evidence.base_scenario,
        **evidence.here,
    )


def years(report: Report) -> Html:
    """Return the outcomes in year 1, 3, 10, 15 and the last."""
    evidence, scribe = report.evidence, report.scribe
    stretches = evidence.stretches
    if len(stretches) < 2:
        report.cannot("years", months=evidence.months)
        return Html("")
    quantities = [evidence.quantity(v) for v in OUTCOMES if evidence.has(v)]
    if evidence.has("spending", "residents"):
        quantities.append(spending_per_resident())
    head: list[object] = [report.say("report.years.outcome")]
    head += [report.say("report.year", year=s.year) for s in stretches]
    rows: list[list[object]] = []
    for quantity in quantities:
        unit = unit_of(report, quantity.kind)
        name = joined([scribe.titled(quantity), tag("span", unit, class_="small")], " ")
        cells: list[object] = []
        for stretch in stretches:
            m = report.try_measured(quantity, stretch)
            if m is None:
                break
            if evidence.own_start:
                cells.append(_level_cell(report, m, stretch is stretches[0]))
            else:
                level = tag("span", scribe.level(m), class_="runs") if m.has_levels else ""
                cells.append(joined([scribe.cell(m), level]))
        if len(cells) == len(stretches):
            rows.append([name, *cells])
    key = "own" if evidence.own_start else "paired"
    caption = report.say(
        f"report.years.caption.{key}",
        scenario=report.title,
        baseline=report.baseline_title,
    )
    content: list[object] = [report.p(f"report.years.lead.{key}"), table(caption, head, rows)]
    return report.section("years", *content)


def others(report: Report) -> Html:
    """Return the other scenarios of the file beside the same baseline, in the last year.

    Those in another world, made for a claim, are no choice and are left out.
    """
    evidence, scribe = report.evidence, report.scribe
    names = [str(name) for name in evidence.series["scenario"].values]
    own = {evidence.scenario, evidence.base_scenario}
    names = [name for name in names if name not in own and " with" not in name]
    if evidence.own_start or evidence.base_run is not evidence.run or not names:
        return Html("")
    beside = [evidence, *(replace(evidence, scenario=name, _read={}) for name in names)]
    head: list[object] = [report.say("report.years.outcome")]
    head += [parts.scenario_title(evidence.run, e.scenario, report.lang) for e in beside]
    rows: list[list[object]] = []
    for variable in (v for v in OUTCOMES if evidence.has(v)):
        quantity = evidence.quantity(variable)
        unit = tag("span", unit_of(report, quantity.kind), class_="small")
        cells = [scribe.beside(e).cell(e.measured(quantity, e.last)) for e in beside]
        rows.append([joined([scribe.titled(quantity), unit], " "), *cells])
    lead = report.p("report.others.lead", baseline=report.baseline_title)
    caption = report.say(
        "report.others.caption", year=evidence.last.year, baseline=report.baseline_title
    )
    return report.section("others", lead, table(caption, head, rows))


def _level_cell(report: Report, m: Measured, first: bool) -> Html:
    level = report.scribe.level(m)
    if first and m.stretch == report.evidence.start:
        return level
    return joined([level, tag("span", report.scribe.difference(m, unit=False), class_="runs")])


def unit_of(report: Report, kind: str) -> str:
    """Return the unit of a column, in brackets; nothing for a plain number."""
    if kind == "percent":
        return report.say("report.points")
    unit = report.say(f"report.unit.{kind}") if kind not in ("index", "count") else ""
    return f"({unit})" if unit else ""

"""Who gains and who loses: by income, age, kind of need, neighbourhood and kind of organisation."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from samenspel.pairs import Array
from samenspel.report.evidence import Measured, Quantity, Read
from samenspel.report.page import Html, joined, table, tag
from samenspel.report.writing import Report

_GROUPS = {
    "income": ("unmet_share", "waiting_share", "trust_mean", "self_reliance_mean"),
    "age": ("unmet_share", "waiting_share", "known_share"),
    "domain": ("unmet_share", "waiting_share", "known_share"),
    "neighbourhood": ("unmet_share", "trust_mean", "self_reliance_mean"),
}
"""The axes that part people, and what is shown of each."""

LISTED = 20
"""Places that are listed in full; of more, those at either end are."""

KINDS = {1: "institution", 2: "entrepreneur", 3: "initiative"}
"""The numbers of organisation_kind."""

QUADRANTS = (
    "share_commissioned_supplier",
    "share_directed_chain",
    "share_supported_loner",
    "share_co_producer",
    "share_between_quadrants",
)


def who(report: Report) -> Html:
    """Return the section on who gains and who loses."""
    content: list[object] = [_gap(report)]
    for axis, variables in _GROUPS.items():
        content.append(_group(report, axis, variables))
    content.append(_map(report))
    content.append(_organisations(report))
    if not any(content):
        return Html("")
    key = "own" if report.evidence.own_start else "paired"
    lead = report.p(
        f"report.who.lead.{key}",
        year=report.evidence.last.year,
        baseline=report.baseline_title,
    )
    return report.section("who", lead, *content)


def _gap(report: Report) -> Html:
    """Say whether low incomes are left further behind."""
    m = report.try_measured("self_reliance_gap")
    if m is None or not m.has_levels:
        return Html("")
    word = {1: "wider", -1: "narrower", 0: "same"}[m.clear]
    if m.pairs < 2:
        word = "one"
    return report.p(
        f"report.who.gap.{word}",
        before=report.scribe.level(m, "baseline"),
        after=report.scribe.level(m),
        difference=report.scribe.difference(m, unit=False),
    )


def _group(report: Report, axis: str, variables: Sequence[str]) -> Html:
    names = [f"{variable}_by_{axis}" for variable in variables]
    names = [name for name in names if report.evidence.has(name)]
    if not names:
        report.cannot("group", what=report.say(f"axis.{axis}"))
        return Html("")
    measured = [
        [_at(report, name, axis, place) for name in names]
        for _, place in report.evidence.places(names[0])
    ]
    rows, left_out = _chosen(measured)
    scribe = report.scribe
    written: list[list[object]] = []
    for row in rows:
        place = next(m.quantity.place[axis] for m in row if m is not None)
        cells = [_cell(report, m) for m in row]
        written.append([scribe.at(axis, place), *cells])
    head = [report.say(f"axis.{axis}.column"), *(_heading(report, name) for name in names)]
    caption = report.say(f"report.who.caption.{axis}", year=report.evidence.last.year)
    counted = _counted(report, axis, measured)
    note = report.p("report.who.left_out", count=left_out, class_="small") if left_out else ""
    return joined(
        [tag("h3", report.say(f"axis.{axis}")), counted, table(caption, head, written), note]
    )


def _at(report: Report, name: str, axis: str, place: str) -> Measured | None:
    try:
        quantity = report.evidence.quantity(name, **{axis: place})
        return report.evidence.measured(quantity, report.evidence.last)
    except ValueError:
        return None


def _heading(report: Report, name: str) -> Html:
    kind = report.evidence.quantity(name).kind
    unit = report.say("report.points") if kind == "percent" else ""
    return joined([report.scribe.name(name), tag("span", unit, class_="small")], " ")


def _cell(report: Report, m: Measured | None) -> Html:
    if m is None or (m.baseline == 0 and m.value == 0):
        return Html("–")
    if not m.has_levels:
        return report.scribe.cell(m)
    levels = [report.scribe.level(m, "baseline"), " → ", report.scribe.level(m)]
    return joined([report.scribe.cell(m), tag("span", *levels, class_="runs")])


def _chosen(
    measured: list[list[Measured | None]],
) -> tuple[list[list[Measured | None]], int]:
    """Return the rows that are shown, and how many are left out: the middle of many."""
    rows = [row for row in measured if any(m is not None for m in row)]
    if len(rows) <= LISTED:
        return rows, 0
    half = LISTED // 2

    def change(row: list[Measured | None]) -> float:
        return row[0].difference if row[0] is not None else 0.0

    rows.sort(key=change)
    return rows[:half] + rows[-half:], len(rows) - LISTED


def _counted(report: Report, axis: str, measured: list[list[Measured | None]]) -> Html:
    """Say of how many places people clearly gain and lose by the first outcome, where many."""
    first = [row[0] for row in measured if row[0] is not None]
    if axis != "neighbourhood" or not first or first[0].pairs < 2:
        return Html("")
    return report.p(
        "report.who.counted",
        outcome=report.scribe.name(first[0].quantity.key),
        count=len(first),
        better=sum(m.gain > 0 for m in first),
        worse=sum(m.gain < 0 for m in first),
    )


def _map(report: Report) -> Html:
    evidence = report.evidence
    if not evidence.has("unmet_share_by_neighbourhood"):
        return Html("")
    return report.picture("map", evidence.run, scenario=evidence.scenario, **evidence.here)


def of_kind(variable: str, code: int, kind: str) -> Quantity:
    """Return a variable of organisations, added up over those of one kind."""

    def compute(read: Read) -> Array:
        kinds = read("organisation_kind")
        values = np.where(kinds == code, read(variable), 0.0)
        return np.asarray(np.nansum(values, axis=-1))

    return Quantity(
        key=f"{variable}_of_kind",
        variables=(variable, "organisation_kind"),
        kind=kind,
        compute=compute,
        formula=f"sum({variable})",
        place={"organisation_kind": str(code)},
    )


def number_of_kind(code: int) -> Quantity:
    """Return how many organisations of a kind there are."""
    return Quantity(
        key="organisations_of_kind",
        variables=("organisation_kind",),
        kind="count",
        compute=lambda read: np.asarray((read("organisation_kind") == code).sum(axis=-1), float),
        formula="count(organisation_kind)",
        place={"organisation_kind": str(code)},
    )


def _organisations(report: Report) -> Html:
    content = [_kinds(report), _quadrants(report)]
    if not any(content):
        report.cannot("group", what=report.say("axis.organisation"))
        return Html("")
    return joined([tag("h3", report.say("axis.organisation")), *content])


def _kinds(report: Report) -> Html:
    evidence = report.evidence
    columns = ("organisation_kind", "organisation_hours", "organisation_income")
    if not evidence.has(*columns) or evidence.here:
        # The file does not say of which municipality an organisation is.
        return Html("")
    rows: list[list[object]] = []
    for code, kind in KINDS.items():
        measured = [
            evidence.measured(quantity, evidence.last)
            for quantity in (
                number_of_kind(code),
                of_kind("organisation_hours", code, "hours"),
                of_kind("organisation_income", code, "money"),
            )
        ]
        if any(m.baseline or m.value for m in measured):
            cells = [_cell(report, m) for m in measured]
            rows.append([report.say(f"axis.organisation_kind.{kind}"), *cells])
    head = [
        report.say(f"report.who.kinds.{column}") for column in ("kind", "count", "hours", "income")
    ]
    return table(report.say("report.who.kinds.caption", year=evidence.last.year), head, rows)


def _quadrants(report: Report) -> Html:
    evidence = report.evidence
    if not evidence.has(*QUADRANTS):
        return Html("")
    rows: list[list[object]] = []
    for variable in QUADRANTS:
        m = evidence.measured(evidence.quantity(variable), evidence.last)
        levels = [report.scribe.level(m, "baseline"), report.scribe.level(m)]
        rows.append([report.scribe.name(variable), *levels, report.scribe.cell(m)])
    head = report.sides("report.who.quadrants.what", points=True)
    shown = table(report.say("report.who.quadrants.caption", year=evidence.last.year), head, rows)
    if evidence.here:
        return joined([report.p("report.who.quadrants.lead"), shown])
    picture = report.picture("quadrants", evidence.run, scenario=evidence.scenario)
    return joined([report.p("report.who.quadrants.lead"), shown, picture])

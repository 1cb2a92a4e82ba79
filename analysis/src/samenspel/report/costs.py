"""What it costs the municipality, and what residents do unpaid."""

from __future__ import annotations

from samenspel.report.evidence import Quantity
from samenspel.report.page import Html, joined, table
from samenspel.report.writing import Report


def spending_per_resident() -> Quantity:
    """Return euro per resident a year."""
    return Quantity(
        key="spending_per_resident",
        variables=("spending", "residents"),
        kind="money",
        compute=lambda read: 12 * read("spending"),
        formula="12 × spending / residents",
        divisor=lambda read: read("residents"),
    )


def spending_per_ended() -> Quantity:
    """Return euro for each need that help ended."""
    return Quantity(
        key="spending_per_ended",
        variables=("spending", "needs_ended_by_help"),
        kind="money",
        compute=lambda read: read("spending"),
        formula="spending / needs_ended_by_help",
        divisor=lambda read: read("needs_ended_by_help"),
    )


def a_year(variable: str, kind: str, **place: str) -> Quantity:
    """Return twelve times the mean over the months of a variable: what it is in a year."""
    return Quantity(
        key=f"{variable}_a_year",
        variables=(variable,),
        kind=kind,
        compute=lambda read: 12 * read(variable, **place),
        formula=f"12 × {variable}",
        place=place,
    )


def costs(report: Report) -> Html:
    """Return the section on costs: in all, by domain, and what is done unpaid."""
    evidence = report.evidence
    quantities = [
        spending_per_resident(),
        a_year("spending", "money"),
        spending_per_ended(),
        a_year("paid_for_results", "money"),
        a_year("initiative_grants", "money"),
        a_year("informal_hours", "hours"),
    ]
    rows = _rows(report, quantities)
    if not rows:
        return Html("")
    domains = []
    if evidence.has("spending_by_domain"):
        for _, domain in evidence.places("spending_by_domain"):
            domains.append(a_year("spending_by_domain", "money", domain=domain))
    content: list[object] = [_lead(report)]
    content.append(_table(report, "report.costs.caption", rows))
    if domains:
        content.append(_table(report, "report.costs.domains", _rows(report, domains)))
    content.append(report.p("report.costs.not", class_="small"))
    return report.section("costs", *content)


def _lead(report: Report) -> Html:
    m = report.try_measured(spending_per_resident())
    if m is None:
        return Html("")
    key = "own" if report.evidence.own_start else "paired"
    said = report.p(
        f"report.costs.lead.{key}",
        year=m.stretch.year,
        before=report.scribe.level(m, "baseline"),
        after=report.scribe.level(m),
        difference=report.scribe.difference(m),
        baseline=report.baseline_title,
    )
    if m.pairs < 2:
        return said
    odds = "higher" if m.difference > 0 else "lower"
    runs, word = report.scribe.runs(m), report.scribe.odds(m)
    told = report.p(f"report.costs.odds.{odds}", runs=runs, odds=word)
    return joined([said, told])


def _rows(report: Report, quantities: list[Quantity]) -> list[list[object]]:
    rows: list[list[object]] = []
    scribe = report.scribe
    for quantity in quantities:
        m = report.try_measured(quantity)
        if m is None or (m.baseline == 0 and m.value == 0):
            continue
        if quantity.place:
            name = scribe.at(*next(iter(quantity.place.items())))
        else:
            name = scribe.titled(quantity)
        level = [scribe.level(m, "baseline"), scribe.level(m)]
        rows.append([name, *level, scribe.cell(m)])
    return rows


def _table(report: Report, key: str, rows: list[list[object]]) -> Html:
    caption = report.say(key, year=report.evidence.last.year)
    return table(caption, report.sides("report.costs.what"), rows)

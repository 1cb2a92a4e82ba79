"""Why: what was turned, who fills the hours, and which mechanisms carry the effect."""

from __future__ import annotations

import pandas as pd

from samenspel.report.evidence import kind_of
from samenspel.report.page import Html, joined, listing, table, tag
from samenspel.report.scribe import amounts
from samenspel.report.settings import Setting, changed, names_of
from samenspel.report.writing import Report
from samenspel.words import number

CARRIERS = ("own_share", "informal_share", "initiative_share", "formal_share", "unmet_share")
"""Who fills the hours that are needed; together all of them."""


def why(report: Report) -> Html:
    """Return the section on why."""
    evidence = report.evidence
    settings = changed(evidence, report.lang)
    content: list[object] = [_settings(report, settings)]
    content.append(_carriers(report))
    content.append(
        report.picture("shares", evidence.run, scenario=evidence.scenario, **evidence.here)
    )
    content.append(
        report.picture("flows", evidence.run, scenario=evidence.scenario, **evidence.here)
    )
    content.append(_mechanisms(report, settings))
    return report.section("why", *content)


def _settings(report: Report, settings: list[Setting]) -> Html:
    key = "own" if report.evidence.own_start else "paired"
    if not settings:
        return report.p(f"report.why.nothing.{key}")
    items = []
    for s in settings:
        name = tag("b", s.name) if s.name else tag("code", s.path)
        told = report.text(
            "report.why.setting" if s.before else "report.why.setting.new",
            name=name,
            before=_value(report, s.before),
            after=_value(report, s.after),
        )
        items.append(joined([told, " ", tag("span", s.plain, class_="plain")]))
    lead = report.p(f"report.why.settings.{key}", baseline=report.baseline_title)
    return joined([lead, listing(items)])


def _value(report: Report, text: str) -> str:
    try:
        return number(float(text), report.lang, "g")
    except ValueError:
        words = {"on": "report.on", "off": "report.off", "": "report.why.absent"}
        return report.say(words[text]) if text in words else text


def _carriers(report: Report) -> Html:
    evidence = report.evidence
    if not evidence.has(*CARRIERS):
        report.cannot("group", what=report.say("report.why.carriers"))
        return Html("")
    rows: list[list[object]] = []
    for variable in CARRIERS:
        m = evidence.measured(evidence.quantity(variable), evidence.last)
        levels = [report.scribe.level(m, "baseline"), report.scribe.level(m)]
        rows.append([report.say(f"report.why.carrier.{variable}"), *levels, report.scribe.cell(m)])
    head = report.sides("report.why.carrier", points=True)
    caption = report.say("report.why.carriers.caption", year=evidence.last.year)
    return joined([tag("h3", report.say("report.why.carriers")), table(caption, head, rows)])


def _mechanisms(report: Report, settings: list[Setting]) -> Html:
    heading = tag("h3", report.say("report.why.mechanisms"))
    explained = report.explained
    if explained is None:
        turned = [s.path for s in settings if s.path.startswith(("levers.", "knobs."))]
        option = "--knob informal"
        if turned:
            group, _, name = turned[0].partition(".")
            option = f"--{group[:-1]} {name}"
        scenario = report.evidence.scenario.partition(" with")[0]
        command = f"samenspel explain {scenario} {option} --outcome unmet_share -o why.csv"
        return joined([heading, report.p("report.why.explain", command=tag("code", command))])
    picture = report.picture("mechanisms", explained)
    return joined([heading, _explained(report, explained), picture])


def _explained(report: Report, explained: pd.DataFrame) -> Html:
    """Say which mechanisms are needed: how much of the effect goes without each."""
    lang = report.lang
    names = names_of(report.evidence.run, "process", lang)
    levers = {
        **names_of(report.evidence.run, "knob", lang),
        **names_of(report.evidence.run, "lever", lang),
    }
    whole = explained[explained["arm"] == "all"].iloc[0]
    lost = explained[explained["arm"] == "lost"].copy()
    order = lost["effect"].abs().sort_values(ascending=False).index
    turned = str(whole["knob"]).split(".")[-1]
    outcome = str(whole["outcome"])
    series = report.evidence.series
    known = report.scribe.name(outcome) if outcome in series else outcome
    kind = kind_of(series[outcome]) if outcome in series else "index"
    file = report.asked.explain.name if report.asked.explain else ""

    def told(effect: float, arm: str) -> Html:
        text = amounts(effect, kind, lang, sign=True)
        return tag("data", text, value=repr(effect), title=f"{file}: {outcome}, effect, {arm}")

    rows: list[list[object]] = []
    for i in order[:8]:
        row = lost.loc[i]
        name, plain = names.get(str(row["process"]), (str(row["process"]), ""))
        share = float(row["effect"]) / float(whole["effect"]) if float(whole["effect"]) else 0.0
        clear = row["low"] > 0 or row["high"] < 0
        doubt = "" if clear else tag("span", report.say("report.why.chance"), class_="runs")
        rows.append(
            [
                joined([name, tag("span", plain, class_="plain")], " "),
                told(float(row["effect"]), f"lost, {row['process']}"),
                joined([number(share, lang, "+.0%"), doubt], " "),
            ]
        )
    lead = report.p(
        "report.why.explained",
        lever=levers.get(turned, (turned, ""))[0],
        before=number(float(whole["from"]), lang, "g"),
        after=number(float(whole["to"]), lang, "g"),
        outcome=known,
        effect=told(float(whole["effect"]), "all"),
        pairs=int(whole["pairs"]),
    )
    head = [report.say(f"report.why.explained.{column}") for column in ("without", "lost", "share")]
    caption = report.say("report.why.explained.caption", outcome=known)
    return joined(
        [lead, table(caption, head, rows), report.p("report.why.explained.note", class_="small")]
    )

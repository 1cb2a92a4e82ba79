"""What reports of every kind are made of: heading, sections, pictures, what is not shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

import pandas as pd

from samenspel.pictures.look import Picture
from samenspel.report.evidence import Evidence, Measured, NotShownError, Quantity, Stretch
from samenspel.report.making import Asked
from samenspel.report.page import Html, figure, html, joined, listing, page, table, tag
from samenspel.report.scribe import Scribe
from samenspel.runs import Run
from samenspel.words import catalogue


@dataclass
class Report:
    """A report that is being written."""

    evidence: Evidence
    asked: Asked
    explained: pd.DataFrame | None = None
    scribe: Scribe = field(init=False)
    missing: list[Html] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.lang = self.asked.lang
        self.scribe = Scribe(self.evidence, self.lang)

    def say(self, key: str, **parts: Any) -> str:
        """Return a text of the report."""
        return self.scribe.say(key, **parts)

    def p(self, key: str, class_: str | None = None, **parts: Any) -> Html:
        """Return a paragraph of a text; parts that are markup stay so."""
        return tag("p", self.text(key, **parts), class_=class_)

    def text(self, key: str, **parts: Any) -> Html:
        """Return a text with parts that may be markup."""
        marks = {name: part for name, part in parts.items() if isinstance(part, Html)}
        plain = {name: part for name, part in parts.items() if name not in marks}
        # A sign that no text has stands for each piece of markup until the rest is escaped.
        holes = {name: f"\x01{name}\x02" for name in marks}
        said = self.say(key, **plain, **holes)
        pieces = re.split(r"\x01(\w+)\x02", said)
        return joined(marks[x] if i % 2 else html(x) for i, x in enumerate(pieces))

    def cannot(self, key: str, **parts: Any) -> None:
        """Remember what the report could not show, and why; the same only once."""
        said = self.text(f"report.missing.{key}", **parts)
        if said not in self.missing:
            self.missing.append(said)

    @property
    def title(self) -> str:
        """What the scenario is called; by its file where the baseline is called the same."""
        return self._told(self.evidence.run, self.evidence.scenario)

    @property
    def baseline_title(self) -> str:
        """What the baseline is called."""
        return self._told(self.evidence.base_run, self.evidence.base_scenario)

    def _told(self, run: Run, scenario: str) -> str:
        evidence = self.evidence
        title = scenario_title(run, scenario, self.lang)
        sides = ((evidence.run, evidence.scenario), (evidence.base_run, evidence.base_scenario))
        both = {scenario_title(*side, self.lang) for side in sides}
        return f"{title} ({run.path.stem})" if sides[0] != sides[1] and len(both) < 2 else title

    def measured(self, variable: str, stretch: Stretch | None = None, **place: str) -> Measured:
        """Measure a variable in the last year, or another stretch."""
        evidence = self.evidence
        return evidence.measured(evidence.quantity(variable, **place), stretch or evidence.last)

    def try_measured(
        self, what: str | Quantity, stretch: Stretch | None = None, **place: str
    ) -> Measured | None:
        """Measure where the file can; else remember which variable is missing."""
        try:
            quantity = what if isinstance(what, Quantity) else self.evidence.quantity(what, **place)
            return self.evidence.measured(quantity, stretch or self.evidence.last)
        except NotShownError as missing:
            name = str(missing)
            if re.fullmatch(r"[a-z0-9_]+", name):
                self.cannot("variable", variable=tag("code", name))
            else:
                scribe = self.scribe
                said = scribe.titled(what) if isinstance(what, Quantity) else scribe.name(what)
                self.cannot("nothing", what=said)
            return None

    def picture(self, name: str, *given: Any, **options: Any) -> Html:
        """Return a picture, or nothing where the run cannot show it; the reason is remembered."""
        drawing = getattr(import_module("samenspel.pictures"), f"draw_{name}")
        return self.drawn(name, drawing, *given, **options)

    def drawn(
        self, name: str, drawing: Callable[..., Picture], *given: Any, **options: Any
    ) -> Html:
        """Return what a function draws, or nothing where it cannot; the reason is remembered."""
        try:
            return figure(drawing(*given, lang=self.lang, **options))
        except ValueError as reason:
            said = tag("span", str(reason), lang="en")
            self.cannot("picture", what=self.say(f"report.picture.{name}"), reason=said)
            return Html("")

    def sides(self, first: str, points: bool = False) -> list[object]:
        """Return the head of a table with a column of each side, and one of the difference."""
        evidence = self.evidence
        own = evidence.own_start
        year = self.say("report.year", year=evidence.last.year)
        unit = self.say("report.points") if points else ""
        return [
            self.say(first),
            self.say("report.start") if own else self.baseline_title,
            year if own else self.title,
            joined([self.say("report.difference"), tag("span", unit, class_="small")], " "),
        ]

    def section(self, name: str, *content: object) -> Html:
        """Return a section with its heading."""
        heading = tag("h2", self.say(f"report.{name}.title"), id=name)
        return tag("section", heading, *content, aria_labelledby=name)

    def whole(
        self, title: str, lead: Sequence[object], sections: Sequence[tuple[str, Html]]
    ) -> str:
        """Return the page: heading, contents, sections and foot."""
        links = [tag("a", self.say(f"report.{n}.title"), href=f"#{n}") for n, s in sections if s]
        contents = tag("nav", listing(links), aria_label=self.say("report.contents"))
        kind = tag("p", self.say(f"report.kind.{self.asked.kind}"), class_="kind")
        head = tag("header", kind, tag("h1", title), *lead, contents)
        main = tag("main", *(section for _, section in sections if section))
        foot = tag("footer", self.p("report.foot", program=program(self.evidence.run)))
        return page(self.lang, title, joined([head, main, foot], "\n"))

    def not_shown(self) -> Html:
        """Return the section of what the report could not show; nothing where it showed all."""
        if not self.missing:
            return Html("")
        return self.section("missing", listing(self.missing))

    def numbers(self) -> Html:
        """Return the section that says of each variable in the report what it is."""
        rows = []
        for variable in sorted(self.scribe.used):
            if variable not in self.evidence.series:
                continue
            about = self.evidence.series[variable].attrs
            unit = str(about.get("units", "1"))
            rows.append(
                (
                    tag("code", variable),
                    self.scribe.name(variable),
                    unit if unit != "1" else "",
                    self.scribe.plain(variable),
                )
            )
        head = [
            self.say(f"report.numbers.{column}") for column in ("variable", "name", "unit", "is")
        ]
        shown = table(self.say("report.numbers.caption"), head, rows, class_="text")
        return self.section("numbers", self.p("report.numbers.lead"), shown)

    def repeat(self) -> Html:
        """Return the section with the commands that make the run and the report again."""
        run = self.evidence.run
        commands = [command(run)]
        if self.evidence.base_run is not run:
            commands.insert(0, command(self.evidence.base_run))
        commands.append(self._own_command())
        lines = "\n".join(commands)
        runs = run.runs
        told = self.p(
            "report.repeat.told",
            program=program(run),
            seed=str(int(runs["seed"].iloc[0])),
            verify=tag("code", f"samenspel verify {run.path.name}"),
        )
        return self.section(
            "repeat", self.p("report.repeat.lead"), tag("pre", tag("code", lines)), told
        )

    def _own_command(self) -> str:
        asked, evidence = self.asked, self.evidence
        words = ["samenspel", "report", evidence.run.path.name, "--lang", self.lang]
        if asked.kind != "advice":
            words += ["--kind", asked.kind]
        if asked.baseline:
            words += ["--baseline", asked.baseline.rsplit("/", 1)[-1]]
        for option, value in (("scenario", asked.scenario), ("municipality", asked.municipality)):
            if value:
                words += [f"--{option}", f"'{value}'" if " " in value else value]
        for option, path in (("explain", asked.explain), ("sweep", asked.sweep)):
            if path:
                words += [f"--{option}", path.name]
        return " ".join(words)


def scenario_title(run: Run, scenario: str, lang: str) -> str:
    """Return what a scenario is called in a language, with what was changed in its world."""
    if "scenarios" not in run.groups or scenario not in run.scenarios.index:
        return scenario
    row = run.scenarios.loc[scenario]
    titles = [row.get("title_nl", "") if lang == "nl" else "", row.get("title", "")]
    title = next((str(t) for t in titles if t), scenario)
    world = scenario.partition(" with")[2]
    return f"{title} ({world.strip()})" if world.strip() else title


def question_of(run: Run, scenario: str, lang: str) -> str:
    """Return what a scenario asks; nothing where it does not say."""
    if "scenarios" not in run.groups or scenario not in run.scenarios.index:
        return ""
    row = run.scenarios.loc[scenario]
    texts = [row.get("question_nl", "") if lang == "nl" else "", row.get("question", "")]
    return next((str(text) for text in texts if text), "")


def program(run: Run) -> str:
    """Return which program wrote a file, with a revision of a length that people read."""
    return re.sub(r"\(([0-9a-f]{12})[0-9a-f]+", r"(\1", run.source)


def command(run: Run) -> str:
    """Return the command that made a run, by the name of the program."""
    if "provenance" not in run.groups:
        return "samenspel run"
    words = str(run.provenance.get("command", "samenspel run"))
    return re.sub(r"^\S+", "samenspel", words)


def place_name(evidence: Evidence) -> str:
    """Return the name of the municipality that the report is about."""
    names = evidence.series["municipality_name"]
    return str(names.sel(municipality=evidence.municipality).values)


def years_of(evidence: Evidence) -> tuple[str, str]:
    """Return the first and the last year of the run, by the calendar."""
    dates = evidence.series["date"].values.astype("datetime64[Y]").astype(str)
    return str(dates[0]), str(dates[evidence.months - 1])


def limits(run: Run, lang: str) -> str:
    """Return what the run says that it does not include."""
    if "provenance" not in run.groups:
        return ""
    told = run.provenance
    return str(told.get("limits_nl" if lang == "nl" else "limits", ""))


def failed(run: Run) -> int:
    """Return how many runs of a file did not finish."""
    return int((run.runs["status"].astype(str) != "finished").sum()) if "runs" in run.groups else 0


def known_texts() -> Mapping[str, Mapping[str, str]]:
    """Return all texts there are."""
    return catalogue()

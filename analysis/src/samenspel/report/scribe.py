"""Numbers in words: each with its unit, and on hover the variable that it comes from."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from samenspel.report.evidence import Evidence, Measured, Quantity
from samenspel.report.page import Html, html, joined, tag
from samenspel.words import WordsError, catalogue, number, say

_STYLES = {
    # kind: (factor, digits of a level, digits of a difference)
    "percent": (100.0, 1, 1),
    "index": (1.0, 3, 3),
    "count": (1.0, 0, 1),
    "money": (1.0, 0, 0),
    "hours": (1.0, 0, 0),
    "rate": (1.0, 1, 1),
    "months": (1.0, 1, 1),
}

SIDES = {"value": "scenario", "baseline": "baseline"}


class Scribe:
    """Writes the numbers of one report, and keeps which variables it used."""

    def __init__(self, evidence: Evidence, lang: str) -> None:
        self.evidence = evidence
        self.lang = lang
        self.used: dict[str, set[str]] = {}

    def beside(self, evidence: Evidence) -> Scribe:
        """Return one that writes of another scenario, and keeps its variables here."""
        other = Scribe(evidence, self.lang)
        other.used = self.used
        return other

    def say(self, key: str, **parts: Any) -> str:
        """Return a text of the report in its language."""
        return say(key, self.lang, **parts)

    def level(self, m: Measured, side: str = "value") -> Html:
        """Return the level of a quantity: 28,4%."""
        amount = m.value if side == "value" else m.baseline
        if not math.isfinite(amount):
            return Html("–")
        return self._data(amounts(amount, m.quantity.kind, self.lang), amount, m, side)

    def difference(self, m: Measured, unit: bool = True) -> Html:
        """Return the mean difference with its sign: +2,3 procentpunt."""
        text = amounts(m.difference, m.quantity.kind, self.lang, sign=True, unit=unit)
        return self._data(text, m.difference, m, "difference")

    def interval(self, m: Measured) -> Html:
        """Return the ends of the 95% interval, or nothing with one pair."""
        if not math.isfinite(m.low):
            return Html("")
        ends = [
            self._data(
                amounts(end, m.quantity.kind, self.lang, sign=True, unit=False), end, m, name
            )
            for name, end in (("low", m.low), ("high", m.high))
        ]
        return joined(ends, " {} ".format(self.say("report.to")))

    def runs(self, m: Measured, short: bool = False) -> Html:
        """Return in how many runs the difference has the direction of the mean: 17 van de 20."""
        key = "above" if m.difference > 0 or m.below < 0 else "below"
        agreeing = m.above if key == "above" else m.agreeing
        count = self._data(number(agreeing, self.lang), agreeing, m, key)
        between = "/" if short else f" {self.say('report.of')} "
        return joined([count, f"{between}{m.pairs}"])

    def odds(self, m: Measured) -> str:
        """Return in a word how sure the direction is within the model."""
        share = m.agreeing / m.pairs
        steps = ((0.95, "nearly_always"), (0.8, "mostly"), (0.6, "more_often"), (-1.0, "undecided"))
        return self.say(f"report.odds.{next(word for least, word in steps if share >= least)}")

    def cell(self, m: Measured) -> Html:
        """Return a difference for a table, with the runs that agree below it."""
        mark = {1: "better", -1: "worse", 0: None}[m.gain]
        shown = tag("span", self.difference(m, unit=False), class_=mark)
        if m.gain:
            shown = joined([shown, " ", self.sign(m.gain)])
        if m.pairs < 2:
            return shown
        higher = f" {self.say('report.higher')}" if m.below < 0 else ""
        return joined([shown, tag("span", self.runs(m, short=True), higher, class_="runs")])

    def sign(self, gain: int) -> Html:
        """Return a mark for better or worse, with a word for who does not see it."""
        word = self.say("report.better" if gain > 0 else "report.worse")
        return tag("abbr", "▲" if gain > 0 else "▼", title=word)

    def name(self, variable: str) -> str:
        """Return the name of a variable, as the file has it."""
        if variable not in self.evidence.series:
            return variable
        found = self.evidence.series[variable]
        self.used.setdefault(variable, set())
        english = str(found.attrs.get("long_name", variable))
        name = str(found.attrs.get("long_name_nl", english)) if self.lang == "nl" else english
        for ending in (", per ", ", by "):
            name = name.split(ending)[0]
        return name

    def titled(self, quantity: Quantity) -> str:
        """Return the name of a quantity: that of its variable, or its own where it has several."""
        own = f"report.quantity.{quantity.key}"
        return self.say(own) if own in catalogue() else self.name(quantity.variables[0])

    def plain(self, variable: str) -> str:
        """Return the sentence in plain words of a variable, where the file has one."""
        found = self.evidence.series[variable].attrs
        other = found.get("description", "") if self.lang == "en" else ""
        return str(found.get(f"plain_{self.lang}", other))

    def at(self, axis: str, place: str) -> str:
        """Return what a place on an axis is called."""
        key = f"axis.{axis}.{place}"
        if key in catalogue():
            return self.say(key)
        names = f"{axis}_name"
        series = self.evidence.series
        if names in series:
            return str(series[names].sel({axis: place}).values)
        return place.replace("_", " ")

    def _data(self, text: str, amount: float, m: Measured, statistic: str) -> Html:
        quantity, evidence = m.quantity, self.evidence
        for variable in quantity.variables:
            self.used.setdefault(variable, set()).add(statistic)
        place = ", ".join(quantity.place.values())
        where = f"{quantity.formula}[{place}]" if place else quantity.formula
        hover = self.say(
            "report.hover." + statistic,
            what=where,
            months=m.stretch.text,
            scenario=evidence.scenario,
            baseline=self.baseline(m),
            pairs=m.pairs,
        )
        start = evidence.start
        return tag(
            "data",
            text,
            value=repr(float(amount)),
            title=hover,
            data_scenario=evidence.scenario,
            data_baseline=None if evidence.own_start else evidence.base_scenario,
            data_quantity=quantity.key,
            data_place=";".join(f"{axis}={at}" for axis, at in quantity.place.items()) or None,
            data_statistic=statistic,
            data_months=f"{m.stretch.first}-{m.stretch.last}",
            data_base=f"{start.first}-{start.last}" if evidence.own_start else None,
        )

    def baseline(self, m: Measured) -> str:
        """Return what a difference is taken from, as hovers say it."""
        evidence = self.evidence
        if evidence.own_start:
            return self.say("report.own_start", months=evidence.start.text)
        return evidence.base_scenario


def amounts(amount: float, kind: str, lang: str, sign: bool = False, unit: bool = True) -> str:
    """Return an amount of a kind, as people write it; with its unit where that is not a table's."""
    factor, level_digits, change_digits = _STYLES.get(kind, (1.0, 1, 1))
    digits = change_digits if sign else level_digits
    shown = amount * factor
    if kind == "count" and abs(shown) >= 100:
        digits = 0
    elif kind == "count" and not sign and abs(shown) < 20:
        digits = 1
    if kind in ("money", "hours", "count") and abs(shown) >= 1000 and not sign:
        shown = rounded(shown, 4)
    elif kind in ("money", "hours") and abs(shown) >= 1000:
        shown = rounded(shown, 3)
    if kind == "money" and abs(shown) >= 1e6 and unit:
        return _money_large(shown, lang, sign)
    if kind in ("money", "hours") and 0 < abs(shown) < 10:
        digits = 2
    text = number(float(shown), lang, f"{'+' if sign else ''},.{digits}f")
    if kind == "percent" and not sign:
        return f"{text}%"
    if kind == "money" and unit:
        return _euro(text, sign)
    if unit and sign:
        try:
            words = say(f"report.unit.{kind}", lang)
        except WordsError:
            words = ""
        return f"{text} {words}".strip()
    return text


def rounded(amount: float, digits: int) -> float:
    """Return an amount with so many digits that say something."""
    return float(f"{amount:.{digits}g}")


def _euro(text: str, sign: bool) -> str:
    if sign and text[:1] in "+\N{MINUS SIGN}":
        return f"{text[0]}€ {text[1:]}"
    return f"€ {text}"


def _money_large(amount: float, lang: str, sign: bool) -> str:
    text = number(amount / 1e6, lang, f"{'+' if sign else ''},.1f")
    return f"{_euro(text, sign)} {say('report.million', lang)}"


def in_words(parts: Sequence[object], lang: str) -> Html:
    """Return markup in a row: "a, b and c"."""
    if len(parts) < 2:
        return joined(parts)
    return joined([joined(parts[:-1], ", "), f" {say('report.and', lang)} ", html(parts[-1])])

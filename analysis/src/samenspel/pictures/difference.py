"""Paired difference: what a scenario changes, replicate by replicate on the same chances."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from samenspel.pairs import Array, check_pairs, half_width, pair_of
from samenspel.pictures import look
from samenspel.pictures.data import (
    Outcome,
    at_one_place,
    capital,
    drawn_unit,
    in_words,
    month_in_words,
    name_at,
    outcome,
    quantiles,
    scenario_title,
    unit_in_words,
    window_in_words,
    years,
)
from samenspel.pictures.look import Picture
from samenspel.pictures.sheet import Sheet
from samenspel.runs import Run
from samenspel.words import LANGUAGES, say


@dataclass(frozen=True)
class Difference:
    """A difference over time: mean, its 95% interval, and between which 90% of the pairs lie.

    The interval is Student's t over the pairs, as of ``samenspel compare``; with one pair there are
    no intervals, and all but `mean` is NaN.
    """

    variable: str
    unit: str
    place: Mapping[str, str]
    names: Mapping[str, str]
    scenario: str
    titles: tuple[Mapping[str, str], Mapping[str, str]]
    pairs: int
    months: Array
    years: Array
    statistics: Mapping[str, Array]

    @property
    def seen(self) -> bool:
        """Whether the band of the pairs is wider than the interval, so that both can be seen.

        Of few pairs the interval of the mean is the wider one.
        """
        of = self.statistics
        return bool(np.nanmean(of["q95"] - of["q05"]) > np.nanmean(of["high"] - of["low"]))


def draw_difference(
    run: Run,
    variable: str,
    baseline: str | Run | None = None,
    scenario: str | None = None,
    lang: str = "en",
    window: int = 1,
    **place: str,
) -> Picture:
    """Draw the difference of an outcome between a scenario and its baseline, in pairs.

    `run` holds both scenarios; or it is the file of ``samenspel compare``; or `baseline` is another
    run with the same seed. Without names, the scenario is the first of the file, and the baseline
    is the one called ``baseline``, else the first other one. `window` is how many months each point
    is the mean of. Raises `ValueError` where there are no pairs.
    """
    shown = difference(run, variable, baseline, scenario, window, **place)
    mean, low, high = (shown.statistics[name] for name in ("mean", "low", "high"))
    if not np.isfinite(mean).any():
        raise ValueError(f"{variable} has no number in any month that all pairs share")
    with look.style():
        sheet = Sheet(lang)
        axes = sheet.panels[0]
        unit = "points" if shown.unit == "%" else shown.unit
        words = unit_in_words(unit, lang)
        heading = say("picture.difference.heading", lang, name=capital(shown.names[lang]))
        axes.set_title(f"{heading}, {words}" if words else heading)
        axes.axhline(0, color=look.INK, lw=0.9)
        end = shown.years[-1]
        if shown.pairs > 1:
            spread = (shown.statistics["q05"], shown.statistics["q95"])
            if shown.seen:
                outer = axes.fill_between(shown.years, *spread, facecolor="#CFE3F1", lw=0)
                look.name(outer, f"{variable}: q05–q95")
            inner = axes.fill_between(shown.years, low, high, facecolor="#86B9DC", lw=0)
            look.name(inner, f"{variable}: low–high")
            key = "most" if shown.seen else "interval"
            label = sheet.wrap(say(f"picture.difference.{key}", lang), 0.8)
            below, above = spread if shown.seen else (low, high)
            edge = above if mean[-1] >= 0 else below
            sheet.end_label(axes, end, edge[-1], label, look.GREY)
        (line,) = axes.plot(shown.years, mean, color=look.BLUE)
        look.name(line, f"{variable}: mean")
        sheet.end_label(axes, end, mean[-1], say("picture.difference.mean", lang), look.BLUE)
        zero = sheet.wrap(shown.titles[1][lang], 1.15)
        sheet.end_label(axes, end, 0.0, zero, look.INK)
        bottom, top = axes.get_ylim()
        axes.set_ylim(min(bottom, -0.15 * top), max(top, -0.15 * bottom))
        sheet.years(axes, shown.years)
        sheet.numbers(axes, signed=True)
        figure = sheet.finish()
    return Picture(
        name="-".join(["difference", variable, *place.values()]),
        figure=figure,
        **_words(shown, unit, window, lang),
        table=look.table(
            [
                {
                    "variable": variable,
                    "unit": unit,
                    "value": float(value),
                    "scenario": shown.scenario,
                    **place,
                    "statistic": statistic,
                    "month": int(month),
                }
                for statistic, values in shown.statistics.items()
                for month, value in zip(shown.months, values, strict=True)
                if statistic == "mean"
                or shown.pairs > 1
                and (shown.seen or statistic in ("low", "high"))
            ]
        ),
    )


def _words(shown: Difference, unit: str, window: int, lang: str) -> dict[str, str]:
    """Return title, caption and alternative text."""
    mean, low, high = (shown.statistics[name] for name in ("mean", "low", "high"))
    last = len(mean) - 1
    year = slice(max(0, last - 11), last + 1)
    average = float(np.nanmean(mean[year]))
    key = "one"
    if shown.pairs > 1:
        sure = np.isfinite(low) & ((low > 0) | (high < 0))
        key = "clear" if sure[last] else "unclear"
    numbers = {
        "name": shown.names[lang],
        "Name": capital(shown.names[lang]),
        "scenario": shown.titles[0][lang],
        "baseline": shown.titles[1][lang],
        "pairs": shown.pairs,
        "month": month_in_words(shown.years[last], lang),
        "last": in_words(mean[last], unit, lang, sign=True),
        "low": in_words(low[last], unit, lang, sign=True, bare=True),
        "high": in_words(high[last], unit, lang, sign=True),
        "average": in_words(average, unit, lang, sign=True),
    }
    many = "one" if shown.pairs == 1 else "many" if shown.seen else "few"
    return {
        "title": capital(say("picture.difference.title", lang, **numbers)),
        "caption": say(f"picture.difference.caption.{many}", lang, **numbers)
        + window_in_words(window, lang),
        "alt": say(f"picture.difference.alt.{key}", lang, **numbers),
    }


def difference(
    run: Run,
    variable: str,
    baseline: str | Run | None = None,
    scenario: str | None = None,
    window: int = 1,
    **place: str,
) -> Difference:
    """Return the paired difference of an outcome; see `draw_difference`."""
    if "series" not in run.groups and "difference" in run.groups:
        if window > 1:
            raise ValueError(f"{run.path.name}: holds differences by month, of no other window")
        return _of_compare(run, variable, scenario, place)
    if isinstance(baseline, Run):
        with_other = outcome(baseline, variable, None, **place)
        shown = outcome(run, variable, scenario, **place)
        check_pairs(run, baseline)
        ends = (run, shown.scenario), (baseline, with_other.scenario)
    else:
        ours, theirs = pair_of(run, baseline, scenario)
        shown, with_other = (outcome(run, variable, name, **place) for name in (ours, theirs))
        ends = (run, ours), (run, theirs)
    own, base = ({lang: scenario_title(*end, lang) for lang in LANGUAGES} for end in ends)
    if own == base:
        # Two files of one scenario, with other settings: their names tell them apart.
        own, base = (
            {lang: f"{title} ({end[0].path.stem})" for lang, title in titles.items()}
            for end, titles in zip(ends, (own, base), strict=True)
        )
    return _of_pairs(shown.over(window), with_other.over(window), (own, base))


def _of_pairs(
    shown: Outcome, other: Outcome, titles: tuple[Mapping[str, str], Mapping[str, str]]
) -> Difference:
    pairs = min(shown.runs, other.runs)
    months = min(shown.months.size, other.months.size)
    if shown.years[0] != other.years[0]:
        raise ValueError("the two runs begin in different months: their replicates are no pairs")
    values = shown.values[:pairs, :months] - other.values[:pairs, :months]
    mean = values.mean(axis=0)
    none = np.full(months, np.nan)
    half = half_width(values)
    q05, q95 = quantiles(values, [0.05, 0.95]) if pairs > 1 else (none, none)
    return Difference(
        variable=shown.variable,
        unit=shown.unit,
        place=shown.place,
        names=shown.names,
        scenario=shown.scenario,
        titles=titles,
        pairs=pairs,
        months=shown.months[:months],
        years=shown.years[:months],
        statistics={
            "mean": mean,
            "low": mean - half,
            "high": mean + half,
            "q05": q05,
            "q95": q95,
        },
    )


def _of_compare(
    run: Run, variable: str, scenario: str | None, place: Mapping[str, str]
) -> Difference:
    """Return what ``samenspel compare`` wrote."""
    if variable not in run.difference.data_vars:
        raise ValueError(f"{run.path.name}: holds no difference of {variable}")
    whole = run.difference[variable]
    names = [str(name) for name in whole["scenario"].values.tolist()]
    scenario = names[0] if scenario is None else scenario
    if scenario not in names:
        raise ValueError(f"no scenario {scenario!r}; there are {', '.join(names)}")
    found = at_one_place(whole.sel(scenario=scenario), place)
    factor = 100.0 if drawn_unit(whole) == "%" else 1.0
    about = run.attributes
    baseline = str(about.get("baseline", "baseline"))
    return Difference(
        variable=variable,
        unit=drawn_unit(whole),
        place=place,
        names={lang: name_at(run.difference, variable, place, lang) for lang in LANGUAGES},
        scenario=scenario,
        titles=(dict.fromkeys(LANGUAGES, scenario), dict.fromkeys(LANGUAGES, baseline)),
        pairs=int(about["pairs"]) if "pairs" in about else 2,
        months=np.asarray(found["month"].values),
        years=years(found),
        statistics={
            name: factor * np.asarray(found.sel(statistic=name).values, dtype=float)
            for name in ("mean", "low", "high", "q05", "q95")
        },
    )

"""Fan chart: an outcome over time, with the bands in which half and 90% of the runs lie."""

from __future__ import annotations

import numpy as np

from samenspel.pictures import look
from samenspel.pictures.data import (
    Outcome,
    capital,
    in_words,
    month_in_words,
    outcome,
    quantiles,
    runs_in_words,
    scenario_title,
    window_in_words,
)
from samenspel.pictures.look import Picture
from samenspel.pictures.sheet import Sheet
from samenspel.runs import Run
from samenspel.words import say

QUANTILES = {"q05": 0.05, "q25": 0.25, "q50": 0.5, "q75": 0.75, "q95": 0.95}


def draw_fan(
    run: Run,
    variable: str,
    scenario: str | None = None,
    lang: str = "en",
    window: int = 1,
    **place: str,
) -> Picture:
    """Draw an outcome over time: the median of the runs, with bands for half and 90% of them.

    `window` is how many months each point is the mean of, which calms what comes by fits and
    starts. `place` chooses on other axes, as ``domain="care"``. One run alone is a line, and the
    caption says so. Raises `ValueError` where the run holds no such outcome.
    """
    shown = outcome(run, variable, scenario, **place).over(window)
    if not np.isfinite(shown.values).any():
        raise ValueError(f"{variable} has no number in any month")
    with look.style():
        sheet = Sheet(lang)
        axes = sheet.panels[0]
        axes.set_title(shown.heading(lang))
        rows = _draw_one(sheet, shown) if shown.runs == 1 else _draw_bands(sheet, shown)
        sheet.years(axes, shown.years)
        sheet.rise(axes)
        figure = sheet.finish()
    table = look.table(rows)
    middle = quantiles(shown.values, [0.5])[0]
    last = int(np.flatnonzero(np.isfinite(middle))[-1])
    first = int(np.flatnonzero(np.isfinite(middle))[0])
    low, high = quantiles(shown.values[:, last : last + 1], [0.05, 0.95])[:, 0]
    key = "one" if shown.runs == 1 else "many"
    numbers = {
        "name": shown.name(lang),
        "Name": capital(shown.name(lang)),
        "scenario": scenario_title(run, shown.scenario, lang),
        "runs": runs_in_words(shown.runs, lang),
        "first": in_words(middle[first], shown.unit, lang),
        "last": in_words(middle[last], shown.unit, lang),
        "from_month": month_in_words(shown.years[first], lang),
        "to_month": month_in_words(shown.years[last], lang),
        "low": in_words(low, shown.unit, lang, bare=True),
        "high": in_words(high, shown.unit, lang),
    }
    return Picture(
        name="-".join(["fan", variable, *place.values()]),
        figure=figure,
        title=capital(say("picture.fan.title", lang, **numbers)),
        caption=say(f"picture.fan.caption.{key}", lang, **numbers) + window_in_words(window, lang),
        alt=say(f"picture.fan.alt.{key}", lang, **numbers),
        table=table,
    )


def _draw_one(sheet: Sheet, shown: Outcome) -> list[dict[str, object]]:
    (line,) = sheet.panels[0].plot(shown.years, shown.values[0], color=look.BLUE)
    look.name(line, shown.variable)
    return shown.month_rows("value", shown.values[0])


def _draw_bands(sheet: Sheet, shown: Outcome) -> list[dict[str, object]]:
    axes = sheet.panels[0]
    q05, q25, q50, q75, q95 = quantiles(shown.values, list(QUANTILES.values()))
    for low, high, colour, of in ((q05, q95, "#CFE3F1", 90), (q25, q75, "#86B9DC", 50)):
        band = axes.fill_between(shown.years, low, high, facecolor=colour, lw=0)
        look.name(band, f"{shown.variable}: {of}%")
    (line,) = axes.plot(shown.years, q50, color=look.BLUE)
    look.name(line, f"{shown.variable}: 50%")
    end = shown.years[-1]
    lang = sheet.lang
    most = sheet.wrap(say("picture.fan.most", lang), 0.75)
    sheet.end_label(axes, end, q95[-1], most, look.GREY)
    sheet.end_label(axes, end, (q50[-1] + q75[-1]) / 2, say("picture.fan.half", lang), look.INK)
    sheet.end_label(axes, end, q50[-1], say("picture.fan.middle", lang), look.BLUE)
    rows = []
    for name, values in zip(QUANTILES, (q05, q25, q50, q75, q95), strict=True):
        rows += shown.month_rows(name, values)
    return rows

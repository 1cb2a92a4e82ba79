"""On how many people residents can count: the degree distribution."""

from __future__ import annotations

import numpy as np

from samenspel.pairs import Array
from samenspel.pictures import look
from samenspel.pictures.data import (
    in_words,
    known,
    month_in_words,
    runs_in_words,
    scenario_name,
    scenario_title,
    years,
)
from samenspel.pictures.look import Picture
from samenspel.pictures.sheet import Sheet
from samenspel.runs import Run
from samenspel.words import number, say

VARIABLE = "degree_distribution"


def draw_degrees(
    run: Run, scenario: str | None = None, lang: str = "en", municipality: str | None = None
) -> Picture:
    """Draw which share of residents counts on nobody, on one, on two people, and so on.

    Bars are the last month, dots the first; mean over the replicates.
    """
    whole = known(run, VARIABLE)
    chosen = scenario_name(run, scenario)
    found = whole.sel(scenario=chosen)
    if municipality:
        found = found.sel(municipality=municipality)
    elif found.sizes["municipality"] > 1:
        raise ValueError(
            f"{found.sizes['municipality']} municipalities: choose one of "
            + ", ".join(str(code) for code in found["municipality"].values.tolist())
        )
    else:
        found = found.squeeze("municipality")
    shares: Array = 100 * np.asarray(found.mean("replicate").transpose("month", "degree").values)
    degrees = np.arange(shares.shape[1])
    when = years(whole)
    filled = np.flatnonzero(shares[[0, -1]].max(axis=0) > 0.05)
    last = int(filled[-1]) if filled.size else 0
    ends = [month_in_words(when[i], lang) for i in (0, -1)]
    with look.style():
        sheet = Sheet(lang, height=3.0)
        axes = sheet.panels[0]
        axes.set_title(say("picture.degrees.heading", lang))
        bars = axes.bar(degrees, shares[-1], width=0.78, color="#86B9DC")
        for degree, bar in zip(degrees, bars, strict=True):
            look.name(bar, f"{VARIABLE}: {degree}")
        axes.plot(degrees, shares[0], "o", color=look.INK, ms=4.5)
        axes.set_xlim(-0.6, last + 0.6)
        axes.set_xlabel(say("picture.degrees.axis", lang))
        axes.set_xticks(range(0, last + 1, 2))
        peak = int(shares[-1].argmax())
        top = float(max(shares[-1, peak], shares[0].max()))
        axes.set_ylim(0, 1.12 * top)
        sheet.numbers(axes)
        _key(sheet, ends, last, top)
        figure = sheet.finish()
    means = [
        number(float((shares[i] * degrees).sum() / shares[i].sum()), lang, ".1f") for i in (0, -1)
    ]
    numbers = {
        "scenario": scenario_title(run, scenario, lang),
        "first": ends[0],
        "last": ends[1],
        "runs": runs_in_words(int(whole.sizes["replicate"]), lang),
        "mean_first": means[0],
        "mean": means[1],
        "few": in_words(float(shares[-1, :2].sum()), "%", lang),
        "most": peak,
    }
    return Picture(
        name="degrees",
        figure=figure,
        title=say("picture.degrees.title", lang),
        caption=say("picture.degrees.caption", lang, **numbers),
        alt=say("picture.degrees.alt", lang, **numbers),
        table=look.table(
            [
                {
                    "variable": VARIABLE,
                    "unit": "%",
                    "value": float(shares[i, degree]),
                    "scenario": chosen,
                    "degree": int(degree),
                    "month": int(whole["month"].values[i]),
                }
                for i in (0, -1)
                for degree in degrees
            ]
        ),
    )


def _key(sheet: Sheet, ends: list[str], last: int, top: float) -> None:
    """Name bars and dots where few residents are: at the upper right."""
    axes = sheet.panels[0]
    inches = (last + 1.2) / 4.4
    wide = max(sheet.width_of(text) for text in ends) * inches
    for text, mark, colour, y in (
        (ends[1], "s", "#86B9DC", 1.05 * top),
        (ends[0], "o", look.INK, 0.95 * top),
    ):
        x = last + 0.5 - wide
        axes.plot([x - 0.15 * inches], [y], mark, color=colour, ms=8 if mark == "s" else 4.5)
        axes.text(x, y, text, va="center", fontsize=look.SMALL)

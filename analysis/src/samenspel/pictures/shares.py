"""Who carries what share of support, over time."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from samenspel.pictures import look
from samenspel.pictures.data import (
    in_words,
    month_in_words,
    outcome,
    runs_in_words,
    scenario_title,
)
from samenspel.pictures.look import Picture
from samenspel.pictures.sheet import Sheet
from samenspel.runs import Run
from samenspel.words import say

PARTS = {
    "own": ("#8FD0BC", ""),
    "informal": (look.ORANGE, ""),
    "initiative": (look.VERMILION, ""),
    "formal": (look.BLUE, ""),
    "unmet": ("#E3E3E3", "////"),
}
"""Who fills hours, from below: variable ``PART_share``, colour and hatching.

Organisations have what the others leave: beside formal help also the places of entrepreneurs, which
have no share of their own in the file.
"""

MEASURED = ("own", "informal", "initiative", "unmet")


def draw_shares(
    run: Run, scenario: str | None = None, lang: str = "en", by: str = "", **place: str
) -> Picture:
    """Draw who fills the hours that are needed, as layers that add up to 100%.

    `by` with `place` draws one domain, neighbourhood or kind of income, as
    ``by="domain", domain="care"``. Raises `ValueError` where a share is not in the file.
    """
    ending = f"_share_by_{by}" if by else "_share"
    measured = {part: outcome(run, part + ending, scenario, **place) for part in MEASURED}
    one = measured["own"]
    rest = 100 - np.sum([shown.values for shown in measured.values()], axis=0)
    name = " − ".join(["1", *(shown.variable for shown in measured.values())])
    measured["formal"] = replace(one, variable=name, values=rest)
    parts = {part: measured[part] for part in PARTS}
    means = {part: shown.values.mean(axis=0) for part, shown in parts.items()}
    with look.style():
        sheet = Sheet(lang)
        axes = sheet.panels[0]
        axes.set_title(say("picture.shares.heading", lang))
        bottom = np.zeros(one.years.size)
        for part, (colour, hatch) in PARTS.items():
            top = bottom + means[part]
            layer = axes.fill_between(
                one.years, bottom, top, facecolor=colour, hatch=hatch, edgecolor="white", lw=0.9
            )
            look.name(layer, parts[part].variable)
            share = in_words(means[part][-1], "%", lang)
            text = sheet.wrap(f"{say(f'picture.{part}', lang)} {share}", 1.05)
            sheet.end_label(axes, one.years[-1], (bottom[-1] + top[-1]) / 2, text, look.INK)
            bottom = top
        axes.set_ylim(0, 100)
        sheet.years(axes, one.years)
        sheet.numbers(axes)
        figure = sheet.finish()
    ends = [(month_in_words(one.years[i], lang), i) for i in (0, -1)]
    changes = "; ".join(
        say(
            "picture.shares.change",
            lang,
            who=say(f"picture.{part}", lang),
            first=in_words(values[0], "%", lang),
            last=in_words(values[-1], "%", lang),
        )
        for part, values in means.items()
    )
    return Picture(
        name="-".join(["shares", *place.values()]),
        figure=figure,
        title=say("picture.shares.title", lang),
        caption=say(
            "picture.shares.caption",
            lang,
            scenario=scenario_title(run, scenario, lang),
            runs=runs_in_words(one.runs, lang),
            month=ends[1][0],
        ),
        alt=say(
            "picture.shares.alt", lang, first_month=ends[0][0], month=ends[1][0], changes=changes
        ),
        table=look.table(
            [row for part in PARTS for row in parts[part].month_rows("mean", means[part])]
        ),
    )

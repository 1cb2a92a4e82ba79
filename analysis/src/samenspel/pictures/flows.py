"""From need to help: how the hours that are needed flow to who fills them, or to nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from samenspel.pairs import Array
from samenspel.pictures import look
from samenspel.pictures.data import (
    month_in_words,
    outcome,
    runs_in_words,
    scenario_title,
    unit_in_words,
)
from samenspel.pictures.look import Picture
from samenspel.pictures.sheet import Sheet
from samenspel.runs import Run
from samenspel.words import number, say

COLOURS = {
    "required": "#4D4D4D",
    "own": "#8FD0BC",
    "asked": "#F3C766",
    "unasked": "#B4B4B4",
    "informal": look.ORANGE,
    "left": "#9A9A9A",
    "initiative": look.VERMILION,
    "formal": look.BLUE,
    "unmet": "#DADADA",
}

COLUMNS = (("required",), ("own", "asked", "unasked"), ("informal", "left"))
LAST = ("initiative", "formal", "unmet")

LINKS = (
    ("required", "own"),
    ("required", "asked"),
    ("required", "unasked"),
    ("asked", "informal"),
    ("asked", "left"),
    ("unasked", "left"),
    ("left", "initiative"),
    ("left", "formal"),
    ("left", "unmet"),
)


@dataclass(frozen=True)
class Flows:
    """Hours a month from each node to the next; `nodes` is what goes through each."""

    links: Mapping[tuple[str, str], float]
    nodes: Mapping[str, float]


def flows_of(hours: Mapping[str, float]) -> Flows:
    """Return the flows that follow from hours by name.

    What is asked and not given is left over, as is what was never asked. Organisations fill what
    the others leave: formal help, and the places of entrepreneurs.
    """
    own, asked, informal = hours["own"], hours["asked"], hours["informal"]
    required = hours["required"]
    left = required - own - informal
    last = {"initiative": hours["initiative"], "unmet": hours["unmet"]}
    last["formal"] = left - sum(last.values())
    links = {
        ("required", "own"): own,
        ("required", "asked"): asked,
        ("required", "unasked"): required - own - asked,
        ("asked", "informal"): informal,
        ("asked", "left"): asked - informal,
        ("unasked", "left"): required - own - asked,
        **{("left", part): last[part] for part in LAST},
    }
    nodes = {"required": required, **{to: 0.0 for _, to in LINKS}}
    for (_, to), value in links.items():
        nodes[to] += value
    return Flows(links, nodes)


def draw_flows(
    run: Run,
    scenario: str | None = None,
    lang: str = "en",
    years: tuple[float, float] | None = None,
    by: str = "",
    **place: str,
) -> Picture:
    """Draw the flows from need to help, mean over the replicates and a time.

    `years` are from when to when, as ``(2025, 2026)`` for all of 2025; without it the last twelve
    months. `by` with `place` draws one domain or neighbourhood, as ``by="domain", domain="care"``.
    """
    ending = f"_hours_by_{by}" if by else "_hours"
    names = ("required", "own", "asked", "informal", "initiative", "unmet")
    found = {name: outcome(run, name + ending, scenario, **place) for name in names}
    any_one = found["required"]
    chosen = _chosen(any_one.years, years)
    hours = {name: float(shown.values[:, chosen].mean()) for name, shown in found.items()}
    if not hours["required"] > 0:
        raise ValueError("no hours are needed in that time: there is nothing that flows")
    flows = flows_of(hours)
    with look.style():
        sheet = Sheet(lang, height=3.3)
        sheet.panels[0].set_title(say("picture.flows.heading", lang))
        _draw(sheet, sheet.panels[0], flows)
        figure = sheet.finish()
    share = {node: value / flows.nodes["required"] for node, value in flows.nodes.items()}
    first, last = (month_in_words(any_one.years[i], lang) for i in np.flatnonzero(chosen)[[0, -1]])
    hundred = f"{number(round(hours['required']), lang, ',d')} {unit_in_words('hour/month', lang)}"
    return Picture(
        name="-".join(["flows", *place.values()]),
        figure=figure,
        title=say("picture.flows.title", lang),
        caption=say(
            "picture.flows.caption",
            lang,
            scenario=scenario_title(run, scenario, lang),
            period=f"{first} – {last}",
            runs=runs_in_words(any_one.runs, lang),
            hours=hundred,
        ),
        alt=say(
            "picture.flows.alt",
            lang,
            **{node: _of_hundred(value, lang) for node, value in share.items()},
        ),
        table=_table(flows, {name: shown.variable for name, shown in found.items()}),
    )


def _chosen(all_years: Array, years: tuple[float, float] | None) -> Array:
    if years is None:
        return np.arange(all_years.size) >= all_years.size - 12
    chosen = (all_years >= years[0] - 1e-6) & (all_years < years[1] - 1e-6)
    if not chosen.any():
        raise ValueError(
            f"no month from {years[0]:g} to {years[1]:g}; the run has {all_years[0]:.1f} to "
            f"{all_years[-1]:.1f}"
        )
    return np.asarray(chosen)


def _of_hundred(share: float, lang: str) -> str:
    """Return an amount of each hundred as it is written: with a digit where it is small."""
    return number(100 * share, lang, ".1f" if 100 * share < 9.95 else ".0f")


def _table(flows: Flows, variables: Mapping[str, str]) -> pd.DataFrame:
    of = {
        ("required", "own"): variables["own"],
        ("required", "asked"): variables["asked"],
        ("asked", "informal"): variables["informal"],
        ("left", "initiative"): variables["initiative"],
        ("left", "formal"): " − ".join(
            variables[name] for name in ("required", "own", "informal", "initiative", "unmet")
        ),
        ("left", "unmet"): variables["unmet"],
        ("asked", "left"): f"{variables['asked']} − {variables['informal']}",
    }
    rest = f"{variables['required']} − {variables['own']} − {variables['asked']}"
    return look.table(
        [
            {
                "variable": of.get(link, rest),
                "unit": "hour/month",
                "value": value,
                "from": link[0],
                "to": link[1],
                "of_100": 100 * value / flows.nodes["required"],
            }
            for link, value in flows.links.items()
        ]
    )


def _draw(sheet: Sheet, axes: Axes, flows: Flows) -> None:
    """Draw bars for the nodes and bands for the links; one unit high is all that is needed."""
    total = flows.nodes["required"]
    bottoms = _bottoms(flows, total)
    axes.set_axis_off()
    axes.set_xlim(0, 1)
    axes.set_ylim(min(bottoms.values()) - 0.01, 1.36)
    wide = 0.035
    lefts = {"required": 0.0, "own": 0.3, "asked": 0.3, "unasked": 0.3, "informal": 0.62}
    lefts |= {"left": 0.62, **dict.fromkeys(LAST, 0.93)}
    for node, left in lefts.items():
        height = flows.nodes[node] / total
        box = Rectangle((left, bottoms[node]), wide, height, color=COLOURS[node], lw=0)
        look.name(box, f"{node}: {100 * height:.1f} / 100")
        axes.add_patch(box)
        _label(sheet, axes, node, left, bottoms[node], height, wide)
    outs = {node: bottoms[node] + flows.nodes[node] / total for node in lefts}
    ins = dict(outs)
    for link in LINKS:
        height = flows.links[link] / total
        outs[link[0]] -= height
        ins[link[1]] -= height
        band = _band((lefts[link[0]] + wide, outs[link[0]]), (lefts[link[1]], ins[link[1]]), height)
        patch = PathPatch(band, facecolor=COLOURS[link[1]], alpha=0.5, lw=0)
        look.name(patch, f"{link[0]} → {link[1]}: {100 * height:.1f} / 100")
        axes.add_patch(patch)


def _bottoms(flows: Flows, total: float) -> dict[str, float]:
    """Return where each bar begins: columns piled from above, with room between the bars."""
    bottoms: dict[str, float] = {}
    for column, top, gap in zip(COLUMNS, (1.12, 1.25, 1.25), (0.0, 0.15, 0.18), strict=True):
        for node in column:
            bottoms[node] = top - flows.nodes[node] / total
            top = bottoms[node] - gap
    top = bottoms["left"] + flows.nodes["left"] / total - 0.04
    for node in LAST:
        bottoms[node] = top - flows.nodes[node] / total
        top = bottoms[node] - 0.14
    return bottoms


def _band(start: tuple[float, float], end: tuple[float, float], height: float) -> Path:
    (x0, y0), (x1, y1) = start, end
    middle = (x0 + x1) / 2
    points: Sequence[tuple[float, float]] = [
        (x0, y0),
        (middle, y0),
        (middle, y1),
        (x1, y1),
        (x1, y1 + height),
        (middle, y1 + height),
        (middle, y0 + height),
        (x0, y0 + height),
        (x0, y0),
    ]
    codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
    return Path(points, codes)


def _label(
    sheet: Sheet, axes: Axes, node: str, left: float, bottom: float, height: float, wide: float
) -> None:
    text = f"{say(f'picture.flows.{node}', sheet.lang)} {_of_hundred(height, sheet.lang)}"
    axes.text(left, bottom + height + 0.012, text, ha="left", va="bottom", fontsize=look.SMALL)

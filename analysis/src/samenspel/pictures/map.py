"""Map of neighbourhoods: where people are left behind."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patches import Circle, Rectangle
from matplotlib.transforms import Bbox

from samenspel.pairs import Array
from samenspel.pictures import look
from samenspel.pictures.data import (
    capital,
    digits_apart,
    drawn_unit,
    in_words,
    known,
    name_of,
    runs_in_words,
    scenario_name,
    scenario_title,
    unit_in_words,
    years,
)
from samenspel.pictures.look import Picture
from samenspel.pictures.sheet import Sheet
from samenspel.runs import Run
from samenspel.words import listed, say

DARKER = LinearSegmentedColormap.from_list("darker", ["#FBE6CF", "#E8923C", "#A84300", "#4A1D00"])

WORST, BEST = 3, 1
"""How many neighbourhoods are named at either end."""

LEAST = 0.01
"""Share of the residents of the municipality that a neighbourhood must have to be named.

Where hardly anyone lives, chance says more than the place; it does not set the colours either.
"""

_FOOT, _HEAD, _SIDE = 0.5, 0.35, 0.75


def draw_map(
    run: Run,
    variable: str = "unmet_share_by_neighbourhood",
    scenario: str | None = None,
    lang: str = "en",
    year: int | None = None,
    municipality: str | None = None,
) -> Picture:
    """Draw the neighbourhoods of one municipality, darker where the outcome is worse.

    It is the mean over the months of `year`, without it the last, and over the replicates.
    Raises `ValueError` where the run has no neighbourhoods, or several municipalities and none is
    chosen.
    """
    whole = known(run, variable)
    if "neighbourhood" not in whole.dims or whole.ndim != 4:
        raise ValueError(f"{variable} is no variable by neighbourhood")
    chosen = scenario_name(run, scenario)
    codes, names = _neighbourhoods(run, municipality)
    when = np.floor(years(whole) + 1e-6).astype(int)
    year = int(when[-1]) if year is None else year
    if year not in when:
        raise ValueError(f"no month of {year}; the run has {when[0]} to {when[-1]}")
    unit = drawn_unit(whole)
    values = _mean(whole, chosen, codes, when == year) * (100.0 if unit == "%" else 1.0)
    people = _mean(known(run, "residents_by_neighbourhood"), chosen, codes, when == year)
    if not np.isfinite(values).any():
        raise ValueError(f"{variable} has no number in {year}")
    places = _places(run, codes)
    better = int(whole.attrs.get("better", 0))
    bad = -values if better > 0 else values
    counts = np.isfinite(values) & (people >= LEAST * people.sum())
    with look.style():
        sheet, spots = _sheet(lang, places, people)
        _draw(sheet, spots, counts, values, bad, names, unit, variable)
        _foot(sheet, values[counts], bad[counts], unit, spots.scale, people)
        heading = capital(name_of(whole, lang))
        words = unit_in_words(unit, lang)
        heading = sheet.wrap(f"{heading}, {words}" if words else heading, look.WIDTH - 0.2)
        sheet.panels[0].text(0.08, sheet.height - 0.08, heading, va="top")
        figure = sheet.finish()
    order = np.argsort(-np.where(counts, bad, -np.inf), kind="stable")
    digits = digits_apart(values[counts])
    told = [f"{names[i]} ({in_words(values[i], unit, lang, digits=digits)})" for i in order]
    there = np.isfinite(values)
    average = float(np.average(values[there], weights=people[there]))
    mean = in_words(average, unit, lang, digits=digits)
    numbers = {
        "name": name_of(whole, lang).rpartition(", ")[0] or name_of(whole, lang),
        "scenario": scenario_title(run, scenario, lang),
        "year": year,
        "runs": runs_in_words(int(whole.sizes["replicate"]), lang),
        "count": len(codes),
        "worst": listed(told[: min(WORST, int(counts.sum()))], lang),
        "best": told[int(counts.sum()) - 1],
        "mean": say("picture.map.mean", lang, value=mean),
    }
    key = "picture.map.caption" if better else "picture.map.caption.plain"
    left_out = int((np.isfinite(values) & ~counts).sum())
    small = " " + say("picture.map.small", lang, count=left_out) if left_out else ""
    return Picture(
        name=f"map-{variable}",
        figure=figure,
        title=say("picture.map.title", lang, **numbers),
        caption=say(key, lang, **numbers) + small,
        alt=say("picture.map.alt", lang, **{**numbers, "mean": mean}),
        table=_table(variable, unit, chosen, year, codes, names, values, people),
    )


def _neighbourhoods(run: Run, municipality: str | None) -> tuple[list[str], list[str]]:
    series = run.series
    codes = [str(code) for code in series["neighbourhood"].values.tolist()]
    # As people call them: "Wijk 06 Binnenstad" is the Binnenstad.
    names = [
        re.sub(r"^Wijk \d+ ", "", str(name))
        for name in series["neighbourhood_name"].values.tolist()
    ]
    of = [str(code) for code in series["neighbourhood_municipality"].values.tolist()]
    if municipality is None and len(set(of)) > 1:
        raise ValueError(
            f"{len(set(of))} municipalities: choose one of {', '.join(sorted(set(of)))}"
        )
    if municipality is not None and municipality not in of:
        raise ValueError(
            f"no municipality {municipality!r}; there are {', '.join(sorted(set(of)))}"
        )
    kept = [i for i, code in enumerate(of) if municipality in (None, code)]
    return [codes[i] for i in kept], [names[i] for i in kept]


def _mean(values: Any, scenario: str, codes: Sequence[str], months: Array) -> Array:
    found = values.sel(scenario=scenario, neighbourhood=list(codes)).isel(month=months)
    return np.asarray(found.mean(["replicate", "month"]).values, dtype=float)


def _places(run: Run, codes: Sequence[str]) -> Array:
    """Return the centres, metres: (neighbourhood, 2)."""
    table = run.inputs.get("neighbourhoods")
    if table is None or "x_m" not in table:
        raise ValueError(f"{run.path.name}: says not where its neighbourhoods lie")
    rows = table.set_index("neighbourhood_code").loc[list(codes)]
    return np.asarray(rows[["x_m", "y_m"]], dtype=float)


class _Spots:
    """Centres and radii on the sheet, inches; `scale` is the area of a resident."""

    def __init__(self, centres: Array, radii: Array, scale: float) -> None:
        self.centres, self.radii, self.scale = centres, radii, scale


def _sheet(lang: str, places: Array, people: Array) -> tuple[Sheet, _Spots]:
    low, high = places.min(axis=0), places.max(axis=0)
    size = np.maximum(high - low, 1.0)
    wide = look.WIDTH - 2 * _SIDE
    tall = float(np.clip(wide * size[1] / size[0], 1.7, 3.6))
    inches = min(wide / size[0], tall / size[1])
    sheet = Sheet(lang, height=tall + _FOOT + _HEAD + 0.6, free=True)
    middle = np.array([look.WIDTH / 2, _FOOT + 0.3 + tall / 2])
    centres = middle + (places - (low + high) / 2) * inches
    # All circles together cover a fifth of the map; the largest stays a circle among others.
    scale = 0.2 * wide * tall / max(people.sum(), 1.0)
    scale = min(scale, np.pi * 0.45**2 / max(people.max(), 1.0))
    return sheet, _Spots(centres, np.sqrt(scale * people / np.pi), scale)


def _draw(
    sheet: Sheet,
    spots: _Spots,
    counts: Array,
    values: Array,
    bad: Array,
    names: Sequence[str],
    unit: str,
    variable: str,
) -> None:
    """Draw the circles, of which those that count set the colours and may be named."""
    axes = sheet.panels[0]
    there = np.flatnonzero(counts)
    low, span = bad[there].min(), np.ptp(bad[there]) or 1.0
    for i in np.argsort(-spots.radii, kind="stable"):
        colour = DARKER((bad[i] - low) / span) if np.isfinite(bad[i]) else "white"
        circle = Circle(
            tuple(spots.centres[i]), spots.radii[i], facecolor=colour, edgecolor="white", lw=0.9
        )
        text = f"{names[i]}: {variable} {values[i]:.5g}"
        look.name(circle, text)
        axes.add_patch(circle)
    order = there[np.argsort(-bad[there], kind="stable")]
    named = list(dict.fromkeys([*order[:WORST].tolist(), *order[-BEST:].tolist()]))
    taken: list[Bbox] = []
    for i in named:
        value = in_words(values[i], unit, sheet.lang, digits=digits_apart(values[counts]))
        text = f"{sheet.wrap(names[i], 1.3)}\n{value}"
        taken.append(_place(sheet, axes, spots, int(i), text, taken))


def _place(
    sheet: Sheet, axes: Axes, spots: _Spots, i: int, text: str, taken: Sequence[Bbox]
) -> Bbox:
    """Write a label beside its circle, where it is least in the way; return where it is."""
    wide = max(sheet.width_of(line) for line in text.split("\n"))
    high = 0.16 * (1 + text.count("\n"))
    x, y = spots.centres[i]
    best: tuple[float, float, float] | None = None
    for step in range(16):
        angle = step * np.pi / 8
        for far in (0.05, 0.2, 0.4, 0.7):
            reach = spots.radii[i] + far
            cx = x + np.cos(angle) * (reach + wide / 2)
            cy = y + np.sin(angle) * (reach + high / 2)
            box = Bbox.from_extents(cx - wide / 2, cy - high / 2, cx + wide / 2, cy + high / 2)
            cost = _cost(box, sheet, spots, i, taken) + 0.5 * far + _crossed(box, spots, i)
            if best is None or cost < best[0]:
                best = (cost, cx, cy)
    assert best is not None
    _, cx, cy = best
    axes.text(
        cx, cy, text, ha="center", va="center", fontsize=look.SMALL, linespacing=1.05, zorder=5
    )
    box = Bbox.from_extents(cx - wide / 2, cy - high / 2, cx + wide / 2, cy + high / 2)
    near = np.array([np.clip(x, box.x0, box.x1), np.clip(y, box.y0, box.y1)])
    way = near - spots.centres[i]
    distance = float(np.hypot(*way))
    if distance > spots.radii[i] + (0.02 if _nearest(box, spots, i) < 0.2 else 0.1):
        start = spots.centres[i] + way / distance * spots.radii[i]
        axes.plot([start[0], near[0]], [start[1], near[1]], color=look.GREY, lw=0.6)
    return box


def _crossed(box: Bbox, spots: _Spots, own: int) -> float:
    """Return how much of the way to a label lies over other circles."""
    start = spots.centres[own]
    end = np.clip(start, (box.x0, box.y0), (box.x1, box.y1))
    way = start + np.linspace(0, 1, 12)[:, None] * (end - start)
    others = np.delete(np.arange(len(spots.radii)), own)
    away = np.hypot(*(way[:, None, :] - spots.centres[others]).transpose(2, 0, 1))
    return 0.1 * float((away < spots.radii[others]).sum())


def _nearest(box: Bbox, spots: _Spots, own: int) -> float:
    """Return how far a label is from the circle nearest to it that is not its own."""
    away = np.hypot(
        spots.centres[:, 0] - np.clip(spots.centres[:, 0], box.x0, box.x1),
        spots.centres[:, 1] - np.clip(spots.centres[:, 1], box.y0, box.y1),
    )
    return float(min(np.delete(away - spots.radii, own), default=np.inf))


def _cost(box: Bbox, sheet: Sheet, spots: _Spots, own: int, taken: Sequence[Bbox]) -> float:
    """Return how much a label would be in the way there, in square inches and more."""
    outside = box.x0 < 0.05 or box.x1 > sheet.width - 0.05
    outside |= box.y0 < _FOOT + 0.05 or box.y1 > sheet.height - _HEAD
    # A label that is as near to another circle might be taken for that one's.
    cost = (100.0 if outside else 0.0) + max(0.0, 0.25 - _nearest(box, spots, own))
    for other in taken:
        if other.x0 < box.x1 and box.x0 < other.x1 and other.y0 < box.y1 and box.y0 < other.y1:
            cost += 50.0
    for (x, y), radius in zip(spots.centres, spots.radii, strict=True):
        away = np.hypot(x - np.clip(x, box.x0, box.x1), y - np.clip(y, box.y0, box.y1))
        cost += max(0.0, radius + 0.02 - away) * 4
    return cost


def _foot(sheet: Sheet, values: Array, bad: Array, unit: str, scale: float, people: Array) -> None:
    """Draw what the colours and the sizes stand for."""
    axes = sheet.panels[0]
    extremes = [values[i] for i in (bad.argmin(), bad.argmax())]
    digits = digits_apart(values)
    ends = [in_words(value, unit, sheet.lang, digits=digits) for value in extremes]
    left = 0.12 + sheet.width_of(ends[0]) + 0.08
    steps = 24
    for step in range(steps):
        box = (left + 1.1 * step / steps, 0.18)
        axes.add_patch(
            Rectangle(box, 1.1 / steps + 0.005, 0.14, color=DARKER(step / (steps - 1)), lw=0)
        )
    axes.text(left - 0.08, 0.25, ends[0], ha="right", va="center", fontsize=look.SMALL)
    axes.text(left + 1.18, 0.25, ends[1], ha="left", va="center", fontsize=look.SMALL)
    sizes = [size * 10**k for k in range(1, 7) for size in (1, 2, 5)]
    fit = [size for size in sizes if scale * size <= np.pi * 0.2**2]
    count = max((size for size in fit if size <= people.max()), default=10)
    radius = float(np.sqrt(scale * count / np.pi))
    text = say("picture.map.people", sheet.lang, count=count)
    x = sheet.width - 0.12 - sheet.width_of(text)
    axes.text(x, 0.25, text, va="center", fontsize=look.SMALL)
    axes.add_patch(Circle((x - radius - 0.08, 0.25), radius, facecolor="none", edgecolor=look.GREY))


def _table(
    variable: str,
    unit: str,
    scenario: str,
    year: int,
    codes: Sequence[str],
    names: Sequence[str],
    values: Array,
    people: Array,
) -> pd.DataFrame:
    def row(name: str, unit: str, value: float, i: int) -> Mapping[str, object]:
        return {
            "variable": name,
            "unit": unit,
            "value": float(value),
            "scenario": scenario,
            "neighbourhood": codes[i],
            "name": names[i],
            "year": year,
        }

    rows = [row(variable, unit, values[i], i) for i in range(len(codes))]
    return look.table(
        [*rows, *(row("residents_by_neighbourhood", "1", people[i], i) for i in range(len(codes)))]
    )

"""Pictures of a sweep: the tornado of what matters, and the heat map of two levers."""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np
import pandas as pd
import xarray as xr
from matplotlib.patches import Rectangle

from samenspel.pictures import look
from samenspel.pictures.look import Picture
from samenspel.pictures.sheet import Sheet
from samenspel.sweep import expression
from samenspel.sweep.file import Sweep
from samenspel.sweep.swings import by_levers, swings
from samenspel.words import number, say

_PALE, _DEEP = np.array([0.94, 0.96, 0.99]), np.array([0.0, 0.27, 0.52])
_BAR = 0.32
_LONGEST = 1.9
"""Inches that the name of a factor may take."""


def draw_tornado(
    sweep: Sweep,
    outcome: str | xr.DataArray,
    *,
    label: str | None = None,
    most: int = 8,
    policy: int | None = None,
    others: Mapping[str, Sweep] | None = None,
    lang: str = "en",
) -> Picture:
    """Draw how far an outcome swings as each factor goes from low to high, largest on top.

    The numbers are those of `samenspel.sweep.swings.swings`. `label` says in words what the
    expression `outcome` is; `most` is the number of factors that are drawn.
    """
    numbers = swings(sweep, outcome, policy=policy, others=others)
    shown = numbers.head(most)
    words, unit = _outcome_words(sweep, outcome, label)
    mean = float(numbers.attrs["mean"])
    with look.style():
        sheet = Sheet(lang, height=1.1 + 0.36 * len(shown))
        axes = sheet.panels[0]
        for row, (factor, swing) in enumerate(shown.iterrows()):
            height = len(shown) - 1 - row
            ends = (("low", look.ORANGE, height + _BAR / 2), ("high", look.BLUE, height - _BAR / 2))
            for end, colour, y in ends:
                (bar,) = axes.barh(y, swing[end] - mean, _BAR, left=mean, color=colour, lw=0)
                look.name(
                    bar,
                    f"{sweep.factors.loc[factor, 'path']}, {say(f'picture.tornado.{end}', lang)}",
                )
                axes.plot(
                    [swing[f"{end}_from"], swing[f"{end}_to"]], [y, y], color=look.INK, lw=0.9
                )
        axes.axvline(mean, color=look.GREY, lw=0.9)
        axes.set_yticks(range(len(shown)))
        names = [sheet.wrap(_factor_name(sweep, str(f), lang), _LONGEST) for f in shown.index[::-1]]
        axes.set_yticklabels(names, linespacing=0.95)
        axes.set_ylim(-0.6, len(shown) - 0.1)
        axes.tick_params(axis="y", length=0)
        axes.spines["left"].set_visible(False)
        axes.margins(x=0.16)  # Room for the names of the two ends.
        sheet.numbers(axes, "x")
        axes.set_title(_heading(words, unit))
        _name_ends(axes, shown.iloc[0], len(shown) - 1, mean, lang)
        figure = sheet.finish()
    first, last = shown.iloc[0], shown.iloc[-1]
    texts = {
        "outcome": words,
        "unit": f", {unit}" if unit else "",
        "mean": mean,
        "shown": len(shown),
        "worlds": int(numbers.attrs["worlds"]),
        "factors": len(numbers),
        "replicates": int(sweep.series.sizes["replicate"]),
        "first": _factor_name(sweep, str(shown.index[0]), lang),
        "low": first["low"],
        "high": first["high"],
        "last": _factor_name(sweep, str(shown.index[-1]), lang),
        "last_low": last["low"],
        "last_high": last["high"],
    }
    rows = [
        {
            "variable": words,
            "unit": unit,
            "value": float(swing[statistic]),
            "statistic": statistic,
            "factor": sweep.factors.loc[factor, "path"],
        }
        for factor, swing in shown.iterrows()
        for statistic in swing.index
    ]
    return _picture("tornado", figure, texts, rows, lang)


def _name_ends(axes: object, swing: pd.Series, height: int, mean: float, lang: str) -> None:
    """Name the two bars of the topmost factor where they end."""
    for end, colour, y in (
        ("low", "#8A5A00", height + _BAR / 2),
        ("high", look.BLUE, height - _BAR / 2),
    ):
        outer = max if swing[end] >= mean else min
        known = [
            v for v in (swing[end], swing[f"{end}_from"], swing[f"{end}_to"]) if np.isfinite(v)
        ]
        right = swing[end] >= mean
        axes.annotate(  # type: ignore[attr-defined]
            say(f"picture.tornado.{end}", lang),
            (outer(known), y),
            xytext=(4 if right else -4, 0),
            textcoords="offset points",
            ha="left" if right else "right",
            va="center",
            color=colour,
            fontsize=look.SMALL,
            annotation_clip=False,
        )


def draw_heat_map(
    sweep: Sweep,
    outcome: str | xr.DataArray,
    first: str,
    second: str,
    *,
    label: str | None = None,
    others: Mapping[str, Sweep] | None = None,
    lang: str = "en",
) -> Picture:
    """Draw an outcome at each pair of values of two levers: `first` to the right, `second` upwards.

    The numbers are those of `samenspel.sweep.swings.by_levers`; the deeper a cell, the higher.
    """
    numbers = by_levers(sweep, outcome, first, second, others=others)
    words, unit = _outcome_words(sweep, outcome, label)
    grid = numbers["value"].unstack(0)
    low, high = float(grid.min().min()), float(grid.max().max())
    with look.style():
        sheet = Sheet(lang, height=1.2 + 0.5 * len(grid))
        axes = sheet.panels[0]
        for y, (level, cells) in enumerate(grid.iterrows()):
            for x, (other, value) in enumerate(cells.items()):
                depth = (value - low) / (high - low) if high > low else 0.0
                cell = Rectangle(
                    (x - 0.5, y - 0.5),
                    1,
                    1,
                    facecolor=_PALE + depth * (_DEEP - _PALE),
                    edgecolor="white",
                    lw=1.5,
                )
                look.name(axes.add_patch(cell), f"{first} {other:g}, {second} {level:g}")
                axes.text(
                    x,
                    y,
                    number(float(value), lang),
                    ha="center",
                    va="center",
                    color="white" if depth > 0.5 else look.INK,
                    fontsize=look.SMALL,
                )
        axes.set_xlim(-0.5, grid.shape[1] - 0.5)
        axes.set_ylim(-0.5, len(grid) - 0.5)
        axes.set_xticks(range(grid.shape[1]), [number(float(v), lang, "g") for v in grid.columns])
        axes.set_yticks(range(len(grid)), [number(float(v), lang, "g") for v in grid.index])
        axes.tick_params(length=0)
        for spine in axes.spines.values():
            spine.set_visible(False)
        names = [_factor_name(sweep, str(n), lang) for n in numbers.index.names]
        axes.set_xlabel(names[0])
        axes.set_ylabel(names[1])
        axes.set_title(_heading(words, unit))
        figure = sheet.finish()
    least, largest = numbers["value"].idxmin(), numbers["value"].idxmax()
    texts = {
        "outcome": words,
        "unit": f", {unit}" if unit else "",
        "worlds": int(numbers["worlds"].iloc[0]),
        "replicates": int(sweep.series.sizes["replicate"]),
        "first": names[0],
        "second": names[1],
        "lowest": low,
        "lowest_first": least[0],
        "lowest_second": least[1],
        "highest": high,
        "highest_first": largest[0],
        "highest_second": largest[1],
    }
    rows = [
        {
            "variable": words,
            "unit": unit,
            "value": float(row[statistic]),
            "statistic": statistic,
            first: pair[0],
            second: pair[1],
        }
        for pair, row in numbers.iterrows()
        for statistic in ("value", "difference", "from", "to")
    ]
    return _picture("heat", figure, texts, rows, lang)


def _picture(
    kind: str, figure: object, texts: Mapping[str, object], rows: list[dict[str, object]], lang: str
) -> Picture:
    words = re.sub(r"\W+", "-", str(texts["outcome"])).strip("-").lower()
    return Picture(
        f"{kind}-{words}",
        figure,
        say(f"picture.{kind}.title", lang, **texts),
        say(f"picture.{kind}.caption", lang, **texts),
        say(f"picture.{kind}.alt", lang, **texts),
        look.table(rows),
    )


def _heading(words: str, unit: str) -> str:
    return f"{words} ({unit})" if unit else words


def _factor_name(sweep: Sweep, factor: str, lang: str) -> str:
    """Return the name of a factor in a language, or its path where it has none."""
    row = sweep.factors.loc[factor]
    return str(row[f"name_{lang}"] or row["path"])


def _outcome_words(sweep: Sweep, outcome: str | xr.DataArray, label: str | None) -> tuple[str, str]:
    """Return what an outcome is called, and its unit where it is that of one variable."""
    if isinstance(outcome, xr.DataArray):
        return label or str(outcome.name or "outcome"), str(outcome.attrs.get("units", ""))
    test = expression.parse(outcome)
    plain = {"mean", "sum", "sd", "abs", "diff"}
    names = expression.variables(test)
    used = {n.name for n in expression.nodes(test.root) if n.first is not None}
    unit = ""
    if len(names) == 1 and used <= plain:
        unit = str(sweep.series[names[0]].attrs.get("units", ""))
    return label or outcome, "" if unit == "1" else unit

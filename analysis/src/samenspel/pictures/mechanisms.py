"""By which mechanisms a knob works: the bars of ``samenspel explain``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from samenspel.pictures import look
from samenspel.pictures.data import in_words, unit_in_words
from samenspel.pictures.look import Picture
from samenspel.pictures.sheet import Sheet
from samenspel.words import say

NEEDED = ["knob", "outcome", "arm", "process", "effect", "low", "high", "pairs", "unit"]

MOST = 8
"""How many mechanisms are drawn: those that matter most."""


def draw_mechanisms(explained: str | Path | pd.DataFrame, lang: str = "en") -> Picture:
    """Draw what is left of an effect without each mechanism, and what each does alone.

    `explained` is the table that ``samenspel explain -o TABLE.csv`` writes, or its path. Raises
    `ValueError` where it is another table.
    """
    table = explained if isinstance(explained, pd.DataFrame) else read_explained(explained)
    missing = [name for name in NEEDED if name not in table]
    if missing or not (table["arm"] == "all").any():
        raise ValueError(
            "not a table of `samenspel explain`: "
            + (f"it has no column {missing[0]}" if missing else "it has no row for all mechanisms")
        )
    arms = {
        (str(row.arm), str(row.process)): row for row in table.fillna({"process": ""}).itertuples()
    }
    whole = arms["all", ""]
    share = str(whole.unit) == "1" and "share" in str(whole.outcome).split("_")
    unit = "points" if share else str(whole.unit)
    factor = 100.0 if share else 1.0
    shown, rest = _chosen(arms)
    names = {p: _name(arms["without", p], "process", lang) for p in shown}
    with look.style():
        sheet = Sheet(lang, height=1.35 + 0.29 * (len(shown) + 2), columns=(1, 1))
        names = {p: sheet.wrap(name, 1.5) for p, name in names.items()}
        _panels(sheet, arms, shown, names, factor)
        figure = sheet.finish()
    numbers = {
        "knob": _name(whole, "knob", lang),
        "outcome": _name(whole, "outcome", lang),
        "unit": unit_in_words(unit, lang) or say("picture.mechanisms.plain", lang),
        "pairs": int(whole.pairs),
        "all": in_words(factor * float(whole.effect), unit, lang, sign=True),
        "low": in_words(factor * float(whole.low), unit, lang, sign=True, bare=True),
        "high": in_words(factor * float(whole.high), unit, lang, sign=True),
        "rest": rest,
        "interaction": "–",
    }
    if ("interaction", "") in arms:
        over = factor * float(arms["interaction", ""].effect)
        numbers["interaction"] = in_words(over, unit, lang, sign=True)
    main = next(iter(shown), "")
    if main:
        numbers |= {
            "main": _name(arms["without", main], "process", lang),
            "left": in_words(factor * float(arms["without", main].effect), unit, lang, sign=True),
            "alone": in_words(factor * _alone(arms, main), unit, lang, sign=True),
        }
    return Picture(
        name=f"mechanisms-{str(whole.knob).split('.')[-1]}-{whole.outcome}",
        figure=figure,
        title=say("picture.mechanisms.title", lang, **numbers),
        caption=say("picture.mechanisms.caption", lang, **numbers),
        alt=say(f"picture.mechanisms.alt{'' if main else '.none'}", lang, **numbers),
        table=_table(arms, shown, unit, factor, str(whole.outcome)),
    )


def read_explained(path: str | Path) -> pd.DataFrame:
    """Return the table of ``samenspel explain``; raise `ValueError` if this is none."""
    try:
        return pd.read_csv(path, keep_default_na=True)
    except (pd.errors.ParserError, pd.errors.EmptyDataError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: not a table of `samenspel explain`") from error


def _chosen(arms: dict[tuple[str, str], Any]) -> tuple[list[str], int]:
    """Return the mechanisms that matter, most first, and how many others there are.

    One matters by what is lost without it, or by what it does alone.
    """
    sizes: dict[str, float] = {}
    for (arm, process), row in arms.items():
        if arm == "lost":
            sizes[process] = max(abs(float(row.effect)), abs(_alone(arms, process)))
    whole = abs(float(arms["all", ""].effect))
    order = sorted(sizes, key=lambda process: (-sizes[process], process))
    shown = [process for process in order[:MOST] if sizes[process] > 0.02 * whole]
    return shown, len(order) - len(shown)


def _alone(arms: dict[tuple[str, str], Any], process: str) -> float:
    row = arms.get(("alone", process))
    return 0.0 if row is None else float(row.effect)


def _name(row: Any, what: str, lang: str) -> str:
    """Return the name for people that the table holds, else that of the program."""
    named = getattr(row, f"{what}_{lang}", "")
    plain = str(getattr(row, what)).split(".")[-1].replace("_", " ")
    return str(named) if isinstance(named, str) and named else plain


def _panels(
    sheet: Sheet,
    arms: dict[tuple[str, str], Any],
    shown: list[str],
    names: dict[str, str],
    factor: float,
) -> None:
    lang = sheet.lang
    whole = arms["all", ""]
    labels = [say("picture.mechanisms.all", lang), *names.values()]
    bars = {
        "without": [whole, *(arms["without", p] for p in shown)],
        "alone": [whole, *(arms.get(("alone", p)) for p in shown)],
    }
    ends = [
        factor * float(value)
        for rows in bars.values()
        for row in rows
        if row is not None
        for value in (row.low, row.high, row.effect, 0.0)
        if np.isfinite(value)
    ]
    room = 0.06 * (max(ends) - min(ends) or 1.0)
    for axes, (arm, rows) in zip(sheet.panels, bars.items(), strict=True):
        axes.set_title(say(f"picture.mechanisms.{arm}", lang))
        for y, row in enumerate(rows):
            if row is None:
                continue
            colour = look.INK if y == 0 else look.BLUE if arm == "without" else look.ORANGE
            value = factor * float(row.effect)
            bar = axes.barh(y, value, height=0.62, color=colour, alpha=0.85 if y else 0.6)
            look.name(bar[0], f"{row.outcome}: {row.arm} {row.process or ''} {row.effect:.6g}")
            if np.isfinite(row.low):
                span = [factor * float(row.low), factor * float(row.high)]
                axes.plot(span, [y, y], color=look.INK, lw=1.1)
        axes.axvline(0, color=look.INK, lw=0.9)
        axes.axvline(factor * float(whole.effect), color=look.GREY, lw=0.9, ls=(0, (2, 2)))
        axes.set_ylim(len(labels) - 0.4, -0.6)
        axes.set_xlim(min(ends) - room, max(ends) + room)
        axes.set_yticks(range(len(labels)), labels if arm == "without" else [""] * len(labels))
        axes.tick_params(axis="y", length=0)
        axes.spines["left"].set_visible(False)
        sheet.numbers(axes, "x", most=3, signed=True)


def _table(
    arms: dict[tuple[str, str], Any], shown: list[str], unit: str, factor: float, outcome: str
) -> pd.DataFrame:
    rows = []
    for (arm, process), row in arms.items():
        if arm != "all" and not (arm in ("without", "alone") and process in shown):
            continue
        for statistic in ("effect", "low", "high"):
            value = float(getattr(row, statistic))
            if np.isfinite(value):
                rows.append(
                    {
                        "variable": outcome,
                        "unit": unit,
                        "value": factor * value,
                        "arm": arm,
                        "process": process,
                        "statistic": statistic,
                    }
                )
    return look.table(rows)

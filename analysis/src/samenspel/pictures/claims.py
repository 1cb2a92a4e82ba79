"""What was expected: the claims that are held, broken and undecided, with their intervals."""

from __future__ import annotations

import math
import re
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from samenspel.pictures import look
from samenspel.pictures.data import capital, scenario_title
from samenspel.pictures.look import Picture
from samenspel.pictures.sheet import Sheet
from samenspel.runs import Run
from samenspel.words import listed, number, say

VERDICTS = {
    "held": ("o", look.BLUE, look.BLUE),
    "broken": ("X", look.VERMILION, look.VERMILION),
    "undecided": ("o", look.GREY, "white"),
}
"""Mark, colour and filling of each verdict."""

_LINE = 0.165
_STRIP = 0.36
_GAP = 0.13
_LEFT, _RIGHT = 0.25, 2.75


def draw_claims(run: Run, lang: str = "en") -> Picture:
    """Draw each claim of a run: its interval beside the number that it is held against.

    To the right lies what was expected, whichever way the test goes; each claim has its own scale.
    Raises `ValueError` where the scenario has no claims.
    """
    if "claims" not in run.groups or not len(run.claims):
        raise ValueError(f"{run.path.name}: its scenario has no claims (its key expect)")
    claims = run.claims
    worlds = [_world(run, str(row.get("world", "")), lang) for _, row in claims.iterrows()]
    claims = claims.assign(world=worlds)
    texts = [capital(_text(row, lang)) for _, row in claims.iterrows()]
    with look.style():
        probe = Sheet(lang, height=1, free=True)
        texts = [probe.wrap(text, look.WIDTH - 0.4) for text in texts]
        heights = [_LINE * (1 + text.count("\n")) + _STRIP + _GAP for text in texts]
        sheet = Sheet(lang, height=sum(heights) + 0.32, free=True)
        axes = sheet.panels[0]
        top = sheet.height - 0.08
        middle = (_LEFT + _RIGHT) / 2
        axes.text(
            middle - 0.06, top, "← " + say("picture.claims.against", lang), ha="right", va="top"
        )
        axes.text(middle + 0.06, top, say("picture.claims.as", lang) + " →", va="top")
        top -= 0.26
        for (_, row), text, height in zip(claims.iterrows(), texts, heights, strict=True):
            _claim(sheet, axes, row, text, top)
            top -= height
        figure = sheet.finish()
    counts = claims["verdict"].value_counts()
    numbers: dict[str, Any] = {name: int(counts.get(name, 0)) for name in VERDICTS}
    numbers |= {
        "count": len(claims),
        "pairs": int(claims["replicates"].max()),
        "scenario": scenario_title(run, None, lang),
    }
    each = "; ".join(
        f"{_text(row, lang)}: {say(f'picture.claims.{row.verdict}', lang)}"
        for _, row in claims.iterrows()
    )
    one = bool((~claims["low"].map(math.isfinite)).all())
    return Picture(
        name="claims",
        figure=figure,
        title=say("picture.claims.title", lang),
        caption=say(f"picture.claims.caption.{'one' if one else 'many'}", lang, **numbers),
        alt=say("picture.claims.alt", lang, each=each, **numbers),
        table=_table(claims),
    )


def _text(row: pd.Series[Any], lang: str) -> str:
    own = str(row.get("text_nl", "")) if lang == "nl" else str(row["text"])
    text = own or str(row["text"]) or str(row["test"])
    if not _is_control(row):
        return text
    return say("picture.claims.control", lang, world=str(row.get("world", "")), text=text)


def _world(run: Run, world: str, lang: str) -> str:
    """Return what was switched off in the names for people, where the file has them."""
    before, without, processes = world.rpartition("without ")
    if not without or "names" not in run.groups:
        return world
    table = run.names[run.names["kind"].astype(str) == "process"].set_index("name")
    names = [name.strip() for name in processes.split(",")]
    told = [str(table[f"name_{lang}"].get(name, name)) for name in names]
    return before + say("picture.claims.without", lang, processes=listed(told, lang))


def _is_control(row: pd.Series[Any]) -> bool:
    """Return whether the test must not hold: what carries it was taken away."""
    return str(row.get("kind", "claim")) == "control"


def operator(test: str) -> str:
    """Return the comparison of a test, which is the last one in it."""
    found = re.findall(r"[<>]=?", test)
    if not found:
        raise ValueError(f"a test without a comparison: {test}")
    return str(found[-1])


def _claim(sheet: Sheet, axes: Axes, row: pd.Series[Any], text: str, top: float) -> None:
    mark, colour, filling = VERDICTS[str(row.verdict)]
    lines = 1 + text.count("\n")
    axes.text(_LEFT, top, text, va="top", linespacing=1.1)
    y = top - lines * _LINE - _STRIP / 2 - 0.03
    middle, half = (_LEFT + _RIGHT) / 2, (_RIGHT - _LEFT) / 2
    axes.add_patch(Rectangle((_LEFT, y - 0.09), half, 0.18, color="#F1F1F1", lw=0))
    axes.add_patch(Rectangle((middle, y - 0.09), half, 0.18, color="#D7E8F4", lw=0))
    axes.plot([middle, middle], [y - 0.11, y + 0.11], color=look.INK, lw=1)
    sign = 1 if operator(str(row.test)).startswith(">") != _is_control(row) else -1
    ends = [value for value in (row.estimate, row.low, row.high) if math.isfinite(value)]
    widest = max((abs(value - row.threshold) for value in ends), default=0.0) or 1.0
    scale = sign * 0.9 * half / widest
    places = [middle + scale * (value - row.threshold) for value in (row.low, row.high)]
    if all(math.isfinite(place) for place in places):
        (line,) = axes.plot(places, [y, y], color=colour, lw=2.4, solid_capstyle="butt")
        look.name(line, f"claims: low {row.low:.6g}, high {row.high:.6g}")
    if math.isfinite(row.estimate):
        x = middle + scale * (row.estimate - row.threshold)
        (dot,) = axes.plot([x], [y], mark, color=colour, mfc=filling, mew=1.4, ms=7)
        look.name(dot, f"claims: estimate {row.estimate:.6g}")
    verdict = say(f"picture.claims.{row.verdict}", sheet.lang)
    wanted = say(
        f"picture.claims.wanted{'.not' if _is_control(row) else ''}",
        sheet.lang,
        number=f"{operator(str(row.test))} {number(float(row.threshold), sheet.lang, '.4g')}",
    )
    estimate = number(
        float(row.estimate), sheet.lang, ",.4g" if abs(row.estimate) < 1e4 else ",.0f"
    )
    axes.text(
        _RIGHT + 0.1,
        y,
        f"{verdict}\n{estimate}, {wanted}",
        va="center",
        linespacing=1.15,
        fontsize=look.SMALL,
    )


def _table(claims: pd.DataFrame) -> pd.DataFrame:
    return look.table(
        [
            {
                "variable": f"claims/{statistic}",
                "unit": "see test",
                "value": float(row[statistic]),
                "claim": str(row["text"]),
                "test": str(row["test"]),
                "verdict": str(row["verdict"]),
                "replicates": int(row["replicates"]),
            }
            for _, row in claims.iterrows()
            for statistic in ("estimate", "low", "high", "threshold")
            if math.isfinite(row[statistic])
        ]
    )

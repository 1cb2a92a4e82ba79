"""Says where the letters of a figure have no room: what sticks out, and what touches what."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox


def crowded(figure: Figure, slack: float = 1.0) -> list[str]:
    """Return a sentence for each text that leaves the figure or overlaps another.

    `slack` is the overlap that is let pass, in dots.
    """
    figure.draw_without_rendering()
    renderer: Any = figure.canvas.get_renderer()
    hidden = _hidden(figure)
    found: list[str] = []
    boxes: list[tuple[str, Bbox]] = []
    for text in figure.findobj(Text):
        assert isinstance(text, Text)
        if not text.get_visible() or not text.get_text().strip() or id(text) in hidden:
            continue
        box = Text.get_window_extent(text, renderer)
        boxes.append((text.get_text(), box))
        if (
            box.x0 < -slack
            or box.y0 < -slack
            or box.x1 > figure.bbox.x1 + slack
            or box.y1 > figure.bbox.y1 + slack
        ):
            found.append(f"{text.get_text()!r} sticks out of the figure")
    for (one, a), (other, b) in combinations(boxes, 2):
        wide = min(a.x1, b.x1) - max(a.x0, b.x0)
        high = min(a.y1, b.y1) - max(a.y0, b.y0)
        if wide > slack and high > slack:
            found.append(f"{one!r} and {other!r} overlap")
    return found


def _hidden(figure: Figure) -> set[int]:
    """Return the labels of ticks that are not drawn: those outside of their axis."""
    found: set[int] = set()
    for axes in figure.axes:
        for axis in (axes.xaxis, axes.yaxis):
            shown = {id(tick) for tick in axis._update_ticks()}
            seen = axes.get_visible() and axes.axison and axis.get_visible()
            for tick in [*axis.get_major_ticks(), *axis.get_minor_ticks()]:
                if not seen or id(tick) not in shown:
                    found |= {id(tick.label1), id(tick.label2)}
    return found

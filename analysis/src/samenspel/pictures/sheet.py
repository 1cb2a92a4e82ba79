"""A sheet with room for one picture: panels, headings, and labels that keep clear of each other."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Annotation, Text
from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator
from matplotlib.transforms import ScaledTranslation

from samenspel.pictures.look import GREY, SMALL, WIDTH, readable
from samenspel.words import number

_GAP = 5.0
"""Points between the end of a line and its label."""

_LED = 2.2 * _GAP
"""The same, of a label that had to move aside and is led to."""


@dataclass
class Sheet:
    """A figure that is being drawn; `finish` gives it its final shape.

    `ratios` and `columns` say how high and wide its panels are, one beside the other. A sheet that
    is `free` has one panel over all of it, without axes, measured in inches from its lower left.
    """

    lang: str
    height: float = 3.2
    width: float = WIDTH
    ratios: Sequence[float] = (1.0,)
    columns: Sequence[float] = (1.0,)
    free: bool = False
    figure: Figure = field(init=False)
    panels: list[Axes] = field(init=False)
    _ends: dict[Axes, list[Annotation]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        layout = None if self.free else "constrained"
        self.figure = Figure(figsize=(self.width, self.height), layout=layout)
        FigureCanvasAgg(self.figure)
        if self.free:
            axes = self.figure.add_axes((0, 0, 1, 1))
            axes.set_axis_off()
            axes.set_xlim(0, self.width)
            axes.set_ylim(0, self.height)
            self.panels = [axes]
            return
        engine = self.figure.get_layout_engine()
        assert engine is not None
        engine.set(w_pad=0.06, h_pad=0.06, wspace=0.04, hspace=0.05)
        grid = self.figure.add_gridspec(
            len(self.ratios),
            len(self.columns),
            height_ratios=list(self.ratios),
            width_ratios=list(self.columns),
        )
        self.panels = [
            self.figure.add_subplot(grid[row, column])
            for row in range(len(self.ratios))
            for column in range(len(self.columns))
        ]

    def end_label(self, axes: Axes, x: float, y: float, text: str, colour: str) -> None:
        """Write `text` to the right of (x, y); labels of one panel are moved apart if need be."""
        label = axes.annotate(
            text,
            (x, y),
            xytext=(_LED, 0),  # The room that it needs at most; _spread brings it nearer.
            textcoords="offset points",
            color=readable(colour),
            va="center",
            ha="left",
            fontsize=SMALL,
            linespacing=1.05,
            annotation_clip=False,
        )
        self._ends.setdefault(axes, []).append(label)

    def layer_names(self, axes: Axes, layers: Sequence[tuple[str, str]]) -> None:
        """Name layers (text, colour) to the right of a panel, from below, each with its colour.

        For layers that are too thin at their end to be named there.
        """
        shift = ScaledTranslation((_GAP + 4) / 72, 0, self.figure.dpi_scale_trans)
        for i, (text, colour) in enumerate(layers):
            y = (i + 0.5) / len(layers)
            square = Line2D([1], [y], marker="s", ms=7, color=colour, lw=0, clip_on=False)
            square.set_transform(axes.transAxes + shift)
            axes.add_line(square)
            axes.annotate(
                text,
                (1.0, y),
                xytext=(_GAP + 12, 0),
                xycoords="axes fraction",
                textcoords="offset points",
                va="center",
                fontsize=SMALL,
            )

    def numbers(
        self, axes: Axes, which: str = "y", suffix: str = "", most: int = 5, signed: bool = False
    ) -> None:
        """Write the numbers of an axis as the language does, about `most` of them."""
        axis = axes.yaxis if which == "y" else axes.xaxis
        axis.set_major_locator(MaxNLocator(nbins=most, steps=[1, 2, 2.5, 5, 10]))
        axis.set_major_formatter(
            FuncFormatter(tick_format(self.lang, axis.get_major_locator, signed))
        )
        if suffix:
            plain = axis.get_major_formatter()
            axis.set_major_formatter(FuncFormatter(lambda v, p: f"{plain(v, p)}{suffix}"))

    def rise(self, axes: Axes) -> None:
        """Write the numbers of the vertical axis, which begins at zero where that costs little.

        Without zero a small change looks large; but where all lies far from zero nothing would be
        seen with it. Then the axis spans an eighth of the level at least.
        """
        low, high = axes.get_ylim()
        least = 0.12 * max(abs(low), abs(high))
        if 0 < low < 0.6 * high:
            axes.set_ylim(bottom=0)
        elif high - low < least:
            middle = (low + high) / 2
            axes.set_ylim(middle - least / 2, middle + least / 2)
        self.numbers(axes)

    def years(self, axes: Axes, years: np.ndarray[Any, Any]) -> None:
        """Make the horizontal axis one of years: `years` are those of the months, in decimals."""
        first, last = float(years[0]), float(years[-1])
        if last <= first:
            last = first + 1 / 12
        axes.set_xlim(first, last)
        whole = range(math.ceil(first - 1e-9), math.floor(last + 1e-9) + 1)
        step = next(s for s in (1, 2, 5, 10, 20, 50, 1000) if len(whole) / s <= 5)
        ticks = [year for year in whole if year % step == 0]
        axes.xaxis.set_major_locator(FixedLocator([float(tick) for tick in ticks]))
        axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:.0f}"))
        axes.tick_params(axis="x", length=3)

    def finish(self) -> Figure:
        """Settle where everything is, and return the figure."""
        if self.free:
            return self.figure
        self.figure.draw_without_rendering()
        if self._wrap_headings():
            self.figure.draw_without_rendering()
        self.figure.set_layout_engine("none")
        for axes, labels in self._ends.items():
            self._spread(axes, labels)
        return self.figure

    def _renderer(self) -> Any:
        return self.figure.canvas.get_renderer()

    def width_of(self, text: str, size: float = SMALL) -> float:
        """Return the width of a text, inches."""
        probe = Text(0, 0, text, fontsize=size)
        probe.set_figure(self.figure)
        return float(probe.get_window_extent(self._renderer()).width / self.figure.dpi)

    def wrap(self, text: str, inches: float, size: float = SMALL) -> str:
        """Break a text into lines no wider than `inches`, where its words allow."""
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width_of(longer, size) <= inches:
                lines[-1] = longer
            else:
                lines.append(word)
        return "\n".join(lines)

    def _wrap_headings(self) -> bool:
        """Break headings that are wider than what is free to the right of their panel's left."""
        changed = False
        for axes in self.panels:
            heading = axes.title if axes.title.get_text() else axes._left_title
            left = axes.get_position().x0
            rights = [o.get_position().x0 for o in self.panels if o.get_position().x0 > left + 0.05]
            free = (min(rights, default=1.0) - left) * self.width - 0.1
            text = self.wrap(heading.get_text(), free, heading.get_fontsize())
            if heading.get_text() and text != heading.get_text():
                heading.set_text(text)
                changed = True
        return changed

    def _spread(self, axes: Axes, labels: Sequence[Annotation]) -> None:
        """Move labels up and down until none touches another, and lead to those that moved."""
        renderer = self._renderer()
        labels = sorted(labels, key=lambda label: (float(label.xy[1]), label.get_text()))
        boxes = [label.get_window_extent(renderer) for label in labels]
        heights = [box.height + 2 for box in boxes]
        wanted = [(box.y0 + box.y1) / 2 for box in boxes]
        frame = axes.get_window_extent(renderer)
        places = spread(wanted, heights, frame.y0, frame.y1)
        for label, want, place in zip(labels, wanted, places, strict=True):
            points = (place - want) * 72 / self.figure.dpi
            label.xyann = (_GAP, points)
            if abs(points) > 3:
                self._lead(axes, label, place)

    def _lead(self, axes: Axes, label: Annotation, place: float) -> None:
        label.xyann = (_LED, label.xyann[1])
        x, y = axes.transData.transform(label.xy)
        end = axes.transData.inverted().transform((x + 2 * _GAP * self.figure.dpi / 72, place))
        axes.add_line(
            Line2D(
                [float(label.xy[0]), float(end[0])],
                [float(label.xy[1]), float(end[1])],
                color=GREY,
                lw=0.6,
                clip_on=False,
            )
        )


def spread(
    wanted: Sequence[float], heights: Sequence[float], low: float, high: float
) -> list[float]:
    """Return middles as near as can be to those wanted, in order, that leave room for `heights`.

    All stay between `low` and `high` where they fit.
    """
    groups: list[tuple[list[int], float, float]] = []
    for i, (want, height) in enumerate(zip(wanted, heights, strict=True)):
        members, middle, size = [i], want, height
        middle = _within(middle, size, low, high)
        while groups and groups[-1][1] + groups[-1][2] / 2 > middle - size / 2:
            before, _, before_size = groups.pop()
            members, size = before + members, before_size + size
            middle = _within(_centre(members, wanted, heights), size, low, high)
        groups.append((members, middle, size))
    places = [0.0] * len(wanted)
    for members, middle, size in groups:
        bottom = middle - size / 2
        for i in members:
            places[i] = bottom + heights[i] / 2
            bottom += heights[i]
    return places


def _within(middle: float, size: float, low: float, high: float) -> float:
    if size > high - low:
        return (low + high) / 2
    return min(max(middle, low + size / 2), high - size / 2)


def _centre(members: Sequence[int], wanted: Sequence[float], heights: Sequence[float]) -> float:
    """Return the middle of a pile whose parts lie on average where they are wanted."""
    total = sum(heights[i] for i in members)
    below, off = 0.0, 0.0
    for i in members:
        off += wanted[i] - (below + heights[i] / 2 - total / 2)
        below += heights[i]
    return off / len(members)


def tick_format(lang: str, locator: Any, signed: bool = False) -> Any:
    """Return a function that writes the numbers of an axis, all with as many decimals."""

    def write(value: float, _: object = None) -> str:
        ticks: Iterable[float] = locator()()
        steps = np.diff(np.asarray(list(ticks), dtype=float))
        step = float(np.min(np.abs(steps))) if steps.size else 1.0
        digits = next((d for d in range(6) if abs(step * 10**d - round(step * 10**d)) < 1e-6), 6)
        return number(float(value), lang, f"{'+' if signed else ''},.{digits}f")

    return write

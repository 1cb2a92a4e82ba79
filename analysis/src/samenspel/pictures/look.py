"""One look for all pictures, and the `Picture` that every function returns.

A picture is drawn 5 inches wide in letters of 9 points or more, so that it reads at 400 pixels as
well as across a page. What differs in colour differs in line, mark or lightness too, and each thing
is named where it is drawn: no legends. Figures are made without pyplot, so that drawing changes
nothing outside of the figure.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

import matplotlib
import numpy as np
import pandas as pd
from matplotlib.colors import to_hex, to_rgb

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure

INK = "#222222"
GREY = "#5A5A5A"
PALE = "#C8C8C8"
BLUE = "#0072B2"
VERMILION = "#D55E00"
GREEN = "#009E73"
ORANGE = "#E69F00"
SKY = "#56B4E9"
PINK = "#CC79A7"
YELLOW = "#F0E442"

COLOURS = (BLUE, VERMILION, GREEN, ORANGE, PINK, SKY)
"""The palette of Okabe and Ito, which readers who see colours otherwise can tell apart."""

LINES = ("-", (0, (5, 1.5)), (0, (1.2, 1.2)), (0, (6, 1.5, 1.2, 1.5)), (0, (3, 1)), (0, (8, 3)))
"""A line style beside each colour, for readers in grey."""

MARKS = ("o", "^", "s", "D", "v", "P")
"""A mark beside each colour."""

WIDTH = 5.0
"""Inches: 400 pixels at 80 dots an inch, where letters of 9 points are 10 pixels high."""

SMALL, NORMAL = 9.0, 9.5
"""Sizes of letters, points."""

DOTS = 160
"""Dots an inch of a PNG: 800 pixels wide."""

STYLE: Mapping[str, Any] = {
    "font.family": ["DejaVu Sans"],
    "font.size": NORMAL,
    "text.color": INK,
    "axes.titlesize": NORMAL,
    "axes.titlelocation": "left",
    "axes.titlecolor": INK,
    "axes.titlepad": 7,
    "axes.labelsize": SMALL,
    "axes.labelcolor": INK,
    "axes.edgecolor": GREY,
    "axes.linewidth": 0.8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.unicode_minus": True,
    "xtick.labelsize": SMALL,
    "ytick.labelsize": SMALL,
    "xtick.color": GREY,
    "ytick.color": GREY,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "lines.linewidth": 1.8,
    "lines.solid_capstyle": "round",
    "hatch.linewidth": 0.7,
    "figure.dpi": DOTS,
    "figure.facecolor": "white",
    "savefig.facecolor": "white",
    "savefig.bbox": None,
    "svg.fonttype": "none",
    "svg.hashsalt": "samenspel",
    "path.simplify": True,
}

# Where a reader lacks the letters of the drawing, ones as wide or narrower take their place.
_FONTS = "'DejaVu Sans', Verdana, Arial, sans-serif"


def readable(colour: str) -> str:
    """Return a colour as dark as letters on white must be, with a contrast of 4.5 or more."""
    shade = np.array(to_rgb(colour))
    while _contrast(shade) < 4.5:
        shade = shade * 0.97
    return to_hex(tuple(shade.tolist()))


def _contrast(shade: np.ndarray[Any, Any]) -> float:
    """Return the contrast with white, as the guidelines for accessible pages (WCAG 2) define it."""
    linear = np.where(shade <= 0.04045, shade / 12.92, ((shade + 0.055) / 1.055) ** 2.4)
    return float(1.05 / (linear @ np.array([0.2126, 0.7152, 0.0722]) + 0.05))


@contextmanager
def style() -> Iterator[None]:
    """Draw or save in the one look, whatever the settings of the caller."""
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(STYLE)
        yield


@dataclass(frozen=True)
class Picture:
    """A figure with all that belongs to it.

    `name` is short and fit for a file. `title` says what the picture is of; `caption` how it was
    made, with units and the number of runs; `alt` what is to be seen, with the numbers, for who
    does not see it. `table` has a row for each number that is drawn: the column `variable` names
    it in the file, `value` is the number in the unit of `unit`, the other columns say of what.
    """

    name: str
    figure: Figure
    title: str
    caption: str
    alt: str
    table: pd.DataFrame

    def save(self, path: str | Path) -> Path:
        """Write the figure as PNG or SVG, by the ending of `path`; return the path."""
        path = Path(path)
        if path.suffix == ".svg":
            path.write_text('<?xml version="1.0" encoding="UTF-8"?>\n' + self.svg(), "utf-8")
        elif path.suffix == ".png":
            path.write_bytes(self.png())
        else:
            raise ValueError(f"{path}: a picture is saved as .png or .svg")
        return path

    def png(self, dots: int = DOTS) -> bytes:
        """Return the figure as a PNG of `dots` dots an inch; the same bytes each time."""
        drawn = io.BytesIO()
        about = {"Title": self.title, "Description": f"{self.caption}\n{self.alt}"}
        with style():
            self.figure.savefig(drawn, format="png", dpi=dots, metadata={**about, "Software": None})
        return drawn.getvalue()

    def svg(self) -> str:
        """Return the figure as SVG, to be put into a page as it is.

        Letters stay letters. No two pictures share an id, and the same picture is the same text
        each time. Title and alternative text are in it; parts that were given a name by `name`
        show it on hover.
        """
        drawn = io.StringIO()
        with style():
            self.figure.savefig(drawn, format="svg", metadata={"Date": None, "Creator": None})
        return _for_page(drawn.getvalue(), self.title, self.alt)

    def _repr_png_(self) -> bytes:
        return self.png()


def name(artist: Artist, text: str) -> None:
    """Show `text` when the pointer is on `artist`, in an SVG."""
    artist.set_gid("name:" + text)


def _for_page(drawn: str, title: str, alt: str) -> str:
    """Return the SVG without what a page does not need, and with ids that are its own."""
    text = drawn[drawn.index("<svg") :]
    text = re.sub(r"\s*<metadata>.*?</metadata>", "", text, flags=re.S)
    text = re.sub(r"<!--.*?-->\s*", "", text, flags=re.S)
    text = re.sub(r"""(font(?:-family)?:[^;"]*?)'DejaVu Sans'""", rf"\1{_FONTS}", text)
    text = re.sub(r'<g id="name:([^"]*)">', r"<g><title>\1</title>", text)
    used = set(re.findall(r'(?:url\(#|href="#)([^)"]+)', text))
    # The size of the title and the alternative text count too: they are part of the picture.
    own = "p" + hashlib.sha256((title + alt + text).encode()).hexdigest()[:8]

    def keep(found: re.Match[str]) -> str:
        return f' id="{own}-{found[1]}"' if found[1] in used else ""

    text = re.sub(r' id="([^"]*)"', keep, text)
    text = re.sub(r'(url\(#|href="#)', rf"\g<1>{own}-", text)
    head, rest = text.split(">", 1)
    head = re.sub(r' (?:width|height)="[^"]*"', "", head)
    labels = f'role="img" aria-labelledby="{own}-title {own}-alt"'
    described = (
        f'<title id="{own}-title">{escape(title)}</title><desc id="{own}-alt">{escape(alt)}</desc>'
    )
    return f'{head} width="100%" {labels}>\n {described}{rest}'


def table(rows: Sequence[Mapping[str, object]]) -> pd.DataFrame:
    """Return rows as the tidy table of a picture, with the columns that all pictures have first."""
    made = pd.DataFrame(list(rows))
    first = [column for column in ("variable", "unit", "value") if column in made]
    return made[[*first, *(column for column in made if column not in first)]]

"""Draw the picture of the README from the file of a run.

    ./quickstart
    pip install ./analysis
    python analysis/pictures/readme.py baseline.h5 docs/run.png

Four panels: needs by domain, who fills the hours, trust and self-reliance, and euro spent, means
over the replicates.
"""

from __future__ import annotations

import sys

import numpy as np
from matplotlib.axes import Axes

from samenspel import Run, open_run
from samenspel.pictures import look
from samenspel.pictures.data import in_words, outcome
from samenspel.pictures.shares import PARTS
from samenspel.pictures.sheet import Sheet
from samenspel.words import say

DOMAINS = ("care", "social", "work", "debt", "education", "youth")
MONEY = {
    "care, social": ("care", "social"),
    "youth": ("youth",),
    "the rest": ("work", "education", "debt"),
}


def draw_needs(sheet: Sheet, axes: Axes, run: Run) -> None:
    """Draw the share of residents with a need in each domain."""
    axes.set_title("Residents with a need, %")
    for i, domain in enumerate(DOMAINS):
        shown = outcome(run, "need_share_by_domain", domain=domain)
        share = shown.values.mean(axis=0)
        axes.plot(shown.years, share, color=look.COLOURS[i], ls=look.LINES[i])
        sheet.end_label(axes, shown.years[-1], share[-1], domain, look.COLOURS[i])
    axes.set_ylim(bottom=0)


def draw_hours(sheet: Sheet, axes: Axes, run: Run) -> None:
    """Draw who fills the required hours, as shares that add up."""
    axes.set_title("Who fills the hours that are needed, %")
    parts = {part: outcome(run, f"{part}_share") for part in PARTS}
    bottom = np.zeros(parts["own"].years.size)
    for part, (colour, hatch) in PARTS.items():
        shown = parts[part]
        top = bottom + shown.values.mean(axis=0)
        axes.fill_between(shown.years, bottom, top, fc=colour, hatch=hatch, ec="white", lw=0.9)
        text = f"{say(f'picture.{part}', 'en')} {in_words(top[-1] - bottom[-1], '%', 'en')}"
        middle = (bottom[-1] + top[-1]) / 2
        sheet.end_label(axes, shown.years[-1], middle, sheet.wrap(text, 1.2), look.INK)
        bottom = top
    axes.set_ylim(0, 100)


def draw_minds(sheet: Sheet, axes: Axes, run: Run) -> None:
    """Draw mean trust and mean self-reliance."""
    axes.set_title("Trust and self-reliance, from 0 to 1")
    for i, (name, variable) in enumerate(
        {"trust": "trust_mean", "self-reliance": "self_reliance_mean"}.items()
    ):
        shown = outcome(run, variable)
        values = shown.values.mean(axis=0)
        axes.plot(shown.years, values, color=look.COLOURS[i], ls=look.LINES[i])
        sheet.end_label(axes, shown.years[-1], values[-1], name, look.COLOURS[i])
    axes.set_ylim(0, 1)


def draw_money(sheet: Sheet, axes: Axes, run: Run) -> None:
    """Draw euro spent per inhabitant over the past year: pay for results comes unevenly."""
    axes.set_title("Spent per inhabitant in the past year, euro")
    residents = outcome(run, "residents").values.mean(axis=0)
    for i, (name, domains) in enumerate(MONEY.items()):
        spent = [outcome(run, "spending_by_domain", domain=domain) for domain in domains]
        month = sum(shown.values.mean(axis=0) for shown in spent) / residents
        year = np.convolve(month, np.ones(12), mode="valid")
        axes.plot(spent[0].years[11:], year, color=look.COLOURS[i], ls=look.LINES[i])
        sheet.end_label(axes, spent[0].years[-1], year[-1], name, look.COLOURS[i])
    axes.set_ylim(bottom=0)


def draw(run_file: str, picture: str) -> None:
    """Draw the four panels from `run_file` into `picture`."""
    with open_run(run_file) as run, look.style():
        sheet = Sheet("en", width=9.6, height=5.8, ratios=(1, 1), columns=(1, 1))
        years = outcome(run, "residents").years
        panels = (draw_needs, draw_hours, draw_minds, draw_money)
        for each, axes in zip(panels, sheet.panels, strict=True):
            each(sheet, axes, run)
            sheet.years(axes, years)
            sheet.numbers(axes)
        sheet.finish().savefig(picture, dpi=100, metadata={"Software": run.source})


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python readme.py RUN.h5 PICTURE.png")
    draw(sys.argv[1], sys.argv[2])

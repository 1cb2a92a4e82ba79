"""Draw the picture of the README from the file of a run.

    ./quickstart
    pip install ./analysis matplotlib
    python analysis/pictures/readme.py baseline.h5 docs/run.png

Four panels: needs by domain, who fills the hours, trust and self-reliance, and euro spent.
Lines are labelled where they end, so that the picture reads without colour as well.
"""

from __future__ import annotations

import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
import samenspel
import xarray as xr
from matplotlib.axes import Axes

# The palette of Okabe and Ito, which colour-blind readers can tell apart.
COLOURS = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"]
GREY = "#444444"


def by_month(values: xr.DataArray) -> np.ndarray:
    """Means over scenarios, replicates and municipalities: one value a month."""
    others = [axis for axis in values.dims if axis != "month"]
    return values.mean(others).values


def label_ends(axes: Axes, ends: dict[str, tuple[float, str]], years: np.ndarray) -> None:
    """Write each name beside the end of its line, moved apart where they would touch."""
    low, high = axes.get_ylim()
    least = (high - low) * 0.075
    place = -np.inf
    for name, (value, colour) in sorted(ends.items(), key=lambda item: item[1][0]):
        place = max(value, place + least)
        axes.text(years[-1] + 0.25, place, name, color=colour, va="center", fontsize=9)


def prepare(axes: Axes, title: str, years: np.ndarray) -> None:
    """Give a panel its title and a quiet frame."""
    axes.set_title(title, loc="left", fontsize=10.5, color=GREY)
    axes.set_xlim(years[0], years[-1])
    axes.set_xticks(range(int(np.ceil(years[0])), int(years[-1]) + 1, 5))
    axes.tick_params(colors=GREY, labelsize=9)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)


def draw_needs(axes: Axes, series: xr.Dataset, years: np.ndarray) -> None:
    """Draw the share of residents with a need in each domain."""
    prepare(axes, "Residents with a need, %", years)
    ends = {}
    for colour, domain in zip(COLOURS, series["domain"].values, strict=True):
        share = 100 * by_month(series["need_share_by_domain"].sel(domain=domain))
        axes.plot(years, share, color=colour)
        ends[str(domain)] = (share[-1], colour)
    axes.set_ylim(bottom=0)
    label_ends(axes, ends, years)


def draw_hours(axes: Axes, series: xr.Dataset, years: np.ndarray) -> None:
    """Draw who fills the required hours, as shares that add up."""
    prepare(axes, "Who fills the hours that are required, %", years)
    parts = {
        "own": "own strength",
        "informal": "people near",
        "formal": "organisations",
        "unmet": "nobody",
    }
    shares = [100 * by_month(series[f"{part}_share"]) for part in parts]
    colours = [COLOURS[2], COLOURS[4], COLOURS[0], "#BBBBBB"]
    axes.stackplot(years, shares, colors=colours)
    axes.set_ylim(0, 100)
    tops = np.cumsum([share[-1] for share in shares])
    middles = tops - np.array([share[-1] for share in shares]) / 2
    ends = dict(zip(parts.values(), zip(middles, [*colours[:3], GREY], strict=True), strict=True))
    label_ends(axes, ends, years)


def draw_minds(axes: Axes, series: xr.Dataset, years: np.ndarray) -> None:
    """Draw mean trust and mean self-reliance."""
    prepare(axes, "Trust and self-reliance, from 0 to 1", years)
    lines = {"trust": "trust_mean", "self-reliance": "self_reliance_mean"}
    ends = {}
    for colour, (name, variable) in zip(COLOURS, lines.items(), strict=False):
        values = by_month(series[variable])
        axes.plot(years, values, color=colour)
        ends[name] = (values[-1], colour)
    axes.set_ylim(0, 1)
    label_ends(axes, ends, years)


def draw_money(axes: Axes, series: xr.Dataset, years: np.ndarray) -> None:
    """Draw euro spent per inhabitant over the past year: pay for results comes unevenly."""
    prepare(axes, "Spent per inhabitant in the past year, euro", years)
    residents = by_month(series["residents"])
    ends = {}
    groups = {
        "care, social": ["care", "social"],
        "youth": ["youth"],
        "the rest": ["work", "education", "debt"],
    }
    for colour, (name, domains) in zip(COLOURS, groups.items(), strict=False):
        month = series["spending_by_domain"].sel(domain=domains).sum("domain")
        year = np.convolve(by_month(month) / residents, np.ones(12), mode="valid")
        axes.plot(years[11:], year, color=colour)
        ends[name] = (year[-1], colour)
    axes.set_ylim(bottom=0)
    label_ends(axes, ends, years)


def draw(run_file: str, picture: str) -> None:
    """Draw the four panels from `run_file` into `picture`."""
    with samenspel.open_run(run_file) as run:
        series = run.series
        dates = series["date"].dt
        years = (dates.year + (dates.month - 1) / 12).values
        figure, axes = plt.subplots(2, 2, figsize=(9.6, 5.6), layout="constrained")
        figure.get_layout_engine().set(w_pad=0.12, h_pad=0.08)
        for each, panel in zip(
            (draw_needs, draw_hours, draw_minds, draw_money), axes.flat, strict=True
        ):
            each(panel, series, years)
        figure.savefig(picture, dpi=100, metadata={"Software": run.source})
        plt.close(figure)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python readme.py RUN.h5 PICTURE.png")
    draw(sys.argv[1], sys.argv[2])

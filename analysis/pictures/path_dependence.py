"""Draw where municipalities end, by the history of collaboration that they begin with.

    samenspel run path-dependence
    pip install ./analysis matplotlib
    python analysis/pictures/path_dependence.py path-dependence.h5 docs/path-dependence.png

Above: the spread of steering and of network position over replicates in the last year. Below:
how fast the gap between the extremes closes, and the quadrants of the last year. The three histories
differ in lightness and in marks, so that the picture reads without colour as well.
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

GREY = "#444444"
# Of the palette of Okabe and Ito, with a mark and a line each.
HISTORIES = {
    "path-dependence": ("bad (−1)", "#0072B2", "v", "-"),
    "path-dependence-even": ("even (0)", "#D55E00", "o", "--"),
    "path-dependence-good": ("good (+1)", "#E69F00", "^", ":"),
}
QUADRANTS = {
    "share_commissioned_supplier": ("commissioned supplier", "#222222", ""),
    "share_directed_chain": ("directed chain", "#0072B2", ""),
    "share_supported_loner": ("supported loner", "#CC79A7", "//"),
    "share_co_producer": ("co-producer", "#F0E442", ""),
    "share_between_quadrants": ("between", "#DDDDDD", ".."),
}
LAST_YEAR = slice(-12, None)


def prepare(axes: Axes, title: str) -> None:
    """Give a panel its title and a quiet frame."""
    axes.set_title(title, loc="left", fontsize=10.5, color=GREY)
    axes.tick_params(colors=GREY, labelsize=9)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)


def by_replicate(values: xr.DataArray, months: slice) -> np.ndarray:
    """Means over months and all places, one value a replicate."""
    values = values.isel(month=months)
    return values.mean([axis for axis in values.dims if axis != "replicate"]).values


def draw_spread(axes: Axes, series: xr.Dataset, variable: str, title: str) -> None:
    """Draw which share of the replicates of the last year lies below each value."""
    prepare(axes, title)
    for name, (label, colour, mark, line) in HISTORIES.items():
        values = np.sort(by_replicate(series[variable].sel(scenario=name), LAST_YEAR))
        shares = 100 * (np.arange(values.size) + 0.5) / values.size
        axes.plot(
            values,
            shares,
            color=colour,
            linestyle=line,
            lw=1.8,
            marker=mark,
            markevery=max(values.size // 8, 1),
            markersize=6,
            label=f"{label}, mean {values.mean():.2f}",
        )
    axes.set_ylim(0, 100)
    axes.set_ylabel("replicates below, %", color=GREY, fontsize=9)
    axes.legend(frameon=False, fontsize=9, loc="lower right")


def draw_course(axes: Axes, series: xr.Dataset, years: np.ndarray) -> None:
    """Draw how the gap between the extremes closes, as means over replicates."""
    prepare(axes, f"Gap between good and bad, of that in {years[1]}")
    styles = {
        "history": ("history itself", "#0072B2", "--"),
        "network_position_mean": ("network position", "#D55E00", "-"),
    }
    for variable, (label, colour, line) in styles.items():
        values = series[variable].mean(["replicate", "municipality"])
        gap = (
            values.sel(scenario="path-dependence-good") - values.sel(scenario="path-dependence")
        ).values
        gap = gap.reshape(-1, 12).mean(axis=1)
        axes.plot(years, gap / gap[1], color=colour, linestyle=line, lw=2, label=label)
    axes.axhline(0.5, color="#BBBBBB", lw=0.8)
    axes.set_ylim(bottom=0)
    axes.legend(frameon=False, fontsize=9)


def draw_quadrants(axes: Axes, series: xr.Dataset) -> None:
    """Draw the mean shares of quadrants in the last year, stacked."""
    prepare(axes, "Quadrants of organisations in the last year, %")
    place = np.arange(len(HISTORIES))
    bottom = np.zeros(len(HISTORIES))
    for variable, (label, colour, hatch) in QUADRANTS.items():
        shares = np.array(
            [
                100 * np.nanmean(by_replicate(series[variable].sel(scenario=name), LAST_YEAR))
                for name in HISTORIES
            ]
        )
        axes.barh(
            place, shares, left=bottom, color=colour, hatch=hatch, edgecolor="white", label=label
        )
        bottom += shares
    axes.set_yticks(place, [label for label, *_ in HISTORIES.values()])
    axes.invert_yaxis()
    axes.legend(
        frameon=False, fontsize=8.5, ncols=3, loc="upper center", bbox_to_anchor=(0.45, -0.1)
    )


def draw(run_file: str, picture: str) -> None:
    """Draw the four panels from `run_file` into `picture`."""
    with samenspel.open_run(run_file) as run:
        series = run.series
        first = int(series["date"].dt.year[0])
        years = np.arange(first, first + series.sizes["month"] // 12)
        figure, axes = plt.subplots(2, 2, figsize=(9.6, 6.4), layout="constrained")
        figure.get_layout_engine().set(w_pad=0.12, h_pad=0.1)
        draw_spread(axes[0, 0], series, "steering_enacted", "Steering in the last year, 0 to 1")
        draw_spread(
            axes[0, 1], series, "network_position_mean", "Network position in the last year, 0 to 1"
        )
        draw_course(axes[1, 0], series, years)
        draw_quadrants(axes[1, 1], series)
        figure.savefig(picture, dpi=100, metadata={"Software": run.source})
        plt.close(figure)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python path_dependence.py RUN.h5 PICTURE.png")
    draw(sys.argv[1], sys.argv[2])

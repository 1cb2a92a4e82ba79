"""Draw where municipalities end, by the history of collaboration that they begin with.

    samenspel run path-dependence
    pip install ./analysis
    python analysis/pictures/path_dependence.py path-dependence.h5 docs/path-dependence.png

Above: the spread of steering and of network position over replicates in the last year. Below: how
fast the gap between the extremes closes, and the quadrants of the last year.
"""

from __future__ import annotations

import sys

import numpy as np
import xarray as xr
from matplotlib.axes import Axes

import samenspel
from samenspel.pictures import look
from samenspel.pictures.sheet import Sheet

HISTORIES = {
    "path-dependence": ("bad (−1)", look.BLUE, "v", "-"),
    "path-dependence-even": ("even (0)", look.VERMILION, "o", "--"),
    "path-dependence-good": ("good (+1)", look.ORANGE, "^", ":"),
}
QUADRANTS = {
    "share_commissioned_supplier": ("commissioned supplier", look.INK, ""),
    "share_directed_chain": ("directed chain", look.BLUE, ""),
    "share_supported_loner": ("supported loner", look.PINK, "//"),
    "share_co_producer": ("co-producer", look.YELLOW, ""),
    "share_between_quadrants": ("between", "#DDDDDD", ".."),
}
LAST_YEAR = slice(-12, None)


def by_replicate(values: xr.DataArray, months: slice) -> np.ndarray:
    """Means over months and all places, one value a replicate."""
    values = values.isel(month=months)
    return values.mean([axis for axis in values.dims if axis != "replicate"]).values


def draw_spread(axes: Axes, series: xr.Dataset, variable: str, title: str) -> None:
    """Draw which share of the replicates of the last year lies below each value."""
    axes.set_title(title)
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
    axes.set_ylabel("replicates below, %")
    axes.legend(frameon=False, fontsize=9, loc="best")


def draw_course(axes: Axes, series: xr.Dataset, years: np.ndarray) -> None:
    """Draw how the gap between the extremes closes, as means over replicates."""
    axes.set_title(f"Gap between good and bad, of that in {years[1]}")
    styles = {
        "history": ("history itself", look.BLUE, "--"),
        "network_position_mean": ("network position", look.VERMILION, "-"),
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
    axes.set_title("Quadrants of organisations in the last year, %")
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
    with samenspel.open_run(run_file) as run, look.style():
        series = run.series
        first = int(series["date"].dt.year[0])
        years = np.arange(first, first + series.sizes["month"] // 12)
        sheet = Sheet("en", width=9.6, height=6.4, ratios=(1, 1), columns=(1, 1))
        one, other, course, quadrants = sheet.panels
        draw_spread(one, series, "steering_enacted", "Steering in the last year, 0 to 1")
        draw_spread(
            other, series, "network_position_mean", "Network position in the last year, 0 to 1"
        )
        draw_course(course, series, years)
        draw_quadrants(quadrants, series)
        sheet.finish().savefig(picture, dpi=100, metadata={"Software": run.source})


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python path_dependence.py RUN.h5 PICTURE.png")
    draw(sys.argv[1], sys.argv[2])

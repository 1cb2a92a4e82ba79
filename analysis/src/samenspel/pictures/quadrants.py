"""Steering and network position of every organisation, moving through the four quadrants."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from samenspel.pairs import Array
from samenspel.pictures import look
from samenspel.pictures.data import (
    known,
    scenario_name,
    scenario_title,
    years,
)
from samenspel.pictures.look import Picture
from samenspel.pictures.sheet import Sheet
from samenspel.runs import Run
from samenspel.words import number, say

KINDS = {1: ("institution", "o", look.BLUE), 2: ("entrepreneur", "^", look.VERMILION)}
KINDS |= {3: ("initiative", "s", look.GREEN)}
"""Kinds of organisation by the number in the file: word, mark and colour."""

QUADRANTS = ("commissioned_supplier", "directed_chain", "supported_loner", "co_producer", "between")
"""By the number in the file."""

_MOMENTS = 6

MIDDLE, BAND = 0.5, 0.05
"""Where the quadrants meet, and the half width of the band in which none holds."""


@dataclass(frozen=True)
class Ways:
    """Where each organisation was: arrays (organisation, moment), NaN where it was not there."""

    names: list[str]
    kind: Array
    steering: Array
    position: Array
    hours: Array
    quadrant: Array
    moments: list[str]


def draw_quadrants(
    run: Run,
    scenario: str | None = None,
    lang: str = "en",
    replicate: int = 0,
    until: int | None = None,
) -> Picture:
    """Draw the way of every organisation through the quadrants, every few years, in one replicate.

    Each point is the mean of the months of a year; `until` is the last year drawn. Raises
    `ValueError` where the run recorded no organisations.
    """
    ways = ways_of(run, scenario, replicate, until)
    there = np.isfinite(ways.position[:, -1])
    gone = int((np.isfinite(ways.position).any(axis=1) & ~there).sum())
    with look.style():
        sheet = Sheet(lang, height=4.6)
        axes = sheet.panels[0]
        _frame(sheet, axes)
        crowd = int(there.sum())
        for i in np.flatnonzero(there):
            _way(axes, ways, int(i), crowd)
        _kinds(sheet, axes, ways, there)
        figure = sheet.finish()
    return Picture(
        name="quadrants",
        figure=figure,
        title=say("picture.quadrants.title", lang),
        caption=say(
            "picture.quadrants.caption",
            lang,
            scenario=scenario_title(run, scenario, lang),
            which=say(
                "picture.quadrants.which",
                lang,
                number=replicate + 1,
                count=int(known(run, "organisation_position").sizes["replicate"]),
            ),
            start=ways.moments[0],
            end=ways.moments[-1],
            gone=" " + say("picture.quadrants.gone", lang, count=gone) if gone else "",
        ),
        alt=_alt(ways, there, lang),
        table=_table(run, ways, there, scenario, replicate),
    )


def ways_of(run: Run, scenario: str | None, replicate: int, until: int | None = None) -> Ways:
    """Return where each organisation of a replicate was, year by year."""
    names = ("position", "steering", "hours", "kind", "quadrant")
    arrays = {name: known(run, f"organisation_{name}") for name in names}
    chosen = scenario_name(run, scenario)
    count = arrays["position"].sizes["replicate"]
    if not 0 <= replicate < count:
        raise ValueError(f"replicate {replicate}: the file has 0 to {count - 1}")
    when = np.floor(years(arrays["position"]) + 1e-6).astype(int)
    all_years = [year for year in np.unique(when).tolist() if until is None or year <= until]
    if not all_years:
        raise ValueError(f"until {until}: the run begins in {when[0]}")
    # A few moments, the last among them: year by year a way is a tangle.
    step = max(1, round((len(all_years) - 1) / (_MOMENTS - 1)))
    moments = sorted({all_years[0], *all_years[::-1][::step]})
    values = {
        name: np.asarray(
            array.sel(scenario=chosen)
            .isel(replicate=replicate)
            .transpose("organisation", "month")
            .values,
            dtype=float,
        )
        for name, array in arrays.items()
    }
    if not np.isfinite(values["position"]).any():
        raise ValueError(f"{run.path.name}: no organisation was there in replicate {replicate}")
    by_year = {
        name: np.stack([_mean(values[name][:, when == year]) for year in moments], axis=1)
        for name in ("position", "steering", "hours")
    }
    last = np.flatnonzero(when == moments[-1])[-1]
    # Who is not there in the last month has ended, though it was there for part of the year.
    by_year["position"][~np.isfinite(values["position"][:, last]), -1] = np.nan
    return Ways(
        names=[str(name) for name in arrays["position"]["organisation"].values.tolist()],
        kind=np.nan_to_num(_mean(values["kind"])).round().astype(int),
        quadrant=_quadrant(by_year["steering"], by_year["position"]),
        moments=[str(year) for year in moments],
        **by_year,
    )


def _mean(values: Array) -> Array:
    """Return means over the last axis of what is there; NaN where nothing is."""
    there = np.isfinite(values)
    total = np.where(there, values, 0.0).sum(axis=-1)
    count = there.sum(axis=-1)
    return np.asarray(np.divide(total, count, out=np.full(total.shape, np.nan), where=count > 0))


def _quadrant(steering: Array, position: Array) -> Array:
    """Return the quadrant of the last moment, as the program names them."""
    s, p = steering[:, -1], position[:, -1]
    between = (abs(s - MIDDLE) <= BAND) | (abs(p - MIDDLE) <= BAND)
    return np.where(between, 4, 2 * (s > MIDDLE) + (p > MIDDLE))


def _frame(sheet: Sheet, axes: Axes) -> None:
    lang = sheet.lang
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    axes.axvspan(MIDDLE - BAND, MIDDLE + BAND, color="#ECECEC", lw=0)
    axes.axhspan(MIDDLE - BAND, MIDDLE + BAND, color="#ECECEC", lw=0)
    axes.set_xlabel(say("picture.quadrants.steering", lang))
    axes.set_ylabel(say("picture.quadrants.position", lang))
    sheet.numbers(axes, "x", most=2)
    sheet.numbers(axes, "y", most=2)
    corners = {"commissioned_supplier": (0, 0), "directed_chain": (0, 1)}
    corners |= {"supported_loner": (1, 0), "co_producer": (1, 1)}
    for name, (x, y) in corners.items():
        text = say(f"picture.quadrants.{name}", lang)
        axes.annotate(
            text,
            (x, y),
            xytext=(4 - 8 * x, -4 if y else 4),
            textcoords="offset points",
            ha="right" if x else "left",
            va="top" if y else "bottom",
            color=look.GREY,
            fontsize=look.SMALL,
            style="italic",
            # Marks at the edge may lie under the name of their corner.
            zorder=10,
            bbox={"facecolor": "white", "alpha": 0.8, "edgecolor": "none", "pad": 1},
        )


def _way(axes: Axes, ways: Ways, i: int, crowd: int) -> None:
    word, mark, colour = KINDS.get(int(ways.kind[i]), ("organisation", "D", look.GREY))
    x, y = ways.steering[i], ways.position[i]
    axes.plot(x, y, color=colour, lw=0.9, alpha=0.55 if crowd < 80 else 0.2, zorder=2)
    size = 22 + 90 * np.sqrt(ways.hours[i, -1] / max(np.nanmax(ways.hours[:, -1]), 1e-9))
    (end,) = axes.plot(
        x[-1:],
        y[-1:],
        mark,
        color=colour,
        ms=np.sqrt(size if np.isfinite(size) else 22),
        mec="white",
        mew=0.6,
        zorder=3,
        clip_on=False,
    )
    look.name(end, f"{ways.names[i]} ({word})")


def _kinds(sheet: Sheet, axes: Axes, ways: Ways, there: Array) -> None:
    """Name the marks above the panel, with how many there are."""
    x = 0.0
    for kind, (word, mark, colour) in KINDS.items():
        count = int((there & (ways.kind == kind)).sum())
        if not count:
            continue
        text = f"{say(f'picture.quadrants.{word}', sheet.lang)} ({count})"
        axes.plot([x + 0.012], [1.045], mark, color=colour, ms=6, clip_on=False)
        axes.text(x + 0.035, 1.045, text, va="center", fontsize=look.SMALL)
        x += 0.035 + sheet.width_of(text) / 4.3 + 0.05


def _alt(ways: Ways, there: Array, lang: str) -> str:
    counts = {name: int((there & (ways.quadrant == q)).sum()) for q, name in enumerate(QUADRANTS)}
    means = {
        f"{name}_{end}": number(float(np.nanmean(values[:, i])), lang, ".2f")
        for name, values in (("position", ways.position), ("steering", ways.steering))
        for end, i in (("first", 0), ("last", -1))
    }
    return say(
        "picture.quadrants.alt",
        lang,
        count=int(there.sum()),
        start=ways.moments[0],
        end=ways.moments[-1],
        **counts,
        **means,
    )


def _table(
    run: Run, ways: Ways, there: Array, scenario: str | None, replicate: int
) -> pd.DataFrame:
    rows = []
    for i in np.flatnonzero(there):
        for m, moment in enumerate(ways.moments):
            for name, values in (
                ("organisation_steering", ways.steering),
                ("organisation_position", ways.position),
            ):
                if np.isfinite(values[i, m]):
                    rows.append(
                        {
                            "variable": name,
                            "unit": "1",
                            "value": float(values[i, m]),
                            "scenario": scenario_name(run, scenario),
                            "replicate": replicate,
                            "organisation": ways.names[i],
                            "kind": KINDS.get(int(ways.kind[i]), ("organisation",))[0],
                            "year": int(moment),
                        }
                    )
    return look.table(rows)

"""The life of one resident who was followed, month by month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
import xarray as xr

from samenspel.pairs import Array
from samenspel.pictures import look
from samenspel.pictures.data import (
    label,
    month_in_words,
    scenario_name,
    scenario_title,
    years,
)
from samenspel.pictures.look import Picture
from samenspel.pictures.sheet import Sheet
from samenspel.runs import Run
from samenspel.words import listed, number, say

HOURS = {"informal": look.ORANGE, "formal": look.BLUE, "unmet": "#C8C8C8"}
MINDS = {
    "self_reliance": (look.GREEN, look.LINES[0]),
    "trust": (look.BLUE, look.LINES[1]),
    "strain": (look.VERMILION, look.LINES[2]),
}


@dataclass(frozen=True)
class Life:
    """One followed resident: arrays by month, of the months that it was there."""

    person: int
    scenario: str
    fields: Mapping[str, Array]
    domains: Mapping[str, Array]
    months: Array
    years: Array
    ended: bool


def draw_life(
    run: Run,
    person: int | None = None,
    scenario: str | None = None,
    lang: str = "en",
    replicate: int = 0,
) -> Picture:
    """Draw the needs, the help, self-reliance and trust of one followed resident.

    `person` is a place on the axis of the panel; without it the one who had needs in most months.
    Raises `ValueError` where the run followed nobody, or that person was never there.
    """
    life = life_of(run, person, scenario, replicate)
    needs = {name: values for name, values in life.domains.items() if (values > 0).any()}
    lanes = max(len(needs), 1)
    with look.style():
        sheet = Sheet(lang, height=2.9 + 0.3 * lanes, ratios=(0.35 + 0.3 * lanes, 1.15, 1.05))
        _needs(sheet, run.series, life, needs)
        _hours(sheet, life)
        _minds(sheet, life)
        marks = _marks(sheet, run, life, scenario, replicate)
        for axes in sheet.panels:
            sheet.years(axes, life.years)
        for axes in sheet.panels[:-1]:
            axes.tick_params(labelbottom=False)
        figure = sheet.finish()
    return Picture(
        name=f"life-{life.person}",
        figure=figure,
        title=say("picture.life.title", lang),
        table=_table(life, replicate),
        **_words(run, life, needs, marks, lang, replicate),
    )


def life_of(run: Run, person: int | None, scenario: str | None, replicate: int) -> Life:
    """Return what the panel holds of one person; see `draw_life`."""
    if "panel" not in run.groups or not run.panel.sizes.get("person", 0):
        raise ValueError(f"{run.path.name}: followed no residents; record: {{panel: 200}} does")
    panel = run.panel
    name = scenario_name(run, scenario)
    if not 0 <= replicate < panel.sizes["replicate"]:
        raise ValueError(
            f"replicate {replicate}: the panel has 0 to {panel.sizes['replicate'] - 1}"
        )
    here = panel.sel(scenario=name).isel(replicate=replicate)
    severities = [str(field) for field in panel.data_vars if str(field).startswith("severity_")]
    if person is None:
        having = sum((here[field].fillna(0) > 0).astype(int) for field in severities)
        whole = here["age"].notnull().sum("month")
        assert isinstance(having, xr.DataArray)
        score = (having > 0).sum("month") + 1000 * (whole == whole.max())
        person = int(here["person"].values[int(np.argmax(score.values))])
    if person not in here["person"].values.tolist():
        raise ValueError(
            f"no person {person} in the panel, which has 0 to {here.sizes['person'] - 1}"
        )
    one = here.sel(person=person)
    there = np.flatnonzero(np.isfinite(one["age"].values))
    if not there.size:
        raise ValueError(f"person {person} of the panel was never there in replicate {replicate}")
    kept = slice(int(there[0]), int(there[-1]) + 1)
    when = years(panel)
    wanted = ("age", "self_reliance", "trust", "strain", *(f"{part}_hours" for part in HOURS))
    return Life(
        person=person,
        scenario=name,
        fields={
            field: np.asarray(one[field].values, dtype=float)[kept]
            for field in (*wanted, "lives_in", "burnout_months")
        },
        domains={
            field.removeprefix("severity_"): np.asarray(one[field].values, dtype=float)[kept]
            for field in severities
        },
        months=np.asarray(panel["month"].values)[kept],
        years=when[kept],
        ended=int(there[-1]) < when.size - 1,
    )


def _needs(sheet: Sheet, series: xr.Dataset, life: Life, needs: Mapping[str, Array]) -> None:
    """Draw a lane for each domain, as thick as the need is severe."""
    axes = sheet.panels[0]
    lang = sheet.lang
    axes.set_title(say("picture.life.needs", lang))
    for lane, (domain, severity) in enumerate(needs.items()):
        half = 0.45 * np.nan_to_num(severity)
        band = axes.fill_between(
            life.years, lane - half, lane + half, half > 0, color=look.COLOURS[lane % 6], lw=0.6
        )
        look.name(band, f"panel: severity_{domain}")
    names = [label(series, "domain", domain, lang) for domain in needs]
    if not names:
        names = [say("picture.life.none", lang)]
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.tick_params(axis="y", length=0)


def _hours(sheet: Sheet, life: Life) -> None:
    axes = sheet.panels[1]
    lang = sheet.lang
    axes.set_title(say("picture.life.hours", lang))
    bottom = np.zeros(life.years.size)
    for part, colour in HOURS.items():
        top = bottom + np.nan_to_num(life.fields[f"{part}_hours"])
        hatch = "////" if part == "unmet" else ""
        layer = axes.fill_between(
            life.years, bottom, top, facecolor=colour, hatch=hatch, edgecolor="white", lw=0.4
        )
        look.name(layer, f"panel: {part}_hours")
        bottom = top
    names = [(say(f"picture.life.{part}", lang), colour) for part, colour in HOURS.items()]
    sheet.layer_names(axes, names)
    axes.set_ylim(0, max(1.0, 1.05 * float(bottom.max())))
    sheet.numbers(axes, most=3)


def _minds(sheet: Sheet, life: Life) -> None:
    axes = sheet.panels[2]
    axes.set_title(say("picture.life.person", sheet.lang))
    for field, (colour, line) in MINDS.items():
        values = life.fields[field]
        if field == "strain" and not (np.nan_to_num(values) > 0).any():
            continue
        (drawn,) = axes.plot(life.years, values, color=colour, ls=line)
        look.name(drawn, f"panel: {field}")
        text = say(f"picture.life.{field}", sheet.lang)
        sheet.end_label(axes, life.years[-1], float(values[-1]), text, colour)
    axes.set_ylim(0, 1)
    sheet.numbers(axes, most=3)


def _marks(sheet: Sheet, run: Run, life: Life, scenario: str | None, replicate: int) -> list[str]:
    """Mark what happened in the life and in the municipality; return what the caption says."""
    told: list[str] = []
    moved = np.flatnonzero(np.diff(life.fields["lives_in"]) != 0) + 1
    out = np.nan_to_num(life.fields["burnout_months"]) > 0
    dropped = np.flatnonzero(out[1:] & ~out[:-1]) + 1
    for kind, at in (("moved", moved), ("burnout", dropped)):
        for i in at[:6]:
            sheet.panels[2].axvline(life.years[i], color=look.INK, lw=0.9, ls=(0, (2, 2)))
        told += [
            say(
                f"picture.life.event.{kind}",
                sheet.lang,
                month=month_in_words(life.years[i], sheet.lang),
            )
            for i in at[:6]
        ]
    events = run.events if "events" in run.groups else pd.DataFrame()
    if len(events):
        chosen = events[
            (events["scenario"] == scenario_name(run, scenario))
            & (events["replicate"] == replicate)
        ]
        for kind, line in (("incident", look.VERMILION), ("election", look.GREY)):
            at = chosen.loc[chosen["kind"].astype(str) == kind, "month"].to_numpy()
            at = at[(at >= life.months[0]) & (at <= life.months[-1])]
            if at.size:
                told.append(say(f"picture.life.event.{kind}", sheet.lang, count=int(at.size)))
            for month in at:
                where = life.years[int(month - life.months[0])]
                style = "-" if kind == "incident" else (0, (1.2, 1.2))
                sheet.panels[2].axvline(where, 0, 0.12, color=line, lw=1.4, ls=style)
    return told


def _words(
    run: Run,
    life: Life,
    needs: Mapping[str, Array],
    marks: list[str],
    lang: str,
    replicate: int,
) -> dict[str, str]:
    """Return caption and alternative text."""
    told = [
        say(
            "picture.life.need",
            lang,
            domain=label(run.series, "domain", domain, lang),
            months=int((values > 0).sum()),
            most=number(float(np.nanmax(values)), lang, ".2f"),
        )
        for domain, values in needs.items()
    ]
    fields = life.fields
    ends = {
        f"{short}_{end}": number(float(fields[field][i]), lang, ".2f")
        for short, field in (("s", "self_reliance"), ("t", "trust"))
        for end, i in (("first", 0), ("last", -1))
    }
    hours = {
        part: number(float(np.nanmean(fields[f"{part}_hours"])), lang, ".1f") for part in HOURS
    }
    last = month_in_words(life.years[-1], lang)
    numbers = {
        "scenario": scenario_title(run, life.scenario, lang),
        "number": replicate + 1,
        "person": life.person,
        "age": int(fields["age"][0]),
        "from_month": month_in_words(life.years[0], lang),
        "to_month": last,
        "events": "",
        "end": "",
        "needs": listed(told, lang) if told else say("picture.life.none", lang),
        **ends,
        **hours,
    }
    if marks:
        numbers["events"] = " " + say("picture.life.events", lang, events=listed(marks, lang))
    if life.ended:
        numbers["end"] = " " + say("picture.life.end", lang, month=last)
    return {
        "caption": say("picture.life.caption", lang, **numbers),
        "alt": say("picture.life.alt", lang, **numbers),
    }


def _table(life: Life, replicate: int) -> pd.DataFrame:
    units = {"self_reliance": "1", "trust": "1", "strain": "1"}
    units |= {f"{part}_hours": "hour/month" for part in HOURS}
    drawn = {field: life.fields[field] for field in units}
    drawn |= {f"severity_{domain}": values for domain, values in life.domains.items()}
    return look.table(
        [
            {
                "variable": f"panel/{field}",
                "unit": units.get(field, "1"),
                "value": float(value),
                "scenario": life.scenario,
                "replicate": replicate,
                "person": life.person,
                "month": int(month),
            }
            for field, values in drawn.items()
            for month, value in zip(life.months, values, strict=True)
            if np.isfinite(value)
        ]
    )

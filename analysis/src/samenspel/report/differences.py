"""The report on a file of ``samenspel compare``: differences by month, and no levels."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd
import xarray as xr

from samenspel.report.evidence import Evidence, Measured, NotShownError, Quantity, Stretch
from samenspel.report.groups import who
from samenspel.report.making import Asked, ReportError
from samenspel.report.page import Html, tag
from samenspel.report.sure import sure, use
from samenspel.report.writing import Report, program
from samenspel.runs import Run


@dataclass
class Differences(Evidence):
    """What a file of differences tells: of each month mean, interval and share above zero."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.replicates = int(self.series.attrs.get("pairs", 1))

    @property
    def series(self) -> xr.Dataset:
        """The differences, by statistic."""
        return self.run.difference

    @property
    def base_series(self) -> xr.Dataset:
        """The same: the baseline is in them already."""
        return self.run.difference

    def measured(self, quantity: Quantity, stretch: Stretch) -> Measured:
        """Return the difference in the last month of a stretch; levels are not known."""
        if len(quantity.variables) != 1 or quantity.formula != quantity.variables[0]:
            raise NotShownError(quantity.key)
        if quantity.key not in self.series:
            raise NotShownError(quantity.key)
        found = self.series[quantity.key].sel(scenario=self.scenario, **quantity.place)
        if "municipality" in found.dims:
            found = found.sel(municipality=self.municipality)
        month = found.isel(month=stretch.last)
        mean, low, high, above = (
            float(month.sel(statistic=name)) for name in ("mean", "low", "high", "above_zero")
        )
        if not math.isfinite(mean):
            raise NotShownError(quantity.key)
        return Measured(
            quantity=quantity,
            stretch=Stretch(stretch.last, 1),
            baseline=math.nan,
            value=math.nan,
            difference=mean,
            low=low if self.replicates > 1 else math.nan,
            high=high if self.replicates > 1 else math.nan,
            above=int(np.rint(above * self.replicates)),
            below=-1,
            pairs=self.replicates,
        )


def page_of(run: Run, asked: Asked, explained: pd.DataFrame | None) -> str:
    """Return the page of kind advice on a file of differences."""
    # Here, not above: advice needs what this module gives to nobody else.
    from samenspel.report import advice

    series = run.difference
    names = [str(name) for name in series["scenario"].values]
    scenario = asked.scenario or names[0]
    if scenario not in names:
        raise ReportError(f"--scenario {scenario}: {run.path} has only {', '.join(names)}")
    if asked.baseline:
        raise ReportError(f"--baseline: {run.path} holds differences from one baseline already")
    baseline = str(series.attrs.get("baseline", "baseline"))
    municipality = str(series["municipality"].values[0])
    evidence = Differences(run, scenario, run, baseline, False, municipality)
    report = Report(evidence, asked, explained)
    report.cannot("levels")
    outcomes = advice.measured_outcomes(report)
    sections = [
        ("answer", advice.answer(report, outcomes)),
        ("who", who(report)),
        ("years", advice.years(report)),
        ("sure", sure(report)),
        ("use", use(report)),
        ("missing", report.not_shown()),
        ("numbers", report.numbers()),
    ]
    title = report.say("report.differences.title", scenario=scenario, baseline=baseline)
    about = report.p(
        "report.differences.about",
        class_="lead",
        pairs=evidence.replicates,
        months=evidence.months,
    )
    warned = report.p("report.warning", class_="warn")
    made = tag("p", program(run), class_="small") if run.source else Html("")
    lead = [about, warned, report.p("report.differences.months"), made]
    return report.whole(title, lead, sections)

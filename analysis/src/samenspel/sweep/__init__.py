"""Sweeps: the file opened as labelled arrays, and its analysis.

`open_sweep` opens a file. `sobol` and `morris` give indices of sensitivity with intervals;
`regional` and `discover` say in which worlds a condition holds; `judge` gives the verdict on a
claim over all worlds; `swings` and `by_levers` are the numbers of tornado and heat map, which
`samenspel.pictures.sweeps` draws; `to_ema` hands a sweep to ema_workbench. All but opening needs
``pip install 'samenspel[sweeps]'``.
"""

from __future__ import annotations

from samenspel.sweep.discovery import Box, discover, regional, to_ema
from samenspel.sweep.expression import ExpressionError
from samenspel.sweep.file import Sweep, open_sweep
from samenspel.sweep.indices import morris, sobol
from samenspel.sweep.needs import SweepError
from samenspel.sweep.swings import by_levers, swings
from samenspel.sweep.verdicts import Verdict, judge

__all__ = [
    "Box",
    "ExpressionError",
    "Sweep",
    "SweepError",
    "Verdict",
    "by_levers",
    "discover",
    "judge",
    "morris",
    "open_sweep",
    "regional",
    "sobol",
    "swings",
    "to_ema",
]

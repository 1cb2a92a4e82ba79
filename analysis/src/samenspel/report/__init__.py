"""Reports of a run: one HTML file that a policy adviser or a researcher can hand on.

`write_report` makes one; the command ``samenspel-report``, which ``samenspel report`` calls, does
the same. Kinds: ``advice`` (the question, the answer, who gains and loses, costs, why, how sure)
and ``validation`` (patterns, fit, sensitivity, same bits).
"""

from __future__ import annotations

from samenspel.report.making import KINDS, ReportError, write_report

__all__ = ["KINDS", "ReportError", "write_report"]

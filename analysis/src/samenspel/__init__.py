"""Reads the runs of samenspel, and makes the place tables that it runs on.

`open_run` opens the file of a run, `open_sweep` that of a sweep. The import program is the command
``samenspel-import``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from samenspel.hdf5 import RunFileError
    from samenspel.pairs import compare, statistics, tidy
    from samenspel.runs import Run, open_run
    from samenspel.sweep.file import Sweep, open_sweep

__all__ = [
    "Run",
    "RunFileError",
    "Sweep",
    "compare",
    "open_run",
    "open_sweep",
    "statistics",
    "tidy",
]


def __getattr__(name: str) -> Any:
    # The import program needs none of the libraries that reading a run needs.
    if name in ("Sweep", "open_sweep"):
        from samenspel.sweep import file

        return getattr(file, name)
    if name in ("compare", "statistics", "tidy"):
        from samenspel import pairs

        return getattr(pairs, name)
    if name in __all__:
        from samenspel import runs

        return getattr(runs, name)
    raise AttributeError(f"module 'samenspel' has no attribute {name!r}")

"""Reads the runs of samenspel, and makes the place tables that it runs on.

`open_run` opens the file of a run. The import program is the command ``samenspel-import``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from samenspel.hdf5 import RunFileError
    from samenspel.runs import Run, open_run

__all__ = ["Run", "RunFileError", "open_run"]


def __getattr__(name: str) -> Any:
    # The import program needs none of the libraries that reading a run needs.
    if name in __all__:
        from samenspel import runs

        return getattr(runs, name)
    raise AttributeError(f"module 'samenspel' has no attribute {name!r}")

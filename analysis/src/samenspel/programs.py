"""How the programs of this package end: 0, their own outcome, or 2 for bad input."""

from __future__ import annotations

import sys
from collections.abc import Callable

from samenspel.tables import InputError


def outcome(work: Callable[[], int], place: object) -> int:
    """Do the work and return what it returns; bad input is a line a fault on stderr, and 2.

    ``place`` is named for a fault of the machine that names no file itself.
    """
    try:
        return work()
    except InputError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(f"{error.filename or place}: {error.strerror}", file=sys.stderr)
    return 2

"""``python -m samenspel.report``: the command samenspel-report."""

from __future__ import annotations

import sys

from samenspel.report.command import main

if __name__ == "__main__":
    sys.exit(main())

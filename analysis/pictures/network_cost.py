"""Draw what a mini-step of the network engine costs, by number of actors.

    build/release/tests/bench_network 100 1000 10000 100000 1000000 10000000 > cost.txt
    pip install ./analysis
    python analysis/pictures/network_cost.py cost.txt docs/network-cost.png

One thread; the model is the one that tests/bench/bench_network.c states. RSiena's times are those
of MODEL.md, section 12: smaller models at fewer actors, as it visits every actor at each step.
"""

from __future__ import annotations

import sys

from samenspel.pictures import look
from samenspel.pictures.sheet import Sheet

# Actors and microseconds per mini-step of RSiena 1.6.2: density, recip and transTrip.
RSIENA = [(50, 4.14), (100, 7.53), (200, 13.19), (400, 24.84), (800, 49.69), (1600, 98.59)]


def read_cost(path: str) -> list[tuple[int, float]]:
    """Actors and microseconds per mini-step: the first two columns of the benchmark's table."""
    with open(path, encoding="utf-8") as table:
        rows = [line.split() for line in table][1:]
    return [(int(row[0]), float(row[1])) for row in rows]


def main(cost_file: str, picture: str) -> None:
    """Draw both lines on logarithmic axes."""
    cost = read_cost(cost_file)
    with look.style():
        sheet = Sheet("en", width=7.5, height=4.2)
        axes = sheet.panels[0]
        for rows, colour, line, name in (
            (RSIENA, look.VERMILION, "--", "RSiena, 3 effects"),
            (cost, look.BLUE, "-", "samenspel, 8 effects"),
        ):
            axes.plot(*zip(*rows, strict=True), color=colour, marker="o", ls=line)
            sheet.end_label(axes, *rows[-1], name, colour)
        axes.set(xscale="log", yscale="log", ylim=(0.3, 300))
        axes.set_yticks([1, 10, 100], ["1", "10", "100"])
        axes.set_xlabel("actors")
        axes.set_title("Microseconds per mini-step")
        axes.grid(axis="y", color="#DDDDDD")
        sheet.finish().savefig(picture, dpi=150)


if __name__ == "__main__":
    main(*sys.argv[1:])

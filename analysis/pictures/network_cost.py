"""Draw what a mini-step of the network engine costs, by number of actors.

    build/release/tests/bench_network 100 1000 10000 100000 1000000 10000000 > cost.txt
    pip install ./analysis matplotlib
    python analysis/pictures/network_cost.py cost.txt docs/network-cost.png

One thread; the model is the one that tests/bench/bench_network.c states. RSiena's times are those of
MODEL.md, section 12: smaller models at fewer actors, because it visits every actor at each step.
"""

from __future__ import annotations

import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

BLUE, ORANGE, GREY = "#0072B2", "#D55E00", "#444444"

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
    plt.rcParams.update({"font.size": 11, "text.color": GREY, "axes.edgecolor": GREY})
    figure, axes = plt.subplots(figsize=(7.5, 4.2), layout="constrained")
    for rows, colour, name, step in (
        (RSIENA, ORANGE, "RSiena, 3 effects", 1.15),
        (cost, BLUE, "samenspel, 8 effects", 1.15),
    ):
        axes.plot(*zip(*rows), color=colour, marker="o", linewidth=2)
        actors, microseconds = rows[-1]
        axes.annotate(
            name,
            (actors, microseconds),
            xytext=(0, 10 * step),
            textcoords="offset points",
            ha="right" if rows is cost else "left",
            color=colour,
        )
    axes.set(xscale="log", yscale="log", ylim=(0.3, 300))
    axes.set_yticks([1, 10, 100], ["1", "10", "100"])
    axes.set_xlabel("actors")
    axes.set_title("Microseconds per mini-step", loc="left", fontsize=12)
    axes.grid(axis="y", color="#dddddd")
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(picture, dpi=150)


if __name__ == "__main__":
    main(*sys.argv[1:])

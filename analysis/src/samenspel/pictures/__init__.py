"""Pictures of a run, one look for all.

Every function takes what `samenspel.open_run` gave (tornado and heat map: `samenspel.open_sweep`),
and the language, and returns a `Picture`: the figure with its title, caption, alternative text and
the table of the numbers that are drawn. Where a file cannot show what is asked, the function raises
`ValueError` with a sentence that says why.

>>> with open_run("baseline.h5") as run:                    # doctest: +SKIP
...     picture = draw_fan(run, "trust_mean", lang="nl")
...     picture.save("trust.svg")
"""

from __future__ import annotations

from samenspel.pictures.claims import draw_claims
from samenspel.pictures.degrees import draw_degrees
from samenspel.pictures.difference import draw_difference
from samenspel.pictures.fan import draw_fan
from samenspel.pictures.flows import draw_flows
from samenspel.pictures.life import draw_life
from samenspel.pictures.look import Picture
from samenspel.pictures.map import draw_map
from samenspel.pictures.mechanisms import draw_mechanisms
from samenspel.pictures.network import draw_network
from samenspel.pictures.quadrants import draw_quadrants
from samenspel.pictures.shares import draw_shares
from samenspel.pictures.sweeps import draw_heat_map, draw_tornado

__all__ = [
    "Picture",
    "draw_claims",
    "draw_degrees",
    "draw_difference",
    "draw_fan",
    "draw_flows",
    "draw_heat_map",
    "draw_life",
    "draw_map",
    "draw_mechanisms",
    "draw_network",
    "draw_quadrants",
    "draw_shares",
    "draw_tornado",
]

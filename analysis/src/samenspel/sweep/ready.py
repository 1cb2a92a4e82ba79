"""The ready-made sweeps: what they are, from the folder ``sweeps`` of the scenarios."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from samenspel.sweep import expression
from samenspel.sweep.needs import library

POINTS = 200
"""Worlds in which the claims of a pattern are judged."""

PLACES = "places"
PLACES_FILE = "knobs-by-place"
PLACES_MONTHS = 120
PER_EURO = "ratio(sum(needs_ended_by_help[{place}]), sum(spending[{place}]))@2017..2024"
UNMET = "mean(unmet_share[{place}])@2017..2024"
PLACES_OUTCOMES = (
    *("needs_ended_by_help", "needs_ended", "spending"),
    *("unmet_share", "self_reliance_mean", "trust_mean"),
)
_CHECKS = ("knock-out", "control")


@dataclass(frozen=True)
class Claim:
    """A claim of a pattern, as the scenario has it."""

    sentence: str
    test: expression.Test
    type: str


@dataclass(frozen=True)
class Pattern:
    """A pattern and what it assumes."""

    name: str
    number: int
    months: int
    sweep: dict[str, Any]
    claims: tuple[Claim, ...]
    place: dict[str, Any] = field(default_factory=dict)
    """What is set of the place in all scenarios, by key of ``place:``."""

    @property
    def scenarios(self) -> list[str]:
        """The scenarios that the claims are about, the first one first."""
        named = [name for claim in self.claims for name in expression.scenarios(claim.test)]
        return list(dict.fromkeys([self.name, *named]))

    @property
    def outcomes(self) -> list[str]:
        """The variables that the claims are about."""
        named = [name for claim in self.claims for name in expression.variables(claim.test)]
        return list(dict.fromkeys(named))


def patterns(scenarios: Path) -> list[str]:
    """Return the names of the patterns that have a sweep."""
    return sorted(
        p.stem.removeprefix("assume-") for p in (scenarios / "sweeps").glob("assume-*.yaml")
    )


def read_pattern(scenarios: Path, name: str) -> Pattern:
    """Read what a pattern assumes, and its claims.

    Claims that say where the pattern must vanish are left out, and those under settings (``with``)
    that the sweep does not vary.
    """
    yaml = library("yaml")
    own = yaml.safe_load((scenarios / "sweeps" / f"assume-{name}.yaml").read_text("utf-8"))
    base = yaml.safe_load((scenarios / "patterns" / f"{own['based_on']}.yaml").read_text("utf-8"))
    varied = {factor for group in own["sweep"].values() for factor in group}
    claims = [
        Claim(row["claim"]["en"], expression.parse(row["test"]), row["type"])
        for row in base["expect"]
        if not row["claim"]["en"].startswith(_CHECKS) and set(row.get("with", {})) <= varied
    ]
    number = base["expect"][0]["pattern"]
    months, place = own["time"]["months"], own.get("place", {})
    return Pattern(name, number, months, own["sweep"], tuple(claims), place)

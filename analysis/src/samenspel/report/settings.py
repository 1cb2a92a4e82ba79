"""What a scenario sets otherwise, and which assumptions its answer rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

from samenspel.report.evidence import Evidence
from samenspel.runs import Run

# Words for people, what is recorded and how often is no difference in what happens.
_ABOUT = ("title.", "question.", "record.", "runs.", "samenspel", "time.months", "expect", " ")
_KNOB = 0.5
MOST = 12
"""Assumptions that are listed at most."""


@dataclass(frozen=True)
class Setting:
    """One line of a scenario that differs: its path, and what it is there and here.

    `name` and `plain` are what people call it and a sentence in plain words, "" where the file has
    none.
    """

    path: str
    before: str
    after: str
    name: str
    plain: str


def lines_of(run: Run, scenario: str) -> dict[str, str]:
    """Return a scenario as it was run, line by line: by path."""
    if "scenarios" not in run.groups or scenario not in run.scenarios.index:
        return {}
    text = str(run.scenarios.loc[scenario, "resolved"])
    found: dict[str, str] = {}
    group = ""
    for line in text.splitlines():
        path, _, value = line.partition(":")
        if line.startswith((" ", "-")):
            # The schedule stands on lines of its own, which have no path.
            found[f"{group} {line.strip()}"] = line.strip(" -")
            continue
        group = path
        found[path] = value.strip()
    return found


def changed(evidence: Evidence, lang: str) -> list[Setting]:
    """Return what the scenario sets otherwise than its baseline, or than the defaults."""
    here = lines_of(evidence.run, evidence.scenario)
    if evidence.own_start:
        there = _defaults(evidence.run, here)
    else:
        there = lines_of(evidence.base_run, evidence.base_scenario)
    names = _names(evidence.run, lang)
    found = []
    for path in [*here, *(path for path in there if path not in here)]:
        before, after = there.get(path, ""), here.get(path, "")
        if before == after or path.startswith(_ABOUT) or path.split(" ")[0] == "expect":
            continue
        name, plain = names.get(path.partition("parameters.")[2] or path, ("", ""))
        found.append(Setting(path, before, after, name, plain))
    return found


def _defaults(run: Run, here: dict[str, str]) -> dict[str, str]:
    """Return what would stand there had nothing been set; what is unknown stays as it is."""
    found = dict(here)
    parameters = run.parameters if "parameters" in run.groups else pd.DataFrame()
    for path, value in here.items():
        group, _, rest = path.partition(".")
        if group == "knobs":
            found[path] = "0.5"
        elif group == "levers":
            found[path] = ""
        elif group == "processes":
            found[path] = "on"
        elif group == "parameters" and rest in parameters.index:
            usual = float(parameters.loc[rest, "default"])
            found[path] = value if _same(value, usual) else f"{usual:g}"
    return found


def _same(text: str, usual: float) -> bool:
    try:
        return abs(float(text) - usual) <= 1e-9 * max(1.0, abs(usual))
    except ValueError:
        return True


def _names(run: Run, lang: str) -> dict[str, tuple[str, str]]:
    """Return name and sentence of everything that can be set, by its path in a scenario."""
    found = {}
    if "names" in run.groups:
        groups = {"knob": "knobs", "lever": "levers", "process": "processes"}
        for _, row in run._table("names").iterrows():
            path = f"{groups[str(row['kind'])]}.{row['name']}"
            found[path] = (str(row[f"name_{lang}"]), str(row[f"plain_{lang}"]))
    if "parameters" in run.groups:
        table = run.parameters
        plain = f"plain_{lang}" if f"plain_{lang}" in table else "doc"
        for path, row in table.iterrows():
            found[str(path)] = (str(row[f"name_{lang}"]), str(row[plain]))
    return found


def names_of(run: Run, kind: str, lang: str) -> dict[str, tuple[str, str]]:
    """Return name and sentence of every knob, lever or process (`kind`), by its own name."""
    group = {"knob": "knobs.", "lever": "levers.", "process": "processes."}[kind]
    return {p[len(group) :]: n for p, n in _names(run, lang).items() if p.startswith(group)}


def deciding(
    evidence: Evidence, settings: list[Setting], explained: pd.DataFrame | None
) -> pd.DataFrame:
    """Return the assumptions that the answer rests on: rows of /parameters, with `because`.

    They are those that the scenario sets itself, that a claim of the file takes out, whose meaning
    names a lever that is turned, or that belong to a mechanism without which the effect shrinks by
    a quarter, and clearly so. At most `MOST`, in that order.
    """
    run = evidence.run
    if "parameters" not in run.groups:
        return pd.DataFrame()
    table = run.parameters
    reasons: dict[str, str] = {}
    for setting in settings:
        path = setting.path.partition("parameters.")[2]
        if path in table.index:
            reasons.setdefault(path, "set")
    for path in _of_claims(run):
        if path in table.index:
            reasons.setdefault(path, "claim")
    levers = _levers(run, settings)
    for path, row in table.iterrows():
        words = set(re.findall(r"[a-z_]+", f"{row['doc']} {path}"))
        if levers & words or any(str(path).split(".")[-1].startswith(lever) for lever in levers):
            reasons.setdefault(str(path), "lever")
    for process in _needed(explained):
        # The most uncertain first: what was assumed.
        group = table[table.index.str.startswith(f"{process}.")]
        for path in group.sort_values("grade", ascending=False).index[:4]:
            reasons.setdefault(str(path), "mechanism")
    chosen = table.loc[list(reasons)[:MOST]].copy()
    chosen["because"] = [reasons[path] for path in chosen.index]
    return chosen


def _of_claims(run: Run) -> list[str]:
    if "claims" not in run.groups:
        return []
    worlds = " ".join(run.claims["world"].astype(str))
    return re.findall(r"([a-z_]+(?:\.[a-z_0-9]+)+)=", worlds)


def _levers(run: Run, settings: list[Setting]) -> set[str]:
    """Return the levers that are turned by themselves; a whole knob turns too many to name."""
    return {s.path.split(".")[1] for s in settings if s.path.startswith("levers.")}


def _needed(explained: pd.DataFrame | None) -> list[str]:
    if explained is None:
        return []
    whole = explained.loc[explained["arm"] == "all", "effect"]
    lost = explained[explained["arm"] == "lost"]
    if whole.empty or lost.empty or float(whole.iloc[0]) == 0:
        return []
    share = lost["effect"] / float(whole.iloc[0])
    clear = (lost["low"] > 0) | (lost["high"] < 0)
    order = share.abs().sort_values(ascending=False).index
    return [str(lost.loc[i, "process"]) for i in order if abs(share[i]) >= 0.25 and clear[i]]

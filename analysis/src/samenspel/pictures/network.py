"""The support network around one person, from a snapshot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from samenspel.pairs import Array, scenario_names
from samenspel.pictures import look
from samenspel.pictures.data import month_in_words, scenario_name
from samenspel.pictures.data import scenario_title as title_of
from samenspel.pictures.look import Picture
from samenspel.pictures.sheet import Sheet
from samenspel.runs import Run
from samenspel.words import listed, number, say

KINDS: Mapping[str, tuple[str, object]] = {
    "household": (look.VERMILION, "-"),
    "kin": (look.ORANGE, look.LINES[3]),
    "street": (look.GREEN, look.LINES[2]),
    "friend": (look.BLUE, look.LINES[1]),
}
"""Colour and line of each kind of tie, in the order in which they go round."""

_INNER, _OUTER, _NAMES = 0.86, 1.4, 1.52
_HEIGHT = 3.5


@dataclass(frozen=True)
class Around:
    """A person with the people around it.

    `inner` has a row for each one the person counts on: id, kind, strength, needy; `outer` the ids
    of those on whom they count beside; `ties` is (ego, alter) between all of these.
    """

    person: int
    age: int
    inner: pd.DataFrame
    outer: list[int]
    ties: list[tuple[int, int]]


def draw_network(
    run: Run,
    person: int | None = None,
    month: str | None = None,
    scenario: str | None = None,
    lang: str = "en",
    replicate: int = 0,
) -> Picture:
    """Draw the people on whom one resident counts, and those on whom these count.

    `person` is the number of a resident in the file (`person_id` of the panel); without it the one
    with a need whose number of ties is nearest to the mean. `month` is that of a snapshot, as
    ``"2029-12"``; without it the last. Raises `ValueError` where there is no snapshot, or no such
    person in it.
    """
    if "snapshots" not in run.groups or not len(run.snapshots):
        raise ValueError(
            f"{run.path.name}: holds no snapshot; record: {{snapshots: [2029-12]}} makes one"
        )
    month = list(run.snapshots)[-1] if month is None else month
    if month not in run.snapshots:
        raise ValueError(f"no snapshot of {month}; there are {', '.join(run.snapshots)}")
    around = around_of(run, person, month, scenario, replicate)
    with look.style():
        sheet = Sheet(lang, height=_HEIGHT, free=True)
        _draw(sheet, sheet.panels[0], around)
        figure = sheet.finish()
    year, _, digits = month.partition("-")
    kinds = [
        say(f"picture.network.count.{kind}", lang, count=int(count))
        for kind in KINDS
        if (count := (around.inner["kind"] == kind).sum())
    ]
    inner = set(around.inner["id"])
    numbers = {
        "scenario": title_of(run, scenario, lang),
        "month": month_in_words(int(year) + (int(digits) - 1) / 12, lang),
        "number": replicate + 1,
        "count": len(around.inner),
        "outer": len(around.outer),
        "age": around.age,
        "kinds": listed(kinds, lang),
        "needy": int(around.inner["needy"].sum()),
        "closed": len({ego for ego, alter in around.ties if ego in inner and alter in inner}),
    }
    return Picture(
        name=f"network-{around.person}",
        figure=figure,
        title=say("picture.network.title", lang),
        caption=say("picture.network.caption", lang, **numbers),
        alt=say("picture.network.alt", lang, **numbers),
        table=_table(around, month, scenario_name(run, scenario), replicate),
    )


def around_of(
    run: Run, person: int | None, month: str, scenario: str | None, replicate: int
) -> Around:
    """Return the people around a person; see `draw_network`."""
    snapshot = run.snapshots[month]
    index = scenario_names(run).index(scenario_name(run, scenario))
    people = snapshot.rows("residents", index, replicate, ["id", "birth", "needs"])
    people = people[people["id"] > 0].set_index("id")
    columns = ["ego", "alter", "kind", "strength"]
    ties = snapshot.rows("support_ties", index, replicate, columns)
    if not len(people) or not len(ties):
        raise ValueError(f"the snapshot of {month} has no ties of replicate {replicate}")
    if person is None:
        person = _typical(people, ties)
    if person not in people.index:
        raise ValueError(f"no person {person} in the snapshot of {month}")
    inner = ties[ties["ego"] == person].drop_duplicates("alter")
    if not len(inner):
        raise ValueError(f"person {person} counts on nobody in {month}: there is no network")
    near = inner["alter"].tolist()
    beyond = ties[ties["ego"].isin(near)]
    pairs = [
        (int(ego), int(alter)) for ego, alter in zip(beyond["ego"], beyond["alter"], strict=True)
    ]
    outer = list(
        dict.fromkeys(alter for _, alter in pairs if alter not in near and alter != person)
    )
    table = pd.DataFrame(
        {
            "id": [int(alter) for alter in near],
            "kind": inner["kind"].astype(str).tolist(),
            "strength": inner["strength"].tolist(),
            "needy": [bool(people["needs"].get(alter, 0)) for alter in near],
        }
    )
    start = pd.Timestamp(str(run.series["date"].values[0]))
    months = (int(month[:4]) - start.year) * 12 + int(month[5:]) - start.month
    return Around(
        person=int(person),
        age=int((months - int(people.loc[person, "birth"])) // 12),
        inner=table,
        outer=outer,
        ties=pairs,
    )


def _typical(people: pd.DataFrame, ties: pd.DataFrame) -> int:
    """Return the resident with a need whose ties are nearest to the mean; the lowest number."""
    degree = ties["ego"].value_counts()
    needy = people.index[people["needs"] > 0].intersection(degree.index)
    if not len(needy):
        needy = people.index.intersection(degree.index)
    distance = (degree.loc[needy] - degree.mean()).abs()
    return int(distance[distance == distance.min()].index.min())


def _draw(sheet: Sheet, axes: Axes, around: Around) -> None:
    middle = np.array([sheet.width / 2, _HEIGHT / 2])
    order = [kind for kind in KINDS if (around.inner["kind"] == kind).any()]
    inner = around.inner.assign(turn=around.inner["kind"].map({k: i for i, k in enumerate(order)}))
    inner = inner.sort_values(["turn", "id"], kind="stable").reset_index(drop=True)
    own = {
        int(i): [alter for alter in around.outer if _first(around.ties, alter, inner["id"]) == i]
        for i in inner["id"]
    }
    spots: dict[int, Array] = {around.person: middle}
    angles = _angles([len(own[int(i)]) for i in inner["id"]])
    for i, (low, high) in zip(inner["id"], angles, strict=True):
        spots[int(i)] = middle + _INNER * _at((low + high) / 2)
        for k, alter in enumerate(own[int(i)]):
            spots[alter] = middle + _OUTER * _at(low + (high - low) * (k + 0.5) / len(own[int(i)]))
    near = set(inner["id"].tolist())
    for ego, alter in around.ties:
        if alter == around.person:
            continue
        close = ego in near and alter in near
        xs, ys = zip(spots[ego], spots[alter], strict=True)
        axes.plot(
            xs, ys, color=look.GREY if close else look.PALE, lw=0.9 if close else 0.6, zorder=1
        )
    outer = np.array([spots[alter] for alter in around.outer]).reshape(-1, 2)
    axes.plot(outer[:, 0], outer[:, 1], "o", color="white", mec=look.GREY, mew=0.8, ms=4, zorder=2)
    for row in inner.itertuples():
        colour, line = KINDS[row.kind]
        xs, ys = zip(middle, spots[int(row.id)], strict=True)
        width = 1.0 + 3.0 * float(row.strength)
        (tie,) = axes.plot(xs, ys, color=colour, lw=width, ls=line, zorder=2, solid_capstyle="butt")
        look.name(tie, f"support_ties: {row.kind}, strength {row.strength:.2f}")
        face = colour if row.needy else "white"
        axes.plot(xs[1:], ys[1:], "o", color=face, mec=colour, mew=2, ms=10, zorder=3)
    axes.plot(*middle, "o", color=look.INK, ms=13, zorder=4)
    _names(sheet, axes, around, inner, angles, middle)


def _first(ties: Sequence[tuple[int, int]], alter: int, near: pd.Series[int]) -> int:
    """Return who of those near counts on `alter`: the first in their order."""
    egos = {ego for ego, to in ties if to == alter}
    return int(next(i for i in near if i in egos))


def _angles(counts: Sequence[int]) -> list[tuple[float, float]]:
    """Return a sector for each of those near, wider for who counts on more others."""
    weights = np.array([1.2 + count for count in counts])
    ends = np.concatenate([[0.0], np.cumsum(weights)]) / weights.sum() * 2 * np.pi
    return [
        (np.pi / 2 - float(a), np.pi / 2 - float(b)) for a, b in zip(ends, ends[1:], strict=False)
    ]


def _at(angle: float) -> Array:
    return np.array([np.cos(angle), np.sin(angle)])


def _names(
    sheet: Sheet,
    axes: Axes,
    around: Around,
    inner: pd.DataFrame,
    angles: Sequence[tuple[float, float]],
    middle: Array,
) -> None:
    """Write the kinds around the rings, and who is in the middle."""
    for kind, rows in inner.groupby("kind", sort=False):
        first, last = int(rows.index[0]), int(rows.index[-1])
        angle = (angles[first][0] + angles[last][1]) / 2
        x, y = middle + _NAMES * _at(angle)
        side = np.cos(angle)
        axes.text(
            x,
            y,
            say(f"picture.network.{kind}", sheet.lang),
            color=look.INK,
            ha="left" if side > 0.2 else "right" if side < -0.2 else "center",
            va="center" if abs(side) > 0.2 else "bottom" if np.sin(angle) > 0 else "top",
            fontsize=look.SMALL,
            fontweight="bold",
        )
    text = say("picture.network.you", sheet.lang, age=number(around.age, sheet.lang))
    axes.text(
        middle[0],
        middle[1] - 0.17,
        text,
        ha="center",
        va="top",
        fontsize=look.SMALL,
        zorder=5,
        bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.85, "pad": 1.0},
    )


def _table(around: Around, month: str, scenario: str, replicate: int) -> pd.DataFrame:
    of = {"scenario": scenario, "replicate": replicate, "month": month, "person": around.person}
    kind = dict(zip(around.inner["id"], around.inner["kind"], strict=True))
    rows = [
        {
            "variable": "support_ties/strength",
            "unit": "1",
            "value": float(row.strength),
            **of,
            "ego": around.person,
            "alter": int(row.id),
            "kind": kind[row.id],
        }
        for row in around.inner.itertuples()
    ]
    others = [
        {"variable": "support_ties", "unit": "1", "value": 1.0, **of, "ego": ego, "alter": alter}
        for ego, alter in around.ties
        if alter != around.person
    ]
    return look.table([*rows, *others])

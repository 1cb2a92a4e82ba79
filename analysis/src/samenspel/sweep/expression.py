"""The grammar of claims: expressions such as ``mean(diff(trust_mean, tight))@2025``.

It is that of the key ``expect:`` of scenarios. What an expression comes to is in `valuation`.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]

FUNCTIONS = (
    *("mean", "sum", "share", "diff", "ratio", "max", "min"),
    *("slope", "sd", "half_width", "abs", "settles", "half_life"),
)
COMPARISONS: dict[str, Callable[[Array, float], Array]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
SCENARIO_OR_EXPRESSION = ("diff", "ratio", "max", "min")
_TAKES_NUMBER = ("share", "settles")
_TOKEN = re.compile(r"\s*(\.\.|[<>]=?|[()\[\],@]|[A-Za-z0-9_.+-]+?(?=\.\.|[^A-Za-z0-9_.+-]|$))")
_MOMENT = re.compile(r"(\d{4})(?:-(\d{2}))?")


class ExpressionError(ValueError):
    """An expression that cannot be read, or not be valued here; the message says why."""


@dataclass(frozen=True)
class Node:
    """A variable, or a function of one or two expressions."""

    name: str
    first: Node | None = None
    second: Node | None = None
    scenario: str = ""
    number: float = 0.0
    where: tuple[str, ...] = ()
    time: tuple[str, str] | None = None


@dataclass(frozen=True)
class Test:
    """An expression, and what it is held against: ``operator`` is empty for an expression alone."""

    __test__ = False  # no test of pytest
    text: str
    root: Node
    operator: str = ""
    number: float = float("nan")

    def holds(self, values: Array) -> Array:
        """Return where values fulfil the comparison, of the same shape; NaN does not."""
        return COMPARISONS[self.operator](values, self.number)


@dataclass
class _Reader:
    text: str
    tokens: list[str] = field(default_factory=list)
    at: int = 0

    def __post_init__(self) -> None:
        position = 0
        text = self.text.rstrip()
        while position < len(text):
            match = _TOKEN.match(text, position)
            if not match:
                raise ExpressionError(f"{self.text}: not expected: {text[position:][:12]!r}")
            self.tokens.append(match[1])
            position = match.end()

    def peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self) -> str:
        token = self.peek()
        self.at += 1
        return token

    def expect(self, token: str) -> None:
        if self.take() != token:
            raise ExpressionError(
                f"{self.text}: {token!r} is expected after {' '.join(self.tokens[: self.at - 1])!r}"
            )

    def moment(self) -> str:
        token = self.take()
        if not _MOMENT.fullmatch(token):
            raise ExpressionError(f"{self.text}: {token!r} is no time, such as 2025 or 2025-03")
        return token

    def time(self) -> tuple[str, str] | None:
        if self.peek() != "@":
            return None
        self.take()
        first = self.moment()
        if self.peek() != "..":
            return first, first
        self.take()
        return first, self.moment()

    def where(self) -> tuple[str, ...]:
        if self.peek() != "[":
            return ()
        self.take()
        places = [self.take()]
        while self.peek() == ",":
            self.take()
            places.append(self.take())
        self.expect("]")
        return tuple(places)

    def expression(self) -> Node:
        name = self.take()
        if not re.fullmatch(r"[A-Za-z_]\w*", name):
            raise ExpressionError(
                f"{self.text}: a function or a variable is expected, not {name!r}"
            )
        if self.peek() != "(":
            return Node(name, where=self.where(), time=self.time())
        if name not in FUNCTIONS:
            raise ExpressionError(
                f"{self.text}: unknown function {name!r}, allowed are {', '.join(FUNCTIONS)}"
            )
        self.take()
        first = self.expression()
        scenario, second, number = "", None, None
        while self.peek() == ",":
            self.take()
            bare = self.at + 1 < len(self.tokens) and self.tokens[self.at + 1] in ",)"
            if bare and name in _TAKES_NUMBER and number is None and _is_number(self.peek()):
                number = float(self.take())
            elif scenario or second:
                raise ExpressionError(f"{self.text}: too much in {name}(…)")
            elif bare:
                scenario = self.take()
            elif name in SCENARIO_OR_EXPRESSION:
                second = self.expression()
            else:
                raise ExpressionError(f"{self.text}: {name} has no second expression")
        self.expect(")")
        if name in SCENARIO_OR_EXPRESSION and not scenario and second is None:
            raise ExpressionError(f"{self.text}: {name} needs a scenario or a second expression")
        if name == "settles" and number is None:
            raise ExpressionError(f"{self.text}: settles needs a number")
        return Node(name, first, second, scenario, number or 0.0, time=self.time())


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def parse(text: str) -> Test:
    """Read an expression, alone or with a comparison such as ``> 1.02`` after it."""
    reader = _Reader(text)
    root = reader.expression()
    if not reader.peek():
        return Test(text, root)
    sign = reader.take()
    number = reader.take()
    if sign not in COMPARISONS or not _is_number(number) or reader.peek():
        raise ExpressionError(f"{text}: one of < <= > >= and a number are expected at the end")
    return Test(text, root, sign, float(number))


def nodes(node: Node) -> list[Node]:
    """Return a node and all below it."""
    below = [n for n in (node.first, node.second) if n is not None]
    return [node] + [n for child in below for n in nodes(child)]


def variables(test: Test) -> list[str]:
    """Return the names of the variables of an expression, each once, in its order."""
    return list(dict.fromkeys(n.name for n in nodes(test.root) if n.first is None))


def scenarios(test: Test) -> list[str]:
    """Return the names of the other scenarios in an expression, each once, in its order."""
    return list(dict.fromkeys(n.scenario for n in nodes(test.root) if n.scenario))


def last_month(test: Test) -> str | None:
    """Return the last time that is named, such as ``2024`` or ``2019-06``; None for the whole run.

    None too where one variable of several is seen over the whole run.
    """

    def latest(node: Node, inherited: str | None) -> str | None:
        here = node.time[1] if node.time else inherited
        children = [c for c in (node.first, node.second) if c is not None]
        if not children:
            return here
        found = [latest(child, here) for child in children]
        if any(end is None for end in found):
            return None
        return max(
            (end for end in found if end), key=lambda end: end if "-" in end else end + "-12"
        )

    return latest(test.root, None)

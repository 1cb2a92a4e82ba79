"""A stochastic actor-oriented model as its formulas say it, without any thought of speed.

Every effect is the statistic of ego with the tie less without it, or the sum over third actors that
its definition names; nothing is shared with the program that it checks.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field


@dataclass
class Covariate:
    values: list[float]
    range: float = 0
    mean: float = math.nan
    similarity_mean: float = math.nan

    def __post_init__(self) -> None:
        n = len(self.values)
        if math.isnan(self.mean):
            self.mean = sum(self.values) / n
        self.range = self.range or max(self.values) - min(self.values)
        pairs = [self.alike(i, j) for i in range(n) for j in range(n) if i != j]
        if math.isnan(self.similarity_mean):
            self.similarity_mean = sum(pairs) / len(pairs)

    def alike(self, i: int, j: int) -> float:
        return 1 - abs(self.values[i] - self.values[j]) / self.range

    def similarity(self, i: int, j: int) -> float:
        return self.alike(i, j) - self.similarity_mean

    def centred(self, i: int) -> float:
        return self.values[i] - self.mean


def centred_pairs(pairs: dict[tuple[int, int], float], actors: int) -> Callable[[int, int], float]:
    mean = sum(pairs.values()) / actors / (actors - 1)
    return lambda i, j: pairs.get((i, j), 0) - mean


@dataclass
class Term:
    """An effect in a model: `role` evaluation, creation or endowment."""

    name: str
    role: str
    value: float
    of: str | None = None
    parameter: float | None = None


@dataclass
class Pace:
    """How often something may change: `by` "outdegree", "indegree" or a covariate."""

    rate: float
    by: dict[str, float] = field(default_factory=dict)


@dataclass
class Behaviour:
    """A covariate that changes in steps of one between its ends."""

    least: int
    most: int
    pace: Pace
    terms: list[tuple[str, float]] = field(default_factory=list)


@dataclass
class Model:
    tie: list[list[int]]  # 1 where i names j
    covariates: dict[str, Covariate]
    dyadic: dict[str, Callable[[int, int], float]]
    behaviours: dict[str, Behaviour]  # by the name of the covariate
    terms: list[Term]
    pace: Pace
    most: int = 0  # the highest outdegree, 0 for none
    actors: range = field(init=False)

    def __post_init__(self) -> None:
        self.actors = range(len(self.tie))

    # --- Counts ----------------------------------------------------------------------------------

    def others(self, *but: int) -> Iterable[int]:
        return (h for h in self.actors if h not in but)

    def named(self, i: int) -> list[int]:
        return [j for j in self.actors if self.tie[i][j]]

    def naming(self, i: int) -> list[int]:
        return [j for j in self.actors if self.tie[j][i]]

    def mutual(self, i: int) -> list[int]:
        return [j for j in self.named(i) if self.tie[j][i]]

    def two_paths(self, i: int, j: int) -> int:
        return sum(self.tie[i][h] * self.tie[h][j] for h in self.others(i, j))

    def shared(self, i: int, j: int) -> int:
        return sum(self.tie[i][h] * self.tie[j][h] for h in self.others(i, j))

    def common(self, i: int, j: int) -> int:
        return sum(self.tie[h][i] * self.tie[h][j] for h in self.others(i, j))

    def back_paths(self, i: int, j: int) -> int:
        return sum(self.tie[j][h] * self.tie[h][i] for h in self.others(i, j))

    def partners(self, i: int, j: int) -> int:
        return len((set(self.mutual(i)) & set(self.mutual(j))) - {i, j})

    # --- Effects on ties -------------------------------------------------------------------------

    def by_statistic(self, i: int, j: int, statistic: Callable[[int], float]) -> float:
        before = self.tie[i][j]
        self.tie[i][j] = 1
        made = statistic(i)
        self.tie[i][j] = 0
        value = made - statistic(i)
        self.tie[i][j] = before
        return value

    def structural(self, i: int, j: int) -> dict[str, Callable[[], float]]:
        x = self.tie

        def stat(statistic: Callable[[int], float]) -> Callable[[], float]:
            return lambda: self.by_statistic(i, j, statistic)

        return {
            "density": lambda: 1,
            "recip": lambda: x[j][i],
            "transTrip": stat(lambda e: sum(self.two_paths(e, k) for k in self.named(e))),
            "transTrip1": lambda: self.two_paths(i, j),
            "transTrip2": lambda: self.shared(i, j),
            "transMedTrip": lambda: self.common(i, j),
            "cycle3": lambda: self.back_paths(i, j),
            "transRecTrip": lambda: (
                x[j][i] * self.two_paths(i, j) + sum(x[j][h] for h in self.mutual(i) if h != j)
            ),
            "transTies": stat(lambda e: sum(self.two_paths(e, k) > 0 for k in self.named(e))),
            "nbrDist2": stat(
                lambda e: sum(self.two_paths(e, k) > 0 and not x[e][k] for k in self.others(e))
            ),
            "between": lambda: sum(1 - x[h][j] for h in self.naming(i) if h != j),
            "Jout": lambda: jaccard(self.named(i), self.named(j)),
            "Jin": lambda: jaccard(self.naming(i), self.naming(j)),
            "inPop": lambda: len(self.naming(j)) + 1 - x[i][j],
            "inPopSqrt": lambda: math.sqrt(len(self.naming(j)) + 1 - x[i][j]),
            "outPop": lambda: len(self.named(j)),
            "outPopSqrt": lambda: math.sqrt(len(self.named(j))),
            "reciPop": lambda: len(self.mutual(j)) + x[j][i],
            "inAct": lambda: len(self.naming(i)),
            "inActSqrt": lambda: math.sqrt(len(self.naming(i))),
            "outAct": stat(lambda e: len(self.named(e)) ** 2),
            "outActSqrt": stat(lambda e: len(self.named(e)) ** 1.5),
            "outIso": stat(lambda e: not self.named(e)),
            "isolateNet": stat(lambda e: not self.named(e) and not self.naming(e)),
        }

    def weighted(self, i: int, j: int, parameter: float) -> dict[str, Callable[[], float]]:
        scale = math.exp(parameter / 100)

        def geometric(count: int) -> float:
            return sum((1 - 1 / scale) ** way for way in range(count))

        return {
            "gwespFF": lambda: geometric(self.two_paths(i, j)),
            "gwespFB": lambda: geometric(self.shared(i, j)),
            "gwespBF": lambda: geometric(self.common(i, j)),
            "gwespBB": lambda: geometric(self.back_paths(i, j)),
            "gwespRR": lambda: geometric(self.partners(i, j)),
            "reciAct": lambda: self.by_statistic(
                i, j, lambda e: len(self.named(e)) * len(self.mutual(e)) ** (1 / parameter)
            ),
        }

    def attributed(self, i: int, j: int, c: Covariate) -> dict[str, Callable[[], float]]:
        v, x = c.values, self.tie

        def same_triplets(ego: int) -> float:
            return sum(self.two_paths(ego, k) for k in self.named(ego) if v[k] == v[ego])

        return {
            "egoX": lambda: c.centred(i),
            "altX": lambda: c.centred(j),
            "egoXaltX": lambda: c.centred(i) * c.centred(j),
            "sameX": lambda: v[i] == v[j],
            "simX": lambda: c.similarity(i, j),
            "diffX": lambda: v[j] - v[i],
            "absDiffX": lambda: abs(v[j] - v[i]),
            "higher": lambda: (v[i] > v[j]) + (v[i] == v[j]) / 2,
            "sameXRecip": lambda: x[j][i] * (v[i] == v[j]),
            "simRecipX": lambda: x[j][i] * c.similarity(i, j),
            "sameXTransTrip": lambda: self.by_statistic(i, j, same_triplets),
        }

    def contribution(self, term: Term, i: int, j: int) -> float:
        if term.of in self.dyadic:
            return self.dyadic[term.of](i, j)
        if term.of:
            return self.attributed(i, j, self.covariates[term.of])[term.name]()
        return {**self.structural(i, j), **self.weighted(i, j, term.parameter or 0)}[term.name]()

    def utility(self, i: int, j: int) -> float:
        idle = "creation" if self.tie[i][j] else "endowment"
        worth = sum(t.value * self.contribution(t, i, j) for t in self.terms if t.role != idle)
        return -worth if self.tie[i][j] else worth

    # --- Effects on the behaviour ----------------------------------------------------------------

    def steps(self, name: str, i: int, d: int) -> dict[str, Callable[[], float]]:
        c = self.covariates[name]
        z, now, named = c.values, c.values[i], self.named(i)
        centred = [c.centred(j) for j in named]
        back = [c.centred(j) for j in self.mutual(i)]
        closer = [(abs(now - z[j]) - abs(now + d - z[j])) / c.range for j in named]
        return {
            "linear": lambda: d,
            "quad": lambda: (2 * c.centred(i) + d) * d,
            "avSim": lambda: mean(closer),
            "totSim": lambda: sum(closer) - len(named) * c.similarity_mean,
            "avAlt": lambda: d * mean(centred),
            "totAlt": lambda: d * sum(centred),
            "avRecAlt": lambda: d * mean(back),
            "maxAlt": lambda: d * max(centred, default=0),
            "minAlt": lambda: d * min(centred, default=0),
            "avAttHigher": lambda: mean(
                [(min(0, now + d - z[j]) - min(0, now - z[j])) / c.range for j in named]
            ),
            "avAttLower": lambda: mean(
                [(max(0, now - z[j]) - max(0, now + d - z[j])) / c.range for j in named]
            ),
            "indeg": lambda: d * len(self.naming(i)),
            "outdeg": lambda: d * len(named),
            "recipDeg": lambda: d * len(back),
            "isolate": lambda: d * (not self.naming(i)),
        }

    # --- The process -----------------------------------------------------------------------------

    def rate(self, pace: Pace, i: int) -> float:
        by = {"outdegree": len(self.named(i)), "indegree": len(self.naming(i))}
        centred = {name: c.centred(i) for name, c in self.covariates.items()}
        return pace.rate * math.exp(sum(v * (by | centred)[k] for k, v in pace.by.items()))

    def option(self, i: int, behaviour: str | None) -> float:
        """The logarithm of the probability that the next opportunity is this one."""
        paces = [self.pace, *(b.pace for b in self.behaviours.values())]
        total = sum(self.rate(pace, h) for pace in paces for h in self.actors)
        own = self.behaviours[behaviour].pace if behaviour else self.pace
        return math.log(self.rate(own, i) / total)

    def tie_options(self, i: int) -> dict[int, float]:
        """Utilities of toggling the tie to each alter; ego itself is for changing nothing."""
        full = 0 < self.most <= len(self.named(i))
        able = [j for j in self.others(i) if self.tie[i][j] or not full]
        return {i: 0.0} | {j: self.utility(i, j) for j in able}

    def behaviour_options(self, name: str, i: int) -> dict[int, float]:
        behaviour, now = self.behaviours[name], self.covariates[name].values[i]
        return {
            d: d and sum(v * self.steps(name, i, d)[term]() for term, v in behaviour.terms)
            for d in (-1, 0, 1)
            if behaviour.least <= now + d <= behaviour.most
        }

    def mini_step(self, draw: random.Random) -> dict[str, object]:
        """Takes a step, every option with some chance; tells it and its probabilities."""
        i = draw.randrange(len(self.actors))
        name = draw.choice(sorted(self.behaviours)) if draw.random() < 0.3 else None
        options = self.behaviour_options(name, i) if name else self.tie_options(i)
        chosen = draw.choices(list(options), [math.exp(u / 2) for u in options.values()])[0]
        total = sum(math.exp(u) for u in options.values())
        told = {
            "variable": name or "network",
            "ego": i + 1,
            "alter": i + 1 if name else chosen + 1,
            "difference": chosen if name else "",
            "nochange": int(chosen == (0 if name else i)),
            "log_p_option": self.option(i, name),
            "log_p_choice": options[chosen] - math.log(total),
        }
        if name:
            self.covariates[name].values[i] += chosen
        elif chosen != i:
            self.tie[i][chosen] = 1 - self.tie[i][chosen]
        return told


def mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0


def jaccard(one: list[int], other: list[int]) -> float:
    either = set(one) | set(other)
    return len(set(one) & set(other)) / len(either) if either else 0

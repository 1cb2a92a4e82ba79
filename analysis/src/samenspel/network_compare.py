"""Holds the moments that ``samenspel network`` simulates against those of a reference.

The reference is a folder with `reference/parameter_sets.json`, `reference/moments.csv` (columns
`set`, `source`, `statistic`, `n_sims`, `mean`, `sd`, `se`) and `data/`. Each set is simulated by
each sampler, and each statistic that both have gives z = difference / standard error and the ratio
of the standard deviations. Run it as ``samenspel-network-compare FOLDER``.
"""

from __future__ import annotations

import argparse
import csv
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from samenspel.network_spec import Spec, read_sets, write_spec
from samenspel.programs import outcome
from samenspel.tables import InputError

LARGEST_Z = 4.0
RMS = (0.7, 1.3)
SPREAD = 0.05
FEWEST_SETS = 5
RARE = 0.05
SAMPLERS = ("dense", "sparse")


@dataclass(frozen=True)
class Moments:
    """What simulations say of one statistic."""

    count: int
    mean: float
    sd: float

    @property
    def error(self) -> float:
        """Return the standard error of the mean."""
        return self.sd / math.sqrt(self.count)


@dataclass(frozen=True)
class Comparison:
    """A statistic of a set by one sampler, beside the reference's."""

    set: str
    statistic: str
    sampler: str
    reference: Moments
    ours: Moments
    noise: float
    """Standard error of the ratio of standard deviations, by the kurtosis of our values."""

    @property
    def z(self) -> float:
        """Return how many standard errors the means are apart."""
        error = math.hypot(self.reference.error, self.ours.error)
        apart = self.ours.mean - self.reference.mean
        if error == 0:
            return 0.0 if abs(apart) <= 1e-6 * max(1.0, abs(self.reference.mean)) else math.inf
        return apart / error

    @property
    def ratio(self) -> float:
        """Return our standard deviation over the reference's."""
        if self.reference.sd == 0:
            return 1.0 if self.ours.sd == 0 else math.inf
        return self.ours.sd / self.reference.sd

    @property
    def spread_fits(self) -> bool:
        """Return whether the spreads are within 5%, or as near as so many runs can tell."""
        return abs(self.ratio - 1) <= max(SPREAD, LARGEST_Z * self.noise)


def reference_moments(path: Path, sources: Sequence[str]) -> dict[str, dict[str, Moments]]:
    """Read the moments of the reference by set and statistic."""
    found: dict[str, dict[str, Moments]] = {}
    try:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["source"] in sources:
                    one = Moments(int(row["n_sims"]), float(row["mean"]), float(row["sd"]))
                    found.setdefault(row["set"], {}).setdefault(row["statistic"], one)
    except OSError as error:
        raise InputError([f"{path}: cannot be read: {error.strerror}"]) from error
    except (KeyError, ValueError) as error:
        raise InputError([f"{path}: not a table of moments: {error}"]) from error
    return found


def our_name(statistic: str, network: str, behaviours: Sequence[str]) -> str:
    """Return what we call a statistic: the reference's names begin with the dependent variable."""
    if statistic == f"{network}.Rate.rate":
        return "hamming"
    for place, behaviour in enumerate(behaviours):
        if statistic == f"{behaviour}.Rate.rate":
            return "beh_abs_change" + (f"_{behaviour}" if place > 0 else "")
    if statistic.startswith(f"{network}."):
        return "network" + statistic[len(network) :]
    if any(statistic.startswith(f"{behaviour}.") for behaviour in behaviours):
        return re.sub(rf"\.{re.escape(network)}$", "", statistic)
    return statistic


def simulate(command: str, spec: Path, sampler: str, runs: int | None) -> dict[str, np.ndarray]:
    """Simulate a spec; return the values of each statistic."""
    out = spec.parent / f"{spec.stem}_{sampler}"
    line = [command, "network", "simulate", str(spec), "-o", str(out), "--sampler", sampler]
    line += ["--values", "--quiet", "--force"]
    line += ["--runs", str(runs)] if runs else []
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise InputError(done.stderr.strip().splitlines() or [f"{command}: {done.returncode}"])
    with (out / "values.csv").open(encoding="utf-8", newline="") as file:
        names = next(csv.reader(file))
        table = np.genfromtxt(file, delimiter=",", missing_values="NA", ndmin=2)
    shutil.rmtree(out)
    return {name: table[:, column] for column, name in enumerate(names) if name != "run"}


def moments_of(values: np.ndarray) -> tuple[Moments, float]:
    """Return the moments of values, and the relative standard error of their spread."""
    values = values[np.isfinite(values)]
    if len(values) < 2:
        return Moments(len(values), math.nan, math.nan), math.nan
    sd = float(values.std(ddof=1))
    if sd == 0:
        return Moments(len(values), float(values.mean()), 0.0), 0.0
    kurtosis = float((((values - values.mean()) / sd) ** 4).mean())
    noise = math.sqrt(max(kurtosis - 1, 0) / 4 / len(values))
    return Moments(len(values), float(values.mean()), sd), noise


def noise_of_ratio(ours: Moments, theirs: Moments, noise: float) -> float:
    """Return the relative standard error of the ratio of spreads, from that of our spread.

    What happens in few runs shows too little of its own kurtosis: of a rare count with the mean m
    it is 1 / m.
    """
    mean = max(abs(ours.mean), abs(theirs.mean))
    rare = math.sqrt(1 / (4 * ours.count * mean)) if 0 < mean < RARE else 0.0
    return max(noise, rare) * math.sqrt(1 + ours.count / theirs.count)


def compare_set(
    name: str,
    spec: Path,
    names: Mapping[str, str],
    reference: Mapping[str, Moments],
    samplers: Sequence[str],
    command: str,
    runs: int | None,
) -> list[Comparison]:
    """Simulate one set by each sampler; return what both have. `names`: ours by theirs."""
    found = []
    for sampler in samplers:
        values = simulate(command, spec, sampler, runs)
        for statistic, theirs in reference.items():
            if names[statistic] not in values:
                continue
            ours, noise = moments_of(values[names[statistic]])
            if ours.count < 2 or not math.isfinite(theirs.mean):
                continue
            both = noise_of_ratio(ours, theirs, noise)
            found.append(Comparison(name, statistic, sampler, theirs, ours, both))
    return found


def table_lines(found: Sequence[Comparison], samplers: Sequence[str]) -> list[str]:
    """Return the table of one set: a statistic a line."""
    by = {(one.statistic, one.sampler): one for one in found}
    heading = f"{'set ' + found[0].set:<28}{'reference':>12}"
    heading += "".join(f"{sampler:>12}{'z':>8}{'sd ratio':>10}" for sampler in samplers)
    lines = [heading]
    for statistic in dict.fromkeys(one.statistic for one in found):
        line = f"{statistic:<28}"
        for place, sampler in enumerate(samplers):
            one = by[statistic, sampler]
            line += f"{one.reference.mean:>12.6g}" if place == 0 else ""
            mark = "" if one.spread_fits else "*"
            line += f"{one.ours.mean:>12.6g}{one.z:>8.2f}{one.ratio:>9.3f}{mark or ' '}"
        lines.append(line.rstrip())
    return lines


def summary(found: Sequence[Comparison], what: str) -> tuple[str, bool]:
    """Return a line on some comparisons, and whether they agree.

    The statistics of one set hang together, so that rms z is judged over several sets only.
    """
    z = np.array([one.z for one in found])
    rms = float(np.sqrt(np.mean(z**2)))
    wide = [one for one in found if not one.spread_fits]
    worst = found[int(np.argmax(np.abs(z)))]
    within = sum(abs(one.ratio - 1) <= SPREAD for one in found)
    fine = bool(np.abs(z).max() < LARGEST_Z) and not wide
    line = (
        f"{what:<14}{len(found)} statistics: largest |z| {abs(worst.z):.2f} ({worst.set} "
        f"{worst.statistic}), rms z {rms:.2f}, sd within 5%: {within} of {len(found)}"
    )
    rare = len(found) - within - len(wide)
    line += f", {rare} more as near as so many runs can tell" if rare else ""
    line += f"; outside: {', '.join(f'{one.set} {one.statistic}' for one in wide)}" if wide else ""
    several = len({one.set for one in found}) >= FEWEST_SETS
    return line, fine and (not several or RMS[0] <= rms <= RMS[1])


def read_covariance(path: Path) -> tuple[list[str], np.ndarray]:
    """Read the covariance of statistics over simulations, with their names on both sides."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    try:
        return rows[0][1:], np.array([[float(cell) for cell in row[1:]] for row in rows[1:]])
    except (IndexError, ValueError) as error:
        raise InputError([f"{path}: not a table of covariances: {error}"]) from error


def joint_test(
    found: Sequence[Comparison], names: Sequence[str], covariance: np.ndarray
) -> tuple[float, int, float]:
    """Return chi-square of all means together, its degrees of freedom, and it as a z-score.

    The last is by the cube root of Wilson and Hilferty (1931).
    """
    by = {one.statistic: one for one in found}
    kept = [place for place, name in enumerate(names) if name in by]
    if not kept:
        return 0.0, 0, 0.0
    chosen = [by[names[place]] for place in kept]
    apart = np.array([one.ours.mean - one.reference.mean for one in chosen])
    share = 1 / chosen[0].ours.count + 1 / chosen[0].reference.count
    part = covariance[np.ix_(kept, kept)] * share
    square = float(apart @ np.linalg.solve(part, apart))
    count = len(kept)
    spread = 2 / (9 * count)
    return square, count, ((square / count) ** (1 / 3) - (1 - spread)) / math.sqrt(spread)


def parser() -> argparse.ArgumentParser:
    """Return the options of the command."""
    made = argparse.ArgumentParser(
        prog="samenspel-network-compare",
        description="Simulates the sets of a reference and compares moments; 1 if they differ.",
    )
    made.add_argument("folder", type=Path, help="with reference/ and data/")
    made.add_argument("--sets", help="names with commas between; without it, all")
    made.add_argument("--runs", type=int, help="simulations; without it, as many as the reference")
    made.add_argument("--sampler", choices=[*SAMPLERS, "both"], default="both")
    made.add_argument("--seed", type=int, default=1)
    made.add_argument("--keep", type=Path, metavar="FOLDER", help="where to leave the specs")
    made.add_argument(
        "--command",
        default=os.environ.get("SAMENSPEL_COMMAND", "samenspel"),
        help="the program; without it $SAMENSPEL_COMMAND, or samenspel",
    )
    return made


def _compare(options: argparse.Namespace, folder: Path) -> bool:
    sets = read_sets(options.folder / "reference/parameter_sets.json")
    sources = ("endstate", "rsiena_statistic", "ministep_counts")
    reference = reference_moments(options.folder / "reference/moments.csv", sources)
    wanted = options.sets.split(",") if options.sets else [name for name in sets]
    samplers = SAMPLERS if options.sampler == "both" else (options.sampler,)
    data = options.folder / "data"
    everything: list[Comparison] = []
    lines, fine = [], True
    for name in wanted:
        if name not in reference:
            raise InputError([f"set {name}: not in reference/moments.csv"])
        spec = write_spec(sets, name, data, folder, seed=options.seed)
        made = Spec(name, sets[name], data, folder)
        names = {s: our_name(s, made.network, made.behaviours) for s in reference[name]}
        found = compare_set(
            name, spec, names, reference[name], samplers, options.command, options.runs
        )
        if not found:
            raise InputError([f"set {name}: no statistic in common with the reference"])
        print("\n".join(table_lines(found, samplers)))
        missing = sorted(set(reference[name]) - {one.statistic for one in found})
        print(f"not compared: {', '.join(missing)}\n" if missing else "", flush=True)
        everything += found
        for sampler in samplers:
            part = [one for one in found if one.sampler == sampler]
            line, agrees = summary(part, f"{name} {sampler}")
            path = options.folder / f"reference/cov_{name}.csv"
            if path.is_file():
                square, count, z = joint_test(part, *read_covariance(path))
                line += f"; chi-square of {count} means together {square:.1f}, z {z:.2f}"
                agrees = agrees and z < LARGEST_Z
            lines.append(line)
            fine = fine and agrees
    for sampler in samplers if len(wanted) > 1 else ():
        part = [one for one in everything if one.sampler == sampler]
        line, agrees = summary(part, f"all {sampler}")
        lines.append(line)
        fine = fine and agrees
    print("\n".join(lines))
    return fine


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare; return 0 when all agree, 1 when something differs, 2 for bad input."""
    options = parser().parse_args(arguments)

    def work() -> int:
        if options.keep:
            return 0 if _compare(options, options.keep) else 1
        with tempfile.TemporaryDirectory() as folder:
            return 0 if _compare(options, Path(folder)) else 1

    return outcome(work, options.folder)


if __name__ == "__main__":
    sys.exit(main())

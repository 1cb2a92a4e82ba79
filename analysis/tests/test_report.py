"""Reports are whole, say what the file says, and refuse in a sentence what they cannot."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import pytest

from samenspel.report import KINDS, ReportError, write_report
from samenspel.report.command import main
from samenspel.report.making import Asked
from samenspel.words import LANGUAGES, say

SCENARIOS = Path(__file__).parents[2] / "scenarios"

SCENARIO = """\
samenspel: 1
title: {nl: "Eropaf <hier>", en: "Going out <here>"}
question: {nl: "Wat gebeurt er & waarom?", en: "What happens & why?"}
based_on: baseline
place: {scale: 0.01}
time: {months: 26}
runs: {replicates: 4}
levers: {outreach: 1}
expect:
  - claim: {nl: "er is meer bekend", en: "more is known"}
    test: "diff(mean(known_share), baseline) > 0"
  - {claim: "more wait", test: "diff(mean(waiting_share), baseline) > 0"}
  - {claim: "trust differs", test: "diff(mean(trust_mean), third) > 0"}
"""

THIRD = """\
samenspel: 1
title: {nl: "Derde", en: "Third"}
based_on: baseline
levers: {carer_support: 1}
"""


@dataclass
class Files:
    """A small run with its baseline, one replicate alone, and their differences."""

    folder: Path
    paired: Path
    own: Path
    one: Path
    differences: Path
    two: Path


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Files]:
    command = os.environ.get("SAMENSPEL_COMMAND") or shutil.which("samenspel")
    if not command:
        pytest.skip("SAMENSPEL_COMMAND names no program")
    folder = tmp_path_factory.mktemp("report")
    (folder / "out.yaml").write_text(SCENARIO, encoding="utf-8")
    (folder / "third.yaml").write_text(THIRD, encoding="utf-8")
    surroundings = {**os.environ, "SAMENSPEL_SCENARIOS": str(SCENARIOS)}
    small = ["--set", "place.scale=0.01", "--months", "26"]

    def call(*words: str) -> None:
        line = [str(command), *words, "--quiet"]
        done = subprocess.run(line, cwd=folder, env=surroundings, timeout=200)
        assert done.returncode in (0, 1)  # 1: a claim is broken.

    call("run", "out.yaml", "-o", "paired.h5")
    call("run", "baseline", *small, "--replicates", "4", "-o", "own.h5")
    call("run", "baseline", *small, "--set", "levers.outreach=1", "-o", "one.h5")
    call("compare", "own.h5", "paired.h5", "-o", "differences.h5")
    places = ["--set", 'place.municipality=["Zwolle","Utrecht"]', "--set", "place.scale=0.002"]
    call("run", "baseline", *places, "--months", "3", "-o", "two.h5")
    names = ("paired", "own", "one", "differences", "two")
    yield Files(folder, *(folder / f"{name}.h5" for name in names))


@cache
def made(path: Path, kind: str, lang: str, baseline: str | None) -> str:
    out = path.with_suffix(".html")
    write_report(path, out, Asked(kind=kind, lang=lang, baseline=baseline))
    return out.read_text(encoding="utf-8")


def page_of(path: Path, kind: str = "advice", lang: str = "en", baseline: str | None = None) -> str:
    """Make a report; the same one only once."""
    return made(path, kind, lang, baseline)


class Reader(HTMLParser):
    """Reads a page, and what is wrong in it."""

    EMPTY = ("meta", "link", "br", "img")

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.numbers: list[dict[str, str]] = []
        self.tags: dict[str, int] = {}
        self.text = ""
        self.feed(page)
        self.close()
        self.faults += [f"{name} is not closed" for name in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.tags[tag] = self.tags.get(tag, 0) + 1
        if tag not in self.EMPTY:
            self.open.append(tag)
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "a":
            self.links.append(found["href"])
        if tag == "data":
            self.numbers.append(found)
        if tag == "img" and not found.get("alt"):
            self.faults.append("a picture without words")
        self.faults += [
            f"{tag} fetches {value}"
            for name, value in found.items()
            if name in ("src", "href", "xlink:href", "action")
            and not value.startswith(("data:", "#"))
        ]
        self.faults += [f"{tag} has {name}" for name in found if name.startswith("on")]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self.EMPTY:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"/{tag} closes nothing")

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data


def whole(page: str, lang: str) -> Reader:
    read = Reader(page)
    assert not read.faults
    assert page.startswith(f'<!DOCTYPE html>\n<html lang="{lang}">')
    assert len(read.ids) == len(set(read.ids))
    assert {link[1:] for link in read.links} <= set(read.ids)
    assert read.tags["h1"] == 1 and "script" not in read.tags
    assert read.tags["caption"] == read.tags["table"]
    assert "{" not in read.text and "None" not in read.text and "nan" not in read.text
    assert "@import" not in page and "url(" not in re.sub(r"url\(#", "", page)
    assert len(page.encode()) < 3_000_000
    return read


WHOLE = [("paired", kind, lang) for kind in KINDS for lang in LANGUAGES]
WHOLE += [("own", "advice", "en"), ("own", "validation", "nl")]
WHOLE += [("one", "advice", lang) for lang in LANGUAGES]


@pytest.mark.parametrize(("name", "kind", "lang"), WHOLE)
def test_a_page_is_whole_and_fetches_nothing(files: Files, name: str, kind: str, lang: str) -> None:
    read = whole(page_of(getattr(files, name), kind=kind, lang=lang), lang)
    missing = say("report.missing.title", lang)
    if kind == "advice":
        assert (missing in read.text) == (name == "one")
        assert read.tags["figure"] >= 5


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_file_of_differences_gets_a_report_that_says_what_is_lacking(
    files: Files, lang: str
) -> None:
    read = whole(page_of(files.differences, lang=lang), lang)
    assert "samenspel report RUN.h5 --baseline" in read.text
    assert len(read.numbers) > 50


def test_what_a_scenario_says_is_text_and_not_markup(files: Files) -> None:
    page = page_of(files.paired, kind="advice", lang="en")
    assert "<here>" not in page and "Going out &lt;here&gt;" in page
    assert "What happens &amp; why?" in page


def test_one_run_alone_says_nothing_of_odds(files: Files) -> None:
    text = whole(page_of(files.one), "en").text
    assert say("report.missing.one_replicate", "en") in text
    assert say("report.odds.nearly_always", "en") not in text and " of 1 runs" not in text


@cache
def stored(file: h5py.File, name: str, variable: str, places: tuple[tuple[str, str], ...]) -> Any:
    """A variable of a scenario by replicate and month, and organisation, read by plain h5py."""
    data = file[f"series/{variable}"]
    axes = [dimension[0].name.rsplit("/", 1)[-1] for dimension in data.dims]
    values = data[()].astype(float)
    for axis in reversed(range(len(axes))):
        if axes[axis] in ("replicate", "month", "organisation"):
            continue
        labels = [label.decode() for label in file[f"series/{axes[axis]}"][()]]
        wanted = {"scenario": name, "municipality": labels[0], **dict(places)}[axes[axis]]
        values = values.take(labels.index(wanted), axis=axis)
    return values


def recomputed(number: dict[str, str], one: h5py.File, other: h5py.File) -> float:
    """What a number of a report should be, from the file alone."""
    place = dict(pair.split("=") for pair in number.get("data-place", "").split(";") if pair)
    scenario = number["data-scenario"]
    at = tuple((axis, label) for axis, label in place.items() if axis != "organisation_kind")

    def read(file: h5py.File, name: str, variable: str) -> Any:
        return stored(file, name, variable, at)

    def side(file: h5py.File, name: str, months: slice) -> Any:
        key = number["data-quantity"]

        def mean(variable: str) -> Any:
            return read(file, name, variable)[:, months].mean(axis=1)

        if key == "spending_per_resident":
            return 12 * mean("spending") / mean("residents")
        if key == "spending_per_ended":
            return mean("spending") / mean("needs_ended_by_help")
        if key.endswith("_a_year"):
            return 12 * mean(key.removesuffix("_a_year"))
        if key.endswith("_of_kind"):
            kinds = read(file, name, "organisation_kind")[:, months]
            here = kinds == float(place["organisation_kind"])
            if key == "organisations_of_kind":
                return here.sum(axis=2).mean(axis=1)
            values = read(file, name, key.removesuffix("_of_kind"))[:, months]
            return np.where(here, values, 0).sum(axis=2).mean(axis=1)
        return mean(key)

    def months(text: str) -> slice:
        first, last = text.split("-")
        return slice(int(first), int(last) + 1)

    value = side(one, scenario, months(number["data-months"]))
    against = number.get("data-baseline", scenario)
    base = side(other, against, months(number.get("data-base", number["data-months"])))
    count = min(len(value), len(base))
    difference = value[:count] - base[:count]
    t = {4: 3.18244630528}.get(count, np.nan)  # Student's t, 0.975, three degrees of freedom
    half = t * difference.std(ddof=1) / np.sqrt(count) if count > 1 else np.nan
    return float(
        {
            "value": value[:count].mean(),
            "baseline": base[:count].mean(),
            "difference": difference.mean(),
            "low": difference.mean() - half,
            "high": difference.mean() + half,
            "above": (difference > 0).sum(),
            "below": (difference < 0).sum(),
        }[number["data-statistic"]]
    )


@pytest.mark.parametrize("against", ["scenario", "file", "own start"])
def test_every_number_is_what_plain_h5py_finds_in_the_file(files: Files, against: str) -> None:
    path, other, shown = {
        "scenario": (files.paired, files.paired, {"out", "third"}),
        "file": (files.paired, files.own, {"out"}),
        "own start": (files.own, files.own, {"baseline"}),
    }[against]
    asked = {"baseline": str(files.own)} if against == "file" else {}
    numbers = [n for n in Reader(page_of(path, **asked)).numbers if "data-quantity" in n]
    kinds = {n["data-statistic"] for n in numbers}
    assert len(numbers) > 300 and {"value", "baseline", "difference", "above", "below"} <= kinds
    with h5py.File(path) as one, h5py.File(other) as two:
        scenarios = {number["data-scenario"] for number in numbers}
        assert scenarios == shown
        for number in numbers:
            expected = recomputed(number, one, two)
            assert float(number["value"]) == pytest.approx(expected, rel=1e-5, abs=1e-7), number


def test_differences_of_a_month_are_those_of_the_file(files: Files) -> None:
    numbers = [n for n in Reader(page_of(files.differences)).numbers if "data-quantity" in n]
    with h5py.File(files.differences) as file:
        group = file["difference"]
        statistics = [name.decode() for name in group["statistic"][()]]
        for number in numbers:
            place = dict(p.split("=") for p in number.get("data-place", "").split(";") if p)
            data = group[number["data-quantity"]]
            month = int(number["data-months"].split("-")[1])
            at: list[Any] = []
            for dimension in data.dims:
                axis = dimension[0].name.rsplit("/", 1)[-1]
                labels = [str(x, "utf-8") if isinstance(x, bytes) else x for x in dimension[0][()]]
                at.append(labels.index(place[axis]) if axis in place else 0)
            names = {"difference": "mean", "above": "above_zero", "low": "low", "high": "high"}
            name = names[number["data-statistic"]]
            at[1], at[2] = statistics.index(name), month
            expected = float(data[tuple(at)]) * (4 if name == "above_zero" else 1)
            assert float(number["value"]) == pytest.approx(expected, rel=1e-5), number


def test_what_is_shown_is_the_number_that_stands_behind_it(files: Files) -> None:
    page = page_of(files.paired, lang="nl")
    shown = re.findall(
        r'<data value="([^"]+)"[^>]*data-quantity="[a-z]+_share"[^>]*>([^<]+)<', page
    )
    checked = 0
    for value, text in shown:
        if text.endswith("%"):
            found = float(text[:-1].replace(",", ".").replace("\N{MINUS SIGN}", "-"))
            assert found == pytest.approx(100 * float(value), abs=0.0501)
            checked += 1
    assert checked > 20


def test_bad_input_is_refused_in_a_sentence(files: Files, tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    text = tmp_path / "text.h5"
    text.write_text("no file of numbers", encoding="utf-8")
    foreign = tmp_path / "foreign.h5"
    with h5py.File(foreign, "w") as file:
        file.attrs["source"] = "another program"
    unfinished = tmp_path / "run.h5.part"
    shutil.copy(files.one, unfinished)
    table = tmp_path / "table.csv"
    table.write_text("a,b\n1,2\n", encoding="utf-8")
    faults: list[tuple[Path, dict[str, Any], str]] = [
        (tmp_path / "none.h5", {}, "no such file"),
        (tmp_path / "run.h5", {}, "not finished"),
        (unfinished, {}, "not finished"),
        (text, {}, "not an HDF5 file"),
        (foreign, {}, "not written by samenspel"),
        (files.differences, {"kind": "validation"}, "name the file of a run"),
        (files.paired, {"scenario": "x"}, "it has out, baseline, third"),
        (files.paired, {"baseline": "out"}, "is the scenario that is reported on"),
        (files.paired, {"baseline": "nowhere"}, "neither a file nor a scenario"),
        (files.paired, {"municipality": "Zwolle"}, "one of 's-Hertogenbosch is expected"),
        (files.paired, {"explain": table}, "no column arm, effect"),
        (files.paired, {"sweep": files.one}, "a run, not a sweep"),
        (files.paired, {"lang": "de"}, "one of nl, en is expected"),
    ]
    for path, asked, sentence in faults:
        with pytest.raises(ReportError, match=re.escape(sentence)) as refused:
            write_report(path, out, Asked(**asked))
        assert "\n" not in str(refused.value)
        assert not out.exists()


def test_runs_of_other_chances_are_no_pairs(files: Files, tmp_path: Path) -> None:
    other = tmp_path / "other.h5"
    shutil.copy(files.own, other)
    with h5py.File(other, "r+") as file:
        file["runs/seed"][...] = 7
    with pytest.raises(ReportError, match="only runs of one seed are pairs"):
        write_report(files.paired, tmp_path / "o.html", Asked(baseline=str(other)))


def test_of_two_municipalities_the_one_that_is_asked_for_is_shown(files: Files) -> None:
    out = files.folder / "utrecht.html"
    write_report(files.two, out, Asked(municipality="Utrecht"))
    read = whole(out.read_text(encoding="utf-8"), "en")
    assert say("report.missing.municipalities", "en", place="Utrecht") in read.text
    assert read.tags["figure"] == 5 and "choose one of" not in read.text
    with h5py.File(files.two) as file:
        codes = [code.decode() for code in file["series/municipality"][()]]
        column = codes.index("GM0344")
        expected = file["series/unmet_share"][0, 0, :, column].mean()
    shown = [n for n in read.numbers if n.get("data-quantity") == "unmet_share"]
    assert float(next(n for n in shown if n["data-statistic"] == "value")["value"]) == (
        pytest.approx(expected, rel=1e-5)
    )


def test_a_variable_that_is_missing_is_named_and_the_rest_is_there(
    files: Files, tmp_path: Path
) -> None:
    lean = tmp_path / "lean.h5"
    shutil.copy(files.paired, lean)
    with h5py.File(lean, "r+") as file:
        del file["series/waiting_share"], file["series/spending"], file["names"]
    read = whole(page_of(lean), "en")
    assert say("report.missing.variable", "en", variable="waiting_share") in read.text
    assert "help that is missing" in read.text


def test_the_command_writes_beside_the_file_and_not_over_another(
    files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = tmp_path / "run.h5"
    shutil.copy(files.own, run)
    quick = ["--kind", "validation", "--lang", "nl"]
    assert main([str(run), *quick]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'run-validation.nl.html'}\n"
    assert main([str(run), *quick]) == 2
    assert capsys.readouterr().err.endswith(
        "run-validation.nl.html: exists; --force overwrites it\n"
    )
    assert main([str(run), "--lang", "nl"]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'run.nl.html'}\n"
    assert main([str(run), *quick, "--force", "--quiet"]) == 0
    assert main([str(tmp_path / "none.h5")]) == 2
    said = capsys.readouterr()
    assert (
        said.out == "" and said.err.startswith("samenspel report: ") and said.err.count("\n") == 1
    )

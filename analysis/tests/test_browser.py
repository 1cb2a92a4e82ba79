"""Reports in a browser: no accessibility violation, no script error, nothing fetched, no overflow.

Needs ``pip install './analysis[browser]'`` and Chromium, whose program is on the path or named by
SAMENSPEL_BROWSER; skipped without.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_report import Files, files, page_of

sync_api = pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.sync_playwright")

assert files  # A fixture, used by its name.


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    named = os.environ.get("SAMENSPEL_BROWSER")
    program = named or shutil.which("chromium") or shutil.which("google-chrome")
    if not program:
        pytest.skip("no Chromium on the path, and SAMENSPEL_BROWSER names none")
    with sync_api.sync_playwright() as playwright:
        # Root may not use the sandbox; the pages are the tests' own.
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def shown(files: Files, browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Show a report at a width, and what the browser says of it."""
    pages = []

    def show(name: str, kind: str, lang: str, width: int = 1200) -> tuple[Any, list[str]]:
        path = tmp_path / "report.html"
        path.write_text(page_of(getattr(files, name), kind=kind, lang=lang), encoding="utf-8")
        page = browser.new_page(viewport={"width": width, "height": 900})
        pages.append(page)
        said: list[str] = []
        page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: said.append(f"error: {error}"))
        page.on("request", lambda request: said.append(f"asks for {request.url}"))
        page.goto(path.as_uri())
        return page, [line for line in said if line != f"asks for {path.as_uri()}"]

    yield show
    for page in pages:
        page.close()


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("kind", ["advice", "validation"])
def test_axe_finds_nothing_and_nothing_is_asked_for(shown: Any, kind: str, lang: str) -> None:
    page, said = shown("paired", kind, lang)
    assert said == []
    found = axe.Axe().run(page).response["violations"]
    assert [(fault["id"], [node["html"][:200] for node in fault["nodes"]]) for fault in found] == []


@pytest.mark.parametrize("name", ["one", "differences"])
def test_axe_finds_nothing_in_a_report_that_lacks_something(shown: Any, name: str) -> None:
    page, said = shown(name, "advice", "nl")
    assert said == []
    assert axe.Axe().run(page).response["violations"] == []


def test_axe_would_notice_a_fault(shown: Any) -> None:
    page, _ = shown("paired", "validation", "en")
    page.evaluate("document.documentElement.removeAttribute('lang')")
    faults = {fault["id"] for fault in axe.Axe().run(page).response["violations"]}
    assert "html-has-lang" in faults


@pytest.mark.parametrize("width", [400, 1200])
def test_nothing_sticks_out_of_the_page(shown: Any, width: int) -> None:
    page, _ = shown("paired", "advice", "nl", width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_prints_to_a4(shown: Any) -> None:
    page, _ = shown("paired", "advice", "nl")
    printed = page.pdf(prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", printed)
    assert 4 < len(sizes) < 20
    for wide, high in sizes:
        assert (float(wide), float(high)) == pytest.approx((595.3, 841.9), abs=1)

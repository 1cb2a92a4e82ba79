from __future__ import annotations

import ast
from pathlib import Path

import numpy as np
import pytest

import samenspel.words as words

SOURCES = Path(words.__file__).parents[1]


def keys_in_sources() -> dict[str, str]:
    """Every key that the package asks for by its letters, and where."""
    found = {}
    for source in sorted(SOURCES.rglob("*.py")):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else None
            name = node.func.id if isinstance(node.func, ast.Name) else name
            first = node.args[0]
            if name == "say" and isinstance(first, ast.Constant):
                found[str(first.value)] = f"{source.name}:{node.lineno}"
    return found


@pytest.mark.parametrize("key", sorted(words.catalogue()))
def test_every_text_is_there_in_both_languages_with_the_same_numbers(key: str) -> None:
    texts = words.catalogue()[key]
    assert set(texts) == set(words.LANGUAGES)
    assert all(text.strip() for text in texts.values())
    assert words.fields(texts["nl"]) == words.fields(texts["en"])


def test_every_text_that_is_asked_for_is_there() -> None:
    missing = {k: at for k, at in keys_in_sources().items() if k not in words.catalogue()}
    assert not missing


def test_numbers_are_written_as_the_language_does() -> None:
    assert words.number(1234.5, "nl", ",.1f") == "1.234,5"
    assert words.number(1234.5, "en", ",.1f") == "1,234.5"
    assert words.number(0.123, "nl", ".1%") == "12,3%"
    assert words.number(-3.2, "nl", "+.1f") == "−3,2"
    assert words.number(2015, "nl") == "2015"
    assert words.number(156535, "nl") == "156.535"
    assert words.number(np.float32(0.5), "nl") == "0,500"
    assert words.number(float("nan"), "en") == "–"


def test_what_is_rounded_to_nothing_has_no_sign() -> None:
    assert words.number(-0.0001, "en", "+.1%") == "0.0%"


def test_one_and_many_have_their_own_word(monkeypatch: pytest.MonkeyPatch) -> None:
    text = {"x": {"nl": "{n} {n:?jaar|jaren}", "en": "{n} {n:?year|years}"}}
    monkeypatch.setattr(words, "catalogue", lambda: text)
    assert words.say("x", "en", n=1) == "1 year"
    assert words.say("x", "nl", n=3) == "3 jaren"


def test_a_text_that_is_missing_is_named() -> None:
    with pytest.raises(words.WordsError, match="no text 'nowhere'"):
        words.say("nowhere", "nl")
    with pytest.raises(words.WordsError, match="no language 'de'"):
        words.say("unit.euro", "de")


def test_a_number_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "catalogue", lambda: {"x": {"nl": "{n}", "en": "{n}"}})
    with pytest.raises(words.WordsError, match="'x' needs 'n'"):
        words.say("x", "nl")


def test_words_in_a_row_end_with_and() -> None:
    assert words.listed(["a", "b", "c"], "nl") == "a, b en c"
    assert words.listed(["a"], "en") == "a"
    assert words.listed([], "en") == ""

"""The words of pictures and reports, in Dutch and English from one source.

The files ``*.ini`` beside this one hold them: a section is a key, with a line in each language.

    [report.runs]
    nl = {count} {count:?run|runs}, {share:.1%} daarvan klaar
    en = {count} {count:?run|runs}, {share:.1%} of them finished

`say` fills in the numbers, in the digits of the language: 1.234,5 in Dutch, 1,234.5 in English.
Names of variables, levers and parameters stand in the file of a run, not here.
"""

from __future__ import annotations

import math
import string
from collections.abc import Mapping, Sequence
from configparser import ConfigParser
from functools import lru_cache
from importlib import resources
from typing import Any

import numpy as np

LANGUAGES = ("nl", "en")
"""The languages there are; a text that is not there in both is a fault."""

_MINUS = "\N{MINUS SIGN}"


class WordsError(KeyError):
    """A text that is not there, or a number that it needs; the message says which."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


def say(key: str, lang: str, **numbers: Any) -> str:
    """Return the text of `key` in a language, with its numbers filled in.

    A field is written as for `str.format`, with numbers as in `number`. ``{n:?run|runs}`` is the
    first word where n is 1, else the second.

    >>> say("unit.share", "nl")
    'aandeel'

    Raises `WordsError` where the text, the language or a number is missing.
    """
    texts = catalogue()
    if key not in texts:
        raise WordsError(f"no text {key!r} among the words")
    if lang not in LANGUAGES:
        raise WordsError(f"no language {lang!r}; there are {', '.join(LANGUAGES)}")
    if lang not in texts[key]:
        raise WordsError(f"the text {key!r} is not there in {lang!r}")
    try:
        return _Filler(lang).format(texts[key][lang], **numbers)
    except KeyError as missing:
        raise WordsError(f"the text {key!r} needs {missing}") from None


def number(value: Any, lang: str, spec: str = "") -> str:
    """Return a number as it is written in a language, by a format of `str.format`.

    Without `spec` whole numbers are written in full, with thousands parted from 10,000 on (so that
    years are not), and others with three digits.

    >>> number(1234.5, "nl", ",.1f"), number(-0.25, "en", ".0%"), number(12345, "nl")
    ('1.234,5', '−25%', '12.345')
    """
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and not math.isfinite(value):
        return "–"
    if not spec:
        spec = _usual(value)
    text = format(value, spec)
    if isinstance(value, bool | str):
        return text
    if lang == "nl":
        text = text.translate(str.maketrans(",.", ".,"))
    # What is rounded to nothing has no sign.
    if not any(digit in text for digit in "123456789"):
        text = text.replace("-", "").replace("+", "")
    return text.replace("-", _MINUS)


def catalogue() -> Mapping[str, Mapping[str, str]]:
    """Return all texts: by key, then by language."""
    return _read()


def fields(text: str) -> set[str]:
    """Return the names of the numbers that a text asks for."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def listed(items: Sequence[str], lang: str) -> str:
    """Return words in a row: "a, b and c".

    >>> listed(["a", "b", "c"], "en")
    'a, b and c'
    """
    if len(items) < 2:
        return "".join(items)
    last = {"nl": "en", "en": "and"}[lang]
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def _usual(value: Any) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return ",d" if abs(value) >= 10_000 else "d"
    if isinstance(value, float):
        size = abs(value)
        digits = 0 if size >= 100 else 2 - math.floor(math.log10(size)) if size > 0 else 0
        return f",.{min(digits, 6)}f"
    return ""


class _Filler(string.Formatter):
    def __init__(self, lang: str) -> None:
        self.lang = lang

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec.startswith("?"):
            one, many = format_spec[1:].split("|")
            return one if value == 1 else many
        return number(value, self.lang, format_spec)


@lru_cache(maxsize=1)
def _read() -> dict[str, dict[str, str]]:
    texts: dict[str, dict[str, str]] = {}
    folder = resources.files(__name__)
    for file in sorted(item.name for item in folder.iterdir() if item.name.endswith(".ini")):
        parser = ConfigParser(interpolation=None, delimiters=("=",), comment_prefixes=("#",))
        parser.read_string((folder / file).read_text(encoding="utf-8"), source=file)
        for key in parser.sections():
            if key in texts:
                raise WordsError(f"{file}: the text {key!r} is there twice")
            texts[key] = {lang: " ".join(text.split()) for lang, text in parser[key].items()}
    return texts

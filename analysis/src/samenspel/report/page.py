"""Pieces of the page: text that is safe, tables with a caption, numbers that say where from."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Sequence
from html import escape
from importlib import resources

from samenspel.pictures.look import Picture

SVG_MOST = 250_000
"""Characters; a larger drawing goes into the page as PNG."""


class Html(str):
    """Text that is markup already; every other text is escaped where it enters the page."""


def html(text: object) -> Html:
    """Return a text as markup."""
    return text if isinstance(text, Html) else Html(escape(str(text), quote=False))


def joined(parts: Iterable[object], between: str = "") -> Html:
    """Return parts after each other."""
    return Html(between.join(html(part) for part in parts))


def tag(name: str, *content: object, **attributes: object) -> Html:
    """Return an element; ``class_`` and ``data_x`` are the attributes class and data-x."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Html(f"<{name}{written}>{joined(content)}</{name}>")


def filled(text: str, **parts: object) -> Html:
    """Return a text with ``{name}`` replaced by markup."""
    pieces = re.split(r"\{(\w+)\}", text)
    return joined(html(parts[p]) if i % 2 else html(p) for i, p in enumerate(pieces))


def table(
    caption: object,
    head: Sequence[object],
    rows: Sequence[Sequence[object]],
    class_: str | None = None,
) -> Html:
    """Return a table whose first column names its rows; on a narrow screen it scrolls by itself."""
    columns = [tag("th", cell, scope="col") for cell in head]
    body = [
        tag("tr", tag("th", row[0], scope="row"), *(tag("td", cell) for cell in row[1:]))
        for row in rows
    ]
    inner = tag(
        "table",
        tag("caption", caption),
        tag("thead", tag("tr", *columns)),
        tag("tbody", *body),
        class_=" ".join([*([class_] if class_ else []), *(["short"] if len(rows) < 10 else [])])
        or None,
    )
    # What scrolls can be reached by the keyboard, and says what it is.
    plain = re.sub(r"<[^>]*>", "", str(html(caption)))
    return Html(
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(plain)}">{inner}</div>'
    )


def listing(items: Iterable[object], class_: str | None = None) -> Html:
    """Return a list without order."""
    return tag("ul", *(tag("li", item) for item in items), class_=class_)


def figure(picture: Picture) -> Html:
    """Return a picture with its title and caption below it."""
    drawn = picture.svg()
    if len(drawn) > SVG_MOST:
        data = base64.b64encode(picture.png()).decode()
        drawn = f'<img src="data:image/png;base64,{data}" alt="{escape(picture.alt)}">'
    title = tag("strong", picture.title[:1].upper() + picture.title[1:].rstrip("."), ".")
    caption = tag("figcaption", title, " ", picture.caption)
    return tag("figure", Html(drawn), caption, id="picture-" + picture.name)


def page(lang: str, title: str, body: object) -> str:
    """Return the whole page: nothing in it comes from elsewhere."""
    style = (resources.files("samenspel.report") / "style.css").read_text(encoding="utf-8")
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="generator" content="samenspel">\n'
        # Nothing is fetched, whatever a text in the file may hold.
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'; img-src data:\">\n"
        '<link rel="icon" href="data:,">\n'
        f"<title>{escape(title, quote=False)}</title>\n<style>\n{style}</style>\n</head>\n"
        f"<body>\n{html(body)}\n</body>\n</html>\n"
    )

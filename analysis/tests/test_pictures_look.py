"""What all pictures share: how they are saved, and that their letters have room."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import matplotlib
import numpy as np
import pandas as pd
import pytest

from samenspel.pictures import look
from samenspel.pictures.look import Picture
from samenspel.pictures.room import crowded
from samenspel.pictures.sheet import Sheet, spread


def made(title: str = "Trust & <hope>", ends: tuple[float, ...] = (1.0, 1.01, 3.0)) -> Picture:
    with look.style():
        sheet = Sheet("nl")
        axes = sheet.panels[0]
        axes.set_title(
            "Uren per week die iedereen samen aan anderen geeft, van dag tot dag en van jaar"
        )
        years = np.linspace(2015, 2029, 15)
        for i, end in enumerate(ends):
            (line,) = axes.plot(years, np.linspace(0, end, 15), color=look.COLOURS[i])
            look.name(line, "hours_given & more")
            sheet.end_label(axes, 2029, end, f"lijn {i}", look.COLOURS[i])
        axes.fill_between([2015, 2016], 0, 1, hatch="//", facecolor="none")
        sheet.years(axes, years)
        sheet.numbers(axes)
        figure = sheet.finish()
    rows = [{"what": "x", "value": end, "variable": "hours_given", "unit": "1"} for end in ends]
    return Picture("test", figure, title, "Caption.", 'Alt "text".', look.table(rows))


def test_the_same_picture_is_saved_as_the_same_bytes(tmp_path: Path) -> None:
    one, other = made(), made()
    assert one.svg() == one.svg() == other.svg()
    assert one.png() == other.png()
    assert one.save(tmp_path / "a.png").read_bytes()[:4] == b"\x89PNG"
    assert ElementTree.parse(one.save(tmp_path / "a.svg")).getroot().tag.endswith("svg")
    with pytest.raises(ValueError, match="saved as .png or .svg"):
        one.save(tmp_path / "a.pdf")


def test_an_svg_has_letters_title_and_alternative_text() -> None:
    root = ElementTree.fromstring(made().svg())
    space = "{http://www.w3.org/2000/svg}"
    assert [e.text for e in root][:2] == ["Trust & <hope>", 'Alt "text".']
    assert root.get("aria-labelledby") == f"{root[0].get('id')} {root[1].get('id')}"
    texts = {"".join(e.itertext()) for e in root.iter(f"{space}text")}
    assert {"lijn 0", "lijn 1", "lijn 2", "2015"} <= texts
    hovers = [e.text for group in root.iter(f"{space}g") for e in group.findall(f"{space}title")]
    assert hovers == ["hours_given & more"] * 3


def test_two_svgs_on_one_page_share_no_id_and_refer_to_their_own() -> None:
    one, other = made().svg(), made("Another").svg()
    ids = [set(re.findall(r' id="([^"]+)"', text)) for text in (one, other)]
    assert ids[0] and not ids[0] & ids[1]
    for text, own in zip((one, other), ids, strict=True):
        assert set(re.findall(r'(?:url\(#|href="#)([^)"]+)', text)) <= own
        assert len(own) == len(re.findall(r' id="', text))


def test_drawing_leaves_the_settings_of_the_caller_alone() -> None:
    before = dict(matplotlib.rcParams)
    matplotlib.rcParams["font.size"] = 23
    try:
        large = made().png()
        assert matplotlib.rcParams["font.size"] == 23
    finally:
        matplotlib.rcParams["font.size"] = before["font.size"]
    assert large == made().png()
    assert dict(matplotlib.rcParams) == before


def test_letters_have_room_and_what_has_none_is_said() -> None:
    picture = made()
    assert crowded(picture.figure) == []
    with look.style():
        sheet = Sheet("en")
        sheet.panels[0].text(0.5, 0.5, "one label")
        sheet.panels[0].text(0.52, 0.5, "another")
        assert crowded(sheet.finish()) == ["'one label' and 'another' overlap"]


def test_a_label_outside_of_the_figure_is_said() -> None:
    with look.style():
        sheet = Sheet("en")
        figure = sheet.finish()
        sheet.panels[0].text(0.9, 0.8, "far too long to stay inside of this figure")
        assert crowded(figure) == [
            "'far too long to stay inside of this figure' sticks out of the figure"
        ]


def test_labels_are_spread_in_order_and_stay_near() -> None:
    places = spread([5.0, 5.5, 20.0], [2.0, 2.0, 2.0], 0.0, 30.0)
    assert places == pytest.approx([4.25, 6.25, 20.0])
    # At the edge they are pushed inwards, and pile up on one another.
    assert spread([0.0, 0.0, 0.0], [2.0, 2.0, 2.0], 0.0, 30.0) == pytest.approx([1.0, 3.0, 5.0])
    assert spread([29.0, 30.0], [4.0, 4.0], 0.0, 30.0) == pytest.approx([24.0, 28.0])


@pytest.mark.parametrize("colour", [*look.COLOURS, look.YELLOW, look.GREY, look.INK])
def test_letters_are_dark_enough_to_read(colour: str) -> None:
    shade = look.readable(colour)
    channels = [int(shade[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    assert 1.05 / (light + 0.05) >= 4.45
    # What is dark enough stays as it is.
    assert shade == colour.lower() or look._contrast(np.array(channels)) < 5


def test_a_table_begins_with_variable_unit_and_value() -> None:
    table = made().table
    assert isinstance(table, pd.DataFrame)
    assert list(table.columns) == ["variable", "unit", "value", "what"]

"""The import from the tables as CBS and RIVM publish them, on small ones of the same form."""

from __future__ import annotations

import csv
import sqlite3
import struct
from pathlib import Path

import pytest
from conftest import write_csv

from samenspel import official, places

KWB = {
    "gwb_code_10": "WK000100",
    "regio": "Centrum",
    "gm_naam": "Stad",
    "recs": "Wijk",
    "a_inw": 1000,
    "a_00_14": 100,
    "a_15_24": 200,
    "a_25_44": 300,
    "a_45_64": 200,
    "a_65_oo": 200,
    "a_hh": 500,
    "a_1p_hh": 200,
    "a_hh_m_k": 150,
    "g_hhgro": "2,1",
    "p_ink_li": "41,5",
    "a_soz_wb": 30,
    "p_jz_tn": "9,5",
    "ste_mvs": 2,
}
SQUARE = [(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)]
RIGHT_HALF = [(60, 40), (80, 40), (80, 60), (60, 60), (60, 40)]


def semicolons(path: Path, rows: list[dict[str, object]]) -> Path:
    lines = [";".join(rows[0])] + [";".join(str(v) for v in row.values()) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def shape(polygons: list[list[list[tuple[float, float]]]], x: float, y: float) -> bytes:
    """Return a GeoPackage blob of several polygons, moved by x and y."""
    blob = b"GP\0\1" + struct.pack("<i", 28992) + struct.pack("<BII", 1, 6, len(polygons))
    for rings in polygons:
        blob += struct.pack("<BII", 1, 3, len(rings))
        for ring in rings:
            blob += struct.pack("<I", len(ring))
            for point in ring:
                blob += struct.pack("<dd", point[0] + x, point[1] + y)
    return blob


def write_map(path: Path, shapes: list[tuple[str, bytes]]) -> Path:
    with sqlite3.connect(path) as file:
        file.execute("CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT)")
        file.execute("INSERT INTO gpkg_geometry_columns VALUES ('wijken', 'geom')")
        file.execute("CREATE TABLE wijken (wijkcode TEXT, geom BLOB)")
        file.executemany("INSERT INTO wijken VALUES (?, ?)", shapes)
    file.close()
    return path


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    second = KWB | {"gwb_code_10": "WK000101", "regio": "Rand", "p_ink_li": "."}
    town = KWB | {"gwb_code_10": "GM0001", "regio": "Stad", "recs": "Gemeente", "a_inw": 2000}
    kwb = semicolons(tmp_path / "kwb-2022.csv", [town, dict(KWB), second])
    later = semicolons(tmp_path / "kwb-2024.csv", [KWB | {"a_inw": 1200, "a_00_14": 300}])
    health = []
    for age, limited in (("20300", 30), ("80200", 50), ("53115", 20)):
        for margin, period, more in (
            ("MW00000", "2020", 0),
            ("MOG0095", "2020", 9),
            ("MW00000", "2016", 8),
        ):
            row: dict[str, object] = {
                "WijkenEnBuurten": "WK000100  ",
                "Leeftijd": age,
                "Marges": margin,
                "Perioden": f"{period}JJ00",
            }
            measures = [f"{name}_{i}" for i, name in enumerate(official.MEASURES.values(), 17)]
            health.append(row | dict.fromkeys(measures, 10) | {measures[0]: limited + more})
    shapes = [
        ("WK000100", shape([[SQUARE]], 200000, 500000)),
        ("WK000101", shape([[SQUARE, RIGHT_HALF]], 201000, 500000)),
        ("WK000101", shape([[RIGHT_HALF]], 0, 400000)),
    ]
    return {
        "kwb": kwb,
        "kwb-later": later,
        "health": write_csv(tmp_path / "50090NED.csv", health),
        "map": write_map(tmp_path / "wijken.gpkg", shapes),
        "national": Path(__file__).resolve().parents[2] / "scenarios/places",
    }


def run(files: dict[str, Path], out: Path) -> int:
    options = [part for name, path in files.items() for part in (f"--{name}", str(path))]
    return places.main([*options, "--out", str(out)])


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def test_official_tables_become_neighbourhoods(files: dict[str, Path], tmp_path: Path) -> None:
    assert run(files, tmp_path / "out") == 0
    first, second = rows_of(tmp_path / "out/neighbourhoods.csv")
    assert (first["neighbourhood"], first["municipality_code"]) == ("Centrum", "GM0001")
    assert (first["residents_2022"], first["residents_2024"]) == ("1000", "1200")
    assert (first["share_15_24"], first["share_0_14_2024"]) == ("0.2", "0.25")
    assert (first["households_single"], first["households_children"]) == ("0.4", "0.3")
    assert (first["household_size"], first["youth_care"]) == ("2.1", "0.095")
    assert first["social_assistance"] == "0.015"
    assert first["low_income"] == second["low_income"] == "0.415"
    assert (first["limited_18"], first["limited_65"]) == ("0.3", "0.5")
    assert second["limited_18"] == "0.3"


def test_centres_are_those_of_the_largest_shape_without_its_holes(
    files: dict[str, Path], tmp_path: Path
) -> None:
    run(files, tmp_path / "out")
    first, second = rows_of(tmp_path / "out/neighbourhoods.csv")
    assert (first["x_m"], first["y_m"]) == ("200050", "500050")
    # 10,000 m2 around 50 without 400 m2 around 70: (500,000 - 28,000) / 9,600 = 49.2.
    assert (second["x_m"], second["y_m"]) == ("201049", "500050")


def test_the_figures_of_the_country_are_taken_over_and_said(
    files: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(files, tmp_path / "out") == 0
    for name in places.OUTPUTS[1:]:
        assert (tmp_path / "out" / name).read_bytes() == (files["national"] / name).read_bytes()
    said = capsys.readouterr().out
    assert "the figures of the country hold everywhere" in said
    assert "health monitor: figures for 1 of 2 neighbourhoods" in said


def test_without_a_later_table_nothing_changes_until_2024(
    files: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    del files["kwb-later"]
    assert run(files, tmp_path / "out") == 0
    assert rows_of(tmp_path / "out/neighbourhoods.csv")[0]["residents_2024"] == "1000"
    assert "2024: no table was given" in capsys.readouterr().out


def test_a_neighbourhood_that_is_not_on_the_map_is_named(
    files: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files["map"].unlink()
    write_map(files["map"], [("WK000100", shape([[SQUARE]], 200000, 500000))])
    assert run(files, tmp_path / "out") == 2
    assert "kwb-2022.csv:4: WK000101: not on the map" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_what_is_no_map_is_refused(
    files: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files["map"].write_text("no map")
    assert run(files, tmp_path / "out") == 2
    assert "wijken.gpkg: not a GeoPackage with neighbourhoods" in capsys.readouterr().err
    files["map"].unlink()
    write_map(files["map"], [("WK000100", b"GP\0\1" + bytes(20))])
    assert run(files, tmp_path / "out") == 2
    assert "wijken.gpkg: a shape that cannot be read" in capsys.readouterr().err


def test_a_health_table_of_another_year_is_refused(
    files: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files["health"].write_text(files["health"].read_text().replace("2020JJ00", "2022JJ00"))
    assert run(files, tmp_path / "out") == 2
    assert "50090NED.csv: no rows of 2020" in capsys.readouterr().err


def test_all_official_tables_are_asked_for(
    files: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    del files["map"], files["national"]
    assert run(files, tmp_path / "out") == 2
    assert "--map, --national: needed too" in capsys.readouterr().err
    assert places.main(["--out", str(tmp_path / "out")]) == 2
    assert "FOLDER, or --kwb" in capsys.readouterr().err

"""Neighbourhoods from the tables as CBS and RIVM publish them.

CBS: Kerncijfers wijken en buurten (KWB) of 2022 and 2024, saved as CSV, and the map of the same
year as GeoPackage. RIVM: 50090NED as CSV from its open data service. `combine` makes of them the
table that `samenspel.neighbourhoods` reads.
"""

from __future__ import annotations

import re
import sqlite3
import struct
from pathlib import Path

from samenspel.neighbourhoods import BANDS, NEEDED
from samenspel.tables import InputError, Row, Table, read_table

AGE_COLUMNS = ("a_00_14", "a_15_24", "a_25_44", "a_45_64", "a_65_oo")
KWB_NEEDED = (
    "gwb_code_10",
    "regio",
    "gm_naam",
    "recs",
    "a_inw",
    *AGE_COLUMNS,
    "a_hh",
    "a_1p_hh",
    "a_hh_m_k",
    "g_hhgro",
    "p_ink_li",
    "a_soz_wb",
    "p_jz_tn",
    "ste_mvs",
)
LATER_NEEDED = ("gwb_code_10", "recs", "a_inw", *AGE_COLUMNS)

# The measures of RIVM, without the number that a table puts behind them.
MEASURES = {
    "limited": "BeperktVanwegeGezondheid",
    "severely_limited": "ErnstigBeperktVanwegeGezondheid",
    "severely_lonely": "ErnstigZeerErnstigEenzaam",
    "informal_carer": "Mantelzorger",
    "volunteer": "Vrijwilligerswerk",
    "control_over_life": "MatigVeelRegieOverEigenLeven",
    "hard_to_make_ends_meet": "MoeiteMetRondkomen",
}
AGE_GROUPS = {
    "20300": "a18",
    "18 jaar of ouder": "a18",
    "80200": "a65",
    "65 jaar of ouder": "a65",
}
HEALTH_YEAR = "2020"

# What is published elsewhere, per municipality, gets the figure of the country: aged 80 and over
# and problem debt in per cent, household help per 1,000 (CBS 2025, 2023, 2019).
NATIONAL = {
    "gm_p_80plus_2025": "5.17",
    "gm_p_debt_16plus_2023": "5.9",
    "gm_wmo_hh_help_per1000": "25.4",
}

HEADER = (
    "title: Neighbourhoods (wijken) of Dutch municipalities",
    "source: CBS Kerncijfers wijken en buurten 2022 and 2024 and its map; RIVM/GGD/CBS 50090NED "
    "(2020); as said for each column",
    "licence: CC BY 4.0 (figures of CBS); free re-use with source (RIVM, GGD)",
    "date: 2022-01-01, unless said otherwise for a column",
    "neighbourhood_code to municipality, urbanity, residents and shares by age: CBS 2022 and 2024; "
    "measured",
    "x_m, y_m: centre of gravity in metres (Rijksdriehoek), from the map; measured",
    "households_single, households_couple, households_children, low_income: CBS 2022; measured",
    "household_size, social_assistance, youth_care: of the municipality, CBS 2022; measured",
    "limited_18 to hard_to_make_ends_meet_18: shares of residents of 18+ or 65+, RIVM/GGD/CBS "
    "50090NED, autumn 2020; estimated for each neighbourhood by a model of the source",
    "share_80plus, problem_debt_16, household_help: of the country, CBS 2025, 2023, 2019; assumed "
    "for each place",
    "gaps hold the mean of the municipality, else of the country; samenspel-import says how many",
)


def combine(kwb: Path, health: Path, map_file: Path, later: Path | None) -> tuple[Table, list[str]]:
    """Return the table of neighbourhoods, and what its reader must know."""
    table = read_table(kwb, KWB_NEEDED)
    municipalities = {r.text("gwb_code_10"): r for r in table.rows if r.text("recs") == "Gemeente"}
    rows = [row for row in table.rows if row.text("recs") == "Wijk"]
    if not rows or not municipalities:
        raise InputError([f"{kwb}: no rows with recs = Wijk, or none with recs = Gemeente"])
    monitor = _health(read_table(health, ("WijkenEnBuurten", "Leeftijd")))
    centres = _centres(map_file)
    counts = _later(read_table(later, LATER_NEEDED)) if later else {}
    made = Table(kwb, list(NEEDED))
    for row in rows:
        code = row.text("gwb_code_10")
        municipality = municipalities.get("GM" + code[2:6])
        if municipality is None:
            row.fault(f"{code}: no row for its municipality GM{code[2:6]}")
            continue
        if code not in centres:
            row.fault(f"{code}: not on the map {map_file}")
            continue
        cells = dict.fromkeys(NEEDED, "") | NATIONAL | _own(row, municipality)
        cells |= {"x_rd": f"{centres[code][0]:.0f}", "y_rd": f"{centres[code][1]:.0f}"}
        cells |= counts.get(code, {}) | monitor.get(code, {})
        made.rows.append(Row(made, row.line, cells))
    table.check()
    said = [
        "aged 80 and over, problem debt and household help: the figures of the country hold "
        "everywhere, the tables that were given hold none",
        f"health monitor: figures for {sum(r.text('wk_code') in monitor for r in made.rows)} of "
        f"{len(made.rows)} neighbourhoods",
    ]
    if later is None:
        said.append("2024: no table was given; residents and ages stay as in 2022")
        for row in made.rows:
            row.cells["population_2024"] = row.cells["population_2022"]
    return made, said


def _own(row: Row, municipality: Row) -> dict[str, str]:
    residents = municipality.number("a_inw", 0, 1e8)
    ages = _shares(row, AGE_COLUMNS, None)
    households = _shares(row, ("a_1p_hh", "a_hh_m_k"), "a_hh")
    around = _shares(municipality, ("a_1p_hh", "a_hh_m_k"), "a_hh")
    assistance = municipality.number("a_soz_wb", 0, 1e8)
    known = assistance is not None and residents
    return {
        "wk_code": row.text("gwb_code_10"),
        "wk_name": row.text("regio"),
        "gm_code": municipality.text("gwb_code_10"),
        "gm_name": row.text("gm_naam"),
        "province": "",
        "urbanity_1_5": row.plain("ste_mvs"),
        "population_2022": row.plain("a_inw"),
        **dict(zip((f"p_{band}" for band in BANDS), ages, strict=True)),
        **dict(zip(("est_p_hh_single", "est_p_hh_kids"), households, strict=True)),
        **dict(zip(("gm_p_hh_single_2025", "gm_p_hh_kids_2025"), around, strict=True)),
        "gm_hh_size_2025": municipality.plain("g_hhgro"),
        "p_income_lowest40": row.plain("p_ink_li"),
        "gm_bijstand_per1000": f"{1000 * (assistance or 0) / (residents or 1):.6f}"
        if known
        else "",
        "gm_p_jeugdzorg": municipality.plain("p_jz_tn"),
        "gm_wmo_hh_help_suspect": "0",
    }


def _shares(row: Row, columns: tuple[str, ...], of: str | None) -> list[str]:
    """Return counts as per cent of another column, or of their sum; all empty if one is."""
    counts = [row.number(column, 0, 1e8) for column in columns]
    known = [count for count in counts if count is not None]
    total = sum(known) if of is None else row.number(of, 0, 1e8)
    if len(known) < len(columns) or not total:
        return [""] * len(columns)
    # Counts are rounded at the source: a part can come out above the whole.
    return [f"{min(100.0, 100 * count / total):.6f}" for count in known]


def _later(table: Table) -> dict[str, dict[str, str]]:
    return {
        row.text("gwb_code_10"): {
            "population_2024": row.plain("a_inw"),
            **{f"n_{band}_2024": row.plain(c) for band, c in zip(BANDS, AGE_COLUMNS, strict=True)},
        }
        for row in table.rows
        if row.text("recs") == "Wijk"
    }


def _health(table: Table) -> dict[str, dict[str, str]]:
    """Return the measures per neighbourhood, of the year and the two age groups that are used."""
    columns = {re.sub(r"_\d+$", "", column): column for column in table.columns}
    missing = [name for name in MEASURES.values() if name not in columns]
    if missing:
        raise InputError([f"{table.path}: missing columns: {', '.join(missing)}"])
    found: dict[str, dict[str, str]] = {}
    for row in table.rows:
        group = AGE_GROUPS.get(row.text("Leeftijd"))
        year = row.text("Perioden")[:4] if "Perioden" in columns else HEALTH_YEAR
        margin = row.text("Marges") if "Marges" in columns else ""
        # Beside the value itself there can be rows with the bounds of its interval.
        if group is None or year != HEALTH_YEAR or margin not in ("", "MW00000", "Waarde"):
            continue
        cells = found.setdefault(row.text("WijkenEnBuurten"), {})
        for name, measure in MEASURES.items():
            cells[f"{group}_{name}"] = row.plain(columns[measure])
    if not found:
        raise InputError(
            [f"{table.path}: no rows of {HEALTH_YEAR} for 18 jaar of ouder (20300) or 65 (80200)"]
        )
    keep = set(NEEDED)
    return {
        code: {name: cell for name, cell in cells.items() if name in keep}
        for code, cells in found.items()
    }


def _centres(path: Path) -> dict[str, tuple[float, float]]:
    """Return the centre of gravity of each neighbourhood on a map, in metres."""
    if not path.is_file():
        raise InputError([f"{path}: cannot be read: no such file"])
    try:
        with sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True) as file:
            layers = file.execute(
                "SELECT table_name, column_name FROM gpkg_geometry_columns "
                "WHERE table_name LIKE '%wijken%'"
            ).fetchall()
            if len(layers) != 1:
                raise InputError([f"{path}: {len(layers)} layers named wijken, not one"])
            layer, column = (name.replace('"', '""') for name in layers[0])
            shapes = file.execute(f'SELECT wijkcode, "{column}" FROM "{layer}"').fetchall()
    except sqlite3.Error as error:
        raise InputError([f"{path}: not a GeoPackage with neighbourhoods: {error}"]) from error
    centres: dict[str, tuple[float, float]] = {}
    largest: dict[str, float] = {}
    try:
        for code, blob in shapes:
            area, x, y = _moments(blob)
            # Land and water of one neighbourhood are shapes of their own: take the largest.
            if area > largest.get(code, 0.0):
                largest[code] = area
                centres[code] = (x / area, y / area)
    except (struct.error, ValueError, TypeError) as error:
        raise InputError([f"{path}: a shape that cannot be read: {error}"]) from error
    return centres


def _moments(blob: bytes) -> tuple[float, float, float]:
    """Return area, area times x and area times y of a polygon or several, as GeoPackage has it."""
    if blob[:2] != b"GP":
        raise ValueError("no GeoPackage header")
    envelope = (0, 32, 48, 48, 64)[(blob[3] >> 1) & 7]
    return _shape(blob, 8 + envelope)[:3]


def _shape(blob: bytes, at: int) -> tuple[float, float, float, int]:
    order = "<" if blob[at] == 1 else ">"
    kind, parts = struct.unpack_from(f"{order}II", blob, at + 1)
    at += 9
    area = x = y = 0.0
    if kind == 6:
        for _ in range(parts):
            more, more_x, more_y, at = _shape(blob, at)
            area, x, y = area + more, x + more_x, y + more_y
    elif kind == 3:
        for ring in range(parts):
            (points,) = struct.unpack_from(f"{order}I", blob, at)
            line = struct.unpack_from(f"{order}{2 * points}d", blob, at + 4)
            at += 4 + 16 * points
            # The first ring is the outline, those after it are holes.
            sign = 1.0 if ring == 0 else -1.0
            more, more_x, more_y = _ring(line[0::2], line[1::2])
            area, x, y = area + sign * more, x + sign * more_x, y + sign * more_y
    else:
        raise ValueError(f"shape of kind {kind}, neither polygon nor several")
    return area, x, y, at


def _ring(xs: tuple[float, ...], ys: tuple[float, ...]) -> tuple[float, float, float]:
    area = x = y = 0.0
    # Far from the origin the products lose digits: measure from the first point.
    x0, y0 = xs[0], ys[0]
    for i in range(len(xs) - 1):
        ax, ay, bx, by = xs[i] - x0, ys[i] - y0, xs[i + 1] - x0, ys[i + 1] - y0
        cross = ax * by - bx * ay
        area, x, y = area + cross / 2, x + (ax + bx) * cross / 6, y + (ay + by) * cross / 6
    sign = 1.0 if area >= 0 else -1.0
    return sign * area, sign * (x + x0 * area), sign * (y + y0 * area)

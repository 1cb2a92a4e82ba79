"""The import program: makes the place tables of a scenario folder from Dutch official figures.

It reads a folder with the tables named in `INPUTS`, or the tables as CBS and RIVM publish them, and
writes `neighbourhoods.csv`, `position_by_age.csv` and `rates_by_age.csv`. Run it as
``samenspel-import FOLDER --out FOLDER`` or ``python -m samenspel.places``.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from samenspel import neighbourhoods, official, positions, rates
from samenspel.programs import outcome
from samenspel.tables import InputError, read_table, write_table

INPUTS = {
    "neighbourhoods": "places/wijken_2022.csv",
    "positions": "gemeenten_2020_position_by_age.csv",
    "ages": "gemeenten_2025_age_households.csv",
    "spending": "cpb_spending_by_age_2022.csv",
}

OUTPUTS = ("neighbourhoods.csv", "position_by_age.csv", "rates_by_age.csv")


def chosen_codes(known: dict[str, str], wanted: str) -> set[str]:
    """Return the codes of the municipalities in `wanted`, names or codes with commas between.

    `known` gives the name of each code. A name may itself hold a comma, so the longest run of
    parts that is a name counts.
    """
    by_name = {name: code for code, name in known.items()} | {code: code for code in known}
    parts = [part.strip() for part in wanted.split(",")]
    codes: set[str] = set()
    unknown: list[str] = []
    at = 0
    while at < len(parts):
        for end in range(len(parts), at, -1):
            code = by_name.get(", ".join(parts[at:end]))
            if code is not None:
                codes.add(code)
                at = end
                break
        else:
            unknown.append(parts[at])
            at += 1
    if unknown:
        raise InputError([f"--municipalities: no municipality {name!r}" for name in unknown])
    return codes


def import_places(files: dict[str, Path], out: Path, wanted: str | None = None) -> list[str]:
    """Write the three tables to the folder `out`; return what a reader must know, a line each.

    National means are taken over all rows of the neighbourhood file, also when only some
    municipalities are `wanted`.
    """
    places = neighbourhoods.read(read_table(files["neighbourhoods"], neighbourhoods.NEEDED))
    table = positions.read(read_table(files["positions"], positions.NEEDED))
    weights = positions.weights(
        table, positions.national_bands(read_table(files["ages"], positions.NEEDED_AGES))
    )
    wmo, youth = positions.spending(read_table(files["spending"], positions.NEEDED_SPENDING))

    names, rows, notes = _chosen(places, wanted)
    position_rows, position_notes = positions.rows(table, names)
    out.mkdir(parents=True, exist_ok=True)
    write_table(out / OUTPUTS[0], neighbourhoods.HEADER, rows)
    write_table(out / OUTPUTS[1], positions.HEADER, position_rows)
    write_table(out / OUTPUTS[2], rates.HEADER, rates.rates_by_age(weights, wmo, youth))
    return notes + position_notes


def import_official(
    kwb: Path,
    health: Path,
    map_file: Path,
    national: Path,
    out: Path,
    later: Path | None = None,
    wanted: str | None = None,
) -> list[str]:
    """Write the three tables from what CBS and RIVM publish; return what a reader must know.

    `national` is a folder with place tables that were made before: the figures of the country, by
    position and by age, come from there.
    """
    for name in OUTPUTS[1:]:
        read_table(national / name, ())
    combined, said = official.combine(kwb, health, map_file, later)
    places = neighbourhoods.read(combined)
    _, rows, notes = _chosen(places, wanted)
    tables = {name: (national / name).read_bytes() for name in OUTPUTS[1:]}
    out.mkdir(parents=True, exist_ok=True)
    write_table(out / OUTPUTS[0], official.HEADER, rows)
    for name, content in tables.items():
        (out / name).write_bytes(content)
    return [*notes, *said, f"positions and rates by age: those of {national}"]


def _chosen(
    places: list[neighbourhoods.Place], wanted: str | None
) -> tuple[dict[str, str], list[dict[str, float | int | str]], list[str]]:
    """Return the wanted municipalities by code, the rows of their neighbourhoods, and notes."""
    names = {place.municipality_code: place.municipality for place in places}
    codes = set(names) if wanted is None else chosen_codes(names, wanted)
    rows, notes = neighbourhoods.rows(places, codes)
    residents = sum(int(row["residents_2022"]) for row in rows)
    head = (
        f"{len(rows)} neighbourhoods in {len(codes)} municipalities, {residents:,} residents "
        f"in 2022; national means over {len(places)} neighbourhoods"
    )
    return {code: names[code] for code in codes}, rows, [head, *notes]


def parser() -> argparse.ArgumentParser:
    """Return the command line of the import program."""
    made = argparse.ArgumentParser(
        prog="samenspel-import",
        description="Make the place tables of samenspel from Dutch official figures.",
    )
    made.add_argument("folder", type=Path, nargs="?", help="folder with the tables of figures")
    made.add_argument("--out", type=Path, required=True, help="folder to write the tables to")
    made.add_argument(
        "--municipalities", metavar="A,B", help="names or codes; without it, all that are there"
    )
    for what, name in INPUTS.items():
        made.add_argument(f"--{what}", type=Path, metavar="FILE", help=f"instead of FOLDER/{name}")
    direct = made.add_argument_group("from what CBS and RIVM publish, instead of FOLDER")
    direct.add_argument("--kwb", type=Path, help="CBS Kerncijfers wijken en buurten 2022, CSV")
    direct.add_argument("--kwb-later", type=Path, metavar="KWB", help="the same of 2024")
    direct.add_argument("--health", type=Path, metavar="CSV", help="RIVM 50090NED")
    direct.add_argument("--map", type=Path, metavar="GPKG", help="CBS Wijk- en buurtkaart 2022")
    direct.add_argument("--national", type=Path, metavar="PLACES", help="place tables made before")
    made.add_argument("--force", action="store_true", help="write over tables that are there")
    made.add_argument("--quiet", action="store_true", help="say nothing but faults")
    return made


def _run(options: argparse.Namespace) -> list[str]:
    present = [str(options.out / name) for name in OUTPUTS if (options.out / name).exists()]
    if present and not options.force:
        raise InputError([f"{path}: exists (--force writes over it)" for path in present])
    direct = {name: getattr(options, name) for name in ("kwb", "health", "map", "national")}
    if any(direct.values()):
        missing = [f"--{name}" for name, path in direct.items() if path is None]
        if missing:
            raise InputError([f"{', '.join(missing)}: needed too, beside the others of CBS, RIVM"])
        return import_official(
            options.kwb,
            options.health,
            options.map,
            options.national,
            options.out,
            options.kwb_later,
            options.municipalities,
        )
    given = {what: getattr(options, what) for what in INPUTS}
    if options.folder is None and None in given.values():
        raise InputError(["FOLDER, or --kwb, --health, --map and --national: one is needed"])
    files = {what: given[what] or options.folder / name for what, name in INPUTS.items()}
    return import_places(files, options.out, options.municipalities)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the import program; return 0, or 2 for bad input."""
    options = parser().parse_args(arguments)

    def work() -> int:
        notes = _run(options)
        if not options.quiet:
            print("\n".join(notes))
        return 0

    return outcome(work, options.out)


if __name__ == "__main__":
    sys.exit(main())

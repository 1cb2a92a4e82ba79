"""Reading and writing of plain CSV tables, with one clear line a fault.

A table that samenspel writes begins with lines that start with ``#``: title, source, licence,
date, and a line a column. Under them stand a line of column names and the rows.
"""

from __future__ import annotations

import csv
import math
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

MOST_FAULTS = 20


class InputError(Exception):
    """Input that cannot be used; each line of the message is one fault."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = list(faults)
        shown = self.faults[:MOST_FAULTS]
        if len(self.faults) > MOST_FAULTS:
            shown.append(f"… and {len(self.faults) - MOST_FAULTS} faults more")
        super().__init__("\n".join(shown))


@dataclass
class Row:
    """A row of a table that was read, which knows where it stands."""

    table: Table
    line: int
    cells: dict[str, str]

    def text(self, column: str) -> str:
        """Return the cell, without the spaces around it."""
        return self.cells[column].strip()

    def plain(self, column: str) -> str:
        """Return the cell of a number, with a point for decimals; empty for a gap."""
        text = self.text(column)
        # CBS writes a single point where there is no figure.
        if text == ".":
            return ""
        return text.replace(",", ".") if self.table.comma else text

    def fault(self, what: str) -> None:
        """Note a fault of this row."""
        self.table.faults.append(f"{self.table.path}:{self.line}: {what}")

    def number(self, column: str, low: float, high: float) -> float | None:
        """Return the number in a cell, None if it is empty; note a fault if it is no number."""
        text = self.plain(column)
        if text == "":
            return None
        value = as_number(text)
        if value is None:
            self.fault(f"{column} = {text!r}: not a number")
        elif not low <= value <= high:
            self.fault(f"{column} = {text}: outside [{low:g}, {high:g}]")
        else:
            return value
        return None


@dataclass
class Table:
    """A CSV file that was read, with the faults that were found in it."""

    path: Path
    columns: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    comma: bool = False
    """Whether numbers have a comma for decimals, as they do where semicolons part the cells."""

    def check(self) -> None:
        """Raise what was found to be wrong."""
        if self.faults:
            raise InputError(self.faults)


def as_number(text: str) -> float | None:
    """Return a decimal number, None for what people do not mean as one (nan, 1_000, 0x1)."""
    if not set(text) <= set("0123456789+-.eE"):
        return None
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def read_table(path: Path, needed: Iterable[str]) -> Table:
    """Read a CSV file whose first line names its columns; all `needed` must be there.

    Cells are parted by commas; by semicolons, as Dutch spreadsheets do, where the line of names
    has those only. Lines that start with ``#`` before the names are passed over.
    """
    table = Table(path)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError([f"{path}: cannot be read: {error.strerror}"]) from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise InputError([f"{path}:{line}: not UTF-8 text"]) from error
    if "\0" in text:
        raise InputError([f"{path}: not a text file"])
    lines = text.splitlines()
    skipped = 0
    while skipped < len(lines) and lines[skipped].startswith("#"):
        skipped += 1
    names = lines[skipped] if skipped < len(lines) else ""
    table.comma = ";" in names and "," not in names
    reader = csv.reader(lines[skipped:], delimiter=";" if table.comma else ",", strict=True)
    try:
        table.columns = [name.strip() for name in next(reader, [])]
        _check_columns(table, needed, skipped + 1)
        for cells in reader:
            line = skipped + reader.line_num
            if len(cells) != len(table.columns):
                if cells:
                    table.faults.append(
                        f"{path}:{line}: {len(cells)} cells, the first line names "
                        f"{len(table.columns)} columns"
                    )
                continue
            table.rows.append(Row(table, line, dict(zip(table.columns, cells, strict=True))))
    except csv.Error as error:
        raise InputError([f"{path}:{skipped + reader.line_num}: {error}"]) from error
    if not table.rows and not table.faults:
        table.faults.append(f"{path}: no rows under the column names")
    table.check()
    return table


def _check_columns(table: Table, needed: Iterable[str], line: int) -> None:
    if not table.columns:
        raise InputError([f"{table.path}: empty"])
    twice = sorted({name for name in table.columns if table.columns.count(name) > 1})
    if twice:
        raise InputError([f"{table.path}:{line}: columns named twice: {', '.join(twice)}"])
    missing = [name for name in needed if name not in table.columns]
    if missing:
        raise InputError([f"{table.path}:{line}: missing columns: {', '.join(missing)}"])


def as_text(value: float | int | str) -> str:
    """Return a cell: text as it is, numbers with at most five digits and without exponent."""
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return str(value)
    if value == 0.0:
        return "0"
    decimals = max(0, 4 - math.floor(math.log10(abs(value))))
    text = f"{value:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def write_table(
    path: Path, header: Sequence[str], rows: Sequence[Mapping[str, float | int | str]]
) -> None:
    """Write a table whole or not at all; `header` are the lines of its head, without ``# ``."""
    part = path.with_name(path.name + ".part")
    with part.open("w", encoding="utf-8", newline="") as out:
        for line in header:
            out.write(f"# {line}\n")
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(rows[0].keys())
        for row in rows:
            writer.writerow([as_text(value) for value in row.values()])
    os.replace(part, path)

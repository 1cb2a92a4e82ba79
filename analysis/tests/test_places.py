"""The import program: what it writes, what it says, how it refuses."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from conftest import neighbourhood, write_csv

from samenspel import places
from samenspel.tables import InputError, as_number, as_text, read_table

REPOSITORY = Path(__file__).resolve().parents[2]


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def run(folder: Path, out: Path, *more: str) -> int:
    return places.main([str(folder), "--out", str(out), *more])


def test_neighbourhoods_come_sorted_with_their_figures(folder: Path, tmp_path: Path) -> None:
    assert run(folder, tmp_path / "out") == 0
    rows = rows_of(tmp_path / "out/neighbourhoods.csv")
    assert [row["neighbourhood_code"] for row in rows] == ["WK000101", "WK000102", "WK000201"]
    first = rows[0]
    assert first["residents_2022"] == "3000"
    assert first["low_income"] == "0.5"
    assert first["share_0_14"] == "0.2"
    assert first["household_help"] == "0.01"
    assert (first["households_single"], first["households_couple"]) == ("0.1", "0.8")


def test_a_gap_gets_the_municipal_mean_and_is_said(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(folder, tmp_path / "out")
    assert rows_of(tmp_path / "out/neighbourhoods.csv")[1]["low_income"] == "0.5"
    said = capsys.readouterr().out
    assert "low_income: no figure in 1 neighbourhoods, which get the municipal mean" in said
    assert "none for Stad GM0002; the national ones hold" in said


def test_a_gap_without_municipal_figure_gets_the_mean_over_all_residents(
    folder: Path, tmp_path: Path
) -> None:
    write_csv(
        folder / "places/wijken_2022.csv",
        [
            neighbourhood("WK000101", "GM0001", gm_bijstand_per1000=20, population_2022=3000),
            neighbourhood("WK000201", "GM0002", gm_bijstand_per1000=40, population_2022=1000),
            neighbourhood("WK000301", "GM0003", gm_bijstand_per1000=""),
        ],
    )
    run(folder, tmp_path / "out", "--municipalities", "GM0003")
    rows = rows_of(tmp_path / "out/neighbourhoods.csv")
    # Three times 20 and once 40, per thousand.
    assert [row["social_assistance"] for row in rows] == ["0.025"]


def test_household_help_that_is_suspect_is_left_out(folder: Path, tmp_path: Path) -> None:
    write_csv(
        folder / "places/wijken_2022.csv",
        [
            neighbourhood("WK000101", "GM0001", gm_wmo_hh_help_per1000=20),
            neighbourhood("WK000201", "GM0002", gm_wmo_hh_help_per1000=1, gm_wmo_hh_help_suspect=1),
        ],
    )
    run(folder, tmp_path / "out")
    rows = rows_of(tmp_path / "out/neighbourhoods.csv")
    assert [row["household_help"] for row in rows] == ["0.02", "0.02"]


def test_a_neighbourhood_without_later_count_grows_as_its_municipality(
    folder: Path, tmp_path: Path
) -> None:
    later = {f"n_{band}_2024": "" for band in ("0_14", "15_24", "25_44", "45_64", "65plus")}
    write_csv(
        folder / "places/wijken_2022.csv",
        [
            neighbourhood("WK000101", "GM0001", population_2024=1100),
            neighbourhood(
                "WK000102", "GM0001", population_2022=200, population_2024="", p_0_14=60, **later
            ),
        ],
    )
    run(folder, tmp_path / "out")
    row = rows_of(tmp_path / "out/neighbourhoods.csv")[1]
    assert row["residents_2024"] == "220"
    assert row["share_0_14_2024"] == row["share_0_14"] == "0.6"


def test_estimated_households_beyond_all_are_brought_back_to_one(
    folder: Path, tmp_path: Path
) -> None:
    write_csv(
        folder / "places/wijken_2022.csv",
        [neighbourhood("WK000101", "GM0001", est_p_hh_single=90, est_p_hh_kids=30)],
    )
    run(folder, tmp_path / "out")
    row = rows_of(tmp_path / "out/neighbourhoods.csv")[0]
    assert [row[f"households_{kind}"] for kind in ("single", "couple", "children")] == [
        "0.75",
        "0",
        "0.25",
    ]


def test_positions_are_fractions_and_the_country_their_sum(folder: Path, tmp_path: Path) -> None:
    run(folder, tmp_path / "out")
    rows = rows_of(tmp_path / "out/position_by_age.csv")
    assert [row["municipality_code"] for row in rows] == ["NL"] * 20 + ["GM0001"] * 20
    last = rows[-1]
    assert (last["age_from"], last["age_to"], last["persons"]) == ("95", "105", "200")
    assert (last["child"], last["partner_no_children"], last["other"]) == ("0.1", "0.2", "0.3")


def test_ages_of_the_country_keep_the_bands_they_come_from(folder: Path, tmp_path: Path) -> None:
    run(folder, tmp_path / "out")
    weights = [float(row["persons_weight"]) for row in rows_of(tmp_path / "out/rates_by_age.csv")]
    assert len(weights) == 105
    assert sum(weights) == pytest.approx(1, abs=1e-4)
    # 840 persons in all, 200 of them from 25 to 44, and 40 of 80 and over.
    assert sum(weights[25:45]) == pytest.approx(200 / 840, abs=1e-4)
    assert sum(weights[80:]) == pytest.approx(40 / 840, abs=1e-4)


def test_ages_beyond_the_spending_table_get_the_mean_of_its_last_five(
    folder: Path, tmp_path: Path
) -> None:
    run(folder, tmp_path / "out")
    rows = rows_of(tmp_path / "out/rates_by_age.csv")
    assert (rows[99]["wmo_euro"], rows[104]["wmo_euro"]) == ("199", "197")


def test_municipalities_are_chosen_by_name_or_code(folder: Path, tmp_path: Path) -> None:
    known = {"GM0001": "Nuenen, Gerwen en Nederwetten", "GM0002": "Nuenen", "GM0003": "Zwolle"}
    assert places.chosen_codes(known, "Nuenen, Gerwen en Nederwetten,GM0003") == {
        "GM0001",
        "GM0003",
    }
    with pytest.raises(InputError, match="--municipalities: no municipality 'Zwol'"):
        places.chosen_codes(known, "Zwol")
    assert run(folder, tmp_path / "out", "--municipalities", "Stad GM0002") == 0
    assert len(rows_of(tmp_path / "out/neighbourhoods.csv")) == 1


def test_tables_are_not_written_over_without_force(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, tmp_path / "out") == 0
    assert run(folder, tmp_path / "out") == 2
    assert "neighbourhoods.csv: exists (--force writes over it)" in capsys.readouterr().err
    assert run(folder, tmp_path / "out", "--force") == 0


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"p_0_14": "4,5"}, r"wijken_2022.csv:2: \d+ cells, the first line names \d+ columns"),
        ({"p_0_14": "nan"}, r"wijken_2022.csv:2: p_0_14 = 'nan': not a number"),
        ({"a18_limited": 101}, r"wijken_2022.csv:2: a18_limited = 101: outside \[0, 100\]"),
        ({"urbanity_1_5": 6}, r"wijken_2022.csv:2: urbanity_1_5 = 6: outside \[1, 5\]"),
        ({"population_2022": ""}, r"wijken_2022.csv:2: population_2022 is empty"),
        ({"wk_code": "WK000102"}, r"wijken_2022.csv:3: WK000102 stands in the table twice"),
        ({"gm_name": "Elders"}, r"wijken_2022.csv:3: GM0001 is Stad GM0001 here, Elders before"),
    ],
)
def test_a_bad_row_is_named_with_its_line_and_nothing_is_written(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    changes: dict[str, object],
    sentence: str,
) -> None:
    write_csv(
        folder / "places/wijken_2022.csv",
        [neighbourhood("WK000101", "GM0001") | changes, neighbourhood("WK000102", "GM0001")],
    )
    assert run(folder, tmp_path / "out") == 2
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert re.search(sentence, said)
    assert not (tmp_path / "out").exists()


def test_every_fault_is_told_in_one_go(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_csv(
        folder / "places/wijken_2022.csv",
        [neighbourhood(f"WK0001{i:02}", "GM0001", p_0_14="x") for i in range(30)],
    )
    assert run(folder, tmp_path / "out") == 2
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 21
    assert said[-1] == "… and 10 faults more"


def test_a_column_without_any_figure_is_refused(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [neighbourhood("WK000101", "GM0001", a18_limited="", p_0_14="")]
    write_csv(folder / "places/wijken_2022.csv", rows)
    assert run(folder, tmp_path / "out") == 2
    said = capsys.readouterr().err
    assert "a18_limited: no figure in any row" in said
    assert "p_0_14 … p_65plus: no figures in any row" in said


def test_missing_columns_are_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = neighbourhood("WK000101", "GM0001")
    del row["p_0_14"], row["x_rd"]
    write_csv(folder / "places/wijken_2022.csv", [row])
    assert run(folder, folder / "out") == 2
    assert "wijken_2022.csv:1: missing columns: x_rd, p_0_14" in capsys.readouterr().err


def test_a_missing_table_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "cpb_spending_by_age_2022.csv").unlink()
    assert run(folder, folder / "out") == 2
    assert "cpb_spending_by_age_2022.csv: cannot be read: No such file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "t.csv: empty"),
        (b"a,b\n", "t.csv: no rows under the column names"),
        (b"a,a\n1,2\n", "t.csv:1: columns named twice: a"),
        (b"a,b\n1,\xff\n", "t.csv:2: not UTF-8 text"),
        (b"a,b\n1,\0\n", "t.csv: not a text file"),
        (b'# head\na,b\n1,"2\n', "t.csv:3: unexpected end of data"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(content)
    with pytest.raises(InputError) as fault:
        read_table(path, ["a", "b"])
    assert str(fault.value).endswith(sentence)


def test_positions_that_exceed_the_persons_are_refused(folder: Path) -> None:
    table = folder / "gemeenten_2020_position_by_age.csv"
    table.write_text(table.read_text().replace(",200,", ",100,", 1))
    with pytest.raises(InputError, match=":2: positions add up to 140 of 100 persons"):
        places.import_places(
            {what: folder / name for what, name in places.INPUTS.items()}, folder / "out"
        )


def test_numbers_are_written_with_five_digits_and_no_exponent() -> None:
    assert [as_text(v) for v in (0.0, 1.0, 0.25, 1 / 3, 0.000012345678, 12345.678, 200.0)] == [
        "0",
        "1",
        "0.25",
        "0.33333",
        "0.000012346",
        "12346",
        "200",
    ]


def test_only_plain_decimal_numbers_count_as_numbers() -> None:
    assert [as_number(t) for t in ("1.5", "-2", "1e3")] == [1.5, -2.0, 1000.0]
    assert [as_number(t) for t in ("nan", "inf", "1_0", "0x1", "1,5", "", "1.5.")] == [None] * 7


def test_the_committed_tables_hold_what_they_promise() -> None:
    folder = REPOSITORY / "scenarios/places"
    rows = rows_of(folder / "neighbourhoods.csv")
    assert len(rows) == 104
    assert len({row["municipality_code"] for row in rows}) == 6
    assert sum(int(row["residents_2022"]) for row in rows) == 999490
    for row in rows:
        assert all(value != "" for value in row.values())
        for ending in ("", "_2024"):
            ages = [float(v) for n, v in row.items() if _is_age_share(n, ending)]
            assert len(ages) == 5
            assert sum(ages) == pytest.approx(1, abs=1e-4)
        households = [float(row[f"households_{k}"]) for k in ("single", "couple", "children")]
        assert sum(households) == pytest.approx(1, abs=1e-4)
    codes = {row["municipality_code"] for row in rows_of(folder / "position_by_age.csv")}
    assert codes == {"NL", *(row["municipality_code"] for row in rows)}
    assert len(rows_of(folder / "rates_by_age.csv")) == 105


def _is_age_share(name: str, ending: str) -> bool:
    bands = ("0_14", "15_24", "25_44", "45_64", "65plus")
    return name in [f"share_{band}{ending}" for band in bands]


def test_the_committed_tables_are_what_the_program_makes(reference: Path, tmp_path: Path) -> None:
    names = "'s-Hertogenbosch,Utrecht,Zwolle,Aa en Hunze,Heerlen,Eindhoven"
    assert run(reference, tmp_path, "--municipalities", names, "--quiet") == 0
    for name in places.OUTPUTS:
        committed = (REPOSITORY / "scenarios/places" / name).read_bytes()
        assert (tmp_path / name).read_bytes() == committed, name


def test_the_whole_country_is_imported(
    reference: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(reference, tmp_path) == 0
    said = capsys.readouterr().out
    assert "3340 neighbourhoods in 345 municipalities, 17,588,925 residents in 2022" in said
    assert "Dijk en Waard, Eemsdelta, Land van Cuijk, Maashorst; the national ones hold" in said
    rows = rows_of(tmp_path / "neighbourhoods.csv")
    assert len(rows) == 3340
    assert sum(int(row["residents_2022"]) for row in rows) == 17_588_925

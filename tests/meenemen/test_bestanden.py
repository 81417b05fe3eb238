"""A file that is taken along says what was there, and runs nothing where it is opened."""

import csv
import io
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sdash.meenemen import csvbestand, werkboek
from sdash.meenemen.blad import Blad, Cel, Kolom, harmless
from tests.meenemen import lezen

SIGNS = "=+-@＝＋－＠﹢﹣−\t\r"  # noqa: RUF001  (their variants too)
LINE_ENDS = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
anything = st.one_of(
    st.text(max_size=40),
    st.builds("{}{}".format, st.sampled_from([*SIGNS, *" ;,|\"'"]), st.text(max_size=20)),
    st.builds("{}{}{}".format, st.text(max_size=9), st.sampled_from(SIGNS), st.text(max_size=9)),
)


def sheet(*rows: list[Cel], kolommen: tuple[Kolom, ...] | None = None) -> Blad:
    named = kolommen or tuple(Kolom(f"Kolom {nr}") for nr, _ in enumerate(rows[0]))
    return Blad("Per maand", named, rows)


def read_csv(content: bytes, delimiter: str = ";") -> list[list[str]]:
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    return [*csv.reader(text, delimiter=delimiter)]


@given(texts=st.lists(anything, min_size=1, max_size=4))
@example(texts=["=1+1"])
@example(texts=["zorg,=1+1"])
@example(texts=["zorg\t@SUM(A1)"])
@example(texts=["\r\n=1"])
@example(texts=["\x00=1"])
@example(texts=["_x0041_"])
def test_no_text_becomes_a_formula_in_a_workbook(texts: list[str]) -> None:
    written = werkboek.write([sheet([*texts])], "x")

    _, row = lezen.sheets(written)["Per maand"]
    assert lezen.elements(written).isdisjoint({"f", "hyperlink"})
    assert {cell.kind for cell in row.values()} <= {"s"}
    assert [cell.value for cell in row.values()] == texts


@given(texts=st.lists(anything, min_size=1, max_size=4), delimiter=st.sampled_from(";,\t|"))
@example(texts=["zorg,=1+1"], delimiter=",")
@example(texts=['a";=1'], delimiter=";")
@example(texts=["a\n=1"], delimiter=";")
def test_no_text_becomes_a_formula_in_csv_whatever_it_is_split_on(
    texts: list[str], delimiter: str
) -> None:
    written = csvbestand.write(sheet([*texts])).decode("utf-8-sig")

    parts = [part for line in written.splitlines() for part in line.split(delimiter)]
    assert [part for part in parts if part.strip(LINE_ENDS + ' "\x00').startswith((*SIGNS,))] == []


@given(texts=st.lists(anything, min_size=1, max_size=4))
def test_a_text_stands_whole_in_csv(texts: list[str]) -> None:
    _, row = read_csv(csvbestand.write(sheet([*texts])))

    assert row == [harmless(text) for text in texts]
    assert [text.replace("'", "") for text in row] == [text.replace("'", "") for text in texts]


@given(amount=st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_an_amount_is_a_number_to_the_cent(amount: Decimal) -> None:
    blad = sheet([amount])

    (cell,) = lezen.sheets(werkboek.write([blad], "x"))["Per maand"][1].values()
    assert cell.kind == "n"
    assert Decimal(cell.value).quantize(Decimal("0.01")) == amount
    assert cell.form == '"€" #,##0.00;"€" -#,##0.00'
    assert Decimal(read_csv(csvbestand.write(blad))[1][0].replace(",", ".")) == amount


@given(day=st.dates(min_value=date(1900, 3, 1)))
def test_a_day_is_a_day(day: date) -> None:
    (cell,) = lezen.sheets(werkboek.write([sheet([day])], "x"))["Per maand"][1].values()

    assert date(1899, 12, 30) + timedelta(days=float(cell.value)) == day
    assert cell.form == "d mmm yyyy"
    assert read_csv(csvbestand.write(sheet([day])))[1] == [day.isoformat()]


@pytest.mark.parametrize(
    ("value", "vorm", "form", "written"),
    [
        (1234, "gewoon", "#,##0", "1234"),
        (2026, "kaal", "1", "2026"),
        (0.125, "aandeel", "0.0%", "0,125"),
        (2.5, "gewoon", "#,##0.0##", "2,5"),
        (date(2026, 10, 1), "maand", "mmm yyyy", "2026-10-01"),
    ],
)
def test_a_number_is_written_by_what_it_is(value: Cel, vorm: str, form: str, written: str) -> None:
    blad = sheet([value], kolommen=(Kolom("x", vorm),))  # type: ignore[arg-type]

    (cell,) = lezen.sheets(werkboek.write([blad], "x"))["Per maand"][1].values()
    assert (cell.kind, cell.form) == ("n", form)
    assert read_csv(csvbestand.write(blad))[1] == [written]


def test_a_moment_is_that_of_the_dutch_clock() -> None:
    blad = sheet([datetime(2026, 7, 1, 22, 30, 5, tzinfo=UTC)])

    (cell,) = lezen.sheets(werkboek.write([blad], "x"))["Per maand"][1].values()
    moment = datetime(1899, 12, 30) + timedelta(days=float(cell.value))  # noqa: DTZ001
    assert round(moment.timestamp()) == datetime(2026, 7, 2, 0, 30, 5).timestamp()  # noqa: DTZ001
    assert read_csv(csvbestand.write(blad))[1] == ["2026-07-02 00:30:05"]


def test_what_nobody_knows_is_an_empty_cell() -> None:
    blad = sheet([None, "x"])

    assert [*lezen.sheets(werkboek.write([blad], "x"))["Per maand"][1]] == ["B"]
    assert read_csv(csvbestand.write(blad))[1] == ["", "x"]


@given(names=st.lists(st.text(max_size=40), min_size=1, max_size=4))
@example(names=["Verloop", "verloop", "VERLOOP"])
@example(names=["history", "'"])
def test_every_sheet_gets_a_name_of_its_own(names: list[str]) -> None:
    bladen = [Blad(name, (Kolom("x"),), [[1]]) for name in names]

    assert len(lezen.sheets(werkboek.write(bladen, "x"))) == len(names)


def test_a_text_that_is_too_long_for_a_cell_is_cut_and_not_lost() -> None:
    (cell,) = lezen.sheets(werkboek.write([sheet(["x" * 40_000])], "x"))["Per maand"][1].values()

    assert len(cell.value) == 32_767

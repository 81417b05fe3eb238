"""XLSX: values as they were meant, and nothing of a file that is damaged, hostile or doubtful."""

import io
import zipfile
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdash.ingest import Reading, xlsx
from tests.ingest.berichten import Lezer, counts, why
from tests.ingest.werkboek import (
    DATE_STYLE,
    MAIN,
    OWN_DATE_STYLE,
    STRICT,
    Waarde,
    blad,
    cel,
    delen,
    ingepakt,
    rij,
    werkboek,
)

PGB = ("BSN", "Wet", "Maand", "Budget", "Besteed")
OKT = date(2026, 10, 1)
LINE = ("999900006", "Wmo", OKT, 900, 812.5)
DAMAGED = "Dit Excel-bestand is beschadigd."


def one(reading: Reading, column: str = "besteed") -> object:
    """The value of a column in the only line."""
    [value] = reading.tables["pgb_regel"][column].to_pylist()
    return value


def with_besteed(value: Waarde) -> tuple[Waarde, ...]:
    return (*LINE[:-1], value)


@pytest.mark.parametrize(
    "above",
    [
        pytest.param([], id="at once"),
        pytest.param([["Export pgb"], [], ["Gemeente", "Borger-Odoorn"]], id="below titles"),
        pytest.param([[]] * 19, id="in row twenty"),
    ],
)
def test_the_header_stands_somewhere_in_the_first_rows(
    above: list[list[str]], lezer: Lezer
) -> None:
    reading = lezer.read(werkboek(*above, PGB, LINE))

    assert counts(reading) == ("pgb", 1, 1, 0)
    assert one(reading) == Decimal("812.5")


def test_a_header_below_the_first_rows_is_not_looked_for(lezer: Lezer) -> None:
    assert counts(lezer.read(werkboek(*[[]] * 20, PGB, LINE)))[0] is None


def test_a_line_is_rejected_by_the_row_that_a_spreadsheet_shows(lezer: Lezer) -> None:
    reading = lezer.read(werkboek(["titel"], PGB, LINE, [], with_besteed("veel")))

    assert why(reading) == [
        (
            'regel 5, kolom "besteed"',
            "0001",
            "hier staat tekst; hier hoort een bedrag in euro, zoals 1234,56",
        )
    ]


@pytest.mark.parametrize(
    ("value", "read"),
    [
        pytest.param(812.5, "812.5", id="a number"),
        pytest.param(0.1 + 0.2, "0.3", id="as many digits as a spreadsheet shows"),
        pytest.param(1234567.89, "1234567.89", id="cents"),
        pytest.param(1e3, "1000", id="an exponent"),
        pytest.param("1.234,56", "1234.56", id="a Dutch text"),
        pytest.param("1,234.56", "1234.56", id="an English text"),
        pytest.param("<c><f>1+1</f><v>2</v></c>", "2", id="the outcome of a formula"),
        pytest.param('<c t="str"><f>T(1)</f><v>2,5</v></c>', "2.5", id="a text of a formula"),
        pytest.param('<c s="3"><v>5</v></c>', "5", id="a format with a word that has a d"),
        pytest.param('<c t="s"><v>1</v></c>', "7.5", id="a shared string"),
    ],
)
def test_a_number_is_what_the_cell_shows(value: Waarde, read: str, lezer: Lezer) -> None:
    sheet = blad([PGB, with_besteed(value)])
    strings = ["<si><t>x</t></si>", "<si><r><t>7</t></r><r><t>,5</t></r><rPh><t>9</t></rPh></si>"]

    reading = lezer.read(ingepakt(delen(sheet, strings=strings)))

    assert one(reading) == Decimal(read)


@given(
    day=st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    style=st.sampled_from([DATE_STYLE, OWN_DATE_STYLE]),
)
def test_a_day_is_read_from_any_format_of_days(day: date, style: int, lezer: Lezer) -> None:
    number = (day - date(1899, 12, 30)).days
    head = ("agb_code", "wet", "contractnummer", "van", "tot", "plafond", "niveau")
    row = ("42420001", "jw", "C-1", f'<c s="{style}"><v>{number}</v></c>', None, None, "lokaal")

    reading = lezer.read(werkboek(head, row))

    assert reading.tables["inkoopcontract_regel"]["van"].to_pylist() == [day]


def test_a_workbook_of_1904_counts_its_days_from_there(lezer: Lezer) -> None:
    number = (OKT - date(1904, 1, 1)).days
    sheet = blad([PGB, (*LINE[:2], f'<c s="1"><v>{number}</v></c>', 1, 1)])

    reading = lezer.read(ingepakt(delen(sheet, properties='<workbookPr date1904="1"/>')))

    assert one(reading, "maand") == OKT


def test_a_code_that_became_a_number_has_its_zeros_again(lezer: Lezer) -> None:
    head = ("agb_code", "wet", "productcode", "eenheid", "tarief", "van", "tot")

    reading = lezer.read(werkboek(head, (1012345, "wmo", "02A04", 4, 78.35, OKT, None)))

    [line] = reading.tables["tarief_regel"].to_pylist()
    assert (line["agb_code"], line["eenheid"], line["tarief"]) == (
        "01012345",
        "04",
        Decimal("78.35"),
    )


def test_a_row_may_end_with_its_last_filled_cell(lezer: Lezer) -> None:
    reading = lezer.read(werkboek(("agb_code", "naam"), ("42420001", "Zorg"), ("42420002",)))

    assert counts(reading) == ("aanbieders", 2, 1, 1)
    assert why(reading)[0][0] == 'regel 3, kolom "naam"'


def test_cells_that_go_back_are_damage(lezer: Lezer) -> None:
    row = f'<row r="1">{cel("agb_code", "B1")}{cel("naam", "A1")}</row>'

    reading = lezer.read(ingepakt(delen(blad([]).replace("<sheetData>", f"<sheetData>{row}"))))

    assert why(reading)[0][2] == DAMAGED


def test_a_cell_that_is_left_out_moves_no_other(lezer: Lezer) -> None:
    head = blad([("team", "maand", "taak", "fte")], first=1)
    line = f'<row r="7">{cel("Noord", "A7")}{cel(OKT, "B7")}{cel(2, "D7")}</row></sheetData>'

    reading = lezer.read(ingepakt(delen(head.replace("</sheetData>", line))))

    [found] = reading.tables["formatie_regel"].to_pylist()
    assert (found["team"], found["taak"], found["fte"]) == ("Noord", None, Decimal(2))


@pytest.mark.parametrize("namespace", [MAIN, STRICT])
def test_both_forms_of_the_standard_are_read(namespace: str, lezer: Lezer) -> None:
    sheet = blad([PGB, LINE], namespace)

    assert one(lezer.read(ingepakt(delen(sheet, namespace=namespace)))) == Decimal("812.5")


def test_a_sheet_that_says_nothing_to_us_is_no_matter(lezer: Lezer) -> None:
    reading = lezer.read(ingepakt(delen(blad([["uitleg"]]), blad([PGB, LINE]), blad([]))))

    assert counts(reading) == ("pgb", 1, 1, 0)


def test_two_sheets_that_could_both_be_meant_are_refused(lezer: Lezer) -> None:
    reading = lezer.read(ingepakt(delen(blad([PGB, LINE]), blad([PGB, LINE]))))

    assert counts(reading) == (None, 0, 0, 0)
    assert why(reading)[0][2].startswith("In dit bestand hebben twee of meer bladen een kop")


def test_a_formula_without_its_outcome_is_never_read_as_empty(lezer: Lezer) -> None:
    reading = lezer.read(werkboek(PGB, with_besteed("<c><f>1+1</f><v></v></c>")))

    assert why(reading)[0][2].startswith("In dit Excel-bestand staat een formule zonder uitkomst")


def _bomb(entries: int, size: int) -> bytes:
    parts: dict[str, str | bytes] = {**delen(blad([PGB, LINE]))}
    return ingepakt(parts | {f"xl/media/{nr}": b"\0" * size for nr in range(entries)})


HOSTILE = {
    "too many entries": (_bomb(1001, 1), "Dit Excel-bestand is uitgepakt te groot"),
    "gigabytes": (_bomb(3, 40_000_000), "Dit Excel-bestand is uitgepakt te groot"),
    "no workbook": (ingepakt({"a.txt": "a"}), "Dit is een ingepakt bestand"),
    "only a name": (b"PK\x03\x04xl/workbook.xml", DAMAGED),
    "no relations": (ingepakt({"xl/workbook.xml": delen()["xl/workbook.xml"]}), DAMAGED),
    "no sheet": (
        ingepakt({k: v for k, v in delen(blad([PGB])).items() if "sheet1" not in k}),
        DAMAGED,
    ),
    "a document type": (
        ingepakt(delen('<!DOCTYPE x [<!ENTITY a "b">]>' + blad([PGB, with_besteed("&a;")]))),
        DAMAGED,
    ),
    "a row in a row": (werkboek(PGB, with_besteed(f"<c>{rij(LINE)}</c>")), DAMAGED),
    "half a sheet": (ingepakt(delen(blad([PGB, LINE])[:-30])), DAMAGED),
    "a string of nobody": (werkboek(PGB, with_besteed('<c t="s"><v>9</v></c>')), DAMAGED),
    "a string before the first": (
        ingepakt(
            delen(
                blad([PGB, with_besteed('<c t="s"><v>-1</v></c>')]),
                strings=["<si><t>1</t></si>"],
            )
        ),
        DAMAGED,
    ),
    "a number of nobody": (werkboek(PGB, with_besteed("<c><v>veel</v></c>")), DAMAGED),
    "a place of nobody": (werkboek(PGB, with_besteed('<c r="1A"><v>1</v></c>')), DAMAGED),
    "a column far away": (werkboek(PGB, with_besteed('<c r="ZZZ2"><v>1</v></c>')), DAMAGED),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "Dit is een oud Excel"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_damaged_or_hostile_is_refused_with_its_reason(name: str, lezer: Lezer) -> None:
    inhoud, reason = HOSTILE[name]

    reading = lezer.read(inhoud)

    assert counts(reading) == (None, 0, 0, 0)
    assert why(reading)[0][2].startswith(reason)


def test_no_more_is_inflated_than_the_entries_say(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = werkboek(PGB, LINE)
    part = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        size = archive.getinfo(part).file_size
    asked: list[int] = []
    read = zipfile.ZipExtFile.read

    def counting(entry: zipfile.ZipExtFile, n: int | None = -1) -> bytes:
        asked.append(n or 0)
        return read(entry, n)

    monkeypatch.setattr(zipfile.ZipExtFile, "read", counting)

    assert len(xlsx._Package(packed).part(part)) == size
    assert asked == [size + 1]


@settings(max_examples=150)
@given(data=st.data())
def test_no_damage_is_read_as_something_else(data: st.DataObject, lezer: Lezer) -> None:
    packed = werkboek(PGB, LINE)
    place = data.draw(st.integers(0, len(packed) - 1))
    part = data.draw(st.sampled_from([b"", b"\0" * 4]) | st.binary(max_size=4))
    cut = data.draw(st.booleans())

    reading = lezer.read(packed[:place] + part + (b"" if cut else packed[place + len(part) :]))

    assert reading.gelezen == reading.geaccepteerd + reading.afgekeurd
    assert reading.soort is None or reading.tables == lezer.read(packed).tables


@settings(max_examples=100)
@given(days=st.integers(-(10**9), 10**9) | st.integers(0, 300_000), style=st.integers(0, 9))
def test_no_number_is_too_odd_for_a_day(days: int, style: int, lezer: Lezer) -> None:
    row = (*LINE[:2], f'<c s="{style}"><v>{days}</v></c>', 1, 1)

    reading = lezer.read(werkboek(PGB, row))

    assert counts(reading)[:2] == ("pgb", 1)
    if reading.geaccepteerd and style in {DATE_STYLE, OWN_DATE_STYLE}:
        assert one(reading, "maand") == (date(1899, 12, 30) + timedelta(days=days)).replace(day=1)

"""CSV and Parquet: the same lines are read however they are written, and nothing is guessed."""

import codecs
import io
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import SecretBytes

from sdash.ingest import files, oogst, parquet, read
from sdash.settings import Settings
from tests.ingest.berichten import SETTINGS, Lezer, counts, why

FORMATIE = "team;maand;fte;taak\nNoord;2026-10;6,75;regievoering\nZuid;2026-10;2;\n"
OKT = date(2026, 10, 1)
READ = [("Noord", OKT, Decimal("6.75"), "regievoering"), ("Zuid", OKT, Decimal(2), None)]


def lines(lezer: Lezer, inhoud: bytes | str) -> list[tuple[object, ...]]:
    """What is kept of a file of formatie."""
    reading = lezer.read(inhoud)
    assert reading.soort == "formatie", why(reading)
    return [tuple(line.values())[1:] for line in reading.tables["formatie_regel"].to_pylist()]


@pytest.mark.parametrize(
    "write",
    [
        pytest.param(lambda it: it.encode(), id="as it is"),
        pytest.param(lambda it: it.replace(",", ".").encode(), id="English decimals"),
        pytest.param(lambda it: it.replace(",", ".").replace(";", ",").encode(), id="commas"),
        pytest.param(lambda it: it.replace(";", "\t").encode(), id="tabs"),
        pytest.param(lambda it: codecs.BOM_UTF8 + it.encode(), id="UTF-8 with a mark"),
        pytest.param(lambda it: it.encode("utf-16"), id="UTF-16"),
        pytest.param(
            lambda it: codecs.BOM_UTF16_BE + it.encode("utf-16-be"), id="UTF-16, large end first"
        ),
        pytest.param(lambda it: it.replace("\n", "\r\n").encode(), id="lines of Windows"),
        pytest.param(lambda it: it.replace("\n", "\r").encode(), id="lines of an old Mac"),
        pytest.param(lambda it: it.replace("\n", ";;;\n").encode(), id="empty columns behind"),
        pytest.param(lambda it: (it + ";;;\n\n;;;;;\n").encode(), id="empty rows behind"),
        pytest.param(lambda it: ("Export formatie\n\n" + it).encode(), id="a title above"),
        pytest.param(lambda it: it.replace("team;maand", "Team; MAAND ").encode(), id="capitals"),
        pytest.param(lambda it: it.replace("2026-10", "okt 2026").encode(), id="a month in words"),
        pytest.param(lambda it: it.replace("2026-10", "10-2026").encode(), id="a month first"),
        pytest.param(lambda it: it.replace("2026-10", "31-10-2026").encode(), id="its last day"),
        pytest.param(lambda it: it.replace("regie", "Regie").encode(), id="a word with a capital"),
        pytest.param(
            lambda it: "\n".join(
                ";".join(f'"{cell}"' for cell in line.split(";")) for line in it.splitlines()
            ).encode(),
            id="quotes",
        ),
    ],
)
def test_the_same_lines_are_read_however_they_are_written(
    write: Callable[[str], bytes], lezer: Lezer
) -> None:
    assert lines(lezer, write(FORMATIE)) == READ


@pytest.mark.parametrize(
    "header", ["AGB code;Naam", "agb-code;NAAM", "Agb_Code;naam", " AGB  CODE ;naam."]
)
def test_a_header_may_have_capitals_and_spaces(header: str, lezer: Lezer) -> None:
    assert counts(lezer.read(f"{header}\n42420001;Zorg\n")) == ("aanbieders", 1, 1, 0)


@pytest.mark.parametrize("above", [0, 1])
def test_lines_above_the_header_are_never_lost_in_silence(above: int, lezer: Lezer) -> None:
    head, *rows = FORMATIE.splitlines()

    reading = lezer.read("\n".join([rows[above], head, rows[1 - above]]))

    assert why(reading)[0][2].startswith("Boven de kop van het bestand staan regels die op gegev")


def test_an_optional_column_may_be_left_out(lezer: Lezer) -> None:
    assert lines(lezer, "fte;team;maand\n6,75;Noord;2026-10\n") == [
        ("Noord", OKT, Decimal("6.75"), None)
    ]


@pytest.mark.parametrize("name", ["Zoë", "à € 1"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_accents_are_read_in_every_encoding(name: str, encoding: str, lezer: Lezer) -> None:
    reading = lezer.read(f"agb_code;naam\n42420001;{name}\n".encode(encoding))

    assert reading.tables["aanbieder_regel"]["naam"].to_pylist() == [name]


@pytest.mark.parametrize("data", [b"\xff\xfea", b"\xef\xbb\xbf\xff", b"\x81\x8d;\x8f"])
def test_what_is_text_in_no_encoding_is_refused(data: bytes, lezer: Lezer) -> None:
    assert why(lezer.read(data))[0][2].startswith("Het bestand is geen tekst in UTF-8, UTF-16")


def test_a_cell_behind_the_header_rejects_its_line(lezer: Lezer) -> None:
    reading = lezer.read("agb_code;naam;\n42420001;Zorg;verborgen\n")

    assert counts(reading) == ("aanbieders", 1, 0, 1)


# ------------------------------------------------------------------------------------ Parquet


def written(**columns: Any) -> bytes:  # noqa: ANN401  (whatever pyarrow makes a column of)
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("fte", "maand"),
    [
        pytest.param(["6.75", "2"], ["2026-10", "2026-10"], id="text"),
        pytest.param([6.75, 2.0], [OKT, OKT], id="numbers and days"),
        pytest.param([Decimal("6.75"), Decimal(2)], [datetime(2026, 10, 1)] * 2, id="exact"),  # noqa: DTZ001
        pytest.param(
            pa.array(["6,75", "2"]).dictionary_encode(),
            pa.array([datetime(2026, 10, 1)] * 2, pa.timestamp("ns")),  # noqa: DTZ001
            id="a dictionary and nanoseconds",
        ),
        pytest.param([b"6,75", b"2"], pa.array([OKT, OKT], pa.date64()), id="bytes"),
    ],
)
def test_a_parquet_file_gives_the_same_lines(fte: object, maand: object, lezer: Lezer) -> None:
    team, taak = ["Noord", "Zuid"], ["regievoering", None]

    assert lines(lezer, written(Team=team, maand=maand, FTE=fte, taak=taak)) == READ


def test_a_row_of_parquet_is_named_by_its_number(lezer: Lezer) -> None:
    reading = lezer.read(written(agb_code=[42420001, 1], naam=["Zorg", "Zorg"]))

    assert [place for place, _, _ in why(reading)] == ['regel 2, kolom "agb_code"']


def test_a_parquet_file_with_groups_is_refused(lezer: Lezer) -> None:
    reading = lezer.read(written(agb_code=[["42420001"]], naam=["Zorg"]))

    assert why(reading)[0][2] == "Dit Parquet-bestand heeft kolommen met lijsten of groepen erin."


def test_a_parquet_file_is_judged_by_its_footer_before_it_is_read(
    lezer: Lezer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pq.ParquetFile, "iter_batches", None)
    rows = parquet.MAX_CELLS // 2 + 1
    many = pa.array([1] * 1000).take(pa.array([0] * 1000))
    column = pa.chunked_array([many] * (rows // 1000 + 1))

    reading = lezer.read(written(agb_code=column, naam=column))

    assert why(reading)[0][2] == "Dit Parquet-bestand is te groot om te lezen."


@settings(max_examples=150)
@given(data=st.data())
def test_no_damage_to_a_parquet_file_raises(data: st.DataObject, lezer: Lezer) -> None:
    whole = written(agb_code=["42420001"], naam=["Zorg"])
    place = data.draw(st.integers(4, len(whole) - 1))
    part = data.draw(st.binary(min_size=1, max_size=4))

    reading = lezer.read(whole[:place] + part + whole[place + len(part) :])

    assert reading.gelezen == reading.geaccepteerd + reading.afgekeurd


# ------------------------------------------------------------------------------------ size


def test_many_lines_are_packed_while_they_are_read(
    lezer: Lezer, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting: list[int] = []
    pack = oogst.Oogst.pack

    def counting(self: oogst.Oogst) -> None:
        waiting.extend(len(values) for values in self.records.values())
        pack(self)

    monkeypatch.setattr(files, "LINES_AT_ONCE", 10)
    monkeypatch.setattr(oogst.Oogst, "pack", counting)
    rows = "".join(f"{42420000 + nr};Zorg\n" for nr in range(35))

    reading = lezer.read(f"agb_code;naam\n{rows}")

    assert reading.tables["aanbieder_regel"]["plaats"].to_pylist() == [*range(1, 36)]
    assert waiting == [30, 30, 30, 15], "three values a line"


def test_reasons_without_end_are_counted_and_not_kept(
    lezer: Lezer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_REASONS", 3)

    reading = lezer.read("agb_code;naam\n" + "1;Zorg\n" * 10)

    assert counts(reading) == ("aanbieders", 10, 0, 10)
    assert [place for place, _, _ in why(reading)] == [
        *(f'regel {nr}, kolom "agb_code"' for nr in (2, 3, 4)),
        "bestand",
    ]
    assert why(reading)[-1][2] == "Er zijn nog 7 regels afgekeurd"


# ------------------------------------------------------------------------------------ households

HUISHOUDENS = "bsn;huishouden;van;tot\n999900006;H-1;2026-01-01;\n"


def test_households_are_refused_until_the_ground_for_them_is_recorded(lezer: Lezer) -> None:
    reading = lezer.read(HUISHOUDENS)

    assert counts(reading) == (None, 0, 0, 0)
    assert "grondslag_huishoudens" in why(reading)[0][2]


def test_households_are_read_once_it_is(tmp_path: Path) -> None:
    path = tmp_path / "huishoudens.csv"
    path.write_text(HUISHOUDENS, encoding="utf-8")
    key = SecretBytes(b"a key that only the tests know of")
    allowed = Settings(data=tmp_path, sleutel=key, grondslag_huishoudens="DPIA 2026-04")

    [line] = read(path, allowed).tables["huishouden_regel"].to_pylist()

    assert "H-1" not in str(line)
    assert len(line["client"]) == len(line["huishouden"]) == 32


def test_a_bsn_of_a_file_gives_the_pseudonym_of_the_messages(lezer: Lezer) -> None:
    head, row = "bsn;wet;maand;budget;besteed", "{};wmo;2026-10;900;800"

    reading = lezer.read(f"{head}\n{row.format('999900006')}\n{row.format('999900007')}\n")

    assert SETTINGS.grondslag_huishoudens == ""
    assert why(reading)[0][2].startswith("dit nummer doorstaat de elfproef niet")
    [client] = reading.tables["pgb_regel"]["client"].to_pylist()
    assert client == _client_of_a_message(lezer)


def _client_of_a_message(lezer: Lezer) -> str:
    from tests.ingest.berichten import BSN, start  # noqa: PLC0415

    assert BSN == "999900006"
    [client] = lezer.read(start()).tables["start"]["client"].to_pylist()
    return str(client)

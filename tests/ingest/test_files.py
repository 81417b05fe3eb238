from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdash.ingest import Reading
from tests.ingest.berichten import Lezer, counts, why

AANBIEDERS = "agb_code;naam\n42420001;Voorbeeldzorg\n42420002;Tweede zorg\n"
BEGROTING = (
    "jaar;taakveld;omschrijving;lasten;baten;stand;vastgesteld_op;fictief\n"
    "2026;6.711;Huishoudelijke hulp;{};0;primitief;2025-11-06;nee\n"
)
FILES = {
    "aanbieders": AANBIEDERS,
    "begroting": BEGROTING.format("1.234,50"),
    "casussen": "casusnummer;team;wijk_code;begindatum;einddatum;eerder_bekend;taak\n"
    "2026-1;Noord;WK168100;2026-01-01;;ja;\n",
    "casustaken": "casusnummer;taak;van;tot\n2026-1;signalering;2026-01-01;\n",
    "kaart": "regio_code;volgnr;x;y\nWK168100;1;0;1\n",
    "kerncijfers": "jaar;regio_code;regio_naam;regio_soort;indicator;waarde;eenheid;bron\n"
    "2024;WK168100;Valthe;wijk;Inwoners;1200;aantal;CBS\n",
    "postcodes": "postcode;wijk_code\n9531 AA;WK168100\n9531;WK168101\n",
    "teams": "team;wijk_code;van;tot\nNoord;WK168100;2025-01-01;\n",
}


def names(reading: Reading) -> list[str]:
    found: list[str] = reading.tables["aanbieder_regel"]["naam"].to_pylist()
    return found


@pytest.mark.parametrize("soort", FILES)
def test_every_kind_of_file_is_known_by_its_header(soort: str, lezer: Lezer) -> None:
    lines = FILES[soort].count("\n") - 1

    assert counts(lezer.read(FILES[soort])) == (soort, lines, lines, 0)


@pytest.mark.parametrize(
    "inhoud",
    [
        pytest.param(AANBIEDERS.replace(";", ",").encode(), id="commas"),
        pytest.param(b"\xef\xbb\xbf" + AANBIEDERS.encode(), id="a byte order mark"),
        pytest.param(AANBIEDERS.replace("\n", "\r\n").encode(), id="lines of Windows"),
        pytest.param(AANBIEDERS.rstrip("\n").encode(), id="no newline at the end"),
        pytest.param(AANBIEDERS.replace("\n", "\n\n").encode(), id="empty lines"),
        pytest.param(AANBIEDERS.replace("\n", "\n;\n").encode(), id="lines of empty cells"),
        pytest.param(AANBIEDERS.replace(";", " ; ").encode(), id="spaces around cells"),
        pytest.param(
            b"naam;agb_code\nVoorbeeldzorg;42420001\nTweede zorg;42420002\n", id="another order"
        ),
        pytest.param(
            b'agb_code;naam\n"42420001";"Voorbeeldzorg"\n42420002;Tweede zorg\n', id="quotes"
        ),
    ],
)
def test_the_same_lines_are_read_however_they_are_written(inhoud: bytes, lezer: Lezer) -> None:
    reading = lezer.read(inhoud)

    assert counts(reading) == ("aanbieders", 2, 2, 0)
    assert names(reading) == ["Voorbeeldzorg", "Tweede zorg"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_accents_and_the_euro_are_read_in_both_encodings(encoding: str, lezer: Lezer) -> None:
    inhoud = "agb_code;naam\n42420001;Zorg à € 1 voor Zoë\n".encode(encoding)

    assert names(lezer.read(inhoud)) == ["Zorg à € 1 voor Zoë"]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param('"Zorg; en meer"', id="a semicolon"),
        pytest.param('"Zorg\nen meer"', id="a newline"),
        pytest.param('"Zorg ""en"" meer"', id="a quote"),
    ],
)
def test_a_quoted_cell_holds_what_would_end_it(name: str, lezer: Lezer) -> None:
    reading = lezer.read(f"agb_code;naam\n42420001;{name}\n")

    assert names(reading) == [name[1:-1].replace('""', '"')]


@pytest.mark.parametrize("written", ["1234567.89", "1234567,89", "1.234.567,89"])
def test_euros_keep_their_cents(written: str, lezer: Lezer) -> None:
    reading = lezer.read(BEGROTING.format(written))

    assert reading.tables["begroting_regel"]["lasten"].to_pylist() == [Decimal("1234567.89")]


def test_a_bad_line_is_rejected_where_it_stands_and_the_others_are_kept(lezer: Lezer) -> None:
    reading = lezer.read(
        'agb_code;naam\n1;Kort\n42420002;"Over\ntwee regels"\n42420003\n4;5;6\n42420004;\n'
    )

    assert counts(reading) == ("aanbieders", 5, 1, 4)
    assert why(reading) == [
        (
            'regel 2, kolom "agb_code"',
            "0001",
            "hier staat een getal; hier hoort een AGB-code van acht cijfers",
        ),
        ("regel 5", "0001", "De regel heeft een ander aantal cellen dan de kop"),
        ("regel 6", "0001", "De regel heeft een ander aantal cellen dan de kop"),
        (
            'regel 7, kolom "naam"',
            "0001",
            "deze cel is leeg; hier hoort een tekst van ten hoogste 200 tekens",
        ),
    ]
    assert names(reading) == ["Over\ntwee regels"]


@pytest.mark.parametrize(
    ("inhoud", "reason"),
    [
        pytest.param(
            "team;wijk_code;van\nNoord;WK168100;2025-01-01\n",
            "Dit lijkt een bestand teams, maar er ontbreekt: tot.",
            id="a column less",
        ),
        pytest.param(
            "agb_code;naam;Jansen\n42420001;Zorg;x\n",
            "Dit lijkt een bestand aanbieders, maar er staan kolommen te veel in.",
            id="a column more",
        ),
        pytest.param(
            "agb_code;naam;naam\n42420001;Zorg;x\n",
            "In de kop van het bestand staat een kolom twee keer.",
            id="a column twice",
        ),
        pytest.param(
            "AGB;NAAM\n42420001;Zorg\n", "Dit is geen bestand dat sdash kent.", id="other names"
        ),
        pytest.param(
            "42420001;Zorg\n", "Dit is geen bestand dat sdash kent.", id="no header at all"
        ),
        pytest.param(
            "agb_code;naam\n",
            "Het bestand heeft een kop, maar geen regels.",
            id="only a header",
        ),
        pytest.param(
            'agb_code;naam\n42420001;"Zorg\n',
            "Regel 2 van het bestand is geen CSV.",
            id="a quote without end",
        ),
        pytest.param(
            "agb_code;naam\n42420001;" + "x" * 200_000 + "\n",
            "Regel 2 van het bestand is geen CSV.",
            id="a cell without end",
        ),
        pytest.param("x;" * 200_000, "In de kop van het bestand staat", id="200,000 columns"),
    ],
)
def test_a_file_that_fits_no_contract_says_why(inhoud: str, reason: str, lezer: Lezer) -> None:
    reading = lezer.read(inhoud)

    assert counts(reading) == (None, 0, 0, 0)
    assert why(reading)[0][2].startswith(reason)


_CELLS = st.text(max_size=12) | st.sampled_from(["42420001", "Zorg", "", "1e30", "-1", '"', ";"])


@given(lines=st.lists(st.lists(_CELLS, max_size=4), min_size=1, max_size=8))
def test_every_line_is_accepted_or_rejected(lines: list[list[str]], lezer: Lezer) -> None:
    written = "".join(";".join(cells).replace("\r", "") + "\n" for cells in lines)

    reading = lezer.read(("agb_code;naam\n" + written).encode("utf-8", "replace"))

    assert reading.gelezen == reading.geaccepteerd + reading.afgekeurd
    assert reading.geaccepteerd == sum(len(table) for table in reading.tables.values())


@given(
    lines=st.lists(
        st.lists(_CELLS | st.decimals(allow_nan=True).map(str), min_size=4, max_size=4), min_size=1
    )
)
def test_no_number_is_too_odd_to_be_judged(lines: list[list[str]], lezer: Lezer) -> None:
    written = "".join(
        ",".join(cell.translate({10: None, 13: None, 34: None, 44: None}) for cell in cells) + "\n"
        for cells in [["WK168100", "1", "0", "0"], *lines]
    )

    reading = lezer.read(("regio_code,volgnr,x,y\n" + written).encode("utf-8", "replace"))

    assert reading.gelezen == reading.geaccepteerd + reading.afgekeurd > 0

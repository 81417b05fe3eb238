"""What is proposed for unknown columns, and what is said of a cell: helpful, and without people."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdash.contracts.base import Contract, field_names
from sdash.contracts.bestanden import BESTANDEN
from sdash.contracts.geld import Begroting
from sdash.ingest import read
from sdash.ingest.koppeling import FOLDER, Koppeling
from tests.contracts.records import GOOD
from tests.ingest.berichten import SETTINGS, Lezer, counts, why

EXPORT = """Burgerservicenummer;Naam client;Soort regeling;Begindatum;Einddatum;Maand;Netto bedrag
999900006;Zwartjes;Bijstand;01-02-2024;;2026-10;1.234,56
999900018;Zwartjes;IOAW;01-02-2024;;2026-10;1.000,00
"""


KOLOMMEN = {
    "bsn": "Burgerservicenummer",
    "regeling": "Soort regeling",
    "begin": "Begindatum",
    "eind": "Einddatum",
    "maand": "Maand",
    "bedrag": "Netto bedrag",
}
BEGROTING = [*field_names(Begroting)]


def proposed(lezer: Lezer, inhoud: str) -> dict[str, object]:
    return tomllib.loads(lezer.read(inhoud).voorstel)


def test_a_proposal_pairs_columns_by_name_and_by_values(lezer: Lezer) -> None:
    assert proposed(lezer, EXPORT) == {
        "soort": "uitkeringen",
        "kolommen": KOLOMMEN,
        "vertaling": {"regeling": {}},
    }


@pytest.mark.parametrize("begin", ["Ingangsdatum", "Startdatum", "Datum begin", "Begin"])
def test_a_first_day_has_many_names(begin: str, lezer: Lezer) -> None:
    found = proposed(lezer, EXPORT.replace("Begindatum", begin))

    assert found["kolommen"] == KOLOMMEN | {"begin": begin}


def test_a_year_may_stand_in_a_name(lezer: Lezer) -> None:
    header = "Jaar;Taakveld;Omschrijving;Lasten 2026;Baten 2026;Stand;Vastgesteld;Fictief"
    row = "2026;6.22;Toegang;1;0;primitief;1-11-2025;nee"

    found = proposed(lezer, f"{header}\n{row}\n")

    assert (found["soort"], found["kolommen"]) == (
        "begroting",
        dict(zip(BEGROTING, header.split(";"), strict=True)),
    )


@pytest.mark.parametrize(
    ("amount", "day", "notation"),
    [
        pytest.param("1.234,56", "01-02-2024", {}, id="one reading"),
        pytest.param("1.234", "01-02-2024", {"decimaal": ","}, id="Dutch thousands"),
        pytest.param("1,234", "01-02-2024", {"decimaal": "."}, id="English thousands"),
        pytest.param("1,00", "01/02/2024", {"datum": "dd-mm-jjjj"}, id="day first, or so it seems"),
        pytest.param("1,00", "02/13/2024", {"datum": "mm-dd-jjjj"}, id="month first"),
    ],
)
def test_a_proposal_says_how_amounts_and_days_are_written(
    amount: str, day: str, notation: dict[str, str], lezer: Lezer
) -> None:
    found = proposed(lezer, EXPORT.replace("1.234,56", amount).replace("01-02-2024", day))

    assert {name: found[name] for name in ("decimaal", "datum") if name in found} == notation


def test_a_saved_proposal_reads_the_file_but_for_words_nobody_translated(tmp_path: Path) -> None:
    settings = SETTINGS.model_copy(update={"data": tmp_path})
    path = tmp_path / "export.csv"
    path.write_text(EXPORT, encoding="utf-8")
    voorstel = read(path, settings).voorstel
    (tmp_path / FOLDER).mkdir()
    saved = tmp_path / FOLDER / "uitkeringen.toml"
    saved.write_text(voorstel, encoding="utf-8")

    first = read(path, settings)
    saved.write_text(voorstel.replace("# \"Bijstand\" = ''", '"Bijstand" = "Pw"'), encoding="utf-8")
    then = read(path, settings)

    assert counts(first) == ("uitkeringen", 2, 1, 1)
    assert why(first)[0][0] == 'regel 2, kolom "Soort regeling"'
    assert counts(then) == ("uitkeringen", 2, 2, 0)


def test_a_proposal_says_what_was_not_found_and_what_belongs_there(lezer: Lezer) -> None:
    said = lezer.read(EXPORT.replace("Einddatum", "Xyz").replace(";Maand;", ";Qq;")).voorstel

    assert "# eind = ''   # hier hoort een datum, zoals 31-12-2026" in said
    assert "de andere kolommen van het bestand (3)" in said


@pytest.mark.parametrize("contract", BESTANDEN, ids=lambda it: it.soort)
def test_a_file_whose_names_are_written_otherwise_is_still_known(
    contract: type[Contract], lezer: Lezer
) -> None:
    names = [f"{name.replace('_', ' ').title()} (export)" for name in GOOD[contract]]
    row = ";".join(str(value) for value in GOOD[contract].values())

    found = proposed(lezer, f"{';'.join(names)};Overig\n{row};x\n")

    assert found["soort"] == contract.soort
    assert Koppeling.model_validate(found | {"naam": "voorstel"}).kolommen == dict(
        zip(field_names(contract), names, strict=True)
    )


@pytest.mark.parametrize(
    "inhoud",
    [
        pytest.param("Zwartjes;999900006\nPietersen;999900018\n", id="no header"),
        pytest.param("Zwartjes;Team Noord;9876 ZQ\nPietersen;Team Zuid;9876\n", id="people"),
        pytest.param("AGB code;Naam;9876 ZQ\n42420001;Zorg;x\n", id="a postcode as a name"),
        pytest.param("AGB code;Naam;23-9-2011\n42420001;Zorg;x\n", id="a birthday as a name"),
        pytest.param("Geachte heer,\nhierbij, als beloofd.\n", id="a letter"),
        pytest.param("\n\n;;;\n", id="nothing"),
    ],
)
def test_what_looks_like_no_file_of_ours_gets_no_proposal(inhoud: str, lezer: Lezer) -> None:
    assert lezer.read(inhoud).voorstel == ""


def test_a_proposal_holds_no_value_of_a_person(lezer: Lezer) -> None:
    said = lezer.read(EXPORT.replace("Bijstand", "9876 ZQ 999900006")).voorstel

    assert [it for it in ("Zwartjes", "9999", "9876", "1.234,56", "2024") if it in said] == []


def test_a_file_that_is_read_has_no_proposal(lezer: Lezer) -> None:
    assert lezer.read("agb_code;naam\n42420001;Zorg\n").voorstel == ""


# ------------------------------------------------------------------------------------ sentences

KOP, RIJ = "agb_code;wet;taakveld;maand;bedrag", ("42420001", "jw", "6.752", "2026-10", "1,00")


@pytest.mark.parametrize(
    ("column", "cell", "sentence"),
    [
        ("agb_code", "", "deze cel is leeg; hier hoort een AGB-code van acht cijfers"),
        ("wet", "zvw", "hier staat tekst; hier hoort een van deze woorden: jw, wmo, pw"),
        ("taakveld", "6", "hier staat een getal; hier hoort een taakveld volgens Iv3, zoals 6.711"),
        ("maand", "10/2026", "hier staat iets anders; hier hoort een maand, zoals 2026-10"),
        ("maand", "01/02/2026", "deze dag is op twee manieren te lezen; hier hoort een maand"),
        ("maand", "2026-13", "hier staat iets anders; hier hoort een maand, zoals 2026-10"),
        ("maand", "31-11-2026", "deze dag bestaat niet; hier hoort een maand, zoals 2026-10"),
        ("bedrag", "Jansen", "hier staat tekst; hier hoort een bedrag in euro, zoals 1234,56"),
        ("bedrag", "31-12-2026", "hier staat een datum; hier hoort een bedrag in euro"),
        ("bedrag", "1,234", "dit getal heeft te veel cijfers achter de komma; hier hoort"),
        ("bedrag", "1e15", "dit getal is te groot; hier hoort een bedrag in euro"),
    ],
)
def test_a_clerk_reads_what_stands_there_and_what_belongs_there(
    column: str, cell: str, sentence: str, lezer: Lezer
) -> None:
    values = [cell if name == column else it for name, it in zip(KOP.split(";"), RIJ, strict=True)]

    [(place, code, said)] = why(lezer.read(f"{KOP}\n{';'.join(values)}\n"))

    assert (place, code) == (f'regel 2, kolom "{column}"', "0001")
    assert said.startswith(sentence)


MARKER = "Zwartjes"


@given(
    contract=st.sampled_from(BESTANDEN),
    cells=st.lists(
        st.sampled_from([MARKER, f"{MARKER}9", f"9{MARKER}", f"-{MARKER}", f"{MARKER}2026-01-01"]),
        min_size=12,
        max_size=12,
    ),
)
def test_no_explanation_of_a_file_holds_a_value(
    contract: type[Contract], cells: list[str], lezer: Lezer
) -> None:
    names = [*field_names(contract)]

    reading = lezer.read(f"{';'.join(names)}\n{';'.join(cells[: len(names)])}\n")

    assert MARKER not in str(why(reading))

"""Iv3 as CBS publishes it: every gemeente, every generation of taakvelden, in thousands."""

from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import SecretBytes

from sdash.contracts.gemeenten import GEMEENTE, code_of
from sdash.ingest import Reading, read
from sdash.settings import Settings

HEAD = (
    "Gemeenten;Taakveld;L1.1 Salarissen en sociale lasten;Baten;Lasten;Provincie;"
    "Gemeentegrootte;Stedelijkheid;Inwonertal;Centrumfunctie;Sociale structuur\n"
)
WORDS = "Drenthe;50000tot100000inwoners;Sterkstedelijk;70395;Sterk;Matig"
ROW = f"Assen;6.22 Toegang en eerstelijnsvoorz. Jeugd;2534.0;1.0;1240.0;{WORDS}\n"


def reading(folder: Path, name: str, text: str) -> Reading:
    path = folder / name
    path.write_text(text, "utf-8")
    return read(path, Settings(data=folder, sleutel=SecretBytes(b"a key that only tests know")))


def first(found: Reading) -> dict[str, object]:
    (row, *_) = found.tables["iv3_regel"].to_pylist()
    return dict(row)


def test_a_published_file_is_read_as_it_stands(tmp_path: Path) -> None:
    found = reading(tmp_path, "2025_begroting.csv", HEAD + ROW)

    row = first(found)
    assert (found.soort, found.geaccepteerd, found.redenen) == ("iv3", 1, ())
    assert (row["jaar"], row["stand"], row["regio_code"]) == (2025, "begroting", "GM0106")
    assert (row["taakveld"], row["lasten"]) == ("6.22", Decimal(1240))
    assert row["gemeentegrootte"] == "50.000 tot 100.000 inwoners"
    assert row["sociale_structuur"] == "matig"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("2023_jaarrekening.csv", (2023, "rekening", None)),
        ("Iv3 begroting 2026 (2e plaatsing).csv", (2026, "begroting", "2")),
        ("iv3-2024-kwartaal3.csv", (2024, "kwartaal 3", None)),
        ("2024_2e_kwartaal_1e-plaatsing.csv", (2024, "kwartaal 2", "1")),
    ],
)
def test_the_name_of_a_file_says_its_year_and_report(
    tmp_path: Path, name: str, said: tuple[int, str, str | None]
) -> None:
    row = first(reading(tmp_path, name, HEAD + ROW))

    assert (row["jaar"], row["stand"], row["plaatsing"]) == said


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("begroting.csv", "over welk jaar het gaat"),
        ("begroting_2024_2025.csv", "over welk jaar het gaat"),
        ("iv3_2025.csv", "of het de begroting, een kwartaal of de rekening is"),
    ],
)
def test_a_file_that_does_not_say_its_year_or_report_is_refused_with_what_to_do(
    tmp_path: Path, name: str, missing: str
) -> None:
    found = reading(tmp_path, name, HEAD + ROW)

    assert found.soort is None
    assert missing in found.redenen[0].reden
    assert "2025_begroting.csv" in found.redenen[0].reden


def test_a_column_goes_before_the_name(tmp_path: Path) -> None:
    found = reading(tmp_path, "2025_begroting.csv", f"Jaar;Stand;{HEAD}2022;rekening;{ROW}")

    assert (first(found)["jaar"], first(found)["stand"]) == (2022, "rekening")


@pytest.mark.parametrize(
    "taakveld", ["6.71", "6.72 Maatwerk 18-", "6.82b", "6.74c Gesloten", "6.763"]
)
def test_taakvelden_of_every_generation_are_known(tmp_path: Path, taakveld: str) -> None:
    row = f"GM0106;{taakveld};;0;1;{WORDS}\n"

    assert reading(tmp_path, "2022_rekening.csv", HEAD + row).afgekeurd == 0


@pytest.mark.parametrize(
    ("row", "reden"),
    [
        ("Nergenshuizen;6.1 Samenkracht;;0;1", "deze gemeente kent sdash niet"),
        ("Assen;6.99 Toekomst;;0;1", "dit taakveld kent sdash niet"),
        ("Assen;6.1 Samenkracht;;0;veel", "hier staat tekst"),
    ],
)
def test_what_is_unknown_is_refused_by_row_with_a_sentence(
    tmp_path: Path, row: str, reden: str
) -> None:
    found = reading(tmp_path, "2025_begroting.csv", f"{HEAD}{row};{WORDS}\n{ROW}")

    assert (found.gelezen, found.afgekeurd) == (2, 1)
    assert reden in found.redenen[0].reden


def test_an_empty_class_and_the_whole_country_are_read(tmp_path: Path) -> None:
    row = "Nederland;6.1 Samenkracht;;0.0;3636177.0;;;;18045532;;\n"

    found = first(reading(tmp_path, "2025_begroting.csv", HEAD + row))

    assert (found["regio_code"], found["inwonertal"]) == ("NL01", 18_045_532)
    assert found["stedelijkheid"] is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("'s-Gravenhage", "GM0518"),
        ("Bergen (L.)", "GM0893"),
        ("Bergen (NH.)", "GM0373"),
        ("Hengelo (O.)", "GM0164"),
        ("Groningen (gemeente)", "GM0014"),
        ("súdwest-fryslân", "GM1900"),
        ("Weesp", "GM0457"),
        ("GM1681", "GM1681"),
        ("Bergen", None),
        ("GM9999", None),
    ],
)
def test_a_gemeente_is_known_however_cbs_writes_it(text: str, code: str | None) -> None:
    assert code_of(text) == code


def test_no_two_gemeenten_have_the_same_name() -> None:
    assert len({naam.casefold() for naam in GEMEENTE.values()}) == len(GEMEENTE) == 360


def test_the_gemeentefonds_is_read_with_its_many_decimals(tmp_path: Path) -> None:
    text = (
        "Circulaire_jaar,Gemeenten,Sociale basisvoorzieningen,Participatie,"
        "Individuele voorzieningen Wmo,Individuele voorzieningen Jeugd,"
        '"Sport, cultuur en recreatie"\n'
        "S2024_2025,Assen,20700123.09420412,1,2,36360000.004999,0.0\n"
    )

    found = reading(tmp_path, "clusters.csv", text)

    (row,) = found.tables["gemeentefonds_regel"].to_pylist()
    assert found.soort == "gemeentefonds"
    assert (row["regio_code"], row["sociale_basis"]) == ("GM0106", Decimal("20700123.09"))
    assert row["jeugd"] == Decimal(36_360_000)

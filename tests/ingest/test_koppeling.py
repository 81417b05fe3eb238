"""A koppeling reads an export with other names; one that is wrong says so in plain Dutch."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sdash.ingest import Reading, read
from sdash.ingest.koppeling import FOLDER, LARGEST, faults
from sdash.settings import Settings
from tests.ingest.berichten import SETTINGS, counts, why

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
EXAMPLE = README.partition("```toml\nsoort")[2].partition("```")[0]
UITKERINGEN = f"soort{EXAMPLE}"
HEAD = "Klantnaam;Burgerservicenummer;Soort uitkering;Ingangsdatum;Datum beëindiging;Netto bedrag"
EXPORT = f"""{HEAD}
Zwartjes;999900006;IOAW;01-02-2024;;1.405
Zwartjes;999900018;Participatiewet levensonderhoud;31-12-2025;01-10-2026;1.405,10
"""
PGB = """
soort = "pgb"
kolommen = {bsn = "Nummer", maand = "Periode", budget = "Toegekend", besteed = "Betaald"}
vast = {wet = "jw"}
"""

Lees = Callable[..., Reading]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / FOLDER).mkdir()
    return SETTINGS.model_copy(update={"data": tmp_path})


@pytest.fixture
def lees(settings: Settings) -> Lees:
    def lees(inhoud: str, *koppelingen: str) -> Reading:
        for nr, text in enumerate(koppelingen):
            (settings.data / FOLDER / f"k{nr}.toml").write_text(text, encoding="utf-8")
        path = settings.data / "export.csv"
        path.write_text(inhoud, encoding="utf-8")
        return read(path, settings)

    return lees


def test_the_example_of_the_readme_reads_an_export(lees: Lees) -> None:
    reading = lees(EXPORT, UITKERINGEN)

    assert counts(reading) == ("uitkeringen", 2, 2, 0)
    rows = reading.tables["uitkering_regel"].to_pylist()
    assert [(row["regeling"], row["begin"], row["bedrag"], row["maand"]) for row in rows] == [
        ("IOAW", date(2024, 2, 1), Decimal(1405), date(2026, 10, 1)),
        ("Pw", date(2025, 12, 31), Decimal("1405.10"), date(2026, 10, 1)),
    ]
    assert "Zwartjes" not in str(rows)


def test_without_a_koppeling_the_export_is_refused(lees: Lees) -> None:
    assert counts(lees(EXPORT)) == (None, 0, 0, 0)


def test_a_rejected_cell_is_named_as_the_export_names_it(lees: Lees) -> None:
    reading = lees(EXPORT.replace("1.405,10", "1405.10"), UITKERINGEN)

    assert why(reading) == [
        (
            'regel 3, kolom "Netto bedrag"',
            "0001",
            "hier staat een getal; hier hoort een bedrag in euro, zoals 1234,56",
        )
    ]


@pytest.mark.parametrize(
    ("order", "written"),
    [
        ("dd-mm-jjjj", "05/02/2026"),
        ("mm-dd-jjjj", "02/05/2026"),
        ("mm-dd-jjjj", "2-5-2026 00:00"),
        ("jjjj-mm-dd", "20260205"),
        ("dd-mm-jjjj", "05022026"),
    ],
)
def test_the_order_of_a_day_is_what_the_koppeling_says(
    order: str, written: str, lees: Lees
) -> None:
    koppeling = f'soort = "teams"\ndatum = "{order}"\n[kolommen]\nteam = "T"\nwijk_code = "W"\n'
    koppeling += 'van = "Vanaf"\ntot = "Tot en met"\n'

    reading = lees(f"T;W;Vanaf;Tot en met\nNoord;WK168100;{written};\n", koppeling)

    assert reading.tables["team_regel"]["van"].to_pylist() == [date(2026, 2, 5)]


@pytest.mark.parametrize("times", [1, 2])
def test_our_own_names_go_before_a_koppeling(times: int, lees: Lees) -> None:
    koppeling = 'soort = "aanbieders"\n[kolommen]\nagb_code = "naam"\nnaam = "agb_code"\n'

    reading = lees("agb_code;naam\n42420001;Zorg\n", *[koppeling] * times)

    assert counts(reading) == ("aanbieders", 1, 1, 0)


def test_the_koppeling_that_uses_most_of_the_file_reads_it(lees: Lees) -> None:
    smaller = 'soort = "postcodes"\n[kolommen]\npostcode = "Nummer"\nwijk_code = "Periode"\n'

    reading = lees("Nummer;Periode;Toegekend;Betaald\n999900006;2026-10;9;8\n", smaller, PGB)

    assert counts(reading) == ("pgb", 1, 1, 0)


def test_two_koppelingen_that_fit_as_well_are_not_chosen_between(lees: Lees) -> None:
    reading = lees("Nummer;Periode;Toegekend;Betaald\n999900006;2026-10;9;8\n", PGB, PGB)

    said = "Bij dit bestand passen twee koppelingen even goed: k0.toml en k1.toml."
    assert [reason for _, _, reason in why(reading)] == [said]


WRONG = {
    "soort =": "is geen goede TOML",
    'soort = "pgb"': "'kolommen' ontbreekt",
    PGB.replace("pgb", "auto"): "de soort moet een van deze zijn: aanbieders, ",
    PGB.replace("bsn", "naam"): "een bestand pgb heeft geen kolom 'naam'",
    PGB.replace('{wet = "jw"}', "{}"): "er ontbreekt bij kolommen of vast: wet",
    PGB.replace('"jw"', '"jw", bsn = "1"'): "'bsn' staat bij kolommen en bij vast",
    PGB.replace('"jw"', '"pw"'): "'pw' kan niet bij 'wet'",
    PGB.replace('"jw"', "1"): "'vast.wet' moet tekst zijn, tussen aanhalingstekens",
    PGB.replace("Periode", "nummer"): "een kolom van het bestand wordt voor twee dingen gebruikt",
    PGB + 'kleur = "rood"': "'kleur' hoort er niet in",
    PGB + 'decimaal = ";"': "'decimaal' is geen van de mogelijke waarden",
    PGB + '[vertaling.maand]\nnu = "straks"': "'straks' kan niet bij 'maand'",
    PGB + "#" * LARGEST: "is te groot",
}


@pytest.mark.parametrize(("text", "reason"), WRONG.items(), ids=lambda it: it[:40])
def test_a_koppeling_that_is_wrong_says_which_and_why(
    text: str, reason: str, lees: Lees, settings: Settings
) -> None:
    reading = lees("Nummer;Periode;Toegekend;Betaald\n999900006;2026-10;9;8\n", text)

    [said] = faults(settings.data)
    assert said.startswith("De koppeling k0.toml ")
    assert reason in said
    assert said in why(reading)[0][2]


def test_a_koppeling_that_is_wrong_is_no_matter_to_files_that_need_none(lees: Lees) -> None:
    assert counts(lees("agb_code;naam\n42420001;Zorg\n", "soort"))[0] == "aanbieders"


def test_a_data_folder_without_koppelingen_has_none(tmp_path: Path) -> None:
    assert faults(tmp_path) == []

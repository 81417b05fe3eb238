"""What one takes along of a tile is what its role may see of it, all of it, and says what it is."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import Response
from streamlit.testing.v1 import AppTest

from sdash import format as fmt
from sdash.answers import Answer, Answers
from sdash.domain import Rol
from sdash.figures import uitgaven as figures
from sdash.queries import regels, uitgaven
from sdash.ui import meenemen, uitgang
from sdash.ui.meenemen import Boek, Gevraagd, Uitvoer, boek
from tests.meenemen import lezen
from tests.pages.conftest import YEAR, Open

JAAR = uitgaven.Selectie(jaar=YEAR)
REGELS = uitgaven.Regels(jaar=YEAR, aantal=100)
PAGES = [
    "overzicht",
    "uitgaven",
    "waarom",
    "berichten",
    "plafonds",
    "aanbieders",
    "caseload",
    "stroom",
    "teams",
    "achttien",
    "duur",
    "regenboog",
    "verwijzers",
    "resultaten",
    "huishoudens",
    "trends",
    "participatie",
    "wijkprofiel",
    "gegevens",
]
ROLLEN = [Rol.BESTUURDER, Rol.CONTROLLER, Rol.PRESENTATOR]


def offered(app: AppTest) -> Iterator[Uitvoer]:
    """What the tiles of a page offer, by the addresses that they show."""
    for button in app.get("link_button"):
        if button.proto.url.endswith(".xlsx"):
            word = button.proto.url.removeprefix("./meenemen/").removesuffix(".xlsx")
            found = boek.find(word)
            assert found is not None
            yield found


def of_wijken(rol: Rol) -> Uitvoer:
    vraag = Gevraagd(uitgaven.per_wijk, JAAR, None)
    return Uitvoer("Per wijk", "declaraties", "Alle wetten", rol, (vraag,), figures.per_wijk)


def of_regels(rol: Rol) -> Uitvoer:
    return Uitvoer("Regels", "x", "", rol, (Gevraagd(uitgaven.regels, REGELS, None),))


def ask(name: str) -> Response:
    """The answer for an address below `/meenemen/`."""
    return uitgang.hand_out(Request({"type": "http", "path_params": {"naam": name}}))


def numbers(answer: Answer[Any]) -> list[float]:
    """All numbers of an answer, row by row."""
    cells = [value for row in answer.rows for _, value in row]
    known = [cell for cell in cells if isinstance(cell, fmt.Number) and not isinstance(cell, bool)]
    return [round(float(cell), 9) for cell in known]


def read_csv(content: bytes) -> list[list[str]]:
    return [*csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")]


@pytest.mark.parametrize("page", PAGES)
def test_every_chart_and_table_can_be_taken_along(open_page: Open, page: str) -> None:
    app = open_page(page, Rol.CONTROLLER)

    charts = [one for one in offered(app) if one.draw]
    assert len(charts) == len(app.get("plotly_chart"))
    assert [*offered(app)]


def test_the_sources_can_be_taken_along_as_they_are_now(open_page: Open) -> None:
    names = {uitvoer.vragen[0].query.name for uitvoer in offered(open_page("gegevens"))}

    assert "gegevens/bronnen" in names


@pytest.mark.parametrize("rol", ROLLEN)
@pytest.mark.parametrize("page", PAGES)
def test_a_file_holds_the_rows_that_the_role_may_see(
    open_page: Open, gemeente: Answers, page: str, rol: Rol
) -> None:
    for uitvoer in offered(open_page(page, rol)):
        (vraag, *_) = uitvoer.vragen
        answer = gemeente.rows(vraag.query, vraag.full(), rol)

        (_, *rows) = next(iter(lezen.sheets(uitvoer.xlsx()).values()))
        cells = [cell for row in rows for cell in row.values()]
        hidden = [cell for cell in cells if cell.value == fmt.HIDDEN]
        assert len(rows) == len(answer.rows) == len(read_csv(uitvoer.csv())) - 1
        assert len(hidden) == sum(map(len, answer.hidden))
        in_file = [round(float(cell.value), 9) for cell in cells if cell.kind == "n"]
        assert {*numbers(answer)} <= {*in_file}


def test_what_is_hidden_stands_in_no_cell(gemeente: Answers) -> None:
    exact = gemeente.rows(uitgaven.per_wijk, JAAR, Rol.CONTROLLER).rows
    small = {f"{row.ingediend:f}".replace(".", ",") for row in exact if 0 < (row.clienten or 0) < 5}

    written = {cell for row in read_csv(of_wijken(Rol.BESTUURDER).csv()) for cell in row}

    assert small
    assert fmt.HIDDEN in written
    assert small.isdisjoint(written)
    assert small <= {cell for row in read_csv(of_wijken(Rol.CONTROLLER).csv()) for cell in row}


def test_all_lines_are_in_the_file_and_not_the_first_hundred(gemeente: Answers) -> None:
    (kern,) = gemeente.rows(uitgaven.kern, uitgaven.Jaarstand(jaar=YEAR), Rol.CONTROLLER).rows

    _, *rows = read_csv(of_regels(Rol.CONTROLLER).csv())

    assert len(rows) > 100
    at = [*uitgaven.Regel.model_fields].index("bedrag")
    cents = sum(round(100 * float(row[at].replace(",", "."))) for row in rows)
    assert cents == round(100 * (kern.ingediend or 0))


def test_a_file_begins_at_the_first_row_also_from_a_later_page() -> None:
    page = regels.Bladzij(jaar=YEAR, vanaf=200, aantal=100)

    full = Gevraagd(regels.lijst, page, None).full()

    assert full == regels.Bladzij(jaar=YEAR, vanaf=0, aantal=meenemen.MOST_ROWS)


@pytest.mark.usefixtures("gemeente")
def test_a_file_that_is_cut_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meenemen, "MOST_ROWS", 10)

    told = lezen.sheets(of_regels(Rol.CONTROLLER).xlsx())["Toelichting"]

    assert "10, de eerste; er zijn er meer" in {cell.value for row in told for cell in row.values()}


@pytest.mark.usefixtures("gemeente")
def test_the_last_sheet_says_what_the_others_mean() -> None:
    told = lezen.sheets(of_wijken(Rol.BESTUURDER).xlsx())["Toelichting"]

    facts = {row["A"].value: row["B"].value for row in told}
    assert facts["Keuze"] == "Alle wetten"
    assert facts["Stand"].startswith("stand ")
    assert facts["Rol"].startswith("bestuurder: ziet geen aantallen mensen onder 5")
    assert fmt.HIDDEN in facts["Verborgen"]
    assert facts["Cliënten"].startswith("Unieke personen")
    assert facts["Vraag"] == f"sdash query uitgaven/per_wijk -p jaar={YEAR} --role bestuurder"


@pytest.mark.usefixtures("gemeente")
def test_the_name_of_a_file_says_subject_choice_and_day() -> None:
    assert of_wijken(Rol.BESTUURDER).naam().startswith("uitgaven-per-wijk_alle-wetten_stand-20")


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json", "html"])
@pytest.mark.usefixtures("gemeente")
def test_an_address_hands_out_what_it_stands_for(kind: str) -> None:
    uitvoer = of_wijken(Rol.BESTUURDER)

    answer = ask(f"{boek.word(uitvoer)}.{kind}")

    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    attached = answer.headers.get("content-disposition", "")
    assert (uitvoer.naam() in attached) == (kind in {"csv", "xlsx"})


@pytest.mark.usefixtures("gemeente")
def test_a_picture_carries_its_title_its_source_and_its_moment() -> None:
    told = json.loads(bytes(ask(f"{boek.word(of_wijken(Rol.BESTUURDER))}.json").body))

    said = " ".join(word["text"] for word in told["beeld"]["layout"]["annotations"])
    plain = said.replace("<br>", " ")
    assert "Per wijk" in plain
    assert "Bron: declaraties" in plain
    assert "stand " in plain
    assert "fictieve gegevens" in plain


@pytest.mark.parametrize("name", ["x", "x.csv", "../app.py", "beeld.html", ""])
def test_an_address_that_nobody_got_gives_nothing(name: str) -> None:
    assert ask(name).status_code == 404


@pytest.mark.usefixtures("gemeente")
def test_a_role_that_may_not_ask_gets_no_file() -> None:
    uitvoer = of_regels(Rol.BESTUURDER)

    answer = ask(f"{boek.word(uitvoer)}.csv")

    assert answer.status_code == 403
    assert "controller" in bytes(answer.body).decode()


def test_without_a_server_there_is_no_file() -> None:
    uitvoer = of_wijken(Rol.BESTUURDER)

    assert ask(f"{boek.word(uitvoer)}.csv").status_code == 503


def test_a_word_is_the_same_for_the_same_and_another_for_another_role() -> None:
    own, same, other = (
        of_wijken(Rol.BESTUURDER),
        of_wijken(Rol.BESTUURDER),
        of_wijken(Rol.CONTROLLER),
    )
    words = Boek()

    assert words.word(own) == words.word(same) != words.word(other)
    assert words.find(words.word(other)) == other


def test_a_word_lives_as_long_as_its_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meenemen, "MOST_KEPT", 1)
    words, drawn = Boek(), of_wijken(Rol.BESTUURDER)
    word, gone = words.word(drawn), words.word(of_wijken(Rol.CONTROLLER))
    words.word(of_regels(Rol.CONTROLLER))

    assert words.find(word) is drawn
    assert words.find(gone) is None

"""Duur en wachten tells how long people wait from each day on, and of what it has no file."""

from datetime import date

import pytest

from sdash.answers import Answers
from sdash.domain import Rol
from sdash.queries import duur, gegevens
from sdash.sql import Params
from sdash.ui import wachten
from sdash.ui.data import Vraag
from tests.pages.conftest import YEAR, Open
from tests.pages.test_pages import charts, words


@pytest.mark.parametrize("vanaf", ["de toewijzing", "het verzoek", "de ingangsdatum"])
def test_waiting_is_told_by_product_and_of_one_product_by_aanbieder(seen: Open, vanaf: str) -> None:
    chosen = f"vanaf {vanaf}"
    per_product = seen("duur", Rol.CONTROLLER, vanaf=chosen)
    per_aanbieder = seen("duur", Rol.CONTROLLER, vanaf=chosen, product="Jeugdhulp ambulant")

    assert f"Begonnen binnen 6 weken na {vanaf}, per product" in words(per_product)
    assert f"Begonnen binnen 6 weken na {vanaf}, per aanbieder" in words(per_aanbieder)


def test_the_treeknorm_is_told_of_each_aanbieder_of_the_file(seen: Open, gemeente: Answers) -> None:
    chosen = {"vanaf": "vanaf de aanmelding", "product": "Jeugd-ggz"}
    app = seen("duur", Rol.CONTROLLER, **chosen)
    asked = duur.Begin(
        soort="aanmelding",
        van=date(YEAR - 1, 11, 1),
        peildatum=date(YEAR, 10, 31),
        indeling="aanbieder",
        aantal=40,
        product="jw-54",
    )

    rows = gemeente.rows(duur.tijden, asked, Rol.CONTROLLER).rows

    assert "Intake binnen 4 weken na de aanmelding, per aanbieder" in words(app)
    assert len(rows) > 1
    drawn = "".join(chart.spec for chart in charts(app))
    assert [row.naam for row in rows if row.naam not in drawn] == []


def test_without_a_file_the_tile_says_that_there_is_no_source(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sources: list[gegevens.Bron] = []
    asked: list[Vraag[Params, gegevens.Bron]] = []

    def rows(vraag: Vraag[Params, gegevens.Bron]) -> list[gegevens.Bron]:
        asked.append(vraag)
        return sources

    monkeypatch.setattr("sdash.ui.data.rows", rows)

    assert wachten.leeg("wachttijden").startswith("Geen bron")
    assert [vraag.query for vraag in asked] == [gegevens.bronnen]

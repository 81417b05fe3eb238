"""Every claim can be measured; what it compares is the same, and what it counts stays the same."""

import math
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from types import ModuleType

import pytest

from sdash.bench import Keuze, naast_pandas, naast_polars, naast_sqlite, regels
from sdash.bench.claims import BY_HAND, CLAIMS, claim
from sdash.bench.gemeente import gemeente, kleine_gemeente
from sdash.bench.levering import Bestemming, busiest
from sdash.bench.naast_postgres import TOOLS
from sdash.bench.opname import PAGES, Opname, asked_by, opened
from sdash.bench.teller import TellendPakhuis
from sdash.sql import Params, registry
from sdash.warehouse import Warehouse


@pytest.mark.slow
@pytest.mark.parametrize("naam", ["lezen", "levering", "naast", "opnieuw", "prognose"])
def test_a_trial_of_a_claim_gives_figures(keuze: Keuze, naam: str) -> None:
    measured = claim(naam)

    metingen = measured.meet(keuze)

    assert measured.VRAAG.endswith("?")
    assert len({meting.naam for meting in metingen}) == len(metingen) > 0
    assert all(math.isfinite(meting.waarde) and meting.waarde >= 0 for meting in metingen)
    assert any(meting.doel is not None for meting in metingen)


@pytest.mark.crash
@pytest.mark.slow
def test_nothing_is_lost_doubled_partial_or_wrong_after_kills_and_damage(
    keuze: Keuze, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = ModuleType("__main__")
    page.__file__ = str(Path(regels.__file__).parents[1] / "main.py")
    # Streamlit leaves this behind in any process that opened a page, so in that of other tests.
    monkeypatch.setitem(sys.modules, "__main__", page)

    metingen = {meting.naam: meting for meting in claim("crash").meet(keuze)}

    assert [naam for naam, meting in metingen.items() if meting.gehaald is False] == []
    assert metingen["na schade: hersteld"].waarde > 0


def test_every_claim_is_a_module() -> None:
    here = Path(regels.__file__).parent

    assert [naam for naam in (*CLAIMS, *BY_HAND) if not (here / f"{naam}.py").exists()] == []


def test_other_ways_give_the_same_to_the_cent(keuze: Keuze) -> None:
    lines, database = keuze.werkmap / "regels.parquet", keuze.werkmap / "regels.sqlite"
    with closing(Warehouse.open(gemeente(keuze))) as warehouse:
        count = regels.write_lines(warehouse, lines)
        naast_sqlite.load(lines, database)
        years = regels.years(warehouse)
        for jaar in years:
            ours = regels.ours(warehouse, jaar)

            assert naast_pandas.add_up(naast_pandas.read(lines), jaar) == ours
            assert naast_polars.add_up(lines, jaar) == ours
            assert naast_sqlite.add_up(database, jaar) == ours
    assert count > 0
    assert len(years) > 1


@pytest.mark.slow
@pytest.mark.skipif(not all(map(which, TOOLS)), reason="PostgreSQL is not installed")
def test_postgresql_gives_the_same_and_leaves_nothing_running(keuze: Keuze) -> None:
    with TemporaryDirectory() as werkmap:  # root has the server run as another, who must get in
        elsewhere = replace(keuze, werkmap=Path(werkmap))
        metingen = claim("buiten").meet(elsewhere)
        left = [*elsewhere.werkmap.glob("postgres/db/postmaster.pid")]

    measured = [meting for meting in metingen if not meting.uitleg]  # the others are not installed
    assert any(meting.naam.startswith("PostgreSQL") for meting in measured)
    assert [meting.waarde > 0 for meting in measured] == [True] * len(measured)
    assert left == []


def test_a_delivery_takes_as_many_statements_in_a_large_municipality(keuze: Keuze) -> None:
    taken = []
    with closing(TellendPakhuis.open(kleine_gemeente(keuze))) as small:
        who = busiest(small)
        with closing(TellendPakhuis.open(gemeente(keuze))) as large:
            for warehouse in (small, large):
                Bestemming(warehouse, who).deliver(0)
                taken.append(warehouse.statements)

    assert taken[0] == taken[1] > 0


def test_a_delivery_adds_its_lines(keuze: Keuze) -> None:
    with closing(TellendPakhuis.open(gemeente(keuze))) as warehouse:
        place = Bestemming(warehouse, busiest(warehouse))
        before = regels_in(warehouse)
        place.deliver(0)
        place.deliver(1)

        assert regels_in(warehouse) == before + 2 * len(place._lines)


def regels_in(warehouse: Warehouse) -> int:
    with warehouse.cursor() as cursor:
        return len(cursor.execute("SELECT 1 FROM regel").fetchall())


def test_what_the_pages_ask_is_found_by_opening_them(keuze: Keuze) -> None:
    settings = gemeente(keuze)
    with closing(Warehouse.open(settings)) as warehouse:
        opname = Opname(warehouse, settings)
        with opened(opname):
            asked = {page: asked_by(opname, page, {}) for page in PAGES}
            of_jeugd = asked_by(opname, "uitgaven", {"wet": "jw"})
            once_more = asked_by(opname, "uitgaven", {})

    names = {vraag.query.name for vragen in asked.values() for vraag in vragen}
    assert all(asked.values())
    assert names <= set(registry)
    assert {"uitgaven/kern", "caseload/verloop", "wijkprofiel/kaart", "gegevens/bronnen"} <= names
    assert once_more == asked["uitgaven"]
    assert any(_wet_of(vraag.params) == "jw" for vraag in of_jeugd)
    assert not any(_wet_of(vraag.params) for vraag in once_more)


def _wet_of(params: Params) -> object:
    return getattr(params, "wet", None)

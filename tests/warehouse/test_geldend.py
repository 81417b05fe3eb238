"""Files without a mart: a corrected file replaces, and an older moment answers as it did."""

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from sdash.contracts.base import Contract
from sdash.contracts.ervaring import Clientervaring
from sdash.contracts.geld import (
    Betaling,
    EigenBijdrage,
    Reserve,
    Subsidie,
    TaakgerichteKosten,
)
from sdash.contracts.huishoudens import Leefgebied, Plan
from sdash.contracts.inkoop import Inkoopcontract, Tarief
from sdash.contracts.inwoner import Pgb, Traject, Uitkering
from sdash.contracts.iv3 import Gemeentefonds, Gemeentekenmerk, Iv3Totaal
from sdash.contracts.signalen import Medicatie, Verwijzing, Vroegsignaal
from sdash.contracts.teams import Formatie, Wijkteam
from sdash.contracts.wachten import Wachttijd, WmoMelding
from sdash.warehouse import Wijze
from sdash.warehouse.geldend import GELDEND, geldend_ddl, naam
from tests.contracts.records import GOOD
from tests.warehouse.boek import Boek, Rows

CORRECTED: Mapping[type[Contract], Mapping[str, str]] = {
    Inkoopcontract: {"plafond": "1.300.000,00"},
    Tarief: {"tarief": "79,00"},
    Formatie: {"fte": "7"},
    Wijkteam: {"team": "Jeugdteam Zuid"},
    Uitkering: {"bedrag": "0", "eind": "2026-10-01"},
    Traject: {"resultaat": "werk"},
    Pgb: {"besteed": "0,01"},
    TaakgerichteKosten: {"bedrag": "-1"},
    Subsidie: {"vastgesteld": "24000"},
    EigenBijdrage: {"bedrag": "20.999,99"},
    Reserve: {"stand": "1500001"},
    Betaling: {"bedrag": "1500,01"},
    Verwijzing: {"aantal": "15"},
    Medicatie: {"teller": "167"},
    Vroegsignaal: {"opgevolgd": "10"},
    Leefgebied: {"tot": "2026-09-30"},
    Plan: {"tot": "2026-09-30"},
    Clientervaring: {"positief": "32"},
    Wachttijd: {"start": "2026-05-01"},
    WmoMelding: {"uitkomst": "eigen kracht"},
    Iv3Totaal: {"wmo": "25301"},
    Gemeentefonds: {"individuele_voorzieningen_jeugd": "36360001"},
    Gemeentekenmerk: {"inwoners": "70396"},
}
SEPTEMBER, OKTOBER = (datetime(2026, month, 1, 12, tzinfo=UTC) for month in (9, 10))

every_contract = pytest.mark.parametrize("contract", GELDEND, ids=lambda it: it.soort)


@pytest.fixture
def linked(boek: Boek, monkeypatch: pytest.MonkeyPatch) -> Boek:
    """A warehouse whose owner recorded why households may be read."""
    settings = boek.settings.model_copy(update={"grondslag_huishoudens": "DPIA 2026-04"})
    monkeypatch.setattr(boek, "settings", settings)
    return boek


def file(contract: type[Contract], **changed: str) -> str:
    """A file with one line."""
    values = {name: str(value) for name, value in GOOD[contract].items()} | changed
    return f"{';'.join(values)}\n{';'.join(values.values())}\n"


def standing(contract: type[Contract], boek: Boek, schema: str = "mart") -> Rows:
    return boek.ask(f"SELECT * FROM {schema}.{naam(contract)}")  # noqa: S608


def test_every_file_without_a_mart_has_its_correction() -> None:
    assert {*CORRECTED} == {*GELDEND}


@every_contract
def test_a_corrected_file_replaces_and_the_ledger_keeps_both(
    contract: type[Contract], linked: Boek
) -> None:
    linked.deliver(file(contract, **CORRECTED[contract]))
    alone = standing(contract, linked)
    linked.empty()

    linked.deliver(file(contract))
    before = standing(contract, linked)
    linked.deliver(file(contract, **CORRECTED[contract]))

    assert len(before) == len(alone) == 1
    assert standing(contract, linked) == alone != before
    assert linked.ask(f"SELECT count(*) FROM {contract.tabel}") == [(2,)]  # noqa: S608


@every_contract
def test_a_file_that_is_said_to_have_come_earlier_replaces_nothing(
    contract: type[Contract], linked: Boek
) -> None:
    newest = file(contract, **CORRECTED[contract])
    linked.deliver(newest, op=OKTOBER, wijze=Wijze.DATUM)
    said = standing(contract, linked)

    linked.deliver(file(contract), op=SEPTEMBER, wijze=Wijze.DATUM)

    assert standing(contract, linked) == said


@every_contract
def test_an_older_moment_still_answers_what_was_known_then(
    contract: type[Contract], linked: Boek
) -> None:
    linked.deliver(file(contract), op=SEPTEMBER)
    known = standing(contract, linked)
    linked.deliver(file(contract, **CORRECTED[contract]), op=OKTOBER)
    with linked.warehouse.cursor() as cursor:
        cursor.execute("CREATE SCHEMA moment")
        cursor.execute(
            "CREATE VIEW moment.levering AS "
            "SELECT * FROM ledger.levering WHERE ontvangen_op < TIMESTAMP '2026-09-15'"
        )
        ledger = f"CREATE VIEW moment.{contract.tabel} AS SELECT * FROM ledger.{contract.tabel}"  # noqa: S608
        cursor.execute(ledger)
        cursor.execute("SET search_path = 'moment'")
        cursor.execute(geldend_ddl(contract, "moment"))

    then = standing(contract, linked, "moment")
    with linked.warehouse.cursor() as cursor:
        cursor.execute("DROP SCHEMA moment CASCADE")

    assert then == known != standing(contract, linked)


def test_an_empty_cell_of_a_key_is_a_value_of_its_own(boek: Boek) -> None:
    head = "team;maand;fte;taak\n"
    boek.deliver(f"{head}Noord;2026-10;6;\nNoord;2026-10;2;regievoering\n")

    boek.deliver(f"{head}Noord;2026-10;7;\n")

    assert boek.ask("SELECT fte, taak FROM formatie ORDER BY taak NULLS FIRST") == [
        (Decimal(7), None),
        (Decimal(2), "regievoering"),
    ]


def test_a_person_of_a_file_is_the_person_of_the_messages(boek: Boek) -> None:
    boek.deliver(file(Pgb), file(Uitkering))

    [(pgb,)] = boek.ask("SELECT client_id FROM pgb")
    assert boek.ask("SELECT client_id FROM uitkering") == [(pgb,)]
    assert boek.ask("SELECT count(*) FROM persoon") == [(1,)]

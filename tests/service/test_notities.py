"""A note to a signal is a delivery: it is kept, taken back and made again like any other."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from typing import Any

import pytest

from sdash.clock import now
from sdash.domain import Rol
from sdash.service.control import CommandRefused
from sdash.service.receipt import Ontvangst
from sdash.service.service import Service
from sdash.settings import Settings
from sdash.simulate import generate

REEKS = "instroom/totaal/totaal"
SAID = {"reeks": REEKS, "maand": "2026-10-01", "stand": "opgepakt", "notitie": "nu in gesprek"}
ASKED = {"van": "2025-01-01", "tot": "2026-10-31", "wat": "instroom"}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("gemeente")
    for bericht in generate(1, 20, 16, tot=date(2026, 10, 1)):
        (folder / bericht.name).write_bytes(bericht.inhoud)
    settings = Settings(data=folder / "data", sleutel=b"0123456789abcdef")
    with closing(Service(settings)) as opened:
        opened.ingest([folder], Ontvangst(ontvangen="dagtekening"), lambda *_: None)
        yield opened


def noted(service: Service, as_of: str | None = None) -> Any:  # noqa: ANN401
    rows = service.query("trends/reeksen", ASKED, Rol.CONTROLLER, as_of)
    [row] = [row for row in rows if row["reeks"] == REEKS]
    return row["stand"], row["notitie"]


def test_a_note_is_there_after_a_rebuild_and_gone_when_it_is_retracted(service: Service) -> None:
    earlier, before = noted(service), now().isoformat()
    service.note(Rol.CONTROLLER, {**SAID, "notitie": "eerst vragen"})
    service.note(Rol.BEHEERDER, {**SAID, "stand": "gesloten", "notitie": "het was de vakantie"})
    service.rebuild()
    kept = noted(service)
    last = len(service.query("gegevens/leveringen", {}, Rol.CONTROLLER))
    service.retract(f"{last}", "vergissing")

    assert noted(service, before) == earlier
    assert kept == ("gesloten", "het was de vakantie")
    assert noted(service) == ("opgepakt", "eerst vragen")


@pytest.mark.parametrize("rol", [Rol.BESTUURDER, Rol.PRESENTATOR])
def test_who_may_not_write_writes_nothing(service: Service, rol: Rol) -> None:
    with pytest.raises(CommandRefused, match="schrijft geen notities"):
        service.note(rol, SAID)


@pytest.mark.parametrize(
    "wrong",
    [
        {"notitie": "bel 999 990 019 hierover"},
        {"notitie": "x" * 201},
        {"aanbod": "a\nb c"},
        {"stand": "klaar"},
        {"reeks": "instroom/straat/Dorpsstraat"},
        {"reeks": "instroom/wijk/WK999999"},
        {"maand": "2020-01-01"},
    ],
)
def test_what_may_not_be_kept_is_refused_without_repeating_it(
    service: Service, wrong: dict[str, str]
) -> None:
    with pytest.raises(CommandRefused) as refused:
        service.note(Rol.CONTROLLER, {**SAID, **wrong})

    assert not any(words in str(refused.value) for words in wrong.values())


def test_every_note_is_a_delivery_of_its_own(service: Service) -> None:
    first = service.note(Rol.CONTROLLER, SAID)
    again = service.note(Rol.CONTROLLER, SAID)

    assert [row["aangenomen"] for row in (*first, *again)] == [1, 1]

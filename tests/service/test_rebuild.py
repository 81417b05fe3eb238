"""A rebuild gives the same ledger and the same answers, and the old ones until it is there.

So does a backup that was put back in another folder.
"""

import shutil
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sdash import queries  # noqa: F401  (fills the registry)
from sdash.domain import Rol
from sdash.service.backup import make
from sdash.service.commands import open_archive
from sdash.service.folder import DataFolder
from sdash.service.receipt import Ontvangst
from sdash.service.restore import restore
from sdash.service.server import running
from sdash.service.service import Service
from sdash.settings import Settings
from sdash.simulate import generate
from sdash.sql import Params, Query, registry
from sdash.warehouse import Warehouse
from sdash.warehouse.replay import build
from sdash.warehouse.tables import TABLES
from tests.queries.generated import GEZEGD
from tests.service.files import declaratie, put, toewijzing
from tests.service.waiting import eventually

SAMPLE = Path(__file__).resolve().parents[2] / "sample_data"
VALUES: dict[str, tuple[object, ...]] = {
    "aantal": (1_000_000,),
    "jaar": (2025, 2026),
    "peildatum": (date(2026, 3, 1), date(2026, 10, 31)),
    "van": (date(2025, 9, 1),),
    "tot": (date(2026, 10, 31),),
    "toen_van": (date(2025, 1, 1),),
    "toen_tot": (date(2025, 8, 1),),
    "vanaf": (0,),
    "indicator": ("Bevolkingsdichtheid",),
    "wijk": ("WK168100",),
    "gezegd": (GEZEGD,),
    "plafond": ("jw/99000101/JEUGD-25-01//",),
    "gemeente": ("GM1681",),
    "stand": ("begroting",),
    "onderdeel": ("jeugd",),
    "soort": ("zorg",),
    "indeling": ("product",),
    "genoeg": (1,),
    "wat": ("instroom",),
    "reeks": ("instroom/totaal/totaal",),
    "vandaag": (date(2026, 10, 31),),
    "wet": ("jw",),
    "aanbieder": ("42420001",),
    "referentienummer": ("G30",),
}
"""What a parameter that has to be given is given."""
YEAR = {"jaar": "2026"}
Answer = dict[str, list[list[dict[str, Any]]]]


@pytest.fixture(scope="module")
def municipality(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a small municipality that was read in several groups."""
    folder = tmp_path_factory.mktemp("gemeente")
    for bericht in generate(1, 25, 14):
        (folder / bericht.name).write_bytes(bericht.inhoud)
    (folder / "kapot.xml").write_bytes(b"<a/>")
    (folder / "gegeven.xml").write_bytes(toewijzing(30))
    (folder / "fout.xml").write_bytes(declaratie(30, wrong=2))
    settings = settings_of(folder / "data")
    with closing(Service(settings)) as service:
        service.ingest(
            sorted(SAMPLE.glob("*.csv")), Ontvangst(ontvangen=date(2024, 1, 1)), lambda *_: None
        )
        service.ingest([folder], Ontvangst(), lambda *_: None, 40)
        service.ingest([*folder.glob("*.xml")][:5], Ontvangst(), lambda *_: None, 1)
    return folder / "data"


@pytest.fixture
def settings(municipality: Path, tmp_path: Path) -> Settings:
    return settings_of(Path(shutil.copytree(municipality, tmp_path / "data")))


def settings_of(data: Path) -> Settings:
    key = b"0123456789abcdef"
    return Settings(data=data, sleutel=key, demo=True, grondslag_huishoudens="fictief")


def all_params(query: Query[Any, Any]) -> Iterator[Params]:
    needed = [param.name for param in query.header.params if not param.nullable]
    for number in range(max([len(VALUES[name]) for name in needed], default=1)):
        yield query.params.model_validate(
            {name: VALUES[name][number % len(VALUES[name])] for name in needed}
        )


def answers(warehouse: Warehouse) -> Answer:
    """All rows of every query, before the privacy gate: what every role sees follows from these."""
    found: Answer = {}
    for name, query in registry.items():
        for params in all_params(query):
            with warehouse.cursor() as cursor:
                found.setdefault(name, []).append(query.records(cursor, params))
    return found


def ledger(warehouse: Warehouse) -> dict[str, list[Any]]:
    with warehouse.cursor() as cursor:
        return {
            tabel: cursor.execute(f"SELECT * FROM ledger.{tabel} ORDER BY ALL").fetchall()  # noqa: S608
            for tabel in TABLES
        }


NOT_IN_THE_SAMPLE = {
    *("gegevens/boekingen", "gegevens/retouren", "gegevens/taakveld_onbekend"),
    "stroom/terugkeer",
}
"""It has no return messages, books everything, and of so few people nobody comes back."""
IN_THE_SAMPLE = {
    *("levering", "afkeuring", "persoon", "intrekking", "prestatie", "antwoord", "start", "stop"),
    *("toewijzing_versie", "client_versie", "declaratie_kop", "verzoek", "casus_regel"),
}


def test_a_rebuild_gives_the_same_ledger_and_the_same_answers_to_everything(
    settings: Settings,
) -> None:
    with closing(Service(settings)) as service:
        service.retract("1", "dubbel geleverd")
    with closing(Warehouse.open(settings)) as warehouse:
        before = ledger(warehouse), answers(warehouse)
        warehouse.renew()
        after = ledger(warehouse), answers(warehouse)

    assert before[1].keys() == registry.keys()
    assert {name for name, found in before[1].items() if not any(found)} == NOT_IN_THE_SAMPLE
    assert {name for name, rows in before[0].items() if rows} >= IN_THE_SAMPLE
    assert after == before


def test_an_archive_in_an_empty_folder_is_all_that_is_needed(
    settings: Settings, tmp_path: Path
) -> None:
    with closing(Warehouse.open(settings)) as warehouse:
        before = ledger(warehouse), answers(warehouse)
    shutil.copytree(settings.data / "archief", tmp_path / "leeg/archief")

    with closing(Warehouse.open(settings_of(tmp_path / "leeg"))) as restored:
        assert (ledger(restored), answers(restored)) == before


def test_a_backup_of_a_running_server_gives_the_same_answers_elsewhere(
    settings: Settings, tmp_path: Path
) -> None:
    kopie, terug = tmp_path / "kopie", settings_of(tmp_path / "terug")
    later = {f"{number}.xml": declaratie(number) for number in (20, 21)}

    def deliver(service: Service) -> tuple[object, object]:
        """Deliver what came after the backup; how much there is of everything then."""
        paths = [put(service.folder.inbox, name, content) for name, content in later.items()]
        assert eventually(lambda: not any(path.exists() for path in paths))
        status = service.status()[0]
        return status["geaccepteerd"], service.query("uitgaven/totaal", YEAR, Rol.CONTROLLER)

    def between(done: int, _total: int) -> None:
        if done == 1:
            said.extend(deliver(service))

    with running(settings) as service:
        said: list[object] = []
        before = ledger(service._warehouse), answers(service._warehouse)
        was = [service.status()[0]["geaccepteerd"]]
        with open_archive(settings, lambda: None) as archived:
            make(settings, archived, kopie, between)
    restore(kopie, DataFolder(terug.data), lambda *_: None)
    with running(terug) as service:
        assert (ledger(service._warehouse), answers(service._warehouse)) == before

        once, again = deliver(service), deliver(service)

    assert [*once] == [*again] == said
    assert was != said[:1]


def test_while_a_rebuild_runs_every_answer_is_whole(settings: Settings) -> None:
    stop = threading.Event()
    seen: list[Any] = []
    with closing(Service(settings)) as service:
        expected = service.status()[0]["geaccepteerd"]

        def watch() -> None:
            while not stop.is_set():
                seen.append(service.status()[0]["geaccepteerd"])

        watchers = [threading.Thread(target=watch) for _ in range(3)]
        for watcher in watchers:
            watcher.start()
        said = [service.rebuild() for _ in range(2)]
        stop.set()
        for watcher in watchers:
            watcher.join()

    assert said[0] == said[1]
    assert len(seen) > 3
    assert {*seen} == {expected}


def test_what_comes_after_a_rebuild_is_recorded(settings: Settings, tmp_path: Path) -> None:
    new = put(tmp_path, "nieuw.xml", declaratie(20))
    with closing(Service(settings)) as service:
        before = service.status()[0]
        service.rebuild()
        [uitkomst] = service.take([new])
        again = service.status()[0]

    assert uitkomst.geaccepteerd == 1
    assert again["leveringen"] == before["leveringen"] + 1
    with closing(Service(settings)) as service:
        assert service.status()[0]["leveringen"] == again["leveringen"]


def test_a_rebuild_that_fails_leaves_the_old_one_in_place(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Boom(Exception):
        pass

    def fails(*arguments: Any) -> None:  # noqa: ANN401
        build(*arguments)
        raise Boom

    with closing(Warehouse.open(settings)) as warehouse:
        before = answers(warehouse)
        with monkeypatch.context() as patch:
            patch.setattr("sdash.warehouse.replay.build", fails)
            with pytest.raises(Boom):
                warehouse.renew()

        assert answers(warehouse) == before

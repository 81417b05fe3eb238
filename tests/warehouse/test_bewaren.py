"""After `bewaarjaren` a delivery goes that no kept figure needs: from ledger, archive and all."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sdash.answers import Answers
from sdash.domain import Rol
from sdash.queries import caseload, uitgaven, waarom
from sdash.warehouse import NotKept, RetractionRefused, Warehouse, WarehouseUnavailable, archive
from sdash.warehouse.bewaren import first_moment, limit
from tests.oracle.messages import (
    TEST_BSNS,
    Client,
    Kop,
    Start,
    Stop,
    Verzoek,
    VerzoekAntwoord,
    startbericht,
    stopbericht,
    toewijzingsbericht,
    verzoekantwoordbericht,
    verzoekbericht,
)
from tests.oracle.retouren import retourbericht
from tests.warehouse.boek import LEDGER, MART, NOON, Boek, Rows
from tests.warehouse.test_regel import BSN, GIVEN, IN_TOTAL, JAN, LINE, OTHER, answered, declared
from tests.warehouse.test_regel import given as toegewezen

GRENS = date(2034, 1, 1)
LATER = datetime(2034, 2, 1, 12, tzinfo=UTC)
NOW = datetime(2041, 1, 2, 12, tzinfo=UTC)
NEW_LINE = replace(LINE, referentie="R9", begin=date(2034, 1, 1))
OPEN = replace(GIVEN, einddatum=None)
CREDIT = replace(LINE, referentie="R2", vorige_referentie="R1", debet_credit="C")


def team(tot: str = "") -> str:
    return f"team;wijk_code;van;tot\nOost;WK168100;2025-01-01;{tot}\n"


def retain(boek: Boek, grens: date = GRENS) -> int:
    return boek.warehouse.retain(grens, boek.receipt(NOW))


def there(boek: Boek) -> Rows:
    return boek.ask("SELECT levering_nr FROM levering WHERE soort <> 'verwijderd' ORDER BY ALL")


def state(boek: Boek) -> dict[str, Rows]:
    return boek.tables(*LEDGER, *MART)


def test_years_go_as_a_whole_at_the_turn_of_a_year() -> None:
    assert limit(date(2026, 11, 23), 7) == date(2019, 1, 1)
    assert first_moment(date(2019, 1, 1)) == datetime(2018, 12, 31, 23, tzinfo=UTC)


def test_of_what_goes_nothing_stays_but_its_number_and_its_moments(boek: Boek) -> None:
    boek.deliver(toegewezen(GIVEN), declared(LINE), "geen bestand")
    boek.deliver(toegewezen(GIVEN), op=NOON + timedelta(days=1))

    assert retain(boek) == 4

    assert {name for name, rows in boek.tables(*LEDGER).items() if rows} == {
        "levering",
        "verwijdering",
    }
    assert boek.ask("SELECT DISTINCT bestand, soort, sha256, aanbieder, gelezen FROM levering") == [
        ("verwijderd", "verwijderd", "", None, 0),
        boek.ask(
            "SELECT bestand, soort, sha256, aanbieder, gelezen FROM levering QUALIFY "
            "levering_nr = max(levering_nr) OVER ()"
        )[0],
    ]
    folder = boek.settings.data / "archief"
    kept = [archive.read(folder, naam) for naam in archive.names(folder)]
    assert {tabel for tables in kept for tabel in tables} == {"levering", "verwijdering"}
    assert not {"0001", "0002", "0003"} & {
        row["bestand"] for tables in kept for row in tables["levering"].to_pylist()
    }


def test_it_is_a_delivery_of_its_own(boek: Boek) -> None:
    boek.deliver(declared(LINE))

    retain(boek)

    assert boek.ask("SELECT levering_nr, levering, grens FROM verwijdering") == [
        (2, 1, "2034-01-01")
    ]
    assert boek.ask("SELECT soort FROM levering ORDER BY levering_nr") == [
        ("verwijderd",),
        ("verwijdering",),
    ]
    assert retain(boek) == 0
    assert boek.warehouse.version == 2


NOTHING = "agb_code;naam\n42420009;Een ander\n"
ASKED = verzoekbericht(Kop("7", JAN), Client(OTHER), [Verzoek("V1", JAN)])
ANSWERED = verzoekantwoordbericht(Kop("6", JAN), VerzoekAntwoord("V1", "1", "3"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(declared(LINE), declared(CREDIT, nummer="D2"), id="a credit of its line"),
        pytest.param(declared(LINE), answered(), id="an answer to it"),
        pytest.param(declared(NEW_LINE), NOTHING, id="a line of later"),
        pytest.param(declared(NEW_LINE, LINE), NOTHING, id="one of its lines is of later"),
        pytest.param(toegewezen(OPEN), NOTHING, id="a toewijzing that is still open"),
        pytest.param(
            toegewezen(replace(GIVEN, einddatum=date(2033, 6, 1))), NOTHING, id="a year before"
        ),
        pytest.param(toegewezen(GIVEN), declared(NEW_LINE), id="a line of the person"),
        pytest.param(
            toegewezen(GIVEN), declared(NEW_LINE, bsn=OTHER), id="a line that names it, of another"
        ),
        pytest.param(
            toegewezen(GIVEN),
            startbericht(Kop("S", date(2034, 1, 5)), Client(BSN), [Start(date(2034, 1, 5))]),
            id="other care of the person",
        ),
        pytest.param(ASKED, ANSWERED, id="an answer to a request"),
        pytest.param(ANSWERED, ASKED, id="a request that was answered before"),
        pytest.param(team(), NOTHING, id="a row without an end"),
        pytest.param(team("2034-01-01"), NOTHING, id="a row that ends after the limit"),
    ],
)
def test_what_a_kept_time_needs_stays(boek: Boek, old: bytes | str, new: bytes | str) -> None:
    boek.deliver(old)
    boek.deliver(new, op=LATER)
    before = state(boek)

    assert retain(boek) == 0
    assert state(boek) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (toegewezen(GIVEN), NOTHING),
        (declared(LINE), declared(replace(CREDIT, vorige_referentie="R3"), nummer="D2")),
        (declared(LINE), answered("D2")),
        (team("2033-12-31"), NOTHING),
    ],
)
def test_what_it_does_not_need_goes(boek: Boek, old: bytes | str, new: bytes | str) -> None:
    boek.deliver(old)
    boek.deliver(new, op=LATER)

    assert retain(boek) == 1
    assert there(boek) == [(2,), (3,)]


STOP = stopbericht(
    Kop("8", date(2026, 3, 5)), Client(BSN), [Stop(JAN, date(2026, 3, 1), toewijzing=1)]
)


@pytest.mark.parametrize(
    ("first", "beside"),
    [
        pytest.param(answered(), declared(NEW_LINE), id="an answer by its number"),
        pytest.param(answered(says_more=False), declared(NEW_LINE), id="an answer to a message"),
        pytest.param(
            declared(replace(LINE, referentie="R9"), nummer="D2"), declared(NEW_LINE), id="a repeat"
        ),
        pytest.param(declared(LINE), declared(NEW_LINE), id="a declaratie of the same number"),
        pytest.param(
            declared(LINE, nummer="D2"),
            declared(replace(NEW_LINE, vorige_referentie="R1", debet_credit="C")),
            id="a debit",
        ),
        pytest.param(
            declared(replace(CREDIT, vorige_referentie="R9"), nummer="D2"),
            declared(NEW_LINE),
            id="a credit",
        ),
        pytest.param(toegewezen(GIVEN), toegewezen(OPEN, nummer="2"), id="an earlier version"),
        pytest.param(
            toegewezen(GIVEN),
            toewijzingsbericht(Kop("2", JAN), Client(OTHER), [OPEN]),
            id="a toewijzing of the same number, of another",
        ),
        pytest.param(
            ASKED, toegewezen(replace(OPEN, referentie="V1")), id="the request, of another"
        ),
        pytest.param(
            ANSWERED, toegewezen(replace(OPEN, referentie="V1")), id="the answer to its request"
        ),
    ],
)
def test_what_a_kept_delivery_leans_on_stays_with_it(
    boek: Boek, first: bytes, beside: bytes
) -> None:
    boek.deliver(first)
    boek.deliver(beside)

    assert retain(boek) == 0
    boek.empty()
    boek.deliver(first)
    assert retain(boek) == 1


def test_lines_that_exceed_a_toewijzing_together_stay_together(boek: Boek) -> None:
    boek.deliver(toegewezen(replace(OPEN, omvang=IN_TOTAL.omvang)))
    boek.deliver(declared(LINE, nummer="D1"))
    boek.deliver(declared(NEW_LINE, nummer="D2"))
    boek.deliver(declared(replace(LINE, referentie="R3", toewijzing=2), nummer="D3"))

    retain(boek)

    assert there(boek) == [(1,), (2,), (3,), (5,)]


def test_a_stop_that_was_refused_stays_refused(boek: Boek) -> None:
    boek.deliver(toegewezen(OPEN), STOP)
    boek.deliver(retourbericht(STOP, "9", date(2026, 3, 6), {"Header": ["0001"]}))
    before = boek.ask("SELECT tot FROM inzet")

    assert retain(boek) == 0
    assert boek.ask("SELECT tot FROM inzet") == before == [("9999-12-31",)]


def test_a_delivery_keeps_nothing_for_lines_that_only_lie_beside_a_kept_one(boek: Boek) -> None:
    boek.deliver(declared(LINE, nummer="D1"))
    boek.deliver(declared(NEW_LINE, CREDIT, nummer="D2"))

    assert retain(boek) == 1
    assert there(boek) == [(2,), (3,)]


def test_a_row_that_was_replaced_goes_and_never_comes_back(boek: Boek) -> None:
    boek.deliver(team())
    boek.deliver(
        "team;wijk_code;van;tot\nOost;WK168100;2025-01-01;2030-01-01\nWest;WK168100;2025-01-01;\n",
        op=NOON + timedelta(days=1),
    )
    boek.deliver(team(), op=NOON + timedelta(days=2))
    boek.deliver(team("2031-01-01"), op=NOON + timedelta(days=3))

    retain(boek)

    assert there(boek) == [(2,), (4,), (5,)]
    assert boek.ask("SELECT team, tot FROM team ORDER BY ALL") == [
        ("Oost", "2031-01-01"),
        ("West", "9999-12-31"),
    ]


def test_what_was_retracted_goes_with_its_retraction_and_not_before_it(boek: Boek) -> None:
    boek.deliver(declared(LINE))
    boek.deliver(declared(replace(LINE, referentie="R2"), nummer="D2"))
    boek.retract(1)
    boek.retract(2, op=LATER)

    assert retain(boek) == 2
    assert there(boek) == [(2,), (4,), (5,)]
    assert retain(boek, date(2035, 1, 1)) == 2


def test_what_is_gone_cannot_be_retracted(boek: Boek) -> None:
    boek.deliver(declared(LINE))
    retain(boek)

    for asked in ("1", "2"):
        with pytest.raises(RetractionRefused, match="bewaartermijn"):
            boek.warehouse.find(asked)


def test_the_figures_of_an_older_time_are_not_shown_in_part(boek: Boek) -> None:
    boek.deliver(declared(LINE, nummer="D1"))
    boek.deliver(declared(NEW_LINE, replace(LINE, referentie="R5"), nummer="D2"), op=LATER)
    asking = Answers(boek.warehouse, boek.settings)

    retain(boek)

    assert boek.ask("SELECT DISTINCT year(maand) FROM uitgave_maand") == [(2034,)]
    assert boek.ask("SELECT DISTINCT jaar FROM uitgave_jaar") == [(2034,)]
    assert boek.ask("SELECT DISTINCT year(maand) FROM uitgave_maand", LATER) == [(2034,)]
    with pytest.raises(NotKept, match="Van voor 01-01-2034 is niet alles bewaard"):
        asking.rows(uitgaven.totaal, uitgaven.Jaar(jaar=2033), Rol.CONTROLLER)
    day = caseload.Peildatum(peildatum=date(2033, 12, 31))
    with pytest.raises(NotKept):
        asking.rows(caseload.stand, day, Rol.CONTROLLER)
    beside = {"van": date(2034, 1, 1), "tot": date(2034, 3, 1)}
    earlier = {"toen_van": date(2033, 1, 1), "toen_tot": date(2033, 3, 1)}
    months = waarom.Vergelijking.model_validate({**beside, **earlier})
    with pytest.raises(NotKept):
        asking.rows(waarom.oorzaken, months, Rol.CONTROLLER)
    with pytest.raises(NotKept):
        boek.ask("SELECT 1", first_moment(GRENS) - timedelta(seconds=1))
    assert boek.ask("SELECT count(*) FROM regel", first_moment(GRENS)) == [(0,)]


class Kill(BaseException):
    pass


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Boek]:
    """A warehouse in a folder of its own."""
    boek = Boek(tmp_path)
    yield boek
    boek.warehouse.close()


def fill(boek: Boek) -> None:
    """What stays and what goes in one file of the archive, with persons of both."""
    lines = [
        declared(replace(LINE, referentie=f"R{n}"), nummer=f"D{n}", bsn=TEST_BSNS[n])
        for n in range(4)
    ]
    boek.deliver(*lines[:2], AANBIEDERS)
    boek.deliver(*lines[2:], "geen bestand")
    boek.deliver(toegewezen(OPEN), declared(NEW_LINE, nummer="N1", bsn=TEST_BSNS[3]))
    boek.deliver(declared(replace(NEW_LINE, referentie="R8"), nummer="N2"), op=LATER)


AANBIEDERS = "agb_code;naam\n42420001;Zorg\n42420002;\n"


def writes(number: int) -> Any:  # noqa: ANN401
    """Kill at the write of the archive with this number, before it or after it."""
    left = [abs(number)]

    def write(*arguments: Any) -> Any:  # noqa: ANN401
        left[0] -= 1
        if left[0] == 0 and number > 0:
            raise Kill
        found = WRITE(*arguments)
        if left[0] == 0:
            raise Kill
        return found

    return write


WRITE = archive.write
STEPS = [("sdash.warehouse.archive.write", number) for number in (1, 2, -2, 3, -3)] + [
    (f"sdash.warehouse.{name}", None)
    for name in (
        "opruimen.rewrite",
        "replay.build",
        "recovery.put_in_place",
        "recovery.forget_aside",
    )
]


@pytest.mark.crash
@pytest.mark.parametrize("step", STEPS)
def test_it_ends_the_same_wherever_it_is_killed(
    own: Boek, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: tuple[str, int | None]
) -> None:
    fill(own)

    def kill(*_: Any) -> None:  # noqa: ANN401
        raise Kill

    with monkeypatch.context() as patch:
        patch.setattr(step[0], kill if step[1] is None else writes(step[1]))
        with pytest.raises(Kill):
            retain(own)
    left = shutil.copytree(own.settings.data, tmp_path / "links/data")
    own.warehouse._is_broken = True
    retain(own)
    settings = own.settings.model_copy(update={"data": Path(left)})

    with closing(Warehouse.open(settings)) as again:
        other = object.__new__(Boek)
        other.warehouse = again
        twice = "SELECT pseudoniem FROM persoon GROUP BY pseudoniem HAVING count(*) > 1"
        assert other.ask(twice) == []
        again.retain(GRENS, own.receipt(NOW))

        hide = {"levering"}  # its own moment of reading
        found, expected = state(other), state(own)
        assert {k: v for k, v in found.items() if k not in hide} == {
            k: v for k, v in expected.items() if k not in hide
        }
        again.renew()
        assert state(other) == found
    assert there(own) == [(3,), (7,), (8,), (9,), (10,)]


def test_a_folder_is_sound_afterwards(own: Boek) -> None:
    fill(own)
    retain(own)
    expected = state(own)
    own.warehouse.close()
    folder = own.settings.data / "archief"

    with closing(Warehouse.open(own.settings)) as again:
        assert again.mended is None
    first = next(archive.names(folder))
    (folder / first).unlink()
    own.warehouse = Warehouse.open(own.settings)

    assert state(own) == expected
    assert (folder / first).exists()


def test_who_stays_keeps_his_number(own: Boek) -> None:
    fill(own)
    before: dict[str, int] = dict(own.ask("SELECT pseudoniem, client_id FROM persoon"))

    retain(own)

    after: dict[str, int] = dict(own.ask("SELECT pseudoniem, client_id FROM persoon"))
    assert after == {who: number for who, number in before.items() if who in after}
    assert len(after) == 2


def test_a_question_about_an_older_time_is_refused_while_it_is_still_going(
    own: Boek, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(own)
    asking = Answers(own.warehouse, own.settings)

    with monkeypatch.context() as patch:
        patch.setattr("sdash.warehouse.opruimen.rewrite", full)
        with pytest.raises(OSError, match="No space"):
            retain(own)

    with pytest.raises(NotKept):
        asking.rows(uitgaven.totaal, uitgaven.Jaar(jaar=2026), Rol.CONTROLLER)


def full(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_who_asks_again_hears_what_is_left(own: Boek) -> None:
    fill(own)
    asking = Answers(own.warehouse, own.settings)
    seen: list[int] = []
    renew = own.warehouse.renew

    def looked_at_first() -> None:
        seen.append(asking.version)
        renew()

    own.warehouse.renew = looked_at_first  # type: ignore[method-assign]
    retain(own)

    assert asking.version > seen[0]


@pytest.mark.crash
@pytest.mark.parametrize("step", STEPS)
def test_nothing_that_was_set_aside_outlives_it(
    own: Boek, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: tuple[str, int | None]
) -> None:
    fill(own)
    own.warehouse._settle()

    def kill(*_: Any) -> None:  # noqa: ANN401
        raise Kill

    with monkeypatch.context() as patch:
        patch.setattr(step[0], kill if step[1] is None else writes(step[1]))
        with pytest.raises(Kill):
            retain(own)
    left = shutil.copytree(own.settings.data, tmp_path / "links/data")
    (left / "sdash.duckdb.beschadigd-20260101T000000000000").write_bytes(b"of long ago")
    settings = own.settings.model_copy(update={"data": Path(left)})

    with closing(Warehouse.open(settings)) as again:
        again.retain(GRENS, own.receipt(NOW))

    assert [path.name for path in left.iterdir() if "beschadigd" in path.name] == []


def test_damage_to_another_file_of_the_archive_is_mended_before_anything_goes(own: Boek) -> None:
    boek = own
    boek.deliver(declared(LINE))
    boek.deliver(declared(NEW_LINE, nummer="N1", bsn=OTHER))
    before = there(boek)
    other = sorted((boek.settings.data / "archief").rglob("*.parquet"))[1]
    content = bytearray(other.read_bytes())
    moment = other.stat().st_mtime_ns
    content[len(content) // 2] ^= 1
    other.write_bytes(content)
    os.utime(other, ns=(moment, moment))

    with pytest.raises(WarehouseUnavailable):
        retain(boek)
    retain(boek)

    assert before == [(1,), (2,)]
    assert there(boek) == [(2,), (3,)]

"""The opinion on damaged messages can disagree, and each of them can be made again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from sdash.bench import Keuze, fuzz
from sdash.bench.gemeente import SAMPLE
from sdash.bench.mutatie import ANY, OF_A_FILE, OF_A_MESSAGE, Voorraad
from sdash.bench.oordeel import bezwaar
from sdash.ingest import Reading, read
from sdash.ingest.read import unreadable
from sdash.ingest.reader import BROKEN_OFF
from tests.ingest.berichten import BERICHTEN, SETTINGS, declaratie, stop, toewijzing

SIMULATED = {
    soort for soort in BERICHTEN if soort.endswith(("301", "305", "307", "315", "323", "325"))
}
SAMPLES = {path.stem: path.read_bytes() for path in sorted(SAMPLE.glob("*.csv"))}


@pytest.fixture(scope="module")
def voorraad() -> Voorraad:
    return Voorraad.maak(SAMPLE)


def read_in(folder: Path, inhoud: bytes) -> Reading:
    path = folder / "bestand"
    path.write_bytes(inhoud)
    return read(path, SETTINGS)


def test_hundreds_of_damaged_messages_and_files_do_no_harm(keuze: Keuze) -> None:
    metingen = {meting.naam: meting for meting in fuzz.meet(keuze)}

    wrong = metingen["afgebroken of ten onrechte"]
    assert wrong.waarde == 0, wrong.uitleg
    assert all(meting.gehaald is not False for meting in metingen.values())
    assert metingen["heel geaccepteerd"].waarde > 10
    assert metingen["met afgekeurde records"].waarde > 10


def test_a_damaged_message_is_the_same_again_by_its_number(voorraad: Voorraad) -> None:
    again = Voorraad.maak(SAMPLE)

    first, second = ([stock.geval(nr) for nr in range(50)] for stock in (voorraad, again))

    assert first == second
    assert len({geval.inhoud for geval in first}) > 45


def test_every_kind_of_input_and_of_damage_has_its_turn(voorraad: Voorraad) -> None:
    gevallen = [voorraad.geval(nummer) for nummer in range(1500)]

    done = {name for geval in gevallen for name in geval.gedaan}
    assert {geval.soort for geval in gevallen} == {*SIMULATED, *SAMPLES}
    assert done == {one.__name__ for one in (*ANY, *OF_A_FILE, *OF_A_MESSAGE)}


@pytest.mark.parametrize("soort", BERICHTEN)
def test_nothing_is_said_against_a_good_message(soort: str, tmp_path: Path) -> None:
    make, gelezen = BERICHTEN[soort]

    reading = read_in(tmp_path, make())

    assert reading.geaccepteerd == gelezen
    assert bezwaar(make(), reading, "1681") is None


@pytest.mark.parametrize("soort", SAMPLES)
def test_nothing_is_said_against_a_good_file(soort: str, tmp_path: Path) -> None:
    assert bezwaar(SAMPLES[soort], read_in(tmp_path, SAMPLES[soort]), "1681") is None


WRONG = {
    "amount": (declaratie, b"Bedrag>50000<", b"Bedrag>50001<"),
    "volume": (declaratie, b"GeleverdVolume>10<", b"GeleverdVolume>11<"),
    "credit": (declaratie, b">D</ijw:DebetCredit></jw323:Ing", b">C</ijw:DebetCredit></jw323:Ing"),
    "last day": (declaratie, b"31</ijw:Einddatum></jw323:Prod", b"30</ijw:Einddatum></jw323:Prod"),
    "category": (declaratie, b"ProductCategorie>45<", b"ProductCategorie>39<"),
    "person": (declaratie, b":Bsn>999900006<", b":Bsn>999900007<"),
    "other person": (declaratie, b":Bsn>999900006<", b":Bsn>999900018<"),
    "declaration": (declaratie, b"DeclaratieNummer>D1<", b"DeclaratieNummer>D2<"),
    "number": (declaratie, b"Nummer>R1<", b"Nummer>R9<"),
    "municipality": (declaratie, b"Ontvanger>1681<", b"Ontvanger>0106<"),
    "sender": (declaratie, b"Afzender>42420001<", b"Afzender>42420002<"),
    "day": (toewijzing, b"Ingangsdatum>2026-01-01<", b"Ingangsdatum>2026-02-30<"),
    "size": (toewijzing, b"<ijw:Volume>4</ijw:Volume>", b""),
    "more": (toewijzing, b"</jw301:Ingangsdatum>", b"</jw301:Ingangsdatum><jw301:Kleur/>"),
    "reason": (stop, b"RedenBeeindiging>31<", b"RedenBeeindiging>19<"),
    "order": (stop, b"Einddatum>2026-02-01<", b"Einddatum>2025-02-01<"),
    "no XML": (stop, b"</jw307:Bericht>", b""),
}  # fmt: skip
"""What makes a message another one than the reader said that it read."""


@pytest.mark.parametrize("name", WRONG)
def test_a_message_that_was_believed_wrongly_is_noticed(name: str, tmp_path: Path) -> None:
    make, old, new = WRONG[name]
    whole: bytes = make()

    reading = read_in(tmp_path, whole)

    assert old in whole
    assert bezwaar(whole.replace(old, new, 1), reading, "1681") is not None


@pytest.mark.parametrize(
    ("soort", "old", "new"),
    [
        ("aanbieders", b"99000101", b"99000199"),
        ("begroting", b";1787000;", b";1787001;"),
        ("casussen", b"2020-11-23", b"2020-11-24"),
        ("kaart", b";135;", b";136;"),
        ("postcodes", b"WK168192", b"WK168193"),
        ("teams", b"Team Borger", b"Team Norger"),
        ("kerncijfers", b";25681;", b";;"),
    ],
)
def test_a_file_that_was_believed_wrongly_is_noticed(
    soort: str, old: bytes, new: bytes, tmp_path: Path
) -> None:
    reading = read_in(tmp_path, SAMPLES[soort])

    assert old in SAMPLES[soort]
    assert bezwaar(SAMPLES[soort].replace(old, new, 1), reading, "1681") is not None


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(partial(replace, gelezen=4), id="a record too many"),
        pytest.param(partial(replace, afgekeurd=1), id="a refusal without a reason"),
        pytest.param(partial(replace, soort=None), id="unreadable, and yet taken"),
        pytest.param(partial(replace, soort="JW301"), id="another kind"),
        pytest.param(partial(replace, dagtekening=date(2026, 2, 6)), id="another day"),
    ],
)
def test_counts_that_do_not_add_up_are_noticed(
    spoil: Callable[[Reading], Reading], tmp_path: Path
) -> None:
    reading = read_in(tmp_path, declaratie())

    assert bezwaar(declaratie(), spoil(reading), "1681") is not None


def test_a_reader_that_broke_off_is_noticed(voorraad: Voorraad) -> None:
    broken = unreadable("x", BROKEN_OFF)

    assert fuzz.oordeel(voorraad.geval(1), broken, SETTINGS) is not None


def test_one_damaged_message_can_be_seen_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    wrong = fuzz.main([7])

    said = capsys.readouterr().out
    assert wrong == 0
    assert said.startswith("7: ")
    assert said.endswith("niets mis; zie fuzz-7\n")
    assert (tmp_path / "fuzz-7").exists()

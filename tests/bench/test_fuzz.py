"""The opinion on damaged messages can disagree, and each of them can be made again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pyarrow as pa
import pytest

from sdash.bench import Keuze, fuzz
from sdash.bench.gemeente import SAMPLE
from sdash.bench.mutatie import ANY, OF_A_FILE, OF_A_MESSAGE
from sdash.bench.oordeel import bezwaar
from sdash.bench.stof_berichten import ENVELOPPEN
from sdash.bench.stof_bestanden import REGELS
from sdash.bench.voorraad import TABELLEN, Voorraad
from sdash.contracts.bestanden import BY_SOORT
from sdash.ingest import Reading, read
from sdash.ingest.read import unreadable
from sdash.ingest.reader import BROKEN_OFF
from tests.ingest.berichten import (
    BERICHTEN,
    SETTINGS,
    declaratie,
    start,
    stop,
    toewijzing,
    verzoekantwoord,
    wijziging,
)
from tests.oracle.retouren import retourbericht

SAMPLES = {path.stem: path.read_bytes() for path in sorted(SAMPLE.glob("*.csv"))}
BESTANDEN = {**SAMPLES, **{soort: regels.encode() for soort, regels in REGELS.items()}}
MET_GROND = SETTINGS.model_copy(update={"grondslag_huishoudens": "DPIA 2026"})


@pytest.fixture(scope="module")
def voorraad() -> Voorraad:
    return Voorraad.maak(SAMPLE)


def read_in(folder: Path, inhoud: bytes) -> Reading:
    path = folder / "bestand"
    path.write_bytes(inhoud)
    return read(path, MET_GROND)


def test_hundreds_of_damaged_messages_and_files_do_no_harm(keuze: Keuze) -> None:
    metingen = {meting.naam: meting for meting in fuzz.meet(keuze)}

    wrong = metingen["afgebroken of ten onrechte"]
    assert wrong.waarde == 0, wrong.uitleg
    counted = [meting for meting in metingen.values() if not meting.eenheid]  # not time, not memory
    assert all(meting.gehaald is not False for meting in counted)
    assert metingen["heel geaccepteerd"].waarde > 10
    assert metingen["met afgekeurde records"].waarde > 10


def test_a_damaged_message_is_the_same_again_by_its_number(voorraad: Voorraad) -> None:
    again = Voorraad.maak(SAMPLE)

    first, second = ([stock.geval(nr) for nr in range(50)] for stock in (voorraad, again))

    assert first == second
    assert len({geval.inhoud for geval in first}) > 45


def test_every_kind_of_input_and_of_damage_has_its_turn(voorraad: Voorraad) -> None:
    gevallen = [voorraad.geval(nummer) for nummer in range(3000)]

    done = {name for geval in gevallen for name in geval.gedaan}
    assert {geval.soort for geval in gevallen} == {*BERICHTEN, *BY_SOORT}
    ways = {one.__name__ for one in (*ANY, *OF_A_FILE, *OF_A_MESSAGE)}
    assert done == {*ways, *ENVELOPPEN, *TABELLEN}


@pytest.mark.parametrize("soort", BERICHTEN)
def test_nothing_is_said_against_a_good_message(soort: str, tmp_path: Path) -> None:
    make, gelezen = BERICHTEN[soort]

    reading = read_in(tmp_path, make())

    assert reading.geaccepteerd == gelezen
    assert bezwaar(make(), reading, "1681") is None


@pytest.mark.parametrize("vorm", ENVELOPPEN)
@pytest.mark.parametrize("soort", ["JW301", "WMO308", "JW317", "WMO320", "JW325"])
def test_nothing_is_said_against_a_good_message_in_an_envelope(
    soort: str, vorm: str, tmp_path: Path
) -> None:
    make, gelezen = BERICHTEN[soort]
    inhoud = ENVELOPPEN[vorm](make())

    reading = read_in(tmp_path, inhoud)

    assert reading.geaccepteerd == gelezen
    assert bezwaar(inhoud, reading, "1681") is None


@pytest.mark.parametrize("vorm", ["csv", *TABELLEN])
@pytest.mark.parametrize("soort", BESTANDEN)
def test_nothing_is_said_against_a_good_file(soort: str, vorm: str, tmp_path: Path) -> None:
    inhoud = TABELLEN.get(vorm, bytes)(BESTANDEN[soort])

    reading = read_in(tmp_path, inhoud)

    assert (reading.soort, reading.afgekeurd) == (soort, 0)
    assert bezwaar(inhoud, reading, "1681") is None


def test_there_is_a_good_file_of_every_contract() -> None:
    assert BESTANDEN.keys() == BY_SOORT.keys()


def test_every_message_and_file_of_the_stock_is_good(voorraad: Voorraad, tmp_path: Path) -> None:
    refused = {
        soort
        for kinds in (voorraad.berichten, voorraad.bestanden)
        for soort, some in kinds.items()
        if read_in(tmp_path, some[0]).geaccepteerd == 0
    }

    assert refused == set()


def refused_start() -> bytes:
    codes = {"Header": ["0001"], "Product": ["9384"], "Client": ["S300"]}
    return retourbericht(start(), "R1", date(2026, 2, 6), codes)


def packed() -> bytes:
    return ENVELOPPEN["ggk0210"](declaratie())


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
    "product that stays": (wijziging, b"Nummer>1<", b"Nummer>3<"),
    "product without its day": (wijziging, b"GewensteIngangsdatum>", b"Commentaar>"),
    "reason of all products": (wijziging, b"RedenVerzoek>1<", b"RedenVerzoek>2<"),
    "reason twice": (wijziging, b"<jw317:RedenV", b"<jw317:RedenVerzoek/><jw317:RedenV"),
    "product of another kind": (wijziging, b"NieuwProduct>", b"TeWijzigenProduct>"),
    "answer": (verzoekantwoord, b"VerzoekAntwoord>1<", b"VerzoekAntwoord>2<"),
    "reason of a rejection": (verzoekantwoord, b"AfwijzingVerzoek>3<", b"AfwijzingVerzoek>8<"),
    "sender of an answer": (verzoekantwoord, b"Ontvanger>42420001", b"Ontvanger>42420002"),
    "retour of another": (refused_start, b"IdentificatieRetour>1<", b"IdentificatieRetour>2<"),
    "code of a product": (refused_start, b"Code>9384<", b"Code>0200<"),
    "code of the header": (refused_start, b"Code>0001<", b"Code>0200<"),
    "code of a person": (refused_start, b"Code>S300<", b"Code>S329<"),
    "key of a retour": (refused_start, b"Begindatum>2026-01-01<", b"Begindatum>2026-01-02<"),
    "key that is no day": (refused_start, b"<ns0:Begindatum>", b"<ns0:Einddatum/><ns0:Begindatum>"),
    "person of a retour": (refused_start, b"Bsn>999900006<", b"Bsn>999900007<"),
    "in an envelope": (packed, b"ggk0210", b"other"),
}  # fmt: skip
"""What makes a message another one than the reader said that it read."""


@pytest.mark.parametrize("name", WRONG)
def test_a_message_that_was_believed_wrongly_is_noticed(name: str, tmp_path: Path) -> None:
    make, old, new = WRONG[name]
    whole: bytes = make()

    reading = read_in(tmp_path, whole)

    assert old in whole
    assert bezwaar(whole.replace(old, new, 1), reading, "1681") is not None


OTHER_CELLS = {
    "aanbieders": (b"99000101", b"99000199"),
    "clientervaring": (b";96;", b";95;"),
    "begroting": (b";1787000;", b";1787001;"),
    "betalingen": (b";6.792;", b";6.791;"),
    "casussen": (b"2019-11-23", b"2020-11-24"),
    "casustaken": (b";activering;", b";indicering;"),
    "contracten": (b";250000;", b";250001;"),
    "eigen_bijdragen": (b";CAK;", b";gemeente;"),
    "formatie": (b";12,5;", b";12,6;"),
    "gemeentefonds": (b"Assen", b"Lelystad"),
    "gemeentekenmerken": (b"niet stedelijk", b"matig stedelijk"),
    "huishoudens": (b"999900006", b"999900007"),
    "iv3": (b";6.711;", b";6.712;"),
    "leefgebieden": (b";geld;", b";gezin;"),
    "plannen": (b";sociaal team;", b";wijkteam;"),
    "iv3_totalen": (b";178232;", b";178233;"),
    "kaart": (b";135;", b";136;"),
    "kerncijfers": (b";25681;", b";;"),
    "meldingen": (b";maatwerk;", b";ingetrokken;"),
    "medicatie": (b";120;", b";121;"),
    "pgb": (b";2026-02;", b";2026-03;"),
    "postcodes": (b"WK168192", b"WK168193"),
    "reserves": (b";250100", b";250000"),
    "subsidies": (b"S_2", b"S_3"),
    "taakgericht": (b";-150,75", b";150,75"),
    "tarieven": (b";04;", b";01;"),
    "teams": (b"Team Borger", b"Team Norger"),
    "trajecten": (b";deels werk;", b";werk;"),
    "uitkeringen": (b";900;", b";;"),
    "verwijzingen": (b";nee;", b";ja;"),
    "vroegsignalen": (b";40;40", b";40;39"),
    "wachttijden": (b";jw;", b";wmo;"),
    "wijkteams": (b";jeugdteam;", b";wijkteam;"),
}
"""A cell of every kind of file, and what makes it another one than was read."""


@pytest.mark.parametrize("vorm", ["csv", *TABELLEN])
@pytest.mark.parametrize("soort", OTHER_CELLS)
def test_a_file_that_was_believed_wrongly_is_noticed(soort: str, vorm: str, tmp_path: Path) -> None:
    (old, new), make = OTHER_CELLS[soort], TABELLEN.get(vorm, bytes)
    whole = BESTANDEN[soort]

    reading = read_in(tmp_path, make(whole))

    assert old in whole
    assert bezwaar(make(whole.replace(old, new, 1)), reading, "1681") is not None


BROKEN_RULES = {
    "begin": ("teams", "tot", date(2000, 1, 1)),
    "form": ("tarieven", "eenheid", "99"),
    "empty": ("teams", "wijk_code", None),
    "negative": ("formatie", "fte", -1),
    "too many": ("vroegsignalen", "opgevolgd", 999),
    "part of nothing": ("medicatie", "noemer", None),
    "category of another wet": ("contracten", "categorie", "02"),
}
"""A value that may not stand in a row, whatever its file says."""


@pytest.mark.parametrize("name", BROKEN_RULES)
def test_a_row_that_breaks_a_rule_is_noticed(name: str, tmp_path: Path) -> None:
    soort, column, value = BROKEN_RULES[name]
    whole = BESTANDEN[soort].replace(b";", b",").replace(b"12,5", b"12.5").replace(b"3,25", b"3")
    reading = read_in(tmp_path, BESTANDEN[soort])
    ((tabel, table),) = reading.tables.items()
    rows = [{**row, column: value} for row in table.to_pylist()]
    spoiled = replace(reading, tables={tabel: pa.Table.from_pylist(rows)})

    assert bezwaar(whole, reading, "1681") is None
    assert bezwaar(whole, spoiled, "1681") is not None


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

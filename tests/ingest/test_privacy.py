"""What identifies a person is fed in, and is then looked for in everything that sdash keeps."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from sdash.contracts.base import Contract, field_names
from sdash.contracts.bestanden import BESTANDEN
from sdash.ingest import Reading
from sdash.warehouse import Receipt, Warehouse
from sdash.warehouse.archive import METADATA
from tests.contracts.records import GOOD
from tests.ingest.berichten import SETTINGS, Lezer, kop
from tests.ingest.werkboek import werkboek
from tests.oracle.messages import (
    TEST_BSNS,
    Antwoord,
    AntwoordClient,
    AntwoordPrestatie,
    Client,
    Declaratie,
    DeclaratieAntwoord,
    Gewenst,
    Prestatie,
    Start,
    Toewijzing,
    Verzoek,
    VerzoekAntwoord,
    Wijziging,
    antwoordbericht,
    declaratiebericht,
    startbericht,
    toewijzingsbericht,
    verzoekantwoordbericht,
    verzoekbericht,
    wijzigingsbericht,
)
from tests.oracle.retouren import retourbericht

BSN, OTHER = TEST_BSNS[7], TEST_BSNS[2]
NAME, STREET, POSTCODE, BORN = "Zwartjesdottir", "Geheimelaan", "9876ZQ", "2011-09-23"
REMARK, REFERENCE, CASUS = "Commentaargeheim", "Referentiegeheim", "Casusgeheim"
WRONG_BSN = f"{BSN[:-1]}{(int(BSN[-1]) + 1) % 10}"
MARKERS = (BSN, WRONG_BSN, NAME, STREET, POSTCODE, "9876", BORN, REMARK, REFERENCE, CASUS)
JAN, JAN_END = date(2026, 1, 1), date(2026, 1, 31)


def files() -> Iterator[bytes]:
    """Messages and files that say who someone is, also where nobody asked."""
    client = Client(BSN, date.fromisoformat(BORN), achternaam=NAME, postcode=POSTCODE)
    wrong = Client(WRONG_BSN, date.fromisoformat(BORN), achternaam=NAME)
    remark = f"<jw301:Commentaar>{REMARK} {BSN}</jw301:Commentaar></jw301:ToegewezenProduct>"
    toegewezen = toewijzingsbericht(kop(), client, [Toewijzing(1, JAN, referentie=REFERENCE)])
    toegewezen = toegewezen.replace(b"Verzonnenstraat", STREET.encode())
    yield toegewezen.replace(b"</jw301:ToegewezenProduct>", remark.encode())
    yield toegewezen.replace(b">45<", f">{BSN}<".encode()).replace(b">04<", f">{NAME}<".encode())
    yield verzoekbericht(kop(), client, [Verzoek(f"{REFERENCE} {BSN}"[:36], JAN)])
    wijziging = Wijziging(REFERENCE, te_wijzigen=[Gewenst(JAN, 1), Gewenst(JAN, code=NAME)])
    yield wijzigingsbericht(kop(), client, wijziging)
    yield verzoekantwoordbericht(kop(), VerzoekAntwoord(REFERENCE))
    for bericht in (toegewezen, wijzigingsbericht(kop(), client, wijziging)):
        yield retourbericht(bericht, "2", JAN_END, {"Product2": [NAME]})
    yield startbericht(kop(), wrong, [Start(JAN, code=BSN[:5])])
    bad = [Prestatie(f"R{nr}", JAN, categorie=it) for nr, it in enumerate((BSN, NAME, POSTCODE))]
    lines = [(BSN, [Prestatie("R", JAN), *bad]), (NAME, [Prestatie("S", JAN)])]
    yield declaratiebericht(kop(), Declaratie("D1", JAN, JAN_END, lines))
    yield f"postcode;wijk_code\n{POSTCODE};WK168100\n9876;WK168100\n{NAME};{BSN}\n".encode()
    head = "casusnummer;team;wijk_code;begindatum;einddatum;eerder_bekend;taak\n"
    row = f"{CASUS};Noord;WK168100;2026-01-01;;ja;\n"
    yield f"{head}{row}{CASUS};{'x' * 201};{BSN};{BORN};{NAME};{STREET};{REMARK}\n".encode()
    head = "bsn;regeling;begin;eind;maand;bedrag;reden_instroom\n"
    row = f"{BSN};Pw;2024-01-01;;2026-01;900;\n"
    yield f"{head}{row}{BSN};{NAME};{BORN};{STREET};{POSTCODE};{BSN};{REMARK}\n".encode()
    yield werkboek(("bsn", "wet", "maand", "budget", "besteed"), (BSN, NAME, BORN, BSN, STREET))
    yield f"Naam;{NAME};Burgerservicenummer\n{NAME};{STREET};{BSN}\n".encode()
    yield f"bsn;huishouden;van;tot\n{BSN};{REFERENCE};{BORN};\n".encode()
    yield f"agb_code;naam\n{BSN};Zorg\n42420001;Zorg;{NAME}\n".encode()
    yield f"{NAME};{BSN}\n".encode()
    yield toegewezen[:-20]


def notations(bsn: str) -> tuple[str, ...]:
    """A BSN as people write it, alone and among words."""
    dotted, spaced = f"{bsn[:4]}.{bsn[4:6]}.{bsn[6:]}", f"{bsn[:3]} {bsn[3:6]} {bsn[6:]}"
    return (bsn, dotted, spaced, f"Team van {bsn}.", f"12 {bsn}", f"bsn:{dotted}, wijk 3")


def cells(contract: type[Contract]) -> Iterator[tuple[str, dict[str, str]]]:
    """Each column that holds a text, and a good line with a BSN in it."""
    good = {name: "" if it is None else str(it) for name, it in GOOD[contract].items()}
    for name, own in field_names(contract).items():
        if "str" in str(contract.model_fields[own].annotation) and own != "client":
            for text in notations(BSN):
                yield name, {**good, name: text}


@pytest.mark.parametrize("contract", BESTANDEN, ids=lambda it: it.soort)
def test_a_bsn_in_any_text_of_a_file_is_not_kept(contract: type[Contract], lezer: Lezer) -> None:
    for name, line in cells(contract):
        file = f"{';'.join(line)}\n{';'.join(line.values())}\n"
        reading = lezer.read(file)
        kept = repr([table.to_pylist() for table in reading.tables.values()])

        assert BSN not in re.sub("[^0-9]", "", kept), name
        assert BSN not in re.sub("[^0-9]", "", repr(reading.redenen)), name


def test_a_bsn_in_a_text_is_explained_without_it(lezer: Lezer) -> None:
    lines = ("42420001", f"Praktijk {BSN}"), ("42420002", int(BSN)), ("42420003", f"Z {WRONG_BSN}")

    reading = lezer.read(werkboek(("agb_code", "naam"), *lines))

    assert [(one.plaats, one.reden.partition(";")[0]) for one in reading.redenen] == [
        ('regel 2, kolom "naam"', "in deze tekst staat een nummer dat een BSN kan zijn"),
        ('regel 3, kolom "naam"', "in deze tekst staat een nummer dat een BSN kan zijn"),
    ]
    assert reading.tables["aanbieder_regel"]["naam"].to_pylist() == [f"Z {WRONG_BSN}"]


def test_a_number_of_an_administration_that_may_be_a_bsn_gets_one_pseudonym(lezer: Lezer) -> None:
    head = "subsidienummer;jaar;ontvanger;taakveld;verleend;vastgesteld\n"
    numbers = (BSN, WRONG_BSN, BSN, f"S-{BSN}", "2026-00012")
    lines = "".join(f"{nr};2026;Stichting;6.1;100;\n" for nr in numbers)

    reading = lezer.read(head + lines)

    first, *others = reading.tables["subsidie_regel"]["subsidienummer"].to_pylist()
    assert others == [WRONG_BSN, first, others[2], "2026-00012"]
    assert not [one for one in (first, others[2]) if BSN in one]


@pytest.mark.parametrize("nummer", [BSN, f"A{BSN}", f"{BSN[:4]}.{BSN[4:6]}.{BSN[6:]}"])
def test_a_message_that_is_numbered_by_a_person_is_refused(nummer: str, lezer: Lezer) -> None:
    lines = [(OTHER, [Prestatie("R1", JAN)]), (BSN, [Prestatie("R2", JAN)])]
    refused = AntwoordClient(BSN, [AntwoordPrestatie(lines[1][1][0], ["8021"])])
    inhoud = DeclaratieAntwoord("D1", [refused])
    named = replace(kop(), identificatie=nummer)
    retouren = (startbericht(kop(), Client(BSN), [Start(JAN)]),)
    berichten = (
        declaratiebericht(named, Declaratie("D1", JAN, JAN_END, lines)),
        declaratiebericht(kop(), Declaratie(re.sub(r"\.", "", nummer), JAN, JAN_END, lines)),
        antwoordbericht(named, Antwoord("1", JAN, inhoud=inhoud)),
        antwoordbericht(kop(), Antwoord(nummer, JAN, inhoud=inhoud)),
        antwoordbericht(kop(), Antwoord("1", JAN, inhoud=replace(inhoud, nummer=nummer))),
        *(retourbericht(it, nummer, JAN_END, {}) for it in retouren),
    )

    readings = [lezer.read(inhoud) for inhoud in berichten]

    assert [(one.soort, one.identificatie, one.tables) for one in readings] == [
        (None, None, {})
    ] * 6
    assert {one.redenen[0].reden[:40] for one in readings} == {
        "Het nummer van het bericht of van de dec"
    }


def test_a_bsn_as_the_number_of_a_toewijzing_in_a_return_message_is_not_kept(lezer: Lezer) -> None:
    start = startbericht(kop(), Client(BSN), [Start(JAN, int(BSN)), Start(JAN, 2)])

    reading = lezer.read(retourbericht(start, "2", JAN_END, {}))

    assert (reading.gelezen, reading.afgekeurd) == (3, 1)
    assert BSN not in repr(reading.tables["retour"].to_pylist())


def test_a_bsn_in_the_number_of_a_line_becomes_the_same_pseudonym_everywhere(lezer: Lezer) -> None:
    number, other = f"{BSN}-1", f"R {BSN[:3]} {BSN[3:6]} {BSN[6:]}"
    lines = [Prestatie(number, JAN), Prestatie(other, JAN, vorige_referentie=number)]
    refused = AntwoordClient(BSN, [AntwoordPrestatie(lines[0], ["8021"])])
    said = Antwoord("1", JAN, inhoud=DeclaratieAntwoord("D1", [refused]))

    sent = lezer.read(declaratiebericht(kop(), Declaratie("D1", JAN, JAN_END, [(BSN, lines)])))
    answered = lezer.read(antwoordbericht(kop(), said))

    first, second = sent.tables["prestatie"]["referentienummer"].to_pylist()
    assert sent.tables["prestatie"]["vorig_referentienummer"].to_pylist() == [None, first]
    assert first in answered.tables["antwoord"]["referentienummer"].to_pylist()
    assert first != second
    assert not [one for one in (first, second) if BSN in one or len(one) > 20]


def test_a_bsn_as_any_other_number_is_not_kept(lezer: Lezer) -> None:
    lines = [Prestatie("R1", JAN), Prestatie("R2", JAN, toewijzing=int(BSN))]

    reading = lezer.read(declaratiebericht(kop(), Declaratie("D1", JAN, JAN_END, [(BSN, lines)])))

    assert reading.tables["prestatie"]["referentienummer"].to_pylist() == ["R1"]
    assert [(one.plaats, one.reden) for one in reading.redenen] == [
        ("Prestatie 2", "Het Bsn staat ook in een veld dat bewaard wordt")
    ]


def test_the_number_of_a_line_is_kept_when_it_holds_another_number(lezer: Lezer) -> None:
    lines = [(BSN, [Prestatie(TEST_BSNS[3], JAN)])]

    reading = lezer.read(declaratiebericht(kop(), Declaratie("D1", JAN, JAN_END, lines)))

    assert reading.tables["prestatie"]["referentienummer"].to_pylist() == [TEST_BSNS[3]]


@pytest.fixture(scope="module")
def readings(lezer: Lezer) -> list[Reading]:
    return [lezer.read(inhoud, f"{nr} {BSN}.xml") for nr, inhoud in enumerate(files())]


def found(text: str) -> list[str]:
    """The markers in a text."""
    return [marker for marker in MARKERS if marker in text]


def test_files_that_say_who_someone_is_are_read_and_rejected_for_their_faults(
    readings: list[Reading],
) -> None:
    assert [(one.soort, one.gelezen, one.afgekeurd) for one in readings] == [
        ("JW301", 1, 0),
        ("JW301", 1, 1),
        ("JW315", 1, 0),
        ("JW317", 2, 1),
        ("JW319", 1, 0),
        ("JW302", 2, 0),
        ("JW318", 3, 1),
        ("JW305", 1, 1),
        ("JW323", 5, 4),
        ("postcodes", 3, 1),
        ("casussen", 2, 1),
        ("uitkeringen", 2, 1),
        ("pgb", 1, 1),
        (None, 0, 0),
        (None, 0, 0),
        ("aanbieders", 2, 2),
        (None, 0, 0),
        (None, 0, 0),
    ]


def test_nothing_that_identifies_is_in_a_reading(readings: list[Reading]) -> None:
    assert found(repr(readings)) == []
    assert (
        found(repr([table.to_pylist() for one in readings for table in one.tables.values()])) == []
    )


def test_nothing_that_identifies_is_in_the_warehouse_or_the_archive(
    readings: list[Reading], tmp_path: Path
) -> None:
    warehouse = Warehouse.open(SETTINGS.model_copy(update={"data": tmp_path}))
    receipt = Receipt(ontvangen_op=datetime(2026, 3, 1, tzinfo=UTC))

    uitkomsten = warehouse.record(readings, [receipt] * len(readings))
    warehouse.close()

    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    [parquet] = tmp_path.rglob("*.parquet")
    archived = pq.read_table(parquet)
    assert found(repr(uitkomsten)) == []
    assert {path.suffix for path in kept} == {".duckdb", ".zegel", ".parquet", ".jsonl"}
    assert [found(path.read_bytes().decode("latin-1")) for path in kept] == [[], [], [], []]
    assert found(repr(archived.to_pylist())) == []
    assert found(archived.schema.metadata[METADATA].decode()) == []

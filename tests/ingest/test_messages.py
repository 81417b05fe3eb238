from datetime import date

import pytest

from tests.ingest.berichten import (
    BERICHTEN,
    CLIENT,
    FEB,
    JAN,
    JAN_END,
    OTHER_BSN,
    Lezer,
    counts,
    declaratie,
    kop,
    start,
    stop,
    toewijzing,
    why,
)
from tests.oracle.messages import (
    Declaratie,
    Prestatie,
    Start,
    declaratiebericht,
    startbericht,
)


@pytest.mark.parametrize("soort", BERICHTEN)
def test_every_kind_of_message_of_both_wetten_is_read(soort: str, lezer: Lezer) -> None:
    make, gelezen = BERICHTEN[soort]

    reading = lezer.read(make())

    assert counts(reading) == (soort, gelezen, gelezen, 0)
    assert (reading.wet, reading.aanbieder) == (soort[:-3].lower(), "42420001")
    assert (reading.identificatie, reading.dagtekening) == ("1", date(2026, 2, 5))


@pytest.mark.parametrize("soort", BERICHTEN)
def test_every_record_of_another_gemeente_is_rejected(soort: str, lezer: Lezer) -> None:
    make, gelezen = BERICHTEN[soort]

    reading = lezer.read(make("0106"))

    assert counts(reading) == (soort, gelezen, 0, gelezen)
    assert {(reden.code, reden.reden) for reden in reading.redenen} == {
        ("S300", "Dit bericht is van of voor een andere gemeente")
    }
    assert not any(len(table) for table in reading.tables.values())


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param(
            Prestatie("F", JAN, bedrag=1),
            ("Prestatie 4", "9346", "Het bedrag is niet gelijk aan volume maal tarief"),
            id="amount",
        ),
        pytest.param(
            Prestatie("F", JAN, FEB),
            ("Prestatie 4", "9319", "De productperiode ligt niet in één kalendermaand"),
            id="two months",
        ),
        pytest.param(
            Prestatie("F", JAN, categorie="02"),
            ("Prestatie 4", "S329", "De productcategorie staat niet op de codelijst van deze wet"),
            id="categorie",
        ),
        pytest.param(
            Prestatie("F" * 21, JAN),
            ("Prestatie 4", "0001", "ReferentieNummer is te lang"),
            id="reference",
        ),
    ],
)
def test_a_bad_line_is_rejected_and_the_others_stand(
    line: Prestatie, reason: tuple[str, str, str], lezer: Lezer
) -> None:
    reading = lezer.read(declaratie("jw", "1681", line))

    assert counts(reading) == ("JW323", 4, 3, 1)
    assert why(reading) == [reason]
    assert reading.tables["prestatie"]["referentienummer"].to_pylist() == ["R1", "R2", "R3"]
    assert reading.tables["prestatie"]["plaats"].to_pylist() == [1, 2, 3]


@pytest.mark.parametrize("bsn", ["123456789", "000000000", "12345678", "bsn", ""])
def test_the_lines_of_a_bsn_that_fails_are_rejected_and_those_of_others_stand(
    bsn: str, lezer: Lezer
) -> None:
    clienten = [(bsn, [Prestatie("R1", JAN)]), (OTHER_BSN, [Prestatie("R2", JAN)])]
    bericht = declaratiebericht(kop(), Declaratie("D1", JAN, JAN_END, clienten))

    reading = lezer.read(bericht)

    assert counts(reading) == ("JW323", 2, 1, 1)
    assert why(reading) == [("Prestatie 1", "0001", "Het Bsn doorstaat de elfproef niet")]


def test_a_person_without_bsn_does_not_borrow_that_of_the_person_before(lezer: Lezer) -> None:
    whole = declaratie()
    without = whole.replace(f"<jw323:Bsn>{OTHER_BSN}</jw323:Bsn>".encode(), b"")

    reading = lezer.read(without)

    assert without != whole
    assert counts(reading) == ("JW323", 3, 2, 1)


@pytest.mark.parametrize("status", ["2", "9"])
@pytest.mark.parametrize("make", [start, stop])
def test_a_start_or_stop_may_not_be_changed_in_place(
    status: str, make: type[bytes], lezer: Lezer
) -> None:
    reading = lezer.read(make("jw", "1681", status))

    assert reading.afgekeurd == reading.gelezen == 1
    assert why(reading)[0][1:] == ("0001", "StatusAanlevering is geen bekende code")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        pytest.param(
            b"<jw323:Eenheid>04</jw323:Eenheid>",
            b"<jw323:Eenheid>04</jw323:Eenheid><jw323:Kleur>rood</jw323:Kleur>",
            "Element Kleur hoort hier niet",
            id="unknown",
        ),
        pytest.param(
            b"<jw323:Eenheid>04</jw323:Eenheid>",
            b"<jw323:Eenheid>04</jw323:Eenheid><jw323:Eenheid>01</jw323:Eenheid>",
            "Tweede Eenheid hoort hier niet",
            id="twice",
        ),
        pytest.param(
            b"<jw323:Eenheid>04</jw323:Eenheid>",
            b"<jw323:Eenheid>04</jw323:Eenheid><x:E xmlns:x='elders'>1</x:E>",
            "Element E hoort hier niet",
            id="of another namespace",
        ),
        pytest.param(
            b"<jw323:Eenheid>04</jw323:Eenheid>",
            b"<jw323:Eenheid><jw323:a>04</jw323:a></jw323:Eenheid>",
            "Element a hoort hier niet",
            id="inside another",
        ),
        pytest.param(b"<jw323:Eenheid>04</jw323:Eenheid>", b"", "Eenheid ontbreekt", id="missing"),
        pytest.param(
            b"<jw323:Eenheid>04</jw323:Eenheid>",
            b"<ijw:Eenheid>04</ijw:Eenheid>",
            "Element Eenheid hoort hier niet",
            id="of the basisschema in place of the message",
        ),
    ],
)
def test_an_element_that_is_unknown_or_stands_twice_rejects_its_record(
    old: bytes, new: bytes, said: str, lezer: Lezer
) -> None:
    reading = lezer.read(declaratie().replace(old, new, 1))

    assert counts(reading) == ("JW323", 3, 2, 1)
    assert ("Prestatie 1", "0001", said) in why(reading)


def test_an_element_name_that_says_something_is_not_repeated(lezer: Lezer) -> None:
    name = b"Jan.de-Vries"
    extra = b"</jw323:Eenheid><" + name + b">1</" + name + b">"

    reading = lezer.read(declaratie().replace(b"</jw323:Eenheid>", extra, 1))

    assert why(reading) == [("Prestatie 1", "0001", "Onbekend element hoort hier niet")]


def test_thousands_of_unknown_elements_give_a_report_of_bounded_length(lezer: Lezer) -> None:
    extra = b"".join(b"<x%d>1</x%d>" % (number, number) for number in range(5000))

    reading = lezer.read(declaratie().replace(b"</jw323:Eenheid>", b"</jw323:Eenheid>" + extra, 1))

    assert counts(reading) == ("JW323", 3, 2, 1)
    assert len(reading.redenen) < 100


def test_comments_and_processing_instructions_are_no_part_of_a_value(lezer: Lezer) -> None:
    whole = declaratie()
    noted = whole.replace(b">R1<", b">R<!-- of 2 -->1<?uit?><")

    reading = lezer.read(noted)

    assert reading.tables == lezer.read(whole).tables


def test_prefixes_are_free(lezer: Lezer) -> None:
    whole = toewijzing()
    renamed = whole.replace(b"jw301:", b"a:").replace(b":jw301=", b":a=")

    reading = lezer.read(renamed)

    assert reading.tables == lezer.read(whole).tables


def test_a_start_without_toewijzing_is_read(lezer: Lezer) -> None:
    reading = lezer.read(startbericht(kop(), CLIENT, [Start(JAN)]))

    assert counts(reading) == ("JW305", 1, 1, 0)
    assert reading.tables["start"]["toewijzing_nummer"].to_pylist() == [None]


def test_the_same_person_has_the_same_pseudonym_in_every_message(lezer: Lezer) -> None:
    of_start = lezer.read(start()).tables["start"]["client"].to_pylist()
    of_stop = lezer.read(stop("wmo")).tables["stop"]["client"].to_pylist()
    of_lines = lezer.read(declaratie()).tables["prestatie"]["client"].to_pylist()

    assert of_start == of_stop == [of_lines[0]]
    assert of_lines[0] == of_lines[1] != of_lines[2]

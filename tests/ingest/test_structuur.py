import re

import pytest

from tests.ingest.berichten import BERICHTEN, Lezer, antwoord, counts, declaratie, start, why

TWICE = "{} staat twee keer in het bericht, waar het maar één keer mag."


def doubled(inhoud: bytes, name: str) -> bytes:
    """A message with its first element of this name twice, one behind the other."""
    found = re.search(rf"<(\w+:{name})>.*?</\1>".encode(), inhoud, re.DOTALL)
    assert found is not None
    return inhoud[: found.end()] + found[0] + inhoud[found.end() :]


HEADER = ("Header", "Afzender", "BerichtIdentificatie", "BerichtSubversie")
ABOUT_NOBODY = ("319", "320")
"""These name no person, but the request that they answer."""


@pytest.mark.parametrize(
    ("name", "soort"),
    [
        (name, soort)
        for soort in BERICHTEN
        for name in (*HEADER, *(() if soort.endswith(ABOUT_NOBODY) else ("Bsn",)))
    ],
)
def test_a_message_that_says_twice_what_it_can_say_once_is_refused(
    name: str, soort: str, lezer: Lezer
) -> None:
    make, _ = BERICHTEN[soort]

    reading = lezer.read(doubled(make(), name))

    assert counts(reading) == (None, 0, 0, 0)
    assert why(reading) == [("bestand", "onleesbaar", TWICE.format(name))]


@pytest.mark.parametrize(
    "name",
    [
        *("DeclaratieNummer", "TotaalIngediendBedrag", "DeclaratiePeriode"),
        *("Identificatie", "Dagtekening"),
    ],
)
def test_the_head_of_a_declaratie_says_everything_once(name: str, lezer: Lezer) -> None:
    reading = lezer.read(doubled(declaratie(), name))

    assert why(reading) == [("bestand", "onleesbaar", TWICE.format(name))]


def test_an_antwoord_is_about_one_declaratie(lezer: Lezer) -> None:
    reading = lezer.read(doubled(antwoord(), "DeclaratieNummer"))

    assert why(reading) == [("bestand", "onleesbaar", TWICE.format("DeclaratieNummer"))]


def test_an_antwoord_may_give_more_than_one_retourcode(lezer: Lezer) -> None:
    reading = lezer.read(doubled(antwoord(), "RetourCode"))

    assert counts(reading) == ("JW325", 2, 2, 0)


def test_an_antwoord_whose_own_codes_make_no_sense_grants_nothing(lezer: Lezer) -> None:
    unclear = antwoord().replace(b"RetourCode>0200<", b"RetourCode>afgewezen<", 1)

    reading = lezer.read(unclear)

    assert reading.tables == {}
    assert why(reading)[0][2] == "De retourcodes in de header hebben niet de goede vorm."


def test_an_antwoord_finds_its_line_also_with_spaces_around_the_number(lezer: Lezer) -> None:
    spaced = antwoord().replace(b"Nummer>R1<", b"Nummer>\n R1\n<")

    reading = lezer.read(spaced)

    assert spaced != antwoord()
    assert "R1" in reading.tables["antwoord"]["referentienummer"].to_pylist()


def test_a_bsn_elsewhere_in_a_client_is_of_nobody(lezer: Lezer) -> None:
    whole = start()
    bsn = whole[whole.index(b"<jw305:Bsn>") : whole.index(b"</jw305:Bsn>") + 12]
    moved = whole.replace(bsn, b"").replace(b"<jw305:Naam>", b"<jw305:Naam>" + bsn)

    reading = lezer.read(moved)

    assert why(reading)[0][2] == "Bsn staat niet op zijn eigen plaats in het bericht."


def test_a_header_elsewhere_is_no_header(lezer: Lezer) -> None:
    whole = start()
    begin, end = whole.index(b"<jw305:Header>"), whole.index(b"</jw305:Header>") + 15
    header = whole[begin:end]
    moved = whole.replace(header, b"").replace(b"<jw305:Client>", b"<jw305:Client>" + header)

    reading = lezer.read(moved)

    assert why(reading)[0][2] == "Header staat niet op zijn eigen plaats in het bericht."


def test_an_element_that_stands_twice_is_not_named_when_its_name_says_something(
    lezer: Lezer,
) -> None:
    twice = b"<Jan.de-Vries/><Jan.de-Vries/></jw305:Header>"

    reading = lezer.read(start().replace(b"</jw305:Header>", twice))

    assert why(reading)[0][2] == TWICE.format("Een onbekend element")

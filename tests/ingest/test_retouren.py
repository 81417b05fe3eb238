"""Return messages: what is said at each level of the message that they answer."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from sdash.ingest import Reading
from tests.ingest.berichten import (
    JAN,
    Lezer,
    Maker,
    counts,
    start,
    stop,
    toewijzing,
    verzoek,
    verzoekantwoord,
    why,
    wijziging,
)
from tests.oracle.retouren import retourbericht

DAG = date(2026, 2, 6)


def said(reading: Reading, *names: str) -> list[tuple[object, ...]]:
    """These columns of what a return message says, in order of place."""
    rows = reading.tables["retour"].to_pylist()
    return [tuple(row[name] for name in names) for row in rows]


def answered(make: Maker, codes: Mapping[str, Sequence[str]] | None = None) -> bytes:
    return retourbericht(make(), "R1", DAG, codes)


def test_a_retour_says_which_message_it_answers(lezer: Lezer) -> None:
    reading = lezer.read(answered(start))

    assert (reading.identificatie, reading.dagtekening) == ("R1", DAG)
    assert set(said(reading, "bericht", "identificatie", "dagtekening")) == {
        ("306", "1", date(2026, 2, 5))
    }


@pytest.mark.parametrize(
    ("make", "levels"),
    [
        (start, ["bericht", "client", "product"]),
        (stop, ["bericht", "client", "product"]),
        (toewijzing, ["bericht", "client", "contact", "product", "product"]),
        (verzoek, ["bericht", "client", "product"]),
        (wijziging, ["bericht", "client", "product", "product", "product", "verzoek"]),
        (verzoekantwoord, ["antwoord", "bericht"]),
    ],
)
def test_every_level_of_a_retour_is_kept(make: Maker, levels: list[str], lezer: Lezer) -> None:
    assert sorted(str(level) for (level,) in said(lezer.read(answered(make)), "niveau")) == levels


@pytest.mark.parametrize("level", ["Header", "Client", "Product", "Contact"])
def test_a_code_refuses_at_the_level_where_it_stands(level: str, lezer: Lezer) -> None:
    names = {"Header": "bericht", "Client": "client", "Product": "product", "Contact": "contact"}
    reading = lezer.read(answered(toewijzing, {level: ["9332", "0001"]}))

    found = said(reading, "niveau", "codes", "wijst_af")
    refusing = {niveau for niveau, _, refuses in found if refuses}

    assert refusing == {names[level]}
    assert {codes for niveau, codes, _ in found if niveau == names[level]} == {"9332 0001"}
    assert {codes for niveau, codes, _ in found if niveau != names[level]} == {"0200"}


def test_a_code_of_one_product_is_not_of_the_other(lezer: Lezer) -> None:
    reading = lezer.read(answered(toewijzing, {"Product2": ["9332"]}))

    products = said(reading, "niveau", "toewijzing_nummer", "codes")[2:]
    assert [row[1:] for row in products if row[0] == "product"] == [(1, "0200"), (2, "9332")]


def test_a_start_or_stop_is_known_by_its_own_key(lezer: Lezer) -> None:
    columns = ("toewijzing_nummer", "categorie", "productcode", "begindatum", "status")
    product = said(lezer.read(answered(start)), "niveau", *columns)[1]
    ended = said(lezer.read(answered(stop)), "niveau", "einddatum")[1]

    assert product == ("product", 1, "45", "45A04", JAN, "1")
    assert ended == ("product", date(2026, 2, 1))


def test_a_product_has_the_reference_of_its_verzoek(lezer: Lezer) -> None:
    asked = lezer.read(wijziging()).tables["wijziging"]["referentie"].to_pylist()
    found = said(lezer.read(answered(wijziging)), "niveau", "referentie")

    assert {referentie for niveau, referentie in found if niveau == "product"} == {*asked}


def test_a_person_has_the_same_pseudonym_in_a_retour(lezer: Lezer) -> None:
    (person,) = lezer.read(start()).tables["start"]["client"].to_pylist()

    found = said(lezer.read(answered(start)), "niveau", "client")

    assert found == [("bericht", None), ("product", person), ("client", person)]


@pytest.mark.parametrize("make", [start, verzoekantwoord])
def test_a_retour_with_a_header_only_is_one_record(make: Maker, lezer: Lezer) -> None:
    whole = answered(make, {"Header": ["0001"]})
    end = whole.index(b"Header>", whole.index(b"Header>") + 1) + len(b"Header>")
    closing = whole[whole.rindex(b"</") :]

    reading = lezer.read(whole[:end] + closing)

    assert counts(reading)[1:] == (1, 1, 0)
    assert said(reading, "niveau", "codes", "wijst_af") == [("bericht", "0001", True)]


def test_the_products_of_a_bsn_that_fails_are_rejected_and_the_answer_stands(
    lezer: Lezer,
) -> None:
    whole = answered(start)
    (bsn,) = {whole[at : at + 9] for at in [whole.index(b"Bsn>") + 4]}

    reading = lezer.read(whole.replace(bsn, b"123456789"))

    assert counts(reading) == ("JW306", 2, 1, 1)
    assert why(reading) == [("StartProduct 2", "0001", "Het Bsn doorstaat de elfproef niet")]
    assert said(reading, "niveau") == [("bericht",)]


def test_a_code_that_is_no_code_rejects_its_record(lezer: Lezer) -> None:
    reading = lezer.read(answered(start, {"Product": ["Jansen"]}))

    assert counts(reading) == ("JW306", 2, 1, 1)
    assert why(reading) == [("Retour 2", "0001", "codes heeft niet de goede vorm")]


def test_a_retour_that_names_no_message_cannot_be_read(lezer: Lezer) -> None:
    without = answered(start).replace(b"IdentificatieRetour>1<", b"IdentificatieRetour><")

    assert why(lezer.read(without)) == [
        ("bestand", "onleesbaar", "De IdentificatieRetour in de header is niet volledig.")
    ]


def test_a_header_with_a_code_that_is_none_refuses_the_retour_as_a_whole(lezer: Lezer) -> None:
    for codes in (["Jansen"], [""], ["0200", ""]):
        assert why(lezer.read(answered(start, {"Header": codes}))) == [
            ("bestand", "onleesbaar", "De retourcodes in de header hebben niet de goede vorm.")
        ]


def test_a_product_without_a_person_is_rejected(lezer: Lezer) -> None:
    whole = answered(start)
    bsn = re.search(rb"<[^<]*Bsn>[0-9]{9}</[^<]*Bsn>", whole)
    assert bsn is not None

    alone = lezer.read(whole.replace(bsn[0], b""))
    clients = whole[whole.index(b"<ns0:Client>") : whole.index(b"</ns0:Client>") + 13]
    behind = lezer.read(whole.replace(clients, clients + clients.replace(bsn[0], b"")))

    assert counts(alone) == ("JW306", 2, 1, 1)
    assert counts(behind) == ("JW306", 3, 2, 1)


def test_a_key_that_stands_twice_refuses_the_retour_as_a_whole(lezer: Lezer) -> None:
    whole = answered(stop)
    day = re.search(rb"<[^<]*:Einddatum>[^<]*</[^<]*:Einddatum>", whole)
    assert day is not None

    reading = lezer.read(whole.replace(day[0], day[0] + day[0].replace(b"02-01", b"03-01")))

    assert why(reading)[0][2].startswith("Einddatum staat twee keer in het bericht")


def test_a_product_in_a_product_refuses_the_retour_as_a_whole(lezer: Lezer) -> None:
    whole = answered(start)
    end = b"</ns0:StartProduct>"
    inner = b"<ns0:StopProduct><ns0:ToewijzingNummer>2</ns0:ToewijzingNummer></ns0:StopProduct>"

    reading = lezer.read(whole.replace(end, inner + end))

    assert end in whole
    assert why(reading)[0][2] == "StopProduct staat niet op zijn eigen plaats in het bericht."

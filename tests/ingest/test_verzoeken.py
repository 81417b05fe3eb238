"""A 317 and a 319: what is asked and what is answered, by the aanbieder's reference."""

import pytest

from tests.ingest.berichten import (
    CLIENT,
    FEB,
    JAN,
    Lezer,
    counts,
    kop,
    verzoek,
    verzoekantwoord,
    why,
    wijziging,
)
from tests.oracle.messages import Client, Gewenst, Wijziging, wijzigingsbericht

STAYS, CHANGES, NEW = 1, Gewenst(FEB, 2), Gewenst(FEB, categorie="45", code="45A04")


def test_a_317_says_what_stays_what_changes_and_what_is_new(lezer: Lezer) -> None:
    table = lezer.read(wijziging()).tables["wijziging"].to_pylist()

    columns = ("plaats", "wens", "toewijzing_nummer", "categorie", "ingangsdatum", "volume")
    assert [tuple(row[name] for name in columns) for row in table] == [
        (1, "ongewijzigd", 1, None, None, None),
        (2, "te wijzigen", 2, None, FEB, 4),
        (3, "nieuw", None, "45", FEB, 4),
    ]


def test_a_reference_is_the_same_pseudonym_in_question_and_answer(lezer: Lezer) -> None:
    asked = lezer.read(wijziging()).tables["wijziging"]["referentie"].to_pylist()
    answered = lezer.read(verzoekantwoord()).tables["verzoek_antwoord"]["referentie"].to_pylist()
    other = lezer.read(verzoek()).tables["verzoek"]["referentie"].to_pylist()

    assert set(asked) == set(answered)
    assert "Referentie 2" not in asked
    assert set(asked) != set(other)


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        pytest.param(
            Wijziging("R", nieuw=[NEW]),
            "Het verzoek noemt geen product dat er al is",
            id="TR352: nothing that is there",
        ),
        pytest.param(
            Wijziging("R", [STAYS]),
            "Het verzoek noemt geen product dat wijzigt of nieuw is",
            id="TR353: nothing that changes",
        ),
    ],
)
def test_a_verzoek_that_asks_nothing_of_what_there_is_is_rejected(
    asked: Wijziging, reason: str, lezer: Lezer
) -> None:
    reading = lezer.read(wijzigingsbericht(kop(), CLIENT, asked))

    assert counts(reading) == ("JW317", 1, 0, 1)
    assert [said for _, *said in why(reading)] == [["0001", reason]]


def test_a_bad_product_is_rejected_and_the_others_stand(lezer: Lezer) -> None:
    both = Wijziging("R", [STAYS], [CHANGES, Gewenst(FEB, 3, einddatum=JAN)])

    reading = lezer.read(wijzigingsbericht(kop(), CLIENT, both))

    assert counts(reading) == ("JW317", 3, 2, 1)
    assert why(reading) == [("VerzochtProduct 3", "0001", "De einddatum ligt voor de begindatum")]


def test_the_products_of_a_bsn_that_fails_are_rejected(lezer: Lezer) -> None:
    asked = Wijziging("R", [STAYS], [CHANGES])

    reading = lezer.read(wijzigingsbericht(kop(), Client("123456789"), asked))

    assert counts(reading) == ("JW317", 2, 0, 2)
    assert {reason for _, _, reason in why(reading)} == {"Het Bsn doorstaat de elfproef niet"}


@pytest.mark.parametrize("name", [b"ReferentieAanbieder", b"RedenVerzoek"])
def test_what_the_verzoek_does_not_say_is_missing_in_each_product(
    name: bytes, lezer: Lezer
) -> None:
    whole = wijziging()
    begin, end = whole.index(b"<jw317:" + name), whole.index(b"</jw317:" + name + b">")

    reading = lezer.read(whole[:begin] + whole[end + len(name) + 9 :])

    assert counts(reading) == ("JW317", 3, 0, 3)
    assert {reason for _, _, reason in why(reading)} == {f"{name.decode()} ontbreekt"}


def test_an_element_that_is_no_part_of_a_product_rejects_it(lezer: Lezer) -> None:
    extra = b"<jw317:RedenVerzoek>1</jw317:RedenVerzoek></jw317:NieuwProduct>"

    reading = lezer.read(wijziging().replace(b"</jw317:NieuwProduct>", extra))

    assert counts(reading) == ("JW317", 3, 2, 1)
    assert why(reading)[0][2] == "Element RedenVerzoek hoort hier niet"


def test_a_verzoek_with_two_reasons_is_refused_as_a_whole(lezer: Lezer) -> None:
    reason = b"<jw317:RedenVerzoek>1</jw317:RedenVerzoek>"
    whole = wijziging()

    reading = lezer.read(whole.replace(reason, reason + reason.replace(b">1<", b">2<")))

    assert reason in whole
    assert why(reading)[0][2].startswith("RedenVerzoek staat twee keer in het bericht")

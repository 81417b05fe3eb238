"""The person of a 301: a month of birth and the woonadres, and nothing else of either."""

from datetime import date

import pytest

from sdash.ingest.pseudonym import Pseudonymiser
from tests.ingest.berichten import BSN, JAN, SETTINGS, Lezer, kop, toewijzing
from tests.oracle.messages import Client, Toewijzing, toewijzingsbericht

PSEUDONYMS = Pseudonymiser(SETTINGS.sleutel)
HERE, THERE = "9531AA", "9531BB"
_BIRTH = b"<ijw:Datum>2012-05-17</ijw:Datum>"
_DAY = "2026-02-05"


def contact(soort: str, postcode: str, begin: str = "", end: str = "") -> bytes:
    """One Contact as a 301 writes it, dated or not."""
    begins = f"<ijw:Begindatum>{begin}</ijw:Begindatum>" if begin else ""
    ends = f"<ijw:Einddatum>{end}</ijw:Einddatum>" if end else ""
    period = f"<jw301:Periode>{begins}{ends}</jw301:Periode>" if begin or end else ""
    adres = f"<jw301:Adres><ijw:Postcode>{postcode}</ijw:Postcode></jw301:Adres>"
    return (
        f"<jw301:Contact><jw301:Soort>{soort}</jw301:Soort>{adres}{period}</jw301:Contact>".encode()
    )


def lives(lezer: Lezer, *contacts: bytes, more: bytes = b"") -> list[str | None]:
    """The hashed postcode of a person with these contacts."""
    whole = toewijzing()
    begin = whole.index(b"<jw301:Contactgegevens>")
    end = whole.index(b"<jw301:ToegewezenProducten>")
    inside = b"<jw301:Contactgegevens>" + b"".join(contacts) + b"</jw301:Contactgegevens>"
    reading = lezer.read(whole[:begin] + more + inside + whole[end:])
    found: list[str | None] = reading.tables["client_versie"]["postcode"].to_pylist()
    return found


def test_the_woonadres_is_kept_as_two_hashes(lezer: Lezer) -> None:
    rows = lezer.read(toewijzing()).tables["client_versie"].to_pylist()

    assert rows == [
        {
            "plaats": 2,
            "client": PSEUDONYMS.person(BSN),
            "geboortejaar": 2012,
            "geboortemaand": 5,
            "postcode": PSEUDONYMS.postcode(HERE),
            "postcodegebied": PSEUDONYMS.postcode("9531"),
        }
    ]


@pytest.mark.parametrize(
    ("contacts", "postcode"),
    [
        pytest.param([contact("01", "9531 aa")], HERE, id="written in another way"),
        pytest.param([contact("03", THERE), contact("01", HERE)], HERE, id="after another kind"),
        pytest.param([contact("03", THERE)], None, id="only another kind"),
        pytest.param([], None, id="no contact"),
        pytest.param([contact("01", "onbekend")], None, id="no postcode"),
        pytest.param(
            [contact("01", THERE, "2020-01-01", "2026-02-04"), contact("01", HERE, _DAY)],
            HERE,
            id="the one of this day, not the one before",
        ),
        pytest.param(
            [contact("01", THERE, "2026-02-06"), contact("01", HERE, "2020-01-01", _DAY)],
            HERE,
            id="the one of this day, not the one to come",
        ),
    ],
)
def test_the_postcode_is_that_of_the_woonadres_on_the_day_of_the_message(
    contacts: list[bytes], postcode: str | None, lezer: Lezer
) -> None:
    assert lives(lezer, *contacts) == [postcode and PSEUDONYMS.postcode(postcode)]


def test_the_address_of_a_relatie_is_never_that_of_the_person(lezer: Lezer) -> None:
    relatie = b"<jw301:Relaties><jw301:Relatie><jw301:Contactgegevens>%s</jw301:Contactgegevens>"
    also = b"%s</jw301:Relatie></jw301:Relaties>"
    of_relatie = contact("01", THERE)

    found = lives(lezer, more=relatie % of_relatie + also % of_relatie)

    assert found == [None]


@pytest.mark.parametrize(
    ("written", "year_and_month"),
    [
        pytest.param(_BIRTH, (2012, 5), id="known"),
        pytest.param(_BIRTH + b"<ijw:DatumGebruik>1</ijw:DatumGebruik>", (2012, 5), id="no day"),
        pytest.param(
            _BIRTH + b"<ijw:DatumGebruik>2</ijw:DatumGebruik>", (2012, None), id="no month"
        ),
        pytest.param(
            _BIRTH + b"<ijw:DatumGebruik>3</ijw:DatumGebruik>", (None, None), id="nothing known"
        ),
        pytest.param(b"<ijw:Datum>2012-13-40</ijw:Datum>", (None, None), id="no date"),
        pytest.param(b"", (None, None), id="missing"),
    ],
)
def test_of_a_birth_only_what_is_known_of_year_and_month_is_kept(
    written: bytes, year_and_month: tuple[int | None, int | None], lezer: Lezer
) -> None:
    [row] = lezer.read(toewijzing().replace(_BIRTH, written)).tables["client_versie"].to_pylist()

    assert (row["geboortejaar"], row["geboortemaand"]) == year_and_month


def test_a_person_of_whom_nothing_else_is_accepted_is_not_kept(lezer: Lezer) -> None:
    refused = Toewijzing(1, JAN, date(2025, 1, 1))

    reading = lezer.read(toewijzingsbericht(kop(), Client(BSN), [refused]))

    assert reading.afgekeurd == 1
    assert dict(reading.tables) == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(BSN, "123456789", id="whose BSN fails"),
        pytest.param(">45<", ">02<", id="of whom nothing is accepted"),
    ],
)
def test_a_second_person_is_not_kept_for_what_the_first_was_assigned(
    old: str, new: str, lezer: Lezer
) -> None:
    whole = toewijzing()
    begin, end = whole.index(b"<jw301:Client>"), whole.index(b"</jw301:Bericht>")
    second = whole[begin:end].replace(old.encode(), new.encode())

    reading = lezer.read(whole[:end] + second + whole[end:])

    assert (reading.gelezen, reading.afgekeurd) == (4, 2)
    assert len(reading.tables["client_versie"]) == 1


def test_a_person_with_a_second_bsn_is_nobody(lezer: Lezer) -> None:
    whole = toewijzing()

    reading = lezer.read(
        whole.replace(b"</jw301:Client>", b"<jw301:Bsn>1</jw301:Bsn></jw301:Client>")
    )

    assert (reading.gelezen, reading.tables) == (0, {})
    assert reading.redenen[0].reden.startswith("Bsn staat twee keer in het bericht")

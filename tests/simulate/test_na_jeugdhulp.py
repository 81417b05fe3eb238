"""Who gets an uitkering after youth care in the sample is someone of its messages."""

from itertools import islice
from xml.etree.ElementTree import fromstring

from sdash.simulate import Bericht
from sdash.simulate.naast import NA_JEUGDHULP
from sdash.simulate.personen import bsns
from tests.simulate.lezen import van_code


def _geboren(gemeente: list[Bericht]) -> dict[str, str]:
    """The month of birth (yyyy-mm) of every person with youth care, by BSN."""
    found = {}
    for bericht in van_code(gemeente, "JW301"):
        for client in fromstring(bericht.inhoud).iter():  # noqa: S314  (our own)
            if client.tag.endswith("}Client"):
                told = {part.tag.rpartition("}")[2]: part.text or "" for part in client.iter()}
                found[told["Bsn"]] = told["Datum"][:7]
    return found


def test_an_uitkering_after_youth_care_begins_when_the_person_is_18(
    gemeente: list[Bericht],
) -> None:
    geboren = _geboren(gemeente)
    personen = [*islice(bsns(), max(NA_JEUGDHULP) + 1)]

    for nummer, begin in NA_JEUGDHULP.items():
        assert geboren[personen[nummer]] < f"{begin.year - 18}-{begin.month:02}"

import pytest

from sdash.simulate import Bericht
from tests.simulate.lezen import soort_van, van_code
from tests.simulate.structuur import Soort, fouten

ALLE_SOORTEN = {f"{wet}{code}" for wet in ("JW", "WMO") for code in (301, 305, 307, 315, 323, 325)}


def _fouten(bericht: Bericht, inhoud: bytes) -> list[str]:
    soort = soort_van(bericht)
    return fouten(Soort(soort[:-3].lower(), soort[-3:]), inhoud)


def test_every_message_is_valid(berichten: list[Bericht]) -> None:
    found = [(b.name, _fouten(b, b.inhoud)) for b in berichten]

    assert [one for one in found if one[1]] == []


def test_every_kind_of_message_occurs(berichten: list[Bericht]) -> None:
    assert {soort_van(bericht) for bericht in berichten} == ALLE_SOORTEN


def test_a_message_says_what_its_name_says(berichten: list[Bericht]) -> None:
    wrong = [
        bericht.name
        for bericht in berichten
        if f"Dagtekening>{bericht.name[:10]}</".encode() not in bericht.inhoud
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("was", "wordt"),
    [
        (b"<jw323:BerichtCode>490<", b"<jw323:BerichtCode>484<"),
        (b"<jw323:Ontvanger>1681<", b"<jw323:Ontvanger>0106<"),
        (b"<jw323:BerichtVersie>3</jw323:BerichtVersie>", b""),
        (b"jw323:GeleverdVolume>", b"jw323:Volume>"),
        (b"ijw:DebetCredit>D<", b"ijw:DebetCredit>X<"),
        (b"ijw:Bedrag>", b"jw323:Bedrag>"),
        (b"/ijw/3_2/jw323/", b"/ijw/3_1/jw323/"),
        (b"</jw323:Prestaties>", b"<jw323:Meer/></jw323:Prestaties>"),
    ],
)
def test_the_checker_sees_what_is_wrong(berichten: list[Bericht], was: bytes, wordt: bytes) -> None:
    declaratie = next(b for b in van_code(berichten, "323") if b"/jw323/" in b.inhoud)

    assert _fouten(declaratie, declaratie.inhoud.replace(was, wordt)) != []

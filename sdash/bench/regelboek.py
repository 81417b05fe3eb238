"""The rules of the standard once more, without pydantic: what one value and one record must be."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from typing import Any, Final

Regel = Callable[[str, str], object]
"""The value that a text stands for, in a wet; raises Fout when it may not be there."""
Veld = tuple[str, Regel, bool]
"""An element's name, its rule, and whether it has to be there."""
Samen = Callable[[Mapping[str, Any]], None]
"""Raises Fout when the values of a record do not go together."""

HEEL_GETAL: Final = re.compile("[0-9]{1,12}")
DAG: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
TIJD: Final = re.compile(r"[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?")
EURO: Final = "83"
NUMMERS: Final = (
    *("301", "302", "305", "306", "307", "308", "315", "316"),
    *("317", "318", "319", "320", "323", "325"),
)
CODES: Final = {
    f"{wet}{nummer}": str(code)
    for wet, codes in {
        "jw": dict(
            zip(NUMMERS, (*range(436, 442), *range(446, 448), *range(486, 492)), strict=True)
        ),
        "wmo": dict(
            zip(NUMMERS, (414, 415, *range(418, 422), 444, 445, *range(480, 486)), strict=True)
        ),
    }.items()
    for nummer, code in codes.items()
}
CATEGORIEEN: Final = {
    "jw": {str(nr) for nr in range(31, 56)} - {"39"},
    "wmo": {f"{nr:02d}" for nr in range(1, 19)},
}
NIET_BEWAARD: Final = {
    *("Commentaar", "Raamcontract", "BeschikkingNummer", "BeschikkingIngangsdatum"),
    *("b:Naam", "b:ZorgverlenerCode"),
}
"""Elements of the standard that are read and not kept."""
REDENEN: Final = {
    "jw": {"02", "20", *(str(nr) for nr in range(31, 40))},
    "wmo": {"02", "19", "20", "21", "22", "23", "31", "36", "37", "38", "39"},
}


class Fout(Exception):
    """Something was accepted that should not have been; the message says what."""


def elfproef(bsn: str) -> bool:
    """Whether it is nine digits of which the weighted sum is a multiple of eleven."""
    if not re.fullmatch("[0-9]{9}", bsn) or int(bsn) == 0:
        return False
    return sum((9 - nr) * int(digit) for nr, digit in enumerate(bsn[:8])) % 11 == int(bsn[8])


def dag(text: str, _wet: str = "") -> date:
    """A day of the calendar."""
    try:
        return date.fromisoformat(_form(DAG, text))
    except ValueError:
        raise Fout("geen dag") from None


def tijd(text: str, _wet: str = "") -> time:
    """A time of the day."""
    try:
        return time.fromisoformat(_form(TIJD, text))
    except ValueError:
        raise Fout("geen tijd") from None


def getal(most: int) -> Regel:
    """A whole number up to this one."""

    def rule(text: str, _wet: str) -> int:
        number = int(_form(HEEL_GETAL, text))
        if number > most:
            raise Fout("te groot")
        return number

    return rule


def tekst(most: int) -> Regel:
    """Some text, of this length at most."""

    def rule(text: str, _wet: str) -> str:
        if not 0 < len(text) <= most:
            raise Fout("leeg of te lang")
        return text

    return rule


def een_van(*known: str) -> Regel:
    """A code of a list."""

    def rule(text: str, _wet: str) -> str:
        if text not in known:
            raise Fout("geen bekende code")
        return text

    return rule


def van_wet(known: Mapping[str, set[str]]) -> Regel:
    """A code of the list of its wet."""

    def rule(text: str, wet: str) -> str:
        if text not in known[wet]:
            raise Fout("geen code van deze wet")
        return text

    return rule


def _form(form: re.Pattern[str], text: str) -> str:
    if not form.fullmatch(text):
        raise Fout("niet de goede vorm")
    return text


def op_volgorde(row: Mapping[str, Any]) -> None:
    """It does not end before it begins; a removal ends nothing."""
    begin = row.get("ingangsdatum") if "toewijzingsdatum" in row else row.get("begindatum")
    begin = row["ingangsdatum"] if "referentie" in row else begin
    eind = row["einddatum"]
    if begin is not None and eind is not None and eind < begin and row.get("status") != "3":
        raise Fout("eind voor begin")


def hele_omvang(row: Mapping[str, Any]) -> None:
    """Volume, eenheid and frequentie are all there, or none of them."""
    if len({row[name] is None for name in ("volume", "eenheid", "frequentie")}) > 1:
        raise Fout("de omvang is niet volledig")


def een_maand(row: Mapping[str, Any]) -> None:
    """It lies within one calendar month."""
    begin, eind = row["begin"], row["eind"]
    if begin > eind or f"{begin:%Y-%m}" != f"{eind:%Y-%m}":
        raise Fout("niet in één maand")


def volume_maal_tarief(row: Mapping[str, Any]) -> None:
    """The amount is volume times tarief, where there is one and the volume is no amount itself."""
    tarief = row["tarief"]
    if tarief is not None and row["eenheid"] != EURO and row["bedrag"] != row["volume"] * tarief:
        raise Fout("bedrag is niet volume maal tarief")


NUMMER: Final = getal(999_999_999)
VOLUME: Final = getal(99_999_999)
CATEGORIE: Final = van_wet(CATEGORIEEN)
EENHEID: Final = een_van("01", "04", "14", "16", "82", "83", "84")
PRODUCT: Final[Mapping[str, Veld]] = {
    "categorie": ("b:Categorie", CATEGORIE, False),
    "productcode": ("b:Code", tekst(5), False),
}
OMVANG: Final[Mapping[str, Veld]] = {
    "volume": ("b:Volume", VOLUME, False),
    "eenheid": ("b:Eenheid", EENHEID, False),
    "frequentie": ("b:Frequentie", een_van("1", "2", "4", "6"), False),
    "budget": ("Budget", VOLUME, False),
}
START: Final[Mapping[str, Veld]] = {
    "toewijzing_nummer": ("ToewijzingNummer", NUMMER, False),
    **PRODUCT,
    "ingangsdatum": ("ToewijzingIngangsdatum", dag, False),
    "begindatum": ("Begindatum", dag, True),
    "status": ("StatusAanlevering", een_van("1", "3"), True),
}
BERICHTEN: Final[Mapping[str, tuple[str, str, Mapping[str, Veld]]]] = {
    "301": (
        "ToegewezenProduct",
        "toewijzing_versie",
        {
            "toewijzing_nummer": ("ToewijzingNummer", NUMMER, True),
            **PRODUCT,
            "toewijzingsdatum": ("Toewijzingsdatum", dag, True),
            "toewijzingstijd": ("Toewijzingstijd", tijd, True),
            "ingangsdatum": ("Ingangsdatum", dag, True),
            "einddatum": ("Einddatum", dag, False),
            "reden_wijziging": (
                "RedenWijziging",
                een_van(*(f"{nr:02d}" for nr in range(1, 15))),
                False,
            ),
            **OMVANG,
        },
    ),
    "305": ("StartProduct", "start", START),
    "307": (
        "StopProduct",
        "stop",
        {
            **START,
            "einddatum": ("Einddatum", dag, True),
            "reden_beeindiging": ("RedenBeeindiging", van_wet(REDENEN), True),
        },
    ),
    "315": (
        "AangevraagdProduct",
        "verzoek",
        {
            **PRODUCT,
            "ingangsdatum": ("ToewijzingIngangsdatum", dag, True),
            "einddatum": ("ToewijzingEinddatum", dag, False),
            **OMVANG,
            "verwijzer": ("b:Type", een_van("01", "02", "03", "04", "05", "06", "08"), True),
        },
    ),
    "323": (
        "Prestatie",
        "prestatie",
        {
            "referentienummer": ("b:ReferentieNummer", tekst(20), True),
            "vorig_referentienummer": ("b:VorigReferentieNummer", tekst(20), False),
            "toewijzing_nummer": ("ToewijzingNummer", NUMMER, True),
            "categorie": ("ProductCategorie", CATEGORIE, True),
            "productcode": ("ProductCode", tekst(5), True),
            "begin": ("b:Begindatum", dag, True),
            "eind": ("b:Einddatum", dag, True),
            "volume": ("GeleverdVolume", VOLUME, True),
            "eenheid": ("Eenheid", EENHEID, True),
            "tarief": ("ProductTarief", VOLUME, False),
            "bedrag": ("b:Bedrag", VOLUME, True),
            "debet_credit": ("b:DebetCredit", een_van("C", "D"), True),
        },
    ),
    "325": ("Prestatie", "antwoord", {}),
}
"""By the number of a message: its records, the table that keeps them, and their fields."""

SAMEN: Final[Mapping[str, Sequence[Samen]]] = {
    "301": (op_volgorde, hele_omvang),
    "305": (),
    "307": (op_volgorde,),
    "315": (op_volgorde,),
    "323": (een_maand, volume_maal_tarief),
}

"""The words of the field: wetten, roles, code lists and taakvelden.

Sources: iJw and iWmo release 3.2 (code lists JZ020, WMO020, WJ756, WMO757, COD327, JZ588, WMO588,
JZ002, COD467), Iv3 for the taakvelden from 2025 on.
"""

import re
from enum import StrEnum
from operator import mul
from typing import Final

_NINE_DIGITS: Final = re.compile(r"(?<![0-9])(?=([0-9](?:[.\s]{0,2}[0-9]){8})(?![0-9]))")
"""Also such as overlap; digits that stand among more digits are something else."""


class Wet(StrEnum):
    """The three laws of the social domain: Jeugdwet, Wmo 2015 and Participatiewet."""

    JW = "jw"
    WMO = "wmo"
    PW = "pw"


class Rol(StrEnum):
    """Who looks; each role has one privacy policy."""

    BESTUURDER = "bestuurder"
    CONTROLLER = "controller"
    PRESENTATOR = "presentator"
    BEHEERDER = "beheerder"


ONBEKEND: Final = "onbekend"
WET_NAAM: Final = {Wet.JW: "Jeugd", Wet.WMO: "Wmo", Wet.PW: "Participatie"}

JW_CATEGORIE: Final = {
    "31": "Wijk- of buurtteam",
    "32": "Ambulant op locatie van de aanbieder",
    "33": "Daghulp op locatie van de aanbieder",
    "34": "Jeugdhulp in het netwerk van de jeugdige",
    "35": "Pleegzorg",
    "36": "Gezinsgericht",
    "37": "Gesloten plaatsing",
    "38": "Overig residentieel",
    "40": "Persoonlijke verzorging",
    "41": "Dagbehandeling",
    "42": "Vervoerdiensten",
    "43": "Jeugdhulp verblijf met behandeling",
    "44": "Jeugdhulp verblijf zonder behandeling",
    "45": "Jeugdhulp ambulant",
    "46": "Jeugdhulp crisis",
    "47": "Jeugdreclassering",
    "48": "Jeugdbescherming",
    "49": "Activiteiten preventief justitieel kader",
    "50": "Maatwerkarrangementen jeugd",
    "51": "Generalistische basis-ggz",
    "52": "Specialistische ggz",
    "53": "Kindergeneeskunde",
    "54": "Jeugd-ggz",
    "55": "Landelijk ingekochte zorg",
}
WMO_CATEGORIE: Final = {
    "01": "Hulp bij het huishouden",
    "02": "Begeleiding",
    "03": "Persoonlijke verzorging",
    "04": "Kortdurend verblijf",
    "05": "Woondiensten",
    "06": "Overige ondersteuning individu of huishouden",
    "07": "Dagbesteding",
    "08": "Vervoerdiensten",
    "09": "Overige groepsgerichte ondersteuning",
    "10": "Overige maatwerkarrangementen",
    "11": "Rolstoelen",
    "12": "Vervoervoorzieningen",
    "13": "Woonvoorzieningen",
    "14": "Overige hulpmiddelen",
    "15": "Beschermd wonen",
    "16": "Opvang",
    "17": "Spoedopvang",
    "18": "Overige beschermd wonen en opvang",
}
CATEGORIE: Final = {Wet.JW: JW_CATEGORIE, Wet.WMO: WMO_CATEGORIE}

EENHEID: Final = {
    "01": "minuut",
    "04": "uur",
    "14": "etmaal",
    "16": "dagdeel",
    "82": "stuks (output)",
    "83": "euro",
    "84": "stuks (inspanning)",
}
EENHEID_EURO: Final = "83"
FREQUENTIE: Final = {"1": "per dag", "2": "per week", "4": "per maand", "6": "totaal"}
VERWIJZER: Final = {
    "01": "Gemeente",
    "02": "Huisarts",
    "03": "Jeugdarts",
    "04": "Gecertificeerde instelling",
    "05": "Medisch specialist",
    "06": "Zelfverwijzer of geen verwijzer",
    "08": "Rechter, officier van justitie of justitiële inrichting",
    ONBEKEND: "Onbekend",
}
REDEN_WIJZIGING: Final = frozenset(f"{code:02d}" for code in range(1, 15))
REDEN_NOOIT_BESTAAN: Final = "13"
REDEN_TIJDELIJK: Final = "20"
REDEN_BEEINDIGING: Final = {
    Wet.JW: frozenset({"02", "20", "31", "32", "33", "34", "35", "36", "37", "38", "39"}),
    Wet.WMO: frozenset({"02", "19", "20", "21", "22", "23", "31", "36", "37", "38", "39"}),
}
ANTWOORD_AFGEWEZEN: Final = "1"
REDEN_WOONPLAATSBEGINSEL: Final = "8"
STATUS_EERSTE: Final = "1"
STATUS_VERWIJDEREN: Final = "3"

TAAKVELD: Final = {
    "6.1": ("Samenkracht en burgerparticipatie", None),
    "6.2": ("Toegang en wijkteams", None),
    "6.21": ("Toegang en eerstelijn Wmo", Wet.WMO),
    "6.22": ("Toegang en eerstelijn jeugd", Wet.JW),
    "6.23": ("Toegang en eerstelijn integraal", None),
    "6.3": ("Inkomensregelingen", Wet.PW),
    "6.4": ("WSW en beschut werk", Wet.PW),
    "6.5": ("Arbeidsparticipatie", Wet.PW),
    "6.60": ("Hulpmiddelen en diensten", Wet.WMO),
    "6.711": ("Huishoudelijke hulp", Wet.WMO),
    "6.712": ("Begeleiding", Wet.WMO),
    "6.713": ("Dagbesteding", Wet.WMO),
    "6.714": ("Overige maatwerkarrangementen", Wet.WMO),
    "6.75": ("Jeugdhulp ambulant", Wet.JW),
    "6.76": ("Jeugdhulp met verblijf", Wet.JW),
    "6.791": ("Pgb Wmo", Wet.WMO),
    "6.792": ("Pgb jeugd", Wet.JW),
    "6.811": ("Beschermd wonen", Wet.WMO),
    "6.812": ("Maatschappelijke en vrouwenopvang", Wet.WMO),
    "6.821": ("Jeugdbescherming", Wet.JW),
    "6.822": ("Jeugdreclassering", Wet.JW),
    "6.91": ("Coördinatie en beleid Wmo", Wet.WMO),
    "6.92": ("Coördinatie en beleid jeugd", Wet.JW),
    ONBEKEND: ("Taakveld onbekend", None),
}
"""Taakvelden from 2025 on. 6.751 to 6.753 are 6.75 here, 6.761 to 6.763 are 6.76: the level of
procurement stands on the contract, not in a message."""

_WMO_TAAKVELD: Final = {
    **dict.fromkeys(("05", "08", "11", "12", "13", "14"), "6.60"),
    "01": "6.711",
    **dict.fromkeys(("02", "03", "04", "06"), "6.712"),
    **dict.fromkeys(("07", "09"), "6.713"),
    "10": "6.714",
    "15": "6.811",
    **dict.fromkeys(("16", "17", "18"), "6.812"),
}
_JW_TAAKVELD: Final = {
    "49": "6.22",
    **dict.fromkeys(("32", "40", "41", "42", "45", "51", "52", "53"), "6.75"),
    **dict.fromkeys(("37", "38", "43", "44"), "6.76"),
    "48": "6.821",
    "47": "6.822",
}
_JW_TAAKVELD_CODE: Final = {
    **dict.fromkeys(("46A01", "46B01", "54001", "54002", "54003", "54004", "54016"), "6.75"),
    **dict.fromkeys((*(f"540{nr:02d}" for nr in range(5, 16)), "54017"), "6.76"),
}
FIRST_YEAR_OF_TAAKVELDEN: Final = 2025


def taakveld_rules() -> list[tuple[str, str, str | None, str]]:
    """The mapping from 2025 on as rows (wet, categorie, productcode or None, taakveld)."""
    rules: list[tuple[str, str, str | None, str]] = []
    rules += [(Wet.WMO, categorie, None, veld) for categorie, veld in _WMO_TAAKVELD.items()]
    rules += [(Wet.JW, categorie, None, veld) for categorie, veld in _JW_TAAKVELD.items()]
    rules += [(Wet.JW, code[:2], code, veld) for code, veld in _JW_TAAKVELD_CODE.items()]
    return rules


TAAKVELD_WET: Final = (
    *((begin, Wet.JW) for begin in ("6.22", "6.72", "6.73", "6.74", "6.75", "6.76")),
    *((begin, Wet.JW) for begin in ("6.792", "6.82", "6.92")),
    *((begin, Wet.WMO) for begin in ("6.21", "6.6", "6.71", "6.791", "6.81", "6.91")),
    *((begin, Wet.PW) for begin in ("6.3", "6.4", "6.5")),
)
"""The wet on which a budget row counts, by how its taakveld begins, over all generations of
taakvelden. 6.1, 6.2 and 6.23 belong to no single wet."""


def wet_of_taakveld(taakveld: str) -> Wet | None:
    """The wet on which a budget row counts, or None."""
    return next((wet for begin, wet in TAAKVELD_WET if taakveld.startswith(begin)), None)


def has_bsn(text: str) -> bool:
    """Whether nine digits that pass the eleven-test stand in a text, also with dots or spaces."""
    return any(
        passes_elfproef("".join(filter(str.isdigit, found[1])))
        for found in _NINE_DIGITS.finditer(text)
    )


def passes_elfproef(bsn: str) -> bool:
    """Whether nine digits are a possible BSN: 9a+8b+7c+6d+5e+4f+3g+2h-i is divisible by eleven."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    if len(bsn) != len(weights) or not bsn.isascii() or not bsn.isdigit() or bsn == "000000000":
        return False
    total: int = sum(map(mul, weights, map(int, bsn)))
    return total % 11 == 0

"""The rules of a verzoek om wijziging (317) and of the answer to a verzoek (319), once more."""

from collections.abc import Mapping
from typing import Any, Final

from sdash.bench.regelboek import (
    OMVANG,
    PRODUCT,
    Fout,
    Samen,
    Veld,
    dag,
    een_van,
    getal,
    hele_omvang,
)

AFGEWEZEN: Final = "1"
ELDERS: Final = "8"
WENSEN: Final = {
    "ongewijzigd": "OngewijzigdeProducten/OngewijzigdProduct",
    "te wijzigen": "TeWijzigenProducten/TeWijzigenProduct",
    "nieuw": "NieuweProducten/NieuwProduct",
}
"""Where the products of a verzoek stand, in the order in which they are counted."""


def bij_zijn_wens(row: Mapping[str, Any]) -> None:
    """What stays has a number only, what changes a number and a day, what is new a day."""
    given = {name for name in WIJZIGING if row[name] is not None}
    wens = row["wens"]
    if ("toewijzing_nummer" in given) != (wens != "nieuw"):
        raise Fout("een nummer dat ontbreekt of te veel is")
    if ("ingangsdatum" in given) != (wens != "ongewijzigd"):
        raise Fout("een dag die ontbreekt of te veel is")
    if wens == "ongewijzigd" and given != {"toewijzing_nummer"}:
        raise Fout("een product dat blijft, en toch wijzigt")
    if wens == "te wijzigen" and given & {*PRODUCT}:
        raise Fout("een product dat een ander wordt")
    if row["einddatum"] and row["einddatum"] < row["ingangsdatum"]:
        raise Fout("eind voor begin")


def met_zijn_reden(row: Mapping[str, Any]) -> None:
    """A reason stands at a rejection, and a gemeente at the reason that it should be another's."""
    reden = row["reden_afwijzing"]
    if (row["antwoord"] == AFGEWEZEN) != (reden is not None):
        raise Fout("een reden die ontbreekt of te veel is")
    if row["wet"] == "wmo" and row["gemeente"] is not None:
        raise Fout("een gemeente die er niet hoort")
    if row["wet"] == "jw" and (reden == ELDERS) != (row["gemeente"] is not None):
        raise Fout("een gemeente die ontbreekt of te veel is")


def _gemeente(text: str, _wet: str) -> str:
    if not (len(text) == len("1681") and text.isascii() and text.isdigit()):
        raise Fout("geen gemeente")
    return text


WIJZIGING: Final[Mapping[str, Veld]] = {
    "toewijzing_nummer": ("ToewijzingNummer", getal(999_999_999), False),
    **PRODUCT,
    "ingangsdatum": ("GewensteIngangsdatum", dag, False),
    "einddatum": ("Einddatum", dag, False),
    **OMVANG,
}
ANTWOORD: Final[Mapping[str, Veld]] = {
    "antwoord": ("VerzoekAntwoord", een_van("1", "2"), True),
    "reden_afwijzing": ("RedenAfwijzingVerzoek", een_van(*"123456789"), False),
    "gemeente": ("Gemeente", _gemeente, False),
}
VERZOEKEN: Final[Mapping[str, tuple[str, str, Mapping[str, Veld]]]] = {
    "317": ("Verzoek", "wijziging", WIJZIGING),
    "319": ("Antwoord", "verzoek_antwoord", ANTWOORD),
}
SAMEN_VERZOEKEN: Final[Mapping[str, tuple[Samen, ...]]] = {
    "317": (hele_omvang, bij_zijn_wens),
    "319": (met_zijn_reden,),
}

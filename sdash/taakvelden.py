"""The taakvelden of Iv3 in their three generations: until 2022, 2023 and 2024, and from 2025 on.

Where the mapping of an older generation is not certain, a line stays `onbekend`: until 2022 youth
care was one taakveld beside gedwongen care, in 2023 and 2024 it was divided by kind of care, and
most codes of a message do not say which kind. Sources: Iv3-informatievoorschrift of each year.
"""

from typing import Final, NamedTuple

from sdash.domain import FIRST_YEAR_OF_TAAKVELDEN, TAAKVELD, Wet, taakveld_rules

BEGIN: Final = 2000
"""Before the first year of any file."""
EINDE: Final = 9999
EERSTE: Final = (BEGIN, 2022)
TWEEDE: Final = (2023, FIRST_YEAR_OF_TAAKVELDEN - 1)
DERDE: Final = (FIRST_YEAR_OF_TAAKVELDEN, EINDE)
GENERATIES: Final = (EERSTE, TWEEDE, DERDE)
"""The first and the last year of each."""

ALTIJD: Final = ("6.1", "6.3", "6.4", "6.5")
"""Taakvelden that every generation has."""
OUDER: Final = {
    "6.6": "Maatwerkvoorzieningen Wmo",
    "6.71": "Maatwerkdienstverlening 18+",
    "6.71a": "Huishoudelijke hulp",
    "6.71b": "Begeleiding",
    "6.71c": "Dagbesteding",
    "6.71d": "Overige maatwerkarrangementen",
    "6.72": "Maatwerkdienstverlening 18-",
    "6.72a": "Jeugdhulp begeleiding",
    "6.72b": "Jeugdhulp behandeling",
    "6.72c": "Jeugdhulp dagbesteding",
    "6.72d": "Jeugdhulp zonder verblijf overig",
    "6.73a": "Pleegzorg",
    "6.73b": "Gezinsgericht",
    "6.73c": "Jeugdhulp met verblijf overig",
    "6.74a": "Jeugd behandeling ggz zonder verblijf",
    "6.74b": "Jeugdhulp crisis, LTA en ggz-verblijf",
    "6.74c": "Gesloten plaatsing",
    "6.81": "Geëscaleerde zorg 18+",
    "6.81a": "Beschermd wonen",
    "6.81b": "Maatschappelijke en vrouwenopvang",
    "6.82": "Geëscaleerde zorg 18-",
    "6.82a": "Jeugdbescherming",
    "6.82b": "Jeugdreclassering",
}
NIVEAU: Final = {"1": "lokaal", "2": "regionaal", "3": "landelijk"}
"""The level of procurement, by the last figure of 6.751 to 6.763."""

_ZONDER_GENERATIE: Final = frozenset({"6.2", "6.75", "6.76", "onbekend", *ALTIJD})
_NU: Final = tuple(
    [veld for veld in TAAKVELD if veld not in _ZONDER_GENERATIE]
    + [veld + cijfer for veld in ("6.75", "6.76") for cijfer in NIVEAU]
)

GELDIG: Final = (
    *((veld, BEGIN, EINDE) for veld in ALTIJD),
    ("6.2", BEGIN, TWEEDE[1]),
    ("6.6", BEGIN, TWEEDE[1]),
    *((veld, *EERSTE) for veld in ("6.71", "6.72", "6.81", "6.82")),
    *((veld, *TWEEDE) for veld in OUDER if veld[-1].isalpha()),
    *((veld, *DERDE) for veld in _NU),
)
"""On what can be booked: (taakveld, first year, last year)."""


class Regel(NamedTuple):
    """One row of the mapping: what declaration lines of a product book on, in these years."""

    wet: str
    categorie: str
    productcode: str | None
    taakveld: str
    vanaf_jaar: int
    tot_jaar: int


_TOT_2022: Final = {
    Wet.WMO: {
        **dict.fromkeys(("01", "02", "03", "04", "06", "07", "09", "10"), "6.71"),
        **dict.fromkeys(("11", "12", "13", "14"), "6.6"),
        **dict.fromkeys(("15", "16", "17", "18"), "6.81"),
    },
    Wet.JW: {
        **dict.fromkeys(
            ("32", "33", "34", "35", "36", "38", "40", "41", "42", "43", "44", "45"), "6.72"
        ),
        **dict.fromkeys(("50", "51", "52", "53", "54"), "6.72"),
        **dict.fromkeys(("47", "48"), "6.82"),
    },
}
_2023_2024: Final = {
    Wet.WMO: {
        **dict.fromkeys(("05", "08", "11", "12", "13", "14"), "6.6"),
        "01": "6.71a",
        **dict.fromkeys(("02", "03", "04", "06"), "6.71b"),
        **dict.fromkeys(("07", "09"), "6.71c"),
        "10": "6.71d",
        "15": "6.81a",
        **dict.fromkeys(("16", "17", "18"), "6.81b"),
    },
    Wet.JW: {
        "35": "6.73a",
        "36": "6.73b",
        "37": "6.74c",
        "46": "6.74b",
        "47": "6.82b",
        "48": "6.82a",
        "51": "6.74a",
        "55": "6.74b",
    },
}
_GGZ: Final = {"6.75": "6.74a", "6.76": "6.74b"}
"""Of the codes of jeugd-ggz the newest mapping says whether the child stays there."""


def regels() -> list[Regel]:
    """The mapping of all generations."""
    nu = taakveld_rules()
    ggz = [(wet, soort, code, _GGZ[veld]) for wet, soort, code, veld in nu if soort == "54"]
    return [
        *(_row(wet, soort, veld, EERSTE) for wet, soort, veld in _rows(_TOT_2022)),
        *(_row(wet, soort, veld, TWEEDE) for wet, soort, veld in _rows(_2023_2024)),
        *(Regel(*row, *TWEEDE) for row in ggz),
        *(Regel(*row, *DERDE) for row in nu),
    ]


def _rows(of_wet: dict[Wet, dict[str, str]]) -> list[tuple[Wet, str, str]]:
    return [(wet, soort, veld) for wet, velden in of_wet.items() for soort, veld in velden.items()]


def _row(wet: Wet, soort: str, veld: str, jaren: tuple[int, int]) -> Regel:
    return Regel(str(wet), soort, None, veld, *jaren)


REEKSEN: Final = {
    "Jeugd maatwerk": (("6.72",), ("6.72", "6.73", "6.74"), ("6.75", "6.76", "6.792")),
    "Jeugdbescherming en -reclassering": (("6.82",), ("6.82",), ("6.82",)),
    "Wmo maatwerk": (("6.6", "6.71"), ("6.6", "6.71"), ("6.60", "6.71", "6.791")),
    "Beschermd wonen en opvang": (("6.81",), ("6.81",), ("6.81",)),
    "Toegang en wijkteams": (("6.2",), ("6.2",), ("6.21", "6.22", "6.23")),
    "Samenkracht": (("6.1",), ("6.1",), ("6.1",)),
    "Participatie": (ALTIJD[1:], ALTIJD[1:], ALTIJD[1:]),
    "Coördinatie en beleid": ((), (), ("6.91", "6.92")),
}
"""The crosswalk: sums of taakvelden with one meaning, by generation, as beginnings of their codes.
Before 2025 a pgb stood in the taakveld of its care, and coordination in that of toegang."""

DOORGAAND: Final = frozenset({"Jeugd maatwerk"})
"""The only sum that may be drawn as one line over 2024 and 2025."""


def reeksen() -> list[tuple[str, str, int, int, bool]]:
    """The crosswalk as rows: (reeks, beginning of the taakveld, first year, last year, goes on)."""
    return [
        (reeks, begin, *jaren, reeks in DOORGAAND)
        for reeks, generaties in REEKSEN.items()
        for jaren, velden in zip(GENERATIES, generaties, strict=True)
        for begin in velden
    ]

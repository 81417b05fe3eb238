"""On which taakveld of 2025 and later messages are booked, and of which wet a taakveld is.

Written from the Iv3 table of that generation. Of 6.75 and 6.76 the level of procurement is no part
of a message.
"""

import re

_WMO = {
    "6.60": "05 08 11 12 13 14",
    "6.711": "01",
    "6.712": "02 03 04 06",
    "6.713": "07 09",
    "6.714": "10",
    "6.811": "15",
    "6.812": "16 17 18",
}
_JW = {
    "6.22": "49",
    "6.75": "32 40 41 42 45 51 52 53",
    "6.76": "37 38 43 44",
    "6.821": "48",
    "6.822": "47",
}
_BOOKED = {
    (wet, categorie): veld
    for wet, table in (("wmo", _WMO), ("jw", _JW))
    for veld, categorieen in table.items()
    for categorie in categorieen.split()
}
_WETTEN = {
    "jw": r"6\.22|6\.7[2-4][a-d]?|6\.7[56]\d?|6\.792|6\.82\w?|6\.92",
    "wmo": r"6\.21|6\.60?|6\.71\w?|6\.791|6\.81\w?|6\.91",
    "pw": r"6\.[345]",
}


def taakveld(wet: str, categorie: str | None, code: str | None = None) -> str:
    """That of a categorie; of crisis only two codes are booked, and the rest is onbekend."""
    if wet == "jw" and code in {"46A01", "46B01"}:
        return "6.75"
    return _BOOKED.get((wet, categorie or ""), "onbekend")


def boekveld(veld: str) -> str:
    """The taakveld on which messages can be booked: 6.75 for 6.751."""
    return veld[:4] if veld[:4] in {"6.75", "6.76"} else veld


def is_of(veld: str, wet: str) -> bool:
    """Whether a taakveld is of this wet; some are of no single one."""
    return re.fullmatch(_WETTEN[wet], veld) is not None


def wet_of(veld: str) -> str | None:
    """The one wet of a taakveld."""
    return next((wet for wet in _WETTEN if is_of(veld, wet)), None)

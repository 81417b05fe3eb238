"""What the words of CBS mean, apart from the reader: names, numbers and classes of gemeenten."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from sdash.contracts.gemeenten import GEMEENTE

BRONNAAM: Final[Mapping[str, Mapping[str, str]]] = {
    "iv3": {"regio_code": "gemeenten", "salarissen": "l1_1_salarissen_en_sociale_lasten"},
    "iv3_totalen": {"regio_code": "gemeente"},
    "gemeentekenmerken": {"regio_code": "gemeente"},
    "gemeentefonds": {
        "regio_code": "gemeenten",
        "sociale_basis": "sociale_basisvoorzieningen",
        "wmo": "individuele_voorzieningen_wmo",
        "jeugd": "individuele_voorzieningen_jeugd",
    },
}
"""Their names of columns that have another name with us."""
_CENT: Final = Decimal("0.01")


def _is_gemeente(text: str, code: object) -> bool:
    plain = re.sub(r" \((gemeente|[A-Z.]+)\)$", "", text).casefold()
    names = {text, text.casefold(), plain}
    known = {"NL01": "nederland", **GEMEENTE}.get(str(code), "").casefold()
    return str(code) in names or known in names


def _is_class(text: str, value: object) -> bool:
    return _bare(text) == _bare(str(value or ""))


def _bare(text: str) -> str:
    return re.sub(r"[\s._-]+", "", text).casefold()


def _is_rounded(text: str, value: object) -> bool:
    """What a formula gave, in whole cents."""
    plain = re.fullmatch(r"-?[0-9]+\.[0-9]{3,}", text, re.ASCII)
    return plain is not None and isinstance(value, Decimal) and abs(Decimal(text) - value) < _CENT


BETEKENIS: Final[Mapping[str, Callable[[str, Any], bool]]] = {
    "regio_code": _is_gemeente,
    "taakveld": lambda text, value: text.split()[:1] == [value],
    "stand": lambda text, value: isinstance(value, str) and _bare(value) in _bare(text),
    **dict.fromkeys(
        ("gemeentegrootte", "stedelijkheid", "sociale_structuur", "centrumfunctie"), _is_class
    ),
    **dict.fromkeys(("sociale_basis", "participatie", "wmo", "jeugd"), _is_rounded),
}
"""Whether a cell says what was made of it, where that is not the cell itself."""

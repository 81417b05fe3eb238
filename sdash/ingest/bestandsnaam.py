"""What the name of a file says of all its rows: some sources tell their year nowhere else."""

import re
from typing import Final

from sdash.contracts.base import field_names
from sdash.contracts.iv3 import stand_in
from sdash.ingest.indeling import Indeling
from sdash.ingest.reading import Unreadable

_YEAR: Final = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
_PLAATSING: Final = re.compile(r"([12])e?[ _-]?plaatsing")

_ASKED: Final = {
    "jaar": "over welk jaar het gaat",
    "stand": "of het de begroting, een kwartaal of de rekening is",
}


def from_name(indeling: Indeling, bestand: str) -> dict[str, str]:
    """What holds for every row of a table, by our columns: a koppeling says it, or the name.

    Raises Unreadable when neither of them says what no column does.
    """
    vast = dict(indeling.koppeling.vast) if indeling.koppeling else {}
    names = {own: name for name, own in field_names(indeling.contract).items()}
    for field in sorted(indeling.contract.in_naam):
        name = names[field]
        if name not in indeling.kolommen and name not in vast:
            vast[name] = _said(field, bestand)
    if indeling.contract.in_naam and (found := _PLAATSING.search(bestand.casefold())):
        vast.setdefault("plaatsing", found[1])
    return vast


def _said(field: str, bestand: str) -> str:
    years = {found[0] for found in _YEAR.finditer(bestand)}
    year = years.pop() if len(years) == 1 else None
    if value := {"jaar": year, "stand": stand_in(bestand)}[field]:
        return value
    raise Unreadable(
        f"In dit bestand staat nergens {_ASKED[field]}. Zet dat in een kolom, of in de naam van "
        "het bestand, zoals 2025_begroting.csv of 2023_jaarrekening.csv."
    )

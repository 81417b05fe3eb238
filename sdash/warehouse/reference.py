"""The tables that follow from code lists and settings, filled anew each time they are opened."""

import duckdb
import pyarrow as pa

from sdash.contracts.gemeenten import GEMEENTE
from sdash.contracts.retourcodes import RETOURCODE, VERDACHT
from sdash.domain import (
    CATEGORIE,
    FIRST_YEAR_OF_TAAKVELDEN,
    TAAKVELD,
    TAAKVELD_WET,
    VERWIJZER,
    taakveld_rules,
)
from sdash.settings import Settings


def fill_reference(connection: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    """Fill the empty reference tables."""
    for tabel, rows in _reference(settings).items():
        columns = [pa.array(values) for values in zip(*rows, strict=True)]
        names = [f"kolom_{number}" for number in range(len(columns))]
        connection.register("nieuw", pa.Table.from_arrays(columns, names=names))
        connection.execute(f"INSERT INTO mart.{tabel} SELECT * FROM nieuw")  # noqa: S608
        connection.unregister("nieuw")


def _reference(settings: Settings) -> dict[str, list[tuple[object, ...]]]:
    layer_of = {
        key: number
        for number, laag in enumerate(settings.regenboog, start=1)
        for key in laag.categorieen
    }
    return {
        "product": [
            (str(wet), code, naam, layer_of.get(f"{wet}-{code}"))
            for wet, names in CATEGORIE.items()
            for code, naam in names.items()
        ],
        "taakveld": [(code, naam, wet and str(wet)) for code, (naam, wet) in TAAKVELD.items()],
        "taakveld_regel": [
            (str(wet), categorie, code, veld, FIRST_YEAR_OF_TAAKVELDEN)
            for wet, categorie, code, veld in taakveld_rules()
        ],
        "taakveld_wet": [(begin, str(wet)) for begin, wet in TAAKVELD_WET],
        "laag": [
            (number, laag.naam, laag.casussen, list(laag.taakvelden))
            for number, laag in enumerate(settings.regenboog, start=1)
        ],
        "retourcode": [*(RETOURCODE | VERDACHT).items()],
        "verwijzer": [*VERWIJZER.items()],
        "gemeentenaam": [*GEMEENTE.items()],
    }

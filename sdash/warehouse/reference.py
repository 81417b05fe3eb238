"""The tables that follow from code lists and settings, filled anew each time they are opened."""

from typing import Final

import duckdb
import pyarrow as pa

from sdash.contracts.gemeenten import GEMEENTE
from sdash.contracts.retourcodes import RETOURCODE, VERDACHT
from sdash.domain import (
    CATEGORIE,
    TAAKVELD,
    TAAKVELD_WET,
    VERWIJZER,
    wet_of_taakveld,
)
from sdash.settings import Settings
from sdash.taakvelden import GELDIG, OUDER, reeksen, regels

REFERENCE_TABLES: Final = """
CREATE OR REPLACE TABLE mart.product (
    wet VARCHAR NOT NULL, categorie VARCHAR NOT NULL, naam VARCHAR NOT NULL, laag INTEGER
);
CREATE OR REPLACE TABLE mart.productgroep (productcode VARCHAR NOT NULL, naam VARCHAR NOT NULL);
CREATE OR REPLACE TABLE mart.taakveld (
    taakveld VARCHAR NOT NULL, naam VARCHAR NOT NULL, wet VARCHAR
);
CREATE OR REPLACE TABLE mart.taakveld_regel (
    wet VARCHAR NOT NULL, categorie VARCHAR NOT NULL, productcode VARCHAR,
    taakveld VARCHAR NOT NULL, vanaf_jaar INTEGER NOT NULL, tot_jaar INTEGER NOT NULL
);
CREATE OR REPLACE TABLE mart.taakveld_jaar (
    taakveld VARCHAR NOT NULL, vanaf_jaar INTEGER NOT NULL, tot_jaar INTEGER NOT NULL
);
CREATE OR REPLACE TABLE mart.taakveld_reeks (
    reeks VARCHAR NOT NULL, "begin" VARCHAR NOT NULL, vanaf_jaar INTEGER NOT NULL,
    tot_jaar INTEGER NOT NULL, doorgaand BOOLEAN NOT NULL
);
CREATE OR REPLACE TABLE mart.taakveld_wet ("begin" VARCHAR NOT NULL, wet VARCHAR NOT NULL);
CREATE OR REPLACE TABLE mart.laag (
    volgnr INTEGER NOT NULL, naam VARCHAR NOT NULL, casussen BOOLEAN NOT NULL,
    taakvelden VARCHAR[] NOT NULL
);
CREATE OR REPLACE TABLE mart.teamdoel (
    band_laag DOUBLE, band_hoog DOUBLE, toen_jaar INTEGER, toen_stand BIGINT, toen_aandeel DOUBLE
);
CREATE OR REPLACE TABLE mart.grondslag (huishoudens BOOLEAN NOT NULL);
CREATE OR REPLACE TABLE mart.norm (soort VARCHAR NOT NULL, weken INTEGER NOT NULL);
CREATE OR REPLACE TABLE mart.trendregel (regel INTEGER NOT NULL, kans DOUBLE NOT NULL);
CREATE OR REPLACE TABLE mart.trendvraag (onderwerp VARCHAR NOT NULL, vraag VARCHAR NOT NULL);
CREATE OR REPLACE TABLE mart.trenddoel (
    reeks VARCHAR NOT NULL, doel DOUBLE NOT NULL, minstens BOOLEAN NOT NULL
);
CREATE OR REPLACE TABLE mart.reden (
    richting VARCHAR NOT NULL, code VARCHAR NOT NULL, naam VARCHAR NOT NULL
);
CREATE OR REPLACE TABLE mart.retourcode (code VARCHAR NOT NULL, omschrijving VARCHAR NOT NULL);
CREATE OR REPLACE TABLE mart.verwijzer (code VARCHAR NOT NULL, naam VARCHAR NOT NULL);
CREATE OR REPLACE TABLE mart.gemeentenaam (regio_code VARCHAR NOT NULL, naam VARCHAR NOT NULL);
"""


def fill_reference(connection: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    """Fill the empty reference tables."""
    for tabel, rows in _reference(settings).items():
        if not rows:
            continue
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
        "productgroep": [
            *{c: naam for naam, codes in settings.productgroepen.items() for c in codes}.items()
        ],
        "taakveld": [
            *((code, naam, wet and str(wet)) for code, (naam, wet) in TAAKVELD.items()),
            *((code, naam, str(wet_of_taakveld(code))) for code, naam in OUDER.items()),
        ],
        "taakveld_regel": [*regels()],
        "taakveld_jaar": [*GELDIG],
        "taakveld_reeks": [*reeksen()],
        "taakveld_wet": [(begin, str(wet)) for begin, wet in TAAKVELD_WET],
        "laag": [
            (number, laag.naam, laag.casussen, list(laag.taakvelden))
            for number, laag in enumerate(settings.regenboog, start=1)
        ],
        "teamdoel": [_goal(settings)],
        "grondslag": [(bool(settings.grondslag_huishoudens),)],
        "norm": [*settings.normen.per_soort().items()],
        **settings.trends.rows(),
        "reden": [
            (richting, *pair)
            for richting, redenen in settings.redenen.items()
            for pair in redenen.items()
        ],
        "retourcode": [*(RETOURCODE | VERDACHT).items()],
        "verwijzer": [*VERWIJZER.items()],
        "gemeentenaam": [*GEMEENTE.items()],
    }


def _goal(settings: Settings) -> tuple[object, ...]:
    """What the sociale teams are laid beside, as far as there is something."""
    laag, hoog = settings.sociale_teams.casussen_per_fte or (None, None)
    toen = settings.toen
    return (laag, hoog, *((toen.jaar, toen.casussen, toen.aandeel) if toen else (None,) * 3))

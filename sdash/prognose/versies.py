"""The versions of toewijzingen as columns of numbers."""

from typing import Any, Final, TypedDict

import numpy as np
import pyarrow as pa

from sdash.prognose import kolommen
from sdash.prognose.kolommen import NOOIT, OPEN, Getallen, Nummers, Waarden

BUDGET: Final = -1
"""Where the price of a budget stands, which is 1."""
CENT: Final = 100
DAGEN: Final = 365
PER_DAG: Final = {"1": 1.0, "2": 1 / 7}
PER_MAAND: Final = "4"


class Versies(TypedDict):
    """A column a field of a toewijzing, as `Stof` says them."""

    groep: Nummers
    artikel: Nummers
    van: Nummers
    tot: Nummers
    gestopt: Nummers
    gestopt_bekend: Nummers
    per_dag: Getallen
    per_maand: Waarden
    bekend: Nummers
    bekend_tot: Nummers
    eerst: Nummers


def versies(rows: pa.Table, groep: Nummers, artikel: Nummers, begin: int) -> Versies:
    """The columns of the versions that are not removed; months count from `begin`."""
    ontvangen = kolommen.maanden(rows["ontvangen"]) - begin
    has_volume = kolommen.is_er(rows["volume"])
    van, tot = kolommen.dagen(rows["ingangsdatum"]), kolommen.dagen(rows["einddatum"])
    dagen = np.where(tot < OPEN, np.maximum(tot - van + 1, 1), DAGEN)
    staat = ~np.asarray(rows["verwijderd"], np.bool_)
    return Versies(
        groep=groep[staat],
        artikel=np.where(has_volume, artikel, BUDGET)[staat],
        van=van[staat],
        tot=tot[staat],
        gestopt=kolommen.dagen(rows["gestopt"])[staat],
        gestopt_bekend=_maand(rows["gestopt_bekend"], begin)[staat],
        per_dag=_rate(rows, has_volume, dagen)[staat],
        per_maand=(has_volume & kolommen.is_een(rows["frequentie"], PER_MAAND))[staat],
        bekend=ontvangen[staat],
        bekend_tot=_maand(rows["tot"], begin)[staat],
        eerst=_eerst(rows, ontvangen)[staat],
    )


def _maand(column: Any, begin: int) -> Nummers:  # noqa: ANN401  (pyarrow publishes no types)
    maanden = kolommen.maanden(column)
    return np.where(maanden == NOOIT, NOOIT, maanden - begin)


def _eerst(rows: pa.Table, ontvangen: Nummers) -> Nummers:
    """The month in which the first version of the same toewijzing came."""
    _, which = np.unique(
        kolommen.soorten(rows["wet"], rows["toewijzing_nummer"]), return_inverse=True
    )
    first = np.full(len(rows), NOOIT)
    np.minimum.at(first, which, ontvangen)
    return first[which]


def _rate(rows: pa.Table, has_volume: Waarden, dagen: Nummers) -> Getallen:
    """What may be delivered in a day (in a month, for a frequentie per month)."""
    keer = 1 / dagen
    for frequentie, per_dag in {**PER_DAG, PER_MAAND: 1.0}.items():
        keer = np.where(kolommen.is_een(rows["frequentie"], frequentie), per_dag, keer)
    volume = kolommen.getallen(rows["volume"]) * keer
    return np.where(has_volume, volume, kolommen.getallen(rows["budget"]) / CENT / dagen)

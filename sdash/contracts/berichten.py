"""All contracts together: those of messages, of files and of ours, each by its ledger table."""

from typing import Final

from sdash.contracts.base import Contract
from sdash.contracts.bestanden import BESTANDEN
from sdash.contracts.declaratie import Antwoord, Declaratie, Prestatie
from sdash.contracts.intrekking import Intrekking
from sdash.contracts.persoon import ClientVersie
from sdash.contracts.retour import Retour
from sdash.contracts.toewijzing import (
    AangevraagdProduct,
    StartProduct,
    StopProduct,
    ToegewezenProduct,
)
from sdash.contracts.trendnotitie import Trendnotitie
from sdash.contracts.verwijdering import Verwijdering
from sdash.contracts.wijziging import VerzochtProduct, VerzoekAntwoord

BERICHTEN: Final[tuple[type[Contract], ...]] = (
    ToegewezenProduct,
    ClientVersie,
    StartProduct,
    StopProduct,
    AangevraagdProduct,
    VerzochtProduct,
    VerzoekAntwoord,
    Declaratie,
    Prestatie,
    Antwoord,
    Retour,
)
ALLE: Final[tuple[type[Contract], ...]] = (
    *BERICHTEN,
    *BESTANDEN,
    Intrekking,
    Trendnotitie,
    Verwijdering,
)
CONTRACTS: Final = {contract.tabel: contract for contract in ALLE}

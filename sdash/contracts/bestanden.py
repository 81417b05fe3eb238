"""All files that sdash reads, one contract each. The column names are the source's own."""

from collections.abc import Set as AbstractSet
from typing import Final

from sdash.contracts.base import Contract, field_names
from sdash.contracts.ervaring import Clientervaring
from sdash.contracts.gebied import Kaartpunt, Kerncijfer, Postcode
from sdash.contracts.geld import (
    Begroting,
    Betaling,
    EigenBijdrage,
    Reserve,
    Subsidie,
    TaakgerichteKosten,
)
from sdash.contracts.huishoudens import Leefgebied, Plan
from sdash.contracts.inkoop import Aanbieder, Inkoopcontract, Tarief
from sdash.contracts.inwoner import Huishouden, Pgb, Traject, Uitkering
from sdash.contracts.iv3 import Gemeentefonds, Gemeentekenmerk, Iv3, Iv3Totaal
from sdash.contracts.signalen import Medicatie, Verwijzing, Vroegsignaal
from sdash.contracts.teams import Casus, Casustaak, Formatie, Team, Wijkteam
from sdash.contracts.wachten import Wachttijd, WmoMelding

BESTANDEN: Final[tuple[type[Contract], ...]] = (
    Begroting,
    Aanbieder,
    Team,
    Casus,
    Casustaak,
    Postcode,
    Kerncijfer,
    Kaartpunt,
    Inkoopcontract,
    Tarief,
    Formatie,
    Wijkteam,
    Uitkering,
    Traject,
    Pgb,
    TaakgerichteKosten,
    Subsidie,
    EigenBijdrage,
    Reserve,
    Betaling,
    Verwijzing,
    Medicatie,
    Vroegsignaal,
    Huishouden,
    Leefgebied,
    Plan,
    Wachttijd,
    WmoMelding,
    Clientervaring,
    Iv3,
    Iv3Totaal,
    Gemeentefonds,
    Gemeentekenmerk,
)
BY_SOORT: Final = {contract.soort: contract for contract in BESTANDEN}


def required(contract: type[Contract]) -> set[str]:
    """The columns that a file of this contract must have."""
    fields = contract.model_fields
    return {
        name
        for name, own in field_names(contract).items()
        if fields[own].is_required() and own not in contract.in_naam
    }


def contract_of(columns: AbstractSet[str]) -> type[Contract] | None:
    """The contract of which these are the columns, all that it needs and none that it lacks."""
    return next(
        (
            contract
            for contract in BESTANDEN
            if required(contract) <= columns <= field_names(contract).keys()
        ),
        None,
    )

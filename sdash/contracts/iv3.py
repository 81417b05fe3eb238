"""What all gemeenten publish: Iv3, the gemeentefonds, and what kind of gemeente each of them is."""

import re
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Final, Literal, get_args

from pydantic import BeforeValidator, Field

from sdash.contracts import notatie
from sdash.contracts.base import TECHNISCH, Amount, Contract, Digits, Empty, refuse
from sdash.contracts.gemeenten import code_of
from sdash.contracts.velden import Jaar, JaNee, Tekst, Verwacht

Stand = Literal["begroting", "kwartaal 1", "kwartaal 2", "kwartaal 3", "kwartaal 4", "rekening"]
Grootte = Literal[
    "minder dan 5.000 inwoners",
    "5.000 tot 10.000 inwoners",
    "10.000 tot 20.000 inwoners",
    "20.000 tot 50.000 inwoners",
    "50.000 tot 100.000 inwoners",
    "100.000 tot 150.000 inwoners",
    "150.000 tot 250.000 inwoners",
    "250.000 inwoners of meer",
]
Stedelijkheid = Literal[
    "niet stedelijk",
    "weinig stedelijk",
    "matig stedelijk",
    "sterk stedelijk",
    "zeer sterk stedelijk",
]
Structuur = Literal["goed", "redelijk", "matig", "zwak"]
Centrumfunctie = Literal["zonder", "weinig", "redelijk", "sterk"]

_SPACES: Final = re.compile(r"[\s._-]+")
_QUARTER: Final = re.compile(
    r"(?<![a-z])(?:kwartaal|kw|k|q)[ _-]?([1-4])(?![0-9])|(?<![0-9])([1-4])e?[ _-]?kwartaal"
)
_TAAKVELDEN: Final = (
    "0.1 0.2 0.3 0.4 0.5 0.61 0.62 0.63 0.64 0.7 0.8 0.9 0.10 0.11 1.1 1.2 2.1 2.2 2.3 2.4 2.5 "
    "3.1 3.2 3.3 3.4 4.1 4.2 4.3 5.1 5.2 5.3 5.4 5.5 5.6 5.7 7.1 7.2 7.3 7.4 7.5 8.1 8.2 8.3 "
    "6.1 6.2 6.21 6.22 6.23 6.3 6.4 6.5 6.6 6.60 6.71 6.71a 6.71b 6.71c 6.71d 6.711 6.712 6.713 "
    "6.714 6.72 6.72a 6.72b 6.72c 6.72d 6.73 6.73a 6.73b 6.73c 6.74 6.74a 6.74b 6.74c 6.751 6.752 "
    "6.753 6.761 6.762 6.763 6.791 6.792 6.81 6.81a 6.81b 6.811 6.812 6.82 6.82a 6.82b 6.821 6.822 "
    "6.91 6.92"
)
IV3_TAAKVELD: Final = frozenset(_TAAKVELDEN.split())
"""The taakvelden of all three generations: until 2022, of 2023 and 2024, and from 2025 on."""
_MOST: Final = 12
"""Digits of an amount before the comma: more than all gemeenten together spend."""


def stand_in(text: str) -> str | None:
    """The report that a text names: `2023_jaarrekening.csv` is of the accounts."""
    said = text.casefold()
    if found := _QUARTER.search(said):
        return f"kwartaal {found[1] or found[2]}"
    return next((word for word in ("begroting", "rekening") if word in said), None)


def _gemeente(value: object) -> object:
    code = code_of(value) if isinstance(value, str) else None
    if value and code is None:
        raise refuse(TECHNISCH, "is geen bekende gemeente")
    return code


def _taakveld(value: object) -> object:
    """The code before the words: `6.22 Toegang en eerstelijnsvoorz. Jeugd`."""
    code = value.split()[0] if isinstance(value, str) and value.strip() else ""
    if code and code not in IV3_TAAKVELD:
        raise refuse(TECHNISCH, "is geen bekend taakveld")
    return code


def _stand(value: object) -> object:
    return stand_in(value) or value if isinstance(value, str) else value


def _cents(value: object) -> object:
    """Some publish what a formula gave, with fourteen decimals."""
    amount = notatie.number(value) if isinstance(value, str) else None
    if amount is None or abs(amount) >= Decimal(10) ** _MOST:
        return value
    return amount.quantize(Decimal("0.01"))


def _word(kind: Any) -> BeforeValidator:  # noqa: ANN401  (a Literal has no type of its own)
    """One of some words, however it is written: CBS leaves out spaces and points."""
    plain = {_SPACES.sub("", word): word for word in get_args(kind)}

    def folded(value: object) -> object:
        if not isinstance(value, str):
            return value
        return plain.get(_SPACES.sub("", value).casefold(), value) or None

    return BeforeValidator(folded)


Gemeente = Annotated[
    str,
    BeforeValidator(_gemeente),
    Verwacht("de naam of CBS-code van een gemeente, zoals Assen of GM0106"),
]
Duizenden = Annotated[
    Amount, Field(max_digits=14, decimal_places=4), Verwacht("een bedrag in duizenden euro")
]
Fonds = Annotated[
    Amount,
    BeforeValidator(_cents),
    Field(max_digits=14, decimal_places=2),
    Verwacht("een bedrag in euro"),
]
LegeDuizenden = Annotated[Duizenden | None, Empty]
LeegFonds = Annotated[Fonds | None, Empty]
Inwoners = Annotated[
    int, Field(ge=0, le=100_000_000), Digits, Verwacht("een heel getal van 0 of meer, zoals 12")
]
"""Also those of the whole country."""
LeegAantal = Annotated[Inwoners | None, Empty]
LegeTekst = Annotated[Tekst | None, Empty]
LegeGrootte = Annotated[Grootte | None, _word(Grootte)]
LegeStedelijkheid = Annotated[Stedelijkheid | None, _word(Stedelijkheid)]
LegeStructuur = Annotated[Structuur | None, _word(Structuur)]
LegeCentrumfunctie = Annotated[Centrumfunctie | None, _word(Centrumfunctie)]
Iv3Taakveld = Annotated[
    str, BeforeValidator(_taakveld), Verwacht("een taakveld van Iv3 met zijn nummer voorop")
]
Iv3Stand = Annotated[Stand, BeforeValidator(_stand)]


class Iv3(Contract):
    """What one gemeente reported on one taakveld, as CBS publishes it: in thousands of euros."""

    tabel: ClassVar[str] = "iv3_regel"
    soort: ClassVar[str] = "iv3"
    sleutel: ClassVar[tuple[str, ...]] = ("jaar", "stand", "plaatsing", "regio_code", "taakveld")
    in_naam: ClassVar[frozenset[str]] = frozenset({"jaar", "stand"})

    jaar: Jaar = Field(description="jaar; mag ook in de naam van het bestand staan")
    stand: Iv3Stand = Field(
        description="begroting, kwartaal 1 tot en met 4, of rekening; mag ook in de naam staan"
    )
    plaatsing: Annotated[Literal["1", "2"] | None, Empty] = Field(
        default=None, description="1 of 2: hoe vaak CBS deze stand al plaatste; de tweede telt"
    )
    regio_code: Gemeente = Field(alias="gemeenten", description="naam of CBS-code, of Nederland")
    taakveld: Iv3Taakveld = Field(description="taakveld, zoals 6.22 Toegang en eerstelijn Jeugd")
    lasten: Duizenden = Field(description="lasten in duizenden euro")
    baten: Duizenden = Field(description="baten in duizenden euro")
    salarissen: LegeDuizenden = Field(
        default=None,
        alias="l1_1_salarissen_en_sociale_lasten",
        description="waarvan salarissen (categorie L1.1)",
    )
    provincie: LegeTekst = Field(default=None, description="provincie")
    gemeentegrootte: LegeGrootte = Field(default=None, description="grootteklasse van CBS")
    stedelijkheid: LegeStedelijkheid = Field(default=None, description="stedelijkheid volgens CBS")
    inwonertal: LeegAantal = Field(default=None, description="inwoners")
    centrumfunctie: LegeCentrumfunctie = Field(default=None, description="centrumfunctie")
    sociale_structuur: LegeStructuur = Field(default=None, description="sociale structuur")


class Iv3Totaal(Contract):
    """Lasten of one gemeente added up over taakvelden, as sdash compares them."""

    tabel: ClassVar[str] = "iv3_totaal_regel"
    soort: ClassVar[str] = "iv3_totalen"
    sleutel: ClassVar[tuple[str, ...]] = ("jaar", "stand", "regio_code")

    jaar: Jaar = Field(description="jaar")
    stand: Iv3Stand = Field(description="begroting, kwartaal 1 tot en met 4, of rekening")
    regio_code: Gemeente = Field(alias="gemeente", description="naam of CBS-code")
    jeugd_maatwerk: Duizenden = Field(description="6.72 tot en met 6.76 en 6.792, × 1.000 euro")
    jeugd_gedwongen: Duizenden = Field(description="6.82, × 1.000 euro")
    wmo: Duizenden = Field(description="6.6, 6.71 en 6.791, × 1.000 euro")
    opvang: Duizenden = Field(description="6.81: beschermd wonen en opvang, × 1.000 euro")
    participatie: Duizenden = Field(description="6.3, 6.4 en 6.5, × 1.000 euro")
    samenkracht: Duizenden = Field(description="6.1, × 1.000 euro")
    toegang: Duizenden = Field(description="6.2, × 1.000 euro")
    beleid: Duizenden = Field(description="6.9, × 1.000 euro")


class Gemeentefonds(Contract):
    """What the gemeentefonds reckons for one gemeente, by cluster, as one circulaire says it."""

    tabel: ClassVar[str] = "gemeentefonds_regel"
    soort: ClassVar[str] = "gemeentefonds"
    sleutel: ClassVar[tuple[str, ...]] = ("circulaire_jaar", "regio_code")

    circulaire_jaar: Annotated[
        str,
        Field(pattern=r"^[MSD]20[0-9]{2}_20[0-9]{2}$"),
        Verwacht("een circulaire met het jaar waarover zij gaat, zoals S2024_2025"),
    ] = Field(description="circulaire (M, S of D met haar jaar) en jaar, zoals S2024_2025")
    regio_code: Gemeente = Field(alias="gemeenten", description="naam of CBS-code")
    sociale_basis: Fonds = Field(
        alias="sociale_basisvoorzieningen", description="cluster sociale basisvoorzieningen, euro"
    )
    participatie: Fonds = Field(description="cluster participatie, euro")
    wmo: Fonds = Field(
        alias="individuele_voorzieningen_wmo", description="cluster individuele Wmo, euro"
    )
    jeugd: Fonds = Field(
        alias="individuele_voorzieningen_jeugd", description="cluster individuele jeugd, euro"
    )
    bestuur_en_ondersteuning: LeegFonds = Field(default=None, description="cluster, euro")
    orde_en_veiligheid: LeegFonds = Field(default=None, description="cluster, euro")
    onderwijs: LeegFonds = Field(default=None, description="cluster, euro")
    sport: LeegFonds = Field(
        default=None, alias="sport_cultuur_en_recreatie", description="cluster, euro"
    )
    ruimte: LeegFonds = Field(
        default=None, alias="infrastructuur_ruimte_en_milieu", description="cluster, euro"
    )
    overig: LeegFonds = Field(default=None, description="cluster, euro")
    overige_eigen_middelen: LeegFonds = Field(default=None, description="aftrek, euro")
    onroerendezaakbelasting: LeegFonds = Field(default=None, description="aftrek, euro")
    totaal: LeegFonds = Field(default=None, description="alles samen, euro")


class Gemeentekenmerk(Contract):
    """What kind of gemeente one is in a year: by this gemeenten are compared."""

    tabel: ClassVar[str] = "gemeentekenmerk_regel"
    soort: ClassVar[str] = "gemeentekenmerken"
    sleutel: ClassVar[tuple[str, ...]] = ("jaar", "regio_code")

    jaar: Jaar = Field(description="jaar")
    regio_code: Gemeente = Field(alias="gemeente", description="naam of CBS-code")
    provincie: LegeTekst = Field(description="provincie")
    inwoners: Inwoners = Field(description="inwoners op 1 januari")
    jongeren: LeegAantal = Field(description="jongeren, zoals bron zegt; leeg als niet bekend")
    gemeentegrootte: LegeGrootte = Field(description="grootteklasse van CBS")
    stedelijkheid: LegeStedelijkheid = Field(description="stedelijkheid volgens CBS")
    sociale_structuur: LegeStructuur = Field(description="sociale structuur: goed tot zwak")
    centrumfunctie: LegeCentrumfunctie = Field(description="centrumfunctie: zonder tot sterk")
    centrumgemeente: Annotated[JaNee | None, Empty] = Field(
        description="ja als zij beschermd wonen en opvang voor een regio betaalt; leeg als onbekend"
    )
    bron: Tekst = Field(description="wie deze cijfers publiceert")

"""What the figures of households are called and mean."""

from typing import Final

from sdash.measures.measure import CBS, Measure
from sdash.measures.measure import personen as _personen

_BRON: Final = "huishoudens en uitkeringen, eigen bestanden; toewijzingen"
_GEBIEDEN: Final = "leefgebieden, eigen bestand van de teams"
_PLANNEN: Final = "plannen, eigen bestand"
_NIET_OPTELLEN: Final = (
    "Tel verschillende grafieken niet op: wie twee voorzieningen heeft, telt bij beide."
)


def _huishoudens(label: str, definitie: str, bron: str = _BRON) -> Measure:
    return Measure(label, "huishoudens", "aantal", definitie, bron)


def _aandeel(definitie: str, bron: str = _BRON) -> Measure:
    return Measure("Aandeel", "% van de huishoudens", "aandeel", definitie, bron)


_MET: Final = "Huishoudens waarvan iemand op de peildatum zorg of een uitkering heeft."
_GEVALLEN: Final = (
    "Huishoudens, of casussen zonder bekend huishouden, met een probleem op de peildatum."
)

HUISHOUDENS: Final[dict[str, Measure]] = {
    "mensen": _personen("Mensen", "Mensen met zorg of een uitkering op de peildatum."),
    "geteld": _personen("In een bekend huishouden", "Mensen van wie het huishouden bekend is."),
    "huishoudens/kern.zonder": _personen(
        "Huishouden onbekend", "Mensen met zorg of een uitkering die in geen huishouden staan."
    ),
    "dubbel": _personen(
        "In twee huishoudens",
        "Mensen die het bestand op de peildatum in twee huishoudens zet; zij tellen in dat waar "
        "zij het laatst kwamen.",
    ),
    "huishoudens/kern.huishoudens": _huishoudens("Huishoudens", _MET),
    "een_wet": _huishoudens("Met één wet", f"{_MET} Alles onder één wet."),
    "meer_wetten": _huishoudens("Met twee of drie wetten", f"{_MET} Onder twee of drie wetten."),
    "meer_aandeel": Measure(
        "Deel met twee of drie wetten",
        "% van de huishoudens",
        "aandeel",
        "Huishoudens met twee of drie wetten, als deel van alle huishoudens met zorg of een "
        "uitkering.",
        _BRON,
        formule="met twee of drie wetten ÷ huishoudens",
    ),
    "huishoudens/wetten.huishoudens": _huishoudens(
        "Huishoudens", f"{_MET} Elk huishouden staat bij één combinatie. {_NIET_OPTELLEN}"
    ),
    "huishoudens/wetten.mensen": _personen(
        "Mensen daarin", "Wie in die huishoudens zelf zorg of een uitkering heeft."
    ),
    "huishoudens/wetten.samen": _huishoudens("Alle combinaties", _MET),
    "huishoudens/wetten.aandeel": _aandeel("Deel van alle huishoudens met een combinatie."),
    **{
        f"huishoudens/{query}.{column}": measure
        for query in ("leefgebieden", "problemen")
        for column, measure in {
            "huishoudens": _huishoudens("Huishoudens of casussen", _GEVALLEN, _GEBIEDEN),
            "samen": _huishoudens("Alle huishoudens of casussen", _GEVALLEN, _GEBIEDEN),
            "aandeel": _aandeel(
                "Deel van alle huishoudens of casussen met een probleem.", _GEBIEDEN
            ),
        }.items()
    },
    "huishoudens/aanbieders.huishoudens": _huishoudens(
        "Huishoudens", "Huishoudens waar op de peildatum zoveel aanbieders zorg geven."
    ),
    "huishoudens/aanbieders.samen": _huishoudens(
        "Alle met een aanbieder", "Huishoudens waar op de peildatum een aanbieder zorg geeft."
    ),
    "huishoudens/aanbieders.aandeel": _aandeel("Deel van de huishoudens met een aanbieder."),
    "huishoudens/plannen.huishoudens": _huishoudens(
        "Huishoudens", "Huishoudens met twee of drie wetten op de peildatum.", _PLANNEN
    ),
    "huishoudens/plannen.samen": _huishoudens(
        "Alle met meer wetten", "Huishoudens met twee of drie wetten op de peildatum.", _PLANNEN
    ),
    "huishoudens/plannen.aandeel": _aandeel(
        "Deel van de huishoudens met twee of drie wetten.", _PLANNEN
    ),
    "huishoudens/stapeling.huishoudens": _huishoudens(
        "Met een voorziening", "Huishoudens met een voorziening in het half jaar."
    ),
    "enkel": _huishoudens("Met één voorziening", "Huishoudens met één soort voorziening."),
    "gestapeld": _huishoudens(
        "Met twee of meer",
        "Huishoudens met twee of meer soorten voorzieningen in het half jaar: een productcategorie "
        "van Jeugdwet of Wmo, of een regeling van de Participatiewet.",
    ),
    "alle": _huishoudens("Alle huishoudens", "Alle huishoudens van de gemeente.", CBS),
    "huishoudens/stapeling.aandeel": _aandeel(
        "Huishoudens met twee of meer voorzieningen, als deel van alle huishoudens.",
        f"{_BRON}; {CBS}",
    ),
}

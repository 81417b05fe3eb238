"""What the figures of comparing gemeenten are called and mean."""

from typing import Final

from sdash.measures.measure import Measure

IV3: Final = "Iv3, CBS"
FONDS: Final = "gemeentefonds, Rijksoverheid"
_HOOFD: Final = "euro per inwoner of jongere"


def _hoofd(label: str, definitie: str, bron: str = IV3) -> Measure:
    return Measure(label, _HOOFD, "euro", definitie, bron)


def _aantal(label: str, definitie: str) -> Measure:
    return Measure(label, "gemeenten", "aantal", definitie, IV3)


def _deel(label: str, definitie: str) -> Measure:
    return Measure(label, "% van voorliggend en maatwerk", "aandeel", definitie, IV3)


def _verschil(label: str, definitie: str) -> Measure:
    return Measure(label, "% van de begroting", "aandeel", definitie, IV3)


_LEVERDEN: Final = _aantal("Gemeenten", "Gemeenten die dit verslag aanleverden.")

VERGELIJKEN: Final[dict[str, Measure]] = {
    "lasten": Measure("Lasten", "euro", "euro", "Lasten in het Iv3-verslag, bruto.", IV3),
    "per_hoofd": _hoofd(
        "Per inwoner of jongere",
        "Lasten in het Iv3-verslag, gedeeld door inwoners of jongeren. De overhead staat in Iv3 op "
        "een ander taakveld en zit er niet in.",
    ),
    "saldo": _hoofd("Na aftrek van baten", "Lasten min baten, zoals bijdragen van het Rijk."),
    "fonds": _hoofd(
        "Gemeentefonds",
        "Wat het gemeentefonds voor dit onderdeel rekent, in de nieuwste circulaire over het jaar. "
        "Het is geen budget: de gemeente beslist zelf. Bijstand betaalt het Rijk apart (BUIG).",
        FONDS,
    ),
    "rang": Measure(
        "Plek", "plek", "aantal", "Plek van hoog naar laag: 1 geeft het meest uit.", IV3
    ),
    "vergelijken/kern.aantal": _LEVERDEN,
    "vergelijken/standen.aantal": _LEVERDEN,
    "mediaan_lijkend": _hoofd(
        "Andere gemeenten", "De middelste van de gemeenten waarmee wordt vergeleken."
    ),
    "aantal_lijkend": _aantal(
        "Aantal andere", "Gemeenten waarmee wordt vergeleken en die aanleverden."
    ),
    "kwartiel_laag": _hoofd("Laagste kwart", "Een kwart van alle gemeenten zit hieronder."),
    "mediaan_land": _hoofd("Nederland", "De middelste van alle gemeenten."),
    "kwartiel_hoog": _hoofd("Hoogste kwart", "Een kwart van alle gemeenten zit hierboven."),
    "vergelijken/waarschuwingen.aantal_lijkend": _aantal(
        "Aantal andere", "Andere gemeenten waarvoor dit geldt, voor zover dat te zien is."
    ),
    "vergelijken/waarschuwingen.aantal": _aantal(
        "Van", "Gemeenten waarmee wordt vergeleken en die aanleverden."
    ),
    "vergelijken/realisatie.verschil": _verschil(
        "Rekening boven begroting", "Lasten in de rekening, boven die in de eerste begroting."
    ),
    "mediaan_verschil": _verschil(
        "Rekening boven begroting, Nederland", "Hetzelfde bij de middelste gemeente."
    ),
    "deel_boven": Measure(
        "Meer dan een tiende erboven",
        "% van de gemeenten",
        "aandeel",
        "Gemeenten waar de rekening meer dan 10 % boven de eerste begroting uitkwam.",
        IV3,
    ),
    "vergelijken/realisatie.aantal": _aantal(
        "Gemeenten", "Gemeenten waarvan de begroting en de rekening van dat jaar bekend zijn."
    ),
    "voorliggend": _hoofd("Voorliggend", "Samenkracht (6.1) en toegang (6.2), lasten per inwoner."),
    "maatwerk": _hoofd(
        "Maatwerk",
        "Wmo en jeugd, lasten per inwoner; zonder beschermd wonen, opvang, jeugdbescherming en "
        "jeugdreclassering.",
    ),
    "deel_voorliggend": _deel(
        "Deel voorliggend", "Voorliggend, gedeeld door voorliggend en maatwerk samen."
    ),
    "voorliggend_lijkend": _hoofd("Voorliggend, anderen", "Hetzelfde bij de middelste andere."),
    "maatwerk_lijkend": _hoofd("Maatwerk, anderen", "Hetzelfde bij de middelste andere."),
    "deel_lijkend": _deel("Deel voorliggend, anderen", "Hetzelfde bij de middelste andere."),
}

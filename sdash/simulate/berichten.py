"""The messages about care: 301, 305, 307 and 315, each from what it tells."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sdash.domain import REDEN_NOOIT_BESTAAN, Wet
from sdash.simulate.personen import Persoon
from sdash.simulate.xml import Kop, tekst
from sdash.simulate.zorg import Toewijzing

STRAAT: Final = "Voorbeeldstraat"
PLAATS: Final = "Voorbeelddorp"
ZELFSTANDIG: Final = 18
VRIJE_TEKST: Final = 97
"""One in so many toewijzingen carries free text."""
MET_OUDER: Final = 9
"""One in so many children has a parent in the message."""
ELDERS: Final = "9999XX"


@dataclass(frozen=True, slots=True)
class Regie:
    """A start or a stop, as an aanbieder reports it."""

    persoon: Persoon
    toewijzing: Toewijzing
    status: str
    begin: date
    eind: date | None = None
    reden: str | None = None
    met_nummer: bool = True


def _geboortedatum(kop: Kop, dag: date) -> str:
    return kop.m("Geboortedatum", kop.b("Datum", f"{dag}"))


def _naam(kop: Kop, persoon: Persoon, *, gebruik: bool) -> str:
    return kop.m(
        "Naam",
        kop.b("Geslachtsnaam", kop.b("Achternaam", tekst(persoon.achternaam))),
        kop.b("Voorletters", persoon.voorletters),
        kop.b("NaamGebruik", "1") if gebruik else "",
    )


def _persoon(kop: Kop, persoon: Persoon, *, gebruik: bool = False) -> str:
    return (
        kop.m("Bsn", persoon.bsn)
        + _geboortedatum(kop, persoon.geboren)
        + kop.m("Geslacht", persoon.geslacht)
        + _naam(kop, persoon, gebruik=gebruik)
    )


def _contact(kop: Kop, postcode: str | None, huisnummer: int) -> str:
    adres = ""
    if postcode:
        adres = kop.m(
            "Adres",
            kop.b("Huis", kop.b("Huisnummer", f"{huisnummer}")),
            kop.b("Postcode", postcode),
            kop.b("Straatnaam", STRAAT),
            kop.b("Plaatsnaam", PLAATS),
            kop.b("LandCode", "NL"),
        )
    return kop.m("Contact", kop.m("Soort", "01"), adres)


def _ouder(kop: Kop, persoon: Persoon) -> str:
    """A parent, for some of the children."""
    minderjarig = persoon.geboren + timedelta(days=ZELFSTANDIG * 365) > kop.dagtekening
    if kop.wet is not Wet.JW or not minderjarig or persoon.nummer % MET_OUDER:
        return ""
    relatie = kop.m(
        "Relatie",
        kop.m("Nummer", f"R{persoon.nummer}"),
        kop.m("Soort", "04"),
        _naam(kop, persoon, gebruik=True),
        _contact(kop, ELDERS, persoon.huisnummer),
    )
    return kop.m("Relaties", relatie)


def _product(kop: Kop, toewijzing: Toewijzing) -> str:
    if toewijzing.vorm == "generiek":
        return ""
    code = kop.b("Code", toewijzing.product.code) if toewijzing.vorm == "specifiek" else ""
    return kop.m("Product", kop.b("Categorie", toewijzing.product.categorie), code)


def _omvang(kop: Kop, toewijzing: Toewijzing) -> str:
    if toewijzing.budget is not None:
        return ""
    return kop.m(
        "Omvang",
        kop.b("Volume", f"{toewijzing.volume}"),
        kop.b("Eenheid", toewijzing.product.eenheid),
        kop.b("Frequentie", toewijzing.product.frequentie),
    )


def _als(kop: Kop, naam: str, waarde: object) -> str:
    return "" if waarde is None else kop.m(naam, f"{waarde}")


def _toegewezen(kop: Kop, toewijzing: Toewijzing) -> str:
    eind = toewijzing.ingang if toewijzing.reden == REDEN_NOOIT_BESTAAN else toewijzing.eind
    opmerking = None if toewijzing.nummer % VRIJE_TEKST else "Fictief: overleg met Fictief-0000"
    return kop.m(
        "ToegewezenProduct",
        kop.m("ToewijzingNummer", f"{toewijzing.nummer}"),
        _als(kop, "ReferentieAanbieder", toewijzing.referentie),
        _product(kop, toewijzing),
        kop.m("Toewijzingsdatum", f"{toewijzing.datum}"),
        kop.m("Toewijzingstijd", f"{toewijzing.tijd}"),
        kop.m("Ingangsdatum", f"{toewijzing.ingang}"),
        _als(kop, "Einddatum", eind),
        _als(kop, "RedenWijziging", toewijzing.reden),
        _omvang(kop, toewijzing),
        _als(kop, "Budget", toewijzing.budget),
        _als(kop, "Commentaar", opmerking),
    )


def bericht_301(kop: Kop, persoon: Persoon, toewijzingen: Iterable[Toewijzing]) -> bytes:
    """What the gemeente assigns to a client at one aanbieder."""
    toegewezen = (_toegewezen(kop, toewijzing) for toewijzing in toewijzingen)
    client = kop.m(
        "Client",
        _persoon(kop, persoon, gebruik=True),
        _ouder(kop, persoon),
        kop.m("Contactgegevens", _contact(kop, persoon.postcode, persoon.huisnummer)),
        kop.m("ToegewezenProducten", *toegewezen),
    )
    return kop.bericht(client)


def _sleutel(kop: Kop, regie: Regie) -> str:
    """By which the reader finds the toewijzing: its number, or else product and first day."""
    toewijzing = regie.toewijzing
    nummer = toewijzing.nummer if regie.met_nummer else None
    return (
        _als(kop, "ToewijzingNummer", nummer)
        + _product(kop, toewijzing)
        + kop.m("ToewijzingIngangsdatum", f"{toewijzing.ingang}")
        + kop.m("Begindatum", f"{regie.begin}")
    )


def bericht_305(kop: Kop, starts: Iterable[Regie]) -> bytes:
    """That care began, for one client."""
    starts = list(starts)
    producten = (
        kop.m("StartProduct", _sleutel(kop, start), kop.m("StatusAanlevering", start.status))
        for start in starts
    )
    persoon = _persoon(kop, starts[0].persoon)
    return kop.bericht(kop.m("Client", persoon, kop.m("StartProducten", *producten)))


def bericht_307(kop: Kop, stops: Iterable[Regie]) -> bytes:
    """That care ended or was interrupted, for one client."""
    stops = list(stops)
    producten = (
        kop.m(
            "StopProduct",
            _sleutel(kop, stop),
            kop.m("RedenBeeindiging", f"{stop.reden}"),
            kop.m("Einddatum", f"{stop.eind}"),
            kop.m("StatusAanlevering", stop.status),
        )
        for stop in stops
    )
    persoon = _persoon(kop, stops[0].persoon)
    return kop.bericht(kop.m("Client", persoon, kop.m("StopProducten", *producten)))


def bericht_315(kop: Kop, persoon: Persoon, toewijzing: Toewijzing, verwijzer: str) -> bytes:
    """That an aanbieder asks for what the gemeente will assign."""
    product = kop.m(
        "AangevraagdProduct",
        _als(kop, "ReferentieAanbieder", toewijzing.referentie),
        _product(kop, toewijzing),
        kop.m("ToewijzingIngangsdatum", f"{toewijzing.ingang}"),
        _omvang(kop, toewijzing),
        _als(kop, "Budget", toewijzing.budget),
        kop.m(
            "Verwijzer", kop.b("Type", verwijzer), kop.b("Naam", "Verwijzer Voorbeeld (fictief)")
        ),
        kop.m("Raamcontract", "1"),
    )
    gezag = kop.m("GezagsdragerBekend", "1") if kop.wet is Wet.JW else ""
    aanvraag = kop.m("AangevraagdeProducten", product)
    return kop.bericht(kop.m("Client", _persoon(kop, persoon), gezag, aanvraag))

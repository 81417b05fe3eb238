"""Messages that the simulator does not send, made out of those that it does; and envelopes."""

import base64
import re
from collections.abc import Callable, Mapping
from random import Random
from typing import Final
from xml.sax.saxutils import escape

from sdash.bench.regelboek import CODES

RETOUR_VAN: Final = {"301": "302", "305": "306", "307": "308", "315": "316"}
RETOUR_VAN_VERZOEK: Final = {"317": "318", "319": "320"}
_JUDGED: Final = re.compile(
    rb"(</\w+:(?:Client|Relatie|Contact|Verzoek|Antwoord|Woonplaatsbeginsel"
    rb"|(?:Toegewezen|Start|Stop|Aangevraagd|Ongewijzigd|TeWijzigen|Nieuw)Product)>)"
)
_CODES: Final = ("0200", "0200", "0200", "0233", "9074", "8021 9384", "S300")
_AANVRAAG: Final = re.compile(
    rb"<(?P<p>\w+):AangevraagdProduct><\w+:ReferentieAanbieder>(?P<ref>[^<]*)<.*?"
    rb"(?P<product><\w+:Product>.*?</\w+:Product>).*?"
    rb"<\w+:ToewijzingIngangsdatum>(?P<dag>[^<]*)<",
    re.DOTALL,
)


def afgeleid(soort: str, bericht: bytes, rng: Random) -> Mapping[str, bytes]:
    """By kind, the messages that can follow from one: its return, and of a 315 a 317 and a 319."""
    wet, nummer = soort[:-3], soort[-3:]
    found = {nummer: bericht}
    if nummer == "315":
        found |= {"317": wijziging(bericht, rng), "319": antwoord(bericht, rng)}
    answers = {**RETOUR_VAN, **RETOUR_VAN_VERZOEK}
    found |= {answers[one]: retour(made, rng) for one, made in found.items() if one in answers}
    del found[nummer]
    return {f"{wet}{one}": made for one, made in found.items() if made}


def retour(bericht: bytes, rng: Random) -> bytes:
    """The return message of a message, with retourcodes at each of its levels."""
    wet, nummer = _kind(bericht)
    soort = f"{wet}{ {**RETOUR_VAN, **RETOUR_VAN_VERZOEK}[nummer] }"
    found = re.search(rb":Identificatie>([^<]*)<.*?:Dagtekening>([^<]*)<", bericht)
    answered = found.groups() if found else (b"1", b"2026-01-01")
    p = soort.encode()
    asked = (
        b"<%b:IdentificatieRetour>%b</%b:IdentificatieRetour>" % (p, answered[0], p),
        b"<%b:DagtekeningRetour>%b</%b:DagtekeningRetour>" % (p, answered[1], p),
    )
    head, end, rest = _renamed(bericht, soort).partition(b"</%b:Header>" % p)
    rest = _JUDGED.sub(lambda tag: _judged(p, rng) + tag[1], rest)
    return head + b"".join(asked) + _judged(p, rng) + end + rest


def _judged(prefix: bytes, rng: Random) -> bytes:
    said = "".join(
        f"<{prefix.decode()}:RetourCode>{code}</{prefix.decode()}:RetourCode>"
        for code in rng.choice(_CODES).split()
    )
    return b"<%b:RetourCodes>%b</%b:RetourCodes>" % (prefix, said.encode(), prefix)


def wijziging(verzoek: bytes, rng: Random) -> bytes:
    """A 317 of the person of a 315: some products stay, one changes, one is new."""
    p = f"{_kind(verzoek)[0]}317"
    found = _AANVRAAG.search(verzoek)
    bsn = re.search(rb"Bsn>([^<]*)<", verzoek)
    if found is None or bsn is None:
        return b""
    dag, product = found["dag"].decode(), found["product"].decode()
    stays = "".join(
        _element(p, "OngewijzigdProduct", _element(p, "ToewijzingNummer", number))
        for number in rng.sample(range(1, 999), rng.randint(1, 3))
    )
    changes = _element(p, "ToewijzingNummer", 1000) + _element(p, "GewensteIngangsdatum", dag)
    inside = (
        _element(p, "Bsn", bsn[1].decode()),
        f"<{p}:Verzoek>" + _element(p, "ReferentieAanbieder", found["ref"].decode()),
        _element(p, "RedenVerzoek", rng.choice("12")),
        _element(p, "OngewijzigdeProducten", stays),
        _element(p, "TeWijzigenProducten", _element(p, "TeWijzigenProduct", changes)),
        f"<{p}:NieuweProducten><{p}:NieuwProduct>{_renamed(product.encode(), p).decode()}",
        _element(p, "GewensteIngangsdatum", dag),
        f"</{p}:NieuwProduct></{p}:NieuweProducten></{p}:Verzoek>",
    )
    return _with_content(verzoek, p, _element(p, "Client", "".join(inside)))


def antwoord(verzoek: bytes, rng: Random) -> bytes:
    """A 319 on a 315: granted, refused, or for another gemeente."""
    wet, _ = _kind(verzoek)
    p = f"{wet}319"
    found = _AANVRAAG.search(verzoek)
    if found is None:
        return b""
    said = rng.choice("12")
    reden = rng.choice("3578") if said == "1" else ""
    inside = _element(p, "ReferentieAanbieder", found["ref"].decode())
    inside += _element(p, "VerzoekAntwoord", said)
    inside += _element(p, "RedenAfwijzingVerzoek", reden) if reden else ""
    if reden == "8" and wet == "jw":
        inside += _element(p, "Woonplaatsbeginsel", _element(p, "Gemeente", "0106"))
    made = _with_content(verzoek, p, _element(p, "Antwoord", inside)).decode()
    both = {"Afzender": "Ontvanger", "Ontvanger": "Afzender"}
    return re.sub("Afzender|Ontvanger", lambda name: both[name[0]], made).encode()


def _element(prefix: str, name: str, content: object) -> str:
    return f"<{prefix}:{name}>{content}</{prefix}:{name}>"


def _kind(bericht: bytes) -> tuple[str, str]:
    found = re.search(rb"<(jw|wmo)([0-9]{3}):Bericht", bericht)
    return (found[1].decode(), found[2].decode()) if found else ("jw", "315")


def _renamed(bericht: bytes, soort: str) -> bytes:
    """Another kind of message, with the code that belongs to it."""
    named = re.sub(rb"\b(?:jw|wmo)[0-9]{3}\b", soort.encode(), bericht)
    return re.sub(rb"(BerichtCode>)[0-9]+", rb"\g<1>" + CODES[soort].encode(), named)


def _with_content(bericht: bytes, soort: str, content: str) -> bytes:
    head, _, _ = _renamed(bericht, soort).partition(b"<%b:Client>" % soort.encode())
    return head + content.encode() + b"</%b:Bericht>" % soort.encode()


def _around(namespace: str, content: bytes) -> bytes:
    head = (
        f'<g:ggk_Di01 xmlns:g="{namespace}" xmlns:s="http://www.egem.nl/StUF/StUF0301">'
        "<g:stuurgegevens><s:zender><s:organisatie>Afzender</s:organisatie></s:zender>"
        "<s:tijdstipBericht>20260205120000</s:tijdstipBericht></g:stuurgegevens>"
        "<g:parameters><g:bericht><g:xmlBestand>"
    )
    tail = "</g:xmlBestand></g:bericht></g:parameters></g:ggk_Di01>"
    return head.encode() + content + tail.encode()


def _bare(bericht: bytes) -> bytes:
    """A message without its XML declaration."""
    return re.sub(rb"\A\s*<\?xml[^>]*\?>\s*", b"", bericht)


def _ggk0210(bericht: bytes) -> bytes:
    """In base64, as most systems send it."""
    return _around("http://www.stufstandaarden.nl/koppelvlak/ggk0210", base64.b64encode(bericht))


def _ggk0310(bericht: bytes) -> bytes:
    """In base64 as well, of the other koppelvlak."""
    return _around("http://www.stufstandaarden.nl/koppelvlak/ggk0310", base64.b64encode(bericht))


def _als_element(bericht: bytes) -> bytes:
    """As an element."""
    return _around("http://www.stufstandaarden.nl/koppelvlak/ggk0310", _bare(bericht))


def _als_tekst(bericht: bytes) -> bytes:
    """As text."""
    text = escape(bericht.decode("utf-8", "replace")).encode()
    return _around("http://www.stufstandaarden.nl/koppelvlak/ggk0210", text)


def _soap(bericht: bytes) -> bytes:
    """An envelope in an envelope."""
    head = b'<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>'
    return head + _ggk0210(bericht) + b"</e:Body></e:Envelope>"


ENVELOPPEN: Final[Mapping[str, Callable[[bytes], bytes]]] = {
    "ggk0210": _ggk0210,
    "ggk0310": _ggk0310,
    "als element": _als_element,
    "als tekst": _als_tekst,
    "soap": _soap,
}
"""The ways in which an envelope carries a message."""

"""Whom and what we are compared with: the filters of it, and what they answer in sentences."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from sdash import format as fmt
from sdash.queries import vergelijken
from sdash.ui import data, viewer
from sdash.ui.data import Vraag

if TYPE_CHECKING:
    from sdash.queries import preventie

LABELS: Final = {
    "onderdeel": "Onderdeel",
    "iv3": "Iv3",
    "groep": "Vergelijk met",
    "noemer": "Per",
}
BARS: Final = {
    "vergelijken": ("onderdeel", "iv3", "groep", "noemer"),
    "preventie": ("groep",),
}
ONDERDELEN: Final = {
    "jeugd": "Jeugd",
    "wmo": "Wmo zonder opvang",
    "wmo_opvang": "Wmo met beschermd wonen en opvang",
    "participatie": "Participatie",
    "basis": "Sociale basis en toegang",
}
GROEPEN: Final = {
    "lijkend": "Gemeenten zoals wij",
    "grootte": "Gemeenten van onze grootte",
    "stedelijkheid": "Even stedelijke gemeenten",
    "structuur": "Gemeenten met onze sociale structuur",
    "provincie": "Gemeenten in onze provincie",
    "land": "Alle gemeenten",
}
NOEMERS: Final = {"inwoners": "Per inwoner", "jongeren": "Per jongere"}
FIXED: Final = {"onderdeel": ONDERDELEN, "groep": GROEPEN, "noemer": NOEMERS}
A_FEW: Final = 10
"""A report of fewer gemeenten than this is no comparison, and is not chosen first."""
BRON: Final = "Iv3 en gemeentekenmerken, CBS; gemeentefonds, Rijksoverheid"
REGEL: Final = (
    "Gemeenten zoals wij: die met dezelfde grootteklasse, stedelijkheid en sociale structuur. Zijn "
    "dat er minder dan acht, dan die met ten minste twee van de drie."
)
NIET_IN_BERICHTEN: Final = (
    "In onze berichten staan geen pgb, toegang, beleid, taakgerichte zorg, hulpmiddelen zonder "
    "bericht en eigen bijdragen. Iv3 telt die wel; de overhead staat in Iv3 op een ander taakveld."
)
FONDS: Final = (
    "Het gemeentefonds is een rekensom van het Rijk en geen budget. Bijstand (BUIG) en beschermd "
    "wonen en opvang betaalt het Rijk apart; daarom ligt het fonds bij participatie veel lager."
)
CAN_AND_CANNOT: Final = (
    (
        "Dit laat zien hoe het geld verdeeld is, niet of het een door het ander komt: meer "
        "voorliggend en minder maatwerk in hetzelfde jaar is nog geen bewijs dat preventie werkt."
    ),
    (
        "In 2025 veranderden de taakvelden: pgb en beleid kregen een eigen plek. Vergelijk daarom "
        "niet over de streep heen; naast andere gemeenten in hetzelfde jaar kan wel."
    ),
    "Taakveld 6.1 bevat sinds 2022 ook de opvang van ontheemden, die het Rijk betaalt.",
)
WARNED: Final = {
    "centrum": (
        "Wij zijn waarschijnlijk centrumgemeente: wij betalen beschermd wonen en opvang voor een "
        "hele regio. Vergelijk de Wmo zonder opvang."
    ),
    "verdeling": (
        "Ambulante jeugdhulp en verblijf zijn in precies dezelfde delen over lokaal, regionaal en "
        "landelijk verdeeld. Dat is een rekensleutel: vergelijk alleen het totaal van jeugd."
    ),
    "een_taakveld": (
        "Bijna alle ambulante jeugdhulp staat op een van de vier taakvelden van 6.72. Vergelijk "
        "alleen het totaal van jeugd."
    ),
    "nul": (
        "Op pgb Wmo (6.791) en beleid (6.91 en 6.92) staat niets. Die kosten zitten dan in andere "
        "taakvelden, die daardoor hoger lijken."
    ),
    "betaald": (
        "Meer dan de helft van samenkracht (6.1) wordt door anderen betaald, zoals het Rijk voor "
        "de opvang van ontheemden. De lasten zeggen daar weinig."
    ),
}


def options(key: str) -> dict[str, str]:
    """The codes of a filter with their words, the first of which is nobody's choice."""
    return FIXED.get(key) or _reports()


def _reports() -> dict[str, str]:
    asked = Vraag(vergelijken.standen, vergelijken.Gemeente(gemeente=_ours()))
    found = sorted(data.rows(asked), key=lambda row: (row.aantal < A_FEW, -row.jaar))
    some = [(row.jaar, row.stand) for row in found] or [(viewer.today().year, "begroting")]
    return {f"{jaar} {stand}": f"{stand.capitalize()} {jaar}" for jaar, stand in some}


def values(codes: Mapping[str, str]) -> dict[str, Any]:
    """What queries are asked beside the codes themselves: whose figures, and of which report."""
    if "groep" not in codes:
        return {}
    jaar, _, stand = codes.get("iv3", "").partition(" ")
    report = {"jaar": int(jaar), "stand": stand} if stand else {}
    return {"gemeente": _ours(), **report}


def said(words: Mapping[str, str]) -> str:
    """The selection as a reader would say it."""
    chosen = [words[key] for key in ("onderdeel", "iv3", "noemer") if key in words]
    if not chosen or words["groep"] != GROEPEN["lijkend"]:
        chosen.append(f"naast {words['groep']}")
    return ", ".join(chosen).capitalize()


def antwoord(
    kern: Sequence[vergelijken.Kern], codes: Mapping[str, str], words: Mapping[str, str]
) -> str:
    """Where we stand, in one sentence."""
    row = next((row for row in kern if row.onderdeel == codes["onderdeel"]), None)
    if row is None or row.per_hoofd is None:
        return "Voor deze keuze is er geen Iv3 van onze gemeente; lever een bestand van CBS aan."
    where = f"plek {fmt.number(row.rang or 0)} van {fmt.number(row.aantal)} gemeenten"
    ours = f"{words['iv3']}: {fmt.euro(row.per_hoofd)} {words['noemer'].lower()} voor"
    told = f"{ours} {_small(words['onderdeel'])}, {where}"
    if row.mediaan_lijkend is None:
        return f"{told}."
    kind = "die op ons lijken" if codes.get("groep") == "lijkend" else "ernaast"
    others = f"de middelste van de {fmt.number(row.aantal_lijkend)} gemeenten {kind}"
    return f"{told}; {others}: {fmt.euro(row.mediaan_lijkend)}."


def waarschuwingen(
    found: Sequence[vergelijken.Waarschuwing], realisatie: Sequence[vergelijken.Realisatie]
) -> list[str]:
    """What one must know before comparing, in sentences."""
    return [REGEL, *_warned(found), *_realised(realisatie[-1:]), FONDS, NIET_IN_BERICHTEN]


def _realised(rows: Sequence[vergelijken.Realisatie]) -> Iterator[str]:
    """What a budget was worth in the newest year of which both are known."""
    for row in rows:
        more = "meer" if row.verschil >= 0 else "minder"
        told = f"In {row.jaar} gaven wij {fmt.percent(abs(row.verschil), 1)} {more} uit dan begroot"
        if row.aantal < A_FEW:
            yield f"{told}: een begroting is nog geen rekening."
            continue
        above = f"{fmt.percent(row.deel_boven)} van {fmt.number(row.aantal)} gemeenten"
        yield f"{told}; {above} kwam meer dan 10 % boven de eerste begroting uit."


def _warned(found: Sequence[vergelijken.Waarschuwing]) -> Iterator[str]:
    for row in found:
        if row.eigen:
            yield WARNED[row.code]
    centrum = next((row for row in found if row.code == "centrum" and row.aantal_lijkend), None)
    if centrum:
        many = f"{fmt.number(centrum.aantal_lijkend)} van de {fmt.number(centrum.aantal)}"
        yield f"Van de andere gemeenten zijn er {many} waarschijnlijk zelf centrumgemeente."


def verschuiving(jaren: Sequence["preventie.Jaar"]) -> str:
    """How much of the money comes before maatwerk in the newest report, in one sentence."""
    row = next((row for row in reversed(jaren) if row.deel_voorliggend is not None), None)
    if row is None or row.deel_voorliggend is None:
        return "Er is geen Iv3 van onze gemeente; lever een bestand van CBS aan."
    told = (
        f"{row.stand.capitalize()} {row.jaar}: van elke € 100 voor voorliggend en maatwerk gaat "
        f"{fmt.euro(row.deel_voorliggend * 100)} naar voorliggend"
    )
    if row.deel_lijkend is None:
        return f"{told}."
    return f"{told}; bij de middelste gemeente ernaast {fmt.euro(row.deel_lijkend * 100)}."


def _small(words: str) -> str:
    return words if words.startswith("Wmo") else words.lower()


def _ours() -> str:
    return f"GM{viewer.settings().gemeente}"

"""Who sends people to care, in words: the first answer, what a POH shows, and how to read it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final, TypeVar

from sdash import format as fmt
from sdash.prognose.student import quantile
from sdash.queries import verwijzers
from sdash.queries.caseload import PeriodeWet
from sdash.sql import Query, Row
from sdash.ui.data import Vraag
from sdash.ui.keuze import Keuze
from sdash.ui.koppen import TE_WEINIG, Kop

R = TypeVar("R", bound=Row)

BRON: Final = "toewijzingen en aanvragen (301, 315)"
PRAKTIJKEN: Final = "bestand met verwijzingen van huisartsenpraktijken"
MEDICIJNEN: Final = "bestand met jaarcijfers van medicijnen"
DYSLEXIE: Final = "Dyslexie"
ZEKER: Final = 0.975
"""Of both sides together 95 %."""
BUITEN: Final = (
    "Huisartsen: wat doet de POH zelf, en voor wie verwijst u nog naar jeugdhulp?",
    "Wachten kinderen nu bij de POH die eerder bij een aanbieder wachtten?",
    "Scholen: wie meldt kinderen met dyslexie aan, en wat hielp er al in de klas?",
)
_LEZEN: Final = (
    (
        "Mensen tellen bij elke verwijzer één keer. Wie twee verwijzers heeft, telt bij beide: de "
        "aandelen mogen niet worden opgeteld."
    ),
    (
        "Alleen de aanvraag van een aanbieder (315) noemt de verwijzer. Bij een toewijzing zonder "
        "aanvraag, zoals een verlenging, is hij onbekend; er wordt niets geraden. Onbekend staat "
        "niet als lijn in de grafiek, wel in de tabel."
    ),
    (
        "Per kwartaal, en niet per maand: per maand zijn de groepen zo klein dat bijna niets "
        "getoond mag worden."
    ),
    (
        "De vergelijking laat zien of verwijzingen anders veranderden waar een POH kwam. Zij "
        "bewijst niet dat het door de POH komt, en een besparing is er niet een op een aan te "
        "koppelen (dat bleek ook in Leudal): praktijken kozen zelf, en meer verandert er tegelijk."
    ),
)


def vraag(keuze: Keuze, query: Query[PeriodeWet, R]) -> Vraag[PeriodeWet, R]:
    """A query about the chosen year, as far as it has come and is kept."""
    return keuze(query, van=max(date(keuze.jaar, 1, 1), keuze.vanaf))


def zin(kern: verwijzers.Kern, jaar: int) -> str:
    """How many of the people were sent by a huisarts, in one sentence."""
    if kern.clienten is None or kern.huisarts is None:
        return f"{jaar}: wie mensen verwees, is niet te tonen: {fmt.HIDDEN}."
    if not kern.clienten:
        return f"In {jaar} begon nog geen toewijzing."
    said = f"In {jaar} verwees de huisarts {fmt.number(kern.huisarts)} van"
    return f"{said} {fmt.number(kern.clienten)} mensen met een nieuwe toewijzing."


def koppen(kern: verwijzers.Kern, groepen: Sequence[verwijzers.Groep]) -> list[tuple[str, Kop]]:
    """All of them, those of a huisarts, those of nobody knows whom, and those with dyslexie."""
    return [
        ("Mensen met een nieuwe toewijzing", _counted(kern.clienten, "in dit jaar")),
        ("Door de huisarts verwezen", _part(kern.huisarts, kern.clienten)),
        ("Verwijzer onbekend", _part(kern.onbekend, kern.clienten)),
        (DYSLEXIE, _dyslexie(kern, groepen)),
    ]


def _dyslexie(kern: verwijzers.Kern, groepen: Sequence[verwijzers.Groep]) -> Kop:
    if not kern.groepen:
        return Kop("–", basis="welke productcodes dit zijn, is niet ingesteld")
    found = [row for row in groepen if row.groep == DYSLEXIE]
    return _counted(found[0].samen if found else 0, "met een nieuwe toewijzing")


def poh(poh: verwijzers.Poh) -> str:
    """What changed where a POH came, beside elsewhere, with how sure that is."""
    if not poh.praktijken or not poh.vergeleken:
        return "Er zijn nog geen praktijken met en zonder POH die een jaar te vergelijken zijn."
    if poh.verschil is None or poh.fout is None or poh.vrijheid is None:
        return "Hoe zeker het verschil is, is niet te zeggen: te weinig praktijken of verwijzingen."
    ruimte = quantile(ZEKER, poh.vrijheid) * poh.fout
    low, high = poh.verschil - ruimte, poh.verschil + ruimte
    said = (
        f"Vergeleken met de verandering elders ({poh.vergeleken} praktijken) deed een praktijk "
        f"die een POH kreeg ({poh.praktijken}) daarna per maand {_changed(poh.verschil)} dan ervoor"
    )
    sure = f"met 95 % zekerheid tussen {_changed(low)} en {_changed(high)}"
    if low <= 0 <= high:
        return f"{said}; {sure}: dat kan ook toeval zijn."
    return f"{said}; {sure}."


def lezen(kern: verwijzers.Kern, poh: verwijzers.Poh) -> list[str]:
    """How to read the page, with what of the files could not be used as it was."""
    said = [*_LEZEN]
    if not kern.groepen:
        said.append(
            "Welke productcodes dyslexie zijn, ligt landelijk niet vast. Zet ze in instellingen."
            "toml onder productgroepen; tot dan staat dyslexie bij de gewone productgroep."
        )
    if poh.anders:
        said.append(
            f"Praktijken met een POH die niet te vergelijken zijn: {poh.anders}. Er is geen heel "
            "jaar ervoor, of nog geen drie maanden erna."
        )
    if poh.zonder_datum:
        said.append(
            f"Praktijken met een POH zonder begindatum: {poh.zonder_datum}. Die tellen niet mee."
        )
    if poh.leeg:
        said.append(
            f"Maanden van praktijken zonder regel in het bestand: {fmt.number(poh.leeg)}. Die "
            "tellen als maanden zonder verwijzing."
        )
    return said


def medicatie(rows: Sequence[verwijzers.Medicatie], moment: datetime) -> str:
    """That these are of a year, not live, and how old."""
    if not rows:
        return ""
    last, received = max(row.jaar for row in rows), rows[0].ontvangen_op
    return (
        f"Jaarcijfers van anderen, niet live: het nieuwste jaar is {last}; het bestand kwam "
        f"{fmt.age(received, moment)}."
    )


def _changed(change: float) -> str:
    return f"{fmt.number(abs(change), 1)} verwijzingen {'minder' if change < 0 else 'meer'}"


def _counted(count: int | None, base: str) -> Kop:
    return TE_WEINIG if count is None else Kop(fmt.number(count), basis=base)


def _part(count: int | None, whole: int | None) -> Kop:
    if count is None or whole is None:
        return TE_WEINIG
    share = fmt.percent(count / whole) if whole else ""
    return Kop(fmt.number(count), share, "van deze mensen")

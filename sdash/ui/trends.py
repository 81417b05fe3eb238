"""What changed more than chance explains, in words: how sure that is, and what to ask outside."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, get_args

import streamlit as st

from sdash import format as fmt
from sdash.queries import trends
from sdash.trends import Onderwerp
from sdash.ui import data, links, viewer
from sdash.ui.data import Vraag
from sdash.ui.keuze import Keuze
from sdash.ui.koppen import Kop

MONTHS: Final = 24
"""So many are looked at: the first eleven only to lay the others beside."""
MOST: Final = 8
"""So many signals are told; the others can be chosen."""
BRON: Final = "toewijzingen, aanvragen, start en stop (301, 315, 305, 307)"
NAMEN: Final[dict[str, str]] = {
    "instroom": "In zorg gekomen",
    "terug": "Terug na eerdere zorg",
    "plan": "Volgens plan gestopt",
    "wacht": "Langer gewacht dan de norm",
}
SNEDES: Final = {"product": "", "team": "team ", "wijk": "wijk ", "verwijzer": "via "}
LABEL: Final = {"reeks": "Reeks"}
SOMS: Final = {
    2: "Twee van drie maanden ver {kant} gewoon",
    3: "Vier van vijf maanden duidelijk {kant} gewoon",
    4: "Al acht maanden op rij {kant} gewoon",
}
LEZEN: Final = (
    (
        "Een maand valt op als toeval hem zelden geeft, gemeten aan de maanden ervoor van dezelfde "
        "reeks. Ook in een dorp van 300 mensen: een maand met 2 in plaats van 1 is geen nieuws."
    ),
    (
        "Ook zonder dat er iets verandert, valt soms een maand op. Hoeveel dat er hooguit zijn, "
        "staat boven aan de bladzijde."
    ),
    (
        "Wie twee producten of verwijzers heeft, telt bij beide; de reeksen zijn niet op te "
        "tellen. Wijk en team zijn die van waar iemand nu woont."
    ),
    (
        "Een signaal zegt dat er iets anders is, niet waarom. Vakanties en het begin van een "
        "schooljaar keren elk jaar terug. De antwoorden moet je buiten ophalen."
    ),
    "Alleen hele maanden tellen. Een bericht dat later komt, verandert een maand nog.",
)


def vraag(keuze: Keuze, wat: Onderwerp) -> Vraag[trends.Gevolgd, trends.Reeks]:
    """All series of a subject, over the last two years of whole months."""
    return keuze(trends.reeksen, wat=wat, **_months(keuze))


def verloop(keuze: Keuze, reeks: str) -> Vraag[trends.EenReeks, trends.Maand]:
    """One series over the same months."""
    return keuze(trends.reeks, reeks=reeks, **_months(keuze))


def alle(keuze: Keuze) -> list[trends.Reeks]:
    """All series of all subjects, in the order in which they are told."""
    rows = [row for wat in get_args(Onderwerp) for row in data.rows(vraag(keuze, wat))]
    return in_order(rows)


def in_order(rows: Sequence[trends.Reeks]) -> list[trends.Reeks]:
    """What stands out first, the rarest on top; then the whole gemeente; last what is hidden."""

    def place(row: trends.Reeks) -> tuple[bool, int, bool, bool]:
        return row.regel is None, -(row.een_op or 0), row.aantal is None, row.snede != "totaal"

    return sorted(rows, key=place)


def signalen(rows: Sequence[trends.Reeks]) -> list[trends.Reeks]:
    """The series that stand out, may be told of and were not closed."""
    return [row for row in _told(rows) if row.stand != "gesloten"]


def gesloten(rows: Sequence[trends.Reeks]) -> list[str]:
    """What stood out and was closed, with why."""
    return [f"{naam(row)}: {row.notitie}" for row in _told(rows) if row.stand == "gesloten"]


def naam(row: trends.Reeks) -> str:
    """What a series is of: `In zorg gekomen, wijk Valthe`."""
    where = SNEDES.get(row.snede, "") + row.naam
    return f"{NAMEN[row.onderwerp]}, {where}"


def kies(rows: Sequence[trends.Reeks]) -> trends.Reeks | None:
    """The series that is drawn: the one that is chosen, else the first."""
    by_words = {naam(row): row for row in rows}
    options = {words: words for words in by_words}
    if not options:
        return None
    if viewer.on_stage():
        return by_words.get(st.query_params.get("reeks", ""), rows[0])
    links.look("trends", {"reeks": options}, "reeks")
    chosen = st.selectbox(
        LABEL["reeks"], list(options), key="reeks", bind="query-params", width=460
    )
    links.tell({"reeks": options}, LABEL, "reeks")
    return by_words.get(chosen or "", rows[0])


def zin(rows: Sequence[trends.Reeks]) -> str:
    """How many series stand out, beside how many would by chance, in one sentence."""
    if not rows:
        return "Er is nog geen jaar bekend om maanden naast te leggen."
    seen, found, chance = _shown(rows), signalen(rows), toeval(rows)
    if not found:
        return f"Van {fmt.number(len(seen))} reeksen viel er in drie maanden geen op."
    verb = "viel er in drie maanden 1" if len(found) == 1 else f"vielen er {len(found)}"
    said = f"Van {fmt.number(len(seen))} reeksen {verb} op"
    if len(found) <= chance:
        return f"{said}; dat kan ook toeval zijn."
    return f"{said}; bij toeval hooguit {fmt.number(chance, 1)}."


def koppen(rows: Sequence[trends.Reeks]) -> list[tuple[str, Kop]]:
    """How many are followed, stand out, would by chance, and are too small to show."""
    seen = _shown(rows)
    return [
        ("Reeksen gevolgd", Kop(fmt.number(len(seen)), basis="in de laatste drie maanden")),
        ("Vallen op", Kop(fmt.number(len(signalen(rows))), basis="meer dan toeval verklaart")),
        ("Bij toeval", Kop(fmt.number(toeval(rows), 1), basis="hooguit, als niets verandert")),
        ("Niet te tonen", Kop(fmt.number(len(rows) - len(seen)), basis=fmt.HIDDEN)),
    ]


def toeval(rows: Sequence[trends.Reeks]) -> float:
    """How many of the series that are shown would stand out by chance, at most."""
    return sum(row.oordelen * row.vals for row in _shown(rows))


def zinnen(rows: Sequence[trends.Reeks]) -> list[str]:
    """The signals, each with its certainty and the question to ask outside."""
    found = signalen(rows)
    more = len(found) - MOST
    rest = [f"Nog {more} reeksen vallen op; kies ze boven de grafiek."] if more > 0 else []
    return [f"{signaal(row)} {row.vraag}{_noted(row)}" for row in found[:MOST]] + rest


def signaal(row: trends.Reeks) -> str:
    """What stands out in a series, and how rare that is."""
    if row.aantal is None or row.gewoon is None:
        return f"{naam(row)}: {fmt.HIDDEN}."
    whole = "" if row.noemer is None else f" van {fmt.number(row.noemer)}"
    when = f"{fmt.month_name(row.maand)} {row.maand.year}"
    usual = fmt.number(row.gewoon, 1)
    said = f"{naam(row)}: {fmt.number(row.aantal)}{whole} in {when}, waar {usual} gewoon is."
    if row.regel is None or row.een_op is None:
        return f"{said} Dat valt niet op."
    rare = f"bij toeval hooguit eens in de {fmt.number(row.een_op)} maanden"
    side = "boven" if row.hoger else "onder"
    how = SOMS.get(row.regel, "").format(kant=side)
    return f"{said} {how}: {rare}." if how else f"{said} {rare.capitalize()}."


def gehaald(rows: Sequence[trends.Reeks]) -> list[str]:
    """The goals that were reached in the last three months."""
    return [_goal(row) for row in rows if _is_reached(row)]


def _is_reached(row: trends.Reeks) -> bool:
    if row.doel is None or row.bereikt is None:
        return False
    return row.bereikt >= row.doel if row.minstens else row.bereikt <= row.doel


def _goal(row: trends.Reeks) -> str:
    def words(value: float) -> str:
        return fmt.percent(value) if row.onderwerp != "instroom" else fmt.number(value, 1)

    bound = "minstens" if row.minstens else "hoogstens"
    return (
        f"Gehaald: {naam(row)}, {words(row.bereikt or 0)} in de laatste drie maanden; het doel was "
        f"{bound} {words(row.doel or 0)}."
    )


def _noted(row: trends.Reeks) -> str:
    """What was said of it, and what answers it."""
    if row.notitie is None:
        return ""
    how = f"Opgepakt met {row.aanbod}" if row.aanbod else (row.stand or "").capitalize()
    return f" {how}: {row.notitie}"


def _told(rows: Sequence[trends.Reeks]) -> list[trends.Reeks]:
    return [row for row in rows if row.regel is not None and row.aantal is not None]


def _shown(rows: Sequence[trends.Reeks]) -> list[trends.Reeks]:
    return [row for row in rows if row.aantal is not None]


def _months(keuze: Keuze) -> dict[str, date]:
    """From the first day of the months that are looked at, up to the peildatum."""
    after = keuze.peildatum + timedelta(days=1)
    number = after.year * 12 + after.month - 1 - MONTHS
    first = date(number // 12, number % 12 + 1, 1)
    return {"van": max(first, keuze.vanaf), "tot": keuze.peildatum}

"""Waiting as files of the gemeente tell it: the Treeknorm, and the keukentafelgesprek (Wmo)."""

from typing import Any, Final

from sdash import format as fmt
from sdash.figures import duur as figures
from sdash.queries import duur as queries
from sdash.queries import gegevens
from sdash.sql import Params
from sdash.ui import data, duur, keuzelijst, tiles, viewer
from sdash.ui.data import Vraag
from sdash.ui.keuze import Keuze

BERICHTEN: Final = "verzoeken, toewijzingen en start (315, 301, 305); een benadering"
WACHTTIJDEN: Final = "eigen bestand wachttijden"
MELDINGEN: Final = "eigen bestand meldingen (Wmo); alle producten en aanbieders"
VANAF: Final = {
    "toewijzing": "vanaf de toewijzing",
    "verzoek": "vanaf het verzoek",
    "ingang": "vanaf de ingangsdatum",
    "aanmelding": "vanaf de aanmelding",
}
GEEN: Final = "Voor deze keuze zijn er geen gegevens."
TREEKNORM: Final = "Treeknorm: intake en start op tijd (van zoveel mensen)"
KEUKENTAFEL: Final = "Keukentafelgesprek (Wmo): onderzoek en besluit op tijd"
UITKOMST: Final = "Waar meldingen op uitkwamen (van zoveel mensen)"


def vanaf(keuze: Keuze, indeling: str) -> None:
    """For how many care begins in time, from the day on that one chooses, by product or aanbieder;
    or the intake, where a file tells of it.
    """
    gekozen: Any = keuzelijst.pick("duur", "vanaf", "Wachten telt", VANAF)
    weken = viewer.settings().normen.per_soort()[gekozen]
    is_bestand = gekozen == "aanmelding"
    tiles.figure(
        f"{'Intake' if is_bestand else 'Begonnen'} binnen {weken} weken "
        f"{VANAF[gekozen].replace('vanaf', 'na')}, per {indeling}",
        figures.binnen,
        duur.wachten(keuze, gekozen, indeling),
        bron=WACHTTIJDEN if is_bestand else BERICHTEN,
        leeg=leeg("wachttijden") if is_bestand else GEEN,
    )


def treeknorm(keuze: Keuze) -> None:
    """Waiting from aanmelding to intake and start, beside the norm that begins there."""
    stappen = [duur.wachten(keuze, soort) for soort in _TREEKNORM]
    zonder = leeg("wachttijden")
    tiles.figure(TREEKNORM, figures.treeknorm, *stappen, bron=WACHTTIJDEN, leeg=zonder)


def keukentafel(keuze: Keuze) -> None:
    """Meldingen under the Wmo beside the weeks of the law, and what they came to."""
    alle = keuze.zonder("product").zonder("aanbieder")
    stappen = [duur.wachten(alle, soort) for soort in _KEUKENTAFEL]
    kwam = keuze(queries.uitkomst, van=keuze.year_before)
    zonder = leeg("meldingen")
    links, rechts = tiles.columns(1, 1)
    with links:
        tiles.figure(KEUKENTAFEL, figures.keukentafel, *stappen, bron=MELDINGEN, leeg=zonder)
    with rechts:
        titel = f"{UITKOMST}{_zonder_maatwerk(kwam)}"
        tiles.figure(titel, figures.uitkomst, kwam, bron="eigen bestand meldingen", leeg=zonder)


_TREEKNORM: Final[tuple[queries.Soort, ...]] = ("aanmelding", "intake")
_KEUKENTAFEL: Final[tuple[queries.Soort, ...]] = ("melding", "onderzoek")


def _zonder_maatwerk(kwam: Vraag[Any, queries.Uitkomst]) -> str:
    """Which part ended without maatwerk, when that may be said."""
    parts = [row.aandeel for row in data.rows(kwam) if row.maatwerk]
    if not parts or parts[0] is None:
        return ""
    return f"; {fmt.percent(1 - parts[0])} zonder maatwerk"


def leeg(soort: str) -> str:
    """What an empty tile says: that there is no such file, or nothing in it for this choice."""
    bronnen = data.rows(Vraag(gegevens.bronnen, Params()))
    if any(row.soort == soort for row in bronnen):
        return GEEN
    return f"Geen bron: er is nog geen bestand {soort} ingelezen."

"""What the figures of Jaareinde are called and mean."""

from typing import Final

from sdash.measures.measure import BEGROTING, BERICHTEN, Measure
from sdash.measures.measure import euro as _euro

_KANS: Final = Measure(
    "Kans op overschrijding",
    "% van de uitkomsten",
    "aandeel",
    "Welk deel van de uitkomsten die de prognose mogelijk acht, boven de begroting ligt.",
    f"{BERICHTEN}; {BEGROTING}",
    beter="lager",
)

JAAREINDE: Final[dict[str, Measure]] = {
    "laag": _euro(
        "P10", "De ondergrens van de band: de kans dat het lager uitkomt is naar schatting 10 %."
    ),
    "midden": _euro(
        "P50", "Het midden van de prognose: de kans op meer en op minder is even groot."
    ),
    "hoog": _euro(
        "P90", "De bovengrens van de band: de kans dat het hoger uitkomt is naar schatting 10 %."
    ),
    "naief": _euro(
        "Doorgetrokken",
        "Wat tot en met de maand is toegekend, gedeeld door het aantal maanden, maal twaalf. Zo "
        "rekenen anderen vaak; late declaraties en het seizoen tellen dan niet mee.",
    ),
    "komt": _euro(
        "Nog te declareren",
        "Wat naar verwachting nog binnenkomt van maanden die voorbij zijn, alleen naar hoe "
        "declaraties eerder nakwamen.",
    ),
    "komt_fout": _euro(
        "Standaardfout daarvan", "Hoe ver dat er gewoonlijk naast zit, volgens Mack (1993)."
    ),
    "jaareinde/kern.begroot": _euro(
        "Begroot",
        "De lasten in de nieuwste begroting van de taakvelden waarop berichten boeken. Pgb, "
        "toegang en beleid staan op andere taakvelden en tellen hier niet mee.",
        BEGROTING,
    ),
    "jaareinde/per_taakveld.begroot": _euro(
        "Begroot",
        "De lasten van het taakveld in de nieuwste begroting; van een wet die van de taakvelden "
        "waarop berichten boeken.",
        BEGROTING,
    ),
    "afwijking": _euro(
        "Afwijking",
        "Het midden van de prognose min de begroting. V is voordelig, N is nadelig.",
        f"{BERICHTEN}; {BEGROTING}",
    ),
    "kans": _KANS,
    "binnen": _euro(
        "Al binnen", "Van de zorg van deze maand: wat is ingediend en niet is afgewezen."
    ),
    "verwacht": _euro(
        "Verwacht",
        "Waar de maand op uitkomt: wat binnen is en wat de prognose daar nog bij verwacht.",
    ),
    "uitkomst": _euro(
        "Uitkomst",
        "Wat van het jaar is toegekend; bekend als er een half jaar na het einde voorbij is.",
    ),
}

"""Which filters stand above which page, and what they are called."""

from typing import Final

from sdash.ui import vergelijking

LABELS: Final = {
    "jaar": "Jaar",
    "wet": "Wet",
    "team": "Team",
    "wijk": "Wijk",
    "domein": "Taakveld",
    "product": "Product",
    "aanbieder": "Aanbieder",
    "verwijzer": "Verwijzer",
    "maand": "Maand",
    "status": "Status",
    "plafond": "Plafond",
    "indicator": "Kerncijfer",
    "lichting": "Wie 18 wordt",
    "laag": "Laag",
    **vergelijking.LABELS,
}
EVERYTHING: Final = {
    "wet": "Alle wetten",
    "team": "Alle teams",
    "wijk": "Alle wijken",
    "domein": "Alle taakvelden",
    "product": "Alle producten",
    "aanbieder": "Alle aanbieders",
    "verwijzer": "Alle verwijzers",
    "maand": "Alle maanden",
    "status": "Elke status",
    "plafond": "Het meest dringende plafond",
    "laag": "Alle lagen",
}
BARS: Final = {
    "overzicht": ("jaar", "wet", "team", "wijk"),
    "uitgaven": ("jaar", "wet", "team", "wijk", "domein", "product", "aanbieder"),
    "geld": ("jaar", "wet"),
    "jaareinde": ("jaar", "wet", "domein"),
    "waarom": ("jaar", "wet", "team", "wijk", "domein", "product", "aanbieder"),
    "berichten": ("jaar", "wet", "product", "aanbieder"),
    "plafonds": ("jaar", "wet", "aanbieder", "plafond"),
    "regels": ("jaar", "wet", "team", "wijk", "domein", "product", "aanbieder", "maand", "status"),
    "aanbieders": ("jaar", "wet", "product"),
    "caseload": ("jaar", "wet", "team", "wijk"),
    "stroom": ("jaar", "wet", "team", "wijk", "product", "aanbieder", "verwijzer"),
    "teams": ("jaar", "team"),
    "achttien": ("lichting",),
    "regenboog": ("jaar", "laag"),
    "duur": ("jaar", "wet", "product", "aanbieder"),
    "verwijzers": ("jaar", "wet"),
    "resultaten": ("jaar", "wet", "team", "product", "aanbieder"),
    "huishoudens": ("jaar",),
    "trends": ("jaar",),
    "participatie": ("jaar", "wijk"),
    "wijkprofiel": ("wijk", "indicator"),
    "sturen": ("jaar", "wet"),
    "gegevens": (),
    **vergelijking.BARS,
}

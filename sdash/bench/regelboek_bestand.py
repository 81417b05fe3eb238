"""The rules of the columns of files once more, without pydantic."""

from collections.abc import Mapping
from typing import Final

REGIO: Final = r"NL\d\d|GM\d{4}|WK\d{6}"
JAAR: Final = r"20\d\d|2100"
WET: Final = "jw|wmo|pw"
WIJK: Final = r"WK\d{6}"
TAAKVELD: Final = r"\d\.\d{1,3}[a-d]?"
NUMMER: Final = r"[0-9A-Za-z][0-9A-Za-z./_-]{0,39}"
CODE: Final = r"[0-9A-Za-z]{1,4}"
GEMEENTE: Final = r"GM\d{4}|NL01"
STAND: Final = "begroting|kwartaal [1-4]|rekening"
TAAK: Final = (
    "signalering|activering|vraagverheldering|kortdurende ondersteuning|indicering|regievoering"
)
TEAM_SOORT: Final = "wijkteam|jeugdteam"
TRAJECT: Final = (
    "scholing|werkervaring|proefplaatsing|jobcoaching|sociale activering|schuldhulp|inburgering"
    "|overig"
)
GEBIED: Final = (
    "geld|wonen|werk en opleiding|gezin|psychische gezondheid|lichamelijke gezondheid|verslaving"
    "|dagelijks leven|sociaal netwerk|justitie"
)
REGISSEUR: Final = (
    "sociaal team|wijkteam|jeugdteam|werk en inkomen|schuldhulp|aanbieder"
    "|gecertificeerde instelling|overig"
)
SIGNAAL: Final = "huur|hypotheek|energie|drinkwater|zorgverzekering|gemeente|overig"
VORM: Final[Mapping[str, Mapping[str, str]]] = {
    "aanbieders": {"agb_code": r"\d{8}"},
    "begroting": {
        "jaar": JAAR,
        "taakveld": TAAKVELD,
        "stand": "primitief|gewijzigd|rekening",
        "fictief": "True|False",
    },
    "betalingen": {
        "boekstuk": NUMMER,
        "boekjaar": JAAR,
        "agb_code": r"\d{8}",
        "wet": WET,
        "declaratienummer": NUMMER,
        "taakveld": TAAKVELD,
    },
    "casussen": {"wijk_code": WIJK, "eerder_bekend": "True|False", "taak": TAAK},
    "casustaken": {"taak": TAAK},
    "contracten": {
        "agb_code": r"\d{8}",
        "wet": WET,
        "contractnummer": NUMMER,
        "niveau": "lokaal|regionaal|landelijk",
        "jaar": JAAR,
        "categorie": r"\d\d",
        "productcode": "[0-9A-Za-z]{5}",
    },
    "eigen_bijdragen": {"taakveld": TAAKVELD, "inner": "CAK|gemeente"},
    "formatie": {"taak": TAAK},
    "gemeentefonds": {"circulaire_jaar": r"[MSD]20\d\d_20\d\d", "regio_code": GEMEENTE},
    "gemeentekenmerken": {
        "jaar": JAAR,
        "regio_code": GEMEENTE,
        "gemeentegrootte": r"\D*[\d.]+ .*inwoners( of meer)?",
        "stedelijkheid": "(niet|weinig|matig|sterk|zeer sterk) stedelijk",
        "sociale_structuur": "goed|redelijk|matig|zwak",
        "centrumfunctie": "zonder|weinig|redelijk|sterk",
        "centrumgemeente": "True|False",
    },
    "huishoudens": {},
    "leefgebieden": {"leefgebied": GEBIED},
    "plannen": {"regisseur": REGISSEUR},
    "iv3": {
        "jaar": JAAR,
        "stand": STAND,
        "plaatsing": "[12]",
        "regio_code": GEMEENTE,
        "taakveld": r"\d\.\d{1,3}[a-d]?",
    },
    "iv3_totalen": {"jaar": JAAR, "stand": STAND, "regio_code": GEMEENTE},
    "kaart": {"regio_code": REGIO},
    "kerncijfers": {
        "jaar": JAAR,
        "regio_code": REGIO,
        "regio_soort": "land|gemeente|wijk",
    },
    "medicatie": {"jaar": JAAR, "regio_code": REGIO},
    "pgb": {"wet": "jw|wmo"},
    "clientervaring": {
        "jaar": JAAR,
        "wet": "jw|wmo",
        "agb_code": r"\d{8}",
        "categorie": r"\d{2}",
    },
    "postcodes": {"wijk_code": WIJK},
    "reserves": {"jaar": JAAR},
    "subsidies": {"subsidienummer": NUMMER, "jaar": JAAR, "taakveld": TAAKVELD},
    "taakgericht": {"agb_code": r"\d{8}", "wet": WET, "taakveld": TAAKVELD},
    "tarieven": {
        "agb_code": r"\d{8}",
        "wet": WET,
        "productcode": "[0-9A-Za-z]{5}",
        "eenheid": "01|04|14|16|82|83|84",
    },
    "teams": {"wijk_code": WIJK},
    "trajecten": {
        "traject": TRAJECT,
        "resultaat": "werk|deels werk|opleiding|afgerond|gestopt",
        "trede": "[1-6]",
        "trede_begin": "[1-6]",
    },
    "uitkeringen": {
        "regeling": "Pw|IOAW|IOAZ|Bbz|LKS|beschut",
        "reden_instroom": CODE,
        "reden_uitstroom": CODE,
        "leefvorm": "alleenstaande|alleenstaande ouder|gehuwden",
        "leeftijdsklasse": "tot 27|27 tot 45|45 tot AOW|AOW en ouder",
        "wijk_code": WIJK,
        "trede": "[1-6]",
    },
    "meldingen": {
        "uitkomst": "maatwerk|algemene voorziening|eigen kracht|ingetrokken|doorverwezen",
    },
    "wachttijden": {"aanbieder": r"\d{8}", "wet": "jw|wmo", "categorie": r"\d{2}"},
    "verwijzingen": {"praktijk": NUMMER, "verwijzer": "0[1-6]|08", "poh": "True|False"},
    "vroegsignalen": {"wijk_code": WIJK, "signaal": SIGNAAL},
    "wijkteams": {"wijk_code": WIJK, "team_soort": TEAM_SOORT},
}
"""The columns that have a form of their own; every other text is 1 to 200 characters."""
PSEUDONIEM: Final = frozenset({"casusnummer", "postcode", "client", "huishouden"})
WOORDEN: Final = frozenset(
    {
        *("regio_soort", "stand", "taak", "wet", "niveau", "inner", "signaal", "team_soort"),
        *("regeling", "leefvorm", "leeftijdsklasse", "traject", "resultaat", "uitkomst"),
        *("leefgebied", "regisseur"),
    }
)
"""Words of a list, which a file may write with capitals."""
EMPTY: Final = frozenset(
    {
        *("einddatum", "taak", "tot", "waarde", "eind", "resultaat", "trede", "plafond", "jaar"),
        *("categorie", "productcode", "reden_instroom", "reden_uitstroom", "leefvorm"),
        *("leeftijdsklasse", "wijk_code", "vastgesteld", "poh_van", "poh_tot", "regio_code"),
        *("per_duizend", "teller", "noemer", "agb_code", "plaatsing", "salarissen", "provincie"),
        *("gemeentegrootte", "stedelijkheid", "inwonertal", "centrumfunctie", "sociale_structuur"),
        *("jongeren", "centrumgemeente", "bestuur_en_ondersteuning", "orde_en_veiligheid"),
        *("onderwijs", "sport", "ruimte", "overig", "overige_eigen_middelen", "totaal"),
        *("onroerendezaakbelasting", "declaratienummer", "intake", "start"),
        *("huishouden", "casusnummer", "regisseur"),
        *("onderzoek_afgerond", "besluit", "uitkomst", "team", "kwartaal", "positief", "score"),
        *("trede_begin", "sector", "loonkostensubsidie"),
    }
)
NODIG: Final[Mapping[str, frozenset[str]]] = {
    "begroting": frozenset({"jaar"}),
    "casustaken": frozenset({"taak", "casusnummer"}),
    **dict.fromkeys(("huishoudens", "plannen"), frozenset({"huishouden"})),
    "kerncijfers": frozenset({"jaar", "regio_code"}),
    "kaart": frozenset({"regio_code"}),
    "medicatie": frozenset({"jaar"}),
    "clientervaring": frozenset({"jaar"}),
    "reserves": frozenset({"jaar"}),
    "subsidies": frozenset({"jaar"}),
    "tarieven": frozenset({"productcode"}),
    "gemeentefonds": frozenset({"regio_code"}),
    **dict.fromkeys(("gemeentekenmerken", "iv3", "iv3_totalen"), frozenset({"jaar", "regio_code"})),
    **dict.fromkeys(
        ("contracten", "taakgericht", "aanbieders", "betalingen"), frozenset({"agb_code"})
    ),
    **dict.fromkeys(("postcodes", "teams", "vroegsignalen", "wijkteams"), frozenset({"wijk_code"})),
    "casussen": frozenset({"wijk_code", "casusnummer"}),
}
"""What may be empty in another kind of file, and not in this one."""
GEEN_MINTEKEN: Final = frozenset(
    {"tarief", "fte", "budget", "aantal", "opgevolgd", "teller", "noemer", "per_duizend"}
    | {"loonkostensubsidie"}
)
DUIZEND: Final = frozenset({"fte", "per_duizend"})

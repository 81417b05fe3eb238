"""What queries share: views, and macros where it takes parameters, of `queries/keuze`."""

from typing import Final

from sdash.sql import load
from sdash.warehouse.mart import MART

SELECTIONS: Final = (
    *("bewaard", "naam", "gekozen_jaar", "gekozen_maand", "maandstand", "eerder", "per_post"),
    *("gevraagd", "lopend", "referentie", "verzoeksignaal", "antwoordsignaal"),
    *("ontvangmaand", "antwoordkop", "antwoordmaand", "betwist", "herzien"),
    *("onderdeel", "lijkend", "hoofdelijk"),
    *("gekozen_regel", "deze_regel", "oordeel", "gemeld", "gemeld_van", "verzocht_van"),
    *("afgelopen", "plafond", "plafondjaar", "plafondartikel", "plafondgebruik"),
    *("gekozen_zorg", "vergeleken", "cel", "ontleed", "oorzaak", "veranderd"),
    *("boekveld", "begrotingstand", "begroot", "betaald", "begrensd"),
    *("openmaand", "openstaand", "beloofd", "verplicht", "geldpost", "geldstand"),
    *("boeking", "boekfout", "creditpost", "praktijkmaand", "rond_poh"),
    *("gezegd", "werkdag", "gestopt"),
    *("rond_achttien", "laaggeld", "formatiestand", "taakstap", "bewoond"),
    *("zorgstuk", "zorgdag", "beweging", "onderbroken"),
    *("voorziening", "huishoudzorg", "probleem"),
    *("zorgduur", "startwacht", "bestandwacht", "termijn", "overleving"),
    "beeindigd",
    *("bijstandbekend",),
    *("trendmens", "trendmaand", "trendkans", "trendpunt", "trendoordeel", "trendstand"),
)
"""What queries share, in the order of their dependence."""

IN_MARTS: Final = ("boekveld", "begrotingstand", "gemeld")
"""Those of them that marts are made with."""


def selection_ddl(naam: str, schema: str = MART) -> str:
    """The statement that lets queries share `queries/keuze/<naam>.sql`: a view, or a macro."""
    header, select = load(f"keuze/{naam}")
    if not header.params:
        return f"CREATE OR REPLACE VIEW {schema}.{naam} AS {select}"
    names = ", ".join(f"p_{param.name}" for param in header.params)
    return f"CREATE OR REPLACE MACRO {schema}.{naam}({names}) AS TABLE {select.replace('$', 'p_')}"

"""What the figures of bijstand, trajecten and loonkostensubsidie are called and mean."""

from typing import Final

from sdash.measures.measure import Measure

UITKERINGEN: Final = "eigen bestand uitkeringen"
TRAJECTEN: Final = "eigen bestand trajecten"
BEIDE: Final = f"{UITKERINGEN} en trajecten"
_BIJSTAND: Final = "Bijstand is hier een uitkering volgens de Participatiewet, IOAW, IOAZ of Bbz."
_GAT: Final = "Een gat van ten hoogste 30 dagen telt als bijstand."
_LAATSTE: Final = (
    "Van wie een traject eindigde in deze periode; had iemand er meer, dan telt het laatste."
)


def _mensen(label: str, definitie: str, bron: str = UITKERINGEN) -> Measure:
    return Measure(label, "personen", "aantal", definitie, bron)


def _deel(label: str, definitie: str) -> Measure:
    return Measure(label, "%", "aandeel", definitie, UITKERINGEN)


def _elders(query: str, dan: str) -> dict[str, Measure]:
    """Begin, end, and what lies between, of a query about bijstand."""
    return {
        f"{query}.begin": _mensen(
            "Begin", f"Personen met bijstand op de laatste dag ervoor. {_BIJSTAND} {_GAT}"
        ),
        f"{query}.instroom": _mensen("Erin", f"Personen {dan} in de bijstand kwamen. {_GAT}"),
        f"{query}.erbij": _mensen(
            "Van elders", "Personen die al bijstand hadden, maar niet binnen deze keuze of groep."
        ),
        f"{query}.uitstroom": _mensen("Eruit", f"Personen {dan} uit de bijstand gingen. {_GAT}"),
        f"{query}.weg": _mensen(
            "Naar elders", "Personen die bijstand houden, maar niet binnen deze keuze of groep."
        ),
        f"{query}.eind": _mensen(
            "Eind",
            "Personen met bijstand op de laatste dag: begin + erin + van elders − eruit − naar "
            f"elders. {_BIJSTAND}",
        ),
    }


def _kwam(label: str, hoe: str) -> Measure:
    return _mensen(label, f"{_LAATSTE} {hoe}", TRAJECTEN)


PARTICIPATIE: Final[dict[str, Measure]] = {
    **_elders("participatie/per_maand", "die in deze maand"),
    **_elders("participatie/per_lid", "die tussen de twee dagen"),
    "participatie/redenen.clienten": _mensen(
        "Mensen",
        "Personen die om deze reden in de bijstand kwamen of eruit gingen. Wie twee keer kwam of "
        "ging om een andere reden, telt bij beide: niet op te tellen.",
    ),
    "participatie/redenen.samen": _mensen(
        "Alle redenen", "Personen die in deze periode kwamen of gingen, elk één keer."
    ),
    "participatie/redenen.aandeel": _deel(
        "Aandeel", "Personen met deze reden, gedeeld door allen die kwamen of gingen."
    ),
    "participatie/cohorten.clienten": _mensen(
        "Mensen", "Personen die zo lang bijstand hebben, voor zover bekend."
    ),
    "participatie/cohorten.risico": Measure(
        "Zo lang gevolgd",
        "keer bijstand",
        "aantal",
        "Hoe vaak bijstand zo lang duurde en zo lang te volgen was: daarop rust de schatting.",
        UITKERINGEN,
    ),
    "participatie/cohorten.overleving": _deel(
        "Heeft langer bijstand",
        "Het deel dat na zoveel maanden nog bijstand heeft. Geschat volgens Kaplan en Meier: wie "
        "nog bijstand heeft, telt mee zolang dat bekend is. Wie al bijstand had voor het eerste "
        "bestand, telt niet mee: van wie toen al weg was, is niets bekend.",
    ),
    "participatie/cohorten.laag": _deel(
        "Ondergrens", "Ondergrens van de band van 95 % om dat deel, volgens Greenwood."
    ),
    "participatie/cohorten.hoog": _deel(
        "Bovengrens", "Bovengrens van de band van 95 % om dat deel, volgens Greenwood."
    ),
    "participatie/loonkosten.begin": _mensen("Begin", "Personen in de maand ervoor.", BEIDE),
    "participatie/loonkosten.instroom": _mensen(
        "Erin", "Personen voor wie de maand ervoor niet is betaald.", BEIDE
    ),
    "participatie/loonkosten.uitstroom": _mensen(
        "Eruit", "Personen voor wie de maand ervoor wel, en in deze maand niet is betaald.", BEIDE
    ),
    "participatie/loonkosten.eind": _mensen(
        "Mensen", "Personen voor wie in deze maand loonkostensubsidie is betaald.", BEIDE
    ),
    "kosten": Measure(
        "Kosten",
        "euro",
        "euro",
        "Loonkostensubsidie van deze maand. Staat iemand in beide bestanden, dan telt wat bij de "
        "uitkeringen staat; bij een traject is het bedrag per maand geteld zolang het loopt.",
        BEIDE,
    ),
    "participatie/trajecten.lopend": _mensen(
        "Loopt",
        "Personen met een traject op de laatste dag. Wie er twee heeft, telt bij beide.",
        TRAJECTEN,
    ),
    "uit": _kwam("Geëindigd", "Wie er twee soorten had, telt bij beide."),
    "werk": _kwam("Naar werk", "Werk, of deels werk."),
    "studie": _kwam("Naar opleiding", "Naar een opleiding."),
    "klaar": _kwam("Afgerond", "Afgerond, zonder werk of opleiding."),
    "participatie/trajecten.gestopt": _kwam("Gestopt", "Gestopt voor het klaar was."),
    "participatie/trajecten.onbekend": _kwam("Onbekend", "Het bestand zegt niet hoe."),
    "hoger": _kwam("Trede hoger", "Eindigde hoger op de participatieladder dan bij het begin."),
    "gelijk": _kwam("Trede gelijk", "Eindigde op dezelfde trede."),
    "lager": _kwam("Trede lager", "Eindigde op een lagere trede."),
    "participatie/trajecten.anders": _kwam("Trede onbekend", "Een van beide treden ontbreekt."),
}

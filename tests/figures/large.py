"""Every figure, of the rows of a place that is larger than any gemeente."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import combinations
from typing import Any, get_args

from sdash.domain import VERWIJZER, Wet
from sdash.figures import (
    aanbieders,
    achttien,
    berichten,
    caseload,
    duur,
    huishoudens,
    jaareinde,
    participatie,
    plafonds,
    preventie,
    regenboog,
    resultaten,
    stroom,
    sturen,
    teams,
    trends,
    uitgaven,
    vergelijken,
    verwijzers,
    waarom,
    wijkprofiel,
)
from sdash.figures import geld as begroting
from sdash.figures.style import Figure, Look
from sdash.leefgebieden import LEEFGEBIEDEN
from sdash.normen import Doel, Maat
from sdash.prognose.plafond import Uitputting
from sdash.queries import aanbieders as naast_elkaar
from sdash.queries import achttien as lichting
from sdash.queries import berichten as post
from sdash.queries import caseload as mensen
from sdash.queries import duur as tijd
from sdash.queries import geld as begroot
from sdash.queries import huishoudens as gezinnen
from sdash.queries import jaareinde as einde
from sdash.queries import participatie as bijstand
from sdash.queries import plafonds as contracten
from sdash.queries import preventie as voor
from sdash.queries import regenboog as boog
from sdash.queries import resultaten as bereikt
from sdash.queries import stroom as in_en_uit
from sdash.queries import sturen as sturen_rijen
from sdash.queries import teams as werk
from sdash.queries import trends as gevolgd
from sdash.queries import uitgaven as geld
from sdash.queries import vergelijken as naast
from sdash.queries import verwijzers as gestuurd
from sdash.queries import waarom as redenen
from sdash.queries import wijkprofiel as wijken
from sdash.sql import Row

MODULES = (
    aanbieders,
    achttien,
    berichten,
    caseload,
    duur,
    begroting,
    huishoudens,
    jaareinde,
    participatie,
    plafonds,
    preventie,
    regenboog,
    resultaten,
    stroom,
    sturen,
    teams,
    trends,
    uitgaven,
    vergelijken,
    verwijzers,
    waarom,
    wijkprofiel,
)
MONTHS = [date(2022 + nr // 12, nr % 12 + 1, 1) for nr in range(60)]
YEAR = MONTHS[-12:]
WIJKEN = [f"WK{nr:04}" for nr in range(200)]
CORNERS = 24
EUROS = Decimal(1_234_567)

Draw = Callable[..., Figure]


def every_figure() -> dict[str, Draw]:
    """The functions that draw, by subject and name."""
    return {
        f"{module.__name__.rpartition('.')[2]}.{name}": value
        for module in MODULES
        for name, value in vars(module).items()
        if callable(value)
        and not name.startswith("_")
        and getattr(value, "__annotations__", {}).get("return") is Figure
    }


def draw(name: str, look: Look) -> Figure:
    """A figure of its large rows."""
    return every_figure()[name](*ROWS[name], look, **CHOSEN.get(name, {}))


def marks(figure: Figure) -> int:
    """What a browser draws one by one: points, closed shapes, words and lines."""
    drawn = [*figure["layout"].get("annotations", []), *figure["layout"].get("shapes", [])]
    return len(drawn) + sum(
        1 if trace.get("fill") == "toself" and len(trace["x"]) <= CORNERS + 1 else len(trace["x"])
        for trace in figure["data"]
    )


def filled(row: type[Row], **known: Any) -> Any:  # noqa: ANN401  (a row of any kind)
    """A row with these values, and with something plausible where a value may be missing."""
    plausible = {
        name: EUROS if field.annotation == Decimal | None else 4321
        for name, field in row.model_fields.items()
    }
    return row.model_validate({**plausible, **known})


def corners() -> Iterator[wijken.Hoekpunt]:
    """Two hundred wijken with two dozen corners each."""
    for place, code in enumerate(WIJKEN):
        for nr in range(CORNERS):
            yield wijken.Hoekpunt(wijk_code=code, naam=code, volgnr=nr, x=place, y=nr)


def named(row: type[Row], count: int, **known: Any) -> list[Any]:  # noqa: ANN401  (any column)
    """So many rows that each have a name and a code of their own."""
    texts = [key for key, field in row.model_fields.items() if field.annotation is str]
    return [filled(row, **{key: f"{key} {nr}" for key in texts}, **known) for nr in range(count)]


KERN = filled(geld.Kern, laatste_maand=YEAR[-1], begroot_fictief=True)
VERLOOP = [filled(geld.Verloop, maand=month, wet=wet) for month in YEAR for wet in Wet]
SHARES = [
    filled(geld.Volledigheid, maand=month, wet=wet, aandeel=0.5) for month in YEAR for wet in Wet
]
IN_CARE = [filled(mensen.Verloop, maand=month) for month in MONTHS]
LASTS = [
    filled(tijd.Verloop, groep=f"jw-{nr}", naam="Zorg", stap=stap, overleving=0.9, laag=0.8, hoog=1)
    for nr in range(4)
    for stap in range(27)
]
WAITS = [row for row in LASTS if row.groep == "jw-0"]
MAP = [*corners()]
CAUSES = [
    filled(redenen.Oorzaken, wet="totaal", categorie="totaal", naam="Totaal", eenheid=None),
    *(
        filled(redenen.Oorzaken, wet="jw", categorie=f"{nr:03}", naam=f"Product {nr}", eenheid="04")
        for nr in range(400)
    ),
]
REPORTS = [
    (jaar, stand, 1 + (jaar > 2022) + (jaar > 2024))
    for jaar in range(2017, 2031)
    for stand in ("begroting", "rekening")
]
SPENT = named(
    naast.Kern,
    5,
    **dict.fromkeys(("kwartiel_laag", "mediaan_land", "kwartiel_hoog"), 300.0),
    **dict.fromkeys(("aantal", "aantal_lijkend"), 342),
)

ON_THE_WAY = [filled(einde.Verloop, maand=month) for month in YEAR]
END = filled(einde.Kern, maand=YEAR[-3], begroot_fictief=True, reden=None)
LOOKED_BACK = [filled(einde.Terugblik, maand=month, jaar=month.year) for month in MONTHS[:48]]

PLAFONDS = named(contracten.Stand, 400, wet=Wet.JW, van=YEAR[0], tot=YEAR[-1], plafond=EUROS * 9)
ONDER_PLAFOND = [filled(contracten.Verloop, maand=month) for month in YEAR]
SAID = Uitputting(
    PLAFONDS[0].code,
    tuple(YEAR),
    YEAR[5],
    laag=tuple(float(EUROS) * nr for nr in range(1, 13)),
    midden=tuple(float(EUROS) * 1.1 * nr for nr in range(1, 13)),
    hoog=tuple(float(EUROS) * 1.2 * nr for nr in range(1, 13)),
    kans=tuple(nr / 12 for nr in range(12)),
)
GOALS = tuple(Doel(maat=maat, aandeel=0.7, door="college", op=MONTHS[0]) for maat in get_args(Maat))
CHOSEN: dict[str, dict[str, Any]] = {
    **{
        f"resultaten.{name}": {"gekozen": GOALS}
        for name in ("verloop", "afloop", "terug", "kaart", "ervaring")
    },
    "plafonds.restant": {"gekozen": (SAID.code, SAID)},
    "plafonds.kans": {"gekozen": SAID},
}

KOSTEN = named(naast_elkaar.Kosten, 400, prijs=1.1, intensiteit=0.9, vergelijkbaar=1.0)
AFLOOP = named(
    naast_elkaar.Afloop,
    400,
    **dict.fromkeys(("verlengd_aandeel", "verlengd_verwacht", "voortijdig_aandeel"), 0.3),
    voortijdig_verwacht=0.2,
    duur=300.0,
    duur_verwacht=200.0,
)

ENDED = named(bereikt.Afloop, 40, aandeel_voortijdig=0.1)

TOESTANDEN = [name for name in achttien.NAAM if name != achttien.OVERIG]
TEAMS = [
    filled(werk.Verloop, maand=month, team=f"Team {nr:02}", fte=20.0, per_fte=20.5)
    for month in MONTHS[-25:]
    for nr in range(20)
]
CHANGED = [
    werk.Wisseling(dag=day, team="Team", soort="begonnen", wijken=3, teams=nr)
    for nr, day in enumerate(MONTHS)
]
WORK = filled(werk.Kern, maand=MONTHS[-1])

ROWS: dict[str, tuple[list[Any], ...]] = {
    "aanbieders.prijs": (KOSTEN,),
    "aanbieders.intensiteit": (KOSTEN,),
    "aanbieders.duur": (AFLOOP,),
    "aanbieders.verlengd": (AFLOOP,),
    "aanbieders.voortijdig": (AFLOOP,),
    "achttien.stromen": (
        [
            lichting.Stroom(leeftijd=17.5 + step / 2, van=van, naar=naar, clienten=6000)
            for step in range(5)
            for van in (None, *TOESTANDEN)
            for naar in TOESTANDEN
            if step or van is None
        ],
    ),
    "resultaten.verloop": (
        [filled(bereikt.Verloop, kwartaal=day, voorlopig=False) for day in MONTHS[::3]],
    ),
    "resultaten.afloop": (ENDED,),
    "resultaten.terug": (named(bereikt.Terug, 40),),
    "resultaten.ervaring": (
        [
            filled(
                bereikt.Ervaring, wet="jw", vraag=f"Vraag {nr}", jaar=jaar, kwartaal=0, score=7.5
            )
            for nr in range(30)
            for jaar in (2024, 2025)
        ],
    ),
    "resultaten.kaart": (
        ENDED,
        named(bereikt.Vervolg, 40),
        named(tijd.Tijden, 40, binnen_norm=0.8),
    ),
    "duur.verloop": (LASTS,),
    "duur.wachten": (WAITS, WAITS, WAITS),
    "duur.mediaan": (named(tijd.Tijden, 40, mediaan=300),),
    "duur.treeknorm": (named(tijd.Tijden, 1, binnen_norm=0.8),) * 2,
    "duur.keukentafel": (named(tijd.Tijden, 1, binnen_norm=0.8),) * 2,
    "duur.uitkomst": (named(tijd.Uitkomst, 6, maatwerk=False, aandeel=0.1),),
    "duur.binnen": (named(tijd.Tijden, 40, mediaan=30, binnen_norm=0.8),),
    "berichten.per_maand": (
        [filled(post.PerMaand, maand=month, wet=wet) for month in YEAR for wet in Wet],
        SHARES,
    ),
    "berichten.afgekeurd": (named(post.Afgekeurd, 60, wet=Wet.JW, omschrijving="Tarief"),),
    "berichten.per_aanbieder": (named(post.PerAanbieder, 400),),
    "berichten.stops": (named(post.Stops, 400),),
    "berichten.verzilvering": (named(post.Verzilvering, 900, wet=Wet.WMO, verzilvering=0.8),),
    "caseload.verloop": (IN_CARE, [filled(mensen.Kern)]),
    "caseload.casussen": ([filled(mensen.Casussen, maand=month) for month in MONTHS],),
    "caseload.per_team": (named(mensen.PerTeam, 80),),
    "caseload.per_product": (named(mensen.PerProduct, 400, wet=Wet.JW),),
    "caseload.per_wijk": (named(mensen.PerWijk, 200),),
    "caseload.verwijzer": (named(mensen.Verwijzer, 40),),
    "geld.opbouw": (
        [
            filled(begroot.PerDeel, wet=wet, opvang=opvang, begroot_fictief=True)
            for wet in (*Wet, None)
            for opvang in (False, True)
        ],
    ),
    "geld.per_taakveld": (named(begroot.PerTaakveld, 60, wet=Wet.WMO),),
    "geld.reeks": (
        [
            filled(
                begroot.Reeks,
                reeks=f"Reeks {nr}",
                jaar=jaar,
                indeling=2025 if jaar > 2024 else 2023,
                doorgaand=nr == 1,
                taakvelden="6.1, 6.2",
            )
            for nr in range(8)
            for jaar in range(2019, 2031)
        ],
    ),
    "geld.reserve": (
        [
            filled(
                begroot.Reserve,
                reserve=f"Reserve {nr}",
                jaar=jaar,
                stand=EUROS,
                storting=EUROS,
                onttrekking=EUROS,
                klopt=True,
            )
            for nr in range(3)
            for jaar in range(2019, 2031)
        ],
    ),
    "preventie.jaren": (
        [
            filled(voor.Jaar, jaar=jaar, stand=stand, generatie=nr, voorliggend=1.5, maatwerk=900)
            for jaar, stand, nr in REPORTS
        ],
    ),
    "preventie.deel": (
        [
            filled(voor.Jaar, jaar=jaar, stand=stand, generatie=nr, deel_voorliggend=0.4)
            for jaar, stand, nr in REPORTS
        ],
    ),
    "vergelijken.verdeling": (
        [
            naast.Verdeling(
                rang=nr + 1,
                naam=f"Gemeente {nr}",
                per_hoofd=700 - nr,
                eigen=nr == 7,
                lijkt=7 < nr < 80,
                regio_code=f"GM{nr:04}",
            )
            for nr in range(342)
        ],
        SPENT,
    ),
    "vergelijken.onderdelen": (SPENT,),
    "vergelijken.jaren": (
        [
            filled(naast.Jaar, jaar=jaar, stand=stand, generatie=nr, doorgaand=True, per_hoofd=1.5)
            for jaar, stand, nr in REPORTS
        ],
    ),
    "vergelijken.berichten": ([filled(naast.Bericht, wet=wet) for wet in (Wet.JW, Wet.WMO)],),
    "plafonds.per_plafond": (PLAFONDS,),
    "plafonds.restant": (ONDER_PLAFOND, PLAFONDS),
    "plafonds.kans": (ONDER_PLAFOND,),
    "stroom.per_maand": ([filled(in_en_uit.PerMaand, maand=month) for month in YEAR],),
    "stroom.per_lid": (named(in_en_uit.PerLid, 400),),
    "stroom.bekend": ([filled(in_en_uit.Bekend, maand=month, aandeel=0.5) for month in YEAR],),
    "stroom.terug": ([filled(in_en_uit.Terug, maand=month, aandeel=0.1) for month in YEAR],),
    "stroom.terugkeer": (named(in_en_uit.Terugkeer, 400),),
    **dict.fromkeys(
        ("regenboog.lagen", "regenboog.beide", "regenboog.mensen", "regenboog.geld"),
        (named(boog.Laag, 7, bron="berichten"),),
    ),
    **dict.fromkeys(
        ("regenboog.producten_mensen", "regenboog.producten_geld"),
        (named(boog.Product, 60, wet=Wet.JW),),
    ),
    **dict.fromkeys(
        ("regenboog.jaren_mensen", "regenboog.jaren_geld"),
        (
            [
                filled(
                    boog.LaagJaar,
                    jaar=jaar,
                    dag=MONTHS[0],
                    volgnr=nr,
                    naam=f"Laag {nr}",
                    volledig=True,
                    deel_clienten=1 / 7,
                    deel_bedrag=1 / 7,
                )
                for jaar in range(2022, 2027)
                for nr in range(1, 8)
            ],
        ),
    ),
    "sturen.effecten": ([filled(sturen_rijen.Basis, wet=wet) for wet in Wet],),
    "teams.actief": (TEAMS, [WORK]),
    "teams.per_team": (TEAMS, CHANGED),
    "teams.stroom": (TEAMS,),
    "teams.per_fte": (TEAMS, [WORK]),
    "teams.leeftijd": (
        [
            filled(werk.Leeftijd, team=f"Team {nr}", klasse=klasse)
            for nr in range(40)
            for klasse in (0, 3, 6, 12)
        ],
    ),
    "teams.taken": (named(werk.Taak, 6, doorlooptijd=31.0),),
    "teams.overlap": (
        [
            werk.Overlap(wijkteam=f"Wijkteam {w}", jeugdteam=f"Jeugd {j}", wijken=w, inwoners=j)
            for w in range(12)
            for j in range(8)
        ],
    ),
    "huishoudens.wetten": (
        [
            filled(gezinnen.Wetten, combinatie=wetten, aandeel=0.1, samen=99_999)
            for wetten in ("jw", "wmo", "pw", "jw + wmo", "jw + pw", "pw + wmo", "jw + pw + wmo")
        ],
    ),
    "huishoudens.leefgebieden": (
        [
            filled(gezinnen.Leefgebieden, combinatie=" + ".join(pair), samen=99_999, aandeel=0.1)
            for pair in combinations(LEEFGEBIEDEN, 3)
        ],
    ),
    "huishoudens.problemen": (
        [filled(gezinnen.Aantal, aantal=nr, aandeel=0.25) for nr in (1, 2, 3, 4)],
    ),
    "huishoudens.aanbieders": (
        [filled(gezinnen.Aantal, aantal=nr, aandeel=0.25) for nr in (1, 2, 3, 4)],
    ),
    "huishoudens.plannen": (
        [filled(gezinnen.Plannen, volgnr=nr, stand="geen plan", aandeel=0.2) for nr in range(1, 6)],
    ),
    "huishoudens.stapeling": (
        [filled(gezinnen.Stapeling, begin=day, eind=day, aandeel=0.05) for day in MONTHS[:4]],
    ),
    "trends.reeks": (
        [filled(gevolgd.Maand, maand=day, noemer=900, boven=880) for day in MONTHS[:24]],
    ),
    "jaareinde.koers": (ON_THE_WAY, [END]),
    "jaareinde.terugblik": (LOOKED_BACK,),
    "uitgaven.koers": (VERLOOP, [KERN], SHARES, ON_THE_WAY),
    "uitgaven.per_maand": (VERLOOP, SHARES),
    "uitgaven.per_taakveld": (named(geld.PerTaakveld, 60, wet=Wet.WMO),),
    "participatie.per_maand": ([filled(bijstand.PerMaand, maand=month) for month in YEAR],),
    "participatie.per_lid": (named(bijstand.PerLid, 60),),
    "participatie.redenen": (
        [
            filled(bijstand.Reden, richting=way, code=str(nr), naam=f"Reden {nr}", aandeel=0.1)
            for way in ("instroom", "uitstroom")
            for nr in range(40)
        ],
    ),
    "participatie.cohorten": (
        [
            filled(
                bijstand.Cohort,
                groep=str(jaar),
                naam=f"Begonnen in {jaar}",
                stap=stap,
                overleving=1 - stap / 40,
                laag=0.1,
                hoog=0.9,
            )
            for jaar in (2024, 2025, 2026)
            for stap in range(37)
        ],
    ),
    "participatie.loonkosten": (
        [filled(bijstand.Loonkosten, maand=month, kosten=123456.78) for month in YEAR],
    ),
    "participatie.trajecten": (named(bijstand.Traject, 9), named(bijstand.Traject, 40)),
    "uitgaven.per_product": (named(geld.PerProduct, 400, wet=Wet.WMO),),
    "uitgaven.per_aanbieder": (named(geld.PerAanbieder, 3000),),
    "uitgaven.per_wijk": (named(geld.PerWijk, 200),),
    "verwijzers.per_kwartaal": (
        [
            filled(gestuurd.Kwartaal, kwartaal=day, verwijzer=code, naam=code, aandeel=0.3)
            for day in MONTHS[::3]
            for code in VERWIJZER
        ],
    ),
    "verwijzers.per_groep": (
        [
            filled(gestuurd.Groep, groep=f"Groep {nr}", verwijzer=code, naam=code, aandeel=0.3)
            for nr in range(40)
            for code in VERWIJZER
        ],
    ),
    "verwijzers.rond_poh": (
        [filled(gestuurd.RondPoh, sinds=sinds, met=2.5, zonder=3.1) for sinds in range(-12, 12, 3)],
    ),
    "verwijzers.medicatie": (
        [
            filled(
                gestuurd.Medicatie,
                jaar=2010 + nr,
                groep="Middel",
                regio=regio,
                per_duizend=40.5,
                ontvangen_op=datetime(2026, 1, 1, tzinfo=UTC),
            )
            for nr in range(15)
            for regio in ("GM1681", "NL01")
        ],
    ),
    "waarom.oorzaken": (CAUSES,),
    "waarom.per_product": (CAUSES,),
    "waarom.stromen": (
        [
            filled(redenen.Stroom, wet="totaal", stroom=stroom)
            for stroom in (*waarom.STROMEN, "totaal")
        ],
    ),
    "waarom.tussen": (
        [
            filled(redenen.Verandering, wet=wet, soort=soort)
            for wet in ("jw", "wmo", "totaal")
            for soort in (*waarom.SOORTEN, "totaal")
        ],
    ),
    "wijkprofiel.kaart": (
        [
            filled(wijken.PerWijk, wijk_code=code, naam=code, eenheid="%", bron="")
            for code in WIJKEN
        ],
        MAP,
    ),
    "wijkprofiel.gebruik": (
        [
            filled(wijken.Gebruik, wijk_code=code, naam=code, wet="totaal", aandeel=nr / 200)
            for nr, code in enumerate(WIJKEN)
        ],
        MAP,
    ),
    "wijkprofiel.gebruik_team": (
        [
            filled(wijken.GebruikTeam, wijk_code=code, team=code, aandeel=nr / 200)
            for nr, code in enumerate(WIJKEN)
        ],
        MAP,
    ),
    "wijkprofiel.profiel": (named(wijken.Profiel, 120),),
}

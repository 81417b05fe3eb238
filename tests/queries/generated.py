"""A small municipality of chance, with everything that makes a figure hard."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from tests.queries.marts import Mart

OPEN: Final = date(9999, 12, 31)
WIJKEN: Final = ("WK168100", "WK168101", "WK168102")
HERE_AND_ELSEWHERE: Final = (*WIJKEN, "onbekend")
PRODUCTEN: Final = (("jw", "45", "6.75"), ("jw", "36", "onbekend"), ("wmo", "01", "6.711"))
MAANDEN: Final = tuple(date(jaar, maand, 1) for jaar in (2025, 2026) for maand in range(1, 13))
PERSONS: Final = 40

GEZEGD: Final = json.dumps(
    [
        {
            "maand": "2026-06-01",
            "jaar": 2026,
            "wet": "jw",
            "taakveld": "6.75",
            "velden": ["6.75"],
            "toegekend": 500.0,
            "p10": 900.0,
            "p50": 1000.0,
            "p90": 1200.0,
            "percentielen": [900.0, 1000.0, 1200.0],
            "binnen": 80.0,
            "verwacht": 90.0,
            "rijp": True,
            "komend": 300.0,
            "nieuw": 40.0,
            "verder": 900.0,
            "verder_nieuw": 200.0,
        }
    ]
)
"""What a forecast says, for the queries that lay it beside people and budgets."""
EVERYTHING: Final[dict[str, Any]] = {
    "jaar": 2026,
    "aantal": 50,
    "peildatum": date(2026, 6, 15),
    "van": date(2025, 7, 1),
    "tot": date(2026, 6, 30),
    "vandaag": date(2026, 6, 30),
    "toen_van": date(2025, 1, 1),
    "toen_tot": date(2025, 6, 1),
    "indicator": "Inwoners",
    "vanaf": 0,
    "plafond": "jw/42420001/C1//",
    "gezegd": GEZEGD,
    "gemeente": "GM1681",
    "stand": "begroting",
    "onderdeel": "jeugd",
    "soort": "zorg",
    "indeling": "product",
    "genoeg": 1,
    "wat": "instroom",
    "reeks": "instroom/totaal/totaal",
}
POSTEN: Final = (
    ("jeugd_maatwerk", "6.751"),
    ("jeugd_gedwongen", "6.821"),
    ("wmo", "6.60"),
    ("opvang", "6.811"),
    ("participatie", "6.3"),
    ("samenkracht", "6.1"),
    ("toegang", None),
)
NOT_SAID: Final = (
    *("reden_instroom", "reden_uitstroom", "leefvorm", "leeftijdsklasse", "wijk_code", "trede"),
)
"""What a row of an uitkering may leave out."""
LINE: Final = {"wet": "jw", "aanbieder": "42420001", "referentienummer": "R0-2026-02-01"}
"""A line of care with a toewijzing."""
CHOICES: Final[tuple[dict[str, Any], ...]] = (
    EVERYTHING,
    {
        **EVERYTHING,
        "team": "Noord",
        "wijk": "WK168101",
        "indicator": "Eenoudergezinnen",
        "snede": "team",
    },
    {**EVERYTHING, "jaar": 2031, "peildatum": date(2031, 1, 1), "wijk": "onbekend", "aantal": 3},
)


def fill(mart: Mart, *, backward: bool = False) -> None:
    """The same rows each time, in order or the other way round."""
    tables: dict[str, list[dict[str, Any]]] = {}
    for table, row in _rows(Random(2)):
        tables.setdefault(table, []).append(row)
    for table, rows in tables.items():
        mart.insert(table, rows[::-1] if backward else rows)


def _rows(chance: Random) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from _deliveries()
    yield from _answers()
    yield from _places()
    yield from _budgets()
    yield from _contracts()
    yield from _ended()
    yield from _came_back()
    yield from _gemeenten()
    yield from _staff()
    yield from _waits()
    yield from _referrals()
    yield from _households()
    yield from _long_ago()
    yield from _bijstand()
    for client_id in range(PERSONS):
        if client_id % 9:
            wijk = chance.choice(HERE_AND_ELSEWHERE)
            born = {"geboortejaar": 2007, "geboortemaand": client_id % 12 + 1}
            yield "client", {"client_id": client_id, "wijk_code": wijk, **born}
        yield from _care(client_id, chance)
        yield from _money(client_id, chance)
        yield from _casus(client_id, chance)


def _deliveries() -> Iterator[tuple[str, dict[str, Any]]]:
    kinds = (("JW323", "jw"), ("WMO301", "wmo"), ("begroting", None), (None, None))
    for number in range(1, 9):
        soort, wet = kinds[number % len(kinds)]
        yield (
            "levering",
            {
                "levering_nr": number,
                "bestand": f"bestand-{number % 3}",
                "soort": soort,
                "wet": wet,
                "sha256": str(number),
                "ontvangen_op": f"2026-01-0{number} 12:00:00",
                "ingelezen_op": f"2026-01-0{number} 12:00:00",
                "wijze": "live",
                "aanbieder": "42420001" if wet else None,
                "identificatie": str(number % 4) if wet else None,
                "dagtekening": f"2026-01-0{1 + number % 5}" if wet else None,
                "gelezen": 2,
                "geaccepteerd": number % 3,
                "afgekeurd": 2 - number % 3,
            },
        )
        for niveau, client_id in (("bericht", None), ("client", number), ("product", number)):
            yield (
                "retour",
                {
                    "levering_nr": number,
                    "plaats": 1,
                    "wet": wet or "jw",
                    "aanbieder": "42420001",
                    "bericht": "306",
                    "identificatie": "1",
                    "dagtekening": "2026-01-01",
                    "niveau": niveau,
                    "client_id": client_id,
                    "codes": "0001" if number % 2 else "0200 9019",
                    "wijst_af": True,
                },
            )
        if number > 6:
            row = {"levering_nr": number, "plaats": 1, "levering": number - 6, "reden": "dubbel"}
            yield "intrekking", row
        for soort_van in ("start", "stop"):
            yield (
                "signaal",
                {
                    "wet": wet or "jw",
                    "aanbieder": "42420001",
                    "client_id": number % 3,
                    "soort": soort_van,
                    "code": "9019" if number % 2 else "laat",
                    "levering_nr": number,
                    "plaats": 1,
                },
            )
        for plaats in ("1", "2", "2"):
            row = {"levering_nr": number, "plaats": plaats, "code": "0001", "reden": "kapot"}
            yield "afkeuring", row


def _long_ago() -> Iterator[tuple[str, dict[str, Any]]]:
    """A message of two years ago, so that months can be laid beside the months before them."""
    moment = "2024-11-04 12:00:00"
    yield (
        "levering",
        {
            "levering_nr": 90,
            "bestand": "bestand-90",
            "soort": "JW301",
            "wet": "jw",
            "sha256": "90",
            "ontvangen_op": moment,
            "ingelezen_op": moment,
            "wijze": "live",
            "aanbieder": "42420001",
            "identificatie": "90",
            "dagtekening": "2024-11-04",
            "gelezen": 1,
            "geaccepteerd": 1,
            "afgekeurd": 0,
        },
    )


def _answers() -> Iterator[tuple[str, dict[str, Any]]]:
    """A declaratie of each aanbieder: one waits, one is rejected whole, the others in part."""
    for number, (wet, aanbieder) in enumerate(
        (("jw", "42420001"), ("jw", "42420002"), ("wmo", "42420001"), ("wmo", "42420002")), start=1
    ):
        of: dict[str, Any] = {"wet": wet, "aanbieder": aanbieder}
        said: dict[str, Any] = {**of, "declaratienummer": "D1", "levering_nr": number}
        answered = {"antwoord_nr": number if number > 1 else None, "afgewezen": number == 2}
        head = {key: said[key] for key in ("wet", "aanbieder", "declaratienummer")}
        yield "declaratie", {**head, **answered, "aangeleverd": 1}
        yield "declaratie_kop", {**said, "plaats": 1}
        whole = {"niveau": "bericht", "client_id": None, "codes": "0001 9338"}
        if number > 1:
            yield "antwoord", {**said, **whole, "plaats": 1, "wijst_af": number == 2}
        for client_id in range(0, PERSONS, 3):
            one = {"niveau": "client", "client_id": client_id, "codes": "8187", "wijst_af": True}
            yield "antwoord", {**said, **one, "plaats": client_id}
        sent = {**of, "bericht": "302", "identificatie": "2", "dagtekening": "2026-01-02"}
        told = {"niveau": "bericht", "client_id": None, "codes": "0200", "wijst_af": False}
        yield "retour", {**sent, **told, "levering_nr": number + 4, "plaats": 2}


def _places() -> Iterator[tuple[str, dict[str, Any]]]:
    regions = [("NL", "Nederland", "land"), ("GM1681", "Borger-Odoorn", "gemeente")]
    regions += [(code, f"Wijk {code[-2:]}", "wijk") for code in WIJKEN]
    for code, naam, soort in regions:
        for jaar in (2022, 2024):
            for indicator in ("Inwoners", "Eenoudergezinnen", "Ondernemers"):
                is_published = indicator != "Ondernemers" and code != "WK168102"
                yield (
                    "kerncijfer",
                    {
                        "jaar": jaar,
                        "regio_code": code,
                        "regio_naam": naam,
                        "regio_soort": soort,
                        "indicator": indicator,
                        "waarde": jaar if is_published else None,
                        "eenheid": "personen",
                        "bron": "Bron: CBS",
                    },
                )
        if soort == "wijk":
            inwoners = None if code == "WK168102" else 1000
            yield "wijk", {"wijk_code": code, "naam": naam, "inwoners": inwoners, "jaar": 2024}
            for volgnr in (1, 2, 3):
                yield "kaart", {"regio_code": code, "volgnr": volgnr, "x": volgnr, "y": 1}
    for team, wijk, van, tot in (
        ("Noord", "WK168100", date(2020, 1, 1), date(2026, 3, 31)),
        ("Noord", "WK168101", date(2020, 1, 1), OPEN),
        ("Zuid", "WK168100", date(2026, 1, 1), OPEN),
    ):
        yield "team", {"team": team, "wijk_code": wijk, "van": van, "tot": tot}
    yield "aanbieder", {"agb_code": "42420001", "naam": "De Voorbeeldhoeve"}


def _budgets() -> Iterator[tuple[str, dict[str, Any]]]:
    for taakveld, wet in (
        ("6.1", None),
        ("6.23", None),
        ("6.751", "jw"),
        ("6.752", "jw"),
        ("6.92", "jw"),
        ("6.711", "wmo"),
        ("6.3", "pw"),
    ):
        yield (
            "begroting",
            {
                "jaar": 2026,
                "taakveld": taakveld,
                "wet": wet,
                "omschrijving": taakveld,
                "lasten": 1000,
                "baten": 0,
                "stand": "primitief",
                "fictief": taakveld == "6.92",
            },
        )
        for nr, (jaar, stand) in enumerate(((2026, "primitief"), (2025, "rekening"))):
            line = {"jaar": jaar, "taakveld": taakveld, "omschrijving": taakveld, "stand": stand}
            yield "begroting_regel", {**line, "levering_nr": 3, "plaats": nr, "lasten": 900 + nr}
    for jaar in (2025, 2026):
        reserve = {"reserve": "Reserve", "jaar": jaar, "stand": 100, "levering_nr": 3}
        yield "reserve_regel", {**reserve, "storting": 1, "onttrekking": 0}


def _contracts() -> Iterator[tuple[str, dict[str, Any]]]:
    for plaats, (agb, nummer, plafond, jaar, categorie) in enumerate(
        (
            ("42420001", "C1", 5000, None, None),
            ("42420001", "C1", 4000, 2026, None),
            ("42420001", "C1", 100, None, "45"),
            ("42420001", "C2", -1, None, None),
            ("42420009", "C3", 900, 2031, None),
            ("42420002", "C4", None, None, None),
        )
    ):
        yield (
            "inkoopcontract_regel",
            {
                "levering_nr": 1,
                "plaats": plaats,
                "agb_code": agb,
                "wet": "jw",
                "contractnummer": nummer,
                "van": date(2025, 1, 1),
                "tot": date(2027, 12, 31),
                "plafond": plafond,
                "niveau": "lokaal",
                "jaar": jaar,
                "categorie": categorie,
                "productcode": None,
            },
        )


def _gemeenten() -> Iterator[tuple[str, dict[str, Any]]]:
    """Ours in two reports beside twelve others, of which one did not deliver a thing."""
    for nr, code in enumerate(("GM1681", *(f"GM{number:04}" for number in range(1, 13)))):
        kind = {"gemeentegrootte": "klein", "stedelijkheid": "ns"[nr % 2]}
        jongeren = None if nr == 5 else 250 + nr
        yield (
            "gemeente",
            {
                "jaar": 2026,
                "regio_code": code,
                "naam": f"Gemeente {nr}",
                "provincie": "Drenthe",
                "inwoners": 1000 + nr,
                "jongeren": jongeren,
                "sociale_structuur": "grmz"[nr % 3],
                "centrumgemeente": None,
                **kind,
            },
        )
        for jaar, stand in ((2026, "begroting"), (2024, "begroting"), (2024, "rekening")):
            for post, taakveld in () if nr == 7 else POSTEN:
                if nr == 3 or taakveld:
                    report = {"jaar": jaar, "stand": stand, "regio_code": code, "post": post}
                    amounts = {"lasten": 1000 * nr + 500, "baten": 10 if taakveld else None}
                    yield "iv3", {**report, "taakveld": taakveld, **amounts}
    for place, circulaire in enumerate(("M2025_2026", "S2025_2026")):
        clusters = dict.fromkeys(("sociale_basis", "participatie", "wmo", "jeugd"), 9000 + place)
        said = {"circulaire_jaar": circulaire, "regio_code": "GM1681"}
        yield "gemeentefonds_regel", {"levering_nr": 1, "plaats": place, **said, **clusters}


def _ended() -> Iterator[tuple[str, dict[str, Any]]]:
    """Care of the same product at two aanbieders that is over."""
    for nummer, agb in ((9001, "42420001"), (9002, "42420002")):
        care = {"wet": "jw", "client_id": nummer % 9, "toewijzing_nummer": nummer}
        van = date(2026, 1, 1)
        product = {"categorie": "45", "volume": 4, "eenheid": "01", "frequentie": "2"}
        yield (
            "toewijzing",
            {
                **care,
                **product,
                "aanbieder": agb,
                "toewijzingsdatum": van,
                "ingangsdatum": van,
                "einddatum": date(2026, 2, 28),
                "verwijderd": False,
                "verwijzer": "01",
                "toegewezen_op": van,
            },
        )
        row = {**care, "categorie": "45", "aanbieder": agb, "van": van, "tot": date(2026, 2, 28)}
        yield "inzet", {**row, "verwijzer": "01"}


def _came_back() -> Iterator[tuple[str, dict[str, Any]]]:
    """Somebody whose care ended, and began again after more than a month."""
    stretches = ((date(2024, 1, 1), date(2025, 10, 1)), (date(2026, 2, 1), OPEN))
    for volgnr, (van, tot) in enumerate(stretches, start=1):
        days = {"client_id": PERSONS, "van": van, "tot": tot}
        of = {"categorie": "45", "aanbieder": "42420001", "verwijzer": "01"}
        yield "inzet", {**days, **of, "wet": "jw", "toewijzing_nummer": 9010 + volgnr}
        for wet in ("jw", "totaal"):
            yield "zorgperiode", {**days, "wet": wet, "volgnr": volgnr}


def _waits() -> Iterator[tuple[str, dict[str, Any]]]:
    """Who was seen and who was not, and what some meldingen came to."""
    for nr in range(9):
        asked = date(2025, 9, 1) + timedelta(days=25 * nr)
        seen = asked + timedelta(days=20) if nr % 3 else None
        row = {"levering_nr": 3, "plaats": nr, "client_id": nr}
        wait = {"aanbieder": "42420001", "wet": "jw", "categorie": "45", "aanmelding": asked}
        yield "wachttijd_regel", {**row, **wait, "intake": seen, "start": seen}
        told = {"uitkomst": (None, "maatwerk", "eigen kracht")[nr % 3], "team": None}
        done = {"melding": asked, "onderzoek_afgerond": seen, "besluit": seen}
        yield "wmo_melding_regel", {**row, **done, **told}


def _care(client_id: int, chance: Random) -> Iterator[tuple[str, dict[str, Any]]]:
    wet, categorie, _ = chance.choice(PRODUCTEN)
    van = date(2025, 1, 1) + timedelta(days=chance.randrange(500))
    tot = chance.choice((OPEN, van + timedelta(days=chance.randrange(300))))
    care = {"wet": wet, "client_id": client_id, "toewijzing_nummer": client_id // 2}
    product = chance.choice((categorie, None))
    yield (
        "toewijzing",
        {
            **care,
            "aanbieder": "42420001",
            "toewijzingsdatum": van,
            "ingangsdatum": van,
            "einddatum": None if tot == OPEN else tot,
            "categorie": product,
            "volume": 4,
            "eenheid": "01",
            "frequentie": "1246"[client_id % 4],
            "verwijderd": client_id % 7 == 0,
            "verwijzer": chance.choice(("01", "02", "onbekend", "99")),
            "toegewezen_op": van,
        },
    )
    row = {**care, "categorie": product, "aanbieder": "42420001", "van": van, "tot": tot}
    yield "inzet", {**row, "verwijzer": ("01", "02", "onbekend", "99")[client_id % 4]}
    known = {"volgnr": 1, "toegewezen_op": van - timedelta(days=9), "begonnen": min(van, tot)}
    yield "zorgtraject", {**row, **known}
    yield (
        "toewijzing_versie",
        {
            **care,
            "aanbieder": "42420001",
            "levering_nr": 1 + client_id % 8,
            "plaats": client_id,
            "toewijzingsdatum": van,
            "toewijzingstijd": f"{8 + client_id % 9}:00",
            "ingangsdatum": van,
            "einddatum": None if tot == OPEN else tot,
        },
    )
    if tot != OPEN:
        stop = {"soort": "stop", "begindatum": van, "einddatum": tot, "reden_beeindiging": "31"}
        place = {"levering_nr": 1 + client_id % 8, "plaats": client_id}
        yield "melding", {**care, **stop, **place, "aanbieder": "42420001"}
    for of in (wet, "totaal"):
        period = {"wet": of, "client_id": client_id, "volgnr": 1 + client_id % 2}
        yield "zorgperiode", {**period, "van": van, "tot": tot}


def _money(client_id: int, chance: Random) -> Iterator[tuple[str, dict[str, Any]]]:
    wet, categorie, taakveld = chance.choice(PRODUCTEN)
    aanbieder = chance.choice(("42420001", "42420002"))
    for volgnr, maand in enumerate(chance.sample(MAANDEN, 6)):
        bedrag = chance.randrange(-5000, 100_000)
        status = chance.choice(("toegekend", "in_behandeling", "afgewezen"))
        line = {
            "maand": maand,
            "wet": wet,
            "taakveld": taakveld,
            "categorie": categorie,
            "aanbieder": aanbieder,
            "client_id": client_id,
        }
        said = {
            "levering_nr": 1 + client_id % 8,
            "plaats": 10 * client_id + volgnr,
            "declaratienummer": "D1",
            "referentienummer": f"R{client_id}-{maand}",
            "toewijzing_nummer": client_id // 2,
            "productcode": f"{categorie}A03",
            "begin": maand,
            "eind": maand,
            "volume": 1,
            "eenheid": "01",
        }
        yield (
            "regel",
            {
                **line,
                **said,
                "bedrag": bedrag,
                "status": status,
                "vlaggen": chance.choice(([], ["9338"], ["9338", "0000"])),
            },
        )
        person = {"client_id": client_id, "debet_credit": "D" if bedrag > 0 else "C"}
        care = {"wet": wet, "categorie": categorie, "aanbieder": aanbieder}
        yield "prestatie", {**person, **care, **said, "bedrag": abs(bedrag)}


def _casus(client_id: int, chance: Random) -> Iterator[tuple[str, dict[str, Any]]]:
    begindatum = date(2025, 1, 1) + timedelta(days=chance.randrange(500))
    yield (
        "casus",
        {
            "casus_id": str(client_id),
            "team": chance.choice(("Noord", "Zuid", "Opgeheven")),
            "wijk_code": chance.choice(WIJKEN),
            "begindatum": begindatum,
            "einddatum": chance.choice((OPEN, begindatum + timedelta(days=100))),
            "eerder_bekend": chance.random() < 0.4,
        },
    )
    for place, taak in enumerate(("signalering", "vraagverheldering", "indicering")):
        van = begindatum + timedelta(days=30 * place - 5 * (client_id % 3))
        yield (
            "casustaak",
            {
                "casus_id": str(client_id),
                "taak": taak,
                "van": van,
                "tot": OPEN if taak == "indicering" else van + timedelta(days=29),
                "overlapt": place > 0 and client_id % 5 == 0,
                "gat": False,
            },
        )


def _staff() -> Iterator[tuple[str, dict[str, Any]]]:
    """The formatie of two teams, as a whole and for a taak, and wijkteams beside jeugdteams."""
    for place, (team, taak) in enumerate(
        (team, taak) for team in ("Noord", "Zuid") for taak in (None, "indicering")
    ):
        staff = {"team": team, "maand": "2026-05-01", "fte": 2 + place, "taak": taak}
        yield "formatie_regel", {**staff, "levering_nr": 3, "plaats": place}
    for place, wijk in enumerate(WIJKEN):
        for soort in ("wijkteam", "jeugdteam"):
            of = {"wijk_code": wijk, "team_soort": soort, "team": f"{soort} {place % 2}"}
            yield (
                "wijkteam_regel",
                {**of, "van": "2020-01-01", "levering_nr": 3, "plaats": 2 * place + len(soort)},
            )


def _referrals() -> Iterator[tuple[str, dict[str, Any]]]:
    """A practice that got a POH halfway two years beside one without, and a rate of medicine."""
    for place, (praktijk, maand) in enumerate((p, m) for p in ("met", "zonder") for m in MAANDEN):
        row = {"praktijk": praktijk, "maand": maand, "verwijzer": "02", "aantal": place % 7}
        poh = {"poh": praktijk == "met", "poh_van": "2026-01-01" if praktijk == "met" else None}
        yield "verwijzing_regel", {**row, **poh, "levering_nr": 3, "plaats": place}
    for place, agb in enumerate((None, "42420001", "42420001")):
        of = {"jaar": 2025, "kwartaal": None if place < 2 else 3, "wet": "jw", "agb_code": agb}
        said = {"categorie": None, "vraag": "Geholpen?", "aantal": 20 + place, "positief": 9}
        yield (
            "clientervaring_regel",
            {**of, **said, "score": None, "levering_nr": 3, "plaats": place},
        )
    for place, regio in enumerate(("GM1681", "NL01")):
        rate = {"jaar": 2024, "groep": "Middel", "regio_code": regio, "per_duizend": 40 + place}
        yield "medicatie_regel", {**rate, "levering_nr": 3, "plaats": place}


def _households() -> Iterator[tuple[str, dict[str, Any]]]:
    """Who lives together, what is the matter there and who has a plan; one is in two at once."""
    for client_id in range(PERSONS - 5):
        home = {"client_id": client_id, "van": date(2024, 1, 1), "tot": OPEN}
        yield "huishouden", {**home, "huishouden_id": client_id // 3, "dubbel": client_id == 0}
    for place, client_id in enumerate(range(0, PERSONS, 4)):
        row = {"levering_nr": 3, "plaats": place, "client_id": client_id, "regeling": "Pw"}
        month = {"maand": date(2026, 5 if place else 1, 1), "begin": date(2026, 1, 1), "eind": None}
        yield "uitkering_regel", {**row, **month, "bedrag": 1000, **dict.fromkeys(NOT_SAID)}
        days = {"van": date(2026, 1, 1), "tot": OPEN}
        yield "regeling", {"client_id": client_id, "regeling": "Pw", **days}
        yield (
            "leefgebied_regel",
            {
                "levering_nr": 3,
                "plaats": place,
                "huishouden": None if place % 3 == 0 else f"h{place % 4}",
                "casusnummer": f"c{place}" if place % 3 == 0 else None,
                "leefgebied": ("geld", "wonen", "gezin")[place % 3],
                "van": date(2025, 1, 1),
                "tot": None,
            },
        )
        plan = {"huishouden": f"h{place % 4}", "plan_van": date(2025, 1, 1 + place)}
        told = {"regisseur": "sociaal team" if place % 2 else None, "tot": None}
        yield "plan_regel", {"levering_nr": 3, "plaats": place, **plan, **told}
    report = {"jaar": 2024, "regio_code": "GM1681", "regio_naam": "Borger-Odoorn"}
    counted = {"indicator": "Huishoudens", "waarde": 500, "eenheid": "huishoudens"}
    yield "kerncijfer", {**report, **counted, "regio_soort": "gemeente", "bron": "Bron: CBS"}


def _bijstand() -> Iterator[tuple[str, dict[str, Any]]]:
    """People who came into bijstand and left it, changed within it, or got loonkostensubsidie."""
    kinds = ("Pw", "Pw", "IOAW", "LKS")
    for person in range(24):
        begin = MAANDEN[person % 10] + timedelta(days=person)
        eind = date(2026, 1 + person % 6, 9 + person) if person % 3 == 0 else None
        of = {"client_id": person, "regeling": kinds[person % 4], "begin": begin, "eind": eind}
        more = {"leefvorm": "gehuwden" if person % 2 else None, "wijk_code": WIJKEN[person % 3]}
        codes = {"reden_instroom": "A1", "reden_uitstroom": "7" if eind else None}
        for maand in MAANDEN[person % 10 : 18]:
            if eind is None or maand <= eind:
                row = {**of, **more, **codes, "maand": maand, "bedrag": 100 + person}
                row |= {"trede": str(1 + (person + maand.month // 6) % 6), "leeftijdsklasse": None}
                place = person * 100 + maand.month + 12 * (maand.year - 2025)
                yield "uitkering_regel", {**row, "levering_nr": 3, "plaats": place}
        if person % 2:
            way = {"traject": "scholing", "begin": begin, "eind": eind, "sector": "zorg"}
            way |= {"resultaat": "werk" if eind else None, "trede": "4", "trede_begin": "3"}
            way |= {"client_id": person, "loonkostensubsidie": 50 if person % 5 == 0 else None}
            yield "traject_regel", {**way, "levering_nr": 3, "plaats": person}

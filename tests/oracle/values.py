"""What iJw and iWmo messages say, as plain values for every test that needs one.

A message is a `Kop` (between whom, when, for which wet) and what it says; `tests.oracle.messages`
writes it. Nothing is checked here, so that a test can also make a message that must be refused.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

GEMEENTE = "1681"
AANBIEDER = "42420001"
BERICHTCODES = {
    **{("jw", soort): code for soort, code in (("301", "436"), ("302", "437"), ("305", "438"))},
    **{("jw", soort): code for soort, code in (("306", "439"), ("307", "440"), ("308", "441"))},
    **{("jw", soort): code for soort, code in (("315", "446"), ("316", "447"), ("317", "486"))},
    **{("jw", soort): code for soort, code in (("318", "487"), ("319", "488"), ("320", "489"))},
    **{("jw", soort): code for soort, code in (("323", "490"), ("325", "491"))},
    **{("wmo", soort): code for soort, code in (("301", "414"), ("302", "415"), ("305", "418"))},
    **{("wmo", soort): code for soort, code in (("306", "419"), ("307", "420"), ("308", "421"))},
    **{("wmo", soort): code for soort, code in (("315", "444"), ("316", "445"), ("317", "480"))},
    **{("wmo", soort): code for soort, code in (("318", "481"), ("319", "482"), ("320", "483"))},
    **{("wmo", soort): code for soort, code in (("323", "484"), ("325", "485"))},
}
FROM_GEMEENTE = frozenset({"301", "302", "319", "320", "325"})


def passes_eleven_test(bsn: str) -> bool:
    """Weights 9 to 2, the last digit counts -1, and the sum is a multiple of eleven."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    if not re.fullmatch("[0-9]{9}", bsn):
        return False
    return sum(w * int(d) for w, d in zip(weights, bsn, strict=True)) % 11 == 0


def _with_last_digit(eight: str) -> str:
    """The only number with these first digits that passes, if one digit is enough for it."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2)
    return f"{eight}{sum(w * int(d) for w, d in zip(weights, eight, strict=True)) % 11}"


TEST_BSNS = tuple(
    bsn for n in range(10_000) if passes_eleven_test(bsn := _with_last_digit(f"9999{n:04}"))
)
"""The BSNs of the test range, about 9,000 of them; every process of the tests makes them."""


@dataclass(frozen=True)
class Kop:
    """The header: every message is between one gemeente and one aanbieder."""

    identificatie: str
    dagtekening: date
    wet: str = "jw"
    aanbieder: str = AANBIEDER
    gemeente: str = GEMEENTE


@dataclass(frozen=True)
class Client:
    """The person; names are visibly fictitious, and no address is written without a postcode."""

    bsn: str
    geboortedatum: date = date(2012, 5, 17)
    geslacht: str = "2"
    achternaam: str = "Voorbeeldnaam"
    postcode: str | None = "9531AA"


@dataclass(frozen=True)
class Omvang:
    volume: int = 4
    eenheid: str = "04"
    frequentie: str = "2"


@dataclass(frozen=True)
class Toewijzing:
    """One ToegewezenProduct; without categorie it is generiek, without code aspecifiek."""

    nummer: int
    ingangsdatum: date
    einddatum: date | None = None
    categorie: str | None = "45"
    code: str | None = "45A04"
    toewijzingsdatum: date = date(2025, 12, 1)
    toewijzingstijd: str = "10:00:00"
    reden_wijziging: str | None = None
    omvang: Omvang | None = Omvang()
    budget: int | None = None
    referentie: str | None = None


@dataclass(frozen=True)
class Start:
    """One StartProduct; status 1 is the first delivery, 3 removes it."""

    begindatum: date
    toewijzing: int | None = None
    categorie: str | None = "45"
    code: str | None = "45A04"
    status: str = "1"
    toewijzing_ingangsdatum: date | None = None


@dataclass(frozen=True)
class Stop:
    """One StopProduct; reden 20 is an interruption and ends nothing."""

    begindatum: date
    einddatum: date
    toewijzing: int | None = None
    reden: str = "31"
    categorie: str | None = "45"
    code: str | None = "45A04"
    status: str = "1"
    toewijzing_ingangsdatum: date | None = None


@dataclass(frozen=True)
class Verzoek:
    """One AangevraagdProduct: the only place that names the verwijzer."""

    referentie: str
    ingangsdatum: date
    verwijzer: str = "02"
    categorie: str | None = "45"
    code: str | None = "45A04"
    einddatum: date | None = None
    omvang: Omvang | None = Omvang()


@dataclass(frozen=True)
class Wijziging:
    """The Verzoek of a 317: what stays, by number; what has to change; what is new."""

    referentie: str
    ongewijzigd: Sequence[int] = ()
    te_wijzigen: Sequence["Gewenst"] = ()
    nieuw: Sequence["Gewenst"] = ()
    reden: str = "1"


@dataclass(frozen=True)
class Gewenst:
    """A TeWijzigenProduct, which has a toewijzing, or a NieuwProduct, which has a product."""

    ingangsdatum: date
    toewijzing: int | None = None
    categorie: str | None = None
    code: str | None = None
    einddatum: date | None = None
    omvang: Omvang | None = Omvang()


@dataclass(frozen=True)
class VerzoekAntwoord:
    """The Antwoord of a 319."""

    referentie: str
    antwoord: str = "1"
    reden: str | None = "3"
    gemeente: str | None = None


@dataclass(frozen=True)
class Prestatie:
    """One line; without eind the rest of the month, without bedrag volume x tarief."""

    referentie: str
    begin: date
    eind: date | None = None
    toewijzing: int = 1
    categorie: str = "45"
    code: str = "45A04"
    volume: int = 10
    eenheid: str = "04"
    tarief: int | None = 5000
    bedrag: int | None = None
    debet_credit: str = "D"
    vorige_referentie: str | None = None

    @property
    def laatste_dag(self) -> date:
        """The last day as written."""
        after = self.begin.replace(day=28) + timedelta(days=4)
        return self.eind or after - timedelta(days=after.day)

    @property
    def centen(self) -> int:
        """The amount as written."""
        return self.volume * (self.tarief or 1) if self.bedrag is None else self.bedrag

    @property
    def saldo(self) -> int:
        """The amount, negative for a credit."""
        return -self.centen if self.debet_credit == "C" else self.centen


@dataclass(frozen=True)
class Declaratie:
    """The lines of one period, by the BSN of the client."""

    nummer: str
    begin: date
    eind: date
    clienten: Sequence[tuple[str, Sequence[Prestatie]]]


@dataclass(frozen=True)
class AntwoordPrestatie:
    prestatie: Prestatie
    codes: Sequence[str]


@dataclass(frozen=True)
class AntwoordClient:
    bsn: str
    prestaties: Sequence[AntwoordPrestatie]
    codes: Sequence[str] = ("0200",)


@dataclass(frozen=True)
class DeclaratieAntwoord:
    """What is said of a declaratie; only the rejected lines are in it."""

    nummer: str
    clienten: Sequence[AntwoordClient] = ()
    codes: Sequence[str] = ("0200",)
    ingediend: int = 0
    toegekend: int = 0


@dataclass(frozen=True)
class Antwoord:
    """A 325: codes of the header, which 323 it answers, and mostly a DeclaratieAntwoord."""

    declaratie_identificatie: str
    declaratie_dagtekening: date
    codes: Sequence[str] = ("0200",)
    inhoud: DeclaratieAntwoord | None = None

"""What is bought, from whom, and at what price: fictitious, at the size of Borger-Odoorn."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sdash.domain import EENHEID_EURO, Wet

TARIEFJAAR: Final = 2025
INDEX: Final = 1.031
"""What tarieven rise in a year."""


@dataclass(frozen=True, slots=True)
class Product:
    """A product as it is contracted, and how it is used."""

    wet: Wet
    code: str
    eenheid: str
    frequentie: str
    tarief: int
    """Eurocents for one eenheid in TARIEFJAAR."""
    volume: tuple[int, int]
    """Assigned per frequentie, from the least to the most."""
    inzet: float
    """The part of what is assigned that is delivered in an average month."""
    voorraad: float
    """Toewijzingen that run at the same time in the real municipality."""
    duur: int
    """Months that a client uses it, on average."""
    looptijd: int | None
    """Months that one toewijzing lasts; None runs on."""
    leeftijd: tuple[int, int]
    regie: bool = True
    """Whether aanbieders send start and stop messages for it."""

    @property
    def categorie(self) -> str:
        return self.code[:2]

    @property
    def eenmalig(self) -> bool:
        return self.eenheid == EENHEID_EURO

    def tarief_in(self, jaar: int) -> int:
        return round(self.tarief * INDEX ** (jaar - TARIEFJAAR))


JW, WMO = Wet.JW, Wet.WMO
JEUGD, PUBER = (4, 17), (12, 16)
VOLWASSEN, OUDER = (19, 84), (58, 93)

PRODUCTEN: Final = (
    Product(JW, "45A03", "04", "2", 7080, (1, 5), 0.86, 170, 19, 24, JEUGD),
    Product(JW, "45A04", "04", "2", 9420, (1, 3), 0.84, 95, 16, 24, JEUGD),
    Product(JW, "45D01", "04", "4", 10400, (3, 5), 0.78, 40, 15, 24, (7, 11)),
    Product(JW, "54001", "01", "4", 194, (120, 380), 0.86, 150, 17, 24, JEUGD),
    Product(JW, "54002", "01", "4", 205, (240, 540), 0.86, 60, 18, 24, JEUGD),
    Product(JW, "41A11", "16", "2", 9200, (2, 7), 0.80, 28, 18, 24, (4, 12)),
    Product(JW, "40A04", "04", "2", 5400, (2, 5), 0.88, 12, 20, 24, JEUGD),
    Product(JW, "42A03", "84", "4", 1700, (16, 44), 0.85, 26, 18, 24, (4, 12)),
    Product(JW, "46A01", "14", "1", 29000, (1, 1), 1.00, 1.5, 1, 2, PUBER),
    Product(JW, "50A01", "82", "4", 115000, (1, 1), 1.00, 4, 9, 12, PUBER),
    Product(JW, "43A12", "14", "1", 61200, (1, 1), 1.00, 2, 240, 24, PUBER),
    Product(JW, "43A23", "14", "1", 68800, (1, 1), 1.00, 2, 240, 24, PUBER),
    Product(JW, "54008", "14", "1", 70500, (1, 1), 1.00, 2, 240, 24, PUBER),
    Product(JW, "44A07", "14", "1", 5200, (1, 1), 1.00, 18, 30, 24, JEUGD),
    Product(JW, "48A01", "14", "1", 3660, (1, 1), 1.00, 64, 28, 24, JEUGD),
    Product(JW, "47A01", "14", "1", 3350, (1, 1), 1.00, 7, 14, 18, PUBER),
    Product(WMO, "01A04", "01", "2", 64, (90, 285), 0.96, 780, 60, None, OUDER),
    Product(WMO, "02A03", "04", "2", 7100, (1, 3), 0.86, 195, 30, 36, VOLWASSEN),
    Product(WMO, "04A01", "14", "4", 16500, (2, 4), 0.85, 12, 24, 36, OUDER),
    Product(WMO, "07A03", "16", "2", 4400, (2, 6), 0.82, 80, 30, 36, (45, 90)),
    Product(WMO, "10A01", "84", "4", 56500, (1, 1), 1.00, 29, 26, 36, VOLWASSEN),
    Product(WMO, "11A01", "84", "4", 10400, (1, 1), 1.00, 145, 72, None, OUDER, regie=False),
    Product(WMO, "12A05", "84", "4", 12800, (1, 1), 1.00, 220, 72, None, OUDER, regie=False),
    Product(WMO, "14A01", "84", "4", 9200, (1, 1), 1.00, 115, 60, None, OUDER, regie=False),
    Product(WMO, "08A03", "84", "4", 2350, (8, 22), 0.88, 148, 60, None, OUDER, regie=False),
    Product(WMO, "13A01", "83", "6", 100, (900, 9600), 1.00, 20, 3, 6, OUDER, regie=False),
)
PRODUCT: Final = {product.code: product for product in PRODUCTEN}

CLIENTEN: Final = {JW: 530, WMO: 1100}
"""Persons with running care in the real municipality, for which the voorraad holds."""


@dataclass(frozen=True, slots=True)
class Aanbieder:
    """A fictitious aanbieder; its name stands in sample_data/aanbieders.csv."""

    agb: str
    codes: tuple[str, ...]
    dag: int
    """The day of the month on which it declares."""
    te_laat: float
    """The part of its lines that comes one to four months later."""

    def wetten(self) -> Iterator[Wet]:
        levert = {PRODUCT[code].wet for code in self.codes}
        return (wet for wet in CLIENTEN if wet in levert)


AANBIEDERS: Final = (
    Aanbieder("99000101", ("45A03", "45A04", "40A04"), 4, 0.03),
    Aanbieder("99000102", ("45A03", "45A04"), 6, 0.05),
    Aanbieder("99000103", ("45A03",), 9, 0.08),
    Aanbieder("99000104", ("45A04", "45D01"), 5, 0.03),
    Aanbieder("99000105", ("54001", "54002"), 10, 0.07),
    Aanbieder("99000106", ("54001",), 7, 0.05),
    Aanbieder("99000107", ("54001", "54002", "54008"), 11, 0.04),
    Aanbieder("99000108", ("41A11", "42A03"), 3, 0.02),
    Aanbieder("99000109", ("45D01",), 8, 0.04),
    Aanbieder("99000110", ("43A12", "43A23", "44A07", "50A01"), 5, 0.01),
    Aanbieder("99000111", ("44A07",), 6, 0.03),
    Aanbieder("99000112", ("47A01", "48A01"), 10, 0.02),
    Aanbieder("99000113", ("46A01",), 4, 0.02),
    Aanbieder("99000201", ("01A04",), 3, 0.01),
    Aanbieder("99000202", ("01A04",), 5, 0.02),
    Aanbieder("99000203", ("01A04",), 7, 0.03),
    Aanbieder("99000204", ("01A04", "02A03", "07A03", "04A01"), 6, 0.02),
    Aanbieder("99000205", ("02A03", "45A03"), 9, 0.06),
    Aanbieder("99000206", ("02A03", "10A01"), 8, 0.04),
    Aanbieder("99000207", ("07A03",), 4, 0.02),
    Aanbieder("99000208", ("07A03",), 10, 0.05),
    Aanbieder("99000209", ("11A01", "12A05", "14A01"), 3, 0.01),
    Aanbieder("99000210", ("08A03",), 11, 0.02),
    Aanbieder("99000211", ("13A01",), 7, 0.05),
)
LEVERT: Final = {code: tuple(a for a in AANBIEDERS if code in a.codes) for code in PRODUCT}

SCHOOL: Final = (1.02, 1.0, 1.06, 0.98, 0.97, 1.04, 0.72, 0.62, 1.05, 1.04, 1.06, 0.84)
"""How much of the usual care is given in each month where it follows the school year."""
THUIS: Final = (1.0, 1.0, 1.02, 1.0, 0.99, 1.0, 0.95, 0.93, 1.0, 1.02, 1.01, 0.96)
INSTROOM: Final = (1.15, 1.1, 1.1, 0.95, 0.95, 0.95, 0.7, 0.65, 1.15, 1.2, 1.15, 0.95)
"""How many of the usual newcomers each month brings."""

"""What the figures that explain a difference are called and mean."""

from typing import Final

from sdash.measures.measure import BERICHTEN, Measure
from sdash.measures.measure import euro as _euro
from sdash.measures.measure import personen as _personen

WAAROM: Final[dict[str, Measure]] = {
    "bedrag_toen": _euro("Bedrag toen", "Hetzelfde bedrag in de maanden waarmee wordt vergeleken."),
    "verschil": _euro("Verschil", "Het bedrag min het bedrag toen, op de cent."),
    "door_clienten": _euro(
        "Door cliënten",
        "Wat het kost dat de wet meer of minder cliënten had, bij dezelfde verdeling over "
        "producten.",
    ),
    "door_intensiteit": _euro(
        "Door intensiteit",
        "Wat het kost dat een cliënt meer of minder eenheden kreeg, zoals uren of etmalen.",
    ),
    "door_prijs": _euro(
        "Door prijs",
        "Wat het kost dat een eenheid van hetzelfde product meer of minder kostte.",
    ),
    "door_anders": _euro(
        "Door producten en overig", "Mix, nieuw, vervallen en zonder eenheden bij elkaar."
    ),
    "door_mix": _euro(
        "Door mix",
        "Wat het kost dat cliënten verschoven tussen producten van dezelfde wet, of meer of minder "
        "producten naast elkaar kregen.",
    ),
    "door_nieuw": _euro(
        "Nieuwe producten", "Producten die in de andere maanden niemand had, helemaal."
    ),
    "door_vervallen": _euro(
        "Vervallen producten", "Producten die alleen in de andere maanden iemand had, helemaal."
    ),
    "door_rest": _euro(
        "Zonder eenheden",
        "Regels in euro’s, zonder uren of etmalen: daar zijn aantal en prijs niet te scheiden.",
    ),
    "groei_intensiteit": Measure(
        "Meer per cliënt",
        "%",
        "aandeel",
        "Hoeveel meer of minder eenheden een cliënt kreeg; van meer producten het gemiddelde, "
        "gewogen met geld. Minuten en uren worden nooit bij elkaar opgeteld.",
        BERICHTEN,
    ),
    "groei_prijs": Measure(
        "Prijsstijging",
        "%",
        "aandeel",
        "Hoeveel meer of minder een eenheid kostte; van meer producten het gemiddelde, gewogen "
        "met geld.",
        BERICHTEN,
    ),
    "waarom/tussen.ingediend": _euro(
        "Verandering van ingediend",
        "Wat er sinds het eerste moment bij kwam of af ging. Nieuw: van maanden die toen nog niet "
        "voorbij waren. Laat: later ontvangen regels van maanden die toen al voorbij waren. "
        "Gecorrigeerd: regels die toen al bekend waren, met hun credits en intrekkingen.",
    ),
    "waarom/tussen.toegekend": _euro(
        "Verandering van toegekend", "Hetzelfde voor wat de gemeente heeft toegekend."
    ),
    "clienten_toen": _personen(
        "Cliënten toen", "Unieke personen in de maanden waarmee wordt vergeleken."
    ),
}

"""What the page Huishoudens says first, and what it says of what it does not know."""

from datetime import date

from sdash import format as fmt
from sdash.queries import huishoudens
from sdash.ui import huishoudens as woorden

KERN = huishoudens.Kern(
    grondslag=True,
    mensen=1_200,
    geteld=1_150,
    zonder=50,
    dubbel=9,
    huishoudens=800,
    een_wet=600,
    meer_wetten=200,
    meer_aandeel=0.25,
)
HIDDEN = KERN.model_copy(
    update={"huishoudens": None, "meer_wetten": None, "meer_aandeel": None, "zonder": None}
)
HALF = huishoudens.Stapeling(
    begin=date(2026, 1, 1),
    eind=date(2026, 6, 30),
    huishoudens=900,
    enkel=400,
    gestapeld=500,
    alle=11_476,
    alle_jaar=2024,
    aandeel=500 / 11_476,
)
PLAN = huishoudens.Plannen(
    volgnr=1, stand="één plan, één regisseur", huishoudens=90, samen=200, aandeel=0.45
)


def test_the_first_sentence_counts_households_and_no_people() -> None:
    assert woorden.zin(KERN).startswith("200 van 800 huishoudens")
    assert "niet getoond" in woorden.zin(HIDDEN)
    assert "nog geen enkel" in woorden.zin(
        KERN.model_copy(update={"huishoudens": 0, "meer_wetten": 0})
    )


def test_no_number_stands_alone() -> None:
    everything, more, plan, stacked = (kop for _, kop in woorden.rij(KERN, [HALF], [PLAN]))

    assert (everything.waarde, everything.basis) == ("800", "met 1.150 mensen")
    assert (more.waarde, more.verandering) == ("200", fmt.percent(0.25))
    assert (plan.waarde, plan.verandering) == ("90", fmt.percent(0.45))
    assert stacked.waarde == fmt.percent(HALF.aandeel or 0, 1)
    assert "11.476 huishoudens (2024)" in stacked.basis
    assert "tweede helft van 2023" in stacked.basis


def test_what_has_no_source_or_is_hidden_is_said_so() -> None:
    _, _, plan, stacked = (kop for _, kop in woorden.rij(KERN, [], []))
    assert "geen bron" in plan.basis
    assert "half jaar" in stacked.basis

    gone = HALF.model_copy(update={"aandeel": None})
    everything, more, *_, last = (kop for _, kop in woorden.rij(HIDDEN, [gone], [PLAN]))
    assert everything.basis == more.basis == last.basis == fmt.HIDDEN


def test_no_household_with_a_plan_is_none_and_not_unknown() -> None:
    worst = PLAN.model_copy(update={"volgnr": 5})

    _, _, plan, _ = (kop for _, kop in woorden.rij(KERN, [], [worst]))

    assert plan.waarde == "0"


def test_who_could_not_be_placed_is_counted() -> None:
    said = " ".join(woorden.lezen(KERN))

    assert "in geen huishouden staan: 50" in said
    assert "twee huishoudens tegelijk staan: 9" in said
    assert "in geen huishouden staan" not in " ".join(woorden.lezen(HIDDEN))

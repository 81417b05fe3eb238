"""Who sends people to care, in words: nothing that is hidden is said, and no more than is sure."""

from datetime import UTC, datetime

import pytest

from sdash import format as fmt
from sdash.queries.verwijzers import Groep, Kern, Medicatie, Poh
from sdash.ui import verwijzers
from sdash.ui.koppen import TE_WEINIG

KERN = Kern(clienten=200, huisarts=50, onbekend=100, groepen=1)
POH = Poh(
    praktijken=4,
    vergeleken=4,
    anders=0,
    zonder_datum=0,
    leeg=0,
    verwezen=200,
    verwezen_zonder=250,
    met_voor=3.0,
    met_na=1.9,
    zonder_voor=2.7,
    zonder_na=2.8,
    verschil=-1.2,
    fout=0.3,
    vrijheid=6.0,
)


def plain(words: str) -> str:
    return words.replace(fmt.NBSP, " ")


def test_the_sentence_counts_whom_the_huisarts_sent() -> None:
    assert verwijzers.zin(KERN, 2026) == (
        "In 2026 verwees de huisarts 50 van 200 mensen met een nieuwe toewijzing."
    )


def test_what_is_hidden_is_not_said() -> None:
    hidden = KERN.model_copy(update={"huisarts": None, "onbekend": None})

    assert fmt.HIDDEN in verwijzers.zin(hidden, 2026)
    assert dict(verwijzers.koppen(hidden, []))["Verwijzer onbekend"] == TE_WEINIG


def test_dyslexie_is_only_counted_where_its_productcodes_are_set() -> None:
    groep = Groep(
        groep="Dyslexie", verwijzer="02", naam="Huisarts", clienten=9, samen=12, aandeel=0.75
    )

    told = dict(verwijzers.koppen(KERN, [groep]))["Dyslexie"]
    untold = dict(verwijzers.koppen(KERN.model_copy(update={"groepen": 0}), []))["Dyslexie"]

    assert told.waarde == "12"
    assert untold.basis == "welke productcodes dit zijn, is niet ingesteld"
    assert any(
        "productgroepen" in said
        for said in verwijzers.lezen(KERN.model_copy(update={"groepen": 0}), POH)
    )


@pytest.mark.parametrize(
    ("fout", "said"), [(0.3, "1,9 verwijzingen minder en 0,5 verwijzingen minder"), (0.6, "toeval")]
)
def test_the_difference_says_how_sure_it_is(fout: float, said: str) -> None:
    words = verwijzers.poh(POH.model_copy(update={"fout": fout}))

    assert "daarna per maand 1,2 verwijzingen minder dan ervoor" in words
    assert said in words
    assert ("toeval" in words) == (fout > 0.5)


@pytest.mark.parametrize("gone", ["verschil", "fout", "vrijheid"])
def test_nothing_is_said_of_a_difference_that_is_hidden_or_of_too_few(gone: str) -> None:
    assert "niet te zeggen" in verwijzers.poh(POH.model_copy(update={gone: None}))


def test_without_practices_to_compare_it_says_so() -> None:
    assert "nog geen praktijken" in verwijzers.poh(POH.model_copy(update={"vergeleken": 0}))


@pytest.mark.parametrize("name", ["anders", "zonder_datum", "leeg"])
def test_what_could_not_be_used_as_it_was_is_counted(name: str) -> None:
    said = verwijzers.lezen(KERN, POH.model_copy(update={name: 37}))

    assert len(said) == len(verwijzers.lezen(KERN, POH)) + 1
    assert "37" in said[-1]


def test_medicine_says_its_year_and_its_age() -> None:
    row = Medicatie(
        jaar=2024,
        groep="ADHD",
        regio="NL01",
        per_duizend=40.0,
        ontvangen_op=datetime(2026, 1, 1, tzinfo=UTC),
    )

    said = verwijzers.medicatie([row], datetime(2026, 1, 11, tzinfo=UTC))

    assert plain(said) == (
        "Jaarcijfers van anderen, niet live: het nieuwste jaar is 2024; het bestand kwam "
        "10 dagen geleden."
    )
    assert verwijzers.medicatie([], datetime(2026, 1, 11, tzinfo=UTC)) == ""

"""What changed, in words: nothing that is hidden is said, and how sure it is always is."""

from datetime import date

import pytest

from sdash import format as fmt
from sdash.queries.trends import Reeks
from sdash.ui import trends

REEKS = Reeks(
    reeks="instroom/wijk/WK168100",
    onderwerp="instroom",
    snede="wijk",
    naam="Valthe",
    maand=date(2026, 10, 1),
    aantal=9,
    noemer=None,
    gewoon=3.1,
    regel=1,
    hoger=True,
    een_op=800,
    oordelen=3,
    bereikt=5.0,
    doel=None,
    minstens=None,
    vals=0.01,
    vraag="Wat is er anders?",
    stand=None,
    aanbod=None,
    notitie=None,
)
STIL = REEKS.model_copy(update={"reeks": "x", "regel": None, "hoger": None, "een_op": None})
VERBORGEN = {"aantal": None, "gewoon": None, "regel": None, "hoger": None, "een_op": None}
HIDDEN = REEKS.model_copy(update=VERBORGEN)


def plain(words: str) -> str:
    return words.replace(fmt.NBSP, " ")


def test_a_signal_says_how_rare_it_is_and_what_to_ask() -> None:
    [said] = trends.zinnen([REEKS])

    assert plain(said) == (
        "In zorg gekomen, wijk Valthe: 9 in oktober 2026, waar 3,1 gewoon is. Bij toeval hooguit "
        "eens in de 800 maanden. Wat is er anders?"
    )


@pytest.mark.parametrize(
    ("regel", "hoger", "said"),
    [
        (2, True, "Twee van drie maanden ver boven gewoon: bij toeval"),
        (3, False, "Vier van vijf maanden duidelijk onder gewoon: bij toeval"),
        (4, False, "Al acht maanden op rij onder gewoon: bij toeval"),
    ],
)
def test_a_rule_about_more_months_says_so(
    regel: int,
    hoger: bool,  # noqa: FBT001
    said: str,
) -> None:
    row = REEKS.model_copy(update={"regel": regel, "hoger": hoger})

    assert said in trends.signaal(row)


def test_a_part_says_of_how_many_it_is() -> None:
    row = REEKS.model_copy(update={"onderwerp": "plan", "noemer": 30})

    assert "9 van 30 in oktober" in trends.signaal(row)


def test_what_is_hidden_is_no_signal_and_is_counted() -> None:
    assert trends.zinnen([HIDDEN]) == []
    assert dict(trends.koppen([REEKS, HIDDEN]))["Niet te tonen"].waarde == "1"
    assert dict(trends.koppen([REEKS, HIDDEN]))["Reeksen gevolgd"].waarde == "1"
    assert fmt.HIDDEN in trends.signaal(HIDDEN)


def test_a_signal_beside_many_series_may_be_chance() -> None:
    assert trends.zin([REEKS]).endswith("bij toeval hooguit 0,0.")
    assert trends.zin([REEKS, *[STIL] * 40]).endswith("op; dat kan ook toeval zijn.")
    assert trends.zin([STIL]) == "Van 1 reeksen viel er in drie maanden geen op."


def test_more_signals_than_can_be_read_are_counted() -> None:
    said = trends.zinnen([REEKS] * 11)

    assert len(said) == trends.MOST + 1
    assert said[-1].startswith("Nog 3 reeksen")


@pytest.mark.parametrize(
    ("doel", "minstens", "reached"),
    [(5.0, True, True), (5.1, True, False), (5.0, False, True), (4.9, False, False)],
)
def test_a_goal_that_was_reached_is_a_success(
    doel: float,
    minstens: bool,  # noqa: FBT001
    reached: bool,  # noqa: FBT001
) -> None:
    row = REEKS.model_copy(update={"doel": doel, "minstens": minstens})

    assert bool(trends.gehaald([row])) is reached
    assert trends.gehaald([row.model_copy(update={"bereikt": None})]) == []


def test_what_stands_out_is_first_and_what_is_hidden_last() -> None:
    rare = REEKS.model_copy(update={"een_op": 9000})
    whole = STIL.model_copy(update={"snede": "totaal"})

    assert trends.in_order([HIDDEN, STIL, whole, REEKS, rare]) == [rare, REEKS, whole, STIL, HIDDEN]


def test_a_note_stands_with_its_signal_and_a_closed_signal_apart() -> None:
    said = {"stand": "opgepakt", "aanbod": "ouders op school", "notitie": "begint in maart"}
    noted = REEKS.model_copy(update=said)
    closed = REEKS.model_copy(update={**said, "stand": "gesloten"})

    assert trends.zinnen([noted])[0].endswith("Opgepakt met ouders op school: begint in maart")
    assert trends.zinnen([closed]) == []
    assert trends.gesloten([closed]) == ["In zorg gekomen, wijk Valthe: begint in maart"]

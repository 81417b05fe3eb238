"""The simulated municipality, whole, against the independent calculation."""

from datetime import date

import pytest

from sdash.simulate import generate
from tests.oracle.oracle import Oracle
from tests.properties.cijfers import figures_of, gemeente, tellingen_of

JAREN = (2025, 2026)
DAGEN = tuple(date(2026, maand, dag) for maand in range(1, 13) for dag in (1, 15))


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_the_simulated_figures_equal_the_independent_calculation(seed: int) -> None:
    files = [
        (f"{nr:05}.xml", bericht.inhoud)
        for nr, bericht in enumerate(generate(seed, clients=40, months=12))
    ]
    oracle = Oracle()
    tellingen = [oracle.read(*file) for file in files]

    with gemeente() as it:
        uitkomsten = it.deliver(*files)
        answers = it.cijfers(JAREN, DAGEN)

    assert tellingen_of(uitkomsten) == tellingen
    assert answers == figures_of(oracle, JAREN, DAGEN)
    assert answers.spent.keys() == {(jaar, wet) for jaar in JAREN for wet in ("jw", "wmo")}

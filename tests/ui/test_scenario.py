"""The tiles of a scenario say what is not known as such, and never as what is hidden."""

from sdash.prognose.scenario import Aannames, Keuzes
from sdash.ui import scenario
from sdash.ui.prognose import NOG_NIET


def test_without_a_forecast_nothing_is_called_hidden() -> None:
    told = [kop for _, kop in scenario.koppen([], Keuzes(), Aannames())]

    assert told == [NOG_NIET, NOG_NIET]

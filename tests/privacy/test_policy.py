"""Which role sees what, and how exactly."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from sdash.domain import Rol
from sdash.privacy import NotAllowed, Policy, policy_for
from sdash.queries import caseload, gegevens, uitgaven
from sdash.settings import Drempels, Settings

SETTINGS = Settings(data=Path("data"))


@pytest.mark.parametrize(
    ("rol", "policy"),
    [
        (Rol.PRESENTATOR, Policy("public", 10, 5)),
        (Rol.BESTUURDER, Policy("internal", 5)),
        (Rol.CONTROLLER, Policy("exact")),
    ],
)
def test_a_role_has_one_policy(rol: Rol, policy: Policy) -> None:
    found = policy_for(rol, SETTINGS, caseload.stand.name, caseload.stand.header)

    assert found == policy


def test_the_thresholds_come_from_the_settings() -> None:
    settings = Settings(data=Path("data"), drempels=Drempels(publiek=20, intern=7, afronding=10))

    public = policy_for(Rol.PRESENTATOR, settings, "caseload/stand", caseload.stand.header)
    internal = policy_for(Rol.BESTUURDER, settings, "caseload/stand", caseload.stand.header)

    assert public == Policy("public", 20, 10)
    assert internal == Policy("internal", 7)


def test_the_beheerder_sees_gegevens_and_nothing_else() -> None:
    policy = policy_for(Rol.BEHEERDER, SETTINGS, gegevens.vlaggen.name, gegevens.vlaggen.header)

    assert policy == Policy("internal", 5)
    with pytest.raises(NotAllowed, match="alleen Gegevens"):
        policy_for(Rol.BEHEERDER, SETTINGS, caseload.stand.name, caseload.stand.header)


@pytest.mark.parametrize("rol", [Rol.PRESENTATOR, Rol.BESTUURDER])
def test_single_lines_are_for_the_controller(rol: Rol) -> None:
    with pytest.raises(NotAllowed, match="de controller wel"):
        policy_for(rol, SETTINGS, uitgaven.regels.name, uitgaven.regels.header)


def test_the_controller_sees_single_lines() -> None:
    policy = policy_for(Rol.CONTROLLER, SETTINGS, uitgaven.regels.name, uitgaven.regels.header)

    assert policy == Policy("exact")


def test_a_threshold_that_rounding_would_pass_by_is_refused() -> None:
    with pytest.raises(ValidationError, match="veelvoud"):
        Drempels(publiek=12, afronding=5)

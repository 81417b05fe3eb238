"""The policy of a role: how small a count may be, how exact, and which subjects it sees."""

from dataclasses import dataclass
from typing import Final, Literal

from sdash.domain import Rol
from sdash.settings import Settings
from sdash.sql import Header

_EVERY_SUBJECT: Final = ""
_SUBJECT: Final = {Rol.BEHEERDER: "gegevens/"}


class NotAllowed(Exception):
    """This role may not ask this; the message says so in plain Dutch."""


@dataclass(frozen=True)
class Policy:
    """Counts from one up to the threshold are hidden, the others are rounded.

    The threshold is a multiple of the rounding, so that a rounded count is never a small one.
    """

    name: Literal["exact", "internal", "public"]
    threshold: int = 1
    rounding: int = 1

    def __post_init__(self) -> None:
        if self.threshold % self.rounding > 0:
            raise ValueError("the threshold must be a multiple of the rounding")


def policy_for(rol: Rol, settings: Settings, name: str, header: Header) -> Policy:
    """The policy under which a role sees a query, or NotAllowed."""
    policy = _policies(settings)[rol]
    if not name.startswith(_SUBJECT.get(rol, _EVERY_SUBJECT)):
        raise NotAllowed(f"De rol {rol} ziet alleen Gegevens.")
    if header.marks.get("policy", policy.name) != policy.name:
        raise NotAllowed(f"De rol {rol} ziet geen afzonderlijke regels; de controller wel.")
    return policy


def _policies(settings: Settings) -> dict[Rol, Policy]:
    drempels = settings.drempels
    internal = Policy("internal", drempels.intern)
    return {
        Rol.PRESENTATOR: Policy("public", drempels.publiek, drempels.afronding),
        Rol.BESTUURDER: internal,
        Rol.CONTROLLER: Policy("exact"),
        Rol.BEHEERDER: internal,
    }

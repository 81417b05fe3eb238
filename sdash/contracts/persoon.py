"""What a 301 says of a person, as far as it is kept: month of birth, and where he lives."""

from typing import ClassVar

from sdash.contracts.base import Contract


class ClientVersie(Contract):
    """A person at the moment of one 301; the postcode stands here only as keyed hashes.

    `postcode` is the hash of the whole postcode of the woonadres (Contact Soort 01),
    `postcodegebied` that of its four digits.
    """

    tabel: ClassVar[str] = "client_versie"

    client: str
    geboortejaar: int | None = None
    geboortemaand: int | None = None
    postcode: str | None = None
    postcodegebied: str | None = None

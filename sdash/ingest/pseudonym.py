"""Keyed pseudonyms: what stands for a person, a casus or a postcode in all that sdash keeps."""

import hmac
import re
from typing import Final

from pydantic import SecretBytes

from sdash.domain import has_bsn

PSEUDONYM_BYTES: Final = 16
NUMMER_CHARACTERS: Final = 20
_POSTCODE = re.compile(r"[1-9][0-9]{3}([A-Z]{2})?")


class Pseudonymiser:
    """HMAC-SHA-256 with the installation's own key, cut to 128 bits and written as hex.

    Each kind of identifier has its own domain, so that equal digits of different kinds never meet.
    """

    def __init__(self, key: SecretBytes) -> None:
        self._keyed = hmac.new(key.get_secret_value(), digestmod="sha256")

    def _of(self, domain: str, value: str) -> str:
        keyed = self._keyed.copy()
        keyed.update(f"{domain}:{value}".encode())
        return keyed.digest()[:PSEUDONYM_BYTES].hex()

    def person(self, bsn: str) -> str:
        """The pseudonym of a BSN."""
        return self._of("bsn", bsn)

    def casus(self, casusnummer: str) -> str:
        """The pseudonym of a casus number."""
        return self._of("casus", casusnummer)

    def huishouden(self, nummer: str) -> str:
        """The pseudonym of the own number of a household."""
        return self._of("huishouden", nummer)

    def referentie(self, aanbieder: str, referentie: str) -> str:
        """The pseudonym of an aanbieder's own reference, which is free text."""
        return self._of("referentie", f"{aanbieder}:{referentie}")

    def nummer(self, aanbieder: str, nummer: str) -> str:
        """What stands for a line's own number in which someone can be read; as long as it may be.

        The same for the line, for what corrects it and for the answer to it.
        """
        return self.referentie(aanbieder, nummer)[:NUMMER_CHARACTERS]

    def eigen_nummer(self, nummer: str) -> str:
        """The number itself, or what stands for it when a BSN can be read in it."""
        return self._of("nummer", nummer)[:NUMMER_CHARACTERS] if has_bsn(nummer) else nummer

    def postcode(self, postcode: str) -> str | None:
        """The pseudonym of a Dutch postcode of four digits, with or without letters."""
        plain = postcode.replace(" ", "").upper()
        return self._of("postcode", plain) if _POSTCODE.fullmatch(plain) else None

    def postcode_area(self, postcode: str) -> str | None:
        """The pseudonym of the four digits of a postcode."""
        plain = postcode.replace(" ", "").upper()
        return self._of("postcode", plain[:4]) if _POSTCODE.fullmatch(plain) else None

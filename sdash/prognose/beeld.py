"""All that is said of the years of an installation, and how it goes on when more is known."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from sdash.prognose.afloop import JAAR
from sdash.prognose.jaareinde import Jaareinde, jaareinde
from sdash.prognose.stand import ONRIJP, Stand, Stap, per_post, stand
from sdash.prognose.stof import CENT, Stof

Vinger = tuple[bytes, int, int]


class Groep(NamedTuple):
    """What is looked at together: a wet, a taakveld, or with neither the whole gemeente."""

    wet: str | None = None
    taakveld: str | None = None

    def posten(self, stof: Stof) -> tuple[int, ...]:
        """The numbers of its posten."""
        return tuple(
            number
            for number, post in enumerate(stof.posten)
            if self.wet in {None, post.wet} and self.taakveld in {None, post.taakveld}
        )


@dataclass(frozen=True, eq=False)
class Beeld:
    """What could be said at the end of each month, of the newest of them and of earlier ones."""

    stof: Stof
    standen: tuple[Stand, ...]
    gezegd: dict[tuple[int, ...], tuple[Jaareinde, ...]]
    """By the numbers of posten: at each month-end, what was said of the year that it lies in."""
    vingers: tuple[Vinger, ...]
    """Of each month-end what tells whether the same is known of it."""
    teksten: dict[tuple[str, Groep, int], str] = field(default_factory=dict)
    """What was said of it to pages, by question, groep and year."""

    @property
    def nu(self) -> Stand | None:
        """The newest stand; None while there are too few months for any."""
        return self.standen[-1] if self.standen else None

    def jaareinde(self, groep: Groep, jaar: int) -> Jaareinde | None:
        """What is said now of a year; None when nothing was ever known of this groep."""
        posten = groep.posten(self.stof)
        if not posten or not self.standen:
            return None
        return jaareinde(self.stof, self.standen, jaar, np.array(posten))


def verder(stof: Stof, eerder: Beeld | None, stap: Stap, tot: int | None = None) -> Beeld:
    """The beeld of this stof; month-ends of which the same is known as before are kept.

    The last one is that of month number `tot`, or of the last of which anything is known.
    """
    maanden = stof.maanden if tot is None else min(tot + 1 - stof.begin, stof.maanden)
    vingers = _vingers(stof, maanden)
    gelijk = _same(stof, vingers, eerder)
    standen = [*eerder.standen[:gelijk]] if eerder else []
    gezegd = {
        posten: [*eerder.gezegd[posten][:gelijk]] if eerder and gelijk else []
        for posten in _groups(stof)
    }
    for nummer in range(gelijk, len(vingers)):
        stap(nummer - gelijk, len(vingers) - gelijk)
        standen.append(stand(stof, nummer + ONRIJP, standen))
        jaar = (stof.begin + nummer + ONRIJP) // JAAR
        for posten, al in gezegd.items():
            al.append(jaareinde(stof, standen, jaar, np.array(posten)))
    return Beeld(
        stof, tuple(standen), {posten: tuple(al) for posten, al in gezegd.items()}, vingers
    )


def _groups(stof: Stof) -> set[tuple[int, ...]]:
    """The posten of which may be asked: all, those of a wet, those of a taakveld, and each."""
    wetten, velden = ({post[part] for post in stof.posten} for part in (0, 1))
    groepen = [
        Groep(),
        *(Groep(wet=wet) for wet in wetten),
        *(Groep(taakveld=veld) for veld in velden),
        *(Groep(*post) for post in stof.posten),
    ]
    return {groep.posten(stof) for groep in groepen}


def _vingers(stof: Stof, maanden: int) -> tuple[Vinger, ...]:
    """Of each month-end, the money by post and month that was known, and of how many toewijzingen.

    What was received later changes none of them.
    """
    per_ontvangst = (known.cumsum(axis=2) for known in (stof.staand, stof.toegekend))
    geld = np.stack([per_post(stof, known) for known in per_ontvangst])
    centen = np.rint(geld * CENT).astype(np.int64)
    return tuple(
        (
            centen[:, :, : maand + 1, maand].tobytes(),
            int(((stof.bekend <= maand) & (maand < stof.bekend_tot)).sum()),
            int((stof.gestopt_bekend <= maand).sum()),
        )
        for maand in range(ONRIJP, maanden)
    )


def _same(stof: Stof, vingers: Sequence[Vinger], eerder: Beeld | None) -> int:
    """Of how many of the first month-ends the same is known as before."""
    if eerder is None or (eerder.stof.begin, eerder.stof.posten) != (stof.begin, stof.posten):
        return 0
    pairs = zip(vingers, eerder.vingers, strict=False)
    return next(
        (nummer for nummer, (new, old) in enumerate(pairs) if new != old),
        min(len(vingers), len(eerder.vingers)),
    )

"""What the beeld says of a selection, as the text that a query lays beside people and budgets.

The queries of `jaareinde` take it as a parameter, so that it passes the privacy gate together with
the number of people that stand behind it. Money is in euro, months are their first days.
"""

import json
from collections.abc import Iterator
from math import isfinite
from typing import Any, Final

import numpy as np

from sdash.prognose.afloop import JAAR, RIJP
from sdash.prognose.beeld import Beeld, Groep
from sdash.prognose.jaareinde import Jaareinde
from sdash.prognose.kolommen import Getallen
from sdash.prognose.nakomend import nakomend
from sdash.prognose.stof import eerste_dag
from sdash.prognose.terugblik import uitkomst

NIETS: Final = "[]"
LANG: Final = 48
"""So many month-ends are looked back on at most."""
Stuk = dict[str, Any]


def zeg(beeld: Beeld | None, vraag: str, groep: Groep, jaar: int) -> str:
    """What a query of that name lays beside people and budgets; worked out once."""
    if beeld is None:
        return NIETS
    key = vraag, groep, jaar
    if key not in beeld.teksten:
        beeld.teksten[key] = _VRAGEN[vraag](beeld, groep, jaar)
    return beeld.teksten[key]


def _kern(beeld: Beeld, groep: Groep, jaar: int) -> str:
    """One object: the year's end, and what is still to come of months that were."""
    gezegd, posten = beeld.jaareinde(groep, jaar), np.array(groep.posten(beeld.stof))
    if gezegd is None or beeld.nu is None:
        return NIETS
    komt = nakomend(beeld.stof, beeld.nu.maand, posten)
    velden = sorted({beeld.stof.posten[post].taakveld for post in posten})
    return _text([{**_said(gezegd), "komt": komt.bedrag, "komt_fout": komt.fout, "velden": velden}])


def _velden(beeld: Beeld, groep: Groep, jaar: int) -> str:
    """Each wet as a whole, with taakveld null, and each taakveld of it, within a selection."""
    posten = [beeld.stof.posten[post] for post in groep.posten(beeld.stof)]
    rijen = [Groep(wet=wet) for wet in sorted({post.wet for post in posten})]
    if groep.taakveld is not None:
        rijen = []
    said = [
        {**_said(gezegd), "wet": rij.wet, "taakveld": rij.taakveld}
        for rij in [*rijen, *(Groep(*post) for post in posten)]
        if (gezegd := beeld.jaareinde(rij, jaar))
    ]
    return _text(said)


def _verloop(beeld: Beeld, groep: Groep, jaar: int) -> str:
    """One object a month of the year: what is in, what is expected, and the way to the end."""
    return _text([*_pad(beeld, groep, jaar)])


def _terugblik(beeld: Beeld, groep: Groep, _jaar: int) -> str:
    """One object a month-end: what was said then of its year, and what it came to."""
    posten = groep.posten(beeld.stof)
    gezegd, nu = beeld.gezegd.get(posten, ()), beeld.nu
    if nu is None:
        return NIETS
    return _text(
        [
            {
                **_said(een),
                "percentielen": (),
                "uitkomst": uitkomst(beeld.stof, nu, een.jaar, np.array(posten)),
            }
            for een in gezegd[-LANG:]
            if een.p50 is not None
        ]
    )


def _sturen(beeld: Beeld, groep: Groep, jaar: int) -> str:
    """One object a wet: the months of the year that are to come, and the next twelve."""
    nu, said = beeld.nu, []
    for wet in sorted({beeld.stof.posten[post].wet for post in groep.posten(beeld.stof)}):
        gezegd = beeld.jaareinde(Groep(wet), jaar)
        if nu is None or gezegd is None or gezegd.p50 is None:
            continue
        posten = [*Groep(wet).posten(beeld.stof)]
        tot = min(max((jaar + 1) * JAAR - beeld.stof.begin - nu.maand - 1, 0), JAAR)
        komend, nieuw = nu.komend[posten].sum(axis=0), nu.nieuw[posten].sum(axis=0)
        said.append(
            {
                "wet": wet,
                "p50": gezegd.p50,
                "maanden": tot,
                "komend": float(komend[:tot].sum()),
                "nieuw": float(nieuw[:tot].sum()),
                "verder": float(komend.sum()),
                "verder_nieuw": float(nieuw.sum()),
            }
        )
    return _text(said)


def _said(een: Jaareinde) -> Stuk:
    return {
        "jaar": een.jaar,
        "maand": een.maand.isoformat(),
        "toegekend": een.toegekend,
        "p10": een.p10,
        "p50": een.p50,
        "p90": een.p90,
        "naief": een.naief,
        "reden": een.reden or None,
        "percentielen": een.percentielen,
    }


def _pad(beeld: Beeld, groep: Groep, jaar: int) -> Iterator[Stuk]:
    gezegd, nu = beeld.jaareinde(groep, jaar), beeld.nu
    begin = jaar * JAAR - beeld.stof.begin
    if gezegd is None or nu is None or begin < 0:
        return
    posten = [*groep.posten(beeld.stof)]
    alle = nu.maanden[posten, begin : begin + JAAR].sum(axis=0)
    binnen = nu.bekend[posten, begin : begin + JAAR].sum(axis=0)
    op_weg = gezegd.p50 is not None
    opgeteld, deel = alle.cumsum(), _open(alle, binnen)
    for nummer in range(JAAR):
        maand = begin + nummer
        is_pad = op_weg and maand >= nu.maand - RIJP
        midden = float(opgeteld[nummer]) if is_pad else None
        yield {
            "maand": eerste_dag(beeld.stof.begin + maand).isoformat(),
            "binnen": float(binnen[nummer]) if nummer < len(binnen) else None,
            "verwacht": float(alle[nummer]) if op_weg else None,
            "rijp": maand <= nu.maand - RIJP,
            "midden": midden,
            "laag": _beside(midden, gezegd.p10, gezegd.p50, deel[nummer] if is_pad else 0),
            "hoog": _beside(midden, gezegd.p90, gezegd.p50, deel[nummer] if is_pad else 0),
        }


def _open(alle: Getallen, binnen: Getallen) -> Getallen:
    """Which part of the money that is not in yet belongs to the months up to and with each."""
    rest = np.maximum(alle - np.pad(binnen, (0, max(len(alle) - len(binnen), 0))), 0.0).cumsum()
    return rest / rest[-1] if len(rest) and rest[-1] > 0 else np.ones(len(rest))


def _beside(
    midden: float | None, rand: float | None, p50: float | None, deel: float
) -> float | None:
    """The edge of the band: as far from the middle as the money that is open by then."""
    if midden is None or rand is None or p50 is None:
        return None
    return midden + (rand - p50) * float(deel)


def _text(stukken: list[Stuk]) -> str:
    return json.dumps([{name: _cents(value) for name, value in stuk.items()} for stuk in stukken])


def _cents(value: object) -> object:
    if isinstance(value, tuple):
        return [_cents(one) for one in value]
    if isinstance(value, float):
        return round(value, 2) if isfinite(value) else None
    return value


_VRAGEN: Final = {
    "jaareinde/kern": _kern,
    "jaareinde/verloop": _verloop,
    "jaareinde/per_taakveld": _velden,
    "jaareinde/terugblik": _terugblik,
    "sturen/basis": _sturen,
}

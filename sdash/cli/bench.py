"""Measures what sdash claims, and writes the report when the machine was quiet."""

import argparse
from typing import Any, Final

from sdash.bench.claims import ALLES, CLAIMS
from sdash.bench.keuze import Keuze
from sdash.bench.loop import quiet, run, workplace
from sdash.bench.machine import load, too_busy
from sdash.bench.verslag import Deel, reached, target, written
from sdash.cli.output import say, write_json, write_table

NOT_PUBLISHED: Final = 2


def bench(chosen: argparse.Namespace) -> int:
    """Measure one claim or all."""
    namen = CLAIMS if chosen.claim == ALLES else (chosen.claim,)
    opdracht = f"sdash bench {{claim}} --maat {chosen.maat}"
    rows: list[dict[str, Any]] = []
    status = 0
    if not chosen.kort and (objection := too_busy(load(), 0.0)):
        say(f"Er komt niets in het verslag: {objection}.")
    if chosen.bewaar:
        chosen.bewaar.mkdir(parents=True, exist_ok=True)
    with quiet(), workplace(chosen.bewaar) as werkmap:
        keuze = Keuze(chosen.maat, werkmap, chosen.kort, chosen.bewaar)
        for deel, objection in run(namen, keuze, opdracht):
            rows += _rows(deel)
            if not chosen.json:
                _show(deel)
            if objection:
                say(f"Niet in het verslag gezet: {objection}.")
                status = 0 if chosen.kort else NOT_PUBLISHED
    if chosen.json:
        write_json(rows)
    return status


def _show(deel: Deel) -> None:
    rows = [
        {
            deel.claim: meting.naam,
            "gemeten": written(meting),
            "doel": target(meting),
            "gehaald": reached(meting),
        }
        for meting in deel.metingen
    ]
    write_table(rows, [deel.claim, "gemeten", "doel", "gehaald"])
    for meting in deel.metingen:
        if meting.uitleg:
            say(f"{meting.naam}: {meting.uitleg}")


def _rows(deel: Deel) -> list[dict[str, Any]]:
    return [
        {
            "claim": deel.claim,
            "maat": str(deel.maat),
            "naam": meting.naam,
            "waarde": meting.waarde,
            "eenheid": meting.eenheid,
            "doel": meting.doel,
            "hoogstens": meting.hoogstens,
            "gehaald": meting.gehaald,
            "uitleg": meting.uitleg,
        }
        for meting in deel.metingen
    ]

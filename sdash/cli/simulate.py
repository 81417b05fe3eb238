"""Writes the messages of an invented municipality."""

import argparse
from pathlib import Path

from sdash.cli.output import write_json, write_table
from sdash.cli.progress import ProgressBar
from sdash.simulate import write


def simulate(chosen: argparse.Namespace) -> int:
    """Write all messages at once, or one by one at a rate."""
    with ProgressBar("Schrijven") as progress:
        count = 0

        def written(_: Path) -> None:
            nonlocal count
            count += 1
            progress(count, None)

        write(
            chosen.out,
            chosen.seed,
            chosen.clients,
            chosen.months,
            chosen.tot,
            rate=chosen.rate,
            written=written,
        )
    rows = [{"map": str(chosen.out), "bestanden": count}]
    if chosen.json:
        write_json(rows)
    else:
        write_table(rows, [*rows[0]])
    return 0

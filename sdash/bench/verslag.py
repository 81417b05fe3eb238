"""The report: `docs/benchmark.md`, of which each claim at each size owns one section."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from sdash import format as fmt
from sdash.bench.claims import BY_HAND, CLAIMS
from sdash.bench.keuze import Maat
from sdash.bench.machine import Machine
from sdash.bench.meting import Meting

REPORT: Final = Path(__file__).resolve().parents[2] / "docs" / "benchmark.md"
HEAD: Final = """\
# Wat sdash belooft, gemeten

Elk deel is door `sdash bench` zelf geschreven, op een machine die verder niets deed; de gemeenten
zijn gegenereerd. Wat niet gehaald is, staat er met de reden bij.
"""
_SECTION: Final = re.compile(
    r"<!-- bench: (?P<claim>\w+) (?P<maat>\w+) -->\n.*?<!-- einde -->\n?", re.DOTALL
)
TEN: Final = 10
HUNDRED: Final = 100


@dataclass(frozen=True)
class Deel:
    """One claim at one size, measured."""

    claim: str
    maat: Maat
    vraag: str
    metingen: Sequence[Meting]
    opdracht: str
    moment: datetime
    machine: Machine
    belasting_voor: float | None
    belasting_na: float | None
    anderen: float | None

    @property
    def plaats(self) -> tuple[int, int]:
        """Where it stands among the other sections."""
        return _place(self.claim, self.maat)

    def text(self) -> str:
        """The section between its markers."""
        regels = fmt.number(self.maat.regels)
        return "\n".join(
            [
                f"<!-- bench: {self.claim} {self.maat} -->",
                f"## {self.claim.capitalize()}, {self.maat} ({regels} regels)\n",
                f"{self.vraag}\n",
                "| wat | gemeten | doel | gehaald |",
                "| --- | ---: | ---: | --- |",
                *(_row(meting) for meting in self.metingen),
                "",
                *(f"- {m.naam}: {m.uitleg}" for m in self.metingen if m.uitleg),
                *([""] if any(m.uitleg for m in self.metingen) else []),
                self._circumstances(),
                "<!-- einde -->\n",
            ]
        )

    def _circumstances(self) -> str:
        machine = self.machine
        return (
            f"Gemeten op {fmt.moment(self.moment)} met `{self.opdracht}`; {machine.processor}, "
            f"{machine.kernen} kernen, {fmt.number(machine.geheugen_gb, 1)} GB, "
            f"{machine.systeem}, Python {machine.python}, DuckDB {machine.duckdb_versie}; "
            f"belasting per kern {_share(self.belasting_voor)} voor en "
            f"{_share(self.belasting_na)} na, andere programma's "
            f"{'onbekend' if self.anderen is None else fmt.percent(self.anderen)}."
        )


def written(meting: Meting) -> str:
    """The value with its unit, in about three digits."""
    return f"{_digits(meting.waarde)} {meting.eenheid}".strip()


def target(meting: Meting) -> str:
    """The target in words; empty when there is none."""
    if meting.doel is None:
        return ""
    grens = "hoogstens" if meting.hoogstens else "minstens"
    return f"{grens} {_digits(meting.doel)} {meting.eenheid}".strip()


def reached(meting: Meting) -> str:
    """Whether the target was reached, in a word."""
    return {True: "ja", False: "nee", None: ""}[meting.gehaald]


def renew(text: str, deel: Deel) -> str:
    """The report with this section in its place, and every other section as it was."""
    mine = deel.text()
    for found in _SECTION.finditer(text):
        place = _place(found["claim"], found["maat"])
        if place == deel.plaats:
            return text[: found.start()] + mine + text[found.end() :]
        if place > deel.plaats:
            return f"{text[: found.start()]}{mine}\n{text[found.start() :]}"
    return f"{text.rstrip()}\n\n{mine}" if text.strip() else f"{HEAD}\n{mine}"


def publish(deel: Deel, path: Path = REPORT) -> None:
    """Write the section into the report, whole or not at all."""
    text = path.read_text("utf-8") if path.exists() else ""
    draft = path.with_name(f".{path.name}")
    try:
        draft.write_text(renew(text, deel), "utf-8")
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _place(claim: str, maat: str) -> tuple[int, int]:
    claims, maten = [*CLAIMS, *BY_HAND], [str(known) for known in Maat]
    return (
        claims.index(claim) if claim in claims else len(claims),
        maten.index(maat) if maat in maten else len(maten),
    )


def _row(meting: Meting) -> str:
    return f"| {meting.naam} | {written(meting)} | {target(meting)} | {reached(meting)} |"


def _digits(value: float) -> str:
    if float(value).is_integer() or abs(value) >= HUNDRED:
        return fmt.number(value)
    return fmt.number(value, 1 if abs(value) >= TEN else 2)


def _share(load: float | None) -> str:
    return "onbekend" if load is None else fmt.number(load, 2)

"""How an opened data folder is doing: one check a thing that can fail, in words for a beheerder."""

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sdash.answers import Answers
from sdash.domain import Rol
from sdash.queries import gegevens
from sdash.queries.gegevens import Bron
from sdash.service.folder import DataFolder
from sdash.settings import Settings
from sdash.sql import Params

MB: Final = 1_000_000
HOUR: Final = timedelta(hours=1)


@dataclass(frozen=True)
class Controle:
    """One check: what was looked at, whether it is good, and what there is to say of it."""

    naam: str
    goed: bool
    uitleg: str


@dataclass(frozen=True)
class Toestand:
    """What was seen at one moment: the checks, what came in by kind, and the space on disk."""

    controles: tuple[Controle, ...]
    bronnen: Sequence[Bron]
    vrij: int

    @property
    def goed(self) -> bool:
        """Whether every check is good."""
        return all(controle.goed for controle in self.controles)

    @property
    def laatste(self) -> datetime | None:
        """When the newest delivery counts as received."""
        return max((bron.laatste for bron in self.bronnen), default=None)


@dataclass(frozen=True)
class Werking:
    """What only the process itself knows: whether its inbox is read, and whether it can read."""

    leest_inbox: bool = True
    lezer: bool = True


def look(folder: DataFolder, answers: Answers, werking: Werking, now: datetime) -> Toestand:
    """Look at everything once; what fails is a check that is not good, never an error."""
    settings = answers.settings
    vrij = _free(folder)
    pakhuis, bronnen = _warehouse(answers)
    controles = (
        pakhuis,
        _inbox(folder, werking),
        _reader(werking),
        _disk(vrij, settings),
        _delivery(bronnen, settings, now),
    )
    return Toestand(controles, bronnen, vrij)


def _warehouse(answers: Answers) -> tuple[Controle, Sequence[Bron]]:
    try:
        bronnen = answers.rows(gegevens.bronnen, Params(), Rol.BEHEERDER).rows
    except Exception as error:  # noqa: BLE001  (whatever it is, it is what this check has to tell)
        kind = type(error).__name__
        return Controle("pakhuis", goed=False, uitleg=f"Het pakhuis antwoordt niet ({kind})."), []
    return Controle("pakhuis", goed=True, uitleg="Het pakhuis antwoordt."), bronnen


def _inbox(folder: DataFolder, werking: Werking) -> Controle:
    if not folder.inbox.is_dir():
        return Controle("inbox", goed=False, uitleg="De inbox is er niet.")
    if not os.access(folder.inbox, os.R_OK | os.W_OK | os.X_OK):
        return Controle("inbox", goed=False, uitleg="De inbox is niet te lezen of te legen.")
    if not werking.leest_inbox:
        return Controle("inbox", goed=False, uitleg="Het lezen van de inbox mislukt; zie het log.")
    return Controle("inbox", goed=True, uitleg="De inbox is te lezen en te legen.")


def _reader(werking: Werking) -> Controle:
    if werking.lezer:
        return Controle("lezer", goed=True, uitleg="Bestanden kunnen gelezen worden.")
    return Controle("lezer", goed=False, uitleg="Het leesproces is gestopt en start niet opnieuw.")


def _free(folder: DataFolder) -> int:
    try:
        return shutil.disk_usage(folder.root).free
    except OSError:
        return 0


def _disk(vrij: int, settings: Settings) -> Controle:
    least = settings.schijf_minimum_mb
    if vrij >= least * MB:
        return Controle("schijf", goed=True, uitleg=f"Er is meer dan {least} MB vrij.")
    said = f"Er is nog {vrij // MB} MB vrij, minder dan {least} MB."
    return Controle("schijf", goed=False, uitleg=said)


def _delivery(bronnen: Sequence[Bron], settings: Settings, now: datetime) -> Controle:
    most = settings.stil_na_uren
    laatste = max((bron.laatste for bron in bronnen), default=None)
    if most is None:
        return Controle("levering", goed=True, uitleg="Hoe lang het stil is wordt niet bewaakt.")
    if laatste is None:
        return Controle("levering", goed=True, uitleg="Er is nog niets ontvangen.")
    if now - laatste <= most * HOUR:
        return Controle("levering", goed=True, uitleg=f"De laatste is minder dan {most} uur oud.")
    said = f"De laatste is {(now - laatste) // HOUR} uur oud, meer dan {most} uur."
    return Controle("levering", goed=False, uitleg=said)

"""The benchmark: what sdash claims about speed, measured by a command that anyone can repeat.

Each claim is a module here that says in one Dutch sentence what it measures (`VRAAG`) and does so
(`meet`). A claim generates what it needs in the folder of its `Keuze`, and gives `Meting`en back.
"""

from sdash.bench.keuze import Keuze, Maat
from sdash.bench.meting import CPU, WAND, Meting, herhaal, mediaan, p95

__all__ = ["CPU", "WAND", "Keuze", "Maat", "Meting", "herhaal", "mediaan", "p95"]

"""The command line: what a beheerder, a controller and the tests do without a page."""

from sdash.cli.main import main
from sdash.cli.parser import parser

__all__ = ["main", "parser"]

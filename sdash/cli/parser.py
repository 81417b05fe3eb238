"""Which commands there are, and what each takes."""

import argparse
from datetime import date
from pathlib import Path
from typing import get_args

from sdash.bench.claims import ALLES, BY_HAND, CLAIMS
from sdash.bench.keuze import Maat
from sdash.domain import Rol
from sdash.trends import Stand

PORT = 8501
HOST = "127.0.0.1"


def parser() -> argparse.ArgumentParser:
    """The whole command line; `--data` stands before or after the command."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--data",
        type=Path,
        metavar="MAP",
        default=argparse.SUPPRESS,
        help="de gegevensmap (anders SDASH_DATA, anders ./data)",
    )
    whole = argparse.ArgumentParser(
        prog="sdash", description="Sociaal domein: van bericht tot grafiek.", parents=[shared]
    )
    commands = whole.add_subparsers(dest="command", required=True, metavar="OPDRACHT")

    def command(name: str, help_text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=help_text, description=help_text, parents=[shared])

    _server(
        command("demo", "voorbeeldgemeente laden, en tonen met een stroom van nieuwe berichten")
    )
    _demo(commands.choices["demo"])
    _server(command("serve", "de pagina's tonen en de inbox lezen"))
    _ingest(
        command("ingest", "bestanden en mappen inlezen; de bestanden zelf blijven onaangeroerd")
    )
    _check(command("check", "bestanden nakijken zonder iets te bewaren"))
    _query(command("query", "een vraag stellen aan het pakhuis"))
    _retract(command("retract", "een levering met een reden uit alle cijfers halen"))
    _note(command("note", "een notitie maken bij een signaal, het oppakken of sluiten"))
    _simulate(command("simulate", "berichten van een verzonnen gemeente schrijven"))
    _json(command("status", "vertellen wat er binnen is"))
    _json(command("rebuild", "het gegevensbestand opnieuw maken uit het archief"))
    _folder(command("backup", "archief en instellingen kopiëren, ook naast een draaiende server"))
    _folder(command("restore", "een back-up terugzetten in een lege gegevensmap"))
    _bench(command("bench", "meten wat sdash over snelheid belooft"))
    return whole


def _json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="als een JSON-lijst")


def _folder(command: argparse.ArgumentParser) -> None:
    command.add_argument("folder", type=Path, metavar="MAP", help="de map van de back-up")
    _json(command)


def _server(command: argparse.ArgumentParser) -> None:
    command.add_argument("--port", type=int, default=PORT, help=f"poort (gewoonlijk {PORT})")
    command.add_argument(
        "--host", default=HOST, help="adres op deze machine; een ander wordt geweigerd"
    )


def _demo(command: argparse.ArgumentParser) -> None:
    command.add_argument("--geen-stroom", action="store_true", help="zonder nieuwe berichten")
    command.add_argument("--klein", action="store_true", help="met een korte geschiedenis")
    command.add_argument("--gemeente", metavar="CODE", help="1681, 0106, 0479, 0995 of 1900")


def _paths(command: argparse.ArgumentParser) -> None:
    command.add_argument("paths", nargs="+", type=Path, metavar="PAD", help="bestand of map")
    _json(command)


def _ingest(command: argparse.ArgumentParser) -> None:
    _paths(command)
    command.add_argument(
        "--ontvangen",
        type=_receipt,
        default="nu",
        metavar="dagtekening|DATUM",
        help="tel als ontvangen op de dagtekening van het bericht, of op deze dag (12 uur)",
    )
    command.add_argument(
        "--historie",
        action="store_true",
        help="sta toe dat dit ouder is dan wat al ontvangen is",
    )


def _check(command: argparse.ArgumentParser) -> None:
    _paths(command)


def _query(command: argparse.ArgumentParser) -> None:
    command.add_argument("name", metavar="VRAAG", help="zoals uitgaven/totaal")
    command.add_argument(
        "-p",
        "--parameter",
        action="append",
        default=[],
        dest="parameters",
        type=_pair,
        metavar="NAAM=WAARDE",
        help="een parameter van de vraag; mag vaker",
    )
    command.add_argument(
        "--role",
        type=Rol,
        choices=[*Rol],
        default=Rol.CONTROLLER,
        metavar="ROL",
        help=f"wie het vraagt: {', '.join(Rol)} (gewoonlijk {Rol.CONTROLLER})",
    )
    command.add_argument(
        "--as-of",
        metavar="MOMENT",
        help="wat bekend was aan het eind van een dag (2026-10-01), of op een moment met tijdzone",
    )
    form = command.add_mutually_exclusive_group()
    _json(form)  # type: ignore[arg-type]  # a group takes arguments like a parser
    form.add_argument("--csv", action="store_true", help="als CSV met komma's (RFC 4180)")
    form.add_argument("--xlsx", type=Path, metavar="BESTAND", help="als XLSX in dit bestand")


def _retract(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "levering",
        metavar="LEVERING",
        help="het nummer, het begin van de sha256 of de naam van het bestand",
    )
    command.add_argument("--reden", required=True, help="waarom, zonder namen van mensen")
    _json(command)


def _note(command: argparse.ArgumentParser) -> None:
    command.add_argument("reeks", metavar="REEKS", help="zoals instroom/totaal/totaal")
    command.add_argument("notitie", metavar="NOTITIE", help="wat erover te zeggen is, zonder namen")
    command.add_argument("--maand", type=_month, required=True, metavar="JJJJ-MM", help="tot welke")
    command.add_argument("--stand", choices=get_args(Stand), default="open", help="gewoonlijk open")
    command.add_argument(
        "--aanbod", metavar="NAAM", help="het collectief aanbod dat antwoord geeft"
    )
    command.add_argument("--role", type=Rol, default=Rol.CONTROLLER, help="gewoonlijk controller")
    _json(command)


def _simulate(command: argparse.ArgumentParser) -> None:
    command.add_argument("--out", type=Path, required=True, metavar="MAP", help="waar ze komen")
    command.add_argument("--seed", type=int, required=True, help="begin van het toeval")
    command.add_argument("--clients", type=_count, required=True, help="aantal mensen")
    command.add_argument("--months", type=_count, required=True, help="aantal maanden")
    command.add_argument(
        "--tot", type=_month, default="2026-10", metavar="JJJJ-MM", help="laatste maand"
    )
    command.add_argument("--rate", type=float, metavar="PER_SECONDE", help="een voor een, zo snel")
    _json(command)


def _bench(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "claim",
        choices=[*CLAIMS, *BY_HAND, ALLES],
        metavar="CLAIM",
        help=f"wat er gemeten wordt: {', '.join([*CLAIMS, *BY_HAND])} of {ALLES}",
    )
    command.add_argument(
        "--maat",
        type=Maat,
        choices=[*Maat],
        default=Maat.DORP,
        metavar="MAAT",
        help=f"hoe groot de gemeente is: {', '.join(Maat)} (gewoonlijk {Maat.DORP})",
    )
    command.add_argument("--kort", action="store_true", help="een kleine proef, zonder verslag")
    command.add_argument(
        "--bewaar",
        type=Path,
        metavar="MAP",
        help="bewaar gegenereerde gemeenten voor een volgende keer",
    )
    _json(command)


def _count(text: str) -> int:
    """A whole number from one on."""
    if not (text.isascii() and text.isdigit() and int(text)):
        raise argparse.ArgumentTypeError("geen aantal vanaf 1")
    return int(text)


def _receipt(text: str) -> str | date:
    return text if text in {"nu", "dagtekening"} else date.fromisoformat(text)


def _month(text: str) -> date:
    return date.fromisoformat(f"{text}-01")


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not name or not sign:
        raise argparse.ArgumentTypeError("schrijf een parameter als naam=waarde")
    return name, value

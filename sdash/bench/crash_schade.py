"""Damage to a data folder whose process was killed: mended or named, and never a wrong answer."""

import random
import shutil
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from sdash.bench.gemeente import settings_of
from sdash.settings import Settings
from sdash.warehouse import Warehouse, WarehouseDamaged
from sdash.warehouse.engine import FILE
from sdash.warehouse.marts import MARTS
from sdash.warehouse.tables import TABLES

BLOCK: Final = 4096
WORD: Final = 8
KINDS: Final = ("bit", "afgekapt", "leeg blok", "verwisseld", "weg")
_STATE: Final = "FROM {0} AS t SELECT count(*), bit_xor(hash(t))"


def outcomes(whole: Settings, werkmap: Path, times: int, chance: random.Random) -> Counter[str]:
    """How often damage of each kind, to each file in turn, was mended, named, or neither."""
    expected = _state(_copy(whole.data, werkmap))
    found: Counter[str] = Counter()
    for number in range(times):
        folder = _copy(whole.data, werkmap)
        damage(_target(folder, number, chance), KINDS[number % len(KINDS)], chance)
        try:
            found["hersteld" if _state(folder) == expected else "verkeerd"] += 1
        except WarehouseDamaged:
            found["geweigerd"] += 1
        except Exception:  # noqa: BLE001  (whatever it is: it is counted, and the target is none)
            found["anders"] += 1
    return found


def damage(path: Path, kind: str, chance: random.Random) -> None:
    """Damage one file."""
    content = path.read_bytes()
    place = chance.randrange(max(len(content) - 2 * WORD, 1))
    match kind:
        case "bit":
            changed = bytes([content[place] ^ (1 << chance.randrange(8))])
            path.write_bytes(content[:place] + changed + content[place + 1 :])
        case "afgekapt":
            path.write_bytes(content[:place])
        case "leeg blok":
            zeroes = bytes(len(content[place : place + BLOCK]))
            path.write_bytes(content[:place] + zeroes + content[place + BLOCK :])
        case "verwisseld":
            place -= place % WORD
            middle, end = place + WORD, place + 2 * WORD
            words = content[middle:end] + content[place:middle]
            path.write_bytes(content[:place] + words + content[end:])
        case "weg":
            path.unlink()


def _target(data: Path, number: int, chance: random.Random) -> Path:
    """The warehouse, its log and the archive in turn, so that each meets every kind."""
    archived = sorted((data / "archief").rglob("*.parquet"))
    targets = (data / FILE, data / f"{FILE}.wal", chance.choice(archived))
    return targets[number // len(KINDS) % len(targets)]


def _copy(data: Path, werkmap: Path) -> Path:
    target = werkmap / "schade"
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(data, target)
    return target


def _state(data: Path) -> list[Any]:
    with closing(Warehouse.open(settings_of(data))) as warehouse, warehouse.cursor() as cursor:
        return state(cursor)


def state(cursor: Any) -> list[Any]:  # noqa: ANN401  (a cursor, without DuckDB's name)
    """What is answered from: every table of the ledger and every mart, as counts and hashes."""
    tables = [*(f"mart.{mart.naam}" for mart in MARTS), *(f"ledger.{tabel}" for tabel in TABLES)]
    return [cursor.execute(_STATE.format(table)).fetchall() for table in tables]

import subprocess
import sys
from pathlib import Path

import pytest

from tests.service.files import declaratie, put, toewijzing

PROGRAM = """
import resource, sys
from pathlib import Path
from pydantic import SecretBytes
from sdash.service.service import Service
from sdash.settings import Settings
from sdash.warehouse import WarehouseUnavailable

first, second, data = map(Path, sys.argv[1:])
service = Service(Settings(data=data, sleutel=SecretBytes(b"0123456789abcdef")))
service.take([first])
limits = resource.getrlimit(resource.RLIMIT_FSIZE)
largest = max(path.stat().st_size for path in data.rglob("*") if path.is_file())
resource.setrlimit(resource.RLIMIT_FSIZE, (largest + 100, limits[1]))
try:
    service.take([second])
except WarehouseUnavailable:
    print("vol", end=" ")
resource.setrlimit(resource.RLIMIT_FSIZE, limits)
print(service.take([second])[0].geaccepteerd, service.status()[0]["geaccepteerd"])
service.close()
"""


@pytest.mark.crash
def test_a_full_disk_is_not_the_fault_of_the_file(tmp_path: Path) -> None:
    files = [put(tmp_path, "a.xml", toewijzing()), put(tmp_path, "b.xml", declaratie())]
    command = [sys.executable, "-c", PROGRAM, *map(str, files), str(tmp_path / "data")]

    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)

    assert run.stdout == "vol 1 2\n", run.stderr

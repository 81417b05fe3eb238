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
full = (data / "sdash.duckdb.wal").stat().st_size + 100
resource.setrlimit(resource.RLIMIT_FSIZE, (full, limits[1]))
for _ in range(2):
    try:
        service.take([second])
    except WarehouseUnavailable:
        print("vol", end=" ")
resource.setrlimit(resource.RLIMIT_FSIZE, limits)
print(service.take([second])[0].geaccepteerd, service.status()[0]["geaccepteerd"])
service.close()
"""


AT_REST = """
import resource, sys
from pathlib import Path
from pydantic import SecretBytes
from sdash.service.service import Service
from sdash.settings import Settings
from sdash.warehouse import WarehouseUnavailable, opened

first, second, data = map(Path, sys.argv[1:])
service = Service(Settings(data=data, sleutel=SecretBytes(b"0123456789abcdef")))
limits = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, ((data / "sdash.duckdb").stat().st_size, limits[1]))
opened.LOG_BYTES, opened.LOG_SHARE = 0, 10**9
print(service.take([first])[0].geaccepteerd, end=" ")
try:
    service.take([second])
except WarehouseUnavailable:
    print("vol", end=" ")
resource.setrlimit(resource.RLIMIT_FSIZE, limits)
print(service.take([second])[0].geaccepteerd, service.status()[0]["geaccepteerd"])
service.close()
"""


@pytest.mark.crash
def test_a_disk_that_is_full_when_the_log_is_written_back_loses_nothing(tmp_path: Path) -> None:
    files = [put(tmp_path, "a.xml", toewijzing()), put(tmp_path, "b.xml", declaratie())]
    command = [sys.executable, "-c", AT_REST, *map(str, files), str(tmp_path / "data")]

    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)

    assert run.stdout == "1 vol 1 2\n", run.stderr


@pytest.mark.crash
def test_a_full_disk_is_not_the_fault_of_the_file(tmp_path: Path) -> None:
    files = [put(tmp_path, "a.xml", toewijzing()), put(tmp_path, "b.xml", declaratie())]
    command = [sys.executable, "-c", PROGRAM, *map(str, files), str(tmp_path / "data")]

    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)

    assert run.stdout == "vol vol 1 2\n", run.stderr

"""The manual of the beheerder, the unit and the container say what is true."""

import json
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from sdash.cli import parser
from sdash.service import health, metrics
from sdash.service.server import running
from sdash.settings import Settings
from tests.service.files import declaratie, put

ROOT = Path(__file__).parents[1]
BEHEER = (ROOT / "docs/beheer.md").read_text("utf-8")
UNIT = (ROOT / "docs/sdash.service").read_text("utf-8")
CONTAINER = (ROOT / "docs/Containerfile").read_text("utf-8").replace("\\\n", " ")
BLOCKS = "\n".join(re.findall(r"```sh\n(.*?)```", BEHEER, re.DOTALL)).replace("\\\n", " ")
ANALYZE = shutil.which("systemd-analyze")
COMMANDS = [
    *re.findall(r"(?m)^ *sdash ((?!-).+)$", BLOCKS),
    *re.findall(r"-m sdash (.+)", BLOCKS),
    *re.findall(r"-m sdash (.+)", UNIT),
    *re.findall(r"`sdash ([a-z]+)`", BEHEER),
]
READ_FROM_ENVIRONMENT = set(
    re.findall(r'"(SDASH_\w+)"', (ROOT / "sdash/settings.py").read_text("utf-8"))
)


def option(name: str) -> list[str]:
    return re.findall(rf"(?m)^{name}=(.*)$", UNIT)


def instruction(name: str) -> list[str]:
    return re.findall(rf"(?m)^ *{name} +(.*)$", CONTAINER)


def section(title: str) -> str:
    return BEHEER.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def first_cells(title: str) -> set[str]:
    """The names in the first cells of the tables of a section."""
    rows = re.findall(r"(?m)^\| (`[^|]+) \|", section(title))
    return {name for row in rows for name in re.findall(r"`(\w+)`", row)}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.model_validate({"data": tmp_path / "data", "sleutel": b"0123456789abcdef"})


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_understood(command: str) -> None:
    words = shlex.split(command, comments=True)
    takes_more = {"backup": ["kopie"], "restore": ["kopie"]} if len(words) == 1 else {}

    chosen = parser().parse_args([*words, *takes_more.get(words[0], [])])

    assert chosen.command == words[0]


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)]+)\)", BEHEER))))
def test_every_link_leads_somewhere(link: str) -> None:
    assert (ROOT / "docs" / link).is_file()


def test_every_setting_stands_in_the_manual() -> None:
    inside = {*Settings.model_fields} - {"data", "sleutel"}

    assert first_cells("Instellingen") == inside


def test_every_check_and_every_metric_stands_in_the_manual(
    settings: Settings, tmp_path: Path
) -> None:
    with running(settings) as service:
        service.take([put(tmp_path, "d.xml", declaratie())])
        toestand = service.toestand()
        text = metrics.text(metrics.of_server(service, toestand.bronnen[0].laatste, 1))

    checks = {controle.naam for controle in toestand.controles}
    told = set(re.findall(r"(?m)^# TYPE (\w+)", text))
    assert first_cells("Bewaken") == checks | told


@pytest.mark.parametrize(
    "message", re.findall(r'(?m)^\| "([^"]+)"', section("Meldingen bij het starten"))
)
def test_every_message_of_the_manual_is_one_of_sdash(message: str) -> None:
    source = "".join(path.read_text("utf-8") for path in (ROOT / "sdash").rglob("*.py"))
    said = re.sub(r'"\s+f?"', "", re.sub(r"\{[^{}]*\}", "X", source))

    assert message in said


def test_the_minimum_of_the_manual_is_the_real_one(settings: Settings) -> None:
    assert f"| `schijf_minimum_mb` | {settings.schijf_minimum_mb} |" in BEHEER
    assert f"| `logdagen` | {settings.logdagen} |" in BEHEER
    assert f"| `bewaarjaren` | {settings.bewaarjaren} |" in BEHEER
    assert f"| `refusal_days` | {settings.refusal_days} |" in BEHEER
    assert health.MB == 1_000_000


def test_unit_and_container_set_what_sdash_reads() -> None:
    named = re.findall(r"\b(SDASH_\w+)=", UNIT + CONTAINER)

    assert {*named} <= READ_FROM_ENVIRONMENT
    assert {"SDASH_DATA", "SDASH_KEY_FILE"} <= {*named}


def test_the_unit_gives_the_key_under_the_name_that_it_is_read_by() -> None:
    (credential,) = option("LoadCredential")
    environment = dict(line.partition("=")[::2] for line in option("Environment"))

    assert environment["SDASH_KEY_FILE"] == f"%d/{credential.partition(':')[0]}"
    assert environment["SDASH_DATA"] == f"%S/{option('StateDirectory')[0]}"


@pytest.mark.parametrize(
    "line",
    [
        "NoNewPrivileges=yes",
        "ProtectSystem=strict",
        "PrivateTmp=yes",
        "LimitCORE=0",
        "Restart=on-failure",
        "RestartPreventExitStatus=2",
        "KillMode=mixed",
        "OOMPolicy=continue",
    ],
)
def test_the_unit_is_closed_and_starts_again(line: str) -> None:
    assert f"\n{line}\n" in UNIT


@pytest.mark.skipif(not ANALYZE, reason="systemd is not here")
def test_systemd_understands_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / "sdash.service"
    program = sys.executable + " "
    unit.write_text(UNIT.replace("/opt/sdash/.venv/bin/python ", program), "utf-8")

    run = subprocess.run(
        [str(ANALYZE), "verify", str(unit)], capture_output=True, text=True, check=False
    )

    assert "sdash.service" not in run.stdout + run.stderr


def test_the_container_runs_as_a_plain_user_on_its_own_volume() -> None:
    assert instruction("USER") == ["10001"]
    assert instruction("VOLUME") == [re.findall(r"SDASH_DATA=(\S+)", CONTAINER)[0]]
    assert "--require-hashes" in CONTAINER
    assert "://" not in CONTAINER.replace("http://127.0.0.1:", "")


@pytest.mark.slow
def test_what_the_container_holds_serves_is_healthy_and_stops(tmp_path: Path) -> None:
    image, data = tmp_path / "image", tmp_path / "data"
    image.mkdir()
    for copied in instruction("COPY"):
        source, target = copied.split()
        copy = shutil.copytree if (ROOT / source).is_dir() else shutil.copy
        copy(ROOT / source, image / target / ("" if target != "./" else source))
    data.mkdir(mode=0o700)
    (data / "instellingen.toml").write_text('adressen = ["sdash.voorbeeld"]\n', "utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    (entry,), (start,) = instruction("ENTRYPOINT"), instruction("CMD")
    words = [*json.loads(entry), *json.loads(start)]
    command = [sys.executable, *words[1:], "--host", "127.0.0.1", "--port", port]
    environment = {"SDASH_DATA": str(data), "SDASH_KEY": "0123456789abcdef", "CI": "1"}

    with subprocess.Popen(
        command,
        cwd=image,
        env={"PATH": os.environ["PATH"], "HOME": "/nonexistent", **environment},
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            assert server.stdout
            assert "staat klaar" in server.stdout.readline()
            check = json.loads(instruction("HEALTHCHECK")[0].partition("CMD ")[2])[1:]
            check = [word.replace("8501", port) for word in check]
            healthy = subprocess.run([sys.executable, *check], check=False).returncode
            page = Request(f"http://127.0.0.1:{port}/", headers={"Host": "sdash.voorbeeld"})
            with urlopen(page, timeout=20) as answer:  # noqa: S310  (our own server)
                status = answer.status
            server.send_signal(signal.SIGTERM)
            assert server.wait(30) == 0
        finally:
            server.kill()

    assert (healthy, status) == (0, 200)

from pathlib import Path

from sdash.simulate import generate, write


def _inhoud(map_: Path) -> dict[str, bytes]:
    return {pad.name: pad.read_bytes() for pad in map_.iterdir()}


def test_what_is_written_is_what_is_generated(tmp_path: Path) -> None:
    aantal = write(tmp_path / "uit", 4, 30, 2)

    verwacht = {bericht.name: bericht.inhoud for bericht in generate(4, 30, 2)}
    assert _inhoud(tmp_path / "uit") == verwacht
    assert aantal == len(verwacht)


def test_with_a_rate_it_waits_after_each_file(tmp_path: Path) -> None:
    gewacht: list[float] = []

    aantal = write(tmp_path, 4, 10, 1, rate=4, wait=gewacht.append)

    assert gewacht == [0.25] * aantal


def test_without_a_rate_it_never_waits(tmp_path: Path) -> None:
    gewacht: list[float] = []

    write(tmp_path, 4, 10, 1, wait=gewacht.append)

    assert gewacht == []


def test_a_file_is_whole_from_the_moment_it_has_its_name(tmp_path: Path) -> None:
    gezien: dict[str, bytes] = {}

    write(tmp_path, 4, 10, 1, written=lambda pad: gezien.update({pad.name: pad.read_bytes()}))

    assert gezien == _inhoud(tmp_path)

"""The wheel, made from the source archive, holds the program with every asset, and nothing else."""

from __future__ import annotations

import tarfile
import zipfile
from pathlib import Path

import pytest
from build_steps.wheel import build_wheel

ROOT = Path(__file__).resolve().parents[2]


def shipped(folder: str) -> set[str]:
    """Every file of a folder, but what Python and the translators' tools leave there."""
    files = (path for path in (ROOT / folder).rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in files if path.suffix not in {".pyc", ".pot"}}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return build_wheel(ROOT, tmp_path_factory.mktemp("dist"))


def test_the_wheel_holds_every_module_and_every_asset(built: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(built[1]) as wheel:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}
        command = wheel.read(next(name for name in wheel.namelist() if name.endswith("entry_points.txt"))).decode()
    assert names == shipped("hipback_desktop") | {f"hipback_desktop/{name}" for name in shipped("assets")}
    assert "hipback = hipback_desktop.cli:main" in command


def test_the_source_archive_holds_all_that_building_and_testing_takes(built: tuple[Path, Path]) -> None:
    with tarfile.open(built[0]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    for folder in ("hipback_desktop", "assets", "packaging", "tests"):
        assert shipped(folder) <= names
    assert {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"} <= names

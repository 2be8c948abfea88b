"""Where files are: one folder when it is named, the platform's otherwise; assets wherever they were installed."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs
import platformdirs.macos
import platformdirs.windows
import pytest

from hipback_desktop import paths
from hipback_desktop.core.errors import UserError


def test_a_named_folder_holds_everything(tmp_path: Path) -> None:
    folders = paths.folders(tmp_path)
    for path in (folders.database, folders.settings, folders.cues, folders.cache_dir, folders.runtime_dir):
        assert path.is_relative_to(tmp_path)


def test_a_name_is_read_from_here_and_from_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert paths.folders(Path("data")).data_dir == tmp_path / "data"
    assert paths.folders(Path("~/data")).data_dir == tmp_path / "home" / "data"
    with pytest.raises(UserError, match="no home folder for “~nosuchuser”"):
        paths.folders(Path("~nosuchuser/data"))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other platforms have other folders")
def test_without_a_name_the_folders_are_those_of_the_platform(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(tmp_path / name))
    folders = paths.folders()
    assert folders.data_dir == tmp_path / "XDG_DATA_HOME" / "hipback"
    assert folders.cache_dir == tmp_path / "XDG_CACHE_HOME" / "hipback"
    assert folders.runtime_dir == tmp_path / "XDG_RUNTIME_DIR" / "hipback"
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert paths.folders().runtime_dir == folders.data_dir / "run"


@pytest.mark.parametrize(
    ("dirs", "data", "cache"),
    [
        (platformdirs.windows.Windows, "Local/hipback", "Local/hipback/Cache"),
        (platformdirs.macos.MacOS, "Library/Application Support/hipback", "Library/Caches/hipback"),
    ],
)
def test_the_folders_of_the_other_platforms_are_those_the_readme_names(
    dirs: type[object], data: str, cache: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(platformdirs.windows, "get_win_folder", lambda _name: str(tmp_path / "Local"))
    monkeypatch.setattr(platformdirs, "PlatformDirs", dirs)
    folders = paths.folders()
    assert folders.data_dir == tmp_path / data
    assert folders.cache_dir == tmp_path / cache
    assert folders.runtime_dir == tmp_path / data / "run"


@pytest.mark.parametrize(("named", "found"), [("", None), ("/somewhere", Path("/somewhere"))])
def test_the_environment_may_name_the_folder(monkeypatch: pytest.MonkeyPatch, named: str, found: Path | None) -> None:
    monkeypatch.setenv("HIPBACK_DATA_DIR", named)
    assert paths.data_dir_of_environment() == found


def test_assets_are_found_here_and_in_a_frozen_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert paths.asset("routines").is_dir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.asset("routines") == tmp_path / "assets" / "routines"

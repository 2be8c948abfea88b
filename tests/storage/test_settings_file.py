"""Settings are read whatever befell their file, and written whole or not at all."""

from __future__ import annotations

import json
import os
import stat
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hipback_desktop.core.errors import UserError
from hipback_desktop.core.settings import OPTIONS, Settings
from hipback_desktop.storage.settings_file import SettingsFile

CHANGED = replace(
    Settings(), cue_profile="chimes", voice="Zoë 🙂", voice_volume=35, equipment=("mat",), left_out=("pigeon_full",)
)
posix_only = pytest.mark.skipif(os.name != "posix", reason="POSIX only")


@pytest.fixture
def path(data_dir: Path) -> Path:
    return data_dir / "settings.json"


@pytest.fixture
def file(path: Path) -> SettingsFile:
    return SettingsFile(path)


def put(path: Path, content: bytes | dict[str, Any]) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(json.dumps(content).encode() if isinstance(content, dict) else content)


def test_without_a_file_there_are_the_defaults_and_nothing_is_made(file: SettingsFile, path: Path) -> None:
    assert file.read() == (Settings(), ())
    assert not path.parent.exists()


def test_what_was_written_is_read(file: SettingsFile, path: Path) -> None:
    file.write(CHANGED)
    assert file.read() == (CHANGED, ())
    file.write(Settings())
    assert file.read() == (Settings(), ())
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


@posix_only
def test_nobody_else_can_read_it(file: SettingsFile, path: Path) -> None:
    earlier = os.umask(0)
    file.write(CHANGED)
    os.umask(earlier)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_keys_of_another_program_are_kept(file: SettingsFile, path: Path) -> None:
    newer = {"colour_of_the_sky": ["blue", {"at": "night"}], "theme": "dark", "é\ud83d": 1}
    put(path, newer)
    read, complaints = file.read()
    assert (read.theme, complaints) == ("dark", ())
    file.write(replace(read, theme="light"))
    stored = json.loads(path.read_bytes())
    assert stored["colour_of_the_sky"] == newer["colour_of_the_sky"]
    assert stored["theme"] == "light"
    assert {option.key for option in OPTIONS} <= set(stored)


def test_a_value_that_does_not_fit_is_told_and_put_right(file: SettingsFile, path: Path) -> None:
    put(path, b'{"voice_rate": 1e999, "theme": [], "voice": "\\ud800", "minutes": 7, "free_reps": NaN, "left_out": {}}')
    read, complaints = file.read()
    assert read == replace(Settings(), minutes=7)
    assert len(complaints) == 5
    file.write(read)
    assert file.read() == (read, ())


DAMAGED = {
    "empty": b"",
    "cut off": b'{"theme": "da',
    "zeros": b"\0" * 300,
    "not text": b"\xff\xfe\x00{",
    "a list": b"[1, 2]",
    "a word": b'"theme"',
    "nested": b"[" * 200_000,
    "nested object": b'{"a":' * 50_000,
    "huge": b'{"theme": "' + b"x" * 2_000_000 + b'"}',
    "huge number": b"9" * 100_000,
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_file_is_kept_aside(file: SettingsFile, path: Path, content: bytes) -> None:
    put(path, content)
    aside = path.with_name("settings.damaged.json")
    read, (complaint,) = file.read()
    assert read == Settings()
    assert str(aside) in complaint
    assert aside.read_bytes() == content
    assert not path.exists()
    assert file.read() == (Settings(), ())
    file.write(CHANGED)
    assert file.read() == (CHANGED, ())


def test_writing_over_a_damaged_file_keeps_it_aside_too(file: SettingsFile, path: Path) -> None:
    put(path, b"{")
    file.write(CHANGED)
    assert file.read() == (CHANGED, ())
    assert path.with_name("settings.damaged.json").read_bytes() == b"{"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=60) | st.dictionaries(st.sampled_from([o.key for o in OPTIONS]), st.integers()))
def test_reading_never_fails(file: SettingsFile, path: Path, content: bytes | dict[str, Any]) -> None:
    put(path, content)
    read, _ = file.read()
    file.write(read)
    assert file.read() == (read, ())


def test_what_would_not_be_read_back_is_not_written(file: SettingsFile, path: Path) -> None:
    put(path, {"theirs": [[]] * 60_000})
    assert file.read() == (Settings(), ())
    file.write(CHANGED)
    assert file.read() == (CHANGED, ())


@posix_only
def test_a_link_is_followed_and_stays_a_link(file: SettingsFile, path: Path, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles" / "hipback.json"
    real.parent.mkdir()
    path.parent.mkdir()
    path.symlink_to(real)
    assert file.read() == (Settings(), ())
    file.write(CHANGED)
    assert path.is_symlink()
    assert not real.is_symlink()
    assert file.read() == (CHANGED, ())
    real.write_bytes(b"damaged")
    assert file.read()[0] == Settings()
    assert real.with_name("settings.damaged.json").read_bytes() == b"damaged"


@posix_only
def test_what_is_no_file_is_neither_read_nor_replaced(file: SettingsFile, path: Path, tmp_path: Path) -> None:
    path.parent.mkdir()
    os.mkfifo(tmp_path / "pipe")
    for target in (Path("/dev/zero"), tmp_path / "pipe", tmp_path):
        path.symlink_to(target)
        read, (complaint,) = file.read()
        assert read == Settings()
        assert "is not a file; rename it" in complaint
        with pytest.raises(UserError, match="is not a file; rename it"):
            file.write(CHANGED)
        path.unlink()


@posix_only
def test_links_that_lead_in_a_circle(file: SettingsFile, path: Path) -> None:
    path.parent.mkdir()
    path.symlink_to(path)
    read, complaints = file.read()
    assert (read, len(complaints)) == (Settings(), 1)
    with pytest.raises(UserError):
        file.write(CHANGED)


@pytest.mark.parametrize(
    ("number", "sentence"), [(28, "is full; free some space"), (30, "cannot be written; allow writing")]
)
def test_a_write_that_fails_leaves_the_old_settings(
    file: SettingsFile, path: Path, monkeypatch: pytest.MonkeyPatch, number: int, sentence: str
) -> None:
    def fail(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    file.write(CHANGED)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        with pytest.raises(UserError, match=sentence):
            file.write(Settings())
    assert file.read() == (CHANGED, ())
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")
def test_a_disk_that_takes_no_more(file: SettingsFile, path: Path) -> None:
    import resource

    file.write(CHANGED)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        with pytest.raises(UserError, match="is full; free some space"):
            file.write(Settings())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert file.read() == (CHANGED, ())
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_file_that_may_not_be_read_is_not_written_over(
    file: SettingsFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object) -> int:
        raise PermissionError(13, "Permission denied")

    file.write(CHANGED)
    before = path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse)
        read, (complaint,) = file.read()
        assert read == Settings()
        assert "allow writing" in complaint
        with pytest.raises(UserError):
            file.write(Settings())
    assert path.read_bytes() == before


def test_a_folder_that_is_a_file(file: SettingsFile, path: Path) -> None:
    path.parent.touch()
    assert file.read()[0] == Settings()
    with pytest.raises(UserError, match="cannot be used"):
        file.write(CHANGED)


@pytest.mark.parametrize("theme", ["system", "light", "dark", "contrast"])
def test_the_theme_is_found_without_reading_the_rest(file: SettingsFile, theme: str) -> None:
    file.write(replace(CHANGED, theme=theme))
    assert file.theme() == theme


@pytest.mark.parametrize("content", [b"", b"{", b'{"theme": 7}', b'{"theme": "Dark"}', b"\xff" * 300_000])
def test_a_theme_that_cannot_be_found_is_none(file: SettingsFile, path: Path, content: bytes) -> None:
    assert file.theme() == ""
    put(path, content)
    assert file.theme() == ""


def test_a_folder_in_the_place_of_the_settings_has_no_theme(file: SettingsFile, path: Path) -> None:
    path.mkdir(parents=True)
    assert file.theme() == ""

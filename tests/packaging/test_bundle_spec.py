"""The spec of the bundle asks for the right programs on each platform; the rest of it is PyInstaller's."""

from __future__ import annotations

import plistlib
from xml.etree import ElementTree as ET

import pytest

from hipback_desktop import __version__
from tests.packaging.spec_run import SCRIPTS, SPEC, Made, made_on

MACOS = SPEC.parents[1] / "macos"


def programs(made: list[Made]) -> dict[str, bool]:
    """Their names, and whether they may use a terminal."""
    return {each.options["name"]: each.options["console"] for each in made if each.kind == "EXE"}


def of_kind(made: list[Made], kind: str) -> Made:
    (only,) = [each for each in made if each.kind == kind]
    return only


@pytest.mark.parametrize(
    ("platform", "expected"),
    [
        ("linux", {"hipback": True}),
        ("darwin", {"hipback": False}),  # with a terminal, macOS would hide it from the Dock
        ("win32", {"hipback": False, "hipback-terminal": True}),
    ],
)
def test_each_platform_gets_its_programs(
    platform: str, expected: dict[str, bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = made_on(platform, monkeypatch)
    assert programs(made) == expected
    folder = of_kind(made, "COLLECT")
    assert folder.options["name"] == "hipback"
    assert [part for part in made if part.kind == "EXE"] == list(folder.arguments[: len(expected)])


@pytest.mark.parametrize(("platform", "driver"), [("linux", "espeak"), ("darwin", "nsss"), ("win32", "sapi5")])
def test_the_voice_of_each_platform_comes_along(platform: str, driver: str, monkeypatch: pytest.MonkeyPatch) -> None:
    hidden = of_kind(made_on(platform, monkeypatch), "Analysis").options["hiddenimports"]
    assert f"pyttsx3.drivers.{driver}" in hidden
    assert {"hipback_desktop.sound.player", "hipback_desktop.sound.render"} <= set(hidden)


@pytest.mark.parametrize(("platform", "count"), [("linux", 1), ("darwin", 3), ("win32", 3)])
def test_on_linux_the_program_begins_with_its_own_first_line(
    platform: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Elsewhere nobody has tried yet what PySide finds without PyInstaller's."""
    for program in (each for each in made_on(platform, monkeypatch) if each.kind == "EXE"):
        assert [name for name, _source, _kind in program.arguments[1]] == list(SCRIPTS[-count:])


def test_a_link_into_a_part_that_is_left_out_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """As macOS has them in its folders of modules."""
    lib = "PySide6/Qt/lib"
    gathered = [
        (f"{lib}/{name}.framework/{place}", source.format(name=name), kind)
        for name in ("QtCore", "QtQml")
        for place, source, kind in (
            (f"Versions/A/{name}", "/somewhere/{name}", "BINARY"),
            (name, "Versions/Current/{name}", "SYMLINK"),
            ("Versions/Current", "A", "SYMLINK"),
        )
    ]
    folder = of_kind(made_on("darwin", monkeypatch, gathered), "COLLECT")
    kept = [destination for destination, _source, _kind in folder.arguments[1]]
    assert [path.split("/")[3] for path in kept] == ["QtCore.framework"] * 3


def test_windows_has_no_time_zones_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "tzdata" not in of_kind(made_on("win32", monkeypatch), "Analysis").options["excludes"]
    assert "tzdata" in of_kind(made_on("linux", monkeypatch), "Analysis").options["excludes"]


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_programs_have_the_icon_of_their_platform(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made = made_on(platform, monkeypatch)
    assert {each.options.get("icon") for each in made if each.kind == "EXE"} == {f"hipback of {platform}"}


def test_macos_gets_an_application_that_is_signed_with_what_the_environment_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HIPBACK_SIGN_IDENTITY", "Developer ID Application: Somebody")
    made = made_on("darwin", monkeypatch)
    application, program = of_kind(made, "BUNDLE"), of_kind(made, "EXE")
    assert application.options["name"] == "Hipback.app"
    assert application.options["version"] == __version__
    assert application.options["info_plist"]["CFBundleIdentifier"] == "io.github.hipback.Hipback"
    assert program.options["codesign_identity"] == "Developer ID Application: Somebody"
    assert plistlib.loads((MACOS / "entitlements.plist").read_bytes())
    assert program.options["entitlements_file"] == str(MACOS / "entitlements.plist")
    monkeypatch.delenv("HIPBACK_SIGN_IDENTITY")
    assert of_kind(made_on("darwin", monkeypatch), "EXE").options["codesign_identity"] is None


def test_nothing_is_said_of_the_application_twice() -> None:
    """Of two entries with one name the reader would take the last, and nobody would notice."""
    about = ET.parse(MACOS / "Info.plist").find("dict")  # noqa: S314 - our own file
    assert about is not None
    keys = [key.text for key in about.findall("key")]
    assert len(keys) == len(set(keys))


def test_the_application_asks_for_nothing_that_is_somebody_elses() -> None:
    about = plistlib.loads((MACOS / "Info.plist").read_bytes())
    assert not [key for key in about if key.endswith("UsageDescription")]
    assert about["NSHighResolutionCapable"] is True
    assert [kind["CFBundleURLSchemes"] for kind in about["CFBundleURLTypes"]] == [["hipback"]]
    assert {kind["LSHandlerRank"] for kind in about["CFBundleDocumentTypes"]} == {
        "Alternate"
    }  # .json is not ours alone
    assert "LSUIElement" not in about  # it has a window and a place in the Dock
    allowed = plistlib.loads((MACOS / "entitlements.plist").read_bytes())
    assert set(allowed) == {"com.apple.security.cs.allow-unsigned-executable-memory"}

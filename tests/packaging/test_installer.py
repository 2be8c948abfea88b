"""The installers of Windows and macOS, as far as they can be read elsewhere: what is run, and what is put where."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from build_steps import BuildError
from build_steps.installer import SCRIPT, installer_commands, installer_name

from hipback_desktop.desktop.autostart_windows import RUN, VALUE
from tests.packaging.spec_run import made_on

ROOT = Path(__file__).resolve().parents[2]
FOLDER = "dist/hipback"
FLAGS = {
    "Files": {"ignoreversion", "recursesubdirs"},
    "Registry": {"uninsdeletekey", "uninsdeletevalue", "dontcreatekey"},
    "Run": {"nowait", "postinstall", "skipifsilent"},
    "Tasks": {"unchecked"},
}


def sections() -> dict[str, list[dict[str, str]]]:
    """The entries of the script of Inno Setup by section; those of [Setup] are pairs of a name and a value."""
    found: dict[str, list[dict[str, str]]] = {}
    name = ""
    for line in (ROOT / SCRIPT).read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith((";", "#", "  #")):
            continue
        if match := re.fullmatch(r"\[(\w+)\]", line):
            name = match[1]
            found[name] = []
        elif name == "Setup":
            found[name].append(dict([line.split("=", 1)]))
        else:
            found[name].append(entry_of(line))
    return found


def entry_of(line: str) -> dict[str, str]:
    """``Name: "value"; Flags: one two``; a quote within a value is doubled."""
    pairs = re.findall(r'(\w+): ("(?:[^"]|"")*"|[^;]*)(?:; |$)', line)
    assert "; ".join(f"{key}: {value}" for key, value in pairs) == line  # nothing was passed over
    return {key: value[1:-1].replace('""', '"') if value[:1] == '"' else value for key, value in pairs}


def place_of(path: str) -> str:
    """A path of the script, from the project's folder."""
    assert path.startswith("..\\..\\")
    return path.removeprefix("..\\..\\").replace("\\", "/")


def test_every_entry_is_of_a_known_kind_with_known_flags() -> None:
    found = sections()
    assert set(found) == {
        *("Setup", "Languages", "Tasks", "InstallDelete", "Files", "Icons", "Registry", "Run", "UninstallDelete")
    }
    for name, entries in found.items():
        flags = {flag for entry in entries for flag in entry.get("Flags", "").split()}
        assert flags <= FLAGS.get(name, set()), name
    tasks = {entry["Name"] for entry in found["Tasks"]}
    assert {entry["Tasks"] for entries in found.values() for entry in entries if "Tasks" in entry} <= tasks


def test_what_is_installed_is_what_the_bundle_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    programs = {each.options["name"] for each in made_on("win32", monkeypatch) if each.kind == "EXE"}
    sources = {place_of(entry["Source"]): entry for entry in sections()["Files"]}
    assert set(sources) == {f"{FOLDER}/*", f"{FOLDER}/hipback-terminal.exe"}
    assert {"hipback", "hipback-terminal"} == programs
    assert sources[f"{FOLDER}/hipback-terminal.exe"]["DestName"] == "hipback.com"
    assert sources[f"{FOLDER}/*"]["Excludes"] == "hipback-terminal.exe"


def test_everything_points_at_a_program_that_is_installed() -> None:
    found = sections()
    started = {entry["Filename"] for name in ("Icons", "Run") for entry in found[name]}
    assert started == {r"{app}\hipback.exe"}
    commands = [entry["ValueData"] for entry in found["Registry"] if entry["Subkey"].endswith("command")]
    assert commands == [r'"{app}\hipback.exe" start -- "%1"']


def test_files_the_script_names_are_there_or_are_built() -> None:
    setup = {key: value for pair in sections()["Setup"] for key, value in pair.items()}
    assert (ROOT / place_of(setup["LicenseFile"])).is_file()
    assert place_of(setup["SetupIconFile"]) == "build/icons/hipback.ico"  # platform_looks writes it
    assert place_of(setup["OutputDir"]) == "dist"
    name = setup["OutputBaseFilename"].replace("{#Version}", "1.2.3") + ".exe"
    assert name == installer_name("win32", "1.2.3")
    assert setup["PrivilegesRequired"] == "lowest"
    assert re.fullmatch(r"\{\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", setup["AppId"])


def test_nothing_that_it_put_into_the_registry_stays() -> None:
    values = sections()["Registry"]
    (login,) = [entry for entry in values if entry["Root"] == "HKCU"]
    assert (login["Subkey"], login["ValueName"]) == (RUN, VALUE)  # what “Start with the computer” writes
    assert "uninsdeletevalue" in login["Flags"]
    kept = {entry["Subkey"] for entry in values if "uninsdeletekey" in entry.get("Flags", "")}
    assert all(any(entry["Subkey"].startswith(key) for key in kept) for entry in values if entry is not login)


def test_the_windows_installer_is_made_signed_or_not() -> None:
    assert installer_commands("win32", {}, "1.2.3") == (("iscc", "/DVersion=1.2.3", SCRIPT),)
    sign, setup = installer_commands("win32", {"HIPBACK_SIGN_SHA1": "ab12"}, "1.2.3")
    assert sign[:4] == ("signtool", "sign", "/sha1", "ab12")
    assert sign[-2:] == ("dist/hipback/hipback.exe", "dist/hipback/hipback-terminal.exe")
    assert "/DSigned" in setup
    assert any(word.startswith("/Shipback=signtool sign /sha1 ab12") and word.endswith("$f") for word in setup)


def test_the_disk_image_is_made_signed_and_confirmed_or_not() -> None:
    plain = installer_commands("darwin", {}, "1.2.3")
    assert [command[0] for command in plain] == ["rm", "ditto", "ln", "hdiutil"]
    assert plain[-1][-1] == f"dist/{installer_name('darwin', '1.2.3')}"
    named = {"HIPBACK_SIGN_IDENTITY": "Somebody", "HIPBACK_NOTARY_PROFILE": "hipback"}
    words = [command[:2] for command in installer_commands("darwin", named, "1.2.3")]
    assert words[0] == ("codesign", "--verify")
    assert words[-3:] == [("codesign", "--sign"), ("xcrun", "notarytool"), ("xcrun", "stapler")]


def test_on_linux_there_is_another_way() -> None:
    with pytest.raises(BuildError, match="deb"):
        installer_commands("linux", {}, "1.2.3")

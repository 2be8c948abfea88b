"""What the desktop is told about Hipback agrees with the program, and with itself."""

from __future__ import annotations

import json
import shlex
import struct
from configparser import RawConfigParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from hipback_desktop import __version__, paths
from hipback_desktop.cli.parser import parsed
from hipback_desktop.core.links import SCHEME

LINUX = Path(__file__).resolve().parents[2] / "packaging/linux"
METAINFO = ET.parse(LINUX / "io.github.hipback.Hipback.metainfo.xml").getroot()  # noqa: S314 - our own file
KIND_OF_FILE = ET.parse(LINUX / "hipback.xml").getroot()  # noqa: S314 - our own file
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def entry(name: str) -> RawConfigParser:
    """A desktop entry, its keys as they are written."""
    parser = RawConfigParser(delimiters="=", interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(LINUX / name, encoding="utf-8")
    return parser


MAIN, ROUTINE = entry("hipback.desktop"), entry("hipback-routine.desktop")
ACTIONS = MAIN["Desktop Entry"]["Actions"].rstrip(";").split(";")


def routine_name(routine_id: str) -> str:
    document = json.loads(paths.asset(f"routines/{routine_id}.hipback.json").read_text("utf-8"))
    return str(document["name"])


@pytest.mark.parametrize("action", ACTIONS)
def test_an_action_starts_the_routine_it_is_named_after(action: str) -> None:
    section = MAIN[f"Desktop Action {action}"]
    program, *words = shlex.split(section["Exec"])
    options = parsed(words)
    assert (program, options.command) == ("hipback", "start")
    assert section["Name"] == routine_name(options.routine)


def test_every_action_is_listed() -> None:
    assert MAIN.sections() == ["Desktop Entry", *(f"Desktop Action {action}" for action in ACTIONS)]


def test_links_are_opened_by_the_program_itself() -> None:
    assert MAIN["Desktop Entry"]["MimeType"] == f"x-scheme-handler/{SCHEME.rstrip(':')};"
    assert MAIN["Desktop Entry"]["Exec"] == "hipback %u"


def test_a_file_of_our_kind_is_opened_by_the_program_itself() -> None:
    """Not with “start”, which says what is wrong to a terminal."""
    assert ROUTINE["Desktop Entry"]["Exec"] == "hipback %f"


def test_the_kind_of_file_is_the_same_everywhere() -> None:
    kind = KIND_OF_FILE.find(f"{MIME}mime-type")
    assert kind is not None
    glob = kind.find(f"{MIME}glob")
    assert glob is not None
    assert glob.get("pattern") == "*.hipback.json"
    assert ROUTINE["Desktop Entry"]["MimeType"] == f"{kind.get('type')};"
    opened = f"{kind.get('type')};{MAIN['Desktop Entry']['MimeType']}".rstrip(";").split(";")
    assert [each.text for each in METAINFO.findall("provides/mediatype")] == opened


def test_software_centres_find_the_entry_the_version_and_the_same_words() -> None:
    assert METAINFO.findtext("launchable") == "hipback.desktop"
    assert METAINFO.findtext("summary") == MAIN["Desktop Entry"]["Comment"]
    release = METAINFO.find("releases/release")
    assert release is not None
    assert release.get("version") == __version__


def test_the_screenshots_are_there_in_the_size_that_is_told() -> None:
    images = METAINFO.findall("screenshots/screenshot/image")
    assert images
    for image in images:
        name = str(image.text).rpartition("/")[2]
        header = (LINUX.parent / "screenshots" / name).read_bytes()[:24]
        assert struct.unpack(">II", header[16:]) == (int(image.get("width", 0)), int(image.get("height", 0)))


def test_windows_are_known_by_the_name_of_the_entry() -> None:
    """``setDesktopFileName`` and WM_CLASS are "hipback": the desktop finds icon and actions by them."""
    assert MAIN["Desktop Entry"]["StartupWMClass"] == "hipback"
    assert paths.asset(f"icons/{MAIN['Desktop Entry']['Icon']}.svg").is_file()

"""The voices offered in the settings are those that speak the language of the cues."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hipback_desktop.app.person import Person
from hipback_desktop.app.voice_chooser import VoiceChooser
from hipback_desktop.core.language import language
from hipback_desktop.core.settings import Settings
from hipback_desktop.paths import asset
from hipback_desktop.storage.settings_file import SettingsFile
from hipback_desktop.ui.main_window import MainWindow
from hipback_desktop.ui.theme import LIGHT
from tests.fakes import FakeClock
from tests.recording_announcer import RecordingAnnouncer

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere all voices are offered")


def offered(folder: Path, qtbot: QtBot, *voice_ids: str) -> set[str]:
    """What the settings offer of these voices of eSpeak's."""
    person = Person(Settings(), SettingsFile(folder / "settings.json"))
    window = MainWindow(LIGHT, asset, lambda: person.settings)
    qtbot.addWidget(window)
    announcer = RecordingAnnouncer(FakeClock())
    chooser = VoiceChooser(window, person, lambda: announcer.as_announcer)
    window.settings_opened.emit()
    announcer.voices_listed.emit([{"id": name, "name": name} for name in voice_ids])
    assert chooser is not None
    return window._voices.keys() & {*voice_ids}


def test_english_ones_for_english(data_dir: Path, qtbot: QtBot) -> None:
    assert offered(data_dir, qtbot, "gmw/en-US", "gmw/en", "gmw/de", "zlw/pl") == {"gmw/en-US", "gmw/en"}


@pytest.mark.usefixtures("in_pseudo")
def test_those_of_its_own_for_another_language(data_dir: Path, qtbot: QtBot) -> None:
    own = f"gmw/{language()}"
    assert offered(data_dir, qtbot, "gmw/en-US", own, f"{own}-AT", "zlw/pl") == {own, f"{own}-AT"}

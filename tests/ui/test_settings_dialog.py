"""Every setting with a section can be seen, changed and put back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QPushButton, QSlider, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from hipback_desktop.core.settings import OPTIONS, Section, Settings
from hipback_desktop.paths import asset
from hipback_desktop.ui.notice_bar import NoticeBar
from hipback_desktop.ui.option_editors import OptionRow, editor_of
from hipback_desktop.ui.section_list import SectionList
from hipback_desktop.ui.settings_dialog import SettingsDialog
from hipback_desktop.ui.switch import Switch
from hipback_desktop.ui.theme import LIGHT

SHOWN = [option for option in OPTIONS if option.section is not None]
OTHER: dict[str, Any] = {
    "cue_profile": "chimes",
    "voice": "English",
    "voice_rate": 150,
    "rep_counts": "none",
    "free_reps": True,
    "theme": "dark",
    "level": "some",
    "tight_areas": ("quads", "glutes"),
    "equipment": (),
    "breaks_on": True,
    "break_hours": "Mon–Fri 9:00–18:00",
    "break_holds": ("call",),
}


@pytest.fixture
def dialog(qtbot: QtBot) -> SettingsDialog:
    dialog = SettingsDialog(Settings(), LIGHT, asset)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def open_all(dialog: SettingsDialog) -> None:
    for section in Section:
        dialog.show_section(section)


def row(dialog: SettingsDialog, key: str) -> OptionRow:
    return next(row for row in dialog.findChildren(OptionRow) if row.option.key == key)


W = TypeVar("W", bound=QWidget)


def child(dialog: SettingsDialog, key: str, kind: type[W]) -> W:
    return row(dialog, key).findChildren(kind)[0]


def test_there_is_a_row_for_every_setting_with_a_section(dialog: SettingsDialog) -> None:
    open_all(dialog)
    assert {row.option.key for row in dialog.findChildren(OptionRow)} == {option.key for option in SHOWN}


@pytest.mark.parametrize("option", SHOWN, ids=lambda option: option.key)
def test_every_editor_shows_what_it_is_given_without_telling(qtbot: QtBot, option: Any) -> None:
    editor = editor_of(option, LIGHT, asset)
    assert isinstance(editor, QWidget)
    qtbot.addWidget(editor)
    with qtbot.assertNotEmitted(editor.changed):
        editor.show_value(option.default)
        assert editor.value() == option.default
        editor.show_value(OTHER.get(option.key, option.default))
    assert editor.value() == OTHER.get(option.key, option.default)


def test_a_change_is_told_at_once(dialog: SettingsDialog, qtbot: QtBot) -> None:
    dialog.show_section(Section.CUES)
    with qtbot.waitSignal(dialog.changed) as changed:
        QTest.mouseClick(child(dialog, "free_reps", Switch), Qt.MouseButton.LeftButton)
    assert changed.args == ["free_reps", True]
    with qtbot.waitSignal(dialog.changed) as changed:
        row(dialog, "rep_counts").findChildren(QPushButton)[2].click()
    assert changed.args == ["rep_counts", "none"]


def test_slider_and_field_show_the_same_number(dialog: SettingsDialog, qtbot: QtBot) -> None:
    dialog.show_section(Section.TIMES)
    slider, field = child(dialog, "lead_in_change_seconds", QSlider), child(dialog, "lead_in_change_seconds", QSpinBox)
    with qtbot.waitSignal(dialog.changed) as changed:
        QTest.keyClick(slider, Qt.Key.Key_Right)
    assert changed.args == ["lead_in_change_seconds", 16]
    assert field.value() == 16
    with qtbot.waitSignal(dialog.changed) as changed:
        field.setValue(20)
    assert changed.args == ["lead_in_change_seconds", 20]
    assert slider.value() == 15


def test_the_sliders_of_a_section_are_equally_long(dialog: SettingsDialog) -> None:
    sliders = [slider for slider in dialog.findChildren(QSlider) if slider.isVisible()]
    assert len(sliders) == 4
    assert len({slider.width() for slider in sliders}) == 1


def test_tab_goes_from_the_sections_through_the_settings_to_done(dialog: SettingsDialog) -> None:
    for section in (Section.CUES, Section.TIMES, Section.CUES):
        dialog.show_section(section)
        sections = dialog.findChildren(SectionList)[0]
        sections.setFocus()
        stops: list[QWidget | None] = []
        while not stops or stops[-1] is not sections:
            QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Tab)
            stops.append(dialog.focusWidget())
            assert len(stops) < 40
        first, (restore, done) = stops[0], stops[-3:-1]
        assert first is not None
        assert row(dialog, next(option.key for option in SHOWN if option.section is section)).isAncestorOf(first)
        assert isinstance(restore, QPushButton)
        assert restore.accessibleName() == f"Restore the defaults of {section.value}"
        assert isinstance(done, QPushButton)
        assert done.text() == "Done"


def test_the_section_goes_back_to_its_defaults_and_no_other(dialog: SettingsDialog, qtbot: QtBot) -> None:
    dialog.show_settings(replace(Settings(), free_reps=True, speaks_halfway=False, theme="dark"))
    open_all(dialog)
    restore = next(
        button
        for button in dialog.findChildren(QAbstractButton)
        if button.accessibleName() == "Restore the defaults of Cues"
    )
    told: list[tuple[str, object]] = []
    dialog.changed.connect(lambda key, value: told.append((key, value)))
    restore.click()
    assert told == [("free_reps", False), ("speaks_halfway", True)]
    assert row(dialog, "theme").editor.value() == "dark"


def test_the_voices_can_be_chosen_and_heard(dialog: SettingsDialog, qtbot: QtBot) -> None:
    dialog.show_voices({"gmw/en": "English (Great Britain)", "gmw/en-US": "English (America)"})
    box = child(dialog, "voice", QComboBox)
    assert [box.itemText(place) for place in range(box.count())][1:] == ["English (Great Britain)", "English (America)"]
    with qtbot.waitSignal(dialog.changed) as changed:
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert changed.args == ["voice", "gmw/en"]
    with qtbot.waitSignal(dialog.voice_tested) as tested:
        child(dialog, "voice", QPushButton).click()
    assert tested.args == ["gmw/en", 130, 90]


def test_voices_of_the_same_name_are_told_apart(dialog: SettingsDialog) -> None:
    dialog.show_voices({"one": "Anna", "two": "Anna", "three": "Bert"})
    box = child(dialog, "voice", QComboBox)
    assert [box.itemText(place) for place in range(box.count())][1:] == ["Anna (one)", "Anna (two)", "Bert"]


def test_the_standard_voice_can_have_a_name_of_its_own(dialog: SettingsDialog) -> None:
    dialog.show_voices({"": "System voice"})
    box = child(dialog, "voice", QComboBox)
    assert [box.itemText(place) for place in range(box.count())] == ["System voice"]


def test_what_keeps_a_voice_from_being_heard_is_said_where_it_is_tested(dialog: SettingsDialog) -> None:
    dialog.show()
    dialog.show_sound_trouble("No sound device was found.")
    dialog.show_sound_trouble("The voice stops with an error.")
    (notices,) = dialog.findChildren(NoticeBar)
    assert notices.sentences() == ("The voice stops with an error.",)
    dialog.show_sound_trouble("")
    assert notices.isHidden()
    dialog.show_sound_trouble("No sound device was found.")
    dialog.show_settings(Settings())
    assert notices.isHidden()


def test_a_voice_that_is_gone_stays_chosen(dialog: SettingsDialog) -> None:
    dialog.show_settings(replace(Settings(), voice="Old voice"))
    dialog.show_voices({"new": "New voice"})
    assert child(dialog, "voice", QComboBox).currentText() == "Old voice"


def test_every_control_has_a_name(dialog: SettingsDialog) -> None:
    open_all(dialog)
    for control in dialog.findChildren(QWidget):
        if isinstance(control, (QAbstractButton, QSlider, QSpinBox, QComboBox)):
            text = control.text() if isinstance(control, QAbstractButton) else ""
            assert control.accessibleName() or text, control


def test_a_section_opened_later_shows_the_values_of_now(dialog: SettingsDialog) -> None:
    dialog.show_settings(replace(Settings(), theme="dark"))
    dialog.show_section(Section.LOOKS)
    assert row(dialog, "theme").editor.value() == "dark"

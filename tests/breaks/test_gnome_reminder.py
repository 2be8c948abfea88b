"""Of the reminders of GNOME the one to move is switched off, and no other."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from hipback_desktop.breaks.gnome_movement import switch_off_movement
from hipback_desktop.breaks.gnome_reminder import GnomeReminder
from hipback_desktop.breaks.presence.command import CommandError
from hipback_desktop.core.errors import UserError

KEY = ("org.gnome.desktop.break-reminders", "selected-breaks")


@pytest.mark.parametrize(
    ("before", "after"),
    [("['eyesight', 'movement']\n", "['eyesight']"), ("['movement']\n", "[]"), ("@as []\n", "[]")],
)
def test_only_the_reminder_to_move_goes(before: str, after: str) -> None:
    commands: list[tuple[str, ...]] = []

    def output(*command: str) -> str:
        commands.append(command)
        return before

    switch_off_movement(output)
    assert commands == [("gsettings", "get", *KEY), ("gsettings", "set", *KEY, after)]


def test_what_gnome_does_not_allow_is_told_with_the_way_to_do_it_by_hand() -> None:
    def output(*command: str) -> str:
        raise CommandError("The program gsettings is not installed.")

    with pytest.raises(UserError, match=r"gsettings is not installed\. Switch .* under Wellbeing"):
        switch_off_movement(output)


def test_nobody_waits_for_it(qtbot: QtBot) -> None:
    may_go_on = Event()
    reminder = GnomeReminder(switch_off=lambda: may_go_on.wait(timeout=60))
    told = QSignalSpy(reminder.told)
    reminder.switch_off()
    assert told.count() == 0
    with qtbot.waitSignal(reminder.told) as answer:
        may_go_on.set()
    assert answer.args == [""]


def test_what_went_wrong_is_told_as_well(qtbot: QtBot) -> None:
    def switch_off() -> None:
        raise UserError("GNOME does not allow it.")

    reminder = GnomeReminder(switch_off=switch_off)
    with qtbot.waitSignal(reminder.told) as answer:
        reminder.switch_off()
    assert answer.args == ["GNOME does not allow it."]

"""Of the reminders of GNOME the one to move is switched off, and no other."""

from __future__ import annotations

import pytest

from hipback_desktop.breaks.gnome_reminder import switch_off_movement
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

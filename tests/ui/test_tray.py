"""The tray tells how the reminder stands, and every entry of its menu says what it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtGui import QAction, QImage
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from hipback_desktop.core.break_views import TrayMark, TrayView
from hipback_desktop.core.presence import Mode
from hipback_desktop.ui.icons import icon_pixmap
from hipback_desktop.ui.tray import ICON_PIXELS, Tray
from tests.builders import NOON
from tests.ui.moments import asset

COUNTING = TrayView(TrayMark.COUNTING, "Sitting: 32 min", "Next break in 13 min")
PAUSED = TrayView(TrayMark.PAUSED, "Paused until 15:30", "")
OFF = TrayView(TrayMark.OFF, "The reminder is off.", "")
SIGNALS = (
    *(
        "open_chosen",
        "start_chosen",
        "pause_chosen",
        "resume_chosen",
        "said_chosen",
        "still_sat_chosen",
        "was_away_chosen",
    ),
    *("what_works_chosen", "quit_chosen"),
)


class House:
    """A tray, the time, and what was chosen."""

    def __init__(self) -> None:
        self.now: datetime = NOON
        self.tray = Tray(asset, lambda: self.now)
        self.tray.show()
        self._spies = {name: QSignalSpy(getattr(self.tray, name)) for name in SIGNALS}

    @property
    def chosen(self) -> list[tuple[str, list[Any]]]:
        return [(name, spy.at(index)) for name, spy in self._spies.items() for index in range(spy.count())]

    @property
    def icon(self) -> QSystemTrayIcon:
        assert self.tray._icon is not None
        return self.tray._icon

    def entry(self, text: str) -> QAction:
        """An entry of the menu, or of the menu of pauses."""
        actions = [*self.tray.menu().actions(), *self.tray._pauses.actions()]
        return next(action for action in actions if action.text() == text)

    def opens(self) -> list[str]:
        """Opens the menu and reads it."""
        self.tray.menu().aboutToShow.emit()
        return [action.text() for action in self.tray.menu().actions() if action.isVisible() and action.text()]


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether it has a tray: its only element."""
    has_tray = [True]
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: has_tray[0])
    return has_tray


@pytest.fixture
def house(qtbot: QtBot, desktop: list[bool]) -> Iterator[House]:
    house = House()
    yield house
    house.tray.hide()


def test_the_menu_says_where_the_reminder_is_and_what_can_be_asked(house: House) -> None:
    house.tray.show_state(COUNTING)
    assert house.opens() == [
        "Sitting: 32 min",
        "Next break in 13 min",
        "Start a break now",
        "I’m standing",
        "I’m in a call",
        "I’m reading",
        "Pause the reminder",
        "Open Hipback",
        "What works here",
        "Quit Hipback",
    ]
    assert house.entry("Sitting: 32 min").isEnabled()


def test_a_pause_can_only_be_ended_and_a_reminder_that_is_off_not_paused(house: House) -> None:
    house.tray.show_state(PAUSED)
    assert house.opens()[:3] == ["Paused until 15:30", "Start a break now", "I’m standing"]
    assert "Resume the reminder" in house.opens()
    assert "Pause the reminder" not in house.opens()
    house.tray.show_state(OFF)
    assert house.opens() == [
        "The reminder is off.",
        *("Start a break now", "Open Hipback", "What works here", "Quit Hipback"),
    ]


@pytest.mark.parametrize(
    "text, chosen",
    [
        ("Next break in 13 min", ("what_works_chosen", [])),
        ("Start a break now", ("start_chosen", [])),
        ("I’m standing", ("said_chosen", [Mode.STANDING])),
        ("I’m in a call", ("said_chosen", [Mode.CALL])),
        ("I’m reading", ("said_chosen", [Mode.READING])),
        ("Resume the reminder", ("resume_chosen", [])),
        ("For 30 minutes", ("pause_chosen", [1800])),
        ("For an hour", ("pause_chosen", [3600])),
        ("Open Hipback", ("open_chosen", [])),
        ("What works here", ("what_works_chosen", [])),
        ("Quit Hipback", ("quit_chosen", [])),
    ],
)
def test_an_entry_says_what_it_asks_for(house: House, text: str, chosen: tuple[str, list[Any]]) -> None:
    house.tray.show_state(replace(PAUSED) if text.startswith("Resume") else COUNTING)
    house.entry(text).trigger()
    assert house.chosen == [chosen]


@pytest.mark.usefixtures("in_central_europe")
def test_the_rest_of_the_day_is_that_of_the_moment_it_is_chosen(house: House) -> None:
    house.tray.show_state(COUNTING)
    house.now = NOON.replace(hour=18)
    house.entry("For the rest of the day").trigger()
    house.entry("Until tomorrow morning").trigger()
    assert house.chosen == [("pause_chosen", [6 * 3600]), ("pause_chosen", [12 * 3600])]


def test_an_absence_is_asked_about_where_there_was_one(house: House) -> None:
    house.tray.show_state(replace(COUNTING, away_text="Away 12 min: I was still sitting"))
    assert house.opens()[2] == "Away 12 min: I was still sitting"
    house.entry("Away 12 min: I was still sitting").trigger()
    assert house.chosen == [("still_sat_chosen", [])]


def test_who_cannot_be_seen_may_say_that_they_were_away(house: House) -> None:
    house.tray.show_state(replace(COUNTING, is_blind=True))
    assert "I was away" in house.opens()
    house.entry("I was away").trigger()
    assert house.chosen == [("was_away_chosen", [])]


def test_who_stands_takes_it_back_in_the_same_place(house: House) -> None:
    house.tray.show_state(replace(COUNTING, said=Mode.STANDING))
    assert house.entry("I’m standing").isChecked()
    house.entry("I’m standing").trigger()
    assert house.chosen == [("said_chosen", [None])]


def test_a_click_opens_hipback_and_the_other_button_only_the_menu(house: House) -> None:
    house.icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    assert house.chosen == []
    house.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert house.chosen == [("open_chosen", [])]


def test_where_a_click_opens_the_menu_it_opens_nothing_else(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    house.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert house.chosen == []


def test_the_tool_tip_is_the_time_to_the_next_break_or_why_there_is_none(house: House) -> None:
    house.tray.show_state(COUNTING)
    assert house.icon.toolTip() == "Hipback: Next break in 13 min"
    house.tray.show_state(PAUSED)
    assert house.icon.toolTip() == "Hipback: Paused until 15:30"


def test_only_what_differs_is_told_to_the_desktop(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    house.tray.show_state(COUNTING)
    for name in ("setIcon", "setToolTip"):
        monkeypatch.setattr(QSystemTrayIcon, name, lambda *_, name=name: told.append(name))
    monkeypatch.setattr(QAction, "setText", lambda *_: told.append("setText"))
    house.tray.show_state(replace(COUNTING, state_text="Sitting: 33 min"))
    assert told == []
    house.tray.show_state(replace(COUNTING, next_text="Next break in 12 min"))
    assert told == ["setToolTip"]
    house.tray.show_state(replace(COUNTING, mark=TrayMark.SOON, next_text="Next break in 12 min"))
    assert "setIcon" in told


def test_an_icon_that_came_before_its_tray_is_made_anew(qtbot: QtBot, desktop: list[bool]) -> None:
    """Across D-Bus it would never be seen."""
    desktop[0] = False
    house = House()
    house.tray.show_state(COUNTING)
    first = house.icon
    assert not house.tray.is_there
    assert house.tray._retry.interval() == 2000
    house.tray._retry.timeout.emit()
    assert (house.icon, house.tray._retry.interval()) == (first, 4000)
    desktop[0] = True
    house.tray._retry.stop()
    house.tray._retry.timeout.emit()
    assert house.icon is not first
    assert house.icon.isVisible()
    assert house.icon.toolTip() == "Hipback: Next break in 13 min"
    assert not house.tray._retry.isActive()
    house.tray.hide()


def test_a_tray_that_comes_much_later_is_found_when_it_is_asked_for(qtbot: QtBot, desktop: list[bool]) -> None:
    desktop[0] = False
    house = House()
    while house.tray._retry.isActive():
        house.tray._retry.stop()
        house.tray._retry.timeout.emit()
    first = house.icon
    desktop[0] = True
    assert house.tray.is_there
    second = house.icon
    assert second is not first
    desktop[0] = False  # it restarts, and Qt follows it
    assert not house.tray.is_there
    desktop[0] = True
    assert house.tray.is_there
    assert house.icon is second
    house.tray.hide()


def test_hidden_it_waits_for_no_tray_and_can_be_shown_again(qtbot: QtBot, desktop: list[bool]) -> None:
    desktop[0] = False
    house = House()
    house.tray.hide()
    assert not house.tray._retry.isActive()
    assert house.tray._icon is None
    desktop[0] = True
    house.tray.show()
    shown = house.icon
    house.tray.show()
    assert house.icon is shown
    house.tray.hide()


def test_the_states_are_told_apart_by_shape_too(qtbot: QtBot) -> None:
    shapes = {mark: _grey(icon_pixmap(f"tray_{mark}", "", asset, 22).toImage()) for mark in TrayMark}
    for mark, shape in shapes.items():
        for other, its in shapes.items():
            differing = sum(abs(one - two) > 60 for one, two in zip(shape, its, strict=True))
            assert mark is other or differing >= 20, (mark, other)


@pytest.mark.parametrize("mark", list(TrayMark))
def test_the_icon_is_drawn_for_each_size_that_may_be_asked_for(house: House, mark: TrayMark) -> None:
    house.tray.show_state(replace(COUNTING, mark=mark))
    for pixels in ICON_PIXELS:
        shown = house.icon.icon().pixmap(pixels, pixels).toImage()
        drawn = icon_pixmap(f"tray_{mark}", "", asset, pixels).toImage()
        assert shown.size() == drawn.size()
        assert max(_differences(shown, drawn)) <= 8, "draw them again: packaging/tray_icons.py"


def _differences(one: QImage, other: QImage) -> Iterator[int]:
    """How far the points are from each other, of 255; Qt may round elsewhere than it did when a file was made."""
    kind = QImage.Format.Format_ARGB32_Premultiplied
    plain, others = one.convertToFormat(kind), other.convertToFormat(kind)  # have to outlive their bits
    return (abs(mine - its) for mine, its in zip(bytes(plain.constBits()), bytes(others.constBits()), strict=True))


def _grey(image: QImage) -> list[int]:
    """The lightness of each point on a middle ground, without its colour."""
    points = [image.pixelColor(x, y) for y in range(image.height()) for x in range(image.width())]
    return [round(point.lightness() * point.alphaF() + 128 * (1 - point.alphaF())) for point in points]

"""The strip is small, says what its keys and buttons ask for, and is never out of sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from hipback_desktop.core.playback import Playback
from hipback_desktop.core.view import view_of
from hipback_desktop.ui.icon_button import IconButton
from hipback_desktop.ui.session_keys import SessionAction
from hipback_desktop.ui.strip_place import MOST_SCREENS, StripPlace, place_on, with_place
from hipback_desktop.ui.strip_window import StripWindow
from hipback_desktop.ui.theme import CONTRAST, DARK, LIGHT
from tests.builders import NOON
from tests.ui.moments import EXERCISES, asset, free_timeline, moment, playing


@pytest.fixture
def strip(qtbot: QtBot) -> StripWindow:
    strip = StripWindow(LIGHT, asset)
    qtbot.addWidget(strip)
    strip.show_view(moment(10))
    with qtbot.waitActive(strip):
        strip.show_on(QGuiApplication.primaryScreen(), None)
        strip.activateWindow()
    return strip


def asked(strip: StripWindow) -> QSignalSpy:
    return QSignalSpy(strip.requested)


def press(strip: StripWindow, key: Qt.Key) -> None:
    QTest.keyClick(strip.windowHandle(), key)


def test_it_shows_name_side_countdown_and_what_comes_next(strip: StripWindow) -> None:
    assert strip.name.text() == "Knee hug"
    assert strip.side.accessibleName() == "Right side, 30 seconds"
    assert strip.upcoming.text() == "Next: Knee hug, left side"
    face = strip.ring.face()
    assert face is not None
    assert face.digits == "20"


def test_it_is_low_above_other_windows_and_without_a_frame(strip: StripWindow) -> None:
    assert strip.height() <= 96
    assert strip.maximumHeight() == strip.height()
    assert strip.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert strip.windowFlags() & Qt.WindowType.FramelessWindowHint
    for part in (strip.ring, strip.side, strip.name, strip.upcoming, *strip.findChildren(IconButton)):
        assert strip.rect().contains(part.geometry())


@pytest.mark.parametrize(
    "key, action",
    [
        (Qt.Key.Key_Space, SessionAction.PAUSE),
        (Qt.Key.Key_Right, SessionAction.NEXT),
        (Qt.Key.Key_Left, SessionAction.PREVIOUS),
        (Qt.Key.Key_Escape, SessionAction.STOP),
        (Qt.Key.Key_T, SessionAction.STRIP),
        (Qt.Key.Key_M, SessionAction.MUTE),
        (Qt.Key.Key_Return, SessionAction.DONE),
    ],
)
def test_the_keys_of_a_session_are_heard(strip: StripWindow, key: Qt.Key, action: SessionAction) -> None:
    spy = asked(strip)
    press(strip, key)
    assert [spy.at(index)[0] for index in range(spy.count())] == [action]


def test_keys_that_need_the_large_window_do_nothing(strip: StripWindow) -> None:
    spy = asked(strip)
    for key in (Qt.Key.Key_F, Qt.Key.Key_F1):
        press(strip, key)
    assert spy.count() == 0


@pytest.mark.parametrize("action", [SessionAction.PAUSE, SessionAction.NEXT, SessionAction.STOP, SessionAction.STRIP])
def test_every_button_is_reached_by_tab_pressed_by_enter_and_named(strip: StripWindow, action: SessionAction) -> None:
    button = strip.button(action)
    for _ in range(6):
        if strip.focusWidget() is button:
            break
        press(strip, Qt.Key.Key_Tab)
    assert strip.focusWidget() is button
    spy = asked(strip)
    press(strip, Qt.Key.Key_Return)
    assert [spy.at(index)[0] for index in range(spy.count())] == [action]
    assert button.accessibleName()
    assert button.toolTip()


def test_closing_it_asks_for_the_large_window_and_closes_nothing(strip: StripWindow) -> None:
    spy = asked(strip)
    assert not strip.close()
    assert spy.at(0) == [SessionAction.STRIP]
    assert strip.isVisible()


def test_the_first_button_says_what_it_would_do(strip: StripWindow) -> None:
    button = strip.button(SessionAction.PAUSE)
    assert button.accessibleName() == "Pause"
    strip.show_view(view_of(playing().pause(10)[0], EXERCISES, 12, NOON))
    assert button.accessibleName() == "Go on"
    free: Playback = playing("bridge", timeline=free_timeline())
    strip.show_view(moment(5, free))
    assert button.accessibleName() == "Done"


def test_it_stands_where_it_stood_and_at_the_top_at_first(strip: StripWindow) -> None:
    screen = QGuiApplication.primaryScreen()
    room = screen.availableGeometry()
    assert strip.y() - room.top() == 16
    assert abs(strip.geometry().center().x() - room.center().x()) <= 1
    strip.show_on(screen, StripPlace(40, 300, 560))
    assert strip.place() == StripPlace(40, 300, 560)


def test_a_place_that_is_out_of_sight_is_brought_back(strip: StripWindow) -> None:
    screen = QGuiApplication.primaryScreen()
    for place in (StripPlace(90_000, 90_000, 700), StripPlace(-5000, -5000, 5), StripPlace(0, 0, 90_000)):
        strip.show_on(screen, place)
        assert screen.availableGeometry().contains(strip.geometry())


def test_it_can_be_dragged_where_no_window_manager_does_it(strip: StripWindow) -> None:
    """The offscreen platform has none."""
    start = strip.pos()
    grip = strip.upcoming.geometry().center()
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=grip)
    QTest.mouseMove(strip, grip + strip.rect().topLeft() + type(grip)(30, 20))
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=grip)
    assert strip.pos() != start


def test_other_themes_are_taken_up(strip: StripWindow) -> None:
    images = []
    for theme in (LIGHT, DARK, CONTRAST):
        strip.show_theme(theme)
        images.append(strip.grab().toImage())
    assert images[0] != images[1] != images[2]


def test_places_are_kept_by_screen() -> None:
    kept = with_place("one 1920x1080", StripPlace(10, 20, 600), ())
    kept = with_place("two 800x600", StripPlace(-3, 0, 480), kept)
    assert place_on("one 1920x1080", kept) == StripPlace(10, 20, 600)
    assert place_on("two 800x600", kept) == StripPlace(-3, 0, 480)
    assert place_on("three", kept) is None
    moved = with_place("one 1920x1080", StripPlace(11, 20, 600), kept)
    assert place_on("one 1920x1080", moved) == StripPlace(11, 20, 600)
    assert len(moved) == 2


def test_old_screens_are_forgotten_and_odd_texts_count_for_nothing() -> None:
    kept: tuple[str, ...] = ()
    for number in range(30):
        kept = with_place(f"screen {number}", StripPlace(number, 0, 600), kept)
    assert len(kept) == MOST_SCREENS
    assert place_on("screen 29", kept) == StripPlace(29, 0, 600)
    assert place_on("screen 0", kept) is None
    for odd in ("one", "one|", "one|1,2", "one|1,2,x", "one|1,2,3,4", "|"):
        assert place_on("one", (odd,)) is None

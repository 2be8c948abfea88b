"""Every page and sheet there is, walked through with Tab: what has the keyboard has a name and is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget

from hipback_desktop.core.record import ComfortLog, SessionRecord
from hipback_desktop.core.settings import Section
from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.session_store import SessionStore
from hipback_desktop.ui.settings_dialog import SettingsDialog
from tests.builders import a_record
from tests.stories.house import CTRL, DOWN, ENTER, ESC, RIGHT, TAB, House

MOST_STOPS = 80


def at_home(house: House) -> None:
    house.has_two_minutes()
    house.open()


def in_a_session(house: House) -> None:
    at_home(house)
    house.press(ENTER, ENTER)
    house.after(20)


def stopped(house: House) -> None:
    in_a_session(house)
    house.press(ESC)


def done(house: House) -> None:
    in_a_session(house)
    house.to_the_end()


def asked_since(house: House) -> None:
    done(house)
    house.press(ESC)
    house.close()
    house.clock.seconds += 20 * 3600
    house.open()


def cut_off(house: House) -> None:
    in_a_session(house)
    house.cut_power()
    house.open()


def has_done(house: House, *records: SessionRecord) -> None:
    """Sessions that lie behind somebody who opens the program."""
    house.has_two_minutes()
    database = open_database(house.folders.database)
    for record in records:
        SessionStore(database).add(record)
    database.close()
    house.open()


def an_hour_ago(house: House) -> SessionRecord:
    return a_record(started_at=house.clock.now() - timedelta(hours=1))


def in_the_history(house: House) -> None:
    has_done(house, an_hour_ago(house))
    house.press(Qt.Key.Key_3, held=CTRL)


def added_by_hand(house: House) -> None:
    in_the_history(house)
    house.press(Qt.Key.Key_N, held=CTRL)


def nothing_found(house: House) -> None:
    in_the_history(house)
    house.press(Qt.Key.Key_Slash, "qi gong", ENTER)


def deleted(house: House) -> None:
    in_the_history(house)
    house.press(Qt.Key.Key_N, held=CTRL)
    house.press(ENTER, Qt.Key.Key_Delete)


def at_the_goals(house: House) -> None:
    at_home(house)
    house.window.goals_requested.emit()
    house.settle()


def with_a_card(house: House) -> None:
    record = replace(an_hour_ago(house), log=ComfortLog(felt_sharp=True))
    has_done(house, record, replace(record, id="another", started_at=record.started_at - timedelta(hours=1)))


def at_the_help(house: House) -> None:
    with_a_card(house)
    house.window.help_requested.emit()
    house.settle()


def in_an_empty_history(house: House) -> None:
    at_home(house)
    house.press(Qt.Key.Key_3, held=CTRL)


def in_the_progress(house: House) -> None:
    has_done(house, an_hour_ago(house))
    house.press(Qt.Key.Key_4, held=CTRL)


def in_an_empty_progress(house: House) -> None:
    at_home(house)
    house.press(Qt.Key.Key_4, held=CTRL)


def in_the_library(house: House) -> None:
    at_home(house)
    house.press(Qt.Key.Key_2, held=CTRL)


def welcomed(*keys: Qt.Key) -> Callable[[House], None]:
    def arrive(house: House) -> None:
        house.open()
        house.press(*keys)

    return arrive


def then(before: Callable[[House], None], *keys: Qt.Key | str) -> Callable[[House], None]:
    def arrive(house: House) -> None:
        before(house)
        house.press(*keys)

    return arrive


def with_notices(house: House) -> None:
    at_home(house)
    house.window.show_notice("The disk is full; make room.")
    house.window.show_notice("No sound device was found.")


PLACES: dict[str, tuple[Callable[[House], None], str]] = {
    "check first": (welcomed(), "Please check these first"),
    "get help": (welcomed(TAB, Qt.Key.Key_Space), "Thank you for looking"),
    "ask first": (welcomed(ENTER), "Ask a professional"),
    "preferences": (welcomed(ENTER, ENTER), "What suits you?"),
    "stop rule": (welcomed(ENTER, ENTER, ENTER), "One rule"),
    "home": (at_home, "All routines"),
    "home unfolded": (then(at_home, DOWN, DOWN, " "), "All routines"),
    "home with notices": (with_notices, "No sound device"),
    "cut off": (cut_off, "You were in the middle of"),
    "stiffness before": (then(at_home, ENTER), "How stiff do you feel"),
    "session": (in_a_session, "How to do it"),
    "paused": (then(in_a_session, " "), "Go on"),
    "with a hint": (then(in_a_session, "e"), "Put this message away"),
    "side": (then(in_a_session, RIGHT), "Right side"),
    "room view": (then(in_a_session, "f"), "Stop"),
    "keys": (then(in_a_session, "?"), "Stop the session"),
    "stop": (stopped, "Stopped. Your session is kept."),
    "too hard": (then(stopped, "2"), "Good that you stopped"),
    "uncomfortable": (then(stopped, "3"), "How uncomfortable was it?"),
    "sharp": (then(stopped, "4"), "When to stop at once"),
    "numb": (then(stopped, "5"), "Get emergency help now"),
    "unwell": (then(stopped, "6"), "Let it settle first"),
    "log": (done, "How was it?"),
    "since last time": (asked_since, "How was it since last time?"),
    "worse": (then(asked_since, "4"), "Go on"),
    "library": (in_the_library, "Exercises"),
    "one exercise": (then(in_the_library, ENTER), "How to do it"),
    "empty history": (in_an_empty_history, "Your sessions will be kept here"),
    "history": (in_the_history, "Planned and done"),
    "a session to change": (then(in_the_history, ENTER), "Backspace takes an answer back."),
    "a session to add": (added_by_hand, "It counts like the others."),
    "nothing found": (nothing_found, "No session matches."),
    "deleted": (deleted, "was deleted."),
    "goals": (at_the_goals, "Days of stretching"),
    "a card": (with_a_card, "Why do I see this?"),
    "where to get help": (at_the_help, "Get emergency help now"),
    "empty progress": (in_an_empty_progress, "Your weeks will appear here"),
    "progress": (in_the_progress, "Most minutes, and the latest: Week of"),
}


@pytest.mark.parametrize("place", PLACES)
def test_what_has_the_keyboard_has_a_name_and_is_seen(house: House, place: str) -> None:
    arrive, words = PLACES[place]
    arrive(house)
    house.window.resize(900, 600)
    house.settle()
    assert house.sees(words), house.words
    walk(house, house.window)


@pytest.mark.parametrize("section", list(Section))
def test_so_does_every_section_of_the_settings(house: House, section: Section) -> None:
    house.knows_me(left_out=("bird_dog",))
    house.open()
    house.press(Qt.Key.Key_Comma, held=CTRL)
    with settings(house) as dialog:
        dialog.resize(640, 400)
        dialog.show_section(section)
        house.settle()
        walk(house, dialog)


@contextmanager
def settings(house: House) -> Iterator[SettingsDialog]:
    (dialog,) = house.window.findChildren(SettingsDialog)
    yield dialog
    dialog.reject()


def walk(house: House, window: QWidget) -> None:
    """Goes round with Tab until it comes back, and looks at each stop and at every button that is seen."""
    window.activateWindow()
    house.settle()
    stops: list[QWidget] = []
    for _stop in range(MOST_STOPS):
        QTest.keyClick(window.focusWidget() or window, TAB)
        house.settle()
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in stops:
            break
        stops.append(focused)
        assert name_of(focused), f"{focused} has no name"
        assert is_seen(focused), f"{focused} {name_of(focused)} is not seen"
    else:
        pytest.fail(f"more than {MOST_STOPS} stops")
    for button in window.findChildren(QAbstractButton):
        assert not button.isVisible() or name_of(button), f"{button} has no name"


def name_of(widget: QWidget) -> str:
    """As a screen reader has it."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def is_seen(widget: QWidget) -> bool:
    """Wholly in view, or as much of it as its page can show."""
    box = QRect(widget.mapToGlobal(QPoint()), widget.size())
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QAbstractScrollArea) or around.isWindow():
            view = around.viewport() if isinstance(around, QAbstractScrollArea) else around
            seen = QRect(view.mapToGlobal(QPoint()), view.size()).intersected(box)
            if seen.height() < min(box.height(), view.height() - 1) or seen.width() < box.width():
                return False
            box = seen
        if around.isWindow():
            return widget.isVisible()
        around = around.parentWidget()
    return False

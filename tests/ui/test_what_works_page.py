"""“What works here”: what is seen, by whom, and why nothing shows now; with the keyboard alone, and read out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from hipback_desktop.core.what_works import SignLine, SourceLine
from hipback_desktop.paths import asset
from hipback_desktop.ui.look import apply_look
from hipback_desktop.ui.theme import DARK, LIGHT
from hipback_desktop.ui.what_works_card import WhatWorksCard
from hipback_desktop.ui.what_works_page import WhatWorksPage
from tests.builders import NOON

IDLE = SignLine(
    "idle_seconds",
    "Keyboard and mouse",
    "Last used 4 seconds ago.",
    "Tells sitting from an empty chair.",
    is_known=True,
    sources=(
        SourceLine("idle_x11", "X server", "Last used 4 seconds ago.", is_known=True, read_at=NOON),
        SourceLine("idle_mutter", "GNOME", "It does not run here.", is_known=False, read_at=NOON),
    ),
)
LOCK = SignLine("is_locked", "Locked screen", "Not known here.", "You are taken to be away.", is_known=False)


class Seen:
    """What there is to show; changed by the tests."""

    def __init__(self) -> None:
        self.lines = (IDLE, LOCK)
        self.reason = "You have not been sitting for long."
        self.looks = 0


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def page(seen: Seen, qtbot: QtBot) -> WhatWorksPage:
    page = WhatWorksPage(lambda: seen.lines, lambda: seen.reason, lambda: False, LIGHT, asset)
    qtbot.addWidget(page)

    def look() -> None:
        seen.looks += 1

    page.look_requested.connect(look)
    page.show()
    page.activateWindow()
    return page


def words(page: WhatWorksPage) -> list[str]:
    return [shown.text() for shown in page.findChildren(QLabel)]


def test_everything_is_shown(page: WhatWorksPage) -> None:
    assert {
        "You have not been sitting for long.",
        "Keyboard and mouse",
        "Last used 4 seconds ago.",
        "Tells sitting from an empty chair.",
        "X server: Last used 4 seconds ago.",
        "GNOME: It does not run here.",
        "Locked screen",
        "Not known here.",
    } <= set(words(page))


def test_it_looks_when_it_appears_and_again_when_asked(page: WhatWorksPage, seen: Seen) -> None:
    assert seen.looks == 1
    again = next(button for button in page.findChildren(QPushButton) if button.text() == "Look again")
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    assert seen.looks == 2


def test_enter_looks_again_from_wherever_the_keyboard_is(page: WhatWorksPage, seen: Seen) -> None:
    page.findChildren(WhatWorksCard)[1].setFocus()
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert seen.looks == 2


def test_what_is_found_later_is_shown_in_its_place(page: WhatWorksPage, seen: Seen) -> None:
    seen.lines = (replace(IDLE, says="Last used 2 minutes ago."), replace(LOCK, says="The screen is locked."))
    seen.reason = "You are in a call."
    page.show_findings()
    assert {"Last used 2 minutes ago.", "The screen is locked.", "You are in a call."} <= set(words(page))
    assert not {"Not known here.", "You have not been sitting for long."} & set(words(page))


def test_a_card_is_read_out_as_a_whole(page: WhatWorksPage, seen: Seen) -> None:
    card = page.findChildren(WhatWorksCard)[0]
    assert card.accessibleName() == "Keyboard and mouse. Last used 4 seconds ago."
    assert card.accessibleDescription() == (
        "Tells sitting from an empty chair. X server: Last used 4 seconds ago. GNOME: It does not run here."
    )
    seen.lines = (replace(IDLE, says="Last used 9 seconds ago."), LOCK)
    page.show_findings()
    assert card.accessibleName() == "Keyboard and mouse. Last used 9 seconds ago."


def test_the_keyboard_goes_through_all_of_it_from_the_top(page: WhatWorksPage) -> None:
    names = []
    for _ in range(5):
        focused = page.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName() or focused.property("text"))
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert names == [
        "The reminder now. You have not been sitting for long.",
        "Keyboard and mouse. Last used 4 seconds ago.",
        "Locked screen. Not known here.",
        "Look again",
        "Close",
    ]


def test_escape_closes_it(page: WhatWorksPage) -> None:
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_known_and_unknown_differ_by_picture_in_every_theme(
    page: WhatWorksPage, seen: Seen, qapp: QApplication
) -> None:
    apply_look(qapp, DARK)
    page.show_theme(DARK)
    known = page.findChildren(WhatWorksCard)[0].grab().toImage()
    seen.lines = (replace(IDLE, is_known=False), LOCK)
    page.show_findings()
    assert page.findChildren(WhatWorksCard)[0].grab().toImage() != known

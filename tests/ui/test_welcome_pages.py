"""The screens before the first session: short, keyboard only, nobody locked out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from hipback_desktop.core.settings import Settings
from hipback_desktop.paths import asset
from hipback_desktop.ui.chips import Chip
from hipback_desktop.ui.safety_words import ask_first_list, days_list, emergency_list, stop_rule, today_list
from hipback_desktop.ui.theme import LIGHT
from hipback_desktop.ui.welcome_page import WelcomePage
from hipback_desktop.ui.welcome_pages import WelcomePages


def opened(qtbot: QtBot, *, repeats: bool = False) -> WelcomePages:
    pages = WelcomePages(Settings(), LIGHT, asset, repeats=repeats)
    qtbot.addWidget(pages)
    pages.resize(900, 600)
    pages.show()
    qtbot.waitExposed(pages)
    return pages


def shown_page(pages: WelcomePages) -> WelcomePage:
    page = pages.currentWidget()
    assert isinstance(page, WelcomePage)
    return page


def words(pages: WelcomePages) -> str:
    return "\n".join(text.text() for text in shown_page(pages).findChildren(QLabel))


def press(qtbot: QtBot, pages: WelcomePages, key: Qt.Key = Qt.Key.Key_Return) -> None:
    QTest.keyClick(pages.window().focusWidget(), key)


def click(qtbot: QtBot, pages: WelcomePages, text: str) -> None:
    page = shown_page(pages)
    button = next(button for button in page.findChildren(QPushButton) if button.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_first_screen_names_every_sign_and_the_age(qtbot: QtBot) -> None:
    shown = words(opened(qtbot))
    for listed in (emergency_list(), today_list(), days_list()):
        assert all(item in shown for item in (listed.title, *listed.items))
    assert "18 or older" in shown
    assert "does not diagnose" in shown


def test_four_times_enter_gets_through(qtbot: QtBot) -> None:
    pages = opened(qtbot)
    press(qtbot, pages)
    assert all(item in words(pages) for item in ask_first_list().items)
    press(qtbot, pages)
    press(qtbot, pages)
    assert stop_rule() in words(pages)
    with qtbot.waitSignal(pages.finished) as finished:
        press(qtbot, pages)
    assert finished.args == [
        {key: getattr(Settings(), key) for key in ("tight_areas", "minutes", "level", "equipment", "comfort_filters")}
    ]


def test_what_is_chosen_is_what_comes_out(qtbot: QtBot) -> None:
    pages = opened(qtbot)
    for _turn in range(2):
        press(qtbot, pages)
    for chip in pages.findChildren(Chip):
        if chip.text() in ("No kneeling", "Buttocks"):
            QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    click(qtbot, pages, "Some practice")
    click(qtbot, pages, "Continue")
    with qtbot.waitSignal(pages.finished) as finished:
        press(qtbot, pages)
    assert finished.args is not None
    values = finished.args[0]
    assert values["comfort_filters"] == ("no_kneeling",)
    assert values["tight_areas"] == ("glutes",)
    assert values["level"] == "some"


def test_something_that_fits_leads_to_help_and_to_breaks_only(qtbot: QtBot) -> None:
    pages = opened(qtbot)
    click(qtbot, pages, "Something here fits me")
    assert "Where to get help" in words(pages)
    with qtbot.waitSignal(pages.only_breaks_chosen):
        press(qtbot, pages)


def test_advice_that_was_had_leads_on(qtbot: QtBot) -> None:
    pages = opened(qtbot)
    click(qtbot, pages, "Something here fits me")
    click(qtbot, pages, "I have had advice, continue")
    assert ask_first_list().items[0] in words(pages)


def test_escape_goes_back_one_screen(qtbot: QtBot) -> None:
    pages = opened(qtbot)
    press(qtbot, pages, Qt.Key.Key_Escape)
    assert pages.currentIndex() == 0
    press(qtbot, pages)
    press(qtbot, pages, Qt.Key.Key_Escape)
    assert pages.currentIndex() == 0


def test_later_only_the_first_two_are_shown(qtbot: QtBot) -> None:
    pages = opened(qtbot, repeats=True)
    assert "1 of 2" in words(pages)
    press(qtbot, pages)
    with qtbot.waitSignal(pages.finished) as finished:
        press(qtbot, pages)
    assert finished.args == [{}]


def test_page_keys_scroll_while_the_buttons_stay(qtbot: QtBot) -> None:
    pages = opened(qtbot)
    page = shown_page(pages)
    bar = page._column.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)  # heights follow widths, one turn of the event loop later
    press(qtbot, pages, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    press(qtbot, pages, Qt.Key.Key_Home)
    assert bar.value() == 0
    assert page.findChildren(QPushButton)[0].isVisible()

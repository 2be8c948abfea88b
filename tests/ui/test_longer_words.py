"""In a language of longer words nothing is cut off: text wraps, and what stands beside it moves."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hipback_desktop.breaks.presence.reading import Finding, Unknown
from hipback_desktop.breaks.presence.report import sign_lines
from hipback_desktop.breaks.presence.table import probes_of
from hipback_desktop.core.break_views import TrayMark, TrayView, prompt_view
from hipback_desktop.core.prompt import Prompt, Prompted
from hipback_desktop.core.record import StopReason
from hipback_desktop.core.settings import Section, Settings
from hipback_desktop.paths import asset
from hipback_desktop.ui.break_prompt import BreakPrompt
from hipback_desktop.ui.figure_slot import no_figure
from hipback_desktop.ui.look import apply_look
from hipback_desktop.ui.page_name import PageName
from hipback_desktop.ui.progress_page import ProgressPage
from hipback_desktop.ui.session_log_sheet import SessionLogSheet
from hipback_desktop.ui.settings_dialog import SettingsDialog
from hipback_desktop.ui.sheet import Sheet
from hipback_desktop.ui.sheet_host import SheetHost
from hipback_desktop.ui.stop_sheet import StopSheet
from hipback_desktop.ui.strip_window import StripWindow
from hipback_desktop.ui.theme import LIGHT
from hipback_desktop.ui.top_bar import TopBar
from hipback_desktop.ui.tray import Tray
from hipback_desktop.ui.what_works_page import WhatWorksPage
from tests.builders import NOON, a_routine
from tests.sight import Sight
from tests.ui.moments import moment
from tests.ui.test_progress_page import FULL

pytestmark = pytest.mark.usefixtures("in_pseudo")


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    apply_look(qapp, LIGHT)


@pytest.mark.parametrize("section", Section)
def test_the_settings_have_room(qtbot: QtBot, sight: Sight, section: Section) -> None:
    dialog = SettingsDialog(Settings(), LIGHT, asset)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_voices({"gmw/en": "English (Received Pronunciation, somewhere in Great Britain)"})
    dialog.show_section(section)
    for size in ((640, 400), (880, 640)):
        dialog.resize(*size)
        sight.check(dialog, f"settings-{section.name}-{size[0]}")


def test_what_works_has_room(qtbot: QtBot, sight: Sight) -> None:
    findings = [Finding(probe.name, probe.sign, Unknown("«" + "why not " * 9)) for probe in probes_of("linux", {})]
    page = WhatWorksPage(lambda: sign_lines(findings), lambda: "«" + "because " * 9, lambda: True, LIGHT, asset)
    qtbot.addWidget(page)
    page.resize(page.minimumSize())
    page.show()
    sight.check(page, type(page).__name__)


def test_so_has_the_progress_page(qtbot: QtBot, sight: Sight) -> None:
    page = ProgressPage(LIGHT, asset)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    page.show_review(FULL)
    page.show_suggestion("daily_reset", "Daily reset", "This week still has room for a strength day.")
    sight.check(page, type(page).__name__)


def test_so_have_the_tabs_of_the_smallest_window(qtbot: QtBot) -> None:
    bar = TopBar(LIGHT, asset)
    qtbot.addWidget(bar)
    bar.resize(900, 56)
    bar.show()
    QCoreApplication.processEvents()
    assert [tab.text() for tab in bar.findChildren(QPushButton) if tab.width() < tab.sizeHint().width()] == []
    assert max(tab.geometry().right() for tab in bar.findChildren(QPushButton)) < 900
    bar.resize(1280, 56)
    assert any(words.isVisible() for words in bar.findChildren(QLabel))


def test_in_a_narrow_window_the_other_tabs_are_pictures_with_their_names(qtbot: QtBot) -> None:
    bar = TopBar(LIGHT, asset)
    qtbot.addWidget(bar)
    bar.show_page(PageName.PROGRESS)
    bar.resize(640, 56)  # a screen of 1280 pixels at 200 %
    bar.show()
    QCoreApplication.processEvents()
    tabs = bar.findChildren(QPushButton)
    assert [tab.accessibleName() for tab in tabs if tab.width() < tab.sizeHint().width()] == []
    assert max(tab.geometry().right() for tab in tabs) < 640
    assert all(tab.accessibleName() and tab.accessibleName() in tab.toolTip() for tab in tabs if not tab.text())
    assert [tab.isChecked() for tab in tabs if tab.text()] == [True]
    bar.show_page(PageName.TODAY)
    assert [tab.isChecked() for tab in tabs if tab.text()] == [True]
    bar.resize(1600, 56)
    assert all(tab.text() for tab in tabs)


def asked_why() -> Sheet:
    sheet = StopSheet()
    sheet._reasons.chosen.emit(StopReason.UNCOMFORTABLE)
    return sheet


@pytest.mark.parametrize("sheet", [asked_why, SessionLogSheet])
def test_so_have_the_questions_about_a_session(qtbot: QtBot, sight: Sight, sheet: Callable[[], Sheet]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    host = SheetHost(window)
    window.show()
    host.show_sheet(sheet())
    sight.check(window, type(host.sheet).__name__)


@pytest.mark.parametrize("fills_screen", [False, True])
def test_the_prompt_for_a_break_has_room(qtbot: QtBot, sight: Sight, fills_screen: bool) -> None:
    prompt = BreakPrompt(LIGHT, asset, no_figure, fills_screen=fills_screen)
    qtbot.addWidget(prompt, before_close_func=lambda _widget: prompt.withdraw())
    prompted = Prompted(Prompt(NOON), is_silent=False, is_repeat=True, offers_snooze=True)
    prompt.show_prompt(prompt_view(prompted, 7200, a_routine(name="A break with a name of some length"), 120))
    sight.check(prompt, f"prompt-{fills_screen}")
    card = prompt.card()
    assert card is not None
    assert [button.text() for button in card.answers() if button.width() < button.sizeHint().width()] == []
    assert prompt.rect().contains(card.geometry())


@pytest.mark.parametrize("width", [512, 672])
def test_the_strip_has_room(qtbot: QtBot, sight: Sight, width: int) -> None:
    strip = StripWindow(LIGHT, asset)
    qtbot.addWidget(strip)
    strip.resize(width, strip.height())
    strip.show()
    for seconds in (10, 45):
        strip.show_view(moment(seconds))
        sight.check(strip, f"strip-{width}-{seconds}")


def test_so_has_the_menu_of_the_tray(qtbot: QtBot, sight: Sight) -> None:
    tray = Tray(asset, lambda: NOON)
    tray.show_state(TrayView(TrayMark.COUNTING, "[" + "sitting " * 4 + "]", "[" + "next break " * 3 + "]"))
    sight.check(tray.menu(), "tray")
    assert tray.menu().sizeHint().width() <= 480

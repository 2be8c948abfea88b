"""In a language of longer words nothing is cut off: text wraps, and what stands beside it moves."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from hipback_desktop.breaks.presence.reading import Finding, Unknown
from hipback_desktop.breaks.presence.report import sign_lines
from hipback_desktop.breaks.presence.table import probes_of
from hipback_desktop.core.break_views import prompt_view
from hipback_desktop.core.prompt import Prompt, Prompted
from hipback_desktop.core.record import StopReason
from hipback_desktop.core.settings import Section, Settings
from hipback_desktop.paths import asset
from hipback_desktop.ui.break_prompt import BreakPrompt
from hipback_desktop.ui.figure_slot import no_figure
from hipback_desktop.ui.look import apply_look
from hipback_desktop.ui.progress_page import ProgressPage
from hipback_desktop.ui.rating_row import RatingRow
from hipback_desktop.ui.session_log_sheet import SessionLogSheet
from hipback_desktop.ui.settings_dialog import SettingsDialog
from hipback_desktop.ui.sheet import Sheet
from hipback_desktop.ui.sheet_host import SheetHost
from hipback_desktop.ui.stop_sheet import StopSheet
from hipback_desktop.ui.theme import LIGHT
from hipback_desktop.ui.top_bar import TopBar
from hipback_desktop.ui.what_works_page import WhatWorksPage
from tests.builders import NOON, a_routine
from tests.ui.test_progress_page import FULL

pytestmark = pytest.mark.usefixtures("in_pseudo")


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    apply_look(qapp, LIGHT)


def cut(window: QWidget) -> Iterator[str]:
    """What is not seen whole: columns wider than their view, labels and buttons smaller than their words."""
    for _layout in range(3):  # what wraps is laid out again in the width it got
        QCoreApplication.processEvents()
    for area in window.findChildren(QScrollArea):
        inside = area.widget()
        if inside is not None and area.isVisible() and inside.width() > area.viewport().width():
            yield f"{type(area).__name__}: {inside.width()} of {area.viewport().width()} pixels"
    for words in window.findChildren(QLabel):
        if words.isVisible() and words.height() < words.heightForWidth(words.width()):
            yield words.text()
    for row in window.findChildren(RatingRow):
        for number in row.findChildren(QWidget):
            below = number.mapTo(row, QPoint(0, number.height()))
            if row.isVisible() and below.y() > row.height():
                yield number.accessibleName()


@pytest.mark.parametrize("section", Section)
def test_the_settings_have_room(qtbot: QtBot, section: Section) -> None:
    dialog = SettingsDialog(Settings(), LIGHT, asset)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_voices({"gmw/en": "English (Received Pronunciation, somewhere in Great Britain)"})
    dialog.show_section(section)
    assert list(cut(dialog)) == []


def test_what_works_has_room(qtbot: QtBot) -> None:
    findings = [Finding(probe.name, probe.sign, Unknown("«" + "why not " * 9)) for probe in probes_of("linux", {})]
    page = WhatWorksPage(lambda: sign_lines(findings), lambda: "«" + "because " * 9, lambda: True, LIGHT, asset)
    qtbot.addWidget(page)
    page.resize(page.minimumSize())
    page.show()
    assert list(cut(page)) == []


def test_so_has_the_progress_page(qtbot: QtBot) -> None:
    page = ProgressPage(LIGHT, asset)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    page.show_review(FULL)
    page.show_suggestion("daily_reset", "Daily reset", "This week still has room for a strength day.")
    assert list(cut(page)) == []


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


def asked_why() -> Sheet:
    sheet = StopSheet()
    sheet._reasons.chosen.emit(StopReason.UNCOMFORTABLE)
    return sheet


@pytest.mark.parametrize("sheet", [asked_why, SessionLogSheet])
def test_so_have_the_questions_about_a_session(qtbot: QtBot, sheet: Callable[[], Sheet]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    host = SheetHost(window)
    window.show()
    host.show_sheet(sheet())
    assert list(cut(window)) == []


@pytest.mark.parametrize("fills_screen", [False, True])
def test_the_prompt_for_a_break_has_room(qtbot: QtBot, fills_screen: bool) -> None:
    prompt = BreakPrompt(LIGHT, asset, no_figure, fills_screen=fills_screen)
    qtbot.addWidget(prompt, before_close_func=lambda _widget: prompt.withdraw())
    prompted = Prompted(Prompt(NOON), is_silent=False, is_repeat=True, offers_snooze=True)
    prompt.show_prompt(prompt_view(prompted, 7200, a_routine(name="A break with a name of some length"), 120))
    assert list(cut(prompt)) == []
    card = prompt.card()
    assert card is not None
    assert [button.text() for button in card.answers() if button.width() < button.sizeHint().width()] == []
    assert prompt.rect().contains(card.geometry())

"""A chart on the screen: gone through, read as a table, taken along."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from hipback_desktop.paths import asset
from hipback_desktop.ui.chart_card import ChartCard
from hipback_desktop.ui.chart_table import ChartTable
from hipback_desktop.ui.chart_view import ChartView
from hipback_desktop.ui.label import SteadyLabel
from hipback_desktop.ui.theme import DARK, LIGHT
from hipback_desktop.ui.type_scale import TypeRole
from tests.charts.samples import some_bars, some_days

BARS = some_bars(4)


@pytest.fixture
def card(qtbot: QtBot) -> ChartCard:
    card = ChartCard(BARS, LIGHT, asset)
    qtbot.addWidget(card)
    card.resize(900, 400)
    card.show()
    return card


def view(card: ChartCard) -> ChartView:
    return card.findChildren(ChartView)[0]


def words(card: ChartCard) -> str:
    return " ".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())


def button(card: ChartCard, text: str) -> QAbstractButton:
    return next(button for button in card.findChildren(QAbstractButton) if button.text() == text)


def open_menu(card: ChartCard) -> QMenu:
    QTest.keyClick(button(card, "Save or print"), Qt.Key.Key_Space)
    return card.findChildren(QMenu)[0]


def choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()


def test_it_says_in_words_what_it_shows(card: ChartCard) -> None:
    assert BARS.describe() in words(card)
    assert view(card).accessibleName() == BARS.title
    assert view(card).accessibleDescription() == BARS.describe()


def test_the_keyboard_enters_at_the_latest_value_and_goes_from_one_to_the_next(card: ChartCard) -> None:
    card.activateWindow()
    view(card).setFocus()
    assert "Week of 3 Nov: 3 min" in words(card)
    for key, place in ((Qt.Key.Key_Left, 2), (Qt.Key.Key_Home, 0), (Qt.Key.Key_Left, 0), (Qt.Key.Key_End, 3)):
        QTest.keyClick(view(card), key)
        assert f"Week of {place} Nov: {place} min" in words(card)
        assert view(card).accessibleName() == BARS.columns[place].told
    button(card, "Table").setFocus()
    assert BARS.describe() in words(card)


def test_arrows_go_through_weeks_and_days_of_a_year(card: ChartCard) -> None:
    card.show_chart(some_days())
    card.activateWindow()
    view(card).setFocus()
    last = len(some_days().days) - 1
    for key, step in (
        (Qt.Key.Key_Left, -7),
        (Qt.Key.Key_Up, -1),
        (Qt.Key.Key_Right, 7),
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_Right, 0),
    ):
        last += step
        QTest.keyClick(view(card), key)
        assert view(card).accessibleName() == some_days().days[last].told


def test_the_pointer_shows_the_value_it_is_on(card: ChartCard) -> None:
    box = view(card)._laid_out().spots[1].box
    QTest.mouseMove(view(card), QPoint(round(box.middle[0]), round(box.middle[1])))
    assert "Week of 1 Nov: 1 min" in words(card)
    QTest.mouseMove(view(card), QPoint(1, 1))
    assert BARS.describe() in words(card)


def test_the_table_takes_the_place_of_the_drawing(card: ChartCard) -> None:
    QTest.keyClick(button(card, "Table"), Qt.Key.Key_Space)
    (table,) = card.findChildren(ChartTable)
    assert table.isVisible()
    assert not view(card).isVisible()
    cell = table.item(3, 1)
    assert cell is not None
    assert cell.text() == BARS.table()[4][1]
    card.show_chart(some_bars(2))
    assert table.rowCount() == 2
    QTest.keyClick(button(card, "Table"), Qt.Key.Key_Space)
    assert view(card).isVisible()


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_it_can_be_taken_along(card: ChartCard, qtbot: QtBot) -> None:
    asked: list[object] = []
    card.save_requested.connect(lambda chart, ending: asked.append((chart, ending)))
    card.print_requested.connect(asked.append)
    for text in ("Save as picture (PNG)…", "Save as drawing (SVG)…", "Print…"):
        choose(open_menu(card), text)
        qtbot.waitUntil(lambda: not card.findChildren(QMenu))
    assert asked == [(BARS, "png"), (BARS, "svg"), BARS]
    choose(open_menu(card), "Copy as table")
    assert QGuiApplication.clipboard().text().splitlines()[1] == "Week of 0 Nov\t7.5\t7.5\t15–25\t"


def test_with_nothing_to_show_it_says_what_is_to_come(card: ChartCard) -> None:
    card.show_chart(some_bars(most=0), "Bars will appear here.")
    assert "Bars will appear here." in words(card)
    assert not view(card).isVisible()
    assert not button(card, "Table").isVisible()


def test_words_of_any_length_leave_the_drawing_where_it_is(card: ChartCard) -> None:
    columns = (replace(BARS.columns[0], told="long " * 40), *BARS.columns[1:])
    card.show_chart(replace(BARS, columns=columns))
    card.resize(500, 500)
    QCoreApplication.processEvents()
    card.activateWindow()
    place = view(card).y()
    view(card).setFocus()
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(view(card), key)
        QCoreApplication.processEvents()
        assert view(card).y() == place
    assert "long long" in words(card)


def test_room_is_kept_for_the_highest_text_and_not_for_that_with_the_most_letters(qapp: QApplication) -> None:
    shown = SteadyLabel(TypeRole.BODY, "muted")
    narrow, wide = "i" * 30 + " i" * 30, "W" * 20 + " W" * 20
    shown.give_room((narrow, wide))
    both = shown.heightForWidth(300)
    shown.give_room((wide,))
    assert both == shown.heightForWidth(300)
    shown.give_room((narrow,))
    assert both > shown.heightForWidth(300)


def test_with_nothing_to_show_no_room_is_kept_for_it(card: ChartCard) -> None:
    card.show_chart(replace(BARS, columns=(replace(BARS.columns[0], told="long " * 40),)))
    card.show_chart(some_bars(most=0), "Bars will appear here.")
    (shown,) = card.findChildren(SteadyLabel)
    assert shown.heightForWidth(500) == shown.fontMetrics().height()


def test_it_changes_its_colours(card: ChartCard) -> None:
    before = view(card).grab().toImage()
    card.show_theme(DARK)
    assert view(card).grab().toImage() != before

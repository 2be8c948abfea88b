"""For people who read from right to left: what follows the text is mirrored, what follows the body or a player is not.

That every page is mirrored as a whole is looked at in ``tests/stories/test_longer_words_everywhere.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hipback_desktop.core.exercise import Phase, Side
from hipback_desktop.core.exercise_filter import Facet
from hipback_desktop.ui.chart_card import ChartCard
from hipback_desktop.ui.column import Column
from hipback_desktop.ui.icons import icon_pixmap
from hipback_desktop.ui.look import apply_look
from hipback_desktop.ui.rating_row import RatingRow
from hipback_desktop.ui.reading_order import with_room
from hipback_desktop.ui.session_controls import SessionControls
from hipback_desktop.ui.session_keys import SessionAction
from hipback_desktop.ui.side_pill import SidePill
from hipback_desktop.ui.switch import Switch
from hipback_desktop.ui.theme import LIGHT
from tests.charts.samples import some_bars
from tests.ui.moments import asset
from tests.ui.reader import ALL_OF_IT, Reader


@pytest.fixture(autouse=True)
def _right_to_left(qapp: QApplication) -> Iterator[None]:
    apply_look(qapp, LIGHT)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def from_left_to_right(qapp: QApplication, picture: Callable[[], QImage]) -> QImage:
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return picture()


@pytest.mark.parametrize(("name", "is_mirrored"), [("back", True), ("chevron_right", True), ("next", False)])
def test_arrows_point_along_the_text_but_not_those_of_a_player(
    qapp: QApplication, name: str, is_mirrored: bool
) -> None:
    def picture() -> QImage:
        return icon_pixmap(name, LIGHT.text, asset, 48).toImage()

    mirrored, usual = picture(), from_left_to_right(qapp, picture)
    assert (mirrored != usual) is is_mirrored
    assert not is_mirrored or darkest_half(mirrored) != darkest_half(usual)


def darkest_half(picture: QImage) -> str:
    """Where more of it is drawn."""
    alpha = [
        sum(picture.pixelColor(x, y).alpha() for y in range(picture.height()))
        for x in range(picture.width())  # a column each
    ]
    half = len(alpha) // 2
    return "left" if sum(alpha[:half]) > sum(alpha[half:]) else "right"


def test_a_switch_is_on_at_the_end_of_the_line(qtbot: QtBot, qapp: QApplication) -> None:
    switch = Switch("Voice", LIGHT, asset)
    qtbot.addWidget(switch)

    def picture() -> QImage:
        return switch.grab().toImage()

    assert (half_with_knob(picture()), half_with_knob(from_left_to_right(qapp, picture))) == ("right", "left")


def half_with_knob(picture: QImage) -> str:
    row = [QColor(picture.pixel(x, picture.height() // 2)) for x in range(picture.width())]
    knob = [x for x, colour in enumerate(row) if colour == QColor(LIGHT.outline)]
    return "left" if sum(knob) / len(knob) < picture.width() / 2 else "right"


def test_the_left_arrow_goes_up_a_row_of_numbers_that_begins_at_the_right(qtbot: QtBot) -> None:
    row = RatingRow("Stiffness", "not at all", "very")
    qtbot.addWidget(row)
    row.show()
    numbers = row.findChildren(QPushButton)
    row.show_value(4)
    assert numbers[3].x() > numbers[4].x() > numbers[5].x()
    QTest.keyClick(numbers[4], Qt.Key.Key_Left)
    assert row.value() == 5
    QTest.keyClick(numbers[5], Qt.Key.Key_Right)
    assert row.value() == 4


def test_the_controls_of_a_session_keep_their_places_as_their_arrow_keys_do(qtbot: QtBot) -> None:
    controls = SessionControls(LIGHT, asset)
    qtbot.addWidget(controls)
    controls.resize(1200, 64)
    controls.show()
    places = [controls.button(action).x() for action in (SessionAction.PREVIOUS, SessionAction.NEXT)]
    assert places == sorted(places)


@pytest.mark.parametrize("side", Side)
def test_the_letter_of_a_side_stays_on_that_side_of_the_body(qtbot: QtBot, qapp: QApplication, side: Side) -> None:
    pill = SidePill(LIGHT, 18)
    qtbot.addWidget(pill)
    pill.show_side(side, Phase.STRETCH, "")
    width = round(pill._pill_width(pill._side_words(side), 18))
    pill.resize(width, pill.height())
    assert half_with_disc(pill) == side.value
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert half_with_disc(pill) == side.value


def half_with_disc(pill: SidePill) -> str:
    """Where the light disc is, near the upper edge of the pill, above all words."""
    picture, on = pill.grab().toImage(), QColor(LIGHT.on_phase)
    light = [x for x in range(8, pill.width() - 8) if picture.pixelColor(x, 6) == on]
    return "left" if sum(light) / len(light) < pill.width() / 2 else "right"


def test_the_mark_on_a_card_is_where_it_is_seen(qtbot: QtBot) -> None:
    reader = Reader(ALL_OF_IT, qtbot)
    cards = reader.list
    index = cards.model().index(0, 0)
    cell = cards.visualRect(index)
    card = cards._cards.card_in(cell, Qt.LayoutDirection.RightToLeft)
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=card.topLeft() + QPoint(24, 24))
    assert len(reader.settings.own_session) == 1


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_answers_open_below_the_end_at_which_their_button_begins(qtbot: QtBot, qapp: QApplication) -> None:
    reader = Reader(ALL_OF_IT, qtbot)
    reader.page.resize(780, 700)  # the screen is not much larger
    button = reader.facet(Facet.PHASE)
    button.open_answers()
    answers = qapp.activePopupWidget()
    assert answers is not None
    right = button.mapToGlobal(QPoint(button.width(), 0)).x()
    assert abs(answers.x() + answers.width() - right) <= 2  # the edge of a window
    answers.close()


def test_room_at_the_beginning_is_on_the_right(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    inside, words = QVBoxLayout(), QLabel("words")
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addWidget(words)
    page.setLayout(with_room(inside, 40, 10))
    page.resize(300, 50)
    page.show()
    assert (words.x(), 300 - words.x() - words.width()) == (10, 40)


def test_a_page_stands_in_the_middle_with_its_scroll_bar_at_the_left(qtbot: QtBot) -> None:
    page, words = Column(), QLabel("words")
    words.setFixedHeight(2000)
    page.content.addWidget(words)
    qtbot.addWidget(page)
    page.resize(600, 300)
    page.show()
    qtbot.waitExposed(page)
    left = words.mapTo(page, QPoint()).x()
    assert left == 600 - left - words.width()


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_the_menu_of_a_chart_hangs_from_the_right_of_its_button(qtbot: QtBot) -> None:
    card = ChartCard(some_bars(4), LIGHT, asset)
    qtbot.addWidget(card)
    card.resize(700, 400)
    card.show()
    more = card._more
    more.click()
    (menu,) = card.findChildren(QMenu)
    right = more.mapToGlobal(QPoint(more.width(), 0)).x()
    assert abs(menu.x() + menu.width() - max(right, menu.width())) <= 2
    menu.close()
    qtbot.waitUntil(lambda: not card.findChildren(QMenu))

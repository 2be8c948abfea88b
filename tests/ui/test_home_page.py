"""Today: one key starts, arrows walk, everything is said in words."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from hipback_desktop.paths import asset
from hipback_desktop.ui.home_page import HomePage, HomeView
from hipback_desktop.ui.resume_sheet import ResumeView
from hipback_desktop.ui.routine_card import RoutineCard
from hipback_desktop.ui.theme import DARK, LIGHT
from tests.ui.painting import paint_now
from tests.ui.routines import a_card_view, a_home_view


@pytest.fixture
def page(qtbot: QtBot) -> HomePage:
    page = HomePage(LIGHT, asset)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show_home(a_home_view())
    page.show()
    return page


def focused(page: HomePage) -> QWidget:
    holder = page.window().focusWidget()
    assert holder is not None
    return holder


def words(page: QWidget) -> str:
    return "\n".join(text.text() for text in page.findChildren(QLabel) if text.isVisibleTo(page))


def cards(page: HomePage) -> list[RoutineCard]:
    return sorted(page.findChildren(RoutineCard), key=lambda card: card.mapTo(page, card.rect().topLeft()).y())


def test_it_shows_what_it_is_given(page: HomePage) -> None:
    shown = words(page)
    for part in (
        "Good morning",
        "2 of 3 days this week",
        "Fits your usual 10 minutes",
        "Quick release",
        "10 min",
        "mat, chair",
    ):
        assert part in shown
    assert "“Standing stretch” instead of “Half-kneeling stretch”" in shown


def test_enter_starts_the_suggested_routine_at_once(page: HomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.start_requested) as started:
        QTest.keyClick(focused(page), Qt.Key.Key_Return)
    assert started.args == ["quick_release_10"]


def test_the_routine_used_last_comes_first(page: HomePage) -> None:
    assert [card.view.id for card in cards(page)] == ["full_20", "quick_release_10"]
    assert "What you did last" in words(cards(page)[0])
    assert "What you did last" not in words(cards(page)[1])


def test_the_minutes_stand_beside_the_name_also_of_the_routine_used_last(page: HomePage) -> None:
    for card in cards(page):
        name, minutes = (
            next(text for text in card.findChildren(QLabel) if text.text() == wanted)
            for wanted in (card.view.name, card.view.minutes_text)
        )
        assert minutes.mapTo(card, minutes.rect().topLeft()).y() == name.mapTo(card, name.rect().topLeft()).y()


def test_two_keys_start_the_one_used_last(page: HomePage, qtbot: QtBot) -> None:
    QTest.keyClick(focused(page), Qt.Key.Key_Down)
    with qtbot.waitSignal(page.start_requested) as started:
        QTest.keyClick(focused(page), Qt.Key.Key_Return)
    assert started.args == ["full_20"]


def test_arrows_walk_through_the_cards_and_back_up_to_start(page: HomePage, qtbot: QtBot) -> None:
    start = focused(page)
    for _turn in range(3):  # the last press has nowhere to go
        QTest.keyClick(focused(page), Qt.Key.Key_Down)
    assert focused(page) is cards(page)[1]
    for _turn in range(2):
        QTest.keyClick(focused(page), Qt.Key.Key_Up)
    assert focused(page) is start


def test_space_and_the_side_arrows_show_what_is_in_a_routine(page: HomePage) -> None:
    card = cards(page)[0]
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert "Cat and cow" in words(card)
    QTest.keyClick(card, Qt.Key.Key_Left)
    assert not card.shows_details
    QTest.keyClick(card, Qt.Key.Key_Right)
    assert card.shows_details


def test_a_click_on_a_card_shows_what_is_in_it(page: HomePage, qtbot: QtBot) -> None:
    card = cards(page)[1]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert card.shows_details


def test_a_card_says_to_a_screen_reader_what_it_is(page: HomePage) -> None:
    card = cards(page)[0]
    assert card.accessibleName() == "Full session, 20 min. Warm-up, Stretch."
    assert "Enter" in card.accessibleDescription()


def test_a_routine_of_which_nothing_is_left_does_not_start(page: HomePage, qtbot: QtBot) -> None:
    empty = a_card_view(exercises=())
    page.show_home(a_home_view(suggestion=None, routines=(empty,)))
    with qtbot.assertNotEmitted(page.start_requested):
        QTest.keyClick(cards(page)[0], Qt.Key.Key_Return)
    assert "Not possible with your choices" in words(page)
    assert cards(page)[0].accessibleName() == "Quick release. Not possible with your choices at the moment."


def test_without_a_suggestion_the_first_card_has_the_keyboard(page: HomePage) -> None:
    page.show_home(a_home_view(suggestion=None))
    assert focused(page) is cards(page)[0]


def test_a_session_that_was_cut_off_is_offered_first(page: HomePage, qtbot: QtBot) -> None:
    page.show_home(a_home_view(resume=ResumeView("Quick release", "Pigeon, right side, set 1 of 2", "6 minutes left")))
    assert "You were in the middle of Quick release" in words(page)
    assert "Pigeon, right side, set 1 of 2" in words(page)
    with qtbot.waitSignal(page.continue_requested):
        QTest.keyClick(focused(page), Qt.Key.Key_Return)
    QTest.keyClick(focused(page), Qt.Key.Key_Tab)
    with qtbot.waitSignal(page.keep_requested):
        QTest.keyClick(focused(page), Qt.Key.Key_Return)


def test_without_routines_it_says_so(page: HomePage) -> None:
    page.show_home(a_home_view(suggestion=None, routines=()))
    assert "There are no routines yet." in words(page)


def test_nothing_moves_while_there_is_nothing_new(page: HomePage) -> None:
    before = cards(page)
    page.show_home(a_home_view())
    assert cards(page) == before
    assert not any(card.isHidden() for card in before)


def many(**changes: Any) -> HomeView:
    """More than fit into a window."""
    return a_home_view(routines=tuple(a_card_view(id=str(number)) for number in range(12)), **changes)


def test_a_page_shown_anew_stays_where_the_person_is(page: HomePage, qtbot: QtBot) -> None:
    page.resize(900, 600)
    page.show_home(many())
    page.activateWindow()
    bar = page._column.verticalScrollBar()
    qtbot.waitUntil(lambda: page.isActiveWindow() and bar.maximum() > page.height())
    for _turn in range(9):
        QTest.keyClick(focused(page), Qt.Key.Key_Down)
    place = focused(page)
    assert isinstance(place, RoutineCard)
    scrolled = bar.value()
    assert scrolled > 0
    page.show_home(many(week_line="3 of 3 days this week"))
    paint_now(page)
    now = focused(page)
    assert now is not place
    assert isinstance(now, RoutineCard)
    assert now.view.id == place.view.id
    assert bar.value() == scrolled


def test_what_is_in_a_routine_is_seen_when_it_is_asked_for(page: HomePage, qtbot: QtBot) -> None:
    page.resize(900, 600)
    page.show_home(many())
    for _turn in range(3):
        QTest.keyClick(focused(page), Qt.Key.Key_Down)
    card = focused(page)
    QTest.keyClick(card, Qt.Key.Key_Space)
    viewport = page._column.viewport()
    qtbot.waitUntil(lambda: card.mapTo(viewport, card.rect().bottomLeft()).y() < viewport.height())


def test_it_is_not_wider_than_the_smallest_window(page: HomePage) -> None:
    assert page.minimumSizeHint().width() <= 900
    for card in cards(page):
        assert card.width() >= card.minimumSizeHint().width()


def test_another_theme_reaches_the_icons(page: HomePage) -> None:
    before = page.grab().toImage()
    page.show_theme(DARK)
    assert page.grab().toImage() != before

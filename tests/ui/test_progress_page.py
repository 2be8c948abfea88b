"""The progress page: this week, then the weeks behind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QMainWindow, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from hipback_desktop.core.consistency import Week, WeekState
from hipback_desktop.core.day import Day
from hipback_desktop.core.exercise import Area, Phase
from hipback_desktop.core.goals import Goal
from hipback_desktop.core.review import Breaks, Review, WeekReview
from hipback_desktop.core.week_figures import SideSeconds
from hipback_desktop.paths import asset
from hipback_desktop.ui.chart_view import ChartView
from hipback_desktop.ui.progress_charts import goal_minutes, week_bars, week_dots, year_map
from hipback_desktop.ui.progress_page import ProgressPage
from hipback_desktop.ui.theme import DARK, LIGHT
from hipback_desktop.ui.week_summary import week_summary

MONDAY = date(2026, 3, 16)
GOAL = Goal(3, 2)
EMPTY = Review(MONDAY, tuple(WeekReview(Week(MONDAY - timedelta(weeks=n), GOAL, WeekState.BEFORE)) for n in (2, 1, 0)))
STATES = (WeekState.MET, WeekState.FLEX, WeekState.OPEN)
SIGNED = (WeekState.MET, WeekState.REPAIRED, WeekState.FLEX, WeekState.PAUSED)
FULL = Review(
    MONDAY,
    tuple(
        WeekReview(
            Week(MONDAY - timedelta(weeks=2 - n), GOAL, state, 3, 690, stretch_days=2, strength_days=1),
            {Phase.STRETCH: 600, Phase.CALM: 90},
        )
        for n, state in enumerate(STATES)
    ),
    score=0.4,
)


@pytest.fixture(autouse=True)
def _english() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


@pytest.fixture
def page(qtbot: QtBot) -> ProgressPage:
    page = ProgressPage(LIGHT, asset)
    qtbot.addWidget(page)
    page.resize(900, 700)
    return page


def test_the_choice_of_weeks_ends_where_the_page_does(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setStyleSheet("QAbstractButton { padding: 1px; }")  # not what the buttons had before they were shown
    page = ProgressPage(LIGHT, asset)
    window.setCentralWidget(page)
    window.resize(1000, 600)
    window.show()
    last = page._span.buttons()[-1]
    assert last.geometry().right() + 1 == page._span.width()


def test_in_a_narrow_window_no_button_is_cut(page: ProgressPage) -> None:
    page.resize(640, 600)  # a screen of 1280 pixels at 200 %
    page.show_review(FULL)
    page.show_suggestion("evening", "Evening wind-down (floor or bed)", "It is late.")
    page.show()
    QCoreApplication.processEvents()
    for found in page.findChildren(QAbstractButton):
        if found.isVisible():
            assert found.width() >= found.minimumSizeHint().width(), found.text()
            assert found.mapTo(page, found.rect().topRight()).x() < 640, found.text()


class Places(QObject):
    """Where each chart is when it is painted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.of: dict[str, set[QRect]] = {}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, ChartView):
            corner = watched.mapTo(self._window, QPoint())
            self.of.setdefault(watched.accessibleName(), set()).add(QRect(corner, watched.size()))
        return False


def test_its_first_picture_is_what_it_stays(qtbot: QtBot, page: ProgressPage) -> None:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    stack.addWidget(QLabel("Another page"))
    stack.addWidget(page)
    stack.resize(900, 700)
    stack.show()
    QCoreApplication.processEvents()
    places = Places(stack)

    def look_back() -> None:
        page.show_review(FULL)
        for view in page.findChildren(ChartView):
            view.installEventFilter(places)

    page.opened.connect(look_back)
    stack.setCurrentWidget(page)
    for _turn in range(5):
        QCoreApplication.processEvents()
    assert {name: len(found) for name, found in places.of.items()} == {"Days of this week": 1, "Minutes each week": 1}


def words(page: ProgressPage) -> str:
    return "\n".join(text.text() for text in page.findChildren(QLabel) if text.isVisibleTo(page))


def button(page: ProgressPage, text: str) -> QAbstractButton:
    return next(button for button in page.findChildren(QAbstractButton) if button.text() == text)


def test_it_asks_for_the_weeks_each_time_it_is_shown_and_for_others_when_chosen(page: ProgressPage) -> None:
    asked: list[int] = []
    page.opened.connect(asked.append)
    page.span_chosen.connect(lambda weeks: asked.append(-weeks))
    page.show()
    QTest.mouseClick(button(page, "52 weeks"), Qt.MouseButton.LeftButton)
    page.hide()
    page.show()
    assert asked == [12, -52, 52]


def test_an_empty_one_says_what_will_come_and_what_is_open(page: ProgressPage) -> None:
    page.show_review(EMPTY)
    page.show()
    assert "Your weeks will appear here" in words(page)
    assert "0 of 3 stretch days" in words(page)
    assert "steady" not in words(page)
    assert sum(view.isVisible() for view in page.findChildren(ChartView)) == 1  # the days of this week


def test_minutes_of_which_no_kind_is_known_are_shown_as_well(page: ProgressPage) -> None:
    """Somebody added a session by hand and did not say what was done in it."""
    week = Week(MONDAY, GOAL, WeekState.OPEN, sessions=1, seconds=1200, days=1)
    page.show_review(replace(EMPTY, weeks=(*EMPTY.weeks[:2], WeekReview(week))))
    page.show()
    assert "Most minutes, and the latest: Week of 16 Mar 2026: 20 min" in words(page)
    assert "Your weeks will appear here" not in words(page)


def test_who_was_away_for_long_is_told_of_these_weeks_alone(page: ProgressPage) -> None:
    missed = (WeekReview(Week(MONDAY - timedelta(weeks=n), GOAL, WeekState.MISSED)) for n in (2, 1, 0))
    page.show_review(Review(MONDAY, tuple(missed)))
    page.show()
    assert "Nothing in these weeks." in words(page)
    assert "Nothing in the last 12 months." in words(page)
    assert "will appear here: " not in words(page)


def test_a_week_and_its_charts_are_shown_and_then_others(page: ProgressPage) -> None:
    page.show_review(EMPTY)
    page.show()
    page.show_review(FULL)
    assert "40 % steady." in words(page)
    assert "Latest: Week of 16 Mar 2026: 12 min." in words(page)
    assert sum(view.isVisible() for view in page.findChildren(ChartView)) == 2


def test_one_routine_is_suggested_and_can_be_started(page: ProgressPage) -> None:
    page.show_review(FULL)
    page.show()
    started: list[str] = []
    page.start_requested.connect(started.append)
    page.show_suggestion("daily_reset", "Daily reset", "Fits.")
    QTest.keyClick(button(page, "Start Daily reset"), Qt.Key.Key_Space)
    assert started == ["daily_reset"]
    page.show_suggestion("", "", "")
    assert "Fits." not in words(page)


def test_it_changes_its_colours(page: ProgressPage) -> None:
    page.show_review(FULL)
    page.show()
    before = page.grab().toImage()
    page.show_theme(DARK)
    assert page.grab().toImage() != before


def test_a_week_that_was_met_or_covered_has_a_sign_and_a_missed_one_says_nothing() -> None:
    bars = week_bars(FULL)
    assert [column.sign is not None for column in bars.columns] == [True, True, False]
    assert {key.name for key in bars.others if key.sign} >= {"Week met", "Flex week"}
    signs = [week_bars(Review(MONDAY, (WeekReview(Week(MONDAY, GOAL, state)),))).columns[0].sign for state in SIGNED]
    assert len(set(signs) - {None}) == len(SIGNED)
    missed = Review(MONDAY, (WeekReview(Week(MONDAY, GOAL, WeekState.MISSED)),))
    assert week_bars(missed).columns[0].told == "Week of 16 Mar 2026: 0 min"


def test_a_week_is_as_long_as_its_sessions_with_what_lies_between_the_work() -> None:
    week = Week(MONDAY, GOAL, WeekState.OPEN, seconds=900)
    (column,) = week_bars(Review(MONDAY, (WeekReview(week, {Phase.STRETCH: 600}),))).columns
    assert column.total == 15
    assert column.told == "Week of 16 Mar 2026: 15 min, Stretch 10 min, Getting ready and rest 5 min, under way"


def test_a_goal_takes_five_minutes_on_each_of_its_days_that_may_be_the_same() -> None:
    assert goal_minutes(Goal(3, 2)) == (15, 25)
    assert goal_minutes(Goal(1, 4)) == (20, 25)
    assert goal_minutes(Goal(3, 0)) == (15, 15)


def test_each_chart_that_has_something_to_show_shows_it(page: ProgressPage) -> None:
    done = Day(MONDAY, 1, 600, 3, stretches=True, strengthens=False)
    page.show_review(
        replace(
            FULL,
            weeks=tuple(replace(week, stiffness_before=6, discomfort=1, breaks=Breaks(4, 2)) for week in FULL.weeks),
            days=(done,),
            by_area={Area.GLUTES: SideSeconds(360, 300, 60)},
            breaks_by_hour={9: Breaks(1, 1), 11: Breaks(3, 1)},
        )
    )
    page.show()
    shown = words(page)
    for part in (
        "Active days: 1. Most on Mon, 16 Mar 2026: 10 min.",
        "Buttocks: left 7 min, right 6 min.",
        "Latest: Week of 16 Mar 2026: stiffness 6 before, discomfort 1.",
        "Week of 16 Mar 2026: 2 of 4 taken.",
        "Most offered: 11:00 to 12:00: 1 of 3 taken.",
    ):
        assert part in shown
    assert sum(view.isVisible() for view in page.findChildren(ChartView)) == 7


def test_the_days_of_this_week_are_what_they_are_so_far() -> None:
    days = (
        Day(MONDAY, 1, 600, 3, stretches=True, strengthens=False),
        Day(MONDAY + timedelta(days=1), 1, 60, 1, stretches=True, strengthens=False),
    )
    dots = week_dots(replace(EMPTY, today=MONDAY + timedelta(days=2), days=days))
    assert [day.state.value for day in dots.days] == ["counts", "some", "nothing", *["to_come"] * 4]
    assert [day.label for day in dots.days if day.is_today] == ["Wed"]
    assert dots.describe() == "Monday, 16 March 2026: 10 min; Tuesday, 17 March 2026: 1 min."


def test_a_year_ends_today_and_begins_with_a_week() -> None:
    days = year_map(replace(EMPTY, today=MONDAY + timedelta(days=2))).days
    assert len(days) == 52 * 7 + 3
    assert (days[0].name, days[-1].name) == ("Mon, 17 Mar 2025", "Wed, 18 Mar 2026")


def test_a_week_on_paper_has_the_charts_that_have_something() -> None:
    title, lines, charts = week_summary(FULL)
    assert title == "Week of 16 Mar 2026"
    assert lines[0] == "2 of 3 stretch days, 1 of 2 strength days"
    assert [chart.title for chart in charts] == ["Days of this week", "Minutes each week"]
    assert len(week_summary(EMPTY)[2]) == 1

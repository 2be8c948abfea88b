"""The history page: by day, newest first, planned beside done; searched, narrowed down, put right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hipback_desktop.core.exercise import Side
from hipback_desktop.core.history_filter import HistoryFilter, Period
from hipback_desktop.core.record import ComfortLog, Outcome, SessionOrigin, SessionRecord
from hipback_desktop.paths import asset
from hipback_desktop.ui.facet_button import FacetButton
from hipback_desktop.ui.history_list import HistoryList
from hipback_desktop.ui.history_model import ROW_ROLE, SESSIONS_A_PAGE, DayRow
from hipback_desktop.ui.history_page import HistoryPage
from hipback_desktop.ui.icon_label import IconLabel
from hipback_desktop.ui.nothing_found import NothingFound
from hipback_desktop.ui.search_field import SearchField
from hipback_desktop.ui.session_detail import SessionDetail
from hipback_desktop.ui.theme import DARK, LIGHT
from tests.builders import NOON, a_record, a_step_record

TODAY = NOON.date()
STEPS = (
    a_step_record(side=Side.RIGHT, planned_seconds=30, done_seconds=30),
    a_step_record(side=Side.LEFT, planned_seconds=30, done_seconds=12, outcome=Outcome.STOPPED),
)
LOG = ComfortLog(stiffness_before=6, stiffness_after=4, effort=8, note="Left hip looser.")
RECORDS = (
    a_record(id="old", name="Older", started_at=NOON - timedelta(days=1)),
    a_record(STEPS, id="new", name="Newest", log=LOG),
    a_record(id="dawn", name="Earlier", started_at=NOON - timedelta(hours=5), outcome=Outcome.STOPPED),
)
DOWN = Qt.Key.Key_Down


class Sessions:
    """A store that looks at names alone, and remembers what it was asked."""

    def __init__(self, *records: SessionRecord) -> None:
        self.records = list(records)
        self.asked: list[tuple[HistoryFilter, int]] = []

    def found(self, wanted: HistoryFilter, count: int, before: SessionRecord | None) -> list[SessionRecord]:
        self.asked.append((wanted, count))
        ordered = sorted(self.records, key=lambda record: record.started_at, reverse=True)
        fitting = [record for record in ordered if wanted.text.lower() in record.name.lower()]
        earlier = [record for record in fitting if before is None or record.started_at < before.started_at]
        return earlier[:count]


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def sessions() -> Sessions:
    return Sessions(*RECORDS)


@pytest.fixture
def page(qtbot: QtBot, sessions: Sessions) -> HistoryPage:
    page = HistoryPage(sessions.found, lambda: TODAY, LIGHT, asset)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    return page


def view(page: HistoryPage) -> HistoryList:
    found: HistoryList = page.findChildren(HistoryList)[0]
    return found


def rows(page: HistoryPage) -> list[str]:
    model = view(page).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def words(page: QWidget) -> str:
    texts = [child for child in page.findChildren(QWidget) if isinstance(child, QLabel | QAbstractButton)]
    return "\n".join(text.text() for text in texts if text.isVisibleTo(page))


def current(page: HistoryPage) -> str | None:
    record = page.current_session()
    return record.id if record else None


def button(page: HistoryPage, text: str) -> QAbstractButton:
    found = (one for one in page.findChildren(QAbstractButton) if one.isVisibleTo(page))
    return next(one for one in found if one.text() == text)


def typed(page: HistoryPage, qtbot: QtBot, text: str) -> None:
    QTest.keyClicks(page.findChildren(SearchField)[0], text)
    QTest.keyClick(page.findChildren(SearchField)[0], Qt.Key.Key_Return)


def test_sessions_are_grouped_by_day_with_the_newest_first(page: HistoryPage) -> None:
    assert [row.split(",")[0] for row in rows(page)] == ["Today", "Newest", "Earlier", "Yesterday", "Older"]


def test_a_row_says_it_all_to_a_screen_reader(page: HistoryPage) -> None:
    assert rows(page)[1] == "Newest, 12:00, 10 of 10 min, Completed"


def test_the_newest_session_is_open_at_first(page: HistoryPage) -> None:
    shown = words(page)
    for part in ("Newest", "Right side", "30 of 30 s", "Left side", "12 of 30 s", "6 of 10", "8 of 10, hard"):
        assert part in shown
    assert "Left hip looser." in shown


def test_arrows_go_from_session_to_session_and_pass_over_the_days(page: HistoryPage) -> None:
    for name in ("dawn", "old"):
        QTest.keyClick(view(page), DOWN)
        assert current(page) == name
    assert not isinstance(view(page).currentIndex().data(ROW_ROLE), DayRow)


def test_the_open_session_stays_open_when_another_arrives(page: HistoryPage, sessions: Sessions) -> None:
    QTest.keyClick(view(page), DOWN)
    sessions.records.append(a_record(id="newer", started_at=NOON + timedelta(hours=1)))
    page.refresh()
    assert current(page) == "dawn"
    page.refresh("newer")
    assert current(page) == "newer"


def test_where_a_session_was_taken_out_its_neighbour_is_open(page: HistoryPage, sessions: Sessions) -> None:
    QTest.keyClick(view(page), DOWN)
    sessions.records = [record for record in sessions.records if record.id != "dawn"]
    page.refresh()
    assert current(page) == "new"


def test_without_sessions_it_says_what_will_come_and_takes_one_told_by_hand(
    page: HistoryPage, sessions: Sessions, qtbot: QtBot
) -> None:
    sessions.records.clear()
    page.refresh()
    assert "Your sessions will be kept here" in words(page)
    assert current(page) is None
    page.take_focus()
    with qtbot.waitSignal(page.add_requested):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Space)


def test_only_what_is_looked_at_is_fetched(page: HistoryPage, sessions: Sessions) -> None:
    sessions.records = [a_record(id=str(n), started_at=NOON - timedelta(hours=9 * n)) for n in range(1000)]
    page.refresh()
    assert sum(count for _, count in sessions.asked[1:]) <= 3 * SESSIONS_A_PAGE
    for _ in range(30):
        QTest.keyClick(view(page), Qt.Key.Key_End)
    assert current(page) == "999"
    assert len([row for row in rows(page) if row.startswith("Two things")]) == 1000


def test_a_session_put_in_long_ago_is_found(page: HistoryPage, sessions: Sessions) -> None:
    sessions.records = [a_record(id=str(n), started_at=NOON - timedelta(hours=9 * n)) for n in range(1000)]
    page.refresh("700")
    assert current(page) == "700"


def test_it_is_painted_in_every_theme(page: HistoryPage) -> None:
    before = page.grab().toImage()
    page.show_theme(DARK)
    assert page.grab().toImage() != before


def test_typing_finds_and_down_goes_to_what_was_found(page: HistoryPage, qtbot: QtBot) -> None:
    typed(page, qtbot, "old")
    assert rows(page)[1:] == ["Older, 12:00, 10 of 10 min, Completed"]
    assert "1 session" in words(page)
    assert current(page) == "old"
    assert view(page).hasFocus()


def test_what_is_not_there_is_said_with_the_way_back(page: HistoryPage, qtbot: QtBot) -> None:
    typed(page, qtbot, "qi gong")
    assert "No session matches." in words(page)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert len(rows(page)) == 5
    assert page.findChildren(SearchField)[0].text() == ""


def test_every_question_narrows_down(page: HistoryPage, sessions: Sessions) -> None:
    answers = {
        "When": ("week",),
        "Where from": ("break", "manual"),
        "How it ended": ("stopped",),
        "What was done": ("stretch",),
    }
    for facet in page.findChildren(FacetButton):
        facet.answered.emit(answers[facet.accessibleName()])
    wanted = sessions.asked[-1][0]
    assert wanted.period is Period.WEEK
    assert wanted.origins == (SessionOrigin.BREAK, SessionOrigin.MANUAL)
    assert (wanted.outcomes, wanted.phases) == ((Outcome.STOPPED,), ("stretch",))
    button(page, "Clear all filters").click()
    assert sessions.asked[-1][0] == HistoryFilter()


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_of_several_times_only_the_last_chosen_is_kept(page: HistoryPage, sessions: Sessions) -> None:
    facet = page.findChildren(FacetButton)[0]
    facet.open_answers()
    for place in (0, 2):
        facet.findChildren(QAbstractButton)[place].click()
    assert sessions.asked[-1][0].period is Period.QUARTER
    facet.findChildren(QAbstractButton)[2].click()
    assert sessions.asked[-1][0].period is None


@pytest.mark.parametrize(
    ("key", "signal"), [(Qt.Key.Key_Return, "edit_requested"), (Qt.Key.Key_Delete, "delete_requested")]
)
def test_a_session_is_changed_and_taken_out_by_key(page: HistoryPage, qtbot: QtBot, key: Qt.Key, signal: str) -> None:
    with qtbot.waitSignal(getattr(page, signal)) as asked:
        QTest.keyClick(view(page), key)
    assert asked.args == [RECORDS[1]]


def test_buttons_do_what_keys_do(page: HistoryPage, qtbot: QtBot) -> None:
    for text, signal in (("Change", page.edit_requested), ("Delete", page.delete_requested)):
        with qtbot.waitSignal(signal) as asked:
            button(page, text).click()
        assert asked.args == [RECORDS[1]]


def test_the_search_is_reached_with_a_slash_and_left_downwards(page: HistoryPage) -> None:
    QTest.keyClick(view(page), Qt.Key.Key_Slash)
    field = page.findChildren(SearchField)[0]
    assert field.hasFocus()
    QTest.keyClick(field, DOWN)
    assert view(page).hasFocus()
    QTest.keyClick(view(page), Qt.Key.Key_Up)
    assert field.hasFocus()


def test_in_a_narrow_window_no_button_is_cut(qtbot: QtBot, page: HistoryPage) -> None:
    page.resize(640, 400)  # a screen of 1280 pixels at 200 %
    page.setStyleSheet("QPushButton { padding: 0 24px; }")
    for _turn in range(3):
        QCoreApplication.processEvents()
    (detail,) = page.findChildren(SessionDetail)
    for found in detail.findChildren(QAbstractButton):
        assert found.width() >= found.minimumSizeHint().width(), found.text()
        corner = found.mapTo(detail.viewport(), found.rect().topRight())
        assert corner.x() < detail.viewport().width(), found.text()


def test_with_little_room_the_way_out_is_seen_rather_than_a_picture(qtbot: QtBot) -> None:
    shown = NothingFound(LIGHT, asset)
    qtbot.addWidget(shown)
    shown.show_reason("No session matches.", (("Clear all filters", lambda: None),))
    shown.show()
    for height, is_low in ((400, False), (170, True)):
        shown.resize(640, height)
        QCoreApplication.processEvents()
        (picture,) = shown.findChildren(IconLabel)
        (button,) = shown.findChildren(QAbstractButton)
        assert picture.isHidden() is is_low
        assert button.mapTo(shown, button.rect().bottomLeft()).y() < height

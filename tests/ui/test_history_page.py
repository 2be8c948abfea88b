"""The history: by day, newest first, planned beside done."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView, QWidget
from pytestqt.qtbot import QtBot

from hipback_desktop.core.exercise import Side
from hipback_desktop.core.record import ComfortLog, Outcome, SessionRecord, StopReason
from hipback_desktop.paths import asset
from hipback_desktop.ui.history_model import ROW_ROLE, DayRow
from hipback_desktop.ui.history_page import HistoryPage
from hipback_desktop.ui.history_words import amount_line, comfort_lines, day_text, minutes_line, place_line
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


@pytest.fixture(autouse=True)
def _english() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


@pytest.fixture
def page(qtbot: QtBot) -> HistoryPage:
    page = HistoryPage(LIGHT, asset)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show_history(RECORDS, TODAY)
    page.show()
    return page


def view(page: HistoryPage) -> QListView:
    return page.findChildren(QListView)[0]


def rows(page: HistoryPage) -> list[str]:
    model = view(page).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def words(page: QWidget) -> str:
    return "\n".join(text.text() for text in page.findChildren(QLabel) if text.isVisibleTo(page))


def test_sessions_are_grouped_by_day_with_the_newest_first(page: HistoryPage) -> None:
    assert [row.split(",")[0] for row in rows(page)] == ["Today", "Newest", "Earlier", "Yesterday", "Older"]


def test_a_row_says_it_all_to_a_screen_reader(page: HistoryPage) -> None:
    assert rows(page)[1] == "Newest, 12:00, 10 of 10 min, Completed"


def test_the_newest_session_is_open_at_first(page: HistoryPage) -> None:
    shown = words(page)
    for part in ("Newest", "Right side", "30 of 30 s", "Left side", "12 of 30 s", "6 of 10", "8 of 10, hard"):
        assert part in shown
    assert "Left hip looser." in shown


def test_arrows_go_from_session_to_session_and_pass_over_the_days(page: HistoryPage, qtbot: QtBot) -> None:
    for name in ("Earlier", "Older"):
        QTest.keyClick(view(page), Qt.Key.Key_Down)
        current = page.current_session()
        assert current is not None
        assert current.name == name
    assert not isinstance(view(page).currentIndex().data(ROW_ROLE), DayRow)


def test_the_open_session_stays_open_when_another_arrives(page: HistoryPage, qtbot: QtBot) -> None:
    QTest.keyClick(view(page), Qt.Key.Key_Down)
    page.show_history((*RECORDS, a_record(id="newer", started_at=NOON + timedelta(hours=1))), TODAY)
    current = page.current_session()
    assert current is not None
    assert current.id == "dawn"


def test_without_sessions_it_says_what_will_come(page: HistoryPage) -> None:
    page.show_history((), TODAY)
    assert "Your sessions will be kept here" in words(page)
    assert page.current_session() is None


def test_a_thousand_sessions_are_quick_and_painted_in_every_theme(page: HistoryPage) -> None:
    many = [replace(RECORDS[0], id=str(n), started_at=NOON - timedelta(hours=9 * n)) for n in range(1000)]
    page.show_history(many, TODAY)
    before = page.grab().toImage()
    page.show_theme(DARK)
    assert page.grab().toImage() != before


def test_days_and_amounts_are_put_into_words() -> None:
    assert day_text(TODAY, None) == "Wednesday, 18 March 2026"
    assert day_text(TODAY, TODAY + timedelta(days=9)) == "Wednesday, 18 March"
    assert minutes_line(a_record(active_seconds=40, planned_seconds=594)) == "40 s of 10 min"
    assert minutes_line(a_record(active_seconds=59.7, planned_seconds=594)) == "59 s of 10 min"
    assert minutes_line(a_record(active_seconds=60, planned_seconds=594)) == "1 of 10 min"
    assert amount_line(a_step_record(planned_reps=10, done_reps=7)) == "7 of 10 reps"
    assert amount_line(a_step_record(planned_seconds=300, done_seconds=95)) == "1:35 of 5:00 min"
    assert amount_line(a_step_record(outcome=Outcome.SKIPPED, done_seconds=0)) == "Skipped"
    assert amount_line(a_step_record(outcome=Outcome.SKIPPED, done_seconds=0.4)) == "Skipped"
    assert amount_line(a_step_record(outcome=Outcome.SKIPPED, done_seconds=12.2)) == "12 of 30 s"
    assert amount_line(a_step_record(outcome=Outcome.SKIPPED, planned_reps=10, done_reps=0)) == "Skipped"
    assert amount_line(a_step_record(outcome=Outcome.SKIPPED, planned_reps=10, done_reps=3)) == "3 of 10 reps"
    assert place_line(a_step_record(side=None, set_number=2), 3) == "Set 2"
    assert place_line(a_step_record(side=Side.LEFT, set_number=2), 3) == "Left side, set 2"
    assert place_line(a_step_record(side=None), 1) == ""


def test_every_answer_given_is_told() -> None:
    log = ComfortLog(1, 2, 3, 4, felt_sharp=True, stop_reason=StopReason.TOO_HARD)
    assert len(comfort_lines(log)) == 6
    assert comfort_lines(ComfortLog()) == ()
    assert isinstance(RECORDS[0], SessionRecord)


@pytest.mark.parametrize(
    ("outcome", "name"), [(Outcome.COMPLETED, "check"), (Outcome.STOPPED, "stop"), (Outcome.SKIPPED, "next")]
)
def test_the_icon_beside_the_outcome_is_that_of_the_list(qtbot: QtBot, outcome: Outcome, name: str) -> None:
    drawn: list[str] = []

    def told(file: str) -> Path:
        drawn.append(Path(file).stem)
        return asset(file)

    detail = SessionDetail(LIGHT, told)
    qtbot.addWidget(detail)
    detail.show_session(a_record((), outcome=outcome))
    detail.grab()
    assert drawn == [name]

"""The bar of the whole session."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from hipback_desktop.core.exercise import Phase
from hipback_desktop.ui.session_bar import SessionBar
from hipback_desktop.ui.theme import LIGHT
from tests.ui.moments import EXERCISES, TIMELINE


def bar(qtbot: QtBot, width: int = 1016) -> SessionBar:
    made = SessionBar(LIGHT)
    qtbot.addWidget(made)
    made.resize(width, made.height())
    made.show_timeline(TIMELINE, EXERCISES)
    return made


def test_the_marker_stands_where_the_session_is(qtbot: QtBot) -> None:
    made = bar(qtbot)
    made.show_position(0)
    assert made.marker_x() == 8
    made.show_position(TIMELINE.seconds / 2)
    assert made.marker_x() == 508
    made.show_position(TIMELINE.seconds)
    assert made.marker_x() == 1008


def test_done_work_is_filled_in_the_colour_of_its_phase(qtbot: QtBot) -> None:
    made = bar(qtbot)
    walk = next(s for s in TIMELINE.segments if s.exercise_id == "walk" and s.kind == "work")
    x = round(8 + (walk.start_seconds + walk.seconds / 2) / TIMELINE.seconds * 1000)
    middle = made.height() // 2
    assert made.grab().toImage().pixelColor(x, middle) == QColor(LIGHT.phases_soft[Phase.WARM_UP])
    made.show_position(walk.end_seconds + 1)
    assert made.grab().toImage().pixelColor(x, middle) == QColor(LIGHT.phases[Phase.WARM_UP])


def test_what_was_left_out_stays_outlined(qtbot: QtBot) -> None:
    made = bar(qtbot)
    walk = next(s for s in TIMELINE.segments if s.exercise_id == "walk" and s.kind == "work")
    middle = made.height() // 2

    def colour(part: float) -> QColor:
        x = round(8 + (walk.start_seconds + part * walk.seconds) / TIMELINE.seconds * 1000)
        return made.grab().toImage().pixelColor(x, middle)

    made.show_position(walk.end_seconds, ((walk.start_seconds + walk.seconds / 2, walk.end_seconds),))
    assert colour(0.25) == QColor(LIGHT.phases[Phase.WARM_UP])
    assert colour(0.75) == QColor(LIGHT.phases_soft[Phase.WARM_UP])
    made.show_position(walk.end_seconds)
    assert colour(0.75) == QColor(LIGHT.phases[Phase.WARM_UP])


def test_a_segment_under_the_pointer_is_named(qtbot: QtBot) -> None:
    made = bar(qtbot)
    assert made._words_at(QPoint(9, 5)) == "Get ready: Easy walk"
    assert made._words_at(QPoint(1000, 5)) == "Bridge"
    left = next(s for s in TIMELINE.segments if s.side == "left" and s.kind == "work")
    x = round(8 + (left.start_seconds + 5) / TIMELINE.seconds * 1000)
    assert made._words_at(QPoint(x, 5)) == "Knee hug, left side"


def test_without_a_timeline_it_is_empty(qtbot: QtBot) -> None:
    made = SessionBar(LIGHT)
    qtbot.addWidget(made)
    made.show_position(10)
    assert not made.grab().isNull()
    assert made._words_at(QPoint(10, 5)) == ""

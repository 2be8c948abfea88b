"""Pictures are drawn one in a turn: those that are seen first, and none while somebody types."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap
from pytestqt.qtbot import QtBot

from hipback_desktop.core.exercise import Exercise
from hipback_desktop.paths import asset
from hipback_desktop.ui.figure_pictures import FigurePictures
from hipback_desktop.ui.theme import LIGHT, Theme
from tests.core.shipped import catalogue

SIDE = 40
EXERCISES = tuple(catalogue().exercises.values())[:4]


@pytest.fixture
def drawn() -> list[str]:
    return []


@pytest.fixture
def pictures(drawn: list[str], qtbot: QtBot) -> FigurePictures:
    def figure(_painter: QPainter, _box: QRectF, exercise: Exercise, _theme: Theme) -> bool:
        drawn.append(exercise.id)
        return True

    return FigurePictures(figure, LIGHT, asset)


def look_at(pictures: FigurePictures, exercise: Exercise) -> None:
    pixmap = QPixmap(SIDE, SIDE)
    with QPainter(pixmap) as painter:
        pictures.paint(painter, QRect(0, 0, SIDE, SIDE), exercise)


def all_turns(pictures: FigurePictures) -> None:
    """Until there is nothing more to draw."""
    while pictures._wanted or pictures._ahead:
        QCoreApplication.processEvents()


def test_what_is_seen_is_drawn_before_what_may_be_seen(pictures: FigurePictures, drawn: list[str]) -> None:
    pictures.draw_ahead(EXERCISES, SIDE, 1.0)
    look_at(pictures, EXERCISES[2])
    all_turns(pictures)
    assert drawn == [EXERCISES[number].id for number in (2, 0, 1, 3)]


def test_what_is_drawn_ahead_is_not_drawn_again(pictures: FigurePictures, drawn: list[str]) -> None:
    pictures.draw_ahead(EXERCISES, SIDE, 1.0)
    all_turns(pictures)
    for exercise in EXERCISES:
        look_at(pictures, exercise)
    pictures.draw_ahead(EXERCISES, SIDE, 1.0)
    all_turns(pictures)
    assert sorted(drawn) == sorted(exercise.id for exercise in EXERCISES)


def test_while_it_rests_nothing_is_drawn_whoever_looks(pictures: FigurePictures, drawn: list[str]) -> None:
    pictures.draw_ahead(EXERCISES, SIDE, 1.0)
    pictures.rest()
    look_at(pictures, EXERCISES[0])
    assert pictures._turn.remainingTime() > 0
    assert drawn == []
    pictures._turn.timeout.emit()  # the rest is over
    assert drawn == [EXERCISES[0].id]


def test_a_figure_that_fails_leaves_no_painter_on_its_picture(qtbot: QtBot) -> None:
    """The failure keeps both for a while; a picture that goes before its painter takes the program along."""
    painters: list[QPainter] = []

    def figure(painter: QPainter, _box: QRectF, _exercise: Exercise, _theme: Theme) -> bool:
        painters.append(painter)
        raise ValueError("no such limb")

    pictures = FigurePictures(figure, LIGHT, asset)
    look_at(pictures, EXERCISES[0])
    with qtbot.captureExceptions() as failures:
        all_turns(pictures)
    assert [str(failure[1]) for failure in failures] == ["no such limb"]
    assert [painter.isActive() for painter in painters] == [False]

"""A routine at a glance: its exercises once each, and how many more there are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QColor, QPainter
from pytestqt.qtbot import QtBot

from hipback_desktop.core.exercise import Exercise
from hipback_desktop.paths import asset
from hipback_desktop.ui.figure_pictures import FigurePictures
from hipback_desktop.ui.figure_strip import FigureStrip
from hipback_desktop.ui.theme import DARK, LIGHT, Theme
from tests.builders import an_exercise

FIVE = tuple(an_exercise(id=name) for name in "abcde")


@pytest.fixture
def painted() -> list[str]:
    return []


@pytest.fixture
def pictures(painted: list[str], qtbot: QtBot) -> FigurePictures:
    def figure(painter: QPainter, box: QRectF, exercise: Exercise, theme: Theme) -> bool:
        painted.append(exercise.id)
        painter.fillRect(box, QColor("red"))
        return True

    return FigurePictures(figure, LIGHT, asset)


def strip(qtbot: QtBot, pictures: FigurePictures, exercises: tuple[Exercise, ...], width: int) -> FigureStrip:
    shown = FigureStrip(exercises, pictures, LIGHT)
    qtbot.addWidget(shown)
    shown.resize(width, 88)
    shown.grab()
    return shown


@pytest.mark.parametrize(("width", "shown"), [(472, 5), (471, 3), (300, 2), (184, 1), (60, 0)])
def test_it_shows_what_there_is_room_for_beside_the_number_of_the_others(
    qtbot: QtBot, pictures: FigurePictures, width: int, shown: int
) -> None:
    assert strip(qtbot, pictures, FIVE, width).shown() == shown


def test_an_exercise_that_comes_again_is_shown_once(qtbot: QtBot, pictures: FigurePictures) -> None:
    assert strip(qtbot, pictures, FIVE + FIVE, 472).shown() == 5


def test_the_page_is_there_before_its_pictures_and_one_is_drawn_in_a_turn(
    qtbot: QtBot, pictures: FigurePictures, painted: list[str]
) -> None:
    shown = strip(qtbot, pictures, FIVE, 472)
    assert painted == []
    before = shown.grab().toImage()
    for turn in range(5):
        QCoreApplication.processEvents()
        assert painted == list("abcde"[: turn + 1])
    assert shown.grab().toImage() != before
    assert painted == list("abcde")


def test_other_colours_are_other_pictures(qtbot: QtBot, pictures: FigurePictures, painted: list[str]) -> None:
    shown = strip(qtbot, pictures, FIVE[:1], 472)
    QCoreApplication.processEvents()
    pictures.show_theme(DARK)
    shown.grab()
    QCoreApplication.processEvents()
    assert painted == ["a", "a"]

"""The pacer moves with the breath, repaints little, and keeps still where motion is not wanted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QColor, QPaintEvent
from pytestqt.qtbot import QtBot

from hipback_desktop.core.breath import STRETCHED
from hipback_desktop.core.exercise import Phase
from hipback_desktop.ui.breath_pacer import BreathPacer
from hipback_desktop.ui.theme import DARK, LIGHT
from tests.ui.painting import paint_now


class Repaints(QObject):
    """Remembers what was repainted."""

    def __init__(self) -> None:
        super().__init__()
        self.rects: list[QRect] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.rects.append(event.rect())
        return False


@pytest.fixture
def pacer(qtbot: QtBot) -> BreathPacer:
    pacer = BreathPacer(LIGHT, 30)
    qtbot.addWidget(pacer)
    pacer.resize(400, pacer.height())
    pacer.show()
    qtbot.waitExposed(pacer)
    return pacer


def at(pacer: BreathPacer, second: float) -> None:
    pacer.show_breath(STRETCHED.at(second), Phase.STRETCH)


def coloured(pacer: BreathPacer) -> int:
    """How many pixels of the middle line have the colour of the phase."""
    image = pacer.grab().toImage()
    colour, ratio = QColor(LIGHT.phases[Phase.STRETCH]), image.devicePixelRatio()
    row = round(image.height() / 2)
    return sum(image.pixelColor(x, row) == colour for x in range(round(image.width() / ratio)))


def test_the_disc_grows_on_the_way_in_and_sinks_on_the_way_out(pacer: BreathPacer) -> None:
    widths = []
    for second in (2, 4, 5.9, 9, 11.9):
        at(pacer, second)
        widths.append(coloured(pacer))
    assert widths[0] < widths[1] < widths[2] > widths[3] > widths[4] > 0


def test_the_word_changes_only_at_the_turn(pacer: BreathPacer) -> None:
    words = []
    for tenth in range(20, 121):
        at(pacer, tenth / 10)
        words.append(pacer.goes_in())
    assert words == [True] * 40 + [False] * 60 + [True]


def test_motion_repaints_the_disc_alone(pacer: BreathPacer) -> None:
    at(pacer, 2.5)
    paint_now(pacer)
    watcher = Repaints()
    pacer.installEventFilter(watcher)
    for tenth in range(26, 58):
        at(pacer, tenth / 10)
        paint_now(pacer)
    assert 5 < len(watcher.rects) <= 32
    assert max(rect.width() for rect in watcher.rects) <= pacer.height() + 1


def test_without_motion_only_the_word_is_left(pacer: BreathPacer) -> None:
    pacer.show_reduced_motion(True)
    at(pacer, 4)
    assert coloured(pacer) == 0
    first = pacer.grab().toImage()
    at(pacer, 5)
    assert pacer.grab().toImage() == first
    at(pacer, 7)
    assert pacer.grab().toImage() != first


def test_where_there_is_nothing_to_pace_it_keeps_its_place_and_shows_nothing(pacer: BreathPacer) -> None:
    height = pacer.height()
    at(pacer, 4)
    pacer.show_breath(None, Phase.STRENGTHEN)
    image = pacer.grab().toImage()
    assert {image.pixelColor(x, y).name() for x in range(0, 400, 7) for y in range(0, height, 7)} == {
        QColor(LIGHT.background).name()
    }
    assert pacer.height() == height
    assert pacer.goes_in() is None


def test_another_theme_and_size_are_taken_up(pacer: BreathPacer) -> None:
    at(pacer, 4)
    pacer.show_theme(DARK)
    pacer.show_pixels(60)
    assert pacer.height() == 96
    assert pacer.grab().toImage().pixelColor(1, 1) == QColor(DARK.background)


def test_where_the_words_do_not_fit_shorter_ones_do(pacer: BreathPacer) -> None:
    at(pacer, 4)
    pacer.resize(110, pacer.height())
    assert pacer._is_short()
    pacer.resize(400, pacer.height())
    assert not pacer._is_short()

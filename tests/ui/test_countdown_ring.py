"""The ring shows what it is told and repaints little."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtGui import QColor, QImage, QPaintEvent, QRegion
from pytestqt.qtbot import QtBot

from hipback_desktop.core.exercise import Phase
from hipback_desktop.ui.countdown_ring import CountdownRing
from hipback_desktop.ui.session_words import Face, Look
from hipback_desktop.ui.theme import DARK, LIGHT
from tests.ui.painting import paint_now

FACE = Face(Look.WORK, Phase.STRETCH, 0.5, fills=False, label="Hold", digits="15", below="")


ROUNDED = 80
"""Qt draws arcs as curves that are a quarter of a pixel beside the circle at most, others for each length."""


class Repaints(QObject):
    """Remembers what was repainted."""

    def __init__(self) -> None:
        super().__init__()
        self.rects: list[QRect] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.rects.extend(rect for rect in event.region())  # type: ignore[attr-defined]
        return False


@pytest.fixture
def ring(qtbot: QtBot) -> CountdownRing:
    ring = CountdownRing(LIGHT)
    qtbot.addWidget(ring)
    ring.resize(400, 400)
    ring.show_face(FACE)
    ring.show()
    qtbot.waitExposed(ring)
    ring.grab()
    return ring


def repaints_of(ring: CountdownRing, face: Face) -> list[QRect]:
    paint_now(ring)
    watcher = Repaints()
    ring.installEventFilter(watcher)
    ring.show_face(face)
    paint_now(ring)
    ring.removeEventFilter(watcher)
    return watcher.rects


def farthest(one: QImage, other: QImage) -> int:
    """How far the pixels of two pictures are from each other at most, in 256 steps of a colour."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max((abs(was - now) for was, now in pairs), default=0)


def area(rects: list[QRect]) -> int:
    return sum(rect.width() * rect.height() for rect in rects)


def test_the_same_face_repaints_nothing(ring: CountdownRing) -> None:
    assert repaints_of(ring, replace(FACE)) == []


def test_a_moving_arc_repaints_its_slice(ring: CountdownRing) -> None:
    assert 0 < area(repaints_of(ring, replace(FACE, fraction=0.497))) < 400 * 400 / 40


def test_new_digits_repaint_the_digits(ring: CountdownRing) -> None:
    assert 0 < area(repaints_of(ring, replace(FACE, digits="14"))) < 400 * 400 / 3


def test_another_look_repaints_everything(ring: CountdownRing) -> None:
    assert area(repaints_of(ring, replace(FACE, look=Look.LEAD_IN))) == 400 * 400


@pytest.mark.parametrize("fills", [False, True])
def test_a_sliced_arc_looks_like_one_painted_at_once(ring: CountdownRing, fills: bool) -> None:
    faces = [
        replace(FACE, fills=fills, fraction=step / 90 if fills else 1 - step / 90, digits=str(step // 10))
        for step in range(90)
    ]
    ring.show_face(faces[0])
    sliced = ring.grab().toImage()
    for number, face in enumerate(faces[1:]):
        for rect in repaints_of(ring, face):
            ring.render(sliced, rect.topLeft(), QRegion(rect))
        if number % 11 == 0:
            assert farthest(sliced, ring.grab().toImage()) <= ROUNDED


def test_a_narrow_ring_has_a_word_or_two_below_the_digits_instead_of_lines_nobody_could_read(
    ring: CountdownRing,
) -> None:
    ring.resize(110, 110)
    assert repaints_of(ring, replace(FACE, label="At your own pace", below="10 reps, Space when done")) == []
    (below,) = repaints_of(ring, replace(FACE, brief="Your pace"))
    assert below.top() > 55
    assert below.height() >= 15


def between(ring: CountdownRing) -> QTimer:
    return ring.findChildren(QTimer)[0]


@pytest.mark.parametrize("fills, fraction", [(False, 0.494), (True, 0.506)])
def test_a_fast_arc_goes_on_by_itself_once_between_two_moments(
    ring: CountdownRing, fills: bool, fraction: float
) -> None:
    ring.show_face(replace(FACE, fills=fills, pace=0.06))
    assert between(ring).isActive()
    assert between(ring).interval() == 100
    between(ring).stop()
    between(ring).timeout.emit()
    shown = ring.face()
    assert shown is not None
    assert shown.fraction == pytest.approx(fraction)
    assert not between(ring).isActive()


def test_at_its_ends_an_arc_stays(ring: CountdownRing) -> None:
    ring.show_face(replace(FACE, fraction=0.001, pace=0.06))
    between(ring).timeout.emit()
    shown = ring.face()
    assert shown is not None
    assert shown.fraction == 0.0


@pytest.mark.parametrize("pace", [0.0, 1 / 20])
def test_an_arc_that_stands_or_is_slow_waits_for_the_next_moment(ring: CountdownRing, pace: float) -> None:
    ring.show_face(replace(FACE, pace=0.06))
    ring.show_face(replace(FACE, fraction=0.49, pace=pace))
    assert not between(ring).isActive()


def test_an_arc_that_nobody_sees_waits_for_the_next_moment(ring: CountdownRing) -> None:
    ring.hide()
    ring.show_face(replace(FACE, pace=0.06))
    assert not between(ring).isActive()


def test_the_arc_is_in_the_colour_of_the_phase_and_pale_while_held(ring: CountdownRing) -> None:
    at_nine = (11 + 4, 200)
    assert ring.grab().toImage().pixelColor(*at_nine) == QColor(LIGHT.phases[Phase.STRETCH])
    ring.show_face(replace(FACE, look=Look.HELD))
    assert ring.grab().toImage().pixelColor(*at_nine) == QColor(LIGHT.outline)


def test_another_theme_is_taken_up(ring: CountdownRing) -> None:
    ring.show_theme(DARK)
    assert ring.grab().toImage().pixelColor(1, 1) == QColor(DARK.background)


@pytest.mark.parametrize("size", [60, 192, 1400])
def test_any_size_can_be_painted(qtbot: QtBot, size: int) -> None:
    ring = CountdownRing(LIGHT)
    qtbot.addWidget(ring)
    ring.setMinimumSize(1, 1)
    ring.resize(size, size // 2)
    ring.show_face(replace(FACE, below="10 reps, Space when done", digits="12:34"))
    assert not ring.grab().isNull()

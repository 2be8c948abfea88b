"""Frames that come again are worked out once, and are those of the moment."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from hipback_desktop.figures.figure import MotionKind
from hipback_desktop.figures.frames import FRAMES_A_SECOND, MOST_KEPT, Frames
from hipback_desktop.figures.moment import FigureMoment, Stage
from hipback_desktop.figures.painter import FigurePainter
from hipback_desktop.ui.theme import LIGHT
from tests.figures.shipped import movement

BOX = QRectF(0, 0, 320, 240)


@pytest.fixture
def painter(qtbot: QtBot) -> FigurePainter:
    """Pictures need an application."""
    return FigurePainter(LIGHT.figure)


def frames_of(name: str, painter: FigurePainter) -> Frames:
    return Frames(movement(name), painter, BOX, 1.0)


def at(second: float, pace: float | None = 5) -> FigureMoment:
    return FigureMoment(Stage.WORK, second, None, pace)


def test_the_next_rep_shows_the_same_frames(painter: FigurePainter) -> None:
    frames = frames_of("glute_bridge", painter)
    first, again = frames.at(at(1.31)), frames.at(at(6.31))
    assert again is first
    assert frames.drawing(again) is frames.drawing(first)
    assert frames.at(at(2.5)) is not first


def test_a_rep_on_the_other_side_does_not(painter: FigurePainter) -> None:
    frames = frames_of("bird_dog", painter)
    first, other, again = (frames.at(at(second, 6)) for second in (3, 9, 15))
    assert other.posture.body != first.posture.body
    assert again is first


def test_a_frame_is_never_further_from_its_moment_than_one_frame_lasts(painter: FigurePainter) -> None:
    frames, bridge = frames_of("glute_bridge", painter), movement("glute_bridge")
    lasts = 1 / FRAMES_A_SECOND[MotionKind.REPS]
    for step in range(200):
        second = step * 0.037
        shown = frames.at(at(second)).posture.body.points["pelvis"][1]
        nearby = [bridge.body_at(at(max(0, second - ago))).points["pelvis"][1] for ago in (0, lasts / 2, lasts)]
        assert min(nearby) - 1e-3 <= shown <= max(nearby) + 1e-3


def test_breath_after_breath_is_the_same_once_the_position_is_reached(painter: FigurePainter) -> None:
    frames = frames_of("hip_flexor_half_kneeling", painter)
    assert frames.at(at(1, None)).number is None
    assert frames.at(at(8, None)) is frames.at(at(18, None))


def test_a_picture_without_motion_and_a_way_in_are_not_kept(painter: FigurePainter) -> None:
    frames = frames_of("glute_bridge", painter)
    assert frames.at(FigureMoment(Stage.STILL)).number is None
    assert frames.at(FigureMoment(Stage.GET_READY, 1)).number is None


def test_what_moves_is_told_and_what_stands_still_is_not(painter: FigurePainter) -> None:
    frames = frames_of("glute_bridge", painter)
    bottom, rising, top = (frames.at(at(second)) for second in (0, 1, 2.6))
    assert frames.change(top, top).isEmpty()
    moved = frames.change(bottom, rising)
    assert not moved.isEmpty()
    assert BOX.contains(moved)
    assert frames.change(bottom, rising) is moved


def test_not_more_is_kept_than_a_limit(painter: FigurePainter) -> None:
    frames = frames_of("glute_bridge", painter)
    for number in range(2 * MOST_KEPT):
        frames.drawing(frames.at(at(number * 0.05, 60)))
    assert len(frames._kept) <= MOST_KEPT
    assert len(frames._drawings) <= MOST_KEPT


def test_a_drawing_can_be_drawn_again_and_leaves_the_painter_as_it_was(painter: FigurePainter) -> None:
    posture = movement("glute_bridge").frame(at(2.5))
    drawing = painter.drawing(BOX, posture)
    images = []
    for _ in range(2):
        image = QImage(320, 240, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        brush = QPainter(image)
        drawing.draw(brush)
        assert not brush.testRenderHint(QPainter.RenderHint.Antialiasing)
        assert not brush.hasClipping()
        brush.end()
        images.append(image)
    assert images[0] == images[1]
    assert images[0].pixelColor(0, 0) == QColor("white")
    assert len({images[0].pixel(x, 160) for x in range(320)}) > 3

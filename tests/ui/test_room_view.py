"""The room view reads from two metres."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hipback_desktop.core.exercise import Side
from hipback_desktop.core.timeline import SegmentKind
from hipback_desktop.ui.figure_view import FigureView
from hipback_desktop.ui.fitted_text import FittedText
from hipback_desktop.ui.room_sizes import room_sizes
from hipback_desktop.ui.room_view import RoomView
from hipback_desktop.ui.session_keys import SessionAction
from hipback_desktop.ui.theme import LIGHT
from hipback_desktop.ui.type_scale import font_of_pixels
from tests.core.shipped import catalogue
from tests.ui.moments import EXERCISES, TIMELINE, a_cue, asset, free_timeline, moment, no_movement, playing
from tests.ui.painting import paint_now


@pytest.fixture
def room(qtbot: QtBot) -> RoomView:
    room = RoomView(LIGHT, asset, FigureView(LIGHT, asset, no_movement, lambda: None))
    qtbot.addWidget(room)
    room.resize(1920, 1200)
    room.show_timeline(TIMELINE, EXERCISES)
    room.show()
    return room


@pytest.mark.parametrize("dpi", [72, 96, 110, 163, 227])
def test_sizes_are_millimetres_on_the_screen(dpi: float) -> None:
    sizes = room_sizes(dpi)
    for pixels, least in ((sizes.text, 12), (sizes.name, 23), (sizes.countdown, 40)):
        assert least <= pixels / dpi * 25.4 < least + 25.4 / dpi


def test_the_persons_choice_scales_them() -> None:
    assert room_sizes(100, 2).name == pytest.approx(2 * room_sizes(100).name, abs=1)


@pytest.mark.parametrize("dpi", [0, -1, 3, 5000, float("nan")])
def test_a_screen_that_claims_the_impossible_counts_as_usual(dpi: float) -> None:
    assert room_sizes(dpi) == room_sizes(96)


def test_name_side_count_and_next_are_shown_and_cues_in_the_place_of_what_is_next(room: RoomView) -> None:
    room.show_view(moment(10, playing(side=Side.RIGHT)))
    assert room.name.text() == "Knee hug"
    assert room.side.accessibleName() == "Right side"
    assert room.digits.text() == "20"
    assert room.caption.text() == "Next: Knee hug, left side, 30 seconds"
    room.show_cue(a_cue("Head heavy."))
    assert room.caption.text() == "Head heavy."
    room.caption.clear()
    assert room.caption.text() == "Next: Knee hug, left side, 30 seconds"


def test_a_word_or_two_say_what_is_counted(room: RoomView) -> None:
    room.show_view(moment(10, playing("walk")))
    assert (room.kind.text(), room.amount.text()) == ("Move", "1 minute")
    room.show_view(moment(22, playing("bridge")))
    assert (room.kind.text(), room.digits.text(), room.amount.text()) == ("of 10", "4", "Set 1 of 2")
    room.show_view(moment(2, playing("knee_hug", SegmentKind.SIDE_SWITCH)))
    assert room.kind.text() == "Switch"
    room.show_view(moment(22, playing("bridge", timeline=free_timeline())))
    assert room.kind.text() == "Your pace"


def test_the_side_is_shown_only_where_there_is_one(room: RoomView) -> None:
    room.show_view(moment(10, playing(side=Side.RIGHT)))
    assert room.side.isVisible()
    room.show_view(moment(22, playing("bridge")))
    assert not room.side.isVisible()


LAPTOP_DPI = 157
"""A laptop of 14 inches with 1920 by 1080 pixels."""
LONGEST_SHOWN_LARGE = "Half-kneeling hip-flexor stretch"


def ink_millimetres(room: RoomView, part: QWidget, dpi: float) -> float:
    """How high the letters of a part are in a picture of the whole view."""
    image = room.grab(part.geometry()).toImage()
    ground = image.pixelColor(0, image.height() // 2) if part is room.caption else QColor(LIGHT.background)
    rows = [
        y for y in range(image.height()) if any(differs(image.pixelColor(x, y), ground) for x in range(image.width()))
    ]
    return (rows[-1] - rows[0] + 1) / image.devicePixelRatio() / dpi * 25.4


def differs(one: QColor, other: QColor) -> bool:
    return abs(one.lightness() - other.lightness()) > 60


@pytest.mark.parametrize("fills", [False, True])
def test_on_a_laptop_letters_are_as_high_as_two_metres_ask_for(
    monkeypatch: pytest.MonkeyPatch, room: RoomView, fills: bool
) -> None:
    """Measured in a picture, in capitals and figures; with a name of two lines as well."""
    monkeypatch.setattr("hipback_desktop.ui.room_view.room_sizes", lambda _dpi, scale: room_sizes(LAPTOP_DPI, scale))
    room.resize(1920, 1080)
    view = moment(10)
    assert view.segment.side is not None
    exercise = replace(view.exercise, name=LONGEST_SHOWN_LARGE if fills else "HE")
    room.show_view(replace(view, exercise=exercise))
    room.show_cue(a_cue("HEED THE HEEL"))
    paint_now(room)
    assert ink_millimetres(room, room.digits, LAPTOP_DPI) >= 40
    assert ink_millimetres(room, room.caption, LAPTOP_DPI) >= 12
    if not fills:
        assert ink_millimetres(room, room.name, LAPTOP_DPI) >= 23
    assert capital_millimetres(room.name, LAPTOP_DPI) >= 23
    for part in (room.kind, room.amount, room.caption):
        assert capital_millimetres(part, LAPTOP_DPI) >= 12
    assert room.figure.width() >= 480
    assert room.figure.height() >= 240


def test_every_name_is_as_high_and_heavy_as_two_metres_ask_for(monkeypatch: pytest.MonkeyPatch, room: RoomView) -> None:
    monkeypatch.setattr("hipback_desktop.ui.room_view.room_sizes", lambda _dpi, scale: room_sizes(LAPTOP_DPI, scale))
    room.resize(1920, 1080)
    low = {}
    for exercise in catalogue().exercises.values():
        view = moment(10)
        segment = replace(view.segment, exercise_id=exercise.id)  # another one, so that the name is shown anew
        room.show_view(replace(view, exercise=exercise, segment=segment))
        QApplication.processEvents()
        height = capital_millimetres(room.name, LAPTOP_DPI)
        if height < 23 or room.name._font(room.name.size()).weight() < QFont.Weight.DemiBold:
            low[room.name.text()] = height
    assert len(catalogue().exercises) == 55
    assert not low


def capital_millimetres(part: FittedText, dpi: float) -> float:
    return QFontMetricsF(font_of_pixels(part.drawn_pixels())).capHeight() / dpi * 25.4


@pytest.mark.parametrize("exercise", ["knee_hug", "bridge"])
@pytest.mark.parametrize("size", [(640, 400), (900, 600), (1280, 800), (3840, 2160)])
def test_nothing_overlaps_or_leaves_the_window(room: RoomView, size: tuple[int, int], exercise: str) -> None:
    room.show_view(moment(10, playing(exercise)))
    room.resize(*size)
    paint_now(room)
    assert room.pacer.isVisible() is not room.kind.isVisible()
    parts = [part for part in room.findChildren(QWidget) if part.isVisible() and part.parentWidget() is room]
    assert {room.name, room.digits, room.figure, room.caption, room.bar, room.stop} <= set(parts)
    for part in parts:
        assert room.rect().contains(part.geometry())
        assert not any(part.geometry().intersects(other.geometry()) for other in parts if other is not part)


def test_stop_is_there_too(qtbot: QtBot, room: RoomView) -> None:
    with qtbot.waitSignal(room.requested) as seen:
        QTest.mouseClick(room.stop, Qt.MouseButton.LeftButton)
    assert seen.args == [SessionAction.STOP]

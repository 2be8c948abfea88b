"""The room view reads from two metres."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hipback_desktop.core.exercise import Side
from hipback_desktop.ui.room_sizes import room_sizes
from hipback_desktop.ui.room_view import RoomView
from hipback_desktop.ui.session_keys import SessionAction
from hipback_desktop.ui.theme import LIGHT
from hipback_desktop.ui.type_scale import font_of_pixels
from tests.ui.moments import EXERCISES, TIMELINE, a_cue, asset, free_timeline, moment, playing


@pytest.fixture
def room(qtbot: QtBot) -> RoomView:
    room = RoomView(LIGHT, asset)
    qtbot.addWidget(room)
    room.resize(1920, 1200)
    room.show_timeline(TIMELINE, EXERCISES)
    room.show()
    return room


@pytest.mark.parametrize("dpi", [72, 96, 110, 163, 227])
def test_sizes_are_millimetres_on_the_screen(dpi: float) -> None:
    sizes = room_sizes(dpi)
    for pixels, least in ((sizes.text, 12), (sizes.name, 23), (sizes.countdown, 40)):
        assert pixels / dpi * 25.4 == pytest.approx(least, abs=0.2)


def test_the_persons_choice_scales_them() -> None:
    assert room_sizes(100, 2).name == pytest.approx(2 * room_sizes(100).name, abs=1)


@pytest.mark.parametrize("dpi", [0, -1, 3, 5000, float("nan")])
def test_a_screen_that_claims_the_impossible_counts_as_usual(dpi: float) -> None:
    assert room_sizes(dpi) == room_sizes(96)


def test_name_side_count_cue_and_next_are_shown(room: RoomView) -> None:
    room.show_view(moment(10, playing(side=Side.RIGHT)))
    room.show_cue(a_cue("Head heavy."))
    assert room.name.text() == "Knee hug"
    assert room.side.accessibleName().startswith("Right side")
    assert (room.kind.text(), room.digits.text()) == ("Hold", "20")
    assert room.caption.text() == "Head heavy."
    assert room.upcoming.text() == "Next: Knee hug, left side, 30 seconds"


def test_reps_say_of_how_many(room: RoomView) -> None:
    room.show_view(moment(22, playing("bridge")))
    assert (room.kind.text(), room.digits.text()) == ("Reps of 10", "4")


def test_beside_a_side_only_the_set_is_told_so_that_it_can_be_read_from_two_metres(room: RoomView) -> None:
    room.show_view(moment(10, playing(side=Side.RIGHT)))
    assert room.side.accessibleName() == "Right side"
    room.show_view(moment(22, playing("bridge")))
    assert room.side.accessibleName() == "Set 1 of 2, 10 reps"


def test_a_set_at_ones_own_pace_is_named_in_letters_of_the_same_size(room: RoomView) -> None:
    room.show_view(moment(22, playing("bridge", timeline=free_timeline())))
    assert room.kind.text() == "At your own pace"


def capital_millimetres(room: RoomView, pixels: int) -> float:
    return QFontMetricsF(font_of_pixels(pixels)).capHeight() / room.screen().physicalDotsPerInchY() * 25.4


def test_on_a_large_screen_everything_has_the_height_it_needs(room: RoomView) -> None:
    room.show_view(moment(10))
    room.show_cue(a_cue("Head heavy."))
    assert capital_millimetres(room, room.name.drawn_pixels()) >= 22.5
    assert capital_millimetres(room, room.digits.drawn_pixels()) >= 39.5
    assert capital_millimetres(room, room.caption.drawn_pixels()) >= 11.7


@pytest.mark.parametrize("exercise", ["knee_hug", "bridge"])
@pytest.mark.parametrize("size", [(640, 400), (900, 600), (1280, 800), (3840, 2160)])
def test_nothing_overlaps_or_leaves_the_window(
    qtbot: QtBot, room: RoomView, size: tuple[int, int], exercise: str
) -> None:
    room.show_view(moment(10, playing(exercise)))
    room.resize(*size)
    qtbot.wait(20)
    assert room.pacer.isVisible() is not room.kind.isVisible()
    heading = room.pacer if room.pacer.isVisible() else room.kind
    parts = (room.side, room.name, heading, room.digits, room.caption, room.upcoming, room.bar, room.stop)
    for part in parts:
        assert room.rect().contains(part.geometry())
        assert not any(part.geometry().intersects(other.geometry()) for other in parts if other is not part)


def test_stop_is_there_too(qtbot: QtBot, room: RoomView) -> None:
    with qtbot.waitSignal(room.requested) as seen:
        QTest.mouseClick(room.stop, Qt.MouseButton.LeftButton)
    assert seen.args == [SessionAction.STOP]

"""What a headset or a telephone asks for is done to the session."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from hipback_desktop.app.media import Media
from hipback_desktop.core.playback import Status
from hipback_desktop.core.settings import Settings
from hipback_desktop.core.view import SessionView
from hipback_desktop.desktop.mpris import Mpris
from tests.session.stage import Stage


class Written(Mpris):
    """Writes down what the other programs would be told."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage.controller.view)
        self.told: list[str] = []

    def show(self, view: SessionView) -> None:
        self.told.append(f"{view.status.value} {view.segment.index}")

    def show_position(self) -> None:
        self.told.append("moved")

    def close(self) -> None:
        self.told.append("closed")


class Room(Stage):
    """A session with a list of players beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.player = Written(self)
        self.raised = 0
        self.settings = Settings()
        self.media = Media(self.controller, lambda: self.settings, self.player, self._on_raise)

    def _on_raise(self) -> None:
        self.raised += 1

    @property
    def view(self) -> SessionView:
        view = self.controller.view()
        assert view is not None
        return view


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    room = Room()
    room.start()
    room.player.told.clear()
    return room


def test_it_pauses_and_goes_on(room: Room) -> None:
    seen = []
    for chosen in ("pause", "pause", "play", "play", "toggle", "toggle"):
        getattr(room.player, f"{chosen}_chosen").emit()
        seen.append(room.view.status)
    assert seen == [Status.PAUSED, Status.PAUSED, Status.RUNNING, Status.RUNNING, Status.PAUSED, Status.RUNNING]


def test_it_goes_to_the_next_exercise_and_back(room: Room) -> None:
    first = room.view.exercise
    room.player.next_chosen.emit()
    assert room.view.exercise != first
    room.player.previous_chosen.emit()
    assert room.view.exercise == first


def test_it_stops_and_is_gone(room: Room) -> None:
    room.player.stop_chosen.emit()
    assert not room.controller.is_active
    assert room.player.told == ["closed"]


def test_it_brings_the_window(room: Room) -> None:
    room.player.raise_chosen.emit()
    assert room.raised == 1


def test_first_it_is_told_what_plays_then_where(room: Room) -> None:
    room.controller.next_step()
    index = room.view.segment.index
    assert room.player.told[:2] == [f"running {index}", "moved"]


def test_the_wait_after_a_pause_is_told_at_its_end(room: Room) -> None:
    while not room.view.is_work:
        room.go_on(1)
    room.controller.pause()
    room.player.told.clear()
    room.controller.resume()
    room.go_on(2)
    assert room.player.told.count("moved") == 1
    room.go_on(2)
    assert room.player.told.count("moved") == 2


def test_who_does_not_want_it_told_is_obeyed_at_once_and_as_soon_as_it_is_wanted_again(room: Room) -> None:
    room.settings = replace(room.settings, shows_media_controls=False)
    room.go_on(2)
    room.controller.next_step()
    assert set(room.player.told) == {"closed"}
    room.settings = Settings()
    room.go_on(1)
    assert room.player.told[-1] == f"running {room.view.segment.index}"

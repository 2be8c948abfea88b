"""The screen is kept on while a session runs, for five minutes of a pause, and only if that is wished."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from hipback_desktop.app.awake import Awake
from hipback_desktop.core.settings import Settings
from tests.fakes import FakeKeepAwake
from tests.session.stage import Stage


class Night(Stage):
    """A session, and the screen it is seen on."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(Settings(**settings))
        self.screen = FakeKeepAwake()
        self._awake = Awake(self.controller, lambda: self.settings, self.screen)


@pytest.fixture
def night(qtbot: QtBot) -> Night:
    night = Night()
    night.start()
    return night


def test_it_is_on_from_the_beginning_to_the_end(night: Night) -> None:
    assert night.screen.is_held
    night.go_on(60)
    assert night.screen.is_held
    night.go_on(1000)
    assert not night.controller.is_active
    assert not night.screen.is_held
    assert night.screen.wishes == [True, False]


def test_it_goes_off_with_a_session_that_is_stopped(night: Night) -> None:
    night.controller.stop()
    assert not night.screen.is_held


def test_it_is_still_on_for_who_comes_back_soon(night: Night) -> None:
    night.go_on(20)
    night.controller.pause()
    night.go_on(299)
    assert night.screen.is_held
    night.go_on(2)
    assert not night.screen.is_held
    night.controller.resume()
    assert night.screen.is_held


def test_every_pause_has_its_five_minutes(night: Night) -> None:
    for _ in range(2):
        night.go_on(5)
        night.controller.pause()
        night.go_on(200)
        night.controller.resume()
    assert night.screen.wishes == [True]


def test_who_does_not_want_it_has_it_off_at_once(night: Night) -> None:
    night.settings = replace(night.settings, keeps_screen_awake=False)
    night.go_on(1)
    assert not night.screen.is_held


def test_it_is_never_on_where_it_is_not_wanted(qtbot: QtBot) -> None:
    night = Night(keeps_screen_awake=False)
    night.start()
    night.go_on(1000)
    assert night.screen.wishes == []

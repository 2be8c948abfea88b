"""A prompt as a notification: shown with its buttons, answered once, and given up where it cannot be."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from pytestqt.qtbot import QtBot

from hipback_desktop.desktop.notifications import Notifier, notification
from tests.desktop.notified import ICON, VIEW, Told
from tests.fakes import FakeClock

if TYPE_CHECKING:
    from tests.desktop.notification_server import NotificationServer


def test_it_shows_what_the_break_is_with_a_button_for_each_answer(shown: Notifier, server: NotificationServer) -> None:
    name, replaces, icon, headline, body, actions, hints, timeout = server.notified[0]
    assert (name, replaces, headline, timeout) == ("Hipback", 0, "Time to get up", 0)
    assert icon.startswith("file:///")
    assert body == "You have been sitting for 47 minutes.\nDesk reset  ·  2 min"
    assert dict(zip(actions[::2], actions[1::2], strict=True)) == {
        "default": "Open",
        "start": "Start",
        "walk": "I’ll just walk",
        "snooze:5": "Remind me in 5 minutes",
        "snooze:10": "Remind me in 10 minutes",
        "snooze:20": "Remind me in 20 minutes",
        "stand": "I’m standing",
        "skip": "Not now",
    }
    assert hints["urgency"] == ("y", 1)
    assert hints["resident"] == ("b", True)
    assert hints["transient"] == ("b", False)
    assert hints["suppress-sound"] == ("b", False)


def test_without_a_snooze_left_none_is_offered_and_a_silent_one_makes_no_sound() -> None:
    shown = notification(replace(VIEW, offers_snooze=False, is_silent=True), (), 7, ICON)
    assert shown[1] == 7
    assert shown[5][::2] == ["default", "start", "walk", "stand", "skip"]
    assert shown[6]["suppress-sound"] == ("b", True)


def test_marks_are_kept_from_servers_that_would_read_them() -> None:
    view = replace(VIEW, routine_name="Up & <down>")
    assert "Up & <down>" in notification(view, ("body",), 0, ICON)[4]
    assert "Up &amp; &lt;down&gt;" in notification(view, ("body-markup",), 0, ICON)[4]


@pytest.mark.parametrize(
    "key, answer",
    [
        ("start", ("start_chosen", [])),
        ("walk", ("walk_chosen", [])),
        ("stand", ("stand_chosen", [])),
        ("snooze:10", ("snooze_chosen", [10])),
        ("skip", ("skip_chosen", [])),
        ("default", ("open_chosen", [])),
    ],
)
def test_a_button_is_an_answer_and_takes_the_notification_away(
    shown: Notifier, server: NotificationServer, told: Told, qtbot: QtBot, key: str, answer: tuple[str, list[Any]]
) -> None:
    server.invoke(1, key)
    server.invoke(1, "start")  # it is answered already
    qtbot.waitUntil(lambda: server.closed == [1])
    assert told.all == [answer]


def test_closing_it_means_not_now(shown: Notifier, server: NotificationServer, told: Told, qtbot: QtBot) -> None:
    server.close(1)
    qtbot.waitUntil(lambda: told.all == [("skip_chosen", [])])


def test_what_is_somebody_elses_or_closed_by_the_server_is_no_answer(
    shown: Notifier, server: NotificationServer, told: Told, qtbot: QtBot
) -> None:
    server.invoke(99, "start")
    server.close(98)
    server.invoke(1, "unheard_of")
    server.close(1, reason=1)
    qtbot.waitUntil(lambda: shown._id is None)
    assert told.all == []


def test_31_for_a_moment_buttons_do_nothing(
    shown: Notifier, server: NotificationServer, clock: FakeClock, told: Told, qtbot: QtBot
) -> None:
    shown.notify(VIEW)
    qtbot.waitUntil(lambda: len(server.notified) == 2)
    assert server.notified[1][1] == 1  # in its own place
    qtbot.waitUntil(lambda: not shown._patience.isActive())
    server.invoke(1, "start")
    server.close(1)  # by a server that closes what was clicked
    qtbot.waitUntil(lambda: len(server.notified) == 3)
    assert told.all == []
    qtbot.waitUntil(lambda: shown._id == 2)
    clock.advance(2)
    server.invoke(2, "start")
    qtbot.waitUntil(lambda: told.all == [("start_chosen", [])])


def test_withdrawn_it_goes(shown: Notifier, server: NotificationServer, told: Told, qtbot: QtBot) -> None:
    shown.withdraw()
    shown.withdraw()
    qtbot.waitUntil(lambda: server.closed == [1])
    assert told.all == []


def test_what_can_be_done_is_asked_once(shown: Notifier, server: NotificationServer, qtbot: QtBot) -> None:
    assert shown.offers_actions
    shown.ask()
    shown.notify(VIEW)
    qtbot.waitUntil(lambda: len(server.notified) == 2)
    assert server.asked.count("GetCapabilities") == 1


def test_a_token_of_the_desktop_lets_the_window_come_to_the_front(
    shown: Notifier, server: NotificationServer, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    server.hand_token(1, "token-7")
    qtbot.waitUntil(lambda: os.environ["XDG_ACTIVATION_TOKEN"] == "token-7")


def test_jeepney_is_imported_only_when_the_bus_is_asked() -> None:
    code = "import sys, hipback_desktop.desktop.notifications; print('jeepney' in sys.modules)"
    answered = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answered.stdout.strip() == "False"


def test_one_that_was_taken_back_before_it_was_there_is_not_left_behind(
    shown: Notifier, server: NotificationServer, qtbot: QtBot
) -> None:
    shown.withdraw()
    shown.notify(VIEW)
    shown.withdraw()
    shown.notify(VIEW)
    qtbot.waitUntil(lambda: shown._id == 3)
    qtbot.waitUntil(lambda: server.closed == [1, 2])
    shown.withdraw()
    qtbot.waitUntil(lambda: server.closed == [1, 2, 3])

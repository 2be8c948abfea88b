"""Where no notification can be shown, the caller hears of it, and the window takes its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from hipback_desktop.desktop.notifications import ANSWER_WITHIN_MS, Notifier
from tests.desktop.notified import VIEW, Told

if TYPE_CHECKING:
    from tests.desktop.notification_server import Bus, NotificationServer


def test_30_a_server_without_buttons_is_told_of(
    new_server: Callable[..., NotificationServer], notifier: Notifier, told: Told, qtbot: QtBot
) -> None:
    server = new_server(("body",))
    assert notifier.offers_actions is None
    notifier.notify(VIEW)
    qtbot.waitUntil(lambda: bool(told.all))
    assert told.all == [("failed", ["The notifications of this desktop have no buttons."])]
    assert notifier.offers_actions is False
    assert server.notified == []
    notifier.notify(VIEW)
    assert len(told.all) == 2


@pytest.mark.parametrize(
    "refuses, sentence",
    [
        ("GetCapabilities", "This desktop shows no notifications."),
        ("Notify", "This desktop did not show the notification."),
    ],
)
def test_a_server_that_refuses_is_told_of(
    new_server: Callable[..., NotificationServer],
    notifier: Notifier,
    told: Told,
    qtbot: QtBot,
    refuses: str,
    sentence: str,
) -> None:
    new_server(refuses=refuses)
    notifier.notify(VIEW)
    qtbot.waitUntil(lambda: told.all == [("failed", [sentence])])


def test_without_a_server_it_is_told_of(bus: Bus, notifier: Notifier, told: Told, qtbot: QtBot) -> None:
    notifier.notify(VIEW)
    qtbot.waitUntil(lambda: told.all == [("failed", ["This desktop shows no notifications."])])


@pytest.mark.parametrize("address", ["unix:path=nowhere", "tcp:host=here", "nonsense", None])
def test_without_a_bus_it_is_told_of(
    notifier: Notifier, told: Told, monkeypatch: pytest.MonkeyPatch, address: str | None
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    if address is not None:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    notifier.notify(VIEW)
    assert [name for name, _ in told.all] == ["failed"]


def test_the_usual_place_of_the_bus_is_tried_without_an_address(
    bus: Bus, server: NotificationServer, notifier: Notifier, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(bus.socket.parent))
    notifier.ask()
    qtbot.waitUntil(lambda: notifier.offers_actions is True)


def test_a_server_that_hangs_is_given_up_and_asked_anew_the_next_time(
    server: NotificationServer, notifier: Notifier, told: Told, qtbot: QtBot
) -> None:
    assert ANSWER_WITHIN_MS == 2000
    server.is_silent = True
    notifier.notify(VIEW)
    qtbot.waitUntil(lambda: server.asked == ["GetCapabilities"])
    notifier._patience.timeout.emit()
    assert told.all == [("failed", ["The notifications of this desktop do not answer."])]
    server.is_silent = False
    notifier.notify(VIEW)
    qtbot.waitUntil(lambda: len(server.notified) == 1)


def test_what_shows_after_it_was_given_up_is_taken_away(
    server: NotificationServer, notifier: Notifier, qtbot: QtBot
) -> None:
    notifier.ask()
    qtbot.waitUntil(lambda: notifier.offers_actions is True)
    notifier.notify(VIEW)
    notifier.withdraw()
    qtbot.waitUntil(lambda: server.closed == [1])


def test_22_a_server_that_ends_takes_the_prompt_with_it_and_the_next_one_is_asked(
    shown: Notifier, server: NotificationServer, new_server: Callable[..., NotificationServer], told: Told, qtbot: QtBot
) -> None:
    server.end()
    qtbot.waitUntil(lambda: told.all == [("failed", ["The notifications of this desktop have ended."])])
    assert shown.offers_actions is None
    other = new_server()
    shown.notify(VIEW)
    qtbot.waitUntil(lambda: len(other.notified) == 1)


def test_22_a_bus_that_ends_is_told_of(bus: Bus, shown: Notifier, told: Told, qtbot: QtBot) -> None:
    bus.end()
    qtbot.waitUntil(lambda: [name for name, _ in told.all] == ["failed"])
    assert shown.offers_actions is None
    shown.withdraw()

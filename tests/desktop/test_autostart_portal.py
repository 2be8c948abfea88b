"""From within a Flatpak the desktop's portal is asked, over a bus of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from hipback_desktop.desktop.autostart import new_autostart
from hipback_desktop.desktop.autostart_portal import BackgroundPortal
from hipback_desktop.desktop.bus_link import BusLink

if TYPE_CHECKING:
    from tests.desktop.background_portal import FakePortal
    from tests.desktop.notification_server import Bus

WORDS = ("/app/bin/hipback", "--tray")


@pytest.fixture
def portal(bus: Bus) -> Iterator[FakePortal]:
    from tests.desktop.background_portal import FakePortal

    portal = FakePortal(bus)
    yield portal
    portal.end()


@pytest.fixture
def autostart(qtbot: QtBot) -> BackgroundPortal:
    made = new_autostart(WORDS, "linux", {"FLATPAK_ID": "hipback"})
    assert isinstance(made, BackgroundPortal)
    return made


def switched(autostart: BackgroundPortal, portal: FakePortal, qtbot: QtBot, on: bool) -> QSignalSpy:
    """Asks, up to where the portal has the request."""
    refused, before = QSignalSpy(autostart.refused), len(portal.asked)
    autostart.switch(on)
    qtbot.waitUntil(lambda: len(portal.asked) > before)
    return refused


def test_the_portal_is_asked_to_start_this_very_command(
    autostart: BackgroundPortal, portal: FakePortal, qtbot: QtBot
) -> None:
    refused = switched(autostart, portal, qtbot, on=True)
    [(interface, member, options)] = portal.asked
    assert (interface, member) == ("org.freedesktop.portal.Background", "RequestBackground")
    assert (options["autostart"], options["commandline"]) == (True, list(WORDS))
    portal.respond(0, background=True, autostart=True)
    qtbot.waitUntil(lambda: autostart._link is None)
    assert refused.count() == 0


@pytest.mark.parametrize(("code", "starts"), [(1, False), (0, False), (2, True)])
def test_what_is_not_allowed_is_told(
    autostart: BackgroundPortal, portal: FakePortal, qtbot: QtBot, code: int, starts: bool
) -> None:
    switched(autostart, portal, qtbot, on=True)
    with qtbot.waitSignal(autostart.refused) as refused:
        portal.respond(code, background=True, autostart=starts)
    assert "did not allow" in refused.args[0]


def test_off_again_needs_nobody_to_agree(autostart: BackgroundPortal, portal: FakePortal, qtbot: QtBot) -> None:
    refused = switched(autostart, portal, qtbot, on=False)
    assert portal.asked[0][2]["autostart"] is False
    portal.respond(1)
    qtbot.waitUntil(lambda: autostart._link is None)
    assert refused.count() == 0


def test_a_desktop_without_such_a_portal_is_told(autostart: BackgroundPortal, portal: FakePortal, qtbot: QtBot) -> None:
    portal.has_background = False
    with qtbot.waitSignal(autostart.refused) as refused:
        autostart.switch(True)
    assert "could not be asked." in refused.args[0]


def test_without_a_bus_it_is_told_as_well(
    autostart: BackgroundPortal, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    with qtbot.waitSignal(autostart.refused) as refused:
        autostart.switch(True)
    assert refused.args == [
        "Hipback cannot start with the computer: The desktop could not be asked. Your desktop’s settings may allow it."
    ]


@pytest.mark.parametrize("signature, body", [("u", (1,)), ("uas", (0, [])), ("sa{sv}", ("no", {}))])
def test_what_cannot_be_read_is_no_answer(
    autostart: BackgroundPortal, portal: FakePortal, qtbot: QtBot, signature: str, body: tuple[object, ...]
) -> None:
    refused = switched(autostart, portal, qtbot, on=True)
    portal.send_response(signature, body)
    portal.respond(0, autostart=True)
    qtbot.waitUntil(lambda: autostart._link is None)
    assert refused.count() == 0


def test_a_bus_that_is_lost_while_it_is_asked_is_told_once(
    autostart: BackgroundPortal, portal: FakePortal, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(BusLink, "listen", lambda link, _rule: link._lose(BrokenPipeError(32, "Broken pipe")))
    refused = QSignalSpy(autostart.refused)
    autostart.switch(True)
    qtbot.waitUntil(lambda: refused.count() > 0)
    assert autostart._link is None
    assert refused.count() == 1


def test_who_never_answers_is_given_up(autostart: BackgroundPortal, portal: FakePortal, qtbot: QtBot) -> None:
    switched(autostart, portal, qtbot, on=True)
    with qtbot.waitSignal(autostart.refused) as refused:
        autostart._patience.timeout.emit()
    assert "did not answer" in refused.args[0]
